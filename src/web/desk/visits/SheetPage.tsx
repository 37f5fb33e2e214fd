import { Button } from 'antd'
import { useParams } from 'react-router'
import { dayAndWeekday } from '../../shared/days.ts'
import { usePageTitle } from '../layout/page.tsx'
import { Skeleton } from '../layout/Skeleton.tsx'
import { Trouble } from '../layout/Trouble.tsx'
import { useLanguage } from '../locales/language.tsx'
import { shownNumber } from './field.ts'
import { useVisit, type VisitView } from './visits.ts'
import '../petition/paper-page.css'
import './visits.css'

/** The route on one page of paper, with room to write. */
export function SheetPage() {
  const { visit = '' } = useParams()
  const { words } = useLanguage()
  const read = useVisit(visit)
  usePageTitle(read.data?.destination ?? words.visit.title)
  if (read.isPending) return <Skeleton lines={10} />
  if (read.isError) return <Trouble error={read.error} onRetry={() => read.refetch()} />
  return (
    <main>
      <div className="paper-tools no-print">
        <Button type="primary" onClick={() => window.print()}>
          {words.papers.print}
        </Button>
        <Button onClick={() => window.history.back()}>{words.back}</Button>
      </div>
      <OnPaper visit={read.data} />
    </main>
  )
}

function OnPaper({ visit }: { readonly visit: VisitView }) {
  const { words, language, pick } = useLanguage()
  const say = words.visit
  const named = (people: VisitView['leaders']) =>
    people.map(({ name, organ }) => `${name}（${pick(organ)}）`).join(words.law.comma)
  return (
    <article className="visit-sheet">
      <h1>{visit.destination}</h1>
      <p>{dayAndWeekday(visit.day, language)}</p>
      <p>
        {say.leaders}
        {words.colon}
        {named(visit.leaders)}
      </p>
      {visit.companions.length > 0 && (
        <p>
          {say.companions}
          {words.colon}
          {named(visit.companions)}
        </p>
      )}
      {visit.cases
        .filter(({ refused }) => refused === null)
        .map(({ petition, spot, meet, brief, questions }, at) => (
          <section key={petition}>
            <h2>
              {say.page.station(at + 1)} {spot} <small>{shownNumber(petition)}</small>
            </h2>
            {meet && (
              <p>
                <strong>{say.meet}</strong> {meet}
              </p>
            )}
            <p className="prose">{brief}</p>
            {questions && (
              <p>
                <strong>{say.questions}</strong> {questions}
              </p>
            )}
            <div className="visit-lines" />
          </section>
        ))}
      <section>
        <h2>{say.page.heard}</h2>
        <div className="visit-lines" />
      </section>
    </article>
  )
}
