import { describe, expect, it } from 'vitest'
import { day } from '../kernel/day.ts'
import { cn2022 } from '../law/cn-2022/cn-2022.ts'
import { type OrderKind, orderKinds } from '../law/supervision.ts'
import { beginning, found, id, sealed, staff, topic, worldWith } from './examples.ts'
import { given, running, type Step, standing } from './spec.ts'
import { openersOf, reaches, refereesFrom } from './supervising.ts'

const confirmed: readonly Step[] = [['RecordFindings'], ['ConfirmFinding']]
const opened: readonly Step[] = [...confirmed, ['OpenOrder']]
const reported: readonly Step[] = [...opened, ['ReportOnOrder']]
const verified: readonly Step[] = [...reported, ['VerifyOrder']]
const referred: readonly Step[] = [...opened, ['ReferMatter']]
const criteria = [sealed('one'), sealed('two')]
const both = [
  { organ: id('county.land'), leader: null },
  { organ: id('county.labour'), leader: null },
]
const conference = staff('county.conference')

/** Somebody of each kind who may open something. */
const somebody = {
  bureau: staff('county.bureau', 'supervisor'),
  commissioner: staff('county.bureau', 'commissioner'),
  inspectionOffice: staff('city', 'supervisor'),
  conference: staff('city.conference', 'supervisor'),
} as const

describe('信访工作条例 art. 14 (1), 16 (1), 38, 39 (3): who may open which order', () => {
  const allowed: Readonly<Record<OrderKind, string>> = {
    urging: 'bureau commissioner inspectionOffice conference',
    followUp: 'bureau commissioner inspectionOffice conference',
    onSite: 'bureau commissioner inspectionOffice conference',
    joint: 'bureau commissioner inspectionOffice conference',
    special: 'inspectionOffice',
    interview: 'conference',
    rectification: 'conference',
    listed: 'conference',
  }

  it.each(orderKinds)('%s', (kind) => {
    const subject = kind === 'special' ? topic() : {}
    const may = Object.entries(somebody).filter(([, actor]) => {
      const open = given([])
      const begun = beginning({ ...subject, supervisor: actor.organ })
      try {
        open
          .when('OpenOrder', { actor, beginning: begun, kind, findings: [], addressees: both, criteria })
          .refused({ kind: 'not-an-opener', order: kind, basis: cn2022.supervision.orders[kind].basis })
        return false
      } catch {
        return true
      }
    })
    expect(may.map(([name]) => name).join(' ')).toBe(allowed[kind])
  })

  it('records as what somebody opened it', () => {
    for (const [opener, actor] of Object.entries(somebody)) {
      const begun = beginning({ supervisor: actor.organ })
      const { orders } = given([])
        .when('OpenOrder', { actor, beginning: begun, findings: [] })
        .follows(
          { type: 'SupervisionBegun' },
          { type: 'FindingRecorded' },
          { type: 'FindingConfirmed' },
          { type: 'OrderOpened' },
        )
      expect(orders[0]).toMatchObject({ opener, by: actor.organ })
    }
  })

  it('follows from organ and post together', () => {
    const { organs } = worldWith()
    const as = (organ: string, ...posts: string[]) => openersOf({ organ: id(organ), posts }, organs)
    expect(as('county.bureau', 'head', 'supervisor', 'commissioner')).toEqual(['bureau', 'commissioner'])
    expect(as('county.bureau', 'clerk', 'leader', 'auditor')).toEqual([])
    expect(as('city.party', 'supervisor', 'head')).toEqual(['inspectionOffice'])
    expect(as('city.group', 'head')).toEqual(['conference'])
    for (const organ of ['county.land', 'town', 'nobody'])
      expect(as(organ, 'head', 'supervisor', 'commissioner')).toEqual([])
  })

  it('a law that knows no such measure refuses it to everybody', () => {
    const law = { ...cn2022.supervision, orders: { ...cn2022.supervision.orders, listed: null } }
    given([], worldWith(law))
      .when('OpenOrder', {
        ...{ actor: somebody.conference, kind: 'listed', findings: [], criteria },
        beginning: beginning({ supervisor: id('city.conference') }),
      })
      .refused({ kind: 'not-an-opener', openers: [] })
  })
})

