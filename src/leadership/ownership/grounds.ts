/**
 * Why a case is proposed to be owned, from the facts of its petition alone: how long it is open, how often it was looked at again, where it lies
 * and how many people stand behind it. Who petitions, and how often somebody does, is nowhere among them (docs/adr/0031, 0040).
 */
import { addDays, type Day, isAfter } from '../../kernel/day.ts'
import type { OrganId, Organs } from '../../kernel/organ.ts'
import { type OwnershipGround, type OwnershipLaw, ownershipGrounds } from '../../law/ownership.ts'

/** What is looked at of a petition. */
export interface GroundsOf {
  readonly registeredOn: Day
  readonly endedOn: Day | null
  readonly headcount: number
  readonly reviews: number
  /** Other petitions that somebody linked as the same matter. */
  readonly linked: number
  readonly organs: readonly OrganId[]
}

const codeOfCounty = 6
const codeOfPrefecture = 4

/** Counties, or prefectures where it is one that has a part, none of which lies in another of them. */
export function regionsOf(organs: readonly OrganId[], directory: Organs): number {
  const codes = organs.flatMap((id) => {
    const region = directory.find(id)?.region
    // a province or the whole country has a part in everything that it looks at
    return region === undefined || region.length < codeOfPrefecture ? [] : [countyOf(region)]
  })
  const all = [...new Set(codes)]
  return all.filter((code) => !all.some((other) => other !== code && other.startsWith(code))).length
}

/** A prefecture’s own code may be written with noughts after it. */
const countyOf = (region: string): string => {
  const code = region.slice(0, codeOfCounty)
  return code.endsWith('00') ? code.slice(0, codeOfPrefecture) : code
}

/** The day on which it will have been open for as long as the law of the place says; null where that law does not ask. */
export const longOpenOn = (registeredOn: Day, { grounds }: Pick<OwnershipLaw, 'grounds'>): Day | null =>
  grounds.longOpen ? addDays(registeredOn, grounds.longOpen.atLeast) : null

/** Every ground that holds. What has come to its end is proposed only when the same matter comes again. */
export function groundsIn(
  petition: GroundsOf,
  { grounds }: Pick<OwnershipLaw, 'grounds'>,
  { organs, today }: { readonly organs: Organs; readonly today: Day },
): readonly OwnershipGround[] {
  const counted: Readonly<Record<OwnershipGround, number>> = {
    longOpen: 0,
    reviewed: petition.reviews,
    sameMatterAgain: petition.linked,
    severalRegions: regionsOf(petition.organs, organs),
    group: petition.headcount,
  }
  return ownershipGrounds.filter((ground) => {
    const row = grounds[ground]
    if (!row || (petition.endedOn !== null && ground !== 'sameMatterAgain')) return false
    if (ground === 'longOpen') return !isAfter(longOpenOn(petition.registeredOn, { grounds }) ?? today, today)
    return counted[ground] >= row.atLeast
  })
}
