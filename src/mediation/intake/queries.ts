/** The way out of intakes: the centre sees its own, and whoever came sees theirs by number and key. */
import { arrayOf, type DatabaseRow } from '../../engine/flight.ts'
import { fold, readHistory } from '../../engine/history.ts'
import { actorIn } from '../../identity/actor.ts'
import { readAs, settingsOf } from '../../identity/scope.ts'
import { type Box, openPieces } from '../../identity/seal.ts'
import type { Day } from '../../kernel/day.ts'
import type { PetitionerKey } from '../../kernel/petitioner-key.ts'
import type { Viewer } from '../../kernel/viewer.ts'
import { mayKnow } from './decide.ts'
import type { IntakeHouse } from './house.ts'
import type { Intake, IntakeFact, IntakeStage, IntakeState, IntakeWay, LeadKind, StaffActor } from './intake.ts'
import { intakeRoom, streamOf } from './room.ts'
import { naming } from './scope.ts'

export type Staff = Extract<Viewer, { kind: 'staff' }>
const anyone: Viewer = { kind: 'anyone' }

const foldOf = (facts: readonly { readonly fact: IntakeFact }[]): Intake | null =>
  fold<IntakeState, IntakeFact>(
    intakeRoom,
    null,
    facts.map(({ fact }) => fact),
  )

export interface KnownIntake {
  readonly intake: Intake
  readonly actor: StaffActor
}

/** One intake of which the viewer may know, folded; nothing that was written is opened. */
export async function knownIntake(house: IntakeHouse, stream: string, viewer: Staff): Promise<KnownIntake | null> {
  const { facts } = await readHistory<IntakeFact>(house.app, stream, settingsOf(viewer, house.today()))
  const intake = foldOf(facts)
  if (intake === null) return null
  const actor = await actorIn(house, viewer, intake)
  return mayKnow(intake, actor, { organs: house.directory }) ? { intake, actor } : null
}

export async function intakeOfHouse(house: IntakeHouse, stream: string): Promise<Intake | null> {
  const { facts } = await readHistory<IntakeFact>(house.work, stream)
  return foldOf(facts)
}

/** Every visit with a lead of which a dispute or a mediation was begun. */
export async function visitsTo(house: IntakeHouse, began: string): Promise<readonly Intake[]> {
  const column = began.startsWith('dispute:') ? 'dispute' : 'mediation'
  const { rows } = await house.work.query<{ stream_id: string }>(
    `select stream_id from intake where ${column} = $1 order by stream_id`,
    [began],
  )
  const found = await Promise.all(rows.map(({ stream_id }) => intakeOfHouse(house, stream_id)))
  return found.filter((intake) => intake !== null)
}

export interface ReadIntake {
  readonly stream: string
  readonly intake: Intake
  readonly texts: ReadonlyMap<string, string>
}

const piecesOf = (stream: string) => ({
  name: 'intake pieces',
  text: 'select stream_id, ref, cohort, box from sealed where stream_id = $1',
  values: [stream],
})

export async function readIntake(
  house: IntakeHouse,
  stream: string,
  viewer: Staff,
): Promise<(ReadIntake & KnownIntake) | null> {
  const known = await knownIntake(house, stream, viewer)
  if (known === null) return null
  const pieces = await readAs(house, viewer, piecesOf(stream))
  return { stream, ...known, texts: await openPieces(house.keys, pieces as unknown as readonly Box[]) }
}

/** By number and key, as whoever came holds them; null where they do not fit. */
export async function heldIntake(
  house: IntakeHouse,
  reference: string,
  key: PetitionerKey,
): Promise<ReadIntake | null> {
  const stream = streamOf(reference)
  const [row] = await readAs<{ digest: Buffer }>(
    house,
    anyone,
    { name: 'intake key', text: 'select digest from intake_key where stream_id = $1', values: [stream] },
    naming(stream),
  )
  if (row === undefined || !house.isKey(key, [row.digest])) return null
  const { facts } = await readHistory<IntakeFact>(house.app, stream, naming(stream))
  const intake = foldOf(facts)
  if (intake === null) return null
  const pieces = await readAs(house, anyone, piecesOf(stream), naming(stream))
  return { stream, intake, texts: await openPieces(house.keys, pieces as unknown as readonly Box[]) }
}

/** The number of the visit from which a dispute or a mediation came, if the viewer may know of it. */
export async function visitOf(house: IntakeHouse, viewer: Staff, began: string): Promise<string | null> {
  const kind = began.startsWith('dispute:') ? 'dispute' : 'mediation'
  const rows = await readAs<{ reference: string }>(house, viewer, {
    name: `visit of ${kind}`,
    text: `select reference from intake where ${kind} = $1 order by stream_id limit 1`,
    values: [began],
  })
  return rows[0]?.reference ?? null
}

