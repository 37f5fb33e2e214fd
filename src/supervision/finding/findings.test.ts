import { describe, expect, it } from 'vitest'
import { day } from '../../kernel/day.ts'
import { findingRules } from '../../law/supervision.ts'
import {
  accepted,
  assigned,
  dutyAnswered,
  executed,
  heard,
  id,
  issued,
  lapsed,
  objected,
  person,
  petitioner,
  quashedByReview,
  rated,
  registered,
  registeredDirectly,
  reportedBack,
  returned,
  reviewRequested,
  reviewServed,
  sealed,
  served,
  staff,
  suggestionConcluded,
  supportedOpinion,
  transferred,
  wayTo,
} from '../../petition/examples.ts'
import type { Command, Of } from '../../petition/petition.ts'
import type { JudgedAnswer } from './finding.ts'
import { findingsIn, isCarriedOut, looks, mendedIn } from './findings.ts'
import { type LookingWith, lookedAt, overdue } from './testing/lived.ts'

const found = (commands: readonly Command[], more: LookingWith = {}) => findingsIn(lookedAt(commands, more))
const rulesIn = (commands: readonly Command[], more: LookingWith = {}) => found(commands, more).map(({ rule }) => rule)
const mended = (commands: readonly Command[], more: LookingWith = {}) => mendedIn(lookedAt(commands, more))

/** Sent somewhere, and back with reasons. */
const roundTo = (organ: string, dayOfMonth: number): readonly Command[] => {
  const on = (after: number) => day(`2026-03-${String(dayOfMonth + after).padStart(2, '0')}`)
  return [
    transferred({ to: id(organ), on: on(0) }),
    objected({ on: on(1), actor: staff(organ) }),
    returned({ on: on(1) }),
  ]
}

describe('信访工作条例 art. 40 (1), 45 (1)(1): shirking by handing on', () => {
  const passedDown = [
    registered(),
    ...roundTo('county-water', 3),
    ...roundTo('county-resources', 5),
    transferred({ on: day('2026-03-09') }),
    transferred({ on: day('2026-03-10'), actor: staff('county-housing'), to: id('county-inspection') }),
  ]

  it('finds the third organ that was given it and gave it away, with each time as evidence', () => {
    const [handed] = found(passedDown).filter(({ rule }) => rule === 'handedOnTooOften')
    expect(handed).toMatchObject({ organ: 'county-housing', key: 'handedOnTooOften/3' })
    expect(handed?.evidence.map(({ fact }) => fact)).toEqual([
      ...['TransferReturned', 'TransferReturned', 'PetitionTransferred'],
    ])
  })

  it('finds nothing after two, nor after a bureau has routed it ever so often', () => {
    expect(rulesIn([registered(), ...roundTo('county-water', 3), transferred({ on: day('2026-03-09') })])).toEqual([])
    const down = [
      registered({ actor: staff('city-bureau'), organ: id('city-bureau') }),
      transferred({ actor: staff('city-bureau'), to: id('county-bureau'), on: day('2026-03-03') }),
      transferred({ on: day('2026-03-04') }),
    ]
    expect(rulesIn(down)).toEqual([])
  })

  it('does not count an organ that passes down what somebody brought to it (art. 23 (1))', () => {
    const brought = [registeredDirectly(), transferred({ actor: staff('county-housing'), to: id('county-inspection') })]
    expect(found(brought, { rules: oneIsEnough })).toEqual([])
  })

  it('is put right when somebody accepts it', () => {
    const acceptedAtLast = [...passedDown, accepted({ on: day('2026-03-12'), actor: staff('county-inspection') })]
    expect(mended(acceptedAtLast)).toContain('handedOnTooOften/3')
    expect(mended(passedDown)).toEqual([])
  })
})

const oneIsEnough = Object.fromEntries(
  Object.entries(lookedAt([registered()]).rules).map(([rule, row]) => [rule, row && { ...row, atLeast: 1 }]),
) as ReturnType<typeof lookedAt>['rules']

