/** What can be done now, a button each, and folded away what cannot, with why. What asks for words opens its dialogue. */
import { type ReactNode, useState } from 'react'
import type { ActionView } from '../../../petition/views.ts'
import { useLanguage } from '../locales/language.tsx'
import { NotNow } from './NotNow.tsx'

type Action = Pick<ActionView, 'action' | 'zh' | 'en' | 'allowed' | 'refusal'>

interface ActionsNowProps<A extends Action> {
  /** Of what they are. */
  readonly title: string
  readonly actions: readonly A[]
  /** Acts that are done elsewhere than in a dialogue. */
  readonly elsewhere?: Readonly<Partial<Record<A['action'], () => void>>>
  /** Where there may be several of one name: which one is meant. */
  readonly keyOf?: (action: A) => string
  readonly beside?: (action: A) => ReactNode
  readonly dialog: (action: A, onClose: () => void) => ReactNode
}

export function ActionsNow<A extends Action>({ title, actions, dialog, ...props }: ActionsNowProps<A>) {
  const { words, pick } = useLanguage()
  const [chosen, choose] = useState<A | null>(null)
  const { elsewhere = {}, keyOf = ({ action }) => action, beside } = props
  if (actions.length === 0) return null
  const begin = (action: A) => {
    const act = (elsewhere as Readonly<Record<string, (() => void) | undefined>>)[action.action]
    if (act) act()
    else choose(action)
  }
  return (
    <section className="side-section">
      <h2>{words.action.now}</h2>
      <ul className="report-actions">
        {actions
          .filter(({ allowed }) => allowed)
          .map((action) => (
            <li key={keyOf(action)}>
              <button type="button" className="action" onClick={() => begin(action)}>
                {pick(action)}
                {beside?.(action)}
              </button>
            </li>
          ))}
      </ul>
      <NotNow groups={[{ key: title, title, actions: actions.filter(({ allowed }) => !allowed) }]} />
      {chosen && dialog(chosen, () => choose(null))}
    </section>
  )
}
