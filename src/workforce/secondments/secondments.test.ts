import { describe, expect, it } from 'vitest'
import { addDays, type Day, day } from '../../kernel/day.ts'
import type { OrganFacts, OrganId } from '../../kernel/organ.ts'
import { isOpen } from '../../kernel/running-clock.ts'
import type { Sealed } from '../../kernel/sealed.ts'
import { builtInCalendars } from '../../law/calendars/shelf.ts'
import { secondmentTimes } from '../../law/cn-2022/secondments.ts'
import { decide } from './decide.ts'
import { evolve } from './evolve.ts'
import type {
  SecondmentActor,
  SecondmentCommandBody,
  SecondmentFact,
  SecondmentState,
  SecondmentWorld,
} from './secondment.ts'

const bureau = 'bureau' as OrganId
const land = 'land' as OrganId
const housing = 'housing' as OrganId
const office = (id: OrganId, kind: string, more: object = {}) =>
  ({ id, kind, region: '990101', state: 'active', superior: null, successors: [], ...more }) as unknown as OrganFacts
let organs: readonly OrganFacts[] = [
  office(bureau, 'bureau'),
  office(land, 'department'),
  office(housing, 'department'),
]
const world = (): SecondmentWorld => ({
  ...{ pack: 'cn-2022@1', times: secondmentTimes, calendars: builtInCalendars },
  organs: { find: (id) => organs.find((each) => each.id === id), all: () => organs } as SecondmentWorld['organs'],
})

const words: Sealed = { ref: 'r', commitment: 'c' }
const today = day('2026-11-23')
const from = day('2026-12-01')
const until = day('2027-05-31')
const staff = (account: string, organ: OrganId, ...posts: readonly string[]): SecondmentActor => ({
  ...{ kind: 'staff', account, organ, posts },
})
const sender = staff('zhao', land, 'head')
const host = staff('wang', bureau, 'head')
const mentor = staff('li', bureau, 'clerk')
const colleague = staff('sun', bureau, 'clerk')
const person = staff('chen', land, 'clerk')
const personThere = staff('chen', bureau, 'clerk')
const house: SecondmentActor = { kind: 'house', task: 'secondments' }

const knows = { works: true, holds: false, seconded: false }
const propose = {
  type: 'ProposeSecondment',
  proposal: { account: 'chen', host: bureau, post: 'clerk', term: { from, until }, purpose: words },
  knows,
} as const satisfies SecondmentCommandBody
const agree = {
  ...{ type: 'AgreeToSecondment', mentor: 'li' },
  knows: { mentor: true, holds: false, seconded: false },
} as const satisfies SecondmentCommandBody
const evaluate = (kind: 'midway' | 'end') =>
  ({ type: 'EvaluateSecondment', kind, grade: 'competent', words }) as const satisfies SecondmentCommandBody
const end = (last: Day) => ({ type: 'EndSecondment', last, reason: words }) as const
const comeBack = { type: 'RecordReturn', report: words } as const

type Act = readonly [SecondmentActor, SecondmentCommandBody, Day?]
function play(...acts: readonly Act[]) {
  let state: SecondmentState = null
  const facts: SecondmentFact[] = []
  let refused: string | null = null
  for (const [actor, body, on = today] of acts) {
    const decision = decide(state, { ...body, on, actor }, world())
    refused = decision.ok ? null : decision.error.kind
    if (!decision.ok) continue
    for (const fact of decision.value) {
      state = evolve(state, fact)
      facts.push(fact)
    }
  }
  return { state: state as SecondmentState, facts, refused }
}
const openOf = (state: SecondmentState) =>
  (state?.clocks ?? [])
    .filter(isOpen)
    .map(({ rule, lastDay, bearer }) => [rule, lastDay, (bearer as { organ: OrganId }).organ])
const begun: readonly Act[] = [
  [sender, propose],
  [host, agree],
]

