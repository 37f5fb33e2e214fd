/** Circulars, annual reports and notices: what came to the office, what it drafts, what waits for approval, what it issued. */
import { Button, Dropdown, Segmented, Select } from 'antd'
import { Link, useNavigate, useSearchParams } from 'react-router'
import { bulletinTermOf, bulletinTerms } from '../../../wording/bulletin-terms.ts'
import { fullDay } from '../../shared/days.ts'
import { type Column, Ledger } from '../layout/Ledger.tsx'
import { More } from '../layout/More.tsx'
import { useIsNarrow } from '../layout/media.ts'
import { Nothing } from '../layout/Nothing.tsx'
import { Page } from '../layout/page.tsx'
import { Skeleton } from '../layout/Skeleton.tsx'
import { Trouble } from '../layout/Trouble.tsx'
import { useLanguage } from '../locales/language.tsx'
import {
  type BulletinRow,
  type Choice,
  isTab,
  type Kind,
  type Tab,
  tabs,
  useBulletinDesk,
  useBulletins,
  useBulletinWords,
} from './bulletins.ts'
import './bulletins.css'

const isKind = (text: string | null): text is Kind => text !== null && text in bulletinTerms.bulletinKind

export function Bulletins() {
  const { words, pick } = useLanguage()
  const say = useBulletinWords()
  const isNarrow = useIsNarrow()
  const [search, setSearch] = useSearchParams()
  const sought = search.get('tab')
  const tab: Tab = isTab(sought) ? sought : 'toRead'
  const chosen = search.get('kind')
  const kind = isKind(chosen) ? chosen : null
  const counts = useBulletinDesk().data?.counts
  const countOf = (of: Tab): number => (counts && of in counts ? counts[of as keyof typeof counts] : 0)
  const go = (next: Tab, of: Kind | null) => setSearch({ tab: next, ...(of ? { kind: of } : {}) }, { replace: true })
  const options = tabs.map((value) => ({
    value,
    label: countOf(value) > 0 ? `${say.tab[value]} ${countOf(value)}` : say.tab[value],
  }))
  return (
    <Page title={words.nav.bulletins} beside={<Begin />}>
      <p className="soft page-says">{say.says}</p>
      <OwedReports />
      <div className="bulletin-filters">
        {isNarrow ? (
          <Select<Tab>
            value={tab}
            options={options}
            onChange={(next) => go(next, kind)}
            aria-label={words.nav.bulletins}
          />
        ) : (
          <Segmented<Tab> value={tab} options={options} onChange={(next) => go(next, kind)} />
        )}
        <Select<Kind | ''>
          value={kind ?? ''}
          aria-label={say.kind}
          className="bulletin-kind"
          onChange={(next) => go(tab, next === '' ? null : next)}
          options={[
            { value: '', label: say.everyKind },
            ...Object.entries(bulletinTerms.bulletinKind).map(([value, term]) => ({
              value: value as Kind,
              label: pick(term),
            })),
          ]}
        />
      </div>
      <BulletinLedger tab={tab} kind={kind} />
    </Page>
  )
}

