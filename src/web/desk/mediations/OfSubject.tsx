/** On the page of a petition or a dispute: its mediations, and offering one. */
import { Link } from 'react-router'
import { fullDay } from '../../shared/days.ts'
import { SideBlock } from '../layout/SideBlocks.tsx'
import { useLanguage } from '../locales/language.tsx'
import { useSession } from '../session/session-context.ts'
import { useMediationsOf } from './mediations.ts'
import { wordOf } from './words.ts'

interface OfPetitionProps {
  readonly number: string
  /** An accusation is not mediated, nor what is over. */
  readonly mayOffer: boolean
}

export function MediationsOfPetition({ number, mayOffer }: OfPetitionProps) {
  return <Of of={{ petition: number }} to={mayOffer ? `/mediations/new?petition=${number}` : null} />
}

export function MediationsOfDispute({ dispute, mayOffer }: { readonly dispute: string; readonly mayOffer: boolean }) {
  return <Of of={{ dispute: `dispute:${dispute}` }} to={mayOffer ? `/mediations/new?dispute=${dispute}` : null} />
}

interface OfProps {
  readonly of: { readonly petition?: string; readonly dispute?: string }
  readonly to: string | null
}

function Of({ of, to }: OfProps) {
  const { words, pick, language } = useLanguage()
  const { has } = useSession()
  const works = has('clerk') || has('head') || has('leader')
  const { data: rows = [] } = useMediationsOf(of, works || has('supervisor'))
  const isOpen = rows.some(({ shelf }) => shelf !== 'done')
  const offer = works && to !== null && !isOpen
  if (rows.length === 0 && !offer) return null
  return (
    <SideBlock
      title={words.mediation.one}
      isFilled={rows.length > 0}
      act={offer && to !== null && <Link to={to}>{words.mediation.offer}</Link>}
    >
      <ul className="mediation-lines">
        {rows.map((row) => (
          <li key={row.mediation}>
            <Link to={`/mediations/${row.mediation}`}>
              {wordOf('kind', row.kind)[language]} · {wordOf('stage', row.stage)[language]}
            </Link>
            <div className="faint">
              {pick(row.organ)} · {fullDay(row.openedOn, language)} ·{' '}
              {words.mediation.consentsOf(row.consents, row.parties)}
            </div>
          </li>
        ))}
      </ul>
    </SideBlock>
  )
}
