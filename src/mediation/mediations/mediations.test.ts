import { describe, expect, it } from 'vitest'
import { day } from '../../kernel/day.ts'
import { isOpen } from '../../kernel/running-clock.ts'
import { article, decided, rule } from '../../law/basis.ts'
import { actionsOf, actsOf } from './actions.ts'
import { decide } from './decide.ts'
import { evolve } from './evolve.ts'
import * as example from './examples.ts'
import {
  agreed,
  clerk,
  head,
  house,
  id,
  land,
  paper,
  party,
  person,
  says,
  sealed,
  staff,
  told,
  underWay,
} from './examples.ts'
import type {
  Mediation,
  MediationCommand,
  MediationFact,
  MediationRefusal,
  MediationState,
  MediationWorld,
} from './mediation.ts'
import { papersOfMediation } from './papers.ts'
import { shelfOf } from './shelves.ts'
import { isPublic } from './standing.ts'
import { mediationRows } from './tables.ts'

const world = example.worldWith()

function after(commands: readonly MediationCommand[], at: MediationWorld = world): MediationState {
  return commands.reduce<MediationState>((state, command) => {
    const decision = decide(state, command, at)
    if (!decision.ok) throw new Error(`given ${command.type} was refused: ${JSON.stringify(decision.error)}`)
    return decision.value.reduce<MediationState>(evolve, state)
  }, null)
}

function given(...commands: readonly MediationCommand[]) {
  const state = after(commands)
  const mediation = state as Mediation
  return {
    mediation,
    clock: (wanted: string) => mediation.clocks.find(({ id: name }) => name === wanted),
    when: (command: MediationCommand, now: MediationWorld = world) => {
      const decision = decide(state, command, now)
      return {
        facts: (...types: readonly MediationFact['type'][]) => {
          expect(decision, command.type).toMatchObject({ ok: true })
          const facts = decision.ok ? decision.value : []
          expect(facts.map(({ type }) => type)).toEqual(types)
          return facts.reduce<MediationState>(evolve, state) as Mediation
        },
        refused: (refusal: MediationRefusal) => expect(decision).toEqual({ ok: false, error: refusal }),
        refusedAs: (kind: MediationRefusal['kind']) => expect(decision).toMatchObject({ ok: false, error: { kind } }),
      }
    },
  }
}

describe('人民调解法 art. 3, 17: of their own will, and never against a clear no', () => {
  it('it is held when every party has said yes, with their own key', () => {
    const asked = given(example.opened(), says('p1'))
    expect(asked.mediation.stage).toBe('asking')
    expect(asked.when(says('p2')).facts('PartyAnswered', 'MediationStarted').stage).toBe('mediating')
  })

  it('nobody says yes for a party: it needs their key, or a record that they signed', () => {
    given(example.opened())
      .when({ ...says('p1'), actor: clerk })
      .refused({ kind: 'needs-key-or-signed-record', command: 'AnswerAsParty', basis: rule('RMTJ', 3, 1, 1) })
    given(example.opened())
      .when({ ...says('p1', { signed: paper }), actor: clerk })
      .facts('PartyAnswered')
    given(example.opened())
      .when({ ...says('p1'), actor: party('p2') })
      .refusedAs('party-is-another')
  })

  it('a no counts however it is said, also where somebody only notes it down', () => {
    const ended = given(example.opened(), says('p1'))
      .when({ ...says('p2', { agrees: false }), actor: clerk })
      .facts('PartyAnswered', 'MediationEnded')
    expect(ended).toMatchObject({ stage: 'ended', ended: { reason: 'refused', party: 'p2' } })
  })

  it('any party ends it at any time until an agreement is in force (art. 23 (2)), and not after', () => {
    expect(
      given(...underWay)
        .when(says('p1', { agrees: false }))
        .facts('PartyAnswered', 'MediationEnded').ended?.reason,
    ).toBe('left')
    given(...agreed)
      .when(says('p1', { agrees: false }, '2026-03-13'))
      .refusedAs('wrong-mediation-stage')
  })

  it('nothing is held while somebody has not answered: silence is no yes', () => {
    given(example.opened(), says('p1'))
      .when(told({ type: 'PlanSession', day: day('2026-03-04'), at: '09:00', place: sealed('room') }))
      .refusedAs('wrong-mediation-stage')
  })

  it('whoever joins later is asked like the others', () => {
    const joined = given(...underWay).when(told({ type: 'AddParty', party: person({ role: 'other' }) }))
    expect(joined.facts('PartyAdded').stage).toBe('asking')
  })

  it('a mind may be changed, though not without end', () => {
    const many = Array.from({ length: 10 }, () => says('p1'))
    given(example.opened(), ...many)
      .when(says('p1'))
      .refused({ kind: 'too-many-answers-today', atMost: 10 })
  })

  it('whoever asks for it is willing; whoever is asked is still to be asked', () => {
    const asked = example.opened({}, { actor: { kind: 'house', task: 'portal' }, isAsked: true })
    const state = given().when(asked).facts('MediationOpened', 'PartyAnswered')
    expect(state).toMatchObject({ stage: 'requested', parties: [{ words: [{ by: 'key' }] }, { words: [] }] })
    expect(state.clocks).toMatchObject([{ rule: 'takeUpMediation', lastDay: '2026-03-09' }])
    expect(
      given(asked)
        .when(told({ type: 'TakeUpMediation' }))
        .facts('MediationAccepted').stage,
    ).toBe('asking')
    given(asked)
      .when(told({ type: 'DeclineMediation', reason: sealed('why') }))
      .facts('MediationDeclined')
  })
})

