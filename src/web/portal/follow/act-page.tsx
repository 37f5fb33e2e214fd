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

interface ActPageProps<A extends keyof Commands> extends FollowedProps {
  readonly act: A
  readonly title: string
  readonly lead?: string
  readonly send?: string
  /** What is wrong with the form now; asked when it is sent. */
  readonly problems: () => readonly Problem[]
  readonly body: () => BodyOf<A>
  readonly children: (problems: readonly Problem[]) => ComponentChildren
  readonly onSent?: () => void
}

export function ActPage<A extends keyof Commands>(props: ActPageProps<A>) {
  const { petition, act, title, lead, children } = props
  const { words, language } = useSpeech()
  const { problems, trouble, busy, done, submit } = useSending(props)
  const refusal = petition.actions.find(({ action }) => action === act)?.refusal
  if (done) return <Done {...props} />
  if (refusal) {
    return (
      <FollowPage petition={petition} title={title}>
        <p class="warn">{refusal[language]}</p>
      </FollowPage>
    )
  }
  return (
    <FollowPage petition={petition} title={title} {...(lead ? { lead } : {})}>
      <ErrorSummary problems={problems} />
      {trouble ? <TroubleBox trouble={trouble} /> : null}
      <form onSubmit={submit} noValidate>
        {children(problems)}
        <p class="hint">{words.act.sure}</p>
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
function useSending<A extends keyof Commands>({
  petition,
  opener,
  act,
  problems: flaws,
  body,
  refresh,
  onSent,
}: ActPageProps<A>) {
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
    const path = `/api/petitions/${petition.number}/${act}`
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

function Done<A extends keyof Commands>({ petition, title }: ActPageProps<A>) {
  const { act } = useWords()
  const { route } = useLocation()
  const said = useRef<HTMLDivElement>(null)
  useEffect(() => said.current?.focus(), [])
  return (
    <FollowPage petition={petition} title={title}>
      <div class="told" ref={said} tabIndex={-1} role="status">
        <h2>{act.done}</h2>
        <p>{act.doneText}</p>
      </div>
      <div class="buttons">
        <button type="button" class="button" onClick={() => route('/follow/petition')}>
          {act.backToPetition}
        </button>
      </div>
    </FollowPage>
  )
}
