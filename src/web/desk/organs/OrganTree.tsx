/** 机关单位: the tree of organs by administration; administrators open, rename, merge and abolish. */
import { Input, Select } from 'antd'
import { useMemo, useState } from 'react'
import { useSearchParams } from 'react-router'
import { terms } from '../../../wording/terms.ts'
import { Nothing } from '../layout/Nothing.tsx'
import { Page } from '../layout/page.tsx'
import { Skeleton } from '../layout/Skeleton.tsx'
import { Trouble } from '../layout/Trouble.tsx'
import { useLanguage } from '../locales/language.tsx'
import { useSession } from '../session/session-context.ts'
import { type Organ, useOrgans } from './directory.ts'
import { OrganActs } from './OrganActs.tsx'
import { matches } from './OrganPicker.tsx'
import './organs.css'

export function OrganTree() {
  const { words } = useLanguage()
  const organs = useOrgans()
  return (
    <Page title={words.organ.title}>
      {organs.isPending && <Skeleton lines={12} />}
      {organs.isError && <Trouble error={organs.error} onRetry={() => organs.refetch()} />}
      {organs.data && <Tree organs={organs.data.items} />}
    </Page>
  )
}

function Tree({ organs }: { readonly organs: readonly Organ[] }) {
  const { words, term } = useLanguage()
  const [search, setSearch] = useSearchParams()
  const [typed, setTyped] = useState('')
  const level = search.get('level') ?? undefined
  const childrenOf = useMemo(() => byParent(organs), [organs])
  const isFiltered = typed.trim() !== '' || level !== undefined
  const found = isFiltered
    ? organs.filter((organ) => (!level || organ.level === level) && matches(typed, soughtIn(organ)))
    : []
  return (
    <>
      <div className="organ-tools">
        <Input
          allowClear
          value={typed}
          placeholder={words.organ.search}
          aria-label={words.organ.search}
          onChange={(event) => setTyped(event.target.value)}
        />
        <Select
          allowClear
          value={level ?? null}
          placeholder={words.organ.level}
          aria-label={words.organ.level}
          onChange={(next) => setSearch(next ? { level: next } : {}, { replace: true })}
          options={Object.keys(terms.organLevel).map((code) => ({ value: code, label: term('organLevel', code) }))}
        />
        <span className="faint">{words.organ.count(isFiltered ? found.length : organs.length)}</span>
      </div>
      {isFiltered ? (
        <Found organs={found} />
      ) : (
        <ul className="organ-tree">
          {(childrenOf.get(null) ?? []).map((organ) => (
            <Branch key={organ.id} organ={organ} childrenOf={childrenOf} depth={0} />
          ))}
        </ul>
      )}
    </>
  )
}

const soughtIn = (organ: Organ): string => `${organ.zh} ${organ.en} ${organ.id} ${organ.region}`.toLowerCase()

type ChildrenOf = ReadonlyMap<string | null, readonly Organ[]>

/** An organ whose superior is not in the list stands at the top, so that nothing is lost from sight. */
function byParent(organs: readonly Organ[]): ChildrenOf {
  const known = new Set(organs.map(({ id }) => id))
  const sorted = organs.toSorted((a, b) => (a.region + a.zh < b.region + b.zh ? -1 : 1))
  return Map.groupBy(sorted, ({ parent }) => (parent !== null && known.has(parent) ? parent : null))
}

const openDepth = 2

function Branch({
  organ,
  childrenOf,
  depth,
}: {
  readonly organ: Organ
  readonly childrenOf: ChildrenOf
  readonly depth: number
}) {
  const children = childrenOf.get(organ.id) ?? []
  const [isOpen, setIsOpen] = useState(depth < openDepth)
  if (children.length === 0) {
    return (
      <li>
        <Row organ={organ} />
      </li>
    )
  }
  return (
    <li>
      <details open={isOpen} onToggle={(event) => setIsOpen(event.currentTarget.open)}>
        <summary>
          <Row organ={organ} below={children.length} />
        </summary>
        {isOpen && (
          <ul>
            {children.map((child) => (
              <Branch key={child.id} organ={child} childrenOf={childrenOf} depth={depth + 1} />
            ))}
          </ul>
        )}
      </details>
    </li>
  )
}

const mostFound = 200

function Found({ organs }: { readonly organs: readonly Organ[] }) {
  const { words } = useLanguage()
  if (organs.length === 0) return <Nothing title={words.organ.noneFound} />
  return (
    <ul className="organ-tree organ-found">
      {organs.slice(0, mostFound).map((organ) => (
        <li key={organ.id}>
          <Row organ={organ} />
        </li>
      ))}
    </ul>
  )
}

function Row({ organ, below }: { readonly organ: Organ; readonly below?: number }) {
  const { pick, term, language } = useLanguage()
  const { has } = useSession()
  const other = language === 'zh' ? organ.en : organ.zh
  return (
    <span className={organ.state === 'active' ? 'organ-row' : 'organ-row organ-ended'}>
      <span className="organ-name">
        {pick(organ)}
        {below !== undefined && <span className="faint"> {below}</span>}
      </span>
      <span className="organ-other faint">{other}</span>
      <span className="organ-kind faint">
        {term('organKind', organ.kind)} · {term('organLevel', organ.level)}
        {organ.state !== 'active' && ` · ${term('organState', organ.state)}`}
      </span>
      {has('administrator') && organ.state === 'active' && <OrganActs organ={organ} />}
    </span>
  )
}
