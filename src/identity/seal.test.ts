import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { day } from '../kernel/day.ts'
import { cohortOf } from './cohort.ts'
import { openKeyFolder } from './key-folder.ts'
import {
  type CaseKey,
  type CaseKeys,
  caseKeys,
  openPiece,
  openPieces,
  SealBroken,
  sealPieces,
  verifyCommitment,
} from './seal.ts'

const stream = '261123482719034'
const cohort = cohortOf(day('2026-11-23'), 'claim')
let folder: string
let keys: CaseKeys
let caseKey: CaseKey

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'xinqiao-seal-'))
  keys = caseKeys(await openKeyFolder(folder))
  caseKey = await keys.of(stream, cohort)
})
afterAll(() => rm(folder, { recursive: true }))

const anyText = fc.string({ unit: 'binary', maxLength: 300 })
const pieces = (...texts: readonly string[]) => texts.map((text) => ({ text, part: 'content' }) as const)
const sealOne = (text: string) => {
  const { sealed, rows } = sealPieces(caseKey, pieces(text))
  return { sealed: sealed[0] as (typeof sealed)[0], row: rows[0] as (typeof rows)[0] }
}

describe('sealed pieces', () => {
  it('give back any text, and answer to their commitment', () => {
    fc.assert(
      fc.property(fc.array(anyText, { maxLength: 8 }), (texts) => {
        const { sealed, rows } = sealPieces(caseKey, pieces(...texts))
        const opened = rows.map((row) => openPiece(caseKey, row))
        expect(opened.map(({ text }) => text)).toEqual(texts)
        expect(opened.every((piece, at) => verifyCommitment(sealed[at] as (typeof sealed)[0], piece))).toBe(true)
        expect(new Set(sealed.map(({ ref }) => ref)).size).toBe(texts.length)
      }),
    )
  })

  it('give away neither their text nor that two are alike', () => {
    const [a, b] = [sealOne('门前的路一下雨就被淹'), sealOne('门前的路一下雨就被淹')]
    expect(Buffer.from(a.row.box).includes(Buffer.from('门前'))).toBe(false)
    expect(a.sealed.commitment).not.toBe(b.sealed.commitment)
    expect(Buffer.from(a.row.box).equals(b.row.box)).toBe(false)
  })

  it('do not open after any bit was flipped', () => {
    fc.assert(
      fc.property(anyText, fc.nat(), fc.integer({ min: 0, max: 7 }), (text, place, bit) => {
        const { row } = sealOne(text)
        const box = Buffer.from(row.box)
        box[place % box.length] = (box[place % box.length] as number) ^ (1 << bit)
        expect(() => openPiece(caseKey, { ...row, box })).toThrow(SealBroken)
      }),
    )
  })

  it('do not open when cut short', () => {
    const { row } = sealOne('短')
    for (let length = 0; length < row.box.length; length++) {
      expect(() => openPiece(caseKey, { ...row, box: row.box.subarray(0, length) })).toThrow(SealBroken)
    }
  })

  it('do not open under another ref, in another case, or in another cohort', async () => {
    const [{ row }, { row: second }] = [sealOne('一'), sealOne('二')]
    expect(() => openPiece(caseKey, { ...row, ref: second.ref })).toThrow(SealBroken)
    const moved = { ...row, stream_id: '261123482719042' }
    expect(() => openPiece(caseKey, moved)).toThrow(SealBroken)
    await expect(openPieces(keys, [moved])).rejects.toThrow(SealBroken)
    await keys.of(stream, cohortOf(day('2026-12-01'), 'claim'))
    await expect(openPieces(keys, [{ ...row, cohort: '2026-12.claim' }])).rejects.toThrow(SealBroken)
  })

  it('do not answer to the commitment of another, nor to a commitment of another length', () => {
    const [a, b] = [sealOne('一'), sealOne('一')]
    const opened = openPiece(caseKey, a.row)
    expect(verifyCommitment(b.sealed, opened)).toBe(false)
    expect(verifyCommitment({ ...a.sealed, commitment: '' }, opened)).toBe(false)
  })

  it('refuse a lone surrogate instead of changing it silently', () => {
    expect(() => sealPieces(caseKey, pieces('\ud800'))).toThrow('lone surrogate')
  })

  it('are opened together over several cases; those of a cohort without a key are missing', async () => {
    const other = await keys.of('261123482719042', cohort)
    const { rows: here } = sealPieces(caseKey, pieces('这里'))
    const { rows: there } = sealPieces(other, pieces('那里'))
    const erased = { ...(here[0] as (typeof here)[0]), ref: 'gone', cohort: '2001-01.claim' }
    const opened = await openPieces(keys, [...here, ...there, erased])
    expect([...opened.values()]).toEqual(['这里', '那里'])
    expect(opened.has('gone')).toBe(false)
  })

  it('are sealed and opened by the ten thousand in a second', () => {
    const texts = Array.from({ length: 20_000 }, (_, at) => `第${at}件：楼下的垃圾三个星期没有人收了。`.repeat(5))
    const start = performance.now()
    const { rows } = sealPieces(caseKey, pieces(...texts))
    for (const row of rows) openPiece(caseKey, row)
    const aSecond = (texts.length / (performance.now() - start)) * 1000
    expect(aSecond).toBeGreaterThan(4_000)
  })
})
