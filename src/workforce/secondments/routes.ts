/** HTTP for secondments: each capability is one endpoint, and nothing here applies a rule. */
import type { EngineRefusal } from '../../engine/room.ts'
import { staffActorOf } from '../../identity/actor.ts'
import { askedBy, type CommandCall, idempotencyOf } from '../../identity/asking.ts'
import { err, ok, type Result } from '../../kernel/result.ts'
import { type AnyRoom, type Call, room, route, type WireRefusal } from '../../platform/http/call.ts'
import { commandSecondment, proposeSecondment, type SecondmentCommanding, type SecondmentDone } from './commanding.ts'
import * as wire from './contract.ts'
import { refusalToPropose } from './decide.ts'
import type { SecondmentHouse } from './house.ts'
import * as queries from './queries.ts'
import { idOf, streamOf } from './room.ts'
import type { SecondmentRefusal } from './secondment.ts'
import { accountsIn, organRef, refusalView, rowView, secondmentView } from './view.ts'
import { explainSecondment, statusOfSecondmentRefusal } from './wording.ts'

type Acting = CommandCall<{ readonly secondment: string }>

export function secondmentRoutes(house: SecondmentHouse): AnyRoom {
  const act = (type: SecondmentCommanding['type']) => (call: Acting) => carryOut(house, type, call)
  return room<SecondmentRefusal>({
    name: 'secondment',
    title: { zh: '选派挂职', en: 'Secondments' },
    statusOf: statusOfSecondmentRefusal,
    explain: (refusal) => explainSecondment(refusal as SecondmentRefusal, (id) => house.directory.nameOf(id)),
    routes: [
      route(wire.listSecondments, (call) => answerList(house, call)),
      route(wire.proposeSecondment, (call) => answerProposing(house, call)),
      route(wire.readSecondment, (call) => answerRead(house, call)),
      route(wire.agreeToSecondment, act('AgreeToSecondment')),
      route(wire.declineSecondment, act('DeclineSecondment')),
      route(wire.withdrawSecondment, act('WithdrawSecondment')),
      route(wire.nameMentor, act('NameMentor')),
      route(wire.evaluateSecondment, act('EvaluateSecondment')),
      route(wire.endSecondment, act('EndSecondment')),
      route(wire.recordReturn, act('RecordReturn')),
    ],
  })
}

async function answerList(house: SecondmentHouse, { viewer, query }: Call<typeof wire.listSecondments>) {
  const { list, cursor, limit } = query
  const after = cursor ? { day: cursor[0], stream: cursor[1] } : null
  const [{ items, next }, counts] = await Promise.all([
    queries.listSecondments(house, viewer, { list, after, limit }),
    queries.countSecondments(house, viewer),
  ])
  const people = items.flatMap(({ account, mentor }) => (mentor === null ? [account] : [account, mentor]))
  const names = await house.staffNames([...new Set(people)])
  const { directory } = house
  return ok({
    items: items.map((row) => rowView(row, names, house)),
    next: next && wire.secondmentCursor.write([next.day as never, next.stream]),
    counts: { ...counts },
    refusal: refusalView(refusalToPropose(staffActorOf(viewer)), directory),
    bureaus: [...directory.all()]
      .filter(({ id, kind, state }) => kind === 'bureau' && state === 'active' && id !== viewer.organ)
      .map(({ id }) => organRef(directory, id)),
  })
}

async function answerRead(house: SecondmentHouse, { viewer, params, answer }: Call<typeof wire.readSecondment>) {
  const stream = streamOf(params.secondment)
  const known = await queries.knownSecondment(house, stream, viewer)
  if (known === null) return err({ kind: 'no-such-secondment' } as const)
  const { secondment } = known
  const [texts, names, post] = await Promise.all([
    queries.textsOf(house, viewer, stream),
    house.staffNames(accountsIn(secondment)),
    queries.postAt(house, secondment),
  ])
  answer.etag(secondment.version)
  return ok(secondmentView(known, { viewer, texts, names, post }, house))
}

async function answerProposing(
  house: SecondmentHouse,
  { viewer, body, idempotency, answer }: Call<typeof wire.proposeSecondment>,
) {
  const asked = idempotencyOf('secondment', viewer, idempotency)
  const done = await proposeSecondment(house, { proposal: body, viewer, ...asked })
  if (done.ok) answer.etag(done.value.version)
  return doneOf(done)
}

async function carryOut(house: SecondmentHouse, type: SecondmentCommanding['type'], call: Acting) {
  const done = await commandSecondment(house, {
    ...{ stream: streamOf(call.params.secondment), type },
    ...askedBy('secondment', call),
  })
  if (done.ok) call.answer.etag(done.value.version)
  return doneOf(done)
}

function doneOf(done: Result<SecondmentDone, SecondmentRefusal | EngineRefusal>) {
  if (!done.ok) return err(done.error as SecondmentRefusal | WireRefusal)
  const { stream, version, secondment } = done.value
  return ok({ secondment: idOf(stream), version, stage: secondment.stage })
}
