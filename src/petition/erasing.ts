/**
 * Carrying out an erasure that was approved: first the files and what lies outside the database, then the rows, last the fact. It
 * can be cut off anywhere and is taken up again by the next sweep, because until that fact the petition counts as approved only.
 */
import type { PoolClient } from 'pg'
import { execute } from '../engine/execute.ts'
import { fold, readHistory } from '../engine/history.ts'
import type { Due, Sweep } from '../engine/sweep.ts'
import { poolsFor, scopeOf } from '../identity/scope.ts'
import type { PetitionNumber } from '../kernel/petition-number.ts'
import { err } from '../kernel/result.ts'
import { decide } from './decide.ts'
import type { Decision } from './decision.ts'
import type { PetitionHouse } from './house.ts'
import type { Fact, State, World } from './petition.ts'
import { petitionRoom } from './room.ts'
import { lawShown, worldUnder } from './world.ts'

/** What was sent about a petition, and by which way: a carrier may still have it. */
export interface SentNotice {
  readonly id: string
  readonly channel: string
}

export interface Erasing {
  readonly house: PetitionHouse
  /** Takes back messages that lie in the house's spool: they name a telephone or an address. */
  forgetMessages(notices: readonly SentNotice[]): Promise<void>
  /** Whether another room still needs what the petition holds, as evidence. */
  mustKeep(number: PetitionNumber): Promise<boolean>
  /** Streams of other rooms from which messages went to whoever petitioned. */
  streamsBeside(number: PetitionNumber): Promise<readonly string[]>
}

/**
 * Where something lies of what people wrote or who they are, or of how they were reached. A new table with a `stream_id` belongs
 * here or among those that hold nothing of it (test/erasure.test.ts says which those are, and why).
 */
export const tablesOfContent = [
  'sealed',
  'blind_index',
  'petition_key',
  'notice',
  'outbox',
  'answer_print',
  'search_row',
  'repeat_print',
  'suggested_choice',
  'topic_line',
  'topic_petition',
] as const

/** Carries out everything that was approved, one petition after the other. */
export function dueErasures(erasing: Erasing): Sweep<Due> {
  return {
    name: 'erasures',
    async due(after, atMost) {
      const { rows } = await erasing.house.work.query<{ stream_id: string }>(
        `select stream_id from erasure where state = 'approved' and stream_id not like '%:%' and stream_id > $1
          order by stream_id limit $2`,
        [after ?? '', atMost],
      )
      return rows.map(({ stream_id: stream }) => ({ key: stream, stream }))
    },
    act: ({ stream }) => eraseContent(erasing, stream as PetitionNumber),
  }
}

/** Of two petitions with one file that are erased at once, each would leave it to the other: so one at a time, house-wide. */
const oneAtATime = 7_515_001

export async function eraseContent(
  { house, forgetMessages, mustKeep, streamsBeside }: Erasing,
  number: PetitionNumber,
): Promise<boolean> {
  if (!(await isApproved(house, number)) || (await mustKeep(number))) return false
  const client = await house.work.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [oneAtATime])
    await discardFiles(house, client, number)
    await forgetMessages(await noticesOf(client, [number, ...(await streamsBeside(number))]))
    await removeRows(client, number)
    return await recordErased(house, number)
  } finally {
    // the lock goes with the connection, which is not used again
    client.release(true)
  }
}

/** By the facts themselves. A row of a read model, which the running house may write, is no reason to destroy anything. */
async function isApproved(house: PetitionHouse, number: PetitionNumber): Promise<boolean> {
  const { facts } = await readHistory<Fact>(house.work, number)
  const state = fold(
    petitionRoom,
    null,
    facts.map(({ fact }) => fact),
  )
  return underOwnLaw(house, state, (world) => decide(state, commandOf(house), world)).ok
}

/** An approved erasure is carried out under the law that the petition is under; without it nothing is destroyed. */
function underOwnLaw(house: PetitionHouse, state: State, decided: (world: World) => Decision): Decision {
  return state
    ? decided(worldUnder(lawShown(house.laws, state), house.directory, house.calendars))
    : err({ kind: 'not-registered' })
}

const commandOf = (house: PetitionHouse) =>
  ({ type: 'EraseContent', on: house.today(), actor: { kind: 'house', task: 'erasure' } }) as const

async function discardFiles(house: PetitionHouse, client: PoolClient, stream: string): Promise<void> {
  for (const file of await lastReferences(client, stream)) await house.files.discard(file)
}

/**
 * What another room wrote about an erased petition, in a stream of its own, goes with it: the files first, then the rows; `record` says so as a
 * fact. It can be cut off anywhere and done again.
 */
export async function eraseBeside(house: PetitionHouse, stream: string, record: () => Promise<unknown>): Promise<void> {
  const client = await house.work.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [oneAtATime])
    await discardFiles(house, client, stream)
    await client.query('delete from blind_index where stream_id = $1', [stream])
    await client.query('delete from sealed where stream_id = $1', [stream])
    await record()
  } finally {
    client.release(true)
  }
}

/** The same of some pieces and files of a stream of which the rest stays. A file that another stream has, or that stays here, stays. */
export async function erasePartly(
  house: PetitionHouse,
  stream: string,
  { refs, files }: { readonly refs: readonly string[]; readonly files: readonly string[] },
  record: () => Promise<unknown>,
): Promise<void> {
  const client = await house.work.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [oneAtATime])
    for (const file of await lastReferences(client, stream)) if (files.includes(file)) await house.files.discard(file)
    await client.query('delete from sealed where stream_id = $1 and ref = any ($2)', [stream, refs])
    await record()
  } finally {
    client.release(true)
  }
}

/** The files to which no other stream refers. */
async function lastReferences(client: PoolClient, stream: string): Promise<readonly string[]> {
  const { rows } = await client.query<{ file: string }>(
    `select file from file_reference mine where stream_id = $1
      and not exists (select from file_reference other where other.file = mine.file and other.stream_id <> $1)`,
    [stream],
  )
  return rows.map(({ file }) => file)
}

async function noticesOf(client: PoolClient, streams: readonly string[]): Promise<readonly SentNotice[]> {
  const { rows } = await client.query<SentNotice>('select id, channel from notice where stream_id = any ($1)', [
    streams,
  ])
  return rows
}

/** All or nothing. A file or a message that is already gone is no matter to the next attempt. */
async function removeRows(client: PoolClient, number: PetitionNumber): Promise<void> {
  await client.query('begin')
  for (const table of tablesOfContent) await client.query(`delete from ${table} where stream_id = $1`, [number])
  await client.query('commit')
}

async function recordErased(house: PetitionHouse, number: PetitionNumber): Promise<boolean> {
  const command = commandOf(house)
  const viewer = { kind: 'system', task: 'erasure' } as const
  const executed = await execute(poolsFor(house, viewer), {
    room: petitionRoom,
    stream: number,
    expectedVersion: 'any',
    by: viewer,
    recordedAt: house.now(),
    scope: scopeOf(viewer, house.today()),
    decide: (state) => underOwnLaw(house, state, (world) => decide(state, command, world)),
  })
  return executed.ok
}
