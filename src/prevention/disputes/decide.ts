import { hasPassed } from '../../kernel/clock.ts'
import { recountOpen, withClockChanges } from '../../kernel/clock-keeping.ts'
import { isKeptOut } from '../../kernel/keeping-out.ts'
import type { OrganId } from '../../kernel/organ.ts'
import { ok } from '../../kernel/result.ts'
import { decided } from '../../law/basis.ts'
import { clockChangesAt, recounting } from './clocks.ts'
import { accept, type Decide, type DisputeDecision, refuse } from './decision.ts'
import type {
  Dispute,
  DisputeCommand,
  DisputeCommandType,
  DisputeFact,
  DisputeRefusal,
  DisputeStage,
  DisputeState,
  DisputeWorld,
  StaffActor,
} from './dispute.ts'
import { disputeStages } from './dispute.ts'
import { evolve } from './evolve.ts'
import * as recording from './recording.ts'
import * as rising from './rising.ts'
import * as settling from './settling.ts'
import { handles, keptWith, mayKnow, partOf } from './sight.ts'

/** What may follow from a command: who may act, then the rule, then the clocks that its facts start and stop. */
export function decide(state: DisputeState, command: DisputeCommand, world: DisputeWorld): DisputeDecision {
  const decision = ruled(state, command, world)
  return decision.ok ? ok(withClocks(state, decision.value, world)) : decision
}

function ruled(state: DisputeState, command: DisputeCommand, world: DisputeWorld): DisputeDecision {
  if (command.type === 'RecordDispute') {
    return state === null ? recording.recordDispute(command, world) : refuse({ kind: 'dispute-recorded-already' })
  }
  if (state === null) return refuse({ kind: 'no-such-dispute' })
  // what a phone entered once is in, also when the answer to it was lost and things have moved on
  if ('entry' in command && command.entry !== null && state.entries.includes(command.entry)) {
    return command.actor.kind === 'staff' && mayKnow(state, command.actor, world.organs)
      ? ok([])
      : refuse({ kind: 'no-such-dispute' })
  }
  const refusal = refusalToAct(state, command, world)
  if (refusal) return refuse(refusal)
  const rule = decisions[command.type] as (
    dispute: Dispute,
    command: DisputeCommand,
    world: DisputeWorld,
  ) => DisputeDecision
  return rule(state, command, world)
}

type LaterCommand = Exclude<DisputeCommandType, 'RecordDispute'>
/** `either`: whoever has a part in it; `head`: the head of whoever has it. */
type Performer = 'responsible' | 'head' | 'either' | 'house'

const before = ['recorded', 'graded', 'settling'] as const
const open = ['recorded', 'graded', 'handedUp', 'settling', 'mediating'] as const

/** By whom, and at which stages. What another room sends to mediation, it sends in the name of the house too. */
export const permissions: Readonly<
  Record<LaterCommand, { readonly by: readonly Performer[]; readonly at: readonly DisputeStage[] }>
> = {
  GradeDispute: { by: ['responsible'], at: open },
  AssignDispute: { by: ['responsible'], at: before },
  RecordProgress: { by: ['responsible'], at: [...before, 'mediating', 'petition'] },
  HandUpDispute: { by: ['responsible'], at: before },
  TakeUpDispute: { by: ['responsible'], at: ['handedUp'] },
  ReturnDispute: { by: ['responsible'], at: ['handedUp', 'settling'] },
  SendToMediation: { by: ['responsible', 'house'], at: before },
  EndDisputeMediation: { by: ['house'], at: ['mediating'] },
  SettleDispute: { by: ['responsible'], at: [...before, 'mediating'] },
  FollowUpDispute: { by: ['responsible'], at: ['settled', 'followedUp'] },
  ExtendDispute: { by: ['head'], at: open },
  LinkPetition: { by: ['either', 'house'], at: disputeStages },
  DirectDispute: { by: ['responsible'], at: [...before, 'mediating'] },
  ReportNotFound: { by: ['responsible'], at: before },
  ConfirmNotFound: { by: ['either'], at: before },
  RejectNotFound: { by: ['either'], at: before },
  CloseDispute: { by: ['responsible'], at: ['settled', 'followedUp', 'petition'] },
  KeepDispute: { by: ['house'], at: disputeStages },
  PassDisputeOn: { by: ['house'], at: disputeStages },
  EraseDispute: { by: ['house'], at: disputeStages },
  MarkClock: { by: ['house'], at: disputeStages },
  RecountDispute: { by: ['house'], at: disputeStages },
}

const notYours: DisputeRefusal = { kind: 'dispute-not-yours', basis: decided('0045') }

function refusalToAct(dispute: Dispute, { type, actor }: DisputeCommand, world: DisputeWorld): DisputeRefusal | null {
  const { by, at } = permissions[type as LaterCommand]
  const refusal =
    actor.kind === 'staff' ? refusalOfStaff(dispute, actor, by, world) : by.includes('house') ? null : notYours
  if (refusal) return refusal
  if (actor.kind === 'staff' && dispute.erasedOn !== null) return { kind: 'dispute-erased', on: dispute.erasedOn }
  if (at.includes(dispute.stage)) return null
  return { kind: 'wrong-dispute-stage', stage: dispute.stage, command: type, needs: at }
}

