/**
 * Who may do what at which stage: every command × every stage × everybody, against a table written out by hand. What else must
 * hold is in the suites of each room.
 */
import { day } from '../kernel/day.ts'
import { article as articleOfRegulations, articleWithoutDays, type Basis, decided, rule } from '../law/basis.ts'
import type { Performer } from '../law/law.ts'
import * as example from './examples.ts'
import type { Actor, Command, CommandBody, CommandType, Refusal, Stage } from './petition.ts'
import { article, type Spec } from './spec.ts'

const stages = Object.keys(example.wayTo) as Stage[]
const beforeAcceptance = ['registered', 'routed'] as const
const afterAnswer = [
  'answered',
  'served',
  'underReview',
  'reviewIssued',
  'reviewed',
  'underReexamination',
  'reexaminationIssued',
] as const
const unfinished = [...beforeAcceptance, 'objected', 'disputed', 'accepted', ...afterAnswer] as const
const ended = ['closed', 'finalised', 'declined', 'directed', 'withdrawn', 'settled'] as const
const always = [...unfinished, ...ended] as const

/** `holder registrar · stages · article`; the head's post where the law asks for it. */
type Line = readonly [by: string, at: readonly Stage[], basis: Basis, post?: 'head']

const of = articleOfRegulations
/** What the Regulations do not know. */
type Local = 'AcceptReview' | 'ExtendReview'
type National = Exclude<CommandType, 'Register' | Local>
const table: Readonly<Record<National, Line>> = {
  Correct: ['registrar holder', unfinished, of(21, 2)],
  NameClerk: ['holder', unfinished, of(14, 2)],
  CorrectReceivedDay: ['registrar', unfinished, decided('0024'), 'head'],
  CorrectServedDay: ['holder reviewer reexaminer', [...afterAnswer, 'closed'], decided('0024'), 'head'],
  TakeExtensionBack: [
    'holder reviewer reexaminer',
    ['accepted', 'underReview', 'underReexamination'],
    decided('0024'),
    'head',
  ],
  RecountClocks: ['house', always, decided('0024')],
  MarkUrgent: ['registrar holder', unfinished, of(25, 1)],
  ReportUrgent: ['registrar holder', always, of(25, 1)],
  AddMaterial: ['petitioner registrar holder house', unfinished, of(19, 1)],
  AskPetitioner: ['holder registrar reviewer reexaminer', unfinished, of(31, 1, 6)],
  AnswerQuestion: ['petitioner holder registrar', unfinished, of(31, 1, 6)],
  Link: ['registrar holder', always, decided('0008')],
  OpenSeal: ['registrar holder sender arbiter reviewer reexaminer', always, decided('0019')],
  DeclareRecusal: ['registrar holder sender arbiter reviewer reexaminer assistant', always, of(28, 3)],
  RequestRecusal: ['petitioner', unfinished, of(28, 3)],
  DecideRecusal: ['anyOrgan', always, of(28, 3), 'head'],
  NameComplained: ['registrar holder reviewer reexaminer', unfinished, of(30, 3)],
  IdentifyOfficial: ['registrar holder reviewer reexaminer', unfinished, of(28, 3)],
  InformAccused: ['holder', always, of(30, 3), 'head'],
  Unlink: ['registrar holder', always, decided('0008')],
  RenewKey: ['registrar holder', always, of(21, 2)],
  ProposeErasure: ['registrar', ended, decided('0015'), 'head'],
  ObjectToErasure: ['petitioner', ended, decided('0015')],
  ApproveErasure: ['approver', ended, decided('0015'), 'head'],
  EraseContent: ['house', ended, decided('0015')],
  Transfer: ['holder', beforeAcceptance, of(22, 1)],
  Assign: ['holder', beforeAcceptance, of(22, 1, 3)],
  ObjectToTransfer: ['holder', ['routed'], of(23, 3)],
  AgreeToReturn: ['sender', ['objected'], of(23, 3)],
  InsistOnTransfer: ['sender', ['objected'], of(23, 3)],
  ReferDispute: ['sender holder', ['objected', 'routed'], of(24, 1)],
  DecideDispute: ['arbiter', ['disputed'], of(24, 1)],
  ReportBack: ['anyOrgan', ['accepted', ...afterAnswer, ...ended], of(22, 1, 3)],
  PassDutiesOn: ['house registrar sender holder', always, of(24, 2)],
  LeaveSimplifiedTrack: ['holder', ['registered', 'routed', 'accepted'], articleWithoutDays(31, '0009', 1, 6)],
  AskAssistance: ['holder sender arbiter', ['routed', 'disputed', 'accepted'], decided('0042')],
  ObjectToAssistance: ['assistant', unfinished, decided('0042')],
  GoOnWithoutAssistance: ['holder', unfinished, decided('0042')],
  NoteAssistance: ['house', always, decided('0042')],
  Accept: ['holder', beforeAcceptance, of(23, 3)],
  DeclineAcceptance: ['holder', beforeAcceptance, of(19, 3)],
  Direct: ['holder', ['registered', 'routed', 'accepted'], of(31, 1)],
  RecordContact: ['holder registrar reviewer reexaminer', unfinished, of(31, 1, 6)],
  AddEvidence: [
    'holder reviewer reexaminer',
    ['accepted', 'answered', 'underReview', 'underReexamination'],
    of(31, 1, 6),
  ],
  OpenHearing: ['holder reexaminer', ['accepted', 'underReexamination'], of(31, 1, 6)],
  CloseHearing: ['holder reexaminer', ['accepted', 'underReexamination'], of(31, 1, 6)],
  ProposeMediation: ['holder', ['accepted'], of(33)],
  AnswerMediation: ['petitioner holder house', ['accepted'], of(33)],
  EndMediation: ['holder house', ['accepted'], of(33)],
  ExtendHandling: ['holder', ['accepted'], of(34), 'head'],
  IssueOpinion: ['holder', ['accepted'], of(32, 1)],
  AnswerDuty: ['holder', ['accepted'], of(31, 1, 5)],
  ConcludeSuggestion: ['holder', ['accepted'], of(29, 1)],
  AnnounceDocument: ['holder reviewer reexaminer', always, rule('MSSS', 95)],
  Serve: ['holder reviewer reexaminer', always, of(35)],
  RecordExecution: ['holder', [...afterAnswer, 'finalised', 'withdrawn'], of(32, 2)],
  Rate: ['petitioner registrar', [...afterAnswer, ...ended], of(21, 2)],
  Withdraw: [
    'petitioner registrar holder',
    ['registered', 'routed', 'objected', 'disputed', 'accepted', 'answered', 'served', 'underReview', 'reviewed'],
    decided('0010'),
  ],
  Settle: ['petitioner holder', ['accepted', 'answered'], of(33)],
  ShareSight: ['house', always, decided('0042')],
  EndSight: ['house', always, decided('0042')],
  TakeSight: ['house', always, decided('0042')],
  LapseSight: ['house', always, decided('0042')],
  Close: ['holder house', ['served', 'reviewed'], of(34)],
  MarkOverdue: ['house', always, of(45)],
  LapseRight: ['house', always, of(35)],
  RequestReview: ['petitioner registrar holder anyOrgan', afterAnswer, of(35)],
  IssueReviewOpinion: ['reviewer', ['underReview', 'underReexamination'], of(35)],
  RequestReexamination: ['petitioner registrar holder anyOrgan', afterAnswer, of(36, 1)],
  IssueReexaminationOpinion: ['reexaminer', ['underReexamination'], of(36, 1)],
}

