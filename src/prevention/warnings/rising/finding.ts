/** What rises tonight: every node held against what was to be expected of it, and of those that overlap only the one that shows it best. */
import { believedBelow, type Compared, limitFor, weightOf } from './discovery.ts'
import {
  dispersionOf,
  expectedOf,
  type Level,
  levelOf,
  type Scatter,
  scatterOf,
  usualDispersion,
  type Window,
  windows,
} from './expecting.ts'
import { commonOf, type Forest, guardWeeks, keyOf, type Node, topOf } from './node.ts'
import { type Season, seasonsOf } from './season.ts'
import { bandOf, chanceOfAtLeast, type Spread } from './tails.ts'

/** Fewer than these are never warned of: chance is not told apart, and people might be. */
export const fewest = 5
/** A rise by less than this is nothing that anybody can act on, however sure it is. */
export const leastTimes = 1.3
/** With less behind it nothing is expected of anything. */
export const leastKnownWeeks = guardWeeks + 8

/** How the one chance of error is shared out among the three windows. */
const shareOf: Readonly<Record<Window, number>> = { 1: 0.3, 2: 0.6, 4: 0.1 }

/** A warning that is open, or was answered not long ago: what it has told already is not told again. */
export interface Told {
  readonly place: string
  readonly category: string
  /** Null while it is open: it tells all that rises in it. Once it was answered it tells no more than the level at which that was. */
  readonly perWeek: number | null
}

export interface Rise {
  readonly place: string
  readonly category: string
  readonly window: Window
  readonly count: number
  readonly expected: number
  /** Between which counts nineteen of twenty would lie if nothing had changed. */
  readonly low: number
  readonly high: number
  /** How likely so many are if nothing has changed, all three windows counted in. */
  readonly chance: number
  /** How much more its counts scatter than chance alone; 1 for not at all. */
  readonly dispersion: number
  readonly isSeasonKnown: boolean
}

export interface Looked {
  readonly rises: readonly Rise[]
  readonly series: number
  /** Those that were believed before what overlaps was put together. */
  readonly believed: number
}

export interface Looking {
  /** Weeks that the register covers; what came before it began is not known to be nothing. */
  readonly knownWeeks: number
  readonly told: readonly Told[]
}

interface Measured extends Compared {
  readonly node: Node
  readonly season: Season
  readonly level: Level
  readonly window: Window
  readonly spread: Spread
  readonly dispersion: number
}

/** Scatter as it is taken for before anybody has measured it. */
const roughly = 1.5

/** Between two yields lies so little work that nobody who waits for the house notices. */
const nodesAtOnce = 500

/** All at once, for whoever has nothing else to do. */
export function findRises(forest: Forest, looking: Looking): Looked {
  const steps = lookForRises(forest, looking)
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value
}

/** Yields now and then how many nodes were looked at, so that a house that serves people can do so in between. */
export function* lookForRises(forest: Forest, { knownWeeks, told }: Looking): Generator<number, Looked> {
  const nodes = [...forest.nodes.values()]
  if (knownWeeks < leastKnownWeeks) return { rises: [], series: nodes.length, believed: 0 }
  const seasons = seasonsOf(forest.whole, knownWeeks)
  const usual = yield* usualScatter(nodes, seasons, knownWeeks)
  const compared: Measured[] = []
  const all = { count: nodes.length, weight: 0 }
  for (let at = 0; at < nodes.length; at += 1) {
    if (at % nodesAtOnce === 0) yield at
    const node = nodes[at] as Node
    const season = seasons.get(topOf(node.category)) ?? null
    const level = levelOf(node, season, knownWeeks, usual(node, 1))
    all.weight += weightOf({ couldShow: level.perWeek * 2 })
    const measured = measure(node, season, level, knownWeeks, usual)
    if (measured) compared.push(measured)
  }
  const believed = believedBelow(compared, all)
  const sure = compared.filter((each) => each.chance <= limitFor(each, believed, all))
  const rises = apart(sure, (each) => limitFor(each, believed, all), { forest, seasons, knownWeeks, told, usual })
  return { rises, series: nodes.length, believed: sure.length }
}

type Usual = (node: Node, window: Window) => number

const kindOf = ({ place, category }: Node): string => `${topOf(category)} ${category.includes('.')} ${place.length}`

/** How much the counts of its kind scatter: of one first level of categories, at one level of places. */
function* usualScatter(
  nodes: readonly Node[],
  seasons: ReadonlyMap<string, Season>,
  known: number,
): Generator<number, Usual> {
  const scatters = new Map<string, Readonly<Record<Window, Scatter[]>>>()
  for (let at = 0; at < nodes.length; at += 1) {
    if (at % nodesAtOnce === 0) yield at
    const node = nodes[at] as Node
    const season = seasons.get(topOf(node.category)) ?? null
    const level = levelOf(node, season, known, roughly)
    const kind = kindOf(node)
    const ofKind: Readonly<Record<Window, Scatter[]>> = scatters.get(kind) ?? { 1: [], 2: [], 4: [] }
    for (const window of windows) ofKind[window].push(scatterOf(node, season, known, level, window, roughly))
    scatters.set(kind, ofKind)
  }
  const usual = new Map(
    [...scatters].map(([kind, of]) => [kind, windows.map((window) => usualDispersion(of[window]))] as const),
  )
  return (node, window) => usual.get(kindOf(node))?.[windows.indexOf(window)] ?? 1
}

