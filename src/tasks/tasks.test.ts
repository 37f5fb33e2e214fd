import { describe, expect, it } from 'vitest'
import { day } from '../kernel/day.ts'
import { article, decided } from '../law/basis.ts'
import { actionsOf } from './actions.ts'
import { decide } from './decide.ts'
import { evolve } from './evolve.ts'
import { taskRows } from './tables.ts'
import type { Task, TaskCommand, TaskFact, TaskRefusal, TaskState, TaskWorld } from './task.ts'
import * as example from './testing/examples.ts'
import { deputy, house, id, land, leader, sealed, staff } from './testing/examples.ts'

const world = example.worldWith()

function given(...commands: readonly TaskCommand[]) {
  const state = commands.reduce<TaskState>((before, command) => {
    const decision = decide(before, command, world)
    if (!decision.ok) throw new Error(`given ${command.type} was refused: ${JSON.stringify(decision.error)}`)
    return decision.value.reduce<TaskState>(evolve, before)
  }, null)
  return {
    task: state as Task,
    when: (command: TaskCommand, now: TaskWorld = world) => {
      const decision = decide(state, command, now)
      return {
        facts: (...types: readonly TaskFact['type'][]) => {
          expect(decision, command.type).toMatchObject({ ok: true })
          const facts = decision.ok ? decision.value : []
          expect(facts.map(({ type }) => type)).toEqual(types)
          return facts.reduce<TaskState>(evolve, state) as Task
        },
        refused: (refusal: TaskRefusal) => expect(decision).toEqual({ ok: false, error: refusal }),
        refusedAs: (kind: TaskRefusal['kind']) => expect(decision).toMatchObject({ ok: false, error: { kind } }),
      }
    },
  }
}
const ofGiver = { kind: 'task-is-anothers', whose: 'giver', basis: decided('0036') } as const
const ofDoer = { kind: 'task-is-anothers', whose: 'doer', basis: decided('0036') } as const

describe('ADR 0036: a task is given', () => {
  it('by the house, to an organ that is there, once', () => {
    given().when(example.given()).facts('TaskGiven')
    given()
      .when(example.given({}, { actor: leader }))
      .refused(ofGiver)
    given()
      .when(example.given({ organ: id('nowhere') }))
      .refused({ kind: 'unknown-organ', organ: id('nowhere') })
    const ended = example.worldWith({ 'county.land': { state: 'abolished' } })
    given().when(example.given(), ended).refusedAs('unknown-organ')
    given(example.given()).when(example.given()).refused({ kind: 'task-given-already' })
  })

  it('also when its day has passed by the time that it is read', () => {
    const task = given()
      .when(example.given({ due: day('2026-02-27') }))
      .facts('TaskGiven')
    expect(task.clocks).toMatchObject([{ lastDay: '2026-02-27', state: 'running' }])
  })
})

