import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawFromSeed } from '../../test/seed.ts'
import { addDays, type Day, day, isAfter } from '../kernel/day.ts'
import { isKeptOut } from '../kernel/keeping-out.ts'
import { isOpen } from '../kernel/running-clock.ts'
import { findingRules, orderKinds } from '../law/supervision.ts'
import { actionsOn } from './actions.ts'
import { isAllMet } from './clocks.ts'
import { decide } from './decide.ts'
import { evolve } from './evolve.ts'
import { beginning, command, found, house, id, organsWith, sealed, staff, topic, worldWith } from './examples.ts'
import {
  type Matter,
  type MatterState,
  petitionersWords,
  type SupervisionActor,
  type SupervisionCommand,
  type SupervisionCommandType,
  type SupervisionFact,
  type SupervisionRefusal,
  verificationWays,
} from './supervision.ts'
import { isRunning, supervisionRows } from './tables.ts'

drawFromSeed()

interface Step {
  readonly before: MatterState
  readonly command: SupervisionCommand
  readonly facts: readonly SupervisionFact[]
  readonly refusal: SupervisionRefusal | null
  readonly after: MatterState
}

const world = worldWith()
const organs = [...organsWith().all()].map((organ) => organ.id)
const anyOrgan = fc.constantFrom(...organs)
const anyActor: fc.Arbitrary<SupervisionActor> = fc.oneof(
  fc
    .tuple(anyOrgan, fc.constantFrom('clerk', 'head', 'supervisor', 'commissioner', 'leader'))
    .map(([organ, post]) => staff(organ, post)),
  fc.constant(house),
)
const kinds: readonly SupervisionCommandType[] = [
  ...(['RecordFindings', 'RecordMended', 'RecordExecuted', 'RecordKept', 'AdmitSupervisor', 'ConfirmFinding'] as const),
  ...([
    'ConfirmFinding',
    'DismissFinding',
    'ReferMatter',
    'DeclineReferral',
    'OpenOrder',
    'OpenOrder',
    'OpenOrder',
  ] as const),
  ...(['RecordInspection', 'ReportOnOrder', 'ReportOnOrder', 'AskPetitioner', 'RecordPetitionersWord'] as const),
  ...(['VerifyOrder', 'VerifyOrder', 'ReturnReport', 'ExtendOrder', 'CloseOrder', 'CloseOrder', 'RaiseOrder'] as const),
  ...(['MarkClock', 'MarkClock', 'RecountMatter'] as const),
]
const draws = fc.record({
  keptFrom: fc.oneof(fc.constant([]), fc.subarray([id('county.land'), id('county.bureau'), id('city')])),
  isTopic: fc.integer({ min: 0, max: 9 }).map((at) => at === 0),
  steps: fc.array(
    fc.record({
      what: fc.constantFrom(...kinds),
      days: fc.nat(12),
      who: anyActor,
      right: fc.integer({ min: 0, max: 9 }),
      at: fc.nat(),
      rule: fc.constantFrom(...findingRules.slice(0, 4)),
      kind: fc.constantFrom(...orderKinds),
      organ: anyOrgan,
      organs: fc.subarray([id('county.land'), id('county.labour'), id('town')], { minLength: 1 }),
      met: fc.oneof(fc.constant(['k1', 'k2']), fc.subarray(['k1', 'k2'])),
      way: fc.constantFrom(...verificationWays),
      says: fc.constantFrom(...petitionersWords),
    }),
    { minLength: 10, maxLength: 50 },
  ),
})
type Drawn = typeof draws extends fc.Arbitrary<infer D> ? D : never
type DrawnStep = Drawn['steps'][number]

const pick = <T>(list: readonly T[], at: number): T | undefined => list[at % Math.max(1, list.length)]

/** Nine times in ten somebody who may; otherwise anybody. */
function actorFor({ what, who, right, at }: DrawnStep, matter: Matter | null): SupervisionActor {
  const usual = command(what).actor
  if (right === 0 || matter === null || usual.kind === 'house') return right === 0 ? who : usual
  const order = pick(matter.orders, at)
  if (what === 'ConfirmFinding' || what === 'DismissFinding')
    return staff(pick(matter.findings, at)?.at ?? 'county.bureau', 'head')
  if (what === 'ReportOnOrder') return staff(pick(order?.awaited ?? [], at) ?? 'county.land', 'clerk')
  if (what === 'RecordPetitionersWord') return staff(order?.asked?.organ ?? 'county.labour', 'clerk')
  if (what === 'OpenOrder' || what === 'RaiseOrder' || what === 'ReferMatter' || what === 'DeclineReferral')
    return staff(pick(matter.supervisors, at) ?? 'county.bureau', 'supervisor')
  return staff(order?.by ?? 'county.bureau', 'head', 'supervisor')
}

