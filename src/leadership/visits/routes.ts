/** HTTP for visits to villages: each capability is one endpoint, and nothing here applies a rule. */
import type { EngineRefusal } from '../../engine/room.ts'
import { readColleagues } from '../../identity/account-tables.ts'
import { staffActorOf } from '../../identity/actor.ts'
import { askedBy, type CommandCall, idempotencyOf } from '../../identity/asking.ts'
import { err, ok, type Result } from '../../kernel/result.ts'
import { basisInWords } from '../../law/basis.ts'
import { openTo } from '../../petition/queries.ts'
import { type AnyRoom, type Call, room, route, type WireRefusal } from '../../platform/http/call.ts'
import type { OutgoingFile } from '../../platform/http/endpoint.ts'
import { openTasksFrom } from '../../tasks/queries.ts'
import { type Commanded, commandVisit, planVisit, type VisitCommanding } from './commanding.ts'
import * as wire from './contract.ts'
import { areaOf, frequencyFor, organsAround } from './frequency.ts'
import type { VisitHouse } from './house.ts'
import { refusalToPlan } from './planning.ts'
import { leadersIn, listVisits, readVisit } from './queries.ts'
import { idOf, streamOf } from './room.ts'
import { visitsShownTo } from './showing.ts'
import { travellersOf } from './sight.ts'
import { materialRef, organRef, refusalView, rowView, travellerView, visitView } from './view.ts'
import type { VisitRefusal, VisitStage } from './visit.ts'
import { explainVisit, statusOfVisitRefusal } from './wording.ts'

type Answer<T> = Promise<Result<T, VisitRefusal | WireRefusal>>
interface Done {
  readonly visit: string
  readonly version: number
  readonly stage: VisitStage
}

export const visitRoutes = (house: VisitHouse): AnyRoom => {
  const act = (type: VisitCommanding['type']) => (call: CommandCall<{ readonly visit: string }>) =>
    carryOut(house, type, call)
  return room<VisitRefusal>({
    name: 'visit',
    title: { zh: '下访', en: 'Visits to villages' },
    statusOf: statusOfVisitRefusal,
    explain: (refusal) => explainVisit(refusal as VisitRefusal, (id) => house.directory.nameOf(id)),
    routes: [
      route(wire.listVisits, (call) => answerList(house, call)),
      route(wire.prepareVisit, (call) => answerPrepared(house, call)),
      route(wire.readFrequency, (call) => answerFrequency(house, call)),
      route(wire.planVisit, (call) => answerPlanning(house, call)),
      route(wire.readVisit, (call) => answerRead(house, call)),
      route(wire.readVisitMaterial, (call) => answerMaterial(house, call)),
      route(wire.editVisit, act('EditVisit')),
      route(wire.confirmVisit, act('ConfirmVisit')),
      route(wire.postponeVisit, act('PostponeVisit')),
      route(wire.cancelVisit, act('CancelVisit')),
      route(wire.recordRefusal, act('RecordRefusal')),
      route(wire.showVisit, act('AnnounceVisit')),
      route(wire.takeSheet, act('TakeSheet')),
      route(wire.recordEntry, act('RecordEntry')),
      route(wire.concludeVisit, act('ConcludeVisit')),
      route(wire.openVisit, act('OpenVisit')),
      route(wire.informPetitioner, act('InformPetitioner')),
      route(wire.linkEntry, act('LinkEntry')),
      route(wire.ownVisits, async ({ viewer }) => ok({ items: [...(await visitsShownTo(house, viewer))] })),
      route(wire.closeVisit, (call) => answerClosing(house, call)),
    ],
  })
}

const stagesOf: Readonly<Record<(typeof wire.visitShelves)[number], readonly VisitStage[]>> = {
  ahead: ['planned', 'confirmed'],
  following: ['concluded'],
  done: ['closed', 'cancelled'],
  all: ['planned', 'confirmed', 'concluded', 'closed', 'cancelled'],
}

async function answerList(house: VisitHouse, { viewer, query }: Call<typeof wire.listVisits>) {
  const { shelf, whose, petition = null, limit, cursor } = query
  const { items, next } = await listVisits(house, viewer, {
    ...{ isOwn: whose === 'mine', stages: stagesOf[shelf], petition, limit },
    after: cursor ? { day: cursor[0], stream: cursor[1] } : null,
  })
  const names = await house.staffNames([...new Set(items.flatMap(({ leaders }) => leaders))])
  return ok({
    items: items.map((row) => rowView(row, names, house)),
    next: next && wire.visitCursor.write([next.day, next.stream]),
    refusal: refusalView(refusalToPlan(staffActorOf(viewer), { organs: house.directory }), house.directory),
  })
}