describe('Who holds it, and of what', () => {
  it('a centre and whoever the kind names, and nobody who is a party', () => {
    given()
      .when(example.opened({ organ: id('county.land') }, { actor: land }))
      .refusedAs('organ-does-not-mediate')
    const own = [person(), person({ organ: id('county.centre') })]
    given()
      .when(example.opened({ parties: own }))
      .refused({ kind: 'mediating-organ-is-a-party', organ: id('county.centre'), basis: decided('0048') })
    given()
      .when(example.opened({ parties: [person()] }))
      .refusedAs('needs-two-parties')
  })

  it('no accusation is mediated, and nobody who is accused holds one (信访工作条例 art. 30)', () => {
    given()
      .when(example.opened({}, { petitionClass: 'accusation' }))
      .refused({ kind: 'accusations-are-not-mediated', basis: article(30) })
    given()
      .when(example.opened({ keptFrom: [id('county.centre')] }))
      .refusedAs('mediating-organ-is-kept-out')
  })

  it('one petition is in one mediation at a time', () => {
    const subject = { kind: 'petition', number: '260302000000017', ref: null } as const
    given()
      .when(example.opened({ subject }, { isInMediation: true }))
      .refused({ kind: 'petition-in-mediation', petition: '260302000000017' })
  })

  it('for another organ it is brought, and taken up there', () => {
    const brought = example.opened({ opener: id('county.land') }, { actor: land })
    expect(given().when(brought).facts('MediationOpened').stage).toBe('requested')
    given(brought)
      .when(told({ type: 'TakeUpMediation' }, { actor: land }))
      .refusedAs('mediation-not-yours')
    given()
      .when(example.opened({}, { actor: land }))
      .refusedAs('mediation-not-yours')
  })

  it('whoever has no part in it, or is named in the matter, is told that there is none', () => {
    const named = example.opened({ officials: ['clerk'] }, { actor: head })
    given(named)
      .when(told({ type: 'InviteGuest', kind: 'expert', name: sealed('x') }))
      .refused({ kind: 'no-such-mediation' })
    given(named)
      .when(
        told(
          { type: 'InviteGuest', kind: 'expert', name: sealed('x') },
          { actor: { ...staff('county.centre', 'other'), answersTo: ['clerk'] } },
        ),
      )
      .refused({ kind: 'no-such-mediation' })
    given(example.opened())
      .when(told({ type: 'InviteGuest', kind: 'expert', name: sealed('x') }, { actor: land }))
      .refused({ kind: 'no-such-mediation' })
  })

  it('whoever withdrew from the petition neither sees it nor mediates', () => {
    const withdrawn = example.opened({ recused: ['clerk'] }, { actor: head })
    given(withdrawn)
      .when(told({ type: 'InviteGuest', kind: 'expert', name: sealed('x') }))
      .refused({ kind: 'no-such-mediation' })
    given(withdrawn)
      .when(example.named({}, { actor: head }))
      .refusedAs('mediator-is-concerned')
  })

  it('an organ that it comes to be kept from has no part any more', () => {
    const kept = given(example.opened({ shownTo: [id('county.land')] }))
      .when(
        told(
          {
            type: 'KeepMediation',
            keptFrom: [id('county.land')],
            officials: [],
            recused: [],
            shownTo: [id('county.land')],
          },
          { actor: house },
        ),
      )
      .facts('MediationKept')
    const rows = mediationRows(kept).mediation_party ?? []
    expect(rows.map(({ organ }) => organ)).toEqual(['county.centre'])
  })
})

