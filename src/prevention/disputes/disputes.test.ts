import { describe, expect, it } from 'vitest'
import { day } from '../../kernel/day.ts'
import { actionsOf } from './actions.ts'
import { decide } from './decide.ts'
import type { DisputeCommand } from './dispute.ts'
import {
  cadre,
  closed,
  followed,
  grading,
  handedUp,
  house,
  id,
  nothingKept,
  party,
  progressed,
  recorded,
  refusal,
  returned,
  sealed,
  settled,
  staff,
  stateAfter,
  takenUp,
  townClerk,
  townHead,
  worldWith,
} from './examples.ts'
import { gradeFor } from './grading.ts'
import { situated, suggest } from './local.ts'
import { disputeRows, lineOf } from './tables.ts'
import { explainDispute } from './wording.ts'

const world = worldWith()
const kindOf = (before: readonly DisputeCommand[], command: DisputeCommand, under = world) =>
  refusal(under, before, command)?.kind ?? null
const clockOf = (before: readonly DisputeCommand[], rule: string, under = world) =>
  stateAfter(under, ...before).clocks.findLast((clock) => clock.rule === rule)

describe('信访工作条例 art. 15 (3): who settles a dispute first (docs/adr/0045)', () => {
  const of = (more: object = {}) =>
    suggest(
      {
        ...{ region: '990101001201', category: 'rural.land-contracts', danger: 'none', spread: 'village' as const },
        ...{ ...nothingKept, settledAt: null, ...more },
      },
      world,
    )
  const rulesOf = (more: object) => of(more).rules.map(({ rule }) => rule)

  it.each([
    ['the village, where nothing else holds', {}, 'village', ['villageFirst'], 'village'],
    ['the township, when several villages are in it', { spread: 'township' }, 'township', ['severalVillages'], 'town'],
    ['the county, when several townships are', { spread: 'county' }, 'county', ['severalTownships'], 'county.centre'],
    [
      'the prefecture, when several counties are',
      { spread: 'wider' },
      'prefecture',
      ['severalCounties'],
      'city.centre',
    ],
    [
      'the county, where a department has the duty',
      { category: 'labour.wages' },
      'county',
      ['departmentHasDuty'],
      'county.centre',
    ],
    [
      'one above the village committee that is a party',
      { keptFrom: ['village'] },
      'township',
      ['organIsParty'],
      'town',
    ],
    ['one above a township', { keptFrom: ['town'] }, 'county', ['organIsParty'], 'county.centre'],
    [
      'whoever stands over the departments of a county',
      { keptFrom: ['county.land'] },
      'county',
      ['organIsParty'],
      'county.centre',
    ],
    ['one above a county', { keptFrom: ['county'] }, 'prefecture', ['organIsParty'], 'city.centre'],
    [
      'one above where it was settled and came again',
      { settledAt: 'township' },
      'county',
      ['cameAgain'],
      'county.centre',
    ],
    ['the township at least, when life is in danger', { danger: 'present' }, 'township', ['lifeInDanger'], 'town'],
  ])('%s', (_, more, level, rules, first) => {
    expect(of(more).level).toBe(level)
    expect(rulesOf(more)).toEqual(rules)
    expect(of(more).organs[0]).toBe(first)
  })

  it('the highest of several, each of them said', () => {
    expect(of({ spread: 'township', category: 'labour.wages' })).toMatchObject({
      level: 'county',
      rules: [
        { rule: 'severalVillages', level: 'township' },
        { rule: 'departmentHasDuty', level: 'county' },
      ],
    })
  })

  it('never whoever is complained about, nor anybody below', () => {
    for (const kept of ['village', 'town', 'county', 'county.land'])
      for (const { id: organ } of world.organs.all())
        if (organ === kept) expect(of({ keptFrom: [kept] }).organs).not.toContain(organ)
    expect(of({ keptFrom: ['county'] }).organs).not.toContain('county.bureau')
  })

  it('a county alone where a place is known no nearer', () => {
    expect(of({ region: '990101' })).toMatchObject({ level: 'county', rules: [] })
  })

  it('as a pack has it: without a rule that was taken out', () => {
    const { villageFirst } = world.disputes.firstLevels
    const bare = worldWith({ law: { firstLevels: villageFirst ? { villageFirst } : {} } })
    expect(suggest({ ...situated(stateAfter(world, recorded())), danger: 'present' }, bare).level).toBe('village')
  })
})

