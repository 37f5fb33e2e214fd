/** HTTP for what offices do with mediations: each capability is one endpoint, and nothing here applies a rule. */
import { askedBy, type CommandCall, idempotencyOf } from '../../identity/asking.ts'
import { err, ok, type Result } from '../../kernel/result.ts'
import { basisInWords } from '../../law/basis.ts'
import { mediationClocks, mediationKinds } from '../../law/mediation.ts'
import { openTo } from '../../petition/queries.ts'
import { type AnyRoom, type Call, room, route, type WireRefusal } from '../../platform/http/call.ts'
import { mediationTerms } from '../../wording/mediation-terms.ts'
import { terms } from '../../wording/terms.ts'
import * as acting from './acting-contract.ts'
import { openMediation } from './begin.ts'
import {
  addParty,
  commandMediation,
  type Mediated,
  type MediatingRefusal,
  type MediationCommanding,
} from './commanding.ts'
import * as wire from './contract.ts'
import * as held from './held-contract.ts'
import * as answering from './held-routes.ts'
import type { MediationHouse } from './house.ts'
import type { MediationRefusal, MediationStage } from './mediation.ts'
import { partyKey } from './party-keys.ts'
import * as queries from './queries.ts'
import { idOf, streamOf } from './room.ts'
import { mediationView, organRef, rowView } from './view.ts'
import { explainMediation, statusOfMediationRefusal } from './wording.ts'
import { lawAt } from './world.ts'

type Done = { readonly mediation: string; readonly version: number; readonly stage: MediationStage }

export function mediationRoutes(house: MediationHouse): AnyRoom {
  const act = (type: MediationCommanding['type']) => (call: CommandCall<{ readonly mediation: string }>) =>
    carryOut(house, type, call)
  return room<MediationRefusal>({
    name: 'mediation',
    title: { zh: '调解', en: 'Mediation' },
    statusOf: statusOfMediationRefusal,
    explain: (refusal) => explainMediation(refusal as MediationRefusal, (id) => house.directory.nameOf(id)),
    routes: [
      route(held.listCentres, (call) => answering.answerCentres(house, call)),
      route(held.askForMediation, (call) => answering.answerAsking(house, call)),
      route(held.lookUpMediation, (call) => answering.answerLookUp(house, call)),
      route(held.actAsParty, (call) => answering.answerAct(house, call)),
      route(held.listOwnMediations, (call) => answering.answerOwn(house, call)),
      route(held.askFromPetition, (call) => answering.answerAskingOwn(house, call)),
      route(held.actAsPetitioner, (call) => answering.answerActOwn(house, call)),
      route(wire.listMediations, (call) => answerList(house, call)),
      route(wire.listMediationsOf, (call) => answerOf(house, call)),
      route(wire.prepareMediation, (call) => answerPrepared(house, call)),
      route(wire.openMediation, (call) => answerOpening(house, call)),
      route(wire.readMediation, (call) => answerRead(house, call)),
      route(acting.addParty, (call) => answerAdding(house, call)),
      route(acting.handKeyOver, (call) => answerKey(house, call)),
      route(acting.takeUpMediation, act('TakeUpMediation')),
      route(acting.declineMediation, act('DeclineMediation')),
      route(acting.answerAsParty, act('AnswerAsParty')),
      route(acting.askForOpenness, act('AskForOpenness')),
      route(acting.nameMediator, act('NameMediator')),
      route(acting.declareInterest, act('DeclareInterest')),
      route(acting.excludeMediator, act('ExcludeMediator')),
      route(acting.inviteGuest, act('InviteGuest')),
      route(acting.planSession, act('PlanSession')),
      route(acting.cancelSession, act('CancelSession')),
      route(acting.recordSession, act('RecordSession')),
      route(acting.reportEscalation, act('ReportEscalation')),
      route(acting.proposeMoreTime, act('ProposeMoreTime')),
      route(acting.writeAgreement, act('WriteAgreement')),
      route(acting.signAsMediator, act('SignAsMediator')),
      route(acting.sealAgreement, act('SealAgreement')),
      route(acting.recordOralAgreement, act('RecordOralAgreement')),
      route(acting.sayPerformance, act('SayPerformance')),
      route(acting.followUpPromise, act('FollowUpPromise')),
      route(acting.informParties, act('InformParties')),
      route(acting.askForConfirmation, act('AskForConfirmation')),
      route(acting.recordApplication, act('RecordApplication')),
      route(acting.recordConfirmation, act('RecordConfirmation')),
      route(acting.endMediation, act('EndMediation')),
      route(acting.closeMediation, act('CloseMediation')),
    ],
  })
}

const nothing = { kind: 'no-such-mediation' } as const