describe('人民调解法 art. 19, 23 (1): mediators are chosen or accepted, and have no interest of their own', () => {
  const planned = told({ type: 'PlanSession', day: day('2026-03-04'), at: '09:00', place: sealed('room') })

  it('nobody sits who was not accepted by every party', () => {
    given(...underWay.slice(0, 5), underWay[6])
      .when(planned)
      .refused({ kind: 'no-mediator-ready', basis: rule('RMTJ', 23, 1, 1) })
    given(...underWay)
      .when(planned)
      .facts('SessionPlanned')
  })

  it('nor who has not said that they have no interest in it, themselves', () => {
    given(...underWay.slice(0, 6))
      .when(planned)
      .refusedAs('no-mediator-ready')
    given(...underWay.slice(0, 6))
      .when(told({ type: 'DeclareInterest', mediator: 'm1', hasInterest: false, signed: paper }, { actor: head }))
      .refusedAs('declares-for-another')
  })

  it('whoever says that they have one is out', () => {
    const out = given(...underWay.slice(0, 6))
      .when(told({ type: 'DeclareInterest', mediator: 'm1', hasInterest: true, signed: null }))
      .facts('InterestDeclared')
    expect(out.mediators[0]?.excluded).not.toBeNull()
    given(...underWay)
      .when(says('p1', { to: 'mediator', ref: 'm1', agrees: false }))
      .facts('PartyAnswered')
  })

  it('a party takes back that they accept somebody', () => {
    given(...underWay, says('p1', { to: 'mediator', ref: 'm1', agrees: false }))
      .when(planned)
      .refusedAs('no-mediator-ready')
  })

  it.each([
    ['whoever is named in the matter, or answers to somebody who is', { looked: { isBarred: true, organs: [] } }],
    ['staff of an organ that is a party', { looked: { isBarred: false, organs: [id('county.land')] } }],
    ['staff of an organ that must not learn of it', { looked: { isBarred: false, organs: [id('county.survey')] } }],
  ])('not %s', (_, more) => {
    const parties = [person(), person({ organ: id('county.land') })]
    const isKept = example.opened({ keptFrom: [id('county.survey')], parties })
    given(isKept)
      .when(example.named(more))
      .refused({ kind: 'mediator-is-concerned', basis: decided('0048') })
  })

  it('a party chooses with their key, and has accepted by that; nobody chooses for them', () => {
    const chosen = example.named({ party: 'p1', account: null }, { actor: party('p1') })
    const others = [
      says('p2', { to: 'mediator', ref: 'm1' }),
      told({ type: 'DeclareInterest', mediator: 'm1', hasInterest: false, signed: paper }),
    ]
    given(example.opened(), says('p1'), says('p2'), chosen, ...others)
      .when(planned)
      .facts('SessionPlanned')
    given(example.opened())
      .when(example.named({ party: 'p1' }))
      .refusedAs('needs-key-or-signed-record')
    given(example.opened())
      .when(example.named({}, { actor: party('p1') }))
      .refusedAs('mediation-not-yours')
  })
})

