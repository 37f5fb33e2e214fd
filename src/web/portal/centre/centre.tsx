/** What became of a visit to a mediation centre, by the number and the key on the slip. */
import { useState } from 'preact/hooks'
import { readKey } from '../../../kernel/petitioner-key.ts'
import type { HeldIntakeView } from '../../../mediation/intake/contract.ts'
import { referredTermOf } from '../../../wording/referred-terms.ts'
import { fullDay } from '../../shared/days.ts'
import { ErrorSummary, TextField } from '../form/form.tsx'
import { type Problem, problemAt } from '../form/problem.ts'
import { TroubleBox } from '../form/trouble.tsx'
import { dayAndWeekday, inGroups } from '../shell/days.ts'
import { useSpeech } from '../shell/language.tsx'
import { Page } from '../shell/page.tsx'
import { call, type Trouble } from '../wire/api.ts'
import { centreWords } from './words.ts'

export function Centre() {
  const { language } = useSpeech()
  const say = centreWords[language]
  const [found, find] = useState<HeldIntakeView | null>(null)
  return (
    <Page title={say.title}>
      {found ? <Found found={found} /> : <Enter onFound={find} />}
      <p class="hint">{say.voluntary}</p>
    </Page>
  )
}

function Enter({ onFound }: { readonly onFound: (found: HeldIntakeView) => void }) {
  const { language, words } = useSpeech()
  const say = centreWords[language]
  const [reference, writeReference] = useState('')
  const [key, writeKey] = useState('')
  const [problems, show] = useState<readonly Problem[]>([])
  const [trouble, tell] = useState<Trouble | null>(null)
  const [busy, setBusy] = useState(false)
  const look = (event: Event) => {
    event.preventDefault()
    const digits = reference.replace(/\D/g, '')
    const flaws = [
      ...(digits.length === 12 ? [] : [{ field: 'reference', message: say.referenceWrong }]),
      ...(readKey(key).is === 'key' ? [] : [{ field: 'key', message: say.keyWrong }]),
    ]
    show(flaws)
    if (flaws.length > 0 || busy) return
    setBusy(true)
    void call<HeldIntakeView>('/api/held-intake', { method: 'POST', body: { reference: digits, key } }).then(
      (answer) => {
        setBusy(false)
        if (answer.ok) onFound(answer.value)
        else tell(answer.trouble)
      },
    )
  }
  return (
    <form onSubmit={look} noValidate>
      {trouble ? <TroubleBox trouble={trouble} /> : null}
      <ErrorSummary problems={problems} />
      <p>{say.lead}</p>
      <TextField
        id="reference"
        label={say.reference}
        error={problemAt(problems, 'reference')}
        inputMode="numeric"
        value={reference}
        onText={writeReference}
      />
      <TextField
        id="key"
        label={say.key}
        error={problemAt(problems, 'key')}
        inputMode="numeric"
        value={key}
        onText={writeKey}
      />
      <div class="buttons">
        <button type="submit" class="button" aria-disabled={busy}>
          {busy ? words.actions.sending : say.look}
        </button>
      </div>
    </form>
  )
}

function Found({ found: { centre, takenOn, about, leads } }: { readonly found: HeldIntakeView }) {
  const { language } = useSpeech()
  const say = centreWords[language]
  return (
    <>
      <section class="panel">
        <h2>{say.about}</h2>
        <p class="long">{about}</p>
        <p class="hint">{say.at(centre[language], fullDay(takenOn, language))}</p>
      </section>
      <section class="panel">
        <h2>{say.done}</h2>
        {leads.length === 0 ? <p>{say.notYet}</p> : null}
        {leads.map(({ on, words, by, until, where, petition, limits, mediation, disputeKey, referral }) => (
          <div class="told" key={on + words}>
            <p class="hint">{fullDay(on, language)}</p>
            <p class="long">{words}</p>
            {by || until ? (
              <p>
                {by ? say.by(by[language]) : null} {until ? say.until(dayAndWeekday(until, language)) : null}
              </p>
            ) : null}
            {where ? <p>{say.where(where)}</p> : null}
            {limits ? <p class="hint">{limits[language]}</p> : null}
            {petition ? <p>{say.petition(petition)}</p> : null}
            {disputeKey ? (
              <p>
                {say.dispute} <strong>{disputeKey}</strong>
              </p>
            ) : null}
            {mediation ? <InMediation {...mediation} /> : null}
            {referral ? <Followed referral={referral} /> : null}
          </div>
        ))}
      </section>
    </>
  )
}

/** With these they are a party like every other: the slip has opened the visit, so it opens what was begun for them. */
function InMediation({ reference, key }: { readonly reference: string; readonly key: string }) {
  const { language } = useSpeech()
  const say = centreWords[language]
  return (
    <>
      <p>{say.mediation}</p>
      <p class="where">
        {inGroups(reference, '-')} · {key}
      </p>
      <ul class="acts">
        <li>
          <a href="/mediation/own">{say.openMediation}</a>
        </li>
      </ul>
    </>
  )
}

type ReferralShown = NonNullable<HeldIntakeView['leads'][number]['referral']>

/** How far another way of the law has come, and the limit that ends first. */
function Followed({ referral: { way, stage, clocks } }: { readonly referral: ReferralShown }) {
  const { language } = useSpeech()
  const say = centreWords[language]
  const next = clocks.filter(({ state }) => state === 'running').sort((a, b) => (a.lastDay < b.lastDay ? -1 : 1))[0]
  return (
    <>
      <p class="where">
        {say.stage(referredTermOf('referralWay', way)[language], referredTermOf('referralStage', stage)[language])}
      </p>
      {next ? <p class="last-day">{say.limitUntil(dayAndWeekday(next.lastDay, language))}</p> : null}
      <p class="hint">{say.tell}</p>
    </>
  )
}
