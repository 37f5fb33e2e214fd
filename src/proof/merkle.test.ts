import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromBase64 } from './bytes.ts'
import { parseCheckpoint } from './checkpoint.ts'
import {
  consistencyProof,
  emptyRoot,
  type Hash,
  inclusionProof,
  isConsistent,
  leafHash,
  nodeHash,
  type RangeHash,
  rootFromInclusion,
  rootOver,
} from './merkle.ts'
import { argon, consistencies, inclusions } from './testing/vectors.ts'
import { hashesAtLevel, rangeHashFrom, type TileAt, tileWidth } from './tile.ts'

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')

/** The eight entries and roots by which implementations of RFC 6962 have been compared since its reference implementation. */
const entries = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f']
const roots = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
]
const leaves = entries.map((entry) => leafHash(Buffer.from(entry, 'hex')))

describe('RFC 6962 section 2.1: the tree', () => {
  it('has the root of the empty tree', () => {
    expect(hex(emptyRoot())).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
  })

  it.each(roots.map((root, at) => [at + 1, root] as const))('has the known root of %i entries', (size, root) => {
    expect(hex(rootOver(leaves.slice(0, size)))).toBe(root)
  })
})

/** The hash of a range as the RFC defines it, from all the leaves. */
const straight =
  (hashes: readonly Hash[]): RangeHash =>
  async (from, to) =>
    rootOver(hashes.slice(from, to))

const many = Array.from({ length: 3000 }, (_, at) => leafHash(Buffer.from(`entry ${at}`)))

/** The tiles of a tree, made from all its leaves. */
function tilesOf(size: number): (tile: TileAt) => Promise<readonly Hash[]> {
  return async ({ level, index, width }) => {
    if (level === 'entries') throw new Error('no entries here')
    const span = tileWidth ** level
    if (index * tileWidth + width > hashesAtLevel(level, size)) throw new Error('no such tile')
    return Array.from({ length: width }, (_, at) => {
      const from = (index * tileWidth + at) * span
      return rootOver(many.slice(from, from + span))
    })
  }
}

const treeOf = (size: number) => ({ size, root: rootOver(many.slice(0, size)) })
const sizes = fc.oneof(
  fc.integer({ min: 1, max: 40 }),
  fc.integer({ min: 1, max: 3000 }),
  fc.constantFrom(255, 256, 257, 511, 512, 513, 1024, 2048, 2816),
)
const pairs = fc.tuple(sizes, sizes).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const)

describe('Published proofs', () => {
  const path = (proof: readonly string[]) => proof.map((hash) => Buffer.from(hash, 'hex'))
  const tree = (size: number) => ({ size, root: Buffer.from(roots[size - 1] as string, 'hex') })

  it.each(inclusions)('entry %i of %i', async (index, size, proof) => {
    expect((await inclusionProof(index, size, straight(leaves))).map(hex)).toEqual(proof)
    expect(hex(rootFromInclusion(leaves[index] as Hash, index, size, path(proof)) as Hash)).toBe(roots[size - 1])
  })

  it.each(consistencies)('from %i to %i', async (older, newer, proof) => {
    expect((await consistencyProof(older, newer, straight(leaves))).map(hex)).toEqual(proof)
    expect(isConsistent(tree(older), tree(newer), path(proof))).toBe(true)
  })

  it('of a log of a thousand million entries', () => {
    const bytes = (text: string) => fromBase64(text) as Uint8Array
    const leaf = leafHash(bytes(argon.entry))
    expect(rootFromInclusion(leaf, argon.index, argon.size, argon.path.map(bytes))).toEqual(bytes(argon.root))
    const older = { size: argon.older.size, root: bytes(argon.older.root) }
    const newer = { size: argon.size, root: bytes(argon.root) }
    expect(isConsistent(older, newer, argon.consistency.map(bytes))).toBe(true)
    expect(isConsistent({ ...older, size: older.size - 1 }, newer, argon.consistency.map(bytes))).toBe(false)
    expect(rootFromInclusion(leaf, argon.index + 1, argon.size, argon.path.map(bytes))).not.toEqual(bytes(argon.root))
  })

  it('are none for sizes that no tree has, and end', () => {
    const most = Number.MAX_SAFE_INTEGER
    const hashes = Array.from({ length: 63 }, () => emptyRoot())
    expect(rootFromInclusion(emptyRoot(), most - 1, most, hashes)).toBeNull()
    expect(isConsistent({ size: most - 1, root: emptyRoot() }, { size: most, root: emptyRoot() }, hashes)).toBe(false)
  })
})

