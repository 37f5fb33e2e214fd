/**
 * What somebody can do with a petition now, and why not otherwise. A page never re-implements a rule: each command is tried on
 * the decider with the most favourable content, so that what is refused here would be refused whatever was typed.
 */
import { addDays, type Day } from '../kernel/day.ts'
import { lineOf, type OrganId } from '../kernel/organ.ts'
import { isOpen } from '../kernel/running-clock.ts'
import type { Sealed } from '../kernel/sealed.ts'
import { awaited } from './assisting/decide.ts'
import { petitionCommands } from './commands.ts'
import { decide } from './decide.ts'
import { peopleToServe } from './decision.ts'
import { refusalToAct } from './may.ts'
import type { Actor, Command, CommandBody, CommandType, Petition, Refusal, World } from './petition.ts'
import { bodiesFor } from './review/decide.ts'
import type { Instance } from './review/words.ts'
import { accusedIn } from './routing/accused.ts'
import { organsOf } from './tables.ts'

export interface Action {
  /** Path segment of the command. */
  readonly action: string
  readonly type: CommandType
  readonly refusal: Refusal | null
}

/**
 * Every command that this kind of actor could ever give, each allowed or with the reason that it is refused. Steps that the law of the
 * petition does not know are not there.
 */
export function actionsOf(petition: Petition, actor: Actor, on: Day, world: World): readonly Action[] {
  const side = actor.kind === 'petitioner' ? 'petitioner' : 'staff'
  return Object.entries(petitionCommands)
    .filter(([, { who }]) => who === side || who === 'both')
    .map(([action, { type }]) => ({ action, type, refusal: refusalOf(petition, type, actor, on, world) }))
    .filter(({ refusal }) => refusal?.kind !== 'no-such-step')
}

function refusalOf(petition: Petition, type: CommandType, actor: Actor, on: Day, world: World): Refusal | null {
  const refusal = refusalToAct(petition, type, actor, world)
  if (refusal) return refusal
  const body = favourable(petition, type, actor, on, world)
  if (!body) return null
  const decision = decide(petition, { ...body, on, actor } as Command, world)
  return decision.ok ? null : decision.error
}

const something: Sealed = { ref: 'probe', commitment: 'probe' }
const signed = { signature: something, witness: something }
const told = { way: 'onTheSpot', proof: null } as const

