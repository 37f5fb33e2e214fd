/** 通报: ranking and shares among organs alike. */
import { useSearchParams } from 'react-router'
import { todayInBeijing } from '../../shared/days.ts'
import { Nothing } from '../layout/Nothing.tsx'
import { Page } from '../layout/page.tsx'
import { Skeleton } from '../layout/Skeleton.tsx'
import { Trouble } from '../layout/Trouble.tsx'
import { useLanguage } from '../locales/language.tsx'
import { useCirculated } from './assessment.ts'
import { perCent, useAssessmentWords } from './assessment-words.ts'
import { PeriodPicker } from './Pickers.tsx'
import { lastMonth } from './periods.ts'
import { Tabs } from './Tabs.tsx'
import './assessment.css'

export function Circulated() {
  const { words, pick } = useLanguage()
  const { say, named } = useAssessmentWords()
  const [search, setSearch] = useSearchParams()
  const period = search.get('period') ?? lastMonth(todayInBeijing())
  const circulated = useCirculated(period)
  const items = circulated.data?.items ?? []
  return (
    <Page title={words.assessment.title} beside={<Tabs />}>
      <p className="soft assessment-says">{say.circulatedSays}</p>
      <div className="assessment-tools">
        <PeriodPicker value={period} onChange={(next) => setSearch({ period: next }, { replace: true })} />
      </div>
      {circulated.isPending && <Skeleton lines={8} />}
      {circulated.isError && <Trouble error={circulated.error} onRetry={() => circulated.refetch()} />}
      {circulated.data && items.length === 0 && <Nothing title={say.noCirculated} says={say.noCirculatedSays} />}
      <div className="circulated">
        {items.map(({ upper, indicator, ranking }) => (
          <section key={`${upper.id} ${indicator}`} className="panel">
            <h2>{named('indicator', indicator)}</h2>
            <p className="faint">{say.byUpper(pick(upper))}</p>
            <ol className="ranking">
              {ranking.map(({ place, organ, perMille, isYou }) => (
                <li key={organ.id} className={isYou ? 'ranking-you' : undefined}>
                  <span className="ranking-place">{place}</span>
                  <span>
                    {pick(organ)}
                    {isYou && <span className="mark">{say.you}</span>}
                  </span>
                  <strong>{perCent(perMille)}</strong>
                </li>
              ))}
            </ol>
          </section>
        ))}
      </div>
    </Page>
  )
}
