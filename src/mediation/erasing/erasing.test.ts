/** The rules of erasing what is of nobody’s petition (docs/adr/0057). */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, day } from '../../kernel/day.ts'
import type { OrganFacts, OrganId } from '../../kernel/organ.ts'
import { decided } from '../../law/basis.ts'
import { cn2022 } from '../../law/cn-2022/cn-2022.ts'
import { decide } from './decide.ts'
import type { ErasingCommand, ErasingState, ErasingWorld, LookedRecord, StaffActor } from './erasing.ts'
import { evolve } from './evolve.ts'
import { erasingRows } from './tables.ts'
import { explainErasing, statusOfErasingRefusal } from './wording.ts'

const id = (text: string) => text as OrganId
const basis = decided('0057')
const organsWith = (changes: Readonly<Record<string, Partial<OrganFacts>>> = {}): ErasingWorld => {
  const all = ['town', 'county', 'prefecture'].map(
    (name): OrganFacts => ({
      ...{ id: id(name), kind: 'bureau', level: 'county', region: '990101', parent: null, leadBy: null },
      ...{ state: 'active', successors: [], ...changes[name] },
    }),
  )
  return { organs: { all: () => all, find: (organ) => all.find((each) => each.id === organ) } }
}
const world = organsWith()
const head = (organ: string, account = `head-of-${organ}`): StaffActor => ({
  ...{ kind: 'staff', account, organ: id(organ), posts: ['head'] },
})
const house = { kind: 'house', task: 'erasure' } as const

const rested = day('2026-03-10')
const keptUntil = day('2056-03-10')
const looked = (more: Partial<LookedRecord> = {}): LookedRecord => ({
  ...{ class: 'dispute', keeper: id('town'), isOver: true, restsSince: rested, openClocks: [], goesWith: null },
  ...{ retention: cn2022.retention.dispute, keptFrom: [], erasedOn: null, ...more },
})
const on = addDays(keptUntil, 1)
const proposing = (more: object = {}): ErasingCommand => ({
  ...{ type: 'ProposeRecordErasure', on, actor: head('town'), approver: id('county'), looked: looked(), ...more },
})
const answering = (type: 'ApproveRecordErasure' | 'DeclineRecordErasure', more: object = {}): ErasingCommand => ({
  ...{ type, on: addDays(on, 1), actor: head('county'), looked: looked(), ...more },
})
const erasing = (more: object = {}): ErasingCommand => ({
  ...{ type: 'EraseRecord', on: addDays(on, 2), actor: house, looked: looked(), ...more },
})
function then(...commands: readonly ErasingCommand[]): ErasingState {
  return commands.reduce<ErasingState>((state, command) => {
    const decision = decide(state, command, world)
    if (!decision.ok) throw new Error(JSON.stringify(decision.error))
    return decision.value.reduce<ErasingState>(evolve, state)
  }, null)
}
const refused = (state: ErasingState, command: ErasingCommand, where = world) => {
  const decision = decide(state, command, where)
  return decision.ok ? null : decision.error
}

