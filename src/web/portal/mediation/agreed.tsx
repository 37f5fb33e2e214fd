/** The agreement: read whole, confirmed with the party's own key; then its promises, and asking the court for confirmation together. */
import type { HeldMediationView } from '../../../mediation/mediations/held-contract.ts'
import { fullDay } from '../../shared/days.ts'
import { dayAndWeekday } from '../shell/days.ts'
import { useSpeech } from '../shell/language.tsx'
import { allowed, Buttons, type TurnProps, YesOrNo } from './turn.tsx'

type Agreement = NonNullable<HeldMediationView['agreement']>

export function Agreed(turn: TurnProps) {
  const { language } = useSpeech()
  const { found, say } = turn
  const { agreement, closed } = found
  if (!agreement) return null
  const { effectiveOn, form } = agreement
  return (
    <>
      <section class="panel">
        <h2>{say.agreement}</h2>
        <p class="where">{effectiveOn ? say.inForce(fullDay(effectiveOn, language)) : say.draft(say.forms[form])}</p>
        <Text agreement={agreement} found={found} say={say} />
      </section>
      <YesOrNo {...turn} to="agreement" item={agreement.ref} title={say.asks.agreement} sure={say.confirmSure}>
        <p>{say.asksAgreement}</p>
      </YesOrNo>
      <Promises {...turn} agreement={agreement} />
      {effectiveOn ? <Confirmation {...turn} /> : null}
      {found.maySettle ? <p class="warn">{say.maySettle}</p> : null}
      {closed ? <p class="told">{closed.isPerformed ? say.closedKept : say.closed}</p> : null}
    </>
  )
}

function nameOf({ parties, mediators }: HeldMediationView, ref: string, language: 'zh' | 'en'): string {
  const party = parties.filter((one) => one.ref === ref)[0]
  if (party) return party.organ ? party.organ[language] : party.name
  return mediators.filter((one) => one.ref === ref)[0]?.name ?? ref
}

function Text({ agreement, found, say }: Pick<TurnProps, 'found' | 'say'> & { readonly agreement: Agreement }) {
  const { language } = useSpeech()
  const { facts, disputed, responsibility, content, signedBy } = agreement
  const parts = [
    [say.parts.facts, facts],
    [say.parts.disputed, disputed],
    [say.parts.responsibility, responsibility],
    [say.parts.content, content],
  ] as const
  return (
    <>
      {parts.map(([title, text]) =>
        text ? (
          <div key={title}>
            <h3>{title}</h3>
            <p class="long">{text}</p>
          </div>
        ) : null,
      )}
      {signedBy.length > 0 ? (
        <p class="says">
          {say.signed}
          {signedBy.map(({ who, on }) => `${nameOf(found, who, language)} ${fullDay(on, language)}`).join(' · ')}
        </p>
      ) : null}
    </>
  )
}

function Promises({ agreement, ...turn }: TurnProps & { readonly agreement: Agreement }) {
  const { language } = useSpeech()
  const { found, say } = turn
  if (agreement.promises.length === 0) return null
  return (
    <section class="panel">
      <h2>{say.promises}</h2>
      <ol>
        {agreement.promises.map(({ ref, party, what, due, words }, at) => {
          const mine = words.filter((one) => one.party === found.party)[0]
          const isAsked = ref !== null && allowed(found, 'performance', ref).length > 0
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: promises stand in the order of the text
            <li key={at}>
              <p class="long">{what}</p>
              <p class="says">
                {say.promiseBy(nameOf(found, party, language), dayAndWeekday(due, language))}
                {mine ? ` · ${say.youSaid(say.performed[mine.performance])}` : ''}
              </p>
              {isAsked ? (
                <WasItKept {...turn} promise={ref} isSaid={mine !== undefined || found.closed !== null} />
              ) : null}
            </li>
          )
        })}
      </ol>
      {agreement.effectiveOn && !found.closed?.isPerformed ? <p class="says">{say.ifNotKept}</p> : null}
    </section>
  )
}

/** Whoever has said it, or whose mediation is over, is not asked again; they may still say otherwise. */
function WasItKept({ promise, isSaid, say, busy, onAct }: TurnProps & { promise: string; isSaid: boolean }) {
  const choices = (['kept', 'partly', 'notKept'] as const).map((performance) => ({
    says: say.performed[performance],
    does: { act: 'performance' as const, promise, performance },
    isSecond: true,
  }))
  const asked = (
    <>
      <p>{say.wasItKept}</p>
      <Buttons busy={busy} onAct={onAct} choices={choices} />
    </>
  )
  if (!isSaid) return asked
  return (
    <details>
      <summary>{say.sayOtherwise}</summary>
      {asked}
    </details>
  )
}

function Confirmation({ found, say, busy, onAct }: TurnProps) {
  const { language } = useSpeech()
  const { isPossible, basis, lastDay, daysLeft, askedBy, applied, decided } = found.confirmation
  const isMissed = !applied && lastDay !== null && daysLeft !== null && daysLeft < 0
  if (!isPossible || isMissed || (found.closed && !applied)) return null
  const mayAsk = allowed(found, 'confirmation').length > 0
  return (
    <section class="panel">
      <h2>{say.confirmation}</h2>
      <p>{say.confirmationText}</p>
      <p class="basis">{basis[language]}</p>
      {lastDay && !applied ? (
        <p class="last-day">
          {say.confirmBy} <strong>{dayAndWeekday(lastDay, language)}</strong>{' '}
          {daysLeft === null ? '' : say.daysLeft(daysLeft)}
        </p>
      ) : null}
      {askedBy.length > 0 ? (
        <p>{say.askedBy(askedBy.map((ref) => nameOf(found, ref, language)).join(language === 'zh' ? '、' : ', '))}</p>
      ) : null}
      {applied ? <p>{say.applied(fullDay(applied.on, language), applied.court)}</p> : null}
      {decided ? (
        <p class="where">
          {say.outcomes[decided.outcome]} {decided.note}
        </p>
      ) : null}
      {mayAsk ? (
        <Buttons busy={busy} onAct={onAct} choices={[{ says: say.askConfirmation, does: { act: 'confirmation' } }]} />
      ) : null}
    </section>
  )
}
