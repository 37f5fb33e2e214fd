/** One's own booking, by its number and key: where it stands and why, cancelling it, another day, and what came of the talk. */
import { useState } from 'preact/hooks'
import { readKey } from '../../../kernel/petitioner-key.ts'
import type { HeldBookingView, takeOfferedDay } from '../../../leadership/reception/contract.ts'
import type { Received } from '../../../platform/http/endpoint.ts'
import { fullDay } from '../../shared/days.ts'
import { ErrorSummary, TextField } from '../form/form.tsx'
import { type Problem, problemAt } from '../form/problem.ts'
import { TroubleBox } from '../form/trouble.tsx'
import { inGroups } from '../shell/days.ts'
import { useSpeech, useWords } from '../shell/language.tsx'
import { Page } from '../shell/page.tsx'
import { call, type Trouble } from '../wire/api.ts'
import { randomName } from '../wire/random.ts'
import { Kept } from './book.tsx'
import { OneDay, OtherDays } from './days.tsx'
import type { PageOf } from './reception.tsx'

interface Held {
  readonly reference: string
  readonly key: string
}
type Made = Received<typeof takeOfferedDay>

export function Held({ say }: PageOf) {
  const words = useWords()
  const [held, hold] = useState<Held | null>(null)
  const [found, find] = useState<HeldBookingView | null>(null)
  const [made, keep] = useState<Made | null>(null)
  const [trouble, tell] = useState<Trouble | null>(null)
  const [busy, setBusy] = useState(false)
  const ask = (path: string, body: Held) => {
    if (busy) return
    setBusy(true)
    tell(null)
    call<HeldBookingView>(path, { method: 'POST', body }).then((answer) => {
      setBusy(false)
      if (answer.ok) {
        hold(body)
        find(answer.value)
      } else tell(answer.trouble)
    })
  }
  if (made && found?.instead) return <Kept made={made} day={found.instead} say={say} />
  return (
    <Page title={say.lookTitle} back={{ to: '/reception', label: words.actions.backTo(say.title) }}>
      {trouble ? <TroubleBox trouble={trouble} /> : null}
      {found && held ? (
        <Found found={found} held={held} say={say} busy={busy} onAsk={ask} onMade={keep} onTrouble={tell} />
      ) : (
        <Enter say={say} busy={busy} onAsk={(body) => ask('/api/booking-lookup', body)} />
      )}
    </Page>
  )
}

function Enter({ say, busy, onAsk }: { say: PageOf['say']; busy: boolean; onAsk: (held: Held) => void }) {
  const words = useWords()
  const [reference, writeReference] = useState('')
  const [key, writeKey] = useState('')
  const [problems, show] = useState<readonly Problem[]>([])
  const look = (event: Event) => {
    event.preventDefault()
    const digits = reference.replace(/\D/g, '')
    const isKey = readKey(key).is === 'key'
    show([
      ...(digits.length === 12 ? [] : [{ field: 'reference', message: say.referenceWrong }]),
      ...(isKey ? [] : [{ field: 'key', message: say.keyWrong }]),
    ])
    if (digits.length === 12 && isKey) onAsk({ reference: digits, key })
  }
  return (
    <form onSubmit={look} noValidate>
      <ErrorSummary problems={problems} />
      <p>{say.lookLead}</p>
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
          {busy ? words.actions.loading : say.look}
        </button>
      </div>
    </form>
  )
}

interface FoundProps {
  readonly found: HeldBookingView
  readonly held: Held
  readonly say: PageOf['say']
  readonly busy: boolean
  readonly onAsk: (path: string, held: Held) => void
  readonly onMade: (made: Made) => void
  readonly onTrouble: (trouble: Trouble) => void
}

const offers: readonly HeldBookingView['state'][] = [
  'waiting',
  'notReached',
  'dayCancelled',
  'anotherDay',
  'cancelled',
  'absent',
]

function Found({ found, held, say, busy, onAsk, onMade, onTrouble }: FoundProps) {
  const { state, day, seat, slot, before, mayCancel, instead, next } = found
  const [idempotencyKey] = useState(randomName)
  const [sure, ask] = useState(false)
  const take = () =>
    call<Made>('/api/booking-offer', { method: 'POST', body: held, idempotencyKey }).then((answer) =>
      answer.ok ? onMade(answer.value) : onTrouble(answer.trouble),
    )
  return (
    <>
      <div class="told" role="status">
        <h2>{say.states[state].title}</h2>
        <p>{say.states[state].text}</p>
        {seat !== null && slot !== null ? <p class="reception-when">{say.seat(seat, slot)}</p> : null}
        {before === null ? null : <p class="reception-when">{say.before(before)}</p>}
      </div>
      <p>
        {say.reference} {inGroups(found.reference, '-')}
      </p>
      <OneDay day={day} say={say} />
      <Outcome found={found} say={say} />
      {mayCancel && !sure ? (
        <div class="buttons">
          <button type="button" class="button second" onClick={() => ask(true)}>
            {say.cancel}
          </button>
        </div>
      ) : null}
      {mayCancel && sure ? (
        <div class="buttons">
          <p>{say.cancelSure}</p>
          <button
            type="button"
            class="button"
            aria-disabled={busy}
            onClick={() => onAsk('/api/booking-cancellation', held)}
          >
            {say.cancelYes}
          </button>
        </div>
      ) : null}
      {state === 'dayCancelled' && instead ? (
        <section>
          <h2>{say.instead}</h2>
          <OneDay day={instead} say={say} />
          <button type="button" class="button" onClick={take}>
            {say.take}
          </button>
        </section>
      ) : null}
      {offers.indexOf(state) >= 0 ? <OtherDays days={next} say={say} /> : null}
    </>
  )
}

function Outcome({ found, say }: { found: HeldBookingView; say: PageOf['say'] }) {
  const { language } = useSpeech()
  const { result, record } = found
  return (
    <>
      {record ? (
        <section>
          <h2>{say.record}</h2>
          <p class="long">{record}</p>
        </section>
      ) : null}
      {result ? (
        <section>
          <h2>{say.result}</h2>
          <p>{say.results[result.kind]}</p>
          {result.petition ? <p>{say.number(inGroups(result.petition, '-'))}</p> : null}
          {result.reason ? <p class="long">{result.reason}</p> : null}
          {result.promises.length > 0 ? <h3>{say.promises}</h3> : null}
          <ul>
            {result.promises.map(({ organ, due, what }) => (
              <li key={what}>
                {what} <span class="says">{say.promise(organ[language], fullDay(due, language))}</span>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  )
}
