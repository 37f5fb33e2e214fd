import { describe, expect, it } from 'vitest'
import { addDays, type Day, day } from '../../kernel/day.ts'
import { decide } from './decide.ts'
import { evolve } from './evolve.ts'
import {
  bureau,
  clerk,
  doer,
  found,
  govern,
  house,
  housing,
  land,
  lead,
  office,
  offices,
  owner,
  today,
  words,
  worldOf,
} from './examples.ts'
import { type Measured, measure, type PerDay, risesAgain } from './measuring.ts'
import type { ThemeActor, ThemeCommandBody, ThemeFact, ThemeState } from './theme.ts'

let organs = offices
const world = () => worldOf(organs)

function play(...acts: readonly (readonly [ThemeActor, ThemeCommandBody, Day?])[]) {
  let state: ThemeState = null
  const facts: ThemeFact[] = []
  let refused: string | null = null
  for (const [actor, body, on = today] of acts) {
    const decision = decide(state, { ...body, on, actor }, world())
    refused = decision.ok ? null : decision.error.kind
    if (!decision.ok) continue
    for (const fact of decision.value) {
      state = evolve(state, fact)
      facts.push(fact)
    }
  }
  return { state: state as ThemeState, facts, refused }
}

describe('A theme is governed by whoever leads the bureau of the place (docs/adr/0063)', () => {
  it('with one who answers for it, a day and a clock', () => {
    const { state } = play([lead, govern])
    expect(state).toMatchObject({ stage: 'governed', governor: bureau, owner: { organ: land } })
    expect(state?.clocks).toMatchObject([{ rule: 'governTheme', lastDay: '2027-02-28', bearer: { organ: land } }])
  })

  it.each([
    ['theme-is-anothers', clerk, {}],
    ['theme-is-anothers', { ...owner, posts: ['head'] }, {}],
    ['no-such-topic', lead, { knows: { officer: true, topic: false, isGoverned: false } }],
    ['topic-is-governed', lead, { knows: { officer: true, topic: true, isGoverned: true } }],
    [
      'official-not-there',
      lead,
      { owner: { organ: land, officer: 'sun' }, knows: { officer: false, topic: true, isGoverned: false } },
    ],
    ['needs-topic-or-category', lead, { about: { topic: null, category: null, place: '990101' } }],
    ['place-outside-area', lead, { about: { topic: 7, category: null, place: '990102' } }],
    ['unknown-organ', lead, { owner: { organ: 'nowhere', officer: null } }],
    ['day-not-ahead', lead, { due: today }],
    ['theme-too-long', lead, { due: addDays(today, 181) }],
  ] as const)('refused: %s', (kind, actor, change) => {
    const { knows, ...beginning } = { knows: govern.knows, ...change } as never as typeof govern &
      typeof govern.beginning
    const body = { ...govern, knows, beginning: { ...govern.beginning, ...beginning } }
    expect(play([actor as ThemeActor, body as ThemeCommandBody]).refused).toBe(kind)
  })

  it('half a year is the longest, to the day', () => {
    const longest = { ...govern, beginning: { ...govern.beginning, due: addDays(today, 180) } }
    expect(play([lead, longest]).refused).toBeNull()
  })
})

describe('Steps, more time and another owner', () => {
  const step = { type: 'AddThemeStep', organ: housing, what: words, due: day('2026-12-31') } as const

  it('steps come from the bureau or from whoever answers for it, and not from who has one', () => {
    const { state } = play([lead, govern], [clerk, step], [owner, step])
    expect(state?.steps.map(({ key }) => key)).toEqual(['s1', 's2'])
    expect(play([lead, govern], [clerk, step], [doer, step]).refused).toBe('theme-is-anothers')
    expect(play([lead, govern], [doer, step]).refused).toBe('no-such-theme')
  })

  it('a later day moves the clock, an earlier one is none', () => {
    const extend = (until: string) => ({ type: 'ExtendTheme', until: day(until), reason: words }) as const
    expect(play([lead, govern], [lead, extend('2027-03-31')]).state?.clocks[0]?.lastDay).toBe('2027-03-31')
    expect(play([lead, govern], [lead, extend('2027-02-28')]).refused).toBe('not-an-extension')
    expect(play([lead, govern], [owner, extend('2027-03-31')]).refused).toBe('theme-is-anothers')
  })

  it('the clock goes to whoever answers for it now', () => {
    const over = {
      type: 'HandThemeOver',
      owner: { organ: housing, officer: null },
      reason: words,
      knows: { officer: true },
    } as const
    expect(play([lead, govern], [lead, over]).state?.clocks[0]?.bearer).toEqual({ organ: housing })
  })

  it('falls overdue the day after its day, and a reform passes it on (art. 24 (2))', () => {
    const mark = { type: 'MarkClock', clock: 'governTheme#1' } as const
    expect(play([lead, govern], [house, mark, day('2027-02-28')]).refused).toBe('clock-still-running')
    expect(play([lead, govern], [house, mark, day('2027-03-01')]).facts.at(-1)?.type).toBe('ThemeFellOverdue')
    const before = organs
    const governed = play([lead, govern]).state
    organs = [
      ...before.filter(({ id }) => id !== land),
      office(land, 'department', { state: 'merged', successors: [housing] }),
    ]
    const decision = decide(governed, { type: 'PassThemeOn', on: today, actor: house }, world())
    organs = before
    expect(decision.ok && decision.value).toMatchObject([{ type: 'ThemePassedOn', from: land, to: housing }])
  })
})

