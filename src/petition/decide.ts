import type { Day } from '../kernel/day.ts'
import { err, ok } from '../kernel/result.ts'
import { packName } from '../law/laws.ts'
import { assistingDecisions } from './assisting/decide.ts'
import { withClocks } from './clocks.ts'
import type { Decide, Decision } from './decision.ts'
import { endingOf } from './ending.ts'
import { erasureDecisions } from './erasure/decide.ts'
import { evolve } from './evolve.ts'
import { handlingDecisions } from './handling/decide.ts'
import { intakeDecisions, register } from './intake/decide.ts'
import { refusalToAct } from './may.ts'
import type { Command, CommandType, Fact, Of, Petition, State, World } from './petition.ts'
import { reviewDecisions } from './review/decide.ts'
import { routingDecisions } from './routing/decide.ts'
import { safeguardDecisions } from './safeguards/decide.ts'
import { sharingDecisions } from './sharing/decide.ts'
import { timingDecisions } from './timing/decide.ts'

type Decisions = { readonly [T in Exclude<CommandType, 'Register'>]: Decide<T> }

const decisions: Decisions = {
  ...intakeDecisions,
  ...routingDecisions,
  ...handlingDecisions,
  ...reviewDecisions,
  ...erasureDecisions,
  ...safeguardDecisions,
  ...sharingDecisions,
  ...assistingDecisions,
  ...timingDecisions,
}

/**
 * What may follow from a command: the only place where rules are applied (invariant 2). First who may act at this stage, then
 * the rule itself, then the clocks that its facts start and stop.
 */
export function decide(state: State, command: Command, world: World): Decision {
  const pack = packName(world.law)
  if (state && state.pack !== pack) return err({ kind: 'law-not-loaded', pack: state.pack })
  const refusal = refusalToAct(state, command.type, command.actor, world)
  if (refusal) return err(refusal)
  const decision = decided(state, command, world)
  return decision.ok ? ok(withEnding(state, decision.value, command.on, world)) : decision
}

/** The facts with their clocks, and, where they leave nothing to do and nothing to ask for, the end of the petition. */
function withEnding(state: State, facts: readonly Fact[], on: Day, world: World): readonly Fact[] {
  const timed = withClocks(state, facts, world)
  const after = timed.reduce<State>(evolve, state)
  const ending = after === null ? [] : endingOf(after, on, world)
  return [...timed, ...withClocks(after, ending, world)]
}

function decided(state: State, command: Command, world: World): Decision {
  if (command.type === 'Register') return register(command as Of<'Register'>, world)
  if (state === null) return err({ kind: 'not-registered' })
  const rule = decisions[command.type] as (petition: Petition, command: Command, world: World) => Decision
  return rule(state, command, world)
}

export const initial: State = null
export const petitionDecider = { initial, decide, evolve }
