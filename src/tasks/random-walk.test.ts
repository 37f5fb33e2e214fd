import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawFromSeed } from '../../test/seed.ts'
import { addDays, type Day, day, isAfter } from '../kernel/day.ts'
import { isKeptOut } from '../kernel/keeping-out.ts'
import type { OrganFacts } from '../kernel/organ.ts'
import { bearerOrgan, isOpen } from '../kernel/running-clock.ts'
import { decide, permissions } from './decide.ts'
import { evolve } from './evolve.ts'
import { isCloser } from './keeping.ts'
import { taskRows } from './tables.ts'
import { type Task, type TaskCommand, type TaskFact, type TaskState, type TaskWorld, taskResults } from './task.ts'
import * as example from './testing/examples.ts'

drawFromSeed()

interface Step {
  readonly before: TaskState
  readonly command: TaskCommand
  readonly facts: readonly TaskFact[]
  readonly after: TaskState
  readonly world: TaskWorld
}

const accounts = ['leader', 'deputy', 'chief', 'land', 'other'] as const
const doings = [
  ...(['report', 'report', 'return', 'extend', 'remind', 'close', 'close', 'withdraw', 'hand-over'] as const),
  ...(['reform', 'keep', 'erase', 'mark', 'mark', 'recount'] as const),
] as const

const anyStep = fc.record({
  what: fc.constantFrom(...doings),
  days: fc.constantFrom(0, 0, 1, 5, 20),
  by: fc.record({
    isRight: fc.integer({ min: 0, max: 3 }).map((at) => at > 0),
    organ: fc.constantFrom(...example.organIds),
    account: fc.constantFrom(...accounts),
    post: fc.constantFrom('clerk', 'head', 'leader', 'auditor'),
  }),
  until: fc.integer({ min: -3, max: 30 }),
  result: fc.constantFrom(...taskResults),
  keptFrom: fc.subarray(['county.land', 'county.water', 'county'], { maxLength: 1 }),
  official: fc.constantFrom('land', 'leader', 'nobody', 'nobody'),
  hasLeft: fc.constantFrom(false, false, false, true),
})
const draws = fc.record({
  givenBy: fc.constantFrom('leader', 'leader', null),
  giver: fc.constantFrom('county', 'county', 'county.land'),
  due: fc.integer({ min: -5, max: 20 }),
  ends: fc.option(fc.tuple(fc.constantFrom('county', 'county.land'), fc.constantFrom(...example.organIds)), {
    nil: null,
  }),
  steps: fc.array(anyStep, { minLength: 6, maxLength: 20 }),
})
type Drawn = typeof draws extends fc.Arbitrary<infer D> ? D : never
type DrawnStep = Drawn['steps'][number]

const ofHouse: ReadonlySet<string> = new Set(['reform', 'keep', 'erase', 'mark', 'recount'])

/** Mostly whoever may, so that the walk comes to its end now and then. */
function actorOf({ what, by }: DrawnStep, task: Task): TaskCommand['actor'] {
  if (!by.isRight) return example.staff(by.organ, by.account, by.post)
  if (ofHouse.has(what)) return example.house
  if (what === 'report') return example.staff(task.organ, 'other', 'clerk')
  return example.staff(task.giver, task.closer ?? 'chief', 'leader')
}

function commandFrom(drawn: DrawnStep, task: Task, on: Day): TaskCommand {
  const told = { on, actor: actorOf(drawn, task) }
  const until = addDays(on, drawn.until)
  switch (drawn.what) {
    case 'report':
      return example.reported({ ...told, result: drawn.result })
    case 'return':
      return example.returned({ ...told, until })
    case 'extend':
      return example.extended({ ...told, until })
    case 'remind':
      return example.reminded(told)
    case 'close':
      return example.closed(told)
    case 'withdraw':
      return example.withdrawn(told)
    case 'hand-over':
      return example.handedOver({ ...told, to: drawn.by.account })
    case 'reform':
      return { type: 'PassTaskOn', ...told }
    case 'keep':
      return { type: 'KeepTask', keptFrom: drawn.keptFrom.map(example.id), officials: [drawn.official], ...told }
    case 'erase':
      return { type: 'EraseTask', ...told }
    case 'recount':
      return { type: 'RecountTask', ...told }
    case 'mark':
      return { ...example.marked(on, task.clocks.at(-1)?.id), ...told }
  }
}

