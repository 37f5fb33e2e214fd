import { describe, expect, it } from 'vitest'
import { day } from '../../kernel/day.ts'
import { article, decided } from '../../law/basis.ts'
import { cn2022 } from '../../law/cn-2022/cn-2022.ts'
import { actionsOf, ownActions } from './actions.ts'
import { decide } from './decide.ts'
import { evolve } from './evolve.ts'
import * as example from './examples.ts'
import {
  beginning,
  bureauHead,
  clerk,
  deputy,
  handler,
  house,
  id,
  mayor,
  petitioner,
  sealed,
  secretary,
  staff,
  step,
} from './examples.ts'
import { type GroundsOf, groundsIn, regionsOf } from './grounds.ts'
import { isOwner, mayKnow, partsOf } from './knowing.ts'
import type {
  Ownership,
  OwnershipCommand,
  OwnershipFact,
  OwnershipRefusal,
  OwnershipState,
  OwnershipWorld,
} from './ownership.ts'
import { lastDayOfRelapse } from './proposing.ts'
import { ownershipRows } from './tables.ts'

const world = example.worldWith()

function after(commands: readonly OwnershipCommand[], at: OwnershipWorld = world): OwnershipState {
  return commands.reduce<OwnershipState>((state, command) => {
    const decision = decide(state, command, at)
    if (!decision.ok) throw new Error(`given ${command.type} was refused: ${JSON.stringify(decision.error)}`)
    return decision.value.reduce<OwnershipState>(evolve, state)
  }, null)
}

const given = (...commands: readonly OwnershipCommand[]) => givenIn(world, ...commands)

function givenIn(at: OwnershipWorld, ...commands: readonly OwnershipCommand[]) {
  const state = after(commands, at)
  const ownership = state as Ownership
  return {
    ownership,
    clock: (wanted: string) => ownership.clocks.find((clock) => clock.id === wanted),
    when: (command: OwnershipCommand, now: OwnershipWorld = at) => {
      const decision = decide(state, command, now)
      return {
        facts: (...types: readonly OwnershipFact['type'][]) => {
          expect(decision, command.type).toMatchObject({ ok: true })
          const facts = decision.ok ? decision.value : []
          expect(facts.map(({ type }) => type)).toEqual(types)
          return facts.reduce<OwnershipState>(evolve, state) as Ownership
        },
        refused: (refusal: OwnershipRefusal) => expect(decision).toEqual({ ok: false, error: refusal }),
        refusedAs: (kind: OwnershipRefusal['kind']) => expect(decision).toMatchObject({ ok: false, error: { kind } }),
      }
    },
  }
}

const owned = [example.proposed(), example.assigned()] as const
const running = [...owned, example.planned()] as const
const solved = [...running, example.resulted()] as const

