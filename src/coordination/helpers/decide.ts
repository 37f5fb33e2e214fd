import { isAfter, isBefore } from '../../kernel/day.ts'
import { err, ok, type Result } from '../../kernel/result.ts'
import { decided } from '../../law/basis.ts'
import type {
  Helper,
  HelperCommand,
  HelperDetails,
  HelperFact,
  HelperRefusal,
  HelperState,
  HelperStateName,
  HelperWorld,
} from './helper.ts'

export type HelperDecision = Result<readonly HelperFact[], HelperRefusal>
const refuse = (refusal: HelperRefusal): HelperDecision => err(refusal)

/** Who keeps a roster: the bureau of a place, or the office of its joint conference. */
const keepers: readonly string[] = ['bureau', 'conference']

const allowedAt: Readonly<Record<Exclude<HelperCommand['type'], 'EnterHelper'>, readonly HelperStateName[]>> = {
  ReviseHelper: ['active', 'suspended'],
  SuspendHelper: ['active'],
  ResumeHelper: ['suspended'],
  EndHelper: ['active', 'suspended'],
}

export function decide(state: HelperState, command: HelperCommand, world: HelperWorld): HelperDecision {
  const refusal = refusalToKeep(state, command, world)
  if (refusal) return refuse(refusal)
  const { on, actor } = command
  const by = { on, account: actor.account }
  switch (command.type) {
    case 'EnterHelper': {
      const { agreedOn } = command
      return ok([{ ...by, type: 'HelperEntered', keeper: actor.organ, agreedOn, ...detailsOf(command) }])
    }
    case 'ReviseHelper':
      return ok([{ ...by, type: 'HelperRevised', ...detailsOf(command) }])
    case 'SuspendHelper':
      return ok([{ ...by, type: 'HelperSuspended', reason: command.reason }])
    case 'ResumeHelper':
      return ok([{ ...by, type: 'HelperResumed' }])
    case 'EndHelper':
      return ok([{ ...by, type: 'HelperEnded', reason: command.reason }])
  }
}

function refusalToKeep(state: HelperState, command: HelperCommand, { organs }: HelperWorld): HelperRefusal | null {
  const { type, actor, on } = command
  if (!keepers.includes(organs.find(actor.organ)?.kind ?? '')) return anothers
  if (type === 'EnterHelper') {
    if (state !== null) return { kind: 'helper-entered-already' }
    if (isAfter(command.agreedOn, on))
      return { kind: 'agreement-not-signed-yet', agreedOn: command.agreedOn, today: on, basis: decided('0042') }
    return refusalOfDetails(command, command, organs)
  }
  if (state === null) return { kind: 'no-such-helper' }
  if (state.keeper !== actor.organ) return anothers
  if (!allowedAt[type].includes(state.state)) return { kind: 'wrong-helper-state', state: state.state, command: type }
  return type === 'ReviseHelper' ? refusalOfDetails(command, command, organs) : null
}

const anothers: HelperRefusal = { kind: 'roster-is-anothers', basis: decided('0042') }

function refusalOfDetails(
  { organ, until }: HelperDetails,
  { on }: HelperCommand,
  organs: HelperWorld['organs'],
): HelperRefusal | null {
  if (organ !== null && !organs.find(organ)) return { kind: 'unknown-organ', organ }
  return until !== null && isBefore(until, on) ? { kind: 'term-has-passed', until, today: on } : null
}

const detailsOf = ({ kind, name, contact, skills, places, organ, until }: HelperDetails): HelperDetails => ({
  ...{ kind, name, contact, organ, until },
  skills: [...new Set(skills)].sort(),
  places: [...new Set(places)].sort(),
})

/** Whether somebody can be invited today. */
export const isAvailable = ({ state, until }: Pick<Helper, 'state' | 'until'>, on: HelperCommand['on']): boolean =>
  state === 'active' && (until === null || !isBefore(until, on))
