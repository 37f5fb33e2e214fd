/** Asking for a seat, and every command to a booking. */
import { randomUUID } from 'node:crypto'
import { execute } from '../../engine/execute.ts'
import { fold, readHistory } from '../../engine/history.ts'
import type { EngineRefusal, Idempotency } from '../../engine/room.ts'
import { organsLedBy } from '../../identity/account-tables.ts'
import { answeringActorOf } from '../../identity/actor.ts'
import { plainPhone } from '../../identity/blind-index.ts'
import { cohortOf } from '../../identity/cohort.ts'
import { referenceFrom } from '../../identity/petitioner-key.ts'
import { sealProse } from '../../identity/prose-sealing.ts'
import { recorderOf } from '../../identity/recorder.ts'
import { poolsFor, settingsOf } from '../../identity/scope.ts'
import type { PetitionerKey } from '../../kernel/petitioner-key.ts'
import { Prose } from '../../kernel/prose.ts'
import { err, ok, type Result } from '../../kernel/result.ts'
import type { Viewer } from '../../kernel/viewer.ts'
import { partsOf } from '../../petition/parts.ts'
import type { Fact, State } from '../../petition/petition.ts'
import { petitionRoom } from '../../petition/room.ts'
import { lawShown } from '../../petition/world.ts'
import type {
  Booking,
  BookingActor,
  BookingCommand,
  BookingCommandType,
  BookingFact,
  BookingNeed,
  BookingRefusal,
  BookingState,
  BookingWay,
  Kept,
} from './booking.ts'
import { decideBooking } from './booking-decide.ts'
import { bookingOfHouse, heldBooking, knownBooking } from './booking-queries.ts'
import type { ReceptionHouse } from './house.ts'
import { knownReception, type Staff } from './queries.ts'
import type { Reception } from './reception.ts'
import { bookingRoom, bookingStreamOf, streamOf } from './room.ts'
import { scopeOfHolder, scopeOfReception } from './scope.ts'
import { nowAt } from './world.ts'

export type BookRefusal = BookingRefusal | EngineRefusal

export interface Booked {
  readonly stream: string
  readonly version: number
  readonly booking: Booking
}

/** What somebody types, or has typed for them at the window. */
export interface Asking {
  readonly reception: string
  readonly name: Prose | null
  readonly phone: Prose | null
  readonly byMessage?: boolean
  readonly subject: Prose | null
  readonly need: BookingNeed | null
  readonly way: BookingWay
  /** Leaders whom it is about, as the public calendar names them: the day, and which of its leaders. */
  readonly about: readonly { readonly reception: string; readonly leader: number }[]
  readonly petition: string | null
  readonly carried?: boolean
}

type Petitioner = Extract<Viewer, { kind: 'petitioner' }>
export type Booker = Staff | Petitioner | Extract<Viewer, { kind: 'anyone' }>

const retentionClass = 'booking'

/** Whose seat it is within the day: the number of the telephone, else the name, else the petition. Digested under a key of the house. */
function personOf({ phone, name, petition }: Asking): string | null {
  const number = phone === null ? null : plainPhone(phone.text)
  if (number !== null) return `phone ${number}`
  const plain = name?.text
    .normalize('NFKC')
    .replace(/[\s\p{P}\p{S}]/gu, '')
    .toLowerCase()
  if (plain) return `name ${plain}`
  return petition === null ? null : `petition ${petition}`
}

/** The reference number follows from the day and the person, so that two requests of one person are one stream. */
const referenceOf = (house: ReceptionHouse, reception: string, person: string): string =>
  referenceFrom(house.petitionerKey, `booking\n${reception}\n${person}`)

/** Reads what the person sees of themselves: the petition that they name, by their key or by what staff may see. */
async function petitionNamed(house: ReceptionHouse, number: string, viewer: Viewer) {
  const { facts } = await readHistory<Fact>(poolsFor(house, viewer).app, number, settingsOf(viewer, house.today()))
  return fold<State, Fact>(
    petitionRoom,
    null,
    facts.map(({ fact }) => fact),
  )
}

/** Asks for a seat. The key is shown once; a repeat of the same request shows the same. */
export async function requestSeat(
  house: ReceptionHouse,
  { asking, viewer, idempotency }: { asking: Asking; viewer: Booker; idempotency?: Idempotency },
): Promise<Result<Booked & { readonly key: string }, BookRefusal>> {
  const looked = await lookInto(house, asking, viewer)
  return looked.ok ? requestLooked(house, { asking, viewer, looked: looked.value, idempotency }) : looked
}

interface LookedAsking {
  readonly asking: Asking
  readonly viewer: Booker
  readonly looked: Kept
  readonly idempotency: Idempotency | undefined
}

