/** The agreement: its text, who signed, from when it holds; each promise with what became of it; and confirmation by a court. */
import { fullDay } from '../../shared/days.ts'
import { useLanguage } from '../locales/language.tsx'
import type { MediationView } from './mediations.ts'
import { nameIn, wordOf } from './words.ts'

interface PartProps {
  readonly mediation: MediationView
}
type Agreement = NonNullable<MediationView['agreement']>

export function AgreementPart({ mediation }: PartProps) {
  const { words, language } = useLanguage()
  const say = words.mediation
  const { agreement } = mediation
  if (!agreement) return null
  const { form, writtenOn, effectiveOn, sealedOn, signedBy, facts, disputed, responsibility, content } = agreement
  const texts = [
    [say.agreementParts.facts, facts],
    [say.agreementParts.disputed, disputed],
    [say.agreementParts.responsibility, responsibility],
    [say.agreementParts.content, content],
  ] as const
  return (
    <>
      <section className="report-part">
        <h2>
          {say.forms[form]}{' '}
          <span className={effectiveOn ? 'mediation-yes' : 'mediation-open'}>
            {effectiveOn ? say.inForce(fullDay(effectiveOn, language)) : say.draftOf(fullDay(writtenOn, language))}
          </span>
        </h2>
        {texts.map(([title, text]) =>
          text ? (
            <div key={title}>
              <h3 className="mediation-next">{title}</h3>
              <p className="prose">{text}</p>
            </div>
          ) : null,
        )}
        {form === 'written' && (
          <p className="faint">
            {say.signed}
            {signedBy
              .map(({ who, on }) => `${nameIn(mediation, who, words, language)} ${fullDay(on, language)}`)
              .join(words.law.semicolon) || '–'}
            {sealedOn && `${words.law.semicolon}${say.sealed(fullDay(sealedOn, language))}`}
          </p>
        )}
      </section>
      <Promises mediation={mediation} agreement={agreement} />
      {effectiveOn && <Confirmation mediation={mediation} />}
    </>
  )
}

function Promises({ mediation, agreement }: PartProps & { readonly agreement: Agreement }) {
  const { words, pick, language } = useLanguage()
  const say = words.mediation
  if (agreement.promises.length === 0) return null
  return (
    <section className="report-part">
      <h2>{say.promises}</h2>
      <ol className="mediation-people">
        {agreement.promises.map(({ ref, party, what, due, organ, isOver, words: said, followUps }, at) => (
          <li key={ref ?? at}>
            <p>
              <strong>{what}</strong>{' '}
              <span className="faint">
                {nameIn(mediation, party, words, language)} · {say.dueOn(fullDay(due, language))}
                {organ && ` · ${say.asTask(pick(organ))}`}
              </span>{' '}
              {isOver && <span className="mediation-yes">{say.isOver}</span>}
            </p>
            {said.map(({ party: by, performance, on }) => (
              <p key={by} className="faint">
                {fullDay(on, language)} · {nameIn(mediation, by, words, language)}
                {words.colon}
                {wordOf('performance', performance)[language]}
              </p>
            ))}
            {followUps.map(({ on, performance, lookedAt, again }) => (
              <p key={on + performance}>
                {fullDay(on, language)} · {wordOf('performance', performance)[language]}
                {lookedAt && ` · ${lookedAt}`}
                {again && <span className="faint"> · {say.again(fullDay(again, language))}</span>}
              </p>
            ))}
          </li>
        ))}
      </ol>
    </section>
  )
}

function Confirmation({ mediation }: PartProps) {
  const { words, pick, language } = useLanguage()
  const say = words.mediation
  const { isPossible, basis, lastDay, daysLeft, askedBy, applied, decided } = mediation.confirmation
  if (!isPossible) return null
  const named = askedBy.map((ref) => nameIn(mediation, ref, words, language)).join(words.law.comma)
  return (
    <section className="report-part">
      <h2>{say.confirmation}</h2>
      {lastDay && !applied && (
        <p>
          {say.confirmBy(fullDay(lastDay, language))}{' '}
          {daysLeft !== null && <span className="faint">{say.daysLeft(daysLeft)}</span>}
        </p>
      )}
      <p>{named ? say.askedBy(named) : say.nobodyAsked}</p>
      {applied && <p>{say.applied(fullDay(applied.on, language), applied.court)}</p>}
      {decided && (
        <p>
          <strong>{wordOf('outcome', decided.outcome)[language]}</strong> {fullDay(decided.on, language)} ·{' '}
          {decided.note}
        </p>
      )}
      <p className="faint">{pick(basis)}</p>
    </section>
  )
}
