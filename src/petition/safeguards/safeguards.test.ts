import { describe, expect, it } from 'vitest'
import { day } from '../../kernel/day.ts'
import { article as articleOfRegulations, articleWithoutDays, decided } from '../../law/basis.ts'
import { builtInCalendars } from '../../law/calendars/shelf.ts'
import { actionsOf } from '../actions.ts'
import { decide } from '../decide.ts'
import { evolve } from '../evolve.ts'
import {
  accepted,
  exampleOrgans,
  headOf,
  heard,
  id,
  petitioner,
  registered,
  sealed,
  signedRecord,
  staff,
  transferred,
  wayTo,
  withdrawn,
} from '../examples.ts'
import type { Actor, Command, Of, State } from '../petition.ts'
import { article } from '../spec.ts'
import { law } from '../world.ts'

const open = (more: Partial<Of<'OpenSeal'>> = {}): Of<'OpenSeal'> => ({
  type: 'OpenSeal',
  on: day('2026-03-06'),
  actor: headOf('county-housing'),
  seal: 'identity',
  material: null,
  purpose: 'contact',
  reason: sealed('why'),
  ...more,
})
const declared = (more: Partial<Of<'DeclareRecusal'>> = {}): Of<'DeclareRecusal'> => ({
  type: 'DeclareRecusal',
  on: day('2026-03-06'),
  actor: staff('county-housing'),
  reason: sealed('interest'),
  ...more,
})
const asked = (more: Partial<Of<'RequestRecusal'>> = {}): Of<'RequestRecusal'> => ({
  type: 'RequestRecusal',
  on: day('2026-03-12'),
  actor: petitioner(),
  whom: 'clerk',
  reasons: sealed('reasons'),
  ...more,
})
const ruled = (more: Partial<Of<'DecideRecusal'>> = {}): Of<'DecideRecusal'> => ({
  type: 'DecideRecusal',
  on: day('2026-03-13'),
  actor: headOf('county-housing'),
  request: 'v1',
  account: 'clerk-2',
  reasons: sealed('ruling'),
  ...more,
})
const named = (more: Partial<Of<'NameComplained'>> = {}): Of<'NameComplained'> => ({
  type: 'NameComplained',
  on: day('2026-03-06'),
  actor: staff('county-bureau'),
  as: 'accused',
  organ: id('county-water'),
  official: null,
  reason: sealed('found'),
  ...more,
})

const housingAccused = [{ as: 'accused', organ: id('county-housing'), official: null }] as const
const accusation = registered({ class: 'accusation', about: housingAccused, materials: [material('f1')] })
const atDiscipline = [accusation, transferred({ to: id('county-discipline') })] as const
const confidential = registered({ confidentiality: 'confidential' })
const official = {
  as: 'respondent',
  organ: id('county-housing'),
  official: sealed('official'),
  officials: ['chief'],
} as const
const recusedBy = { kind: 'recused', basis: articleOfRegulations(28, 3) } as const

function material(ref: string) {
  return { ref, file: 'file', name: sealed('name'), mediaType: 'text/plain', bytes: 1 }
}
const account = (of: string, name: string, more: object = {}): Actor =>
  ({ ...staff(of, 'clerk', 'head'), account: name, ...more }) as Actor