describe('人民调解法 art. 20, 23 (3), 27: others only with consent, public only if all wish it, and a record', () => {
  const planned = told({ type: 'PlanSession', day: day('2026-03-04'), at: '09:00', place: sealed('room') })
  const recorded = (more: object = {}, on = '2026-03-04') =>
    told(
      {
        ...{ type: 'RecordSession', session: 's1', parties: ['p1', 'p2'], mediators: ['m1'], guests: [] },
        ...{ notes: sealed('notes'), result: 'progress' },
        ...more,
      } as const,
      { on },
    )
  const invited = told({ type: 'InviteGuest', kind: 'neighbour', name: sealed('neighbour') })
  const yes = (ref: string) => says(ref, { to: 'guest', ref: 'g1' })

  it('a guest comes when every party has said yes to them', () => {
    given(...underWay, invited, yes('p1'), planned)
      .when(recorded({ guests: ['g1'] }))
      .refused({ kind: 'guest-without-consent', guest: 'g1', basis: rule('RMTJ', 20, 1) })
    given(...underWay, invited, yes('p1'), yes('p2'), planned)
      .when(recorded({ guests: ['g1'] }))
      .facts('SessionRecorded')
  })

  it('a session is recorded once, after it was held, by whoever holds it', () => {
    given(...underWay, planned)
      .when(recorded({}, '2026-03-03'))
      .refusedAs('session-still-ahead')
    given(...underWay, planned, recorded())
      .when(recorded())
      .refused({ kind: 'session-over', session: 's1' })
    given(...underWay, planned)
      .when(recorded({ parties: [] }))
      .refused({ kind: 'nobody-came' })
    given(...underWay, planned)
      .when({ ...recorded(), actor: party('p1') })
      .refusedAs('mediation-not-yours')
  })

  it('it is public where every party asks for that, and closed where one does not', () => {
    const open = (ref: string, wished = true) =>
      told({ type: 'AskForOpenness', party: ref, open: wished, signed: null }, { actor: party(ref) })
    expect(isPublic(given(example.opened(), open('p1')).mediation)).toBe(false)
    expect(isPublic(given(example.opened(), open('p1'), open('p2')).mediation)).toBe(true)
    expect(isPublic(given(example.opened(), open('p1'), open('p2'), open('p1', false)).mediation)).toBe(false)
  })
})

describe('人民调解法 art. 25: what may escalate is reported, as something to do by a day', () => {
  const reported = (organ: string, due = '2026-03-04') =>
    told({ type: 'ReportEscalation', organ: id(organ), what: sealed('threats'), due: day(due) })

  it('to the police or another organ, and to none that must not learn of it', () => {
    given(example.opened()).when(reported('county.police')).facts('EscalationReported')
    given(example.opened({ keptFrom: [id('county.police')] }))
      .when(reported('county.police'))
      .refusedAs('told-organ-is-kept-out')
    given(example.opened()).when(reported('county.police', '2026-03-02')).refusedAs('day-not-ahead')
  })
})

describe('Local practice: thirty days from the last consent, lengthened only by consent (docs/adr/0048)', () => {
  const more = told({ type: 'ProposeMoreTime', until: day('2026-04-20') })

  it('runs from the day on which it is held', () => {
    expect(given(...underWay).clock('mediate#1')).toMatchObject({ lastDay: '2026-04-01', binds: 'organ' })
  })

  it('is longer when every party has said so, and not before', () => {
    const one = given(...underWay, more, says('p1', { to: 'moreTime', ref: 't1-1' }))
    expect(one.clock('mediate#1')?.lastDay).toBe('2026-04-01')
    const both = one.when(says('p2', { to: 'moreTime', ref: 't1-1' })).facts('PartyAnswered', 'MediationExtended')
    expect(both.clocks.find(({ id: name }) => name === 'mediate#1')?.lastDay).toBe('2026-04-20')
  })

  it('is overdue after, for all to see, and goes on', () => {
    const mark = (on: string) => told({ type: 'MarkClock', clock: 'mediate#1' }, { on, actor: house })
    given(...underWay)
      .when(mark('2026-04-01'))
      .refusedAs('clock-still-running')
    const late = given(...underWay)
      .when(mark('2026-04-02'))
      .facts('MediationFellOverdue')
    expect(late.stage).toBe('mediating')
  })
})