/** The content most likely to be accepted; null where what is typed decides, such as the organ of a transfer. */
function favourable(petition: Petition, type: CommandType, actor: Actor, on: Day, world: World): CommandBody | null {
  switch (type) {
    case 'MarkUrgent':
      return { type, reason: something }
    case 'ReportUrgent': {
      const next = petition.urgent?.reports.find((report) => report.on === null)
      return { type, to: next?.to ?? 'ownParty', note: something }
    }
    case 'AnswerQuestion': {
      const open = petition.questions.find(({ answeredOn }) => answeredOn === null)
      return { type, question: open?.ref ?? 'none', answer: something }
    }
    case 'Unlink':
      return { type, from: petition.links[0]?.to ?? 'none', reason: something }
    case 'RenewKey':
      return favourableRenewal(petition)
    case 'ProposeErasure':
      return { type, approver: lineOf(world.organs, petition.registrar)[1]?.id ?? null }
    case 'ObjectToErasure':
      return { type, reason: null }
    case 'ApproveErasure':
      return { type }
    case 'PassDutiesOn':
      return favourableSuccession(petition, world)
    case 'ObjectToTransfer':
      return { type, reasons: something, suggests: null }
    case 'ObjectToAssistance': {
      const own = petition.assistances.find(
        ({ organ, standing }) => actor.kind === 'staff' && organ === actor.organ && standing === 'asked',
      )
      return { type, assistance: own?.ref ?? 'none', reasons: something }
    }
    case 'GoOnWithoutAssistance':
      return { type, assistance: awaited(petition)[0]?.ref ?? 'none', reason: something }
    case 'ReportBack':
      return { type, report: something, result: something }
    case 'LeaveSimplifiedTrack':
      return { type, reason: something }
    case 'Accept':
      return {
        type,
        route: petition.class === 'appeal' ? 'handlingOpinion' : null,
        track: 'ordinary',
        procedure: something,
        told,
      }
    case 'Direct':
      return { type, route: 'arbitration', to: something, explanation: something, limit: null, told }
    case 'OpenHearing':
      return { type, subject: something, heldOn: on, place: something }
    case 'CloseHearing':
      return { type, record: something, conclusion: something }
    case 'ProposeMediation':
      return { type, mediator: something, about: something }
    case 'AnswerMediation':
      return { type, party: 'petitioner', consents: true, signed }
    case 'EndMediation':
      return { type, agreement: null, note: something }
    case 'ExtendHandling':
      return {
        type,
        until: dayAfter(petition, ['handle', 'performDuty', 'replyToSuggestion', 'answerAccusation'], on),
        reason: something,
        told,
      }
    case 'AcceptReview':
      return { type, told }
    case 'ExtendReview':
      return { type, until: dayAfter(petition, ['review', 'reexamine'], on), reason: something, told }
    case 'TakeExtensionBack':
      return { type, reason: something, told }
    case 'CorrectReceivedDay':
      return { type, receivedOn: addDays(petition.receivedOn, -1), reason: something }
    case 'CorrectServedDay':
      return favourableServedDay(petition, on)
    case 'IssueOpinion':
      return favourableOpinion(petition, on)
    case 'AnswerDuty':
      return { type, performed: true, answer: something, legalBasis: something }
    case 'ConcludeSuggestion':
      return { type, adoption: 'wholly', study: something, reply: something }
    case 'AnnounceDocument':
      return { type, document: favourableService(petition, actor, on).document, reason: something }
    case 'Serve':
      return favourableService(petition, actor, on)
    case 'RecordExecution':
      return { type, done: true, note: something }
    case 'Rate':
      return favourableRating(petition, actor, world)
    case 'Withdraw':
      return { type, person: personFor(petition, actor), reason: null, signed }
    case 'Settle':
      return { type, person: personFor(petition, actor), agreement: something, signed }
    case 'Close':
      return { type }
    case 'RequestReview':
    case 'RequestReexamination':
      return favourableRequest(petition, type, actor, world)
    case 'IssueReviewOpinion':
    case 'IssueReexaminationOpinion':
      return { type, outcome: 'upheld', facts: something, opinion: something, legalBasis: something, redoBy: null }
    case 'OpenSeal':
      return favourableOpening(petition)
    case 'RequestRecusal':
      return { type, whom: 'head', reasons: something }
    case 'DecideRecusal':
      return favourableRuling(petition, actor)
    case 'IdentifyOfficial': {
      const named = petition.about.findIndex(({ official }) => official !== null)
      return { type, complained: Math.max(named, 0), account: 'probe' }
    }
    case 'InformAccused': {
      const organ = accusedIn(petition)[0] ?? petition.holder
      return { type, organ, extract: something, legalBasis: something }
    }
    default:
      return null
  }
}

/** The first day by which a running clock of these rules could be extended. */
function dayAfter({ clocks }: Petition, rules: readonly string[], on: Day): Day {
  const clock = clocks.find(({ rule, state }) => rules.includes(rule) && state === 'running')
  return addDays(clock?.lastDay ?? on, 1)
}

/** An accusation before all else of it; otherwise a file, which more people may open than who petitions. */
function favourableOpening({ class: petitionClass, materials, added }: Petition): CommandBody {
  const file = [...materials, ...added.flatMap((more) => more.materials)][0]
  const seal = petitionClass === 'accusation' ? 'accusation' : file ? 'material' : 'identity'
  const material = seal === 'material' && file ? file.ref : null
  return { type: 'OpenSeal', seal, material, purpose: 'route', reason: something }
}

/** On the request that is for this organ to decide, before those that others decide. */
function favourableRuling(petition: Petition, actor: Actor): CommandBody {
  const open = petition.recusals.filter(({ decidedOn }) => decidedOn === null)
  const own = open.find(({ decider }) => actor.kind === 'staff' && decider === actor.organ)
  return { type: 'DecideRecusal', request: (own ?? open[0])?.ref ?? 'none', account: null, reasons: something }
}

/** From a part that has ended to the heir it has; while all are in being there is nothing to pass on. */
function favourableSuccession(petition: Petition, { organs }: World): CommandBody {
  const parts = organsOf(petition)
  const from = parts.find((organ) => organs.find(organ)?.state !== 'active') ?? petition.holder
  const ended = organs.find(from)
  return { type: 'PassDutiesOn', from, to: ended?.successors[0] ?? ended?.parent ?? from }
}

/** By the card wherever there is a name; an anonymous petitioner may still hold the old key, which only they can show. */
function favourableRenewal({ confidentiality, people }: Petition): CommandBody {
  const identity = confidentiality === 'anonymous' ? 'oldKeyShown' : 'idCardSeen'
  return { type: 'RenewKey', person: people[0]?.ref ?? 'p1', identity, witness: something, isOldKey: true }
}