describe('信访工作条例 art. 18 (2): a petition that a leader owns', () => {
  it('is proposed once: by the house for what the facts show, or by hand', () => {
    const { ownership, when, clock } = given(example.proposed())
    expect(ownership).toMatchObject({ stage: 'proposed', grounds: [{ for: 'longOpen', by: null }] })
    expect(clock('decideOwnership#1')).toMatchObject({ lastDay: '2026-12-07', state: 'running' })
    when(example.proposed()).facts()
    when(example.proposed({ for: ['longOpen', 'group'] })).facts('GroundAdded')
    when(example.proposed({ actor: clerk, for: ['byHand'], reason: sealed('why') })).refused({
      ...{ kind: 'owned-already', petition: petitioner.petition },
    })
  })

  it('by whoever may know of it, and never by a petitioner', () => {
    given()
      .when(example.proposed({ actor: clerk, for: ['byHand'] }))
      .facts('OwnershipProposed')
    given()
      .when(example.proposed({ actor: petitioner }))
      .refusedAs('ownership-not-yours')
    given()
      .when(example.proposed({ actor: staff('county.bureau', 'auditor', 'auditor') }))
      .refusedAs('ownership-not-yours')
    const keptOut = beginning({ keptFrom: [id('county.land')] })
    for (const organ of ['county.land', 'county.survey'])
      given()
        .when(example.proposed({ actor: staff(organ, 'x'), beginning: keptOut }))
        .refusedAs('ownership-not-yours')
    given()
      .when(example.proposed({ actor: clerk, beginning: beginning({ recused: ['clerk'] }) }))
      .refusedAs('ownership-not-yours')
  })

  it('is no accusation, since the competent body handles those by its own rules', () => {
    given()
      .when(example.proposed({ beginning: beginning({ class: 'accusation' }) }))
      .refused({ kind: 'accusations-are-not-owned', basis: article(30, 1) })
  })

  it('is owned when a head or leader of its place says by whom, with what and until when', () => {
    const { ownership, clock } = given(...owned)
    expect(ownership).toMatchObject({
      ...{ stage: 'assigned', owner: { organ: 'county', account: 'deputy' }, due: '2027-01-31' },
      ...{ duties: ['know', 'resolve'], held: [{ account: 'deputy', until: null }] },
    })
    expect(clock('decideOwnership#1')).toMatchObject({ state: 'stopped' })
    expect(clock('solve#1')).toMatchObject({ lastDay: '2027-01-31', bearer: { organ: 'county' } })
    for (const actor of [clerk, handler, staff('county.water', 'boss', 'head')])
      given(example.proposed())
        .when(example.assigned({ actor }))
        .refusedAs(actor.organ === 'county.bureau' ? 'deciders-decide' : 'no-such-ownership')
    given(example.proposed())
      .when(example.assigned({ actor: bureauHead }))
      .facts('OwnerAssigned')
  })

  it('by a leader who leads there, and not by the organ that it complains of', () => {
    const assign = (more: Parameters<typeof example.assigned>[0], kind: OwnershipRefusal['kind']) =>
      given(example.proposed()).when(example.assigned(more)).refusedAs(kind)
    const looked = { owner: { leads: false, above: [] }, handler: { handles: true, above: [] } }
    assign({ looked }, 'owner-leads-nothing')
    assign({ owner: { organ: id('county.land'), account: 'boss' } }, 'owner-is-complained-of')
    assign({ owner: { organ: id('nowhere'), account: 'boss' } }, 'unknown-organ')
    given(example.proposed())
      .when(example.assigned({ handler: { organ: id('county.land'), account: null } }))
      .facts('OwnerAssigned')
  })

  it('with everything fixed that the law of the place wants fixed', () => {
    given(example.proposed())
      .when(example.assigned({ handler: null }))
      .refused({ kind: 'not-all-fixed', missing: 'handler', row: 'person', basis: decided('0040') })
    given(...owned)
      .when(example.planned({ steps: [] }))
      .refused({ kind: 'not-all-fixed', missing: 'plan', row: 'plan', basis: decided('0040') })
    const { leader, limit } = cn2022.ownership.fixed
    const loose = example.worldWith({ law: { fixed: { leader, limit } } })
    givenIn(loose, example.proposed(), example.assigned({ handler: null }))
      .when(example.planned({ steps: [] }))
      .facts('PlanRecorded')
  })

  it('with duties that the law of the place knows', () => {
    given(example.proposed())
      .when(example.assigned({ duties: [] }))
      .refusedAs('no-duty-taken')
    given(example.proposed())
      .when(example.assigned({ duties: ['know', 'stability'] }))
      .refused({ kind: 'unknown-duty', duty: 'stability' })
    given(example.proposed())
      .when(example.assigned({ due: day('2026-11-23') }))
      .refusedAs('day-not-ahead')
  })

  it('or is not taken on, and comes up again by hand or for what was not known then', () => {
    const { ownership, when } = given(example.proposed(), example.dropped())
    expect(ownership).toMatchObject({ stage: 'dropped', endedOn: '2026-11-23' })
    expect(ownership.clocks).toMatchObject([{ state: 'stopped' }])
    when(example.proposed()).facts()
    expect(when(example.proposed({ for: ['group'] })).facts('GroundAdded')).toMatchObject({
      stage: 'proposed',
      clocks: [{}, { id: 'decideOwnership#2', state: 'running' }],
    })
    when(example.proposed({ actor: clerk, for: ['byHand'] })).facts('GroundAdded')
  })
})

