import { useMemo } from 'react'
import { useSearchParams } from 'react-router'
import { referralTermOf } from '../../../wording/referral-terms.ts'
import { fullDay } from '../../shared/days.ts'
import { type Column, Ledger } from '../layout/Ledger.tsx'
import { More } from '../layout/More.tsx'
import { Nothing } from '../layout/Nothing.tsx'
import { Page } from '../layout/page.tsx'
import { ShelfCount, Shelves } from '../layout/Shelves.tsx'
import { Skeleton } from '../layout/Skeleton.tsx'
import { Trouble } from '../layout/Trouble.tsx'
import { useLanguage } from '../locales/language.tsx'
import { LastDay } from '../petition/words.tsx'
import { type ReferralLine, type Shelf, shelves, useReferralCounts, useReferrals } from './referrals.ts'
import { useReferralWords } from './words.ts'

const asShelf = (text: string | null): Shelf => shelves.find((shelf) => shelf === text) ?? 'due'

/** What the office explained and what was brought to it, by what falls due. */
export function Referrals() {
  const say = useReferralWords()
  const [search, setSearch] = useSearchParams()
  const shelf = asShelf(search.get('shelf'))
  const { data: counts } = useReferralCounts()
  return (
    <Page title={say.title}>
      <p className="soft page-says">{say.says}</p>
      <div className="page-choice">
        <Shelves
          label={say.state}
          shelves={shelves}
          chosen={shelf}
          nameOf={(each) => say.shelves[each]}
          countOf={(each) => <ShelfCount of={each === 'done' ? 0 : (counts?.[each] ?? 0)} />}
          onChoose={(each) => setSearch({ shelf: each }, { replace: true })}
        />
      </div>
      <ReferralLedger shelf={shelf} />
    </Page>
  )
}

function ReferralLedger({ shelf }: { readonly shelf: Shelf }) {
  const say = useReferralWords()
  const referrals = useReferrals(shelf)
  const columns = useReferralColumns()
  if (referrals.isPending) return <Skeleton lines={8} />
  if (referrals.isError) return <Trouble error={referrals.error} onRetry={() => referrals.refetch()} />
  const rows = referrals.data.pages.flatMap(({ items }) => items)
  if (rows.length === 0) return <Nothing title={say.none[shelf]} says={say.noneSays} />
  return (
    <>
      <Ledger
        label={say.title}
        rows={rows}
        columns={columns}
        keyOf={({ referral }) => referral}
        hrefOf={({ referral }) => `/referrals/${referral}`}
        linked="way"
        card={(row) => <ReferralCard row={row} />}
      />
      <More
        hasMore={referrals.hasNextPage}
        isLoading={referrals.isFetchingNextPage}
        onMore={() => referrals.fetchNextPage()}
      />
    </>
  )
}

/** Where it goes, by whichever name there is. */
function useWhere() {
  const { pick } = useLanguage()
  return ({ to }: Pick<ReferralLine, 'to'>): string => (to.organ ? pick(to.organ) : (to.name ?? ''))
}

function useReferralColumns(): readonly Column<ReferralLine>[] {
  const say = useReferralWords()
  const { pick, language } = useLanguage()
  const where = useWhere()
  return useMemo(() => {
    const wayOf = ({ way }: ReferralLine) => referralTermOf('referralWay', way)[language]
    const stageOf = ({ stage }: ReferralLine) => referralTermOf('referralStage', stage)[language]
    return [
      {
        key: 'next',
        title: say.next,
        width: 'var(--due-width)',
        cell: ({ next, movedOn }) =>
          next ? <LastDay {...next} /> : <span className="nowrap faint">{fullDay(movedOn, language)}</span>,
      },
      { key: 'way', title: say.way, width: 200, text: wayOf, cell: wayOf },
      { key: 'to', title: say.to, isWide: true, text: where, cell: where },
      {
        key: 'what',
        title: say.what,
        width: 200,
        cell: ({ next }) => next && referralTermOf('referralClock', next.rule)[language],
      },
      {
        key: 'guide',
        title: say.guide,
        width: 180,
        text: ({ guide }) => pick(guide),
        cell: ({ guide }) => pick(guide),
      },
      { key: 'state', title: say.state, width: 160, text: stageOf, cell: stageOf },
    ]
  }, [say, pick, language, where])
}

/** One on a phone. */
function ReferralCard({ row }: { readonly row: ReferralLine }) {
  const { language } = useLanguage()
  const where = useWhere()
  return (
    <div className="work-card">
      <div className="work-card-top">
        <NextLimit line={row} />
        <span className="soft">{referralTermOf('referralStage', row.stage)[language]}</span>
      </div>
      <div className="work-card-title">{referralTermOf('referralWay', row.way)[language]}</div>
      <div className="work-card-foot faint">
        <span>{where(row)}</span>
      </div>
    </div>
  )
}

/** What is to be done by which day, and by whom. */
export function NextLimit({ line: { next, movedOn } }: { readonly line: ReferralLine }) {
  const say = useReferralWords()
  const { language } = useLanguage()
  if (!next) return <span className="faint nowrap">{fullDay(movedOn, language)}</span>
  return (
    <span>
      {say.binds[next.binds]} · {referralTermOf('referralClock', next.rule)[language]} <LastDay {...next} />
    </span>
  )
}