describe('An erasure of a record', () => {
  it('is proposed by the head of whoever keeps it, approved by the head above, and carried out by the house', () => {
    const done = then(proposing(), answering('ApproveRecordErasure'), erasing())
    expect(done).toMatchObject({ organ: 'town', approver: 'county', account: 'head-of-town', erasedOn: addDays(on, 2) })
    expect(erasingRows(done)).toMatchObject({
      erasure: [{ state: 'erased', class: 'dispute', approved_on: addDays(on, 1) }],
    })
    expect(refused(null, proposing({ actor: { ...head('town'), posts: ['clerk'] } }))).toMatchObject({
      kind: 'record-erasure-not-yours',
    })
    expect(refused(null, proposing({ actor: head('county') }))).toMatchObject({ kind: 'record-erasure-not-yours' })
  })

  it('is nobody’s alone', () => {
    const proposed = then(proposing())
    const same = head('county', 'head-of-town')
    expect(refused(proposed, answering('ApproveRecordErasure', { actor: same }))).toMatchObject({
      kind: 'erasure-needs-second-person',
    })
    expect(refused(proposed, answering('ApproveRecordErasure', { actor: head('town', 'another') }))).toMatchObject({
      kind: 'record-erasure-not-yours',
    })
    expect(refused(null, proposing({ approver: null }))).toMatchObject({ kind: 'nobody-above-to-approve' })
    expect(refused(null, proposing({ approver: id('town') }))).toMatchObject({ kind: 'nobody-above-to-approve' })
    const kept = looked({ keptFrom: [id('county')] })
    expect(refused(null, proposing({ looked: kept }))).toMatchObject({ kind: 'nobody-above-to-approve' })
  })

  it('waits for whatever is owed, and for what it goes with', () => {
    const cases = [
      [{ isOver: false }, 'record-not-over'],
      [{ openClocks: ['settleDispute#1'] }, 'record-clock-running'],
      [{ goesWith: 'petition' }, 'record-goes-with'],
      [{ goesWith: 'dispute' }, 'record-goes-with'],
      [{ goesWith: 'mediation' }, 'record-goes-with'],
      [{ goesWith: 'intake' }, 'record-goes-with'],
      [{ erasedOn: rested }, 'record-erased'],
      [{ restsSince: day('2040-01-01') }, 'record-still-kept'],
    ] as const
    const [proposed, approved] = [then(proposing()), then(proposing(), answering('ApproveRecordErasure'))]
    for (const [more, kind] of cases) {
      expect(refused(null, proposing({ looked: looked(more) }))).toMatchObject({ kind })
      expect(refused(proposed, answering('ApproveRecordErasure', { looked: looked(more) }))).toMatchObject({ kind })
      // the house says that it is done after the record says so itself
      if (kind !== 'record-erased') expect(refused(approved, erasing({ looked: looked(more) }))).toMatchObject({ kind })
    }
    expect(refused(approved, erasing({ looked: looked({ erasedOn: addDays(on, 2) }) }))).toBeNull()
  })

  it('stands once, until it is declined, overtaken or nobody is left to approve', () => {
    const proposed = then(proposing())
    const again = proposing({ on: addDays(on, 5) })
    expect(refused(proposed, again)).toEqual({ kind: 'record-erasure-proposed', on })
    expect(refused(then(proposing(), answering('ApproveRecordErasure')), again)).toMatchObject({
      kind: 'record-erasure-approved',
    })
    expect(refused(then(proposing(), answering('DeclineRecordErasure')), again)).toBeNull()
    expect(refused(proposed, again, organsWith({ county: { state: 'abolished' } }))).toBeNull()
    const woken = day('2057-01-01')
    const later = { on: day('2087-01-02'), looked: looked({ restsSince: woken }) }
    expect(refused(proposed, proposing(later))).toBeNull()
    expect(
      refused(proposed, answering('ApproveRecordErasure', { looked: looked({ restsSince: woken }) })),
    ).toMatchObject({ kind: 'record-still-kept' })
  })

  it('is said by the house alone, once, and only of what was approved', () => {
    const approved = then(proposing(), answering('ApproveRecordErasure'))
    expect(refused(null, erasing())).toMatchObject({ kind: 'no-record-erasure-proposed' })
    expect(refused(then(proposing()), erasing())).toMatchObject({ kind: 'no-record-erasure-proposed' })
    expect(refused(approved, erasing({ actor: head('county') }))).toMatchObject({ kind: 'record-erasure-not-yours' })
    expect(refused(evolve(approved, { type: 'RecordErased', on }), erasing())).toMatchObject({
      kind: 'no-record-erasure-proposed',
    })
    expect(refused(approved, answering('DeclineRecordErasure'))).toMatchObject({ kind: 'no-record-erasure-proposed' })
  })

  it('never throws, and never takes anything out that two people of two organs did not want gone', () => {
    const actors = [head('town'), head('county'), head('county', 'head-of-town'), head('prefecture'), house]
    const command = fc.record({
      type: fc.constantFrom('ProposeRecordErasure', 'ApproveRecordErasure', 'DeclineRecordErasure', 'EraseRecord'),
      on: fc.integer({ min: 0, max: 900 }).map((more) => addDays(keptUntil, more - 100)),
      actor: fc.constantFrom(...actors),
      approver: fc.constantFrom(id('county'), id('prefecture'), null),
      looked: fc
        .record({
          ...{
            isOver: fc.boolean(),
            goesWith: fc.constantFrom(null, 'petition'),
            openClocks: fc.constantFrom([], ['c#1']),
          },
          restsSince: fc.constantFrom(rested, addDays(rested, 200)),
        })
        .map((more) => looked(more as Partial<LookedRecord>)),
    }) as fc.Arbitrary<ErasingCommand>
    fc.assert(
      fc.property(fc.array(command, { maxLength: 25 }), (commands) => {
        let state: ErasingState = null
        const said: string[] = []
        for (const each of commands) {
          const decision = decide(state, each, world)
          if (!decision.ok) {
            expect(explainErasing(decision.error).en).not.toBe('')
            continue
          }
          for (const fact of decision.value) {
            if (fact.type === 'RecordErased') expect(said.at(-1)).toBe('RecordErasureApproved')
            if (fact.type === 'RecordErasureApproved') {
              expect(fact.account).not.toBe(state?.account)
              expect(fact.organ).not.toBe(state?.organ)
            }
            state = evolve(state, fact)
            said.push(fact.type)
          }
        }
      }),
    )
  })

  it('says in words why it is refused, each with a status', () => {
    for (const kind of Object.keys(statusOfErasingRefusal)) {
      const more = { with: 'intake', clocks: ['a'], until: on, on, basis }
      const { zh, en } = explainErasing({ kind, ...more } as never)
      expect(zh).toMatch(/。$/)
      expect(en).toMatch(/\.$/)
    }
  })
})
