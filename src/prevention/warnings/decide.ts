import { hasPassed } from '../../kernel/clock.ts'
import { recountOpen, withClockChanges } from '../../kernel/clock-keeping.ts'
import { widerThan } from '../../kernel/keeping-out.ts'
import type { OrganFacts, OrganId } from '../../kernel/organ.ts'
import { err, ok, type Result } from '../../kernel/result.ts'
import { decided } from '../../law/basis.ts'
import { clockChangesAt, recounting } from './clocks.ts'
import { evolve } from './evolve.ts'
import type {
  Of,
  StaffActor,
  Warning,
  WarningCommand,
  WarningCommandType,
  WarningFact,
  WarningRefusal,
  WarningState,
  WarningWorld,
} from './warning.ts'

export type WarningDecision = Result<readonly WarningFact[], WarningRefusal>
type LaterCommand = Exclude<WarningCommandType, 'RaiseWarning'>
type Decide<T extends LaterCommand> = (warning: Warning, command: Of<T>, world: WarningWorld) => WarningDecision

const refuse = (refusal: WarningRefusal): WarningDecision => err(refusal)
const accept = (...facts: readonly WarningFact[]): WarningDecision => ok(facts)

/** What may follow from a command: who may act, then the rule, then the clock that its facts start and stop. */
export function decide(state: WarningState, command: WarningCommand, world: WarningWorld): WarningDecision {
  const decision = ruled(state, command, world)
  return decision.ok ? ok(withClocks(state, decision.value, world)) : decision
}

const anothers: WarningRefusal = { kind: 'warning-is-anothers', basis: decided('0047') }

function ruled(state: WarningState, command: WarningCommand, world: WarningWorld): WarningDecision {
  if (command.type === 'RaiseWarning') {
    return state === null ? raiseWarning(command, world) : refuse({ kind: 'warning-raised-already' })
  }
  if (state === null) return refuse({ kind: 'no-such-warning' })
  const refusal = refusalToAct(state, command)
  if (refusal) return refuse(refusal)
  const rule = decisions[command.type] as (w: Warning, command: WarningCommand, world: WarningWorld) => WarningDecision
  return rule(state, command, world)
}

export const partIn = ({ recipients }: Warning, organ: OrganId) =>
  recipients.find((recipient) => recipient.organ === organ)?.part ?? null

const answering = ['clerk', 'head', 'leader']

/** Whoever handles or leads where it was sent; above, only once it has come up to them. */
function refusalToAct(warning: Warning, { type, actor }: WarningCommand): WarningRefusal | null {
  if (actor.kind === 'house') return type === 'AnswerWarning' ? anothers : null
  const part = partIn(warning, actor.organ)
  if (part === null) return { kind: 'no-such-warning' }
  if (type !== 'AnswerWarning' || part === 'reader' || !mayAnswer(actor)) return anothers
  return warning.answer === null ? null : { kind: 'warning-answered-already', on: warning.answer.on }
}

const mayAnswer = ({ posts }: StaffActor): boolean => answering.some((post) => posts.includes(post))

/** By the house alone, from what it counted. */
function raiseWarning({ on, actor, beginning }: Of<'RaiseWarning'>, { pack, organs }: WarningWorld): WarningDecision {
  if (actor.kind !== 'house') return refuse(anothers)
  const { place, category, found, bureau, recipients } = beginning
  const unknown = [bureau, ...recipients.map(({ organ }) => organ)].find(
    (organ) => organs.find(organ)?.state !== 'active',
  )
  if (unknown !== undefined) return refuse({ kind: 'unknown-organ', organ: unknown })
  return accept({ type: 'WarningRaised', on, pack, place, category, found, bureau, recipients })
}

const answerWarning: Decide<'AnswerWarning'> = (_, { on, actor, outcome, words }) => {
  const { organ, account } = actor as StaffActor
  return accept({ type: 'WarningAnswered', on, organ, account, outcome, words })
}

/** 分立、合并、撤销 (art. 24 (2)): where nobody carries an organ on, the duty stays where it was and is overdue for all to see. */
const passWarningOn: Decide<'PassWarningOn'> = (warning, { on }, { organs }) => {
  const parts = [...new Set([warning.bureau, ...warning.recipients.map(({ organ }) => organ)])]
  return ok(
    parts.flatMap((from): readonly WarningFact[] => {
      const known = organs.find(from)
      if (known === undefined || known.state === 'active') return []
      const to = known.successors.find((heir) => organs.find(heir)?.state === 'active')
      return to === undefined ? [] : [{ type: 'WarningPassedOn', on, from, to }]
    }),
  )
}

/** The bureau of the next wider place that has one. */
export function bureauAbove(bureau: OrganId, { organs }: Pick<WarningWorld, 'organs'>): OrganFacts | undefined {
  const region = organs.find(bureau)?.region ?? '00'
  const bureaus = [...organs.all()].filter(({ kind, state }) => kind === 'bureau' && state === 'active')
  for (const wider of widerThan(region)) {
    const above = bureaus.find((each) => each.region === wider)
    if (above) return above
  }
  return undefined
}

const recountWarning: Decide<'RecountWarning'> = (warning, { on }, world) => {
  const recounted = recountOpen(warning.clocks, (clock) => recounting(clock, world))
  return recounted === null ? ok([]) : accept({ type: 'WarningClocksRecounted', on, ...recounted })
}

/** Overdue, it is the next bureau’s upwards to answer as well: once, from the bureau that had it last. */
const markClock: Decide<'MarkClock'> = (warning, { on, actor, clock: id }, world) => {
  const clock = warning.clocks.find((other) => other.id === id)
  if (clock?.state !== 'running' || clock.overdueOn || !hasPassed(clock.lastDay, on)) {
    return refuse({ kind: 'clock-still-running', clock: id })
  }
  if (recounting(clock, world)) return recountWarning(warning, { type: 'RecountWarning', on, actor }, world)
  const overdue: WarningFact = {
    ...{ type: 'WarningFellOverdue', on, clock: id },
    clocks: [{ change: 'fellOverdue', id, on }],
  }
  const to = bureauAbove(warning.bureau, world)?.id
  return to === undefined ? accept(overdue) : accept(overdue, { type: 'WarningHandedOn', on, from: warning.bureau, to })
}

const decisions: { readonly [T in LaterCommand]: Decide<T> } = {
  AnswerWarning: answerWarning,
  PassWarningOn: passWarningOn,
  MarkClock: markClock,
  RecountWarning: recountWarning,
}

const withClocks = (state: WarningState, facts: readonly WarningFact[], world: WarningWorld) =>
  withClockChanges<Warning, WarningFact>(state, facts, {
    evolve,
    changesAt: (warning, fact) => clockChangesAt(warning, fact, world),
  })