/** Situation reports that are owed: on which period, by when, and what there is of them. */
function OwedReports() {
  const { pick, language } = useLanguage()
  const say = useBulletinWords()
  const owed = useBulletinDesk().data?.owed ?? []
  if (owed.length === 0) return null
  return (
    <section className="bulletin-owed" aria-label={say.owed}>
      <h2>{say.owed}</h2>
      <ul>
        {owed.map(({ period, due, isOverdue, bulletin, stage }) => (
          <li key={period.span + period.from}>
            <span>{pick(period)}</span>
            <span className={isOverdue ? 'bulletin-late' : 'soft'}>
              {isOverdue ? say.owedLate(fullDay(due, language)) : say.owedBy(fullDay(due, language))}
            </span>
            <Link
              to={
                bulletin
                  ? `/bulletins/${bulletin}`
                  : `/bulletins/new?kind=situationReport&span=${period.span}&from=${period.from}`
              }
            >
              {stage ? pick(bulletinTermOf('bulletinStage', stage)) : say.owedBegin}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What one may begin; what one may not says why. */
function Begin() {
  const { pick } = useLanguage()
  const say = useBulletinWords()
  const navigate = useNavigate()
  const { data } = useBulletinDesk()
  const items = (data?.kinds ?? []).map((choice) => ({
    key: keyOf(choice),
    disabled: !choice.allowed,
    label: (
      <span className="bulletin-choice">
        <span>{pick(choice)}</span>
        {choice.refusal && <span className="faint">{pick(choice.refusal)}</span>}
      </span>
    ),
    onClick: () => navigate(`/bulletins/new?kind=${choice.kind}${choice.tone ? `&tone=${choice.tone}` : ''}`),
  }))
  return (
    <Dropdown trigger={['click']} placement="bottomRight" menu={{ items, className: 'bulletin-choices' }}>
      <Button type="primary" disabled={items.length === 0}>
        {say.begin}
      </Button>
    </Dropdown>
  )
}

const keyOf = ({ kind, tone }: Choice): string => `${kind}.${tone ?? ''}`

interface LedgerProps {
  readonly tab: Tab
  readonly kind: Kind | null
}

function BulletinLedger({ tab, kind }: LedgerProps) {
  const { words } = useLanguage()
  const say = useBulletinWords()
  const list = useBulletins(tab, kind)
  const columns = useColumns(tab)
  if (list.isPending) return <Skeleton lines={8} />
  if (list.isError) return <Trouble error={list.error} onRetry={() => list.refetch()} />
  const rows = list.data.pages.flatMap(({ items }) => items)
  if (rows.length === 0) return <Nothing title={say.none[tab]} says={say.noneSays} />
  return (
    <>
      <Ledger
        label={words.nav.bulletins}
        rows={rows}
        columns={columns}
        keyOf={({ bulletin }) => bulletin}
        hrefOf={({ bulletin }) => `/bulletins/${bulletin}`}
        linked="title"
        card={(row) => <Card row={row} />}
      />
      <More hasMore={list.hasNextPage} isLoading={list.isFetchingNextPage} onMore={() => list.fetchNextPage()} />
    </>
  )
}

function useKindInWords() {
  const { pick } = useLanguage()
  return ({ kind, tone, year, period }: Pick<BulletinRow, 'kind' | 'tone' | 'year' | 'period'>): string => {
    const name = tone ? bulletinTermOf('circularTone', tone) : bulletinTermOf('bulletinKind', kind)
    const on = period ? pick(period) : year
    return on === null ? pick(name) : `${pick(name)} ${on}`
  }
}

function useColumns(tab: Tab): readonly Column<BulletinRow>[] {
  const { pick, language } = useLanguage()
  const say = useBulletinWords()
  const kindOf = useKindInWords()
  const isOut = tab === 'issued' || tab === 'toRead' || tab === 'read'
  const columns: readonly (Column<BulletinRow> | false)[] = [
    { key: 'kind', title: say.kind, width: 250, text: kindOf, cell: kindOf },
    {
      key: 'title',
      title: say.title,
      isWide: true,
      text: ({ title }) => title,
      cell: ({ title, isCorrection }) => (
        <>
          {title} {isCorrection && <span className="mark">{say.correction}</span>}
        </>
      ),
    },
    { key: 'organ', title: say.organ, width: 210, text: ({ organ }) => pick(organ), cell: ({ organ }) => pick(organ) },
    isOut && {
      key: 'number',
      title: say.number,
      width: 240,
      text: ({ number }) => number ?? '',
      cell: ({ number }) => number ?? <span className="faint">–</span>,
    },
    {
      key: 'day',
      title: isOut ? say.issuedOn : say.changedOn,
      width: 140,
      cell: ({ issuedOn, changedOn }) => (
        <span className="nowrap">{fullDay(isOut ? (issuedOn ?? changedOn) : changedOn, language)}</span>
      ),
    },
    tab === 'issued' && {
      key: 'receipts',
      title: say.receipts,
      width: 90,
      align: 'end',
      cell: ({ received, recipients }) => say.receiptsOf(received, recipients),
    },
  ]
  return columns.filter((column) => column !== false)
}

/** One on a phone. */
function Card({ row }: { readonly row: BulletinRow }) {
  const { pick, language } = useLanguage()
  const kindOf = useKindInWords()
  return (
    <div className="work-card">
      <div className="work-card-top">
        <span className="soft">{kindOf(row)}</span>
      </div>
      <div className="work-card-title">{row.title}</div>
      <div className="work-card-foot faint">
        <span>{pick(row.organ)}</span>
        {row.number && <span>{row.number}</span>}
        <span>{fullDay(row.issuedOn ?? row.changedOn, language)}</span>
      </div>
    </div>
  )
}
