/** Other ways of the law (法定途径) that the person was told of: what to do by which day, how far each has come, and what can be noted. */
import type { ReferralView } from '../../../mediation/referrals/contract.ts'
import { referredTermOf } from '../../../wording/referred-terms.ts'
import { fullDay } from '../../shared/days.ts'
import { TroubleBox } from '../form/trouble.tsx'
import { dayAndWeekday } from '../shell/days.ts'
import type { Opener } from '../wire/api.ts'
import { DaysLeft, Why } from './clocks.tsx'
import { FileList } from './files.tsx'
import { type FollowedProps, FollowPage } from './follow-page.tsx'
import { useOwn } from './own.ts'
import { useReferredWords } from './told-words.tsx'

export type Own = ReferralView
interface Listed {
  readonly items: readonly Own[]
}

export const useReferred = (opener: Opener) => useOwn<Listed>('referrals', opener)

interface Part {
  readonly one: Own
}

/** On the overview: nothing where nobody told of another way, and nothing while that is not known. */
export function Referred({ opener }: { readonly opener: Opener }) {
  const { say } = useReferredWords()
  const answer = useReferred(opener)
  const items = answer?.ok ? answer.value.items : []
  if (items.length === 0) return null
  return (
    <section class="panel" aria-labelledby="referred">
      <h2 id="referred">{say.title}</h2>
      {items.map((one) => (
        <div class="told" key={one.referral}>
          <Standing one={one} />
          <NextLimit one={one} />
        </div>
      ))}
      <ul class="acts">
        <li>
          <a href="/follow/petition/referred">{say.open}</a>
        </li>
      </ul>
    </section>
  )
}

function Standing({ one: { way, stage } }: Part) {
  const { language } = useReferredWords()
  return (
    <p class="where">
      {referredTermOf('referralWay', way)[language]} · {referredTermOf('referralStage', stage)[language]}
    </p>
  )
}

const openClocks = ({ clocks }: Own) =>
  clocks.filter(({ state }) => state === 'running').sort((a, b) => (a.lastDay < b.lastDay ? -1 : 1))

/** The limit that ends first, and whose it is. */
function NextLimit({ one }: Part) {
  const { say, language } = useReferredWords()
  const next = openClocks(one)[0]
  if (!next) return null
  const whose = next.binds === 'petitioner' ? say.whose.petitioner : say.whose.organ
  return (
    <p>
      {say.next(whose, referredTermOf('referralClock', next.rule)[language])} ·{' '}
      <strong>{dayAndWeekday(next.lastDay, language)}</strong> <DaysLeft clock={next} />
    </p>
  )
}

export function ReferredPage({ petition, opener }: FollowedProps) {
  const { say, words } = useReferredWords()
  const answer = useReferred(opener)
  return (
    <FollowPage petition={petition} title={say.title} lead={say.lead}>
      {answer === null ? <p role="status">{words.actions.loading}</p> : null}
      {answer && !answer.ok ? <TroubleBox trouble={answer.trouble} /> : null}
      {answer?.ok && answer.value.items.length === 0 ? <p>{say.none}</p> : null}
      {answer?.ok ? answer.value.items.map((one) => <One key={one.referral} one={one} opener={opener} />) : null}
      {answer?.ok && answer.value.items.length > 0 ? <p class="hint">{say.notSued}</p> : null}
    </FollowPage>
  )
}

