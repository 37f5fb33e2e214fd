import { err, ok } from '../kernel/result.ts'
import { withClocks } from './clocks.ts'
import type { Decide, Decision } from './decision.ts'
import { evolve } from './evolve.ts'
import { handlingDecisions } from './handling/decide.ts'
import { intakeDecisions, register } from './intake/decide.ts'
import { refusalToAct } from './may.ts'
import type { Command, CommandType, Of, Petition, State, World } from './petition.ts'
import { reviewDecisions } from './review/decide.ts'
import { routingDecisions } from './routing/decide.ts'

type Decisions = { readonly [T in Exclude<CommandType, 'Register'>]: Decide<T> }

const decisions: Decisions = { ...intakeDecisions, ...routingDecisions, ...handlingDecisions, ...reviewDecisions }

/**
 * What may follow from a command: the only place where rules are applied (invariant 2). First who may act at this stage, then
 * the rule itself, then the clocks that its facts start and stop.
 */
export function decide(state: State, command: Command, world: World): Decision {
  const refusal = refusalToAct(state, command.type, command.actor, world)
  if (refusal) return err(refusal)
  const decision = decided(state, command, world)
  return decision.ok ? ok(withClocks(state, decision.value, world)) : decision
}

function decided(state: State, command: Command, world: World): Decision {
  if (command.type === 'Register') return register(command as Of<'Register'>, world)
  if (state === null) return err({ kind: 'not-registered' })
  const rule = decisions[command.type] as (petition: Petition, command: Command, world: World) => Decision
  return rule(state, command, world)
}

export const initial: State = null
export const petitionDecider = { initial, decide, evolve }
