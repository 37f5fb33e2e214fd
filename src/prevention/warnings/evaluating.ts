/**
 * Trying the finding out: on series that we made, and on a file of matters with day, place and kind. What is planted is known, so it can be said
 * what share is found in two weeks, how soon, and how often nothing was there.
 */
import { createReadStream } from 'node:fs'
import { createGunzip } from 'node:zlib'
import { parse } from 'csv-parse'
import { type Day, daysBetween, parseDay } from '../../kernel/day.ts'
import { type BackTest, type Delay, inTime, inTimeDays, type Planted, type Tried, tryOut } from './rising/back-test.ts'
import { type Daily, type Draw, drawFrom, type Making, makeSeries, plantRise } from './rising/synthetic.ts'

export interface Columns {
  readonly day: string
  readonly place: string
  /** One or two columns: the first level, and the kind within it. */
  readonly category: readonly string[]
}

/** As in the city records that this was first tried on. */
export const usualColumns: Columns = { day: 'open', place: 'neighborhood', category: ['subject', 'type'] }

export interface FileOfMatters {
  readonly leaves: readonly Daily[]
  readonly from: Day
  readonly until: Day
  readonly matters: number
  /** Rows without a day, a place or a kind. */
  readonly passedOver: number
}

/** Reads a CSV, gzipped if its name says so. Places get codes of counties, since nothing is known of what they lie in. */
export async function readMatters(path: string, { day, place, category }: Columns): Promise<FileOfMatters> {
  const file = createReadStream(path)
  const text = path.endsWith('.gz') ? file.pipe(createGunzip()) : file
  const rows = text.pipe(parse({ columns: true, bom: true, relax_column_count: true }))
  const codes = new Map<string, string>()
  const found: { readonly day: Day; readonly place: string; readonly category: string }[] = []
  let passedOver = 0
  for await (const row of rows as AsyncIterable<Readonly<Record<string, string>>>) {
    const on = parseDay((row[day] ?? '').slice(0, 10))
    const where = row[place]?.trim() ?? ''
    const kinds = category.map((column) => row[column]?.trim().replaceAll('.', ' ') ?? '')
    if (on === null || where === '' || kinds.some((kind) => kind === '')) {
      passedOver += 1
      continue
    }
    if (!codes.has(where)) codes.set(where, `99${String(codes.size).padStart(4, '0')}`)
    found.push({ day: on, place: codes.get(where) as string, category: kinds.join('.') })
  }
  return { ...dailyOf(found), matters: found.length, passedOver }
}

function dailyOf(found: readonly { readonly day: Day; readonly place: string; readonly category: string }[]) {
  const days = found.map((each) => each.day).toSorted()
  const [from, until] = [days[0], days.at(-1)]
  if (from === undefined || until === undefined) throw new Error('there is no matter with a day, a place and a kind')
  const length = daysBetween(from, until) + 1
  const leaves = new Map<string, Daily>()
  for (const { day, place, category } of found) {
    const key = `${place} ${category}`
    const leaf = leaves.get(key) ?? { place, category, days: new Uint16Array(length) }
    leaves.set(key, leaf)
    const at = daysBetween(from, day)
    leaf.days[at] = (leaf.days[at] as number) + 1
  }
  return { leaves: [...leaves.values()], from, until }
}

/** One line of what is reported: series of about the same base rate. */
export interface Evaluated extends Omit<Tried, 'delays'> {
  /** Matters a week before the change. */
  readonly perWeek: number
  readonly dispersion: number
  /** Planted in one village's kind, or in all villages of a township at once. */
  readonly where: 'series' | 'township'
}

const rates = [0.5, 2, 5, 10, 15, 20, 30] as const
const dispersions = [1, 1.5] as const
const [townships, villages, tops, kinds] = [10, 10, 2, 5]
const [yearsDays, nights] = [3 * 364, 56]
const rounds = 2

const madePlaces = Array.from({ length: townships * villages }, (_, at) => {
  const township = String(Math.floor(at / villages) + 101)
  return `990101${township}${String((at % villages) + 201)}`
})
const madeCategories = Array.from({ length: tops * kinds }, (_, at) => `t${Math.floor(at / kinds)}.k${at % kinds}`)

/** A thousand series for each base rate, over three years with season, weekdays and outbreaks that are past; doubled here and there in the last weeks. */
export function evaluateMade(progress: (said: string) => void = () => {}): readonly Evaluated[] {
  return dispersions.flatMap((dispersion) =>
    rates.flatMap((perWeek) => {
      progress(`${perWeek} a week, dispersion ${dispersion}`)
      return (['series', 'township'] as const).map((where) => evaluateRate(perWeek, dispersion, where))
    }),
  )
}

export function evaluateRate(perWeek: number, dispersion: number, where: Evaluated['where']): Evaluated {
  const tried = Array.from({ length: rounds }, (_, round) =>
    oneRound(
      perWeek,
      dispersion,
      where,
      drawFrom(1000 * round + Math.round(perWeek * 10) + (where === 'series' ? 0 : 7)),
    ),
  )
  return { perWeek, dispersion, where, ...together(tried) }
}

function oneRound(perWeek: number, dispersion: number, where: Evaluated['where'], draw: Draw): Tried {
  const making: Making = {
    ...{ places: madePlaces, categories: madeCategories, days: yearsDays, perWeek, dispersion },
    ...{ season: 0.3, pastOutbreaks: 0.2, draw },
  }
  const leaves = makeSeries(making)
  const first = yearsDays - nights
  const planted = where === 'series' ? plantSeries(leaves, making, first) : plantTownships(leaves, making, first)
  return tryOut({ leaves, planted, from: first, until: yearsDays - 1 })
}

const plantedSeries = 40
const plantedTownships = 6

