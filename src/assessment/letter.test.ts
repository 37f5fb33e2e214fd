import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { day } from '../kernel/day.ts'
import type { LetterCommand, LetterCommandBody, LetterFact } from './assessment.ts'
import { decide } from './decide.ts'
import { evolve } from './evolve.ts'
import {
  above,
  Course,
  corrected,
  deciding,
  drafting,
  drawn,
  figures,
  house,
  inForce,
  issued,
  lower,
  objected,
  objecting,
  oneCase,
  prose,
  staff,
  targets,
  upper,
  world,
} from './examples.ts'

const chief = staff(upper, 'chief')
const second = staff(upper, 'second')
const chen = staff(lower, 'chen')

describe('信访工作条例 art. 39 (1): a letter of responsibility (目标责任书), one level assessing the next', () => {
  it('is drafted by the organ one level up and signed by the heads of both', () => {
    const { letter } = inForce()
    expect(letter).toMatchObject({ stage: 'inForce', upper, lower, year: 2026, draft: null })
    expect(letter.inForce).toMatchObject({
      revision: 1,
      targets,
      signatures: [{ account: 'chief' }, { account: 'chen' }],
    })
  })

  it.each([
    ['skips a level', { lower: 'county.land' }, 'lower-not-one-level-down'],
    ['goes upwards', { lower: above }, 'lower-not-one-level-down'],
    ['has no target', { targets: [] }, 'no-target'],
    ['weighs otherwise than a hundred', { targets: [{ ...targets[0], weight: 99 }] }, 'weights-not-hundred'],
    ['names one twice', { targets: [targets[0], targets[0]] }, 'target-named-twice'],
    [
      'measures what nobody knows',
      { targets: [{ indicator: 'disputeSettledEarly', share: 1, weight: 100 }] },
      'indicator-not-measured',
    ],
    [
      'assesses a bureau by what others do',
      { targets: [{ indicator: 'answeredInTime', share: 1, weight: 100 }] },
      'indicator-does-not-fit',
    ],
    ['carries on what is not there', { carriesOn: 'letter:x' }, 'letter-not-carried-on'],
  ] as const)('is not drafted where it %s', (_, change, refusal) => {
    const body = { ...drafting, ...change } as unknown as LetterCommandBody
    expect(new Course().said('2026-01-05', chief, body)).toBe(refusal)
  })

  it('over an area takes what any organ there does, and only from an organ that answers for one', () => {
    const targetsOfArea = [{ indicator: 'answeredInTime', share: 90, weight: 100 }] as const
    const ofArea = { ...drafting, covers: 'area', targets: targetsOfArea } as const
    expect(new Course().said('2026-01-05', chief, ofArea)).toBe('LetterDrafted')
    const department = { ...ofArea, lower: 'county.land' } as unknown as LetterCommandBody
    expect(new Course().said('2026-01-05', staff('county' as never, 'x'), department)).toBe('organ-covers-no-area')
  })

  it('carries on the letter by which its upper organ was assessed itself, of the same year and in force', () => {
    const carriesOn = { ...drafting, carriesOn: 'letter:x', carried: { lower: upper, year: 2026, isInForce: true } }
    expect(new Course().said('2026-01-05', chief, carriesOn)).toBe('LetterDrafted')
    for (const wrong of [{ lower }, { year: 2025 }, { isInForce: false }]) {
      const body = { ...carriesOn, carried: { ...carriesOn.carried, ...wrong } }
      expect(new Course().said('2026-01-05', chief, body)).toBe('letter-not-carried-on')
    }
  })

  it('is signed by the head, once for each side, by two persons, and as it was read', () => {
    const drafted = new Course().after('2026-01-05', chief, drafting)
    const sign = { type: 'SignLetter', revision: 1 } as const
    expect(drafted.said('2026-01-06', staff(upper, 'clerk', 'clerk'), sign)).toBe('letter-needs-head')
    expect(drafted.said('2026-01-06', staff(above, 'x'), sign)).toBe('letter-not-yours')
    drafted.after('2026-01-06', chief, sign)
    expect(drafted.said('2026-01-06', second, sign)).toBe('letter-signed-already')
    expect(drafted.said('2026-01-06', staff(lower, 'chief'), sign)).toBe('one-person-signs-once')
    drafted.after('2026-01-06', chen, { type: 'RedraftLetter', targets, remarks: null })
    expect(drafted.letter.draft).toMatchObject({ revision: 2, signatures: [] })
    expect(drafted.said('2026-01-07', chen, sign)).toBe('letter-was-redrafted')
  })

  it('is revised with a reason by both, and holds as it was until then', () => {
    const other = [{ indicator: 'routedInTime', share: 90, weight: 100 }] as const
    const revised = inForce().after('2026-05-01', chen, {
      type: 'ReviseLetter',
      targets: other,
      remarks: null,
      reason: prose,
    })
    expect(revised.letter).toMatchObject({ stage: 'revising', inForce: { revision: 1 }, draft: { revision: 2 } })
    expect(revised.said('2026-05-02', chief, { type: 'WithdrawLetter', reason: prose })).toBe('letter-not-yours')
    revised.after('2026-05-02', chief, { type: 'SignLetter', revision: 2 })
    revised.after('2026-05-03', chen, { type: 'SignLetter', revision: 2 })
    expect(revised.letter).toMatchObject({ stage: 'inForce', inForce: { revision: 2, targets: other }, draft: null })
    expect(revised.letter.texts.map(({ revision }) => revision)).toEqual([1, 2])
  })

  it('that was withdrawn before both had signed may be drafted again', () => {
    const withdrawn = new Course()
      .after('2026-01-05', chief, drafting)
      .after('2026-01-06', chief, { type: 'WithdrawLetter', reason: prose })
    expect(withdrawn.letter.stage).toBe('withdrawn')
    expect(withdrawn.said('2026-01-07', chief, drafting)).toBe('LetterDrafted')
    expect(inForce().said('2026-02-01', chief, drafting)).toBe('letter-drafted-already')
  })
})

