/** Names that a house knows by its organs: what they are called, and the places that stand in what they are called. */
import { type LearnedName, segment } from './segmenter.ts'

/** What a name of a place ends with; the longer ones first. */
const ofPlace = '自治区|自治州|自治县|街道|社区|省|州|市|县|区|旗|盟|镇|乡|村|苏木|嘎查'
const place = new RegExp(`(?:\\p{Script=Han}{1,8}?)(?:${ofPlace})`, 'uy')
const ending = new RegExp(`(?:${ofPlace})$`, 'u')

/**
 * 青坪县双溪镇落水村村民委员会 teaches itself, 青坪县, 双溪镇 and 落水村, and 青坪, as people write it. What the
 * dictionary has (双溪) is not taught again, so that it keeps the weight that it has among others.
 */
export function namesOfOrgans(organs: readonly string[]): readonly LearnedName[] {
  const found = new Map<string, LearnedName['tag']>()
  for (const organ of organs) {
    for (const name of placesWithin(organ)) found.set(name, 'ns')
    if (!found.has(organ)) found.set(organ, 'nt')
  }
  return [...found]
    .filter(([word]) => !isInDictionary(word))
    .map(([word, tag]) => ({ word, tag }))
    .toSorted((a, b) => (a.word < b.word ? -1 : 1))
}

/** A word that the segmenter makes up of signs that often stand together has no part of speech. */
function isInDictionary(word: string): boolean {
  const [first, next] = segment(word)
  return next === undefined && first !== undefined && first.tag !== 'x'
}

/** The places with which a name of an organ begins, one inside the other, whole and without their ending. */
function placesWithin(organ: string): readonly string[] {
  const found: string[] = []
  place.lastIndex = 0
  for (let part = place.exec(organ); part !== null; part = place.exec(organ)) {
    const [whole] = part
    const bare = whole.replace(ending, '')
    if (bare.length === 0) break
    found.push(whole)
    // of one sign (忠 of 忠县) it would tear other words apart
    if (bare.length >= 2) found.push(bare)
  }
  return found
}
