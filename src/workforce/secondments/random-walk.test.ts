import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawFromSeed } from '../../../test/seed.ts'
import { addDays, type Day, day, isAfter, isBefore } from '../../kernel/day.ts'
import type { OrganFacts, OrganId } from '../../kernel/organ.ts'
import { bearerOrgan, isOpen } from '../../kernel/running-clock.ts'
import { builtInCalendars } from '../../law/calendars/shelf.ts'
import { secondmentTimes } from '../../law/cn-2022/secondments.ts'
import { actionsOf, secondmentActions } from './actions.ts'
import { decide, latestDay, permissions } from './decide.ts'
import { evolve } from './evolve.ts'
import {
  evaluationGrades,
  evaluationKinds,
  type Of,
  type Secondment,
  type SecondmentActor,
  type SecondmentCommand,
  type SecondmentCommandBody,
  type SecondmentFact,
  type SecondmentState,
  type SecondmentWorld,
} from './secondment.ts'
import { dueOf, secondmentRows } from './tables.ts'

drawFromSeed()

const organIds = ['land', 'bureau', 'housing', 'centre'] as const
const id = (organ: string): OrganId => organ as OrganId
const words = { ref: 'r', commitment: 'c' }
const start = day('2026-03-02')

interface Step {
  readonly before: SecondmentState
  readonly command: SecondmentCommand
  readonly facts: readonly SecondmentFact[]
  readonly after: SecondmentState
  readonly world: SecondmentWorld
}

const facts = (organ: string, kind: string, more: object = {}): OrganFacts =>
  ({ id: id(organ), kind, region: '990101', parent: null, state: 'active', successors: [], ...more }) as never

/** Where one is merged, into another of its kind or into the other party. */
function worldWith(merged: readonly [from: string, to: string] | null = null): SecondmentWorld {
  const all = organIds.map((organ) => {
    const kind = organ === 'bureau' || organ === 'centre' ? 'bureau' : 'department'
    return facts(organ, kind, merged?.[0] === organ ? { state: 'merged', successors: [merged[1]] } : {})
  })
  return {
    ...{ pack: 'cn-2022@1', times: secondmentTimes, calendars: builtInCalendars },
    organs: { find: (organ) => all.find((each) => each.id === organ), all: () => all },
  }
}

const doings = [
  ...(['agree', 'agree', 'agree', 'decline', 'withdraw', 'mentor', 'evaluate', 'evaluate', 'evaluate'] as const),
  ...(['end', 'return', 'return', 'reform', 'mark', 'mark', 'recount'] as const),
] as const
const anyStep = fc.record({
  what: fc.constantFrom(...doings),
  days: fc.constantFrom(0, 1, 5, 14, 40, 90),
  isRight: fc.integer({ min: 0, max: 4 }).map((at) => at > 0),
  organ: fc.constantFrom(...organIds),
  account: fc.constantFrom('chen', 'zhao', 'wang', 'li', 'sun'),
  post: fc.constantFrom('clerk', 'head', 'leader', 'auditor'),
  kind: fc.constantFrom(...evaluationKinds),
  grade: fc.constantFrom(...evaluationGrades),
  last: fc.integer({ min: -3, max: 60 }),
  knows: fc.record({ mentor: fc.boolean(), holds: fc.boolean(), seconded: fc.boolean() }),
  isTrue: fc.integer({ min: 0, max: 4 }).map((at) => at > 0),
})
const draws = fc.record({
  begins: fc.integer({ min: -1, max: 20 }),
  lasts: fc.integer({ min: -2, max: 800 }),
  merges: fc.option(fc.tuple(fc.constantFrom('land', 'bureau'), fc.constantFrom('housing', 'centre', 'bureau')), {
    nil: null,
  }),
  steps: fc.array(anyStep, { minLength: 8, maxLength: 24 }),
})
type Drawn = typeof draws extends fc.Arbitrary<infer D> ? D : never
type DrawnStep = Drawn['steps'][number]

const ofHouse: ReadonlySet<string> = new Set(['reform', 'mark', 'recount'])
const ofHome: ReadonlySet<string> = new Set(['withdraw', 'return'])

