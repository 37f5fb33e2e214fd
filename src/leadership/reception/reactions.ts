/** What reception days do when a fact happens: the order of a day follows its bookings, a booking its petition, and what was promised becomes a task. */
import type { Consumer } from '../../engine/consumer.ts'
import { fly } from '../../engine/flight.ts'
import { type Box, openPieces } from '../../identity/seal.ts'
import type { PetitionNumber } from '../../kernel/petition-number.ts'
import { Prose } from '../../kernel/prose.ts'
import type { Result } from '../../kernel/result.ts'
import { commandPetition } from '../../petition/commanding.ts'
import { eraseBeside } from '../../petition/erasing.ts'
import type { Fact, FactType } from '../../petition/petition.ts'
import { petitionRoom } from '../../petition/room.ts'
import { giveTask } from '../../tasks/giving.ts'
import type { BookingFact, BookingFactOf, BookingStage } from './booking.ts'
import { commandAsHouse, type Following, lookInto } from './booking-commanding.ts'
import { bookingOfHouse } from './booking-queries.ts'
import { commandReception } from './commanding.ts'
import { entriesOf } from './drawing.ts'
import type { ReceptionHouse } from './house.ts'
import { knownReception } from './queries.ts'
import type { Leaving, ReceptionFact } from './reception.ts'
import { bookingRoom, bookingStreamOf, receptionRoom } from './room.ts'
import { talkHeading } from './wording.ts'

const viewer = { kind: 'system', task: 'reception' } as const
const bookingPrefix = `${bookingRoom.name}:`
const receptionPrefix = `${receptionRoom.name}:`

/**
 * Whoever cancels leaves the order, and their seat goes to whoever waits next; whoever asks after the draw stands behind all. Asking twice
 * changes nothing. What was asked or cancelled while the draw was made is looked for once it is made.
 */
export function receptionQueueReaction(house: ReceptionHouse): Consumer {
  return {
    name: 'reception-queue',
    follows: [...queueing, ...changing],
    async react({ stream, fact }) {
      if (stream.startsWith(bookingPrefix)) return followBooking(house, stream, fact as BookingFact)
      if (!stream.startsWith(receptionPrefix)) return
      const { type } = fact as ReceptionFact
      if (type === 'SeatsAllotted') await catchUp(house, stream)
      if (type === 'LeaderSubstituted' || type === 'ReceptionChanged') await followChange(house, stream)
    },
  }
}

const queueing: readonly BookingFact['type'][] = ['SeatRequested', 'BookingCancelled', 'AbsenceRecorded']
const changing: readonly ReceptionFact['type'][] = ['SeatsAllotted', 'LeaderSubstituted', 'ReceptionChanged']

const leavingOf = { BookingCancelled: 'cancelled', AbsenceRecorded: 'absent' } as const

/** Also asked for right after somebody acted: the reader of the facts may be busy with others. */
export async function followBooking(
  house: ReceptionHouse,
  stream: string,
  { type }: Pick<BookingFact, 'type'>,
): Promise<void> {
  if (type !== 'SeatRequested' && type !== 'BookingCancelled' && type !== 'AbsenceRecorded') return
  const booking = await bookingOfHouse(house, stream)
  if (booking === null) return
  const { reception, reference, need, carried } = booking
  if (type !== 'SeatRequested') return leave(house, reception, reference, leavingOf[type])
  if (booking.stage === 'requested') await join(house, reception, { reference, first: carried || need !== null })
}

const leave = async (house: ReceptionHouse, stream: string, reference: string, leaving: Leaving): Promise<void> => {
  await insist(() => commandReception(house, { stream, type: 'LeaveQueue', body: { reference, leaving }, viewer }))
}

async function join(
  house: ReceptionHouse,
  stream: string,
  asked: { readonly reference: string; readonly first: boolean },
): Promise<void> {
  const known = await knownReception(house, stream, viewer)
  const seed = known?.reception.drawn?.seed
  if (seed === undefined || known?.reception.stage !== 'drawn') return
  const [entry] = entriesOf(seed, [asked])
  await insist(() => commandReception(house, { stream, type: 'JoinQueue', body: { entry }, viewer }))
}

/** A refusal is an answer: the day was called off, say. Somebody who came between is not: the next attempt decides again. */
async function insist(attempt: () => Promise<Result<unknown, { readonly kind: string }> | null>): Promise<void> {
  for (let left = 5; left > 0; left -= 1) {
    const done = await attempt()
    if (done === null || done.ok || done.error.kind !== 'version-conflict') return
  }
  throw new Error('a reception day does not keep still')
}

/** Whoever sits at the table now sees who asked, and whoever no longer does sees nothing more. */
async function followChange(house: ReceptionHouse, stream: string): Promise<void> {
  const known = await knownReception(house, stream, viewer)
  if (known === null) return
  const following = { type: 'FollowTable', reception: known.reception } as const
  for (const { reference } of await bookingsOf(house, stream))
    await insist(() => commandAsHouse(house, bookingStreamOf(reference), following))
}

interface Asked {
  readonly reference: string
  readonly stage: BookingStage
  readonly first: boolean
}

async function bookingsOf(house: ReceptionHouse, stream: string): Promise<readonly Asked[]> {
  const [rows = []] = await fly(house.work, [
    {
      name: 'reception bookings of a day',
      text: 'select reference, stage, is_first as first from booking where reception = $1 order by reference',
      values: [stream],
    },
  ])
  return rows as unknown as readonly Asked[]
}

