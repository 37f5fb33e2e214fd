/** HTTP for the supervision room: each capability is one endpoint, and nothing here applies a rule. */
import type { Working } from '../identity/actor.ts'
import { askedBy, type CommandCall, idempotencyOf } from '../identity/asking.ts'
import { err, ok, type Result } from '../kernel/result.ts'
import { type AnyRoom, type Call, room, route, type WireRefusal } from '../platform/http/call.ts'
import { beginSupervision } from './begin.ts'
import { commandMatter, doneView, type MatterRefusal } from './commanding.ts'
import * as wire from './contract.ts'
import type { SupervisionHouse } from './house.ts'
import { streamOfMatter } from './room.ts'
import * as showing from './showing.ts'
import type { SupervisionCommandType, SupervisionRefusal } from './supervision.ts'
import { explainSupervision, statusOfSupervisionRefusal } from './wording.ts'

type Done = ReturnType<typeof doneView>
type Answer = Promise<Result<Done, SupervisionRefusal | WireRefusal>>

export function supervisionRoutes(house: SupervisionHouse): AnyRoom {
  const command = (type: SupervisionCommandType) => (call: CommandCall<{ readonly matter: string }, Working>) =>
    carryOut(house, type, call)
  return room<SupervisionRefusal>({
    name: 'supervision',
    title: { zh: '督查督办', en: 'Supervision' },
    statusOf: statusOfSupervisionRefusal,
    explain: (refusal) => explainSupervision(refusal as SupervisionRefusal, (id) => house.directory.nameOf(id)),
    routes: [
      route(wire.listCandidates, (call) => showing.answerCandidates(house, call)),
      route(wire.listOrders, (call) => showing.answerOrders(house, call)),
      route(wire.readPlan, (call) => showing.answerPlan(house, call)),
      route(wire.readEffect, (call) => showing.answerEffect(house, call)),
      route(wire.listReferred, (call) => showing.answerReferred(house, call)),
      route(wire.listKinds, (call) => showing.answerKinds(house, call)),
      route(wire.listLeaders, (call) => showing.answerLeaders(house, call)),
      route(wire.readMatter, (call) => showing.answerMatter(house, call)),
      route(wire.readOrderMaterial, (call) => showing.answerMaterial(house, call)),
      route(wire.supervisionOfPetition, (call) => showing.answerOfPetition(house, call)),
      route(wire.ownSupervision, (call) => showing.answerOwn(house, call)),
      route(wire.readPublicBoard, (call) => showing.answerBoard(house, call)),
      route(wire.beginSupervision, (call) => answerBegin(house, call)),
      route(wire.confirmFinding, command('ConfirmFinding')),
      route(wire.dismissFinding, command('DismissFinding')),
      route(wire.referMatter, command('ReferMatter')),
      route(wire.declineReferral, command('DeclineReferral')),
      route(wire.openOrder, command('OpenOrder')),
      route(wire.recordInspection, command('RecordInspection')),
      route(wire.reportOnOrder, command('ReportOnOrder')),
      route(wire.askPetitioner, command('AskPetitioner')),
      route(wire.recordPetitionersWord, command('RecordPetitionersWord')),
      route(wire.verifyOrder, command('VerifyOrder')),
      route(wire.returnReport, command('ReturnReport')),
      route(wire.extendOrder, command('ExtendOrder')),
      route(wire.closeOrder, command('CloseOrder')),
      route(wire.raiseOrder, command('RaiseOrder')),
    ],
  })
}

async function answerBegin(house: SupervisionHouse, call: Call<typeof wire.beginSupervision>): Answer {
  const { viewer } = call
  const { subject, ...body } = call.body
  const done = await beginSupervision(house, {
    subject,
    body,
    viewer,
    ...idempotencyOf('supervision', viewer, call.idempotency),
  })
  return answered(done, call.answer)
}

async function carryOut(
  house: SupervisionHouse,
  type: SupervisionCommandType,
  call: CommandCall<{ readonly matter: string }, Working>,
): Answer {
  const done = await commandMatter(house, {
    ...{ stream: streamOfMatter(call.params.matter), type },
    ...askedBy('supervision', call),
  })
  return answered(done, call.answer)
}

function answered(
  done: Awaited<ReturnType<typeof commandMatter>>,
  answer: { etag(version: number): void },
): Result<Done, SupervisionRefusal | WireRefusal> {
  if (!done.ok) return err(done.error as Exclude<MatterRefusal, { kind: 'stream-exists' }> as SupervisionRefusal)
  answer.etag(done.value.version)
  return ok(doneView(done.value))
}