/** Mostly whoever may, so that the walk comes to its end now and then. */
function actorOf(step: DrawnStep, { home, host }: Secondment): SecondmentActor {
  const { what, isRight, organ, account, post } = step
  if (!isRight) return { kind: 'staff', account, organ: id(organ), posts: [post] }
  if (ofHouse.has(what)) return { kind: 'house', task: 'secondments' }
  const isHome = ofHome.has(what)
  return { kind: 'staff', account: isHome ? 'zhao' : 'wang', organ: isHome ? home : host, posts: ['head'] }
}

function bodyFrom(step: DrawnStep, { clocks }: Secondment, on: Day): SecondmentCommandBody {
  const knows = step.isTrue ? { mentor: true, holds: false, seconded: false } : step.knows
  switch (step.what) {
    case 'agree':
      return { type: 'AgreeToSecondment', mentor: step.account, knows }
    case 'decline':
      return { type: 'DeclineSecondment', reason: words }
    case 'withdraw':
      return { type: 'WithdrawSecondment', reason: words }
    case 'mentor':
      return { type: 'NameMentor', mentor: step.account, reason: words, knows }
    case 'evaluate':
      return { type: 'EvaluateSecondment', kind: step.kind, grade: step.grade, words }
    case 'end':
      return { type: 'EndSecondment', last: addDays(on, step.last), reason: words }
    case 'return':
      return { type: 'RecordReturn', report: words }
    case 'reform':
      return { type: 'PassSecondmentOn' }
    case 'recount':
      return { type: 'RecountSecondment' }
    case 'mark':
      return { type: 'MarkClock', clock: clocks.at(step.last)?.id ?? 'none' }
  }
}

function* walk({ begins, lasts, merges, steps }: Drawn): Generator<Step> {
  let on = start
  let world = worldWith()
  let state: SecondmentState = null
  const from = addDays(on, begins)
  const proposed: Of<'ProposeSecondment'> = {
    ...{ type: 'ProposeSecondment', on, actor: { kind: 'staff', account: 'zhao', organ: id('land'), posts: ['head'] } },
    ...{ knows: { works: true, holds: false, seconded: false } },
    proposal: {
      ...{ account: 'chen', host: id('bureau'), post: 'clerk', purpose: words },
      term: { from, until: addDays(from, lasts) },
    },
  }
  for (const [at, step] of [null, ...steps].entries()) {
    if (at === 5) world = worldWith(merges)
    if (step) on = addDays(on, step.days)
    const before: SecondmentState = state
    if (step && before === null) return
    const command: SecondmentCommand =
      step && before ? { ...bodyFrom(step, before, on), on, actor: actorOf(step, before) } : proposed
    const decision = decide(before, command, world)
    const followed = decision.ok ? decision.value : []
    for (const fact of followed) state = evolve(state, fact)
    yield { before, command, facts: followed, after: state, world }
  }
}

const walked = (look: (steps: readonly Step[]) => void) =>
  fc.assert(
    fc.property(draws, (drawn) => look([...walk(drawn)])),
    { numRuns: 300 },
  )
const everyStep = (look: (step: Step) => void) =>
  walked((steps) => {
    for (const step of steps) look(step)
  })
const openRules = (state: Secondment) => state.clocks.filter(isOpen).map(({ rule }) => rule)

