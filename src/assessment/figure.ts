/** From counts to shares, and from shares to places among like organs: pure, and the only place where a figure is made. */

import type { Month } from '../kernel/month.ts'
import type { OrganFacts, OrganId, Organs } from '../kernel/organ.ts'
import { type IndicatorLaw, isRating, type LineOutcome } from '../law/assessment.ts'

export interface Share {
  readonly numerator: number
  readonly denominator: number
}

/** How many lines of one measure came out how, in a month. */
export interface MonthCount {
  readonly month: Month
  readonly outcome: LineOutcome
  readonly n: number
}

export function shareOf(law: IndicatorLaw, counts: readonly MonthCount[]): Share {
  const sum = (outcomes: readonly LineOutcome[]) =>
    counts.filter(({ outcome }) => outcomes.includes(outcome)).reduce((total, { n }) => total + n, 0)
  return { numerator: sum(law.numerator), denominator: sum(law.denominator) }
}

export const perMille = ({ numerator, denominator }: Share): number | null =>
  denominator === 0 ? null : Math.round((numerator * 1000) / denominator)

/** Fewer, and an aggregate tells what single petitioners said. */
export const fewestToShow = 5
/** Fewer, and a share says little: it is shown, with that said. */
export const fewestToCompare = 20

export type ShareNote = 'notMeasured' | 'nothingCounted' | 'tooFewToShow' | 'few'

export interface ShownShare {
  readonly numerator: number | null
  readonly denominator: number | null
  readonly perMille: number | null
  readonly note: ShareNote | null
}

const withheld = (note: ShareNote): ShownShare => ({ numerator: null, denominator: null, perMille: null, note })
export const notMeasured = withheld('notMeasured')

/** `isOwn`: whoever looks is the organ that was rated, and must not find out what one petitioner said (invariant 8). */
export function shown(
  share: Share,
  { isOwn, law }: { readonly isOwn: boolean; readonly law: IndicatorLaw },
): ShownShare {
  if (isRating(law.measure) && isOwn && isTooFew(share)) return withheld('tooFewToShow')
  if (share.denominator === 0) return { ...share, perMille: null, note: 'nothingCounted' }
  return { ...share, perMille: perMille(share), note: share.denominator < fewestToCompare ? 'few' : null }
}

const isTooFew = ({ denominator }: Share): boolean => denominator > 0 && denominator < fewestToShow

/**
 * Of a longer period its months may be shown beside it. Where exactly one of them is withheld it could be found by taking the others away,
 * so then the whole is withheld too.
 */
export function shownOverMonths(
  law: IndicatorLaw,
  counts: readonly MonthCount[],
  { months, isOwn }: { readonly months: readonly Month[]; readonly isOwn: boolean },
): ShownShare {
  const inMonth = (month: Month) =>
    shareOf(
      law,
      counts.filter((each) => each.month === month),
    )
  const whole = shareOf(
    law,
    counts.filter(({ month }) => months.includes(month)),
  )
  const hidden = months.filter((month) => isTooFew(inMonth(month)))
  if (isRating(law.measure) && isOwn && hidden.length === 1) return withheld('tooFewToShow')
  return shown(whole, { isOwn, law })
}

/** In whole per cent, as it stands in a letter. */
export const meets = (share: number | null, target: number, better: IndicatorLaw['better']): boolean | null =>
  share === null ? null : better === 'higher' ? share >= target * 10 : share <= target * 10

/** With fewer like it, a place says more about who the others are than about the organ. */
export const fewestToRank = 3

export interface Place {
  readonly place: number
  readonly of: number
}

/** Equal shares have the same place. Null where too few have a figure, or this one has none. */
export function placeAmong(
  own: number | null,
  all: readonly (number | null)[],
  better: IndicatorLaw['better'],
): Place | null {
  const figures = all.filter((each) => each !== null)
  if (own === null || figures.length < fewestToRank) return null
  const ahead = figures.filter((each) => (better === 'higher' ? each > own : each < own)).length
  return { place: ahead + 1, of: figures.length }
}

/** The organ above by profession, or else by administration: those under the same one are compared. */
const upperOf = ({ leadBy, parent }: OrganFacts): OrganId | null => leadBy ?? parent

/** Organs of the same kind and level under the same upper organ, itself among them. */
export function alikeTo(id: OrganId, organs: Organs & { all(): Iterable<OrganFacts> }): readonly OrganId[] {
  const own = organs.find(id)
  if (!own || upperOf(own) === null) return own ? [id] : []
  return [...organs.all()]
    .filter(
      (each) =>
        each.state === 'active' && each.kind === own.kind && each.level === own.level && upperOf(each) === upperOf(own),
    )
    .map((each) => each.id)
}

/** Whose figures an indicator puts together. */
export const isAssessed = ({ assesses }: IndicatorLaw, kind: OrganFacts['kind'] | undefined): boolean =>
  assesses === 'both' || (assesses === 'bureau') === (kind === 'bureau')
