import { hasPassed } from '../../kernel/clock.ts'
import { addDays, type Day, daysBetween, isBefore, later } from '../../kernel/day.ts'
import type { OrganId } from '../../kernel/organ.ts'
import { type ClockChange, isOpen } from '../../kernel/running-clock.ts'
import type { DocumentKind } from '../../law/law.ts'
import { refusalOfAwaited } from '../assisting/decide.ts'
import { recounting, rulesOf } from '../clocks.ts'
import { accept, activeOrgan, type Decide, nextDocument, refuse } from '../decision.ts'
import { extension } from '../extending.ts'
import { simplifiedBar } from '../intake/decide.ts'
import { actingOrgan, isOwnAct, personOf } from '../may.ts'
import type { Of, Petition, Refusal, World } from '../petition.ts'
import { readsAccusations } from '../routing/accused.ts'
import { refusalOfSealedIdentity } from '../safeguards/opening.ts'
import { recountClocks } from '../timing/decide.ts'
import { announce } from './announce.ts'
import { serve } from './serve.ts'
import { refusalOfTelling } from './tell.ts'

/** 受理 (art. 23): told in writing, with route and procedure. What starts now depends on class and route (art. 29–31). */
const acceptPetition: Decide<'Accept'> = (petition, command, world) => {
  const { on, route, track, procedure, told } = command
  const isAppeal = petition.class === 'appeal'
  if (isAppeal !== (route !== null)) {
    return refuse({
      kind: 'route-does-not-fit',
      class: petition.class,
      route,
      basis: world.law.classes[petition.class].basis,
    })
  }
  const organ = actingOrgan(command.actor, petition)
  // What a bureau may not read it passes on (art. 22 (2), 30 (1)).
  if (petition.class === 'accusation' && !mayRead(organ, world))
    return refuse({
      kind: 'not-the-competent-body',
      basis: world.law.principles.onlyTheCompetentBodyHandlesAccusations.basis,
    })
  const bar = track === 'simplified' ? simplifiedBar({ ...petition, route }, world) : null
  if (bar) return refuse({ kind: 'simplified-not-allowed', bar, basis: world.law.simplified.basis })
  const untold = refusalOfTelling(petition, told, track, world)
  if (untold) return refuse(untold)
  return accept({
    type: 'PetitionAccepted',
    on,
    organ,
    document: nextDocument(petition),
    route,
    track,
    procedure,
    told,
  })
}

const mayRead = (organ: OrganId, { organs }: World): boolean => readsAccusations(organs.find(organ))

/** 不予受理: only on a ground of the pack, and only where what the ground needs is there. */
const declineAcceptance: Decide<'DeclineAcceptance'> = (petition, command, world) => {
  const refusal =
    refusalOfGround(petition, command, world) ?? refusalOfTelling(petition, command.told, petition.track, world)
  if (refusal) return refuse(refusal)
  const { type: _, actor, ...decline } = command
  return accept({
    type: 'AcceptanceDeclined',
    organ: actingOrgan(actor, petition),
    document: nextDocument(petition),
    ...decline,
  })
}

function refusalOfGround(petition: Petition, command: Of<'DeclineAcceptance'>, world: World): Refusal | null {
  const { ground, competent, earlier } = command
  const { principles } = world.law
  // Whoever may not read an accusation cannot tell what it is a repetition of: it is passed on, or sent to whoever is competent.
  if (petition.class === 'accusation' && ground !== 'notWithinCompetence' && !mayRead(petition.holder, world))
    return { kind: 'not-the-competent-body', basis: principles.onlyTheCompetentBodyHandlesAccusations.basis }
  const { onlyDirect, onlyVisits, notByBureaus, needs, basis } = world.law.declineGrounds[ground]
  if (onlyDirect && petition.sender !== null)
    return {
      kind: 'ground-does-not-fit',
      ground,
      needs: 'receivedDirectly',
      basis: principles.wrongForwardingIsObjectedTo.basis,
    }
  if (notByBureaus && world.organs.find(petition.holder)?.kind === 'bureau')
    return { kind: 'ground-does-not-fit', ground, needs: 'otherThanBureau', basis: principles.bureausRoute.basis }
  if (onlyVisits && petition.channel !== 'visit') return { kind: 'ground-does-not-fit', ground, needs: 'visit', basis }
  const present: Record<typeof needs, boolean> = {
    matterElsewhere: petition.elsewhere !== null,
    earlierPetition: earlier !== null,
    competentOrgan: competent !== null,
    lowerOrgan: competent !== null,
  }
  if (!present[needs]) return { kind: 'ground-does-not-fit', ground, needs, basis }
  const organ = competent === null ? null : activeOrgan(competent, world)
  return organ && !organ.ok ? organ.error : null
}