describe('信访工作条例 art. 39 (1): the figures of a period are issued as they are', () => {
  const issue = { type: 'IssueAssessment', period: '2026-10', audience: 'alike', drawn } as const

  it('from the day after its last, by the head of whoever assesses, and once', () => {
    expect(inForce().said('2026-10-31', chief, issue)).toBe('period-not-over')
    expect(inForce().said('2026-11-01', chief, issue)).toBe('AssessmentIssued')
    expect(inForce().said('2026-11-01', staff(upper, 'clerk', 'clerk'), issue)).toBe('letter-needs-head')
    expect(inForce().said('2026-11-01', chen, issue)).toBe('letter-not-yours')
    expect(issued().said('2026-11-03', chief, issue)).toBe('assessment-issued-already')
    expect(issued().said('2026-11-03', chief, { ...issue, period: '2025-10' })).toBe('period-outside-letter')
    expect(inForce().said('2026-11-01', chief, { ...issue, drawn: { ...drawn, waiting: 1 } })).toBe(
      'facts-not-counted-yet',
    )
  })

  it('with numerator, denominator and the digest of the cases, under the law of the day', () => {
    expect(issued().letter.issues).toMatchObject([
      {
        ref: 'a1',
        period: '2026-10',
        from: '2026-10-01',
        until: '2026-10-31',
        pack: 'cn-2022@1',
        editions: [{ edition: 1, figures }],
      },
    ])
  })
})

