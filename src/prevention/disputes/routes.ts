/** HTTP for the dispute ledger: each capability is one endpoint, and nothing here applies a rule. */
import type { EngineRefusal } from '../../engine/room.ts'
import { readColleagues } from '../../identity/account-tables.ts'
import { staffActorOf } from '../../identity/actor.ts'
import { askedBy, type CommandCall, idempotencyOf } from '../../identity/asking.ts'
import { err, ok, type Result } from '../../kernel/result.ts'
import { basisInWords } from '../../law/basis.ts'
import { openTo } from '../../petition/queries.ts'
import { type AnyRoom, type Call, room, route, type WireRefusal } from '../../platform/http/call.ts'
import type { OutgoingFile } from '../../platform/http/endpoint.ts'
import { type Commanded, commandDispute, type DisputeCommanding, recordDispute } from './commanding.ts'
import * as wire from './contract.ts'
import type { Dispute, DisputeRefusal, DisputeStage } from './dispute.ts'
import { disputeFigures, disputesBehind } from './figures.ts'
import { gradeFor } from './grading.ts'
import type { DisputeHouse } from './house.ts'
import { suggest } from './local.ts'
import { joinOrigin, originNamed, originsOf } from './origins.ts'
import { keysOf } from './party-keys.ts'
import { countDisputes, disputeFor, disputesIn, type Staff } from './queries.ts'
import { refusalToRecord } from './recording.ts'
import { idOf, streamOf } from './room.ts'
import {
  disputeView,
  gradeView,
  gradeViews,
  materialRef,
  placeFigures,
  refusalView,
  rowView,
  suggestionView,
} from './view.ts'
import { explainDispute, statusOfDisputeRefusal } from './wording.ts'
import { worldAt, worldOf } from './world.ts'

type Answer<T> = Promise<Result<T, DisputeRefusal | WireRefusal>>
interface Done {
  readonly dispute: string
  readonly version: number
  readonly stage: DisputeStage
}

export const disputeRoutes = (house: DisputeHouse): AnyRoom => {
  const act = (type: DisputeCommanding['type']) => (call: CommandCall<{ readonly dispute: string }>) =>
    carryOut(house, type, call)
  return room<DisputeRefusal>({
    name: 'dispute',
    title: { zh: '矛盾纠纷台账', en: 'The dispute ledger' },
    statusOf: statusOfDisputeRefusal,
    explain: (refusal) => explainDispute(refusal as DisputeRefusal, (id) => house.directory.nameOf(id)),
    routes: [
      route(wire.listDisputes, (call) => answerList(house, call)),
      route(wire.listDisputeOrigins, (call) => answerOrigins(house, call)),
      route(wire.joinDisputeOrigin, (call) => answerJoining(house, call)),
      route(wire.prepareDispute, (call) => answerPrepared(house, call)),
      route(wire.readDisputeFigures, (call) => answerFigures(house, call)),
      route(wire.listDisputeFigureCases, (call) => answerCases(house, call)),
      route(wire.recordDispute, (call) => answerRecording(house, call)),
      route(wire.readDispute, (call) => answerRead(house, call)),
      route(wire.readDisputeMaterial, (call) => answerMaterial(house, call)),
      route(wire.gradeDispute, act('GradeDispute')),
      route(wire.assignDispute, act('AssignDispute')),
      route(wire.takeUpDispute, act('TakeUpDispute')),
      route(wire.returnDispute, act('ReturnDispute')),
      route(wire.recordDisputeProgress, act('RecordProgress')),
      route(wire.handUpDispute, act('HandUpDispute')),
      route(wire.settleDispute, act('SettleDispute')),
      route(wire.followUpDispute, act('FollowUpDispute')),
      route(wire.extendDispute, act('ExtendDispute')),
      route(wire.linkDisputePetition, act('LinkPetition')),
      route(wire.directDispute, act('DirectDispute')),
      route(wire.reportDisputeNotFound, act('ReportNotFound')),
      route(wire.confirmDisputeNotFound, act('ConfirmNotFound')),
      route(wire.rejectDisputeNotFound, act('RejectNotFound')),
      route(wire.closeDispute, act('CloseDispute')),
    ],
  })
}

