/**
 * For whom an answer is counted: once for each organ with a part in its petition. Made of facts and of what was found alone, so that counting again
 * gives the same. No line says whose the petition is.
 */
import type { Day } from '../../kernel/day.ts'
import { type Month, monthOf } from '../../kernel/month.ts'
import { partsOf } from '../../petition/parts.ts'
import type { Petition } from '../../petition/petition.ts'
import type { AnswerCheck } from './quality.ts'

/** An answer, of what something could have been found in it, and of what it was. */
export interface LookedAnswer {
  /** `d2` */
  readonly document: string
  readonly organ: string
  readonly day: Day
  readonly checked: readonly AnswerCheck[]
  readonly found: readonly AnswerCheck[]
}

export interface AnswerLine extends LookedAnswer {
  /** For whom it is counted. */
  readonly reader: string
  /** From somebody: it is in no sum, and counted only for those to whom the database shows it. */
  readonly isKept: boolean
}

/** How an accusation is answered is not looked at (docs/adr/0031), and what is erased is counted no more. */
export const isLookedAt = ({ class: of, erasure }: Petition): boolean => of !== 'accusation' && !erasure?.approvedOn

export function answerLines(petition: Petition | null, answers: readonly LookedAnswer[]): readonly AnswerLine[] {
  if (petition === null || !isLookedAt(petition)) return []
  const { organs, accused, officials } = partsOf(petition)
  const isKept = accused.length + officials.length + petition.recused.length > 0
  return organs.flatMap((reader) => answers.map((answer) => ({ ...answer, reader, isKept })))
}

/** Stands for a check where answers are counted in which anything was found. */
export const anything = ''

export interface AnswerCount {
  readonly reader: string
  readonly month: Month
  readonly organ: string
  readonly sought: AnswerCheck | typeof anything
  readonly found: number
  readonly looked: number
}

const keyOf = ({ reader, month, organ, sought }: AnswerCount): string => `${reader} ${month} ${organ} ${sought}`

/** By how much the counts move where some lines become others; what does not move is left out. */
export function countsMoved(before: readonly AnswerLine[], after: readonly AnswerLine[]): readonly AnswerCount[] {
  const sums = new Map<string, AnswerCount>()
  for (const each of [...after.flatMap(countsIn(1)), ...before.flatMap(countsIn(-1))]) {
    const known = sums.get(keyOf(each)) ?? { ...each, found: 0, looked: 0 }
    sums.set(keyOf(each), { ...each, found: known.found + each.found, looked: known.looked + each.looked })
  }
  return [...sums.values()].filter(({ found, looked }) => found !== 0 || looked !== 0)
}

const countsIn =
  (sign: 1 | -1) =>
  ({ reader, organ, day, checked, found, isKept }: AnswerLine): readonly AnswerCount[] => {
    if (isKept) return []
    const of = { reader, month: monthOf(day), organ, looked: sign }
    return [
      { ...of, sought: anything, found: found.length > 0 ? sign : 0 },
      ...checked.map((sought) => ({ ...of, sought, found: found.includes(sought) ? sign : 0 })),
    ]
  }

const sameSet = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((each) => b.includes(each))

const isSame = (a: AnswerLine, b: AnswerLine): boolean =>
  a.document === b.document &&
  a.reader === b.reader &&
  a.organ === b.organ &&
  a.day === b.day &&
  a.isKept === b.isKept &&
  sameSet(a.checked, b.checked) &&
  sameSet(a.found, b.found)

export const areSame = (before: readonly AnswerLine[], after: readonly AnswerLine[]): boolean =>
  before.length === after.length && before.every((line) => after.some((other) => isSame(line, other)))