async function catchUp(house: ReceptionHouse, stream: string): Promise<void> {
  const known = await knownReception(house, stream, viewer)
  if (known === null) return
  const drawn = new Set(known.reception.queue.map(({ reference }) => reference))
  const barred = new Set(known.reception.barred)
  for (const { reference, stage, first } of await bookingsOf(house, stream)) {
    const isIn = drawn.has(reference)
    if (stage === 'requested' && !isIn && !barred.has(reference)) await join(house, stream, { reference, first })
    if (stage === 'cancelled' && isIn) await leave(house, stream, reference, 'cancelled')
  }
}

/** After which somebody must not see a booking who might before. */
const accusing: ReadonlySet<FactType> = new Set<FactType>([
  ...(['ComplainedNamed', 'OfficialIdentified', 'PetitionCorrected'] as const),
])

/** A petition that somebody was received with comes to accuse or to name somebody, or is erased: what was said at the table follows it. */
export function receptionPetitionReaction(house: ReceptionHouse): Consumer {
  return {
    name: 'reception-petition',
    follows: [...accusing, 'ContentErased' satisfies FactType],
    async react({ stream: petition, fact }) {
      if (petitionRoom.owns?.(petition) !== true) return
      const { type } = fact as Fact
      if (type !== 'ContentErased' && !accusing.has(type)) return
      for (const stream of await bookingsWith(house, petition)) {
        if (type === 'ContentErased')
          await eraseBeside(house, stream, () => record(house, stream, { type: 'EraseBooking' }))
        else await narrow(house, stream, petition)
      }
    },
  }
}

export async function bookingsWith({ work }: ReceptionHouse, petition: string): Promise<readonly string[]> {
  const { rows } = await work.query<{ stream_id: string }>({
    name: 'bookings with a petition',
    text: 'select stream_id from booking where petition = $1 order by stream_id',
    values: [petition],
  })
  return rows.map(({ stream_id }) => stream_id)
}

async function narrow(house: ReceptionHouse, stream: string, petition: string): Promise<void> {
  const looked = await lookInto(house, { petition, about: [] }, viewer)
  if (looked.ok) await record(house, stream, { type: 'FollowPetition', beside: { looked: looked.value } })
}

/** What an office may be refused, the house may not: then the record is out of order. */
async function record(house: ReceptionHouse, stream: string, following: Following): Promise<void> {
  const done = await commandAsHouse(house, stream, following)
  if (done?.ok === false) throw new Error(`the house could not record in a booking: ${done.error.kind}`)
}

/** 谈话记录并入: where the petitioner wants it, what was written down and read back lies with the petition. */
export function receptionMaterialReaction(house: ReceptionHouse): Consumer {
  return {
    name: 'reception-material',
    follows: ['TalkConcluded'] satisfies readonly BookingFact['type'][],
    async react({ stream, fact }) {
      if (!stream.startsWith(bookingPrefix) || (fact as BookingFact).type !== 'TalkConcluded') return
      const { result } = fact as BookingFactOf<'TalkConcluded'>
      if (result.kind === 'attached' && result.withTalk === true) await addTalk(house, stream, result.petition)
    },
  }
}

/** Once, however often it is asked. A petition that was finished meanwhile refuses it, and that is an answer. */
async function addTalk(house: ReceptionHouse, stream: string, petition: string): Promise<void> {
  const record = (await bookingOfHouse(house, stream))?.record ?? null
  const text = record && (await textsOf(house, stream)).get(record.text.ref)
  if (!record || text === undefined) return
  const written = `${talkHeading(record.on, house.directory.nameOf(record.organ))}\n${text}`
  const note = Prose.read(written, { max: 40_000, min: 1, part: 'content' })
  if (!note.ok) throw new Error('the record of a talk cannot be read')
  await commandPetition(house, {
    ...{ number: petition as PetitionNumber, type: 'AddMaterial', viewer },
    body: { note: note.value, materials: [], organ: record.organ },
    idempotency: { scope: 'reception talk', key: stream, requestDigest: stream },
  })
}

/** 承诺转为落实事项: what was promised at the table is done by a day and closed by whoever promised it. */
export function receptionPromiseReaction(house: ReceptionHouse): Consumer {
  return {
    name: 'reception-promise',
    follows: ['TalkConcluded'] satisfies readonly BookingFact['type'][],
    async react({ stream, fact }) {
      if (!stream.startsWith(bookingPrefix) || (fact as BookingFact).type !== 'TalkConcluded') return
      await giveTasks(house, stream, fact as BookingFactOf<'TalkConcluded'>)
    },
  }
}

async function giveTasks(
  house: ReceptionHouse,
  stream: string,
  { leader, promises, petition }: BookingFactOf<'TalkConcluded'>,
): Promise<void> {
  const booking = promises.length === 0 ? null : await bookingOfHouse(house, stream)
  if (booking === null) return
  const { host } = booking
  const texts = await textsOf(house, stream)
  for (const { ref, organ, due, what } of promises) {
    const text = texts.get(what.ref)
    if (text === undefined) continue
    await giveTask(house, {
      origin: { kind: 'promise', stream, key: ref },
      ...{ giver: leader.organ, givenBy: leader.account, organ, officer: null, what: text, due },
      petitions: petition === null ? [] : [petition],
      // the organ that arranges the day follows it, so that whoever asks at the window is told
      shownTo: host === leader.organ ? [] : [host],
    })
  }
}

/** What was written in a booking, opened for the house itself. */
async function textsOf(house: ReceptionHouse, stream: string): Promise<ReadonlyMap<string, string>> {
  const [rows = []] = await fly(house.work, [
    {
      name: 'booking pieces of the house',
      text: 'select stream_id, ref, cohort, box from sealed where stream_id = $1',
      values: [stream],
    },
  ])
  return openPieces(house.keys, rows as unknown as readonly Box[])
}
