import { describe, expect, it } from 'vitest'
import { day } from '../kernel/day.ts'
import type { OrganId } from '../kernel/organ.ts'
import { stateCouncilNotices } from '../law/calendars/state-council-notices.ts'
import { explainCalendar, statusOfCalendarRefusal } from '../wording/calendar.ts'
import type { CalendarActor, CalendarRefusal, CalendarState, HolidayNotice, NoticeReason } from './calendar.ts'
import { decide, keepersAmong } from './decide.ts'
import { evolve } from './evolve.ts'

const id = (name: string) => name as OrganId
const regions: Readonly<Record<string, string>> = { top: '99', county: '990101', other: '98' }
const world = { keepers: [id('top')], regionOf: (organ: OrganId) => regions[organ] ?? null }
const house: CalendarActor = { kind: 'house', task: 'cli' }
const by = (organ: string, post = 'administrator'): CalendarActor => ({
  ...{ kind: 'staff', account: `of-${organ}`, organ: id(organ), posts: [post] },
})
const notice = (more: Partial<HolidayNotice> = {}): HolidayNotice => ({
  ...{ region: 'cn', year: 2027, title: '关于放假安排的通知', documentNumber: null, sources: [] },
  ...{ rest: [day('2027-01-01')], work: [] },
  ...more,
})
const load = (
  state: CalendarState,
  said: HolidayNotice,
  actor: CalendarActor = house,
  reason: NoticeReason | null = null,
) => decide(state, { type: 'LoadHolidayNotice', on: day('2026-11-06'), actor, notice: said, reason }, world)
const having = (state: CalendarState, said: HolidayNotice, reason: NoticeReason | null = null): CalendarState => {
  const decided = load(state, said, house, reason)
  if (!decided.ok) throw new Error(decided.error.kind)
  return decided.value.reduce<CalendarState>(evolve, state)
}

describe('A holiday notice', () => {
  it('is one fact, with who loaded it', () => {
    expect(load(null, notice(), by('top'))).toMatchObject({
      value: [{ type: 'HolidayNoticeLoaded', year: 2027, loadedBy: 'of-top', rest: ['2027-01-01'] }],
    })
  })

  it('is not loaded twice, and never silently replaced', () => {
    const loaded = having(null, notice())
    const other = notice({ rest: [day('2027-01-01'), day('2027-01-04')] })
    expect(load(loaded, notice())).toMatchObject({ error: { kind: 'holiday-notice-unchanged', year: 2027 } })
    expect(load(loaded, other)).toMatchObject({ error: { kind: 'holiday-notice-already-loaded' } })
    expect(load(loaded, other, house, 'amended')).toMatchObject({
      value: [{ type: 'HolidayNoticeCorrected', reason: 'amended' }],
    })
    expect(having(loaded, other, 'amended')?.map(({ edition, reason }) => [edition, reason])).toEqual([
      [1, null],
      [2, 'amended'],
    ])
  })

  it('that comes with the program stands like one that was loaded', () => {
    const { rest, work } = stateCouncilNotices.years[2026]
    const known = notice({ year: 2026, rest: rest.map(day), work: work.map(day) })
    expect(load(null, known)).toMatchObject({ error: { kind: 'holiday-notice-unchanged', year: 2026 } })
    expect(load(null, { ...known, work: [] })).toMatchObject({ error: { kind: 'holiday-notice-already-loaded' } })
    expect(load(null, { ...known, region: '65' })).toMatchObject({ ok: true })
  })

  it('of the country is loaded at the head of the house, of an area there or above', () => {
    const kindOf = (said: HolidayNotice, actor: CalendarActor) => {
      const decided = load(null, said, actor)
      return decided.ok ? 'loaded' : decided.error.kind
    }
    expect(kindOf(notice(), by('top'))).toBe('loaded')
    expect(kindOf(notice(), by('county'))).toBe('not-the-calendar-organ')
    expect(kindOf(notice({ region: '990101' }), by('county'))).toBe('loaded')
    expect(kindOf(notice({ region: '99' }), by('county'))).toBe('not-the-calendar-organ')
    expect(kindOf(notice({ region: '99' }), by('other'))).toBe('not-the-calendar-organ')
    expect(kindOf(notice(), by('top', 'head'))).toBe('not-the-calendar-post')
  })

  it('of two regions never stands in one stream', () => {
    const elsewhere = load(null, notice({ region: '65' }))
    if (!elsewhere.ok) throw new Error('no notice of another region')
    expect(() => elsewhere.value.reduce<CalendarState>(evolve, having(null, notice()))).toThrow(/among those of/)
    expect(() => evolve(null, { type: 'Other' } as never)).toThrow(/nobody knows/)
  })
})

describe('The head of a house', () => {
  it('are the highest bureaus that have an administrator', () => {
    const organ = (name: string, kind: string, level: string, state = 'active') =>
      ({ id: id(name), kind, level, state }) as never
    const organs = [
      organ('nation', 'bureau', 'nation'),
      organ('city', 'bureau', 'prefecture'),
      organ('gone', 'bureau', 'province', 'merged'),
      organ('county', 'bureau', 'county'),
      organ('land', 'department', 'province'),
    ]
    expect(keepersAmong(organs, new Set(['city', 'county', 'gone', 'land'].map(id)))).toEqual(['city'])
  })
})

describe('Every refusal', () => {
  const all: readonly CalendarRefusal[] = [
    { kind: 'holiday-notice-flawed', flaws: [{ flaw: 'not-json' }, { flaw: 'no-such-day', day: 'x' }] },
    { kind: 'holiday-notice-already-loaded', region: 'cn', year: 2027 },
    { kind: 'holiday-notice-unchanged', region: '65', year: 2027 },
    { kind: 'not-the-calendar-organ', keepers: [id('top')] },
    { kind: 'not-the-calendar-post', posts: ['administrator'] },
  ]
  it('has words in both languages, and a status', () => {
    expect(all.map(({ kind }) => kind).sort()).toEqual(Object.keys(statusOfCalendarRefusal).sort())
    for (const refusal of all) {
      const { zh, en } = explainCalendar(refusal, () => ({ zh: '州信访局', en: 'the prefecture bureau' }))
      expect(zh).toMatch(/\p{Script=Han}.*[。；]$/u)
      expect(en).toMatch(/^[A-Z].*\.$/)
      expect(zh + en).not.toContain('undefined')
    }
  })
})
