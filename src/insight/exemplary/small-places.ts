/** Small places: those that the house knows near the matter, those that the matter itself names, and any village by what it is called. */
import type { Masked } from '../../text/numbers.ts'
import { particularsIn } from '../../text/particulars.ts'
import { segment } from '../../text/segmenter.ts'

type Found = Pick<Masked, 'from' | 'to'>

export const placesIn = (plain: string, known: readonly string[]): readonly Found[] => [
  ...standing(plain, known),
  ...villagesIn(plain),
]

/** Of two signs at least: a village of one would be in every sentence. */
function standing(plain: string, places: readonly string[]): readonly Found[] {
  const lower = plain.toLowerCase()
  return [...new Set(places)].flatMap((place) => {
    const sought = place.toLowerCase()
    const found: Found[] = []
    if ([...place].length < 2) return found
    for (let from = lower.indexOf(sought); from !== -1; from = lower.indexOf(sought, from + sought.length))
      found.push({ from, to: from + place.length })
    return found
  })
}

/** 落水村 is also spoken of as 落水; where that is a word of its own it stays. */
export const withBareNames = (places: readonly string[]): readonly string[] => [
  ...places,
  ...places.flatMap((place) => {
    const bare = place.replace(smallEnding, '')
    const [word, next] = segment(bare)
    const isWord = next === undefined && word !== undefined && !/^(?:nr|ns|nz|x)/.test(word.tag)
    return bare !== place && /^\p{Script=Han}{2,}$/u.test(bare) && !isWord ? [bare] : []
  }),
]

const small = '村|寨|屯|镇|乡|街道|社区|小区|组|湾|坝|坪|沟'
const smallEnding =
  /(?:村民委员会|村委会|居民委员会|居委会|人民政府|政府|街道办事处|办事处|村|寨|屯|镇|乡|街道|社区|小区)$/u
/** From a township down. */
const finest = 4

/** What the matter calls places: of a name that it and the text have in common whoever lives there knows which it is. */
export const placesSaidIn = (text: string): readonly string[] => [
  ...new Set(
    particularsIn(text)
      .filter(({ kind, level }) => kind === 'place' && level >= finest)
      .map(({ words }) => words.join(''))
      .filter((name) => name.length >= 3 && isName(name)),
  ),
]

const ofKinds =
  /^(?:.*(?:山庄|老旧|商品|安置|回迁|拆迁|住宅|居民|封闭|开放|相邻|附近|新建|在建|个|本|该|整|全|各|某|我|你|他|邻)|各.*)$/u
/** 行政村 and 老旧小区 are kinds of places. */
function isName(place: string): boolean {
  const bare = place.replace(new RegExp(`(?:${small})$`, 'u'), '')
  return !ofKinds.test(bare) && segment(bare).some(({ tag }) => /^(?:nr|ns|nz|x)/.test(tag))
}

/** A name and the word for a small place: 桐子林村, 双溪镇, 翠园小区; but 贫困村 and 示范小区 are kinds. */
function villagesIn(plain: string): readonly Found[] {
  let at = 0
  const words = segment(plain).map((word) => {
    const from = at
    at += word.word.length
    return { ...word, from }
  })
  return words.flatMap(({ word, tag, from }, place) => {
    const before = words[place - 1]
    if (new RegExp(`^(?:${small})$`, 'u').test(word) && before !== undefined && ofName(before))
      return [{ from: before.from, to: from + word.length }]
    const isOne =
      word.length >= 3 && (tag === 'ns' ? /(?:村|寨|屯|镇|乡|社区)$/u : /村$/u).test(word) && /^n[rs]/.test(tag)
    const isMade = word.length >= 2 && tag === 'x' && /村$/u.test(word) && before !== undefined && ofName(before)
    return isOne ? [{ from, to: from + word.length }] : isMade ? [{ from: before.from, to: from + word.length }] : []
  })
}

const ofName = ({ word, tag }: { readonly word: string; readonly tag: string }): boolean =>
  word.length >= 2 && /^\p{Script=Han}+$/u.test(word) && /^(?:nr|ns|nz)/.test(tag) && !ofKinds.test(word)