describe('docs/adr/0033: objecting to a figure is a procedure', () => {
  it('runs ten working days from the issue: the last is in time, the day after is not', () => {
    const [clock] = issued().letter.clocks
    expect(clock).toMatchObject({
      rule: 'objectToFigure',
      after: 'lapsed',
      lastDay: '2026-11-16',
      bearer: { organ: lower },
    })
    expect(issued().said('2026-11-16', chen, objecting)).toBe('FigureObjected')
    expect(issued().said('2026-11-17', chen, objecting)).toBe('right-to-object-lapsed')
  })

  it('names cases of that figure, and one objection is heard of each', () => {
    expect(issued().said('2026-11-03', chen, { ...objecting, cases: [] })).toBe('no-case-named')
    expect(issued().said('2026-11-03', chen, { ...objecting, strangers: [oneCase] })).toBe('case-not-in-figure')
    expect(issued().said('2026-11-03', chen, { ...objecting, issue: 'a9' })).toBe('no-such-assessment')
    expect(issued().said('2026-11-03', chen, { ...objecting, indicator: 'answeredInTime' })).toBe(
      'indicator-without-figure',
    )
    expect(objected().said('2026-11-04', chen, objecting)).toBe('objection-open-already')
    expect(issued().said('2026-11-03', chief, objecting)).toBe('letter-not-yours')
  })

  it('asks nobody to name what single petitioners said', () => {
    const ofRatings = { ...objecting, indicator: 'bureauParticipation', cases: [] } as const
    expect(issued().said('2026-11-03', chen, ofRatings)).toBe('FigureObjected')
  })

  it('is decided by another person than whoever issued it, on every case, within fifteen working days', () => {
    const course = objected()
    expect(course.letter.clocks[1]).toMatchObject({ rule: 'decideObjection', after: 'overdue', lastDay: '2026-11-24' })
    expect(course.said('2026-11-04', chief, deciding)).toBe('needs-another-decider')
    expect(course.said('2026-11-04', second, { ...deciding, rulings: [] })).toBe('case-without-ruling')
    const twice = { ...deciding, rulings: [...deciding.rulings, ...deciding.rulings] }
    expect(course.said('2026-11-04', second, twice)).toBe('case-not-in-figure')
    const odd = { ...deciding, rulings: [{ case: oneCase, ruling: 'corrected', outcome: 'satisfied' }] } as const
    expect(course.said('2026-11-04', second, odd)).toBe('outcome-does-not-fit')
    expect(course.said('2026-11-04', second, deciding)).toBe('ObjectionDecided AssessmentCorrected')
    expect(course.said('2026-11-25', house, { type: 'MarkClock', clock: 'decideObjection#1' })).toBe(
      'AssessmentFellOverdue',
    )
  })

  it('corrects the figure in a new edition and leaves the old one to be read', () => {
    const { letter } = objected().after('2026-11-04', second, deciding)
    const [issue] = letter.issues
    expect(issue?.editions.map(({ edition, objection }) => [edition, objection])).toEqual([
      [1, null],
      [2, 'b1'],
    ])
    expect(issue?.editions[1]?.figures).toEqual([corrected, figures[1]])
    expect(issue?.editions[0]?.figures).toEqual(figures)
    expect(letter.objections).toMatchObject([{ state: 'decided', decisions: [{ upheld: true }] }])
  })

  it('that changes nothing corrects nothing', () => {
    const same = { ...deciding, redrawn: { figure: figures[0] as never, strangers: [] } }
    const { letter } = objected().after('2026-11-04', second, same)
    expect(letter.issues[0]?.editions).toHaveLength(1)
    expect(letter.objections).toMatchObject([{ state: 'decided', decisions: [{ upheld: false }] }])
  })

  it('goes once to the organ above, within ten working days of the decision, or when that is overdue', () => {
    const higher = { type: 'ObjectAbove', objection: 'b1', reasons: prose } as const
    expect(objected().said('2026-11-24', chen, higher)).toBe('objection-not-decided')
    expect(objected().said('2026-11-25', chen, higher)).toBe('ObjectionPassedOn')
    const course = objected().after('2026-11-04', second, deciding)
    expect(course.said('2026-11-18', chen, higher)).toBe('ObjectionPassedOn')
    expect(course.said('2026-11-19', chen, higher)).toBe('right-to-object-lapsed')
    course.after('2026-11-05', chen, higher)
    expect(course.letter.objections).toMatchObject([{ state: 'takenHigher', decider: above }])
    expect(course.said('2026-11-06', chen, higher)).toBe('objection-passed-on-already')
    expect(course.said('2026-11-06', second, deciding)).toBe('letter-not-yours')
    course.after('2026-11-06', staff(above, 'high'), {
      ...deciding,
      redrawn: { figure: figures[0] as never, strangers: [] },
    })
    expect(course.letter.objections).toMatchObject([{ state: 'decidedAbove', decisions: [{}, { by: above }] }])
    expect(course.letter.issues[0]?.editions).toHaveLength(3)
    expect(course.letter.clocks.filter(({ state }) => state === 'running').map(({ rule }) => rule)).toEqual([
      'objectToFigure',
    ])
  })

  it('has nobody to go to at the very top', () => {
    const noneAbove = {
      ...world,
      organs: { find: (id: never) => (id === above || id === 'prefecture' ? undefined : world.organs.find(id)) },
    }
    const course = objected().after('2026-11-04', second, deciding)
    const higher = { type: 'ObjectAbove', objection: 'b1', reasons: prose } as const
    expect(course.said('2026-11-05', chen, higher, noneAbove)).toBe('nobody-above-assessor')
  })

  it('lapses by itself, and only once it is over', () => {
    const mark = { type: 'MarkClock', clock: 'objectToFigure#1' } as const
    expect(issued().said('2026-11-16', house, mark)).toBe('clock-still-running')
    expect(issued().said('2026-11-17', house, mark)).toBe('ObjectionLapsed')
    expect(issued().said('2026-11-17', chief, mark)).toBe('letter-not-yours')
  })
})