describe('What must stand in an order', () => {
  it('begins days for each addressee, until the day that it gives', () => {
    const matter = given(confirmed).when('OpenOrder', { addressees: both }).follows({ type: 'OrderOpened', ref: 'o1' })
    expect(running(matter)).toEqual([
      'reportOnOrder#1 2026-03-20 county.land',
      'reportOnOrder#2 2026-03-20 county.labour',
    ])
  })

  it('rests on what was confirmed', () => {
    given([['RecordFindings']])
      .when('OpenOrder')
      .refused({ kind: 'finding-not-confirmed', finding: 'f1' })
    given(confirmed)
      .when('OpenOrder', { findings: ['f2'] })
      .refused({ kind: 'no-such-finding' })
    given([]).when('OpenOrder').refused({ kind: 'no-such-matter' })
  })

  it('is for whoever supervises the matter', () => {
    for (const actor of [staff('city.bureau'), staff('county.bureau', 'clerk'), conference])
      given(confirmed).when('OpenOrder', { actor }).refused({ kind: 'supervision-not-yours' })
  })

  it('names who must act: in the region, not above, not oneself, not one from whom it is kept', () => {
    const to = (organ: string, leader: string | null = null) => ({ addressees: [{ organ: id(organ), leader }] })
    given(confirmed).when('OpenOrder', { addressees: [] }).refused({ kind: 'no-addressee' })
    given(confirmed).when('OpenOrder', to('county.bureau')).refused({ kind: 'addressee-is-supervisor' })
    for (const organ of ['county', 'other.land', 'city.bureau', 'nobody'])
      given(confirmed)
        .when('OpenOrder', to(organ))
        .refused({ kind: 'addressee-out-of-reach', organ: id(organ) })
    given([...confirmed, ['RecordKept']])
      .when('OpenOrder', to('county.survey'))
      .refused({ kind: 'addressee-is-kept-out' })
    given(confirmed)
      .when('OpenOrder', { ...to('county.land', 'somebody'), strangers: ['somebody'] })
      .refused({ kind: 'leader-not-of-organ', organ: id('county.land') })
    given(confirmed).when('OpenOrder', to('town', 'mayor')).follows({ type: 'OrderOpened' })
  })

  it('gives a day ahead', () => {
    given(confirmed)
      .when('OpenOrder', { due: day('2026-03-04') })
      .refused({ kind: 'due-not-ahead' })
    given(confirmed)
      .when('OpenOrder', { due: day('2026-03-05') })
      .follows({ type: 'OrderOpened' })
  })

  it('has what its kind asks for: several organs, criteria, a topic', () => {
    given(confirmed).when('OpenOrder', { kind: 'joint' }).refused({ kind: 'needs-several-organs' })
    given(confirmed)
      .when('OpenOrder', { kind: 'joint', addressees: [...both.slice(0, 1), ...both.slice(0, 1)] })
      .refused({
        kind: 'needs-several-organs',
      })
    given([...confirmed, ['ReferMatter']])
      .when('OpenOrder', { kind: 'listed', actor: conference })
      .refused({ kind: 'no-criteria', basis: cn2022.supervision.orders.listed.basis })
    const office = somebody.inspectionOffice
    const begun = (more: object) => ({
      actor: office,
      beginning: beginning({ supervisor: office.organ, ...more }),
      findings: [],
    })
    given([])
      .when('OpenOrder', { ...begun({}), kind: 'special' })
      .refused({ kind: 'wrong-subject', needs: ['topic'] })
    given([])
      .when('OpenOrder', begun(topic()))
      .refused({ kind: 'wrong-subject', needs: ['petition', 'proposal'] })
    given([])
      .when('OpenOrder', { ...begun(topic([])), kind: 'special' })
      .refused({ kind: 'nothing-to-supervise' })
    given([])
      .when('OpenOrder', { ...begun(topic()), kind: 'special' })
      .follows({ type: 'SupervisionBegun' }, { type: 'OrderOpened', findings: [] })
  })
})

