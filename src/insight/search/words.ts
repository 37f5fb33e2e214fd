/** What a text is found by, and what is looked for: words, and pairs of signs for what no dictionary has. */
import { plainWidth } from '../../text/identifiers.ts'
import type { Segmenter } from '../../text/segmenter.ts'

/** As texts are kept and as they are looked for: one width, one case. */
export const plainText = (text: string): string => plainWidth(text.normalize('NFKC')).toLowerCase()

const runs = /\p{Script=Han}+|[[\p{L}\p{N}]--\p{Script=Han}]+/gv
const isHan = (run: string): boolean => /^\p{Script=Han}/u.test(run)

/** 拆迁补偿 → 拆迁 迁补 补偿. */
export function pairsOf(run: string): readonly string[] {
  const signs = [...run]
  return signs.slice(1).map((sign, at) => (signs[at] ?? '') + sign)
}

/** A run of letters and digits is one word; longer ones are no words. */
const longestRun = 40
/** So much of a text is kept to be found by. */
const mostSigns = 40_000

/** Everything that a text is found by, each once. */
export function foundBy(text: string, segmenter: Pick<Segmenter, 'pieces'>): ReadonlySet<string> {
  const found = new Set<string>()
  for (const [run] of plainText(text.slice(0, mostSigns)).matchAll(runs)) {
    if (!isHan(run)) {
      if (run.length <= longestRun) found.add(`w${run}`)
      continue
    }
    for (const pair of pairsOf(run)) found.add(`p${pair}`)
    for (const word of segmenter.pieces(run)) if ([...word].length >= 2) found.add(`w${word}`)
  }
  return found
}

/** One thing that must be there. */
export interface Sought {
  /** As it is marked in what was found. */
  readonly text: string
  /** What must all be there: its pairs of signs, or the word itself where it has none. */
  readonly all: readonly string[]
  /** The word as the segmenter would have cut it: better than its signs by chance. */
  readonly word: string
}

/** Nobody types more; what is pasted is cut. */
const mostTyped = 200
const mostSought = 12
const phrase = /["“「『]([^"”」』]{1,80})["”」』]/gu
/** Words that stand in every letter. */
const everywhere = new Set(
  '我们 你们 他们 没有 一个 这个 那个 请问 如何 怎么 为什么 什么 是否 可以 能否 关于 以及 对于 有关 相关'.split(' '),
)

/** What somebody looks for, word by word; nothing where they typed only signs. In quotes it must stand as it is. */
export function soughtIn(typed: string, segmenter: Pick<Segmenter, 'words'>): readonly Sought[] {
  const text = plainText([...typed].slice(0, mostTyped).join(''))
  const phrases = [...text.matchAll(phrase)].flatMap(({ 1: said = '' }) => [...said.matchAll(runs)].map(([run]) => run))
  const rest = [...text.replace(phrase, ' ').matchAll(runs)].flatMap(([run]) =>
    isHan(run) ? wordsIn(run, segmenter) : [run],
  )
  const telling = rest.filter((word) => !everywhere.has(word))
  const words = [...phrases, ...(telling.length + phrases.length > 0 ? telling : rest)]
  return [...new Set(words)].flatMap(soughtFor).slice(0, mostSought)
}

/** Signs that join words and are no part of one. */
const joining = /^[的了在是和与及或之被把不有无未我你他她它这那就都也很到从对向为给让请将要会能可]$/u

/** A single sign belongs to the word before it, or after it where it stands first, unless it only joins: 令狐爨, 水渠塌. */
function wordsIn(run: string, segmenter: Pick<Segmenter, 'words'>): readonly string[] {
  const words: string[] = []
  let isOpen = false
  for (const word of segmenter.words(run)) {
    const isSingle = [...word].length === 1
    if (isSingle && joining.test(word)) isOpen = false
    else if (isOpen && (isSingle || [...(words.at(-1) ?? '')].length === 1)) words.push(`${words.pop() ?? ''}${word}`)
    else {
      words.push(word)
      isOpen = true
    }
  }
  const longer = words.filter((word) => [...word].length >= 2)
  return longer.length > 0 ? longer : [run]
}

function soughtFor(text: string): readonly Sought[] {
  if (!isHan(text)) return text.length > longestRun ? [] : [{ text, all: [`w${text}`], word: `w${text}` }]
  const pairs = pairsOf(text)
  return pairs.length === 0 ? [] : [{ text, all: pairs.map((pair) => `p${pair}`), word: `w${text}` }]
}
