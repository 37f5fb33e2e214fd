import { useMemo } from 'react'
import { Link, useSearchParams } from 'react-router'
import { callTermOf } from '../../../wording/call-terms.ts'
import { suggestionTermOf } from '../../../wording/suggestion-terms.ts'
import { fullDay } from '../../shared/days.ts'
import { type CallRow, useOwnCalls } from '../calls/calls.ts'
import { type Column, Ledger } from '../layout/Ledger.tsx'
import { More } from '../layout/More.tsx'
import { Nothing } from '../layout/Nothing.tsx'
import { Page } from '../layout/page.tsx'
import { Shelves } from '../layout/Shelves.tsx'
import { Skeleton } from '../layout/Skeleton.tsx'
import { Trouble } from '../layout/Trouble.tsx'
import { useLanguage } from '../locales/language.tsx'
import { shownNumber } from '../petition/words.tsx'
import { useSession } from '../session/session-context.ts'
import { type SuggestionRow, useSuggestions, type Wanted } from './suggestions.ts'
import '../tasks/tasks.css'

const tabs = ['calls', 'suggestions', 'waits'] as const

/** What one's organ asks people about, and what became of what they said. */
export function Suggestions() {
  const { words } = useLanguage()
  const { has } = useSession()
  const [search, setSearch] = useSearchParams()
  const tab = tabs.find((each) => each === search.get('list')) ?? 'calls'
  const mayDraft = has('clerk') || has('head')
  return (
    <Page title={words.suggestion.title} beside={mayDraft && <Link to="/calls/new">{words.suggestion.call.new}</Link>}>
      <p className="soft page-says">{words.suggestion.says}</p>
      <div className="page-choice">
        <Shelves
          label={words.suggestion.title}
          shelves={tabs}
          chosen={tab}
          nameOf={(each) => words.suggestion.tabs[each]}
          onChoose={(each) => setSearch({ list: each }, { replace: true })}
        />
      </div>
      {tab === 'calls' ? <Calls /> : <SuggestionLedger call={null} stage={null} waits={tab === 'waits'} />}
    </Page>
  )
}

function Calls() {
  const { words, language } = useLanguage()
  const calls = useOwnCalls()
  const columns = useMemo((): readonly Column<CallRow>[] => {
    const say = words.suggestion.call
    return [
      { key: 'until', title: say.until, width: 150, cell: ({ until }) => fullDay(until, language) },
      { key: 'title', title: say.title, isWide: true, text: ({ title }) => title, cell: ({ title }) => title },
      { key: 'stage', title: say.state, width: 140, cell: ({ stage }) => callTermOf('callStage', stage)[language] },
      { key: 'received', title: say.received, width: 100, cell: ({ counts }) => counts?.received ?? '' },
    ]
  }, [words, language])
  if (calls.isPending) return <Skeleton lines={6} />
  if (calls.isError) return <Trouble error={calls.error} onRetry={() => calls.refetch()} />
  const rows = calls.data.pages.flatMap(({ items }) => items)
  if (rows.length === 0) return <Nothing title={words.suggestion.call.none} says={words.suggestion.call.noneSays} />
  return (
    <>
      <Ledger
        label={words.suggestion.tabs.calls}
        rows={rows}
        columns={columns}
        keyOf={({ call }) => call}
        hrefOf={({ call }) => `/calls/${call}`}
        linked="title"
        card={({ title, stage, until }) => (
          <div className="work-card">
            <div className="work-card-top">
              <span>{callTermOf('callStage', stage)[language]}</span>
              <span className="soft">{fullDay(until, language)}</span>
            </div>
            <div className="work-card-title">{title}</div>
          </div>
        )}
      />
      <More hasMore={calls.hasNextPage} isLoading={calls.isFetchingNextPage} onMore={() => calls.fetchNextPage()} />
    </>
  )
}

/** The suggestions on one call, or all that concern one's organ. */
export function SuggestionLedger(wanted: Wanted) {
  const { words } = useLanguage()
  const found = useSuggestions(wanted)
  const columns = useSuggestionColumns()
  if (found.isPending) return <Skeleton lines={6} />
  if (found.isError) return <Trouble error={found.error} onRetry={() => found.refetch()} />
  const rows = found.data.pages.flatMap(({ items }) => items)
  if (rows.length === 0) return <Nothing title={words.suggestion.one.none} says={words.suggestion.one.noneSays} />
  return (
    <>
      <Ledger
        label={words.suggestion.tabs.suggestions}
        rows={rows}
        columns={columns}
        keyOf={({ suggestion }) => suggestion}
        hrefOf={({ suggestion }) => `/suggestions/${suggestion}`}
        linked="title"
        card={(row) => <Card row={row} />}
      />
      <More hasMore={found.hasNextPage} isLoading={found.isFetchingNextPage} onMore={() => found.fetchNextPage()} />
    </>
  )
}

function useStanding() {
  const { words, language } = useLanguage()
  return ({ stage, adoption, waits }: SuggestionRow): string =>
    [
      adoption ? words.suggestion.call[adoption] : suggestionTermOf('suggestionStage', stage)[language],
      ...(waits ? [words.suggestion.one.waits] : []),
    ].join(' · ')
}

function useSuggestionColumns(): readonly Column<SuggestionRow>[] {
  const { words, pick, language } = useLanguage()
  const standing = useStanding()
  const say = words.suggestion.one
  return [
    { key: 'on', title: say.received, width: 160, cell: ({ receivedOn }) => fullDay(receivedOn, language) },
    { key: 'title', title: say.what, isWide: true, text: ({ title }) => title, cell: ({ title }) => title },
    { key: 'holder', title: say.holder, width: 200, cell: ({ holder }) => holder && pick(holder) },
    { key: 'state', title: say.stage, width: 170, text: standing, cell: standing },
    { key: 'number', title: say.petition, width: 190, cell: ({ petition }) => shownNumber(petition) },
  ]
}

function Card({ row }: { readonly row: SuggestionRow }) {
  const { pick, language } = useLanguage()
  const standing = useStanding()
  return (
    <div className="work-card">
      <div className="work-card-top">
        <span>{standing(row)}</span>
        <span className="soft">{fullDay(row.receivedOn, language)}</span>
      </div>
      <div className="work-card-title">{row.title}</div>
      <div className="work-card-foot faint">
        <span>{row.holder && pick(row.holder)}</span>
      </div>
    </div>
  )
}
