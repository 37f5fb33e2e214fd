import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawFromSeed } from '../../../test/seed.ts'
import { addDays, day, isAfter } from '../../kernel/day.ts'
import { isOpen } from '../../kernel/running-clock.ts'
import { referralWays } from '../../law/referrals.ts'
import { decide } from './decide.ts'
import { evolve } from './evolve.ts'
import {
  mediationSteps,
  type Referral,
  type ReferralCommand,
  type ReferralState,
  referralEndings,
  referralOutcomes,
} from './referral.ts'
import { referralRows } from './tables.ts'
import * as example from './testing/examples.ts'

drawFromSeed()

const doings = [
  ...(['apply', 'apply', 'share', 'ask', 'correct', 'accept', 'accept', 'refuse', 'mediate', 'mediate'] as const),
  ...(['prolong', 'outcome', 'note', 'close', 'mark', 'mark', 'remind', 'keep', 'erase', 'recount'] as const),
] as const

const anyStep = fc.record({
  what: fc.constantFrom(...doings),
  days: fc.constantFrom(0, 1, 4, 12, 40),
  back: fc.constantFrom(0, 0, 1, 5),
  who: fc.constantFrom(
    ...([example.petitioner, example.petitioner, example.bureau, example.justice] as const),
    ...([example.staff('county.land', 'land'), example.house] as const),
  ),
  asked: fc.constantFrom('byPhone', 'inPerson', null),
  shared: fc.boolean(),
  step: fc.constantFrom(...mediationSteps),
  outcome: fc.constantFrom(...referralOutcomes),
  ending: fc.constantFrom(...referralEndings),
  clock: fc.nat({ max: 6 }),
})
type Drawn = typeof anyStep extends fc.Arbitrary<infer D> ? D : never

function commandFrom(drawn: Drawn, { clocks }: Referral, on: ReturnType<typeof day>): ReferralCommand {
  const { what, back, who, asked, shared, step, outcome, ending } = drawn
  const told = { on, actor: who, asked } as const
  const past = addDays(on, -back)
  const clock = clocks[drawn.clock % Math.max(clocks.length, 1)]?.id ?? 'none#1'
  switch (what) {
    case 'apply':
      return example.applied({ ...told, appliedOn: past, shared })
    case 'share':
      return { type: 'ShareReferral', ...told, shared, source: 'ownWord' }
    case 'ask':
      return example.askedToCorrect({ ...told, askedOn: past })
    case 'correct':
      return example.corrected({ ...told, correctedOn: past })
    case 'accept':
      return example.accepted({ ...told, acceptedOn: past, track: shared ? 'ordinary' : 'simplified' })
    case 'refuse':
      return example.refused({ ...told, receivedOn: past })
    case 'mediate':
      return example.mediated({ ...told, day: past, step })
    case 'prolong':
      return example.prolonged({ ...told, until: addDays(on, 10 * back + 5) })
    case 'outcome':
      return example.decided({ ...told, receivedOn: past, outcome })
    case 'note':
      return example.noted({ ...told, day: addDays(on, back) })
    case 'close':
      return example.closed({ ...told, ending })
    case 'mark':
      return example.marked(clock, on)
    case 'remind':
      return example.reminded(clock, on)
    case 'keep':
      return {
        ...{ type: 'KeepReferral', on, actor: example.house, officials: [], recused: [], about: [] },
        keptFrom: shared ? [example.id('county.land')] : [],
      }
    case 'erase':
      return { type: 'EraseReferral', on, actor: example.house }
    case 'recount':
      return { type: 'RecountReferral', on, actor: example.house }
  }
}

describe('Whatever happens to a referral', () => {
  it('no day is moved earlier, nobody who must not know acts, what ended stays ended, and replay equals live', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...referralWays),
        fc.array(anyStep, { minLength: 6, maxLength: 25 }),
        (way, steps) => {
          const world = example.worldWith()
          const begun = decide(null, example.explained({ way }), world)
          if (!begun.ok) throw new Error(begun.error.kind)
          const facts = [...begun.value]
          let state = facts.reduce<ReferralState>(evolve, null) as Referral
          let on = day('2026-03-02')
          for (const step of steps) {
            on = addDays(on, step.days)
            const command = commandFrom(step, state, on)
            const decision = decide(state, command, world)
            if (!decision.ok) continue
            const before = state
            facts.push(...decision.value)
            state = decision.value.reduce<ReferralState>(evolve, state) as Referral
            if (decision.value.length > 0) checkStep(before, command, state)
          }
          expect(facts.reduce<ReferralState>(evolve, null)).toEqual(state)
          expect(referralRows(state).referral_clock).toHaveLength(state.clocks.filter(isOpen).length)
        },
      ),
    )
  })
})

function checkStep(before: Referral, { actor }: ReferralCommand, after: Referral): void {
  for (const clock of before.clocks) {
    const now = after.clocks.find(({ id }) => id === clock.id)
    expect(now && isAfter(clock.lastDay, now.lastDay)).toBe(false)
  }
  if (actor.kind === 'staff') {
    expect(['county.bureau', 'county.justice']).toContain(actor.organ)
    expect(before.keptFrom).not.toContain(actor.organ)
    if (actor.organ === 'county.justice') expect(before.shared).toBe(true)
  }
  if (before.stage === 'closed') expect(after.stage).toBe('closed')
  if (after.stage === 'closed') expect(after.clocks.filter(isOpen)).toEqual([])
}