/** The parts that organs play on the way that the examples take, stage by stage. */
function partsOf(organ: string, stage: Stage): readonly Performer[] {
  const parts: Performer[] = ['anyOrgan']
  const routed = stage !== 'registered'
  if (organ === 'county-bureau') parts.push('registrar', routed ? 'sender' : 'holder')
  if (organ === 'county-housing' && routed) parts.push('holder')
  if (organ === 'county' && stage === 'disputed') parts.push('arbiter')
  if (organ === 'city-housing' && reviewed.includes(stage)) parts.push('reviewer')
  if (organ === 'province-housing' && reexamined.includes(stage)) parts.push('reexaminer')
  return parts
}
const reexamined: readonly Stage[] = ['underReexamination', 'reexaminationIssued', 'finalised']
const reviewed: readonly Stage[] = ['underReview', 'reviewIssued', 'reviewed', ...reexamined]

const organs = ['county-bureau', 'county-housing', 'county', 'city-housing', 'province-housing', 'far-mill']
const everybody: readonly Actor[] = [
  ...organs.flatMap((organ) => [example.staff(organ), example.headOf(organ)]),
  example.petitioner(),
  example.house,
  ...['leader', 'supervisor', 'commissioner', 'administrator', 'auditor'].map((post) =>
    example.staff('county-housing', post),
  ),
]
const handlingPosts = ['clerk', 'head']

