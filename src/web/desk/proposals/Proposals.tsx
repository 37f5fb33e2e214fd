import { Button, Segmented } from 'antd'
import { useMemo } from 'react'
import { Link, useSearchParams } from 'react-router'
import { proposalTermOf } from '../../../wording/proposal-terms.ts'
import { fullDay } from '../../shared/days.ts'
import { type Column, Ledger } from '../layout/Ledger.tsx'
import { More } from '../layout/More.tsx'
import { Nothing } from '../layout/Nothing.tsx'
import { Page } from '../layout/page.tsx'
import { ShelfCount, Shelves } from '../layout/Shelves.tsx'
import { Skeleton } from '../layout/Skeleton.tsx'
import { Trouble } from '../layout/Trouble.tsx'
import { useLanguage } from '../locales/language.tsx'
import { DaysLeft, LastDay } from '../petition/words.tsx'
import {
  countOn,
  type Part,
  type ProposalRow,
  type Shelf,
  shelves,
  useProposalCounts,
  useProposals,
} from './proposals.ts'
import './proposals.css'

const asShelf = (text: string | null): Shelf => shelves.find((shelf) => shelf === text) ?? 'waiting'
const ofRecipients: readonly Shelf[] = ['waiting', 'answered', 'done']

/** Proposals by what they wait for: those that the organ makes, and those made to it. */
export function Proposals() {
  const { words } = useLanguage()
  const [search, setSearch] = useSearchParams()
  const { data: counted } = useProposalCounts(true)
  const proposes = counted?.proposes ?? false
  const part: Part = search.get('part') === 'recipient' || (counted && !proposes) ? 'recipient' : 'bureau'
  const shelf = asShelf(search.get('shelf'))
  const petition = search.get('petition')
  const go = (next: { part?: Part; shelf?: Shelf }) =>
    setSearch(
      { part: next.part ?? part, shelf: next.shelf ?? shelf, ...(petition ? { petition } : {}) },
      { replace: true },
    )
  return (
    <Page
      title={words.proposal.title}
      beside={
        proposes && (
          <Link to={petition ? `/proposals/new?petition=${petition}` : '/proposals/new'}>
            <Button type="primary">{words.proposal.draft}</Button>
          </Link>
        )
      }
    >
      <p className="soft page-says">{words.proposal.says}</p>
      <div className="page-choice">
        {proposes && (
          <Segmented<Part>
            value={part}
            onChange={(next) => go({ part: next, shelf: 'waiting' })}
            options={(['bureau', 'recipient'] as const).map((value) => ({ value, label: words.proposal.parts[value] }))}
          />
        )}
        <Shelves
          label={words.proposal.state}
          shelves={part === 'recipient' ? ofRecipients : shelves}
          chosen={shelf}
          nameOf={(each) => words.proposal.shelves[each]}
          countOf={(each) => <ShelfCount of={countOn(counted, part, each)} />}
          onChoose={(each) => go({ shelf: each })}
        />
      </div>
      <ProposalLedger part={part} shelf={shelf} petition={petition} />
    </Page>
  )
}

function ProposalLedger({
  part,
  shelf,
  petition,
}: {
  readonly part: Part
  readonly shelf: Shelf
  readonly petition: string | null
}) {
  const { words } = useLanguage()
  const list = useProposals(part, shelf, petition)
  const columns = useProposalColumns(part, shelf)
  if (list.isPending) return <Skeleton lines={8} />
  if (list.isError) return <Trouble error={list.error} onRetry={() => list.refetch()} />
  const rows = list.data.pages.flatMap(({ items }) => items)
  if (rows.length === 0) return <Nothing title={words.proposal.none[shelf]} says={words.proposal.noneSays[part]} />
  return (
    <>
      <Ledger
        label={words.proposal.title}
        rows={rows}
        columns={columns}
        keyOf={({ proposal }) => proposal}
        hrefOf={({ proposal }) => `/proposals/${proposal}`}
        linked="name"
        card={(row) => <ProposalCard row={row} />}
      />
      <More hasMore={list.hasNextPage} isLoading={list.isFetchingNextPage} onMore={() => list.fetchNextPage()} />
    </>
  )
}

/** What became of it, in a few words: of each recipient where there are several. */
function useStateInWords() {
  const { words, language, pick } = useLanguage()
  return (row: ProposalRow): string => {
    const said = ({ adoption, effect, isOverdue }: ProposalRow['recipients'][number]): string =>
      [
        ...(adoption ? [proposalTermOf('proposalAdoption', adoption)[language]] : []),
        ...(effect ? [proposalTermOf('proposalEffect', effect)[language]] : []),
        ...(isOverdue ? [words.proposal.overdue] : []),
      ].join(words.law.comma)
    if (row.stage !== 'issued' && row.stage !== 'closed') return proposalTermOf('proposalStage', row.stage)[language]
    const [only, ...more] = row.recipients
    if (only && more.length === 0) return said(only) || proposalTermOf('proposalStage', row.stage)[language]
    return row.recipients
      .map((recipient) => `${pick(recipient.organ)}${words.colon}${said(recipient) || '–'}`)
      .join(words.law.semicolon)
  }
}

function useProposalColumns(part: Part, shelf: Shelf): readonly Column<ProposalRow>[] {
  const { words, term, pick, language } = useLanguage()
  const stateOf = useStateInWords()
  return useMemo(() => {
    const organs = (row: ProposalRow) =>
      part === 'recipient' ? pick(row.bureau) : row.recipients.map(({ organ }) => pick(organ)).join(words.law.comma)
    return [
      shelf === 'waiting'
        ? {
            key: 'due',
            title: words.proposal.due,
            width: 'var(--due-width)',
            cell: ({ nextDuty }: ProposalRow) => nextDuty && <LastDay {...nextDuty} />,
          }
        : {
            key: 'moved',
            title: words.proposal.moved,
            width: 130,
            cell: ({ movedOn }: ProposalRow) => <span className="nowrap">{fullDay(movedOn, language)}</span>,
          },
      {
        key: 'name',
        title: words.proposal.name,
        isWide: true,
        text: (row) => row.title ?? words.proposal.sealedTitle,
        cell: (row) => row.title ?? words.proposal.sealedTitle,
      },
      { key: 'kind', title: words.proposal.kind, width: 170, cell: ({ kind }) => term('proposalKind', kind) },
      {
        key: 'organs',
        title: part === 'recipient' ? words.proposal.bureau : words.proposal.recipients,
        width: 220,
        text: organs,
        cell: organs,
      },
      { key: 'state', title: words.proposal.state, width: 200, text: stateOf, cell: stateOf },
    ]
  }, [words, term, pick, language, part, shelf, stateOf])
}

/** One proposal on a phone. */
function ProposalCard({ row }: { readonly row: ProposalRow }) {
  const { words, pick, term } = useLanguage()
  const stateOf = useStateInWords()
  return (
    <div className="work-card">
      <div className="work-card-top">
        {row.nextDuty && <DaysLeft {...row.nextDuty} />}
        <span className="soft">{term('proposalKind', row.kind)}</span>
      </div>
      <div className="work-card-title">{row.title ?? words.proposal.sealedTitle}</div>
      <div className="work-card-foot faint">
        <span>{pick(row.bureau)}</span>
        <span>{stateOf(row)}</span>
      </div>
    </div>
  )
}