describe('Whatever is commanded', () => {
  const actors = [chief, second, chen, staff(above, 'high'), staff(lower, 'clerk', 'clerk'), house]
  const bodies: readonly LetterCommandBody[] = [
    drafting,
    { type: 'RedraftLetter', targets, remarks: null },
    ...[1, 2, 3].map((revision) => ({ type: 'SignLetter', revision }) as const),
    { type: 'ReviseLetter', targets, remarks: null, reason: prose },
    { type: 'WithdrawLetter', reason: prose },
    ...['2026-09', '2026-10', '2026-Q3'].map(
      (period) => ({ type: 'IssueAssessment', period, audience: 'alike', drawn }) as const,
    ),
    objecting,
    { ...objecting, issue: 'a2', indicator: 'bureauParticipation', cases: [] },
    deciding,
    { ...deciding, rulings: [{ case: oneCase, ruling: 'stays', outcome: null }] },
    { type: 'ObjectAbove', objection: 'b1', reasons: prose },
    ...['objectToFigure#1', 'decideObjection#1', 'objectAbove#1'].map(
      (clock) => ({ type: 'MarkClock', clock }) as const,
    ),
    { type: 'RecountLetter' },
  ]
  const step = fc.record({
    actor: fc.constantFrom(...actors),
    body: fc.constantFrom(...bodies),
    wait: fc.integer({ min: 0, max: 20 }),
  })

  it('never throws, replays to the same, and never lets two words of one side make a letter', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 10, maxLength: 60 }), (steps) => {
        let state = null as Parameters<typeof evolve>[0]
        const facts: LetterFact[] = []
        let days = 0
        for (const { actor, body, wait } of steps) {
          days += wait
          const on = day(new Date(Date.UTC(2026, 9, 1) + days * 86_400_000).toISOString().slice(0, 10))
          const decision = decide(state, { ...body, on, actor } as LetterCommand, world)
          if (!decision.ok) continue
          for (const fact of decision.value) {
            state = evolve(state, fact)
            facts.push(fact)
          }
        }
        expect(facts.reduce<typeof state>((before, fact) => evolve(before, fact), null)).toEqual(state)
        for (const { signatures } of state?.texts ?? []) {
          expect(new Set(signatures.map(({ organ }) => organ)).size).toBe(2)
          expect(new Set(signatures.map(({ account }) => account)).size).toBe(2)
        }
        for (const { editions } of state?.issues ?? [])
          expect(editions.map(({ edition }) => edition)).toEqual(editions.map((_, at) => at + 1))
      }),
      { seed: 20261126, numRuns: 300 },
    )
  })
})