/** Whoever must not know of it is told that it does not exist. */
function refusalOfStaff(
  dispute: Dispute,
  actor: StaffActor,
  by: readonly Performer[],
  { organs }: DisputeWorld,
): DisputeRefusal | null {
  if (!mayKnow(dispute, actor, organs)) return { kind: 'no-such-dispute' }
  if (!handles(actor)) return notYours
  if (by.includes('either')) return null
  if (partOf(dispute, actor.organ) !== 'responsible') return notYours
  if (by.includes('head') && !actor.posts.includes('head'))
    return { kind: 'dispute-needs-the-head', basis: decided('0045') }
  return by.includes('responsible') || by.includes('head') ? null : notYours
}

const keepDispute: Decide<'KeepDispute'> = (dispute, { on, looked }) => {
  const kept = keptWith(dispute, looked)
  const isSame = kept.keptFrom.length === dispute.keptFrom.length && kept.officials.length === dispute.officials.length
  return isSame ? ok([]) : accept({ type: 'DisputeKept', on, ...kept })
}

/**
 * 分立、合并、撤销 (art. 24 (2)): whoever carries an organ on owes what it owed, unless it must not know of the dispute. Where nobody carries it on,
 * the duty stays where it was and is overdue for all to see.
 */
const passDisputeOn: Decide<'PassDisputeOn'> = (dispute, { on }, { organs }) => {
  const { responsible, recorder, formers, keptFrom } = dispute
  const facts = [...new Set([responsible.organ, recorder.organ, ...formers])]
    .filter((organ) => organs.find(organ)?.state !== 'active')
    .flatMap((from): readonly DisputeFact[] => {
      const to = heirOf(from, keptFrom, organs)
      return to === undefined ? [] : [{ type: 'DisputePassedOn', on, from, to }]
    })
  return ok(facts)
}

const heirOf = (from: OrganId, keptFrom: readonly OrganId[], organs: DisputeWorld['organs']): OrganId | undefined =>
  organs
    .find(from)
    ?.successors.find((heir) => organs.find(heir)?.state === 'active' && !isKeptOut(keptFrom, heir, organs))

const eraseDispute: Decide<'EraseDispute'> = ({ erasedOn }, { on }) =>
  erasedOn === null ? accept({ type: 'DisputeErased', on }) : ok([])

/** With the holiday notices as they are now: all clocks in one fact, and none where nothing moves. */
const recountDispute: Decide<'RecountDispute'> = (dispute, { on }, world) => {
  const recounted = recountOpen(dispute.clocks, (clock) => recounting(clock, world))
  return recounted === null ? ok([]) : accept({ type: 'DisputeClocksRecounted', on, ...recounted })
}

const markClock: Decide<'MarkClock'> = (dispute, { on, actor, clock: id }, world) => {
  const clock = dispute.clocks.find((other) => other.id === id)
  if (clock?.state !== 'running' || clock.overdueOn || !hasPassed(clock.lastDay, on)) {
    return refuse({ kind: 'clock-still-running', clock: id })
  }
  if (recounting(clock, world)) return recountDispute(dispute, { type: 'RecountDispute', on, actor }, world)
  return accept({ type: 'DisputeFellOverdue', on, clock: id, clocks: [{ change: 'fellOverdue', id, on }] })
}

const decisions: { readonly [T in LaterCommand]: Decide<T> } = {
  GradeDispute: recording.gradeDispute,
  AssignDispute: recording.assignDispute,
  RecordProgress: settling.recordProgress,
  HandUpDispute: rising.handUpDispute,
  TakeUpDispute: rising.takeUpDispute,
  ReturnDispute: rising.returnDispute,
  SendToMediation: settling.sendToMediation,
  EndDisputeMediation: settling.endDisputeMediation,
  SettleDispute: settling.settleDispute,
  FollowUpDispute: settling.followUpDispute,
  ExtendDispute: settling.extendDispute,
  LinkPetition: settling.linkPetition,
  DirectDispute: settling.directDispute,
  ReportNotFound: settling.reportNotFound,
  ConfirmNotFound: settling.confirmNotFound,
  RejectNotFound: settling.rejectNotFound,
  CloseDispute: settling.closeDispute,
  KeepDispute: keepDispute,
  PassDisputeOn: passDisputeOn,
  EraseDispute: eraseDispute,
  MarkClock: markClock,
  RecountDispute: recountDispute,
}

/** Adds to each fact what it does to the clocks, one after the other. */
const withClocks = (state: DisputeState, facts: readonly DisputeFact[], world: DisputeWorld) =>
  withClockChanges<Dispute, DisputeFact>(state, facts, {
    evolve,
    changesAt: (dispute, fact) => clockChangesAt(dispute, fact, world),
  })
