/** The petition room's read models: rows derived from the folded state, so that they can be compared and remade. */

import { countedBy } from '../engine/due-clocks.ts'
import type { Row, RowSet } from '../engine/room.ts'
import type { ContentState } from '../engine/sealed-check.ts'
import type { OrganId } from '../kernel/organ.ts'
import { bearerOrgan, isOpen, type RunningClock } from '../kernel/running-clock.ts'
import { organOfCalendar } from './clocks.ts'
import { peopleToServe } from './decision.ts'
import type { Erasure } from './erasure/words.ts'
import type { Petition, PetitionDocument, State } from './petition.ts'
import { accusedIn } from './routing/accused.ts'
import { officialsIn } from './safeguards/recusal.ts'
import { openSights } from './sharing/decide.ts'

export const petitionTables = {
  petition: { key: [] },
  petition_organ: { key: ['organ'] },
  petition_clock: { key: ['clock_id'] },
  petition_recount: { key: ['ref'] },
  file_reference: { key: ['file'] },
  erasure: { key: [] },
  petition_extract: { key: ['ref'] },
  petition_sight: { key: ['ref'] },
  announcement: { key: ['document'] },
} as const

export function petitionRows(state: State): RowSet {
  if (state === null) return {}
  return {
    petition: [petitionRow(state)],
    petition_organ: partsOf(state),
    petition_clock: state.clocks.filter(isOpen).map((clock) => clockRow(clock, state)),
    petition_recount: state.recounts.map(({ clock, on, calendar, from, to }, at) => ({
      ...{ ref: `m${at + 1}`, clock_id: clock, rule: clock.split('#')[0], calendar },
      ...{ recounted_on: on, from_day: from, to_day: to },
    })),
    file_reference: filesOf(state).map((file) => ({ file })),
    erasure: state.erasure ? [erasureRow(state.erasure, state)] : [],
    announcement: announcementsOf(state),
    petition_sight: openSights(state).map(({ ref, organ, because, until }) => ({
      ...{ ref, organ, reason: because.kind, cause: because.stream, until_day: until },
    })),
    petition_extract: state.extracts.map(({ organ, by, on, extract, legalBasis }, at) => ({
      ...{ ref: `x${at + 1}`, organ, told_by: by, told_on: on },
      ...{ extract_ref: extract.ref, basis_ref: legalBasis.ref },
    })),
  }
}

/**
 * Each organ's part. Whom the matter accuses or names and who has withdrawn lies beside it, because row security shows no part to
 * any of them: a mistake in a decision opens nothing (art. 28 (3), 30 (3)).
 */
function partsOf(petition: Petition): readonly Row[] {
  const kept = {
    registered_on: petition.registeredOn,
    stage: petition.stage,
    accused: accusedIn(petition),
    officials: officialsIn(petition),
    recused: [...new Set(petition.recused.map(({ account }) => account))],
    seal: sealOf(petition),
  }
  const parts = organsOf(petition)
  const shown = new Set(openSights(petition).flatMap(({ organ }) => (parts.includes(organ) ? [] : organ)))
  return [
    ...parts.map((organ) => ({ organ, ...kept, is_part: true, sights: [] })),
    ...[...shown].map((organ) => ({ organ, ...kept, is_part: false, sights: sightsOf(petition, organ) })),
  ]
}

/**
 * Who in an organ without a part may see it, and through which day: `account until`, with a star for everybody there. Each is asked for
 * itself, so that one that has ended says nothing for another.
 */
const sightsOf = (petition: Petition, organ: OrganId): readonly string[] => [
  ...new Set(
    openSights(petition)
      .filter((sight) => sight.organ === organ)
      .flatMap(({ accounts, until }) => (accounts ?? ['*']).map((account) => `${account} ${until ?? 'infinity'}`)),
  ),
]

/** Whether anybody at all must not see it, whatever part they have. */
const keepsSomebodyOut = (petition: Petition): boolean =>
  accusedIn(petition).length + officialsIn(petition).length + petition.recused.length > 0

/** What lies sealed even from those who have a part, and is opened as a fact (docs/adr/0019). */
const sealOf = ({ class: petitionClass, confidentiality }: Petition): 'none' | 'identity' | 'accusation' =>
  petitionClass === 'accusation' ? 'accusation' : confidentiality === 'named' ? 'none' : 'identity'

