/**
 * What holds a topic together, in words: where, who is concerned, and what it is about. Every word is one that several messages have,
 * taken from masked text, so that a name never tells what one person wrote.
 */
import type { Heard, Sign } from './heard.ts'

/** What a sign stands for; null where too few messages have it. */
export type Letters = (sign: Sign) => string | null

/** How rare a word is among all messages. */
export type Rarity = (sign: Sign) => number

export interface Named {
  readonly name: string
  readonly place: string | null
  readonly whom: string | null
  /** The words that it shares, and the share of messages that have them; one that stands in the text alone counts for less. */
  readonly words: readonly { readonly word: string; readonly share: number }[]
}

type OfMessage = Pick<Heard, 'areas' | 'spots' | 'isPlaced' | 'title' | 'groups' | 'matter'>

export function nameOf(messages: readonly OfMessage[], letters: Letters, rarity: Rarity): Named {
  const place = placeOf(messages, letters)
  const words = wordsOf(messages, place ?? '', letters, rarity)
  const what = inOrder(
    words.map(({ sign }) => sign),
    messages,
    letters,
  )
  return {
    name: `${place ?? ''}${what}` || '—',
    place,
    whom: whomOf(messages, letters),
    words: words.map(({ word, share }) => ({ word, share: Math.round(share * 100) / 100 })),
  }
}

/** A市 + A5区 + 魅力之城: each only if enough of them say it. */
function placeOf(messages: readonly OfMessage[], letters: Letters): string | null {
  const parts = [
    ...([0, 1, 2] as const).map((level) =>
      mostSaid(
        messages.map(({ areas }) => areas[level]),
        0.3,
        letters,
      ),
    ),
    spotOf(messages, letters),
  ]
  const named: string[] = []
  for (const part of parts) if (part !== null && !named.some((before) => before.includes(part))) named.push(part)
  return named.length === 0 ? null : named.join('')
}

/** 青坪, 青坪花园 and 北门青坪花园 are said of one place: the longer names count for the shorter. */
function spotOf(messages: readonly OfMessage[], letters: Letters): string | null {
  const times = new Map<string, number>()
  const placed = messages.filter(({ isPlaced }) => isPlaced)
  // what texts name beside the matter may be anywhere: it takes more of them
  const areTitled = placed.length * 5 >= messages.length
  for (const { spots } of areTitled ? placed : messages) {
    for (const spot of new Set(spots)) {
      const name = letters(spot)
      if (name !== null) times.set(name, (times.get(name) ?? 0) + 1)
    }
  }
  const known = [...times].map(([name, own]) => {
    const longer = [...times].filter(([other]) => other !== name && other.includes(name))
    return { name, own, all: own + longer.reduce((sum, [, count]) => sum + count, 0) }
  })
  // of names that as many say the one that is said as it stands
  const [first] = known.toSorted((a, b) => b.all - a.all || b.own - a.own || b.name.length - a.name.length)
  if (first === undefined || first.all < Math.max(2, messages.length * (areTitled ? 0.3 : 0.6))) return null
  const fuller = known.find(
    ({ name, all }) => name !== first.name && name.includes(first.name) && all >= 0.7 * first.all,
  )
  return (fuller ?? first).name
}

function mostSaid(said: readonly (readonly Sign[])[], share: number, letters: Letters): string | null {
  const times = new Map<Sign, number>()
  for (const signs of said) for (const sign of signs) times.set(sign, (times.get(sign) ?? 0) + 1)
  const [first] = [...times].toSorted((a, b) => b[1] - a[1])
  return first === undefined || first[1] < said.length * share ? null : letters(first[0])
}

function whomOf(messages: readonly OfMessage[], letters: Letters): string | null {
  const weight = new Map<Sign, number>()
  for (const { groups } of messages) {
    groups.forEach((group, at) => void weight.set(group, (weight.get(group) ?? 0) + 1 / (at + 1)))
  }
  const groups = [...weight].filter(([, sum]) => sum >= messages.length / 5).toSorted((a, b) => b[1] - a[1])
  const named = groups.slice(0, 2).flatMap(([group]) => letters(group) ?? [])
  return named.length === 0 ? null : named.join('、')
}

interface Telling {
  readonly sign: Sign
  readonly word: string
  readonly share: number
}

const mostWords = 4
/** Of what a text says the half is beside the matter. */
const inTextOnly = 0.25

/** The words most of them have and few elsewhere, without those of the place itself. */
function wordsOf(messages: readonly OfMessage[], place: string, letters: Letters, rarity: Rarity): readonly Telling[] {
  const times = new Map<Sign, number>()
  for (const { title, matter } of messages) {
    const titled = new Set(title)
    for (const sign of matter.keys()) times.set(sign, (times.get(sign) ?? 0) + (titled.has(sign) ? 1 : inTextOnly))
  }
  const told = [...times].flatMap(([sign, count]) => {
    const word = letters(sign)
    const share = count / messages.length
    const isOfPlace = word !== null && place.includes(word)
    const isShared = count >= 1.2 && share >= 0.25
    return word === null || isOfPlace || !isShared || isAreaAlone.test(word)
      ? []
      : [{ sign, word, share, weight: share * Math.sqrt(Math.max(rarity(sign), 0.1)) }]
  })
  const heaviest = told
    .toSorted((a, b) => b.weight - a.weight)
    .slice(0, 2 * mostWords)
    // 烧烤店 says 烧烤 as well
    .filter(
      ({ word }, at, all) =>
        !all.some(
          (other) => other.word !== word && other.word.includes(word) && other.weight >= (all[at]?.weight ?? 0) / 2,
        ),
    )
    .slice(0, mostWords)
  const least = (heaviest[0]?.weight ?? 0) * 0.35
  return heaviest.filter(({ weight }) => weight >= least)
}
const isAreaAlone = /^(?:[a-z]\d*|\d+)$/i

/** In the order in which titles say them; a mark between those that no title says side by side. */
function inOrder(signs: readonly Sign[], messages: readonly OfMessage[], letters: Letters): string {
  const placed = signs.map((sign) => {
    const at = messages.flatMap(({ title }) => {
      const found = title.indexOf(sign)
      return found < 0 ? [] : [found / title.length]
    })
    // what no title says comes last
    return { sign, at: at.length === 0 ? 1 : at.reduce((sum, one) => sum + one, 0) / at.length }
  })
  const ordered = placed.toSorted((a, b) => a.at - b.at).map(({ sign }) => sign)
  return ordered
    .map((sign, at) => {
      const before = ordered[at - 1]
      const isBeside =
        before === undefined ||
        messages.some(({ title }) => title.some((word, place) => word === before && title[place + 1] === sign))
      return `${isBeside ? '' : '、'}${letters(sign) ?? ''}`
    })
    .join('')
}
