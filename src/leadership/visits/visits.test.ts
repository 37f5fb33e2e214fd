import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, type Day, day } from '../../kernel/day.ts'
import type { OrganId } from '../../kernel/organ.ts'
import { article, decided } from '../../law/basis.ts'
import { actionsOf } from './actions.ts'
import { decide, permissions, sheetUntil } from './decide.ts'
import { evolve } from './evolve.ts'
import {
  clerk,
  companion,
  confirming,
  entering,
  id,
  leader,
  looked,
  plan,
  planned,
  planning,
  sealed,
  staff,
  theDay,
  world,
} from './examples.ts'
import { periodAround } from './frequency.ts'
import { refsAbout } from './reactions.ts'
import { shownStateOf } from './showing.ts'
import { visitRows } from './tables.ts'
import type { Visit, VisitCommand, VisitFact, VisitRefusal, VisitState } from './visit.ts'

function after(state: VisitState, commands: readonly VisitCommand[]): VisitState {
  return commands.reduce<VisitState>((before, command) => {
    const decision = decide(before, command, world)
    if (!decision.ok) throw new Error(`given ${command.type} was refused: ${JSON.stringify(decision.error)}`)
    return decision.value.reduce<VisitState>(evolve, before)
  }, state)
}

function factsOf(commands: readonly VisitCommand[]): readonly VisitFact[] {
  let state: VisitState = null
  return commands.flatMap((command) => {
    const decision = decide(state, command, world)
    if (!decision.ok) throw new Error(JSON.stringify(decision.error))
    state = decision.value.reduce<VisitState>(evolve, state)
    return decision.value
  })
}

function given(...commands: readonly VisitCommand[]) {
  const state = after(null, commands)
  return {
    visit: state as Visit,
    when: (command: VisitCommand) => {
      const decision = decide(state, command, world)
      return {
        facts: (...types: readonly VisitFact['type'][]): Visit => {
          expect(decision, command.type).toMatchObject({ ok: true })
          const facts = decision.ok ? decision.value : []
          expect(facts.map(({ type }) => type)).toEqual(types)
          return facts.reduce<VisitState>(evolve, state) as Visit
        },
        refused: (refusal: VisitRefusal) => expect(decision).toEqual({ ok: false, error: refusal }),
        refusedAs: (kind: VisitRefusal['kind']) => expect(decision).toMatchObject({ ok: false, error: { kind } }),
      }
    },
  }
}

const concluding: VisitCommand = { type: 'ConcludeVisit', on: theDay, actor: leader, report: sealed('report') }
const both = [entering('e1'), entering('e2', { petition: 'p2', kind: 'notMet' })]

describe('信访工作条例 art. 18 (2): leaders take cases to the villages', () => {
  it('are planned by a bureau or the leader’s organ, with a leader', () => {
    given().when(planning()).facts('VisitPlanned')
    given()
      .when(planning({ actor: leader }))
      .facts('VisitPlanned')
    given()
      .when(planning({ actor: staff('x', 'county.land', 'clerk') }))
      .refused({ kind: 'visit-not-yours', basis: article(18, 2) })
    given()
      .when(planning({ actor: staff('x', 'county.bureau', 'auditor') }))
      .refusedAs('visit-not-yours')
    given()
      .when(planning({ plan: plan({ leaders: [] }) }))
      .refused({ kind: 'no-leader-on-visit', basis: article(18, 2) })
  })

  it('are planned for today at the earliest, and may go without a case', () => {
    given()
      .when(planning({ on: theDay }))
      .facts('VisitPlanned')
    given()
      .when(planning({ on: addDays(theDay, 1) }))
      .refused({ kind: 'day-not-ahead', day: theDay, today: addDays(theDay, 1) })
    given()
      .when(planning({ plan: plan({ cases: [] }) }))
      .facts('VisitPlanned')
  })

  it('name each case once, and only what the planner may see', () => {
    given()
      .when(planning({ plan: plan({ cases: [planned('p1'), planned('p1')] }) }))
      .refused({ kind: 'case-named-twice', petition: 'p1' })
    given()
      .when(planning({ looked: [looked('p1')] }))
      .refused({ kind: 'case-unknown', petition: 'p2' })
  })
})

