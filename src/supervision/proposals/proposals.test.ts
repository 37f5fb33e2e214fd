import { describe, expect, it } from 'vitest'
import { day } from '../../kernel/day.ts'
import { isKeptOut } from '../../kernel/keeping-out.ts'
import { isOpen } from '../../kernel/running-clock.ts'
import { article, articleWithoutDays, decided } from '../../law/basis.ts'
import { cn2022 } from '../../law/cn-2022/cn-2022.ts'
import { looseningOf } from '../../petition/pack-safeguards.ts'
import type { PetitionLaw } from '../../petition/petition.ts'
import { law as national } from '../../petition/world.ts'
import { actionsOf } from './actions.ts'
import { decide } from './decide.ts'
import { evolve } from './evolve.ts'
import * as example from './examples.ts'
import { accusing, clerk, head, id, linked, looked, sealed, staff, supervisor, text } from './examples.ts'
import type {
  Proposal,
  ProposalCommand,
  ProposalFact,
  ProposalRefusal,
  ProposalState,
  ProposalWorld,
} from './proposal.ts'
import { reachOf, recipientsFor } from './recipients.ts'
import { proposalRows } from './tables.ts'

const world = example.worldWith()

function after(commands: readonly ProposalCommand[], at: ProposalWorld = world): ProposalState {
  return commands.reduce<ProposalState>((state, command) => {
    const decision = decide(state, command, at)
    if (!decision.ok) throw new Error(`given ${command.type} was refused: ${JSON.stringify(decision.error)}`)
    return decision.value.reduce<ProposalState>(evolve, state)
  }, null)
}

function given(...commands: readonly ProposalCommand[]) {
  return givenIn(world, ...commands)
}

function givenIn(at: ProposalWorld, ...commands: readonly ProposalCommand[]) {
  const state = after(commands, at)
  const proposal = state as Proposal
  return {
    proposal,
    clock: (id: string) => proposal.clocks.find((clock) => clock.id === id),
    when: (command: ProposalCommand, now: ProposalWorld = at) => {
      const decision = decide(state, command, now)
      return {
        facts: (...types: readonly ProposalFact['type'][]) => {
          expect(decision, command.type).toMatchObject({ ok: true })
          const facts = decision.ok ? decision.value : []
          expect(facts.map(({ type }) => type)).toEqual(types)
          return facts.reduce<ProposalState>(evolve, state) as Proposal
        },
        refused: (refusal: ProposalRefusal) => expect(decision).toEqual({ ok: false, error: refusal }),
        refusedAs: (kind: ProposalRefusal['kind']) => expect(decision).toMatchObject({ ok: false, error: { kind } }),
      }
    },
  }
}

const land = staff('county.land', 'land')
const discipline = staff('county.discipline', 'inspector')
const goneOut = [example.drafted(), example.submitted(), example.approved(), example.issued()] as const
const sealedOut = [
  accusing(),
  example.submitted({ actor: supervisor }),
  example.opened(head),
  example.approved(),
  example.issued(),
] as const