describe('It is closed with a result, and opened again', () => {
  const close = (result: 'solved' | 'eased', verdict: Measured['verdict'], openTasks = 0) =>
    ({ type: 'CloseTheme', result, report: words, measured: found(verdict), openTasks }) as const

  it('as solved only where the counts fell, and with no step open', () => {
    expect(play([lead, govern], [lead, close('solved', 'fell')]).state).toMatchObject({
      stage: 'closed',
      closed: { result: 'solved' },
    })
    expect(play([lead, govern], [lead, close('solved', 'unclear')]).refused).toBe('theme-has-not-fallen')
    expect(play([lead, govern], [lead, close('eased', 'unclear')]).refused).toBeNull()
    expect(play([lead, govern], [lead, close('solved', 'fell', 1)]).refused).toBe('theme-still-open')
    expect(play([lead, govern], [owner, close('eased', 'unclear')]).refused).toBe('theme-is-anothers')
  })

  it('by the house where it rises, with sixty days from then', () => {
    const reopen = { type: 'ReopenTheme', reason: null, measured: found('rose', 60) } as const
    const { state } = play([lead, govern], [lead, close('solved', 'fell')], [house, reopen, day('2027-01-01')])
    expect(state).toMatchObject({
      stage: 'governed',
      since: '2027-01-01',
      closed: null,
      reopened: [{ isByHouse: true }],
    })
    expect(state?.clocks.at(-1)).toMatchObject({ rule: 'governThemeAgain', lastDay: '2027-03-02', state: 'running' })
    expect(play([lead, govern], [house, reopen]).refused).toBe('wrong-theme-stage')
  })
})

describe('Whether it fell is measured against its own past', () => {
  const since = day('2026-06-01')
  const daily = (from: Day, until: Day, every: number): PerDay => {
    const days = new Map<Day, number>()
    for (let at = from; at <= until; at = addDays(at, every)) days.set(at, 1)
    return days
  }
  const before = daily(addDays(since, -360), addDays(since, -1), 3)
  const withLater = (every: number, days: number) =>
    new Map([...before, ...daily(since, addDays(since, days - 1), every)])
  const at = (perDay: PerDay, days: number) =>
    measure(perDay, { since, until: addDays(since, days - 1), firstKnown: day('2020-01-01') })

  it('ten a month become two: it fell', () => {
    expect(at(withLater(15, 90), 90)).toMatchObject({ count: 6, expected: 30, verdict: 'fell' })
  })
  it('ten a month stay ten: nothing is clear; twenty rose', () => {
    expect(at(withLater(3, 90), 90).verdict).toBe('unclear')
    const doubled = new Map([...withLater(3, 90)].map(([on, n]) => [on, on >= since ? n * 2 : n]))
    expect(at(doubled, 90).verdict).toBe('rose')
  })
  it('before thirty days, and where little came before, nobody can say', () => {
    expect(at(withLater(15, 29), 29).verdict).toBe('tooEarly')
    expect(at(withLater(15, 30), 30).verdict).not.toBe('tooEarly')
    expect(at(daily(addDays(since, -360), addDays(since, -1), 60), 90).verdict).toBe('tooFew')
  })
  it('months before anybody counted are no months of nothing', () => {
    const known = measure(withLater(15, 90), { since, until: addDays(since, 89), firstKnown: addDays(since, -95) })
    expect(known.months).toHaveLength(3)
  })
  it('a closed theme rises again when many come, and not by one or two', () => {
    const now = day('2026-12-31')
    const closed = { ...found('fell', 6), from: day('2026-06-01'), until: day('2026-08-29') }
    const came = (count: number): PerDay => new Map([[addDays(now, -3), count]])
    expect(risesAgain(came(3), closed, now)).toBe(false)
    expect(risesAgain(came(5), closed, now)).toBe(false)
    expect(risesAgain(came(14), closed, now)).toBe(true)
    // closed before anybody could say how it stood: what came before it was governed is its level
    const months = [{ from: day('2026-05-01'), count: 12 }]
    expect(risesAgain(came(14), { ...closed, count: 0, months, verdict: 'tooEarly' }, now)).toBe(false)
  })
})