describe('信访工作条例 art. 23 (3), 40 (1): shirking by returning', () => {
  const twice = [registered(), ...roundTo('county-water', 3), ...roundTo('county-resources', 5)]

  it('finds whoever sent it back the second time', () => {
    expect(found(twice)).toMatchObject([
      { rule: 'returnedTooOften', key: 'returnedTooOften/2', organ: 'county-resources' },
    ])
  })

  it('finds nothing in one return that the sender agreed to', () => {
    expect(rulesIn([registered(), ...roundTo('county-water', 3)])).toEqual([])
  })
})

const judged = (more: Partial<JudgedAnswer>): readonly JudgedAnswer[] => [
  { document: 'd2', signs: 60, equals: 0, lacks: [], checked: [], ...more },
]

describe('信访工作条例 art. 31 (6), 32, 40 (1): a perfunctory answer', () => {
  it('finds a claim without an answer', () => {
    const looked = lookedAt(wayTo.answered)
    const two = [...looked.petition.claims, { ref: 'c2', text: sealed('claim-2') }]
    const left = { ...looked, petition: { ...looked.petition, claims: two } }
    expect(findingsIn(left)).toMatchObject([
      {
        rule: 'claimsUnanswered',
        key: 'claimsUnanswered/d2',
        organ: 'county-housing',
        evidence: [{ fact: 'OpinionIssued' }],
      },
    ])
    expect(findingsIn(looked)).toEqual([])
  })

  it('finds an answer that is empty, and not one that is short', () => {
    expect(found(wayTo.answered, { answers: judged({ signs: 5 }) })).toMatchObject([
      { rule: 'emptyAnswer', key: 'emptyAnswer/d2', organ: 'county-housing' },
    ])
    expect(rulesIn(wayTo.answered, { answers: judged({ signs: 6 }) })).toEqual([])
  })

  it('finds an answer that only says that it was passed on, whatever the office is called', () => {
    expect(rulesIn(wayTo.answered, { answers: judged({ lacks: ['handedOnOnly'] }) })).toEqual(['emptyAnswer'])
    expect(rulesIn(wayTo.answered, { answers: judged({ lacks: ['noBasis', 'claimPassedOver'] }) })).toEqual([])
  })

  it('finds an answer that three others got who had asked for something else', () => {
    expect(rulesIn(wayTo.answered, { answers: judged({ equals: 3 }) })).toEqual(['boilerplateAnswer'])
    expect(rulesIn(wayTo.answered, { answers: judged({ equals: 2 }) })).toEqual([])
  })

  it.each([
    ['an answer on a duty', [registered(), transferred(), accepted({ route: 'performDuty' }), heard(), dutyAnswered()]],
    [
      'a reply to a suggestion',
      [registered({ class: 'suggestion' }), transferred(), accepted({ route: null }), suggestionConcluded()],
    ],
  ])('looks at %s as well', (_, commands) => {
    expect(rulesIn(commands, { answers: judged({ signs: 0 }) })).toEqual(['emptyAnswer'])
  })

  it('is put right by the answer that takes its place', () => {
    const redone = [
      ...[...wayTo.served, reviewRequested(), quashedByReview(), reviewServed()],
      heard({ on: day('2026-06-20') }),
      issued({ on: day('2026-06-25') }),
    ]
    const answers = judged({ signs: 0 })
    expect(mended(wayTo.served, { answers })).toEqual([])
    expect(mended(redone, { answers })).toEqual(['emptyAnswer/d2'])
  })

  it('finds nothing in an answer to an accusation', () => {
    const accusation = [
      registered({ class: 'accusation' }),
      transferred({ to: id('county-discipline') }),
      accepted({ actor: staff('county-discipline'), route: null }),
    ]
    expect(rulesIn(accusation, { answers: judged({ document: 'd1', signs: 0 }) })).toEqual([])
  })
})