describe('信访工作条例 art. 40 (1)–(3): who proposes what to whom', () => {
  it('a bureau, and nobody else', () => {
    given()
      .when(example.drafted({ actor: staff('county.land', 'land') }))
      .refused({ kind: 'only-bureaus-propose', basis: article(40, 1) })
    given()
      .when(example.drafted({ actor: staff('county.bureau', 'a', 'administrator') }))
      .refusedAs('only-bureaus-propose')
    given().when(example.drafted()).facts('ProposalDrafted')
  })

  it('an improvement of work, to whoever has a part in what it is drawn from (1)', () => {
    given()
      .when(example.drafted({ text: text({ recipients: [id('county.water')] }) }))
      .refused({ kind: 'not-a-recipient', organ: id('county.water'), to: ['organConcerned'], basis: article(40, 1) })
    const concerned = looked({ supervised: [id('county.water')] })
    given()
      .when(example.drafted({ text: text({ recipients: [id('county.water')] }), looked: concerned }))
      .facts('ProposalDrafted')
    given()
      .when(example.drafted({ text: text({ recipients: [id('county.bureau')] }) }))
      .refusedAs('not-a-recipient')
  })

  it('an improvement of policy, to party and government of its own level (2)', () => {
    const to = (...organs: readonly string[]) =>
      example.drafted({ kind: 'improvePolicy', text: text({ recipients: organs.map(id) }) })
    given().when(to('county', 'county.party')).facts('ProposalDrafted')
    for (const organ of ['city', 'city.party', 'next-county', 'town', 'county.land'])
      given().when(to(organ)).refusedAs('not-a-recipient')
  })

  it('accountability, to whoever has authority over those whom it is about, never to them (3)', () => {
    const to = (organ: string) => accusing({ text: text({ ...example.againstLand, recipients: [id(organ)] }) })
    for (const organ of [
      'county.discipline',
      'city.discipline',
      'county.party',
      'county',
      'city',
      'city.land',
      'province.party',
    ])
      given().when(to(organ)).facts('ProposalDrafted')
    for (const organ of ['county.water', 'next-county.discipline', 'city.bureau'])
      given().when(to(organ)).refusedAs('not-a-recipient')
    for (const organ of ['county.land', 'county.survey'])
      given()
        .when(to(organ))
        .refused({ kind: 'recipient-is-kept-out', organ: id(organ), basis: article(30, 3) })
  })

  it('of several, to whoever stands over all of them', () => {
    const against = { organs: [id('county.land'), id('next-county')], people: [] }
    const to = (organ: string) => accusing({ text: text({ against, recipients: [id(organ)] }) })
    given().when(to('county.discipline')).refusedAs('not-a-recipient')
    given().when(to('city.discipline')).facts('ProposalDrafted')
  })

  it('the picker offers exactly those whom the rule takes', () => {
    const rule = cn2022.proposals.holdToAccount
    const drawn = text(example.againstLand)
    const reach = reachOf('holdToAccount', drawn, looked())
    const going = { kind: 'holdToAccount', rule, bureau: id('county.bureau'), text: drawn, reach } as const
    const offered = recipientsFor(going, world)
    const taken = [...world.organs.all()]
      .map((organ) => organ.id)
      .filter((organ) => decide(null, accusing({ text: { ...drawn, recipients: [organ] } }), world).ok)
    expect(offered).toEqual(taken)
    expect(offered).toHaveLength(10)
  })

  it('drawn from something, and finished before it goes to be approved', () => {
    given()
      .when(example.drafted({ text: text({ petitions: [] }) }))
      .refused({ kind: 'linked-to-nothing' })
    const unfinished = (more: Parameters<typeof text>[0]) =>
      given(example.drafted({ text: text(more) })).when(example.submitted())
    unfinished({ points: [] }).refused({ kind: 'proposes-nothing' })
    unfinished({ recipients: [] }).refused({ kind: 'no-recipient' })
    given(accusing({ text: text({ recipients: [] }), looked: looked() }))
      .when(example.submitted({ actor: supervisor }))
      .refused({ kind: 'nobody-held-to-account', basis: article(40, 3) })
  })

  it('names nobody in a proposal that holds nobody to account', () => {
    const against = { organs: [id('county.land')], people: [] }
    given()
      .when(example.drafted({ text: text({ against }) }))
      .refused({ kind: 'nobody-to-be-held-to-account', proposal: 'improveWork' })
    given()
      .when(accusing({ text: text({ against: { organs: [id('nobody')], people: [] } }) }))
      .refusedAs('unknown-organ')
  })
})

