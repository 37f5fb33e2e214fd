/**
 * The words of finding (督办线索): what a rule looks at and what it sees. A rule reads facts of one petition and what an answer is
 * made of; who petitions, and how often, is nowhere among them (invariant 7, docs/adr/0031).
 */
import type { Day } from '../../kernel/day.ts'
import type { Organs } from '../../kernel/organ.ts'
import type { SupervisionLaw } from '../../law/supervision.ts'
import type { Fact, Petition } from '../../petition/petition.ts'
import type { Evidence, Found } from '../supervision.ts'

/** A fact in its place. */
export interface Happened {
  readonly version: number
  readonly fact: Fact
}

/** What the words of an answer alone can show: `lacking.ts`. */
export const wordChecks = [
  'claimUnanswered',
  'claimPassedOver',
  'emptyAnswer',
  'handedOnOnly',
  'noBasis',
  'noRemedy',
  'unsigned',
] as const
export type WordCheck = (typeof wordChecks)[number]

/** One answer of a document, as it is judged where it can be read: figures, and no word of it. */
export interface JudgedAnswer {
  /** `d2` */
  readonly document: string
  /** Signs that are left when politeness and set phrases are taken away. */
  readonly signs: number
  /** In how many other petitions the organ gave the same answer to something else, within a year. */
  readonly equals: number
  /** What its document lacks by its words, and of what could have been found. */
  readonly lacks: readonly WordCheck[]
  readonly checked: readonly WordCheck[]
}

export interface Looked {
  readonly petition: Petition
  readonly history: readonly Happened[]
  readonly rules: SupervisionLaw['findings']
  readonly organs: Organs
  readonly today: Day
  /** Of the documents that were opened for it; none where no rule needs their words. */
  readonly answers: readonly JudgedAnswer[]
}

/**
 * `stands`: it is so. `mended`: what was owed has been done since. `takenBack`: it is not so after all, since a day was counted or put
 * right again: nothing to find, and mended where it was found before.
 */
export interface Seen extends Found {
  readonly state: 'stands' | 'mended' | 'takenBack'
}

/** One rule. `atLeast` is the number that its row of the law gives. */
export type Look = (looked: Looked, atLeast: number) => readonly Seen[]

/** A fact as evidence. */
export const bearing = ({ version, fact }: Happened, more: Pick<Evidence, 'clock' | 'lastDay'> = {}): Evidence => ({
  fact: fact.type,
  version,
  on: fact.on,
  ...more,
})
