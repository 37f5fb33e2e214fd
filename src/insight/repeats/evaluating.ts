/**
 * How well repeats are found, over messages that somebody else wrote down (`xinqiao similar`). What is true is counted by comparing every message
 * with every other; what is found is what the prints and the rule of this room find, which compare few.
 */
import { bandsOf, gramsOf, likeness, plainWords } from '../../text/likeness.ts'
import { type SetApart, setApart } from '../../text/particulars.ts'
import { banding, likenessOfCopy, likenessOffered } from './rule.ts'

export interface Message {
  readonly id: string
  readonly title: string
  readonly text: string
}

export interface Share {
  readonly of: number
  readonly found: number
  readonly share: number
}

export interface Evaluated {
  readonly messages: number
  /** Pairs of copies that are found, among all there are (recall), and copies among what is found as such (precision). */
  readonly recall: number
  readonly precision: number
  readonly pairs: number
  readonly found: number
  /** Pairs from 0.4 on of which the places that both name differ; how many of them are kept apart, and not offered as one matter. */
  readonly keptApart: number
  readonly differentPlaces: number
  /** Of pairs that name no different place, how many are offered as one matter. */
  readonly keptTogether: number
  /** Copies whose places do not differ that are offered as one matter, and such copies among what is offered as a copied matter. */
  readonly sameMatter: { readonly recall: number; readonly precision: number }
  readonly from: { readonly copy: number; readonly offered: number }
  readonly msEach: number
}

interface Pair {
  readonly one: number
  readonly other: number
  readonly likeness: number
}

export function evaluate(messages: readonly Message[], progress: (done: number) => void = () => undefined): Evaluated {
  const grams = messages.map(({ text }) => gramsOf(plainWords(text)))
  const truth = allPairs(grams, likenessOffered, progress)
  const began = performance.now()
  const found = foundPairs(messages, grams)
  const judged = found.map((pair) => ({ ...pair, apart: apartIn(messages, pair) }))
  const msEach = (performance.now() - began) / Math.max(1, messages.length)
  const key = ({ one, other }: Pair) => `${one}-${other}`
  const [copies, foundCopies] = [truth, judged].map((pairs) =>
    pairs.filter((pair) => pair.likeness >= likenessOfCopy),
  ) as [Pair[], typeof judged]
  const isTrue = new Set(copies.map(key))
  const placesOf = placesBy(messages)
  const isElsewhere = ({ one, other }: Pair) =>
    namesDifferentPlaces(messages[one] as Message, messages[other] as Message, placesOf)
  const different = new Set(truth.filter(isElsewhere).map(key))
  const together = new Set(judged.filter(({ apart }) => apart.length === 0).map(key))
  const hits = foundCopies.filter((pair) => isTrue.has(key(pair))).length
  const sameTrue = copies.filter((pair) => !different.has(key(pair)))
  const sameFound = foundCopies.filter(({ apart }) => apart.length === 0)
  const sameHits = sameFound.filter((pair) => isTrue.has(key(pair)) && !different.has(key(pair))).length
  const alike = truth.filter((pair) => !different.has(key(pair)))
  return {
    messages: messages.length,
    ...{ recall: share(hits, copies.length), precision: share(hits, foundCopies.length) },
    ...{ pairs: copies.length, found: foundCopies.length },
    keptApart: share([...different].filter((pair) => !together.has(pair)).length, different.size),
    differentPlaces: different.size,
    keptTogether: share(alike.filter((pair) => together.has(key(pair))).length, alike.length),
    sameMatter: { recall: share(sameHits, sameTrue.length), precision: share(sameHits, sameFound.length) },
    from: { copy: likenessOfCopy, offered: likenessOffered },
    msEach: Math.round(msEach * 1000) / 1000,
  }
}

/** Of nothing everything is found. */
const share = (part: number, whole: number): number => (whole === 0 ? 1 : Math.round((part / whole) * 10_000) / 10_000)

/** Every pair from a likeness on, by counting what they have in common gram by gram: exact, and slow. */
function allPairs(
  grams: readonly ReadonlySet<string>[],
  from: number,
  progress: (done: number) => void,
): readonly Pair[] {
  const having = new Map<string, number[]>()
  const pairs: Pair[] = []
  grams.forEach((own, one) => {
    const common = new Map<number, number>()
    for (const gram of own) {
      const others = having.get(gram)
      if (others === undefined) having.set(gram, [one])
      else {
        for (const other of others) common.set(other, (common.get(other) ?? 0) + 1)
        others.push(one)
      }
    }
    for (const [other, both] of common) {
      const alike = both / (own.size + (grams[other]?.size ?? 0) - both)
      if (alike >= from) pairs.push({ one, other, likeness: alike })
    }
    if (one % 200 === 199) progress(one + 1)
  })
  return pairs
}

/** What the house would compare: those with a print in common. */
function foundPairs(messages: readonly Message[], grams: readonly ReadonlySet<string>[]): readonly Pair[] {
  const having = new Map<string, number[]>()
  const pairs: Pair[] = []
  messages.forEach(({ text }, one) => {
    const near = new Set<number>()
    bandsOf(plainWords(text), banding).forEach((band, at) => {
      const others = having.get(`${at} ${band}`) ?? []
      for (const other of others) near.add(other)
      having.set(`${at} ${band}`, [...others, one])
    })
    for (const other of near) {
      const alike = likeness(grams[one] ?? new Set(), grams[other] ?? new Set())
      if (alike >= likenessOffered) pairs.push({ one, other, likeness: alike })
    }
  })
  return pairs
}

const told = ({ title, text }: Message): string => `${title}。${text}`

const apartIn = (messages: readonly Message[], { one, other }: Pair): readonly SetApart[] =>
  setApart(told(messages[one] as Message), told(messages[other] as Message))

/** By another way than the rule's own: which prefectures, counties and districts the titles name; where one names none, the whole messages. */
const codedPlace = /([A-Z]\d{0,3})(?=[市区县州])/gu
const realPlace = /(?<!\p{Script=Han})(\p{Script=Han}{2,3}?)(?=[市区县州])/gu
/** 小区, 社区 and the like are no districts. */
const noPlace = /[小社地校厂园山城郊片景灾库街战全本该我各外省此]$/u

type PlacesOf = (text: string) => readonly string[]

/** A file of which the real names were taken out names places by codes; what still looks like a name there is none. */
function placesBy(messages: readonly Message[]): PlacesOf {
  const isCoded = messages.filter(({ title, text }) => codes(title + text).length > 0).length * 5 > messages.length
  return isCoded ? codes : realPlaces
}

const codes: PlacesOf = (text) =>
  [...text.normalize('NFKC').toUpperCase().matchAll(codedPlace)].map(([, code = '']) => code)
const realPlaces: PlacesOf = (text) =>
  [...text.normalize('NFKC').matchAll(realPlace)].map(([, name = '']) => name).filter((name) => !noPlace.test(name))

function namesDifferentPlaces(one: Message, other: Message, placesOf: PlacesOf): boolean {
  const titles = [placesOf(one.title), placesOf(other.title)] as const
  const [mine, theirs] = titles.every((places) => places.length > 0)
    ? titles
    : [placesOf(told(one)), placesOf(told(other))]
  if (mine.length === 0 || theirs.length === 0) return false
  return !mine.some((a) => theirs.some((b) => a.startsWith(b) || b.startsWith(a)))
}
