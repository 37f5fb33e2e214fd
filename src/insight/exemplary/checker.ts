/**
 * What a text still gives away of whom it came from. It refuses too much rather than too little: whoever writes puts it otherwise. What no
 * program can tell, a by-name or a story that everybody in the village knows, whoever publishes it has to see (docs/adr/0064).
 */
import type { Masked } from '../../text/numbers.ts'
import { calledNamesIn } from './called-names.ts'
import type { Telling, TellingKind, WrittenPart } from './exemplary.ts'
import { placesIn } from './small-places.ts'
import { daysIn, numbersIn, petitionNumbersIn } from './told-figures.ts'

/** What the matter itself says. */
export interface KnownOfSource {
  /** Of everybody whom it names: petitioners, agents, parties, officials. */
  readonly names: readonly string[]
  /** Of villages, townships and organs there: by one of these whoever lives there is found. */
  readonly places: readonly string[]
  /** What was written in it, by whomever. */
  readonly texts: readonly string[]
  /** Of organs that are no small place: everybody calls them so, and nobody copied it. */
  readonly offices: readonly string[]
}

export type WrittenTexts = Readonly<Partial<Record<WrittenPart, string | null>>>

export function tellingsIn(written: WrittenTexts, known: KnownOfSource): readonly Telling[] {
  const runs = runsOf(known)
  return (Object.entries(written) as [WrittenPart, string | null | undefined][]).flatMap(([part, text]) =>
    text ? tellingsOf(part, text, known, runs) : [],
  )
}

type Stretch = Pick<Masked, 'from' | 'to'>

/** Full-width signs made plain, and what cannot be seen taken out: neither hides a number. */
const seen = (text: string): string => text.normalize('NFKC').replace(/\p{Cf}/gu, '')

function tellingsOf(part: WrittenPart, text: string, known: KnownOfSource, runs: Runs): readonly Telling[] {
  const plain = seen(text)
  const isLawCited = part === 'basis'
  const told = (kind: TellingKind, found: readonly Stretch[]): readonly Telling[] =>
    merged(found).map(({ from, to }) => ({ part, kind, said: plain.slice(from, to).trim() }))
  const found = [
    ...told('petitionNumber', petitionNumbersIn(plain)),
    ...told('name', calledNamesIn(plain, known.names)),
    ...told('number', numbersIn(plain, isLawCited)),
    ...told('day', daysIn(plain, isLawCited)),
    ...told('place', placesIn(plain, known.places)),
    // the law is quoted word for word, here as there
    ...(isLawCited
      ? []
      : copiedFrom(cut(plain, known, written), runs).map((said) => ({ part, kind: 'copied', said }) as const)),
  ]
  return [...new Map(found.map((each) => [`${each.kind}\n${each.said}`, each])).values()].slice(0, mostOfPart)
}

/** What overlaps is said once, and whole. */
function merged(found: readonly Stretch[]): readonly Stretch[] {
  const whole: Stretch[] = []
  for (const one of found.toSorted((a, b) => a.from - b.from)) {
    const last = whole.at(-1)
    if (last === undefined || one.from >= last.to) whole.push(one)
    else whole[whole.length - 1] = { from: last.from, to: Math.max(last.to, one.to) }
  }
  return whole
}

/** A text that is full of them is written anew. */
const mostOfPart = 20

/** So many signs in a row that stand in the matter too are its own words: whoever wrote them knows them again, and so does a search. */
export const longestRun = 10

type Runs = ReadonlySet<string>

const runsOf = (known: KnownOfSource): Runs =>
  new Set(
    known.texts.flatMap((text) => {
      const plain = wordsOnly(cut(seen(text), known, there))
      return Array.from({ length: Math.max(0, plain.length - longestRun + 1) }, (_, from) =>
        plain.slice(from, from + longestRun),
      )
    }),
  )

/** Stand where a title of a law or the name of an office was taken out; two signs, so that no run goes across. */
const [there, written] = ['\uE000', '\uE001']
const titleOfLaw = /《[^《》]{2,60}》/gu

const cut = (plain: string, { offices }: KnownOfSource, by: string): string =>
  offices.reduce((left, office) => left.replaceAll(office, by), plain.replace(titleOfLaw, by))

/** Stops and blanks are put elsewhere when a sentence is copied. */
const wordsOnly = (plain: string): string => plain.toLowerCase().replace(/[^\p{L}\p{N}\uE000\uE001]+/gu, '')

/** Each stretch that is copied, whole. */
function copiedFrom(text: string, runs: Runs): readonly string[] {
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
