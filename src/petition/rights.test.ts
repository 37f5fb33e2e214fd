/** What a petitioner can do, what is owed to them, and which other procedures have limits that a petition does not stop. */
import { day } from '../kernel/day.ts'
import { article as articleOfRegulations, type Basis, decided, rule } from '../law/basis.ts'
import { cn2022 } from '../law/cn-2022/cn-2022.ts'
import type { OwnLimit, ProcedureName, RightName } from '../law/law.ts'
import * as doing from './can-do.ts'
import { canDo, owed } from './can-do.ts'
import * as example from './examples.ts'
import type { Petition } from './petition.ts'
import { article, type Spec } from './spec.ts'

const of = articleOfRegulations
const { wayTo } = example

const doableIn = (petition: Petition, on: string, { world }: Spec, person = 'p1') =>
  canDo(petition, { kind: 'petitioner', person }, day(on), world)
const rightsIn = (...asked: Parameters<typeof doableIn>): readonly RightName[] =>
  doableIn(...asked).map(({ right }) => right)

const proceduresBeside = (...asked: Parameters<typeof doing.proceduresBeside>) =>
  doing.proceduresBeside(...asked).map(([name]) => name)

const beforeAcceptance = ['registered', 'routed', 'objected', 'disputed'] as const

/** kind · article · what else the row says. */
const table: Readonly<Record<RightName, readonly [kind: 'may' | 'owed', basis: Basis, more?: object]>> = {
  anyChannel: ['may', of(17, 1), { at: [] }],
  oralRecord: ['owed', of(19, 1), { at: [] }],
  registered: ['owed', of(22, 1), { at: [] }],
  toldInWriting: ['owed', of(23, 2), { at: beforeAcceptance }],
  guided: ['owed', of(23, 1), { at: [...beforeAcceptance, 'declined', 'directed'] }],
  jointReception: ['may', of(18, 3), { at: [] }],
  follow: ['may', of(21, 2)],
  addMaterial: ['may', of(19, 1), { command: 'AddMaterial' }],
  answerQuestion: ['may', of(31, 1, 6), { command: 'AnswerQuestion' }],
  heard: ['owed', of(31, 1, 6), { at: ['accepted'], classes: ['appeal'] }],
  recusal: ['may', of(28, 3), { command: 'RequestRecusal' }],
  secrecy: ['owed', of(30, 3), { classes: ['accusation'] }],
  noRetaliation: ['may', of(18, 4)],
  reasonedOpinion: ['owed', of(32, 1), { at: ['accepted'], classes: ['appeal'] }],
  reasonForDelay: ['owed', of(34), { at: ['accepted'], classes: ['appeal'] }],
  replyToSuggestion: ['owed', of(29, 1), { at: ['accepted'], classes: ['suggestion'] }],
  consentToMediation: ['may', of(33), { command: 'AnswerMediation', besides: true }],
  settle: ['may', of(33), { command: 'Settle', besides: true }],
  withdraw: ['may', decided('0010'), { command: 'Withdraw', besides: true }],
  requestReview: ['may', of(35), { command: 'RequestReview', clock: 'requestReview', besides: true }],
  requestReexamination: [
    'may',
    of(36, 1),
    { command: 'RequestReexamination', clock: 'requestReexamination', besides: true },
  ],
  rate: ['may', of(21, 2), { command: 'Rate' }],
  relief: ['owed', of(37, 2)],
  ownRecord: ['may', rule('PIPL', 45)],
  objectToErasure: ['may', decided('0015'), { command: 'ObjectToErasure', clock: 'objectToErasure' }],
}

for (const [name, [kind, basis, more]] of Object.entries(table) as [RightName, (typeof table)[RightName]][]) {
  article(`The right ${name}`, [`rights.${name}`], {
    'rests on its article': ({ cites }) => cites(`rights.${name}`, basis),
    'is used as its row says': ({ same, world }) => same(world.law.rights[name], { kind, basis, ...more }),
  })
}

