import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawFromSeed } from '../../test/seed.ts'
import { addDays, type Day, day, isAfter } from '../kernel/day.ts'
import { isKeptOut } from '../kernel/keeping-out.ts'
import type { OrganFacts } from '../kernel/organ.ts'
import { isOpen } from '../kernel/running-clock.ts'
import { measures, misconduct } from '../law/cn-2022/protection.ts'
import { decide, type ReportDecision } from './decide.ts'
import { evolve } from './evolve.ts'
import * as example from './examples.ts'
import {
  findings,
  type Report,
  type ReportActor,
  type ReportCommand,
  type ReportFact,
  type ReportState,
  type ReportWorld,
} from './protection.ts'
import { reportRows } from './tables.ts'

drawFromSeed()

interface Step {
  readonly before: ReportState
  readonly command: ReportCommand
  readonly facts: readonly ReportFact[]
  readonly after: ReportState
  readonly world: ReportWorld
}

const organs = [...example.organsWith().all()].map(({ id }) => id)
const anyOrgan = fc.constantFrom(...organs)
const anyHearer = fc.constantFrom(...organs.filter((organ) => /bureau|discipline/.test(organ)))
const anyKind = fc.constantFrom(...(Object.keys(misconduct) as (keyof typeof misconduct)[]))
const anyMeasures = fc.subarray(Object.keys(measures) as (keyof typeof measures)[])
const anyActor: fc.Arbitrary<ReportActor> = fc.oneof(
  anyOrgan.map((organ) => example.staff(organ)),
  fc.constantFrom('p1', 'p2').map((person) => example.petitioner(person)),
  fc.constant(example.house),
)
/** A reform now and then: an organ ends in another, or moves under one. */
const anyReform: fc.Arbitrary<Record<string, Partial<OrganFacts>>> = fc.oneof(
  fc.constant({}),
  fc
    .tuple(fc.oneof(anyHearer, anyOrgan), anyOrgan)
    .map(([ended, into]) => ({ [ended]: { state: 'merged' as const, successors: [into] } })),
)
const anyMatter = fc
  .record({ holder: anyOrgan, organs: fc.subarray(organs), accused: fc.subarray(organs, { maxLength: 2 }) })
  .map((parts) => example.matter({ ...parts, organs: [parts.holder, ...parts.organs] }))

const draws = fc.record({
  reform: anyReform,
  first: fc.record({ about: anyKind, petition: anyMatter, named: fc.nat() }),
  steps: fc.array(
    fc.record({
      what: fc.constantFrom('receive', 'pass', 'answer', 'contest', 'succeed', 'succeed', 'mark', 'mark'),
      days: fc.nat(40),
      who: anyActor,
      right: fc.integer({ min: 0, max: 9 }),
      finding: fc.constantFrom(...findings),
      measures: anyMeasures,
      onward: fc.constantFrom('above', 'discipline'),
      clock: fc.nat(),
    }),
    { maxLength: 25 },
  ),
})
type Drawn = typeof draws extends fc.Arbitrary<infer D> ? D : never
type DrawnStep = Drawn['steps'][number]

/** Nine times in ten the one who may; otherwise anybody. */
function actorFor({ what, who, right }: DrawnStep, report: Report): ReportActor {
  if (right === 0) return who
  if (what === 'contest') return example.petitioner(report.person)
  return what === 'mark' || what === 'succeed' ? example.house : example.staff(report.hearer)
}

function commandFrom(drawn: DrawnStep, report: Report, on: Day): ReportCommand {
  const told = { on, actor: actorFor(drawn, report) }
  switch (drawn.what) {
    case 'receive':
      return example.received(told)
    case 'pass':
      return example.passedOn({ ...told, onward: drawn.onward as 'above' | 'discipline' })
    case 'answer':
      return example.answered({ ...told, finding: drawn.finding, measures: drawn.measures })
    case 'contest':
      return example.contested(told)
    case 'succeed':
      return example.passedByHouse(told)
    default:
      return { ...example.marked(report.clocks[drawn.clock % report.clocks.length]?.id ?? 'none', on), ...told }
  }
}

function* walk({ reform, first, steps }: Drawn): Generator<Step> {
  let world = example.worldWith()
  let state: ReportState = null
  let on = day('2026-03-02')
  const named = first.petition.organs[first.named % (first.petition.organs.length + 1)] ?? null
  const begin = example.reported({ on, about: first.about, petition: first.petition, organ: named })
  const commands = [() => begin, ...steps.map((drawn) => () => state && commandFrom(drawn, state, on))]
  for (const [index, next] of commands.entries()) {
    if (index === Math.ceil(commands.length / 2)) world = example.worldWith(reform)
    on = addDays(on, index === 0 ? 0 : (steps[index - 1]?.days ?? 0))
    const command = next()
    if (command === null) return
    const before: ReportState = state
    const decision: ReportDecision = decide(before, command, world)
    const facts = decision.ok ? decision.value : []
    state = facts.reduce<ReportState>(evolve, before)
    yield { before, command, facts, after: state, world }
  }
}

function onEveryStep(look: (step: Step) => void): void {
  fc.assert(
    fc.property(draws, (drawn) => {
      for (const step of walk(drawn)) look(step)
    }),
    { numRuns: 500 },
  )
}

describe('Whatever anybody does with a report, whatever is reformed meanwhile', () => {
  it('it is handed to nobody from whom it is kept', () => {
    let handed = 0
    onEveryStep(({ facts, after, world }) => {
      for (const fact of facts) {
        if (!('to' in fact) || after === null) continue
        handed += 1
        expect(isKeptOut(after.keptFrom, fact.to, world.organs), JSON.stringify(fact)).toBe(false)
      }
    })
    expect(handed).toBeGreaterThan(400)
  })

  it('and nobody from whom it is kept acts on it', () => {
    onEveryStep(({ command, facts, before, world }) => {
      const { actor } = command
      if (before === null || facts.length === 0 || actor.kind !== 'staff') return
      expect(isKeptOut(before.keptFrom, actor.organ, world.organs)).toBe(false)
      expect(actor.organ).toBe(before.hearer)
    })
  })

  it('something is owed until it is closed, or the petitioner’s window runs', () => {
    onEveryStep(({ after }) => {
      if (after === null) return
      expect(after.clocks.some(isOpen)).toBe(after.stage !== 'closed')
    })
  })

  it('no day that was told moves earlier', () => {
    onEveryStep(({ before, after }) => {
      for (const was of before?.clocks ?? []) {
        const is = after?.clocks.find(({ id }) => id === was.id)
        expect(is && isAfter(was.lastDay, is.lastDay)).toBe(false)
      }
    })
  })

  it('its rows name its hearer and nobody else', () => {
    onEveryStep(({ after }) => {
      if (after) expect(reportRows(after).report_hearer).toMatchObject([{ organ: after.hearer }])
    })
  })

  it('every stage and command is reached', () => {
    const stages = new Set<string>()
    const commands = new Set<string>()
    onEveryStep(({ after, facts, command }) => {
      if (after) stages.add(after.stage)
      if (facts.length > 0) commands.add(command.type)
    })
    expect(stages.size).toBe(4)
    expect(commands.size).toBe(7)
  })
})