describe('信访工作条例 art. 28 (3), 30 (3): whoever a petition is about', () => {
  const keptFrom = [id('county.land')]
  it('gives nothing and does nothing here, nor does whoever stands below or succeeds them', () => {
    given()
      .when(example.given({ keptFrom }))
      .refused({ kind: 'doer-is-kept-out', organ: id('county.land'), basis: article(30, 3) })
    given()
      .when(example.given({ keptFrom, organ: id('county.survey') }))
      .refusedAs('doer-is-kept-out')
    given()
      .when(example.given({ keptFrom, giver: id('county.land'), organ: id('county.water') }))
      .refused({ kind: 'giver-is-kept-out', organ: id('county.land'), basis: article(30, 3) })
    const merged = example.worldWith({ 'county.land': { state: 'merged', successors: [id('county.water')] } })
    given()
      .when(example.given({ keptFrom, organ: id('county.water') }), merged)
      .refusedAs('doer-is-kept-out')
    given()
      .when(example.given({}, { isBarred: true }))
      .refused({ kind: 'person-is-kept-out', basis: article(28, 3) })
  })

  it('follows nothing that is shown to others', () => {
    const shownTo = [id('county.survey'), id('county.bureau'), id('county.bureau'), id('county')]
    const task = given()
      .when(example.given({ keptFrom, organ: id('county.water'), shownTo }))
      .facts('TaskGiven')
    expect(task.shownTo).toEqual(['county.bureau'])
  })

  it('is told that there is no such task: as an organ, as an official, and as whoever answers to one', () => {
    const named = given(example.given({ officials: ['land'] }))
    named.when(example.reported()).refused({ kind: 'no-such-task' })
    const below = { ...staff('county.land', 'other'), answersTo: ['land'] }
    named.when(example.reported({ actor: below })).refused({ kind: 'no-such-task' })
    named.when(example.reported({ actor: staff('county.land', 'head', 'head') })).facts('TaskReported')
    named.when(example.reported({ actor: staff('county.water', 'stranger') })).refused({ kind: 'no-such-task' })
  })

  it('that comes to be known later holds from then on, and nobody is let in again', () => {
    const keep = (keptFrom: readonly string[], officials: readonly string[]) =>
      ({ type: 'KeepTask', on: day('2026-03-05'), actor: house, keptFrom: keptFrom.map(id), officials }) as const
    const kept = given(example.given())
      .when(keep(['county.land'], ['somebody']))
      .facts('TaskKept')
    expect(taskRows(kept).task_party?.map(({ organ }) => organ)).toEqual(['county'])
    const after = given(example.given(), keep(['county.land'], ['somebody']))
    after.when(example.reported()).refused({ kind: 'no-such-task' })
    after.when(keep([], [])).facts()
    after.when(keep(['county.land'], ['somebody'])).facts()
    expect(after.when(keep(['county.water'], [])).facts('TaskKept').keptFrom).toEqual(['county.land', 'county.water'])
    after.when(example.withdrawn()).facts('TaskWithdrawn')
  })
})

describe('ADR 0036: it is reported on', () => {
  it('by whoever handles, heads, leads or supervises in the organ that does it, again until it is closed', () => {
    for (const post of ['clerk', 'head', 'leader', 'supervisor'])
      given(example.given())
        .when(example.reported({ actor: staff('county.land', 'x', post) }))
        .facts('TaskReported')
    given(example.given())
      .when(example.reported({ actor: staff('county.land', 'x', 'auditor') }))
      .refused(ofDoer)
    given(example.given())
      .when(example.reported({ actor: leader }))
      .refused(ofDoer)
    const task = given(example.given(), example.reported({ result: 'partly' }))
      .when(example.reported())
      .facts('TaskReported')
    expect(task.reports.map(({ ref, result }) => [ref, result])).toEqual([
      ['r1', 'partly'],
      ['r2', 'done'],
    ])
    given(example.given(), example.reported(), example.closed()).when(example.reported()).refusedAs('wrong-task-stage')
  })

  it('names its files, and the clock stops', () => {
    const material = { file: 'f', name: sealed('name'), mediaType: 'text/plain', bytes: 3 }
    const { task } = given(example.given(), example.reported({ materials: [material, material] }))
    expect(task.reports[0]?.materials.map(({ ref }) => ref)).toEqual(['r1m1', 'r1m2'])
    expect(task.clocks).toMatchObject([{ state: 'stopped', stoppedOn: '2026-03-10' }])
    expect(taskRows(task).file_reference).toEqual([{ file: 'f' }])
  })
})