describe('信访工作条例 art. 28 (3), 30 (3): who owns nothing here and knows nothing of it', () => {
  const keeping = { keptFrom: [id('county.land')], officials: ['named'], recused: ['gone'] }
  const kept = [
    example.proposed({ beginning: beginning(keeping) }),
    example.assigned({ owner: { organ: id('county'), account: 'deputy' } }),
  ]

  it('an organ from which it is kept, and whoever stands below', () => {
    for (const organ of ['county.land', 'county.survey']) {
      given(example.proposed({ beginning: beginning({ ...keeping, about: [] }) }))
        .when(example.assigned({ owner: { organ: id(organ), account: 'x' } }))
        .refusedAs('owner-is-kept-out')
      given(example.proposed({ beginning: beginning(keeping) }))
        .when(example.assigned({ handler: { organ: id(organ), account: null } }))
        .refusedAs('handler-is-kept-out')
      given(...kept)
        .when(example.planned({ steps: [step(organ)] }))
        .refusedAs('doer-is-kept-out')
    }
  })

  it('an official whom it names, whoever answers to them, and whoever stepped aside', () => {
    const assign = (account: string, above: readonly string[] = []) =>
      given(example.proposed({ beginning: beginning(keeping) })).when(
        example.assigned({
          owner: { organ: id('county'), account },
          looked: { owner: { leads: true, above }, handler: { handles: true, above: [] } },
        }),
      )
    assign('named').refusedAs('owner-is-concerned')
    assign('other', ['named']).refusedAs('owner-is-concerned')
    assign('gone').refusedAs('owner-is-concerned')
    assign('other', ['somebody']).facts('OwnerAssigned')
    const asHandler = (account: string, above: readonly string[] = []) =>
      given(example.proposed({ beginning: beginning(keeping) })).when(
        example.assigned({
          handler: { organ: id('county.water'), account },
          looked: { owner: { leads: true, above: [] }, handler: { handles: true, above } },
        }),
      )
    asHandler('named').refusedAs('handler-is-concerned')
    asHandler('other', ['named']).refusedAs('handler-is-concerned')
    given(...kept)
      .when(example.planned({ steps: [{ ...step(), officer: 'named' }] }))
      .refusedAs('doer-is-kept-out')
  })

  it('is told that there is none', () => {
    const { ownership } = given(...kept)
    const { organs } = world
    const known = (actor: ReturnType<typeof staff>) => mayKnow(ownership, actor, organs)
    expect(partsOf(ownership)).toEqual(
      ['county.bureau', 'county', 'county.conference', 'county.party', 'county.water'].map(id),
    )
    expect(known(deputy)).toBe(true)
    expect(known(handler)).toBe(true)
    expect(known(staff('county.land', 'x', 'head'))).toBe(false)
    expect(known({ ...staff('county.water', 'y'), answersTo: ['named'] })).toBe(false)
    expect(known(staff('county', 'gone', 'leader'))).toBe(false)
    expect(known({ ...staff('county', 'z', 'leader'), standsFor: ['gone'] })).toBe(false)
    expect(known(staff('town', 'x', 'head'))).toBe(false)
    given(...kept)
      .when(example.met({ actor: staff('county', 'named', 'leader') }))
      .refused({ kind: 'no-such-ownership' })
  })

  it('is no party in the tables, even where a decision had made one', () => {
    const rows = ownershipRows(given(...kept).ownership)
    expect(rows.ownership_party?.map(({ organ }) => organ)).not.toContain('county.land')
    const turned = given(...kept).when({
      ...{ type: 'KeepOwnership', on: day('2026-11-24'), actor: house, class: 'appeal' },
      keeping: { keptFrom: [id('county.water')], officials: [], recused: [], about: [] },
    } as OwnershipCommand)
    const after = turned.facts('OwnershipKept')
    expect(ownershipRows(after).ownership_party?.map(({ organ }) => organ)).not.toContain('county.water')
  })

  it('and what turns out to accuse somebody is owned no longer', () => {
    const turned = given(...running).when({
      ...{ type: 'KeepOwnership', on: day('2026-11-24'), actor: house, class: 'accusation' },
      keeping: { keptFrom: [id('county.land')], officials: [], recused: [], about: [id('county.land')] },
    } as OwnershipCommand)
    const ended = turned.facts('OwnershipKept', 'OwnershipEnded')
    expect(ended).toMatchObject({ stage: 'ended', clocks: [{ state: 'stopped' }, { state: 'stopped' }] })
  })
})