async function answerList(house: MediationHouse, { viewer, query }: Call<typeof wire.listMediations>) {
  const after = query.cursor ? { day: query.cursor[0], stream: query.cursor[1] } : null
  const { part, shelf, limit } = query
  const [{ items, next }, counts] = await Promise.all([
    queries.listMediations(house, viewer, { part, shelf, after, limit }),
    queries.countMediations(house, viewer),
  ])
  return ok({
    items: items.map((row) => rowView(row, house)),
    next: next && wire.mediationCursor.write([next.day as never, next.stream]),
    counts: counts.map((count) => ({ ...count })),
  })
}

async function answerOf(house: MediationHouse, { viewer, query }: Call<typeof wire.listMediationsOf>) {
  const { petition, dispute } = query
  const of = petition !== undefined ? { petition } : dispute !== undefined ? { dispute } : null
  const rows = of === null ? [] : await queries.mediationsOf(house, viewer, of)
  return ok({ items: rows.map((row) => rowView(row, house)) })
}

/** Kinds that the law of the viewer's place knows, each with the organs that hold it in and around that place. */
async function answerPrepared(house: MediationHouse, { viewer }: Call<typeof wire.prepareMediation>) {
  const law = lawAt(viewer.organ, house).mediation
  const { directory } = house
  const place = directory.find(viewer.organ)?.region ?? '00'
  const around = [...directory.all()].filter(
    ({ state, region }) =>
      state === 'active' && (place === '00' || place.startsWith(region) || region.startsWith(place)),
  )
  return ok({
    kinds: mediationKinds.flatMap((kind) => {
      const rule = law.kinds[kind]
      if (!rule) return []
      const organs = around.filter((organ) => rule.heldBy.some((held) => held === organ.kind)).slice(0, mostOrgans)
      return [
        {
          ...{ kind, ...mediationTerms.mediationKind[kind], isConfirmable: rule.isConfirmable },
          basis: basisInWords(rule.basis),
          organs: organs.map(({ id }) => organRef(directory, id)),
        },
      ]
    }),
    times: mediationClocks.flatMap((clock) => {
      const { span, basis } = law.clocks[clock]
      if (span.unit === 'designated') return []
      return [{ clock, ...terms.clockRule[clock], unit: span.unit, count: span.count, basis: basisInWords(basis) }]
    }),
  })
}

const mostOrgans = 200

async function answerOpening(house: MediationHouse, call: Call<typeof wire.openMediation>) {
  const { body, viewer } = call
  const { idempotency } = idempotencyOf('mediation', viewer, call.idempotency)
  const opened = await openMediation(house, viewer, body, idempotency)
  if (!opened.ok) return err(opened.error as MediationRefusal | WireRefusal)
  const { id, version, keys } = opened.value
  call.answer.etag(version)
  return ok({ mediation: id, version, keys: keys.map((key) => ({ ...key })) })
}

async function answerRead(house: MediationHouse, { viewer, params, answer }: Call<typeof wire.readMediation>) {
  const read = await queries.readMediation(house, streamOf(params.mediation), viewer)
  if (!read) return err(nothing)
  const { subject, version } = read.mediation
  const numbers = subject.kind === 'petition' ? [subject.number] : []
  const open = await openTo(house, viewer, numbers)
  answer.etag(version)
  return ok(
    mediationView(
      read,
      numbers.some((number) => open.has(number)),
      house,
    ),
  )
}

const commanding = (call: CommandCall<{ readonly mediation: string }>) => ({
  ...{ stream: streamOf(call.params.mediation), ...askedBy('mediation', call) },
})

function doneOf(mediated: Result<Mediated, MediatingRefusal>): Result<Done, MediationRefusal | WireRefusal> {
  if (!mediated.ok) return err(mediated.error as MediationRefusal | WireRefusal)
  const { stream, version, mediation } = mediated.value
  return ok({ mediation: idOf(stream), version, stage: mediation.stage })
}

async function carryOut(
  house: MediationHouse,
  type: MediationCommanding['type'],
  call: CommandCall<{ readonly mediation: string }>,
) {
  const done = await commandMediation(house, { ...commanding(call), type })
  if (done.ok) call.answer.etag(done.value.version)
  return doneOf(done)
}

async function answerAdding(house: MediationHouse, call: Call<typeof acting.addParty>) {
  const added = await addParty(house, commanding(call))
  if (!added.ok) return err(added.error as MediationRefusal | WireRefusal)
  const { stream, version, mediation, party, key } = added.value
  call.answer.etag(version)
  return ok({
    ...{ mediation: idOf(stream), version, stage: mediation.stage, party },
    ...{ reference: key?.reference ?? null, key: key?.key ?? null },
  })
}

async function answerKey(house: MediationHouse, call: Call<typeof acting.handKeyOver>) {
  const done = await commandMediation(house, { ...commanding({ ...call, idempotency: null }), type: 'HandKeyOver' })
  if (!done.ok) return err(done.error as MediationRefusal | WireRefusal)
  const { stream, version, mediation } = done.value
  const { reference, key } = partyKey(house, stream, call.body.party)
  call.answer.etag(version)
  return ok({ ...{ mediation: idOf(stream), version, stage: mediation.stage }, party: call.body.party, reference, key })
}
