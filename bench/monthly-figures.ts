/** The figures of a month over a whole house: how long it takes to draw them up and to count them again, and in how much memory. */
import { month, monthOf } from '../src/kernel/month.ts'
import { redraw } from '../src/register/figures/checking.ts'
import { correctionReasons } from '../src/register/figures/figures.ts'
import { publishFigures } from '../src/register/figures/publishing.ts'
import { findEdition, listEditions } from '../src/register/figures/queries.ts'
import { recount } from '../src/register/figures/recounting.ts'
import { publishAll } from './log.ts'
import type { Site } from './site.ts'

export interface FiguresMeasured {
  readonly petitions: number
  readonly month: string
  readonly cases: number
  readonly extractBytes: number
  readonly drawnSeconds: number
  readonly recountedSeconds: number
  /** The largest that the process was, and what it was before. */
  readonly grownMb: { readonly drawing: number; readonly recounting: number }
}

const viewer = { kind: 'system', task: 'bench' } as const

/** Of the month in which the last petition was registered, as if it were over: no case has ended before it that matters. */
export async function measureFigures({ size, house, rooms }: Site): Promise<FiguresMeasured> {
  await publishAll(rooms.register)
  const { rows } = await house.pools.work.query<{ day: string }>('select max(registered_on)::text as day from petition')
  const of = month(monthOf((rows[0]?.day ?? '2026-01-01') as never))
  const figures = { ...rooms.figures, today: () => '9998-01-01' as never }
  const before = (await listEditions(figures)).some((edition) => edition.month === of)
  const [published, drawing] = await watched(() =>
    publishFigures(figures, { month: of, viewer, reason: before ? correctionReasons[0] : null }),
  )
  if (!published.ok && published.error.kind !== 'figures-unchanged') throw new Error(published.error.kind)
  const edition = await findEdition(figures, { month: of, edition: 1 })
  const file = edition && (await figures.store.find('extract', edition.extract))
  if (!edition || !file) throw new Error('nothing was published')
  const [recounted, counting] = await watched(() => recount(file.read()))
  if (recounted.flaw || recounted.counts.cases !== edition.cases) throw new Error('counted otherwise')
  const again = await redraw({ work: house.pools.work, organs: figures.directory }, edition)
  if (!again.isSame) throw new Error('drawn up otherwise')
  return {
    ...{ petitions: size, month: of, cases: edition.cases, extractBytes: file.bytes },
    ...{ drawnSeconds: drawing.seconds, recountedSeconds: counting.seconds },
    grownMb: { drawing: drawing.grownMb, recounting: counting.grownMb },
  }
}

const lookEveryMs = 20

async function watched<T>(work: () => Promise<T>) {
  const before = process.memoryUsage.rss()
  let most = before
  const watch = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss())
  }, lookEveryMs)
  const began = performance.now()
  try {
    const value = await work()
    most = Math.max(most, process.memoryUsage.rss())
    return [value, { seconds: (performance.now() - began) / 1000, grownMb: (most - before) / 1e6 }] as const
  } finally {
    clearInterval(watch)
  }
}

export function printFigures({
  petitions,
  month,
  cases,
  extractBytes,
  drawnSeconds,
  recountedSeconds,
  grownMb,
}: FiguresMeasured) {
  const lines = [
    `${petitions} petitions; figures of ${month}: ${cases} cases, an extract of ${(extractBytes / 1e6).toFixed(1)} MB`,
    `  drawn up in ${drawnSeconds.toFixed(1)} s (${Math.round(petitions / drawnSeconds)} petitions/s), ${grownMb.drawing.toFixed(0)} MB more`,
    `  counted again in ${recountedSeconds.toFixed(2)} s, ${grownMb.recounting.toFixed(0)} MB more`,
  ]
  process.stdout.write(`${lines.join('\n')}\n`)
}
