/** What a centre has to do today beside its window: sessions by the hour, what was handed up, agreements to confirm, promises that fall due. */
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { fullDay } from '../../shared/days.ts'
import { useLanguage } from '../locales/language.tsx'
import { wordOf } from '../mediations/words.ts'
import type { CentreDay } from './intakes.ts'
import { useIntakeWords } from './words.ts'

export function CentreWork({ day }: { readonly day: CentreDay }) {
  const say = useIntakeWords()
  const { handedUp, confirming, promises } = day
  return (
    <>
      <SessionsToday day={day} />
      {handedUp.count > 0 && (
        <Part title={say.work.handedUp}>
          {handedUp.disputes.map(({ dispute, title, recordedOn }) => (
            <Line key={dispute} to={`/disputes/${dispute}`} says={title ?? ''} on={recordedOn} />
          ))}
          {handedUp.mediations.map((row) => (
            <MediationLine key={row.mediation} row={row} />
          ))}
          {handedUp.count > handedUp.disputes.length + handedUp.mediations.length && (
            <li>
              <Link to="/disputes?shelf=arrived">{say.work.disputesAll}</Link> ·{' '}
              <Link to="/mediations?shelf=requested">{say.work.all(handedUp.count)}</Link>
            </li>
          )}
        </Part>
      )}
      <MediationPart title={say.work.confirming} shelf="confirming" {...confirming} />
      <MediationPart title={say.work.promises} shelf="following" {...promises} />
    </>
  )
}

/** Nobody is named here: who the parties are stands where a mediation is open. */
function SessionsToday({ day: { sessions } }: { readonly day: CentreDay }) {
  const say = useIntakeWords()
  const { language } = useLanguage()
  return (
    <Part title={say.work.sessions}>
      {sessions.length === 0 && <li className="faint">{say.work.noSessions}</li>}
      {sessions.map(({ mediation, ref, at, day, place, kind, roles, isMissed }) => (
        <li key={`${mediation} ${ref}`}>
          <Link to={`/mediations/${mediation}`}>
            {isMissed ? say.work.missed(fullDay(day, language)) : at} · {wordOf('kind', kind)[language]}
          </Link>
          <div className="faint">
            {[place, roles.map((role) => wordOf('role', role)[language]).join(language === 'zh' ? '、' : ', ')]
              .filter(Boolean)
              .join(' · ')}
          </div>
        </li>
      ))}
    </Part>
  )
}

type MediationRow = CentreDay['confirming']['items'][number]

interface MediationPartProps {
  readonly title: string
  readonly shelf: string
  readonly items: readonly MediationRow[]
  readonly count: number
}

function MediationPart({ title, shelf, items, count }: MediationPartProps) {
  const say = useIntakeWords()
  if (items.length === 0) return null
  return (
    <Part title={title}>
      {items.map((row) => (
        <MediationLine key={row.mediation} row={row} />
      ))}
      {count > items.length && (
        <li>
          <Link to={`/mediations?shelf=${shelf}`}>{say.work.all(count)}</Link>
        </li>
      )}
    </Part>
  )
}

const MediationLine = ({ row: { mediation, what, day } }: { readonly row: MediationRow }) => (
  <Line to={`/mediations/${mediation}`} says={what ?? ''} on={day} />
)

interface LineProps {
  readonly to: string
  readonly says: string
  readonly on: string
}

function Line({ to, says, on }: LineProps) {
  const { language } = useLanguage()
  return (
    <li>
      <Link to={to}>{says}</Link> <span className="faint">{fullDay(on, language)}</span>
    </li>
  )
}

const Part = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => (
  <section className="centre-work">
    <h2>{title}</h2>
    <ul>{children}</ul>
  </section>
)