/** What the table says, or null where it has nothing against it. */
function expected(command: National, stage: Stage, actor: Actor): Refusal | null {
  const [by, at, basis, post] = table[command]
  if (actor.kind === 'staff' && !handlingPosts.some((handling) => actor.posts.includes(handling))) {
    return { kind: 'not-yours-to-do', command, needs: handlingPosts, basis }
  }
  const performers = by.split(' ') as Performer[]
  const parts = actor.kind === 'staff' ? partsOf(actor.organ, stage) : [actor.kind]
  if (!parts.some((part) => performers.includes(part)))
    return { kind: 'not-yours-to-do', command, needs: performers, basis }
  if (!at.includes(stage)) return { kind: 'wrong-stage', stage, command, needs: at, basis }
  if (post && actor.kind === 'staff' && !actor.posts.includes(post)) return { kind: 'needs-the-head', command, basis }
  // In the story of the examples nobody's review is open beside the re-examination.
  if (command === 'IssueReviewOpinion' && stage === 'underReexamination') {
    return { kind: 'wrong-stage', stage, command, needs: ['underReview'], basis }
  }
  return null
}

const sealed = example.sealed('something')
/** Some content for each; whether it fits does not matter here. */
const bodies = {
  Correct: { type: 'Correct', field: 'category', to: 'land', reason: sealed },
  NameClerk: { type: 'NameClerk', account: 'clerk-1' },
  MarkUrgent: example.urgentMarked(),
  ReportUrgent: example.urgentReported(),
  AddMaterial: { type: 'AddMaterial', note: sealed, materials: [] },
  AskPetitioner: { type: 'AskPetitioner', question: sealed },
  AnswerQuestion: { type: 'AnswerQuestion', question: 'q1', answer: sealed },
  Link: { type: 'Link', to: '260303123456789', as: 'member', reason: sealed },
  RenewKey: example.keyRenewed(),
  ProposeErasure: example.erasureProposed(),
  ObjectToErasure: example.erasureObjected(),
  ApproveErasure: example.erasureApproved(),
  EraseContent: example.contentErased(),
  Unlink: { type: 'Unlink', from: '260303123456789', reason: sealed },
  Transfer: example.transferred(),
  Assign: example.assigned(),
  ObjectToTransfer: example.objected(),
  AgreeToReturn: example.returned(),
  InsistOnTransfer: example.upheld(),
  ReferDispute: example.disputeReferred(),
  DecideDispute: example.disputeDecided(),
  ReportBack: example.reportedBack(),
  PassDutiesOn: example.passedOn(),
  LeaveSimplifiedTrack: example.trackLeft(),
  AskAssistance: example.assistanceAsked(),
  ObjectToAssistance: example.assistanceObjected(),
  GoOnWithoutAssistance: example.assistanceNotAwaited(),
  NoteAssistance: example.assistanceNoted(),
  Accept: example.accepted(),
  DeclineAcceptance: example.declined(),
  Direct: example.directed(),
  RecordContact: example.heard(),
  AddEvidence: { type: 'AddEvidence', note: sealed, materials: [] },
  OpenHearing: example.hearingOpened(),
  CloseHearing: example.hearingClosed(),
  ProposeMediation: { type: 'ProposeMediation', mediator: sealed, about: sealed },
  AnswerMediation: { type: 'AnswerMediation', party: 'petitioner', consents: true, signed: example.signedRecord },
  EndMediation: { type: 'EndMediation', agreement: null, note: sealed },
  ExtendHandling: example.extended(),
  TakeExtensionBack: example.extensionTakenBack(),
  CorrectReceivedDay: example.receivedDayCorrected(),
  CorrectServedDay: example.servedDayCorrected(),
  RecountClocks: { type: 'RecountClocks' },
  IssueOpinion: example.issued(),
  AnswerDuty: example.dutyAnswered(),
  ConcludeSuggestion: example.suggestionConcluded(),
  AnnounceDocument: example.announced(),
  Serve: example.served(),
  RecordExecution: example.executed(),
  Rate: example.rated({ signed: example.signedRecord }),
  Withdraw: example.withdrawn({ signed: example.signedRecord }),
  Settle: example.settled({ signed: example.signedRecord }),
  OpenSeal: { type: 'OpenSeal', seal: 'identity', material: null, purpose: 'contact', reason: sealed },
  DeclareRecusal: { type: 'DeclareRecusal', reason: sealed },
  RequestRecusal: { type: 'RequestRecusal', whom: 'clerk', reasons: sealed },
  DecideRecusal: { type: 'DecideRecusal', request: 'v1', account: 'clerk-2', reasons: sealed },
  NameComplained: {
    type: 'NameComplained',
    as: 'respondent',
    organ: example.id('county-water'),
    official: null,
    reason: sealed,
  },
  IdentifyOfficial: { type: 'IdentifyOfficial', complained: 0, account: 'clerk-2' },
  InformAccused: { type: 'InformAccused', organ: example.id('county-water'), extract: sealed, legalBasis: sealed },
  ShareSight: example.sightShared(),
  EndSight: example.sightEnded(),
  TakeSight: { type: 'TakeSight', from: example.id('city-housing') },
  LapseSight: { type: 'LapseSight' },
  Close: { type: 'Close' },
  MarkOverdue: { type: 'MarkOverdue', clock: 'handle#1' },
  LapseRight: example.lapsed(),
  RequestReview: example.reviewRequested({ signed: example.signedRecord }),
  IssueReviewOpinion: example.reviewIssued(),
  RequestReexamination: example.reexaminationRequested({ signed: example.signedRecord }),
  IssueReexaminationOpinion: example.reexaminationIssued(),
} satisfies { readonly [T in National]: Extract<CommandBody, { type: T }> }

