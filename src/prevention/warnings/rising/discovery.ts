/**
 * Which of very many comparisons are believed. Each night thousands of series are looked at, and one in a thousand looks like a rise by
 * chance: so the most unlikely are taken only as far as, among those taken, no more than a set share can be chance (Benjamini and Hochberg,
 * 1995). What could show a rise counts for more than what could not (weights after Genovese, Roeder and Wasserman, 2006), and that is decided
 * by the past alone, never by the count that is looked at.
 */

export interface Compared {
  /** The chance of so much by chance alone. */
  readonly chance: number
  /** How much this series could show: what is to be expected of it, in matters. */
  readonly couldShow: number
}

/** Of what is warned of, this share may be chance. */
export const falseShare = 0.2
/** However much else rises tonight, no single comparison is believed above this. */
export const mostChance = 3e-4

/** Beyond this a series shows a doubling anyway; below, it still counts for something, because what is new may be plain at once. */
const showsMost = 20
const showsLeast = 0.5

export const weightOf = ({ couldShow }: Pick<Compared, 'couldShow'>): number =>
  showsLeast + Math.min(showsMost, couldShow)

/** The chance below which a comparison of weight 1 is believed; 0 where none is. `all` is how many there were, with the sum of weights. */
export function believedBelow(
  compared: readonly Compared[],
  all: { readonly count: number; readonly weight: number },
): number {
  if (all.count === 0) return 0
  const mean = all.weight / all.count
  const ordered = compared.map((each) => (each.chance * mean) / weightOf(each)).toSorted((a, b) => a - b)
  for (let at = ordered.length; at > 0; at -= 1) {
    const limit = (falseShare * at) / all.count
    if ((ordered[at - 1] as number) <= limit) return limit
  }
  return 0
}

/** The same, for one comparison with its own weight. */
export const limitFor = (
  each: Pick<Compared, 'couldShow'>,
  believed: number,
  all: { readonly count: number; readonly weight: number },
): number => Math.min(mostChance, (believed * weightOf(each) * all.count) / all.weight)
