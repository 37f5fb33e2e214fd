/** What is answered of who sits in a conference, and of which conferences there are for somebody. */
import type { EngineRefusal } from '../../engine/room.ts'
import { readColleagues } from '../../identity/account-tables.ts'
import { staffActorOf } from '../../identity/actor.ts'
import type { OrganId } from '../../kernel/organ.ts'
import { err, ok, type Result } from '../../kernel/result.ts'
import { basisInWords } from '../../law/basis.ts'
import type { Call, WireRefusal } from '../../platform/http/call.ts'
import type { IdempotencyKey } from '../../platform/http/idempotency.ts'
import { holdsMeetings, isConvenor, isOffice, meetingsOf } from './acting.ts'
import { commandRoster, type Done } from './commanding.ts'
import type { ConferenceRefusal, Roster } from './conference.ts'
import type * as wire from './contract.ts'
import type { ConferenceHouse } from './house.ts'
import { conferenceLawAt } from './law-there.ts'
import { conferencesOf, lastHeld } from './listing.ts'
import { periodsOf } from './periods.ts'
import { rosterOf, type Staff, seatsToday } from './reading.ts'
import { refusalToAct } from './roster-decide.ts'
import { organRef, periodView, refusalView, seatView } from './view.ts'

const none = { kind: 'no-such-conference' } as const

/** Those in which the viewer sits, and those of their place that they may bring something before, the nearest first. */
export async function answerConferences(house: ConferenceHouse, { viewer }: Call<typeof wire.listConferences>) {
  const sitting = await conferencesOf(house, viewer)
  const own = house.directory.find(viewer.organ)
  const isNear = own !== undefined && ['bureau', 'conference'].includes(own.kind)
  const near = isNear ? conferencesAround(house, own.region) : []
  const self = holdsMeetings(own, conferenceLawAt(house, viewer.organ)) ? [viewer.organ] : []
  const all = [...new Set([...self, ...sitting, ...near])]
  return ok({ items: await Promise.all(all.map((conference) => entryOf(house, conference, viewer))) })
}

/** Of the place itself and of those around it. */
const conferencesAround = ({ directory }: ConferenceHouse, region: string): readonly OrganId[] =>
  [...directory.all()]
    .filter((organ) => organ.state === 'active' && organ.kind === 'conference')
    .filter((organ) => organ.region === '00' || region.startsWith(organ.region))
    .toSorted((a, b) => b.region.length - a.region.length)
    .map(({ id }) => id)

async function entryOf(house: ConferenceHouse, conference: OrganId, viewer: Staff) {
  const [seats, periods] = await Promise.all([seatsToday(house, conference), periodsIn(house, conference)])
  const law = conferenceLawAt(house, conference)
  const actor = staffActorOf(viewer)
  return {
    conference: organRef(house.directory, conference),
    isOffice: isOffice(actor, conference, seats),
    isConvenor: isConvenor(actor, seats),
    sits: viewer.organ === conference || seats.some(({ organ }) => organ === viewer.organ),
    maySeat: refusalToAct({ actor, conference }, { organs: house.directory, law }) === null,
    meetings: meetingsOf(house.directory.find(conference), law).map((kind) => ({
      kind,
      basis: basisInWords(law.meetings[kind].basis),
    })),
    periods,
  }
}

async function periodsIn(house: ConferenceHouse, conference: OrganId) {
  const organ = house.directory.find(conference)
  if (!organ) return []
  const law = conferenceLawAt(house, conference)
  const periods = periodsOf(organ, await lastHeld(house, conference), house.today(), law)
  return periods.map((period) => periodView(period, law))
}

export async function answerConference(
  house: ConferenceHouse,
  { viewer, params, query }: Call<typeof wire.readConference>,
) {
  const { organ } = params
  const law = conferenceLawAt(house, organ)
  if (!holdsMeetings(house.directory.find(organ), law)) return err(none)
  const { seats } = await rosterOf(house, organ)
  const refusal = refusalToAct({ actor: staffActorOf(viewer), conference: organ }, { organs: house.directory, law })
  const [names, periods, candidates] = await Promise.all([
    house.staffNames(seats.flatMap(({ account }) => account ?? [])),
    periodsIn(house, organ),
    refusal === null && query.candidatesIn ? candidatesIn(house, query.candidatesIn) : [],
  ])
  return ok({
    conference: organRef(house.directory, organ),
    seats: seats.map((seat) => seatView(seat, names, house)).toReversed(),
    periods,
    refusal: refusalView(refusal, house.directory),
    candidates,
  })
}

/** Whoever holds a post there, for whoever may seat them. */
const candidatesIn = async (house: ConferenceHouse, organ: OrganId) =>
  (await readColleagues(house.work, organ, house.today())).map(({ account, name }) => ({ account, name }))

export interface Commanding {
  readonly conference: OrganId
  readonly type: 'SeatMember' | 'EndSeat'
  readonly body: object
  readonly viewer: Staff
  readonly idempotency: IdempotencyKey | null
}

export async function answerSeating(
  house: ConferenceHouse,
  { conference, type, body, viewer, idempotency }: Commanding,
) {
  const once =
    idempotency === null
      ? {}
      : {
          idempotency: {
            scope: `conference:${viewer.account}`,
            key: idempotency.key,
            requestDigest: idempotency.digest,
          },
        }
  return seated(await commandRoster(house, { conference, type, body, viewer, ...once }))
}

function seated(
  done: Result<Done<Roster>, ConferenceRefusal | EngineRefusal>,
): Result<{ readonly organ: string; readonly version: number }, ConferenceRefusal | WireRefusal> {
  if (!done.ok) return err(done.error as ConferenceRefusal | WireRefusal)
  return ok({ organ: done.value.state.conference, version: done.value.version })
}
