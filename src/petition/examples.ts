/**
 * A small county, made up, and the ordinary life of one petition in it, for specifications. Nothing here is about anybody:
 * sealed pieces are named and never filled.
 */
import { addDays, type Day, day } from '../kernel/day.ts'
import type { OrganFacts, OrganId, Organs } from '../kernel/organ.ts'
import type { Sealed } from '../kernel/sealed.ts'
import type { Person } from './intake/words.ts'
import type { Actor, Command, CommandType, Of } from './petition.ts'

export const sealed = (ref: string): Sealed => ({ ref, commitment: `commitment-to-${ref}` })

const organ = (
  id: string,
  kind: OrganFacts['kind'],
  level: OrganFacts['level'],
  parent: string | null,
  more: Partial<Omit<OrganFacts, 'leadBy' | 'successors'>> & { leadBy?: string; successors?: string[] } = {},
): OrganFacts => ({
  region: '9901',
  state: 'active',
  ...more,
  id: id as OrganId,
  kind,
  level,
  parent: parent as OrganId | null,
  leadBy: (more.leadBy ?? null) as OrganId | null,
  successors: (more.successors ?? []) as OrganId[],
})

/** Province, city, two counties and a township; a bureau, departments and a discipline organ at each level that needs one. */
const tree: readonly OrganFacts[] = [
  organ('national-bureau', 'bureau', 'nation', null),
  organ('province', 'government', 'province', null),
  organ('province-bureau', 'bureau', 'province', 'province', { leadBy: 'national-bureau' }),
  organ('province-housing', 'department', 'province', 'province'),
  organ('city', 'government', 'prefecture', 'province'),
  organ('city-bureau', 'bureau', 'prefecture', 'city', { leadBy: 'province-bureau' }),
  organ('city-housing', 'department', 'prefecture', 'city', { leadBy: 'province-housing' }),
  organ('city-discipline', 'discipline', 'prefecture', 'city-party'),
  organ('city-party', 'party', 'prefecture', null),
  organ('county', 'government', 'county', 'city'),
  organ('county-bureau', 'bureau', 'county', 'county', { leadBy: 'city-bureau' }),
  organ('county-housing', 'department', 'county', 'county', { leadBy: 'city-housing' }),
  organ('county-inspection', 'department', 'county', 'county-housing'),
  organ('county-water', 'department', 'county', 'county'),
  organ('county-party', 'party', 'county', 'city-party'),
  organ('county-discipline', 'discipline', 'county', 'county-party', { leadBy: 'city-discipline' }),
  organ('county-police', 'police', 'county', 'county'),
  organ('county-procuratorate', 'procuratorate', 'county', null),
  organ('county-conference', 'conference', 'county', 'county'),
  organ('township', 'township', 'township', 'county'),
  organ('village', 'village', 'village', 'township'),
  organ('next-county', 'government', 'county', 'city'),
  organ('next-county-bureau', 'bureau', 'county', 'next-county', { leadBy: 'city-bureau' }),
  organ('next-county-water', 'department', 'county', 'next-county'),
  organ('far-mill', 'enterprise', 'county', null),
  organ('old-land', 'department', 'county', 'county', { state: 'merged', successors: ['county-resources'] }),
  organ('county-resources', 'department', 'county', 'county'),
  organ('old-salt', 'department', 'county', 'county', { state: 'abolished' }),
]

export const allOrgans: readonly OrganId[] = tree.map(({ id }) => id)
const byId = new Map(tree.map((facts) => [facts.id, facts]))
export const exampleOrgans: Organs = { find: (id) => byId.get(id) }

/** The same county after an organ was merged into another, or ended without anybody named to carry its duties on. */
export const afterMerger = (from: string, into?: string): Organs => ({
  find: (organId) => {
    const facts = byId.get(organId)
    if (!facts || organId !== from) return facts
    return { ...facts, state: into ? 'merged' : 'abolished', successors: into ? [into as OrganId] : [] }
  },
})

export const id = (name: string): OrganId => {
  if (!byId.has(name as OrganId)) throw new Error(`no organ ${name} in the example`)
  return name as OrganId
}