function* walk({ givenBy, giver, due, ends, steps }: Drawn): Generator<Step> {
  let on = day('2026-03-02')
  let world = example.worldWith()
  let state: TaskState = null
  const begin = example.given({
    givenBy,
    giver: example.id(giver),
    due: addDays(on, due),
    shownTo: [example.id('county.bureau')],
  })
  for (const [at, step] of [null, ...steps].entries()) {
    if (at === 4 && ends) {
      const [ended, into] = ends
      const reform: Record<string, Partial<OrganFacts>> = {
        [ended]: { state: 'merged', successors: [example.id(into)] },
      }
      world = example.worldWith(reform)
    }
    world = { ...world, closerIsThere: !(step?.hasLeft ?? false) }
    on = addDays(on, step?.days ?? 0)
    const command = step === null ? begin : commandFrom(step, state as unknown as Task, on)
    const before: TaskState = state
    const decision = decide(before, command, world)
    const facts: readonly TaskFact[] = decision.ok ? decision.value : []
    state = facts.reduce<TaskState>(evolve, before)
    yield { before, command, facts, after: state, world }
    if (state === null) return
  }
}

function onEveryStep(look: (step: Step) => void, numRuns = 500): void {
  fc.assert(
    fc.property(draws, (drawn) => {
      for (const step of walk(drawn)) look(step)
    }),
    // what is counted below has to be reached by every run alike
    { numRuns, seed: 20_261_126 },
  )
}

describe('Whatever anybody does with a task, whatever is reformed meanwhile', () => {
  it('one clock runs for whoever does it while it is to be done, and none otherwise', () => {
    onEveryStep(({ after }) => {
      if (after === null) return
      const running = after.clocks.filter(isOpen)
      expect(running.map((clock) => [bearerOrgan(clock), clock.lastDay])).toEqual(
        after.stage === 'given' ? [[after.organ, after.until]] : [],
      )
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

  it('it is closed only after a report, by another than who reported, and by whoever may', () => {
    let closed = 0
    onEveryStep(({ before, command, facts, world }) => {
      if (before === null || !facts.some(({ type }) => type === 'TaskClosed')) return
      closed += 1
      expect(before.stage).toBe('reported')
      const actor = command.actor as Extract<TaskCommand['actor'], { kind: 'staff' }>
      expect(before.reports.at(-1)?.account).not.toBe(actor.account)
      expect(isCloser(before, actor, world)).toBe(true)
    })
    expect(closed).toBeGreaterThan(20)
  })

  it('nobody from whom it is kept acts on it or has a part in it, and whoever was kept out stays out', () => {
    let kept = 0
    onEveryStep(({ before, command, facts, after, world }) => {
      if (after === null || before === null) return
      for (const organ of before.keptFrom) expect(after.keptFrom).toContain(organ)
      for (const official of before.officials) expect(after.officials).toContain(official)
      for (const row of taskRows(after).task_party ?? []) expect(after.keptFrom).not.toContain(row.organ)
      for (const fact of facts)
        if (fact.type === 'TaskPassedOn') expect(isKeptOut(after.keptFrom, fact.to, world.organs)).toBe(false)
      if (facts.length === 0 || command.actor.kind !== 'staff') return
      if (before.keptFrom.length > 0) kept += 1
      expect(isKeptOut(before.keptFrom, command.actor.organ, world.organs)).toBe(false)
      expect(before.officials).not.toContain(command.actor.account)
    })
    expect(kept).toBeGreaterThan(20)
  })

  it('what is over stays over, and what was erased is acted on by nobody', () => {
    onEveryStep(({ before, command, facts }) => {
      if (before === null || facts.length === 0) return
      if (before.endedOn !== null) expect(['KeepTask', 'EraseTask']).toContain(command.type)
      if (before.erasedOn !== null) expect(command.actor.kind).toBe('house')
    })
  })

  it('every stage is reached and every command but a recount', () => {
    const stages = new Set<string>()
    const commands = new Set<string>()
    onEveryStep(({ after, facts, command }) => {
      if (after) stages.add(after.stage)
      if (facts.length > 0) commands.add(command.type)
    }, 1500)
    expect([...stages].sort()).toEqual(['closed', 'given', 'reported', 'withdrawn'])
    expect([...commands].sort()).toEqual(
      ['GiveTask', ...Object.keys(permissions)].filter((type) => type !== 'RecountTask').sort(),
    )
  })
})