describe('Whatever happens to a secondment', () => {
  it('replay equals what was lived', () => {
    walked((steps) => {
      const all = steps.flatMap((step) => step.facts)
      expect(all.reduce<SecondmentState>(evolve, null)).toEqual(steps.at(-1)?.after ?? null)
      expect(steps.at(-1)?.after?.version ?? 0).toBe(all.length)
    })
  })

  it('comes to each of its ends now and then', () => {
    const seen = new Set<string>()
    walked((steps) => {
      const last = steps.at(-1)?.after
      if (last) seen.add(`${last.stage}${last.ended ? ' early' : ''}`)
    })
    for (const end of ['proposed', 'serving', 'returned', 'declined', 'serving early']) expect([...seen]).toContain(end)
  })

  it('somebody owes something while it is open, and nobody when it is over', () => {
    everyStep(({ after }) => {
      if (after === null) return
      const running = openRules(after)
      if (after.stage === 'proposed') expect(running).toEqual(['answerSecondment'])
      else if (after.stage === 'serving') expect(running).toContain('receiveBack')
      else expect(running).toEqual([])
    })
  })

  it('a limit is borne by one of both organs, and the evaluation of an end that was written runs no more', () => {
    everyStep(({ after }) => {
      if (after === null) return
      for (const clock of after.clocks.filter(isOpen)) expect([after.home, after.host]).toContain(bearerOrgan(clock))
      const isEvaluated = after.evaluations.some(({ kind }) => kind === 'end')
      if (isEvaluated) expect(openRules(after)).not.toContain('evaluateAtEnd')
      expect(new Set(openRules(after)).size).toBe(openRules(after).length)
    })
  })

  it('its term never begins on another day, never grows, and never is longer than the law gives', () => {
    everyStep(({ before, after, world }) => {
      if (after === null) return
      const { from, until } = after.term
      expect(isAfter(from, until)).toBe(false)
      expect(isAfter(until, latestDay(from, world))).toBe(false)
      if (before === null) return
      expect(from).toBe(before.term.from)
      expect(isAfter(until, before.term.until)).toBe(false)
      expect(before.term.until === until || after.ended !== null).toBe(true)
    })
  })

  it('it is evaluated once of each kind, and of nothing after the end', () => {
    everyStep(({ after }) => {
      const kinds = after?.evaluations.map(({ kind }) => kind) ?? []
      expect(new Set(kinds).size).toBe(kinds.length)
      expect(kinds.indexOf('end')).toBeOneOf([-1, kinds.length - 1])
    })
  })

  it('nobody acts in their own, nobody of a third organ, and only as the table of permissions has it', () => {
    everyStep(({ before, command, facts: followed }) => {
      if (before === null || followed.length === 0 || command.type === 'ProposeSecondment') return
      const { by, at } = permissions[command.type]
      expect(at).toContain(before.stage)
      if (command.actor.kind === 'house') {
        expect(by).toBe('house')
        return
      }
      expect(command.actor.account).not.toBe(before.account)
      expect([before.home, before.host]).toContain(command.actor.organ)
      if (by === 'home' || by === 'host') expect(command.actor.organ).toBe(before[by])
    })
  })

  it('what is over stays so, and came back only after its last day and its evaluation', () => {
    everyStep(({ before, after, facts: followed }) => {
      if (before?.stage === 'returned' || before?.stage === 'declined') expect(after?.stage).toBe(before.stage)
      const back = followed.find(({ type }) => type === 'ReturnRecorded')
      if (!back || !before) return
      expect(isBefore(back.on, before.term.until)).toBe(false)
      expect(before.evaluations.at(-1)?.kind).toBe('end')
    })
  })

  it('the mentor is somebody else', () => {
    everyStep(({ after }) => {
      expect(after?.mentor ?? null).not.toBe('chen')
      expect(after?.stage === 'serving' ? after.mentor : 'li').not.toBeNull()
    })
  })

  it('the rows say the first day that is due, and both organs have a part', () => {
    everyStep(({ after }) => {
      const rows = secondmentRows(after)
      if (after === null) return
      const days = after.clocks.filter(isOpen).map(({ lastDay }) => lastDay)
      expect(dueOf(after)).toBe(days.toSorted()[0] ?? null)
      expect(rows.secondment_party).toHaveLength(after.home === after.host ? 1 : 2)
      expect(rows.secondment_clock).toHaveLength(days.length)
    })
  })

  it('what a page offers nobody is refused for who they are, and what it does not offer is refused whatever they type', () => {
    everyStep(({ before, command, facts: followed, world }) => {
      if (before === null || command.actor.kind !== 'staff') return
      const actions = actionsOf(before, { actor: command.actor, on: command.on }, world)
      expect(actions.map(({ action }) => action)).toEqual([...secondmentActions])
      const offered = actions.find(({ type }) => type === command.type)
      if (offered?.refusal) expect(followed, command.type).toEqual([])
    })
  })
})
