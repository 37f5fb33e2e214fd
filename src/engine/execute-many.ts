/**
 * The same act of the house on many streams, as when a holiday notice moves the days of thousands of cases: read together, decided one by
 * one, written in one transaction. Each stream gets its own facts on its own chain, as `execute` would have written them.
 */
import pg from 'pg'
import { chain, type Link, noHead, parseFact } from './chain.ts'
import { postJobsOfMany } from './entry.ts'
import type { Actor, AnyFact } from './envelope.ts'
import { arrayOf, arrayOfBytes, arrayOfTexts, fly, type Statement } from './flight.ts'
import { fold } from './history.ts'
import type { House } from './house.ts'
import { changesBetween, type Table, tablesOf, togetherFor } from './read-model.ts'
import type { OutboxJob, Room } from './room.ts'

export interface ManyExecution<State, Fact extends AnyFact> {
  readonly room: Room<State, Fact>
  readonly streams: readonly string[]
  readonly by: Actor
  /** ISO 8601, UTC. */
  readonly recordedAt: string
  /** The facts of one stream; none leaves it as it is. Runs again when another command came between, so it must be pure. */
  decide(state: State, stream: string): readonly Fact[]
  jobs?(facts: readonly Fact[], state: State): readonly OutboxJob[]
  /** What is written in the same transaction about all of them. */
  beside?(appended: readonly Appended<Fact>[]): readonly Statement[]
}

export interface Appended<Fact extends AnyFact> {
  readonly stream: string
  readonly facts: readonly Fact[]
}

/** How often one stream alone is tried, when commands keep coming between. */
const mostAttempts = 100

/**
 * Writes as the house itself (`work`). A stream on which a command came between is decided on anew, alone in the end, so that one busy
 * case holds up no other. Returns the streams that got facts.
 */
export async function executeMany<State, Fact extends AnyFact>(
  house: Pick<House, 'work' | 'bell'>,
  execution: ManyExecution<State, Fact>,
  attempt = 1,
): Promise<readonly Appended<Fact>[]> {
  const { streams } = execution
  if (streams.length === 0) return []
  const written = await attemptOnce(house, execution)
  if (written) {
    if (written.length > 0) house.bell?.ring()
    return written
  }
  if (streams.length === 1) {
    if (attempt === mostAttempts) throw new Error(`${streams[0]} changes faster than it can be written to`)
    return executeMany(house, execution, attempt + 1)
  }
  const half = Math.ceil(streams.length / 2)
  const first = await executeMany(house, { ...execution, streams: streams.slice(0, half) })
  return [...first, ...(await executeMany(house, { ...execution, streams: streams.slice(half) }))]
}

interface Draft<State, Fact extends AnyFact> extends Appended<Fact> {
  readonly links: readonly Link[]
  readonly before: State
  readonly after: State
  readonly isNew: boolean
}

/** Null where somebody else's command stands where this wanted to write. */
async function attemptOnce<State, Fact extends AnyFact>(
  { work }: Pick<House, 'work'>,
  execution: ManyExecution<State, Fact>,
): Promise<readonly Appended<Fact>[] | null> {
  const [rows = []] = await fly(work, [readStreams(execution.streams)])
  const histories = Map.groupBy(rows as unknown as readonly EventRow[], (row) => row.stream_id)
  const drafts = execution.streams
    .map((stream) => draftOf(execution, stream, histories.get(stream) ?? []))
    .filter(({ links }) => links.length > 0)
  if (drafts.length === 0) return []
  try {
    await fly(work, statementsOf(execution, await tablesOf(work, execution.room.tables), drafts))
  } catch (fault) {
    if (isCollision(fault)) return null
    throw fault
  }
  return drafts.map(({ stream, facts }) => ({ stream, facts }))
}

const isCollision = (fault: unknown): boolean =>
  fault instanceof pg.DatabaseError &&
  (fault.code === '40P01' || (fault.code === '23505' && fault.constraint === 'event_pkey'))

interface EventRow {
  readonly stream_id: string
  readonly version: number
  readonly fact: string
  readonly hash: Buffer | null
}

/** The hash is needed of the last fact alone. */
const readStreams = (streams: readonly string[]): Statement => ({
  name: 'engine read streams',
  text: `select stream_id, version, fact,
      case when lead(version) over (partition by stream_id order by version) is null then hash end as hash
    from event where stream_id = any($1::text[]) order by stream_id, version`,
  values: [arrayOf(streams)],
})

function draftOf<State, Fact extends AnyFact>(
  { room, by, recordedAt, decide }: ManyExecution<State, Fact>,
  stream: string,
  rows: readonly EventRow[],
): Draft<State, Fact> {
  const last = rows.at(-1)
  const head = last ? { version: last.version, hash: last.hash as Buffer } : noHead
  const history = rows.map((row) => parseFact<Fact>(row.fact).fact)
  const before = fold(room, room.initial, history)
  const links = chain(stream, head, decide(before, stream), by, recordedAt)
  // read back from their text before they are folded, so that the live state is the replayed one
  const facts = links.map((link) => parseFact<Fact>(link.text).fact)
  return { stream, links, facts, before, after: fold(room, before, facts), isNew: last === undefined }
}

/** Facts first, in the order of their streams, so that two of these queue at the same place. */
function statementsOf<State, Fact extends AnyFact>(
  { room, recordedAt, jobs, beside }: ManyExecution<State, Fact>,
  tables: readonly Table[],
  drafts: readonly Draft<State, Fact>[],
): readonly Statement[] {
  const changes = drafts.map(({ stream, before, after, isNew }) => ({
    stream,
    changes: changesBetween(tables, isNew ? {} : room.rows(before, stream), room.rows(after, stream)),
  }))
  const posted = drafts.flatMap(({ stream, facts, after }) =>
    (jobs?.(facts, after) ?? []).map((job) => ({ stream, ...job })),
  )
  return [
    appendToMany(drafts, recordedAt),
    ...tables.flatMap((table) => togetherFor(table, changes)),
    ...(posted.length > 0 ? [postJobsOfMany(posted, recordedAt)] : []),
    ...(beside?.(drafts) ?? []),
  ]
}

function appendToMany<State, Fact extends AnyFact>(
  drafts: readonly Draft<State, Fact>[],
  recordedAt: string,
): Statement {
  const links = drafts.flatMap((draft) => draft.links.map((link) => ({ ...link, stream: draft.stream })))
  return {
    name: 'engine append to many',
    text: `insert into event (stream_id, version, type, fact, hash, salt, recorded_at)
      select stream, version, type, fact, hash, salt, $1
      from unnest($2::text[], $3::integer[], $4::text[], $5::text[], $6::bytea[], $7::bytea[])
        as link (stream, version, type, fact, hash, salt)`,
    values: [
      recordedAt,
      arrayOf(links.map((link) => link.stream)),
      arrayOf(links.map((link) => link.version)),
      arrayOf(links.map((link) => link.type)),
      arrayOfTexts(links.map((link) => link.text)),
      arrayOfBytes(links.map((link) => link.hash)),
      arrayOfBytes(links.map((link) => link.salt)),
    ],
  }
}
