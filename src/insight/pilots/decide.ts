import { addYears, isAfter, isBefore } from '../../kernel/day.ts'
import { err, ok, type Result } from '../../kernel/result.ts'
import { decided } from '../../law/basis.ts'
import type { Of, Pilot, PilotActor, PilotCommand, PilotFact, PilotRefusal, PilotState, PilotWorld } from './pilot.ts'

export type PilotDecision = Result<readonly PilotFact[], PilotRefusal>

const refuse = (refusal: PilotRefusal): PilotDecision => err(refusal)
const accept = (fact: PilotFact): PilotDecision => ok([fact])
const basis = decided('0064')
/** Longer than this other things have changed too. */
const mostYears = 2

/**
 * What may follow from a command: begun by whoever leads a bureau, before anybody can know how it goes, so that nobody chooses its time or
 * place by what came of it; and ended there once its time is over.
 */
export function decide(state: PilotState, command: PilotCommand, world: PilotWorld): PilotDecision {
  if (command.type === 'BeginPilot') {
    return state === null ? beginPilot(command, world) : refuse({ kind: 'pilot-begun-already' })
  }
  if (state === null || state.organ !== command.actor.organ) return refuse({ kind: 'no-such-pilot' })
  const refusal = refusalToEnd(state, command)
  if (refusal) return refuse(refusal)
  const { on, actor, reason, effect } = command
  if (command.type === 'DropPilot') return accept({ type: 'PilotDropped', on, account: actor.account, reason, effect })
  return spreadPilot(command, world)
}

const leads = ({ posts }: PilotActor): boolean => posts.includes('head') || posts.includes('leader')

export function refusalToBegin(actor: PilotActor, { organs }: PilotWorld): PilotRefusal | null {
  const own = organs.find(actor.organ)
  return own?.kind === 'bureau' && own.state === 'active' && leads(actor) ? null : { kind: 'pilot-is-anothers', basis }
}

function beginPilot({ on, actor, beginning }: Of<'BeginPilot'>, world: PilotWorld): PilotDecision {
  const refusal = refusalToBegin(actor, world)
  if (refusal) return refuse(refusal)
  const { place, from, until } = beginning
  const region = world.organs.find(actor.organ)?.region ?? '00'
  if (region !== '00' && !place.startsWith(region)) return refuse({ kind: 'place-outside-area', place, basis })
  if (place === region) return refuse({ kind: 'nothing-elsewhere', basis })
  if (isBefore(from, on)) return refuse({ kind: 'pilot-begun-before', today: on, basis })
  if (!isAfter(until, from)) return refuse({ kind: 'day-not-later', from, until })
  const atMost = addYears(from, mostYears)
  if (isAfter(until, atMost)) return refuse({ kind: 'pilot-too-long', atMost, basis })
  return accept({ type: 'PilotBegun', on, account: actor.account, organ: actor.organ, ...beginning })
}

function refusalToEnd({ stage, until }: Pilot, { on, actor }: PilotCommand): PilotRefusal | null {
  if (!leads(actor)) return { kind: 'pilot-is-anothers', basis }
  if (stage !== 'running') return { kind: 'pilot-ended-already', stage }
  return isAfter(on, until) ? null : { kind: 'pilot-still-running', until }
}

function spreadPilot({ on, actor, reason, steps, effect }: Of<'SpreadPilot'>, { organs }: PilotWorld): PilotDecision {
  const unknown = steps.find(({ organ }) => organs.find(organ)?.state !== 'active')
  if (unknown) return refuse({ kind: 'unknown-organ', organ: unknown.organ })
  const late = steps.find(({ due }) => !isAfter(due, on))
  if (late) return refuse({ kind: 'day-not-ahead', day: late.due, today: on })
  const keyed = steps.map((step, at) => ({ key: `s${at + 1}`, ...step }))
  return accept({ type: 'PilotSpread', on, account: actor.account, reason, steps: keyed, effect })
}