article(
  '信访工作条例 art. 35, 36: what can be done about an answer, and until when',
  ['rights.requestReview', 'rights.requestReexamination', 'rights.rate'],
  {
    'review, from service until its last day': (spec) => {
      const { petition } = spec.given(...wayTo.served)
      const right = doableIn(petition, '2026-05-22', spec).find(({ right }) => right === 'requestReview')
      spec.same(right?.action, 'request-review')
      spec.same(right?.clock?.lastDay, '2026-05-22')
      spec.same(right?.clock?.id, 'requestReview#1')
    },
    'and the day after not any more': (spec) => {
      const { petition } = spec.given(...wayTo.served)
      spec.same(rightsIn(petition, '2026-05-23', spec).includes('requestReview'), false)
    },
    'nothing of it before service': (spec) => {
      const { petition } = spec.given(...wayTo.answered)
      spec.same(rightsIn(petition, '2026-04-21', spec).includes('requestReview'), false)
    },
    'only for whom it was served': (spec) => {
      const two = { people: [example.person('p1'), example.person('p2')], headcount: 2 }
      const { petition } = spec.given(
        example.registered(two),
        example.transferred(),
        example.accepted(),
        example.heard(),
        example.issued(),
        example.served(),
      )
      spec.same(rightsIn(petition, '2026-04-23', spec, 'p1').includes('requestReview'), true)
      spec.same(rightsIn(petition, '2026-04-23', spec, 'p2').includes('requestReview'), false)
    },
    're-examination once a review was served': (spec) => {
      const { petition } = spec.given(...wayTo.reviewed)
      const rights = rightsIn(petition, '2026-06-13', spec)
      spec.same(rights.includes('requestReexamination'), true)
      spec.same(rights.includes('requestReview'), false)
    },
    'no second look at all after the last one, but always one’s own record': (spec) => {
      const { petition } = spec.given(...wayTo.finalised)
      const rights = rightsIn(petition, '2026-08-08', spec)
      spec.same(
        rights.filter((right) => right.startsWith('request')),
        [],
      )
      spec.same(rights.includes('ownRecord') && rights.includes('noRetaliation') && rights.includes('rate'), true)
    },
  },
)

article(
  'What is owed at each stage',
  ['rights.toldInWriting', 'rights.heard', 'rights.secrecy', 'rights.replyToSuggestion', 'rights.guided'],
  {
    'word in writing, until it was accepted': ({ given, same, world }) => {
      same(owed(given(...wayTo.routed).petition, world), ['toldInWriting', 'guided', 'relief'])
      same(owed(given(...wayTo.accepted).petition, world), ['heard', 'reasonedOpinion', 'reasonForDelay', 'relief'])
    },
    'secrecy to whoever accuses, at every stage': ({ given, same, world }) => {
      const accusation = example.registered({ class: 'accusation' })
      same(owed(given(accusation).petition, world).includes('secrecy'), true)
    },
    'a reply to whoever suggests': ({ given, same, world }) => {
      const suggestion = [example.registered({ class: 'suggestion' }), example.transferred()]
      const { petition } = given(...suggestion, example.accepted({ route: null }))
      same(owed(petition, world), ['replyToSuggestion', 'relief'])
    },
  },
)

type Limits = readonly (readonly [OwnLimit['what'], number, OwnLimit['span']['unit'], OwnLimit['from'], Basis])[]

const limitsOf = (limits: Limits): readonly OwnLimit[] =>
  limits.map(([what, count, unit, from, basis]) => ({ what, span: { unit, count }, from, basis }))

function procedure(name: ProcedureName, title: string, basis: Basis, more: object, limits: Limits): void {
  article(title, [`otherProcedures.${name}`], {
    'rests on its article': ({ cites }) => cites(`otherProcedures.${name}`, basis),
    'has these limits, this place and no other': ({ same, world }) =>
      same(JSON.parse(JSON.stringify(world.law.otherProcedures[name])), {
        ...more,
        limits: limitsOf(limits),
        basis,
      }),
  })
}