/** 导入法定程序 (art. 31 (1)–(4)), with the other procedure's own time limit as a warning. */
const direct: Decide<'Direct'> = (petition, command, world) => {
  const { type: _, actor, ...direction } = command
  const { leads, basis } = world.law.routes[command.route]
  if (petition.class !== 'appeal' || leads !== 'statutoryProcedure') {
    return refuse({ kind: 'route-does-not-fit', class: petition.class, route: command.route, basis })
  }
  const untold = refusalOfTelling(petition, command.told, petition.track, world)
  if (untold) return refuse(untold)
  return accept({
    type: 'PetitionDirected',
    organ: actingOrgan(actor, petition),
    document: nextDocument(petition),
    ...direction,
  })
}

const recordContact: Decide<'RecordContact'> = (petition, { on, actor, way, note, heard }) =>
  accept({ type: 'PetitionerContacted', on, organ: actingOrgan(actor, petition), way, note, heard })

const addEvidence: Decide<'AddEvidence'> = (petition, { on, actor, note, materials }) =>
  accept({ type: 'EvidenceAdded', on, organ: actingOrgan(actor, petition), note, materials })

/** 听证: the clock stands still only at re-examination, and only where the pack says so (art. 36 (2)). */
const openHearing: Decide<'OpenHearing'> = (petition, { on, actor, subject, heldOn, place }, world) => {
  const open = petition.hearings.find(({ closedOn }) => closedOn === null)
  if (open) return refuse({ kind: 'hearing-open', ref: open.ref })
  if (isBefore(heldOn, on)) return refuse({ kind: 'not-before-today', day: heldOn, today: on })
  const ref = `h${petition.hearings.length + 1}`
  const stage = petition.stage === 'underReexamination' ? 'reexamination' : 'handling'
  const clocks = stage === 'reexamination' ? suspending(petition, on, world) : []
  const held = { subject, heldOn, place }
  return accept({ type: 'HearingOpened', on, organ: actingOrgan(actor, petition), ref, stage, ...held, clocks })
}

/** A day on which two hearings were held is left out of the count once. */
const suspending = (petition: Petition, on: Day, world: World): readonly ClockChange[] =>
  petition.clocks
    .filter(({ state, rule }) => state === 'running' && rulesOf(world)[rule]?.suspendable)
    .map(({ id, suspensions }) => {
      const stoodUntil = suspensions.at(-1)?.through
      return { change: 'suspended', id, from: stoodUntil ? later(on, addDays(stoodUntil, 1)) : on }
    })

const closeHearing: Decide<'CloseHearing'> = (petition, { on, record, conclusion }) => {
  const open = petition.hearings.find(({ closedOn }) => closedOn === null)
  if (!open) return refuse({ kind: 'no-hearing-open' })
  const clocks = petition.clocks
    .filter(({ state }) => state === 'suspended')
    .map((clock): ClockChange => {
      const since = clock.suspendedSince ?? on
      const stood = daysBetween(since, on) + 1
      return { change: 'resumed', id: clock.id, through: on, lastDay: addDays(clock.lastDay, stood) }
    })
  return accept({ type: 'HearingClosed', on, ref: open.ref, record, conclusion, clocks })
}

const proposeMediation: Decide<'ProposeMediation'> = (petition, { on, actor, mediator, about }) => {
  const open = petition.mediations.find(({ endedOn }) => endedOn === null)
  if (open) return refuse({ kind: 'mediation-open', ref: open.ref })
  const ref = `m${petition.mediations.length + 1}`
  return accept({ type: 'MediationProposed', on, organ: actingOrgan(actor, petition), ref, mediator, about })
}

/** A mind may be changed, though not without end. */
const mostAnswersADay = 10

