/**
 * What is counted of a petition: where it came from, of what kind, whom it complains of and how it stands, once for each organ with a part in
 * it and once for its place. Made of facts alone, so that counting again gives the same. It says nowhere whose it is (docs/adr/0062).
 */
import type { Day } from '../../kernel/day.ts'
import { type Month, monthOf } from '../../kernel/month.ts'
import { namesSomebody, partsOf } from '../../petition/parts.ts'
import { type Fact, type FactType, isEnded, type Petition, type State } from '../../petition/petition.ts'
import { petitionRoom } from '../../petition/room.ts'
import {
  circleOf,
  endsWithoutAnswer,
  finestPlace,
  none,
  outcomeOfClaims,
  placeLines,
  type TrendOutcome,
} from './trends.ts'

/** By what a matter is counted: a cell. */
export interface Cell {
  /** Whose; empty for the place as a whole. */
  readonly organ: string
  readonly month: Month
  readonly place: string
  readonly category: string
  readonly class: string
  readonly channel: string
  readonly complained: string
  readonly outcome: TrendOutcome
  readonly stage: string
  readonly isAgain: boolean
  readonly circle: string
}

export interface TrendLine extends Cell {
  readonly day: Day
  /** The one line by which the matter is counted, where it complains of several organs. */
  readonly isMatter: boolean
  readonly isKept: boolean
  readonly isOfPlace: boolean
}

/** Facts after which no line is another: what was said, read, asked and extended. All others are followed. */
export const idleFacts = [
  ...(['EvidenceAdded', 'MaterialAdded', 'PetitionerContacted', 'QuestionAsked', 'QuestionAnswered'] as const),
  ...(['PetitionRated', 'SealOpened', 'KeyRenewed', 'ClerkNamed', 'ClockRecounted', 'ClocksRecounted'] as const),
  ...(['HandlingExtended', 'ReviewExtended', 'ExtensionTakenBack', 'DutyFellOverdue', 'DocumentAnnounced'] as const),
  ...(['HearingOpened', 'HearingClosed', 'MediationProposed', 'MediationAnswered', 'MediationEnded'] as const),
  ...(['SightShared', 'SightEnded', 'AccusedInformed', 'UrgentReported', 'PetitionMarkedUrgent'] as const),
  ...(['AssistanceAsked', 'AssistanceObjected', 'AssistanceReported', 'AssistanceReturned'] as const),
  ...(['AssistanceEnded', 'AssistanceNotAwaited', 'ServedDayCorrected', 'ExecutionRecorded', 'ReportedBack'] as const),
] as const satisfies readonly FactType[]

/** And those after which one can be. */
export const followedFacts = [
  ...(['PetitionRegistered', 'PetitionCorrected', 'PetitionsLinked', 'PetitionsUnlinked', 'ComplainedNamed'] as const),
  ...(['OfficialIdentified', 'ReceivedDayCorrected', 'StaffRecused', 'RecusalRequested', 'RecusalDecided'] as const),
  ...(['PetitionTransferred', 'PetitionAssigned', 'TransferObjected', 'TransferReturned', 'TransferUpheld'] as const),
  ...(['DisputeReferred', 'DisputeDecided', 'DutiesPassedOn', 'SimplifiedTrackLeft', 'PetitionAccepted'] as const),
  ...(['AcceptanceDeclined', 'PetitionDirected', 'OpinionIssued', 'DutyAnswered', 'SuggestionConcluded'] as const),
  ...(['DocumentServed', 'PetitionSettled', 'PetitionWithdrawn', 'PetitionClosed', 'PetitionFinalised'] as const),
  ...(['ReviewRequested', 'ReviewAccepted', 'ReviewOpinionIssued', 'ReexaminationRequested'] as const),
  ...(['ReexaminationOpinionIssued', 'HandlingReopened', 'RightLapsed', 'ObstructionReported'] as const),
  ...(['ErasureProposed', 'ErasureObjected', 'ErasureApproved', 'ContentErased', 'CopyOffered'] as const),
] as const satisfies readonly FactType[]

export const ownsStream = (stream: string): boolean => petitionRoom.owns?.(stream) ?? false

export function trendLines(facts: readonly Fact[], stream: string): readonly TrendLine[] {
  let petition: State = null
  for (const fact of facts) petition = petitionRoom.evolve(petition, fact)
  if (petition === null) return []
  const parts = partsOf(petition)
  const matter = matterOf(petition, stream)
  const isKept = parts.accused.length + parts.officials.length + petition.recused.length > 0
  const complained = parts.about.length === 0 ? [none] : [...new Set<string>(parts.about)].sort()
  const ofPlace = isOfPlace(petition)
  const scopes = [...parts.organs, ...(ofPlace ? [placeLines] : [])]
  return scopes.flatMap((organ) =>
    complained.map((about, at) => ({
      ...matter,
      ...{ organ, complained: about, isMatter: at === 0, isOfPlace: ofPlace },
      isKept: organ === placeLines ? false : isKept,
    })),
  )
}

/**
 * Nothing that accuses an organ or names an official is in the count of a place, not even as one of many: whoever it is about may read that
 * count, and would see it grow (art. 30 (3)). That somebody withdrew from it hides nothing.
 */
const isOfPlace = (petition: Petition): boolean => !namesSomebody(petition)

/** The days of two petitions, which the first six digits of their numbers are. */
const isEarlier = (one: string, other: string): boolean => one.slice(0, 6) < other.slice(0, 6)

type Matter = Omit<TrendLine, 'organ' | 'complained' | 'isMatter' | 'isKept' | 'isOfPlace'>

function matterOf(petition: Petition, stream: string): Matter {
  const { place, category, class: of, channel, stage, registeredOn, firstTime, links, registrar, hops } = petition
  return {
    ...{ day: registeredOn, month: monthOf(registeredOn), place: place.slice(0, finestPlace) },
    ...{ category, class: of, channel, stage, outcome: outcomeOf(petition) },
    isAgain: !firstTime || links.some(({ to }) => isEarlier(to, stream)),
    circle: circleOf([registrar, ...hops.map(({ to }) => to)]),
  }
}

function outcomeOf(petition: Petition): TrendOutcome {
  const { stage, adoption, opinion, documents } = petition
  if (endsWithoutAnswer(stage)) return stage as TrendOutcome
  if (adoption !== null) return adoption === 'notAdopted' ? 'notAdopted' : 'adopted'
  const document = documents.find(({ ref }) => ref === opinion)
  if (document) return outcomeOfClaims(document.answers.map(({ outcome }) => outcome))
  return isEnded(stage) ? 'answered' : 'open'
}