describe('信访工作条例 art. 28 (3), 30 (3): whoever is complained about does not come along', () => {
  const withCase = (more: Parameters<typeof looked>[1]) => planning({ looked: [looked('p1', more), looked('p2')] })

  it('neither as leader, nor as companion, nor as who plans it', () => {
    for (const account of ['leader', 'engineer', 'clerk'])
      given()
        .when(withCase({ officials: [account] }))
        .refused({ kind: 'official-on-visit', petition: 'p1', account, basis: article(28, 3) })
    given()
      .when(withCase({ officials: ['somebody'] }))
      .facts('VisitPlanned')
  })

  it('nor anybody of an organ that is accused, or stands below it', () => {
    given()
      .when(withCase({ keptFrom: [id('county.water')] }))
      .refused({ kind: 'organ-kept-out-of-visit', petition: 'p1', organ: id('county.water'), basis: article(30, 3) })
    // everybody in the county stands below its government
    given()
      .when(withCase({ keptFrom: [id('county')] }))
      .refusedAs('organ-kept-out-of-visit')
    given()
      .when(withCase({ keptFrom: [id('county.land')] }))
      .facts('VisitPlanned')
  })

  it('and accusations are taken nowhere', () => {
    given()
      .when(withCase({ isAccusation: true }))
      .refused({ kind: 'accusation-on-visit', petition: 'p1', basis: article(30) })
  })

  it('nor is asked to do what is agreed', () => {
    const agreed = (organ: string) =>
      entering('e', { kind: 'agreed', organ: id(organ), due: addDays(theDay, 7), text: sealed('what') })
    const visit = given(withCase({ keptFrom: [id('county.land')] }), confirming)
    visit.when(agreed('county.survey')).refusedAs('organ-kept-out-of-visit')
    visit.when(agreed('county.water')).facts('EntryRecorded')
  })

  it('and who comes to be named afterwards sees nothing from then on', () => {
    const kept: VisitCommand = {
      ...{ type: 'RecordKept', on: theDay, actor: { kind: 'house', task: 'visit' } },
      looked: [looked('p1', { officials: ['engineer'], keptFrom: [id('county.bureau')] })],
    }
    const before = given(planning(), confirming)
    const visit = before.when(kept).facts('VisitKept')
    for (const actor of [companion, clerk])
      expect(decide(visit, { ...entering('e'), actor }, world)).toEqual({ ok: false, error: { kind: 'no-such-visit' } })
    expect(decide(visit, entering('e'), world).ok).toBe(true)
    expect(decide(visit, kept, world)).toEqual({ ok: true, value: [] })
    // and no row of theirs is left, nor may the database take one
    expect(visitRows(visit).visit_party?.map(({ organ }) => organ)).toEqual(['county', 'county.water'])
  })

  it('and once kept out, an edit lets nobody in', () => {
    const edit: VisitCommand = {
      ...{
        type: 'EditVisit',
        on: theDay,
        actor: clerk,
        plan: plan({ cases: [planned('p2')] }),
        looked: [looked('p2')],
      },
    }
    const visit = given(withCase({ officials: ['somebody'], keptFrom: [id('county.land')] }))
      .when(edit)
      .facts('VisitEdited')
    expect([visit.keptFrom, visit.officials]).toEqual([[id('county.land')], ['somebody']])
  })
})