export const staff = (of: string, ...posts: string[]): Actor => ({
  kind: 'staff',
  account: `clerk-of-${of}`,
  organ: id(of),
  posts: posts.length > 0 ? posts : ['clerk'],
})
export const headOf = (of: string): Actor => staff(of, 'clerk', 'head')
export const petitioner = (person = 'p1'): Actor => ({ kind: 'petitioner', person })
export const house: Actor = { kind: 'house', task: 'sweep' }

export const person = (ref: string, more: Partial<Person> = {}): Person => ({
  ref,
  kind: 'citizen',
  name: sealed(`${ref}-name`),
  idNumber: null,
  phone: sealed(`${ref}-phone`),
  address: sealed(`${ref}-address`),
  email: null,
  electronicService: false,
  ...more,
})

export const signedRecord = { signature: sealed('signature'), witness: sealed('witness') }
const told = { way: 'onTheSpot', proof: null } as const

/** A command of the example, with a day and an actor that fit the story unless others are given. */
type Step<T extends CommandType> = (more?: Partial<Of<T>>) => Of<T>
const step =
  <T extends CommandType>(usual: Of<T>): Step<T> =>
  (more = {}) => ({ ...usual, ...more })
const on = (text: string): Day => day(text)

export const registered = step<'Register'>({
  type: 'Register',
  on: on('2026-03-02'),
  actor: staff('county-bureau'),
  organ: id('county-bureau'),
  receivedOn: on('2026-03-02'),
  channel: 'letter',
  class: 'appeal',
  category: 'housing',
  place: '990101',
  placeDetail: null,
  confidentiality: 'named',
  title: sealed('title'),
  text: sealed('text'),
  claims: [{ ref: 'c1', text: sealed('claim-1') }],
  people: [person('p1')],
  agent: null,
  headcount: 1,
  about: [],
  oral: null,
  elsewhere: null,
  materials: [],
  track: 'ordinary',
  firstTime: true,
  imported: null,
})

/** The petitioner went to the housing office itself. */
export const registeredDirectly = (more: Partial<Of<'Register'>> = {}): Of<'Register'> =>
  registered({ actor: staff('county-housing'), organ: id('county-housing'), ...more })

export const transferred = step<'Transfer'>({
  type: 'Transfer',
  on: on('2026-03-05'),
  actor: staff('county-bureau'),
  to: id('county-housing'),
  note: null,
})
export const assigned = step<'Assign'>({
  type: 'Assign',
  on: on('2026-03-05'),
  actor: staff('county-bureau'),
  to: id('county-housing'),
  reportBy: on('2026-04-30'),
  note: null,
})
export const objected = step<'ObjectToTransfer'>({
  type: 'ObjectToTransfer',
  on: on('2026-03-09'),
  actor: staff('county-housing'),
  reasons: sealed('objection'),
  suggests: null,
})
export const returned = step<'AgreeToReturn'>({
  type: 'AgreeToReturn',
  on: on('2026-03-11'),
  actor: staff('county-bureau'),
  note: null,
})
export const upheld = step<'InsistOnTransfer'>({
  type: 'InsistOnTransfer',
  on: on('2026-03-11'),
  actor: staff('county-bureau'),
  reasons: sealed('insistence'),
})
export const disputeReferred = step<'ReferDispute'>({
  type: 'ReferDispute',
  on: on('2026-03-12'),
  actor: staff('county-bureau'),
  to: id('county'),
  note: null,
})
export const disputeDecided = step<'DecideDispute'>({
  type: 'DecideDispute',
  on: on('2026-03-16'),
  actor: staff('county'),
  competent: id('county-water'),
  reasons: sealed('ruling'),
})
export const reportedBack = step<'ReportBack'>({
  type: 'ReportBack',
  on: on('2026-04-28'),
  actor: staff('county-housing'),
  report: sealed('report'),
  result: sealed('result'),
})
export const passedOn = step<'PassDutiesOn'>({
  type: 'PassDutiesOn',
  on: on('2026-03-25'),
  actor: house,
  from: id('county-housing'),
  to: id('county-resources'),
})
export const trackLeft = step<'LeaveSimplifiedTrack'>({
  type: 'LeaveSimplifiedTrack',
  on: on('2026-03-12'),
  actor: staff('county-housing'),
  reason: sealed('leaving'),
})