describe('信访工作条例 art. 16 (3): an organ sends somebody to a bureau, and both agree (docs/adr/0066)', () => {
  it('the bureau has fifteen days to answer', () => {
    const { state } = play([sender, propose])
    expect(state).toMatchObject({ stage: 'proposed', home: land, host: bureau, account: 'chen' })
    expect(openOf(state)).toEqual([['answerSecondment', '2026-12-08', bureau]])
  })

  it.each([
    ['secondment-is-anothers', staff('zhao', land, 'clerk'), {}],
    ['own-secondment', staff('chen', land, 'head'), {}],
    ['unknown-organ', sender, { host: 'nowhere' }],
    ['host-is-no-bureau', sender, { host: housing }],
    ['host-is-no-bureau', staff('zhao', bureau, 'head'), {}],
    ['official-not-there', sender, { knows: { ...knows, works: false } }],
    ['seconded-already', sender, { knows: { ...knows, seconded: true } }],
    ['post-held', sender, { knows: { ...knows, holds: true } }],
    ['day-not-ahead', sender, { term: { from: today, until } }],
    ['ends-before-it-begins', sender, { term: { from, until: from } }],
    ['secondment-too-long', sender, { term: { from, until: addDays(from, 731) } }],
  ] as const)('refused: %s', (kind, actor, change) => {
    const { knows: known = knows, ...more } = change as { readonly knows?: typeof knows }
    const body = { ...propose, knows: known, proposal: { ...propose.proposal, ...more } }
    expect(play([actor, body]).refused).toBe(kind)
  })

  it('two years are the longest, to the day', () => {
    const longest = { ...propose, proposal: { ...propose.proposal, term: { from, until: addDays(from, 730) } } }
    expect(play([sender, longest]).refused).toBeNull()
  })

  it('the bureau agrees and names a mentor from among its own', () => {
    const { state } = play(...begun)
    expect(state).toMatchObject({ stage: 'serving', mentor: 'li' })
    // the middle of the term is 1 March
    expect(openOf(state)).toEqual([
      ['evaluateMidway', '2027-03-16', bureau],
      ['evaluateAtEnd', '2027-06-15', bureau],
      ['receiveBack', '2027-06-30', land],
    ])
  })

  it.each([
    ['secondment-is-anothers', sender, {}, today],
    ['no-such-secondment', mentor, {}, today],
    ['no-such-secondment', staff('qian', housing, 'head'), {}, today],
    ['own-secondment', person, {}, today],
    ['official-not-there', host, { knows: { ...agree.knows, mentor: false } }, today],
    ['official-not-there', host, { mentor: 'chen' }, today],
    ['seconded-already', host, { knows: { ...agree.knows, seconded: true } }, today],
    ['post-held', host, { knows: { ...agree.knows, holds: true } }, today],
    ['day-not-ahead', host, {}, addDays(from, 1)],
  ] as const)('it is not agreed to: %s', (kind, actor, change, on) => {
    expect(play([sender, propose], [actor, { ...agree, ...change }, on]).refused).toBe(kind)
  })

  it('agreed on its first day it is not late', () => {
    expect(play([sender, propose], [host, agree, from]).refused).toBeNull()
  })

  it('declined by the bureau or taken back by the organ, nothing runs any more', () => {
    for (const [actor, body] of [
      [host, { type: 'DeclineSecondment', reason: words }],
      [sender, { type: 'WithdrawSecondment', reason: words }],
    ] as const) {
      const { state } = play([sender, propose], [actor, body])
      expect(state?.stage).toBe('declined')
      expect(openOf(state)).toEqual([])
    }
    expect(play([sender, propose], [sender, { type: 'DeclineSecondment', reason: words }]).refused).toBe(
      'secondment-is-anothers',
    )
  })
})

