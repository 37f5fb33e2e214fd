/** One's own mediation, by its number and key. */
import { useState } from 'preact/hooks'
import { readKey } from '../../../kernel/petitioner-key.ts'
import type { HeldMediationView } from '../../../mediation/mediations/held-contract.ts'
import { ErrorSummary, TextField } from '../form/form.tsx'
import { type Problem, problemAt } from '../form/problem.ts'
import { TroubleBox } from '../form/trouble.tsx'
import { useWords } from '../shell/language.tsx'
import { Page } from '../shell/page.tsx'
import { call, type Trouble } from '../wire/api.ts'
import { Held } from './held.tsx'
import type { PageOf } from './mediation.tsx'
import type { Does } from './turn.tsx'

interface Opens {
  readonly reference: string
  readonly key: string
}

const referenceDigits = 12

export function Own({ say }: PageOf) {
  const words = useWords()
  const [opens, hold] = useState<Opens | null>(null)
  const [found, find] = useState<HeldMediationView | null>(null)
  const [trouble, tell] = useState<Trouble | null>(null)
  const [busy, setBusy] = useState(false)
  const send = (path: string, from: Opens, more: object, idempotencyKey?: string): Promise<boolean> => {
    setBusy(true)
    tell(null)
    const name = idempotencyKey === undefined ? {} : { idempotencyKey }
    return call<HeldMediationView>(path, { method: 'POST', body: { ...from, ...more }, ...name }).then((answer) => {
      setBusy(false)
      if (answer.ok) {
        hold(from)
        find(answer.value)
      } else tell(answer.trouble)
      return answer.ok
    })
  }
  const leave = () => {
    hold(null)
    find(null)
  }
  return (
    <Page title={found ? say.heldTitle : say.own} back={{ to: '/mediation', label: words.actions.backTo(say.title) }}>
      {trouble ? <TroubleBox trouble={trouble} /> : null}
      {found && opens ? (
        <>
          <Held
            found={found}
            say={say}
            busy={busy}
            mediators={{ path: '/api/mediation-mediators', method: 'POST', body: opens }}
            onAct={(does: Does, name: string) => send('/api/mediation-acts', opens, { does }, name)}
          />
          <div class="buttons screen">
            <button type="button" class="button second" onClick={() => send('/api/mediation-lookup', opens, {})}>
              {say.refresh}
            </button>
            <button type="button" class="button second" onClick={leave}>
              {say.leavePage}
            </button>
          </div>
        </>
      ) : (
        <Enter say={say} busy={busy} onOpen={(from) => void send('/api/mediation-lookup', from, {})} />
      )}
    </Page>
  )
}

function Enter({ say, busy, onOpen }: PageOf & { readonly busy: boolean; readonly onOpen: (opens: Opens) => void }) {
  const words = useWords()
  const [reference, writeReference] = useState('')
  const [key, writeKey] = useState('')
  const [problems, show] = useState<readonly Problem[]>([])
  const look = (event: Event) => {
    event.preventDefault()
    const digits = reference.replace(/\D/g, '')
    const read = readKey(key)
    show([
      ...(digits.length === referenceDigits ? [] : [{ field: 'reference', message: say.referenceWrong }]),
      ...(read.is === 'key' ? [] : [{ field: 'key', message: say.keyWrong }]),
    ])
    if (digits.length === referenceDigits && read.is === 'key' && !busy) onOpen({ reference: digits, key: read.key })
  }
  return (
    <form onSubmit={look} noValidate>
      <ErrorSummary problems={problems} />
      <p>{say.ownLead}</p>
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