const afterOf = (cursor: readonly [string, string] | undefined) =>
  cursor ? { day: cursor[0], stream: cursor[1] } : null

async function answerList(house: DisputeHouse, { viewer, query }: Call<typeof wire.listDisputes>) {
  const { scope, shelf = null, grade = null, stage = null, region = null, category = null, source = null } = query
  const world = worldAt(viewer.organ, house)
  const [{ items, next }, counts] = await Promise.all([
    disputesIn(house, viewer, {
      ...{ scope, shelf, grade, stage, region, category, source, petition: query.petition ?? null },
      ...{ after: afterOf(query.cursor), limit: query.limit },
    }),
    countDisputes(house, viewer),
  ])
  return ok({
    items: items.map((row) => rowView(row, world.disputes, house)),
    next: next && wire.disputeCursor.write([next.day as never, next.stream]),
    counts: counts.map((each) => ({ ...each })),
    grades: gradeViews(world.disputes),
    refusal: refusalView(refusalToRecord(staffActorOf(viewer), world), house.directory),
  })
}

async function answerOrigins(house: DisputeHouse, { viewer, query }: Call<typeof wire.listDisputeOrigins>) {
  const { petition, dispute } = query
  const origins =
    dispute === undefined
      ? await originsOf(house, viewer, petition)
      : await originNamed(house, viewer, petition, dispute)
  const { disputes } = worldAt(viewer.organ, house)
  return ok({ items: origins.map(({ origin, row }) => ({ ...rowView(row, disputes, house), origin })) })
}

async function answerJoining(house: DisputeHouse, call: Call<typeof wire.joinDisputeOrigin>) {
  const { viewer, body, idempotency } = call
  const done = await joinOrigin(house, { viewer, ...body, ...idempotencyOf('dispute', viewer, idempotency) })
  return done.ok ? ok({ stage: done.value.dispute.stage }) : err(done.error as DisputeRefusal | WireRefusal)
}

async function answerPrepared(house: DisputeHouse, { viewer, query }: Call<typeof wire.prepareDispute>) {
  const { region, category, people, danger, spread, since = null, party = [] } = query
  const world = worldAt(viewer.organ, house)
  const { disputes } = world
  const known = { region, category, danger, spread, keptFrom: party, officials: [], settledAt: null }
  const colleagues = await readColleagues(house.app, viewer.organ, house.today())
  return ok({
    grades: gradeViews(disputes).map((view) => {
      const rule = disputes.grades[view.grade] as (typeof disputes.grades)[string]
      const { peopleAtLeast, daysAtLeast, settleWithin, followUpAfter } = rule
      return {
        ...gradeView(view.grade, disputes),
        ...{ danger: rule.danger, spread: rule.spread, peopleAtLeast, daysAtLeast, basis: basisInWords(rule.basis) },
        ...{ settleWithin: lengthOf(settleWithin), followUpAfter: lengthOf(followUpAfter) },
      }
    }),
    grade: gradeFor(disputes, { people, danger, spread, since }, house.today()),
    suggested: suggestionView(suggest(known, world), house.directory),
    colleagues: colleagues.map(({ account, name }) => ({ account, name })),
    refusal: refusalView(refusalToRecord(staffActorOf(viewer), world), house.directory),
  })
}

const lengthOf = (span: { readonly unit: string; readonly count?: number }) => ({
  unit: span.unit,
  count: span.count ?? 0,
})

/** Figures of a place in one's own area; of one's own place where none is asked for. */
const regionAsked = (house: DisputeHouse, viewer: Staff, region: string | undefined): string => {
  const own = house.directory.find(viewer.organ)?.region ?? ''
  return region ?? (own === '00' ? '' : own)
}

async function answerFigures(house: DisputeHouse, { viewer, query }: Call<typeof wire.readDisputeFigures>) {
  const region = regionAsked(house, viewer, query.region)
  const { terms } = worldAt(viewer.organ, house).disputes
  const { all, places } = await disputeFigures(house, viewer, { from: query.from, until: query.until, region })
  return ok({
    ...{ region, from: query.from, until: query.until, shareFrom: terms.shareFrom, basis: basisInWords(terms.basis) },
    all: placeFigures(all, terms.shareFrom),
    places: places.map((each) => placeFigures(each, terms.shareFrom)),
  })
}

