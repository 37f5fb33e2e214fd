import { Link } from 'react-router'
import { visitTermOf } from '../../../wording/visit-terms.ts'
import { fullDay } from '../../shared/days.ts'
import { SideBlock } from '../layout/SideBlocks.tsx'
import { useLanguage } from '../locales/language.tsx'
import { useSession } from '../session/session-context.ts'
import { useVisits } from './visits.ts'

/** On the page of a petition: visits on which it was taken along, and the way to take it along; for whoever works where visits are planned. */
export function VisitsOf({ number }: { readonly number: string }) {
  const { words, language } = useLanguage()
  const { has } = useSession()
  const { data } = useVisits('all', 'ours', number, has('clerk') || has('head') || has('leader'))
  const rows = data?.pages.flatMap(({ items }) => items) ?? []
  const plans = data?.pages[0]?.refusal === null
  if (!plans && rows.length === 0) return null
  return (
    <SideBlock
      title={words.visit.title}
      isFilled={rows.length > 0}
      act={plans && <Link to={`/visits/new?petition=${number}`}>{words.visit.plan}</Link>}
    >
      {rows.map(({ visit, destination, day, stage }) => (
        <div key={visit} className="visit-of">
          <Link to={`/visits/${visit}`}>{destination}</Link>
          <div className="faint">
            {fullDay(day, language)} · {visitTermOf('visitStage', stage)[language]}
          </div>
        </div>
      ))}
    </SideBlock>
  )
}