describe('It is evaluated midway and at the end, by the mentor or whoever leads the bureau', () => {
  it('each once, which stops its clock', () => {
    const { state } = play(...begun, [mentor, evaluate('midway'), day('2027-03-10')], [host, evaluate('end'), until])
    expect(state?.evaluations.map(({ kind, account }) => [kind, account])).toEqual([
      ['midway', 'li'],
      ['end', 'wang'],
    ])
    expect(openOf(state).map(([rule]) => rule)).toEqual(['receiveBack'])
    const again: readonly Act[] = [...begun, [mentor, evaluate('midway'), from], [mentor, evaluate('midway'), from]]
    expect(play(...again).refused).toBe('evaluated-already')
  })

  it('the end from thirty days before it, to the day', () => {
    expect(play(...begun, [mentor, evaluate('end'), day('2027-04-30')]).refused).toBe('evaluated-too-early')
    expect(play(...begun, [mentor, evaluate('end'), day('2027-05-01')]).refused).toBeNull()
    expect(play(...begun, [mentor, evaluate('midway'), addDays(from, -1)]).refused).toBe('evaluated-too-early')
  })

  it('not by the person, a colleague or the organ that sent them', () => {
    expect(play(...begun, [personThere, evaluate('midway'), from]).refused).toBe('own-secondment')
    expect(play(...begun, [colleague, evaluate('midway'), from]).refused).toBe('no-such-secondment')
    expect(play(...begun, [sender, evaluate('midway'), from]).refused).toBe('secondment-is-anothers')
  })

  it('falls overdue the day after', () => {
    const mark = { type: 'MarkClock', clock: 'evaluateMidway#1' } as const
    expect(play(...begun, [house, mark, day('2027-03-16')]).refused).toBe('clock-still-running')
    expect(play(...begun, [house, mark, day('2027-03-17')]).facts.at(-1)?.type).toBe('SecondmentFellOverdue')
  })

  it('another mentor may be named, with a reason', () => {
    const name = { type: 'NameMentor', mentor: 'sun', reason: words, knows: { mentor: true } } as const
    expect(play(...begun, [host, name]).state?.mentor).toBe('sun')
    expect(play(...begun, [host, { ...name, mentor: 'li' }]).refused).toBe('mentor-unchanged')
    expect(play(...begun, [mentor, name]).refused).toBe('secondment-is-anothers')
  })
})

describe('It ends', () => {
  it('with the return, once it is evaluated and not before its last day', () => {
    const ended: readonly Act[] = [...begun, [mentor, evaluate('end'), until]]
    const { state } = play(...ended, [sender, comeBack, until])
    expect(state).toMatchObject({ stage: 'returned', returned: { on: until } })
    expect(openOf(state)).toEqual([])
    expect(play(...ended, [sender, comeBack, addDays(until, -1)]).refused).toBe('secondment-still-running')
    expect(play(...begun, [sender, comeBack, until]).refused).toBe('not-evaluated-yet')
    expect(play(...ended, [host, comeBack, until]).refused).toBe('secondment-is-anothers')
  })

  it('early, and what hangs on the last day hangs on the new one', () => {
    const on = day('2027-01-15')
    const { state } = play(...begun, [sender, end(day('2027-01-31')), on])
    expect(state).toMatchObject({ stage: 'serving', term: { from, until: '2027-01-31' }, ended: { wasUntil: until } })
    // the middle that never comes is not evaluated
    expect(openOf(state)).toEqual([
      ['evaluateAtEnd', '2027-02-15', bureau],
      ['receiveBack', '2027-03-02', land],
    ])
    expect(play(...begun, [host, end(until), on]).refused).toBe('not-before-its-end')
    expect(play(...begun, [host, end(addDays(on, -1)), on]).refused).toBe('day-not-ahead')
    expect(play(...begun, [personThere, end(on), on]).refused).toBe('own-secondment')
  })

  it('a middle that has passed is still owed', () => {
    const on = day('2027-03-05')
    expect(openOf(play(...begun, [host, end(on), on]).state).map(([rule]) => rule)).toContain('evaluateMidway')
  })

  it('called off before it begins it did not come about', () => {
    const { state } = play(...begun, [host, end(today)])
    expect(state).toMatchObject({ stage: 'declined', declined: { organ: bureau } })
    expect(openOf(state)).toEqual([])
  })

  it('a reform passes each part on (art. 24 (2))', () => {
    const before = organs
    const { state } = play(...begun)
    organs = [
      ...before.filter(({ id }) => id !== land),
      office(land, 'department', { state: 'merged', successors: [housing] }),
    ]
    const decision = decide(state, { type: 'PassSecondmentOn', on: today, actor: house }, world())
    organs = before
    expect(decision.ok && decision.value).toMatchObject([{ type: 'SecondmentPassedOn', from: land, to: housing }])
  })

  it('where the home becomes part of the bureau, whoever leads that has both parts', () => {
    const before = organs
    organs = [
      ...before.filter(({ id }) => id !== land),
      office(land, 'department', { state: 'merged', successors: [bureau] }),
    ]
    const { state, refused } = play(
      ...begun,
      ...([
        [house, { type: 'PassSecondmentOn' }],
        [mentor, evaluate('end'), until],
        [host, comeBack, until],
      ] as const),
    )
    organs = before
    expect(refused).toBeNull()
    expect(state).toMatchObject({ stage: 'returned', home: bureau, host: bureau })
  })
})
