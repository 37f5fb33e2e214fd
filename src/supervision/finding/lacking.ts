/**
 * What an answer lacks, read from its words alone: the words that show it, or the part that is missing. The same where an answer is drafted, where it
 * is looked at afterwards, where answers are counted, and over a file of answers of others (docs/adr/0065). Says nothing of who asked.
 */
import { rulesCitedIn, vaguelyCitedIn } from '../../text/answering/citing.ts'
import { claimsPassedOver } from '../../text/answering/claim-words.ts'
import { onlyHandedOn } from '../../text/answering/handed-on.ts'
import { remedyToldIn } from '../../text/answering/remedies.ts'
import { type SigningPart, signingMissingIn } from '../../text/answering/signing.ts'
import type { WordCheck } from './finding.ts'
import { signsLeft } from './set-phrases.ts'

/** One thing that was asked, with the answer that was given to it: null where one answer is for all. */
export interface Asked {
  /** `c1` */
  readonly claim: string
  readonly text: string | null
  readonly answer: string | null
}

export interface AnswerWords {
  readonly asked: readonly Asked[]
  /** All that the answer says, in the order in which it is read. */
  readonly whole: string
  /** Where each claim has an answer of its own; otherwise the one answer is judged as it is. */
  readonly isByClaim: boolean
  /** What stands in the part for law and in that for remedies; undefined where nothing asks for such a part. */
  readonly legalBasis?: string | undefined
  readonly remedy?: string | undefined
  /** What a letter has to say of whoever sent it; a paper of the house says by itself which organ issued it and when. */
  readonly signing: readonly SigningPart[]
}

/** The words are quoted from the answer; what is missing is named. */
export interface Lack {
  readonly check: WordCheck
  readonly claim: string | null
  readonly words: string | null
  readonly missing: readonly string[]
}

const lack = (check: WordCheck, more: Partial<Omit<Lack, 'check'>> = {}): Lack => ({
  ...{ check, claim: null, words: null, missing: [] },
  ...more,
})

const quotedAtMost = 80
const quoted = (text: string): string => {
  const plain = text.replace(/\s+/gu, ' ').trim()
  return plain.length <= quotedAtMost ? plain : `${plain.slice(0, quotedAtMost)}…`
}

/** `fewestSigns` is the number of the law's row for an empty answer. */
export function lacksIn(words: AnswerWords, fewestSigns: number): readonly Lack[] {
  return [...ofClaims(words), ...empty(words, fewestSigns), ...basisOf(words), ...remedyOf(words), ...signingOf(words)]
}

/** By claim: one that has no answer is not said to be passed over as well, nor is any of them where all was only handed on. */
function ofClaims({ asked, whole, isByClaim }: AnswerWords): readonly Lack[] {
  const texts = onlyHandedOn(whole) === null ? asked.map(({ text }) => text) : []
  const passedOver = claimsPassedOver(texts, whole)
  return asked.flatMap(({ claim, answer }, at) => {
    if (isByClaim && (answer === null || answer.trim() === '')) return [lack('claimUnanswered', { claim })]
    const words = passedOver[at]
    return words ? [lack('claimPassedOver', { claim, missing: words.slice(0, wordsNamed) })] : []
  })
}

const wordsNamed = 8

/** What was only handed on is said as that, and not as empty too. */
function empty({ asked, whole, isByClaim }: AnswerWords, fewestSigns: number): readonly Lack[] {
  const answers = isByClaim
    ? asked.flatMap(({ claim, answer }) => (answer === null || answer.trim() === '' ? [] : [{ claim, text: answer }]))
    : [{ claim: null, text: whole }]
  return answers.flatMap(({ claim, text }) => {
    const handed = onlyHandedOn(text)
    if (handed !== null) return [lack('handedOnOnly', { claim, words: quoted(handed) })]
    return signsLeft(text) < fewestSigns ? [lack('emptyAnswer', { claim, words: quoted(text) })] : []
  })
}

/** A rule that is named anywhere in the answer is named. */
function basisOf({ legalBasis, whole }: AnswerWords): readonly Lack[] {
  if (legalBasis === undefined || rulesCitedIn(`${legalBasis}\n${whole}`).length > 0) return []
  const vague = vaguelyCitedIn(`${legalBasis}\n${whole}`)[0]
  return [
    lack('noBasis', { words: vague ?? (legalBasis.trim() === '' ? null : quoted(legalBasis)), missing: ['rule'] }),
  ]
}

function remedyOf({ remedy, whole }: AnswerWords): readonly Lack[] {
  if (remedy === undefined) return []
  const { said, missing } = remedyToldIn(`${remedy}。${whole}`)
  return missing.length === 0 ? [] : [lack('noRemedy', { words: said === null ? null : quoted(said), missing })]
}

function signingOf({ signing, whole }: AnswerWords): readonly Lack[] {
  const missing = signingMissingIn(whole).filter((part) => signing.includes(part))
  return missing.length === 0 ? [] : [lack('unsigned', { missing })]
}
