/** The life of an early warning (docs/adr/0047). */
import { describe, expect, it } from 'vitest'
import { days } from '../../kernel/span.ts'
import { decided } from '../../law/basis.ts'
import { decide } from './decide.ts'
import { evolve } from './evolve.ts'
import { recipientsOf } from './recipients.ts'
import { warningRows } from './tables.ts'
import {
  answered,
  beginning,
  bureau,
  house,
  id,
  marked,
  organsWith,
  raised,
  staff,
  worldWith,
} from './testing/examples.ts'
import type { Warning, WarningCommand, WarningState, WarningWorld } from './warning.ts'
import { explainWarning, whyWarned } from './wording.ts'

function then(state: WarningState, command: WarningCommand, world: WarningWorld = worldWith()): Warning {
  const decision = decide(state, command, world)
  if (!decision.ok) throw new Error(JSON.stringify(decision.error))
  const result = decision.value.reduce<WarningState>(evolve, state)
  if (result === null) throw new Error('nothing came of it')
  return result
}
const refused = (state: WarningState, command: WarningCommand, world = worldWith()) => {
  const decision = decide(state, command, world)
  return decision.ok ? null : decision.error.kind
}
const open = then(null, raised())
const partyOf = (warning: Warning, organ: string) =>
  (warningRows(warning).warning_party ?? []).find((row) => row.organ === organ)

describe('A warning', () => {
  it('is raised by the house alone, once, and to organs that are there', () => {
    expect(open).toMatchObject({ stage: 'open', bureau: 'county.bureau', place: '990101101' })
    expect(refused(open, raised())).toBe('warning-raised-already')
    expect(refused(null, { ...raised(), actor: bureau })).toBe('warning-is-anothers')
    expect(refused(null, raised(), worldWith({ 'county.land': { state: 'abolished' } }))).toBe('unknown-organ')
    expect(refused(null, answered())).toBe('no-such-warning')
  })

  it('is answered within five working days by the bureau, the centre or the organ that has the matters', () => {
    expect(open.clocks).toMatchObject([
      { rule: 'answerWarning', lastDay: '2026-03-09', bearer: { organ: 'county.bureau' } },
    ])
    const times = { answerWarning: { span: days(3), basis: decided('0047') } }
    expect(then(null, raised(), { ...worldWith(), times }).clocks).toMatchObject([{ lastDay: '2026-03-05' }])
    for (const organ of ['county.bureau', 'town.centre', 'county.land']) {
      const done = then(open, answered({ actor: staff(organ, 'a', 'head') }))
      expect(done).toMatchObject({ stage: 'answered', answer: { organ, outcome: 'acted' } })
      expect(done.clocks).toMatchObject([{ state: 'stopped' }])
    }
    expect(refused(open, answered({ actor: staff('county.bureau', 'a', 'supervisor') }))).toBe('warning-is-anothers')
    expect(refused(then(open, answered()), answered())).toBe('warning-answered-already')
  })

  it('is only read above, and nowhere else known', () => {
    expect(refused(open, answered({ actor: staff('prefecture.bureau', 'a', 'head') }))).toBe('warning-is-anothers')
    expect(refused(open, answered({ actor: staff('county.water', 'a', 'head') }))).toBe('no-such-warning')
    expect(partyOf(open, 'prefecture.bureau')).toMatchObject({ part: 'reader', shelf: 'reading' })
    expect(partyOf(open, 'county.water')).toBeUndefined()
  })

  it('comes up a level the day after its last, and again from there, until there is nobody above', () => {
    expect(refused(open, marked('2026-03-09'))).toBe('clock-still-running')
    const up = then(open, marked('2026-03-10'))
    expect(up).toMatchObject({
      bureau: 'prefecture.bureau',
      handedUp: [{ from: 'county.bureau', to: 'prefecture.bureau', on: '2026-03-10' }],
    })
    expect(up.clocks).toMatchObject([
      { overdueOn: '2026-03-10', bearer: { organ: 'county.bureau' } },
      { lastDay: '2026-03-17', bearer: { organ: 'prefecture.bureau' } },
    ])
    expect(partyOf(up, 'prefecture.bureau')).toMatchObject({ part: 'bureau', shelf: 'open', day: '2026-03-17' })
    // whoever had it may still say what it is
    expect(then(up, answered({ actor: staff('prefecture.bureau', 'a', 'head') })).stage).toBe('answered')
    expect(then(up, answered()).clocks.every(({ state }) => state === 'stopped')).toBe(true)
    const top = then(up, marked('2026-03-18', 'answerWarning#2'))
    expect(top.bureau).toBe('nation.bureau')
    expect(then(top, marked('2026-03-26', 'answerWarning#3')).handedUp).toHaveLength(2)
  })

  it('goes on with whoever carries an organ on, who then owes the answer', () => {
    const world = worldWith({ 'county.bureau': { state: 'merged', successors: [id('county.water')] } })
    const command = { type: 'PassWarningOn', on: raised().on, actor: house } as const
    const passed = then(open, command, world)
    expect(passed).toMatchObject({ bureau: 'county.water', clocks: [{ bearer: { organ: 'county.water' } }] })
    expect(partyOf(passed, 'county.bureau')).toBeUndefined()
    expect(partyOf(passed, 'county.water')).toMatchObject({ part: 'bureau' })
    expect(decide(passed, command, world)).toMatchObject({ ok: true, value: [] })
  })

  it('lies where it is looked for, with the level at which it was found', () => {
    expect(warningRows(open).warning).toMatchObject([{ per_week: 11.5, until_day: '2026-03-09', outcome: null }])
    expect(partyOf(then(open, answered()), 'county.bureau')).toMatchObject({ shelf: 'done', day: '2026-03-05' })
    expect(warningRows(null)).toEqual({})
  })

  it('refuses in both languages, and says how it was found', () => {
    const words = explainWarning({ kind: 'warning-answered-already', on: raised().on }, (organ) => ({
      zh: organ,
      en: organ,
    }))
    expect(words).toMatchObject({
      zh: expect.stringContaining('2026年3月2日'),
      en: expect.stringContaining('2 March 2026'),
    })
    const why = whyWarned(beginning.found)
    expect(why.map(({ en }) => en).join(' ')).toContain('there were 23; by the past about 6.4 were to be expected')
    expect(why.map(({ zh }) => zh).join('')).toContain('其中 4 件是同一事项再次反映')
    expect(whyWarned({ ...beginning.found, isSeasonKnown: false })[2]?.en).toContain(
      'the season could not be allowed for',
    )
  })

  it('refuses an impossible history', () => {
    const fact = { type: 'WarningAnswered', on: raised().on } as never
    expect(() => evolve(null, fact)).toThrow()
    expect(() => evolve(open, { type: 'Unheard', on: raised().on } as never)).toThrow()
  })
})

