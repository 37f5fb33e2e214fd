/**
 * What was to be expected of a node by its own past: its level over the last two years, the later weeks more than the earlier, times the
 * season; and how much its counts scatter beyond what chance alone does. After Noufaily and others (2013), in a form that needs no iteration:
 * the level is a weighted ratio instead of a regression, past outbreaks are cut down instead of weighed down, and the scatter is drawn to what
 * is usual, because a series with few counts does not know its own.
 */
import { baseWeeks, guardWeeks, type Node } from './node.ts'
import { type Season, weeksOfYear } from './season.ts'
import type { Spread } from './tails.ts'

/** What is looked at: the last one, two and four whole weeks. */
export const windows = [1, 2, 4] as const
export type Window = (typeof windows)[number]

/** After so many weeks the past counts for half. Who knows no season follows the last weeks more closely, because the season is in them. */
const halfLifeWeeks = { withSeason: 26, without: 8 } as const
/** An empty past is not certainty: half a matter more than was seen. */
const unseen = 0.5
/** Counts above so many deviations are cut down to there: one of a hundred, and every outbreak that is past. */
const cut = 2.58
/** What cutting takes from the scatter of counts among which there was no outbreak. */
const cutAway = 1.05
/** So many blocks, each with one matter or more, must have been seen before a series' own scatter counts for half. */
const drawnBy = 40

const weightsOf = (halfLife: number): Float64Array =>
  Float64Array.from({ length: baseWeeks }, (_, at) => 0.5 ** (at / halfLife))
const weights = { withSeason: weightsOf(halfLifeWeeks.withSeason), without: weightsOf(halfLifeWeeks.without) }
const weightsFor = (season: Season): Float64Array => (season === null ? weights.without : weights.withSeason)

/** The level of a node: matters a week, season set aside. */
export interface Level {
  readonly perWeek: number
  /** How many counts it rests on, the later ones for more. */
  readonly restsOn: number
}

const factorOf = (season: Season, week: number): number =>
  season === null ? 1 : (season[week % weeksOfYear] as number)

/** `usual`: how much counts scatter in general, 1 for chance alone. */
export function levelOf({ weeks }: Node, season: Season, known: number, usual: number): Level {
  const last = Math.min(known, guardWeeks + baseWeeks)
  const rough = ratio(weeks, season, last, 0, null)
  if (rough.perWeek < plainBelow) return rough
  return ratio(weeks, season, last, rough.perWeek, cut * Math.sqrt(usual))
}

/** Below this a week has hardly ever more than one, and there is nothing to cut. */
const plainBelow = 0.05

function ratio(weeks: Uint32Array, season: Season, last: number, level: number, most: number | null): Level {
  const weight = weightsFor(season)
  let [seen, squared, exposure] = [0, 0, 0]
  for (let week = guardWeeks; week < last; week += 1) {
    const counts = weight[week - guardWeeks] as number
    const factor = factorOf(season, week)
    exposure += counts * factor
    const count = weeks[week] as number
    if (count === 0) continue
    const usual = level * factor
    const kept = most === null ? count : Math.min(count, usual + most * Math.sqrt(usual) + 1)
    seen += counts * kept
    squared += counts * counts * kept
  }
  if (exposure === 0) return { perWeek: 0, restsOn: 0 }
  const restsOn = squared === 0 ? unseen : Math.max(unseen, (seen * seen) / squared)
  return { perWeek: (seen + unseen) / exposure, restsOn }
}

/** How far the counts of whole blocks of weeks lie from what was expected of them, squared, beside what chance alone would make of it. */
export interface Scatter {
  readonly squared: number
  readonly byChance: number
  /** How many blocks tell something: one in which less than a matter is expected tells as much less. */
  readonly blocks: number
}

export function scatterOf(
  { weeks }: Node,
  season: Season,
  known: number,
  { perWeek }: Level,
  window: Window,
  usual: number,
): Scatter {
  const last = Math.min(known, guardWeeks + baseWeeks)
  const blocks = Math.floor((last - guardWeeks) / window)
  const most = cut * Math.sqrt(usual)
  const weight = weightsFor(season)
  let [squared, byChance, telling] = [0, 0, 0]
  for (let block = 0; block < blocks; block += 1) {
    let [count, expected] = [0, 0]
    for (let week = guardWeeks + block * window; week < guardWeeks + (block + 1) * window; week += 1) {
      count += weeks[week] as number
      expected += perWeek * factorOf(season, week)
    }
    const off = Math.min(count - expected, most * Math.sqrt(expected) + 1)
    const counts = weight[block * window] as number
    squared += counts * off * off
    byChance += counts * expected
    telling += counts * Math.min(1, expected)
  }
  const free = blocks > 1 ? blocks / (blocks - 1) : 1
  return { squared: squared * free * cutAway, byChance, blocks: telling }
}

/** Never less than chance alone. */
export function dispersionOf({ squared, byChance, blocks }: Scatter, usual: number): number {
  const own = byChance === 0 ? usual : squared / byChance
  return Math.max(1, (blocks * own + drawnBy * usual) / (blocks + drawnBy))
}

/** How much counts scatter in general, among many nodes, each for as much as it tells. */
export function usualDispersion(scatters: Iterable<Scatter>): number {
  let [sum, weight] = [0, 0]
  for (const { squared, byChance, blocks } of scatters) {
    if (byChance === 0) continue
    sum += (blocks * squared) / byChance
    weight += blocks
  }
  return weight === 0 ? 1 : Math.max(1, sum / weight)
}

/** What is to be expected of the weeks from the first to before the last: chance, scatter, and that the level itself is only known so well. */
export function expectedOf(level: Level, season: Season, dispersion: number, first: number, last: number): Spread {
  let exposure = 0
  for (let week = first; week < last; week += 1) exposure += factorOf(season, week)
  const mean = level.perWeek * exposure
  return { mean, variance: dispersion * mean * (1 + mean / Math.max(level.restsOn, unseen)) }
}
