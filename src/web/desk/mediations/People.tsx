/** Parties with what they said, mediators and who else takes part, and sessions. */
import { fullDay } from '../../shared/days.ts'
import { useLanguage } from '../locales/language.tsx'
import type { MediationView } from './mediations.ts'
import { nameIn, wordOf } from './words.ts'

interface PartProps {
  readonly mediation: MediationView
}

export function Parties({ mediation }: PartProps) {
  const { words, pick, language } = useLanguage()
  const say = words.mediation
  return (
    <section className="report-part">
      <h2>{say.parties}</h2>
      <ul className="mediation-people">
        {mediation.parties.map((party) => {
          const { ref, role, name, phone, organ, isPetitioner, consents, open, asksConfirmation } = party
          return (
            <li key={ref}>
              <p>
                <strong>{organ ? pick(organ) : name}</strong>{' '}
                <span className="faint">
                  {wordOf('role', role)[language]}
                  {phone && ` · ${phone}`}
                  {isPetitioner && ` · ${say.isPetitioner}`}
                </span>{' '}
                <span className={consents === false ? 'mediation-no' : consents ? 'mediation-yes' : 'mediation-open'}>
                  {consents === null ? say.consent.notYet : consents ? say.consent.yes : say.consent.no}
                </span>
              </p>
              {party.words.map(({ to, ref: of, agrees, on, by }) => (
                <p key={`${to} ${of} ${on}`} className="faint">
                  {say.said(
                    fullDay(on, language),
                    wordOf('consentTo', to)[language] +
                      (of && to !== 'agreement' ? ` ${nameIn(mediation, of, words, language)}` : ''),
                    agrees,
                    wordOf('by', by)[language],
                  )}
                </p>
              ))}
              {open !== null && <p className="faint">{open ? say.asksPublic : say.asksPrivate}</p>}
              {asksConfirmation && <p className="faint">{say.asksConfirmation(fullDay(asksConfirmation, language))}</p>}
            </li>
          )
        })}
      </ul>
    </section>
  )
}

export function Mediators({ mediation }: PartProps) {
  const { words, language } = useLanguage()
  const say = words.mediation
  const { mediators, guests } = mediation
  const standing = ({ isExcluded, isReady, declared }: (typeof mediators)[number]) => {
    if (isExcluded) return say.mediatorOut
    if (isReady) return say.mediatorReady
    return declared === null ? say.mediatorUndeclared : say.mediatorWaits
  }
  return (
    <section className="report-part">
      <h2>{say.mediators}</h2>
      {mediators.length === 0 && <p className="faint">{say.noMediator}</p>}
      <ul className="mediation-people">
        {mediators.map((one) => (
          <li key={one.ref}>
            <p>
              <strong>{one.name}</strong>{' '}
              <span className="faint">
                {one.chosenBy ? say.chosenBy(nameIn(mediation, one.chosenBy, words, language)) : say.appointed}
                {one.roster && ` · ${say.onRoster}`}
              </span>{' '}
              <span className={one.isReady ? 'mediation-yes' : one.isExcluded ? 'mediation-no' : 'mediation-open'}>
                {standing(one)}
              </span>
            </p>
          </li>
        ))}
        {guests.map(({ ref, name, kind, mayCome }) => (
          <li key={ref}>
            <p>
              {name} <span className="faint">{wordOf('guest', kind)[language]}</span>{' '}
              <span className={mayCome ? 'mediation-yes' : 'mediation-open'}>
                {mayCome ? say.guestMay : say.guestWaits}
              </span>
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}

const colourOf: Readonly<Record<string, string>> = { agreement: 'mediation-yes', none: 'mediation-open' }

export function Sessions({ mediation }: PartProps) {
  const { words, language } = useLanguage()
  const say = words.mediation
  if (mediation.sessions.length === 0) return null
  const named = (refs: readonly string[]) =>
    refs.map((ref) => nameIn(mediation, ref, words, language)).join(words.law.comma)
  return (
    <section className="report-part">
      <h2>{say.sessions}</h2>
      <ul className="mediation-people">
        {mediation.sessions.map(({ ref, day, at, place, cancelled, record }) => (
          <li key={ref}>
            <p>
              <strong className={cancelled ? 'mediation-gone' : undefined}>
                {fullDay(day, language)} {at}
              </strong>{' '}
              {place}{' '}
              {record && <span className={colourOf[record.result]}>{wordOf('result', record.result)[language]}</span>}
            </p>
            {cancelled && <p className="faint">{say.cancelled(cancelled.reason)}</p>}
            {record && (
              <>
                <p className="faint">
                  {say.came(named([...record.parties, ...record.mediators, ...record.guests]) || '–')}
                </p>
                {record.notes && <p className="prose">{record.notes}</p>}
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
