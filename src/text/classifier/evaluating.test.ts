import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { crossValidate, evaluateOn } from './evaluating.ts'
import { examplesOf, readExamplesFile } from './examples-file.ts'
import { randomFrom } from './margin.ts'

const folder = mkdtempSync(join(tmpdir(), 'xinqiao-examples-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let files = 0
async function fileOf(lines: readonly (object | string)[]) {
  files += 1
  const path = join(folder, `${files}.jsonl`)
  writeFileSync(path, lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'))
  return readExamplesFile(path)
}

describe('A file of labelled texts', () => {
  it('is read whichever of the usual fields it has, and says which', async () => {
    const { written, taken, bad } = await fileOf([
      { tokens: '路灯 坏 了', label: '城乡建设', fold: 2 },
      { tokens: ['拖欠', '工资'], category: 'labour.wages' },
      { title: '路灯', text: '路灯坏了', agency: '路灯管理处' },
      { text: '只有正文', label: 'x' },
      { title: '只有标题', label: 'x' },
      { question: '如何申请', agency: '公园处' },
      { content: '一段内容', topic: 3 },
    ])
    expect(bad).toEqual({ count: 0, first: [] })
    expect(taken).toEqual({
      'tokens → label': 1,
      'tokens → category': 1,
      'title + text → agency': 1,
      'text → label': 1,
      'title → label': 1,
      'question → agency': 1,
      'content → topic': 1,
    })
    expect(written.map(({ fold }) => fold)).toEqual([2, ...Array(6).fill(null)])
    expect(examplesOf(written).map(({ label }) => label)).toEqual([
      '城乡建设',
      'labour.wages',
      '路灯管理处',
      'x',
      'x',
      '公园处',
      '3',
    ])
    expect(examplesOf(written)[2]?.text.join('')).toContain('路灯')
  })

  it('may hold lines that are none: they are counted, told and passed over', async () => {
    const { written, bad } = await fileOf([
      '\ufeff{"tokens":"路灯 坏","label":"a"}',
      '',
      'no json {',
      '[1,2]',
      '"text"',
      'null',
      { label: 'a' },
      { text: '   ', label: 'a' },
      { text: '路灯坏了' },
      { text: '路灯坏了', label: '' },
      { tokens: [], label: 'a' },
    ])
    expect(written).toHaveLength(1)
    expect(bad.count).toBe(9)
    expect(bad.first.slice(0, 4)).toEqual([
      { line: 3, why: 'no JSON' },
      { line: 4, why: 'no object' },
      { line: 5, why: 'no object' },
      { line: 6, why: 'no object' },
    ])
  })
})

const random = randomFrom(9)
const rambling = (signs: number) =>
  Array.from({ length: signs }, () => String.fromCodePoint(0x4e00 + Math.floor(random() * 3000))).join('')
const about = { 工资: '拖欠工资讨薪', 道路: '道路坑洼路灯', 学校: '学校招生学费' } as const
const letters = (count: number) =>
  Array.from({ length: count }, (_, at) => {
    const label = Object.keys(about)[at % 3] as keyof typeof about
    return { text: `${about[label]}，${rambling(60)}`, label }
  })
const quiet = () => {}

describe('Trying out', () => {
  it('asks about each part by a model of the others', async () => {
    const shares: number[] = []
    const found = crossValidate((await fileOf(letters(300))).written, (_, share) => shares.push(share))
    expect(found).toMatchObject({ texts: 300, labels: 3, unknown: 0 })
    expect(found.accuracy).toBeGreaterThan(0.95)
    expect(found.textsPerSecond).toBeGreaterThan(0)
    expect(found.modelBytes).toBeGreaterThan(1000)
    expect(shares).toEqual(shares.toSorted((a, b) => a - b))
  })

  it('never learns from a copy of what it asks about', async () => {
    const [learned, asked] = [letters(120), letters(60)]
    const copies = asked.map(({ text }) => ({ text: `${text}。`, label: '工资' }))
    const found = evaluateOn((await fileOf([...learned, ...copies])).written, (await fileOf(asked)).written, quiet)
    expect(found.leftOut).toBe(60)
    expect(found.accuracy).toBeGreaterThan(0.9)
  })

  it('counts a label that was never learned as an error', async () => {
    const asked = [...letters(30), ...letters(10).map(({ text }) => ({ text, label: '另一类' }))]
    const found = evaluateOn((await fileOf(letters(120))).written, (await fileOf(asked)).written, quiet)
    expect(found.unknown).toBe(10)
    expect(found.accuracy).toBeLessThanOrEqual(0.75)
    expect(found.macroF1).toBeLessThanOrEqual(0.75)
  })

  it('takes the least that there can be', async () => {
    const one = (await fileOf([{ text: '路灯坏了', label: 'a' }])).written
    expect(evaluateOn(one, one, quiet)).toMatchObject({ texts: 1, accuracy: 0, leftOut: 1 })
    expect(crossValidate(one, quiet).texts).toBe(1)
  })
})

const tokens = new URL('../../../../shared/data/petitions/labelled-tokens.jsonl', import.meta.url)
/** Real letters are read, never kept. */
it.skipIf(!existsSync(tokens))(
  'tells seven kinds of real letters apart (macro-F1 of linear machines on them: 0.920)',
  async () => {
    const { written } = await readExamplesFile(tokens.pathname)
    const [learned, asked] = [written.filter(({ fold }) => fold !== 0), written.filter(({ fold }) => fold === 0)]
    const found = evaluateOn(learned, asked, quiet)
    expect(asked.length).toBeGreaterThan(1500)
    expect(found.macroF1).toBeGreaterThan(0.92)
    expect(found.calibrationError).toBeLessThan(0.04)
    expect(found.modelBytes).toBeLessThan(20_000_000)
  },
  300_000,
)