describe('ADR 0036: it is closed (销号)', () => {
  const waiting = [example.given(), example.reported()] as const
  it('by whoever gave it and after a report only', () => {
    given(example.given())
      .when(example.closed())
      .refused({ kind: 'not-reported-yet', basis: decided('0036') })
    expect(
      given(...waiting)
        .when(example.closed())
        .facts('TaskClosed'),
    ).toMatchObject({ stage: 'closed', endedOn: '2026-03-12' })
    for (const actor of [deputy, staff('county', 'chief', 'head'), staff('county', 'clerk')])
      given(...waiting)
        .when(example.closed({ actor }))
        .refused(ofGiver)
    given(...waiting)
      .when(example.closed({ actor: land }))
      .refused(ofGiver)
    given(...waiting, example.returned())
      .when(example.closed())
      .refusedAs('not-reported-yet')
  })

  it('never by whoever reported', () => {
    const own = example.given({ giver: id('county.land'), givenBy: 'land', organ: id('county.land') })
    given(own, example.reported())
      .when(example.closed({ actor: land }))
      .refused({ kind: 'own-report', basis: decided('0036') })
    given(own, example.reported({ actor: staff('county.land', 'other') }))
      .when(example.closed({ actor: land }))
      .facts('TaskClosed')
  })

  it('where nobody was named, or they have left, by any head or leader of the giving organ', () => {
    const nobody = given(example.given({ givenBy: null }), example.reported())
    const left = given(...waiting)
    const gone = example.worldWith({}, { closerIsThere: false })
    for (const post of ['head', 'leader']) {
      nobody.when(example.closed({ actor: staff('county', 'x', post) })).facts('TaskClosed')
      left.when(example.closed({ actor: staff('county', 'x', post) }), gone).facts('TaskClosed')
    }
    nobody.when(example.closed({ actor: staff('county', 'x') })).refused(ofGiver)
    left.when(example.closed({ actor: staff('county', 'x') }), gone).refused(ofGiver)
    left.when(example.closed({ actor: staff('county.bureau', 'x', 'head') }), gone).refused({ kind: 'no-such-task' })
  })

  it('by whoever has their handling while they are away', () => {
    const standsFor = { ...staff('county', 'stand-in'), standsFor: ['leader'] }
    given(...waiting)
      .when(example.closed({ actor: standsFor }))
      .facts('TaskClosed')
    given(...waiting)
      .when(example.closed({ actor: { ...standsFor, standsFor: ['deputy'] } }))
      .refused(ofGiver)
  })

  it('by whoever took it over, who leads there', () => {
    const over = given(...waiting, example.handedOver())
    over.when(example.closed()).refused(ofGiver)
    over.when(example.closed({ actor: deputy })).facts('TaskClosed')
    given(...waiting)
      .when(example.handedOver({ leads: false }))
      .refused({ kind: 'leads-nothing-there', organ: id('county') })
    given(...waiting)
      .when(example.handedOver({ isBarred: true }))
      .refusedAs('person-is-kept-out')
    given(...waiting)
      .when(example.handedOver({ actor: deputy }))
      .facts('TaskHandedOver')
    given(...waiting)
      .when(example.handedOver({ actor: staff('county', 'x') }))
      .refused(ofGiver)
    given(...waiting)
      .when(example.handedOver({ actor: land }))
      .refused(ofGiver)
  })

  it('or withdrawn by them at any time before, and then nothing more', () => {
    for (const before of [[example.given()], waiting]) {
      const task = given(...before)
        .when(example.withdrawn())
        .facts('TaskWithdrawn')
      expect(task.clocks.every(({ state }) => state === 'stopped')).toBe(true)
    }
    const over = given(example.given(), example.withdrawn())
    for (const command of [
      example.reported(),
      example.closed(),
      example.extended(),
      example.reminded(),
      example.handedOver(),
    ])
      over.when(command).refusedAs('wrong-task-stage')
    expect(taskRows(over.task).task_petition).toEqual([])
  })
})

describe('ADR 0036: its day', () => {
  it('is the last on which it is in time; it is overdue on the day after', () => {
    const open = given(example.given())
    open.when(example.marked('2026-03-16')).refused({ kind: 'clock-still-running', clock: 'doTask#1' })
    const late = open.when(example.marked('2026-03-17')).facts('TaskFellOverdue')
    expect(late.clocks).toMatchObject([{ overdueOn: '2026-03-17', state: 'running' }])
    given(example.given(), example.marked('2026-03-17'))
      .when(example.marked('2026-03-18'))
      .refusedAs('clock-still-running')
    given(example.given(), example.reported()).when(example.marked('2026-03-17')).refusedAs('wrong-task-stage')
    open.when({ ...example.marked('2026-03-17'), actor: leader }).refused(ofGiver)
  })

  it('is not moved by a rest day or a notice: it was named', () => {
    const saturday = given(example.given({ due: day('2026-03-14') }))
    expect(saturday.task.clocks[0]?.lastDay).toBe('2026-03-14')
    saturday.when({ type: 'RecountTask', on: day('2026-03-03'), actor: house }).facts()
  })

  it('is only ever put later, by whoever gave it, to a day that lies ahead', () => {
    const open = given(example.given())
    open
      .when(example.extended({ until: day('2026-03-16') }))
      .refused({ kind: 'not-an-extension', until: day('2026-03-16') })
    open.when(example.extended({ on: day('2026-03-20'), until: day('2026-03-20') })).refusedAs('day-not-ahead')
    open.when(example.extended({ actor: land })).refused(ofGiver)
    const late = given(example.given(), example.marked('2026-03-17'))
    const more = late.when(example.extended({ on: day('2026-03-18') })).facts('TaskExtended')
    expect(more).toMatchObject({
      until: '2026-03-31',
      due: '2026-03-16',
      clocks: [{ lastDay: '2026-03-31', originally: '2026-03-16' }],
    })
    expect(more.clocks[0]).not.toHaveProperty('overdueOn')
    given(example.given(), example.reported()).when(example.extended()).refusedAs('wrong-task-stage')
  })

  it('begins anew with a return', () => {
    const waiting = given(example.given(), example.reported())
    waiting.when(example.returned({ until: day('2026-03-11') })).refusedAs('day-not-ahead')
    const back = waiting.when(example.returned()).facts('TaskReturned')
    expect(back).toMatchObject({ stage: 'given', until: '2026-03-20' })
    expect(back.clocks.map(({ id, state, lastDay }) => [id, state, lastDay])).toEqual([
      ['doTask#1', 'stopped', '2026-03-16'],
      ['doTask#2', 'running', '2026-03-20'],
    ])
    given(example.given()).when(example.returned()).refusedAs('wrong-task-stage')
  })
})