describe('ADR 0039: nobody is visited who does not want it, and nobody is shown to a village', () => {
  it('whoever asked to stay unknown is asked first', () => {
    const hidden = [looked('p1', { isConfidential: true }), looked('p2')]
    given()
      .when(planning({ looked: hidden }))
      .refused({ kind: 'needs-petitioners-consent', petition: 'p1', basis: decided('0039') })
    const consented = plan({ cases: [planned('p1', { consent: sealed('by phone') }), planned('p2')] })
    given()
      .when(planning({ looked: hidden, plan: consented }))
      .facts('VisitPlanned')
  })

  it('a refusal is recorded once, ends what is recorded there, and asks for nothing else', () => {
    const refusing: VisitCommand = { type: 'RecordRefusal', on: theDay, actor: leader, petition: 'p1', note: null }
    const refused = given(planning(), confirming, refusing)
    refused.when(refusing).refused({ kind: 'petitioner-has-refused', petition: 'p1', basis: decided('0039') })
    refused.when(entering('e')).refusedAs('petitioner-has-refused')
    expect(visitRows(refused.visit).visit_case?.find(({ petition }) => petition === 'p1')?.state).toBe('refused')
    const met = entering('e2', { petition: 'p2' })
    given(planning(), confirming, refusing, met).when(concluding).facts('VisitConcluded')
  })

  it('and holds for the next visit too, until they have agreed', () => {
    const again = [looked('p1', { hasRefused: true }), looked('p2')]
    given()
      .when(planning({ looked: again }))
      .refusedAs('petitioner-has-refused')
    given()
      .when(planning({ looked: again, plan: plan({ cases: [planned('p1', { consent: sealed('agreed') })] }) }))
      .facts('VisitPlanned')
  })
})

describe('ADR 0039: what is entered on the way arrives once', () => {
  it('however often it is sent, and also when the visit has ended since', () => {
    const visit = given(planning(), confirming, ...both)
    visit.when(entering('e1')).facts()
    given(planning(), confirming, ...both, concluding)
      .when(entering('e1'))
      .facts()
    expect(visit.visit.entries.map(({ entry }) => entry)).toEqual(['e1', 'e2'])
  })

  it('any order, any repeats: each once, in the order of its first arrival', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 20 }), (sent) => {
        const { visit } = given(planning(), confirming, ...sent.map((each) => entering(each)))
        expect(visit.entries.map(({ entry }) => entry)).toEqual([...new Set(sent)])
      }),
    )
  })

  it('only by who goes or who planned it, and not before the day', () => {
    const visit = given(planning(), confirming)
    visit.when({ ...entering('e'), actor: companion }).facts('EntryRecorded')
    visit.when({ ...entering('e'), actor: clerk }).facts('EntryRecorded')
    visit.when({ ...entering('e'), actor: staff('other', 'county', 'leader') }).refused({ kind: 'no-such-visit' })
    visit.when(entering('e', { on: addDays(theDay, -1) })).refused({ kind: 'visit-not-begun', day: theDay })
    visit.when(entering('e', { at: addDays(theDay, -1) })).refusedAs('day-outside-visit')
    visit.when(entering('e', { at: addDays(theDay, 1) })).refusedAs('day-outside-visit')
    visit.when(entering('e', { on: addDays(theDay, 3) })).facts('EntryRecorded')
  })

  it('of a case on the route; a problem that was heard belongs to none', () => {
    const visit = given(planning(), confirming)
    visit.when(entering('e', { petition: 'p9' })).refused({ kind: 'not-on-visit', petition: 'p9' })
    visit.when(entering('e', { petition: null })).refused({ kind: 'entry-needs-case', entry: 'met' })
    visit.when(entering('e', { petition: null, kind: 'heard' })).facts('EntryRecorded')
    visit.when(entering('e', { kind: 'heard' })).refusedAs('not-on-visit')
  })

  it('and what was agreed says who does it, by a later day', () => {
    const visit = given(planning(), confirming)
    const agreed = (more: object) =>
      entering('e', { kind: 'agreed', organ: id('town'), due: addDays(theDay, 1), ...more })
    visit.when(agreed({})).facts('EntryRecorded')
    visit.when(agreed({ due: null })).refused({ kind: 'needs-organ' })
    visit.when(agreed({ organ: null })).refused({ kind: 'needs-organ' })
    visit.when(agreed({ due: theDay })).refusedAs('day-not-ahead')
    visit.when(agreed({ organ: id('nowhere') })).refused({ kind: 'unknown-organ', organ: id('nowhere') })
  })

  it('nothing comes in before it is confirmed or after it is concluded, until it is opened again', () => {
    given(planning()).when(entering('e')).refusedAs('wrong-visit-stage')
    const over = given(planning(), confirming, ...both, concluding)
    over.when(entering('e')).refusedAs('wrong-visit-stage')
    const opening: VisitCommand = { type: 'OpenVisit', on: theDay, actor: clerk, reason: sealed('a phone') }
    over.when({ ...opening, actor: leader }).refusedAs('visit-not-yours')
    given(planning(), confirming, ...both, concluding, opening)
      .when(entering('e'))
      .facts('EntryRecorded')
  })

  it('and a case with entries does not go off the route', () => {
    given(planning(), confirming, entering('e1'))
      .when({
        type: 'EditVisit',
        on: theDay,
        actor: clerk,
        plan: plan({ cases: [planned('p2')] }),
        looked: [looked('p2')],
      })
      .refused({ kind: 'case-unknown', petition: 'p1' })
  })
})

