import { type Day, isAfter } from '../../kernel/day.ts'
import { commonSuperior, lineOf, type OrganFacts, type OrganId } from '../../kernel/organ.ts'
import { bearerOrgan, type ClockChange, isOpen, type RunningClock } from '../../kernel/running-clock.ts'
import { lastDayNow, rulesOf } from '../clocks.ts'
import { accept, activeOrgan, type Decide, refuse } from '../decision.ts'
import { simplifiedBar } from '../intake/decide.ts'
import { actingOrgan } from '../may.ts'
import type { Fact, Of, Petition, Refusal, World } from '../petition.ts'
import { refusalOfLed } from '../safeguards/recusal.ts'
import { organsAbove, readsAccusations, refusalOfAccused } from './accused.ts'

function refusalToHandTo(petition: Petition, to: OrganId, from: OrganId, world: World): Refusal | null {
  const organ = activeOrgan(to, world)
  if (!organ.ok) return organ.error
  if (to === petition.holder) return { kind: 'already-there', organ: to }
  return refusalToReceive(petition, organ.value, world) ?? refusalOfRank(organ.value, from, world)
}

/** What keeps an organ from having the matter, whoever sends it there. */
function refusalToReceive(petition: Petition, organ: OrganFacts, world: World): Refusal | null {
  const refusal = refusalOfAccused(petition, organ.id, world)
  if (refusal) return refusal
  const led = refusalOfLed(petition, organ.id, world)
  if (led) return led
  if (petition.class !== 'accusation' || passesAccusations(organ)) return null
  const { basis } = world.law.principles.accusationsGoToTheCompetentBody
  return { kind: 'accusation-needs-competent-body', organ: organ.id, basis }
}

/** An accusation goes to whoever handles it, or to a bureau that passes it on unread. */
const passesAccusations = (organ: OrganFacts): boolean => organ.kind === 'bureau' || readsAccusations(organ)

/** A bureau forwards to whoever is competent; another organ only within its own system (art. 22, 23 (1)). */
function refusalOfRank(to: OrganFacts, from: OrganId, world: World): Refusal | null {
  if (world.organs.find(from)?.kind === 'bureau') return null
  const below =
    to.parent === from ||
    to.leadBy === from ||
    lineOf(world.organs, to.id)
      .slice(1)
      .some(({ id }) => id === from)
  const { basis } = world.law.principles.organsForwardDownwards
  return below ? null : { kind: 'not-a-subordinate', organ: to.id, basis }
}

/** A matter with a bar that only shows on hand-off (assigned by a superior) leaves the simplified track in the same breath. */
function leavingTrack(petition: Petition, command: Of<'Assign'>, world: World): readonly Fact[] {
  if (petition.track !== 'simplified') return []
  if (!simplifiedBar({ ...petition, handOff: 'assigned' }, world)) return []
  return [
    { type: 'SimplifiedTrackLeft', on: command.on, organ: petition.holder, reason: command.note ?? petition.title },
  ]
}

const transfer: Decide<'Transfer'> = (petition, { on, to, note }, world) => {
  const refusal = refusalToHandTo(petition, to, petition.holder, world)
  if (refusal) return refuse(refusal)
  return accept({ type: 'PetitionTransferred', on, from: petition.holder, to, note })
}

/** 交办 (art. 22 (1)(3)): a day for the result and a report back (办结报告). */
const assign: Decide<'Assign'> = (petition, command, world) => {
  const { on, to, reportBy, note } = command
  const refusal = refusalToHandTo(petition, to, petition.holder, world)
  if (refusal) return refuse(refusal)
  if (!isAfter(reportBy, on)) return refuse({ kind: 'not-before-today', day: reportBy, today: on })
  return accept(...leavingTrack(petition, command, world), {
    type: 'PetitionAssigned',
    on,
    from: petition.holder,
    to,
    reportBy,
    note,
  })
}