describe('To whom a warning goes', () => {
  const to = (place: string, holders: Parameters<typeof recipientsOf>[1] = []) =>
    recipientsOf(place, holders, { organs: organsWith() })?.recipients.map(({ organ, part }) => `${part} ${organ}`)

  it('is the nearest bureau and centre, the organ with most of the matters, and the bureaus above to read', () => {
    expect(
      to('990101101205', [
        { organ: id('county.land'), count: 6 },
        { organ: id('county.water'), count: 3 },
      ]),
    ).toEqual(['bureau county.bureau', 'centre town.centre', 'responsible county.land', 'reader prefecture.bureau'])
    expect(to('990101102')).toEqual(['bureau county.bureau', 'centre county.centre', 'reader prefecture.bureau'])
    expect(to('9901')).toEqual(['bureau prefecture.bureau'])
  })

  it('is no organ that has less than half of them, nor the bureau a second time', () => {
    const few = [
      { organ: id('county.land'), count: 4 },
      { organ: id('county.water'), count: 3 },
      { organ: id('x'), count: 3 },
    ]
    expect(to('990101', few)).toEqual(['bureau county.bureau', 'centre county.centre', 'reader prefecture.bureau'])
    expect(to('990101', [{ organ: id('county.bureau'), count: 9 }])).not.toContain('responsible county.bureau')
  })

  it('is nobody where no bureau is', () => {
    const none = organsWith({
      'nation.bureau': { state: 'abolished' },
      'prefecture.bureau': { state: 'abolished' },
      'county.bureau': { state: 'abolished' },
    })
    expect(recipientsOf('990101', [], { organs: none })).toBeNull()
  })
})