describe('人民调解法 art. 28–30: the agreement', () => {
  it.each(['facts', 'disputed', 'responsibility'] as const)('a written one says %s (art. 29 (1))', (part) => {
    given(...underWay)
      .when(example.written({ [part]: null }))
      .refused({ kind: 'agreement-part-missing', part, basis: rule('RMTJ', 29, 1, 2) })
  })

  it('and how and by when it is performed (art. 29 (1) (3))', () => {
    given(...underWay)
      .when(example.written({ promises: [] }))
      .refused({ kind: 'agreement-part-missing', part: 'performance', basis: rule('RMTJ', 29, 1, 3) })
  })

  it('takes effect with the last of the signatures and the seal (art. 29 (2))', () => {
    const { mediation } = given(...agreed)
    expect(mediation).toMatchObject({ stage: 'agreed', agreement: { effectiveOn: '2026-03-12' } })
    for (const missing of [8, 9, 10]) {
      given(...agreed.filter((_, at) => at !== missing && at !== 11))
        .when(told({ type: 'SealAgreement' }, { on: '2026-03-12', actor: head }))
        .refusedAs('signatures-missing')
    }
    given(...agreed.slice(0, -1))
      .when(told({ type: 'SealAgreement' }, { on: '2026-03-12' }))
      .refusedAs('needs-the-head')
  })

  it('written anew, it is signed anew', () => {
    const anew = given(...agreed.slice(0, -1))
      .when(example.written())
      .facts('AgreementDrafted')
    expect(anew.agreement).toMatchObject({ ref: 'a2', signedBy: [] })
    given(...agreed.slice(0, -1), example.written())
      .when(says('p1', { to: 'agreement', ref: 'a1' }))
      .refusedAs('no-agreement-written')
  })

  it('an oral one is in force from the day of the session at which all were, read back to them (art. 30)', () => {
    const session = [
      told({ type: 'PlanSession', day: day('2026-03-06'), at: '09:00', place: sealed('room') }),
      told(
        {
          ...({ type: 'RecordSession', session: 's1', parties: ['p1', 'p2'], mediators: ['m1'], guests: [] } as const),
          ...({ notes: sealed('notes'), result: 'agreement' } as const),
        },
        { on: '2026-03-06' },
      ),
      example.written({ form: 'oral', facts: null, disputed: null, responsibility: null }, '2026-03-09'),
    ] as const
    const oral = (readBack: boolean) =>
      told({ type: 'RecordOralAgreement', session: 's1', readBack }, { on: '2026-03-09' })
    given(...underWay, ...session)
      .when(oral(false))
      .refused({ kind: 'not-read-back', basis: rule('RMTJ', 28) })
    const agreement = given(...underWay, ...session)
      .when(oral(true))
      .facts('OralAgreementRecorded', 'AgreementConcluded').agreement
    expect(agreement?.effectiveOn).toBe('2026-03-06')
    const alone = session.map((one) => (one.type === 'RecordSession' ? { ...one, parties: ['p1'] } : one))
    given(...underWay, ...alone)
      .when(oral(true))
      .refused({ kind: 'parties-were-not-there', parties: ['p2'], basis: rule('RMTJ', 30) })
  })
})