/** Both parties consent, the petitioner by own key or signed record (art. 33). */
const answerMediation: Decide<'AnswerMediation'> = (petition, { on, actor, party, consents, signed }) => {
  const open = petition.mediations.find(({ endedOn }) => endedOn === null)
  if (!open) return refuse({ kind: 'no-mediation-open' })
  const answeringAs = actor.kind === 'petitioner' ? 'petitioner' : party
  // the other side’s own word stands where it is mediated, and the house brings it
  const isTheirs = actor.kind === 'house' ? answeringAs === 'otherParty' : isOwnAct(actor, signed)
  if (!isTheirs) {
    return refuse({ kind: 'needs-own-key-or-signature', command: 'AnswerMediation' })
  }
  const today = open.consents.filter((consent) => consent.party === answeringAs && consent.on === on)
  if (today.length >= mostAnswersADay) return refuse({ kind: 'too-many-today', atMost: mostAnswersADay })
  return accept({ type: 'MediationAnswered', on, ref: open.ref, party: answeringAs, consents, signed })
}

const endMediation: Decide<'EndMediation'> = (petition, { on, agreement, note }, { law }) => {
  const open = petition.mediations.find(({ endedOn }) => endedOn === null)
  if (!open) return refuse({ kind: 'no-mediation-open' })
  const lastWord = (party: string) => open.consents.findLast((consent) => consent.party === party)?.consents ?? false
  const parties = ['petitioner', 'otherParty'].filter((party) => !lastWord(party))
  const { basis } = law.principles.mediationNeedsConsent
  if (agreement && parties.length > 0) return refuse({ kind: 'consent-missing', parties, basis })
  const document = agreement ? nextDocument(petition) : null
  return accept({ type: 'MediationEnded', on, ref: open.ref, agreement, document, note })
}

/** 延期 (art. 34): by the head of the organ, in time, at most 30 days in all, with the reason told to the petitioner. */
const extendHandling: Decide<'ExtendHandling'> = (petition, { on, actor, until, reason, told }, world) => {
  const extended = extension(petition, 'ExtendHandling', { until, on }, world)
  if (!extended.ok) return extended
  const untold = refusalOfTelling(petition, told, petition.track, world)
  if (untold) return refuse(untold)
  const approvedBy = actor.kind === 'staff' ? actor.account : 'house'
  const organ = actingOrgan(actor, petition)
  const document = nextDocument(petition)
  const clocks = [extended.value]
  return accept({ type: 'HandlingExtended', on, organ, due: until, document, approvedBy, reason, told, clocks })
}

/** 信访处理意见书 (art. 32): every claim answered, with facts, legal basis and the remedy notice. */
const issueOpinion: Decide<'IssueOpinion'> = (petition, command, world) => {
  const refusal = refusalOfOpinion(petition, command, world)
  if (refusal) return refuse(refusal)
  const { type: _, actor, ...opinion } = command
  const kind = petition.track === 'simplified' ? 'simplifiedAnswer' : 'handlingOpinion'
  const executeBy = isSupported(command, world) ? command.executeBy : null
  return accept({
    type: 'OpinionIssued',
    organ: actingOrgan(actor, petition),
    document: nextDocument(petition),
    kind,
    ...opinion,
    executeBy,
  })
}

const isSupported = ({ answers }: Of<'IssueOpinion'>, { law }: World): boolean =>
  answers.some(({ outcome }) => law.outcomes[outcome].executed)

function refusalOfOpinion(petition: Petition, command: Of<'IssueOpinion'>, world: World): Refusal | null {
  const kind: DocumentKind = petition.track === 'simplified' ? 'simplifiedAnswer' : 'handlingOpinion'
  if (petition.class !== 'appeal' || petition.route !== 'handlingOpinion') {
    return {
      kind: 'route-does-not-fit',
      class: petition.class,
      route: petition.route,
      basis: world.law.routes.handlingOpinion.basis,
    }
  }
  const open = petition.hearings.find(({ closedOn }) => closedOn === null)
  if (open) return { kind: 'hearing-open', ref: open.ref }
  const waiting = refusalOfAwaited(petition)
  if (waiting) return waiting
  if (!petition.heard && kind === 'handlingOpinion')
    return { kind: 'not-heard', basis: world.law.principles.petitionersAreHeard.basis }
  return (
    refusalOfAnswers(petition, command, world) ??
    refusalOfParts(kind, command, world) ??
    refusalOfExecution(command, world)
  )
}

