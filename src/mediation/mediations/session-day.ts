/** The sessions that a centre holds on a day, and those of before that nobody wrote down: with time and room, and of the parties their roles alone. */
import { readAs } from '../../identity/scope.ts'
import { type Box, openPieces } from '../../identity/seal.ts'
import type { Day } from '../../kernel/day.ts'
import type { MediationKind } from '../../law/mediation.ts'
import type { MediationHouse } from './house.ts'
import type { PartyRole } from './opening-words.ts'
import { knownMediation, type Staff } from './queries.ts'

export interface SessionThatDay {
  readonly stream: string
  readonly kind: MediationKind
  readonly ref: string
  readonly day: Day
  readonly at: string
  /** Null where it was erased. */
  readonly place: string | null
  readonly roles: readonly PartyRole[]
}

/** A centre holds no more than this on one day; the rest stands on its list. */
export const mostSessions = 40

export async function sessionsUpTo(
  house: MediationHouse,
  viewer: Staff,
  today: Day,
): Promise<readonly SessionThatDay[]> {
  const rows = await readAs<{ stream_id: string }>(house, viewer, {
    name: 'mediations with a session',
    text: `select stream_id from mediation_party where organ = $1 and part = 'holder' and shelf in ('session', 'signing')
      and day <= $2::date order by day desc, stream_id limit ${mostSessions}`,
    values: [viewer.organ, today],
  })
  const known = await Promise.all(rows.map(({ stream_id }) => sessionsOf(house, viewer, stream_id, today)))
  const sessions = known.flat().toSorted((a, b) => (key(a) < key(b) ? -1 : 1))
  const texts = await placesOf(house, viewer, sessions)
  return sessions.map(({ placeRef, ...session }) => ({
    ...session,
    place: texts.get(`${session.stream} ${placeRef}`) ?? null,
  }))
}

type Sealed = Omit<SessionThatDay, 'place'> & { readonly placeRef: string }
const key = ({ day, at, stream }: Sealed): string => `${day} ${at} ${stream}`

async function sessionsOf(
  house: MediationHouse,
  viewer: Staff,
  stream: string,
  today: Day,
): Promise<readonly Sealed[]> {
  const known = await knownMediation(house, stream, viewer)
  if (known === null) return []
  const { kind, sessions, parties } = known.mediation
  return sessions
    .filter(({ day, cancelled, record }) => cancelled === null && record === null && day <= today)
    .map(({ ref, day, at, place }) => ({
      ...{ stream, kind, ref, day, at, placeRef: place.ref, roles: parties.map(({ role }) => role) },
    }))
}

async function placesOf(house: MediationHouse, viewer: Staff, sessions: readonly Sealed[]) {
  if (sessions.length === 0) return new Map<string, string>()
  const boxes = (await readAs(house, viewer, {
    name: 'places of sessions',
    text: `select stream_id, ref, cohort, box from sealed
      where (stream_id || ' ' || ref) = any (string_to_array($1, ','))
        and stream_id = any (string_to_array($2, ','))`,
    values: [
      sessions.map(({ stream, placeRef }) => `${stream} ${placeRef}`).join(),
      sessions.map(({ stream }) => stream).join(),
    ],
  })) as unknown as readonly (Box & { readonly stream_id: string; readonly ref: string })[]
  const texts = await openPieces(house.keys, boxes)
  return new Map(boxes.map(({ stream_id, ref }) => [`${stream_id} ${ref}`, texts.get(ref) ?? ''] as const))
}