describe('How grave a dispute is (docs/adr/0045)', () => {
  const on = day('2026-03-02')
  const graded = (more: object) =>
    gradeFor(
      world.disputes,
      { danger: 'none', spread: 'village', since: null, people: 1, ...more } as Parameters<typeof gradeFor>[1],
      on,
    )
  it.each([
    ['green', {}],
    ['green', { people: 4 }],
    ['yellow', { people: 5 }],
    ['yellow', { people: 29 }],
    ['red', { people: 30 }],
    ['yellow', { danger: 'possible' }],
    ['red', { danger: 'present' }],
    ['yellow', { spread: 'township' }],
    ['red', { spread: 'county' }],
    ['red', { spread: 'wider' }],
    ['green', { since: day('2025-09-04') }],
    ['yellow', { since: day('2025-09-03') }],
  ])('%s: %o', (grade, more) => {
    expect(graded(more)).toBe(grade)
  })

  it('is said with reasons, also another than the rows say; both are on record', () => {
    const dispute = stateAfter(world, recorded({ people: 40, grading: grading({ grade: 'green' }) }))
    expect(dispute.grading).toMatchObject({ grade: 'green', suggested: 'red', reasons: sealed('reasons') })
  })

  it('has only names of the law that the dispute is under', () => {
    expect(kindOf([], recorded({ grading: grading({ grade: 'purple' }) }))).toBe('no-such-grade')
    const graded = { type: 'GradeDispute', on: day('2026-03-03'), actor: cadre, people: 3 } as const
    expect(kindOf([recorded()], { ...graded, grading: grading({ grade: 'toString' }) })).toBe('no-such-grade')
    expect(kindOf([recorded()], { ...graded, grading: grading({ since: day('2026-03-04') }) })).toBe(
      'day-outside-dispute',
    )
  })
})

describe('Recording a dispute', () => {
  it.each([
    ['organ-keeps-no-ledger', { actor: staff('county.court', 'judge') }],
    ['dispute-not-yours', { actor: staff('village', 'visitor', 'leader') }],
    ['dispute-not-yours', { actor: house }],
    ['place-outside-your-area', { region: '990101001202' }],
    ['place-outside-your-area', { region: '990101001' }],
    ['no-such-category', { category: 'feuds' }],
    ['nobody-asks', { parties: [party(false)] }],
    ['day-outside-dispute', { foundOn: day('2026-03-03') }],
    ['unknown-organ', { parties: [party(true, 'nowhere')] }],
    ['unknown-organ', { responsible: { organ: id('nowhere'), account: null } }],
    ['not-responsible-there', { responsible: { organ: id('next-village'), account: null } }],
    ['not-responsible-there', { responsible: { organ: id('county.court'), account: null } }],
    [
      'organ-is-party',
      {
        looked: { keptFrom: [id('county.land')], officials: [] },
        responsible: { organ: id('county.land'), account: null },
      },
    ],
    [
      'account-unknown',
      { looked: { keptFrom: [], officials: ['named'] }, responsible: { organ: id('village'), account: 'named' } },
    ],
    ['day-not-ahead', { due: day('2026-03-02') }],
  ] as const)('is refused: %s', (kind, more) => {
    expect(kindOf([], recorded(more as Parameters<typeof recorded>[0]))).toBe(kind)
  })

  it.each([
    ['the village committee itself', { keptFrom: [id('village')], officials: [] }, 'township'],
    ['the township above it', { keptFrom: [id('town')], officials: [] }, 'county'],
    ['whoever records it', { keptFrom: [], officials: ['cadre'] }, 'village'],
  ])('is refused where it is against %s, and says who records it', (_, looked, level) => {
    expect(refusal(world, [], recorded({ looked }))).toMatchObject({ kind: 'your-organ-is-party', level })
  })

  it('leaves it with whoever recorded it, and gives it to a level above where a rule asks for one', () => {
    expect(stateAfter(world, recorded()).responsible.organ).toBe('village')
    const wages = stateAfter(world, recorded({ category: 'labour.wages' }))
    expect(wages.responsible.organ).toBe('county.centre')
    expect(wages.suggested).toEqual({ level: 'county', rules: ['departmentHasDuty'] })
    expect(disputeRows(wages).dispute_party).toEqual([
      expect.objectContaining({ organ: 'county.centre', part: 'responsible', shelf: 'open' }),
      expect.objectContaining({ organ: 'village', part: 'recorder', shelf: 'elsewhere' }),
    ])
    // whoever records at a higher level keeps it, unless they say otherwise
    expect(stateAfter(world, recorded({ actor: staff('county.bureau', 'bureau') })).responsible.organ).toBe(
      'county.bureau',
    )
  })

  it('happens once', () => {
    expect(kindOf([recorded()], recorded())).toBe('dispute-recorded-already')
  })
})