describe('The plan, the meetings and the help', () => {
  it('are the owner’s and the handler’s, in steps that end before the case does', () => {
    const { ownership, when } = given(...running)
    expect(ownership).toMatchObject({ stage: 'planned', steps: [{ key: 's1', organ: 'county.water' }] })
    expect(
      when(example.stepped())
        .facts('StepAdded')
        .steps.map(({ key }) => key),
    ).toEqual(['s1', 's2'])
    when(example.stepped({ actor: secretary })).refusedAs('ownership-not-yours')
    when(example.stepped({ step: step('county.water', '2027-02-01') })).refused({
      ...{ kind: 'step-after-the-end', day: day('2027-02-01'), due: day('2027-01-31') },
    })
    when(example.stepped({ step: step('county.water', '2027-01-31') })).facts('StepAdded')
    when(example.stepped({ step: step('county.water', '2026-11-23') })).refusedAs('day-not-ahead')
    given(...owned)
      .when(example.stepped())
      .refusedAs('wrong-ownership-stage')
  })

  it('are rid of a step that nobody does, with the reason, and of none that somebody has', () => {
    const { when } = given(...running)
    when(example.withdrawn('s1', { hasTask: true })).refused({ kind: 'step-has-task' })
    when(example.withdrawn('s2')).refused({ kind: 'unknown-step', step: 's2' })
    when(example.withdrawn('s1', { actor: secretary })).refusedAs('ownership-not-yours')
    const { withdrawnSteps, steps } = when(example.withdrawn('s1')).facts('StepWithdrawn')
    expect(withdrawnSteps).toMatchObject([{ step: 's1', on: '2026-11-23' }])
    expect(steps).toHaveLength(1)
    given(...running, example.withdrawn('s1'))
      .when(example.withdrawn('s1'))
      .refused({ kind: 'unknown-step', step: 's1' })
  })

  it('record what the petitioner said once it was read back', () => {
    const { when } = given(...running)
    when(example.met({ readBack: false })).refused({ kind: 'not-read-back', basis: article(19, 1) })
    when(example.met({ heldOn: day('2026-11-24') })).refusedAs('day-in-the-future')
    when(example.met({ heldOn: day('2026-11-22') })).refusedAs('day-before-the-owner')
    expect(when(example.met()).facts('MeetingRecorded').meetings).toMatchObject([{ ref: 'm1' }])
  })

  it('offer help that the petitioner may take or leave', () => {
    const { when } = given(...running, example.helped())
    when({ type: 'AnswerHelp', on: day('2026-11-24'), actor: deputy, help: 'h2', answer: 'accepted' }).refusedAs(
      'unknown-help',
    )
    const answered = when({
      ...{ type: 'AnswerHelp', on: day('2026-11-24'), actor: deputy, help: 'h1', answer: 'notWanted' },
    } as OwnershipCommand).facts('HelpAnswered')
    expect(answered.help).toMatchObject([{ answer: 'notWanted', answeredOn: '2026-11-24' }])
    given(...solved, example.helped(), example.viewed())
      .when(example.closed())
      .facts('OwnershipClosed')
  })

  it('are given more time by somebody else, with the reason, and the clock says so', () => {
    const { when } = given(...running)
    const longer = when(example.extended('2027-02-28')).facts('OwnershipExtended')
    expect(longer).toMatchObject({ due: '2027-02-28', extensions: [{ account: 'secretary', until: '2027-02-28' }] })
    expect(longer.clocks.at(-1)).toMatchObject({
      ...{ rule: 'solve', lastDay: '2027-02-28', originally: '2027-01-31', extensions: [{ days: 28 }] },
    })
    when(example.extended('2027-01-31')).refused({ kind: 'not-an-extension', due: day('2027-01-31') })
    when(example.extended('2027-02-28', { actor: deputy })).refused({ kind: 'own-extension', basis: decided('0040') })
  })
})