const late = day('2026-08-20')
const refusalsOfThisTable = ['not-yours-to-do', 'wrong-stage', 'needs-the-head']

function tryEverybody(type: National, { given, same }: Spec): void {
  for (const stage of stages) {
    const there = given(...example.wayTo[stage])
    const actual = everybody.map((actor) => {
      const refusal = there.when({ ...bodies[type], on: late, actor } as Command).refusal
      return refusal && refusalsOfThisTable.includes(refusal.kind) ? refusal : null
    })
    same({ stage, actual }, { stage, actual: everybody.map((actor) => expected(type, stage, actor)) })
  }
}

for (const type of Object.keys(table) as National[]) {
  const [by, , basis] = table[type]
  article(`Who may ${type}: ${by}`, [`permissions.${type}`], {
    'rests on its article': ({ cites }) => cites(`permissions.${type}`, basis),
    'at these stages and nobody else, at every stage': (spec) => tryEverybody(type, spec),
  })
}

article('Who may Register: everybody, when nothing is registered yet', ['permissions.Register'], {
  'rests on its article': ({ cites, same, world }) => {
    cites('permissions.Register', of(22, 1))
    same(world.law.permissions.Register, { by: ['anyOrgan', 'petitioner', 'house'], at: [], basis: of(22, 1) })
  },
  once: ({ given }) => {
    for (const stage of stages)
      given(...example.wayTo[stage])
        .when(example.registered())
        .refusedAs('already-registered')
  },
  'by anybody': ({ given }) => {
    for (const actor of everybody) {
      const registering = given().when(example.registered({ actor }))
      const handles = actor.kind !== 'staff' || handlingPosts.some((post) => actor.posts.includes(post))
      if (handles) registering.accepted()
      else registering.refused({ kind: 'not-yours-to-do', command: 'Register', needs: handlingPosts, basis: of(22, 1) })
    }
  },
})

article(
  '信访工作条例 knows no taking up of a request for review, and no more time for one',
  ['permissions.AcceptReview', 'permissions.ExtendReview'],
  {
    'so both are refused, whoever asks': ({ given, world }) => {
      const there = given(...example.wayTo.underReview)
      for (const body of [example.reviewAccepted(), example.reviewExtended()])
        there.when(body).refused({ kind: 'no-such-step', command: body.type, law: world.law.name })
    },
  },
)
