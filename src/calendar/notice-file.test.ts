import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawFromSeed } from '../../test/seed.ts'
import { stateCouncilNotices } from '../law/calendars/state-council-notices.ts'
import { explainFlaw } from '../wording/calendar.ts'
import { largestNotice, parseNotices } from './notice-file.ts'

drawFromSeed()

const good = { year: 2027, rest: ['2027-01-01', '2026-12-31'], work: ['2026-12-26'] }
const parse = (notice: unknown, region?: string) => parseNotices(JSON.stringify(notice), region)
const flawsOf = (notice: unknown, region?: string) => {
  const parsed = parse(notice, region)
  return parsed.ok ? [] : parsed.error
}

describe('A file with a holiday notice', () => {
  it('is taken in our form, with the usual title of the whole country', () => {
    expect(parse(good)).toEqual({
      ok: true,
      value: [
        {
          ...{ region: 'cn', year: 2027, title: '国务院办公厅关于2027年部分节假日安排的通知', documentNumber: null },
          ...{ sources: [], rest: ['2026-12-31', '2027-01-01'], work: ['2026-12-26'] },
        },
      ],
    })
  })

  it('is taken as its documentation shows it', () => {
    const page = readFileSync(new URL('../../docs/reference/calendar-notices.md', import.meta.url), 'utf8')
    const [, example = ''] = /```json\n(.*?)```/s.exec(page) ?? []
    expect(parseNotices(example)).toMatchObject({ ok: true, value: [{ year: 2027, work: ['2026-12-27'] }] })
  })

  it('is taken as one file of several years', () => {
    const parsed = parse({ source: 'collected', years: stateCouncilNotices.years })
    expect(parsed.ok && parsed.value.map(({ year }) => year)).toEqual(
      Object.keys(stateCouncilNotices.years).map(Number),
    )
  })

  it('is taken as holiday-cn publishes a year', () => {
    const days = [
      { name: '元旦', date: '2027-01-01', isOffDay: true },
      { name: '元旦', date: '2026-12-27', isOffDay: false },
    ]
    const parsed = parse({ year: 2027, papers: ['https://www.gov.cn/a.htm'], days })
    expect(parsed).toMatchObject({
      value: [{ year: 2027, sources: ['https://www.gov.cn/a.htm'], rest: ['2027-01-01'], work: ['2026-12-27'] }],
    })
  })

  it.each([
    ['a day that does not exist', { rest: ['2027-02-30'] }, { flaw: 'no-such-day', day: '2027-02-30' }],
    ['a day of another year', { rest: ['2028-01-01'] }, { flaw: 'out-of-year', day: '2028-01-01', year: 2027 }],
    ['a day of the November before', { rest: ['2026-11-30'] }, { flaw: 'out-of-year', day: '2026-11-30', year: 2027 }],
    ['a day twice', { rest: ['2027-01-01', '2027-01-01'] }, { flaw: 'day-twice', day: '2027-01-01' }],
    ['a day as both', { rest: ['2027-01-02'], work: ['2027-01-02'] }, { flaw: 'rest-and-work', day: '2027-01-02' }],
    ['a make-up day in the week', { work: ['2027-01-04'] }, { flaw: 'not-a-weekend', day: '2027-01-04' }],
    ['no rest day', { rest: [] }, { flaw: 'no-rest-day', year: 2027 }],
    ['a year far off', { year: 1066 }, { flaw: 'not-a-notice', field: 'year' }],
    ['a region that is none', { region: 'x' }, { flaw: 'not-a-notice', field: 'region' }],
    ['a source that is no address', { sources: ['javascript:alert(1)'] }, { flaw: 'not-a-notice', field: 'sources.0' }],
  ])('is refused for %s', (_, more, flaw) => {
    expect(flawsOf({ ...good, ...more })).toEqual([flaw])
  })

  it('of an area has a title of its own, and is for the area that was said', () => {
    expect(flawsOf(good, '65')).toEqual([{ flaw: 'not-a-notice', field: 'title' }])
    expect(flawsOf({ ...good, title: '古尔邦节放假安排', region: '54' }, '65')).toEqual([
      { flaw: 'not-a-notice', field: 'region' },
    ])
    expect(flawsOf({ ...good, title: '古尔邦节放假安排' }, '65')).toEqual([])
  })

  it('is refused whatever else it is, in words, and never fails', () => {
    const anything = fc.oneof(
      fc.string().map((text) => text),
      fc.json(),
      fc.record({ year: fc.anything(), rest: fc.anything(), work: fc.anything() }).map((value) => {
        try {
          return JSON.stringify(value) ?? ''
        } catch {
          return '{}'
        }
      }),
    )
    fc.assert(
      fc.property(anything, (text) => {
        const parsed = parseNotices(text)
        if (parsed.ok) return
        expect(parsed.error.length).toBeGreaterThan(0)
        for (const flaw of parsed.error) {
          expect(explainFlaw(flaw).zh).not.toBe('')
          expect(explainFlaw(flaw).en).toMatch(/\.$/)
        }
      }),
    )
    expect(parseNotices('x'.repeat(largestNotice + 1))).toEqual({
      ok: false,
      error: [{ flaw: 'too-large', atMost: largestNotice }],
    })
    expect(parseNotices('['.repeat(100_000))).toMatchObject({ ok: false })
    expect(parseNotices('{"years":{"__proto__":1}}')).toMatchObject({ ok: false })
  })
})
