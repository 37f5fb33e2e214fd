/** The calendars over HTTP: the notices in public, and what whoever keeps them needs. */
import { err, ok } from '../kernel/result.ts'
import { type AnyRoom, type Call, room, route, type WireRefusal } from '../platform/http/call.ts'
import { areaInWords, explainCalendar, statusOfCalendarRefusal } from '../wording/calendar.ts'
import type { CalendarRefusal } from './calendar.ts'
import * as wire from './contract.ts'
import { refusalOf } from './decide.ts'
import type { CalendarHouse } from './house.ts'
import { calendarWorld } from './loading.ts'
import { allNotices, findRun, type ListedNotice, missingYears, movedCases, movedLines } from './queries.ts'
import { lookAt, takeIn } from './taking-in.ts'

export const calendarRoutes = (house: CalendarHouse): AnyRoom =>
  room<CalendarRefusal>({
    name: 'calendar',
    title: { zh: '放假安排', en: 'Holiday notices' },
    statusOf: statusOfCalendarRefusal,
    explain: (refusal) => explain(house, refusal as CalendarRefusal),
    routes: [
      route(wire.listCalendars, () => answerList(house)),
      route(wire.calendarWork, (call) => answerWork(house, call)),
      route(wire.listMoved, async ({ viewer }) => ok({ items: [...(await movedCases(house, viewer))] })),
      route(wire.checkCalendar, (call) => answerCheck(house, call)),
      route(wire.loadCalendar, (call) => answerLoad(house, call)),
    ],
  })

const explain = ({ directory }: CalendarHouse, refusal: CalendarRefusal) =>
  explainCalendar(refusal, (id) => directory.nameOf(id))

const noticeView = ({ on, loadedBy: _, ...notice }: ListedNotice): wire.NoticeView => ({
  ...notice,
  area: areaInWords(notice.region),
  sources: [...notice.sources],
  rest: [...notice.rest],
  work: [...notice.work],
  loadedOn: on,
})

async function answerList(house: CalendarHouse) {
  const items = allNotices(house).map(noticeView)
  return ok({ version: house.shelf.in(null, 'organ').version, items, missing: [...missingYears(house)] })
}

async function answerWork(house: CalendarHouse, { viewer }: Call<typeof wire.calendarWork>) {
  const kept = house.shelf.notices()
  const accounts = [...new Set(kept.flatMap(({ loadedBy }) => loadedBy ?? []))]
  const [names, run, moved, world] = await Promise.all([
    house.staffNames(accounts),
    findRun(house),
    movedLines(house),
    calendarWorld(house),
  ])
  const refusal = refusalOf(viewer, 'cn', world)
  return ok({
    loaders: kept.map(({ region, edition, loadedBy }) => ({
      ...{ region, edition },
      name: loadedBy === null ? null : (names.get(loadedBy) ?? null),
    })),
    refusal: refusal && explain(house, refusal),
    run: run && {
      ...{ cases: run.cases, examined: run.examined },
      startedAt: run.startedAt.toISOString(),
      finishedAt: run.finishedAt?.toISOString() ?? null,
    },
    moved: moved.map((line) => ({ ...line })),
  })
}

async function answerCheck(house: CalendarHouse, { body, viewer }: Call<typeof wire.checkCalendar>) {
  const looked = await lookAt(house, { text: body.file, region: body.region, reason: body.reason, viewer })
  if (!looked.ok) return looked
  const { fresh, known } = looked.value
  return ok({
    fresh: fresh.map(({ region, year }) => ({ region, year })),
    known: known.map(({ year }) => year),
  })
}

async function answerLoad(house: CalendarHouse, { body, viewer }: Call<typeof wire.loadCalendar>) {
  const done = await takeIn(house, { text: body.file, region: body.region, reason: body.reason, viewer })
  if (!done.ok) return err(done.error as CalendarRefusal | WireRefusal)
  return ok({ items: done.value.map((notice) => noticeView({ ...notice, isInForce: true })) })
}