describe('Silence is never satisfaction: how an owned case is closed', () => {
  it('with the petitioner’s own view of the result', () => {
    const { when } = given(...solved)
    when(example.closed()).refused({
      ...{ kind: 'view-not-known', asked: 0, atLeast: 3, basis: decided('0040') },
    })
    const closed = given(...solved, example.viewed())
      .when(example.closed())
      .facts('OwnershipClosed')
    expect(closed).toMatchObject({ stage: 'closed', endedOn: '2026-11-23', statements: [{ account: 'deputy' }] })
    expect(closed.clocks.every(({ state }) => state === 'stopped')).toBe(true)
  })

  it('not with a view of what was only promised, or of an earlier result', () => {
    given(...running)
      .when(example.viewed())
      .refusedAs('no-result-yet')
    given(...running)
      .when(example.closed())
      .refusedAs('no-result-yet')
    given(...solved, example.viewed(), example.resulted({ outcome: 'explained' }))
      .when(example.closed())
      .refusedAs('view-not-known')
  })

  it('or after another organ asked on three different days', () => {
    const twice = [example.asked('2026-11-24'), example.asked('2026-11-24'), example.asked('2026-11-25')]
    const later = { on: day('2026-11-26') }
    given(...solved, ...twice)
      .when(example.closed(later))
      .refused({ kind: 'view-not-known', asked: 2, atLeast: 3, basis: decided('0040') })
    const { when } = given(...solved, ...twice, example.asked('2026-11-26'))
    const [fact] = [
      decide(given(...solved, ...twice, example.asked('2026-11-26')).ownership, example.closed(later), world),
    ]
    expect(fact).toMatchObject({ ok: true, value: [{ type: 'OwnershipClosed', view: null }] })
    when(example.closed(later)).facts('OwnershipClosed')
    given(...solved)
      .when(example.asked('2026-11-24', { actor: staff('county', 'office') }))
      .refused({ kind: 'asked-by-own-organ', basis: decided('0040') })
    given(...solved)
      .when(example.asked('2026-11-24', { actor: handler }))
      .refusedAs('asked-by-own-organ')
    given(...solved)
      .when(example.asked('2026-11-24', { askedOn: day('2026-11-25') }))
      .refusedAs('day-in-the-future')
    given(...solved)
      .when(example.asked('2026-11-24', { askedOn: day('2026-11-22') }))
      .refusedAs('day-before-the-owner')
  })

  it('or with what they signed, and the file of it', () => {
    const signed = (materials: number): OwnershipCommand => ({
      ...{ type: 'RecordView', on: day('2026-11-23'), actor: clerk, view: 'partly', words: sealed('words') },
      materials: Array.from({ length: materials }, () => ({
        ...{ file: 'f', name: sealed('scan'), mediaType: 'application/pdf', bytes: 1 },
      })),
    })
    given(...solved)
      .when(signed(0))
      .refused({ kind: 'needs-own-key-or-signature', basis: decided('0040') })
    const recorded = given(...solved)
      .when(signed(2))
      .facts('ViewRecorded')
    expect(recorded.views).toMatchObject([{ person: null, materials: [{ ref: 'f1' }, { ref: 'f2' }] }])
    expect(ownershipRows(recorded).file_reference).toEqual([{ file: 'f' }])
    given(...solved, signed(1))
      .when(example.closed())
      .facts('OwnershipClosed')
  })

  it('never as solved over the word of the petitioner', () => {
    const no = example.viewed({ view: 'dissatisfied' })
    given(...solved, no)
      .when(example.closed())
      .refused({ kind: 'view-says-otherwise', outcome: 'resolved', basis: decided('0040') })
    const another = example.viewed({ actor: { ...petitioner, person: 'p2' } })
    given(...solved, no, another)
      .when(example.closed())
      .refusedAs('view-says-otherwise')
    given(...solved, no, another, example.viewed({ view: 'partly' }))
      .when(example.closed())
      .facts('OwnershipClosed')
    const honest = example.resulted({ outcome: 'notResolved', remains: sealed('the road') })
    given(...solved, no, honest, no)
      .when(example.closed())
      .facts('OwnershipClosed')
    given(...running)
      .when(example.resulted({ outcome: 'partly' }))
      .refused({ kind: 'needs-what-remains', outcome: 'partly' })
  })

  it('never over a step that is open, and by the owner alone', () => {
    given(...solved, example.viewed())
      .when(example.closed({ openTasks: 1 }))
      .refused({ kind: 'steps-still-open', open: 1 })
    for (const actor of [mayor, secretary, clerk])
      given(...solved, example.viewed())
        .when(example.closed({ actor }))
        .refusedAs('owner-does-it')
    given(...running)
      .when(example.resulted({ actor: handler }))
      .refusedAs('owner-does-it')
  })

  it('and comes again within the months of the law when the matter does', () => {
    const again = (on: string, number = '270301000000001'): OwnershipCommand => ({
      ...{ type: 'ReopenOwnership', on: day(on), actor: house, again: number },
    })
    const { when } = given(...solved, example.viewed(), example.closed())
    const reopened = when(again('2027-11-23')).facts('OwnershipReopened')
    expect(reopened).toMatchObject({
      ...{ stage: 'proposed', owner: null, relapses: [{ again: '270301000000001' }] },
      held: [{ account: 'deputy', ended: 'reopened' }],
    })
    expect(reopened.clocks.at(-1)).toMatchObject({ rule: 'decideOwnership', state: 'running' })
    when(again('2027-11-24')).facts()
    expect(ownershipRows(reopened).ownership).toMatchObject([{ has_result: false, relapses: 1 }])
    const anew = given(
      ...[...solved, example.viewed(), example.closed(), again('2027-03-01')],
      ...[example.assigned({ due: day('2027-12-31') }), example.planned({ steps: [] })],
    )
    for (const command of [example.closed(), example.viewed()]) anew.when(command).refusedAs('no-result-yet')
    when(again('2027-03-01', petitioner.petition)).facts()
    given(...running)
      .when(again('2027-03-01'))
      .refusedAs('wrong-ownership-stage')
    expect(lastDayOfRelapse(day('2027-02-28'), 12)).toBe('2028-02-28')
  })
})