describe('A dispute rises only with what was tried', () => {
  it('not before anything was done, to the next level and no further', () => {
    expect(refusal(world, [recorded()], handedUp())).toMatchObject({ kind: 'nothing-tried-yet', level: 'village' })
    expect(kindOf([recorded(), progressed()], handedUp({ to: id('county.centre') }))).toBe('not-one-level-up')
    expect(kindOf([recorded(), progressed()], handedUp({ to: id('next-town') }))).toBe('not-one-level-up')
    expect(kindOf([recorded(), progressed()], handedUp({ to: id('nowhere') }))).toBe('unknown-organ')
    const up = stateAfter(world, recorded(), progressed(), handedUp())
    expect(up).toMatchObject({ stage: 'handedUp', responsible: { organ: 'town', account: null }, formers: ['village'] })
    expect(up.handOns).toMatchObject([{ kind: 'up', from: 'village', to: 'town', words: sealed('tried') }])
  })

  it('at once where the rules ask for a level above', () => {
    const several = recorded({
      grading: grading({ grade: 'yellow', spread: 'township' }),
      responsible: { organ: id('village'), account: null },
    })
    expect(kindOf([several], handedUp())).toBeNull()
  })

  it('what one level did does not count for the next', () => {
    const up = [recorded(), progressed(), handedUp(), takenUp()]
    const further = handedUp({
      actor: townClerk,
      to: id('county.centre'),
      on: day('2026-03-06'),
      at: day('2026-03-06'),
    })
    expect(kindOf(up, further)).toBe('nothing-tried-yet')
    const tried = progressed({ actor: townClerk, on: day('2026-03-06'), at: day('2026-03-06') })
    expect(kindOf([...up, tried], further)).toBeNull()
  })

  it('keeps its day: handing it on moves none', () => {
    const before = clockOf([recorded(), progressed()], 'settleDispute')
    const clock = clockOf([recorded(), progressed(), handedUp()], 'settleDispute')
    expect(clock).toMatchObject({ lastDay: before?.lastDay, bearer: { organ: 'town' } })
  })

  it('is given back once, and then taken up', () => {
    const back = [recorded(), progressed(), handedUp(), returned()]
    expect(stateAfter(world, ...back)).toMatchObject({ stage: 'settling', responsible: { organ: 'village' } })
    const again = [
      ...back,
      progressed({ on: day('2026-03-06'), at: day('2026-03-06') }),
      handedUp({ on: day('2026-03-07'), at: day('2026-03-07') }),
    ]
    expect(kindOf(again, returned({ on: day('2026-03-08') }))).toBe('returned-often-enough')
    expect(kindOf([recorded()], returned({ actor: cadre }))).toBe('wrong-dispute-stage')
  })

  it('is not given back to where it does not belong', () => {
    const wages = [
      recorded({ category: 'labour.wages', responsible: { organ: id('village'), account: null } }),
      handedUp(),
    ]
    expect(kindOf(wages, returned())).toBe('not-responsible-there')
  })

  it('is assigned beside or below, never above', () => {
    const assigned = (organ: string) =>
      ({
        ...({ type: 'AssignDispute', on: day('2026-03-03'), actor: townClerk, due: null, note: null } as const),
        responsible: { organ: id(organ), account: null },
      }) as const
    const inTown = recorded({ actor: townClerk })
    expect(kindOf([inTown], assigned('village'))).toBeNull()
    expect(kindOf([inTown], assigned('town.centre'))).toBeNull()
    expect(kindOf([inTown], assigned('county.centre'))).toBe('not-responsible-there')
    expect(kindOf([inTown], assigned('next-village'))).toBe('not-responsible-there')
    expect(stateAfter(world, inTown, assigned('village'))).toMatchObject({
      responsible: { organ: 'village' },
      formers: ['town'],
    })
  })
})