async function answerRead(house: VisitHouse, { viewer, params, answer }: Call<typeof wire.readVisit>) {
  const read = await readVisit(house, streamOf(params.visit), viewer)
  if (!read) return err({ kind: 'no-such-visit' } as const)
  const { visit } = read
  const accounts = [...travellersOf(visit), ...visit.entries, ...visit.sheets, ...(visit.report ? [visit.report] : [])]
  const [names, openPetitions, openTasks] = await Promise.all([
    house.staffNames([...new Set(accounts.map(({ account }) => account))]),
    openTo(
      house,
      viewer,
      visit.cases.map(({ petition }) => petition),
    ),
    openTasksFrom(house, read.stream),
  ])
  answer.etag(visit.version)
  return ok(visitView(read, { names, openPetitions, openTasks }, house))
}

async function answerMaterial(
  house: VisitHouse,
  { viewer, params }: Call<typeof wire.readVisitMaterial>,
): Promise<Result<OutgoingFile, VisitRefusal>> {
  const read = await readVisit(house, streamOf(params.visit), viewer)
  if (!read) return err({ kind: 'no-such-visit' })
  const material = read.visit.entries
    .flatMap(({ entry, materials }) => materials.map((each, nth) => ({ ...each, ref: materialRef(entry, nth) })))
    .find(({ ref }) => ref === params.ref)
  const opened = material && (await house.files.open(material.file))
  const name = material && read.texts.get(material.name.ref)
  if (!opened || name === undefined) return err({ kind: 'material-not-there' })
  return ok({ stream: opened.stream, name, type: material.mediaType, lengthBytes: opened.bytes })
}

async function answerPrepared(house: VisitHouse, { viewer }: Call<typeof wire.prepareVisit>) {
  const [leaders, colleagues] = await Promise.all([
    leadersIn(house, [...new Set([...areaOf(house, viewer), viewer.organ])], ['leader', 'head']),
    readColleagues(house.app, viewer.organ, house.today()),
  ])
  const names = await house.staffNames(leaders.map(({ account }) => account))
  const own = colleagues.map(({ account, name }) => ({
    ...{ account, name, organ: travellerView({ account, organ: viewer.organ }, names, house.directory).organ },
  }))
  const others = leaders.map((leader) => travellerView(leader, names, house.directory))
  const isOwn = new Set<string>(own.map(({ account }) => account))
  return ok({
    leaders: others,
    companions: [...own, ...others.filter(({ account }) => !isOwn.has(account))],
    organs: organsAround(house, viewer).map(({ id }) => organRef(house.directory, id)),
  })
}

async function answerFrequency(house: VisitHouse, { viewer }: Call<typeof wire.readFrequency>) {
  const rows = await frequencyFor(house, viewer)
  const names = await house.staffNames(rows.map(({ account }) => account))
  return ok({
    leaders: rows.map(({ rule, from, until, done, planned, missing, ...leader }) => ({
      ...travellerView(leader, names, house.directory),
      asked: rule && { times: rule.times, per: rule.per, from, until, basis: basisInWords(rule.basis) },
      ...{ done, planned, missing },
    })),
  })
}

async function answerPlanning(house: VisitHouse, call: Call<typeof wire.planVisit>): Answer<Done> {
  const { body, viewer } = call
  return doneOf(
    await planVisit(house, { plan: body.plan, viewer, ...idempotencyOf('visit', viewer, call.idempotency) }),
  )
}

function doneOf(commanded: Result<Commanded, VisitRefusal | EngineRefusal>) {
  if (!commanded.ok) return err(commanded.error as VisitRefusal | WireRefusal)
  const { stream, version, visit } = commanded.value
  return ok({ visit: idOf(stream), version, stage: visit.stage })
}

async function answerClosing(house: VisitHouse, call: CommandCall<{ readonly visit: string }>): Answer<Done> {
  const openTasks = await openTasksFrom(house, streamOf(call.params.visit))
  return carryOut(house, 'CloseVisit', call, { openTasks })
}

async function carryOut(
  house: VisitHouse,
  type: VisitCommanding['type'],
  call: CommandCall<{ readonly visit: string }>,
  beside: object = {},
): Answer<Done> {
  const done = await commandVisit(house, {
    ...{ stream: streamOf(call.params.visit), type, beside },
    ...askedBy('visit', call),
  })
  if (done.ok) call.answer.etag(done.value.version)
  return doneOf(done)
}