/** 异议 (art. 23 (3)): within five working days of receipt, with detailed reasons. */
const objectToTransfer: Decide<'ObjectToTransfer'> = (petition, { on, actor, reasons, suggests }, world) => {
  const { principles } = world.law
  if (petition.disputeDecided)
    return refuse({ kind: 'dispute-was-decided', basis: principles.disputesAreDecidedAbove.basis })
  const window = petition.clocks.findLast(({ rule }) => rule === 'objectToTransfer')
  const { basis } = rulesOf(world).objectToTransfer ?? principles.wrongForwardingIsObjectedTo
  const lastDay = window ? lastDayNow(window, petition, world) : petition.heldSince
  if (!window || !isOpen(window) || isAfter(on, lastDay)) {
    return refuse({ kind: 'right-lapsed', clock: 'objectToTransfer', lastDay, basis })
  }
  if (suggests && !world.organs.find(suggests)) return refuse({ kind: 'unknown-organ', organ: suggests })
  return accept({ type: 'TransferObjected', on, organ: actingOrgan(actor, petition), reasons, suggests })
}

const agreeToReturn: Decide<'AgreeToReturn'> = (petition, { on, actor, note }) =>
  accept({ type: 'TransferReturned', on, from: petition.holder, to: actingOrgan(actor, petition), note })

const insistOnTransfer: Decide<'InsistOnTransfer'> = (petition, { on, actor, reasons }) =>
  accept({ type: 'TransferUpheld', on, organ: actingOrgan(actor, petition), reasons })

/** 争议 (art. 24 (1)): the common superior decides; where there is none, the joint conference of the place coordinates. */
const referDispute: Decide<'ReferDispute'> = (petition, { on, actor, to, note }, world) => {
  const refusal = refusalToDispute(petition, on, world)
  if (refusal) return refuse(refusal)
  const arbiter = activeOrgan(to, world)
  if (!arbiter.ok) return refuse(arbiter.error)
  const sender = petition.sender ?? petition.registrar
  const expected = commonSuperior(world.organs, sender, petition.holder)
  const isConference = arbiter.value.kind === 'conference'
  if (!isConference && expected?.id !== to) {
    const { basis } = world.law.principles.disputesAreDecidedAbove
    return refuse({ kind: 'not-the-common-superior', expected: expected?.id ?? null, basis })
  }
  const accused = refusalOfAccused(petition, to, world)
  if (accused) return refuse(accused)
  const by = actingOrgan(actor, petition)
  return accept({ type: 'DisputeReferred', on, by, to, arbiter: isConference ? 'conference' : 'commonSuperior', note })
}

/** What was decided is not disputed again, and a dispute is no way around the five working days of an objection. */
function refusalToDispute(petition: Petition, on: Day, world: World): Refusal | null {
  const { principles } = world.law
  if (petition.disputeDecided) return { kind: 'dispute-was-decided', basis: principles.disputesAreDecidedAbove.basis }
  const window = petition.clocks.findLast(({ rule }) => rule === 'objectToTransfer')
  if (!window || window.state === 'stopped') return null
  const lastDay = lastDayNow(window, petition, world)
  if (isOpen(window) && !isAfter(on, lastDay)) return null
  const { basis } = rulesOf(world).objectToTransfer ?? principles.wrongForwardingIsObjectedTo
  return { kind: 'right-lapsed', clock: 'objectToTransfer', lastDay, basis }
}

/** Whoever is competent takes the matter with what its sender is owed: the report back, by the same day. */
const decideDispute: Decide<'DecideDispute'> = (petition, { on, actor, competent, reasons }, world) => {
  const organ = activeOrgan(competent, world)
  if (!organ.ok) return refuse(organ.error)
  const refusal = refusalToReceive(petition, organ.value, world)
  if (refusal) return refuse(refusal)
  const clocks = competent === petition.holder ? [] : passingReports(petition, competent, on)
  return accept({ type: 'DisputeDecided', on, arbiter: actingOrgan(actor, petition), competent, reasons, clocks })
}

/** An organ that gets its own assignment back owes nobody a report on it. */
const passingReports = (petition: Petition, competent: OrganId, on: Day): readonly ClockChange[] =>
  reportsOwedBy(petition, petition.holder).map(({ id }) =>
    competent === petition.sender
      ? { change: 'stopped', id, on }
      : { change: 'passedOn', id, bearer: { organ: competent } },
  )

