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

const halfLifeWeeks = 26
/** An empty past is not certainty: half a matter more than was seen. */
const unseen = 0.5
/** Counts above so many deviations are cut down to there, for the level, and further out for the scatter. */
const cutForLevel = 2.58
const cutForScatter = 5
/** Matters that a series must have seen before its own scatter counts for half. */
const drawnBy = 20

const weights = Float64Array.from({ length: baseWeeks }, (_, at) => 0.5 ** (at / halfLifeWeeks))

/** The level of a node: matters a week, season set aside. */
export interface Level {
  readonly perWeek: number
  /** How many counts it rests on, the later ones for more. */
  readonly restsOn: number
}

const factorOf = (season: Season, week: number): number => (season === null ? 1 : (season[week % weeksOfYear] as number))

/** `usual`: how much counts scatter in general, 1 for chance alone. */
export function levelOf({ weeks }: Node, season: Season, known: number, usual: number): Level {
  const last = Math.min(known, guardWeeks + baseWeeks)
  const rough = ratio(weeks, season, last, Number.POSITIVE_INFINITY, 0)
  if (rough.perWeek < plainBelow) return rough
  return ratio(weeks, season, last, rough.perWeek, cutForLevel * Math.sqrt(usual))
}

/** Below this a week has hardly ever more than one, and there is nothing to cut. */
const plainBelow = 0.05

function ratio(weeks: Uint32Array, season: Season, last: number, level: number, cut: number): Level {
  let [seen, squared, exposure] = [0, 0, 0]
  for (let week = guardWeeks; week < last; week += 1) {
    const weight = weights[week - guardWeeks] as number
    const factor = factorOf(season, week)
    exposure += weight * factor
    const count = weeks[week] as number
    if (count === 0) continue
    const usual = level * factor
    const kept = cut === 0 ? count : Math.min(count, usual + cut * Math.sqrt(usual) + 1)
    seen += weight * kept
    squared += weight * weight * kept
  }
  if (exposure === 0) return { perWeek: 0, restsOn: 0 }
  const restsOn = squared === 0 ? unseen : Math.max(unseen, (seen * seen) / squared)
  return { perWeek: (seen + unseen) / exposure, restsOn }
}

/** How far the counts of whole blocks of weeks lie from what was expected of them, squared, beside what chance alone would make of it. */
export interface Scatter {
  readonly squared: number
  readonly byChance: number
}

export function scatterOf({ weeks }: Node, season: Season, known: number, { perWeek }: Level, window: Window): Scatter {
  const last = Math.min(known, guardWeeks + baseWeeks)
  const blocks = Math.floor((last - guardWeeks) / window)
  let [squared, byChance] = [0, 0]
  for (let block = 0; block < blocks; block += 1) {
    let [count, expected] = [0, 0]
    for (let week = guardWeeks + block * window; week < guardWeeks + (block + 1) * window; week += 1) {
      count += weeks[week] as number
      expected += perWeek * factorOf(season, week)
    }
    const off = Math.min(count - expected, cutForScatter * Math.sqrt(expected) + 1)
    squared += off * off
    byChance += expected
  }
  const free = blocks > 1 ? blocks / (blocks - 1) : 1
  return { squared: squared * free, byChance }
}

/** Never less than chance alone. */
export const dispersionOf = ({ squared, byChance }: Scatter, usual: number): number =>
  Math.max(1, (squared + drawnBy * usual) / (byChance + drawnBy))

/** How much counts scatter in general, among many nodes: one with very many counts for no more than one with enough. */
const enough = 100
export function usualDispersion(scatters: Iterable<Scatter>): number {
  let [sum, weight] = [0, 0]
  for (const { squared, byChance } of scatters) {
    if (byChance === 0) continue
    const of = Math.min(byChance, enough)
    sum += (of * squared) / byChance
    weight += of
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