const material = (on: string, of = 'county-housing'): Of<'AddMaterial'> => ({
  ...{ type: 'AddMaterial', on: day(on), actor: staff(of) },
  ...{ note: sealed('what was looked at'), materials: [] },
})
const dissatisfied = (more: Partial<Of<'Rate'>> = {}) =>
  rated({ on: day('2026-06-21'), solved: 'dissatisfied', ...more })

describe('信访工作条例 art. 40 (1), 45 (1)(4): said to be done, and contested', () => {
  const promised = [...wayTo.accepted, heard(), supportedOpinion(), served(), material('2026-06-19')]
  const done = [...promised, executed()]

  it('finds the organ whose word is contested, with what it said and what was said against it', () => {
    expect(found([...done, dissatisfied()])).toMatchObject([
      {
        ...{ rule: 'completionContested', organ: 'county-housing' },
        evidence: [
          { fact: 'ExecutionRecorded', on: '2026-06-20' },
          { fact: 'PetitionRated', on: '2026-06-21' },
        ],
      },
    ])
  })

  it('finds it once, however many contest it', () => {
    const two = registered({ people: [person('p1'), person('p2')], headcount: 2 })
    const both = [
      ...[two, transferred(), accepted(), heard(), supportedOpinion()],
      ...[served(), served({ person: 'p2' }), material('2026-06-19'), executed()],
      ...[dissatisfied(), dissatisfied({ actor: petitioner('p2') })],
    ]
    expect(rulesIn(both)).toEqual(['completionContested'])
  })

  it('finds nothing in a word before it was said to be done, about the bureau, or that it is partly so', () => {
    expect(rulesIn([...promised, dissatisfied({ on: day('2026-06-19') }), executed()])).toEqual([])
    expect(rulesIn([...done, dissatisfied({ whom: 'bureau' })])).toEqual([])
    expect(rulesIn([...done, dissatisfied({ solved: 'partly' })])).toEqual([])
  })

  it('finds nothing where nothing was promised: whoever is told no may say that they are not content', () => {
    expect(rulesIn([...wayTo.served, dissatisfied({ on: day('2026-04-25') }), lapsed()])).toEqual([])
    expect(rulesIn([...wayTo.closed, dissatisfied({ on: day('2026-05-24') })])).toEqual([])
  })

  it('finds a review that is asked for after it was said to be carried out', () => {
    const early = [...promised.slice(0, -1), material('2026-05-01'), executed({ on: day('2026-05-02') })]
    expect(rulesIn([...early, reviewRequested()])).toEqual(['completionContested'])
    expect(rulesIn([...promised.slice(0, -1), reviewRequested()])).toEqual([])
  })

  it('finds it once where the matter was closed meanwhile, and closing does not put it right', () => {
    const closed = [...done, dissatisfied(), lapsed({ on: day('2026-06-22') })]
    expect(rulesIn(closed)).toEqual(['completionContested'])
    expect(mended(closed)).toEqual([])
  })

  it('finds a matter that was closed on a promise', () => {
    const adopted = [
      registered({ class: 'suggestion' }),
      transferred(),
      accepted({ route: null }),
      suggestionConcluded(),
    ]
    const closed = [...adopted, served()]
    expect(rulesIn([...closed, dissatisfied({ on: day('2026-05-24') })])).toEqual(['completionContested'])
  })
})

