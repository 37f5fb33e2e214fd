import { describe, expect, it } from 'vitest'
import { onlyCalendar } from '../kernel/calendars.ts'
import { day } from '../kernel/day.ts'
import { builtInCalendars } from '../law/calendars/shelf.ts'
import { decide } from './decide.ts'
import { beginning, command, found, id, organsWith, sealed, staff, worldWith } from './examples.ts'
import { given, running, type Step, standing } from './spec.ts'
import { supervisorOver } from './supervising.ts'

const recorded: Step = ['RecordFindings']
const confirmed: readonly Step[] = [recorded, ['ConfirmFinding']]

describe('信访工作条例 art. 40 (1): what is found is supervised in time', () => {
  it('begins the matter with the bureau that supervises the organ, and gives it five working days', () => {
    const matter = given([])
      .when('RecordFindings')
      .follows(
        { type: 'SupervisionBegun', supervisor: id('county.bureau') },
        { type: 'FindingRecorded', ref: 'f1', at: id('county.bureau') },
      )
    expect(running(matter)).toEqual(['decideFinding#1 2026-03-09 county.bureau'])
  })

  it('records what is known already no second time, and what is new beside it', () => {
    given([recorded]).when('RecordFindings').follows()
    given([recorded])
      .when('RecordFindings', { found: [found(), found({ key: 'handle#2' }), found({ key: 'handle#2' })] })
      .follows({ type: 'FindingRecorded', ref: 'f2' })
  })

  it('records a bureau’s own failing with the bureau above (art. 43), and nothing where there is none', () => {
    given([])
      .when('RecordFindings', { found: [found({ organ: id('county.bureau'), rule: 'notRoutedInTime' })] })
      .follows({ type: 'SupervisionBegun' }, { type: 'FindingRecorded', at: id('city.bureau') })
    given([])
      .when('RecordFindings', {
        beginning: beginning({ supervisor: id('nation.bureau') }),
        found: [found({ organ: id('nation.bureau') })],
      })
      .follows()
  })

  it('is confirmed or dismissed by whoever it waits for, once', () => {
    given([recorded])
      .when('ConfirmFinding')
      .follows({ type: 'FindingConfirmed', by: id('county.bureau') })
    const dismissed = given([recorded])
      .when('DismissFinding')
      .follows({ type: 'FindingDismissed', reason: sealed('why') })
    expect(running(dismissed)).toEqual([])
    given(confirmed).when('DismissFinding').refused({ kind: 'finding-decided-already', state: 'confirmed' })
    given([recorded]).when('ConfirmFinding', { finding: 'f9' }).refused({ kind: 'no-such-finding' })
    for (const actor of [staff('city.bureau'), staff('county.bureau', 'clerk'), staff('county.land', 'head')])
      given([recorded]).when('ConfirmFinding', { actor }).refused({ kind: 'supervision-not-yours' })
  })

  it.each(['head', 'supervisor', 'commissioner'])('a %s of the bureau decides (art. 16 (1))', (post) => {
    given([recorded])
      .when('ConfirmFinding', { actor: staff('county.bureau', post) })
      .follows({ type: 'FindingConfirmed' })
  })

  it('stays on the last day, and rises one level on the day after', () => {
    given([recorded]).when('MarkClock', { on: '2026-03-09' }).refused({ kind: 'clock-still-running' })
    const risen = given([recorded])
      .when('MarkClock', { on: '2026-03-10' })
      .follows({ type: 'FindingEscalated', from: id('county.bureau'), to: id('city.bureau') })
    expect(risen.findings[0]).toMatchObject({ at: 'city.bureau', escalations: 1, state: 'open' })
    expect(running(risen)).toEqual(['decideFinding#2 2026-03-17 city.bureau'])
  })

  it('at the very top stays and is overdue', () => {
    const top: Step = [
      'RecordFindings',
      { beginning: beginning({ supervisor: id('nation.bureau') }), found: [found({ organ: id('province.bureau') })] },
    ]
    const matter = given([top]).when('MarkClock').follows({ type: 'SupervisionFellOverdue', clock: 'decideFinding#1' })
    expect(matter.clocks[0]).toMatchObject({ overdueOn: '2026-03-10', state: 'running' })
    given([top, ['MarkClock']])
      .when('MarkClock')
      .refused({ kind: 'clock-still-running' })
  })

  it('that was mended since waits for its decision all the same: late is late', () => {
    const mended = given([recorded]).when('RecordMended').follows({ type: 'FindingMended', finding: 'f1' })
    expect(mended.findings[0]).toMatchObject({ mendedOn: '2026-03-12', state: 'open' })
    given([recorded, ['RecordMended']])
      .when('RecordMended')
      .follows()
  })
})

