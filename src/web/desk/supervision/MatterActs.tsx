/** The right column: which time limits run, what can be done now, and of everything else why not. */
import { NotNow } from '../layout/NotNow.tsx'
import { useLanguage } from '../locales/language.tsx'
import { Clock } from '../petition/clocks.tsx'
import { useSession } from '../session/session-context.ts'
import type { MatterView, SupervisionAction } from './supervision.ts'
import { useSupervisionWords } from './words.ts'

interface MatterActsProps {
  readonly matter: MatterView
  readonly onChoose: (action: SupervisionAction) => void
}

/** What a limit waits for stands out; the rest may be done too. */
const owed = new Set<SupervisionAction['action']>(['confirm', 'report', 'word', 'verify'])

export function MatterActs({ matter, onChoose }: MatterActsProps) {
  const { words } = useLanguage()
  const { say } = useSupervisionWords()
  const groups = useGroups(matter)
  const allowed = matter.actions.some((action) => action.allowed)
  return (
    <>
      <MatterClocks matter={matter} />
      <section className="side-section">
        <h2>{words.action.now}</h2>
        {!allowed && <p className="faint">{say.matter.nothingNow}</p>}
        {groups.map(({ key, title, actions }) => (
          <Group key={key} title={title} actions={actions.filter((action) => action.allowed)} onChoose={onChoose} />
        ))}
        <NotNow groups={groups.map(notAllowed).filter(({ actions }) => actions.length > 0)} />
      </section>
    </>
  )
}

interface Grouped {
  readonly key: string
  readonly title: string
  readonly actions: readonly SupervisionAction[]
}

/** By what they act on: each finding, each order, or the matter itself. Those that wait for somebody come first. */
function useGroups({ findings, orders, actions }: MatterView): readonly Grouped[] {
  const { pick, language } = useLanguage()
  const { say, said } = useSupervisionWords()
  const titles = new Map<string | null, string>([
    ...findings.map(({ ref, rule }) => [ref, said('findingRule', rule)] as const),
    ...orders.map(
      ({ ref, kind, addressees }) =>
        [
          ref,
          `${said('orderKind', kind)} · ${addressees.map(({ organ }) => pick(organ)).join(language === 'zh' ? '、' : ', ')}`,
        ] as const,
    ),
    [null, say.matter.onMatter] as const,
  ])
  return [...titles]
    .map(([on, title]) => ({ key: on ?? 'matter', title, actions: actions.filter((action) => action.on === on) }))
    .filter((group) => group.actions.length > 0)
}

const notAllowed = (group: Grouped): Grouped => ({
  ...group,
  actions: group.actions.filter((action) => !action.allowed),
})

interface GroupProps extends Pick<MatterActsProps, 'onChoose'> {
  readonly title: string
  readonly actions: readonly SupervisionAction[]
}

function Group({ title, actions, onChoose }: GroupProps) {
  const { pick } = useLanguage()
  if (actions.length === 0) return null
  return (
    <div className="action-group">
      <h3>{title}</h3>
      <ul className="actions-other">
        {actions.map((action) => (
          <li key={action.action} className={owed.has(action.action) ? 'actions-due' : undefined}>
            <button type="button" className="action" onClick={() => onChoose(action)}>
              {pick(action)}
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** Those that run; an organ's own first, then the nearest. */
function MatterClocks({ matter }: { readonly matter: MatterView }) {
  const { words } = useLanguage()
  const { say, said } = useSupervisionWords()
  const { organ } = useSession()
  const clocks = [
    ...matter.findings.flatMap(({ clock }) => (clock ? [clock] : [])),
    ...matter.orders.flatMap((order) => order.clocks),
  ]
    .filter(({ state }) => state === 'running')
    .toSorted(
      (a, b) => Number(b.organ?.id === organ.id) - Number(a.organ?.id === organ.id) || (a.lastDay < b.lastDay ? -1 : 1),
    )
  return (
    <section className="side-section">
      <h2>{words.petition.clocks}</h2>
      {clocks.length === 0 && <p className="faint">{say.matter.noClock}</p>}
      {clocks.map((clock) => (
        <Clock key={clock.id} clock={clock} people={[]} name={said('supervisionClock', clock.rule)} />
      ))}
    </section>
  )
}
