import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawFromSeed } from '../../../test/seed.ts'
import { addDays, type Day, day, isAfter } from '../../kernel/day.ts'
import type { OrganFacts, OrganId } from '../../kernel/organ.ts'
import { isOpen } from '../../kernel/running-clock.ts'
import { decide, partIn, permissions } from './decide.ts'
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
  words,
  worldOf,
} from './examples.ts'
import { verdicts } from './measuring.ts'
import { themeRows } from './tables.ts'
import {
  type Theme,
  type ThemeActor,
  type ThemeCommandBody,
  type ThemeFact,
  type ThemeState,
  themeResults,
} from './theme.ts'

drawFromSeed()

const another = 'another' as OrganId
const outsider: ThemeActor = { kind: 'staff', account: 'sun', organ: another, posts: ['head'] }

const anyStep = fc.record({
  what: fc.constantFrom(
    ...(['step', 'step', 'hand', 'extend', 'close', 'close', 'reopen', 'reopen', 'mark', 'recount', 'reform'] as const),
  ),
  days: fc.constantFrom(0, 1, 7, 40, 130),
  ahead: fc.constantFrom(-1, 1, 30, 180, 181),
  who: fc.constantFrom(lead, lead, lead, clerk, owner, doer, outsider, house, house),
  organ: fc.constantFrom(bureau, land, housing, another, 'nowhere' as OrganId),
  result: fc.constantFrom(...themeResults),
  verdict: fc.constantFrom(...verdicts),
  open: fc.constantFrom(0, 0, 0, 2),
  isThere: fc.boolean(),
})
type Drawn = typeof anyStep extends fc.Arbitrary<infer D> ? D : never

function bodyFrom(drawn: Drawn, { clocks }: Theme, on: Day): ThemeCommandBody {
  const { what, ahead, organ, result, verdict, open, isThere } = drawn
  const measured = found(verdict)
  const to = { organ, officer: isThere ? null : 'somebody' }
  switch (what) {
    case 'step':
      return { type: 'AddThemeStep', organ, what: words, due: addDays(on, ahead) }
    case 'hand':
      return { type: 'HandThemeOver', owner: to, reason: words, knows: { officer: isThere } }
    case 'extend':
      return { type: 'ExtendTheme', until: addDays(on, ahead), reason: words }
    case 'close':
      return { type: 'CloseTheme', result, report: words, measured, openTasks: open }
    case 'reopen':
      return { type: 'ReopenTheme', reason: isThere ? words : null, measured }
    case 'mark':
      return { type: 'MarkClock', clock: clocks.at(-1)?.id ?? 'none#1' }
    case 'recount':
      return { type: 'RecountTheme' }
    case 'reform':
      return { type: 'PassThemeOn' }
  }
}

/** An office that another one carries on from now. */
const reformed = (organs: readonly OrganFacts[], gone: OrganId): readonly OrganFacts[] =>
  organs.map((each) =>
    each.id === gone ? office(gone, String(each.kind), { state: 'merged', successors: [another] }) : each,
  )

describe('Whatever happens to a theme', () => {
  it('acts only who may, its day never runs out unseen, what was measured stays, and replay equals live', () => {
    fc.assert(
      fc.property(fc.array(anyStep, { minLength: 6, maxLength: 30 }), (steps) => {
        let organs: readonly OrganFacts[] = [...offices, office(another, 'department')]
        let on = day('2026-11-23')
        const begun = decide(null, { ...govern, on, actor: lead }, worldOf(organs))
        if (!begun.ok) throw new Error(begun.error.kind)
        const facts: ThemeFact[] = [...begun.value]
        let state = facts.reduce<ThemeState>(evolve, null) as Theme
        for (const drawn of steps) {
          on = addDays(on, drawn.days)
          if (drawn.what === 'reform' && drawn.organ !== another) organs = reformed(organs, drawn.organ)
          const body = bodyFrom(drawn, state, on)
          const decision = decide(state, { ...body, on, actor: drawn.who }, worldOf(organs))
          if (!decision.ok) continue
          const before = state
          facts.push(...decision.value)
          state = decision.value.reduce<ThemeState>(evolve, state) as Theme
          checkStep(before, { body, actor: drawn.who, on }, state)
        }
        expect(facts.reduce<ThemeState>(evolve, null)).toEqual(state)
        const { theme_party: parties, theme_clock: clocks } = themeRows(state)
        expect(clocks).toHaveLength(state.clocks.filter(isOpen).length)
        for (const { organ, part } of parties ?? []) expect(partIn(state, organ as OrganId)).toBe(part)
      }),
    )
  })
})

interface Done {
  readonly body: ThemeCommandBody
  readonly actor: ThemeActor
  readonly on: Day
}

function checkStep(before: Theme, { body, actor, on }: Done, after: Theme): void {
  if (body.type === 'GovernTheme') throw new Error('governed twice')
  const { by } = permissions[body.type]
  if (actor.kind === 'house') expect(['house', 'leadOrHouse']).toContain(by)
  else expect([before.governor, before.owner.organ]).toContain(actor.organ)
  if (by === 'lead' && actor.kind === 'staff') expect([actor.organ, actor.posts]).toEqual([before.governor, ['head']])
  // exactly one day counts while it is governed, and none once it is closed
  expect(after.clocks.filter(isOpen)).toHaveLength(after.stage === 'governed' ? 1 : 0)
  // what was added, opened again and measured is never taken back
  expect(after.steps.slice(0, before.steps.length)).toEqual(before.steps)
  expect(after.reopened.slice(0, before.reopened.length)).toEqual(before.reopened)
  expect(after.about).toEqual(before.about)
  if (after.closed && before.closed === null) {
    if (after.closed.result === 'solved') expect(after.closed.measured.verdict).toBe('fell')
    expect(after.closed.on).toBe(on)
  }
  if (body.type === 'ExtendTheme') expect(isAfter(after.due, before.due)).toBe(true)
}