describe('One matter, one inspection (docs/adr/0030)', () => {
  it('refuses a second open order on the same organ, whoever opens it', () => {
    given(opened)
      .when('OpenOrder', { kind: 'onSite' })
      .refused({ kind: 'inspected-already', by: id('county.bureau') })
    given(referred)
      .when('OpenOrder', { actor: conference, kind: 'interview' })
      .refused({ kind: 'inspected-already', organ: id('county.land'), order: 'urging' })
  })

  it('lets another organ be addressed, and an order that follows up run beside it, once', () => {
    given(opened)
      .when('OpenOrder', { addressees: both.slice(1) })
      .follows({ type: 'OrderOpened', ref: 'o2' })
    given(opened).when('OpenOrder', { kind: 'followUp' }).follows({ type: 'OrderOpened', ref: 'o2' })
    given([...opened, ['OpenOrder', { kind: 'followUp' }]])
      .when('OpenOrder', { kind: 'followUp' })
      .refused({ kind: 'inspected-already' })
  })

  it('knows of inspections over a topic that the petition is in', () => {
    const elsewhere = [{ organ: id('county.land'), by: id('city'), kind: 'special' }]
    given(confirmed)
      .when('OpenOrder', { elsewhere })
      .refused({ kind: 'inspected-already', by: id('city') })
  })

  it('lets the next one be opened once the first is closed', () => {
    given([...verified, ['CloseOrder']])
      .when('OpenOrder', { on: day('2026-03-18') })
      .follows({ type: 'OrderOpened', ref: 'o2' })
  })
})

describe('Reporting back', () => {
  it('stops the day of whoever reports; with the last one ten working days to verify begin', () => {
    const two: readonly Step[] = [...confirmed, ['OpenOrder', { addressees: both }]]
    const first = given(two)
      .when('ReportOnOrder')
      .follows({ type: 'OrderReported', organ: id('county.land') })
    expect(first.orders[0]).toMatchObject({ state: 'open', awaited: ['county.labour'] })
    expect(running(first)).toEqual(['reportOnOrder#2 2026-03-20 county.labour'])
    const last = given([...two, ['ReportOnOrder']])
      .when('ReportOnOrder', { actor: staff('county.labour', 'head') })
      .follows({ type: 'OrderReported' })
    expect(last.orders[0]?.state).toBe('reported')
    expect(running(last)).toEqual(['verifyReport#1 2026-03-26 county.bureau'])
  })

  it('is for those who work in the organ that must act', () => {
    for (const actor of [staff('county.labour', 'clerk'), staff('county.land', 'auditor'), staff('county.bureau')])
      given(opened).when('ReportOnOrder', { actor }).refused({ kind: 'supervision-not-yours' })
    given(opened).when('ReportOnOrder', { order: 'o7' }).refused({ kind: 'no-such-order' })
  })

  it('can be added to until it is verified, and names its files', () => {
    const materials = [{ file: 'f', name: sealed('n'), mediaType: 'text/plain', bytes: 1 }]
    const matter = given(reported).when('ReportOnOrder', { materials }).follows({ type: 'OrderReported', ref: 'r2' })
    expect(matter.orders[0]?.reports[1]?.materials).toMatchObject([{ ref: 'o1r2m1' }])
    given(verified)
      .when('ReportOnOrder')
      .refused({ kind: 'wrong-order-state', needs: ['open', 'reported'] })
  })

  it('late is overdue from the day after, and reported all the same', () => {
    given(opened)
      .when('MarkClock', { clock: 'reportOnOrder#1', on: day('2026-03-20') })
      .refused({ kind: 'clock-still-running' })
    const late = given(opened)
      .when('MarkClock', { clock: 'reportOnOrder#1', on: day('2026-03-21') })
      .follows({ type: 'SupervisionFellOverdue' })
    expect(late.clocks.at(-1)).toMatchObject({ overdueOn: '2026-03-21' })
  })
})

describe('Asking the petitioner, through an organ that is not concerned', () => {
  it('is recorded by that organ, once a round', () => {
    given(reported)
      .when('AskPetitioner')
      .follows({ type: 'PetitionerAsked', through: id('county.labour') })
    const asked: readonly Step[] = [...reported, ['AskPetitioner']]
    given(asked).when('AskPetitioner').refused({ kind: 'asked-already' })
    given(asked)
      .when('RecordPetitionersWord', { actor: staff('county.land', 'clerk') })
      .refused({ kind: 'supervision-not-yours' })
    given(asked).when('RecordPetitionersWord').follows({ type: 'PetitionersWordRecorded', says: 'done' })
    given([...asked, ['RecordPetitionersWord']])
      .when('RecordPetitionersWord')
      .refused({ kind: 'nobody-asked' })
  })

  it('never by an addressee, by whose failing it is, by one below either, or one from whom it is kept', () => {
    for (const through of ['county.land', 'county.survey', 'nobody'])
      given(reported)
        .when('AskPetitioner', { through: id(through) })
        .refused({ kind: 'asker-is-concerned' })
    given([...reported, ['RecordKept', { keptFrom: [id('county.labour')] }]])
      .when('AskPetitioner')
      .refused({ kind: 'asker-is-concerned' })
  })

  it('needs one petition', () => {
    const office = somebody.inspectionOffice
    const special: Step = [
      'OpenOrder',
      { actor: office, kind: 'special', findings: [], beginning: beginning({ ...topic(), supervisor: office.organ }) },
    ]
    given([special]).when('AskPetitioner', { actor: office }).refused({ kind: 'nobody-to-ask' })
  })
})

