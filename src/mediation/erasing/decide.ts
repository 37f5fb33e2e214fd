import { addYears, type Day, isAfter, isBefore } from '../../kernel/day.ts'
import { isKeptOut } from '../../kernel/keeping-out.ts'
import { err, ok, type Result } from '../../kernel/result.ts'
import { decided } from '../../law/basis.ts'
import type {
  Erasing,
  ErasingCommand,
  ErasingFact,
  ErasingRefusal,
  ErasingState,
  ErasingWorld,
  LookedRecord,
  Of,
} from './erasing.ts'

export type ErasingDecision = Result<readonly ErasingFact[], ErasingRefusal>

const refuse = (refusal: ErasingRefusal): ErasingDecision => err(refusal)
const accept = (fact: ErasingFact): ErasingDecision => ok([fact])
const basis = decided('0057')

/** What may follow from a command. Nothing is erased alone, while anything is owed, or before its time. Pure. */
export function decide(state: ErasingState, command: ErasingCommand, world: ErasingWorld): ErasingDecision {
  switch (command.type) {
    case 'ProposeRecordErasure':
      return propose(state, command, world)
    case 'ApproveRecordErasure':
      return approve(state, command)
    case 'DeclineRecordErasure':
      return decline(state, command)
    case 'EraseRecord':
      return carryOut(state, command)
  }
}

/** Why a record may not be erased on a day. The years count from the day on which anything last happened to it. */
export function refusalToErase(looked: LookedRecord, on: Day): ErasingRefusal | null {
  if (looked.erasedOn !== null) return { kind: 'record-erased', on: looked.erasedOn }
  if (looked.goesWith !== null) return { kind: 'record-goes-with', with: looked.goesWith, basis }
  if (!looked.isOver) return { kind: 'record-not-over' }
  if (looked.openClocks.length > 0) return { kind: 'record-clock-running', clocks: looked.openClocks }
  const until = addYears(looked.restsSince, looked.retention.years)
  return isAfter(on, until) ? null : { kind: 'record-still-kept', until, basis: looked.retention.basis }
}

/** Neither declined nor carried out. Where something has happened to the record since, or nobody is left to approve, it is of no use any more. */
function standing(state: ErasingState, { restsSince }: LookedRecord, { organs }: ErasingWorld): Erasing | null {
  if (state === null || state.declinedOn !== null || state.erasedOn !== null) return null
  if (!isBefore(restsSince, state.proposedOn)) return null
  return state.approvedOn !== null || organs.find(state.approver)?.state === 'active' ? state : null
}

function propose(state: ErasingState, command: Of<'ProposeRecordErasure'>, world: ErasingWorld): ErasingDecision {
  const { on, actor, approver, looked } = command
  if (actor.kind !== 'staff' || actor.organ !== looked.keeper || !actor.posts.includes('head'))
    return refuse({ kind: 'record-erasure-not-yours', basis })
  const refusal = refusalToErase(looked, on)
  if (refusal) return refuse(refusal)
  const before = standing(state, looked, world)
  if (before?.approvedOn) return refuse({ kind: 'record-erasure-approved', on: before.approvedOn })
  if (before) return refuse({ kind: 'record-erasure-proposed', on: before.proposedOn })
  if (approver === null || approver === looked.keeper || isKeptOut(looked.keptFrom, approver, world.organs))
    return refuse({ kind: 'nobody-above-to-approve', basis })
  const { account } = actor
  return accept({ type: 'RecordErasureProposed', on, class: looked.class, organ: looked.keeper, approver, account })
}

/** Proposed, and nobody has said anything to it yet. */
const isOpen = (state: ErasingState): state is Erasing =>
  state !== null && state.approvedOn === null && state.declinedOn === null

/** By another person, who leads the organ above. */
function approve(state: ErasingState, { on, actor, looked }: Of<'ApproveRecordErasure'>): ErasingDecision {
  const refusal = refusalOfApprover(state, actor)
  if (refusal || !isOpen(state) || actor.kind !== 'staff')
    return refuse(refusal ?? { kind: 'no-record-erasure-proposed' })
  if (actor.account === state.account) return refuse({ kind: 'erasure-needs-second-person', basis })
  const notNow = refusalToErase(looked, on)
  if (notNow) return refuse(notNow)
  return accept({ type: 'RecordErasureApproved', on, organ: actor.organ, account: actor.account })
}

function decline(state: ErasingState, { on, actor }: Of<'DeclineRecordErasure'>): ErasingDecision {
  const refusal = refusalOfApprover(state, actor)
  if (refusal || actor.kind !== 'staff') return refuse(refusal ?? { kind: 'no-record-erasure-proposed' })
  return accept({ type: 'RecordErasureDeclined', on, organ: actor.organ, account: actor.account })
}

function refusalOfApprover(state: ErasingState, actor: ErasingCommand['actor']): ErasingRefusal | null {
  if (state === null) return { kind: 'no-record-erasure-proposed' }
  if (actor.kind !== 'staff' || actor.organ !== state.approver || !actor.posts.includes('head'))
    return { kind: 'record-erasure-not-yours', basis }
  return isOpen(state) ? null : { kind: 'no-record-erasure-proposed' }
}

/** Asked before anything is taken out, and again when nothing is left: by then the record itself may say that it was erased. */
function carryOut(state: ErasingState, { on, actor, looked }: Of<'EraseRecord'>): ErasingDecision {
  if (actor.kind !== 'house') return refuse({ kind: 'record-erasure-not-yours', basis })
  if (state === null || state.approvedOn === null || state.erasedOn !== null)
    return refuse({ kind: 'no-record-erasure-proposed' })
  const refusal = refusalToErase({ ...looked, erasedOn: null }, on)
  return refusal ? refuse(refusal) : accept({ type: 'RecordErased', on })
}
