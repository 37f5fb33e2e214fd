/**
 * How often each check finds something in answers that somebody else wrote down (`xinqiao quality`), with their numbers, so that whoever has the file
 * can read what was found with their own eyes. Nothing of the file is kept or printed but numbers and counts.
 */
import { cn2022 } from '../../law/cn-2022/cn-2022.ts'
import { checksOf } from '../../supervision/finding/answer-words.ts'
import { type AnswerWords, lacksIn } from '../../supervision/finding/lacking.ts'
import { pointsIn } from '../../text/answering/points.ts'
import { bandsOf, bandsOfNearCopy, wordsAlone } from '../../text/likeness.ts'
import type { AnsweredMessage } from './answer-file.ts'
import { type AnswerCheck, answerChecks } from './quality.ts'
import { type Share, shareOf } from './shares.ts'

export interface CheckFound extends Share {
  readonly check: AnswerCheck
  /** Of the messages in the file. */
  readonly ids: readonly string[]
}

export interface EvaluatedAnswers {
  readonly answers: number
  readonly checks: readonly CheckFound[]
  readonly from: { readonly days: number; readonly signs: number; readonly others: number }
  readonly msEach: number
}

const { handle } = cn2022.clocks
const { emptyAnswer, boilerplateAnswer } = cn2022.supervision.findings
/** The time for handling, without what may be added to it (art. 34). */
const spanDays = handle.span.count
const fewestSigns = emptyAnswer.atLeast
const others = boilerplateAnswer.atLeast

export function evaluateAnswers(
  answers: readonly AnsweredMessage[],
  progress: (done: number) => void = () => undefined,
): EvaluatedAnswers {
  const began = performance.now()
  const same = sameTexts(answers, progress)
  const looked = new Map<AnswerCheck, { of: number; readonly ids: string[] }>()
  answers.forEach((answer, at) => {
    const words = wordsIn(answer)
    const found = new Set<AnswerCheck>(lacksIn(words, fewestSigns).map(({ check }) => check))
    if (answer.days !== null && answer.days > spanDays) found.add('late')
    if ((same[at] ?? 0) >= others) found.add('sameText')
    for (const check of [
      ...(answer.days === null ? [] : (['late'] as const)),
      ...checksOf(words),
      'sameText' as const,
    ]) {
      const each = looked.get(check) ?? { of: 0, ids: [] }
      each.of += 1
      if (found.has(check)) each.ids.push(answer.id)
      looked.set(check, each)
    }
  })
  const msEach = (performance.now() - began) / Math.max(1, answers.length)
  return {
    answers: answers.length,
    checks: answerChecks.flatMap((check) => {
      const { of, ids } = looked.get(check) ?? { of: 0, ids: [] }
      return of === 0 ? [] : [{ check, ...shareOf(ids.length, of), ids }]
    }),
    from: { days: spanDays, signs: fewestSigns, others },
    msEach: Math.round(msEach * 100) / 100,
  }
}

/**
 * As a whole letter, of which everything is asked that an opinion is: how far that is fair to it is for whoever reads the figures. A letter lists no
 * claims: they are what its writer counts off.
 */
const wordsIn = ({ text, reply }: AnsweredMessage): AnswerWords => ({
  asked: pointsIn(text).map((each, at) => ({ claim: `c${at + 1}`, text: each, answer: null })),
  ...{ whole: reply, isByClaim: false, legalBasis: '', remedy: '', signing: ['organ', 'day', 'contact'] },
})

/** To how many others, who had written something else, the same was said. */
function sameTexts(answers: readonly AnsweredMessage[], progress: (done: number) => void): readonly number[] {
  const having = new Map<string, number[]>()
  const bands = answers.map(({ reply }, at) => {
    const own = bandsWithPlace(reply)
    for (const band of own) having.set(band, [...(having.get(band) ?? []), at])
    if (at % 200 === 199) progress(at + 1)
    return own
  })
  const asked = new Map<number, ReadonlySet<string>>()
  // most answers are like no other, and then nobody need know what was asked
  const askedAt = (at: number) => {
    const known = asked.get(at) ?? new Set(bandsWithPlace(answers[at]?.text ?? ''))
    asked.set(at, known)
    return known
  }
  return bands.map((own, at) => {
    const common = new Map<number, number>()
    for (const band of own)
      for (const other of having.get(band) ?? []) if (other !== at) common.set(other, (common.get(other) ?? 0) + 1)
    const near = [...common].filter(([, n]) => n >= bandsOfNearCopy).map(([other]) => other)
    return near.filter((other) => ![...askedAt(at)].some((band) => askedAt(other).has(band))).length
  })
}

const bandsWithPlace = (text: string): readonly string[] =>
  bandsOf(wordsAlone(text)).map((band, place) => `${place} ${band}`)
