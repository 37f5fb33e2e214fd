/** The roster of mediators by what they know and where, and the committees with what they lack against the law. */
import { Button, Segmented, Select } from 'antd'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { categoryTree } from '../../../law/codes/categories.ts'
import { mediatorKinds } from '../../../law/codes/mediator-kinds.ts'
import { More } from '../layout/More.tsx'
import { Nothing } from '../layout/Nothing.tsx'
import { Page } from '../layout/page.tsx'
import { Skeleton } from '../layout/Skeleton.tsx'
import { Trouble } from '../layout/Trouble.tsx'
import { useLanguage } from '../locales/language.tsx'
import { PlacePicker } from '../organs/PlacePicker.tsx'
import { useSession } from '../session/session-context.ts'
import { CommitteeDialog } from './CommitteeDialog.tsx'
import { CommitteeItem } from './CommitteeItem.tsx'
import { MediatorDialog } from './MediatorDialog.tsx'
import { MediatorItem } from './MediatorItem.tsx'
import { useCommittees, useMediators } from './mediators.ts'
import { optionsOf } from './names.ts'
import '../petition/petition.css'
import '../reports/reports.css'
import './mediators.css'

type Tab = 'roster' | 'committees'

export function Mediators() {
  const { words } = useLanguage()
  const [search, setSearch] = useSearchParams()
  const tab: Tab = search.get('tab') === 'committees' ? 'committees' : 'roster'
  return (
    <Page
      title={words.mediator.title}
      beside={
        <Segmented<Tab>
          value={tab}
          onChange={(next) => setSearch(next === 'roster' ? {} : { tab: next }, { replace: true })}
          options={(['roster', 'committees'] as const).map((value) => ({ value, label: words.mediator.tabs[value] }))}
        />
      }
    >
      <p className="soft page-says">{tab === 'roster' ? words.mediator.says : words.mediator.committeesSay}</p>
      {tab === 'roster' ? <Roster committee={search.get('committee')} /> : <Committees />}
    </Page>
  )
}

function Roster({ committee }: { readonly committee: string | null }) {
  const { words, language } = useLanguage()
  const { has } = useSession()
  const [kind, setKind] = useState<string>()
  const [skill, setSkill] = useState<string>()
  const [place, setPlace] = useState<string>()
  const [isEntering, enter] = useState(false)
  const list = useMediators({ kind, skill, place, committee: committee ?? undefined })
  const rows = list.data?.pages.flatMap(({ items }) => items) ?? []
  const keeps = (list.data?.pages[0]?.keepsRoster ?? false) && (has('clerk') || has('head'))
  return (
    <>
      <div className="mediator-filter">
        <Select
          allowClear
          aria-label={words.mediator.kind}
          placeholder={words.mediator.kind}
          options={optionsOf(mediatorKinds, language)}
          onChange={setKind}
        />
        <Select
          allowClear
          showSearch
          optionFilterProp="label"
          aria-label={words.mediator.skills}
          placeholder={words.mediator.skills}
          options={optionsOf(categoryTree, language)}
          onChange={setSkill}
        />
        <PlacePicker value={place} onChange={setPlace} aria-label={words.mediator.places} />
        {keeps && (
          <Button type="primary" onClick={() => enter(true)}>
            {words.mediator.enter}
          </Button>
        )}
      </div>
      {list.isPending && <Skeleton lines={6} />}
      {list.isError && <Trouble error={list.error} onRetry={() => list.refetch()} />}
      {list.isSuccess && rows.length === 0 && <Nothing title={words.mediator.none} says={words.mediator.noneSays} />}
      <ul className="mediator-list">
        {rows.map((row) => (
          <li key={row.mediator}>
            <MediatorItem mediator={row} />
          </li>
        ))}
      </ul>
      <More hasMore={list.hasNextPage} isLoading={list.isFetchingNextPage} onMore={() => list.fetchNextPage()} />
      {isEntering && <MediatorDialog mediator={null} onClose={() => enter(false)} />}
    </>
  )
}

function Committees() {
  const { words } = useLanguage()
  const { has } = useSession()
  const [place, setPlace] = useState<string>()
  const [isFounding, found] = useState(false)
  const list = useCommittees(place)
  const rows = list.data?.pages.flatMap(({ items }) => items) ?? []
  const keeps = (list.data?.pages[0]?.keepsRoster ?? false) && (has('clerk') || has('head'))
  return (
    <>
      <div className="mediator-filter">
        <PlacePicker value={place} onChange={setPlace} aria-label={words.mediator.region} />
        {keeps && (
          <Button type="primary" onClick={() => found(true)}>
            {words.mediator.found}
          </Button>
        )}
      </div>
      {list.isPending && <Skeleton lines={6} />}
      {list.isError && <Trouble error={list.error} onRetry={() => list.refetch()} />}
      {list.isSuccess && rows.length === 0 && (
        <Nothing title={words.mediator.noCommittees} says={words.mediator.noCommitteesSay} />
      )}
      <ul className="mediator-list">
        {rows.map((row) => (
          <li key={row.committee}>
            <CommitteeItem committee={row} />
          </li>
        ))}
      </ul>
      <More hasMore={list.hasNextPage} isLoading={list.isFetchingNextPage} onMore={() => list.fetchNextPage()} />
      {isFounding && <CommitteeDialog committee={null} act="found" onClose={() => found(false)} />}
    </>
  )
}