describe('ADR 0039: the sheet on a phone', () => {
  it.each([
    ['2026-11-24', '2026-11-26'],
    ['2026-11-25', '2026-11-26'],
    ['2026-11-27', '2026-11-28'],
  ])('taken on %s it is readable until %s', (on, until) => {
    expect(sheetUntil(theDay, on as Day)).toBe(until)
    const taken = given(planning(), confirming).when({ type: 'TakeSheet', on: on as Day, actor: leader })
    expect(taken.facts('SheetCarried').sheets).toEqual([{ on, account: 'leader', until }])
  })
  it('is taken only when the visit is confirmed', () => {
    given(planning()).when({ type: 'TakeSheet', on: theDay, actor: leader }).refusedAs('wrong-visit-stage')
  })
})

describe('A visit moves, is cancelled, is concluded and followed', () => {
  it('moves to another day with the reason, and is confirmed anew', () => {
    const moving: VisitCommand = {
      ...{ type: 'PostponeVisit', on: theDay, actor: leader, to: addDays(theDay, 7), reason: sealed('rain') },
    }
    const moved = given(planning(), confirming).when(moving).facts('VisitPostponed')
    expect([moved.day, moved.stage]).toEqual([addDays(theDay, 7), 'planned'])
    given(planning(), confirming)
      .when({ ...moving, to: theDay } as VisitCommand)
      .refusedAs('day-not-ahead')
    given(planning(), confirming)
      .when({ ...moving, to: addDays(theDay, -1) } as VisitCommand)
      .refusedAs('day-not-ahead')
  })

  it('is concluded when every case has its entry', () => {
    given(planning(), confirming, entering('e1'))
      .when(concluding)
      .refused({ kind: 'case-without-entry', petition: 'p2' })
    given(planning(), confirming, entering('e1'), entering('w', { petition: 'p2', kind: 'word' }))
      .when(concluding)
      .refused({ kind: 'case-without-entry', petition: 'p2' })
    given(planning(), confirming, ...both)
      .when(concluding)
      .facts('VisitConcluded')
  })

  it('is closed over no open task, and when every petitioner was told', () => {
    const closing = (openTasks: number): VisitCommand => ({ type: 'CloseVisit', on: theDay, actor: clerk, openTasks })
    const telling = (petition: string): VisitCommand => ({
      ...{ type: 'InformPetitioner', on: theDay, actor: clerk, petition, way: 'byPhone', note: sealed('told') },
    })
    const over = [planning(), confirming, ...both, concluding]
    given(...over)
      .when(closing(2))
      .refused({ kind: 'visit-still-open', count: 2 })
    given(...over, telling('p1'))
      .when(closing(0))
      .refused({ kind: 'petitioner-not-informed', petition: 'p2' })
    given(...over, telling('p1'), telling('p2'))
      .when(closing(0))
      .facts('VisitClosed')
  })

  it('links a problem to the petition that it became, once', () => {
    const linking = (petition: string): VisitCommand => ({
      ...{ type: 'LinkEntry', on: theDay, actor: clerk, entry: 'h', petition },
      looked: [looked(petition, { keptFrom: [id('county.water')] })],
    })
    const heard = entering('h', { kind: 'heard', petition: null })
    const visit = given(planning(), confirming, heard, entering('e1'))
    const linked = visit.when(linking('p7')).facts('EntryLinked')
    expect(linked.entries[0]?.registered).toBe('p7')
    // whom the new petition accuses is kept out from then on
    expect(linked.keptFrom).toEqual([id('county.water')])
    expect(decide(linked, linking('p8'), world)).toEqual({
      ok: false,
      error: { kind: 'registered-already', petition: 'p7' },
    })
    visit.when({ ...linking('p7'), entry: 'e1' } as VisitCommand).refused({ kind: 'no-such-entry', entry: 'e1' })
  })

  it('lets every command be tried by whoever sees it, and never throws', () => {
    const visit = after(null, [planning(), confirming]) as Visit
    const tried = actionsOf(visit, { actor: leader, on: theDay, openTasks: 0 }, world)
    expect(tried.filter(({ refusal }) => refusal === null).map(({ action }) => action)).toEqual([
      ...(['take', 'entry', 'refused', 'show', 'postpone', 'cancel'] as const),
    ])
    for (const type of Object.keys(permissions)) expect(type).not.toBe('PlanVisit')
  })
})