describe('Verifying and closing: against what stands in it', () => {
  it('is for whoever opened it, and never for an addressee', () => {
    for (const type of ['VerifyOrder', 'ReturnReport', 'RecordInspection'] as const) {
      given(reported)
        .when(type, { actor: staff('county.land', 'head') })
        .refused({ kind: 'supervision-not-yours' })
      given(reported)
        .when(type, { actor: staff('city.bureau') })
        .refused({ kind: 'supervision-not-yours' })
    }
  })

  const listed: readonly Step[] = [
    ...[...confirmed, ['ReferMatter'] as Step],
    ['OpenOrder', { actor: conference, kind: 'listed', criteria }],
    ['ReportOnOrder'],
  ]
  const by = { actor: conference }

  it('closes nothing while a criterion is not met in the last verification', () => {
    given([...listed, ['VerifyOrder', by]])
      .when('CloseOrder', by)
      .refused({ kind: 'criteria-not-met', missing: ['k1', 'k2'] })
    given([...listed, ['VerifyOrder', { ...by, met: ['k1'] }]])
      .when('CloseOrder', by)
      .refused({ kind: 'criteria-not-met', missing: ['k2'] })
    const all: Step = ['VerifyOrder', { ...by, met: ['k1', 'k2'] }]
    given([...listed, all])
      .when('CloseOrder', by)
      .follows({ type: 'OrderClosed', by: id('county.conference') })
    given([...listed, all, ['VerifyOrder', { ...by, met: ['k2'] }]])
      .when('CloseOrder', by)
      .refused({ kind: 'criteria-not-met' })
    given(listed)
      .when('VerifyOrder', { ...by, met: ['k3'] })
      .refused({ kind: 'unknown-criterion' })
    given(listed).when('CloseOrder', by).refused({ kind: 'wrong-order-state' })
  })

  it('keeps the days to verify until all of it is met', () => {
    expect(running(standing([...listed, ['VerifyOrder', { ...by, met: ['k1'] }]])).length).toBe(1)
    expect(running(standing([...listed, ['VerifyOrder', { ...by, met: ['k1', 'k2'] }]]))).toEqual([])
  })

  it('closes no interview and no on-site inspection without its record', () => {
    const onSite: readonly Step[] = [
      ...confirmed,
      ['OpenOrder', { kind: 'onSite' }],
      ['ReportOnOrder'],
      ['VerifyOrder'],
    ]
    given(onSite)
      .when('CloseOrder')
      .refused({ kind: 'not-inspected-yet', way: 'onSite', basis: cn2022.supervision.orders.onSite.basis })
    given([...onSite, ['RecordInspection']])
      .when('CloseOrder')
      .follows({ type: 'OrderClosed' })
    given([...onSite, ['RecordInspection', { way: 'interview' }]])
      .when('CloseOrder')
      .refused({ kind: 'not-inspected-yet' })
    const interview: readonly Step[] = [
      ...[...confirmed, ['ReferMatter'] as Step],
      ...([['OpenOrder', { ...by, kind: 'interview' }], ['ReportOnOrder'], ['VerifyOrder', by]] as readonly Step[]),
    ]
    given(interview).when('CloseOrder', by).refused({ kind: 'not-inspected-yet', way: 'interview' })
    given(opened)
      .when('RecordInspection', { heldOn: day('2026-03-11') })
      .refused({ kind: 'inspection-not-held-yet' })
    given(reported).when('VerifyOrder', { way: 'onSite' }).refused({ kind: 'not-inspected-yet' })
  })

  it('closes no follow-up before it was executed', () => {
    const follow: readonly Step[] = [
      ...confirmed,
      ['OpenOrder', { kind: 'followUp' }],
      ['ReportOnOrder'],
      ['VerifyOrder'],
    ]
    given(follow)
      .when('CloseOrder')
      .refused({ kind: 'not-executed-yet', basis: cn2022.supervision.orders.followUp.basis })
    given([...follow, ['RecordExecuted']])
      .when('CloseOrder')
      .follows({ type: 'OrderClosed' })
  })

  it('hears the petitioner where that was asked for', () => {
    const asked: readonly Step[] = [...reported, ['AskPetitioner']]
    given([...asked, ['VerifyOrder']])
      .when('CloseOrder')
      .refused({ kind: 'petitioner-not-heard' })
    given(asked).when('VerifyOrder', { way: 'petitioner' }).refused({ kind: 'petitioner-not-heard' })
    given([...asked, ['RecordPetitionersWord'], ['VerifyOrder', { way: 'petitioner' }]])
      .when('CloseOrder')
      .follows({ type: 'OrderClosed' })
  })

  it('sends it back with a new day, and verifies and asks afresh', () => {
    const back = given([...verified.slice(0, -1), ['AskPetitioner'], ['VerifyOrder']])
      .when('ReturnReport')
      .follows({ type: 'ReportReturned' })
    expect(back.orders[0]).toMatchObject({
      state: 'open',
      due: '2026-03-30',
      asked: null,
      verification: null,
      awaited: ['county.land'],
    })
    expect(back.askers).toEqual(['county.labour'])
    expect(running(back)).toEqual(['reportOnOrder#2 2026-03-30 county.land'])
    given(reported)
      .when('ReturnReport', { until: day('2026-03-16') })
      .refused({ kind: 'due-not-ahead' })
  })

  it('gives more time only by the head or a commissioner, and only to a later day', () => {
    given(opened)
      .when('ExtendOrder', { actor: staff('county.bureau') })
      .refused({ kind: 'needs-the-head-of-supervision' })
    given(opened)
      .when('ExtendOrder', { until: day('2026-03-20') })
      .refused({ kind: 'due-not-later' })
    given(opened)
      .when('ExtendOrder', { on: day('2026-03-28') })
      .refused({ kind: 'due-not-ahead' })
    const more = given(opened)
      .when('ExtendOrder', { actor: staff('county.bureau', 'commissioner') })
      .follows({ type: 'OrderExtended', approvedBy: 'county.bureau commissioner' })
    expect(running(more)).toEqual(['reportOnOrder#1 2026-03-27 county.land'])
    given(reported).when('ExtendOrder').refused({ kind: 'wrong-order-state' })
  })
})

