/**
 * What a text still gives away of whom it came from. It refuses too much rather than too little: whoever writes leaves the word out. What no
 * program can tell, a nickname or a story that everybody in the village knows, whoever publishes it has to see (docs/adr/0064).
 */
import { identifiersIn, plainWidth } from '../../text/identifiers.ts'
import { plainWords } from '../../text/likeness.ts'
import { foundNamesIn, knownNamesIn, saidNamesIn } from '../../text/names.ts'
import type { Masked } from '../../text/numbers.ts'
import type { Telling, TellingKind, WrittenPart } from './exemplary.ts'

/** What the matter itself says. */
export interface KnownOfSource {
  /** Of everybody whom it names: petitioners, agents, parties, officials. */
  readonly names: readonly string[]
  /** Of villages, townships and organs there: by one of these whoever lives there is found. */
  readonly places: readonly string[]
  /** What was written in it, by whomever. */
  readonly texts: readonly string[]
}

export type WrittenTexts = Readonly<Partial<Record<WrittenPart, string | null>>>

export function tellingsIn(written: WrittenTexts, known: KnownOfSource): readonly Telling[] {
  const runs = runsOf(known.texts)
  return (Object.entries(written) as [WrittenPart, string | null | undefined][]).flatMap(([part, text]) =>
    text ? tellingsOf(part, text, known, runs) : [],
  )
}

function tellingsOf(
  part: WrittenPart,
  text: string,
  known: KnownOfSource,
  runs: ReadonlySet<string>,
): readonly Telling[] {
  const plain = plainWidth(text)
  const told = (kind: TellingKind, found: readonly Masked[]): readonly Telling[] =>
    found.map(({ from, to }) => ({ part, kind, said: text.slice(from, to) }))
  const numbers = petitionNumbersIn(plain)
  const found = [
    ...told('petitionNumber', numbers),
    ...told('name', [...knownNamesIn(plain, known.names), ...saidNamesIn(plain), ...foundNamesIn(plain)]),
    ...told(
      'number',
      identifiersIn(text).filter((one) => !numbers.some((other) => one.from < other.to && other.from < one.to)),
    ),
    ...told('day', daysIn(plain)),
    ...told('place', placesIn(plain, known.places)),
    // the law is quoted word for word, here as there
    ...(part === 'basis' ? [] : copiedFrom(text, runs).map((said) => ({ part, kind: 'copied', said }) as const)),
  ]
  return [...new Map(found.map((each) => [`${each.kind}\n${each.said}`, each])).values()].slice(0, mostOfPart)
}

/** A text that is full of them is written anew. */
const mostOfPart = 20

const at = (found: RegExpMatchArray): Masked => ({
  ...{ from: found.index ?? 0, to: (found.index ?? 0) + found[0].length, instead: '' },
})
const everyIn = (plain: string, shapes: readonly RegExp[]): readonly Masked[] =>
  shapes.flatMap((shape) => [...plain.matchAll(shape)].map(at))

/** 2611-2348-2719-034, however it is cut. */
const petitionNumbersIn = (plain: string): readonly Masked[] =>
  everyIn(plain, [/(?<!\d)\d{4}[-–—\s]?\d{4}[-–—\s]?\d{4}[-–—\s]?\d{3}(?!\d)/g])

const numeral = '[〇零一二三四五六七八九十廿卅\\d]{1,3}'
const months = 'January|February|March|April|May|June|July|August|September|October|November|December'
/** A year and a month stay; a day is when everybody saw it. */
const daysIn = (plain: string): readonly Masked[] =>
  everyIn(plain, [
    new RegExp(
      `(?:[〇零一二三四五六七八九\\d]{2,4}\\s?年\\s?)?${numeral}\\s?月\\s?(?:初${numeral}|${numeral}\\s?[日号])`,
      'g',
    ),
    /(?<!\d)(?:19|20)\d{2}\s?[-/.]\s?\d{1,2}\s?[-/.]\s?\d{1,2}(?!\d)/g,
    new RegExp(`\\b(?:\\d{1,2}(?:st|nd|rd|th)?\\s+(?:${months})|(?:${months})\\s+\\d{1,2}(?:st|nd|rd|th)?)\\b`, 'g'),
  ])

/** Of two signs at least: a village of one would be in every sentence. */
function placesIn(plain: string, places: readonly string[]): readonly Masked[] {
  const lower = plain.toLowerCase()
  return [...new Set(places)].flatMap((place) => {
    const sought = place.toLowerCase()
    const found: Masked[] = []
    if ([...place].length < 2) return found
    for (let from = lower.indexOf(sought); from !== -1; from = lower.indexOf(sought, from + sought.length))
      found.push({ from, to: from + place.length, instead: '' })
    return found
  })
}

/** So many signs in a row that stand in the matter too are its own words: whoever wrote them knows them again, and so does a search. */
export const longestRun = 12

const runsOf = (texts: readonly string[]): ReadonlySet<string> =>
  new Set(
    texts.flatMap((text) => {
      const plain = wordsOnly(text)
      return Array.from({ length: Math.max(0, plain.length - longestRun + 1) }, (_, from) =>
        plain.slice(from, from + longestRun),
      )
    }),
  )

/** Stops and blanks are put elsewhere when a sentence is copied. */
const wordsOnly = (text: string): string => plainWords(text).replace(/[^\p{L}\p{N}]+/gu, '')

/** Each stretch that is copied, whole. */
function copiedFrom(text: string, runs: ReadonlySet<string>): readonly string[] {
  if (runs.size === 0) return []
  const plain = wordsOnly(text)
  const copied: string[] = []
  for (let from = 0; from + longestRun <= plain.length; from += 1) {
    if (!runs.has(plain.slice(from, from + longestRun))) continue
    let to = from + longestRun
    while (to < plain.length && runs.has(plain.slice(to - longestRun + 1, to + 1))) to += 1
    copied.push(plain.slice(from, to))
    from = to - 1
  }
  return copied
}
