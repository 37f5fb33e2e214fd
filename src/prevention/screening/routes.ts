/** HTTP for screening campaigns: each capability is one endpoint, and nothing here applies a rule. */
import type { EngineRefusal } from '../../engine/room.ts'
import { readColleagues } from '../../identity/account-tables.ts'
import { staffActorOf } from '../../identity/actor.ts'
import { askedBy, type CommandCall, idempotencyOf } from '../../identity/asking.ts'
import type { OrganId } from '../../kernel/organ.ts'
import { err, ok, type Result } from '../../kernel/result.ts'
import { basisInWords } from '../../law/basis.ts'
import { screeningRhythms } from '../../law/screening.ts'
import { type AnyRoom, type Call, room, route, type WireRefusal } from '../../platform/http/call.ts'
import { type Commanded, commandScreening, openScreening, type ScreeningCommanding } from './commanding.ts'
import * as wire from './contract.ts'
import type { ScreeningHouse } from './house.ts'
import { lookedDispute, mostShown, visibleDisputes } from './looking.ts'
import { refusalToOpen } from './opening.ts'
import { dueIn, periodAround } from './period.ts'
import { placesUnder } from './places.ts'
import {
  areasOf,
  countPlaces,
  knownScreening,
  listScreenings,
  type ReadScreening,
  readScreening,
  type Staff,
} from './queries.ts'
import { idOf, streamOf } from './room.ts'
import type { Area, ScreeningRefusal, ScreeningStage } from './screening.ts'
import { areaDetail, organRef, refusalView, rowView, screeningView } from './view.ts'
import { explainScreening, statusOfScreeningRefusal } from './wording.ts'
import { worldAt } from './world.ts'

type Answer<T> = Promise<Result<T, ScreeningRefusal | WireRefusal>>
interface Done {
  readonly screening: string
  readonly version: number
  readonly stage: ScreeningStage
}

export const screeningRoutes = (house: ScreeningHouse): AnyRoom => {
  const act = (type: ScreeningCommanding['type']) => (call: CommandCall<{ readonly screening: string }>) =>
    carryOut(house, type, call)
  return room<ScreeningRefusal>({
    name: 'screening',
    title: { zh: '矛盾纠纷排查', en: 'Screening' },
    statusOf: statusOfScreeningRefusal,
    explain: (refusal) => explainScreening(refusal as ScreeningRefusal, (id) => house.directory.nameOf(id)),
    routes: [
      route(wire.listScreenings, (call) => answerList(house, call)),
      route(wire.listScreeningPlaces, (call) => answerPlaces(house, call)),
      route(wire.prepareScreening, async ({ viewer }) => answerPrepared(house, viewer)),
      route(wire.listOwnAreas, (call) => answerOwn(house, call)),
      route(wire.openScreening, (call) => answerOpening(house, call)),
      route(wire.readScreening, (call) => answerRead(house, call)),
      route(wire.readScreeningArea, (call) => answerArea(house, call)),
      route(wire.assignArea, act('AssignArea')),
      route(wire.recordHousehold, act('RecordHousehold')),
      route(wire.fileZeroReport, act('FileZeroReport')),
      route(wire.linkDispute, (call) => answerLinking(house, call)),
      route(wire.returnReport, act('ReturnReport')),
      route(wire.remindArea, act('RemindArea')),
      route(wire.extendScreening, act('ExtendScreening')),
      route(wire.closeScreening, act('CloseScreening')),
      route(wire.endSeries, act('EndSeries')),
      route(wire.cancelScreening, act('CancelScreening')),
    ],
  })
}

const stagesOf: Readonly<Record<(typeof wire.screeningShelves)[number], readonly ScreeningStage[]>> = {
  open: ['open'],
  done: ['closed', 'cancelled'],
}

async function answerList(house: ScreeningHouse, { viewer, query }: Call<typeof wire.listScreenings>) {
  const { shelf, region = null, limit, cursor } = query
  const after = cursor ? { day: cursor[0], stream: cursor[1] } : null
  const { items, next } = await listScreenings(house, viewer, { stages: stagesOf[shelf], region, after, limit })
  return ok({
    items: items.map((row) => rowView(row, house)),
    next: next && wire.screeningCursor.write([next.day, next.stream]),
    refusal: refusalToOpenOf(house, viewer),
  })
}

const refusalToOpenOf = (house: ScreeningHouse, viewer: Staff) =>
  refusalView(refusalToOpen(staffActorOf(viewer), { organs: house.directory }), house.directory)

const lengths = [2, 4, 6, 9, 12]
/** The codes one level under a place. */
const lengthUnder = (place: string): number =>
  place === '00' ? 2 : (lengths.find((length) => length > place.length) ?? 12)

/** Begins where the viewer's own organ is; whoever is asked for a place above it sees what they look over there. */
async function answerPlaces(house: ScreeningHouse, { viewer, query }: Call<typeof wire.listScreeningPlaces>) {
  const own = house.directory.find(viewer.organ)?.region ?? '00'
  const place = query.place ?? own
  const length = lengthUnder(place)
  const items = await countPlaces(house, viewer, { place, length })
  const around = lengths.map((each) => place.slice(0, each)).filter((code, at, all) => all.indexOf(code) === at)
  return ok({
    place,
    around: place === '00' ? [] : around.filter((code) => code !== place && code.length >= own.length),
    items: items.map((item) => ({ ...item, isLeaf: length === 12 || item.region.length < length })),
  })
}

