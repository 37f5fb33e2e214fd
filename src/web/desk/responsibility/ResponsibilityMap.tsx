/** 责任地图: each organ with who answers for all, directs, handles and has it as a second duty; a table at the desk, cards on a phone. */
import { Button, Drawer, Segmented } from 'antd'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { More } from '../layout/More.tsx'
import { useIsNarrow } from '../layout/media.ts'
import { Nothing } from '../layout/Nothing.tsx'
import { Skeleton } from '../layout/Skeleton.tsx'
import { Trouble } from '../layout/Trouble.tsx'
import { useLanguage } from '../locales/language.tsx'
import { Gaps } from './Gaps.tsx'
import { OrganResponsibilityPanel } from './OrganResponsibility.tsx'
import { type Gap, type Held, type MapRow, useMap, type Which } from './responsibility.ts'
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
  const [search, setSearch] = useSearchParams()
  const which: Which = search.get('which') === 'gaps' ? 'gaps' : 'all'
  const map = useMap(organ, which)
  const [opened, open] = useState<MapRow['organ'] | null>(null)
  const rows = map.data?.pages.flatMap(({ items }) => items) ?? []
  const [first] = map.data?.pages ?? []
  return (
    <section className="responsibility-part" aria-labelledby="map">
      <header className="responsibility-head">
        <h2 id="map">{say.map}</h2>
        <Segmented<Which>
          aria-label={say.map}
          value={which}
          options={[
            { value: 'all', label: say.all },
            { value: 'gaps', label: say.onlyGaps },
          ]}
          onChange={(next) => setSearch(asking(next), { replace: true })}
        />
      </header>
      <p className="faint responsibility-says">{say.mapSays}</p>
      {map.isPending && <Skeleton lines={10} />}
      {map.isError && <Trouble error={map.error} onRetry={() => map.refetch()} />}
      {first && <Counts counts={first.counts} organs={first.organs} />}
      {first && rows.length === 0 && <Nothing title={say.whole} says={say.wholeSays} />}
      {rows.length > 0 && <Rows rows={rows} onOpen={open} />}
      {rows.length > 0 && (
        <More hasMore={map.hasNextPage} isLoading={map.isFetchingNextPage} onMore={() => map.fetchNextPage()} />
      )}
      {opened && <OrganDrawer organ={opened} onClose={() => open(null)} />}
    </section>
  )
}

const asking = (which: Which) => (before: URLSearchParams) => {
  const after = new URLSearchParams(before)
  if (which === 'all') after.delete('which')
  else after.set('which', which)
  return after
}

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
  readonly onOpen: (organ: MapRow['organ']) => void
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
            <th scope="row" style={{ paddingInlineStart: 16 + Math.min(row.depth, 6) * 14 }}>
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

function Card({ row, onOpen }: Omit<RowsProps, 'rows'> & { readonly row: MapRow }) {
  const { say } = useResponsibilityWords()
  return (
    <div className="responsibility-card">
      <OrganButton row={row} onOpen={onOpen} />
      <dl>
        {roles.map((role) => (
          <div key={role}>
            <dt>{say.column[role]}</dt>
            <dd>
              <Cell row={row} role={role} />
            </dd>
          </div>
        ))}
      </dl>
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