function One({ one, opener }: Part & { readonly opener: Opener }) {
  const { say, language } = useReferredWords()
  const { referral, guide, to, explanation, explainedOn, way, shared, actions } = one
  const heading = `referred-${referral}`
  const likely = Object.keys(say.acts)
  return (
    <section class="panel" aria-labelledby={heading}>
      <h2 id={heading}>{referredTermOf('referralWay', way)[language]}</h2>
      <p class="where">{referredTermOf('referralStage', one.stage)[language]}</p>
      <p class="long">{explanation}</p>
      <p>{say.where(to.organ ? to.organ[language] : (to.name ?? ''))}</p>
      <p class="hint">{say.by(guide[language], fullDay(explainedOn, language))}</p>
      {to.organ && one.application ? <p class="hint">{shared ? say.shared : say.notShared}</p> : null}
      <Steps one={one} opener={opener} />
      <Limits one={one} />
      <h3>{say.what}</h3>
      <ul class="acts">
        {actions
          .filter(({ allowed }) => allowed)
          .sort((a, b) => likely.indexOf(a.action) - likely.indexOf(b.action))
          .map(({ action }) => (
            <li key={action}>
              <a href={`/follow/petition/referred-act/${referral}?do=${action}`}>{say.acts[action]}</a>
            </li>
          ))}
      </ul>
    </section>
  )
}

function Steps({ one, opener }: Part & { readonly opener: Opener }) {
  const { say, language } = useReferredWords()
  const day = (text: string) => fullDay(text, language)
  const { application, corrections, acceptance, refusal, mediation, outcome, ending } = one
  if (!application && !ending) return null
  const at = `/api/follow/referrals/${one.referral}/materials`
  return (
    <>
      <h3>{say.steps}</h3>
      <ol>
        {application ? (
          <li>
            {say.applied(day(application.on))}
            <FileList files={application.materials} at={at} opener={opener} />
          </li>
        ) : null}
        {corrections.map(({ askedOn, what, correctedOn }) => (
          <li key={askedOn + what}>
            {say.correction(day(askedOn), what)} {correctedOn ? say.corrected(day(correctedOn)) : null}
          </li>
        ))}
        {acceptance ? (
          <li>{acceptance.bySilence ? say.bySilence(day(acceptance.on)) : say.accepted(day(acceptance.on))}</li>
        ) : null}
        {mediation.map((step, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: steps are only ever added behind the last
          <li key={at}>{say.mediated(day(step.day), referredTermOf('mediationStep', step.step)[language])}</li>
        ))}
        {refusal ? (
          <li>
            {say.refused(day(refusal.on))} <span class="long">{refusal.reason}</span>
          </li>
        ) : null}
        {outcome ? (
          <li>
            {say.decided(day(outcome.on), referredTermOf('referralOutcome', outcome.outcome)[language])}
            <p class="long">{outcome.text}</p>
            <FileList files={outcome.materials} at={at} opener={opener} />
          </li>
        ) : null}
        {ending ? (
          <li>{say.ended(day(ending.on), referredTermOf('referralEnding', ending.ending)[language])}</li>
        ) : null}
      </ol>
    </>
  )
}

function Limits({ one }: Part) {
  const { say, language } = useReferredWords()
  const open = openClocks(one)
  const lapsed = one.clocks.filter(({ state }) => state === 'lapsed')
  if (open.length + lapsed.length === 0) return null
  return (
    <>
      <h3>{say.limits}</h3>
      <ul class="clocks">
        {open.map((clock) => (
          <li key={clock.id} class={clock.isOverdue ? 'late' : clock.binds === 'petitioner' ? 'yours' : undefined}>
            <h4>{referredTermOf('referralClock', clock.rule)[language]}</h4>
            <p class="hint">{clock.binds === 'petitioner' ? say.whose.petitioner : say.whose.organ}</p>
            <p class="last-day">
              <strong>{dayAndWeekday(clock.lastDay, language)}</strong> <DaysLeft clock={clock} />
            </p>
            <Why clock={clock} />
          </li>
        ))}
        {lapsed.map((clock) => (
          <li key={clock.id}>
            <h4>{referredTermOf('referralClock', clock.rule)[language]}</h4>
            <p>
              {fullDay(clock.lastDay, language)} · {say.late}
            </p>
            <p class="hint">{say.passed}</p>
          </li>
        ))}
      </ul>
    </>
  )
}
