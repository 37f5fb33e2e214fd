import { Jieba } from '@node-rs/jieba'
import { dict } from '@node-rs/jieba/dict.js'

/** A word of a text with its part of speech: `nr` for a name, `x` for a word that is in no dictionary. */
export interface Word {
  readonly word: string
  readonly tag: string
}

let jieba: Jieba | undefined
const plain = (): Jieba => {
  jieba ??= Jieba.withDict(dict)
  return jieba
}

/**
 * Cuts a text into words. The dictionary is read at the first call, which takes a tenth of a second and 60 MB once. Never learns: what
 * is masked and what is compared must come out the same in every house and on every day.
 */
export const segment = (text: string): readonly Word[] => plain().tag(text, true)

/** Cuts a text by the dictionary alone, without parts of speech, which is a good deal faster. */
export const segmentWords = (text: string): readonly string[] => plain().cut(text, true)

/** A name that a house knows: of a place (`ns`) or of an organ (`nt`). */
export interface LearnedName {
  readonly word: string
  readonly tag: 'ns' | 'nt'
}

/** Cuts texts with names that are in no dictionary. */
export interface Segmenter {
  words(text: string): readonly string[]
  /** Words, and the shorter ones that they are made of: 桂花街道办事处 is found under 街道 as well. */
  pieces(text: string): readonly string[]
  tagged(text: string): readonly Word[]
}

/** More than any two common words weigh together, so that a learned name stays whole; less than what would tear words beside it. */
const weight = 1000

/**
 * A segmenter that knows these names beside the dictionary. It holds a dictionary of its own (40 MB, a quarter of a second): open one
 * for a process, and another when the names change, for a name cannot be taken out again.
 */
export function segmenterKnowing(names: readonly LearnedName[]): Segmenter {
  const knowing = names.length === 0 ? plain() : Jieba.withDict(dict)
  const lines = names.filter(({ word }) => canBeLearned(word)).map(({ word, tag }) => `${word} ${weight} ${tag}\n`)
  if (lines.length > 0) knowing.loadDict(Buffer.from(lines.join('')))
  return {
    words: (text) => knowing.cut(text, true),
    pieces: (text) => knowing.cutForSearch(text, true),
    tagged: (text) => knowing.tag(text, true),
  }
}

/** The dictionary is a file of words between blanks; the segmenter cuts at signs before it looks a word up. */
const canBeLearned = (word: string): boolean => /^\p{Script=Han}{2,30}$/u.test(word)
