/** Series whose changes are known, because we made them: for trying what is found, and how soon. The same seed gives the same series. */

export type Draw = () => number

/** Mulberry32: small, and good enough for counts. */
export function drawFrom(seed: number): Draw {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** A count of one place and category for each day, the oldest first. */
export interface Daily {
  readonly place: string
  readonly category: string
  readonly days: Uint16Array
}

export interface Making {
  readonly places: readonly string[]
  readonly categories: readonly string[]
  readonly days: number
  /** Matters a week in each series. */
  readonly perWeek: number
  /** Variance beside the mean: 1 for chance alone. */
  readonly dispersion: number
  /** How far the year swings: 0.3 is from 0.7 to 1.3 times the mean. */
  readonly season: number
  /** In this share of series something has once come three times as often for three weeks. */
  readonly pastOutbreaks: number
  readonly draw: Draw
}

/** Little comes at weekends. */
const weekdayFactors = [1.3, 1.2, 1.15, 1.15, 1.1, 0.6, 0.5] as const
const daysOfYear = 364
/** So that in the last eight weeks of whole years as many come as in the mean of the year. */
const meanDays = 28

export function makeSeries(making: Making): readonly Daily[] {
  const { places, categories, draw } = making
  return places.flatMap((place) => categories.map((category) => ({ place, category, days: makeDays(making, draw) })))
}

function makeDays({ days, perWeek, dispersion, season, pastOutbreaks }: Making, draw: Draw): Uint16Array {
  const outbreak = draw() < pastOutbreaks ? Math.floor(draw() * (days - 120)) : -100
  return Uint16Array.from({ length: days }, (_, at) => {
    const isOutbreak = at >= outbreak && at < outbreak + 21
    return drawCount(usualOn(at, perWeek, season) * (isOutbreak ? 3 : 1), dispersion, draw)
  })
}

const usualOn = (at: number, perWeek: number, season: number): number =>
  (perWeek / 7) *
  (weekdayFactors[at % 7] as number) *
  (1 + season * Math.sin((2 * Math.PI * (at + meanDays)) / daysOfYear))

/** From a day on, `times` as many come as did: what comes beside is drawn like what came. */
export function plantRise(
  series: Daily,
  from: number,
  times: number,
  { perWeek, dispersion, season, draw }: Pick<Making, 'perWeek' | 'dispersion' | 'season' | 'draw'>,
): void {
  for (let at = from; at < series.days.length; at += 1)
    series.days[at] =
      (series.days[at] as number) + drawCount(usualOn(at, perWeek, season) * (times - 1), dispersion, draw)
}

/** Negative binomial by way of a rate that is itself drawn; Poisson where the dispersion is 1. */
function drawCount(mean: number, dispersion: number, draw: Draw): number {
  if (mean <= 0) return 0
  return dispersion <= 1
    ? drawPoisson(mean, draw)
    : drawPoisson(drawGamma(mean / (dispersion - 1), draw) * (dispersion - 1), draw)
}

/** Knuth's, in pieces, so that large means do not run out of digits. */
function drawPoisson(mean: number, draw: Draw): number {
  let [left, count] = [mean, 0]
  while (left > 0) {
    const piece = Math.min(left, 30)
    left -= piece
    const limit = Math.exp(-piece)
    for (let product = draw(); product > limit; product *= draw()) count += 1
  }
  return count
}

const drawNormal = (draw: Draw): number =>
  Math.sqrt(-2 * Math.log(draw() || Number.MIN_VALUE)) * Math.cos(2 * Math.PI * draw())

/** Marsaglia and Tsang (2000); below 1 by way of 1 more. */
function drawGamma(shape: number, draw: Draw): number {
  if (shape < 1) return drawGamma(shape + 1, draw) * (draw() || Number.MIN_VALUE) ** (1 / shape)
  const d = shape - 1 / 3
  const c = 1 / Math.sqrt(9 * d)
  for (;;) {
    const normal = drawNormal(draw)
    const cubed = (1 + c * normal) ** 3
    if (cubed <= 0) continue
    const uniform = draw() || Number.MIN_VALUE
    if (Math.log(uniform) < 0.5 * normal * normal + d - d * cubed + d * Math.log(cubed)) return d * cubed
  }
}