const reportsOwedBy = (petition: Petition, organ: OrganId): readonly RunningClock[] =>
  petition.clocks.filter((clock) => clock.rule === 'reportBack' && isOpen(clock) && bearerOrgan(clock) === organ)

/** 办结报告: from whoever was assigned it, to whoever assigned it, at each level of a chain. */
const reportBack: Decide<'ReportBack'> = (petition, { on, actor, report, result }) => {
  const organ = actingOrgan(actor, petition)
  if (reportsOwedBy(petition, organ).length === 0) return refuse({ kind: 'nothing-to-report-back' })
  return accept({ type: 'ReportedBack', on, organ, report, result })
}

/**
 * 分立、合并、撤销 (art. 24 (2)): whoever carries the powers on takes over every open duty, with its day. An organ that came
 * under the accused by such a change gives up what it has in the same way (art. 30 (3)), and so does one in which nobody is left
 * who may handle it (art. 28 (3)).
 */
const passDutiesOn: Decide<'PassDutiesOn'> = (petition, { on, from, to }, world) => {
  const successors = heirsOf(petition, from, world)
  if (!successors.includes(to)) {
    const { basis } = world.law.principles.successorsTakeOver
    return refuse({ kind: 'not-a-successor', organ: to, successors, basis })
  }
  const heir = activeOrgan(to, world)
  if (!heir.ok) return refuse(heir.error)
  const borne = petition.clocks.filter(
    ({ bearer, state }) => 'organ' in bearer && bearer.organ === from && (state === 'running' || state === 'suspended'),
  )
  const parts = [
    petition.registrar,
    petition.holder,
    petition.sender,
    petition.arbiter,
    ...petition.reviews.map(({ organ }) => organ),
  ]
  if (borne.length === 0 && !parts.includes(from)) return refuse({ kind: 'nothing-to-pass-on', organ: from })
  const accused = refusalOfAccused(petition, to, world)
  if (accused) return refuse(accused)
  const clocks = borne.map(({ id }) => ({ change: 'passedOn', id, bearer: { organ: to } }) as const)
  return accept({ type: 'DutiesPassedOn', on, from, to, clocks })
}

/** The successors, or the organ above where nobody was named; and where none of these may have it, whoever above may. */
function heirsOf(petition: Petition, from: OrganId, world: World): readonly OrganId[] {
  const left = world.organs.find(from)
  const mayHave = (organ: OrganId) => refusalOfAccused(petition, organ, world) === null
  const isDeserted = world.deserted === from
  if (!left || (left.state === 'active' && mayHave(from) && !isDeserted)) return []
  const named = left.successors.length > 0 || left.parent === null ? left.successors : [left.parent]
  const carriers = left.state === 'active' ? [] : named
  if (carriers.some(mayHave)) return carriers
  const free = organsAbove(world.organs, from).filter((id) => world.organs.find(id)?.state === 'active' && mayHave(id))
  const [nearest] = free.toSorted((a, b) => Number(isCompetent(b, world)) - Number(isCompetent(a, world)))
  return nearest ? [...carriers, nearest] : carriers
}

const isCompetent = (organ: OrganId, { organs }: World): boolean => readsAccusations(organs.find(organ))

const leaveSimplifiedTrack: Decide<'LeaveSimplifiedTrack'> = (petition, { on, actor, reason }) => {
  if (petition.track !== 'simplified') return refuse({ kind: 'not-on-simplified-track' })
  return accept({ type: 'SimplifiedTrackLeft', on, organ: actingOrgan(actor, petition), reason })
}

export const routingDecisions = {
  Transfer: transfer,
  Assign: assign,
  ObjectToTransfer: objectToTransfer,
  AgreeToReturn: agreeToReturn,
  InsistOnTransfer: insistOnTransfer,
  ReferDispute: referDispute,
  DecideDispute: decideDispute,
  ReportBack: reportBack,
  PassDutiesOn: passDutiesOn,
  LeaveSimplifiedTrack: leaveSimplifiedTrack,
}