describe('A dispute is settled by its sides’ own word', () => {
  it('every side that asks for something says so, and a signature has a witness', () => {
    const both = recorded({ parties: [party(true), party(true)] })
    expect(refusal(world, [both], settled())).toMatchObject({ kind: 'party-has-not-spoken', party: 2 })
    const word = { party: 2, by: 'key', witness: null } as const
    expect(kindOf([both], settled({ words: [...settled().words, word] }))).toBeNull()
    expect(kindOf([recorded()], settled({ words: [{ party: 1, by: 'signed', witness: null }] }))).toBe('needs-witness')
    expect(kindOf([recorded()], settled({ words: [...settled().words, { ...word, party: 3 }] }))).toBe('no-such-party')
    expect(kindOf([recorded()], settled({ words: [{ ...word, party: 2 }] }))).toBe('party-has-not-spoken')
  })

  it('on the spot, on the day that the phone says', () => {
    const spot = settled({ way: 'onTheSpot', on: day('2026-03-04'), at: day('2026-03-02') })
    expect(stateAfter(world, recorded(), spot).settlements).toMatchObject([{ at: '2026-03-02', level: 'village' }])
    expect(kindOf([recorded()], settled({ at: day('2026-03-01') }))).toBe('day-outside-dispute')
    expect(kindOf([recorded()], settled({ at: day('2026-03-06') }))).toBe('day-outside-dispute')
  })

  it('is followed up before it is closed, and what came again is settled anew', () => {
    expect(kindOf([recorded(), settled()], closed())).toBe('not-followed-up')
    expect(stateAfter(world, recorded(), settled(), followed(), closed())).toMatchObject({
      stage: 'closed',
      ending: 'settled',
    })
    const again = [recorded(), settled(), followed({ holds: false })]
    expect(stateAfter(world, ...again)).toMatchObject({ stage: 'settling', ending: null })
    expect(lineOf(stateAfter(world, ...again))).toMatchObject({
      outcome: 'open',
      settled_level: null,
      relapses: 1,
      days: null,
    })
    expect(suggest(situated(stateAfter(world, ...again)), world)).toMatchObject({
      level: 'township',
      rules: [{ rule: 'cameAgain' }],
    })
    expect(kindOf(again, closed())).toBe('wrong-dispute-stage')
  })

  it('a mediation that agreed settles it, one that failed does not, and nothing else settles it meanwhile', () => {
    const sent = { type: 'SendToMediation', on: day('2026-03-03'), actor: cadre, mediation: 'mediation:one' } as const
    const ended = {
      type: 'EndDisputeMediation',
      on: day('2026-03-09'),
      actor: house,
      mediation: 'mediation:one',
      note: null,
    } as const
    expect(kindOf([recorded(), sent], settled())).toBe('mediation-running')
    expect(kindOf([recorded(), sent], { ...ended, outcome: 'agreed', actor: cadre })).toBe('dispute-not-yours')
    expect(kindOf([recorded(), sent], { ...ended, outcome: 'agreed', mediation: 'mediation:two' })).toBe(
      'no-such-mediation',
    )
    expect(stateAfter(world, recorded(), sent, { ...ended, outcome: 'agreed' })).toMatchObject({
      ...{ stage: 'settled', settlements: [{ way: 'mediation', level: 'village' }] },
    })
    const failed = stateAfter(world, recorded(), sent, { ...ended, outcome: 'failed' })
    expect(failed).toMatchObject({ stage: 'settling', settlements: [] })
    // and is something that was tried
    expect(
      kindOf(
        [recorded(), sent, { ...ended, outcome: 'failed' }],
        handedUp({ on: day('2026-03-10'), at: day('2026-03-10') }),
      ),
    ).toBeNull()
  })
})

