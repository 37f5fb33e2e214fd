/** Where two texts say the same and where they differ, word by word: what stands in the place of what. */
import { segment } from './segmenter.ts'

/** A stretch of two texts: the same in both, or one side for the other; either may be empty. */
export type Stretch = { readonly same: string } | { readonly one: string; readonly other: string }

export const isSame = (stretch: Stretch): stretch is { readonly same: string } => 'same' in stretch

/** Texts that differ in more words than this are not laid beside each other: nothing is learned by it. */
const mostSteps = 800
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
function between(a: readonly string[], b: readonly string[]): readonly Run[] {
  const furthest = new Map<number, number>([[1, 0]])
  const steps: ReadonlyMap<number, number>[] = []
  for (let step = 0; step <= Math.min(a.length + b.length, mostSteps); step += 1) {
    steps.push(new Map(furthest))
    for (let k = -step; k <= step; k += 2) {
      const isDown = k === -step || (k !== step && at(furthest, k - 1) < at(furthest, k + 1))
      let x = isDown ? at(furthest, k + 1) : at(furthest, k - 1) + 1
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) x += 1
      furthest.set(k, x)
      if (x >= a.length && x - k >= b.length) return walkedBack(steps, a.length, b.length)
    }
  }
  return []
}

const at = (furthest: ReadonlyMap<number, number>, k: number): number => furthest.get(k) ?? -1

function walkedBack(steps: readonly ReadonlyMap<number, number>[], endX: number, endY: number): readonly Run[] {
  const runs: Run[] = []
  let [x, y] = [endX, endY]
  for (let step = steps.length - 1; step >= 0; step -= 1) {
    const before = steps[step] as ReadonlyMap<number, number>
    const k = x - y
    const isDown = k === -step || (k !== step && at(before, k - 1) < at(before, k + 1))
    const from = isDown ? k + 1 : k - 1
    const fromX = step === 0 ? 0 : at(before, from)
    const fromY = step === 0 ? 0 : fromX - from
    const beginX = step === 0 ? 0 : isDown ? fromX : fromX + 1
    if (x > beginX) runs.push([beginX, y - (x - beginX), x - beginX])
    ;[x, y] = [fromX, fromY]
  }
  return runs.reverse()
}
