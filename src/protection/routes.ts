/** HTTP for the protection room: each capability is one endpoint, and nothing here applies a rule. */
import type { EngineRefusal, Idempotency } from '../engine/room.ts'
import { err, ok, type Result } from '../kernel/result.ts'
import type { Viewer } from '../kernel/viewer.ts'
import { type AnyRoom, type Call, room, route, type WireRefusal } from '../platform/http/call.ts'
import type { IdempotencyKey } from '../platform/http/idempotency.ts'
import { commandReport, type ReportCommanding, reporterOf, reportMisconduct } from './commanding.ts'
import * as wire from './contract.ts'
import type { ProtectionHouse } from './house.ts'
import type { ReportRefusal, ReportStage } from './protection.ts'
import * as queries from './queries.ts'
import { idOf, ownView, rowView, streamOf, viewForHearer } from './view.ts'
import { explainReport, statusOfReportRefusal } from './wording.ts'

type Answer<T> = Promise<Result<T, ReportRefusal | WireRefusal>>
type Done = { readonly report: string; readonly version: number; readonly stage: ReportStage }

export function protectionRoutes(house: ProtectionHouse): AnyRoom {
  return room<ReportRefusal>({
    name: 'protection',
    title: { zh: '保护线索', en: 'Reports' },
    statusOf: statusOfReportRefusal,
    explain: (refusal) => explainReport(refusal as ReportRefusal, (id) => house.directory.nameOf(id)),
    routes: [
      route(wire.reportMisconduct, (call) => answerReporting(house, call)),
      route(wire.ownReports, (call) => answerOwn(house, call)),
      route(wire.contestAnswer, (call) => carryOut(house, 'ContestAnswer', call)),
      route(wire.listReports, (call) => answerList(house, call)),
      route(wire.readReport, (call) => answerRead(house, call)),
      route(wire.receiveReport, (call) => carryOut(house, 'ReceiveReport', call)),
      route(wire.passReportOn, (call) => carryOut(house, 'PassReportOn', call)),
      route(wire.answerReport, (call) => carryOut(house, 'AnswerReport', call)),
    ],
  })
}

/** The same key of two callers never meets. */
function idempotencyOf(viewer: Viewer, given: IdempotencyKey | null): { idempotency?: Idempotency } {
  if (given === null || (viewer.kind !== 'staff' && viewer.kind !== 'petitioner')) return {}
  const who = viewer.kind === 'staff' ? viewer.account : `${viewer.petition}:${viewer.person}`
  return { idempotency: { scope: `report:${who}`, key: given.key, requestDigest: given.digest } }
}

async function answerReporting(house: ProtectionHouse, call: Call<typeof wire.reportMisconduct>) {
  const { body, viewer } = call
  const done = await reportMisconduct(house, { body, viewer, ...idempotencyOf(viewer, call.idempotency) })
  if (!done.ok) return err(done.error as Exclude<ReportRefusal, EngineRefusal> | WireRefusal)
  const { stream, report } = done.value
  const { hearer, stage } = report
  return ok({ report: idOf(stream), stage, hearer: { id: hearer, ...house.directory.nameOf(hearer) } })
}

async function answerOwn(house: ProtectionHouse, { viewer }: Call<typeof wire.ownReports>) {
  const actor = reporterOf(viewer)
  const [streams, organs] = await Promise.all([queries.ownReports(house, viewer), queries.organsIn(house, viewer)])
  const items = await Promise.all(
    streams.map(async (stream) => {
      const [read, looks] = await Promise.all([
        queries.readReport(house, stream, viewer),
        queries.looksAt(house, stream, viewer),
      ])
      return read ? [ownView(read, actor, looks, house)] : []
    }),
  )
  return ok({ items: items.flat(), organs: organs.map((id) => ({ id, ...house.directory.nameOf(id) })) })
}

async function answerList(house: ProtectionHouse, { viewer, query }: Call<typeof wire.listReports>) {
  const after = query.cursor ? { day: query.cursor[0], stream: query.cursor[1] } : null
  const [listed, counts] = await Promise.all([
    queries.listReports(house, viewer, query.which, after, query.limit),
    queries.countReports(house, viewer),
  ])
  const { items, next } = listed
  return ok({
    items: items.map((row) => rowView(row, house)),
    next: next && wire.reportCursor.write([next.day as never, next.stream]),
    counts,
  })
}

async function answerRead(house: ProtectionHouse, call: Call<typeof wire.readReport>) {
  const { viewer, params } = call
  const read = await queries.readReport(house, streamOf(params.report), viewer)
  const matter = read && (await queries.matterOf(house, read, viewer))
  if (!read || !matter) return err({ kind: 'no-such-report' } as const)
  await queries.noteLook(house, read.stream, viewer)
  call.answer.etag(read.report.version)
  return ok(viewForHearer(read, reporterOf(viewer), matter, house))
}

/** What the calls that carry out a command have in common. */
interface CommandCall {
  readonly params: { readonly report: string }
  readonly body: object
  readonly viewer: Viewer
  readonly ifMatch: number | null
  readonly idempotency: IdempotencyKey | null
  readonly answer: { etag(version: number): void }
}

async function carryOut(house: ProtectionHouse, type: ReportCommanding['type'], call: CommandCall): Answer<Done> {
  const { params, body, viewer } = call
  const done = await commandReport(house, {
    ...{ stream: streamOf(params.report), type, body, viewer },
    ...(call.ifMatch === null ? {} : { expectedVersion: call.ifMatch }),
    ...idempotencyOf(viewer, call.idempotency),
  })
  if (!done.ok) return err(done.error as ReportRefusal | WireRefusal)
  const { stream, version, report } = done.value
  call.answer.etag(version)
  return ok({ report: idOf(stream), version, stage: report.stage })
}
