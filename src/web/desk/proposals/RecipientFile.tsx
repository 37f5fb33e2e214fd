import { proposalTermOf } from '../../../wording/proposal-terms.ts'
import { fullDay } from '../../shared/days.ts'
import { useLanguage } from '../locales/language.tsx'
import type { RecipientView } from './proposals.ts'

/** What one recipient answered, did and was told, and what came of it. */
export function RecipientFile({ recipient }: { readonly recipient: RecipientView }) {
  const { words, pick, language } = useLanguage()
  const say = words.proposal.page
  const day = (on: string) => fullDay(on, language)
  const { answers, returns, reminders, measures, effects } = recipient
  return (
    <section className="report-part">
      <h2>{pick(recipient.organ)}</h2>
      {answers.length === 0 && <p className="faint">{say.noAnswer}</p>}
      {answers.map(({ ref, on, adoption, answer, reasons }, at) => (
        <div key={ref} className="report-said">
          <h3>{say.answeredOn(day(on))}</h3>
          <p>
            <strong className={`proposal-${adoption}`}>{proposalTermOf('proposalAdoption', adoption)[language]}</strong>
          </p>
          <p className="prose">{answer}</p>
          {reasons && (
            <>
              <p className="faint">{say.reasons}</p>
              <p className="prose">{reasons}</p>
            </>
          )}
          {returns[at] && (
            <blockquote>
              <span className="faint">{say.returned(day(returns[at].on), day(returns[at].until))}</span>
              <p className="prose">{returns[at].reason}</p>
            </blockquote>
          )}
        </div>
      ))}
      {reminders.map(({ on, note }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: reminders are only ever added behind the last
        <p key={at} className="proposal-reminded">
          <span className="faint">{say.reminded(day(on))}</span> {note}
        </p>
      ))}
      {measures.length > 0 && (
        <>
          <h3 className="proposal-next">{say.measures}</h3>
          <ol className="proposal-list">
            {measures.map(({ ref, takenOn, measure }) => (
              <li key={ref}>
                <span className="faint">{say.takenOn(day(takenOn))}</span>
                <p className="prose">{measure}</p>
              </li>
            ))}
          </ol>
        </>
      )}
      {effects.length > 0 && (
        <>
          <h3 className="proposal-next">{say.effects}</h3>
          <ol className="proposal-list">
            {effects.map(({ on, effect, lookedAt }) => (
              <li key={on + lookedAt}>
                <strong>{proposalTermOf('proposalEffect', effect)[language]}</strong>{' '}
                <span className="faint">{say.lookedAt(day(on))}</span>
                <p className="prose">{lookedAt}</p>
              </li>
            ))}
          </ol>
        </>
      )}
    </section>
  )
}