describe('Nobody makes a dispute disappear', () => {
  const reported = {
    type: 'ReportNotFound',
    on: day('2026-03-03'),
    actor: cadre,
    reason: sealed('nobody there'),
  } as const
  const confirmed = { type: 'ConfirmNotFound', on: day('2026-03-04'), actor: cadre } as const

  it('that there is none is said by two persons, of whom one answers for it', () => {
    expect(kindOf([recorded()], confirmed)).toBe('nothing-to-confirm')
    expect(kindOf([recorded(), reported], confirmed)).toBe('needs-second-person')
    expect(kindOf([recorded(), reported], { ...confirmed, actor: staff('village', 'other') })).toBe(
      'needs-second-person',
    )
    expect(kindOf([recorded(), reported], reported)).toBe('not-found-reported-already')
    const head = staff('village', 'head', 'head')
    expect(stateAfter(world, recorded(), reported, { ...confirmed, actor: head })).toMatchObject({
      ending: 'notFound',
      stage: 'closed',
    })
    const rejected = { type: 'RejectNotFound', on: day('2026-03-04'), actor: head, reason: sealed('there is') } as const
    expect(stateAfter(world, recorded(), reported, rejected)).toMatchObject({ notFound: null, stage: 'recorded' })
  })

  it('the head who reported it is no second person', () => {
    const head = staff('village', 'head', 'head')
    expect(kindOf([recorded(), { ...reported, actor: head }], { ...confirmed, actor: head })).toBe(
      'needs-second-person',
    )
  })

  it('once it was handed up the report is gone', () => {
    const up = [recorded(), progressed(), reported, handedUp(), takenUp()]
    expect(kindOf(up, { ...confirmed, actor: townHead, on: day('2026-03-06') })).toBe('nothing-to-confirm')
  })

  it('and no other way leads out: from no stage is it closed but settled, a petition, directed or not found', () => {
    for (const before of [[recorded()], [recorded(), progressed()], [recorded(), progressed(), handedUp()]])
      expect(kindOf(before, closed({ actor: before.length === 3 ? townClerk : cadre }))).toBe('wrong-dispute-stage')
    const directed = {
      type: 'DirectDispute',
      on: day('2026-03-03'),
      actor: cadre,
      to: 'court',
      told: sealed('limits'),
    } as const
    expect(stateAfter(world, recorded(), directed)).toMatchObject({ ending: 'directed', directed: { to: 'court' } })
  })
})

