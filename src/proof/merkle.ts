/**
 * The Merkle tree of RFC 6962 section 2.1, over SHA-256: roots, proofs that an entry is in a tree, and proofs that a larger
 * tree continues a smaller one. Sizes and places are counted in entries.
 */
import { sha256 } from '@noble/hashes/sha2.js'
import { joined, sameBytes } from './bytes.ts'

export type Hash = Uint8Array
export const hashBytes = 32

const leafPrefix = Uint8Array.of(0)
const nodePrefix = Uint8Array.of(1)

/** MTH({entry}): what stands for an entry in the tree. */
export const leafHash = (entry: Uint8Array): Hash => sha256(joined(leafPrefix, entry))

export const nodeHash = (left: Hash, right: Hash): Hash => sha256(joined(nodePrefix, left, right))

/** MTH({}): the root of the tree without entries. */
export const emptyRoot = (): Hash => sha256(new Uint8Array(0))

/** The root over hashes that each stand for a leaf, or for complete subtrees of one size of which the last may be ragged. */
export function rootOver(hashes: readonly Hash[]): Hash {
  if (hashes.length === 0) return emptyRoot()
  if (hashes.length === 1) return hashes[0] as Hash
  const left = largestPowerBelow(hashes.length)
  return nodeHash(rootOver(hashes.slice(0, left)), rootOver(hashes.slice(left)))
}

/** The largest power of two that is smaller than a size of at least 2. */
export function largestPowerBelow(size: number): number {
  let power = 1
  while (power * 2 < size) power *= 2
  return power
}

/** MTH(D[from:to]): complete, or the ragged end of the tree. Whoever holds tiles answers it from them. */
export type RangeHash = (from: number, to: number) => Promise<Hash>

/** PATH(index, D[0:size]), from the leaf's sibling upwards. Throws RangeError where there is no such entry. */
export async function inclusionProof(index: number, size: number, range: RangeHash): Promise<readonly Hash[]> {
  if (!(index >= 0 && index < size)) throw new RangeError(`there is no entry ${index} in a tree of ${size}`)
  return pathWithin(index, 0, size, range)
}

async function pathWithin(index: number, from: number, to: number, range: RangeHash): Promise<readonly Hash[]> {
  if (to - from === 1) return []
  const middle = from + largestPowerBelow(to - from)
  return index < middle
    ? [...(await pathWithin(index, from, middle, range)), await range(middle, to)]
    : [...(await pathWithin(index, middle, to, range)), await range(from, middle)]
}

/** PROOF(older, D[0:newer]). Nothing needs proving from an empty tree or to the same one. */
export async function consistencyProof(older: number, newer: number, range: RangeHash): Promise<readonly Hash[]> {
  if (!(older >= 0 && older <= newer)) throw new RangeError(`a tree of ${newer} does not continue one of ${older}`)
  if (older === 0 || older === newer) return []
  return subproof(older, 0, newer, true, range)
}

async function subproof(
  older: number,
  from: number,
  to: number,
  isWhole: boolean,
  range: RangeHash,
): Promise<readonly Hash[]> {
  if (older === to) return isWhole ? [] : [await range(from, to)]
  const middle = from + largestPowerBelow(to - from)
  return older <= middle
    ? [...(await subproof(older, from, middle, isWhole, range)), await range(middle, to)]
    : [...(await subproof(older, middle, to, false, range)), await range(from, middle)]
}

/** The root that an entry's hash and its path lead to; null where the path is not as long as the tree asks for. */
export function rootFromInclusion(leaf: Hash, index: number, size: number, path: readonly Hash[]): Hash | null {
  if (!(index >= 0 && index < size)) return null
  let [node, last, hash] = [index, size - 1, leaf]
  for (const sibling of path) {
    if (last === 0) return null
    if (node % 2 === 1 || node === last) {
      hash = nodeHash(sibling, hash)
      while (node % 2 === 0 && node !== 0) [node, last] = [Math.floor(node / 2), Math.floor(last / 2)]
    } else hash = nodeHash(hash, sibling)
    ;[node, last] = [Math.floor(node / 2), Math.floor(last / 2)]
  }
  return last === 0 ? hash : null
}

export interface Tree {
  readonly size: number
  readonly root: Hash
}

/** Whether a tree continues an older one: every entry of the older one is in it, unchanged and in its place (RFC 9162, 2.1.4.2). */
export function isConsistent(older: Tree, newer: Tree, proof: readonly Hash[]): boolean {
  if (older.size > newer.size) return false
  if (older.size === newer.size) return proof.length === 0 && sameBytes(older.root, newer.root)
  if (older.size === 0) return proof.length === 0 && sameBytes(older.root, emptyRoot())
  const isComplete = largestPowerBelow(older.size * 2) === older.size
  const [first, ...rest] = isComplete ? [older.root, ...proof] : proof
  if (first === undefined) return false
  let [node, last] = [older.size - 1, newer.size - 1]
  while (node % 2 === 1) [node, last] = [Math.floor(node / 2), Math.floor(last / 2)]
  let [was, is] = [first, first]
  for (const hash of rest) {
    if (last === 0) return false
    if (node % 2 === 1 || node === last) {
      was = nodeHash(hash, was)
      is = nodeHash(hash, is)
      while (node % 2 === 0 && node !== 0) [node, last] = [Math.floor(node / 2), Math.floor(last / 2)]
    } else is = nodeHash(is, hash)
    ;[node, last] = [Math.floor(node / 2), Math.floor(last / 2)]
  }
  return last === 0 && sameBytes(was, older.root) && sameBytes(is, newer.root)
}
