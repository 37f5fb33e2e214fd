/** What moved between two periods: by how much each value, and, where a share changed, what of it is mix and what is rate. Pure. */

export interface Pair {
  readonly now: number
  readonly before: number
}

export interface Contribution extends Pair {
  readonly value: string
  readonly change: number
  /** Of what was there before, in per mille; null where nothing was. */
  readonly growth: number | null
  /** Whether it is more than chance alone would often make of the same rate. */
  readonly isClear: boolean
}

export const growthOf = ({ now, before }: Pair): number | null =>
  before === 0 ? null : Math.round(((now - before) * 1000) / before)

/**
 * Counts of the same rate differ by chance. With a share of `now` periods as long as before, `now` out of both is binomial with a half: it is
 * clear where it lies more than twice its spread from there. A month of three against one says nothing.
 */
export const isClear = ({ now, before }: Pair): boolean => {
  const both = now + before
  return both >= 8 && Math.abs(now - before) > 2 * Math.sqrt(both)
}

/** Each value's part in the change, the largest rise first and the largest fall last. They sum to the change of the whole. */
export function contributionsOf(pairs: ReadonlyMap<string, Pair>): readonly Contribution[] {
  return [...pairs]
    .map(([value, pair]) => ({
      ...{ value, now: pair.now, before: pair.before, change: pair.now - pair.before },
      ...{ growth: growthOf(pair), isClear: isClear(pair) },
    }))
    .sort((a, b) => b.change - a.change || b.now - a.now || (a.value < b.value ? -1 : 1))
}

/** Of so many, so many were of the kind that the share is about. */
export interface Part {
  readonly value: string
  readonly now: { readonly of: number; readonly in: number }
  readonly before: { readonly of: number; readonly in: number }
}

export interface MixAndRate {
  readonly value: string
  /** Shares themselves, between nought and one; null where there was nothing. */
  readonly now: number | null
  readonly before: number | null
  /** What it adds to the change of the whole share because there is more or less of it. */
  readonly mix: number
  /** And because its own share changed. */
  readonly rate: number
}

export interface SplitShare {
  readonly now: number | null
  readonly before: number | null
  readonly mix: number
  readonly rate: number
  readonly parts: readonly MixAndRate[]
}

const shareOf = ({ of, in: within }: Part['now']): number | null => (of === 0 ? null : within / of)

/**
 * The change of a share of the whole, taken apart exactly: each part weighs what it weighs in both periods on the average, and is held against
 * the share of the whole. Where a part was not there in one of the periods, all that it does is mix. Null where there was nothing at all.
 */
export function splitShare(parts: readonly Part[]): SplitShare | null {
  const total = (period: 'now' | 'before') => ({
    of: parts.reduce((sum, part) => sum + part[period].of, 0),
    in: parts.reduce((sum, part) => sum + part[period].in, 0),
  })
  const whole = { now: total('now'), before: total('before') }
  const [now, before] = [shareOf(whole.now), shareOf(whole.before)]
  if (now === null || before === null) return null
  const middle = (now + before) / 2
  const split = parts.map((part): MixAndRate => {
    const [shareNow, shareThen] = [shareOf(part.now), shareOf(part.before)]
    const [weightNow, weightThen] = [part.now.of / whole.now.of, part.before.of / whole.before.of]
    const rates = { now: shareNow ?? shareThen ?? 0, before: shareThen ?? shareNow ?? 0 }
    return {
      ...{ value: part.value, now: shareNow, before: shareThen },
      mix: (weightNow - weightThen) * ((rates.now + rates.before) / 2 - middle),
      rate: ((weightNow + weightThen) / 2) * (rates.now - rates.before),
    }
  })
  const sum = (of: 'mix' | 'rate') => split.reduce((total, part) => total + part[of], 0)
  return { now, before, mix: sum('mix'), rate: sum('rate'), parts: split }
}
