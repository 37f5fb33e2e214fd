/** The form of one act, the sending, and what followed. What was written stays until the house has it. */
import type { ComponentChildren } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import type { z } from 'zod'
import type { petitionCommands } from '../../../petition/commands.ts'
import { ErrorSummary } from '../form/form.tsx'
import type { Problem } from '../form/problem.ts'
import { TroubleBox } from '../form/trouble.tsx'
import { useSpeech, useWords } from '../shell/language.tsx'
import { call, type Trouble } from '../wire/api.ts'
import { randomName } from '../wire/random.ts'
import { type FollowedProps, FollowPage } from './follow-page.tsx'

type Commands = typeof petitionCommands
export type BodyOf<A extends keyof Commands> = z.input<Commands[A]['body']>

interface FormProps extends FollowedProps {
  readonly title: string
  readonly lead?: string
  readonly send?: string
  /** What is wrong with the form now; asked when it is sent. */
  readonly problems: () => readonly Problem[]
  readonly children: (problems: readonly Problem[]) => ComponentChildren
  readonly onSent?: () => void
}

interface ActPageProps<A extends keyof Commands> extends FormProps {
  readonly act: A
  readonly body: () => BodyOf<A>
}

/** The form of a command to the petition, or why the house would refuse it now. */
export function ActPage<A extends keyof Commands>(props: ActPageProps<A>) {
  const { petition, act, title } = props
  const { words, language } = useSpeech()
  const [done, finish] = useState(false)
  const refusal = petition.actions.find(({ action }) => action === act)?.refusal
  if (refusal && !done) {
    return (
      <FollowPage petition={petition} title={title}>
        <p class="warn">{refusal[language]}</p>
      </FollowPage>
    )
  }
  const back = { to: '/follow/petition', label: words.act.backToPetition, text: words.act.doneText }
  const sent = () => {
    finish(true)
    props.onSent?.()
  }
  const path = `/api/petitions/${petition.number}/${act}`
  return <SendingPage {...props} path={path} sure={words.act.sure} back={back} onSent={sent} />
}

interface SendingPageProps extends FormProps {
  readonly path: string
  readonly body: () => object
  /** What it means to send this. */
  readonly sure: string
  /** Where to go on once it is sent. */
  readonly back: { readonly to: string; readonly label: string; readonly text: string }
}

/** A form that is sent to the house, whatever for. */
export function SendingPage(props: SendingPageProps) {
  const { petition, title, lead, children } = props
  const { words } = useSpeech()
  const { problems, trouble, busy, done, submit } = useSending(props)
  if (done) return <Done {...props} />
  return (
    <FollowPage petition={petition} title={title} {...(lead ? { lead } : {})}>
      <ErrorSummary problems={problems} />
      {trouble ? <TroubleBox trouble={trouble} /> : null}
      <form onSubmit={submit} noValidate>
        {children(problems)}
        <p class="hint">{props.sure}</p>
        <div class="buttons">
          <button type="submit" class="button" aria-disabled={busy}>
            {busy ? words.actions.sending : (props.send ?? words.actions.send)}
          </button>
        </div>
      </form>
    </FollowPage>
  )
}

/** Sends once: the same words keep the same name until an answer has come. */
function useSending({ opener, path, problems: flaws, body, refresh, onSent }: SendingPageProps) {
  const [problems, show] = useState<readonly Problem[]>([])
  const [trouble, tell] = useState<Trouble | null>(null)
  const [busy, setBusy] = useState(false)
  const [done, finish] = useState(false)
  const sending = useRef({ name: '', words: '' })
  const submit = (event: Event) => {
    event.preventDefault()
    const found = flaws()
    show(found)
    if (found.length > 0 || busy) return
    const words = JSON.stringify(body())
    if (sending.current.words !== words) sending.current = { name: randomName(), words }
    setBusy(true)
    tell(null)
    call(path, { method: 'POST', body: JSON.parse(words), idempotencyKey: sending.current.name, opens: opener }).then(
      (answer) => {
        setBusy(false)
        if (!answer.ok) return tell(answer.trouble)
        finish(true)
        onSent?.()
        refresh()
      },
    )
  }
  return { problems, trouble, busy, done, submit }
}

function Done({ petition, title, back }: SendingPageProps) {
  const { act } = useWords()
  const { route } = useLocation()
  const said = useRef<HTMLDivElement>(null)
  useEffect(() => said.current?.focus(), [])
  return (
    <FollowPage petition={petition} title={title}>
      <div class="told" ref={said} tabIndex={-1} role="status">
        <h2>{act.done}</h2>
        <p>{back.text}</p>
      </div>
      <div class="buttons">
        <button type="button" class="button" onClick={() => route(back.to)}>
          {back.label}
        </button>
      </div>
    </FollowPage>
  )
}