function commandFrom(drawn: DrawnStep, { keptFrom, isTopic }: Drawn, state: MatterState, on: Day): SupervisionCommand {
  const { what, at, rule, kind, organ, met, way, says } = drawn
  const matter = state as Matter | null
  const order = pick(matter?.orders ?? [], at)
  const until = addDays(on, 1 + (at % 20))
  return command(what, {
    ...{ on, actor: actorFor(drawn, matter), kind, way, says, organ, to: organ, through: organ, keptFrom },
    beginning: beginning({ keptFrom, ...(isTopic && what === 'OpenOrder' ? topic() : {}) }),
    found: [found({ rule, key: `${rule} ${at % 5}`, organ })],
    met: (met as readonly string[]).filter((ref) => order?.criteria.some((criterion) => criterion.ref === ref)),
    finding: pick(matter?.findings ?? [], at)?.ref ?? 'f1',
    findings: (matter?.findings ?? []).filter(({ state: is }) => is === 'confirmed').map(({ ref }) => ref),
    order: order?.ref ?? 'o1',
    addressees: drawn.organs.map((each) => ({ organ: each, leader: null })),
    ...{ due: until, until, heldOn: on, criteria: at % 2 === 0 ? [] : [sealed('one'), sealed('two')] },
    clock: pick(matter?.clocks ?? [], at)?.id ?? 'none',
    keys: (matter?.findings ?? []).map(({ key }) => key).slice(0, at % 4),
  })
}

const next = { open: 'ReportOnOrder', reported: 'VerifyOrder', verified: 'CloseOrder' } as const

/** Every second step goes on with some order, so that walks come to an end of one. */
function whatNext({ right, at, what }: DrawnStep, state: MatterState): SupervisionCommandType {
  const order = right % 2 === 0 ? undefined : pick((state as Matter | null)?.orders ?? [], at)
  return order && order.state in next ? next[order.state as keyof typeof next] : what
}

function* walk(drawn: Drawn): Generator<Step> {
  let state: MatterState = null
  let on = day('2026-03-02')
  for (const [index, step] of drawn.steps.entries()) {
    const what = index === 0 ? (drawn.isTopic ? 'OpenOrder' : 'RecordFindings') : whatNext(step, state)
    on = addDays(on, step.days)
    const given = commandFrom({ ...step, what }, drawn, state, on)
    const before: MatterState = state
    const decision = decide(before, given, world)
    const facts = decision.ok ? decision.value : []
    state = facts.reduce<MatterState>(evolve, before)
    yield { before, command: given, facts, refusal: decision.ok ? null : decision.error, after: state }
  }
}

function onEveryStep(look: (step: Step) => void, numRuns = 300): void {
  fc.assert(
    fc.property(draws, (drawn) => {
      for (const step of walk(drawn)) look(step)
    }),
    // what is counted below has to be reached by every run alike
    { numRuns, seed: 20_261_126 },
  )
}

