/** The answer of the checking as a terminal shows it: the same sentences as on the page that checks. */
import type { Asked, Examined } from '../proof/examine.ts'
import type { Unreadable } from '../proof/given.ts'
import type { Bilingual } from '../wording/bilingual.ts'
import { answerIn, type KeysFrom, receiptInWords } from '../wording/proof.ts'
import {
  askingTerms,
  checkTerms,
  markTerms,
  successionTerms,
  trustTerms,
  unreadableTerms,
} from '../wording/proof-terms.ts'

type Language = keyof Bilingual

export interface Printed extends Examined, Partial<Pick<Asked, 'newest' | 'notYet' | 'isShorter'>> {
  readonly unread: readonly { readonly name: string; readonly why: Unreadable }[]
  readonly keysFrom: KeysFrom
  readonly language: Language
}

const headings = {
  checks: { zh: '逐项核对', en: 'What was checked' },
  proves: { zh: '它证明什么', en: 'What it proves' },
  provesNot: { zh: '它不证明什么', en: 'What it does not prove' },
  nothing: { zh: '没有可核对的文件。', en: 'There is nothing to check.' },
} as const satisfies Record<string, Bilingual>

export function printed(given: Printed): string {
  const { papers, unread, language } = given
  const blocks = [
    ...unread.map(({ name, why }) => `✗ ${name}\n  ${unreadableTerms[why][language]}`),
    pairsInWords(given),
    ...papers.map((paper) => paperInWords(paper, given)),
    askedInWords(given),
    papers.length > 0 && given.keysFrom ? trustTerms[given.keysFrom][language] : '',
  ].filter((block) => block !== '')
  return blocks.join('\n\n') || headings.nothing[language]
}

const outcomeSigns = { proven: '✓', signed: '–', unsure: '?', false: '✗' } as const
const signs = { good: '✓', bad: '✗', missing: '–', 'unknown-key': '?' } as const

function paperInWords({ name, diagnosis }: Examined['papers'][number], { keysFrom, language }: Printed): string {
  const answer = answerIn(diagnosis, keysFrom)
  const colon = language === 'zh' ? '：' : ': '
  const list = (heading: Bilingual, items: readonly string[]) =>
    items.length === 0 ? [] : [`  ${heading[language]}`, ...items.map((item) => `    ${item}`)]
  return [
    `${outcomeSigns[diagnosis.outcome]} ${name}`,
    `  ${answer.says[language]}`,
    `  ${answer.next[language]}`,
    ...list(
      answer.over,
      receiptInWords(diagnosis.receipt).map((line) => line.name[language] + colon + line.value[language]),
    ),
    ...list(
      headings.checks,
      answer.checks.map(
        ({ name: what, mark, says }) =>
          `${signs[mark]} ${what[language]} (${markTerms[mark][language]})${colon}${says[language]}`,
      ),
    ),
    ...list(
      headings.proves,
      answer.proves.map((item) => item[language]),
    ),
    ...list(
      headings.provesNot,
      answer.provesNot.map((item) => item[language]),
    ),
  ].join('\n')
}

function pairsInWords({ pairs, language }: Printed): string {
  if (pairs.length === 0) return ''
  const lines = pairs.map(
    ({ older, newer, succession }) => `  ${older} → ${newer}: ${successionTerms[succession][language]}`,
  )
  return [checkTerms.succession[language], ...lines].join('\n')
}

function askedInWords({ newest, notYet = [], isShorter = false, language }: Printed): string {
  if (newest === undefined) return ''
  const size = newest.kind === 'checkpoint' ? newest.checkpoint.size : 0
  const now =
    newest.kind === 'checkpoint'
      ? { zh: `登记簿现在一共${size}条。`, en: `The register now has ${size} entries.` }
      : askingTerms[newest.kind]
  return [
    now[language],
    ...(isShorter ? [askingTerms.shorter[language]] : []),
    ...notYet.map((name) => `${name}: ${askingTerms['not-yet'][language]}`),
  ].join('\n')
}