describe('A dispute that becomes a petition', () => {
  const linked = {
    type: 'LinkPetition',
    on: day('2026-03-10'),
    actor: cadre,
    petition: '260310000000017',
    looked: nothingKept,
  } as const

  it('stays linked, owes nothing more, and was not settled where it arose', () => {
    const dispute = stateAfter(world, recorded(), linked)
    expect(dispute).toMatchObject({ stage: 'petition', petitions: [{ petition: linked.petition }] })
    expect(dispute.clocks.every(({ state }) => state === 'stopped')).toBe(true)
    expect(lineOf(dispute)).toMatchObject({ outcome: 'petition', settled_level: null })
    expect(kindOf([recorded(), linked], linked)).toBe('petition-joined-already')
    expect(stateAfter(world, recorded(), linked, closed())).toMatchObject({ ending: 'petition' })
  })

  it('also when it was closed as not found before, and why it was stays written', () => {
    const head = staff('village', 'head', 'head')
    const reported = { type: 'ReportNotFound', on: day('2026-03-03'), actor: cadre, reason: sealed('nobody') } as const
    const confirmed = { type: 'ConfirmNotFound', on: day('2026-03-04'), actor: head } as const
    const late = stateAfter(world, recorded(), reported, confirmed, linked)
    expect(late).toMatchObject({ stage: 'closed', ending: 'notFound', notFound: { reason: { ref: 'nobody' } } })
    expect(lineOf(late)).toMatchObject({ outcome: 'petition' })
  })

  it('also when it was closed as settled before', () => {
    const late = stateAfter(world, recorded(), settled(), followed(), closed(), { ...linked, on: day('2026-04-01') })
    expect(late).toMatchObject({ stage: 'closed', ending: 'settled' })
    expect(lineOf(late)).toMatchObject({ outcome: 'petition', settled_level: null, days: null })
  })

  it('is kept from whomever the petition accuses, from then on', () => {
    const looked = { keptFrom: [id('town')], officials: ['x'] }
    const kept = stateAfter(world, recorded(), progressed(), handedUp(), takenUp(), {
      ...linked,
      actor: townClerk,
      looked,
    })
    expect(
      kindOf(
        [recorded(), progressed(), handedUp(), takenUp(), { ...linked, actor: townClerk, looked }],
        closed({ actor: townClerk }),
      ),
    ).toBe('no-such-dispute')
    expect(disputeRows(kept).dispute_party).toEqual([expect.objectContaining({ organ: 'village' })])
    expect(
      stateAfter(world, recorded(), { type: 'KeepDispute', on: day('2026-03-03'), actor: house, looked }),
    ).toMatchObject(looked)
  })
})

describe('Days of a dispute', () => {
  it('are those of its grade, of the mildest until it is graded, and one that somebody set', () => {
    expect(clockOf([recorded()], 'settleDispute')?.lastDay).toBe('2026-03-12')
    const red = recorded({ grading: grading({ grade: 'red', danger: 'present' }) })
    expect(clockOf([red], 'settleDispute')).toMatchObject({ lastDay: '2026-04-01', id: 'settleDispute#2' })
    expect(clockOf([recorded({ due: day('2026-03-06') })], 'settleDispute')).toMatchObject({ lastDay: '2026-03-06' })
    const regraded = {
      type: 'GradeDispute',
      on: day('2026-03-05'),
      actor: cadre,
      people: 9,
      grading: grading({ grade: 'yellow' }),
    } as const
    expect(clockOf([recorded(), regraded], 'settleDispute')?.lastDay).toBe('2026-03-22')
    expect(clockOf([recorded({ due: day('2026-03-06') }), regraded], 'settleDispute')?.lastDay).toBe('2026-03-06')
  })

  it('then when somebody looks whether it holds', () => {
    expect(clockOf([recorded(), settled()], 'settleDispute')?.state).toBe('stopped')
    expect(clockOf([recorded(), settled()], 'followUpDispute')).toMatchObject({
      lastDay: '2026-04-04',
      state: 'running',
    })
    expect(clockOf([recorded(), settled(), followed()], 'followUpDispute')?.state).toBe('stopped')
  })

  it('are moved by the head, later, with reasons, and not for ever', () => {
    const head = staff('village', 'head', 'head')
    const more = (until: string, on = '2026-03-03') =>
      ({ type: 'ExtendDispute', on: day(on), actor: head, until: day(until), reason: sealed('surveyor') }) as const
    expect(kindOf([recorded()], { ...more('2026-03-20'), actor: cadre })).toBe('dispute-needs-the-head')
    expect(kindOf([recorded()], more('2026-03-12'))).toBe('day-not-later')
    expect(kindOf([recorded()], more('2026-03-03'))).toBe('day-not-ahead')
    expect(clockOf([recorded(), more('2026-03-20')], 'settleDispute')?.lastDay).toBe('2026-03-20')
    expect(kindOf([recorded(), more('2026-03-20'), more('2026-03-25')], more('2026-03-30'))).toBe(
      'extended-often-enough',
    )
  })

  it('are overdue the day after, and not on the last day', () => {
    const marked = (on: string) => ({ type: 'MarkClock', on: day(on), actor: house, clock: 'settleDispute#1' }) as const
    expect(kindOf([recorded()], marked('2026-03-12'))).toBe('clock-still-running')
    expect(clockOf([recorded(), marked('2026-03-13')], 'settleDispute')?.overdueOn).toBe('2026-03-13')
    expect(kindOf([recorded()], { ...marked('2026-03-13'), actor: cadre })).toBe('dispute-not-yours')
  })

  it('are owed by whoever carries an organ on', () => {
    const reformed = worldWith({ organs: { village: { state: 'merged', successors: [id('next-village')] } } })
    const decided = decide(
      stateAfter(world, recorded()),
      { type: 'PassDisputeOn', on: day('2026-03-03'), actor: house },
      reformed,
    )
    expect(decided).toMatchObject({
      ok: true,
      value: [{ from: 'village', to: 'next-village', clocks: [{ change: 'passedOn' }] }],
    })
  })
})