describe('人民调解法 art. 31 (2): each promise is followed', () => {
  const kept = (ref: string, performance: 'kept' | 'notKept' = 'kept', on = '2026-04-02') =>
    told({ type: 'SayPerformance', party: ref, promise: 'a1p1', performance, signed: null }, { on, actor: party(ref) })
  const looked = (performance: 'kept' | 'notKept', again: string | null, on = '2026-04-05') =>
    told(
      {
        type: 'FollowUpPromise',
        promise: 'a1p1',
        performance,
        lookedAt: sealed('receipt'),
        again: again && day(again),
      } as never,
      { on },
    ) as MediationCommand

  it('is looked at within so many days of the day that was promised', () => {
    expect(given(...agreed).clock('followUpPromise#1')).toMatchObject({ from: '2026-04-01', lastDay: '2026-04-16' })
  })

  it('is over by the word of whoever it was made to, and never of whoever made it', () => {
    given(...agreed)
      .when(kept('p2'))
      .refused({ kind: 'own-promise', promise: 'a1p1' })
    const over = given(...agreed)
      .when(kept('p1'))
      .facts('PerformanceStated')
    expect(over.clocks.filter(isOpen).map(({ rule: name }) => name)).not.toContain('followUpPromise')
    expect(
      given(...agreed, kept('p1'))
        .when(told({ type: 'CloseMediation', note: null }, { on: '2026-04-06' }))
        .facts('MediationClosed').closed,
    ).toMatchObject({ isPerformed: true })
  })

  it('what was found kept is not over while whoever it was made to says otherwise', () => {
    const doubted = given(...agreed, kept('p1', 'notKept'), looked('kept', null))
    doubted.when(told({ type: 'CloseMediation', note: null }, { on: '2026-04-06' })).refused({ kind: 'note-needed' })
  })

  it('is looked at again by a day where it is not whole', () => {
    given(...agreed)
      .when(looked('notKept', null))
      .refused({ kind: 'day-for-another-look-missing' })
    const again = given(...agreed)
      .when(looked('notKept', '2026-05-10'))
      .facts('PromiseVerified')
    expect(again.clocks.filter(isOpen)).toMatchObject([
      { rule: 'applyForConfirmation' },
      { rule: 'remindOfConfirmation' },
      { rule: 'followUpPromise', lastDay: '2026-05-10' },
    ])
  })

  it('nothing is closed over a promise at which nobody looked', () => {
    given(...agreed)
      .when(told({ type: 'CloseMediation', note: sealed('x') }, { on: '2026-04-06' }))
      .refused({ kind: 'promises-not-looked-at', promises: ['a1p1'], basis: rule('RMTJ', 31, 2) })
  })

  it('one that was not kept closes with a word on it, and a paper that says how to go on (art. 32, 33 (2))', () => {
    const closed = told({ type: 'CloseMediation', note: sealed('moved away') }, { on: '2026-05-11' })
    const state = after([...agreed, looked('notKept', '2026-05-10')])
    const decision = decide(state, closed, world)
    const [fact] = decision.ok ? decision.value : []
    expect(papersOfMediation(fact as MediationFact, 20).map(({ kind }) => kind)).toEqual(['unperformedNotice'])
  })
})

