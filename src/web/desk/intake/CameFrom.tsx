/** On the page of a dispute or a mediation: the visit to the window that it came from, for the centre where it was. */
import { Link } from 'react-router'
import { useSession } from '../session/session-context.ts'
import { useVisitOf } from './intakes.ts'
import { useIntakeWords } from './words.ts'

export function CameFrom({ began }: { readonly began: string }) {
  const say = useIntakeWords()
  const { has } = useSession()
  const { data } = useVisitOf(began, has('clerk') || has('head'))
  if (!data?.intake) return null
  return (
    <p>
      <Link to={`/centre/${data.intake}`}>{say.cameFrom(data.intake)}</Link>
    </p>
  )
}