procedure(
  'administrativeReconsideration',
  '行政复议法 20, 21, 23: administrative reconsideration',
  rule('XZFY', 11),
  {
    routes: ['judicialProcedure', 'administrativeProcedure'],
    categories: [],
    first: {
      cases: ['onTheSpotPenalty', 'naturalResources', 'dutyNotPerformed', 'informationRefused', 'otherByLaw'],
      basis: rule('XZFY', 23, 1),
    },
    read: 'whole',
  },
  [
    ['apply', 60, 'days', 'decisionKnown', rule('XZFY', 20, 1)],
    ['applyUntold', 1, 'years', 'contentKnown', rule('XZFY', 20, 3)],
    ['applyAtMost', 5, 'years', 'decisionMade', rule('XZFY', 21)],
    ['applyAtMostLand', 20, 'years', 'decisionMade', rule('XZFY', 21)],
  ],
)
procedure(
  'administrativeLitigation',
  '行政诉讼法 45–47: administrative litigation',
  rule('XZSS', 12, 1),
  { routes: ['judicialProcedure'], categories: [], read: 'whole' },
  [
    ['apply', 6, 'months', 'decisionKnown', rule('XZSS', 46, 1)],
    ['sueAfterReconsideration', 15, 'days', 'decisionReceived', rule('XZSS', 45)],
    ['sueForInaction', 2, 'months', 'applicationReceived', rule('XZSS', 47, 1)],
    ['applyAtMost', 5, 'years', 'decisionMade', rule('XZSS', 46, 2)],
    ['applyAtMostLand', 20, 'years', 'decisionMade', rule('XZSS', 46, 2)],
  ],
)
procedure(
  'labourArbitration',
  '劳动争议调解仲裁法 5, 27, 50: labour arbitration',
  rule('LDZC', 2),
  {
    routes: ['arbitration'],
    categories: ['labour.relations', 'labour.wages', 'labour.protection', 'labour.employee-insurance'],
    first: { cases: ['labourDispute'], basis: rule('LDZC', 5) },
    mayInterrupt: rule('LDZC', 27, 2),
    read: 'whole',
  },
  [
    ['apply', 1, 'years', 'infringementKnown', rule('LDZC', 27, 1)],
    ['applyForWages', 1, 'years', 'employmentEnded', rule('LDZC', 27, 4)],
    ['sueAfterAward', 15, 'days', 'awardReceived', rule('LDZC', 50)],
  ],
)
procedure(
  'landContractArbitration',
  '农村土地承包经营纠纷调解仲裁法 18, 48: arbitration of contracted farmland',
  rule('TDZC', 2, 2),
  { routes: ['arbitration'], categories: ['rural.land-contracts'], read: 'whole' },
  [
    ['apply', 2, 'years', 'infringementKnown', rule('TDZC', 18)],
    ['sueAfterAward', 30, 'days', 'awardReceived', rule('TDZC', 48)],
  ],
)
procedure(
  'openInformation',
  '政府信息公开条例 33: open government information',
  rule('ZFXX', 29, 1),
  { routes: ['administrativeProcedure'], categories: [], read: 'cited' },
  [
    ['answer', 20, 'workingDays', 'applicationReceived', rule('ZFXX', 33, 2)],
    ['answerLater', 20, 'workingDays', 'answerDue', rule('ZFXX', 33, 2)],
  ],
)
procedure(
  'civilLitigation',
  '民法典 188: civil claims',
  rule('MFD', 188, 1),
  { routes: ['judicialProcedure'], categories: [], read: 'cited' },
  [
    ['apply', 3, 'years', 'infringerKnown', rule('MFD', 188, 1)],
    ['applyAtMost', 20, 'years', 'infringed', rule('MFD', 188, 2)],
  ],
)
procedure(
  'mediationConfirmation',
  '人民调解法 33: judicial confirmation',
  rule('RMTJ', 33, 1),
  { routes: ['judicialProcedure'], categories: [], after: 'settlementAgreement', read: 'whole' },
  [['confirm', 30, 'days', 'agreementInForce', rule('RMTJ', 33, 1)]],
)

article('最高法 2018 1 (2) item 9: acts of petition work that no court hears', ['notSuable'], {
  'are these, and the article says so': ({ cites, same, world }) => {
    cites('notSuable', rule('XZSSJS', 1, 2, 9))
    same(world.law.notSuable?.acts, ['registration', 'acceptance', 'assignment', 'transfer', 'review', 'reexamination'])
  },
})

const general: readonly ProcedureName[] = [
  'administrativeReconsideration',
  'administrativeLitigation',
  'openInformation',
  'civilLitigation',
]

article(
  'Which procedures stand beside a petition',
  Object.keys(cn2022.otherProcedures).map((name) => `otherProcedures.${name as ProcedureName}` as const),
  {
    'by its content, where it was led nowhere yet': ({ given, same, world }) => {
      const beside = (category: string) =>
        proceduresBeside(given(example.registered({ category: category as never })).petition, world)
      same(beside('other'), general)
      same(beside('labour.wages'), [...general.slice(0, 2), 'labourArbitration', ...general.slice(2)])
      same(beside('rural.land-contracts'), [...general.slice(0, 2), 'landContractArbitration', ...general.slice(2)])
    },
    'by the route to which it was directed': ({ given, same, world }) => {
      const beside = (route: 'arbitration' | 'judicialProcedure' | 'administrativeProcedure' | 'partyProcedure') =>
        proceduresBeside(given(...wayTo.routed, example.directed({ route })).petition, world)
      same(beside('arbitration'), ['labourArbitration', 'landContractArbitration'])
      same(beside('judicialProcedure'), [...general.slice(0, 2), 'civilLitigation'])
      same(beside('administrativeProcedure'), ['administrativeReconsideration', 'openInformation'])
      same(beside('partyProcedure'), [])
    },
    'confirmation once there is an agreement': ({ given, same, world }) => {
      const { petition } = given(...wayTo.settled)
      same(proceduresBeside(petition, world).includes('mediationConfirmation'), true)
    },
    'none beside a suggestion or an accusation': ({ given, same, world }) => {
      for (const petitionClass of ['suggestion', 'accusation'] as const)
        same(proceduresBeside(given(example.registered({ class: petitionClass })).petition, world), [])
    },
  },
)
