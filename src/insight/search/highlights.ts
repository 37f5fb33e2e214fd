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
    text: shown.text,
  }
}

interface Span {
  readonly from: number
  readonly to: number
  readonly word: string
}

/** As texts are compared, sign for sign: what would take more or less room stays as it is. */
const comparable = (text: string): string =>
  text.replace(/[^\n]/gu, (sign) => {
    const plain = plainText(sign)
    return plain.length === sign.length ? plain : sign
  })

function spansOf(compared: string, words: readonly string[]): readonly Span[] {
  const spans: Span[] = []
  for (const word of words)
    for (let at = compared.indexOf(word); at !== -1; at = compared.indexOf(word, at + word.length))
      spans.push({ from: at, to: at + word.length, word })
  return spans.toSorted((a, b) => a.from - b.from || b.to - a.to)
}

interface Best {
  readonly text: readonly Stretch[]
  readonly words: number
}

/** The stretch that holds the most different words, the first of those that hold as many. */
function best(text: string, words: readonly string[]): Best {
  const spans = spansOf(comparable(text), words)
  let [from, most] = [0, 0]
  spans.forEach((span, at) => {
    const within = new Set<string>()
    for (let next = at; next < spans.length && (spans[next] as Span).to <= span.from + signsShown; next += 1)
      within.add((spans[next] as Span).word)
    if (within.size > most) [from, most] = [Math.max(0, span.from - signsBefore), within.size]
  })
  const left = (isLeft: boolean): readonly Stretch[] => (isLeft ? [{ text: '…', isMarked: false }] : [])
  const cut = text
    .slice(from, from + signsShown)
    .replace(/\s+/gu, ' ')
    .toWellFormed()
  return { text: [...left(from > 0), ...marked(cut, words), ...left(from + signsShown < text.length)], words: most }
}

function marked(text: string, words: readonly string[]): readonly Stretch[] {
  const stretches: Stretch[] = []
  let at = 0
  for (const { from, to } of spansOf(comparable(text), words)) {
    if (to <= at) continue
    const begin = Math.max(from, at)
    if (begin > at) stretches.push({ text: text.slice(at, begin), isMarked: false })
    stretches.push({ text: text.slice(begin, to), isMarked: true })
    at = to
  }
  if (at < text.length) stretches.push({ text: text.slice(at), isMarked: false })
  return stretches
}
