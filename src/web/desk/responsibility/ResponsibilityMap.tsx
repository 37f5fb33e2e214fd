/**
 * 责任地图: each organ with who answers for all, directs, handles and has it as a second duty; a table at the desk, cards on a phone. Those where something
 * is missing come first; those where nobody is written down, and those where nothing is missing, are a line each.
 */
import { Button, Drawer } from 'antd'
import { type ReactNode, useState } from 'react'
import { More } from '../layout/More.tsx'
import { useIsNarrow } from '../layout/media.ts'
import { Nothing } from '../layout/Nothing.tsx'
import { Skeleton } from '../layout/Skeleton.tsx'
import { Trouble } from '../layout/Trouble.tsx'
import { useLanguage } from '../locales/language.tsx'
import { Gaps } from './Gaps.tsx'
import { OrganResponsibilityPanel } from './OrganResponsibility.tsx'
import { type Gap, type Held, type MapRow, type MapStanding, useMap } from './responsibility.ts'
import { useResponsibilityWords } from './responsibility-words.ts'

const roles = ['answersForAll', 'directs', 'handles', 'secondDuty'] as const
type Role = (typeof roles)[number]

/** Which gap leaves the cell of a role empty. */
const holeOf: Readonly<Partial<Record<Role, Gap['kind']>>> = {
  answersForAll: 'nobodyAnswersForAll',
  directs: 'nobodyDirects',
  handles: 'nobodyHandles',
}
const isHole = ({ kind }: Gap): boolean => Object.values(holeOf).includes(kind)

export function ResponsibilityMap({ organ }: { readonly organ: string }) {
  const { say } = useResponsibilityWords()
  const map = useMap(organ, 'begun')
  const [opened, open] = useState<MapRow['organ'] | null>(null)
  const [first] = map.data?.pages ?? []
  return (
    <section className="responsibility-part" aria-labelledby="map">
      <header className="responsibility-head">
        <h2 id="map">{say.map}</h2>
      </header>
      <p className="faint responsibility-says">{say.mapSays}</p>
      {map.isPending && <Skeleton lines={10} />}
      {map.isError && <Trouble error={map.error} onRetry={() => map.refetch()} />}
      {first && (
        <>
          <Counts counts={first.counts} organs={first.organs} />
          {first.organs === first.standings.whole && <Nothing title={say.whole} says={say.wholeSays} />}
          <Organs list={map} onOpen={open} />
          <Folded key={`bare ${organ}`} title={say.bare(first.standings.bare)} count={first.standings.bare}>
            <p className="faint responsibility-says">{say.bareSays}</p>
            <Others organ={organ} which="bare" onOpen={open} />
          </Folded>
          <Folded key={`whole ${organ}`} title={say.rest(first.standings.whole)} count={first.standings.whole}>
            <Others organ={organ} which="whole" onOpen={open} />
          </Folded>
        </>
      )}
      {opened && <OrganDrawer organ={opened} onClose={() => open(null)} />}
    </section>
  )
}

interface FoldedProps {
  readonly title: string
  readonly count: number
  readonly children: ReactNode
}

/** One calm line for many organs; what is in it is fetched when it is opened. */
function Folded({ title, count, children }: FoldedProps) {
  const [isOpen, setIsOpen] = useState(false)
  if (count === 0) return null
  return (
    <div className="responsibility-folded">
      <button type="button" className="link" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
        {title}
      </button>
      {isOpen && children}
    </div>
  )
}

type OnOpen = (organ: MapRow['organ']) => void

interface OthersProps {
  readonly organ: string
  readonly which: Exclude<MapStanding, 'begun'>
  readonly onOpen: OnOpen
}

function Others({ organ, which, onOpen }: OthersProps) {
  const list = useMap(organ, which)
  if (list.isPending) return <Skeleton lines={4} />
  if (list.isError) return <Trouble error={list.error} onRetry={() => list.refetch()} />
  return <Organs list={list} isBare={which === 'bare'} onOpen={onOpen} />
}

interface OrgansProps {
  readonly list: ReturnType<typeof useMap>
  /** Where nobody is written down there is nothing but the name to show. */
  readonly isBare?: boolean
  readonly onOpen: OnOpen
}

function Organs({ list, isBare, onOpen }: OrgansProps) {
  const rows = list.data?.pages.flatMap(({ items }) => items) ?? []
  if (rows.length === 0) return null
  return (
    <>
      {isBare ? <Bare rows={rows} onOpen={onOpen} /> : <Rows rows={rows} onOpen={onOpen} />}
      {list.hasNextPage && <More hasMore isLoading={list.isFetchingNextPage} onMore={() => list.fetchNextPage()} />}
    </>
  )
}

