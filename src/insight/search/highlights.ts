/** What is shown of a petition that was found: the stretch in which most of the words stand, each marked. */
import type { MaskedText } from './masked-text.ts'
import { plainText } from './words.ts'

/** A stretch of a text; what was looked for is marked. */
export interface Stretch {
  readonly text: string
  readonly isMarked: boolean
}

export interface Shown {
  readonly title: readonly Stretch[]
  /** Where else it stands: in what was written, or in what was answered. */
  readonly in: 'asked' | 'answered' | null
  readonly text: readonly Stretch[]
}

const signsShown = 120
/** So much stands before the first word that is marked. */
const signsBefore = 20

export function shownIn(text: MaskedText | null, words: readonly string[]): Shown {
  if (text === null) return { title: [], in: null, text: [] }
  const [asked, answered] = [[text.text, ...text.asked].join(' '), text.answered.join(' ')]
  const [inAsked, inAnswered] = [best(asked, words), best(answered, words)]
  const isAnswer = inAnswered.words > inAsked.words
  const shown = isAnswer ? inAnswered : inAsked
  return {
    title: marked(text.title, words),
    in: isAnswer ? 'answered' : 'asked',
    text: marked(shown.cut, words),
  }
}

interface Span {
  readonly from: number
  readonly to: number
  readonly word: string
}

/** Sign for sign as it was written where width and case change no length; else as it is compared. */
const comparable = (text: string): readonly [shown: string, compared: string] => {
  const plain = plainText(text)
  return plain.length === text.length ? [text, plain] : [plain, plain]
}

function spansOf(compared: string, words: readonly string[]): readonly Span[] {
  const spans: Span[] = []
  for (const word of words)
    for (let at = compared.indexOf(word); at !== -1; at = compared.indexOf(word, at + word.length))
      spans.push({ from: at, to: at + word.length, word })
  return spans.toSorted((a, b) => a.from - b.from || b.to - a.to)
}

/** The stretch that holds the most different words, the first of those that hold as many. */
function best(text: string, words: readonly string[]): { readonly cut: string; readonly words: number } {
  const [shown, compared] = comparable(text)
  const spans = spansOf(compared, words)
  let [from, most] = [0, 0]
  spans.forEach((span, at) => {
    const within = new Set<string>()
    for (let next = at; next < spans.length && (spans[next] as Span).to <= span.from + signsShown; next += 1)
      within.add((spans[next] as Span).word)
    if (within.size > most) [from, most] = [Math.max(0, span.from - signsBefore), within.size]
  })
  const cut = shown.slice(from, from + signsShown).replace(/\s+/gu, ' ')
  const isBegun = from > 0
  const goesOn = from + signsShown < shown.length
  return { cut: `${isBegun ? '…' : ''}${cut.toWellFormed()}${goesOn ? '…' : ''}`, words: most }
}

function marked(text: string, words: readonly string[]): readonly Stretch[] {
  const [shown, compared] = comparable(text)
  const stretches: Stretch[] = []
  let at = 0
  for (const { from, to } of spansOf(compared, words)) {
    if (to <= at) continue
    const begin = Math.max(from, at)
    if (begin > at) stretches.push({ text: shown.slice(at, begin), isMarked: false })
    stretches.push({ text: shown.slice(begin, to), isMarked: true })
    at = to
  }
  if (at < shown.length) stretches.push({ text: shown.slice(at), isMarked: false })
  return stretches
}
