/** Where two texts say the same and where they differ, word by word: what stands in the place of what. */
import { segment } from './segmenter.ts'

/** A stretch of two texts: the same in both, or one side for the other; either may be empty. */
export type Stretch = { readonly same: string } | { readonly one: string; readonly other: string }

export const isSame = (stretch: Stretch): stretch is { readonly same: string } => 'same' in stretch

/** Texts that differ in more words than this are not laid beside each other: nothing is learned by it. */
const mostSteps = 400
/** So many words of a text are compared; what comes after is one stretch. */
const mostWords = 4000

export function differences(one: string, other: string): readonly Stretch[] {
  const [a, b] = [wordsOf(one), wordsOf(other)]
  const [left, right] = [a.slice(0, mostWords), b.slice(0, mostWords)]
  const kept = commonIn(left, right)
  const stretches: Stretch[] = []
  let [i, j] = [0, 0]
  for (const [x, y, length] of kept) {
    push(stretches, { one: joined(left, i, x), other: joined(right, j, y) })
    push(stretches, { same: joined(left, x, x + length) })
    i = x + length
    j = y + length
  }
  push(stretches, { one: joined(a, i, a.length), other: joined(b, j, b.length) })
  return closed(stretches)
}

const wordsOf = (text: string): readonly string[] => segment(text).map(({ word }) => word)
const joined = (words: readonly string[], from: number, to: number): string => words.slice(from, to).join('')

function push(stretches: Stretch[], next: Stretch): void {
  if (isSame(next) ? next.same !== '' : next.one !== '' || next.other !== '') stretches.push(next)
}

/** A single sign that is the same between two changes holds nothing together. */
function closed(stretches: readonly Stretch[]): readonly Stretch[] {
  const out: Stretch[] = []
  stretches.forEach((stretch, at) => {
    const last = out.at(-1)
    const isBridge = isSame(stretch) && stretch.same.length <= 1 && at > 0 && at < stretches.length - 1
    const part = isBridge ? { one: stretch.same, other: stretch.same } : stretch
    if (last === undefined || isSame(last) || isSame(part)) out.push(part)
    else out[out.length - 1] = { one: last.one + part.one, other: last.other + part.other }
  })
  return out
}

type Run = readonly [x: number, y: number, length: number]

/** Runs of words that both have, in order, with the fewest left out (Myers); none where too much differs. */
function commonIn(a: readonly string[], b: readonly string[]): readonly Run[] {
  const start = headOf(a, b)
  const end = tailOf(a, b, start)
  const inner = between(a.slice(start, a.length - end), b.slice(start, b.length - end))
  return [
    ...(start > 0 ? [[0, 0, start] as const] : []),
    ...inner.map(([x, y, length]) => [x + start, y + start, length] as const),
    ...(end > 0 ? [[a.length - end, b.length - end, end] as const] : []),
  ]
}

function headOf(a: readonly string[], b: readonly string[]): number {
  let at = 0
  while (at < a.length && at < b.length && a[at] === b[at]) at += 1
  return at
}

function tailOf(a: readonly string[], b: readonly string[], start: number): number {
  let at = 0
  while (at < a.length - start && at < b.length - start && a[a.length - 1 - at] === b[b.length - 1 - at]) at += 1
  return at
}

/** The furthest place on each diagonal after each step; walked back, it says which words were kept. */
function between(one: readonly string[], other: readonly string[]): readonly Run[] {
  const [a, b] = numbered(one, other)
  const most = Math.min(a.length + b.length, mostSteps)
  const middle = most + 1
  const furthest = new Int32Array(2 * middle + 1).fill(-1)
  furthest[middle + 1] = 0
  const steps: Int32Array[] = []
  for (let step = 0; step <= most; step += 1) {
    steps.push(furthest.slice(middle - step - 1, middle + step + 2))
    for (let k = -step; k <= step; k += 2) {
      const isDown = isDownAt(furthest, middle, step, k)
      let x = isDown ? at(furthest, middle + k + 1) : at(furthest, middle + k - 1) + 1
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) x += 1
      furthest[middle + k] = x
      if (x >= a.length && x - k >= b.length) return walkedBack(steps, a.length, b.length)
    }
  }
  return []
}

/** Words as numbers, which are compared at once. */
function numbered(one: readonly string[], other: readonly string[]): readonly [Int32Array, Int32Array] {
  const known = new Map<string, number>()
  const numberOf = (word: string): number => {
    const number = known.get(word) ?? known.size
    known.set(word, number)
    return number
  }
  return [Int32Array.from(one, numberOf), Int32Array.from(other, numberOf)]
}

const at = (furthest: Int32Array, place: number): number => furthest[place] ?? -1

const isDownAt = (furthest: Int32Array, middle: number, step: number, k: number): boolean =>
  k === -step || (k !== step && at(furthest, middle + k - 1) < at(furthest, middle + k + 1))

function walkedBack(steps: readonly Int32Array[], endX: number, endY: number): readonly Run[] {
  const runs: Run[] = []
  let [x, y] = [endX, endY]
  for (let step = steps.length - 1; step >= 0; step -= 1) {
    const before = steps[step] as Int32Array
    const middle = step + 1
    const k = x - y
    const isDown = isDownAt(before, middle, step, k)
    const from = isDown ? k + 1 : k - 1
    const fromX = step === 0 ? 0 : at(before, middle + from)
    const beginX = step === 0 ? 0 : isDown ? fromX : fromX + 1
    if (x > beginX) runs.push([beginX, y - (x - beginX), x - beginX])
    ;[x, y] = step === 0 ? [0, 0] : [fromX, fromX - from]
  }
  return runs.reverse()
}