export const accepted = step<'Accept'>({
  type: 'Accept',
  on: on('2026-03-10'),
  actor: staff('county-housing'),
  route: 'handlingOpinion',
  track: 'ordinary',
  procedure: sealed('procedure'),
  told,
})
export const declined = step<'DeclineAcceptance'>({
  type: 'DeclineAcceptance',
  on: on('2026-03-10'),
  actor: staff('county-housing'),
  ground: 'alreadyReexamined',
  competent: null,
  earlier: '250101123456789',
  reasons: sealed('reasons'),
  told,
})
export const directed = step<'Direct'>({
  type: 'Direct',
  on: on('2026-03-10'),
  actor: staff('county-housing'),
  route: 'arbitration',
  to: sealed('where-to'),
  explanation: sealed('explanation'),
  limit: sealed('limit'),
  told,
})
export const heard = step<'RecordContact'>({
  type: 'RecordContact',
  on: on('2026-03-20'),
  actor: staff('county-housing'),
  way: 'visit',
  note: sealed('what-was-said'),
  heard: true,
})
/** Held two days after it is decided on, unless a test says when. */
export const hearingOpened = (more: Partial<Of<'OpenHearing'>> = {}): Of<'OpenHearing'> => ({
  type: 'OpenHearing',
  on: on('2026-03-24'),
  actor: staff('county-housing'),
  subject: sealed('hearing-subject'),
  heldOn: addDays(more.on ?? on('2026-03-24'), 2),
  place: sealed('hearing-place'),
  ...more,
})
export const hearingClosed = step<'CloseHearing'>({
  type: 'CloseHearing',
  on: on('2026-03-26'),
  actor: staff('county-housing'),
  record: sealed('hearing-record'),
  conclusion: sealed('hearing-conclusion'),
})
export const extensionTakenBack = step<'TakeExtensionBack'>({
  type: 'TakeExtensionBack',
  on: on('2026-05-08'),
  actor: headOf('county-housing'),
  reason: sealed('evidence came sooner'),
  told,
})
export const receivedDayCorrected = step<'CorrectReceivedDay'>({
  type: 'CorrectReceivedDay',
  on: on('2026-03-04'),
  actor: headOf('county-bureau'),
  receivedOn: on('2026-02-27'),
  reason: sealed('the postmark'),
})
export const servedDayCorrected = step<'CorrectServedDay'>({
  type: 'CorrectServedDay',
  on: on('2026-04-24'),
  actor: headOf('county-housing'),
  document: 'd3',
  person: 'p1',
  servedOn: on('2026-04-23'),
  reason: sealed('the receipt of the post'),
})
export const extended = step<'ExtendHandling'>({
  type: 'ExtendHandling',
  on: on('2026-04-15'),
  actor: headOf('county-housing'),
  until: on('2026-06-08'),
  reason: sealed('extension-reason'),
  told,
})
export const issued = step<'IssueOpinion'>({
  type: 'IssueOpinion',
  on: on('2026-04-20'),
  actor: staff('county-housing'),
  facts: sealed('facts'),
  legalBasis: sealed('legal-basis'),
  answers: [{ claim: 'c1', outcome: 'notSupported', answer: sealed('answer-1') }],
  remedy: sealed('remedy'),
  executeBy: null,
})
/** The claim is supported, to be carried out by a day. */
export const supportedOpinion = (more: Partial<Of<'IssueOpinion'>> = {}): Of<'IssueOpinion'> =>
  issued({
    answers: [{ claim: 'c1', outcome: 'supported', answer: sealed('answer-1') }],
    executeBy: on('2026-06-30'),
    ...more,
  })