describe('C2SP tlog-checkpoint: the text', () => {
  const root = 'CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I='

  it('has three lines, and others after them that are not empty', () => {
    const read = { origin: 'example.com/behind-the-sofa', size: 20852163, root: fromBase64(root) }
    expect(parseCheckpoint(`example.com/behind-the-sofa\n20852163\n${root}\n`)).toEqual(read)
    expect(parseCheckpoint(`example.com/behind-the-sofa\n20852163\n${root}\nextension\nanother\n`)).toEqual(read)
  })

  it.each([
    ['no origin', `\n1\n${root}\n`],
    ['a nought before the size', `o\n01\n${root}\n`],
    ['a size below nought', `o\n-1\n${root}\n`],
    ['a size with a sign', `o\n+1\n${root}\n`],
    ['a size in digits of another script', `o\n١\n${root}\n`],
    ['a size beyond what can be counted', `o\n9007199254740992\n${root}\n`],
    ['a root of 31 bytes', 'o\n1\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA==\n'],
    ['a root with bits left over', `o\n1\n${root.replace('2I=', '2J=')}\n`],
    ['no newline at the end', `o\n1\n${root}`],
    ['an empty line after the root', `o\n1\n${root}\n\n`],
    ['an empty line between others', `o\n1\n${root}\na\n\nb\n`],
    ['two lines', 'o\n1\n'],
  ])('is none with %s', (_, text) => {
    expect(parseCheckpoint(text)).toBeNull()
  })
})

describe('Proofs', () => {
  it('of every entry of every small tree lead to its root, and to no other from elsewhere', async () => {
    for (let size = 1; size <= 24; size++) {
      for (let index = 0; index < size; index++) {
        const path = await inclusionProof(index, size, straight(many))
        const leaf = many[index] as Hash
        expect(rootFromInclusion(leaf, index, size, path)).toEqual(treeOf(size).root)
        expect(rootFromInclusion(nodeHash(leaf, leaf), index, size, path)).not.toEqual(treeOf(size).root)
        expect(rootFromInclusion(leaf, index, size, [...path, leaf])).toBeNull()
        if (path.length > 0) expect(rootFromInclusion(leaf, index, size, path.slice(1))).toBeNull()
        for (let other = 0; other < size; other++)
          if (other !== index) expect(rootFromInclusion(leaf, other, size, path)).not.toEqual(treeOf(size).root)
      }
    }
  })

  it('of consistency hold between all small trees, and not for an altered one', async () => {
    for (let newer = 1; newer <= 24; newer++) {
      for (let older = 0; older <= newer; older++) {
        const proof = await consistencyProof(older, newer, straight(many))
        expect(isConsistent(treeOf(older), treeOf(newer), proof)).toBe(true)
        if (older === 0) continue
        const altered = { size: older, root: nodeHash(treeOf(older).root, treeOf(older).root) }
        expect(isConsistent(altered, treeOf(newer), proof)).toBe(false)
        expect(isConsistent(treeOf(older), treeOf(newer), [...proof, emptyRoot()])).toBe(false)
        if (proof.length > 0) expect(isConsistent(treeOf(older), treeOf(newer), proof.slice(1))).toBe(false)
      }
    }
  })

  it('come out of the tiles as they do out of all the leaves', async () => {
    await fc.assert(
      fc.asyncProperty(pairs, fc.nat(), async ([older, newer], pick) => {
        const range = rangeHashFrom(newer, tilesOf(newer))
        const index = pick % newer
        expect(await range(0, newer)).toEqual(treeOf(newer).root)
        expect(await inclusionProof(index, newer, range)).toEqual(await inclusionProof(index, newer, straight(many)))
        expect(await consistencyProof(older, newer, range)).toEqual(
          await consistencyProof(older, newer, straight(many)),
        )
      }),
      { numRuns: 60 },
    )
  })

  it('are refused for what is not there', async () => {
    await expect(inclusionProof(5, 5, straight(many))).rejects.toThrow(RangeError)
    await expect(consistencyProof(6, 5, straight(many))).rejects.toThrow(RangeError)
    expect(rootFromInclusion(leaves[0] as Hash, 1, 1, [])).toBeNull()
    expect(isConsistent(treeOf(3), treeOf(2), [])).toBe(false)
  })
})
