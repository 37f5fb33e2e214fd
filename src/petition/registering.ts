/** Registration: the one command that makes a stream, draws the number and hands out the keys. */
import { randomInt, randomUUID } from 'node:crypto'
import type { z } from 'zod'
import type { Json, Actor as Recorder } from '../engine/envelope.ts'
import { execute } from '../engine/execute.ts'
import type { EngineRefusal, Idempotency } from '../engine/room.ts'
import { staffActorOf } from '../identity/actor.ts'
import { cohortOf } from '../identity/cohort.ts'
import { sealProse } from '../identity/prose-sealing.ts'
import { poolsFor, scopeOfRegistering } from '../identity/scope.ts'
import type { Day } from '../kernel/day.ts'
import type { OrganId } from '../kernel/organ.ts'
import { numberFrom, type PetitionNumber } from '../kernel/petition-number.ts'
import type { Prose } from '../kernel/prose.ts'
import { err, ok, type Result } from '../kernel/result.ts'
import type { Viewer } from '../kernel/viewer.ts'
import { wholeCountry } from '../law/codes/regions.ts'
import { attached } from './attaching.ts'
import type { registrationBody } from './contract.ts'
import { decide } from './decide.ts'
import { receiptOf } from './evidence.ts'
import type { Directory, PetitionHouse } from './house.ts'
import { rowsOfRegistration } from './masked-words.ts'
import { officialsOf } from './officials.ts'
import type { Command, Fact, Petition, Refusal } from './petition.ts'
import { petitionRoom } from './room.ts'
import { accusedAbove } from './routing/accused.ts'
import { lawAtRegistration, worldUnder } from './world.ts'

export type RegistrationInput = z.output<typeof registrationBody>

/** Another system's name and its own number for a matter. Either may name somebody, so both are sealed. */
export interface Imported {
  readonly source: Prose
  readonly id: Prose
}

export interface Registering {
  readonly input: RegistrationInput
  readonly viewer: Viewer
  readonly idempotency?: Idempotency
  /** Where it came from, when it was imported. */
  readonly imported?: Imported
  /** The number to try on the n-th draw; random unless given. */
  drawNumber?(draw: number): PetitionNumber
}

export interface Registered {
  readonly number: PetitionNumber
  readonly keys: readonly { readonly person: string; readonly key: string }[]
  readonly organ: OrganId
  readonly receivedOn: Day
  readonly registeredAt: string
  /** What the petitioner takes home, signed: a note (src/proof/receipt.ts). */
  readonly receipt: string
  readonly petition: Petition
  readonly replayed: boolean
}

export type RegistrationRefusal =
  | Refusal
  | EngineRefusal
  | { readonly kind: 'no-bureau-for-place'; readonly place: string }
  | { readonly kind: 'file-not-uploaded' }
  | { readonly kind: 'no-such-petition' }

/** How often a number is drawn anew when it is taken: a day has 10^8. */
const mostDraws = 5

export async function registerPetition(
  house: PetitionHouse,
  said: Registering,
): Promise<Result<Registered, RegistrationRefusal>> {
  const organ = organFor(house, said)
  if (!organ) return err({ kind: 'no-bureau-for-place', place: said.input.place })
  const input = await attached(house, said.input)
  if (!input) return err({ kind: 'file-not-uploaded' })
  const registering = { ...said, input }
  for (let draw = 1; ; draw += 1) {
    const number = registering.drawNumber?.(draw) ?? randomNumber(house.today())
    const attempt = await registerUnder(house, registering, organ, number)
    if (attempt.ok || attempt.error.kind !== 'stream-exists' || registering.imported || draw === mostDraws)
      return attempt
  }
}

const randomNumber = (today: Day): PetitionNumber => numberFrom(today, String(randomInt(100_000_000)).padStart(8, '0'))

/** Staff register for their own organ; a petitioner's message goes where it says, or to the bureau of its place. */
function organFor({ directory }: PetitionHouse, { input, viewer }: Registering): OrganId | undefined {
  if (viewer.kind === 'staff') return viewer.organ
  return input.organ ?? bureauFor(input, directory)
}

/** The nearest bureau that the matter does not accuse: past an accused county it is the prefecture's (art. 30 (3)). */
function bureauFor(
  { place, about, class: petitionClass }: RegistrationInput,
  directory: Directory,
): OrganId | undefined {
  const matter = { class: petitionClass, about: about.map((complained) => ({ ...complained, official: null })) }
  const places = [12, 9, 6, 4, 2, 0].filter((length) => length <= place.length).map((length) => place.slice(0, length))
  const bureaus = places.map((code) => directory.bureauOf(code)?.id)
  return bureaus.find((bureau) => bureau && accusedAbove(matter, bureau, directory) === null)
}