describe('信访工作条例 art. 40 (1): said to be done, and nothing bears it out', () => {
  const promised = [...wayTo.accepted, heard(), supportedOpinion(), served()]

  it('finds whoever records an execution without any evidence in the file', () => {
    expect(found([...promised, executed()])).toMatchObject([
      { rule: 'evidenceMissing', organ: 'county-housing', evidence: [{ fact: 'ExecutionRecorded' }] },
    ])
    expect(rulesIn([...promised, material('2026-06-19'), executed()])).toEqual([])
    expect(rulesIn([...promised, executed({ done: false })])).toEqual([])
  })

  it('is put right by evidence, and then all is carried out', () => {
    const bare = [...promised, executed()]
    const borneOut = [...bare, material('2026-06-22')]
    expect(mended(bare)).toEqual([])
    expect(mended(borneOut)).toEqual([expect.stringMatching(/^evidenceMissing\//)])
    expect([bare, borneOut].map((commands) => isCarriedOut(lookedAt(commands)))).toEqual([false, true])
  })

  it('finds whoever reports back without any', () => {
    const handled = [registered(), assigned(), accepted()]
    expect(rulesIn([...handled, reportedBack()])).toEqual(['evidenceMissing'])
    expect(rulesIn([...handled, material('2026-04-01'), reportedBack()])).toEqual([])
  })

  it('takes the evidence of whoever handled it for that of a bureau which reports upwards', () => {
    const through = [
      registered({ actor: staff('city-bureau'), organ: id('city-bureau') }),
      assigned({ actor: staff('city-bureau'), to: id('county-bureau'), on: day('2026-03-03') }),
      transferred({ on: day('2026-03-04') }),
      ...[accepted(), material('2026-04-01')],
      reportedBack({ actor: staff('county-bureau') }),
    ]
    expect(rulesIn(through)).toEqual([])
  })
})

const linked = (to: string, on = '2026-05-10'): Of<'Link'> => ({
  ...{ type: 'Link', on: day(on), actor: staff('county-housing'), to, as: 'member', reason: sealed('same matter') },
})

describe('信访工作条例 art. 40 (1), by docs/adr/0031: the same matter again', () => {
  it('finds whoever answered, where two more petitions about it came after the answer', () => {
    expect(found([...wayTo.served, linked('260501123456780'), linked('260502123456780')])).toMatchObject([
      { rule: 'sameMatterAgain', organ: 'county-housing', key: 'sameMatterAgain' },
    ])
  })

  it('finds nothing in one, in those that were there before the answer, nor in what was linked before it', () => {
    expect(rulesIn([...wayTo.served, linked('260501123456780')])).toEqual([])
    expect(rulesIn([...wayTo.served, linked('260401123456780'), linked('260402123456780')])).toEqual([])
    const before = [linked('260301123456780', '2026-03-11'), linked('260302123456780', '2026-03-11')]
    expect(rulesIn([...wayTo.accepted, ...before, heard(), issued(), served()])).toEqual([])
  })

  it('takes it back where a link turns out to be wrong', () => {
    const unlink: Of<'Unlink'> = {
      ...{ type: 'Unlink', on: day('2026-05-12'), actor: staff('county-housing') },
      ...{ from: '260502123456780', reason: sealed('another matter') },
    }
    const wrong = [...wayTo.served, linked('260501123456780'), linked('260502123456780'), unlink]
    expect(rulesIn(wrong)).toEqual([])
    expect(mended(wrong)).toEqual(['sameMatterAgain'])
  })
})

describe('Rules', () => {
  it('are there for all that is found in a petition by itself', () => {
    expect(findingRules.filter((rule) => !looks[rule])).toEqual(['proposalUnanswered', 'seenBySupervisor'])
  })

  it('find nothing that hangs on who petitions or how often: another person, the same findings', () => {
    const late = [registered(), overdue('route#1', '2026-03-18')]
    const other = [
      registered({
        people: [person('p1', { kind: 'otherOrganisation', phone: null })],
        firstTime: false,
        headcount: 5,
      }),
      late[1] as Command,
    ]
    expect(found(other)).toEqual(found(late))
  })

  it('find the same in a history read twice, and each under a key of its own', () => {
    const commands = [registered(), ...roundTo('county-water', 3), ...roundTo('county-resources', 5)]
    expect(found(commands)).toEqual(found(commands))
    const keys = found(commands).map(({ key }) => key)
    expect(new Set(keys).size).toBe(keys.length)
  })
})