describe('Another owner', () => {
  it('is asked for by the petitioner, and decided on by somebody else', () => {
    const { when, ownership } = given(...running, example.askedForAnother())
    expect(ownershipRows(ownership).ownership).toMatchObject([{ asks_for_another: true }])
    when(example.askedForAnother()).refused({ kind: 'asked-already' })
    when(example.decidedOnAnother(false, { actor: deputy })).refused({
      ...{ kind: 'owner-decides-not', basis: article(28, 3) },
    })
    when(example.decidedOnAnother(false, { actor: handler })).refusedAs('deciders-decide')
    expect(when(example.decidedOnAnother(false)).facts('AnotherOwnerDecided')).toMatchObject({
      ...{ owner: { account: 'deputy' }, anotherOwner: [{ decided: { isGranted: false, account: 'secretary' } }] },
    })
    given(...running)
      .when(example.decidedOnAnother(true))
      .refused({ kind: 'nothing-asked' })
  })

  it('is named where it was granted, and is never the same again', () => {
    const { ownership, when } = given(...running, example.askedForAnother(), example.decidedOnAnother(true))
    expect(ownership).toMatchObject({ owner: null, refusedOwners: ['deputy'], held: [{ ended: 'refused' }] })
    when(example.resulted()).refusedAs('owner-does-it')
    when(example.planned({ actor: handler })).refusedAs('nobody-owns-it')
    when(example.replaced({ owner: { organ: id('county'), account: 'deputy' } })).refused({
      ...{ kind: 'owner-was-refused', basis: article(28, 3) },
    })
    const next = when(example.replaced()).facts('OwnerReplaced')
    expect(next).toMatchObject({ owner: { account: 'mayor' }, steps: [{ key: 's1' }], due: '2027-01-31' })
    expect(next.clocks.at(-1)).toMatchObject({ state: 'running', lastDay: '2027-01-31' })
  })

  it('stays where somebody else follows before it was decided: it was not asked about them', () => {
    const { ownership } = given(
      ...[...running, example.askedForAnother(), example.replaced(), example.decidedOnAnother(true)],
    )
    expect(ownership).toMatchObject({
      ...{ owner: { account: 'mayor' }, refusedOwners: ['deputy'] },
      held: [{ ended: 'replaced' }, { ended: null }],
    })
  })

  it('follows when a post has ended, named by the head of the organ or by whoever decides', () => {
    const left: OwnershipCommand = { type: 'MarkOwnerLeft', on: day('2026-12-01'), actor: house, account: 'deputy' }
    const { ownership, when } = given(...running, left)
    expect(ownership).toMatchObject({ owner: null, stage: 'planned', held: [{ ended: 'left', until: '2026-12-01' }] })
    expect(isOwner(ownership, deputy)).toBe(false)
    when(example.replaced({ actor: mayor })).facts('OwnerReplaced')
    when(example.replaced({ actor: staff('county', 'office') })).refusedAs('deciders-decide')
    given(...running)
      .when({ ...left, account: 'mayor' })
      .facts()
    given(...running)
      .when(example.replaced({ owner: { organ: id('county'), account: 'deputy' } }))
      .refusedAs('owner-unchanged')
  })
})