describe('信访条例 (2005) art. 38: discipline of people, and of no organ', () => {
  const older = example.worldWith({
    law: {
      proposals: { ...cn2022.proposals, holdToAccount: { ...cn2022.proposals.holdToAccount, against: ['people'] } },
    },
  })

  it('refuses an organ and takes a person', () => {
    givenIn(older)
      .when(accusing())
      .refused({ kind: 'only-people-held-to-account', basis: article(40, 3) })
    const against = { organs: [], people: [{ organ: id('county.land'), name: sealed('name') }] }
    givenIn(older)
      .when(accusing({ text: text({ ...example.againstLand, against }) }))
      .facts('ProposalDrafted')
  })

  it('a kind that the law does not know is refused', () => {
    const none = example.worldWith({ law: { proposals: {} } })
    givenIn(none)
      .when(example.drafted())
      .refused({ kind: 'no-such-kind-of-proposal', proposal: 'improveWork', pack: 'cn-2022@1' })
  })

  it('no pack sends what is proposed against somebody to anybody but those in authority', () => {
    const proposals = {
      ...cn2022.proposals,
      holdToAccount: { ...cn2022.proposals.holdToAccount, to: ['organConcerned'] },
    }
    const loosened = { ...national, proposals } as unknown as PetitionLaw
    expect(looseningOf(loosened, national)).toMatchObject([{ at: 'proposals.holdToAccount.to' }])
    expect(looseningOf(national, national)).toEqual([])
  })
})

describe('Four eyes (docs/adr/0032)', () => {
  const submitted = [example.drafted(), example.submitted()] as const

  it('the head approves, and is another than whoever wrote it', () => {
    given(...submitted)
      .when(example.approved())
      .facts('ProposalApproved')
    given(...submitted)
      .when(example.approved({ actor: staff('county.bureau', 'other') }))
      .refused({ kind: 'needs-the-head', basis: decided('0032') })
    given(example.drafted({ actor: head }), example.submitted())
      .when(example.approved())
      .refused({ kind: 'own-draft' })
    given(example.drafted(), example.edited({ actor: head }), example.submitted())
      .when(example.approved())
      .refused({ kind: 'own-draft' })
  })

  it('what is changed after approval is approved again', () => {
    const { proposal } = given(...submitted, example.approved(), example.edited())
    expect(proposal).toMatchObject({ stage: 'drafted', approvedBy: null })
    given(...submitted, example.approved(), example.edited())
      .when(example.issued())
      .refusedAs('wrong-proposal-stage')
  })

  it('is sent back with what is missing', () => {
    const back = { type: 'SendProposalBack', on: day('2026-03-03'), actor: head, reason: sealed('too vague') } as const
    const state = given(...submitted)
      .when(back)
      .facts('ProposalSentBack')
    expect(state).toMatchObject({ stage: 'drafted', sentBack: { reason: sealed('too vague') } })
    given(...submitted)
      .when({ ...back, actor: clerk })
      .refusedAs('needs-the-head')
  })

  it('is no recipient’s before it is issued', () => {
    given(...submitted, example.approved())
      .when(example.answered())
      .refused({ kind: 'no-such-proposal' })
  })
})