describe('人民调解法 art. 33: both apply together within thirty days of effect', () => {
  const asks = (ref: string, on = '2026-03-20') =>
    told({ type: 'AskForConfirmation', party: ref, signed: null }, { on, actor: party(ref) })
  const applied = (appliedOn: string, on = appliedOn) =>
    told({ type: 'RecordApplication', appliedOn: day(appliedOn), court: sealed('court') }, { on })
  const decidedAs = (outcome: 'confirmed' | 'invalid' | 'rejected') =>
    told({ type: 'RecordConfirmation', outcome, decidedOn: day('2026-04-20'), note: sealed('n') }, { on: '2026-04-20' })

  it('counts from the day of effect, and binds the parties; whoever holds it reminds them before', () => {
    expect(given(...agreed).clock('applyForConfirmation#1')).toMatchObject({
      ...{ from: '2026-03-12', lastDay: '2026-04-13', binds: 'petitioner', after: 'lapsed' },
    })
    expect(given(...agreed).clock('remindOfConfirmation#1')).toMatchObject({ lastDay: '2026-04-01', binds: 'organ' })
    const told_ = given(...agreed)
      .when(told({ type: 'InformParties', told: 'phone' }, { on: '2026-03-20' }))
      .facts('PartiesInformed')
    expect(told_.clocks.filter(isOpen).map(({ rule: name }) => name)).not.toContain('remindOfConfirmation')
  })

  it('is applied for when all ask, with papers', () => {
    given(...agreed, asks('p1'))
      .when(applied('2026-03-21'))
      .refused({ kind: 'confirmation-needs-all', parties: ['p2'], basis: rule('RMTJ', 33, 1) })
    const decision = decide(after([...agreed, asks('p1')]), asks('p2'), world)
    const [fact] = decision.ok ? decision.value : []
    expect(papersOfMediation(fact as MediationFact, 15).map(({ kind }) => kind)).toEqual(['confirmationApplication'])
    given(...agreed, asks('p1'), asks('p2'))
      .when(applied('2026-03-21'))
      .facts('ApplicationRecorded')
  })

  it('not the day after the last; what was applied for in time may be entered later', () => {
    given(...agreed, asks('p1'))
      .when(asks('p2', '2026-04-13'))
      .facts('ConfirmationAsked')
    given(...agreed, asks('p1'))
      .when(asks('p2', '2026-04-14'))
      .refused({ kind: 'confirmation-lapsed', lastDay: day('2026-04-13'), basis: rule('RMTJ', 33, 1) })
    given(...agreed, asks('p1'), asks('p2'))
      .when(applied('2026-04-13', '2026-04-18'))
      .facts('ApplicationRecorded')
    const lapsed = given(...agreed)
      .when(told({ type: 'MarkClock', clock: 'applyForConfirmation#1' }, { on: '2026-04-14', actor: house }))
      .facts('ConfirmationLapsed')
    expect(lapsed.stage).toBe('agreed')
  })

  it('held invalid, they come to another or go to court (33 (3))', () => {
    const invalid = [...agreed, asks('p1'), asks('p2'), applied('2026-03-21'), decidedAs('invalid')] as const
    const anew = given(...invalid)
      .when(example.written({ promises: [{ party: 'p2', what: sealed('w'), due: day('2026-06-01') }] }, '2026-04-21'))
      .facts('AgreementDrafted')
    expect(anew).toMatchObject({ stage: 'mediating', confirmation: { applied: null, decided: null } })
    given(...agreed, asks('p1'), asks('p2'), applied('2026-03-21'), decidedAs('confirmed'))
      .when(example.written({ promises: [{ party: 'p2', what: sealed('w'), due: day('2026-06-01') }] }, '2026-04-21'))
      .refusedAs('wrong-mediation-stage')
  })

  it('closing takes the right from nobody', () => {
    const closed = [
      ...agreed,
      told(
        { type: 'SayPerformance', party: 'p1', promise: 'a1p1', performance: 'kept', signed: null },
        { on: '2026-03-13', actor: party('p1') },
      ),
      told({ type: 'CloseMediation', note: null }, { on: '2026-03-13' }),
    ] as const
    given(...closed)
      .when(asks('p1'))
      .facts('ConfirmationAsked')
  })

  it('is for agreements of people’s and industry mediation; a court has its own', () => {
    const administrative = [example.opened({ kind: 'administrative' }), ...agreed.slice(1)]
    given(...administrative)
      .when(asks('p1'))
      .refusedAs('not-confirmable')
  })
})

describe('人民调解法 art. 26: what fails is ended, and everybody is told how to go on', () => {
  it('by whoever holds it, with a paper; no other way is closed by it', () => {
    const state = after([...underWay])
    const decision = decide(state, told({ type: 'EndMediation', reason: 'notAgreed', note: sealed('n') }), world)
    const [fact] = decision.ok ? decision.value : []
    expect(papersOfMediation(fact as MediationFact, 9).map(({ kind }) => kind)).toEqual(['mediationEndNotice'])
    const ended = (decision.ok ? decision.value : []).reduce<MediationState>(evolve, state) as Mediation
    expect(ended.clocks.filter(isOpen)).toEqual([])
    expect(shelfOf(ended)).toBe('done')
  })
})

