/** What can be done with a dispute now, and why not otherwise: each command is tried on the decider, so that no page repeats a rule. */
import { addDays, type Day, isAfter } from '../../kernel/day.ts'
import type { Sealed } from '../../kernel/sealed.ts'
import { type DisputeActionName, disputeActions } from './action-names.ts'
import { decide } from './decide.ts'
import type { Dispute, DisputeCommandBody, DisputeRefusal, DisputeWorld, StaffActor } from './dispute.ts'
import { gradeFor } from './grading.ts'
import { aboveOf } from './local.ts'

const something: Sealed = { ref: 'probe', commitment: 'probe' }
const nothingKept = { keptFrom: [], officials: [] } as const

/** The content most likely to be accepted, so that what is refused here would be refused whatever was typed. */
function favourable(action: DisputeActionName, dispute: Dispute, { actor, on, world }: Trying): DisputeCommandBody {
  const entered = { entry: null, at: isAfter(dispute.foundOn, on) ? dispute.foundOn : on } as const
  switch (action) {
    case 'grade':
      return { type: 'GradeDispute', grading: mildest(dispute, on, world), people: dispute.people }
    case 'assign':
      return {
        ...({ type: 'AssignDispute', due: null, note: null } as const),
        responsible: { organ: actor.organ, account: actor.account },
      }
    case 'take-up':
      return { type: 'TakeUpDispute', account: null }
    case 'return':
      return { type: 'ReturnDispute', reason: something }
    case 'progress':
      return { type: 'RecordProgress', ...entered, kind: 'progress', text: something, materials: [] }
    case 'settle':
      return {
        ...({ type: 'SettleDispute', ...entered, way: 'byTalk', terms: something, materials: [] } as const),
        words: dispute.parties.map((_, at) => ({ party: at + 1, by: 'signed', witness: something })),
      }
    case 'hand-up':
      return {
        ...({ type: 'HandUpDispute', ...entered, tried: something } as const),
        to: aboveOf(dispute, actor.organ, world)[0] ?? actor.organ,
      }
    case 'follow-up':
      return { type: 'FollowUpDispute', ...entered, holds: true, text: something }
    case 'extend':
      return { type: 'ExtendDispute', until: laterThanAll(dispute, on), reason: something }
    case 'petition':
      return { type: 'LinkPetition', petition: '', looked: nothingKept }
    case 'direct':
      return { type: 'DirectDispute', to: 'court', told: something }
    case 'not-found':
      return { type: 'ReportNotFound', reason: something }
    case 'confirm-not-found':
      return { type: 'ConfirmNotFound' }
    case 'reject-not-found':
      return { type: 'RejectNotFound', reason: something }
    case 'close':
      return { type: 'CloseDispute', note: null }
  }
}

const mildest = (dispute: Dispute, on: Day, { disputes }: DisputeWorld) => {
  const criteria = { danger: 'none', spread: 'village', since: null } as const
  return { ...criteria, grade: gradeFor(disputes, { ...criteria, people: dispute.people }, on), reasons: something }
}

const laterThanAll = ({ clocks }: Dispute, on: Day): Day =>
  addDays([on, ...clocks.map(({ lastDay }) => lastDay)].toSorted().at(-1) ?? on, 1)

export interface DisputeAction {
  readonly action: DisputeActionName
  readonly type: DisputeCommandBody['type']
  readonly refusal: DisputeRefusal | null
}

export interface Trying {
  readonly actor: StaffActor
  readonly on: Day
  readonly world: DisputeWorld
}

/** Every command that somebody with a part in it could ever give, each allowed or with the reason that it is refused. */
export const actionsOf = (dispute: Dispute, trying: Trying): readonly DisputeAction[] =>
  disputeActions.map((action) => {
    const body = favourable(action, dispute, trying)
    const decision = decide(dispute, { ...body, on: trying.on, actor: trying.actor }, trying.world)
    return { action, type: body.type, refusal: decision.ok ? null : decision.error }
  })
