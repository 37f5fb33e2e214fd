/** The right column: what can be done now, what the duties wait for first, and of everything else why not. */
import type { ActionView } from '../../../petition/views.ts'
import { NotNow } from '../layout/NotNow.tsx'
import { useLanguage } from '../locales/language.tsx'
import { useSession } from '../session/session-context.ts'
import { dutifulCommands } from './duties.ts'
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

const named = (names: readonly string[], actions: readonly ActionView[]): readonly ActionView[] =>
  names.flatMap((name) => actions.filter(({ action }) => action === name))

const grouped = (actions: readonly ActionView[]): readonly Grouped[] =>
  (Object.keys(commandGroups) as CommandGroup[])
    .map((group) => ({ group, actions: named(commandGroups[group], actions) }))
    .filter(({ actions: found }) => found.length > 0)

/** Refused for what could still be done first, not because its time has passed or has not come. */
const isForNow = ({ refusal }: ActionView): boolean =>
  refusal === null || !['wrong-stage', 'not-yours-to-do', 'unknown-document', 'right-lapsed'].includes(refusal.kind)

export function Actions({ petition, onChoose }: ActionsProps) {
  const { words } = useLanguage()
  const { organ } = useSession()
  const allowed = petition.actions.filter((action) => action.allowed)
  // What a duty waits for is shown even while something else has to come first, with what that is.
  const due = named(dutifulCommands(petition, organ.id), petition.actions).filter(isForNow)
  const others = grouped(allowed.filter((action) => !due.includes(action)))
  const refused = grouped(petition.actions.filter((action) => !action.allowed && !due.includes(action)))
  return (
    <section className="side-section">
      <h2>{words.action.now}</h2>
      {allowed.length === 0 && due.length === 0 && <p className="faint">{words.action.none}</p>}
      {due.length > 0 && <Group title={words.action.due} actions={due} onChoose={onChoose} isDue />}
      {others.map(({ group, actions }) => (
        <Group key={group} title={words.action.group[group]} actions={actions} onChoose={onChoose} />
      ))}
      <NotNow
        groups={refused.map(({ group, actions }) => ({ key: group, title: words.action.group[group], actions }))}
      />
    </section>
  )
}

interface GroupProps extends Pick<ActionsProps, 'onChoose'> {
  readonly title: string
  readonly actions: readonly ActionView[]
  readonly isDue?: boolean
}

function Group({ title, actions, onChoose, isDue = false }: GroupProps) {
  const { pick } = useLanguage()
  return (
    <div className="action-group">
      <h3>{title}</h3>
      <ul className={isDue ? 'actions-due' : 'actions-other'}>
        {actions.map((action) => (
          <li key={action.action}>
            <button type="button" className="action" disabled={!action.allowed} onClick={() => onChoose(action)}>
              {pick(action)}
            </button>
            {action.refusal && <p className="action-not-yet">{pick(action.refusal)}</p>}
          </li>
        ))}
      </ul>
    </div>
  )
}