describe('What belongs to a petition goes with it when it is erased', () => {
  it('is found piece by piece, and the report with it', () => {
    const heard = entering('h', { kind: 'heard', petition: null })
    const rewritten = plan({ cases: [planned('p1', { brief: sealed('anew') }), planned('p2')] })
    const editing: VisitCommand = {
      ...{ type: 'EditVisit', on: theDay, actor: clerk, plan: rewritten, looked: [looked('p1'), looked('p2')] },
    }
    const linking: VisitCommand = {
      ...{ type: 'LinkEntry', on: theDay, actor: clerk, entry: 'h', petition: 'p7', looked: [looked('p7')] },
    }
    const facts = factsOf([planning(), editing, confirming, ...both, heard, concluding, linking])
    expect(refsAbout(facts, 'p1')).toEqual(['p1 spot', 'p1 meet', 'p1 brief', 'anew', 'e1', 'report'])
    // what it was before it became a petition
    expect(refsAbout(facts, 'p7')).toEqual(['h'])
    expect(refsAbout(facts, 'p9')).toEqual([])
  })
})

describe('信访工作条例 art. 18 (2): the running period', () => {
  it.each([
    ['month', '2026-12-31', '2026-12-01', '2026-12-31'],
    ['quarter', '2026-11-25', '2026-10-01', '2026-12-31'],
    ['halfYear', '2026-06-30', '2026-01-01', '2026-06-30'],
    ['halfYear', '2026-07-01', '2026-07-01', '2026-12-31'],
    ['year', '2024-02-29', '2024-01-01', '2024-12-31'],
  ] as const)('of a %s on %s runs from %s to %s', (per, today, from, until) => {
    expect(periodAround(day(today), per)).toEqual({ from, until })
  })
})

