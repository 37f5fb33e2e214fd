/** All rules over one petition: what they find, what was put right since, and whether anything is still owed. */
import { addYears } from '../../kernel/day.ts'
import { isOpen } from '../../kernel/running-clock.ts'
import { type FindingRule, findingRules } from '../../law/supervision.ts'
import { type FactType, isEnded } from '../../petition/petition.ts'
import type { Found } from '../supervision.ts'
import { answering } from './answering.ts'
import { completion } from './completion.ts'
import type { Look, Looked, Seen } from './finding.ts'
import { inTime } from './in-time.ts'
import { repetition } from './repetition.ts'
import { shirking } from './shirking.ts'

/** What is found by itself in a petition. A proposal that nobody answers is found where proposals are kept, the rest by people. */
export const looks: Readonly<Partial<Record<FindingRule, Look>>> = {
  ...inTime,
  ...shirking,
  ...answering,
  ...completion,
  ...repetition,
}

/**
 * An accusation is handled by whoever is competent, under rules of their own (art. 30 (1)): the bureau knows that there is one and where
 * it went, and its supervision ends there. Nothing is found from what it says, from how it is answered, or from who says what of it.
 */
const ofAccusations: readonly FindingRule[] = [
  ...(['notRoutedInTime', 'handedOnTooOften', 'returnedTooOften'] as const),
  ...(['disputeUndecided', 'urgentReportedLate'] as const),
]

function seenIn(looked: Looked): readonly Seen[] {
  const isSealed = looked.petition.class === 'accusation'
  return findingRules.flatMap((rule) => {
    const [look, row] = [looks[rule], looked.rules[rule]]
    if (!look || !row || (isSealed && !ofAccusations.includes(rule))) return []
    return look(looked, row.atLeast ?? 1)
  })
}

const foundIn = ({ state: _, ...found }: Seen): Found => found

/** A matter that has been over for so long is let rest. */
const restsAfterYears = 1

/**
 * What is to be supervised. In a matter that is over nothing is found that had been put right before the house looked, and a year later
 * only what an organ still owes: a house that begins to look at the petitions of years does not bring each of them up again.
 */
export function findingsIn(looked: Looked): readonly Found[] {
  const { stage, endedOn } = looked.petition
  const isOver = isEnded(stage)
  const rests = endedOn !== null && addYears(endedOn, restsAfterYears) < looked.today && !isOwing(looked)
  if (rests) return []
  return seenIn(looked)
    .filter(({ state }) => state === 'stands' || (state === 'mended' && !isOver))
    .map(foundIn)
}

/** Keys of what was put right since, or turned out not to be so. */
export const mendedIn = (looked: Looked): readonly string[] =>
  seenIn(looked).flatMap(({ key, state }) => (state === 'stands' ? [] : [key]))

const isOwing = ({ petition: { clocks } }: Looked): boolean =>
  clocks.some((clock) => isOpen(clock) && clock.binds === 'organ' && clock.after === 'overdue')

/** Whether all that organs owed in it is done: no duty runs, and nothing that was found is still so. */
export const isCarriedOut = (looked: Looked): boolean =>
  !isOwing(looked) && seenIn(looked).every(({ state }) => state !== 'stands')

/** Facts after which something may be found that was not to be found before. */
export const findingFacts: ReadonlySet<FactType> = new Set<FactType>([
  ...([
    'PetitionRegistered',
    'DutyFellOverdue',
    'TransferReturned',
    'PetitionTransferred',
    'PetitionAssigned',
  ] as const),
  ...(['OpinionIssued', 'DutyAnswered', 'SuggestionConcluded', 'ExecutionRecorded', 'ReportedBack'] as const),
  ...(['PetitionRated', 'ReviewRequested', 'PetitionsLinked'] as const),
])

/** Facts that may put right what was found, or show that it is not so. */
export const mendingFacts: ReadonlySet<FactType> = new Set<FactType>([
  ...([
    'PetitionAccepted',
    'AcceptanceDeclined',
    'PetitionDirected',
    'PetitionTransferred',
    'PetitionAssigned',
  ] as const),
  ...(['TransferReturned', 'TransferUpheld', 'DisputeReferred', 'DisputeDecided', 'SimplifiedTrackLeft'] as const),
  ...(['DocumentServed', 'OpinionIssued', 'DutyAnswered', 'SuggestionConcluded', 'HandlingReopened'] as const),
  ...([
    'ExecutionRecorded',
    'ReportedBack',
    'UrgentReported',
    'EvidenceAdded',
    'MaterialAdded',
    'ReviewAccepted',
  ] as const),
  ...(['HandlingExtended', 'ReviewExtended', 'ReceivedDayCorrected', 'ServedDayCorrected', 'ClocksRecounted'] as const),
  ...(['PetitionsUnlinked', 'PetitionSettled', 'PetitionWithdrawn', 'PetitionClosed', 'PetitionFinalised'] as const),
])
