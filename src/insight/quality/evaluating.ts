/**
 * How often each check finds something in answers that somebody else wrote down (`xinqiao quality`), with their numbers, so that whoever has the file
 * can read what was found with their own eyes. Nothing of the file is kept or printed but numbers and counts.
 */
import { cn2022 } from '../../law/cn-2022/cn-2022.ts'
import { lacksIn } from '../../supervision/finding/lacking.ts'
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
  /** Answers in which something was found. */
  readonly any: Share
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
  const found = new Map<AnswerCheck, string[]>(answerChecks.map((check) => [check, []]))
  const withAny = new Set<string>()
  answers.forEach((answer, at) => {
    const checks = new Set<AnswerCheck>(lacksOf(answer))
    if (answer.days !== null && answer.days > spanDays) checks.add('late')
    if ((same[at] ?? 0) >= others) checks.add('sameText')
    for (const check of checks) found.get(check)?.push(answer.id)
    if (checks.size > 0) withAny.add(answer.id)
  })
  const dated = answers.filter(({ days }) => days !== null).length
  const msEach = (performance.now() - began) / Math.max(1, answers.length)
  return {
    answers: answers.length,
    checks: answerChecks.map((check) => {
      const ids = found.get(check) ?? []
      return { check, ...shareOf(ids.length, check === 'late' ? dated : answers.length), ids }
    }),
    any: shareOf(withAny.size, answers.length),
    from: { days: spanDays, signs: fewestSigns, others },
    msEach: Math.round(msEach * 100) / 100,
  }
}

/** A letter lists no claims: what its writer counts off, or else what its title says. */
function askedIn({ title, text }: AnsweredMessage) {
  const points = pointsIn(text)
  const said = points.length > 1 ? points : [title === '' ? text : title]
  return said.map((each, at) => ({ claim: `c${at + 1}`, text: each, answer: null }))
}

/** As a whole letter, of which everything is asked that an opinion is: how far that is fair to it is for whoever reads the figures. */
const lacksOf = (answer: AnsweredMessage): readonly AnswerCheck[] =>
  lacksIn(
    {
      ...{ asked: askedIn(answer), whole: answer.reply, isByClaim: false },
      ...{ legalBasis: '', remedy: '', signing: ['organ', 'day', 'contact'] },
    },
    fewestSigns,
  ).map(({ check }) => check)

/** To how many others, who had written something else, the same was said. */
function sameTexts(answers: readonly AnsweredMessage[], progress: (done: number) => void): readonly number[] {
  const having = new Map<string, number[]>()
  const bands = answers.map(({ reply }, at) => {
    const own = bandsOf(wordsAlone(reply)).map((band, place) => `${place} ${band}`)
    for (const band of own) having.set(band, [...(having.get(band) ?? []), at])
    if (at % 200 === 199) progress(at + 1)
    return own
  })
  const asked = answers.map(({ text }) => new Set(bandsOf(wordsAlone(text)).map((band, place) => `${place} ${band}`)))
  return bands.map((own, at) => {
    const common = new Map<number, number>()
    for (const band of own)
      for (const other of having.get(band) ?? []) if (other !== at) common.set(other, (common.get(other) ?? 0) + 1)
    const near = [...common].filter(([, n]) => n >= bandsOfNearCopy).map(([other]) => other)
    return near.filter((other) => ![...(asked[at] ?? [])].some((band) => asked[other]?.has(band))).length
  })
}