describe('信访工作条例 art. 40 (4): answered in writing', () => {
  it('by the day that the proposal names, because the law gives none', () => {
    const { proposal } = given(...goneOut)
    expect(proposal.clocks).toMatchObject([
      {
        id: 'answerProposal#1',
        lastDay: '2026-04-01',
        bearer: { organ: 'county.land' },
        binds: 'organ',
        after: 'overdue',
      },
    ])
    const basis = articleWithoutDays(40, '0032', 4)
    given(example.drafted({ text: text({ due: null }) }))
      .when(example.submitted())
      .refused({ kind: 'no-day-for-the-answer', basis })
  })

  it('a day that lies ahead: the next is one, today is none', () => {
    const due = (on: string) => example.drafted({ text: text({ due: day(on) }) })
    given(due('2026-03-03')).when(example.submitted()).facts('ProposalSubmitted')
    given(due('2026-03-02'))
      .when(example.submitted())
      .refused({ kind: 'day-not-ahead', day: day('2026-03-02'), today: day('2026-03-02') })
    given(due('2026-03-04'), example.submitted(), example.approved())
      .when(example.issued({ on: day('2026-03-04') }))
      .refusedAs('day-not-ahead')
  })

  it('with reasons where it is not adopted whole', () => {
    for (const adoption of ['partly', 'notAdopted'] as const) {
      given(...goneOut)
        .when(example.answered({ adoption }))
        .refused({ kind: 'needs-reasons', adoption, basis: article(40, 4) })
      given(...goneOut)
        .when(example.answered({ adoption, reasons: sealed('why') }))
        .facts('ProposalAnswered')
    }
    const answered = given(...goneOut)
      .when(example.answered())
      .facts('ProposalAnswered')
    expect(answered.clocks.filter(isOpen)).toEqual([])
  })

  it('is late from the day after, and is then found', () => {
    given(...goneOut)
      .when(example.marked('answerProposal#1', '2026-04-01'))
      .refusedAs('clock-still-running')
    const late = given(...goneOut)
      .when(example.marked('answerProposal#1', '2026-04-02'))
      .facts('ProposalFellOverdue')
    expect(late.clocks).toMatchObject([{ overdueOn: '2026-04-02', state: 'running' }])
    given(...goneOut, example.marked('answerProposal#1', '2026-04-02'))
      .when(example.marked('answerProposal#1', '2026-04-03'))
      .refusedAs('clock-still-running')
    given(...goneOut, example.marked('answerProposal#1', '2026-04-02'))
      .when(example.answered({ on: day('2026-04-09') }))
      .facts('ProposalAnswered')
  })

  it('by each recipient for itself', () => {
    const both = example.drafted({
      kind: 'improvePolicy',
      text: text({ recipients: [id('county'), id('county.party')] }),
    })
    const out = [both, example.submitted(), example.approved(), example.issued()] as const
    const { proposal } = given(...out)
    expect(proposal.clocks.map(({ id: clock, bearer }) => [clock, bearer])).toEqual([
      ['answerProposal#1', { organ: 'county' }],
      ['answerProposal#2', { organ: 'county.party' }],
    ])
    const one = given(...out)
      .when(example.answered({ actor: staff('county', 'office') }))
      .facts('ProposalAnswered')
    expect(one.clocks.filter(isOpen).map((clock) => clock.id)).toEqual(['answerProposal#2'])
    given(
      ...out,
      example.answered({ actor: staff('county', 'office'), adoption: 'notAdopted', reasons: sealed('why') }),
    )
      .when(example.closed())
      .refused({ kind: 'recipient-has-not-answered', organ: id('county.party') })
  })

  it('once, and again when the answer was returned with a day', () => {
    given(...goneOut, example.answered())
      .when(example.answered())
      .refused({ kind: 'recipient-has-answered', organ: id('county.land') })
    given(...goneOut)
      .when(example.returned())
      .refused({ kind: 'recipient-has-not-answered', organ: id('county.land') })
    const { proposal, clock } = given(...goneOut, example.answered(), example.returned())
    expect(clock('answerAgain#1')).toMatchObject({ lastDay: '2026-04-10', state: 'running' })
    expect(proposal.recipients).toMatchObject([{ standing: 'waiting', returns: [{ until: '2026-04-10' }] }])
    given(...goneOut, example.answered(), example.returned())
      .when(example.answered({ on: day('2026-04-10') }))
      .facts('ProposalAnswered')
    given(...goneOut, example.answered())
      .when(example.returned({ until: day('2026-03-23') }))
      .refusedAs('day-not-ahead')
  })

  it('is reminded while it waits, and not after', () => {
    const remind = {
      type: 'RemindRecipient',
      on: day('2026-03-25'),
      actor: clerk,
      recipient: id('county.land'),
      note: null,
    } as const
    given(...goneOut)
      .when(remind)
      .facts('RecipientReminded')
    given(...goneOut, example.answered())
      .when(remind)
      .refusedAs('recipient-has-answered')
    given(...goneOut)
      .when({ ...remind, recipient: id('county.water') })
      .refusedAs('not-a-recipient')
  })
})