article('信访工作条例 art. 30 (1), (3): what an accusation says is for the competent body', ['permissions.OpenSeal'], {
  'which says why, and so for that day': ({ given }) => {
    given(...atDiscipline)
      .when(open({ actor: staff('county-discipline'), seal: 'accusation', purpose: 'investigate' }))
      .then({ type: 'SealOpened', seal: 'accusation', account: 'clerk-of-county-discipline', posts: ['clerk'] })
      .when(open({ actor: staff('county-discipline'), seal: 'accusation', purpose: 'investigate' }))
      .then()
  },
  'and again the day after': ({ given }) => {
    const first = open({ actor: staff('county-discipline'), seal: 'accusation' })
    given(...atDiscipline, first)
      .when({ ...first, on: day('2026-03-07') })
      .then({ type: 'SealOpened', on: day('2026-03-07') })
  },
  'not for the bureau that passed it on': ({ given }) =>
    given(...atDiscipline)
      .when(open({ actor: headOf('county-bureau'), seal: 'accusation' }))
      .refused({ kind: 'not-the-competent-body', basis: articleOfRegulations(30, 1) }),
  'who accuses, and a file, only after the accusation itself': ({ given }) => {
    const closed = { kind: 'accusation-is-sealed', basis: articleOfRegulations(30, 3) } as const
    const head = headOf('county-discipline')
    given(...atDiscipline)
      .when(open({ actor: head }))
      .refused(closed)
    given(...atDiscipline)
      .when(open({ actor: head, seal: 'material', material: 'f1' }))
      .refused(closed)
    const opened = open({ actor: head, seal: 'accusation' })
    given(...atDiscipline, opened)
      .when(open({ actor: head }))
      .then({ type: 'SealOpened', seal: 'identity' })
    given(...atDiscipline, opened)
      .when(open({ actor: head, seal: 'material', material: 'f1' }))
      .then({ type: 'SealOpened', seal: 'material', material: 'f1' })
  },
  'and a claim has no such seal': ({ given }) =>
    given(...wayTo.accepted)
      .when(open({ seal: 'accusation' }))
      .refused({ kind: 'nothing-sealed', seal: 'accusation' }),
})

article('ADR 0019: who a confidential petitioner is', [], {
  'is opened by the head, or by the clerk named for it': ({ given }) => {
    const there = [confidential, transferred(), accepted()] as const
    given(...there)
      .when(open())
      .then({ type: 'SealOpened', seal: 'identity', organ: id('county-housing') })
    given(...there)
      .when(open({ actor: staff('county-housing') }))
      .refused({ kind: 'not-the-named-post', seal: 'identity', basis: decided('0019') })
    const naming = {
      ...{ type: 'NameClerk' as const, on: day('2026-03-06'), actor: headOf('county-housing') },
      account: 'clerk-of-county-housing',
    } as const
    given(...there, naming)
      .when(open({ actor: staff('county-housing') }))
      .then({ type: 'SealOpened' })
  },
  'is not sealed where the petitioner gave a name for all to use': ({ given }) =>
    given(...wayTo.accepted)
      .when(open())
      .refused({ kind: 'nothing-sealed', seal: 'identity' }),
  'and a file that is not there cannot be opened': ({ given }) =>
    given(...wayTo.accepted)
      .when(open({ seal: 'material', material: 'f9' }))
      .refused({ kind: 'unknown-material', material: 'f9' }),
})

