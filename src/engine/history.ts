import type { Pool } from 'pg'
import { type Head, noHead, parseFact } from './chain.ts'
import type { AnyFact, Recorded } from './envelope.ts'
import { fly, type Statement } from './flight.ts'
import type { Room, Settings } from './room.ts'

/** Everything that happened to one stream, and what its next fact hangs on. */
export interface History<Fact extends AnyFact> {
  readonly head: Head
  readonly facts: readonly Recorded<Fact>[]
}

export const noHistory: History<never> = { head: noHead, facts: [] }

/**
 * Reads a stream in order; version 0 and no facts when there is none, or when row security hides it from the viewer
 * named in `settings`. One round trip.
 */
export async function readHistory<Fact extends AnyFact>(
  pool: Pool,
  stream: string,
  settings?: Settings,
): Promise<History<Fact>> {
  const results = await fly(pool, [...settingStatements(settings), readStatement(stream)])
  const rows = results.at(-1) ?? []
  const last = rows.at(-1)
  if (last === undefined) return noHistory
  return {
    head: { version: last.version as number, hash: last.hash as Buffer },
    facts: rows.map((row) => parseFact<Fact>(row.fact as string)),
  }
}

/** The state after the facts. Throws on an impossible history. */
export function fold<State, Fact extends AnyFact>(
  room: Pick<Room<State, Fact>, 'evolve'>,
  from: State,
  facts: readonly Fact[],
): State {
  return facts.reduce((state, fact) => room.evolve(state, fact), from)
}

/** Settings that last until the end of the flight they are part of. */
export function settingStatements(settings: Settings = {}): readonly Statement[] {
  const values = Object.entries(settings).flat()
  if (values.length === 0) return []
  const each = values.flatMap((_, at) => (at % 2 === 0 ? `set_config($${at + 1}, $${at + 2}, true)` : []))
  return [{ name: `engine ${each.length} settings`, text: `select ${each.join(', ')}`, values }]
}

/** The facts of a stream in order, as text. */
export const readStatement = (stream: string): Statement => ({
  name: 'engine read stream',
  text: 'select version, fact, hash from event where stream_id = $1 order by version',
  values: [stream],
})