async function requestLooked(
  house: ReceptionHouse,
  { asking, viewer, looked, idempotency }: LookedAsking,
): Promise<Result<Booked & { readonly key: string }, BookRefusal>> {
  const known = await knownReception(house, streamOf(asking.reception), viewer)
  if (known === null) return err({ kind: 'no-such-reception' })
  const person = personOf(asking)
  if (person === null) return err({ kind: 'needs-name-or-phone' })
  const reference = referenceOf(house, asking.reception, person)
  const stream = bookingStreamOf(reference)
  const { name, phone, subject, need, way, petition, carried = false } = asking
  const body = { request: { name, phone, subject } }
  // without a number there is nowhere to send one
  const byMessage = phone !== null && asking.byMessage === true
  const beside = {
    reception: streamOf(asking.reception),
    reference,
    need,
    way,
    petition,
    carried,
    byMessage,
    ...looked,
  }
  const { key, digest } = house.petitionerKey(
    `booking key\n${stream}\n${idempotency ? `${idempotency.scope}\n${idempotency.key}` : randomUUID()}`,
  )
  const actor = viewer.kind === 'staff' ? await answeringActorOf(house, viewer) : ({ kind: 'holder' } as const)
  const executed = await carryOut(house, {
    ...{ stream, type: 'RequestSeat', body, beside, actor, viewer, reception: known.reception, idempotency, digest },
    cohort: cohortOf(house.today(), retentionClass),
    holds: viewer.kind !== 'staff',
  })
  return executed.ok ? ok({ ...executed.value, key }) : executed
}

/** Whom the petition accuses and names, and the leaders whom the person says it is about. */
export async function lookInto(
  house: ReceptionHouse,
  { petition: number, about }: Pick<Asking, 'petition' | 'about'>,
  viewer: Viewer,
): Promise<Result<Kept, BookRefusal>> {
  const petition = number === null ? null : await petitionNamed(house, number, viewer)
  if (number !== null && petition === null) return err({ kind: 'petition-not-found', petition: number })
  const parts = petition && partsOf(petition)
  const named = await Promise.all(
    about.map(async ({ reception, leader }) => {
      const day = await knownReception(house, streamOf(reception), viewer)
      return day?.reception.leaders[leader]?.account ?? []
    }),
  )
  const officials = [...new Set([...(parts?.officials ?? []), ...named.flat()])]
  const led = officials.length === 0 ? [] : await organsLedBy(house.app, officials, house.today())
  return ok({ keptFrom: parts?.accused ?? [], officials, led })
}

export interface BookingCommanding {
  readonly stream: string
  readonly type: Exclude<BookingCommandType, 'RequestSeat'>
  readonly body: object
  readonly viewer: Staff
  readonly expectedVersion?: number
  readonly idempotency?: Idempotency
}

/** What the table does. A booking that the viewer may not know of does not exist for them. */
export async function commandBooking(
  house: ReceptionHouse,
  { stream, type, body, viewer, expectedVersion, idempotency }: BookingCommanding,
): Promise<Result<Booked, BookRefusal>> {
  const known = await knownBooking(house, stream, viewer)
  const day = known && (await knownReception(house, known.booking.reception, viewer))
  if (!known || !day) return err({ kind: 'no-such-booking' })
  const looked = await lookedFor(house, type, body, viewer)
  if (!looked.ok) return looked
  const beside = looked.value
  return carryOut(house, {
    ...{ stream, type, body: withRefs(type, body), beside, actor: known.actor, viewer, reception: day.reception },
    ...{ cohort: cohortOf(known.booking.requestedOn, retentionClass), expected: expectedVersion, idempotency },
    holds: false,
  })
}

export interface Following {
  readonly type: 'FollowTable' | 'FollowPetition' | 'EraseBooking' | 'InformHolder'
  readonly beside?: object
  /** The day as it is now, where whoever asks has it. */
  readonly reception?: Reception
}

/** What the house does with a booking by itself; null where there is none. */
export async function commandAsHouse(
  house: ReceptionHouse,
  stream: string,
  { type, beside = {}, reception: known }: Following,
): Promise<Result<Booked, BookRefusal> | null> {
  const viewer = { kind: 'system', task: 'reception' } as const
  const booking = await bookingOfHouse(house, stream)
  const reception = known ?? (booking && (await knownReception(house, booking.reception, viewer)))?.reception
  if (!booking || !reception) return null
  return carryOut(house, {
    ...{ stream, type, body: {}, beside, viewer, reception, holds: false },
    actor: { kind: 'house', task: 'reception' },
    cohort: cohortOf(booking.requestedOn, retentionClass),
  })
}

/** Whoever names a petition must be able to see it, and learns from it who must not. */
async function lookedFor(
  house: ReceptionHouse,
  type: BookingCommandType,
  body: object,
  viewer: Staff,
): Promise<Result<object, BookRefusal>> {
  if (type !== 'ConcludeTalk') return ok({})
  const { result } = body as { readonly result: { readonly petition?: string; readonly withTalk?: boolean } }
  const number = result.petition ?? null
  if (number !== null && result.withTalk === true && !(await takesMaterial(house, number, viewer))) {
    return err({ kind: 'petition-not-open', petition: number })
  }
  const looked = await lookInto(house, { petition: number, about: [] }, viewer)
  return looked.ok ? ok({ looked: looked.value }) : looked
}