async function registerUnder(
  house: PetitionHouse,
  { input, viewer, idempotency, imported }: Registering,
  organ: OrganId,
  number: PetitionNumber,
): Promise<Result<Registered, RegistrationRefusal>> {
  const on = house.today()
  const recordedAt = house.now()
  const key = await house.keys.of(number, cohortOf(on, input.class))
  const { command: sealed, rows } = sealProse(key, { ...input, imported: imported ?? null })
  const officials = await officialsOf(house, input.about)
  const actor = viewer.kind === 'staff' ? staffActorOf(viewer) : { kind: 'house', task: imported ? 'import' : 'portal' }
  const registration = registrationOf(sealed, officials, viewer, organ, on)
  const command = { type: 'Register', ...registration, on, actor } as Command
  const seed = idempotency ? `${idempotency.scope}\n${idempotency.key}` : randomUUID()
  const keys = input.people.map((_, index) => ({
    person: `p${index + 1}`,
    ...house.petitionerKey(`${seed}\n${number}\np${index + 1}`),
  }))
  const law = lawBinding(house, organ, registration.receivedOn)
  const world = worldUnder(law, house.directory, house.calendars)
  const sign = await house.receiptSigner()
  const executed = await execute(poolsFor(house, viewer), {
    room: petitionRoom,
    stream: number,
    expectedVersion: 'new',
    // Whoever holds the key of another petition is nobody yet in this one.
    by: recorderOf(viewer.kind === 'petitioner' ? { kind: 'anyone' } : viewer, imported),
    recordedAt,
    scope: scopeOfRegistering(viewer, on),
    decide: (state) => decide(state, command, world),
    sealed: rowsOfRegistration(key, rows, sealed, input),
    beside: {
      blind_index: await house.blind.rows(input.people.map((person) => identifiersOf(person, input.place))),
      petition_key: keys.map(({ person, digest }) => ({ person, digest })),
    },
    // Nobody is told by telephone today of what another system received years ago.
    jobs: (facts) => (imported ? [] : house.outgoing(facts)),
    response: ({ facts: [registered] }, [entry]) => ({
      number,
      registeredAt: recordedAt,
      receipt: sign(
        receiptOf({ stream: number, version: 1, recordedAt }, registered as Fact, entry as Uint8Array, law),
      ),
    }),
    ...(idempotency ? { idempotency } : {}),
  })
  if (!executed.ok) return executed
  const { state, response, replayed } = executed.value
  if (state === null) return err({ kind: 'no-such-petition' })
  return ok(registeredFrom(state, response, replayed, { seed, house }))
}

/** A repeat of the same request gets the same number and, since keys follow from the request's own key, the same keys. */
function registeredFrom(
  state: Petition,
  response: Json,
  replayed: boolean,
  { seed, house }: { seed: string; house: PetitionHouse },
): Registered {
  const { number, registeredAt, receipt } = response as Answered
  const keys = state.people.map(({ ref }) => ({
    person: ref,
    key: house.petitionerKey(`${seed}\n${number}\n${ref}`).key,
  }))
  const { registrar: organ, receivedOn } = state
  return { number, keys, organ, receivedOn, registeredAt, receipt, petition: state, replayed }
}

/** What is kept of an answer for a repeat of the request. */
type Answered = {
  readonly number: PetitionNumber
  readonly registeredAt: string
  readonly receipt: string
}

type SealedInput = ReturnType<typeof sealProse<RegistrationInput & { imported: Imported | null }>>['command']

/** The petitioner at the portal cannot say how it came in, when it was received or that it was read back. */
/** The law at that organ when the matter came in; an organ that is not there is refused by it. */
const lawBinding = (house: PetitionHouse, organ: OrganId, receivedOn: Day) =>
  lawAtRegistration(house.laws, house.directory.find(organ) ?? { region: wholeCountry }, receivedOn)

function registrationOf(
  input: SealedInput,
  officials: Awaited<ReturnType<typeof officialsOf>>,
  viewer: Viewer,
  organ: OrganId,
  on: Day,
) {
  const trusted = viewer.kind === 'staff' || input.imported !== null
  const { receivedOn, channel, oral, track, ...rest } = input
  return {
    ...rest,
    organ,
    channel: trusted ? channel : 'online',
    oral: trusted ? oral : null,
    track: trusted ? track : 'ordinary',
    receivedOn: (trusted ? receivedOn : null) ?? on,
    about: input.about.map((complained, index) => ({ ...complained, ...officials[index] })),
    claims: input.claims.map((text, index) => ({ ref: `c${index + 1}`, text })),
    people: input.people.map((person, index) => ({ ref: `p${index + 1}`, ...person })),
    materials: input.materials.map((material, index) => ({ ref: `f${index + 1}`, ...material })),
  }
}

const identifiersOf = (person: RegistrationInput['people'][number], region: string) => ({
  idNumber: person.idNumber?.text,
  phone: person.phone?.text,
  name: person.name?.text,
  // A matter known only by its prefecture is found there: the county's digits are nought.
  region: region.padEnd(6, '0'),
})

const inStead = (actsFor: readonly string[] | undefined) => (actsFor === undefined ? {} : { for: actsFor })

/** Who is recorded as having done it: ids only. */
export function recorderOf(viewer: Viewer, imported?: unknown): Recorder {
  switch (viewer.kind) {
    case 'staff':
      return { kind: 'staff', account: viewer.account, organ: viewer.organ, ...inStead(viewer.actsFor) }
    case 'petitioner':
      return { kind: 'petitioner', person: viewer.person }
    case 'system':
      return { kind: 'system', task: viewer.task }
    case 'anyone':
      return imported ? { kind: 'system', task: 'import' } : { kind: 'anyone' }
  }
}
