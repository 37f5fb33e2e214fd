/**
 * For a helper who was handed a link: who asks, what for and about whom; the extract once they have said that nothing ties them to those
 * complained about. What opens it stands behind the # of the link, which no server is sent, and leaves the address bar at once.
 */
import { useState } from 'preact/hooks'
import type { HelpingView } from '../../../coordination/helpers/contract.ts'
import { helperTermOf, helperTerms } from '../../../wording/helper-terms.ts'
import { fullDay, todayInBeijing } from '../../shared/days.ts'
import { Choice, LongField, TextField, Tick } from '../form/form.tsx'
import { TroubleBox } from '../form/trouble.tsx'
import { useSpeech } from '../shell/language.tsx'
import { useOnce } from '../shell/once.ts'
import { Page } from '../shell/page.tsx'
import { forget, keep, recall } from '../shell/storage.ts'
import { call, type Trouble } from '../wire/api.ts'

interface Held {
  readonly engagement: string
  readonly key: string
}

const written = /^#?([A-Za-z0-9_-]{22})\.(\d{16,18})$/

function heldIn(hash: string): Held | null {
  const [, engagement, key] = written.exec(hash) ?? []
  return engagement && key ? { engagement, key } : null
}

export function Helping() {
  const { words } = useSpeech()
  const say = words.helping
  const [held, hold] = useState<Held | null>(null)
  const [view, show] = useState<HelpingView | null>(null)
  const [trouble, tell] = useState<Trouble | null>(null)
  const send = async (path: string, from: Held, body: object = {}): Promise<boolean> => {
    const answer = await call<HelpingView>(`/api/helping/${path}`, { method: 'POST', body: { ...from, ...body } })
    tell(answer.ok ? null : answer.trouble)
    if (answer.ok) show(answer.value)
    return answer.ok
  }
  useOnce(() => {
    const from = heldIn(location.hash) ?? (recall('tab', 'helping') as Held | null)
    if (!from) return
    history.replaceState(null, '', location.pathname)
    keep('tab', 'helping', from)
    hold(from)
    void send('read', from)
  })
  const leave = () => {
    forget('tab', 'helping')
    hold(null)
    show(null)
  }
  return (
    <Page title={say.title}>
      {held === null ? <p>{say.noLink}</p> : null}
      {trouble ? <TroubleBox trouble={trouble} /> : null}
      {held && view ? <Shown view={view} onSend={(path, body) => send(path, held, body)} /> : null}
      {held ? (
        <div class="buttons">
          <button type="button" class="button second" onClick={leave}>
            {say.leave}
          </button>
        </div>
      ) : null}
    </Page>
  )
}

interface ShownProps {
  readonly view: HelpingView
  /** Whether it was taken. */
  onSend(path: string, body: object): Promise<boolean>
}

function Shown({ view, onSend }: ShownProps) {
  const { words, language } = useSpeech()
  const say = words.helping
  const { stage, of, inviter, name, what, until, summary, claims, parts } = view
  return (
    <>
      <p class="lead">{say.to(name, of)}</p>
      <p>
        {say.by(inviter[language])} · {say.until(fullDay(until, language))} ·{' '}
        <strong>{helperTermOf('engagementStage', stage)[language]}</strong>
      </p>
      {what ? (
        <>
          <h2>{say.what}</h2>
          <p>{what}</p>
        </>
      ) : null}
      {stage === 'invited' ? <Answering view={view} onSend={onSend} /> : null}
      {summary === null ? null : (
        <>
          <h2>{say.extract}</h2>
          <p>{say.secret}</p>
          <p>{summary}</p>
          <ol>
            {claims.map(({ ref, text }) => (
              <li key={ref}>{text}</li>
            ))}
          </ol>
          <h2>{say.done}</h2>
          {parts.map(({ day, way, said }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: what was recorded is only ever added to
            <p key={`${day} ${at}`}>
              {fullDay(day, language)} · {helperTermOf('helpingWay', way)[language]}
              {said ? ` · ${said}` : ''}
            </p>
          ))}
          <Recording onSend={onSend} />
        </>
      )}
    </>
  )
}

/** Before anything of the matter is shown: whether something ties them to those complained about. */
function Answering({ view: { about }, onSend }: ShownProps) {
  const { words, language } = useSpeech()
  const say = words.helping
  const [isFree, tick] = useState(false)
  const [busy, setBusy] = useState(false)
  const answer = async (accepts: boolean, conflict: boolean) => {
    setBusy(true)
    await onSend('answer', { accepts, conflict, note: null })
    setBusy(false)
  }
  return (
    <>
      <h2>{say.conflict}</h2>
      <p>{about.length > 0 ? say.about(about.map((organ) => organ[language]).join('、')) : say.aboutNobody}</p>
      <Tick id="free" label={say.free} checked={isFree} onTick={tick} />
      <div class="buttons">
        <button type="button" class="button" disabled={busy || !isFree} onClick={() => answer(true, false)}>
          {say.accept}
        </button>
        <button type="button" class="button second" disabled={busy} onClick={() => answer(false, false)}>
          {say.decline}
        </button>
        <button type="button" class="button second" disabled={busy} onClick={() => answer(false, true)}>
          {say.tied}
        </button>
      </div>
    </>
  )
}

type Way = keyof typeof helperTerms.helpingWay
const helpingWays = Object.keys(helperTerms.helpingWay) as Way[]

function Recording({ onSend }: Pick<ShownProps, 'onSend'>) {
  const { words, language } = useSpeech()
  const say = words.helping
  const [way, choose] = useState<Way>('came')
  const [day, writeDay] = useState<string>(todayInBeijing())
  const [said, write] = useState('')
  const [busy, setBusy] = useState(false)
  const record = async () => {
    setBusy(true)
    const isTaken = await onSend('record', { way, day, said: said.trim() === '' ? null : said.trim() })
    if (isTaken) write('')
    setBusy(false)
  }
  return (
    <>
      <Choice
        id="way"
        legend={say.way}
        value={way}
        onChoose={choose}
        options={helpingWays.map((value) => ({ value, label: helperTermOf('helpingWay', value)[language] }))}
      />
      <TextField id="day" label={say.day} value={day} onText={writeDay} />
      <LongField id="said" label={say.said} rows={5} max={4000} value={said} onText={write} />
      <div class="buttons">
        <button type="button" class="button" disabled={busy} onClick={record}>
          {say.record}
        </button>
        <button type="button" class="button second" disabled={busy} onClick={() => onSend('end', { reason: null })}>
          {say.end}
        </button>
      </div>
    </>
  )
}