async function answerCases(house: DisputeHouse, { viewer, query }: Call<typeof wire.listDisputeFigureCases>) {
  const { from, until, part, cursor, limit } = query
  const region = regionAsked(house, viewer, query.region)
  const world = worldAt(viewer.organ, house)
  const { items, next } = await disputesBehind(house, viewer, {
    ...{ from, until, region, part, limit, after: afterOf(cursor) },
  })
  return ok({
    items: items.map((row) => rowView(row, world.disputes, house)),
    next: next && wire.disputeCursor.write([next.day as never, next.stream]),
  })
}

const accountsIn = ({ recorder, responsible, progress, followUps, notFound }: Dispute): readonly string[] => [
  ...new Set(
    [recorder, responsible, ...progress, ...followUps, ...(notFound ? [notFound] : [])].flatMap(
      ({ account }) => account ?? [],
    ),
  ),
]

async function answerRead(house: DisputeHouse, { viewer, params, answer }: Call<typeof wire.readDispute>) {
  const read = await disputeFor(house, streamOf(params.dispute), viewer)
  if (!read) return err({ kind: 'no-such-dispute' } as const)
  const { dispute } = read
  const [names, openPetitions, colleagues] = await Promise.all([
    house.staffNames(accountsIn(dispute)),
    openTo(
      house,
      viewer,
      dispute.petitions.map(({ petition }) => petition),
    ),
    readColleagues(house.app, viewer.organ, house.today()),
  ])
  answer.etag(dispute.version)
  return ok(disputeView(read, { names, openPetitions, colleagues, world: worldOf(dispute, house) }, house))
}

async function answerMaterial(
  house: DisputeHouse,
  { viewer, params }: Call<typeof wire.readDisputeMaterial>,
): Promise<Result<OutgoingFile, DisputeRefusal>> {
  const read = await disputeFor(house, streamOf(params.dispute), viewer)
  if (!read) return err({ kind: 'no-such-dispute' })
  const { progress, settlements } = read.dispute
  const all = [
    ...progress.flatMap(({ materials }, at) => materials.map((each, nth) => ['progress', at, nth, each] as const)),
    ...settlements.flatMap(({ materials }, at) => materials.map((each, nth) => ['settlement', at, nth, each] as const)),
  ]
  const material = all.find(([kind, at, nth]) => materialRef(kind, at, nth) === params.ref)?.[3]
  const opened = material && (await house.files.open(material.file))
  const name = material && read.texts.get(material.name.ref)
  if (!opened || name === undefined) return err({ kind: 'material-not-there' })
  return ok({ stream: opened.stream, name, type: material.mediaType, lengthBytes: opened.bytes })
}

async function answerRecording(house: DisputeHouse, call: Call<typeof wire.recordDispute>) {
  const { body, viewer } = call
  const recorded = await recordDispute(
    house,
    viewer,
    body,
    idempotencyOf('dispute', viewer, call.idempotency).idempotency,
  )
  if (!recorded.ok) return err(recorded.error as DisputeRefusal | WireRefusal)
  const { dispute, version, stream, state } = recorded.value
  return ok({ dispute, version, stage: state.stage, keys: keysOf(house, stream, state) })
}

function doneOf(commanded: Result<Commanded, DisputeRefusal | EngineRefusal>) {
  if (!commanded.ok) return err(commanded.error as DisputeRefusal | WireRefusal)
  const { stream, version, dispute } = commanded.value
  return ok({ dispute: idOf(stream), version, stage: dispute.stage })
}

async function carryOut(
  house: DisputeHouse,
  type: DisputeCommanding['type'],
  call: CommandCall<{ readonly dispute: string }>,
): Answer<Done> {
  const done = await commandDispute(house, {
    ...{ stream: streamOf(call.params.dispute), type },
    ...askedBy('dispute', call),
  })
  if (done.ok) call.answer.etag(done.value.version)
  return doneOf(done)
}