export interface IntakeRow {
  readonly stream: string
  readonly reference: string
  readonly stage: IntakeStage
  readonly way: IntakeWay
  readonly category: string
  readonly place: string
  readonly concerned: number
  readonly takenOn: Day
  readonly movedOn: Day
  readonly ledAs: LeadKind | null
  readonly petition: string | null
  /** Who came, and what it is about; null where it was erased. */
  readonly name: string | null
  readonly about: string | null
}

export interface IntakeCursor {
  readonly day: string
  readonly stream: string
}

/** The centre’s own: who waits, the first who came first; who was led on, the last first. */
export async function listIntakes(
  house: IntakeHouse,
  viewer: Staff,
  { stage, after, limit }: { readonly stage: IntakeStage; readonly after: IntakeCursor | null; readonly limit: number },
): Promise<{ readonly items: readonly IntakeRow[]; readonly next: IntakeCursor | null }> {
  const [compare, direction, first] =
    stage === 'waiting'
      ? ['>', 'asc', { day: '0001-01-01', stream: '' }]
      : ['<', 'desc', { day: '9999-12-31', stream: '~' }]
  const from = after ?? (first as IntakeCursor)
  const rows = await readAs(house, viewer, {
    name: `intake list ${stage}`,
    text: `select i.stream_id, i.reference, i.stage, i.way, i.category, i.place, i.concerned, i.taken_on::text as taken_on,
        i.moved_on::text as moved_on, i.led_as, i.petition, p.day::text as day
      from intake_party p join intake i on i.stream_id = p.stream_id
      where p.organ = $1 and p.stage = '${stage}' and (p.day, p.stream_id) ${compare} ($2::date, $3)
      order by p.day ${direction}, p.stream_id ${direction} limit $4`,
    values: [viewer.organ, from.day, from.stream, limit + 1],
  })
  const page = rows.slice(0, limit)
  const texts = await firstWords(house, viewer, page)
  const last = rows.length > limit ? rows[limit - 1] : undefined
  return {
    items: page.map((row) => rowOf(row, texts)),
    next: last ? { day: last.day as string, stream: last.stream_id as string } : null,
  }
}

type Words = ReadonlyMap<string, { readonly name: string | null; readonly about: string | null }>

/** Names and what it is about stand in the fact by which somebody was taken in. */
async function firstWords(house: IntakeHouse, viewer: Staff, rows: readonly DatabaseRow[]): Promise<Words> {
  if (rows.length === 0) return new Map()
  const streams = arrayOf(rows.map(({ stream_id }) => stream_id as string))
  const [taken, pieces] = await Promise.all([
    readAs<{ stream_id: string; fact: string }>(house, viewer, {
      name: 'intakes taken',
      text: `select stream_id, fact::jsonb -> 'fact' as fact from event where stream_id = any($1) and type = 'IntakeRecorded'`,
      values: [streams],
    }),
    readAs(house, viewer, {
      name: 'intake list pieces',
      text: 'select stream_id, ref, cohort, box from sealed where stream_id = any($1)',
      values: [streams],
    }),
  ])
  const texts = await openPieces(house.keys, pieces as unknown as readonly Box[])
  return new Map(
    taken.map(({ stream_id, fact }) => {
      const { name, about } = fact as unknown as Intake
      return [stream_id, { name: texts.get(name.ref) ?? null, about: texts.get(about.ref) ?? null }]
    }),
  )
}

const rowOf = (row: DatabaseRow, words: Words): IntakeRow => ({
  stream: row.stream_id as string,
  reference: row.reference as string,
  stage: row.stage as IntakeStage,
  way: row.way as IntakeWay,
  category: row.category as string,
  place: row.place as string,
  concerned: row.concerned as number,
  takenOn: row.taken_on as Day,
  movedOn: row.moved_on as Day,
  ledAs: row.led_as as LeadKind | null,
  petition: row.petition as string | null,
  ...(words.get(row.stream_id as string) ?? { name: null, about: null }),
})

/** Counting stops here: more than this nobody reads. */
const countedUpTo = 1000

/** How many wait, and how many were led on today. */
export async function countIntakes(
  house: IntakeHouse,
  viewer: Staff,
): Promise<{ readonly waiting: number; readonly ledToday: number }> {
  const [row] = await readAs<{ waiting: number; ledToday: number }>(house, viewer, {
    name: 'intake counts',
    text: `select
      (select count(*)::int from (select from intake_party where organ = $1 and stage = 'waiting' limit ${countedUpTo}) w) as waiting,
      (select count(*)::int from (select from intake_party where organ = $1 and stage = 'led' and day = $2::date limit ${countedUpTo}) l) as "ledToday"`,
    values: [viewer.organ, house.today()],
  })
  return row ?? { waiting: 0, ledToday: 0 }
}
