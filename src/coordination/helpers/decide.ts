import { addYears, isAfter, isBefore } from '../../kernel/day.ts'
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
  StaffActor,
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
  EraseHelper: ['ended'],
}

export function decide(state: HelperState, command: HelperCommand, world: HelperWorld): HelperDecision {
  const refusal = refusalToKeep(state, command, world)
  if (refusal) return refuse(refusal)
  const { on, actor } = command
  const by = { on, account: actor.kind === 'staff' ? actor.account : actor.task }
  switch (command.type) {
    case 'EnterHelper': {
      const { agreedOn } = command
      const { organ: keeper } = actor as StaffActor
      return ok([{ ...by, type: 'HelperEntered', keeper, agreedOn, ...detailsOf(command) }])
    }
    case 'ReviseHelper':
      return ok([{ ...by, type: 'HelperRevised', ...detailsOf(command) }])
    case 'SuspendHelper':
      return ok([{ ...by, type: 'HelperSuspended', reason: command.reason }])
    case 'ResumeHelper':
      return ok([{ ...by, type: 'HelperResumed' }])
    case 'EndHelper':
      return ok([{ ...by, type: 'HelperEnded', reason: command.reason, keptUntil: addYears(on, world.keptYears) }])
    case 'EraseHelper':
      return eraseHelper(state as Helper, command, world)
  }
}

function refusalToKeep(state: HelperState, command: HelperCommand, { organs }: HelperWorld): HelperRefusal | null {
  const { type, actor, on } = command
  if (actor.kind === 'house') return type === 'EraseHelper' ? refusalAt(state, type) : anothers
  if (type === 'EraseHelper') return anothers
  if (!keepers.includes(organs.find(actor.organ)?.kind ?? '')) return anothers
  if (type === 'EnterHelper') {
    if (state !== null) return { kind: 'helper-entered-already' }
    if (isAfter(command.agreedOn, on))
      return { kind: 'agreement-not-signed-yet', agreedOn: command.agreedOn, today: on, basis: decided('0042') }
    return refusalOfDetails(command, command, organs)
  }
  if (state === null) return { kind: 'no-such-helper' }
  if (state.keeper !== actor.organ) return anothers
  const wrong = refusalAt(state, type)
  if (wrong) return wrong
  return type === 'ReviseHelper' ? refusalOfDetails(command, command, organs) : null
}

function refusalAt(state: HelperState, type: Exclude<HelperCommand['type'], 'EnterHelper'>): HelperRefusal | null {
  if (state === null) return { kind: 'no-such-helper' }
  return allowedAt[type].includes(state.state)
    ? null
    : { kind: 'wrong-helper-state', state: state.state, command: type }
}

/** Who left stays on record for as long as the matters in which they may have helped, and not a day longer. Asking twice changes nothing. */
function eraseHelper({ endedOn, keptUntil, erasedOn }: Helper, { on, actor }: HelperCommand, world: HelperWorld) {
  if (erasedOn !== null) return ok([])
  const until = keptUntil ?? addYears(endedOn ?? on, world.keptYears)
  const account = actor.kind === 'house' ? actor.task : actor.account
  return isAfter(on, until)
    ? ok([{ on, account, type: 'HelperErased' } as const])
    : refuse({ kind: 'entry-still-kept', until })
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
