/** The right column: what can be done now, and of everything else why not. */
import { useState } from 'react'
import type { ActionView } from '../../../petition/views.ts'
import { useLanguage } from '../locales/language.tsx'
import { type CommandGroup, commandGroups } from './forms.tsx'
import type { PetitionView } from './petition.ts'

interface ActionsProps {
  readonly petition: PetitionView
  readonly onChoose: (action: ActionView) => void
}

interface Grouped {
  readonly group: CommandGroup
  readonly actions: readonly ActionView[]
}

function grouped(actions: readonly ActionView[]): readonly Grouped[] {
  return (Object.keys(commandGroups) as CommandGroup[])
    .map((group) => ({
      group,
      actions: commandGroups[group].flatMap((name) => actions.filter(({ action }) => action === name)),
    }))
    .filter(({ actions: found }) => found.length > 0)
}

export function Actions({ petition, onChoose }: ActionsProps) {
  const { words } = useLanguage()
  const allowed = grouped(petition.actions.filter((action) => action.allowed))
  const refused = grouped(petition.actions.filter((action) => !action.allowed))
  return (
    <section className="side-section">
      <h2>{words.action.now}</h2>
      {allowed.length === 0 && <p className="faint">{words.action.none}</p>}
      {allowed.map(({ group, actions }) => (
        <div key={group} className="action-group">
          <h3>{words.action.group[group]}</h3>
          <ul>
            {actions.map((action) => (
              <li key={action.action}>
                <Allowed action={action} onChoose={onChoose} />
              </li>
            ))}
          </ul>
        </div>
      ))}
      <Refused groups={refused} />
    </section>
  )
}

function Allowed({ action, onChoose }: { readonly action: ActionView; readonly onChoose: ActionsProps['onChoose'] }) {
  const { pick } = useLanguage()
  return (
    <button type="button" className="action" onClick={() => onChoose(action)}>
      {pick(action)}
    </button>
  )
}

function Refused({ groups }: { readonly groups: readonly Grouped[] }) {
  const { words, pick } = useLanguage()
  const [isOpen, setIsOpen] = useState(false)
  const count = groups.reduce((sum, { actions }) => sum + actions.length, 0)
  if (count === 0) return null
  return (
    <div className="refused">
      <button type="button" className="link" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
        {isOpen ? words.action.hideRefused : words.action.refused(count)}
      </button>
      {isOpen &&
        groups.map(({ group, actions }) => (
          <div key={group} className="action-group">
            <h3>{words.action.group[group]}</h3>
            <ul>
              {actions.map((action) => (
                <li key={action.action} className="refused-action">
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