describe('Referring and raising: to whoever may do what a bureau may not (art. 39 (3))', () => {
  it('refers beside and above, to none that is concerned or supervises already', () => {
    given(opened)
      .when('ReferMatter')
      .follows({ type: 'MatterReferred', to: id('county.conference') })
    for (const to of ['county.labour', 'province.bureau', 'county.land', 'nobody'])
      given(opened)
        .when('ReferMatter', { to: id(to) })
        .refused({ kind: 'not-a-referee', organ: id(to) })
    given(referred).when('ReferMatter').refused({ kind: 'not-a-referee' })
    given(opened)
      .when('ReferMatter', { to: id('city.bureau') })
      .follows({ type: 'MatterReferred' })
    given(opened)
      .when('ReferMatter', { actor: staff('city.bureau') })
      .refused({ kind: 'supervision-not-yours' })
  })

  it('is declined once, with the reason, by whoever was asked and has opened nothing', () => {
    given(referred)
      .when('DeclineReferral', { actor: staff('county.bureau') })
      .refused({ kind: 'nothing-was-referred' })
    given(referred)
      .when('DeclineReferral', { actor: staff('county.land') })
      .refused({ kind: 'supervision-not-yours' })
    const { referrals, supervisors } = given(referred).when('DeclineReferral').follows({ type: 'ReferralDeclined' })
    expect(referrals).toMatchObject([{ to: id('county.conference'), declined: { on: '2026-03-05' } }])
    // what it has read it has read, and it may still change its mind
    expect(supervisors).toContain(id('county.conference'))
    given([...referred, ['DeclineReferral']])
      .when('DeclineReferral')
      .refused({ kind: 'nothing-was-referred' })
  })

  it('knows working groups and the level above', () => {
    expect(
      refereesFrom(
        id('county.bureau'),
        { keptFrom: [id('city.party')], concerned: [id('county')] },
        worldWith().organs,
      ),
    ).toEqual([...['city', 'city.conference', 'city.group', 'county.conference']])
  })

  it('ends the old order and begins the stricter one in one act', () => {
    const raised = given(referred)
      .when('RaiseOrder')
      .follows(
        { type: 'OrderRaised', order: 'o1', to: 'o2' },
        { type: 'OrderOpened', ref: 'o2', kind: 'interview', opener: 'conference' },
      )
    expect(raised.orders).toMatchObject([
      { state: 'escalated', raisedTo: 'o2', closedOn: '2026-03-24' },
      { state: 'open', findings: ['f1'], due: '2026-04-10', by: 'county.conference' },
    ])
    expect(running(raised)).toEqual(['reportOnOrder#2 2026-04-10 county.land'])
  })

  it('only to a stricter kind, by whoever may open that', () => {
    given(opened)
      .when('RaiseOrder', { actor: staff('county.bureau') })
      .refused({ kind: 'not-an-opener', order: 'interview' })
    given(opened)
      .when('RaiseOrder', { actor: staff('county.bureau'), kind: 'urging' })
      .refused({ kind: 'not-stricter' })
    given(opened)
      .when('RaiseOrder', { actor: staff('county.bureau'), kind: 'onSite' })
      .follows({ type: 'OrderRaised' }, { type: 'OrderOpened' })
    given(referred).when('RaiseOrder', { kind: 'listed' }).refused({ kind: 'no-criteria' })
    given(referred).when('RaiseOrder', { kind: 'joint' }).refused({ kind: 'needs-several-organs' })
    given(referred)
      .when('RaiseOrder', { kind: 'listed', criteria })
      .follows(
        { type: 'OrderRaised' },
        { type: 'OrderOpened', isPublic: true, criteria: [{ ref: 'k1' }, { ref: 'k2' }] },
      )
    given([...verified, ['CloseOrder']])
      .when('RaiseOrder')
      .refused({ kind: 'supervision-not-yours' })
  })

  it('by the bureau above also to the same kind: it came to nothing below', () => {
    const above: readonly Step[] = [...opened, ['ReferMatter', { to: id('city.bureau') }]]
    given(above)
      .when('RaiseOrder', { actor: staff('city.bureau'), kind: 'urging' })
      .follows({ type: 'OrderRaised' }, { type: 'OrderOpened', by: id('city.bureau') })
  })
})