describe('What the house does by itself', () => {
  it('marks what nobody decided on in time, and what was not solved, the day after', () => {
    const mark = (on: string, clock: string): OwnershipCommand => ({
      type: 'MarkClock',
      on: day(on),
      actor: house,
      clock,
    })
    given(example.proposed()).when(mark('2026-12-07', 'decideOwnership#1')).refusedAs('clock-still-running')
    given(example.proposed()).when(mark('2026-12-08', 'decideOwnership#1')).facts('OwnershipFellOverdue')
    given(...running)
      .when(mark('2027-01-31', 'solve#1'))
      .refusedAs('clock-still-running')
    given(...running)
      .when(mark('2027-02-01', 'solve#1'))
      .facts('OwnershipFellOverdue')
    given(...running)
      .when({ ...mark('2027-02-01', 'solve#1'), actor: deputy } as OwnershipCommand)
      .refusedAs('ownership-not-yours')
  })

  it('passes the part of an organ on to whoever carries it on, unless it must not know', () => {
    const merged = { state: 'merged', successors: [id('county.land')] } as const
    const pass: OwnershipCommand = { type: 'PassOwnershipOn', on: day('2026-12-01'), actor: house }
    const reformed = example.worldWith({ organs: { 'county.water': merged } })
    expect(
      given(...running)
        .when(pass, reformed)
        .facts('OwnershipPassedOn').handler,
    ).toEqual({
      organ: 'county.land',
      account: null,
    })
    const byWater = example.proposed({ actor: handler, for: ['byHand'], reason: sealed('why') })
    const passed = given(byWater).when(pass, reformed).facts('OwnershipPassedOn')
    expect(partsOf(passed)).not.toContain('county.water')
    expect(decide(passed, pass, reformed)).toEqual({ ok: true, value: [] })
    given(example.proposed({ beginning: beginning({ keptFrom: [id('county.land')] }) }), example.assigned())
      .when(pass, reformed)
      .facts()
    given(...running)
      .when(pass)
      .facts()
  })
})

