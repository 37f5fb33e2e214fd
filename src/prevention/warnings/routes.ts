/** HTTP for the early warnings: each capability is one endpoint, and nothing here applies a rule. */
import type { EngineRefusal } from '../../engine/room.ts'
import { askedBy } from '../../identity/asking.ts'
import { err, ok, type Result } from '../../kernel/result.ts'
import { type AnyRoom, type Call, room, route, type WireRefusal } from '../../platform/http/call.ts'
import { commandWarning, type WarningDone } from './commanding.ts'
import * as wire from './contract.ts'
import type { WarningHouse } from './house.ts'
import { placeNames } from './places.ts'
import * as queries from './queries.ts'
import { idOf, streamOf } from './room.ts'
import { behindView, rowView, warningView } from './view.ts'
import type { WarningRefusal } from './warning.ts'
import { explainWarning, statusOfWarningRefusal } from './wording.ts'

export function warningRoutes(house: WarningHouse): AnyRoom {
  return room<WarningRefusal>({
    name: 'warning',
    title: { zh: '预警', en: 'Early warnings' },
    statusOf: statusOfWarningRefusal,
    explain: (refusal) => explainWarning(refusal as WarningRefusal, (id) => house.directory.nameOf(id)),
    routes: [
      route(wire.listWarnings, (call) => answerList(house, call)),
      route(wire.readWarning, (call) => answerRead(house, call)),
      route(wire.listBehindWarning, (call) => answerBehind(house, call)),
      route(wire.answerWarning, (call) => carryOut(house, call)),
    ],
  })
}

type Cursor = readonly [string, string] | undefined
const afterOf = (cursor: Cursor) => (cursor ? { day: cursor[0], stream: cursor[1] } : null)
const nextOf = (next: queries.WarningCursor | null) =>
  next && wire.warningCursor.write([next.day as never, next.stream])

async function answerList(house: WarningHouse, { viewer, query }: Call<typeof wire.listWarnings>) {
  const { list, cursor, limit } = query
  const [{ items, next }, counts, night] = await Promise.all([
    queries.listWarnings(house, viewer, { list, after: afterOf(cursor), limit }),
    queries.countWarnings(house, viewer),
    queries.lastNight(house),
  ])
  const nameOf = placeNames(house)
  return ok({
    items: items.map((row) => rowView(row, nameOf, house)),
    next: nextOf(next),
    counts: { ...counts },
    night,
  })
}

async function answerRead(house: WarningHouse, { viewer, params, answer }: Call<typeof wire.readWarning>) {
  const known = await queries.knownWarning(house, streamOf(params.warning), viewer)
  if (known === null) return err({ kind: 'no-such-warning' } as const)
  const account = known.warning.answer?.account
  const [words, names] = await Promise.all([
    queries.answerOf(house, viewer, known),
    house.staffNames(account === undefined ? [] : [account]),
  ])
  answer.etag(known.warning.version)
  return ok(warningView(known, { viewer, words, names }, house))
}

async function answerBehind(house: WarningHouse, { viewer, params, query }: Call<typeof wire.listBehindWarning>) {
  const known = await queries.knownWarning(house, streamOf(params.warning), viewer)
  if (known === null) return err({ kind: 'no-such-warning' } as const)
  const { cursor, limit } = query
  const { items, next } = await queries.behindWarning(house, viewer, known.warning, { after: afterOf(cursor), limit })
  const nameOf = placeNames(house)
  return ok({ items: items.map((each) => behindView(each, nameOf)), next: nextOf(next) })
}

async function carryOut(house: WarningHouse, call: Call<typeof wire.answerWarning>) {
  const done = await commandWarning(house, {
    ...{ stream: streamOf(call.params.warning), type: 'AnswerWarning' },
    ...askedBy('warning', call),
  })
  if (done.ok) call.answer.etag(done.value.version)
  return doneOf(done)
}

function doneOf(done: Result<WarningDone, WarningRefusal | EngineRefusal>) {
  if (!done.ok) return err(done.error as WarningRefusal | WireRefusal)
  const { stream, version, warning } = done.value
  return ok({ warning: idOf(stream), version, stage: warning.stage })
}
