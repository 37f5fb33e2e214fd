/** Whatever comes in whatever order: nothing throws, replay equals live, and an open warning always has somebody who owes the answer. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, day } from '../../kernel/day.ts'
import { bearerOrgan, isOpen } from '../../kernel/running-clock.ts'
import { decide } from './decide.ts'
import { evolve } from './evolve.ts'
import { warningRows } from './tables.ts'
import { answered, house, id, marked, raised, staff, worldWith } from './testing/examples.ts'
import type { WarningCommand, WarningFact, WarningState } from './warning.ts'

const organs = ['county.bureau', 'town.centre', 'county.land', 'prefecture.bureau', 'county.water']
const reform = { 'county.bureau': { state: 'merged', successors: [id('county.water')] } } as const

const commands = fc.oneof(
  fc
    .record({ organ: fc.constantFrom(...organs), post: fc.constantFrom('clerk', 'supervisor') })
    .map(({ organ, post }) => answered({ actor: staff(organ, 'a', post) }) as WarningCommand),
  fc.nat(3).map((at) => marked('2026-03-02', `answerWarning#${at}`) as WarningCommand),
  fc.constant({ type: 'PassWarningOn', on: day('2026-03-02'), actor: house } as WarningCommand),
  fc.constant({ type: 'RecountWarning', on: day('2026-03-02'), actor: house } as WarningCommand),
  fc.constant(raised() as WarningCommand),
)

describe('A walk through the life of a warning', () => {
  it('keeps what must hold', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(commands, fc.nat(9)), { maxLength: 12 }), fc.boolean(), (steps, isReformed) => {
        let state: WarningState = null
        let on = day('2026-03-02')
        const facts: WarningFact[] = []
        for (const [command, wait] of [[raised() as WarningCommand, 0] as const, ...steps]) {
          on = addDays(on, wait)
          const decision = decide(state, { ...command, on }, worldWith(state !== null && isReformed ? reform : {}))
          if (!decision.ok) continue
          for (const fact of decision.value) {
            state = evolve(state, fact)
            facts.push(fact)
          }
        }
        expect(facts.reduce<WarningState>(evolve, null)).toEqual(state)
        expect(warningRows(state)).toEqual(warningRows(facts.reduce<WarningState>(evolve, null)))
        if (state === null) return
        const running = state.clocks.filter(isOpen)
        if (state.stage === 'answered') expect(running).toEqual([])
        else expect(running.some((clock) => bearerOrgan(clock) === state?.bureau)).toBe(true)
        expect(new Set(state.recipients.map(({ organ }) => organ)).size).toBe(state.recipients.length)
        expect(state.recipients).toContainEqual({ organ: state.bureau, part: 'bureau' })
      }),
      { seed: 20260302, numRuns: 300 },
    )
  })
})
