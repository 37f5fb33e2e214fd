import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawFromSeed } from '../../../test/seed.ts'
import { addDays, day } from '../../kernel/day.ts'
import type { BulletinCommand, BulletinFact, BulletinState } from './bulletin.ts'
import { decide } from './decide.ts'
import { evolve } from './evolve.ts'
import * as example from './examples.ts'
import { isKeptFrom } from './recipients.ts'
import { bulletinRows } from './tables.ts'

drawFromSeed()

const world = example.worldWith()
const organs = [...world.organs.all()].map(({ id }) => id)
const anyActor = fc
  .record({ organ: fc.constantFrom(...organs), post: fc.constantFrom('clerk', 'head', 'supervisor', 'auditor') })
  .chain(({ organ, post }) =>
    fc.constantFrom('writer', 'head', 'concerned', 'x').map((account) => example.staff(organ, account, post)),
  )
const anyOwn = fc
  .tuple(fc.constantFrom('writer', 'deputy', 'head'), fc.constantFrom('clerk', 'head', 'supervisor'))
  .map(([account, post]) => example.staff('county.bureau', account, post))
const actors = fc.oneof(anyActor, anyOwn, anyOwn)

type Make = (more: object) => BulletinCommand
const begins: readonly Make[] = [example.drafted, example.report, example.notice, example.situation]
const goesOn: readonly Make[] = [
  example.edited,
  example.submitted,
  example.submitted,
  example.returned,
  example.issued,
  example.issued,
  example.withdrawn,
  example.received,
  example.instructed,
  example.drafted,
]
const walks = fc.record({
  first: fc.constantFrom(...begins),
  personnel: fc.subarray(organs, { maxLength: 2 }),
  steps: fc.array(fc.record({ make: fc.constantFrom(...goesOn), actor: actors, days: fc.nat(3) }), { maxLength: 14 }),
})

/** A bulletin through whatever comes, with every fact that was accepted on the way. */
function walk({ first, personnel, steps }: typeof walks extends fc.Arbitrary<infer W> ? W : never) {
  const facts: BulletinFact[] = []
  let state: BulletinState = null
  let on = day('2026-01-15')
  const take = (command: BulletinCommand) => {
    const decided = decide(state, command, world)
    if (!decided.ok) return
    facts.push(...decided.value)
    state = decided.value.reduce<BulletinState>(evolve, state)
  }
  take(first(first === begins[2] ? { personnel: example.personnel({ keptFrom: personnel }) } : {}))
  for (const { make, actor, days } of steps) {
    on = addDays(on, days)
    take(make({ actor, on }))
  }
  return { facts, state: state as BulletinState }
}

describe('Whatever happens to a bulletin', () => {
  it('it is decided, replayed to the same state, and written down in rows', () => {
    fc.assert(
      fc.property(walks, (drawn) => {
        const { facts, state } = walk(drawn)
        expect(facts.reduce<BulletinState>(evolve, null)).toEqual(state)
        const rows = bulletinRows(state)
        expect(rows.bulletin_recipient?.length ?? 0).toBe(state?.issued?.recipients.length ?? 0)
      }),
    )
  })

  it('none is issued by whoever wrote at it, and what was issued does not change', () => {
    fc.assert(
      fc.property(walks, (drawn) => {
        const { facts, state } = walk(drawn)
        const at = facts.findIndex(({ type }) => type === 'BulletinIssued')
        if (at < 0) return
        const issued = facts[at] as Extract<BulletinFact, { type: 'BulletinIssued' }>
        expect(state?.authors).not.toContain(issued.account)
        expect(facts.slice(at + 1).every(({ type }) => ['BulletinReceived', 'BulletinInstructed'].includes(type))).toBe(
          true,
        )
      }),
    )
  })

  it('a notice about cadres is passed through no hands and to no organ of those whom it concerns', () => {
    fc.assert(
      fc.property(walks, (drawn) => {
        const { facts, state } = walk({ ...drawn, first: begins[2] as Make })
        if (!state?.personnel) return
        const { keptFrom, officials } = state.personnel
        for (const fact of facts) {
          if ('account' in fact) expect(officials).not.toContain(fact.account)
          if (fact.type !== 'BulletinIssued') continue
          for (const organ of fact.recipients) expect(isKeptFrom(keptFrom, organ, world.organs)).toBe(false)
        }
      }),
    )
  })
})