article(
  '信访工作条例 art. 28 (3): recusal (回避)',
  ['permissions.DeclareRecusal', 'permissions.RequestRecusal', 'principles.whoIsConcernedStepsAside'],
  {
    'is declared by whoever has an interest, takes effect at once and gives the work back to the organ': ({
      given,
    }) => {
      const naming = {
        ...{ type: 'NameClerk' as const, on: day('2026-03-05'), actor: staff('county-housing') },
        account: 'clerk-of-county-housing',
      } as const
      given(...wayTo.accepted, { ...naming, on: day('2026-03-20') })
        .when(declared({ on: day('2026-03-21') }))
        .then({ type: 'StaffRecused', account: 'clerk-of-county-housing', organ: id('county-housing') })
        .has({ clerk: null, recused: [{ account: 'clerk-of-county-housing' }] })
        .when({ type: 'Close', on: day('2026-03-22'), actor: staff('county-housing') })
        .refused(recusedBy)
    },
    'keeps out whoever stands in for the one who withdrew': ({ given }) => {
      const standsIn = account('county-housing', 'colleague', { standsFor: ['clerk-of-county-housing'] })
      const contact = { ...heard(), on: day('2026-03-22') }
      given(...wayTo.accepted, declared({ on: day('2026-03-21') }))
        .when({ ...contact, actor: standsIn })
        .refused(recusedBy)
      given(...wayTo.accepted, declared({ on: day('2026-03-21') }))
        .when({ ...contact, actor: account('county-housing', 'colleague') })
        .accepted()
    },
    'cannot be declared twice': ({ given }) =>
      given(...wayTo.accepted, declared({ on: day('2026-03-21') }))
        .when(declared({ on: day('2026-03-22') }))
        .refused(recusedBy),
    'is asked for by the petitioner and decided by the head of the organ that has the matter': ({ given }) => {
      given(...wayTo.accepted, asked())
        .when(ruled())
        .then({ type: 'RecusalDecided', account: 'clerk-2', organ: id('county-housing') })
        .has({ recused: [{ account: 'clerk-2' }], recusals: [{ ref: 'v1', granted: true }] })
        .notRunning('decideRecusal')
      given(...wayTo.accepted, asked())
        .when(ruled({ account: null }))
        .then({ type: 'RecusalDecided', account: null })
        .has({ recused: [], recusals: [{ ref: 'v1', granted: false }] })
    },
    'by the organ above where the head is meant, which then has a part in it': ({ given }) => {
      given(...wayTo.accepted)
        .when(asked({ whom: 'head' }))
        .then({ type: 'RecusalRequested', organ: id('county-housing'), decider: id('city-housing') })
        .when(ruled())
        .refused({ kind: 'not-the-decider', decider: id('city-housing'), basis: articleOfRegulations(28, 3) })
      given(...wayTo.accepted, asked({ whom: 'head' }))
        .when(ruled({ actor: headOf('city-housing') }))
        .then({ type: 'RecusalDecided', organ: id('city-housing') })
    },
    'by the organ that works on it, whichever that is': ({ given }) =>
      given(...wayTo.underReview)
        .when(asked({ on: day('2026-06-01') }))
        .then({ type: 'RecusalRequested', organ: id('city-housing'), decider: id('city-housing') }),
    'not by the one who works on it, whoever is meant and whatever is decided': ({ given }) => {
      const own = { ...ruled({ account: null }), on: day('2026-03-23') }
      const naming = { type: 'NameClerk', on: day('2026-03-20'), actor: headOf('county-housing') } as const
      const there = [...wayTo.accepted, { ...naming, account: 'clerk-of-county-housing' }] as const
      given(...there, asked({ on: day('2026-03-21') }))
        .when(own)
        .refused({ kind: 'own-recusal', basis: articleOfRegulations(28, 3) })
      given(...there, asked({ on: day('2026-03-21') }), { ...naming, on: day('2026-03-21'), account: null })
        .when(own)
        .refused({ kind: 'own-recusal', basis: articleOfRegulations(28, 3) })
    },
    'nor by who stands in for the one it is about': ({ given }) =>
      given(...wayTo.accepted, asked())
        .when(ruled({ actor: account('county-housing', 'deputy', { standsFor: ['clerk-2'] }) }))
        .refused({ kind: 'own-recusal', basis: articleOfRegulations(28, 3) }),
    'and whoever withdrew is not named for it again': ({ given }) =>
      given(...wayTo.accepted, declared({ on: day('2026-03-21') }))
        .when({
          ...{ type: 'NameClerk', on: day('2026-03-22'), actor: account('county-housing', 'head') },
          account: 'clerk-of-county-housing',
        })
        .refused({ kind: 'already-recused', account: 'clerk-of-county-housing' }),
    'not by the one it is about': ({ given }) =>
      given(...wayTo.accepted, asked())
        .when(ruled({ account: 'clerk-of-county-housing' }))
        .refused({ kind: 'own-recusal', basis: articleOfRegulations(28, 3) }),
    'once, and only what was asked': ({ given }) => {
      given(...wayTo.accepted, asked(), ruled())
        .when(ruled())
        .refused({ kind: 'no-recusal-to-decide', request: 'v1' })
      given(...wayTo.accepted)
        .when(ruled())
        .refused({ kind: 'no-recusal-to-decide', request: 'v1' })
      given(...wayTo.accepted, asked())
        .when(asked({ on: day('2026-03-13') }))
        .refused({ kind: 'recusal-undecided', request: 'v1' })
      given(...wayTo.accepted, asked(), ruled(), asked({ on: day('2026-03-16') }))
        .when(ruled({ on: day('2026-03-17'), request: 'v2' }))
        .refused({ kind: 'already-recused', account: 'clerk-2' })
    },
  },
)

