/**
 * Random lives of petitions, for property tests: each step is drawn as plain numbers and read against the petition as it has
 * become, so that a walk shrinks well and most of its steps are to the point.
 */
import fc from 'fast-check'
import { addDays, type Day, day } from '../kernel/day.ts'
import type { OrganId } from '../kernel/organ.ts'
import { isOpen, type RunningClock } from '../kernel/running-clock.ts'
import { organInPart } from './clocks.ts'
import { decide } from './decide.ts'
import { peopleToServe } from './decision.ts'
import { evolve } from './evolve.ts'
import * as example from './examples.ts'
import type { Actor, Command, CommandBody, CommandType, Fact, Petition, Refusal, State, World } from './petition.ts'
import { exampleWorld } from './spec.ts'

/** One drawn step. The numbers choose; what there is to choose from depends on the petition. */
export interface Draw {
  readonly what: number
  readonly who: number
  readonly a: number
  readonly b: number
  readonly days: number
  /** Whether somebody acts who may, or just anybody. */
  readonly fits: boolean
  /** Whether the sweep ran before. */
  readonly swept: boolean
  /** Whether the housing office is merged away before. */
  readonly merges: boolean
}

const nat = fc.nat({ max: 9_999 })
const draw: fc.Arbitrary<Draw> = fc.record({
  what: nat,
  who: nat,
  a: nat,
  b: nat,
  days: fc.oneof(
    { weight: 6, arbitrary: fc.nat({ max: 3 }) },
    { weight: 3, arbitrary: fc.nat({ max: 20 }) },
    { weight: 1, arbitrary: fc.nat({ max: 70 }) },
  ),
  fits: fc.oneof({ weight: 5, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) }),
  swept: fc.boolean(),
  merges: fc.oneof({ weight: 40, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
})
export const draws = (atMost: number): fc.Arbitrary<readonly Draw[]> =>
  fc.array(draw, { minLength: 1, maxLength: atMost, size: 'max' })

/** What was tried, in what world, on what day, and what came of it. */
export interface Step {
  readonly before: State
  readonly command: Command
  readonly world: World
  readonly facts: readonly Fact[]
  readonly refusal: Refusal | null
  readonly after: State
}

/** Walks the whole life; yields each command tried, the sweep's included. */
export function* walk(steps: readonly Draw[], under: World = exampleWorld): Generator<Step, State> {
  let world = under
  let state: State = null
  const start = beginning(steps[0])
  for (const command of start) {
    const step = tried(state, command, world)
    yield step
    state = step.after
  }
  let today = start.at(-1)?.on ?? day('2026-02-02')
  for (const drawn of steps) {
    today = addDays(today, drawn.days)
    if (drawn.merges) world = { ...under, organs: example.afterMerger('county-housing', 'county-resources') }
    const commands = [...houseCommands(state, drawn, today, world), commandFor(state, drawn, today, world)]
    for (const command of commands) {
      const step = tried(state, command, world)
      yield step
      state = step.after
    }
  }
  return state
}

/** An organ's day follows the truth, and an extension taken back; a petitioner's never comes earlier. */
export const mayComeEarlier = ({ binds }: Pick<RunningClock, 'binds'>, { facts }: Pick<Step, 'facts'>): boolean =>
  binds === 'organ' && facts.some(({ type }) => ['ExtensionTakenBack', 'ReceivedDayCorrected'].includes(type))

function tried(before: State, command: Command, world: World): Step {
  const decision = decide(before, command, world)
  const facts: readonly Fact[] = decision.ok ? decision.value : []
  const after = facts.reduce<State>(evolve, before)
  return { before, command, world, facts, refusal: decision.ok ? null : decision.error, after }
}

/** Most walks begin with nothing; some with a group's matter in hand, so that what comes late in a life is met often. */
function beginning(first: Draw | undefined): readonly Command[] {
  const people = [example.person('p1'), example.person('p2'), example.person('p3')]
  const inHand = [
    example.registered({ people, headcount: 3 }),
    example.transferred(),
    example.accepted(),
    example.heard(),
  ]
  const answered = [...inHand, example.supportedOpinion(), example.served(), example.served({ person: 'p2' })]
  const served = [...answered, example.served({ person: 'p3' })]
  const late = [example.wayTo.reviewed, example.wayTo.underReexamination]
  return pick([[], [], [], [], inHand, answered, answered, served, ...late], first?.b ?? 0)
}

/** What the house does by itself: it passes duties on, marks what is overdue and ends what was not used. */
function houseCommands(state: State, drawn: Draw, on: Day, world: World): readonly Command[] {
  if (state === null) return []
  const by = { on, actor: example.house }
  const passing: Command[] =
    world.organs.find(example.id('county-housing'))?.state === 'merged' ? [{ ...example.passedOn(), ...by }] : []
  if (!drawn.swept) return passing
  const due = state.clocks.filter((clock) => isOpen(clock) && clock.lastDay < on)
  return [
    ...passing,
    ...due.map(
      ({ id, after }): Command => ({ type: after === 'overdue' ? 'MarkOverdue' : 'LapseRight', clock: id, ...by }),
    ),
  ]
}

const pick = <T>(from: readonly T[], number: number): T => {
  const chosen = from[number % from.length]
  if (chosen === undefined) throw new Error('nothing to pick from')
  return chosen
}

function commandFor(state: State, drawn: Draw, on: Day, world: World): Command {
  if (state === null) return registrationFor(drawn, on)
  const types = Object.keys(world.law.permissions) as CommandType[]
  const possible = drawn.fits ? types.filter((type) => world.law.permissions[type]?.at.includes(state.stage)) : types
  const type = pick(
    possible.flatMap((likely) => Array<CommandType>(weightOf(likely)).fill(likely)),
    drawn.what,
  )
  const actor = actorFor(state, type, drawn, world)
  return { ...bodyFor(state, type, drawn, on, world), on, actor } as Command
}

/** What moves a petition on is drawn more often than what does not, and what ends it early least of all. */
const forward: readonly CommandType[] = [
  'Transfer',
  'Accept',
  'RecordContact',
  'IssueOpinion',
  'Serve',
  'RequestReview',
  'IssueReviewOpinion',
  'RequestReexamination',
  'IssueReexaminationOpinion',
  'CloseHearing',
]
const early: readonly CommandType[] = ['Withdraw', 'Settle', 'DeclineAcceptance', 'Direct', 'AnswerDuty', 'Close']
/** What may be done at any time and moves nothing on is drawn less often, so that the walks still come everywhere. */
const beside: readonly CommandType[] = [
  ...(['OpenSeal', 'DeclareRecusal', 'RequestRecusal', 'DecideRecusal', 'NameComplained', 'IdentifyOfficial'] as const),
  'InformAccused',
]
const weightOf = (type: CommandType): number => {
  if (forward.includes(type)) return 32
  return beside.includes(type) ? 1 : early.includes(type) ? 2 : 6
}

const registrars = ['county-bureau', 'city-bureau', 'county-housing', 'county-discipline', 'county', 'township']

function registrationFor({ what, who, a, b }: Draw, on: Day): Command {
  const organ = pick(registrars, who)
  const count = pick([1, 1, 2, 3], a)
  const people = Array.from({ length: count }, (_, at) => example.person(`p${at + 1}`))
  const accused = pick([null, 'county-housing', 'county-water', 'county'], b)
  const petitionClass = pick(['appeal', 'appeal', 'appeal', 'suggestion', 'accusation'] as const, what)
  return example.registered({
    on,
    actor: example.staff(organ),
    organ: example.id(organ),
    receivedOn: addDays(on, -(what % 4)),
    class: petitionClass,
    people,
    headcount: count,
    claims: pick([1, 2], b) === 1 ? [claim('c1')] : [claim('c1'), claim('c2')],
    about:
      petitionClass === 'accusation' && accused ? [{ as: 'accused', organ: example.id(accused), official: null }] : [],
    track: petitionClass !== 'accusation' && a % 3 === 0 ? 'simplified' : 'ordinary',
    elsewhere: b % 5 === 0 ? { organ: example.id('county-water'), petition: null, note: null } : null,
  })
}
const claim = (ref: string) => ({ ref, text: example.sealed(ref) })

/** Somebody who may do it by the part they play, or anybody at all. */
function actorFor(petition: Petition, type: CommandType, drawn: Draw, world: World): Actor {
  const anybody = example.staff(pick(example.allOrgans, drawn.who), 'clerk', 'head')
  if (!drawn.fits) return pick([anybody, example.petitioner('p1'), example.petitioner('p9'), example.house], drawn.a)
  const performer = pick(world.law.permissions[type]?.by ?? ['anyOrgan' as const], drawn.who)
  if (performer === 'house') return example.house
  if (performer === 'petitioner') return example.petitioner(pick(petition.people, drawn.a).ref)
  const organ = performer === 'anyOrgan' ? null : organInPart(performer, petition)
  return organ ? example.staff(organ, 'clerk', 'head') : anybody
}

const outcomes = ['supported', 'explained', 'notSupported'] as const
const reviewOutcomes = ['upheld', 'changed', 'quashed', 'quashed'] as const
const signed = (draw: Draw) => (draw.b % 4 === 0 ? null : example.signedRecord)

/** Content for a command: mostly what would be accepted, sometimes not. */
function bodyFor(petition: Petition, type: CommandType, drawn: Draw, on: Day, world: World): CommandBody {
  const { a, b } = drawn
  const someOrgan = pick(example.allOrgans, a)
  const person = pick(petition.people, b).ref
  const soon = addDays(on, (b % 40) - 3)
  switch (type) {
    case 'Register':
      return example.registered()
    case 'Correct':
      return { type, reason: example.sealed('reason'), ...pick(corrections, a) }
    case 'NameClerk':
      return { type, account: pick([null, 'clerk-1', 'clerk-2'], a) }
    case 'MarkUrgent':
      return { type, reason: example.sealed('urgency') }
    case 'ReportUrgent':
      return { type, to: pick(world.law.urgentReports.bureau, a), note: example.sealed('note') }
    case 'AddMaterial':
      return { type, note: example.sealed('note'), materials: [] }
    case 'AskPetitioner':
      return { type, question: example.sealed('question') }
    case 'AnswerQuestion':
      return { type, question: `q${1 + (a % 2)}`, answer: example.sealed('answer') }
    case 'ProposeErasure':
      return { type, approver: pick([null, example.id('city-bureau')], a) }
    case 'ObjectToErasure':
      return { type, reason: null }
    case 'ApproveErasure':
    case 'EraseContent':
      return { type }
    case 'RenewKey':
      return { ...example.keyRenewed(), person, identity: pick(['idCardSeen', 'oldKeyShown', 'letterToAddress'], a) }
    case 'Link':
      return { type, to: pick(otherNumbers, a), as: 'member', reason: example.sealed('same-matter') }
    case 'Unlink':
      return { type, from: pick(otherNumbers, a), reason: example.sealed('not-the-same') }
    case 'Transfer':
      return { type, to: likelyReceiver(petition, drawn, world), note: null }
    case 'Assign':
      return { type, to: likelyReceiver(petition, drawn, world), reportBy: soon, note: null }
    case 'ObjectToTransfer':
      return { type, reasons: example.sealed('reasons'), suggests: pick([null, someOrgan], b) }
    case 'AgreeToReturn':
      return { type, note: null }
    case 'InsistOnTransfer':
      return { type, reasons: example.sealed('reasons') }
    case 'ReferDispute':
      return { type, to: pick(['county', 'city', 'county-conference', someOrgan] as OrganId[], b), note: null }
    case 'DecideDispute':
      return {
        type,
        competent: pick([petition.holder, petition.registrar, someOrgan], b),
        reasons: example.sealed('r'),
      }
    case 'ReportBack':
      return { type, report: example.sealed('report'), result: example.sealed('result') }
    case 'PassDutiesOn':
      return { type, from: example.id('county-housing'), to: example.id('county-resources') }
    case 'LeaveSimplifiedTrack':
      return { type, reason: example.sealed('reason') }
    case 'Accept':
      return acceptance(petition, drawn)
    case 'DeclineAcceptance':
      return declining(drawn, someOrgan)
    case 'Direct':
      return { ...example.directed(), route: pick(['arbitration', 'judicialProcedure', 'performDuty'] as const, a) }
    case 'RecordContact':
      return { type, way: 'phone', note: example.sealed('call'), heard: b % 3 > 0 }
    case 'AddEvidence':
      return { type, note: example.sealed('evidence'), materials: [] }
    case 'OpenHearing':
      return { type, subject: example.sealed('subject'), heldOn: soon, place: example.sealed('place') }
    case 'CloseHearing':
      return { type, record: example.sealed('record'), conclusion: example.sealed('conclusion') }
    case 'ProposeMediation':
      return { type, mediator: example.sealed('mediator'), about: example.sealed('about') }
    case 'AnswerMediation':
      return { type, party: pick(['petitioner', 'otherParty'], a), consents: b % 3 > 0, signed: signed(drawn) }
    case 'EndMediation':
      return { type, agreement: pick([null, example.sealed('agreement')], a), note: example.sealed('note') }
    case 'ExtendHandling':
    case 'ExtendReview':
      return extension(petition, type, drawn, on)
    case 'AcceptReview':
      return example.reviewAccepted()
    case 'TakeExtensionBack':
      return { ...example.extensionTakenBack(), type }
    case 'CorrectReceivedDay':
      return {
        type,
        receivedOn: addDays(petition.receivedOn, pick([-9, -1, 0, 1, 5], a)),
        reason: example.sealed('reason'),
      }
    case 'CorrectServedDay':
      return servedDay(petition, drawn)
    case 'IssueOpinion':
      return opinion(petition, drawn, soon)
    case 'AnswerDuty':
      return { type, performed: true, answer: example.sealed('answer'), legalBasis: example.sealed('basis') }
    case 'ConcludeSuggestion':
      return { type, adoption: 'partly', study: example.sealed('study'), reply: example.sealed('reply') }
    case 'AnnounceDocument':
      return { type, document: pick(['d1', 'd2', 'd3', 'd4'], a), reason: example.sealed('not-found') }
    case 'Serve':
      return service(petition, drawn, on)
    case 'RecordExecution':
      return { type, done: b % 3 > 0, note: example.sealed('note') }
    case 'Rate':
      return { ...example.rated(), whom: pick(['bureau', 'organ'] as const, a), signed: signed(drawn) }
    case 'Withdraw':
      return { type, person, reason: null, signed: signed(drawn) }
    case 'Settle':
      return { type, person, agreement: example.sealed('agreement'), signed: signed(drawn) }
    case 'OpenSeal':
      return {
        type,
        seal: pick(['identity', 'accusation', 'material'] as const, a),
        material: pick([null, 'f1'], b),
        purpose: 'contact',
        reason: example.sealed('reason'),
      }
    case 'AskAssistance':
      return { ...example.assistanceAsked(), of: someOrgan, by: soon, claims: pick([[], ['c1'], ['c9']], a) }
    case 'ObjectToAssistance':
      return { ...example.assistanceObjected(), assistance: `a${1 + (a % 2)}` }
    case 'GoOnWithoutAssistance':
      return { ...example.assistanceNotAwaited(), assistance: `a${1 + (a % 2)}` }
    case 'NoteAssistance':
      return {
        ...example.assistanceNoted(),
        ...{ assistance: `a${1 + (a % 2)}`, standing: pick(['reported', 'returned', 'ended'] as const, b) },
      }
    case 'ShareSight':
      return {
        ...example.sightShared(),
        with: someOrgan,
        accounts: pick([null, ['clerk-1']], b),
        until: pick([null, soon], a),
      }
    case 'EndSight':
      return { ...example.sightEnded(), with: pick([null, someOrgan], b) }
    case 'TakeSight':
      return { type, from: someOrgan }
    case 'LapseSight':
      return { type }
    case 'DeclareRecusal':
      return { type, reason: example.sealed('reason') }
    case 'RequestRecusal':
      return { type, whom: pick(['clerk', 'head', 'named'] as const, a), reasons: example.sealed('reasons') }
    case 'DecideRecusal':
      return {
        type,
        request: petition.recusals.at(-1)?.ref ?? 'v1',
        account: pick([null, 'clerk-1', 'clerk-2'], b),
        reasons: example.sealed('reasons'),
      }
    case 'NameComplained':
      return {
        type,
        as: pick(['accused', 'respondent'] as const, a),
        organ: someOrgan,
        official: null,
        reason: example.sealed('reason'),
      }
    case 'IdentifyOfficial':
      return { type, complained: b % 2, account: pick(['clerk-8', 'clerk-9'], a) }
    case 'InformAccused':
      return { type, organ: someOrgan, extract: example.sealed('extract'), legalBasis: example.sealed('basis') }
    case 'Close':
      return { type }
    case 'RecountClocks':
      return { type }
    case 'MarkOverdue':
    case 'LapseRight':
      return { type, clock: pick([...petition.clocks.map(({ id }) => id), 'handle#9'], a) }
    case 'RequestReview':
    case 'RequestReexamination':
      return {
        type,
        organ: likelyReviewer(petition, type, drawn, world),
        person,
        grounds: example.sealed('g'),
        signed: signed(drawn),
      }
    case 'IssueReviewOpinion':
    case 'IssueReexaminationOpinion':
      return reviewing(type, drawn, soon)
  }
}

const otherNumbers = ['260303000000001', '260303000000002']
const corrections = [
  { field: 'class', to: 'suggestion' },
  { field: 'class', to: 'appeal' },
  { field: 'class', to: 'accusation' },
  { field: 'firstTime', to: false },
  { field: 'headcount', to: 6 },
  { field: 'headcount', to: 1 },
  { field: 'category', to: 'land' },
] as const

function likelyReceiver(petition: Petition, { a, b }: Draw, world: World): OrganId {
  const below = example.allOrgans.filter((organ) => {
    const facts = world.organs.find(organ)
    return facts?.parent === petition.holder || facts?.leadBy === petition.holder
  })
  return pick([...below, ...below, example.id('county-housing'), pick(example.allOrgans, b)], a)
}

function likelyReviewer(petition: Petition, type: CommandType, { a, b }: Draw, world: World): OrganId {
  const below =
    type === 'RequestReview'
      ? petition.holder
      : (petition.reviews.findLast(({ instance }) => instance === 'review')?.organ ?? petition.holder)
  const facts = world.organs.find(below)
  const open = petition.reviews.find(({ opinion: issued }) => issued === null)?.organ
  const likely = [open, facts?.leadBy, facts?.parent].filter((organ): organ is OrganId => organ != null)
  return pick([...likely, ...likely, pick(example.allOrgans, b)], a)
}

function acceptance(petition: Petition, { a, b }: Draw): CommandBody {
  const fitting =
    petition.class === 'appeal' ? pick(['handlingOpinion', 'handlingOpinion', 'performDuty'] as const, a) : null
  const route = b % 10 === 0 ? pick([null, 'handlingOpinion'] as const, a) : fitting
  return { ...example.accepted(), route, track: b % 3 === 0 ? 'simplified' : 'ordinary' }
}

function declining({ a, b }: Draw, someOrgan: OrganId): CommandBody {
  const ground = pick(['sameMatterInProgress', 'alreadyReexamined', 'notWithinCompetence', 'levelSkipped'] as const, a)
  return {
    ...example.declined(),
    ground,
    competent: pick([null, someOrgan], b),
    earlier: pick([null, '250101123456789'], b >> 1),
  }
}

/** The day of some service, written down wrongly by some days. */
function servedDay({ documents }: Petition, { a, b }: Draw): CommandBody {
  const services = documents.flatMap(({ ref, services: all }) => all.map((service) => ({ ...service, document: ref })))
  const { document, person, servedOn } = pick(
    [...services, { document: 'd9', person: 'p9', servedOn: day('2026-05-01') }],
    a,
  )
  const moved = addDays(servedOn, pick([-20, -3, -1, 1, 4, 30], b))
  return { type: 'CorrectServedDay', document, person, servedOn: moved, reason: example.sealed('reason') }
}

function extension(petition: Petition, type: 'ExtendHandling' | 'ExtendReview', { b }: Draw, on: Day): CommandBody {
  const rules = type === 'ExtendHandling' ? ['handle'] : ['review', 'reexamine']
  const clock = petition.clocks.findLast(({ rule }) => rules.includes(rule))
  const body = type === 'ExtendHandling' ? example.extended() : example.reviewExtended()
  return { ...body, until: addDays(clock?.lastDay ?? on, (b % 35) - 2) }
}

function opinion(petition: Petition, { a, b }: Draw, executeBy: Day): CommandBody {
  const answers = petition.claims.map(({ ref }, at) => ({
    claim: ref,
    outcome: pick(outcomes, a + at),
    answer: example.sealed(`answer-${ref}`),
  }))
  return {
    ...example.issued(),
    answers: b % 9 === 0 ? answers.slice(1) : answers,
    executeBy: b % 7 === 0 ? null : executeBy,
  }
}

function service(petition: Petition, { a, b }: Draw, on: Day): CommandBody {
  const waiting = petition.documents
    .filter(({ served }) => served)
    .flatMap((document) =>
      peopleToServe(petition, document)
        .filter((ref) => !document.services.some((service) => service.person === ref))
        .map((ref) => ({ document: document.ref, person: ref, issuedOn: document.issuedOn })),
    )
  const due = waiting.length > 0 && b % 10 > 0 ? pick(waiting, a) : { document: 'd2', person: 'p1', issuedOn: on }
  const way = pick(['direct', 'direct', 'post', 'phone', 'announcement'] as const, b)
  const proof = {
    signature: example.sealed('receipt'),
    postalReceipt: example.sealed('receipt'),
    record: example.sealed('call'),
  }
  const servedOn = b % 4 === 0 ? addDays(on, -(b % 12)) : on
  return { type: 'Serve', document: due.document, person: due.person, way, servedOn, proof }
}

function reviewing(type: 'IssueReviewOpinion' | 'IssueReexaminationOpinion', { a, b }: Draw, redoBy: Day): CommandBody {
  const parts = { facts: example.sealed('f'), opinion: example.sealed('o'), legalBasis: example.sealed('b') }
  return { type, outcome: pick(reviewOutcomes, a), ...parts, redoBy: b % 6 === 0 ? null : redoBy }
}
