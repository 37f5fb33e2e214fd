import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawFromSeed } from '../../../test/seed.ts'
import { addDays, type Day, day } from '../../kernel/day.ts'
import { isKeptOut } from '../../kernel/keeping-out.ts'
import { bearerOrgan, isOpen } from '../../kernel/running-clock.ts'
import { decide } from './decide.ts'
import type { Dispute, DisputeCommand, DisputeCommandBody, DisputeFact, DisputeState, StaffActor } from './dispute.ts'
import { directions, settlingWays } from './dispute.ts'
import { evolve } from './evolve.ts'
import * as example from './examples.ts'
import { aboveOf, levelOf } from './local.ts'
import { disputeRows, lineOf } from './tables.ts'

drawFromSeed()

const world = example.worldWith()
const organs = [...world.organs.all()].map(({ id }) => id)
const doings = [
  ...(['grade', 'assign', 'progress', 'progress', 'hand-up', 'hand-up', 'take-up', 'return', 'mediate'] as const),
  ...(['end', 'settle', 'settle', 'follow-up', 'follow-up', 'extend', 'petition', 'direct', 'not-found'] as const),
  ...(['confirm', 'reject', 'close', 'close', 'keep', 'mark', 'reform'] as const),
]
const anyStep = fc.record({
  what: fc.constantFrom(...doings),
  days: fc.constantFrom(0, 0, 1, 2, 12),
  // most of the time by whoever has it
  right: fc.integer({ min: 0, max: 5 }),
  organ: fc.constantFrom(...organs),
  post: fc.constantFrom('clerk', 'head', 'supervisor', 'leader'),
  holds: fc.boolean(),
  pick: fc.nat(),
  entry: fc.constantFrom(null, null, 'entry-1', 'entry-2'),
})
type Drawn = typeof anyStep extends fc.Arbitrary<infer D> ? D : never

const draws = fc.record({
  recorder: fc.constantFrom('village', 'town', 'county.bureau', 'county.centre'),
  category: fc.constantFrom('rural.land-contracts', 'labour.wages'),
  kept: fc.subarray(organs, { maxLength: 1 }),
  graded: fc.boolean(),
  steps: fc.array(anyStep, { minLength: 8, maxLength: 30 }),
})

const of = <T>(all: readonly T[], pick: number): T => all[pick % all.length] as T

function bodyOf({ what, organ, holds, pick, entry }: Drawn, dispute: Dispute, on: Day): DisputeCommandBody {
  const { sealed } = example
  const entered = { entry, at: on }
  const mediation = dispute.mediations.at(-1)?.mediation ?? 'mediation:none'
  switch (what) {
    case 'grade':
      return {
        type: 'GradeDispute',
        grading: example.grading({ grade: of(['red', 'yellow', 'green'], pick) }),
        people: (pick % 50) + 1,
      }
    case 'assign':
      return {
        type: 'AssignDispute',
        responsible: { organ, account: null },
        due: pick % 2 ? addDays(on, 5) : null,
        note: null,
      }
    case 'progress':
      return { type: 'RecordProgress', ...entered, kind: 'measure', text: sealed('x'), materials: [] }
    case 'hand-up':
      return {
        type: 'HandUpDispute',
        ...entered,
        to: aboveOf(dispute, dispute.responsible.organ, world)[0] ?? organ,
        tried: sealed('x'),
      }
    case 'take-up':
      return { type: 'TakeUpDispute', account: null }
    case 'return':
      return { type: 'ReturnDispute', reason: sealed('x') }
    case 'mediate':
      return { type: 'SendToMediation', mediation: `mediation:${pick}` }
    case 'end':
      return { type: 'EndDisputeMediation', mediation, outcome: holds ? 'agreed' : 'failed', note: null }
    case 'settle':
      return {
        ...({
          type: 'SettleDispute',
          ...entered,
          way: of(settlingWays, pick),
          terms: sealed('x'),
          materials: [],
        } as const),
        words: holds ? [{ party: 1, by: 'signed', witness: sealed('w') }] : [{ party: 2, by: 'key', witness: null }],
      }
    case 'follow-up':
      return { type: 'FollowUpDispute', ...entered, holds, text: sealed('x') }
    case 'extend':
      return { type: 'ExtendDispute', until: addDays(on, pick % 40), reason: sealed('x') }
    case 'petition':
      return {
        type: 'LinkPetition',
        petition: `26030200000${pick % 3}`,
        looked: pick % 5 ? example.nothingKept : { keptFrom: [organ], officials: [] },
      }
    case 'direct':
      return { type: 'DirectDispute', to: of(directions, pick), told: sealed('x') }
    case 'not-found':
      return { type: 'ReportNotFound', reason: sealed('x') }
    case 'confirm':
      return { type: 'ConfirmNotFound' }
    case 'reject':
      return { type: 'RejectNotFound', reason: sealed('x') }
    case 'close':
      return { type: 'CloseDispute', note: null }
    case 'keep':
      return { type: 'KeepDispute', looked: pick % 4 ? example.nothingKept : { keptFrom: [organ], officials: [] } }
    case 'mark':
      return { type: 'MarkClock', clock: dispute.clocks.at(-1)?.id ?? 'none' }
    case 'reform':
      return { type: 'PassDisputeOn' }
  }
}