describe('A law that gives days (信访条例 2005 art. 36 (2): thirty) or a time for the reasons (北京市信访条例 art. 52 (2): three working days)', () => {
  const thirty = example.answerWithin({ unit: 'days', count: 30 })
  const undated = example.drafted({ text: text({ due: null }) })
  const basis = { instrument: 'R05', article: 36, paragraph: 2 } as const

  it('counts thirty days from the day it was issued, and takes no day of its own', () => {
    const out = [undated, example.submitted(), example.approved(), example.issued()] as const
    expect(givenIn(thirty, ...out).clock('answerProposal#1')).toMatchObject({
      from: '2026-03-02',
      lastDay: '2026-04-01',
    })
    givenIn(thirty, ...out)
      .when(example.marked('answerProposal#1', '2026-04-01'))
      .refusedAs('clock-still-running')
    givenIn(thirty, ...out)
      .when(example.marked('answerProposal#1', '2026-04-02'))
      .facts('ProposalFellOverdue')
    givenIn(thirty, example.drafted())
      .when(example.submitted())
      .refused({ kind: 'law-gives-the-days', days: 30, basis })
  })

  it('lets the reasons follow within three working days', () => {
    const three = example.answerWithin(null, { unit: 'workingDays', count: 3 })
    const refusing = example.answered({ adoption: 'notAdopted' })
    const { proposal, clock } = givenIn(three, ...goneOut, refusing)
    // Friday 20 March: Monday, Tuesday, Wednesday
    expect(clock('addReasons#1')).toMatchObject({ from: '2026-03-20', lastDay: '2026-03-25', state: 'running' })
    expect(proposalRows(proposal).proposal_party).toMatchObject([
      { shelf: 'waiting' },
      { shelf: 'waiting', day: '2026-03-25' },
    ])
    givenIn(three, ...goneOut, refusing)
      .when(example.closed())
      .refused({ kind: 'reasons-still-owed', organ: id('county.land') })
    const add = { type: 'AddReasons', on: day('2026-03-25'), actor: land, reasons: sealed('why') } as const
    const reasoned = givenIn(three, ...goneOut, refusing)
      .when(add)
      .facts('ReasonsAdded')
    expect(reasoned.clocks.filter(isOpen)).toEqual([])
    expect(reasoned.recipients[0]?.answers).toMatchObject([{ reasons: sealed('why') }])
    givenIn(three, ...goneOut, example.answered())
      .when(add)
      .refused({ kind: 'no-reasons-owed' })
  })
})

describe('Followed to its effect', () => {
  const adopted = [...goneOut, example.answered()] as const

  it('measures are recorded once they were taken', () => {
    given(...adopted)
      .when(example.measured())
      .facts('MeasureRecorded')
    given(...adopted)
      .when(example.measured({ takenOn: day('2026-03-24') }))
      .facts('MeasureRecorded')
    given(...adopted)
      .when(example.measured({ takenOn: day('2026-03-25') }))
      .refused({ kind: 'measure-not-taken-yet', takenOn: day('2026-03-25'), today: day('2026-03-24') })
    given(...goneOut)
      .when(example.measured())
      .refused({ kind: 'nothing-adopted' })
  })

  it('is closed when the effect of what was adopted was looked at after the last answer', () => {
    given(...adopted)
      .when(example.closed())
      .refused({ kind: 'effect-not-verified', organ: id('county.land') })
    given(...adopted, example.verified())
      .when(example.closed())
      .facts('ProposalClosed')
    const again = [
      ...adopted,
      example.verified({ on: day('2026-03-22') }),
      example.returned(),
      example.answered({ on: day('2026-03-27') }),
    ]
    given(...again)
      .when(example.closed())
      .refusedAs('effect-not-verified')
  })

  it('is closed without, where nothing was adopted', () => {
    const refused = [...goneOut, example.answered({ adoption: 'notAdopted', reasons: sealed('why') })] as const
    given(...refused)
      .when(example.verified())
      .refused({ kind: 'nothing-adopted' })
    given(...refused)
      .when(example.closed())
      .facts('ProposalClosed')
  })

  it('is withdrawn as long as nobody has answered, by the head', () => {
    given(...goneOut)
      .when(example.withdrawn())
      .facts('ProposalWithdrawn')
    given(...goneOut)
      .when(example.withdrawn({ actor: clerk }))
      .refusedAs('needs-the-head')
    given(...adopted)
      .when(example.withdrawn({ on: day('2026-03-21') }))
      .refused({ kind: 'answered-already' })
    expect(given(...goneOut, example.withdrawn()).proposal.clocks.filter(isOpen)).toEqual([])
  })
})