const Bare = ({ rows, onOpen }: RowsProps) => (
  <ul className="responsibility-bare">
    {rows.map((row) => (
      <li key={row.organ.id}>
        <OrganButton row={row} onOpen={onOpen} />
      </li>
    ))}
  </ul>
)

interface CountsProps {
  readonly counts: readonly { readonly kind: string; readonly gaps: number }[]
  readonly organs: number
}

function Counts({ counts, organs }: CountsProps) {
  const { say, gapName } = useResponsibilityWords()
  const sum = counts.reduce((all, { gaps }) => all + gaps, 0)
  return (
    <div className="responsibility-counts">
      <span className="soft">{say.counted(sum, organs)}</span>
      {counts.map(({ kind, gaps }) => (
        <span key={kind} className="gap-mark">
          {gapName(kind)} {gaps}
        </span>
      ))}
    </div>
  )
}

interface RowsProps {
  readonly rows: readonly MapRow[]
  readonly onOpen: OnOpen
}

function Rows({ rows, onOpen }: RowsProps) {
  const { say } = useResponsibilityWords()
  const isNarrow = useIsNarrow()
  if (isNarrow) {
    return (
      <ul className="responsibility-cards">
        {rows.map((row) => (
          <li key={row.organ.id}>
            <Card row={row} onOpen={onOpen} />
          </li>
        ))}
      </ul>
    )
  }
  return (
    <table className="ledger responsibility-table" aria-label={say.map}>
      <thead>
        <tr>
          <th scope="col">{say.column.organ}</th>
          {roles.map((role) => (
            <th key={role} scope="col">
              {say.column[role]}
            </th>
          ))}
          <th scope="col">{say.column.gaps}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.organ.id}>
            <th scope="row">
              <OrganButton row={row} onOpen={onOpen} />
            </th>
            {roles.map((role) => (
              <td key={role}>
                <Cell row={row} role={role} />
              </td>
            ))}
            <td>
              <Gaps gaps={row.gaps.filter((gap) => !isHole(gap))} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function OrganButton({ row: { organ }, onOpen }: Omit<RowsProps, 'rows'> & { readonly row: MapRow }) {
  const { pick } = useLanguage()
  const { say } = useResponsibilityWords()
  return (
    <button type="button" className="link responsibility-name" title={say.open} onClick={() => onOpen(organ)}>
      {pick(organ)}
    </button>
  )
}

function Cell({ row, role }: { readonly row: MapRow; readonly role: Role }) {
  const { say } = useResponsibilityWords()
  const held = row.held.filter((each) => each.role === role)
  const hole = row.gaps.find(({ kind }) => kind === holeOf[role])
  return (
    <>
      {hole && <span className="not-yet">{say.nobody}</span>}
      {!hole && held.length === 0 && <span className="faint">–</span>}
      {held.length > 0 && <Holders held={held} />}
    </>
  )
}

function Holders({ held }: { readonly held: readonly Held[] }) {
  const { holderName, scopeName } = useResponsibilityWords()
  return (
    <ul className="holders">
      {held.map((each) => {
        const scope = scopeName(each)
        return (
          <li key={each.ref}>
            {holderName(each)}
            {scope && <span className="faint"> {scope}</span>}
          </li>
        )
      })}
    </ul>
  )
}

/** Only roles that somebody has; those that nobody has are among the gaps. */
function Card({ row, onOpen }: Omit<RowsProps, 'rows'> & { readonly row: MapRow }) {
  const { say, gapName } = useResponsibilityWords()
  const filled = roles.filter((role) => row.held.some((each) => each.role === role))
  const holes = row.gaps.filter(isHole)
  return (
    <div className="responsibility-card">
      <OrganButton row={row} onOpen={onOpen} />
      <dl>
        {filled.map((role) => (
          <div key={role}>
            <dt>{say.column[role]}</dt>
            <dd>
              <Holders held={row.held.filter((each) => each.role === role)} />
            </dd>
          </div>
        ))}
      </dl>
      {holes.length > 0 && (
        <p className="responsibility-holes">
          {holes.map(({ kind }) => (
            <span key={kind} className="gap-mark">
              {gapName(kind)}
            </span>
          ))}
        </p>
      )}
      <Gaps gaps={row.gaps.filter((gap) => !isHole(gap))} />
    </div>
  )
}

function OrganDrawer({ organ, onClose }: { readonly organ: MapRow['organ']; readonly onClose: () => void }) {
  const { pick } = useLanguage()
  const { words } = useLanguage()
  return (
    <Drawer
      open
      title={pick(organ)}
      size={560}
      onClose={onClose}
      footer={<Button onClick={onClose}>{words.back}</Button>}
    >
      <OrganResponsibilityPanel organ={organ.id} />
    </Drawer>
  )
}