const countOf = ({ weeks }: Node, window: Window): number => {
  let count = 0
  for (let week = 0; week < window; week += 1) count += weeks[week] as number
  return count
}

/** Null for what cannot be a rise: too few, or no more than was to be expected. */
function measure(node: Node, season: Season, level: Level, known: number, usual: Usual): Measured | null {
  if (countOf(node, 4) < fewest) return null
  let best: Measured | null = null
  for (const window of windows) {
    const count = countOf(node, window)
    const plain = expectedOf(level, season, 1, 0, window)
    if (count < fewest || count < leastTimes * plain.mean) continue
    const inGeneral = usual(node, window)
    const dispersion = dispersionOf(scatterOf(node, season, known, level, window, inGeneral), inGeneral)
    const spread = expectedOf(level, season, dispersion, 0, window)
    const chance = Math.min(1, chanceOfAtLeast(count, spread) / shareOf[window])
    if (best !== null && best.chance <= chance) continue
    best = { node, season, level, window, spread, dispersion, chance, couldShow: level.perWeek * 2 }
  }
  return best
}

interface Around {
  readonly forest: Forest
  readonly seasons: ReadonlyMap<string, Season>
  readonly knownWeeks: number
  readonly told: readonly Told[]
  readonly usual: Usual
}

/**
 * The most unlikely first. What it has more than was expected is taken from everything that overlaps with it; whatever is still unlikely then
 * rises by itself. A township whose rise is one village’s is thus told by the village, and a village that does what all do by the township.
 */
function apart(sure: readonly Measured[], limit: (each: Measured) => number, around: Around): readonly Rise[] {
  const ordered = sure.toSorted(
    (a, b) =>
      a.chance - b.chance ||
      b.node.place.length - a.node.place.length ||
      b.node.category.length - a.node.category.length ||
      (keyOf(a.node.place, a.node.category) < keyOf(b.node.place, b.node.category) ? -1 : 1),
  )
  const told: Told[] = [...around.told]
  const rises: Rise[] = []
  for (const each of ordered) {
    const { node, window, spread } = each
    const left = countOf(node, window) - sumOf(told.map((known) => explained(node, known, window, around)))
    if (left < fewest || left < leastTimes * spread.mean) continue
    if (chanceOfAtLeast(left, spread) / shareOf[window] > limit(each)) continue
    const named = sharpest(each, ordered)
    rises.push(riseOf(named))
    told.push({ place: named.node.place, category: named.node.category, perWeek: null })
  }
  return rises
}

/** So much of a rise must be in something narrower for that to be what is told. */
const mostOfIt = 0.9

/** What rises is named as narrowly as nearly all of it allows: the kind within its first level, the village within its township. */
function sharpest(each: Measured, sure: readonly Measured[]): Measured {
  const key = ({ node }: Measured): string => keyOf(node.place, node.category)
  const whole = moreThanExpected(each, each.window)
  const narrower = sure.filter(
    (other) =>
      commonOf(other.node, each.node) === key(other) && moreThanExpected(other, each.window) >= mostOfIt * whole,
  )
  const narrowness = ({ node: { place, category } }: Measured): number =>
    2 * place.length + Number(category.includes('.'))
  return narrower.reduce((best, other) => (narrowness(other) > narrowness(best) ? other : best), each)
}

const moreThanExpected = ({ node, season, level }: Measured, window: Window): number =>
  countOf(node, window) - expectedOf(level, season, 1, 0, window).mean

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, each) => sum + each, 0)

/** How much of what a node has is told already, because it is also in something that was told. */
function explained(node: Node, known: Told, window: Window, { forest, seasons, knownWeeks, usual }: Around): number {
  const key = commonOf(node, known)
  const common = key === null ? undefined : forest.nodes.get(key)
  if (common === undefined) return 0
  const season = seasons.get(topOf(common.category)) ?? null
  const level = levelOf(common, season, knownWeeks, usual(common, 1))
  const more = Math.max(0, countOf(common, window) - expectedOf(level, season, 1, 0, window).mean)
  if (known.perWeek === null) return more
  const whole = forest.nodes.get(keyOf(known.place, known.category))
  const now = whole ? countOf(whole, window) : 0
  return now === 0 ? 0 : more * Math.min(1, (known.perWeek * window) / now)
}

function riseOf({ node, season, window, spread, chance, dispersion }: Measured): Rise {
  const { place, category } = node
  return {
    ...{ place, category, window, count: countOf(node, window), expected: spread.mean, ...bandOf(spread) },
    ...{ chance, dispersion, isSeasonKnown: season !== null },
  }
}

/** A week of a node beside what was to be expected of it, as a chart shows it. */
export interface ShownWeek {
  readonly count: number
  readonly expected: number
  readonly low: number
  readonly high: number
}

/** The last so many weeks, the newest first, by the level that is expected now. */
export function shownWeeks(node: Node, forest: Forest, knownWeeks: number, atMost: number): readonly ShownWeek[] {
  const season = seasonsOf(forest.whole, knownWeeks).get(topOf(node.category)) ?? null
  const level = levelOf(node, season, knownWeeks, roughly)
  const dispersion = dispersionOf(scatterOf(node, season, knownWeeks, level, 1, roughly), roughly)
  return Array.from({ length: Math.min(atMost, knownWeeks) }, (_, week) => {
    const spread = expectedOf(level, season, dispersion, week, week + 1)
    return { count: node.weeks[week] as number, expected: spread.mean, ...bandOf(spread) }
  })
}