article('ADR 0018: a request for recusal is decided within 3 working days', ['clocks.decideRecusal'], {
  'of the day it was made, by the organ that decides': ({ given, cites }) => {
    cites('clocks.decideRecusal', articleWithoutDays(28, '0018', 3))
    given(...wayTo.accepted, asked())
      .clockIs('decideRecusal', {
        lastDay: day('2026-03-17'),
        bearer: { organ: id('county-housing') },
        subject: 'v1',
        binds: 'organ',
      })
      .running('decideRecusal')
    given(...wayTo.accepted, asked({ whom: 'head' })).clockIs('decideRecusal', {
      bearer: { organ: id('city-housing') },
    })
  },
  'and is overdue the day after, which ends nothing': ({ given }) => {
    const late = { type: 'MarkOverdue', clock: 'decideRecusal#1', actor: { kind: 'house', task: 'sweep' } } as const
    given(...wayTo.accepted, asked())
      .when({ ...late, on: day('2026-03-17') })
      .refusedAs('not-overdue')
    given(...wayTo.accepted, asked())
      .when({ ...late, on: day('2026-03-18') })
      .accepted()
      .running('decideRecusal')
  },
  'each request by itself, and also after the petition has ended': ({ given }) => {
    const two = registered({
      people: [1, 2].map((n) => ({ ...registered().people[0], ref: `p${n}` }) as never),
      headcount: 2,
    })
    given(two, transferred(), accepted(), asked(), asked({ actor: petitioner('p2') }), ruled()).onlyRunning(
      ...['handle', 'decideRecusal'],
    )
    given(...wayTo.accepted, asked(), withdrawn({ on: day('2026-03-13') }))
      .at('withdrawn')
      .running('decideRecusal')
  },
})

article('ADR 0019: nobody acts for a petitioner whose identity is sealed from them', [], {
  'an accusation is withdrawn with the own key alone': ({ given }) => {
    const entered = withdrawn({ on: day('2026-03-06'), actor: headOf('county-discipline'), signed: signedRecord })
    given(...atDiscipline)
      .when(entered)
      .refused({ kind: 'needs-own-key', command: 'Withdraw', basis: articleOfRegulations(30, 3) })
    given(...atDiscipline)
      .when(withdrawn({ on: day('2026-03-06'), actor: petitioner(), signed: null }))
      .accepted()
  },
  'a confidential petitioner’s record is entered by whoever has seen who it is': ({ given }) => {
    const entered = withdrawn({ on: day('2026-03-06'), actor: headOf('county-housing'), signed: signedRecord })
    const there = [confidential, transferred(), accepted({ on: day('2026-03-06') })] as const
    given(...there)
      .when(entered)
      .refused({ kind: 'identity-is-sealed', basis: decided('0019') })
    given(...there, open())
      .when(entered)
      .accepted()
  },
})

article('信访工作条例 art. 28 (3): a named official, and whoever answers to them', [], {
  'have no part in the claim, which stays with the organ whose duty it is': ({ given }) => {
    const claim = [registered({ about: [official] }), transferred()] as const
    const accept = (actor: Actor): Of<'Accept'> => ({ ...accepted(), actor }) as Of<'Accept'>
    given(...claim)
      .when(accept(account('county-housing', 'chief')))
      .refused(recusedBy)
    given(...claim)
      .when(accept(account('county-housing', 'clerk', { answersTo: ['chief'] })))
      .refused(recusedBy)
    given(...claim)
      .when(accept(account('county-housing', 'other', { answersTo: ['deputy'] })))
      .accepted()
  },
  'found out later, from then on': ({ given }) => {
    const claim = [registered({ about: [{ ...official, officials: [] }] }), transferred()] as const
    const identify = {
      ...{ type: 'IdentifyOfficial' as const, on: day('2026-03-06'), actor: staff('county-bureau') },
      ...{ complained: 0, account: 'chief' },
    } as const
    given(...claim)
      .when(identify)
      .then({ type: 'OfficialIdentified', complained: 0, account: 'chief' })
      .when({ ...accepted(), actor: account('county-housing', 'chief') } as Of<'Accept'>)
      .refused(recusedBy)
    given(...claim, identify)
      .when(identify)
      .refused({ kind: 'already-recused', account: 'chief' })
    given(registered({ class: 'accusation', about: [{ ...official, officials: [] }] }))
      .when(identify)
      .refused({ kind: 'not-the-competent-body', basis: articleOfRegulations(30, 1) })
    const nobody = { as: 'respondent', organ: id('county-housing'), official: null } as const
    given(registered({ about: [nobody] }))
      .when(identify)
      .refused({ kind: 'nobody-named' })
    given(...claim)
      .when({ ...identify, complained: 4 })
      .refused({ kind: 'unknown-complained', complained: 4 })
  },
})