function favourableOpinion(petition: Petition, on: Day): CommandBody {
  const answers = petition.claims.map(({ ref }) => ({ claim: ref, outcome: 'supported', answer: something }) as const)
  return {
    type: 'IssueOpinion',
    facts: something,
    legalBasis: something,
    remedy: something,
    answers,
    executeBy: addDays(on, 1),
  }
}

function favourableService(petition: Petition, actor: Actor, on: Day): Extract<CommandBody, { type: 'Serve' }> {
  const organ = actor.kind === 'staff' ? actor.organ : petition.holder
  const waiting = unserved(petition).find(({ issuedBy }) => issuedBy === organ) ?? unserved(petition)[0]
  return {
    type: 'Serve',
    document: waiting?.document ?? 'none',
    person: waiting?.person ?? 'none',
    way: 'direct',
    servedOn: on,
    proof: { signature: something },
  }
}

/** One day later than the last service that was written down by hand, or earlier where that was today. */
function favourableServedDay({ documents }: Petition, on: Day): CommandBody {
  const served = documents.flatMap((document) => document.services.map((service) => ({ document, ...service })))
  const last = served.findLast(({ way }) => way !== 'electronic') ?? served.at(-1)
  const servedOn = last && last.servedOn < on ? addDays(last.servedOn, 1) : addDays(on, -1)
  const { document, person } = last ?? { document: undefined, person: 'none' }
  return { type: 'CorrectServedDay', document: document?.ref ?? 'none', person, servedOn, reason: something }
}

/** Documents that still must reach somebody, one entry for each person. */
export function unserved(petition: Petition): readonly { document: string; person: string; issuedBy: OrganId }[] {
  return petition.documents
    .filter(({ served }) => served)
    .flatMap((document) =>
      peopleToServe(petition, document)
        .filter((person) => !document.services.some((service) => service.person === person))
        .map((person) => ({ document: document.ref, person, issuedBy: document.issuedBy })),
    )
}

/** The first of organ and bureau that took part and was not rated by this person yet. */
function favourableRating(petition: Petition, actor: Actor, world: World): CommandBody {
  const person = actor.kind === 'petitioner' ? actor.person : null
  const isBureau = (organ: OrganId) => world.organs.find(organ)?.kind === 'bureau'
  const tookPart = [petition.holder, petition.registrar].map((organ) => (isBureau(organ) ? 'bureau' : 'organ'))
  const isRated = (whom: 'bureau' | 'organ') =>
    petition.ratings.some((rating) => rating.whom === whom && rating.person === person)
  const whom = tookPart.find((part) => !isRated(part)) ?? tookPart[0] ?? 'organ'
  return { type: 'Rate', whom, solved: 'satisfied', fair: 'satisfied', comment: null, signed }
}

function favourableRequest(
  petition: Petition,
  type: 'RequestReview' | 'RequestReexamination',
  actor: Actor,
  world: World,
): CommandBody | null {
  const right = type === 'RequestReview' ? 'requestReview' : 'requestReexamination'
  const clock = petition.clocks.findLast(({ rule, state }) => rule === right && state === 'running')
  const mine =
    actor.kind === 'petitioner' ? actor.person : clock && 'person' in clock.bearer ? clock.bearer.person : 'p1'
  const [organ] = bodiesFor(petition, type === 'RequestReview' ? 'review' : 'reexamination', world)
  return organ ? { type, organ, person: mine, grounds: something, signed } : null
}

/** The first petitioner who has not withdrawn or settled, where staff enters a signed record. */
const personFor = ({ people, withdrawals }: Petition, actor: Actor): string =>
  actor.kind === 'petitioner' ? actor.person : (people.find(({ ref }) => !withdrawals.includes(ref))?.ref ?? 'p1')

/** The bodies that this petitioner may ask now: for re-examination once a review opinion was served, else for review. */
export function bodiesAbove(petition: Petition, person: string, world: World): readonly OrganId[] {
  const right = petition.clocks.findLast((clock) => 'person' in clock.bearer && clock.bearer.person === person)
  return bodiesFor(petition, right?.rule === 'requestReexamination' ? 'reexamination' : 'review', world)
}

/** The bodies that can be asked for review or re-examination of what was answered, whether anybody may ask by now or not. */
export const bodiesToLookAgain = (petition: Petition, instance: Instance, world: World): readonly OrganId[] =>
  bodiesFor(petition, instance, world)

/** Whether any right of a petitioner is still running. */
export const hasOpenRight = (petition: Petition): boolean =>
  petition.clocks.some((clock) => isOpen(clock) && 'person' in clock.bearer)