function actorOf({ what, right, organ, post, pick }: Drawn, { responsible }: Dispute): DisputeCommand['actor'] {
  if (['end', 'keep', 'mark', 'reform'].includes(what) && right > 0) return example.house
  const at = right > 1 ? responsible.organ : organ
  return example.staff(at, `${at} ${pick % 2}`, right > 3 ? 'head' : post)
}

interface Walked {
  readonly before: DisputeState
  readonly command: DisputeCommand
  readonly facts: readonly DisputeFact[]
  readonly after: DisputeState
}

function walk({ recorder, category, kept, graded, steps }: typeof draws extends fc.Arbitrary<infer D> ? D : never) {
  const walked: Walked[] = []
  let on = day('2026-03-02')
  let state: DisputeState = null
  const carry = (command: DisputeCommand): void => {
    const decision = decide(state, command, world)
    const facts = decision.ok ? decision.value : []
    const after = facts.reduce<DisputeState>(evolve, state)
    walked.push({ before: state, command, facts, after })
    state = after
  }
  const looked = { keptFrom: kept, officials: [] }
  carry(
    example.recorded({
      ...{ actor: example.staff(recorder, 'recorder', 'head'), category, looked },
      grading: graded ? example.grading({ grade: 'yellow', danger: 'possible' }) : null,
    }),
  )
  for (const step of steps) {
    const now: DisputeState = state
    if (now === null) break
    on = addDays(on, step.days)
    carry({ ...bodyOf(step, now, on), on, actor: actorOf(step, now) })
  }
  return walked
}

describe('Whatever is done with a dispute', () => {
  it('is decided without a fault, and the facts replayed are the state', () => {
    fc.assert(
      fc.property(draws, (drawn) => {
        const walked = walk(drawn)
        const facts = walked.flatMap((each) => each.facts)
        const replayed = facts.reduce<DisputeState>(evolve, null)
        expect(replayed).toEqual(walked.at(-1)?.after ?? null)
        expect(replayed?.version ?? 0).toBe(facts.length)
      }),
    )
  })

  it('is closed in one of four ways and no other, and what is open has a day that runs', () => {
    let ended = 0
    fc.assert(
      fc.property(draws, (drawn) => {
        for (const { after } of walk(drawn)) {
          if (after === null) continue
          const open = after.clocks.filter(isOpen)
          if (after.stage === 'closed') {
            ended += 1
            expect(open).toEqual([])
            if (after.ending === 'settled') {
              expect(after.settlements.length).toBeGreaterThan(0)
              expect(after.followUps.at(-1)?.holds).toBe(true)
            }
            if (after.ending === 'petition') expect(after.petitions.length).toBeGreaterThan(0)
            if (after.ending === 'directed') expect(after.directed).not.toBeNull()
            if (after.ending === 'notFound') expect(after.notFound).not.toBeNull()
            expect(after.ending).not.toBeNull()
          } else if (after.stage !== 'petition' && after.stage !== 'followedUp') {
            expect(open).toHaveLength(1)
            expect(bearerOrgan(open[0] as (typeof open)[number])).toBe(after.responsible.organ)
          }
        }
      }),
    )
    expect(ended).toBeGreaterThan(20)
  })

  it('rises by handing up alone, each time with what was tried and to nobody who is a party', () => {
    let rises = 0
    fc.assert(
      fc.property(draws, (drawn) => {
        for (const { before, after, facts, command } of walk(drawn)) {
          if (before === null || after === null || before.responsible.organ === after.responsible.organ) continue
          const [from, to] = [before, after].map(({ responsible }) => world.organs.find(responsible.organ))
          if (!from || !to) throw new Error('an organ nobody knows')
          const levels = ['village', 'township', 'county', 'prefecture', 'province']
          const isUp = levels.indexOf(levelOf(to)) > levels.indexOf(levelOf(from))
          if (!isUp) continue
          rises += 1
          expect(command.type).toBe('HandUpDispute')
          expect(facts).toMatchObject([{ type: 'DisputeHandedUp', tried: { ref: 'x' } }])
          expect(isKeptOut(before.keptFrom, after.responsible.organ, world.organs)).toBe(false)
        }
      }),
      { numRuns: 400 },
    )
    expect(rises).toBeGreaterThan(10)
  })

  it('is never told to whom it is kept from, and is done by whoever has it', () => {
    fc.assert(
      fc.property(draws, (drawn) => {
        for (const { before, command, facts, after } of walk(drawn)) {
          if (after) {
            const rows = disputeRows(after).dispute_party ?? []
            expect(rows.some(({ organ }) => after.keptFrom.includes(organ as never))).toBe(false)
          }
          if (before === null || facts.length === 0 || command.actor.kind !== 'staff') continue
          const actor: StaffActor = command.actor
          expect(isKeptOut(before.keptFrom, actor.organ, world.organs)).toBe(false)
          const shared = ['LinkPetition', 'ConfirmNotFound', 'RejectNotFound']
          if (!shared.includes(command.type)) expect(actor.organ).toBe(before.responsible.organ)
        }
      }),
    )
  })

  it('has one line that counts it once, and a petition is never counted as settled', () => {
    fc.assert(
      fc.property(draws, (drawn) => {
        for (const { after } of walk(drawn)) {
          if (after === null) continue
          const { outcome, settled_level: level } = lineOf(after)
          expect(outcome === 'settled').toBe(level !== null)
          if (after.petitions.length > 0) expect(outcome).toBe('petition')
        }
      }),
    )
  })
})
