import { describe, expect, it } from 'vitest'
import { bundleOf, entriesIn, hashesAtLevel, levelsOf, parseTilePath, pathOfTile, tileAround } from './tile.ts'

describe('C2SP tlog-tiles: paths', () => {
  it.each([
    ['tile/0/000', { level: 0, index: 0, width: 256 }],
    ['tile/3/x001/x234/067', { level: 3, index: 1_234_067, width: 256 }],
    ['tile/1/x001/234.p/17', { level: 1, index: 1234, width: 17 }],
    ['tile/entries/x001/x234/067.p/8', { level: 'entries', index: 1_234_067, width: 8 }],
    ['tile/63/999', { level: 63, index: 999, width: 256 }],
  ] as const)('%s', (path, tile) => {
    expect(pathOfTile(tile)).toBe(path)
    expect(parseTilePath(path)).toEqual(tile)
  })

  it.each([
    ...['tile/0/0', 'tile/00/000', 'tile/64/000', 'tile/0/1000', 'tile/0/x000/001', 'tile/0/001/002', 'tile/-1/000'],
    ...['tile/0/000.p/0', 'tile/0/000.p/256', 'tile/0/000.p/01', 'tile/0/000.p/999', 'tile/entries', 'tile/data/000'],
    ...['tile/0/../../keys/log.key', 'tile/0/000.p/1/../x', '/tile/0/000', 'tile/0/000\n', 'tile/0/٠٠٠', ''],
  ])('refuses %j', (path) => {
    expect(parseTilePath(path)).toBeNull()
  })
})

describe('C2SP tlog-tiles: which tiles a tree has', () => {
  it('is as the specification counts for 70,000 entries', () => {
    const size = 70_000
    expect(levelsOf(size)).toBe(3)
    expect([0, 1, 2].map((level) => hashesAtLevel(level, size))).toEqual([70_000, 273, 1])
    expect(tileAround(0, size - 1, size)).toEqual({ level: 0, index: 273, width: 112 })
    expect(tileAround(1, 272, size)).toEqual({ level: 1, index: 1, width: 17 })
    expect(tileAround(2, 0, size)).toEqual({ level: 2, index: 0, width: 1 })
  })

  it('has one full tile and one hash above it at 256', () => {
    expect(levelsOf(256)).toBe(2)
    expect(tileAround(0, 255, 256)).toEqual({ level: 0, index: 0, width: 256 })
    expect(tileAround(1, 0, 256)).toEqual({ level: 1, index: 0, width: 1 })
  })
})

describe('C2SP tlog-tiles: bundles of entries', () => {
  it('carry each entry with its length', () => {
    const entries = [Buffer.alloc(0), Buffer.from('a'), Buffer.alloc(300, 7)]
    const bundle = bundleOf(entries)
    expect([...bundle.subarray(0, 5)]).toEqual([0, 0, 0, 1, 97])
    expect(entriesIn(bundle)?.map((entry) => Buffer.from(entry))).toEqual(entries)
  })

  it('that are cut off are none', () => {
    expect(entriesIn(bundleOf([Buffer.alloc(9)]).subarray(0, 10))).toBeNull()
    expect(entriesIn(Uint8Array.of(0))).toBeNull()
  })
})
