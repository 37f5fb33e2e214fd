/**
 * Counts the open clocks again that a notice can move, in batches, each one transaction. It can be broken off at any moment: what has moved
 * names the new calendar and is not met again, and what has not is found by the next run.
 */
import { inTurn } from '../engine/in-turn.ts'
import { type Change, calendarsNow, changesIn, concernedBy } from './concerned.ts'
import type { CalendarHouse, Recounter } from './house.ts'

export interface Recounted {
  readonly kind: 'recounted'
  /** By which notices, as `cn@1,65@2`; empty where none was loaded. */
  readonly notices: string
  /** Clocks that were looked at one by one. */
  readonly examined: number
  /** Cases of which at least one day moved, now and in earlier runs that were broken off. */
  readonly cases: number
}

export type Recounting = Recounted | { readonly kind: 'taken' } | { readonly kind: 'broken-off' }

export interface Running {
  readonly progress?: (done: { readonly examined: number; readonly cases: number }) => void
  readonly signal?: AbortSignal
}

/** Streams in one transaction, and transactions under way at once: one is decided on while another is written. */
const batchSize = 500
const abreast = 3

/** The notices of a house in a word, in the order of their regions. */
export const noticesOf = ({ shelf }: Pick<CalendarHouse, 'shelf'>): string =>
  [...new Map(shelf.notices().map(({ region, edition }) => [region, edition]))]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([region, edition]) => `${region}@${edition}`)
    .join(',')

export async function recountAll(house: CalendarHouse, running: Running = {}): Promise<Recounting> {
  await house.shelf.refresh()
  const notices = noticesOf(house)
  const turn = await inTurn(house.work, 'recount', () => run(house, notices, running))
  return turn.isTaken ? { kind: 'taken' } : turn.value
}

async function run(house: CalendarHouse, notices: string, running: Running): Promise<Recounting> {
  await begin(house, notices)
  const tally = { examined: 0, cases: 0 }
  for (const recounter of house.recounters) {
    for (const change of await changesIn(house, recounter.table)) {
      if (!(await recountChange(house, { recounter, change, notices }, tally, running))) return { kind: 'broken-off' }
    }
  }
  return finish(house, notices, tally.examined)
}

interface Part {
  readonly recounter: Recounter
  readonly change: Change
  readonly notices: string
}

/** False where it was broken off. */
async function recountChange(
  house: CalendarHouse,
  { recounter, change, notices }: Part,
  tally: { examined: number; cases: number },
  { signal, progress }: Running,
): Promise<boolean> {
  for await (const { examined, streams } of concernedBy(house, recounter.table, change)) {
    tally.examined += examined
    await inBatches(streams, signal, async (batch) => {
      const moved = await recounter.recount(batch)
      if (recounter.isTold) tally.cases += moved.length
      if (recounter.isTold && moved.length > 0) await note(house, notices, moved.length)
      progress?.(tally)
    })
    progress?.(tally)
    if (signal?.aborted) return false
  }
  return true
}

async function inBatches(
  streams: readonly string[],
  signal: AbortSignal | undefined,
  act: (batch: readonly string[]) => Promise<void>,
): Promise<void> {
  const batches = Array.from({ length: Math.ceil(streams.length / batchSize) }, (_, at) =>
    streams.slice(at * batchSize, (at + 1) * batchSize),
  ).values()
  const walk = async (): Promise<void> => {
    for (const batch of batches) if (!signal?.aborted) await act(batch)
  }
  await Promise.all(Array.from({ length: abreast }, walk))
}

const begin = ({ work, now }: CalendarHouse, notices: string) =>
  work.query('insert into recount_run (notices, started_at) values ($1, $2) on conflict do nothing', [notices, now()])

const note = ({ work }: CalendarHouse, notices: string, cases: number) =>
  work.query('update recount_run set cases = cases + $2 where notices = $1', [notices, cases])

/** What moved, by rule and days, is counted from the cases themselves, so that it is right however often it was broken off. */
async function finish(house: CalendarHouse, notices: string, examined: number): Promise<Recounted> {
  const { work, now } = house
  await work.query(
    `insert into recount_moved (calendar, rule, from_day, to_day, clocks)
      select calendar, rule, from_day, to_day, count(*) from petition_recount where calendar = any($1) group by 1, 2, 3, 4
      on conflict (calendar, rule, from_day, to_day) do update set clocks = excluded.clocks`,
    [[...calendarsNow(house).keys()]],
  )
  const { rows } = await work.query(
    'update recount_run set finished_at = $2, examined = greatest(examined, $3) where notices = $1 returning cases::integer as cases',
    [notices, now(), examined],
  )
  return { kind: 'recounted', notices, examined, cases: rows[0]?.cases ?? 0 }
}
