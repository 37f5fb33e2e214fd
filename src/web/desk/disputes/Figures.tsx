import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { disputeTerms } from '../../../wording/dispute-terms.ts'
import { todayInBeijing } from '../../shared/days.ts'
import { DayField } from '../layout/DayField.tsx'
import { More } from '../layout/More.tsx'
import { Page } from '../layout/page.tsx'
import { Skeleton } from '../layout/Skeleton.tsx'
import { Trouble } from '../layout/Trouble.tsx'
import { useLanguage } from '../locales/language.tsx'
import { usePlaceName } from '../organs/directory.ts'
import { PlacePicker } from '../organs/PlacePicker.tsx'
import { DisputeLedger } from './DisputeLedger.tsx'
import { type Period, type PlaceFigures, useBehind, useFigures } from './disputes.ts'
import './disputes.css'

const levels = ['village', 'township', 'county', 'prefecture', 'province'] as const
const parts = [
  'recorded',
  'settled',
  ...levels,
  'petitions',
  'directed',
  'notFound',
  'open',
  'overdue',
  'relapsed',
] as const
type FigurePart = (typeof parts)[number]
const isLevel = (part: FigurePart): part is (typeof levels)[number] => (levels as readonly string[]).includes(part)
const numberOf = (figures: PlaceFigures, part: FigurePart): number =>
  isLevel(part) ? figures.byLevel[part] : figures[part]

/** Where disputes were settled, how long it took and whether it held: by place and level, each number with the disputes behind it. */
export function Figures() {
  const { words, pick, language } = useLanguage()
  const placeName = usePlaceName()
  const [search, setSearch] = useSearchParams()
  const today = todayInBeijing()
  const period: Period = {
    from: search.get('from') ?? `${today.slice(0, 4)}-01-01`,
    until: search.get('until') ?? today,
    region: search.get('region') ?? undefined,
  }
  const [behind, look] = useState<{ readonly region: string; readonly part: FigurePart } | null>(null)
  const read = useFigures(period)
  const go = (next: Partial<Period>) => {
    look(null)
    const { from, until, region } = { ...period, ...next }
    setSearch({ from, until, ...(region ? { region } : {}) }, { replace: true })
  }
  const say = words.dispute.figures
  const { data } = read
  // levels at which nothing was settled take no room
  const shown = parts.filter((part) => !isLevel(part) || (data?.all.byLevel[part] ?? 0) > 0)
  return (
    <Page title={say.title}>
      <p className="soft page-says">{say.says}</p>
      <div className="dispute-filters">
        <DayField value={period.from} onChange={(from) => from && go({ from })} mayBeFuture={false} />
        <DayField value={period.until} onChange={(until) => until && go({ until })} mayBeFuture={false} />
        <PlacePicker aria-label={words.dispute.place} value={period.region} onChange={(region) => go({ region })} />
      </div>
      {read.isPending && <Skeleton lines={8} />}
      {read.isError && <Trouble error={read.error} onRetry={() => read.refetch()} />}
      {read.isSuccess && (
        <>
          <Whole figures={read.data.all} shareFrom={read.data.shareFrom} />
          <div className="dispute-scroll">
            <table className="dispute-figures" aria-label={say.title}>
              <thead>
                <tr>
                  <th scope="col">{words.dispute.place}</th>
                  <th scope="col" className="end">
                    {say.local}
                  </th>
                  <th scope="col" className="end">
                    {say.median}
                  </th>
                  {shown.map((part) => (
                    <th key={part} scope="col" className="end">
                      {isLevel(part) ? disputeTerms.disputeLevel[part][language] : say.parts[part]}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {[read.data.all, ...read.data.places].map((figures, at) => (
                  <tr key={at === 0 ? 'all' : figures.region} className={at === 0 ? 'dispute-all' : undefined}>
                    <th scope="row">
                      {at === 0 ? (
                        say.all
                      ) : (
                        <button type="button" className="link" onClick={() => go({ region: figures.region })}>
                          {placeName(figures.region)}
                        </button>
                      )}
                    </th>
                    <td className="end">
                      {shareInWords(figures.localShare) ?? <span className="faint">{say.few}</span>}
                    </td>
                    <td className="end">{figures.medianDays ?? '–'}</td>
                    {shown.map((part) => {
                      const number = numberOf(figures, part)
                      return (
                        <td key={part} className="end">
                          {number === 0 ? (
                            <span className="faint">0</span>
                          ) : (
                            <button
                              type="button"
                              className="link"
                              onClick={() => look({ region: figures.region, part })}
                            >
                              {number}
                            </button>
                          )}
                        </td>
                      )
                    })}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          <p className="faint">{say.shareSays(read.data.shareFrom, pick(read.data.basis))}</p>
          {behind && <Behind period={{ ...period, region: behind.region || period.region }} part={behind.part} />}
        </>
      )}
    </Page>
  )
}

const shareInWords = (share: number | null): string | null =>
  share === null ? null : `${Math.round(share * 1000) / 10}%`

/** In one sentence, small numbers as they are. */
function Whole({ figures, shareFrom }: { readonly figures: PlaceFigures; readonly shareFrom: number }) {
  const { words } = useLanguage()
  const { byLevel, settled, petitions, directed, localShare } = figures
  const local = byLevel.village + byLevel.township
  const say = words.dispute.figures
  return (
    <p className="dispute-whole">
      {say.sentence(local, settled + petitions + directed, petitions)}{' '}
      {localShare === null ? say.tooFew(shareFrom) : say.share(shareInWords(localShare) ?? '')}
    </p>
  )
}

function Behind({ period, part }: { readonly period: Period; readonly part: FigurePart }) {
  const { words, language } = useLanguage()
  const placeName = usePlaceName()
  const list = useBehind(period, part)
  const say = words.dispute.figures
  const name = isLevel(part) ? disputeTerms.disputeLevel[part][language] : say.parts[part]
  return (
    <section className="dispute-behind">
      <h2>{say.behind(period.region ? placeName(period.region) : say.all, name)}</h2>
      {list.isPending && <Skeleton lines={4} />}
      {list.isError && <Trouble error={list.error} onRetry={() => list.refetch()} />}
      {list.isSuccess && (
        <>
          <DisputeLedger rows={list.data.pages.flatMap(({ items }) => items)} />
          <More hasMore={list.hasNextPage} isLoading={list.isFetchingNextPage} onMore={() => list.fetchNextPage()} />
        </>
      )}
    </section>
  )
}