/** Whether something can still be added to a petition; one that is not there is refused for that. */
async function takesMaterial(house: ReceptionHouse, number: string, viewer: Viewer): Promise<boolean> {
  const petition = await petitionNamed(house, number, viewer)
  if (petition === null) return true
  return lawShown(house.laws, petition).permissions.AddMaterial?.at.includes(petition.stage) === true
}

/** Each promise has a name of its own, by which it becomes a task once. */
function withRefs(type: BookingCommandType, body: object): object {
  if (type !== 'ConcludeTalk') return body
  const { promises } = body as { readonly promises: readonly object[] }
  return { ...body, promises: promises.map((promise, at) => ({ ...promise, ref: `p${at + 1}` })) }
}

/** What whoever asked does themselves, having shown the key. */
export async function commandAsHolder(
  house: ReceptionHouse,
  { reference, key, type }: { reference: string; key: PetitionerKey; type: 'CancelBooking' },
): Promise<Result<Booked, BookRefusal>> {
  const held = await heldBooking(house, reference, key)
  const viewer = { kind: 'anyone' } as const
  const day = held && (await knownReception(house, held.booking.reception, viewer))
  if (!held || !day) return err({ kind: 'no-such-booking' })
  return carryOut(house, {
    ...{ stream: held.stream, type, body: {}, beside: {}, actor: { kind: 'holder' }, viewer, reception: day.reception },
    cohort: cohortOf(held.booking.requestedOn, retentionClass),
    holds: true,
  })
}

/** The day on which they were to be received was called off: the same request for the day that is offered instead. */
export async function takeOffer(
  house: ReceptionHouse,
  { reference, key, idempotency }: { reference: string; key: PetitionerKey; idempotency?: Idempotency },
): Promise<Result<Booked & { readonly key: string }, BookRefusal>> {
  const held = await heldBooking(house, reference, key)
  if (!held) return err({ kind: 'no-such-booking' })
  const viewer = { kind: 'anyone' } as const
  const day = await knownReception(house, held.booking.reception, viewer)
  const instead = day?.reception.cancelled?.instead ?? null
  if (instead === null || held.booking.stage === 'cancelled') return err({ kind: 'nothing-offered' })
  const again = (piece: { readonly ref: string } | null, part: 'identity' | 'content') => {
    const text = piece && held.texts.get(piece.ref)
    if (!text) return null
    const read = Prose.read(text, { max: 4000, part })
    return read.ok ? read.value : null
  }
  const { name, phone, subject, need, way, byMessage, keptFrom, officials, led } = held.booking
  const asking: Asking = {
    ...{
      reception: instead.slice('reception:'.length),
      need,
      way,
      byMessage,
      about: [],
      petition: held.booking.petition,
    },
    ...{
      name: again(name, 'identity'),
      phone: again(phone, 'identity'),
      subject: again(subject, 'content'),
      carried: true,
    },
  }
  // as it was found out when it was first asked for
  return requestLooked(house, { asking, viewer, looked: { keptFrom, officials, led }, idempotency })
}

interface Carried {
  readonly stream: string
  readonly type: BookingCommandType
  readonly body: object
  /** What the house itself puts into the command; there is no prose in it. */
  readonly beside: object
  readonly actor: BookingActor
  readonly viewer: Viewer
  readonly reception: Reception
  readonly cohort: ReturnType<typeof cohortOf>
  readonly expected?: number | undefined
  readonly idempotency?: Idempotency | undefined
  /** What is kept of the key of a new booking. */
  readonly digest?: string
  /** Whether the booking is theirs who acts. */
  readonly holds: boolean
}

async function carryOut(house: ReceptionHouse, carried: Carried): Promise<Result<Booked, BookRefusal>> {
  const { stream, type, body, beside, actor, viewer, reception, cohort, expected, idempotency, digest, holds } = carried
  const caseKey = await house.keys.of(stream, cohort)
  const { command: sealed, rows } = sealProse(caseKey, body)
  const command = { ...placed(type, sealed, beside), type, ...nowAt(house), actor } as BookingCommand
  const scope = (holds ? scopeOfHolder : scopeOfReception)(viewer, house.today())
  const executed = await execute<BookingState, BookingFact, BookingRefusal>(poolsFor(house, viewer), {
    room: bookingRoom,
    stream,
    expectedVersion: expected ?? 'any',
    by: recorderOf(viewer),
    recordedAt: house.now(),
    decide: (state) => decideBooking(state, command, { reception, organs: house.directory }),
    sealed: rows,
    scope: type === 'RequestSeat' ? scopeOfHolder(viewer, house.today()) : scope,
    ...(digest === undefined ? {} : { beside: { booking_key: [{ stream_id: stream, digest }] } }),
    ...(idempotency ? { idempotency } : {}),
  })
  if (!executed.ok) return executed
  const { state, version } = executed.value
  return state === null
    ? err({ kind: 'no-such-booking' })
    : ok({ stream: executed.value.stream, version, booking: state })
}

/** What the house found out about whoever asks stands in the request itself. */
const placed = (type: BookingCommandType, sealed: object, beside: object): object =>
  type === 'RequestSeat'
    ? { request: { ...(sealed as { request: object }).request, ...beside } }
    : { ...sealed, ...beside }