describe('Whatever anybody does with a matter under supervision', () => {
  it('an order is closed only with every criterion met, and what its kind asks for on record', () => {
    let closed = 0
    onEveryStep(({ before, facts }) => {
      for (const fact of facts) {
        if (fact.type !== 'OrderClosed' || before === null) continue
        const order = before.orders.find(({ ref }) => ref === fact.order)
        closed += 1
        expect(isAllMet(before, fact.order)).toBe(true)
        const inspection = order && world.law.orders[order.kind]?.inspection
        if (inspection) expect(order.inspections.map(({ way }) => way)).toContain(inspection)
        if (order && world.law.orders[order.kind]?.untilExecuted) expect(order.executedOn).not.toBeNull()
        expect(order?.asked && !order.asked.word).toBeFalsy()
      }
    })
    expect(closed).toBeGreaterThan(4)
  })

  it('nobody is inspected twice for it, except to follow up', () => {
    onEveryStep(({ after }) => {
      const running = (after?.orders ?? []).filter((order) => isRunning(order) && order.kind !== 'followUp')
      const organs = running.flatMap(({ addressees }) => [...new Set(addressees.map(({ organ }) => organ))])
      expect(new Set(organs).size).toBe(organs.length)
    })
  })

  it('whoever it is kept from is given nothing to do and does nothing', () => {
    onEveryStep(({ before, command: { actor }, facts }) => {
      if (before === null || facts.length === 0) return
      if (actor.kind === 'staff') expect(isKeptOut(before.keptFrom, actor.organ, world.organs)).toBe(false)
      for (const fact of facts) {
        const organs =
          fact.type === 'OrderOpened'
            ? fact.addressees.map(({ organ }) => organ)
            : 'to' in fact && fact.type !== 'OrderRaised'
              ? [fact.to]
              : 'through' in fact
                ? [fact.through]
                : []
        for (const organ of organs) expect(isKeptOut(before.keptFrom, organ, world.organs)).toBe(false)
      }
    })
  })

  it('nobody verifies or closes an order that is addressed to them', () => {
    onEveryStep(({ before, command: { actor }, facts }) => {
      for (const fact of facts) {
        if (!['OrderVerified', 'OrderClosed', 'ReportReturned'].includes(fact.type) || !('order' in fact)) continue
        const order = before?.orders.find(({ ref }) => ref === fact.order)
        expect(order?.addressees.map(({ organ }) => organ)).not.toContain('organ' in actor ? actor.organ : null)
      }
    })
  })

  it('what is open is owed by somebody: a decision on each finding, a report on each open order', () => {
    onEveryStep(({ after }) => {
      const owed = new Set((after?.clocks ?? []).filter(isOpen).map(({ subject }) => subject))
      for (const finding of after?.findings ?? []) expect(owed.has(finding.ref)).toBe(finding.state === 'open')
      for (const order of after?.orders ?? [])
        if (order.state === 'open' || order.state === 'reported') expect(owed.has(order.ref)).toBe(true)
        else if (!isRunning(order)) expect(owed.has(order.ref)).toBe(false)
    })
  })

  it('no day moves earlier', () => {
    onEveryStep(({ before, after }) => {
      for (const was of before?.clocks ?? []) {
        const is = after?.clocks.find((clock) => clock.id === was.id)
        expect(is && isAfter(was.lastDay, is.lastDay)).toBe(false)
      }
    })
  })

  it('its rows are those of its history, each under one key, and on the public board stands only what may be shown', () => {
    onEveryStep(({ after }) => {
      if (after === null) return
      const rows = supervisionRows(after)
      expect(rows.supervision_order).toHaveLength(after.orders.length)
      expect(rows.supervision_finding).toHaveLength(after.findings.length)
      const parts = (rows.supervision_organ ?? []).map(({ organ, part }) => `${organ} ${part}`)
      expect(new Set(parts).size).toBe(parts.length)
      if (!after.isShowable) expect(rows.listed_matter).toEqual([])
      expect(JSON.stringify(rows.listed_matter)).not.toContain('260302000000017')
    })
  })

  it('what a page offers as possible is not refused for want of right or of state', () => {
    onEveryStep(({ after, command: { actor, on } }) => {
      if (after === null || actor.kind !== 'staff' || isKeptOut(after.keptFrom, actor.organ, world.organs)) return
      for (const { type, refusal } of actionsOn(after, actor, on, world))
        expect(refusal?.kind, type).not.toBe('no-such-order')
    })
  })

  it('every state, kind and command is reached', () => {
    const states = new Set<string>()
    const orders = new Set<string>()
    const commands = new Set<string>()
    onEveryStep(({ after, facts, command: { type } }) => {
      for (const order of after?.orders ?? []) states.add(order.state).add(order.kind)
      for (const finding of after?.findings ?? []) orders.add(finding.state)
      if (facts.length > 0) commands.add(type)
    }, 1500)
    expect([...orders].sort()).toEqual(['confirmed', 'dismissed', 'open'])
    for (const state of ['open', 'reported', 'verified', 'closed', 'escalated']) expect(states).toContain(state)
    expect([...commands].sort()).toEqual([...new Set(kinds)].filter((kind) => kind !== 'RecountMatter').sort())
  })
})
