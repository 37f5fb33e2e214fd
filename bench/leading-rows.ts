/**
 * A house full of what leaders and conferences have: tasks, letters before leaders, owned cases, items and meetings, each by the rules of its
 * room, many in one transaction, with texts that are really sealed, because lists open them.
 */
import { keepSealed } from '../src/engine/entry.ts'
import type { AnyFact } from '../src/engine/envelope.ts'
import { executeMany } from '../src/engine/execute-many.ts'
import type { Room, SealedRow } from '../src/engine/room.ts'
import { cohortOf } from '../src/identity/cohort.ts'
import { sealProse } from '../src/identity/prose-sealing.ts'
import { addDays, type Day } from '../src/kernel/day.ts'
import type { OrganId } from '../src/kernel/organ.ts'
import { readProse } from '../src/kernel/prose.ts'
import type { Result } from '../src/kernel/result.ts'
import type { Sealed } from '../src/kernel/sealed.ts'
import type { Staff } from '../src/petition/queries.ts'
import { counties } from './organs.ts'
import type { Site } from './site.ts'

export interface Making {
  readonly site: Site
  readonly today: Day
  /** Whoever handles and leads in an organ. */
  readonly staffOf: (organ: string) => Staff
}

/** What is written in one of them, by the name that the commands below have for it. */
export type Texts = Readonly<Record<string, string>>

export interface Kind<State, Fact extends AnyFact> {
  readonly room: Room<State, Fact>
  readonly retention: string
  readonly count: number
  readonly textsOf: (at: number) => Texts
  readonly lifeOf: (at: number, pieces: Readonly<Record<string, Sealed>>) => readonly Fact[]
}

const together = 500
const abreast = 3

/** Names that sort as they were made and look as drawn ones do. */
export const nameAt = (room: string, at: number): string => `${room}:${String(at).padStart(22, 'B')}`

export async function makeMany<State, Fact extends AnyFact>(
  { site, today }: Making,
  { room, retention, count, textsOf, lifeOf }: Kind<State, Fact>,
): Promise<void> {
  const { keys } = site.rooms.petitions
  const cohort = cohortOf(today, retention)
  // the key of the month is made once, before hundreds ask for it
  await keys.of(nameAt(room.name, 0), cohort)
  const draft = async (at: number) => {
    const stream = nameAt(room.name, at)
    const body = Object.fromEntries(Object.entries(textsOf(at)).map(([name, text]) => [name, proseOf(text)]))
    const { command, rows } = sealProse(await keys.of(stream, cohort), body)
    return { stream, rows, facts: lifeOf(at, command as unknown as Readonly<Record<string, Sealed>>) }
  }
  let next = 0
  const make = async (): Promise<void> => {
    while (next < count) {
      const first = next
      next += together
      const drafts = await Promise.all(
        Array.from({ length: Math.min(together, count - first) }, (_, at) => draft(first + at)),
      )
      const byStream = new Map(drafts.map((each) => [each.stream, each]))
      await executeMany<State, Fact>(
        { work: site.house.pools.work },
        {
          ...{ room, streams: [...byStream.keys()], by: { kind: 'system', task: 'bench' } },
          recordedAt: `${today}T02:00:00.000Z`,
          decide: (state, stream) => (state === null ? (byStream.get(stream)?.facts ?? []) : []),
          beside: () => [keepAll(drafts.flatMap(({ rows }) => rows))],
        },
      )
    }
  }
  await Promise.all(Array.from({ length: abreast }, make))
}

/** As `keepSealed` does for one stream, for all of them. */
function keepAll(rows: readonly SealedRow[]) {
  const [first] = rows
  if (!first) throw new Error('nothing is written')
  const { values, text } = keepSealed(
    first.stream_id,
    rows.map((row) => ({ ...row, stream_id: first.stream_id })),
  )
  return {
    name: 'bench keep sealed',
    text: text
      .replace('select $1, ref', 'select stream_id, ref')
      .replace('unnest(', 'unnest($1::text[], ')
      .replace('piece (ref', 'piece (stream_id, ref'),
    values: [`{${rows.map(({ stream_id }) => `"${stream_id}"`).join()}}`, ...(values ?? []).slice(1)],
  }
}

function proseOf(text: string) {
  const read = readProse(text, { max: 4000 })
  if (!read.ok) throw new Error(read.error)
  return read.value
}

/** What follows from commands one after the other. */
export function lived<State, Command extends { readonly type: string }, Fact>(
  commands: readonly Command[],
  decide: (state: State | null, command: Command) => Result<readonly Fact[], { readonly kind: string }>,
  evolve: (state: State | null, fact: Fact) => State,
): readonly Fact[] {
  const facts: Fact[] = []
  let state: State | null = null
  for (const command of commands) {
    const decision = decide(state, command)
    if (!decision.ok) throw new Error(`${command.type}: ${JSON.stringify(decision.error)}`)
    facts.push(...decision.value)
    state = decision.value.reduce<State | null>(evolve, state)
  }
  return facts
}

/** One county after the other, so that each has as many, and a department of it. */
export function placeOf(at: number): {
  readonly county: OrganId
  readonly bureau: OrganId
  readonly department: OrganId
} {
  const county = counties[at % counties.length] as (typeof counties)[number]
  const department = county.departments[Math.floor(at / counties.length) % county.departments.length]
  return { county: county.id as OrganId, bureau: county.bureau as OrganId, department: department as OrganId }
}

/** Days before and after today, so that some of them are late. */
export const dayAt = (today: Day, at: number, from: number, until: number): Day =>
  addDays(today, from + ((at * 7919) % (until - from + 1)))
