/** Asking for mediation without a petition: where, with whom, about what; then the two numbers to keep. */
import { useState } from 'preact/hooks'
import type { askForMediation } from '../../../mediation/mediations/held-contract.ts'
import type { Received } from '../../../platform/http/endpoint.ts'
import { ErrorSummary, TextField } from '../form/form.tsx'
import { type Problem, problemAt } from '../form/problem.ts'
import { TroubleBox } from '../form/trouble.tsx'
import { inGroups } from '../shell/days.ts'
import { useWords } from '../shell/language.tsx'
import { Page } from '../shell/page.tsx'
import { call, type Trouble } from '../wire/api.ts'
import { randomName } from '../wire/random.ts'
import { CentreField } from './centres.tsx'
import type { PageOf } from './mediation.tsx'
import { phoneProblem, type Said, saidNothing, saidProblems, WhatFields } from './what-fields.tsx'

type Made = Received<typeof askForMediation>

export function Ask({ say }: PageOf) {
  const words = useWords()
  const [made, keep] = useState<Made | null>(null)
  if (made) return <Kept made={made} say={say} />
  return (
    <Page title={say.ask} back={{ to: '/mediation', label: words.actions.backTo(say.title) }}>
      <p class="lead">{say.askLead}</p>
      <Asking say={say} onMade={keep} />
    </Page>
  )
}

function Asking({ say, onMade }: PageOf & { readonly onMade: (made: Made) => void }) {
  const words = useWords()
  const [organ, choose] = useState('')
  const [name, writeName] = useState('')
  const [phone, writePhone] = useState('')
  const [said, write] = useState<Said>(saidNothing)
  const [problems, show] = useState<readonly Problem[]>([])
  const [trouble, tell] = useState<Trouble | null>(null)
  const [busy, setBusy] = useState(false)
  // one for as long as the page is open, so that a request whose answer was lost is made once
  const [idempotencyKey] = useState(randomName)
  const send = (event: Event) => {
    event.preventDefault()
    const found = [
      ...(organ === '' ? [{ field: 'organ', message: say.organWrong }] : []),
      ...(name.trim() === '' ? [{ field: 'name', message: say.nameWrong }] : []),
      ...phoneProblem('phone', phone, say),
      ...saidProblems(said, say),
    ]
    show(found)
    tell(null)
    if (found.length > 0 || busy) return
    setBusy(true)
    const body = { organ, name: name.trim(), phone: phone.trim(), ...bodyOf(said) }
    call<Made>('/api/mediation-requests', { method: 'POST', body, idempotencyKey }).then((answer) => {
      setBusy(false)
      if (answer.ok) onMade(answer.value)
      else tell(answer.trouble)
    })
  }
  return (
    <form onSubmit={send} noValidate>
      <ErrorSummary problems={problems} />
      {trouble ? <TroubleBox trouble={trouble} /> : null}
      <CentreField say={say} value={organ} onChoose={choose} error={problemAt(problems, 'organ')} />
      <TextField
        id="name"
        label={say.name}
        error={problemAt(problems, 'name')}
        autoComplete="name"
        value={name}
        onText={writeName}
      />
      <TextField
        id="phone"
        label={say.phone}
        hint={say.phoneHint}
        error={problemAt(problems, 'phone')}
        inputMode="tel"
        autoComplete="tel"
        value={phone}
        onText={writePhone}
      />
      <WhatFields said={said} onSay={write} problems={problems} say={say} />
      <div class="buttons">
        <button type="submit" class="button" aria-disabled={busy}>
          {busy ? words.actions.sending : say.send}
        </button>
      </div>
    </form>
  )
}

export const bodyOf = ({ other, otherPhone, what }: Said) => ({
  other: { name: other.trim(), phone: otherPhone.trim() || null },
  what: what.trim(),
})

/** Number and key, once, to be written down. */
function Kept({ made, say }: { readonly made: Made; readonly say: PageOf['say'] }) {
  const words = useWords()
  return (
    <Page title={say.made} back={{ to: '/mediation', label: words.actions.backTo(say.title) }}>
      <p class="lead">{say.madeLead}</p>
      <dl class="reception-kept">
        <dt>{say.reference}</dt>
        <dd>{inGroups(made.reference, '-')}</dd>
        <dt>{say.key}</dt>
        <dd>{inGroups(made.key, '-')}</dd>
      </dl>
      <p>{say.keyOnce}</p>
      <div class="buttons">
        <button type="button" class="button" onClick={() => window.print()}>
          {say.print}
        </button>
        <a class="button second" href="/mediation/own">
          {say.own}
        </a>
      </div>
    </Page>
  )
}