export const dutyAnswered = step<'AnswerDuty'>({
  type: 'AnswerDuty',
  on: on('2026-04-20'),
  actor: staff('county-housing'),
  performed: true,
  answer: sealed('duty-answer'),
  legalBasis: sealed('legal-basis'),
})
export const suggestionConcluded = step<'ConcludeSuggestion'>({
  type: 'ConcludeSuggestion',
  on: on('2026-04-20'),
  actor: staff('county-housing'),
  adoption: 'partly',
  study: sealed('study'),
  reply: sealed('reply'),
})
/** Nobody was found at the address, and the post came back. */
export const announced = step<'AnnounceDocument'>({
  type: 'AnnounceDocument',
  on: on('2026-04-21'),
  actor: staff('county-housing'),
  document: 'd2',
  reason: sealed('not-found'),
})
export const served = step<'Serve'>({
  type: 'Serve',
  on: on('2026-04-22'),
  actor: staff('county-housing'),
  document: 'd2',
  person: 'p1',
  way: 'direct',
  servedOn: on('2026-04-22'),
  proof: { signature: sealed('receipt') },
})
export const executed = step<'RecordExecution'>({
  type: 'RecordExecution',
  on: on('2026-06-20'),
  actor: staff('county-housing'),
  done: true,
  note: sealed('execution'),
})

export const reviewRequested = step<'RequestReview'>({
  type: 'RequestReview',
  on: on('2026-05-22'),
  actor: petitioner(),
  organ: id('city-housing'),
  person: 'p1',
  grounds: sealed('review-grounds'),
  signed: null,
})
export const reviewAccepted = step<'AcceptReview'>({
  type: 'AcceptReview',
  on: on('2026-05-25'),
  actor: staff('city-housing'),
  told,
})
export const reviewExtended = step<'ExtendReview'>({
  type: 'ExtendReview',
  on: on('2026-06-10'),
  actor: headOf('city-housing'),
  until: on('2026-07-21'),
  reason: sealed('review-extension-reason'),
  told,
})
export const reviewIssued = step<'IssueReviewOpinion'>({
  type: 'IssueReviewOpinion',
  on: on('2026-06-10'),
  actor: staff('city-housing'),
  outcome: 'upheld',
  facts: sealed('review-facts'),
  opinion: sealed('review-opinion'),
  legalBasis: sealed('review-basis'),
  redoBy: null,
})
export const quashedByReview = (more: Partial<Of<'IssueReviewOpinion'>> = {}): Of<'IssueReviewOpinion'> =>
  reviewIssued({ outcome: 'quashed', redoBy: on('2026-07-31'), ...more })
export const reviewServed = (more: Partial<Of<'Serve'>> = {}): Of<'Serve'> =>
  served({ on: on('2026-06-12'), servedOn: on('2026-06-12'), actor: staff('city-housing'), document: 'd3', ...more })
export const reexaminationRequested = step<'RequestReexamination'>({
  type: 'RequestReexamination',
  on: on('2026-07-13'),
  actor: petitioner(),
  organ: id('province-housing'),
  person: 'p1',
  grounds: sealed('reexamination-grounds'),
  signed: null,
})
export const reexaminationIssued = step<'IssueReexaminationOpinion'>({
  type: 'IssueReexaminationOpinion',
  on: on('2026-08-05'),
  actor: staff('province-housing'),
  outcome: 'upheld',
  facts: sealed('reexamination-facts'),
  opinion: sealed('reexamination-opinion'),
  legalBasis: sealed('reexamination-basis'),
  redoBy: null,
})
export const reexaminationServed = (more: Partial<Of<'Serve'>> = {}): Of<'Serve'> =>
  served({
    on: on('2026-08-07'),
    servedOn: on('2026-08-07'),
    actor: staff('province-housing'),
    document: 'd4',
    ...more,
  })

