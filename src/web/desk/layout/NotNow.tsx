/** What cannot be done now, folded away: each act with the reason, in words with the article. */
import { useState } from 'react'
import type { ActionView } from '../../../petition/views.ts'
import { useLanguage } from '../locales/language.tsx'

type Refused = Pick<ActionView, 'action' | 'zh' | 'en' | 'refusal'>

interface NotNowProps {
  readonly groups: readonly { readonly key: string; readonly title: string; readonly actions: readonly Refused[] }[]
}

/** What can be done to several, a party or a promise each, and to none of them for one reason, stands once. */
const eachOnce = (actions: readonly Refused[]): readonly Refused[] => [
  ...new Map(actions.map((action) => [`${action.action} ${action.refusal?.zh}`, action])).values(),
]

export function NotNow({ groups: given }: NotNowProps) {
  const { words, pick } = useLanguage()
  const [isOpen, setIsOpen] = useState(false)
  const groups = given.map(({ actions, ...group }) => ({ ...group, actions: eachOnce(actions) }))
  const count = groups.reduce((sum, { actions }) => sum + actions.length, 0)
  if (count === 0) return null
  return (
    <div className="refused">
      <button type="button" className="link" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
        {isOpen ? words.action.hideRefused : words.action.refused(count)}
      </button>
      {isOpen &&
        groups.map(({ key, title, actions }) => (
          <div key={key} className="action-group">
            <h3>{title}</h3>
            <ul>
              {actions.map((action) => (
                <li key={`${action.action} ${action.refusal?.zh}`} className="refused-action">
                  <button type="button" className="action" disabled>
                    {pick(action)}
                  </button>
                  {action.refusal && <p>{pick(action.refusal)}</p>}
                </li>
              ))}
            </ul>
          </div>
        ))}
    </div>
  )
}