describe('The petition and the mediation of it (docs/adr/0048)', () => {
  const subject = { kind: 'petition', number: '260302000000017', ref: 'm1' } as const
  const parties = [person({ petitioner: 'p1' }), person({ organ: id('county.land'), role: 'respondent' })]
  const linked = example.opened({ subject, parties, shownTo: [id('county.land')] })
  const taken = (agrees: boolean) =>
    told({ type: 'TakeAnswer', party: 'p1', agrees, answeredOn: day('2026-03-02') }, { actor: house })

  it('a petitioner’s yes to a proposal that stands there is said there and taken over', () => {
    given(linked).when(says('p1')).refused({ kind: 'answered-in-the-petition', petition: subject.number })
    given(linked).when(taken(true)).facts('PartyAnswered')
    given(linked, taken(true)).when(taken(true)).facts()
  })

  it('their no counts wherever it is said', () => {
    given(linked)
      .when(says('p1', { agrees: false }))
      .facts('PartyAnswered', 'MediationEnded')
    given(linked, taken(true)).when(taken(false)).facts('PartyAnswered', 'MediationEnded')
  })

  it('an organ that is a party speaks for itself', () => {
    given(linked, taken(true))
      .when({ ...says('p2'), actor: land })
      .facts('PartyAnswered', 'MediationStarted')
  })

  it('once the proposal is over there, it is answered here', () => {
    const free = told({ type: 'FreeMediation' }, { actor: house })
    given(linked, free).when(says('p1')).facts('PartyAnswered')
    given(linked, free).when(free).facts()
  })

  it('starts and stops no clock but its own, and none of the petition', () => {
    const rules = new Set(
      given(linked, taken(true), { ...says('p2'), actor: land }).mediation.clocks.map((each) => each.rule),
    )
    expect([...rules]).toEqual(['mediate'])
  })
})

describe('What can be done is what is decided', () => {
  it('to whoever holds it each action says why not', () => {
    const { mediation } = given(...agreed)
    const actions = actionsOf(mediation, head, day('2026-03-13'), world)
    const named = (action: string) => actions.filter((each) => each.action === action)
    expect(named('follow-up')).toMatchObject([{ ref: 'a1p1', refusal: null }])
    expect(named('session')).toMatchObject([{ refusal: { kind: 'wrong-mediation-stage' } }])
  })

  it('an organ that is a party answers for itself and for nobody else', () => {
    const mixed = example.opened({ parties: [person(), person({ organ: id('county.land') })] })
    const actions = actionsOf(given(mixed).mediation, land, day('2026-03-02'), world)
    expect(actions.filter(({ action }) => action === 'answer').map(({ ref }) => ref)).toEqual(['p2'])
  })

  it('a party sees what they are asked', () => {
    const acts = actsOf(given(...underWay).mediation, 'p1', day('2026-03-03'), world)
    expect(acts.filter(({ refusal }) => refusal === null).map(({ act, to }) => to ?? act)).toEqual([
      ...['mediation', 'mediator', 'leave', 'openness', 'choose'],
    ])
  })

  it('nothing is asked of anybody for money: no command has a field for it (art. 4)', () => {
    const words = JSON.stringify([...underWay, ...agreed].map((command) => Object.keys(command)))
    expect(words).not.toMatch(/fee|price|amount|money|paid/i)
  })

  it('a reform moves what an organ holds', () => {
    const merged = example.worldWith({ 'county.centre': { state: 'merged', successors: [id('town.centre')] } })
    const moved = given(...underWay)
      .when(told({ type: 'PassMediationOn' }, { actor: house }), merged)
      .facts('MediationPassedOn')
    expect(moved.organ).toBe('town.centre')
    expect(moved.clocks.filter(isOpen).every(({ bearer }) => 'organ' in bearer && bearer.organ === 'town.centre')).toBe(
      true,
    )
  })

  it('what was erased is written to no more', () => {
    given(...underWay, told({ type: 'EraseMediation' }, { actor: house }))
      .when(says('p1'))
      .refused({ kind: 'mediation-erased', on: day('2026-03-02') })
  })
})