article('信访工作条例 art. 30 (3): whom the letter turns out to be about', ['permissions.NameComplained'], {
  'is kept out from then on': ({ given }) => {
    given(registered())
      .when(named())
      .then({ type: 'ComplainedNamed', complained: { as: 'accused', organ: id('county-water'), official: null } })
      .when(transferred({ on: day('2026-03-07'), to: id('county-water') }))
      .refused({ kind: 'organ-is-accused', organ: id('county-water'), basis: articleOfRegulations(30, 3) })
  },
  'is accused by an accusation, whatever word is chosen': ({ given }) =>
    given(accusation)
      .when(named({ as: 'respondent' }))
      .then({ type: 'ComplainedNamed', complained: { as: 'accused', organ: id('county-water') } })
      .at('registered'),
  'and is not named while the matter lies where nobody above may have it: it would be hidden from everybody': ({
    given,
  }) => {
    const mill = registered({ actor: staff('far-mill'), organ: id('far-mill') })
    const own = named({ actor: staff('far-mill'), organ: id('far-mill') })
    given(mill)
      .when(own)
      .refused({ kind: 'organ-is-accused', organ: id('far-mill'), basis: articleOfRegulations(30, 3) })
    const ownAccusation = registered({ class: 'accusation', actor: staff('far-mill'), organ: id('far-mill') })
    given(ownAccusation)
      .when(own)
      .refused({ kind: 'organ-is-accused', organ: id('far-mill'), basis: articleOfRegulations(30, 3) })
    given(accusation)
      .when(named({ organ: id('county') }))
      .accepted()
  },
  'but is not said of itself, or of those above it, by an organ that would be rid of an ordinary claim': ({
    given,
  }) => {
    const own = named({ on: day('2026-03-21'), actor: staff('county-housing'), organ: id('county-housing') })
    for (const organ of [id('county-housing'), id('county')])
      given(...wayTo.accepted)
        .when({ ...own, organ })
        .refused({ kind: 'organ-is-accused', organ, basis: articleOfRegulations(30, 3) })
    given(...wayTo.accepted)
      .when({ ...own, actor: staff('county-bureau') })
      .accepted()
  },
  'is one person and their namesakes, not a list of names': ({ given }) =>
    given(registered())
      .when(named({ official: sealed('names'), officials: ['a', 'b', 'c', 'd'] }))
      .refused({ kind: 'names-too-many', count: 4, atMost: 3 }),
  'is somebody, who exists and was not named before': ({ given }) => {
    given(registered())
      .when(named({ organ: null }))
      .refused({ kind: 'nobody-named' })
    given(registered())
      .when(named({ organ: 'nowhere' as never }))
      .refused({ kind: 'unknown-organ', organ: 'nowhere' })
    given(registered(), named())
      .when(named({ on: day('2026-03-07') }))
      .refused({ kind: 'already-named', organ: id('county-water') })
  },
})