describe('What a phone enters', () => {
  const entry = '00000000-0000-4000-8000-000000000001'
  it('is in once, also when things have moved on since', () => {
    const once = [recorded(), progressed({ entry })]
    expect(decide(stateAfter(world, ...once), progressed({ entry }), world)).toEqual({ ok: true, value: [] })
    const ended = [...once, settled({ entry: `${entry.slice(0, -1)}2` }), followed(), closed()]
    expect(decide(stateAfter(world, ...ended), progressed({ entry }), world)).toEqual({ ok: true, value: [] })
    expect(kindOf(ended, progressed({ entry: `${entry.slice(0, -1)}3` }))).toBe('wrong-dispute-stage')
    expect(kindOf(once, progressed({ entry, actor: staff('next-village', 'stranger') }))).toBe('no-such-dispute')
  })
})

describe('Who may do what', () => {
  it('nobody without a part knows that there is one; who had it before sees it and does nothing', () => {
    const up = [recorded(), progressed(), handedUp(), takenUp()]
    expect(kindOf(up, settled({ actor: staff('county.bureau', 'bureau') }))).toBe('no-such-dispute')
    expect(kindOf(up, settled())).toBe('dispute-not-yours')
    expect(kindOf([recorded()], progressed({ actor: staff('village', 'reader', 'leader') }))).toBe('dispute-not-yours')
  })

  it('an official whom it is about, and whoever answers to them, learns nothing of it', () => {
    const about = recorded({ actor: townClerk, looked: { keptFrom: [], officials: ['boss'] } })
    expect(kindOf([about], progressed({ actor: staff('town', 'boss', 'head') }))).toBe('no-such-dispute')
    const under = { ...staff('town', 'under'), answersTo: ['boss'] }
    expect(kindOf([about], progressed({ actor: under }))).toBe('no-such-dispute')
    expect(kindOf([about], progressed({ actor: townClerk }))).toBeNull()
  })

  it('nothing is done with one that was erased', () => {
    const erased = { type: 'EraseDispute', on: day('2026-03-03'), actor: house } as const
    expect(kindOf([recorded(), erased], progressed())).toBe('dispute-erased')
    expect(decide(stateAfter(world, recorded(), erased), erased, world)).toEqual({ ok: true, value: [] })
  })

  it('each action is offered when it can be done, and says why not otherwise', () => {
    const dispute = stateAfter(world, recorded())
    const actions = actionsOf(dispute, { actor: cadre, on: day('2026-03-03'), world })
    expect(actions.filter(({ refusal: why }) => why === null).map(({ action }) => action)).toEqual([
      ...['grade', 'assign', 'progress', 'settle', 'petition', 'direct', 'not-found'],
    ])
    expect(actions.find(({ action }) => action === 'hand-up')?.refusal?.kind).toBe('nothing-tried-yet')
    const kinds = actions.flatMap(({ refusal: why }) => (why ? [why] : []))
    for (const why of kinds) {
      const { zh, en } = explainDispute(why, () => ({ zh: '某单位', en: 'an organ' }))
      expect(zh).toMatch(/[。；]/)
      expect(en).toMatch(/[.;]/)
    }
  })
})