function petitionRow(petition: Petition): Row {
  const next = nextDuty(petition)
  return {
    kept: keepsSomebodyOut(petition),
    version: petition.version,
    pack: petition.pack,
    stage: petition.stage,
    class: petition.class,
    category: petition.category,
    place: petition.place,
    channel: petition.channel,
    track: petition.track,
    confidentiality: petition.confidentiality,
    headcount: petition.headcount,
    is_urgent: petition.urgent !== null,
    received_on: petition.receivedOn,
    registered_on: petition.registeredOn,
    ended_on: petition.endedOn,
    registrar: petition.registrar,
    holder: petition.holder,
    clerk: petition.clerk,
    round: petition.round,
    title_ref: petition.title.ref,
    next_rule: next?.rule ?? null,
    next_day: next?.lastDay ?? null,
    next_is_overdue: next?.overdueOn !== undefined,
  }
}

/** The running duty of an organ that ends first. A window that merely lapses is no duty. */
function nextDuty(petition: Petition): RunningClock | undefined {
  return petition.clocks
    .filter((clock) => isOpen(clock) && clock.binds === 'organ' && clock.after === 'overdue')
    .sort((a, b) => (a.lastDay < b.lastDay ? -1 : a.lastDay > b.lastDay ? 1 : 0))[0]
}

function clockRow(clock: RunningClock, petition: Petition): Row {
  const organ = bearerOrgan(clock)
  return {
    kept: keepsSomebodyOut(petition),
    clock_id: clock.id,
    rule: clock.rule,
    organ,
    is_holders: organ === petition.holder,
    clerk: organ === petition.holder ? petition.clerk : null,
    last_day: clock.lastDay,
    state: clock.state,
    is_overdue: clock.overdueOn !== undefined,
    after: clock.after,
    ...countedBy(clock, organOfCalendar(clock, petition)),
  }
}

/** Between the approval and the last fact the house is taking it out, and may have been interrupted. */
export const contentOf = (state: State): ContentState =>
  state?.erasure?.erasedOn ? 'erased' : state?.erasure?.approvedOn ? 'going' : 'kept'

/** The files that it refers to, each once; those of an erased petition are gone. */
export function filesOf({ materials, added, erasure }: Petition): readonly string[] {
  if (erasure?.erasedOn) return []
  return [...new Set([...materials, ...added.flatMap((addition) => addition.materials)].map(({ file }) => file))]
}

/** Numbers, days and organs only: from here the public list is read. */
const erasureRow = (erasure: Erasure, petition: Petition): Row => ({
  state: stateOfErasure(erasure),
  class: petition.class,
  organ: erasure.organ,
  approver: erasure.approver,
  proposed_on: erasure.proposedOn,
  approved_on: erasure.approvedOn,
  erased_on: erasure.erasedOn,
})

function stateOfErasure({
  objectedOn,
  approvedOn,
  erasedOn,
}: Erasure): 'proposed' | 'objected' | 'approved' | 'erased' {
  if (erasedOn) return 'erased'
  if (approvedOn) return 'approved'
  return objectedOn ? 'objected' : 'proposed'
}

/**
 * What stands in public: number, organ, kind and days of a document, never what it is about or whose. Once everybody was reached in some
 * other way nobody need be called, and once the content is gone nothing is left to fetch.
 */
function announcementsOf(petition: Petition): readonly Row[] {
  if (petition.erasure?.erasedOn) return []
  return petition.documents
    .filter((document) => document.announced !== null && !isReachedOtherwise(petition, document))
    .map(({ ref, kind, issuedBy, announced }) => ({
      ...{ document: ref, organ: issuedBy, kind },
      ...{ published_on: announced?.on ?? null, ends_on: announced?.until ?? null },
    }))
}

const isReachedOtherwise = (petition: Petition, document: PetitionDocument): boolean =>
  document.services.every(({ way }) => way !== 'announcement') &&
  peopleToServe(petition, document).every((person) => document.services.some((service) => service.person === person))

/** Every organ that has or had a part in it. Whoever handed it on still answers for having done so. */
export function organsOf(petition: Petition): readonly OrganId[] {
  const parts = [
    petition.registrar,
    petition.holder,
    petition.sender,
    petition.arbiter,
    ...petition.hops.flatMap(({ from, to }) => [from, to]),
    ...petition.reviews.map(({ organ }) => organ),
    ...petition.obstructions.map(({ to }) => to),
    // whoever approves must see what would be gone; after an objection there is nothing to approve
    petition.erasure?.objectedOn ? null : (petition.erasure?.approver ?? null),
    ...petition.recusals.map(({ decider }) => decider),
  ]
  return [...new Set(parts.filter((organ): organ is OrganId => organ !== null))]
}