function refusalOfAnswers(petition: Petition, { answers }: Of<'IssueOpinion'>, { law }: World): Refusal | null {
  const known = new Set(petition.claims.map(({ ref }) => ref))
  const stranger = answers.find(({ claim }) => !known.has(claim))
  if (stranger) return { kind: 'unknown-claim', claim: stranger.claim }
  const answered = new Set(answers.map(({ claim }) => claim))
  const claims = petition.claims.map(({ ref }) => ref).filter((ref) => !answered.has(ref))
  const { basis } = law.principles.everyClaimIsAnswered
  return claims.length > 0 ? { kind: 'claim-unanswered', claims, basis } : null
}

function refusalOfParts(document: DocumentKind, command: Of<'IssueOpinion'>, { law }: World): Refusal | null {
  const given: Readonly<Record<string, unknown>> = { ...command }
  const missing = law.documents[document].parts.find(({ part }) => given[part] === null || given[part] === undefined)
  return missing ? { kind: 'part-missing', document, part: missing.part, basis: missing.basis } : null
}

function refusalOfExecution(command: Of<'IssueOpinion'>, world: World): Refusal | null {
  if (!isSupported(command, world)) return null
  const { basis } = world.law.principles.whatIsSupportedIsCarriedOut
  if (command.executeBy === null) return { kind: 'execution-day-missing', basis }
  return isBefore(command.executeBy, command.on)
    ? { kind: 'day-before-the-matter', day: command.executeBy, from: command.on }
    : null
}

/** Art. 31 (5): perform the duty or reply by law. An accusation, once handled under its own rules, is answered the same way. */
const answerDuty: Decide<'AnswerDuty'> = (petition, { on, actor, performed, answer, legalBasis }, { law }) => {
  const fits = petition.route === 'performDuty' || petition.class === 'accusation'
  if (!fits)
    return refuse({
      kind: 'route-does-not-fit',
      class: petition.class,
      route: petition.route,
      basis: law.routes.performDuty.basis,
    })
  const waiting = refusalOfAwaited(petition)
  if (waiting) return refuse(waiting)
  const organ = actingOrgan(actor, petition)
  return accept({ type: 'DutyAnswered', on, organ, document: nextDocument(petition), performed, answer, legalBasis })
}

/** 建议意见 (art. 29): studied; adopted wholly, partly or not; and answered in each case. */
const concludeSuggestion: Decide<'ConcludeSuggestion'> = (petition, command, { law }) => {
  const { on, actor, adoption, study, reply } = command
  const { basis } = law.principles.suggestionsAreAnswered
  if (petition.class !== 'suggestion') return refuse({ kind: 'not-a-suggestion', class: petition.class, basis })
  const waiting = refusalOfAwaited(petition)
  if (waiting) return refuse(waiting)
  const organ = actingOrgan(actor, petition)
  return accept({ type: 'SuggestionConcluded', on, organ, document: nextDocument(petition), adoption, study, reply })
}

/** 督促执行 (art. 32 (2)). */
const recordExecution: Decide<'RecordExecution'> = (petition, { on, actor, done, note }) => {
  if (!petition.executeBy || petition.executed) return refuse({ kind: 'nothing-to-execute' })
  return accept({ type: 'ExecutionRecorded', on, organ: actingOrgan(actor, petition), done, note })
}

/** Only the petitioner rates; bureau and organ apart. Silence is never counted (invariant 8). */
const rate: Decide<'Rate'> = (petition, { on, actor, whom, solved, fair, comment, signed }, { organs }) => {
  if (!isOwnAct(actor, signed)) return refuse({ kind: 'needs-own-key-or-signature', command: 'Rate' })
  const tookPart = [petition.registrar, petition.holder].map((organ) =>
    organs.find(organ)?.kind === 'bureau' ? 'bureau' : 'organ',
  )
  if (!tookPart.includes(whom)) return refuse({ kind: 'nobody-to-rate', whom })
  const person = actor.kind === 'petitioner' ? actor.person : null
  if (petition.ratings.some((rating) => rating.whom === whom && rating.person === person))
    return refuse({ kind: 'already-rated', whom })
  return accept({ type: 'PetitionRated', on, person, whom, solved, fair, comment, signed })
}

/** 撤回 (docs/adr/0010): one petitioner never ends the matter of the others. */
const withdraw: Decide<'Withdraw'> = (petition, command, world) => {
  const refusal = refusalToLeave(petition, command, world)
  if (refusal) return refuse(refusal)
  const { on, actor, reason, signed } = command
  const person = personOf(actor, command.person)
  return accept({ type: 'PetitionWithdrawn', on, person, all: isLast(petition, person), reason, signed })
}