describe('信访工作条例 art. 24 (2): organs that are reformed', () => {
  const pass = { type: 'PassTaskOn', on: day('2026-03-09'), actor: house } as const
  it('are carried on: their successor owes what they owed', () => {
    const merged = example.worldWith({ 'county.land': { state: 'merged', successors: [id('county.water')] } })
    const task = given(example.given({ officer: 'land' }))
      .when(pass, merged)
      .facts('TaskPassedOn')
    expect(task).toMatchObject({
      organ: 'county.water',
      officer: null,
      clocks: [{ bearer: { organ: 'county.water' } }],
    })
    given(example.given()).when(pass).facts()
  })

  it('and closes what they gave, by any head or leader', () => {
    const merged = example.worldWith({ county: { state: 'merged', successors: [id('county.party')] } })
    const task = given(example.given()).when(pass, merged).facts('TaskPassedOn')
    expect(task).toMatchObject({ giver: 'county.party', closer: null, givenBy: 'leader' })
  })

  it('but nobody from whom it is kept, and where there is nobody the duty stays', () => {
    const merged = example.worldWith({ 'county.land': { state: 'merged', successors: [id('county.survey')] } })
    given(example.given({ keptFrom: [id('county.survey')] }))
      .when(pass, merged)
      .facts()
    given(example.given())
      .when(pass, example.worldWith({ 'county.land': { state: 'abolished' } }))
      .facts()
  })
})

describe('What was erased with its petition', () => {
  const erase = { type: 'EraseTask', on: day('2026-03-20'), actor: house } as const
  it('is erased once, and nothing more is done', () => {
    const over = [example.given({ petitions: ['p'] }), example.reported(), example.closed()] as const
    given(...over)
      .when(erase)
      .facts('TaskErased')
    const erased = given(...over, erase)
    erased.when(erase).facts()
    erased.when(example.reminded()).refused({ kind: 'task-erased', on: day('2026-03-20') })
    expect(taskRows(erased.task).file_reference).toEqual([])
    given(...over)
      .when({ ...erase, actor: leader })
      .refused(ofGiver)
  })
})

describe('What can be done now', () => {
  const offered = (task: Task, actor = leader) =>
    actionsOf(task, actor, day('2026-03-12'), world).map(({ action, refusal }) => [action, refusal?.kind ?? null])
  it('is tried on the decision, for each part its own', () => {
    const { task } = given(example.given())
    expect(offered(task, land)).toEqual([['report', null]])
    expect(offered(task)).toEqual([
      ['close', 'not-reported-yet'],
      ['return', 'wrong-task-stage'],
      ['extend', null],
      ['remind', null],
      ['withdraw', null],
      ['hand-over', null],
    ])
    expect(offered(given(example.given(), example.reported()).task)).toContainEqual(['close', null])
    expect(offered(given(example.given({ shownTo: [id('county.bureau')] })).task, staff('county.bureau', 'x'))).toEqual(
      [],
    )
  })
})
