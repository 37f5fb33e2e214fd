/** Trying out how well a rise is found: on a file that somebody has, and on records of a city. */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { afterAll, describe, expect, it } from 'vitest'
import { evaluateFile, readMatters, usualColumns } from './evaluating.ts'
import { tryOut } from './rising/back-test.ts'

const folder = mkdtempSync(join(tmpdir(), 'xinqiao-matters-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const text = [
  '\ufeffopen,neighborhood,subject,type',
  '2026-01-01T09:00:00,North,Water,Leak',
  '2026-01-01T10:00:00,North,Water,Leak',
  '2026-01-03,South,Water,No. 7',
  'yesterday,South,Water,Leak',
  '2026-01-02,,Water,Leak',
].join('\n')

describe('A file of matters', () => {
  it('is read by day, place and kind, gzipped or not; rows without one of them are passed over and counted', async () => {
    const [plain, packed] = [join(folder, 'matters.csv'), join(folder, 'matters.csv.gz')]
    writeFileSync(plain, text)
    writeFileSync(packed, gzipSync(text))
    const read = await readMatters(plain, usualColumns)
    expect(read).toMatchObject({ from: '2026-01-01', until: '2026-01-03', matters: 3, passedOver: 2 })
    expect(read.leaves.map(({ place, category, days }) => [place, category, [...days]])).toEqual([
      ['990000', 'Water.Leak', [2, 0, 0]],
      ['990001', 'Water.No  7', [0, 0, 1]],
    ])
    expect(await readMatters(packed, usualColumns)).toEqual(read)
  })

  it('is refused where there is nothing in it, or too little', async () => {
    const empty = join(folder, 'empty.csv')
    writeFileSync(empty, 'open,neighborhood,subject,type\n')
    await expect(readMatters(empty, usualColumns)).rejects.toThrow('no matter')
    expect(() =>
      evaluateFile({ ...usual, leaves: [{ place: '9900', category: 'a', days: new Uint16Array(30) }] }),
    ).toThrow('30 days are too few')
  })
})

const usual = { from: '2026-01-01', until: '2026-01-30', matters: 0, passedOver: 0 } as never as Awaited<
  ReturnType<typeof readMatters>
>

const records = fileURLToPath(new URL('../../../../shared/data/requests-311/boston-2015-h1.csv.gz', import.meta.url))

describe.skipIf(!existsSync(records))('Records of a city (skipped where ../shared/data is absent)', () => {
  it('are read whole, and in ten nights of summer little is warned of', async () => {
    const { leaves, matters, passedOver } = await readMatters(records, usualColumns)
    expect({ matters, passedOver }).toEqual({ matters: 51_754, passedOver: 6365 })
    const last = (leaves[0]?.days.length ?? 0) - 1
    const tried = tryOut({ leaves, planted: [], from: last - 9, until: last })
    expect(tried.nights).toBe(10)
    // some of these are rises that happened: nobody has written down which
    expect(tried.warnings).toBeLessThan(40)
  }, 60_000)
})
