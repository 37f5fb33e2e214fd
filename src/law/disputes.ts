/**
 * The shape of what a pack says of disputes (矛盾纠纷): how grave they are, who settles them first, and by when. The Regulations ask that
 * small matters do not leave the village nor big ones the township (art. 15 (3)) and name no grade, no order and no number; so all of it is
 * practice, in rows that a pack may change (docs/adr/0045). A grade is of a dispute and never of anybody in it. Data; the rules that read it
 * are in the room of disputes.
 */
import type { Span } from '../kernel/span.ts'
import type { Basis, Named } from './basis.ts'

/** Danger to somebody's life: 无 · 可能 · 现实. */
export const dangers = ['none', 'possible', 'present'] as const
export type Danger = (typeof dangers)[number]

/** How far it reaches: 一村之内 · 几个村 · 几个乡镇 · 几个县. */
export const spreads = ['village', 'township', 'county', 'wider'] as const
export type Spread = (typeof spreads)[number]

/** The colours in which ledgers are kept: three in some places, four in others. */
export const gradeColours = ['red', 'orange', 'yellow', 'blue', 'green'] as const
export type GradeColour = (typeof gradeColours)[number]

/** One grade. A dispute has the gravest of which one thing holds; the last has no conditions. */
export interface DisputeGradeRule extends Named {
  readonly colour: GradeColour
  /** 1 is the gravest. */
  readonly rank: number
  readonly danger: Danger | null
  readonly peopleAtLeast: number | null
  /** How long it has lasted already. */
  readonly daysAtLeast: number | null
  readonly spread: Spread | null
  readonly settleWithin: Span
  readonly followUpAfter: Span
  readonly basis: Basis
}

export const disputeLevels = ['village', 'township', 'county', 'prefecture', 'province'] as const
export type DisputeLevel = (typeof disputeLevels)[number]

/**
 * Why a dispute is first settled where it is: 小事不出村 · 涉及几个村 · 涉及几个乡镇 · 涉及几个县 · 需要主管部门 · 涉及机关 · 化解后又发生 · 危及生命.
 */
export const localRules = [
  'villageFirst',
  'severalVillages',
  'severalTownships',
  'severalCounties',
  'departmentHasDuty',
  'organIsParty',
  'cameAgain',
  'lifeInDanger',
] as const
export type LocalRuleName = (typeof localRules)[number]

export interface LocalRule {
  /** Not below this level; null where the level follows from the dispute: one above whoever is a party, or above where it was settled. */
  readonly level: DisputeLevel | null
  /** Kinds of matter that it holds for, by their first or second level; all where none is named. */
  readonly categories: readonly string[]
  readonly basis: Basis
}

export interface DisputeTerms {
  /** How often it is given back down for one more attempt. */
  readonly returnsAtMost: number
  /** How often the day is moved. */
  readonly extensionsAtMost: number
  /** Shares of fewer than this are not said, only the numbers. */
  readonly shareFrom: number
  readonly basis: Basis
}

export interface DisputeLaw {
  readonly grades: Readonly<Record<string, DisputeGradeRule>>
  readonly firstLevels: Readonly<Partial<Record<LocalRuleName, LocalRule>>>
  readonly terms: DisputeTerms
}
