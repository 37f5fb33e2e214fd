/** What a party is asked and can say now: each question with its yes and no, and once more before what cannot be taken back. */
import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import type { HeldMediationView } from '../../../mediation/mediations/held-contract.ts'
import { useSpeech } from '../shell/language.tsx'
import { randomName } from '../wire/random.ts'
import type { PageOf } from './mediation.tsx'

export type Act = HeldMediationView['acts'][number]

/** What is sent: one act, as the house takes it. */
export type Does =
  | { readonly act: 'answer'; readonly to: string; readonly ref: string | null; readonly agrees: boolean }
  | { readonly act: 'leave' }
  | { readonly act: 'openness'; readonly open: boolean }
  | { readonly act: 'choose'; readonly name: string; readonly roster: string | null }
  | { readonly act: 'performance'; readonly promise: string; readonly performance: string }
  | { readonly act: 'confirmation' }

/** Whether it was taken. */
export type OnAct = (does: Does, name: string) => Promise<boolean>

export interface TurnProps extends PageOf {
  readonly found: HeldMediationView
  readonly busy: boolean
  readonly onAct: OnAct
}

export const allowed = ({ acts }: HeldMediationView, name: Act['act'], ref?: string | null): readonly Act[] =>
  acts.filter((one) => one.act === name && one.allowed && (ref === undefined || one.ref === ref))

interface ButtonsProps {
  readonly busy: boolean
  readonly onAct: OnAct
  readonly choices: readonly {
    readonly says: string
    readonly does: Does
    readonly isSecond?: boolean
    /** What is asked once more before it is sent. */
    readonly sure?: string
  }[]
}

/** Buttons that send. What has a second question asks it in their place. */
export function Buttons({ busy, onAct, choices }: ButtonsProps) {
  const { words } = useSpeech()
  const [asked, ask] = useState<number | null>(null)
  // one for as long as the question stands, so that a word whose answer was lost is said once
  const [name, rename] = useState(randomName)
  const send = (does: Does) => {
    if (busy) return
    void onAct(does, name).then((isTaken) => {
      if (!isTaken) return
      rename(randomName())
      ask(null)
    })
  }
  const chosen = asked === null ? undefined : choices[asked]
  if (chosen) {
    return (
      <div class="told" role="status">
        <p>{chosen.sure}</p>
        <div class="buttons">
          <button type="button" class="button" aria-disabled={busy} onClick={() => send(chosen.does)}>
            {chosen.says}
          </button>
          <button type="button" class="button second" onClick={() => ask(null)}>
            {words.actions.cancel}
          </button>
        </div>
      </div>
    )
  }
  return (
    <div class="buttons">
      {choices.map((choice, at) => (
        <button
          key={choice.says}
          type="button"
          class={choice.isSecond ? 'button second' : 'button'}
          aria-disabled={busy}
          onClick={() => (choice.sure ? ask(at) : send(choice.does))}
        >
          {choice.says}
        </button>
      ))}
    </div>
  )
}

/** One question that waits for the party's yes or no: both look alike, for neither is what the house would rather hear. */
export function YesOrNo({ title, children, found, busy, onAct, say, to, item, sure }: YesOrNoProps) {
  const answerable = allowed(found, 'answer', item).some((one) => one.to === to)
  if (!answerable) return null
  const does = (agrees: boolean): Does => ({ act: 'answer', to, ref: item, agrees })
  const no = to === 'mediation' ? say.noMediationSure : undefined
  return (
    <section class="panel turn">
      <h2>{title}</h2>
      {children}
      <Buttons
        busy={busy}
        onAct={onAct}
        choices={[
          { says: say.yes[to], does: does(true), isSecond: true, ...(sure ? { sure } : {}) },
          { says: say.no[to], does: does(false), isSecond: true, ...(no ? { sure: no } : {}) },
        ]}
      />
    </section>
  )
}

interface YesOrNoProps extends TurnProps {
  readonly title: string
  readonly to: 'mediation' | 'mediator' | 'guest' | 'moreTime' | 'agreement'
  readonly item: string | null
  readonly sure?: string
  readonly children?: ComponentChildren
}
