/** The row by which a petition is found, made of its masked text and of where it stands. */
import type { Petition } from '../../petition/petition.ts'
import { isEnded } from '../../petition/petition.ts'
import { petitionRoom } from '../../petition/room.ts'
import type { Segmenter } from '../../text/segmenter.ts'
import type { Digests } from './digests.ts'
import type { MaskedText } from './masked-text.ts'
import { foundBy } from './words.ts'

export type GoesOn = 'open' | 'ended'

/** What can be asked for beside words. Each is kept as a digest among the marks. */
export const markOf = {
  organ: (id: string) => `o${id}`,
  holder: (id: string) => `h${id}`,
  month: (month: string) => `m${month}`,
  place: (code: string) => `l${code}`,
  category: (id: string) => `k${id}`,
  class: (id: string) => `c${id}`,
  channel: (id: string) => `v${id}`,
  goesOn: (state: GoesOn) => `s${state}`,
}

/** A word where it stands in the title. */
export const inTitle = (word: string): string => `t${word}`

/** Of province, prefecture, county, township and village. */
export const placeLengths = [2, 4, 6, 9, 12] as const

export function wordsOf(
  { title, text, asked, answered }: MaskedText,
  segmenter: Segmenter,
  digests: Digests,
): readonly number[] {
  const titled = [...foundBy(title, segmenter)]
  const rest = foundBy([text, ...asked, ...answered].join('\n'), segmenter)
  return digested([...titled, ...titled.map(inTitle), ...rest], digests)
}

export function marksOf(petition: Petition, digests: Digests): readonly number[] {
  const { category, place, registeredOn, holder, class: petitionClass, channel, stage } = petition
  const organs = (petitionRoom.rows(petition, '').petition_organ ?? []).map(({ organ }) => String(organ))
  return digested(
    [
      ...organs.map(markOf.organ),
      markOf.holder(holder),
      markOf.month(registeredOn.slice(0, 7)),
      ...placeLengths.filter((length) => length <= place.length).map((length) => markOf.place(place.slice(0, length))),
      ...branchesOf(category).map(markOf.category),
      markOf.class(petitionClass),
      markOf.channel(channel),
      markOf.goesOn(isEnded(stage) ? 'ended' : 'open'),
    ],
    digests,
  )
}

/** `land.expropriation` is asked for by `land` too. */
const branchesOf = (category: string): readonly string[] =>
  category.split('.').map((_, at, parts) => parts.slice(0, at + 1).join('.'))

/** Sorted, so that the same makes the same row. */
export const digested = (words: readonly string[], digests: Digests): readonly number[] =>
  [...new Set(words.map(digests.of))].toSorted((a, b) => a - b)