describe('A proposal to hold somebody to account is sealed like an accusation (art. 30 (3))', () => {
  it('is written by the head or a supervisor of the bureau, not by a clerk', () => {
    given()
      .when(accusing({ actor: clerk }))
      .refused({ kind: 'proposal-not-yours', basis: decided('0032') })
    given()
      .when(accusing({ actor: head }))
      .facts('ProposalDrafted')
  })

  it('does not exist for a clerk of the bureau, nor for anybody who is named or answers to them', () => {
    given(...sealedOut)
      .when(example.opened(clerk))
      .refused({ kind: 'no-such-proposal' })
    const named = { ...supervisor, account: 'land-head' }
    given(...sealedOut)
      .when(example.opened(named))
      .refused({ kind: 'no-such-proposal' })
    const under = { ...head, account: 'deputy', answersTo: ['land-head'] }
    given(...sealedOut)
      .when(example.opened(under))
      .refused({ kind: 'no-such-proposal' })
  })

  it('nor for the organ that it is about, whoever stands below it, or carries it on, even with a part given by mistake', () => {
    const { proposal } = given(...sealedOut)
    const forced: Proposal = {
      ...proposal,
      recipients: [
        ...proposal.recipients,
        ...['county.land', 'county.survey', 'county.water'].map((organ) => ({
          ...(proposal.recipients[0] as Proposal['recipients'][number]),
          organ: id(organ),
        })),
      ],
    }
    const merged = example.worldWith({
      organs: { 'county.land': { state: 'merged', successors: [id('county.water')] } },
    })
    for (const organ of ['county.land', 'county.survey', 'county.water']) {
      const actor = staff(organ, 'x', 'head')
      expect(decide(forced, example.opened(actor), merged)).toEqual({ ok: false, error: { kind: 'no-such-proposal' } })
      expect(isKeptOut(proposal.keptFrom, id(organ), merged.organs)).toBe(true)
    }
  })

  it('is read only after saying why, until midnight; whoever drafts it has it open that day', () => {
    const submit = example.submitted({ actor: supervisor })
    given(accusing()).when(submit).facts('ProposalSubmitted')
    given(accusing())
      .when({ ...submit, on: day('2026-03-03') })
      .refused({ kind: 'proposal-is-sealed', basis: decided('0032') })
    given(accusing(), submit)
      .when(example.approved())
      .refused({ kind: 'proposal-is-sealed', basis: decided('0032') })
    given(accusing(), submit, example.opened(head, '2026-03-02')).when(example.approved()).facts('ProposalApproved')
    given(accusing(), submit, example.opened(head, '2026-03-02'))
      .when(example.approved({ on: day('2026-03-03') }))
      .refusedAs('proposal-is-sealed')
    given(...goneOut)
      .when(example.opened(clerk))
      .refused({ kind: 'nothing-is-sealed' })
  })

  it('is answered in the discipline body by whoever handles there, elsewhere by head and supervisor', () => {
    const answer = example.answered({ actor: discipline, on: day('2026-03-10') })
    given(...sealedOut)
      .when(answer)
      .refusedAs('proposal-is-sealed')
    given(...sealedOut, example.opened(discipline, '2026-03-10'))
      .when(answer)
      .facts('ProposalAnswered')
    const toCounty = [
      accusing({ text: text({ ...example.againstLand, recipients: [id('county')] }) }),
      ...sealedOut.slice(1),
    ] as const
    given(...toCounty)
      .when(example.opened(staff('county', 'office')))
      .refused({ kind: 'no-such-proposal' })
    given(...toCounty)
      .when(example.opened(staff('county', 'office', 'head')))
      .facts('ProposalOpened')
  })

  it('is not made by a bureau against its own people, those above it, or by whoever is named', () => {
    const about = (organ: string) =>
      accusing({ text: text({ recipients: [], against: { organs: [id(organ)], people: [] } }), looked: looked() })
    for (const organ of ['county.bureau', 'county', 'city'])
      given()
        .when(about(organ))
        .refused({ kind: 'your-organ-is-concerned', basis: decided('0032') })
    given()
      .when(accusing({ actor: { ...head, account: 'land-head' } }))
      .refusedAs('your-organ-is-concerned')
  })

  it('the accused of a petition that it is drawn from learn of no proposal of whatever kind', () => {
    const accusation = looked({
      linked: [
        linked({
          class: 'accusation',
          organs: [id('county.discipline'), id('county.land')],
          accused: [id('county.land')],
        }),
      ],
    })
    given()
      .when(example.drafted({ looked: accusation }))
      .refused({ kind: 'recipient-is-kept-out', organ: id('county.land'), basis: article(30, 3) })
    const appeal = looked({ linked: [linked({ officials: ['land-head'] })] })
    expect(given(example.drafted({ looked: appeal })).proposal.officials).toEqual([])
    expect(given(accusing({ looked: appeal })).proposal.officials).toEqual(['land-head'])
  })
})