function answerPrepared(house: ScreeningHouse, viewer: Staff) {
  const { directory } = house
  const own = directory.find(viewer.organ)?.region ?? '00'
  const today = house.today()
  const { screenings } = worldAt(viewer.organ, house).law
  return ok({
    // whole counties and townships are chosen, and villages one by one
    places: [...placesUnder(own, directory)],
    rhythms: screeningRhythms.flatMap((rhythm) => {
      const rule = screenings[rhythm]
      if (!rule) return []
      const period = periodAround(today, rhythm)
      return [
        {
          rhythm,
          reportBy: rule.reportBy,
          ...period,
          due: dueIn(period, rule, today),
          basis: basisInWords(rule.basis),
        },
      ]
    }),
    refusal: refusalToOpenOf(house, viewer),
  })
}

const mostLooked = 200

async function answerOwn(house: ScreeningHouse, { viewer, query }: Call<typeof wire.listOwnAreas>) {
  const { cursor, limit } = query
  const after = cursor ? { day: cursor[0], place: cursor[1] } : null
  const { items, next } = await areasOf(house, viewer, { after, limit })
  // several places of one campaign are read with it once
  const read = new Map<string, ReadScreening | null>()
  for (const { stream } of items) if (!read.has(stream)) read.set(stream, await readScreening(house, stream, viewer))
  // each dispute is read to see whether it may be opened: a long page shows fewer of each place
  const most = Math.max(1, Math.min(mostShown, Math.floor(mostLooked / Math.max(1, items.length))))
  const details = await Promise.all(
    items.map(async ({ stream, area }) => {
      const campaign = read.get(stream)
      const place = campaign?.screening.areas.find((each) => each.area === area)
      return campaign && place ? [await detailOf(house, viewer, campaign, place, most)] : []
    }),
  )
  return ok({ items: details.flat(), next: next && wire.areaCursor.write([next.day, next.place]) })
}

async function detailOf(house: ScreeningHouse, viewer: Staff, read: ReadScreening, area: Area, most = mostShown) {
  const [names, visible] = await Promise.all([
    house.staffNames(area.screeners.map(({ account }) => account)),
    visibleDisputes(house, viewer, area.disputes, most),
  ])
  return areaDetail(area, read, { names, visible }, house)
}

async function answerRead(house: ScreeningHouse, { viewer, params, answer }: Call<typeof wire.readScreening>) {
  const read = await readScreening(house, streamOf(params.screening), viewer)
  if (!read) return err({ kind: 'no-such-screening' } as const)
  answer.etag(read.screening.version)
  return ok(screeningView(read, house))
}

async function answerArea(house: ScreeningHouse, { viewer, params, answer }: Call<typeof wire.readScreeningArea>) {
  const read = await readScreening(house, streamOf(params.screening), viewer)
  if (!read) return err<ScreeningRefusal>({ kind: 'no-such-screening' })
  const area = read.screening.areas.find((each) => each.area === params.area)
  if (!area) return err<ScreeningRefusal>({ kind: 'no-such-area', area: params.area })
  answer.etag(read.screening.version)
  const detail = await detailOf(house, viewer, read, area)
  const mayAsk = detail.actions.some(({ action, allowed }) => action === 'assign' && allowed)
  return ok({ ...detail, colleagues: mayAsk ? await colleaguesFor(house, viewer, area) : [] })
}

/** Of the viewer's own organ and of the one that reports. */
async function colleaguesFor({ app, directory, today }: ScreeningHouse, { organ }: Staff, area: Area) {
  const people = async (id: OrganId) =>
    (await readColleagues(app, id, today())).map(({ account, name }) => ({
      ...{ account, name, organ: organRef(directory, id) },
    }))
  const organs = [...new Set([area.organ, organ])]
  return (await Promise.all(organs.map(people))).flat()
}

async function answerOpening(house: ScreeningHouse, call: Call<typeof wire.openScreening>): Answer<Done> {
  const { body, viewer, idempotency } = call
  return doneOf(
    await openScreening(house, { screening: body, viewer, ...idempotencyOf('screening', viewer, idempotency) }),
  )
}

function doneOf(commanded: Result<Commanded, ScreeningRefusal | EngineRefusal>) {
  if (!commanded.ok) return err(commanded.error as ScreeningRefusal | WireRefusal)
  const { stream, version, screening } = commanded.value
  return ok({ screening: idOf(stream), version, stage: screening.stage })
}

/** Whether there is such a dispute is said only to whoever may know of the campaign. */
async function answerLinking(house: ScreeningHouse, call: Call<typeof wire.linkDispute>): Answer<Done> {
  const { viewer, params, body } = call
  if (!(await knownScreening(house, streamOf(params.screening), viewer))) return err({ kind: 'no-such-screening' })
  return carryOut(
    house,
    'LinkDispute',
    { ...call, body: { area: body.area } },
    await lookedDispute(house, viewer, body.dispute),
  )
}

async function carryOut(
  house: ScreeningHouse,
  type: ScreeningCommanding['type'],
  call: CommandCall<{ readonly screening: string }>,
  beside: object = {},
): Answer<Done> {
  const done = await commandScreening(house, {
    ...{ stream: streamOf(call.params.screening), type, beside },
    ...askedBy('screening', call),
  })
  if (done.ok) call.answer.etag(done.value.version)
  return doneOf(done)
}