describe('Who supervises', () => {
  const over = (organ: string, keptFrom: readonly string[] = []) =>
    supervisorOver({ over: id(organ), keptFrom: keptFrom.map(id) }, organsWith())

  it.each([
    ['county.land', 'county.bureau'],
    ['town', 'county.bureau'],
    ['county.bureau', 'city.bureau'],
    ['city.bureau', 'province.bureau'],
    ['other.land', 'city.bureau'],
    ['nation.bureau', null],
    ['nobody', null],
  ])('%s: %s', (organ, bureau) => expect(over(organ)).toBe(bureau))

  it('never one from whom it is kept, nor one below it', () => {
    expect(over('county.land', ['county.bureau'])).toBe('city.bureau')
    expect(over('county.land', ['county'])).toBe('city.bureau')
  })

  it('nor one that has ended', () => {
    const organs = organsWith({ 'county.bureau': { state: 'abolished' } })
    expect(supervisorOver({ over: id('county.land'), keptFrom: [] }, organs)).toBe('city.bureau')
  })
})

describe('信访工作条例 art. 28 (3), 30 (3): from whom a matter is kept', () => {
  const accused: Step = ['RecordFindings', { beginning: beginning({ keptFrom: [id('county.land')] }) }]

  it('does not exist for them', () => {
    for (const organ of ['county.land', 'county.survey'])
      given([accused])
        .when('ReportOnOrder', { actor: staff(organ, 'clerk') })
        .refused({ kind: 'no-such-matter' })
    const named: Step = ['RecordFindings', { beginning: beginning({ officials: ['boss'] }) }]
    given([named])
      .when('ConfirmFinding', { actor: { ...staff('county.bureau'), answersTo: ['boss'] } })
      .refused({ kind: 'no-such-matter' })
  })

  it('grows with what the petition names since, and lets nobody in again', () => {
    const kept = given([recorded])
      .when('RecordKept')
      .follows({ type: 'SupervisionKept', keptFrom: [id('county.land')] })
    expect(kept).toMatchObject({ keptFrom: ['county.land'], isShowable: false })
    given([accused])
      .when('RecordKept', { keptFrom: [id('town')], isShowable: true })
      .follows({ type: 'SupervisionKept', keptFrom: [id('county.land'), id('town')] })
    given([accused]).when('RecordKept', { keptFrom: [], isShowable: true }).follows()
  })

  it('loses what was written in it with its petition, once, and then takes nothing more (docs/adr/0015)', () => {
    const erased: readonly Step[] = [...confirmed, ['EraseMatter']]
    expect(given(confirmed).when('EraseMatter').follows({ type: 'MatterErased' })).toMatchObject({
      erasedOn: '2056-11-24',
    })
    given(erased).when('EraseMatter').follows()
    given(erased)
      .when('OpenOrder', { on: day('2056-11-25') })
      .refused({ kind: 'matter-erased', on: day('2056-11-24') })
  })

  it('finds its way past whoever it is kept from when it rises', () => {
    const steps: readonly Step[] = [recorded, ['RecordKept', { keptFrom: [id('city')] }]]
    given(steps)
      .when('MarkClock')
      .follows({ type: 'FindingEscalated', to: id('province.bureau') })
  })
})

/** The calendar with one more day of rest. */
function withRestOn(text: string) {
  const { version, ...calendar } = builtInCalendars.in(null, 'organ')
  return onlyCalendar({ ...calendar, version: `${version}+1`, rest: new Set([...calendar.rest, day(text)]) })
}

describe('What the house records', () => {
  it('is recorded by nobody else, and the house does nothing that is for people', () => {
    for (const type of ['RecordFindings', 'RecordMended', 'RecordExecuted', 'MarkClock'] as const)
      given([recorded])
        .when(type, { actor: staff('county.bureau') })
        .refused({ kind: 'supervision-not-yours' })
    given([recorded])
      .when('ConfirmFinding', { actor: { kind: 'house', task: 'x' } })
      .refused({ kind: 'supervision-not-yours' })
  })

  it('needs a matter, unless it begins one', () => {
    for (const type of ['RecordMended', 'RecordExecuted', 'MarkClock', 'RecountMatter'] as const)
      given([]).when(type).refused({ kind: 'no-such-matter' })
  })

  it('lets whoever supervises the subject too find the matter, and none from whom it is kept', () => {
    given([recorded])
      .when('AdmitSupervisor')
      .follows({ type: 'SupervisorAdmitted', organ: id('city.bureau') })
    given([recorded])
      .when('AdmitSupervisor', { organ: id('county.bureau') })
      .follows()
    given([['RecordFindings', { beginning: beginning({ keptFrom: [id('city')] }) }]])
      .when('AdmitSupervisor')
      .refused({ kind: 'no-such-matter' })
  })

  it('counts days again with a later notice, and never to an earlier one', () => {
    given([recorded]).when('RecountMatter').follows()
    const later = { ...worldWith(), calendars: withRestOn('2026-03-06') }
    const decision = decide(standing([recorded]), command('RecountMatter'), later)
    expect(decision.ok && decision.value).toMatchObject([
      {
        type: 'SupervisionClocksRecounted',
        moved: [{ clock: 'decideFinding#1', from: '2026-03-09', to: '2026-03-10' }],
      },
    ])
    const marked = decide(standing([recorded]), command('MarkClock'), later)
    expect(marked.ok && marked.value).toMatchObject([{ type: 'SupervisionClocksRecounted' }])
  })
})
