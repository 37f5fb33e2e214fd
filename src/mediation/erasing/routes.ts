/** HTTP for erasing what is of nobody’s petition: each capability is one endpoint, and nothing here applies a rule. */

import { staffActorOf } from '../../identity/actor.ts'
import { type CommandCall as Calling, idempotencyOf } from '../../identity/asking.ts'
import type { OrganId } from '../../kernel/organ.ts'
import { err, ok } from '../../kernel/result.ts'
import { basisInWords } from '../../law/basis.ts'
import type { KeptRecord } from '../../law/retention.ts'
import type { PetitionHouse } from '../../petition/house.ts'
import { type AnyRoom, type Call, room, route, type WireRefusal } from '../../platform/http/call.ts'
import { actionsOf } from './actions.ts'
import { approverOf, commandErasing, erasingFor, mayKnowRecord, type Staff } from './commanding.ts'
import * as wire from './contract.ts'
import type { Erasing, ErasingCommandType, ErasingRefusal, ErasingState, LookedRecord } from './erasing.ts'
import { lookAtRecord } from './looking.ts'
import { restingRecords } from './queries.ts'
import { idOf, streamOf } from './room.ts'
import { actionsInWords, explainErasing, statusOfErasingRefusal } from './wording.ts'

export function erasingRoutes(house: PetitionHouse): AnyRoom {
  const act = (type: Exclude<ErasingCommandType, 'EraseRecord'>) => (call: CommandCall) => carryOut(house, type, call)
  return room<ErasingRefusal>({
    name: 'erasing',
    title: { zh: '纠纷、调解和来访登记的销毁', en: 'Erasing disputes, mediations and visits' },
    statusOf: statusOfErasingRefusal,
    explain: (refusal) => explainErasing(refusal as ErasingRefusal),
    routes: [
      route(wire.listRestingRecords, (call) => answerList(house, call)),
      route(wire.readRecordErasure, (call) => answerRead(house, call)),
      route(wire.proposeRecordErasure, act('ProposeRecordErasure')),
      route(wire.approveRecordErasure, act('ApproveRecordErasure')),
      route(wire.declineRecordErasure, act('DeclineRecordErasure')),
    ],
  })
}

type CommandCall = Calling<{ readonly kind: KeptRecord; readonly record: string }>

async function answerList(house: PetitionHouse, { viewer }: Call<typeof wire.listRestingRecords>) {
  const resting = await restingRecords(house, viewer)
  return ok({
    mayBeErased: resting.map(({ record, class: kind, endedOn }) => ({ kind, record: idOf(record), endedOn })),
  })
}

/** Whoever may know of the record sees how long it is kept; the organ above, what was proposed to it. */
async function answerRead(house: PetitionHouse, { viewer, params }: Call<typeof wire.readRecordErasure>) {
  const record = streamOf(params.kind, params.record)
  const [state, mayKnow] = await Promise.all([erasingFor(house, record, viewer), mayKnowRecord(house, record, viewer)])
  const looked = mayKnow || state?.approver === viewer.organ ? await lookAtRecord(house, record) : null
  if (looked === null) return err({ kind: 'no-such-record' } as const)
  const { restsSince, retention } = looked
  return ok({
    ...{ kind: params.kind, record: params.record, restsSince, keptYears: retention.years },
    ...{ basis: basisInWords(retention.basis), proposal: state && proposalView(state, house) },
    actions: actionsView(house, { state, looked, viewer }),
  })
}

interface Seen {
  readonly state: ErasingState
  readonly looked: LookedRecord
  readonly viewer: Staff
}

const actionsView = (house: PetitionHouse, { state, looked, viewer }: Seen) =>
  actionsOf(state, {
    ...{ actor: staffActorOf(viewer), on: house.today(), looked },
    ...{ approver: approverOf(house, looked), world: { organs: house.directory } },
  }).map(({ action, refusal }) => ({
    ...{ action, ...actionsInWords[action], allowed: refusal === null },
    refusal: refusal && { kind: refusal.kind, ...explainErasing(refusal) },
  }))

function proposalView(
  { organ, approver, proposedOn, approvedOn, declinedOn, erasedOn }: Erasing,
  { directory }: PetitionHouse,
) {
  const refer = (id: OrganId) => ({ id, ...directory.nameOf(id) })
  return { organ: refer(organ), approver: refer(approver), proposedOn, approvedOn, declinedOn, erasedOn }
}

async function carryOut(
  house: PetitionHouse,
  type: Exclude<ErasingCommandType, 'EraseRecord'>,
  { viewer, params, idempotency, answer }: CommandCall,
) {
  const done = await commandErasing(house, {
    ...{ record: streamOf(params.kind, params.record), type, viewer },
    ...idempotencyOf('erasing', viewer, idempotency),
  })
  if (!done.ok) return err(done.error as ErasingRefusal | WireRefusal)
  answer.etag(done.value.version)
  return ok({ kind: params.kind, record: params.record, version: done.value.version })
}
