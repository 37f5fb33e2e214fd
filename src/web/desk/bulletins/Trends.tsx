/** What rose and what fell: one line an item, with the petitions behind it for whoever may see them. */
import { Button, Modal } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { bulletinTerms } from '../../../wording/bulletin-terms.ts'
import { fullDay } from '../../shared/days.ts'
import { Skeleton } from '../layout/Skeleton.tsx'
import { Trouble } from '../layout/Trouble.tsx'
import { useLanguage } from '../locales/language.tsx'
import { shownNumber } from '../petition/words.tsx'
import { type BulletinView, type CountedView, type TrendsView, useBehind, useBulletinWords } from './bulletins.ts'

type Line = TrendsView['lines'][number]
type Verdict = Line['sinceBefore']

interface TableProps {
  readonly counted: CountedView
  readonly trends: TrendsView
  readonly bulletin: string | null
}

export function TrendTable({ counted, trends, bulletin }: TableProps) {
  const { pick, language } = useLanguage()
  const say = useBulletinWords()
  const [opened, open] = useState<Line | null>(null)
  const { before, yearAgo, lines, fewest } = trends
  const days = ({ from, until, isCovered }: TrendsView['before']) => {
    const said = say.between(fullDay(from, language), fullDay(until, language))
    return isCovered ? said : say.uncovered(said)
  }
  const number = (count: number | null) => count ?? say.fewer(fewest)
  return (
    <section className="trend">
      <h3>{pick(counted)}</h3>
      {lines.length === 0 ? (
        <p className="faint">{say.trendEmpty(fewest)}</p>
      ) : (
        <table>
          <thead>
            <tr>
              <th scope="col">{say.item}</th>
              <th scope="col">{say.now3}</th>
              {before.isCovered && <th scope="col">{say.before3}</th>}
              {yearAgo.isCovered && <th scope="col">{say.yearAgo3}</th>}
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={line.code}>
                <th scope="row">
                  {bulletin === null ? (
                    pick(line)
                  ) : (
                    <button type="button" className="trend-open" onClick={() => open(line)}>
                      {pick(line)}
                    </button>
                  )}
                </th>
                <td>{number(line.now)}</td>
                {before.isCovered && (
                  <td>
                    {number(line.before)} <Mark verdict={line.sinceBefore} />
                  </td>
                )}
                {yearAgo.isCovered && (
                  <td>
                    {number(line.yearAgo)} <Mark verdict={line.sinceYearAgo} />
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <details className="trend-method">
        <summary>{say.howCounted}</summary>
        <p>{pick(counted.method)}</p>
        <p>{say.method(days(before), days(yearAgo), fewest, trends.comparisons)}</p>
      </details>
      {opened && bulletin && (
        <Behind bulletin={bulletin} figure={counted.figure} line={opened} onClose={() => open(null)} />
      )}
    </section>
  )
}

/** In words and by a sign, never by colour alone. What is within chance is not marked. */
function Mark({ verdict }: { readonly verdict: Verdict }) {
  const { pick } = useLanguage()
  if (verdict === null || verdict === 'noise') return null
  return (
    <span className={`trend-${verdict}`}>
      {verdict === 'rose' ? '↑' : '↓'} {pick(bulletinTerms.verdict[verdict])}
    </span>
  )
}

interface BehindProps {
  readonly bulletin: string
  readonly figure: string
  readonly line: Line
  readonly onClose: () => void
}

function Behind({ bulletin, figure, line, onClose }: BehindProps) {
  const { pick, language } = useLanguage()
  const say = useBulletinWords()
  const behind = useBehind(bulletin, { figure, code: line.code })
  const items = behind.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <Modal open title={pick(line)} footer={null} onCancel={onClose}>
      <p className="faint">{say.behindSays}</p>
      {behind.isPending && <Skeleton lines={4} />}
      {behind.isError && <Trouble error={behind.error} onRetry={() => behind.refetch()} />}
      {behind.isSuccess && items.length === 0 && <p>{say.behindNone}</p>}
      <ul className="trend-behind">
        {items.map(({ petition, category, stage, registeredOn }) => (
          <li key={petition}>
            <Link to={`/petitions/${petition}`}>{shownNumber(petition)}</Link>
            <span>{pick(category)}</span>
            <span className="soft">
              {pick(stage)} · {fullDay(registeredOn, language)}
            </span>
          </li>
        ))}
      </ul>
      {behind.hasNextPage && (
        <Button loading={behind.isFetchingNextPage} onClick={() => behind.fetchNextPage()}>
          {say.behindMore}
        </Button>
      )}
    </Modal>
  )
}

/** All comparisons of an issued report together, for whoever reads it on a phone. */
export function TrendsOf({ bulletin }: { readonly bulletin: BulletinView }) {
  const say = useBulletinWords()
  const compared = bulletin.blocks.flatMap((block) =>
    block.is === 'figures' ? block.counted.filter(({ trends }) => trends !== null) : [],
  )
  if (compared.length === 0) return null
  return (
    <section className="trends no-print" aria-label={say.trends}>
      <h2>{say.trends}</h2>
      {compared.map(
        (counted) =>
          counted.trends && (
            <TrendTable key={counted.figure} counted={counted} trends={counted.trends} bulletin={bulletin.bulletin} />
          ),
      )}
    </section>
  )
}
