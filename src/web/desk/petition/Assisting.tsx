/** Who leads and who assists: what each was asked, by when, and what it reported. The task behind it is opened from here. */
import { fullDay } from '../../shared/days.ts'
import { useLanguage } from '../locales/language.tsx'
import { TaskLines } from '../tasks/TaskLines.tsx'
import type { PetitionView } from './petition.ts'

type Assistance = PetitionView['assistances'][number]

export function Assisting({ petition }: { readonly petition: PetitionView }) {
  const { words, pick } = useLanguage()
  if (petition.assistances.length === 0) return null
  const place = (claim: string) => petition.claims.findIndex(({ ref }) => ref === claim) + 1
  return (
    <section className="assisting">
      <h2>{words.assisting.title}</h2>
      <p className="faint">{words.assisting.lead(pick(petition.holder))}</p>
      <ul>
        {petition.assistances.map((each) => (
          <li key={each.ref}>
            <Assistant assistance={each} claims={each.claims.map(place)} />
          </li>
        ))}
      </ul>
      <TaskLines of={petition.number} />
    </section>
  )
}

function Assistant({ assistance, claims }: { readonly assistance: Assistance; readonly claims: readonly number[] }) {
  const { words, term, pick, language } = useLanguage()
  const { organ, by, until, standing, objectedOn, notAwaitedOn, reportedOn, result, what, report } = assistance
  const said = [
    words.assisting.askedBy(pick(by)),
    words.assisting.until(fullDay(until, language)),
    ...(claims.length > 0 ? [words.assisting.claims(claims)] : []),
    ...(objectedOn ? [words.assisting.objected(fullDay(objectedOn, language))] : []),
    ...(notAwaitedOn ? [words.assisting.notAwaited(fullDay(notAwaitedOn, language))] : []),
  ]
  return (
    <>
      <h3>
        {pick(organ)} <span className="faint">{term('assistanceStanding', standing)}</span>
      </h3>
      <p className="faint">{said.join(' · ')}</p>
      {what && <p className="prose">{what}</p>}
      {reportedOn && result && (
        <blockquote className="prose">
          <span className="faint">
            {fullDay(reportedOn, language)} · {term('assistanceResult', result)}
          </span>
          <br />
          {report}
        </blockquote>
      )}
    </>
  )
}
