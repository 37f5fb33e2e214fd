/** With the key of a petition: its mediations, what one does in them, and asking for one. The petition goes on meanwhile. */
import { useEffect, useState } from 'preact/hooks'
import type { HeldMediationView } from '../../../mediation/mediations/held-contract.ts'
import { heldOpener } from '../follow/opener.ts'
import { ErrorSummary } from '../form/form.tsx'
import { type Problem, problemAt } from '../form/problem.ts'
import { TroubleBox } from '../form/trouble.tsx'
import { inGroups } from '../shell/days.ts'
import { useWords } from '../shell/language.tsx'
import { Page } from '../shell/page.tsx'
import { call, type Opener, type Trouble } from '../wire/api.ts'
import { randomName } from '../wire/random.ts'
import { bodyOf } from './ask.tsx'
import { CentreField } from './centres.tsx'
import { Held } from './held.tsx'
import type { PageOf } from './mediation.tsx'
import type { Does } from './turn.tsx'
import { type Said, saidNothing, saidProblems, WhatFields } from './what-fields.tsx'

export function OfPetition({ say }: PageOf) {
  const words = useWords()
  const opener = heldOpener()
  if (!opener) {
    return (
      <Page title={say.heldTitle} back={{ to: '/mediation', label: words.actions.backTo(say.title) }}>
        <p>{say.openPetition}</p>
        <p>
          <a class="more" href="/follow">
            {words.nav.follow}
          </a>
        </p>
      </Page>
    )
  }
  return <Opened opener={opener} say={say} />
}

function Opened({ opener, say }: PageOf & { readonly opener: Opener }) {
  const words = useWords()
  const { number, key } = opener
  const [items, show] = useState<readonly HeldMediationView[] | null>(null)
  const [trouble, tell] = useState<Trouble | null>(null)
  const [busy, setBusy] = useState(false)
  const [isAsking, ask] = useState(false)
  const [round, again] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again after each act
  useEffect(() => {
    let isWanted = true
    void call<{ items: HeldMediationView[] }>('/api/follow/mediations', { opens: { number, key } }).then((answer) => {
      if (!isWanted) return
      if (answer.ok) show(answer.value.items)
      else tell(answer.trouble)
    })
    return () => {
      isWanted = false
    }
  }, [number, key, round])
  const act = (mediation: string, does: Does, idempotencyKey: string): Promise<boolean> => {
    setBusy(true)
    tell(null)
    const path = `/api/follow/mediations/${mediation}`
    return call(path, { method: 'POST', body: { does }, idempotencyKey, opens: opener }).then((answer) => {
      setBusy(false)
      if (answer.ok) again(round + 1)
      else tell(answer.trouble)
      return answer.ok
    })
  }
  const isOpen = (items || []).some(({ ended, closed, declined }) => !ended && !closed && !declined)
  return (
    <Page
      title={say.heldTitle}
      caption={words.follow.asOf(inGroups(number, '-'))}
      back={{ to: '/follow/petition', label: words.act.backToPetition }}
    >
      {trouble ? <TroubleBox trouble={trouble} /> : null}
      {items && items.length === 0 ? <p>{say.noneYet}</p> : null}
      {(items || []).map((found) => (
        <Held
          key={found.mediation}
          found={found}
          say={say}
          busy={busy}
          mediators={{ path: `/api/follow/mediations/${found.mediation}/mediators`, method: 'GET', opens: opener }}
          onAct={(does, name) => act(found.mediation, does, name)}
        />
      ))}
      {items && !isOpen && !isAsking ? (
        <div class="buttons">
          <button type="button" class="button" onClick={() => ask(true)}>
            {say.ask}
          </button>
        </div>
      ) : null}
      {isAsking ? (
        <Asking
          opener={opener}
          say={say}
          onMade={() => {
            ask(false)
            again(round + 1)
          }}
        />
      ) : null}
    </Page>
  )
}

function Asking({ opener, say, onMade }: PageOf & { readonly opener: Opener; readonly onMade: () => void }) {
  const words = useWords()
  const [organ, choose] = useState('')
  const [said, write] = useState<Said>(saidNothing)
  const [problems, show] = useState<readonly Problem[]>([])
  const [trouble, tell] = useState<Trouble | null>(null)
  const [busy, setBusy] = useState(false)
  const [idempotencyKey] = useState(randomName)
  const send = (event: Event) => {
    event.preventDefault()
    const found = [...(organ === '' ? [{ field: 'organ', message: say.organWrong }] : []), ...saidProblems(said, say)]
    show(found)
    tell(null)
    if (found.length > 0 || busy) return
    setBusy(true)
    const body = { organ, ...bodyOf(said) }
    call('/api/follow/mediations', { method: 'POST', body, idempotencyKey, opens: opener }).then((answer) => {
      setBusy(false)
      if (answer.ok) onMade()
      else tell(answer.trouble)
    })
  }
  return (
    <form onSubmit={send} noValidate>
      <h2>{say.ask}</h2>
      <p>{say.askFromPetition}</p>
      <ErrorSummary problems={problems} />
      {trouble ? <TroubleBox trouble={trouble} /> : null}
      <CentreField say={say} value={organ} onChoose={choose} error={problemAt(problems, 'organ')} />
      <WhatFields said={said} onSay={write} problems={problems} say={say} />
      <div class="buttons">
        <button type="submit" class="button" aria-disabled={busy}>
          {busy ? words.actions.sending : say.send}
        </button>
      </div>
    </form>
  )
}