export const urgentMarked = step<'MarkUrgent'>({
  type: 'MarkUrgent',
  on: on('2026-03-03'),
  actor: staff('county-bureau'),
  reason: sealed('urgency'),
})
export const urgentReported = step<'ReportUrgent'>({
  type: 'ReportUrgent',
  on: on('2026-03-03'),
  actor: staff('county-bureau'),
  to: 'ownParty',
  note: sealed('urgent-report'),
})
export const withdrawn = step<'Withdraw'>({
  type: 'Withdraw',
  on: on('2026-03-18'),
  actor: petitioner(),
  person: 'p1',
  reason: null,
  signed: null,
})
export const settled = step<'Settle'>({
  type: 'Settle',
  on: on('2026-03-28'),
  actor: petitioner(),
  person: 'p1',
  agreement: sealed('settlement'),
  signed: null,
})
export const rated = step<'Rate'>({
  type: 'Rate',
  on: on('2026-04-25'),
  actor: petitioner(),
  whom: 'organ',
  solved: 'partly',
  fair: 'satisfied',
  comment: null,
  signed: null,
})
export const keyRenewed = step<'RenewKey'>({
  type: 'RenewKey',
  on: on('2026-03-10'),
  actor: staff('county-bureau'),
  person: 'p1',
  identity: 'idCardSeen',
  witness: sealed('witness'),
  isOldKey: false,
})
/** Thirty years and a day after the petition of these examples was closed. */
export const erasureProposed = step<'ProposeErasure'>({
  type: 'ProposeErasure',
  on: on('2056-06-01'),
  actor: headOf('county-bureau'),
  approver: id('city-bureau'),
})
export const erasureObjected = step<'ObjectToErasure'>({
  type: 'ObjectToErasure',
  on: on('2056-06-10'),
  actor: petitioner(),
  reason: null,
})
export const erasureApproved = step<'ApproveErasure'>({
  type: 'ApproveErasure',
  on: on('2056-09-01'),
  actor: headOf('city-bureau'),
})
export const contentErased = step<'EraseContent'>({ type: 'EraseContent', on: on('2056-09-01'), actor: house })
export const lapsed = step<'LapseRight'>({
  type: 'LapseRight',
  on: on('2026-05-23'),
  actor: house,
  clock: 'requestReview#1',
})

const routed = [registered(), transferred()]
const inHand = [...routed, accepted()]
const answered = [...inHand, heard(), issued()]
const answerServed = [...answered, served()]
const underReview = [...answerServed, reviewRequested()]
const reviewed = [...underReview, reviewIssued(), reviewServed()]
const underReexamination = [...reviewed, reexaminationRequested()]

/** Routed and accepted, registered with other content. */
export const inHandOf = (more: Partial<Of<'Register'>>): readonly Command[] => [
  registered(more),
  transferred(),
  accepted(),
]

/** A way to every stage. */
export const wayTo = {
  registered: [registered()],
  routed,
  objected: [...routed, objected()],
  disputed: [...routed, objected(), disputeReferred()],
  accepted: inHand,
  answered,
  served: answerServed,
  underReview,
  reviewIssued: [...underReview, reviewIssued()],
  reviewed,
  underReexamination,
  reexaminationIssued: [...underReexamination, reexaminationIssued()],
  closed: [...answerServed, lapsed()],
  finalised: [...underReexamination, reexaminationIssued(), reexaminationServed()],
  declined: [...routed, declined()],
  directed: [...routed, directed()],
  withdrawn: [...routed, withdrawn()],
  settled: [...inHand, settled()],
} as const

export const sightShared = step<'ShareSight'>({
  type: 'ShareSight',
  on: on('2026-03-12'),
  actor: house,
  with: id('city-housing'),
  accounts: null,
  because: { kind: 'conference', stream: 'meeting:one' },
  until: null,
})
export const sightEnded = step<'EndSight'>({
  type: 'EndSight',
  on: on('2026-03-20'),
  actor: house,
  because: { kind: 'conference', stream: 'meeting:one' },
  with: null,
})

export const assistanceAsked = step<'AskAssistance'>({
  type: 'AskAssistance',
  on: on('2026-03-12'),
  actor: staff('county-housing'),
  of: id('county-resources'),
  claims: [],
  what: sealed('what-is-asked'),
  by: on('2026-04-01'),
})
export const assistanceObjected = step<'ObjectToAssistance'>({
  type: 'ObjectToAssistance',
  on: on('2026-03-16'),
  actor: staff('county-resources'),
  assistance: 'a1',
  reasons: sealed('no-competence'),
})
export const assistanceNotAwaited = step<'GoOnWithoutAssistance'>({
  type: 'GoOnWithoutAssistance',
  on: on('2026-04-02'),
  actor: staff('county-housing'),
  assistance: 'a1',
  reason: sealed('the-day-has-come'),
})
export const assistanceNoted = step<'NoteAssistance'>({
  type: 'NoteAssistance',
  on: on('2026-03-20'),
  actor: house,
  assistance: 'a1',
  standing: 'reported',
  result: 'done',
  report: sealed('report-of-the-assistant'),
})
