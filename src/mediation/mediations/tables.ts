/** The read models of mediations: rows derived from the folded state, so that they can be compared and remade. */
import { countedBy } from '../../engine/due-clocks.ts'
import type { Row, RowSet } from '../../engine/room.ts'
import type { OrganId } from '../../kernel/organ.ts'
import { bearerOrgan, isOpen, type RunningClock } from '../../kernel/running-clock.ts'
import { partsIn } from './keeping.ts'
import type { Mediation, MediationState, Session } from './mediation.ts'
import { consents, nextLook, openPromises } from './standing.ts'

export const mediationTables = {
  mediation: { key: [] },
  mediation_clock: { key: ['clock_id'] },
  mediation_party: { key: ['organ', 'part'] },
} as const

/** 待受理 · 征求同意 · 待开调解会 · 调解中 · 待签名盖章 · 履行回访 · 司法确认 · 已结束 */
export const mediationShelves = [
  ...(['requested', 'asking', 'session', 'mediating', 'signing', 'following', 'confirming', 'done'] as const),
] as const
export type MediationShelf = (typeof mediationShelves)[number]

export function mediationRows(state: MediationState): RowSet {
  if (state === null) return {}
  return {
    mediation: [mediationRow(state)],
    mediation_clock: state.clocks.filter(isOpen).map((clock) => clockRow(clock, state)),
    mediation_party: partyRows(state),
  }
}

function mediationRow(mediation: Mediation): Row {
  const { version, kind, stage, subject, organ, openedOn, parties, what } = mediation
  return {
    ...{ version, kind, stage, organ, opened_on: openedOn, what_ref: what.ref },
    subject_kind: subject.kind,
    petition: subject.kind === 'petition' ? subject.number : null,
    petition_ref: subject.kind === 'petition' ? subject.ref : null,
    dispute: subject.kind === 'dispute' ? subject.stream : null,
    // whoever acts with the key of the petition, by their references in it
    petitioners: parties.flatMap(({ petitioner }) => petitioner ?? []),
    parties: parties.length,
    consents: parties.filter(consents).length,
  }
}

const clockRow = (clock: RunningClock, { organ }: Mediation): Row => ({
  clock_id: clock.id,
  rule: clock.rule,
  organ: bearerOrgan(clock),
  last_day: clock.lastDay,
  state: clock.state,
  is_overdue: clock.overdueOn !== undefined,
  after: clock.after,
  ...countedBy(clock, bearerOrgan(clock) ?? organ),
})

const nextSession = ({ sessions }: Mediation): Session | undefined =>
  sessions
    .filter(({ cancelled, record }) => cancelled === null && record === null)
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))[0]

const isConfirming = ({ parties, confirmation, isConfirmable }: Mediation): boolean =>
  isConfirmable &&
  (confirmation.decided === null || confirmation.applied === null) &&
  (confirmation.applied !== null || parties.some(({ asksConfirmation }) => asksConfirmation !== null))

export function shelfOf(mediation: Mediation): MediationShelf {
  const { stage, agreement } = mediation
  switch (stage) {
    case 'requested':
    case 'asking':
      return stage
    case 'mediating':
      if (agreement !== null) return 'signing'
      return nextSession(mediation) ? 'session' : 'mediating'
    case 'agreed':
      return isConfirming(mediation) ? 'confirming' : 'following'
    default:
      return 'done'
  }
}

/** By what it lies on its shelf: the next session, the next promise, the last day of a limit, or the last change. */
function dayOf(mediation: Mediation): string {
  const { openedOn, movedOn, agreement } = mediation
  const last = (rule: string) => mediation.clocks.find((clock) => isOpen(clock) && clock.rule === rule)?.lastDay
  switch (shelfOf(mediation)) {
    case 'requested':
      return last('takeUpMediation') ?? openedOn
    case 'asking':
      return openedOn
    case 'session':
      return nextSession(mediation)?.day ?? movedOn
    case 'mediating':
      return last('mediate') ?? movedOn
    case 'signing':
      return agreement?.writtenOn ?? movedOn
    case 'following':
      return openPromises(mediation).map(nextLook).sort()[0] ?? movedOn
    case 'confirming':
      return last('applyForConfirmation') ?? movedOn
    case 'done':
      return movedOn
  }
}

/** Who may see it. An organ that it came to be kept from has no part any more. */
function partyRows(mediation: Mediation): readonly Row[] {
  const { organ, opener, shownTo, parties, keptFrom, officials } = mediation
  const all = new Set<OrganId>([organ, ...shownTo, ...(opener === null ? [] : [opener])])
  for (const party of parties) if (party.organ !== null) all.add(party.organ)
  const [shelf, day] = [shelfOf(mediation), dayOf(mediation)]
  return [...all]
    .filter((each) => !keptFrom.includes(each))
    .flatMap((each) =>
      partsIn(mediation, each).map((part) => ({ organ: each, part, shelf, day, kept_from: keptFrom, officials })),
    )
}