function plantSeries(leaves: readonly Daily[], making: Making, first: number): readonly Planted[] {
  return spread(leaves.length, plantedSeries, making.draw).map((at) => {
    const leaf = leaves[at] as Daily
    const day = dayIn(first, making.draw)
    plantRise(leaf, day, 2, making)
    return { place: leaf.place, category: leaf.category, day }
  })
}

function plantTownships(leaves: readonly Daily[], making: Making, first: number): readonly Planted[] {
  return spread(townships * madeCategories.length, plantedTownships, making.draw).map((at) => {
    const place = (madePlaces[Math.floor(at / madeCategories.length) * villages] as string).slice(0, 9)
    const category = madeCategories[at % madeCategories.length] as string
    const day = dayIn(first, making.draw)
    for (const leaf of leaves)
      if (leaf.place.startsWith(place) && leaf.category === category) plantRise(leaf, day, 2, making)
    return { place, category, day }
  })
}

/** Late enough to be looked at before, early enough to be looked at for two weeks after. */
const dayIn = (first: number, draw: Draw): number => first + 7 + Math.floor(draw() * (nights - 7 - 14))

/** So many different ones of all. */
function spread(all: number, wanted: number, draw: Draw): readonly number[] {
  const chosen = new Set<number>()
  while (chosen.size < Math.min(all, wanted)) chosen.add(Math.floor(draw() * all))
  return [...chosen]
}

function together(tried: readonly Tried[]): Omit<Tried, 'delays'> {
  const sum = (of: (one: Tried) => number): number => tried.reduce((all, one) => all + of(one), 0)
  return {
    nights: sum(({ nights: of }) => of),
    series: tried[0]?.series ?? 0,
    ...inTime(tried.flatMap(({ delays }) => delays)),
    warnings: sum(({ warnings }) => warnings),
    falseAlarms: sum(({ falseAlarms }) => falseAlarms),
    falseRate: sum(({ falseRate }) => falseRate) / Math.max(1, tried.length),
  }
}

/** So much lies before the first night that is looked at. */
const warmDays = 119
const buckets = [0.5, 1, 2, 5, 10, 20, 40, Number.POSITIVE_INFINITY] as const

type InTime = ReturnType<typeof inTime>

export interface EvaluatedFile {
  /** Nothing planted: what is warned of here are rises that happened, and chance. Which, nobody has written down. */
  readonly asItIs: Omit<Tried, 'delays'>
  /** Doubled by weeks of their own past that are drawn again; by matters a week, from and to before. */
  readonly doubled: readonly (InTime & { readonly from: number; readonly to: number | null })[]
}

export function evaluateFile({ leaves }: FileOfMatters): EvaluatedFile {
  const days = leaves[0]?.days.length ?? 0
  if (days < warmDays + 28)
    throw new Error(`${days} days are too few: seventeen weeks to learn from and four to look at`)
  const nights = { from: warmDays, until: days - 1 }
  const { delays: _, ...asItIs } = tryOut({ leaves, planted: [], ...nights })
  const draw = drawFrom(311)
  const delays = new Map<number, Delay[]>(buckets.map((to) => [to, []]))
  for (let round = 0; round < fileRounds; round += 1) {
    const { planted, ofBucket, changed } = doubleSome(leaves, draw, nights)
    tryOut({ leaves: changed, planted, ...nights }).delays.forEach((delay, at) => {
      delays.get(ofBucket[at] as number)?.push(delay)
    })
  }
  const doubled = buckets.map((to) => ({
    ...{ from: leastOf(to), to: Number.isFinite(to) ? to : null },
    ...inTime(delays.get(to) ?? []),
  }))
  return { asItIs, doubled: doubled.filter(({ planted }) => planted > 0) }
}

/** Matters a week in the eight weeks before a day: what comes in winter says nothing of a doubling in spring. */
const perWeekOf = ({ days }: Daily, day: number): number =>
  days.subarray(day - rateDays, day).reduce((sum, count) => sum + count, 0) / 8
const rateDays = 56
const leastOf = (to: number): number => buckets[buckets.indexOf(to as never) - 1] ?? 0.1

const doubledAtOnce = 4
const fileRounds = 6

/** A few of each base rate, each from a day of its own. */
function doubleSome(leaves: readonly Daily[], draw: Draw, { from, until }: Pick<BackTest, 'from' | 'until'>) {
  const chosen = new Map<Daily, { readonly to: number; readonly day: number }>()
  for (const to of buckets) {
    const day = from + 7 + Math.floor(draw() * (until - from - 7 - inTimeDays))
    const eligible = leaves.filter((leaf) => perWeekOf(leaf, day) >= leastOf(to) && perWeekOf(leaf, day) < to)
    for (const at of spread(eligible.length, doubledAtOnce, draw)) chosen.set(eligible[at] as Daily, { to, day })
  }
  const planted: Planted[] = []
  const ofBucket: number[] = []
  const changed = leaves.map((leaf) => {
    const change = chosen.get(leaf)
    if (change === undefined) return leaf
    planted.push({ place: leaf.place, category: leaf.category, day: change.day })
    ofBucket.push(change.to)
    return { ...leaf, days: redrawn(leaf.days, change.day, draw) }
  })
  return { planted, ofBucket, changed }
}

/** From a day on, each week gets a whole week of the eight before the change on top, weekday by weekday. */
function redrawn(days: Uint16Array, day: number, draw: Draw): Uint16Array {
  const changed = Uint16Array.from(days)
  for (let week = day; week < days.length; week += 7) {
    const taken = day - 7 * (1 + Math.floor(draw() * 8))
    for (let at = 0; at < 7 && week + at < days.length; at += 1)
      changed[week + at] = (changed[week + at] as number) + (days[taken + at] as number)
  }
  return changed
}
