/** The next round of a regular campaign opens by itself, once, whoever else tries at the same time (docs/adr/0046). */
import { createHash } from 'node:crypto'
import { type Box, openPieces } from '../../identity/seal.ts'
import { isAfter } from '../../kernel/day.ts'
import { type Prose, readProse } from '../../kernel/prose.ts'
import { carryOut, commandScreening } from './commanding.ts'
import type { ScreeningHouse } from './house.ts'
import { periodAround } from './period.ts'
import { reportersAmong } from './places.ts'
import { screeningOfHouse } from './queries.ts'
import { idOf, streamOf } from './room.ts'
import type { PlannedArea, Screening } from './screening.ts'
import { nextOn } from './tables.ts'
import { worldAt } from './world.ts'

const viewer = { kind: 'system', task: 'screening-rounds' } as const
const idBytes = 16

/** The stream of the round in which a day lies: the same for everybody who asks, so that it can be there only once. */
export const streamOfRound = (first: string, from: string): string =>
  streamOf(createHash('sha256').update(`${first} ${from}`).digest().subarray(0, idBytes).toString('base64url'))

/**
 * Opens the round that today lies in and says so in the one before. Rounds that passed while the house stood still are not opened: nobody
 * could report in them. True when the round is there and was not before.
 */
export async function openNextRound(house: ScreeningHouse, stream: string): Promise<boolean> {
  const screening = await screeningOfHouse(house, stream)
  const today = house.today()
  const from = screening && nextOn(screening)
  if (!screening?.round || from === null || isAfter(from, today)) return false
  const { round } = screening
  const first = round.first ?? stream
  const next = streamOfRound(first, periodAround(today, round.rhythm).from)
  const said = await saidIn(house, stream, screening)
  const areas = areasAgain(screening, house)
  // erased since, or nobody is left who could report: nothing follows from it
  if (said === null || areas.length === 0) return false
  const { category, keeper } = screening
  const opened = await carryOut(house, {
    ...{ stream: next, type: 'OpenScreening', body: said, viewer, actor: { kind: 'house', task: viewer.task } },
    beside: { keeper, category, rhythm: round.rhythm, areas, due: null, first, number: round.number + 1 },
    ...{ sealedOn: today, world: worldAt(keeper, house), expected: 'new' },
  })
  // somebody else was faster, or this was cut off after it: the round is there
  if (!opened.ok && opened.error.kind !== 'stream-exists') return false
  const body = { next: idOf(next) }
  return (await commandScreening(house, { stream, type: 'RecordNextRound', body, viewer })).ok
}

/** Whoever looked for disputes there does so again; houses are named anew each time. */
function areasAgain({ areas }: Screening, { directory }: ScreeningHouse): readonly PlannedArea[] {
  const reporter = reportersAmong(directory)
  return areas.flatMap(({ area, screeners }) => {
    const organ = reporter(area)
    return organ === null ? [] : [{ area, organ, screeners }]
  })
}

/** Each stream has a key of its own, so what is said is sealed anew. */
async function saidIn(
  house: ScreeningHouse,
  stream: string,
  { title, brief }: Screening,
): Promise<{ readonly title: Prose; readonly brief: Prose } | null> {
  const { rows } = await house.work.query<Box>(
    'select stream_id, ref, cohort, box from sealed where stream_id = $1 and ref = any ($2)',
    [stream, [title.ref, brief.ref]],
  )
  const texts = await openPieces(house.keys, rows as never)
  const [said, asked] = [title, brief].map(({ ref }) => readProse(texts.get(ref) ?? '', { max: 20_000, min: 1 }))
  return said?.ok && asked?.ok ? { title: said.value, brief: asked.value } : null
}