describe('ADR 0055: a visit is shown, and handed over', () => {
  it('takes five hundred entries, and the same one again', () => {
    const all = Array.from({ length: 500 }, (_, at) => entering(`e${at}`))
    const full = given(planning(), confirming, ...all)
    full.when(entering('one more')).refused({ kind: 'too-many-already', atMost: 500 })
    full.when(entering('e7')).facts()
  })

  const showing = (more: object = {}): VisitCommand =>
    ({ type: 'AnnounceVisit', on: day('2026-11-24'), actor: leader, petition: 'p1', ...more }) as VisitCommand

  it('is shown by whoever plans it or leads it, once, and only what is confirmed', () => {
    given(planning()).when(showing()).refusedAs('wrong-visit-stage')
    for (const actor of [leader, clerk]) given(planning(), confirming).when(showing({ actor })).facts('VisitAnnounced')
    given(planning(), confirming)
      .when(showing({ actor: companion }))
      .refusedAs('visit-not-yours')
    given(planning(), confirming, showing()).when(showing()).facts()
    given(planning(), confirming)
      .when(showing({ petition: 'p9' }))
      .refusedAs('not-on-visit')
  })

  it('stays shown when it is planned anew, and such a case is not left out of it', () => {
    const edited = (cases: readonly string[]): VisitCommand => ({
      ...planning({ plan: plan({ cases: cases.map((each) => planned(each)) }) }),
      type: 'EditVisit',
      on: day('2026-11-24'),
    })
    const shown = given(planning(), confirming, showing())
    expect(shown.when(edited(['p1', 'p2'])).facts('VisitEdited').cases).toMatchObject([
      { shownOn: '2026-11-24' },
      { shownOn: null },
    ])
    shown.when(edited(['p2'])).refused({ kind: 'announced-to-petitioner', petition: 'p1', basis: decided('0055') })
    shown.when(edited(['p1'])).facts('VisitEdited')
  })

  it('says how it stands to whoever waits, to the day and the day after', () => {
    const at = (on: Day, ...more: readonly VisitCommand[]) => {
      const { visit } = given(planning(), confirming, showing(), ...more)
      return shownStateOf(visit, visit.cases[0] as Visit['cases'][number], on)
    }
    expect([at(theDay), at(addDays(theDay, 1))]).toEqual(['coming', 'past'])
    expect(at(theDay, entering('e1'))).toBe('met')
    expect(at(theDay, entering('e1', { kind: 'notMet' }))).toBe('notMet')
    const reason = sealed('r')
    expect(at(theDay, { type: 'PostponeVisit', on: theDay, actor: leader, to: addDays(theDay, 7), reason })).toBe(
      'moved',
    )
    expect(at(theDay, { type: 'CancelVisit', on: theDay, actor: leader, reason })).toBe('cancelled')
    expect(at(theDay, { type: 'RecordRefusal', on: theDay, actor: leader, petition: 'p1', note: null })).toBe('refused')
  })

  const house = { kind: 'house', task: 'test' } as const
  const pass: VisitCommand = { type: 'PassVisitOn', on: theDay, actor: house }
  const reformed = (changes: Readonly<Record<string, string>>) => ({
    organs: {
      all: world.organs.all,
      find: (organ: OrganId) => {
        const facts = world.organs.find(organ)
        const heir = changes[organ]
        return heir && facts ? { ...facts, state: 'merged' as const, successors: [id(heir)] } : facts
      },
    },
  })
  const passed = (from: Visit, changes: Readonly<Record<string, string>>) => {
    const decision = decide(from, pass, reformed(changes))
    if (!decision.ok) throw new Error(decision.error.kind)
    return decision.value
  }

  it('goes to whoever carries an organ on, with its calendar, unless it must not know of it', () => {
    const { visit } = given(planning(), confirming)
    const facts = passed(visit, { 'county.bureau': 'town', county: 'county.land' })
    const after_ = facts.reduce<VisitState>(evolve, visit) as Visit
    expect(after_).toMatchObject({ organ: 'town', region: '990101001', leaders: [{ organ: 'county.land' }] })
    expect(after_.companions).toEqual(visit.companions)
    expect(visitRows(after_).visit_party?.map(({ organ }) => organ)).toEqual(['town', 'county.land', 'county.water'])
    const kept = given(planning({ looked: [looked('p1', { keptFrom: [id('county.land')] }), looked('p2')] })).visit
    expect(passed(kept, { county: 'county.land' })).toEqual([])
    expect(passed(visit, {})).toEqual([])
    expect(decide(visit, { ...pass, actor: clerk }, world)).toMatchObject({ error: { kind: 'visit-not-yours' } })
  })

  it('loses a leader who leads there no longer, and is a plan again when nobody is left', () => {
    const left = (account: string): VisitCommand => ({ type: 'MarkLeaderLeft', on: theDay, actor: house, account })
    const two = plan({ leaders: [...plan().leaders, { account: 'second', organ: id('county') }] })
    const both_ = given(planning({ plan: two }), confirming)
    expect(both_.when(left('second')).facts('LeaderLeft')).toMatchObject({
      stage: 'confirmed',
      leaders: [{ account: 'leader' }],
    })
    both_.when(left('engineer')).facts()
    const alone = given(planning(), confirming, left('leader'))
    expect(alone.visit).toMatchObject({ stage: 'planned', leaders: [] })
    alone.when({ ...confirming, actor: clerk }).refusedAs('no-leader-on-visit')
  })
})