describe('A reform (art. 24 (2))', () => {
  const passing = { type: 'PassProposalOn', on: day('2026-03-10'), actor: example.house } as const
  const merged = (into: string) =>
    example.worldWith({ organs: { 'county.land': { state: 'merged', successors: [id(into)] } } })

  it('hands what is owed to whoever carries the recipient on, with its clock', () => {
    given(...goneOut)
      .when(passing)
      .facts()
    const passed = given(...goneOut)
      .when(passing, merged('county.water'))
      .facts('ProposalPassedOn')
    expect(passed.recipients).toMatchObject([{ organ: 'county.water', standing: 'waiting' }])
    expect(passed.clocks).toMatchObject([{ bearer: { organ: 'county.water' }, lastDay: '2026-04-01' }])
  })

  it('and never to anybody from whom it is kept', () => {
    const world = example.worldWith({
      organs: { 'county.discipline': { state: 'merged', successors: [id('county.survey')] } },
    })
    given(...sealedOut)
      .when(passing, world)
      .facts()
  })
})

describe('What can be done now', () => {
  it('is tried on the decider, each with its reason', () => {
    const { proposal } = given(...goneOut)
    const own = actionsOf(proposal, land, day('2026-03-20'), world)
    expect(own.map(({ action, refusal }) => [action, refusal?.kind ?? null])).toEqual([
      ['answer', null],
      ['reasons', 'no-reasons-owed'],
      ['measure', 'nothing-adopted'],
    ])
    const bureaus = actionsOf(proposal, clerk, day('2026-03-20'), world)
    expect(
      bureaus.filter(({ refusal }) => refusal === null).map(({ action, recipient }) => [action, recipient]),
    ).toEqual([['remind', 'county.land']])
  })

  it('editing is possible wherever nothing but the text could be refused', () => {
    const { proposal } = given(accusing())
    const edit = actionsOf(proposal, supervisor, day('2026-03-02'), world).find(({ action }) => action === 'edit')
    expect(edit?.refusal).toBeNull()
  })
})