describe('What came of it (督办效果)', () => {
  it('is executed when all that it rests on is mended', () => {
    const mended = given(opened)
      .when('RecordMended')
      .follows({ type: 'FindingMended' }, { type: 'OrderExecuted', order: 'o1' })
    expect(mended.orders[0]?.executedOn).toBe('2026-03-12')
    given([...opened, ['RecordMended']])
      .when('RecordExecuted')
      .follows()
    given([...opened, ['RecordFindings', { found: [found({ key: 'other' })] }]])
      .when('RecordMended', { keys: ['other'] })
      .follows({ type: 'FindingMended' })
  })

  it('has relapsed when the same failing of the same organ is found after it was closed', () => {
    const closed: readonly Step[] = [...verified, ['CloseOrder']]
    const again = (more: object) =>
      standing([...closed, ['RecordFindings', { found: [found({ key: 'again', ...more })] }]]).orders[0]?.relapses
    expect(again({})).toBe(1)
    expect(again({ organ: id('county.labour') })).toBe(0)
    expect(again({ rule: 'claimsUnanswered' })).toBe(0)
    expect(standing([...verified, ['RecordFindings', { found: [found({ key: 'again' })] }]]).orders[0]?.relapses).toBe(
      0,
    )
  })
})

describe('Whom an order reaches', () => {
  it.each([
    ['county.bureau', 'town', true],
    ['county.bureau', 'county', false],
    ['county.bureau', 'other.land', false],
    ['city.conference', 'county', true],
    ['city.conference', 'city', false],
    ['nation.bureau', 'city', true],
    ['county.bureau', 'county.bureau', false],
  ])('%s → %s: %s', (from, to, is) => expect(reaches(id(from), id(to), worldWith().organs)).toBe(is))
})
