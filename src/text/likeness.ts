/**
 * What is left of a text when everything is taken out that makes it somebody's: names, places, days, numbers and signs. Two texts of
 * which the same is left say the same to different people.
 */
import { plainWidth } from './identifiers.ts'
import { mask } from './masking.ts'
import { segment } from './segmenter.ts'

/** 张某 and 张某某, as masking leaves them. */
const maskedName = /\p{Script=Han}某{1,2}/gu
const numberOrSign = /[^\p{L}]+/gu
/** Numerals by themselves: of days, sums and counts. */
const numerals = /[一二三四五六七八九十百千万亿零〇两]+(?=[年月日号天个元次户人份条项份期批名栋幢亩米])/gu
/** Tags of the segmenter: names of people, places and offices, numbers, times. */
const particular = /^(?:nr|ns|nt|nz|m|t)/
/** What is left of an address when its names are gone. */
const ofAddress =
  /^(?:街|街道|大街|路|大道|巷|弄|胡同|村|镇|乡|县|市|区|小区|社区|组|号|栋|幢|座|楼|层|单元|室|年|月|日)$/

/** The words of a text without what is particular in it. The same text and names always leave the same. */
export function wordsAlone(text: string, knownNames: readonly string[] = []): string {
  const masked = mask(plainWidth(text.normalize('NFKC')), knownNames)
    .replace(maskedName, ' ')
    .replace(numerals, ' ')
  const left = segment(masked).filter(({ word, tag }) => !particular.test(tag) && !ofAddress.test(word))
  return left
    .map(({ word }) => word)
    .join('')
    .replace(numberOrSign, '')
    .toLowerCase()
}

const gram = 4

/** How many bands are made of a text, and of how many least hashes each. */
export interface Banding {
  readonly bands: number
  readonly minimaABand: number
}

/** Of answers: only what is nearly the same is to be known again. */
const ofAnswers: Banding = { bands: 8, minimaABand: 4 }

/**
 * By how many of these two texts have in common it is told how near they are (MinHash over four signs at a time): of texts that share four
 * fifths of their grams nine in ten have two or more of the eight in common, of those that share half one in twelve, and of those that
 * share less next to none. Empty where there are too few signs to compare.
 */
export function bandsOf(words: string, { bands, minimaABand }: Banding = ofAnswers): readonly string[] {
  if (words.length < fewestComparable) return []
  const hashes = [...gramsOf(words)].map(hashOf)
  const minima = Array.from({ length: bands * minimaABand }, (_, at) => leastOf(hashes, at))
  return Array.from({ length: bands }, (_, band) =>
    minima.slice(band * minimaABand, (band + 1) * minimaABand).join('-'),
  )
}

/** So many in common make a near copy. */
export const bandsOfNearCopy = 2

/** Of shorter texts two may well be alike by chance. */
export const fewestComparable = 12

/** What stands in a text, four signs at a time. */
export const gramsOf = (words: string): ReadonlySet<string> =>
  new Set(Array.from({ length: Math.max(0, words.length - gram + 1) }, (_, at) => words.slice(at, at + gram)))

/** How much two texts have in common: the grams of both over those of either (Jaccard), between 0 and 1. */
export function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const [less, more] = one.size <= other.size ? [one, other] : [other, one]
  let both = 0
  for (const each of less) if (more.has(each)) both += 1
  return both === 0 ? 0 : both / (less.size + more.size - both)
}

/** A text as it is compared with others: one width, one case, no blanks. */
export const plainWords = (text: string): string =>
  plainWidth(text.normalize('NFKC')).toLowerCase().replace(/\s+/gu, '')

/** FNV-1a. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash >>> 0
}

/** The least of all hashes after they were mixed in the way of one of the permutations. */
function leastOf(hashes: readonly number[], permutation: number): number {
  const seed = Math.imul(permutation + 1, 0x9e3779b1)
  let least = 0xffffffff
  for (const hash of hashes) {
    const mixed = finished(hash ^ seed)
    if (mixed < least) least = mixed
  }
  return least
}

/** The last steps of MurmurHash3: each bit of what goes in moves every bit of what comes out. */
function finished(value: number): number {
  let mixed = value
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return (mixed ^ (mixed >>> 16)) >>> 0
}
