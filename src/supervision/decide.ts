import { hasPassed } from '../kernel/clock.ts'
import { recountOpen } from '../kernel/clock-keeping.ts'
import { ok } from '../kernel/result.ts'
import {
  askPetitioner,
  closeOrder,
  extendOrder,
  recordInspection,
  recordPetitionersWord,
  reportOnOrder,
  returnReport,
  verifyOrder,
} from './answering.ts'
import { recounting, withClocks } from './clocks.ts'
import { accept, isBarred, notYours, type Rule, refuse, type SupervisionDecision } from './decision.ts'
import {
  confirmFinding,
  dismissFinding,
  escalation,
  recordExecuted,
  recordFindings,
  recordKept,
  recordMended,
} from './findings.ts'
import { admitSupervisor, declineReferral, openOrder, raiseOrder, referMatter } from './ordering.ts'
import type { MatterState, SupervisionCommand, SupervisionCommandType, SupervisionWorld } from './supervision.ts'

/** What may follow from a command: who may act, then the rule, then the clocks that its facts start and stop. */
export function decide(state: MatterState, command: SupervisionCommand, world: SupervisionWorld): SupervisionDecision {
  const decision = ruled(state, command, world)
  return decision.ok ? ok(withClocks(state, decision.value, world)) : decision
}

const byHouse: readonly SupervisionCommandType[] = [
  ...(['RecordFindings', 'RecordMended', 'RecordExecuted', 'RecordKept', 'AdmitSupervisor', 'EraseMatter'] as const),
  ...(['MarkClock', 'RecountMatter'] as const),
]

function ruled(state: MatterState, command: SupervisionCommand, world: SupervisionWorld): SupervisionDecision {
  const { actor } = command
  if (byHouse.includes(command.type) !== (actor.kind === 'house')) return refuse(notYours)
  const from = state ?? (command.type === 'OpenOrder' ? command.beginning : null)
  // whoever it is kept from is told what somebody is told who asks for what is not there
  if (actor.kind === 'staff' && from && isBarred(from, actor, world)) return refuse({ kind: 'no-such-matter' })
  if (actor.kind === 'staff' && state?.erasedOn) return refuse({ kind: 'matter-erased', on: state.erasedOn })
  if (command.type === 'RecordFindings') return recordFindings(state, command, world)
  if (command.type === 'OpenOrder') return openOrder(state, command, world)
  if (state === null) return refuse({ kind: 'no-such-matter' })
  const rule = decisions[command.type] as Rule<SupervisionCommandType>
  return rule(state, command, world)
}

/** With the holiday notices as they are now: all clocks of the matter in one fact, and none where nothing moves. */
const recountMatter: Rule<'RecountMatter'> = (matter, { on }, world) => {
  const recounted = recountOpen(matter.clocks, (clock) => recounting(clock, world))
  return recounted === null ? ok([]) : accept({ type: 'SupervisionClocksRecounted', on, ...recounted })
}

/** Once. Its orders have ended: an open one keeps its petition from being erased. */
const eraseMatter: Rule<'EraseMatter'> = ({ erasedOn }, { on }) =>
  erasedOn === null ? accept({ type: 'MatterErased', on }) : ok([])

/** A duty stays owed and is overdue; a finding on which nobody decided goes one level up, where there is one. */
const markClock: Rule<'MarkClock'> = (matter, { on, actor, clock: id }, world) => {
  const clock = matter.clocks.find((other) => other.id === id)
  if (clock?.state !== 'running' || clock.overdueOn || !hasPassed(clock.lastDay, on)) {
    return refuse({ kind: 'clock-still-running', clock: id })
  }
  if (recounting(clock, world)) return recountMatter(matter, { type: 'RecountMatter', on, actor }, world)
  const risen = clock.rule === 'decideFinding' ? escalation(matter, clock.subject, on, world) : null
  if (risen) return accept(risen)
  return accept({ type: 'SupervisionFellOverdue', on, clock: id, clocks: [{ change: 'fellOverdue', id, on }] })
}

const decisions: { readonly [T in Exclude<SupervisionCommandType, 'RecordFindings' | 'OpenOrder'>]: Rule<T> } = {
  RecordMended: recordMended,
  RecordExecuted: recordExecuted,
  RecordKept: recordKept,
  EraseMatter: eraseMatter,
  ConfirmFinding: confirmFinding,
  DismissFinding: dismissFinding,
  AdmitSupervisor: admitSupervisor,
  ReferMatter: referMatter,
  DeclineReferral: declineReferral,
  RecordInspection: recordInspection,
  ReportOnOrder: reportOnOrder,
  AskPetitioner: askPetitioner,
  RecordPetitionersWord: recordPetitionersWord,
  VerifyOrder: verifyOrder,
  ReturnReport: returnReport,
  ExtendOrder: extendOrder,
  CloseOrder: closeOrder,
  RaiseOrder: raiseOrder,
  MarkClock: markClock,
  RecountMatter: recountMatter,
}