article(
  '信访工作条例 art. 30 (3): an accused organ is told only an extract, on a legal basis',
  ['permissions.InformAccused'],
  {
    'by the competent body that has it': ({ given }) => {
      const tell: Of<'InformAccused'> = {
        ...{ type: 'InformAccused', on: day('2026-03-09'), actor: headOf('county-discipline') },
        ...{ organ: id('county-housing'), extract: sealed('extract'), legalBasis: sealed('basis') },
      }
      given(...atDiscipline)
        .when(tell)
        .then({ type: 'AccusedInformed', by: id('county-discipline'), organ: id('county-housing') })
        .has({ extracts: [{ organ: id('county-housing') }] })
      given(...atDiscipline)
        .when({ ...tell, organ: id('county-water') })
        .refused({ kind: 'not-accused', organ: id('county-water'), basis: articleOfRegulations(30, 3) })
      given(accusation)
        .when({ ...tell, actor: headOf('county-bureau') })
        .refused({ kind: 'not-the-competent-body', basis: articleOfRegulations(30, 1) })
    },
  },
)

describe('A matter is not handed to an organ that a named official leads (art. 28 (3))', () => {
  const world = { law, calendars: builtInCalendars, organs: exampleOrgans }
  const about = [official]
  const decision = (command: Command, leading: readonly { account: string; organ: never }[]) => {
    const first = decide(null, registered({ about }), world)
    if (!first.ok) throw new Error(first.error.kind)
    return decide(first.value.reduce<State>(evolve, null), command, { ...world, leading })
  }

  it('because everybody who would handle it there answers to that official', () => {
    const led = [{ account: 'chief', organ: id('county-housing') as never }]
    expect(decision(transferred(), led)).toMatchObject({
      error: { kind: 'official-leads-organ', organ: 'county-housing' },
    })
    expect(decision(transferred({ to: id('city-housing') }), led)).toMatchObject({ ok: true })
    expect(decision(transferred(), [{ account: 'somebody', organ: id('county-housing') as never }])).toMatchObject({
      ok: true,
    })
  })
})

describe('A page offers what can be done about secrecy and recusal, and nothing else', () => {
  const world = { law, calendars: builtInCalendars, organs: exampleOrgans }
  const offered = (commands: readonly Command[], actor: Actor) => {
    let state: State = null
    for (const command of commands) {
      const decision = decide(state, command, world)
      if (!decision.ok) throw new Error(`refused: ${decision.error.kind}`)
      for (const fact of decision.value) state = evolve(state, fact)
    }
    if (!state) throw new Error('nothing was registered')
    const actions = actionsOf(state, actor, day('2026-03-13'), world)
    return Object.fromEntries(actions.map(({ action, refusal }) => [action, refusal?.kind ?? 'offered']))
  }

  it('a decision on recusal only while one is asked for, and only to whoever decides it', () => {
    expect(offered(wayTo.accepted, headOf('county-housing'))['decide-recusal']).toBe('no-recusal-to-decide')
    expect(offered([...wayTo.accepted, asked()], headOf('county-housing'))['decide-recusal']).toBe('offered')
    expect(offered([...wayTo.accepted, asked()], headOf('city-housing'))['decide-recusal']).not.toBe('offered')
    expect(offered([...wayTo.accepted, asked(), ruled()], headOf('county-housing'))['decide-recusal']).toBe(
      'no-recusal-to-decide',
    )
  })
  it('the petitioner asks once at a time', () => {
    expect(offered(wayTo.accepted, petitioner())['request-recusal']).toBe('offered')
    expect(offered([...wayTo.accepted, asked()], petitioner())['request-recusal']).toBe('recusal-undecided')
  })
  it('nothing to open where nothing is sealed, nor anybody to tell where nobody is accused', () => {
    const actions = offered(wayTo.accepted, headOf('county-housing'))
    expect(actions['open-seal']).toBe('nothing-sealed')
    expect(actions['inform-accused']).not.toBe('offered')
    expect(actions['identify-official']).not.toBe('offered')
  })
  it('an accusation is opened before anything is done about who it names', () => {
    const head = headOf('county-discipline')
    expect(offered(atDiscipline, head)['open-seal']).toBe('offered')
    expect(offered(atDiscipline, head)['inform-accused']).toBe('offered')
    expect(offered(atDiscipline, headOf('county-bureau'))['open-seal']).toBe('not-the-competent-body')
  })
})