/** 和解 (art. 33): between the parties, so for each petitioner by that petitioner. */
const settle: Decide<'Settle'> = (petition, command, world) => {
  const refusal = refusalToLeave(petition, command, world)
  if (refusal) return refuse(refusal)
  const { on, actor, agreement, signed } = command
  const person = personOf(actor, command.person)
  const document = nextDocument(petition)
  return accept({ type: 'PetitionSettled', on, person, all: isLast(petition, person), document, agreement, signed })
}

function refusalToLeave(petition: Petition, command: Of<'Withdraw'> | Of<'Settle'>, { law }: World): Refusal | null {
  const { actor, signed, type } = command
  const { basis } = law.principles.accusationsAreKeptFromTheAccused
  const person = personOf(actor, command.person)
  if (!isOwnAct(actor, signed)) return { kind: 'needs-own-key-or-signature', command: type }
  if (actor.kind === 'staff' && petition.class === 'accusation') return { kind: 'needs-own-key', command: type, basis }
  const sealed = refusalOfSealedIdentity(petition, command.on, actor)
  if (sealed) return sealed
  if (!petition.people.some(({ ref }) => ref === person)) return { kind: 'unknown-person', person }
  return petition.withdrawals.includes(person) ? { kind: 'already-requested', person } : null
}

const isLast = ({ people, withdrawals }: Petition, person: string): boolean =>
  people.every(({ ref }) => ref === person || withdrawals.includes(ref))

/** 办结: nothing is owed and no right runs. It is not 终结. */
const close: Decide<'Close'> = (petition, { on, actor }) => {
  const open = petition.clocks.filter(isOpen)
  if (open.length > 0) return refuse({ kind: 'duty-still-running', clocks: open.map(({ id }) => id) })
  return accept({ type: 'PetitionClosed', on, organ: actor.kind === 'staff' ? actor.organ : null })
}

const markOverdue: Decide<'MarkOverdue'> = (petition, { on, actor, clock: id }, world) => {
  const clock = petition.clocks.find((other) => other.id === id)
  if (!clock) return refuse({ kind: 'unknown-clock', clock: id })
  const isDue =
    clock.state === 'running' && clock.after === 'overdue' && !clock.overdueOn && hasPassed(clock.lastDay, on)
  if (!isDue) return refuse({ kind: 'not-overdue', clock: id, lastDay: clock.lastDay })
  if (recounting(clock, petition, world)) return recountClocks(petition, { type: 'RecountClocks', on, actor }, world)
  return accept({ type: 'DutyFellOverdue', on, clock: id, clocks: [{ change: 'fellOverdue', id, on }] })
}

/** A right or an option that was not used in time is gone, once it is certain that the time is up. */
const lapseRight: Decide<'LapseRight'> = (petition, { on, actor, clock: id }, world) => {
  const clock = petition.clocks.find((other) => other.id === id)
  if (!clock) return refuse({ kind: 'unknown-clock', clock: id })
  if (clock.state !== 'running' || clock.after !== 'lapsed' || !hasPassed(clock.lastDay, on)) {
    return refuse({ kind: 'not-overdue', clock: id, lastDay: clock.lastDay })
  }
  if (recounting(clock, petition, world)) return recountClocks(petition, { type: 'RecountClocks', on, actor }, world)
  return accept({ type: 'RightLapsed', on, clock: id, clocks: [{ change: 'lapsed', id, on }] })
}

export const handlingDecisions = {
  Accept: acceptPetition,
  DeclineAcceptance: declineAcceptance,
  Direct: direct,
  RecordContact: recordContact,
  AddEvidence: addEvidence,
  OpenHearing: openHearing,
  CloseHearing: closeHearing,
  ProposeMediation: proposeMediation,
  AnswerMediation: answerMediation,
  EndMediation: endMediation,
  ExtendHandling: extendHandling,
  IssueOpinion: issueOpinion,
  AnswerDuty: answerDuty,
  ConcludeSuggestion: concludeSuggestion,
  AnnounceDocument: announce,
  Serve: serve,
  RecordExecution: recordExecution,
  Rate: rate,
  Withdraw: withdraw,
  Settle: settle,
  Close: close,
  MarkOverdue: markOverdue,
  LapseRight: lapseRight,
}
