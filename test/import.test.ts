import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import writeExcelFile from 'write-excel-file/node'
import { type ImportRequest, importFile } from '../src/exchange/importing.ts'
import { parseColumns, readDay } from '../src/exchange/mapping.ts'
import { formatOf, readRecords } from '../src/exchange/records.ts'
import type { OrganId } from '../src/kernel/organ.ts'
import type { PetitionNumber } from '../src/kernel/petition-number.ts'
import { listPetitions } from '../src/petition/queries.ts'
import { readPetition } from '../src/petition/reading.ts'
import { freshDatabase } from './database.ts'
import { openTestHouse } from './petition-house.ts'

const database = await freshDatabase()
const house = await openTestHouse(database, '2026-11-23')
const folder = mkdtempSync(join(tmpdir(), 'xinqiao-import-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const bureau = 'county.bureau' as OrganId
const clerkOf = (organ: OrganId) => ({ kind: 'staff', account: 'a1', organ, posts: ['clerk'] }) as const

function file(name: string, content: string | Buffer): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

function take(path: string, more: Partial<ImportRequest> = {}) {
  const format = formatOf(path)
  if (!format) throw new Error(`no format for ${path}`)
  return importFile(house, { path, format, source: path, organ: bureau, place: '990101', columns: {}, ...more })
}

const line = (fields: object): string => JSON.stringify(fields)

describe('JSONL', () => {
  it('takes the good rows in, names the bad ones by line, and changes nothing the second time', async () => {
    const path = file(
      'a.jsonl',
      [
        `\ufeff${line({ id: '1', user: '甲', title: '路灯坏了', time: '2026-03-05T08:00:00', text: '村口的路灯三个月没有亮。' })}`,
        '{"id": "2", broken',
        '["not", "an", "object"]',
        line({ id: '3', time: '2026-03-06', likes: 4 }),
        line({ id: '4', title: '日子写错了', text: '内容', time: '三月初五' }),
        '',
        line({ id: '5', title: '没有名字的人', text: '匿名反映。', time: '2026-03-07' }),
        line({ id: '6', title: '将来的事', text: '内容', time: '2027-03-07' }),
      ].join('\r\n'),
    )
    const first = await take(path)
    expect(first).toMatchObject({ imported: 2, skipped: 0 })
    expect(first.rejected.map((row) => row.line)).toEqual([2, 3, 4, 5, 8])
    for (const { zh, en } of first.rejected) expect([zh !== '', en !== '']).toEqual([true, true])
    expect(await take(path)).toMatchObject({ imported: 0, skipped: 2 })
  })

  it('counts from the day it was received, and keeps every word of a title that is too long', async () => {
    const title = '很长的标题'.repeat(60)
    const path = file('b.jsonl', line({ id: '1', title, text: '正文在这里。', time: '2026-10-01 09:30' }))
    expect(await take(path)).toMatchObject({ imported: 1, rejected: [] })
    const { items } = await listPetitions(house, clerkOf(bureau), {}, { limit: 1, newestFirst: true })
    const read = await readPetition(house, items[0]?.number as PetitionNumber, clerkOf(bureau))
    if (!read) throw new Error('not there')
    expect(read.petition.receivedOn).toBe('2026-10-01')
    expect(read.petition.clocks[0]).toMatchObject({ rule: 'route', lastDay: '2026-10-16' })
    const text = read.texts.get(read.petition.text.ref)
    expect(text).toContain(title)
    expect(text).toContain('正文在这里。')
  })

  it('goes on where it was interrupted', async () => {
    const rows = Array.from({ length: 40 }, (_, at) =>
      line({ id: `r${at}`, title: `第${at}件`, text: '内容', time: '2026-04-01' }),
    )
    const path = file('c.jsonl', rows.join('\n'))
    const stop = new AbortController()
    const part = await take(path, { signal: stop.signal, onProgress: ({ imported }) => imported >= 8 && stop.abort() })
    expect(part.imported).toBeLessThan(40)
    expect(await take(path)).toMatchObject({ imported: 40 - part.imported, skipped: part.imported, rejected: [] })
  })
})

describe('CSV and XLSX', () => {
  const table = [
    ['编号', '标题', '内容', '姓名', '联系电话', '信访日期', '信访形式', '诉求'],
    ['A-1', '水费算错', '连续两个月多收。', '乙', '19900000002', '2026/5/6', '来信', '退回多收的；书面说明'],
    ['A-2', '不认识的形式', '内容', '丙', '', '2026年5月7日', '飞鸽传书', ''],
  ]

  it('reads Chinese headings, dates as offices write them, and claims one by one', async () => {
    const path = file('d.csv', `\ufeff${table.map((row) => row.join(',')).join('\r\n')}`)
    const done = await take(path)
    expect(done).toMatchObject({ imported: 1, skipped: 0 })
    expect(done.rejected).toMatchObject([{ line: 3, zh: expect.stringContaining('飞鸽传书') }])
    const found = await listPetitions(house, clerkOf(bureau), { channels: ['letter'] }, { limit: 1, newestFirst: true })
    const read = await readPetition(house, found.items[0]?.number as PetitionNumber, clerkOf(bureau))
    expect(read?.petition.claims.map(({ text }) => read.texts.get(text.ref))).toEqual(['退回多收的', '书面说明'])
  })

  it('reads a workbook the same way, and says so when one is broken', async () => {
    const path = join(folder, 'e.xlsx')
    await writeExcelFile(table.map((row) => row.map((value) => ({ value }))) as never).toFile(path)
    expect(await take(path)).toMatchObject({ imported: 1, skipped: 0, rejected: [{ line: 3 }] })
    const broken = file('f.xlsx', Buffer.from('PK\u0003\u0004 not a workbook'))
    await expect(take(broken)).rejects.toThrow()
  })

  it('reads what office programs write in GB 18030', async () => {
    // 标题,内容 / 水价,太高了。
    const bytes = Buffer.from('b1eacce22cc4dac8dd0acbaebcdb2cccabb8dfc1cba1a30a', 'hex')
    const records = []
    for await (const record of readRecords(file('h.csv', bytes), 'csv')) records.push(record)
    expect(records).toEqual([{ line: 2, fields: { 标题: '水价', 内容: '太高了。' } }])
  })

  it('takes columns under any name by a mapping', async () => {
    const path = file('g.csv', '主 题,写的什么\n路不通,下雨就断。')
    const mapped = parseColumns('title=主 题, text=写的什么')
    if (!('columns' in mapped)) throw new Error('not understood')
    expect(await take(path, { columns: mapped.columns })).toMatchObject({ imported: 1, rejected: [] })
    expect(parseColumns('nothing=x')).toEqual({ unknown: 'nothing=x' })
  })
})

it.each([
  ['2019-04-08T08:37:20', '2019-04-08'],
  ['2019/4/8 8:37', '2019-04-08'],
  ['2019.04.08', '2019-04-08'],
  ['2019年4月8日', '2019-04-08'],
  ['2019-02-30', null],
  ['昨天', null],
])('reads the day %s as %s', (written, day) => {
  expect(readDay(written)).toBe(day)
})

const messages = '../shared/data/petitions/messages.jsonl'
it.skipIf(!existsSync(messages))(
  'reads the whole file of real messages without a row that cannot be read',
  async () => {
    let rows = 0
    for await (const record of readRecords(messages, 'jsonl')) {
      rows += 1
      if ('unreadable' in record) throw new Error(`line ${record.line}: ${record.unreadable}`)
    }
    expect(rows).toBeGreaterThan(3000)
  },
)
