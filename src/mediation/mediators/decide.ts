/** What may follow from a command to the roster. */
import { addYears, type Day, isAfter, isBefore } from '../../kernel/day.ts'
import type { OrganId, Organs } from '../../kernel/organ.ts'
import { err, ok, type Result } from '../../kernel/result.ts'
import { decided, rule } from '../../law/basis.ts'
import type {
  Mediator,
  MediatorCommand,
  MediatorDetails,
  MediatorFact,
  MediatorRefusal,
  MediatorState,
  MediatorStateName,
  MediatorWorld,
} from './mediator.ts'

export type MediatorDecision = Result<readonly MediatorFact[], MediatorRefusal>

/** Who keeps a roster: a mediation centre, a township, a village. */
const keepers: readonly string[] = ['mediationCentre', 'township', 'village']
export const keepsMediators = (organs: Organs, organ: OrganId): boolean =>
  keepers.includes(organs.find(organ)?.kind ?? '')

/** 委员每届任期三年 (art. 9 para. 2). */
const memberTerm = { years: 3, basis: rule('RMTJ', 9, 2) } as const
/** The last day of a term: the day on which it began is not counted. */
export const lastDayOfTerm = (from: Day): Day => addYears(from, memberTerm.years)
export const termBasis = memberTerm.basis

export const keptElsewhere = { kind: 'mediators-kept-elsewhere', basis: decided('0049') } as const

const allowedAt: Readonly<Record<Exclude<MediatorCommand['type'], 'EnterMediator'>, readonly MediatorStateName[]>> = {
  ReviseMediator: ['active', 'suspended'],
  RenewMediator: ['active', 'suspended'],
  RecordTraining: ['active', 'suspended'],
  ReprimandMediator: ['active', 'suspended'],
  SuspendMediator: ['active'],
  ResumeMediator: ['suspended'],
  EndMediator: ['active', 'suspended'],
}

export function decide(state: MediatorState, command: MediatorCommand, world: MediatorWorld): MediatorDecision {
  const refusal = refusalOf(state, command, world)
  if (refusal) return err(refusal)
  const by = { on: command.on, account: command.actor.account }
  switch (command.type) {
    case 'EnterMediator':
      return ok([{ ...by, type: 'MediatorEntered', keeper: command.actor.organ, ...written(command) }])
    case 'ReviseMediator':
      return ok([{ ...by, type: 'MediatorRevised', ...written(command) }])
    case 'RenewMediator':
      return ok([{ ...by, type: 'MediatorRenewed', from: command.from, until: command.until }])
    case 'RecordTraining':
      return ok([{ ...by, type: 'TrainingRecorded', day: command.day, subject: command.subject }])
    case 'ReprimandMediator':
      return ok([{ ...by, type: 'MediatorReprimanded', fault: command.fault, reason: command.reason }])
    case 'SuspendMediator':
      return ok([{ ...by, type: 'MediatorSuspended', reason: command.reason }])
    case 'ResumeMediator':
      return ok([{ ...by, type: 'MediatorResumed' }])
    case 'EndMediator': {
      const { ending, fault, reason } = command
      return ok([{ ...by, type: 'MediatorEnded', ending, fault: ending === 'misconduct' ? fault : null, reason }])
    }
  }
}

function refusalOf(state: MediatorState, command: MediatorCommand, world: MediatorWorld): MediatorRefusal | null {
  const { type, actor } = command
  if (!keepsMediators(world.organs, actor.organ)) return keptElsewhere
  if (type === 'EnterMediator')
    return state === null ? refusalOfDetails(command, command.on, world) : { kind: 'mediator-entered-already' }
  if (state === null) return { kind: 'no-such-mediator' }
  if (state.keeper !== actor.organ) return keptElsewhere
  if (!allowedAt[type].includes(state.state)) return { kind: 'wrong-mediator-state', state: state.state, command: type }
  return refusalOfWords(state, command, world)
}

function refusalOfWords(state: Mediator, command: MediatorCommand, world: MediatorWorld): MediatorRefusal | null {
  const { on } = command
  switch (command.type) {
    case 'ReviseMediator':
      return refusalOfDetails(command, on, world)
    case 'RenewMediator':
      return refusalOfTerm({ ...state, from: command.from, until: command.until }, on)
    case 'RecordTraining':
      return isAfter(command.day, on) ? { kind: 'training-in-future', day: command.day, today: on } : null
    case 'EndMediator':
      return command.ending === 'misconduct' && command.fault === null
        ? { kind: 'misconduct-needs-kind', basis: rule('RMTJ', 15) }
        : null
    default:
      return null
  }
}

function refusalOfDetails(details: MediatorDetails, on: Day, world: MediatorWorld): MediatorRefusal | null {
  const { kind, role, committee, organ, account } = details
  const isOfCommittee = kind === 'member' || kind === 'engaged'
  if (isOfCommittee && committee === null) return { kind: 'member-needs-committee', basis: rule('RMTJ', 13) }
  if (kind === 'member' && role === null) return { kind: 'member-needs-committee', basis: rule('RMTJ', 8, 2) }
  if (committee !== null && !world.committeeWorks) return { kind: 'no-such-committee' }
  if (organ !== null && !world.organs.find(organ)) return { kind: 'unknown-organ', organ }
  if (account !== null && !world.isColleague) return { kind: 'account-of-another-organ' }
  return refusalOfTerm(details, on)
}

/** Of a member the law sets the term; whoever is engaged or invited has the one that was agreed. */
function refusalOfTerm(
  { kind, from, until }: Pick<MediatorDetails, 'kind' | 'from' | 'until'>,
  on: Day,
): MediatorRefusal | null {
  if (kind === 'member') {
    const atMost = lastDayOfTerm(from)
    if (until === null || isAfter(until, atMost))
      return { kind: 'member-term-too-long', atMost, basis: memberTerm.basis }
  }
  return until !== null && isBefore(until, on) ? { kind: 'mediator-term-passed', until, today: on } : null
}

const written = (details: MediatorDetails) => {
  const { kind, role, committee, name, contact, from, until, organ, account } = details
  return {
    ...{ kind, role: kind === 'member' ? role : null, committee, name, contact, from, until, organ },
    ownAccount: account,
    skills: [...new Set(details.skills)].sort(),
    languages: [...new Set(details.languages)].sort(),
    places: [...new Set(details.places)].sort(),
  }
}

/** Whether somebody can be chosen on a day. */
export const mediatesOn = ({ state, from, until }: Pick<Mediator, 'state' | 'from' | 'until'>, on: Day): boolean =>
  state === 'active' && !isBefore(on, from) && (until === null || !isBefore(until, on))
