import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { cn2022 } from '../src/law/cn-2022/cn-2022.ts'
import { measures, misconduct, protectionClocks } from '../src/law/cn-2022/protection.ts'
import { readLaws, shippedPacks } from '../src/petition/pack-reading.ts'
import { assessmentReference } from './assessment-reference.ts'
import { documentsReference } from './documents-reference.ts'
import { findingsReference } from './findings-reference.ts'
import { clocksReference, packsReference, rightsReference } from './reference.ts'
import { responsibilityReference } from './responsibility-reference.ts'
import { supervisionReference } from './supervision-reference.ts'

/** The pack with everything that lies beside it. */
const whole = { ...cn2022, protectionClocks, misconduct, measures }
const root = new URL('..', import.meta.url).pathname
const read = (path: string): string => readFileSync(join(root, path), 'utf8')
const records = readdirSync(join(root, 'docs/adr')).filter((name) => /^\d{4}-/.test(name))

/** Every decision record and instrument that a pack cites, wherever in the pack it stands. */
function cited(value: unknown, key: 'adr' | 'instrument'): string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) =>
    name === key && typeof inner === 'string' ? [inner] : cited(inner, key),
  )
}

describe('docs/reference', () => {
  it('says of the clocks what the pack says', () => {
    if (process.env.UPDATE_REFERENCE) writeFileSync(join(root, 'docs/reference/clocks.md'), clocksReference())
    expect(read('docs/reference/clocks.md')).toBe(clocksReference())
  })

  it('says of the other packs what they say', async () => {
    const reference = packsReference((await readLaws([shippedPacks])).all)
    if (process.env.UPDATE_REFERENCE) writeFileSync(join(root, 'docs/reference/packs.md'), reference)
    expect(read('docs/reference/packs.md')).toBe(reference)
  })

  it('says of rights and other procedures what the pack says', () => {
    if (process.env.UPDATE_REFERENCE) writeFileSync(join(root, 'docs/reference/rights.md'), rightsReference())
    expect(read('docs/reference/rights.md')).toBe(rightsReference())
  })

  it('says of official documents what their forms say', () => {
    if (process.env.UPDATE_REFERENCE) writeFileSync(join(root, 'docs/reference/documents.md'), documentsReference())
    expect(read('docs/reference/documents.md')).toBe(documentsReference())
  })

  it('says of what is found by itself what the law and the wording say', () => {
    if (process.env.UPDATE_REFERENCE) writeFileSync(join(root, 'docs/reference/findings.md'), findingsReference())
    expect(read('docs/reference/findings.md')).toBe(findingsReference())
  })

  it('says of assessment what the law and the wording say', () => {
    if (process.env.UPDATE_REFERENCE) writeFileSync(join(root, 'docs/reference/assessment.md'), assessmentReference())
    expect(read('docs/reference/assessment.md')).toBe(assessmentReference())
  })

  it('says of supervision who may open what, and how an order lives', () => {
    if (process.env.UPDATE_REFERENCE) writeFileSync(join(root, 'docs/reference/supervision.md'), supervisionReference())
    expect(read('docs/reference/supervision.md')).toBe(supervisionReference())
  })

  it('says of responsibility what the tables and the wording say', () => {
    if (process.env.UPDATE_REFERENCE)
      writeFileSync(join(root, 'docs/reference/responsibility.md'), responsibilityReference())
    expect(read('docs/reference/responsibility.md')).toBe(responsibilityReference())
  })

  it('explains every key of an instrument, and no other', () => {
    const declared = [...read('src/law/basis.ts').matchAll(/^ {2}\| '(\w+)'/gm)].map(([, key]) => key)
    const explained = [...read('docs/reference/sources.md').matchAll(/^\| `(\w+)`/gm)].map(([, key]) => key)
    expect(declared.length).toBeGreaterThan(5)
    expect(explained.sort()).toEqual(declared.sort())
    for (const key of cited(whole, 'instrument')) expect(explained).toContain(key)
  })
})

describe('docs/adr', () => {
  const numbers = records.map((name) => name.slice(0, 4))

  it('has every record that the pack cites, once', () => {
    const needed = new Set(cited(whole, 'adr'))
    expect(needed.size).toBeGreaterThan(5)
    expect([...needed].filter((number) => !numbers.includes(number))).toEqual([])
    expect(new Set(numbers).size).toBe(numbers.length)
  })

  it('has every record that the source names', () => {
    const named = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name))
      .flatMap((name) =>
        [...read(join('src', name)).matchAll(/(?:docs\/adr\/|ADR )(\d{4})/g)].map(([, number]) => number),
      )
    expect(named.length).toBeGreaterThan(3)
    expect(named.filter((number) => number !== undefined && !numbers.includes(number))).toEqual([])
  })

  it.each(records)('%s says its status, context, decision and consequences', (name) => {
    const text = read(join('docs/adr', name))
    expect(text).toMatch(new RegExp(`^# ${name.slice(0, 4)} · .+`))
    for (const part of ['Status', 'Context', 'Decision', 'Consequences'])
      expect(text).toMatch(new RegExp(`^\\*\\*${part}`, 'm'))
    expect(read('docs/adr/README.md')).toContain(`(${name})`)
  })

  it('lists in 0005 each rule that rests on it, with its number of days', () => {
    const text = read('docs/adr/0005-duties-without-a-day-count.md')
    const resting = Object.entries(cn2022.clocks).filter(([, { basis }]) => 'adr' in basis && basis.adr === '0005')
    const rows = [...text.matchAll(/^\| `(\w+)` \| [^|]+ \| (\d+) ((?:working )?days?) \|/gm)]
    expect(rows.map(([, rule, count, unit]) => `${rule} ${count} ${unit}`)).toEqual(
      resting.map(([rule, { span }]) => `${rule} ${daysOf(span)}`),
    )
  })
})

function daysOf(span: (typeof cn2022)['clocks'][keyof (typeof cn2022)['clocks']]['span']): string {
  if (span.unit === 'designated') return 'designated'
  return `${span.count} ${span.unit === 'days' ? (span.count === 1 ? 'day' : 'days') : 'working days'}`
}
