/** HTTP for the exemplary cases: each capability is one endpoint, and nothing here applies a rule. */
import type { EngineRefusal } from '../../engine/room.ts'
import { staffActorOf } from '../../identity/actor.ts'
import { askedBy, type CommandCall, idempotencyOf } from '../../identity/asking.ts'
import { err, ok, type Result } from '../../kernel/result.ts'
import { type AnyRoom, type Call, room, route, type WireRefusal } from '../../platform/http/call.ts'
import { placeNames } from '../../prevention/warnings/places.ts'
import { commandExemplary, type ExemplaryCommanding, type ExemplaryDone, proposeExemplary } from './commanding.ts'
import * as wire from './contract.ts'
import { refusalToPropose } from './decide.ts'
import type { ExemplaryRefusal } from './exemplary.ts'
import type { ExemplaryHouse } from './house.ts'
import { lookAtSource, ruled, seesSource } from './looking.ts'
import { outcomeOf } from './outcome.ts'
import * as queries from './queries.ts'
import { idOf, streamOf } from './room.ts'
import { offeredBeside } from './similar.ts'
import type { UseRefusal } from './use.ts'
import { recordUse } from './using.ts'
import { offeredView, ownView, publishedView, readerView, refusalView, rowView, titledView } from './view.ts'
import { explainExemplary, statusOfExemplaryRefusal } from './wording.ts'

type Refusal = ExemplaryRefusal | UseRefusal

export function exemplaryRoutes(house: ExemplaryHouse): AnyRoom {
  const act = (type: ExemplaryCommanding['type']) => (call: CommandCall<{ readonly exemplary: string }>) =>
    carryOut(house, type, call)
  return room<Refusal>({
    name: 'exemplary',
    title: { zh: '典型案例', en: 'Exemplary cases' },
    statusOf: statusOfExemplaryRefusal,
    explain: (refusal) => explainExemplary(refusal as Refusal, (id) => house.directory.nameOf(id)),
    routes: [
      route(wire.listExemplary, (call) => answerList(house, call)),
      route(wire.listPublic, (call) => answerPublic(house, call)),
      route(wire.readPublic, (call) => answerReadPublic(house, call)),
      route(wire.proposeExemplary, (call) => answerProposing(house, call)),
      route(wire.readExemplary, (call) => answerRead(house, call)),
      route(wire.mendExemplary, act('MendExemplary')),
      route(wire.returnExemplary, act('ReturnExemplary')),
      route(wire.publishExemplary, act('PublishExemplary')),
      route(wire.withdrawExemplary, act('WithdrawExemplary')),
      route(wire.exemplaryBeside, (call) => answerBeside(house, call)),
      route(wire.recordUse, (call) => answerUse(house, call)),
    ],
  })
}

const cursorOf = (cursor: readonly [day: string, stream: string] | undefined): queries.Cursor | null =>
  cursor ? { day: cursor[0], stream: cursor[1] } : null
const nextOf = (next: queries.Cursor | null) => next && wire.exemplaryCursor.write([next.day as never, next.stream])

async function answerList(house: ExemplaryHouse, { viewer, query }: Call<typeof wire.listExemplary>) {
  const { list, category = null, cursor, limit } = query
  const after = cursorOf(cursor)
  const [{ items, next }, counts] = await Promise.all([
    list === 'toRead'
      ? queries.listPublished(house, viewer, { category, after, limit })
      : queries.listOwn(house, viewer, { shelf: list, after, limit }),
    queries.countOwn(house, viewer),
  ])
  const nameOf = placeNames(house)
  const isOwn = list !== 'toRead'
  return ok({
    items: items.map((row) => rowView(row, isOwn, nameOf, house.directory)),
    ...{ next: nextOf(next), counts: { ...counts } },
  })
}

async function answerPublic(house: ExemplaryHouse, { query }: Call<typeof wire.listPublic>) {
  const { category = null, cursor, limit } = query
  const { items, next } = await queries.listForEverybody(house, { category, after: cursorOf(cursor), limit })
  const nameOf = placeNames(house)
  return ok({ items: items.map((row) => titledView(row, nameOf)), next: nextOf(next) })
}

async function answerReadPublic(house: ExemplaryHouse, { params }: Call<typeof wire.readPublic>) {
  const read = await queries.readPublished(house, { kind: 'anyone' }, streamOf(params.exemplary))
  return read === null ? err({ kind: 'no-such-exemplary' } as const) : ok(publishedView(read, placeNames(house)))
}

async function answerRead(house: ExemplaryHouse, { viewer, params, answer }: Call<typeof wire.readExemplary>) {
  const stream = streamOf(params.exemplary)
  const nameOf = placeNames(house)
  const known = await queries.knownExemplary(house, stream, viewer)
  if (known === null) {
    const read = await queries.readPublished(house, viewer, stream)
    if (read === null) return err({ kind: 'no-such-exemplary' } as const)
    return ok(readerView(read, await outcomeOf(house, params.exemplary, read.category), nameOf))
  }
  const { source, category, version } = known.exemplary
  const [texts, looked, sees, use] = await Promise.all([
    queries.textsOf(house, viewer, stream),
    lookAtSource(house, source),
    seesSource(house, viewer, source),
    outcomeOf(house, params.exemplary, category),
  ])
  answer.etag(version)
  const beside = { texts, actor: known.actor, looked: ruled(looked), seesSource: sees, use, nameOf }
  return ok(ownView(known, beside, house))
}

async function answerProposing(house: ExemplaryHouse, call: Call<typeof wire.proposeExemplary>) {
  const { viewer, body, idempotency, answer } = call
  const { kind, id } = body.source
  const source = { kind, stream: kind === 'dispute' ? `dispute:${id}` : id }
  const asked = { body: { ...body, source }, viewer, ...idempotencyOf('exemplary', viewer, idempotency) }
  const done = await proposeExemplary(house, asked)
  if (done.ok) answer.etag(done.value.version)
  return doneOf(done)
}

async function carryOut(
  house: ExemplaryHouse,
  type: ExemplaryCommanding['type'],
  call: CommandCall<{ readonly exemplary: string }>,
) {
  const done = await commandExemplary(house, {
    ...{ stream: streamOf(call.params.exemplary), type },
    ...askedBy('exemplary', call),
  })
  if (done.ok) call.answer.etag(done.value.version)
  return doneOf(done)
}

function doneOf(done: Result<ExemplaryDone, ExemplaryRefusal | EngineRefusal>) {
  if (!done.ok) return err(done.error as ExemplaryRefusal | WireRefusal)
  const { stream, version, exemplary } = done.value
  return ok({ exemplary: idOf(stream), version, stage: exemplary.stage })
}

async function answerBeside(house: ExemplaryHouse, { viewer, query }: Call<typeof wire.exemplaryBeside>) {
  const offered = await offeredBeside(house, viewer, query.petition)
  if (offered === null) return err({ kind: 'no-such-source' } as const)
  const looked = ruled(await lookAtSource(house, { kind: 'petition', stream: query.petition }))
  return ok({
    items: offered.map(offeredView),
    refusal: refusalView(refusalToPropose(staffActorOf(viewer), looked), house.directory),
  })
}

async function answerUse(house: ExemplaryHouse, { viewer, body, idempotency }: Call<typeof wire.recordUse>) {
  const done = await recordUse(house, { ...body, viewer, ...idempotencyOf('exemplary-use', viewer, idempotency) })
  return done.ok ? ok({ version: done.value.version }) : err(done.error as Refusal | WireRefusal)
}
