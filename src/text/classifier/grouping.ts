/**
 * Texts that say the same, so that none of them is learned from while another of them is asked about. Of eight bands of a text two in
 * common make a near copy (likeness.ts); short texts are the same where they are the same sign for sign.
 */
import { bandsOf, bandsOfNearCopy } from '../likeness.ts'
import { randomFrom } from './margin.ts'
import type { Text } from './vectors.ts'

/** The group of each text, as a number. */
export function groupsOf(texts: readonly Text[]): Int32Array {
  const parent = Int32Array.from(texts, (_, at) => at)
  const find = (at: number): number => {
    let root = at
    while (parent[root] !== root) root = parent[root] as number
    parent[at] = root
    return root
  }
  const [whole, bands] = [new Map<string, number>(), new Map<string, number[]>()]
  texts.forEach((text, at) => {
    const joined = text.join('')
    const same = whole.get(joined)
    if (same === undefined) whole.set(joined, at)
    else parent[find(at)] = find(same)
    const common = new Map<number, number>()
    for (const [band, print] of bandsOf(joined).entries()) {
      const key = `${band} ${print}`
      const others = bands.get(key) ?? []
      for (const other of others) common.set(other, (common.get(other) ?? 0) + 1)
      if (others.length < mostCompared) bands.set(key, [...others, at])
    }
    for (const [other, shared] of common) if (shared >= bandsOfNearCopy) parent[find(at)] = find(other)
  })
  return parent.map((_, at) => find(at))
}

/** A form letter that thousands sent is one group by the first of them already. */
const mostCompared = 50

/** Puts each text into one of so many folds, a group always together, and each label spread over all of them. */
export function foldsOf(groups: Int32Array, labels: ArrayLike<number>, folds: number): Int32Array {
  const random = randomFrom(11)
  const byLabel = Map.groupBy(groups.keys(), (at) => labels[at] as number)
  const foldOfGroup = new Map<number, number>()
  let next = 0
  for (const members of [...byLabel].toSorted(([a], [b]) => a - b).map(([, of]) => of)) {
    const order = members.map((at) => ({ at, key: random() })).toSorted((a, b) => a.key - b.key)
    for (const { at } of order) {
      const group = groups[at] as number
      if (foldOfGroup.has(group)) continue
      foldOfGroup.set(group, next % folds)
      next += 1
    }
  }
  return groups.map((group) => foldOfGroup.get(group) ?? 0)
}