describe('What can be done, tried on the rules themselves', () => {
  const tried = (ownership: Ownership, actor: OwnershipCommand['actor'], openTasks = 0) =>
    Object.fromEntries(
      actionsOf(ownership, actor, day('2026-11-23'), { openTasks, ungiven: [], world }).map(({ action, refusal }) => [
        action,
        refusal?.kind ?? 'allowed',
      ]),
    )

  it('for whoever decides, owns and handles', () => {
    expect(tried(given(example.proposed()).ownership, secretary)).toMatchObject({ assign: 'allowed', drop: 'allowed' })
    expect(tried(given(...running).ownership, deputy)).toMatchObject({
      ...{ step: 'allowed', meeting: 'allowed', help: 'allowed', result: 'allowed', close: 'no-result-yet' },
      ...{ view: 'no-result-yet', extend: 'own-extension', replace: 'allowed', assign: 'wrong-ownership-stage' },
    })
    expect(tried(given(...solved, example.viewed()).ownership, deputy, 2)).toMatchObject({ close: 'steps-still-open' })
    expect(tried(given(...running).ownership, deputy)).toMatchObject({
      ...{ 'withdraw-step': 'step-has-task', 'help-answer': 'unknown-help' },
    })
    expect(tried(given(...solved).ownership, clerk)).toMatchObject({ asking: 'allowed', view: 'allowed' })
    expect(tried(given(...running).ownership, handler)).toMatchObject({ step: 'allowed', result: 'owner-does-it' })
  })

  it('and for the petitioner', () => {
    const on = day('2026-11-23')
    expect(ownActions(given(...solved).ownership, petitioner, on, world)).toEqual({ view: null, anotherOwner: null })
    expect(ownActions(given(...running).ownership, petitioner, on, world)).toMatchObject({
      view: { kind: 'no-result-yet' },
    })
    const stranger = { ...petitioner, petition: '261101000000002' }
    expect(ownActions(given(...solved).ownership, stranger, on, world).view).toEqual({ kind: 'no-such-ownership' })
  })
})

describe('Grounds are facts of the petition', () => {
  const { organs } = world
  const quiet: GroundsOf = {
    ...{ registeredOn: day('2026-11-01'), endedOn: null, headcount: 1, reviews: 0, linked: 0 },
    organs: [id('county.bureau')],
  }
  const in2022 = (more: Partial<GroundsOf>, today = '2026-11-23') =>
    groundsIn({ ...quiet, ...more }, cn2022.ownership, { organs, today: day(today) })

  it.each([
    [{ registeredOn: day('2026-07-26') }, ['longOpen']],
    [{ registeredOn: day('2026-07-27') }, []],
    [{ reviews: 2 }, ['reviewed']],
    [{ reviews: 1 }, []],
    [{ linked: 2 }, ['sameMatterAgain']],
    [{ linked: 1 }, []],
    [{ headcount: 5 }, ['group']],
    [{ headcount: 4 }, []],
    [{ organs: [id('county'), id('next-county')] }, ['severalRegions']],
    [{ organs: [id('county'), id('city'), id('town')] }, []],
    [{ headcount: 9, reviews: 2, endedOn: day('2026-11-20') }, []],
    [{ linked: 2, endedOn: day('2026-11-20') }, ['sameMatterAgain']],
  ] as const)('%o gives %o', (more, grounds) => expect(in2022(more)).toEqual(grounds))

  it('count a county within its prefecture once', () => {
    expect(regionsOf([id('county'), id('town'), id('city')], organs)).toBe(1)
    expect(regionsOf([id('nowhere')], organs)).toBe(0)
  })

  it('and none that the law of the place leaves out', () => {
    const { longOpen: _, ...grounds } = cn2022.ownership.grounds
    expect(
      groundsIn({ ...quiet, registeredOn: day('2020-01-01') }, { grounds }, { organs, today: day('2026-11-23') }),
    ).toEqual([])
  })
})
