/** HTTP for the readings: each capability is one endpoint, and nothing here applies a rule. */
import type { EngineRefusal } from '../../engine/room.ts'
import { askedBy, type CommandCall, idempotencyOf } from '../../identity/asking.ts'
import type { PetitionNumber } from '../../kernel/petition-number.ts'
import { err, ok, type Result } from '../../kernel/result.ts'
import { noteLook, readClocksOf } from '../../petition/reading.ts'
import { type AnyRoom, type Call, room, route, type WireRefusal } from '../../platform/http/call.ts'
import { type Commanded, commandReading, proposeReading, type ReadingCommanding } from './commanding.ts'
import * as wire from './contract.ts'
import type { ReadingHouse } from './house.ts'
import { partOf } from './knowing.ts'
import { lookAtPetition, organsToInstruct } from './looking.ts'
import { prepare } from './preparing.ts'
import * as queries from './queries.ts'
import type { Reading, ReadingRefusal, ReadingStage } from './reading.ts'
import { idOf, streamOf } from './room.ts'
import { leaderRef, organRef, readingView, rowView } from './view.ts'
import { explainReading, statusOfReadingRefusal } from './wording.ts'

type Answer<T> = Promise<Result<T, ReadingRefusal | WireRefusal>>
type Done = { readonly reading: string; readonly version: number; readonly stage: ReadingStage }

export function readingRoutes(house: ReadingHouse): AnyRoom {
  const act = (type: ReadingCommanding['type']) => (call: CommandCall<{ readonly reading: string }>) =>
    carryOut(house, type, call)
  return room<ReadingRefusal>({
    name: 'reading',
    title: { zh: '领导阅批', en: 'Letters before leaders' },
    statusOf: statusOfReadingRefusal,
    explain: (refusal) => explainReading(refusal as ReadingRefusal, (id) => house.directory.nameOf(id)),
    routes: [
      route(wire.listReadings, (call) => answerList(house, call)),
      route(wire.prepareReading, (call) => answerPrepared(house, call)),
      route(wire.readPace, (call) => answerPace(house, call)),
      route(wire.ownReadings, (call) => answerOwn(house, call)),
      route(wire.proposeReading, (call) => answerProposing(house, call)),
      route(wire.readReading, (call) => answerRead(house, call)),
      route(wire.refreshSummary, act('RefreshSummary')),
      route(wire.markRead, act('MarkRead')),
      route(wire.instruct, act('Instruct')),
      route(wire.returnReading, act('ReturnReading')),
      route(wire.recallReading, act('RecallReading')),
      route(wire.handReadingOver, act('HandReadingOver')),
    ],
  })
}

async function answerList(house: ReadingHouse, { viewer, query }: Call<typeof wire.listReadings>) {
  const { part, limit, petition = null, stage, q } = query
  const after = query.cursor ? { day: query.cursor[0], stream: query.cursor[1] } : null
  const words = q?.trim()
  const [{ items, next }, counts] = await Promise.all([
    words
      ? queries.searchRead(house, viewer, { words, after, limit })
      : queries.listReadings(house, viewer, { part, stages: stage ? [stage] : null, petition, after, limit }),
    queries.countReadings(house, viewer),
  ])
  const names = await house.staffNames([...new Set(items.map(({ leader }) => leader.account))])
  return ok({
    items: items.map((row) => rowView(row, names, house)),
    next: next && wire.readingCursor.write([next.day as never, next.stream]),
    counts: counts.map((count) => ({ ...count })),
  })
}

/** Whoever opens it has looked at the petition: the leader by name of their organ, the office as one with a part in it. */
async function answerRead(house: ReadingHouse, { viewer, params, answer }: Call<typeof wire.readReading>) {
  const read = await queries.readReading(house, streamOf(params.reading), viewer)
  if (!read) return err({ kind: 'no-such-reading' } as const)
  const { reading, actor } = read
  const number = reading.petition as PetitionNumber
  const isLeader = partOf(reading, actor) === 'leader'
  const [names, seen, looked] = await Promise.all([
    house.staffNames(accountsIn(reading)),
    readClocksOf(house, number, viewer),
    lookAtPetition(house, number),
    isLeader ? queries.noteOpened(house, read, viewer) : noteLook(house, number, viewer),
  ])
  answer.etag(reading.version)
  const organs = looked ? organsToInstruct(looked, house) : []
  return ok(readingView(read, { names, isPetitionOpen: seen !== null, organs }, house))
}

const accountsIn = ({ leader, proposedBy, handOvers }: Reading): readonly string[] => [
  ...new Set([leader.account, proposedBy, ...handOvers.flatMap(({ from, to }) => [from.account, to.account])]),
]

async function answerPrepared(house: ReadingHouse, { viewer, query }: Call<typeof wire.prepareReading>) {
  const prepared = await prepare(house, viewer, query.petition)
  return prepared ? ok(prepared) : err({ kind: 'no-such-petition' } as const)
}

async function answerPace(house: ReadingHouse, { viewer, query }: Call<typeof wire.readPace>) {
  const items = await queries.pace(house, viewer, query)
  const names = await house.staffNames(items.map(({ leader }) => leader.account))
  return ok({
    items: items.map(({ leader, within, ...rest }) => ({
      ...{ ...rest, within: [...within], leader: leaderRef(leader, names, house.directory) },
    })),
  })
}

async function answerOwn(house: ReadingHouse, { viewer }: Call<typeof wire.ownReadings>) {
  const acts = await queries.actsOn(house, viewer.petition)
  return ok({ items: acts.map(({ on, organ, what }) => ({ on, organ: organRef(house.directory, organ), what })) })
}

async function answerProposing(house: ReadingHouse, call: Call<typeof wire.proposeReading>): Answer<Done> {
  const { body, viewer } = call
  return doneOf(await proposeReading(house, { ...body, viewer, ...idempotencyOf('reading', viewer, call.idempotency) }))
}

function doneOf(commanded: Result<Commanded, ReadingRefusal | EngineRefusal>) {
  if (!commanded.ok) return err(commanded.error as ReadingRefusal | WireRefusal)
  const { stream, version, reading } = commanded.value
  return ok({ reading: idOf(stream), version, stage: reading.stage })
}

async function carryOut(
  house: ReadingHouse,
  type: ReadingCommanding['type'],
  call: CommandCall<{ readonly reading: string }>,
): Answer<Done> {
  const done = await commandReading(house, {
    ...{ stream: streamOf(call.params.reading), type },
    ...askedBy('reading', call),
  })
  if (done.ok) call.answer.etag(done.value.version)
  return doneOf(done)
}
