/**
 * What is kept of a petition that was solved: of what kind it was, what was done in it, and whether it came again within twelve months. Made of
 * facts alone. It says nowhere whose it is, and what accuses an organ or names an official has no line (docs/adr/0064).
 */
import { type Day, later } from '../../kernel/day.ts'
import { namesSomebody } from '../../petition/parts.ts'
import type { Fact, FactType, Petition, State } from '../../petition/petition.ts'
import { petitionRoom } from '../../petition/room.ts'
import type { Measure } from './measures.ts'

export interface RegularityLine {
  readonly organ: string
  readonly place: string
  readonly category: string
  readonly endedOn: Day
  /** Done in the petition itself; what other rooms did lies beside it. */
  readonly measures: readonly Measure[]
  /** The first day on which it was asked again, or asked for review; null where neither is known. */
  readonly againOn: Day | null
}

/** Facts after which a line can be another: all that is done in a petition is done before it ends. */
export const lineFacts = [
  ...(['PetitionClosed', 'PetitionSettled', 'PetitionFinalised', 'HandlingReopened', 'PetitionCorrected'] as const),
  ...(['PetitionsLinked', 'PetitionsUnlinked', 'ReviewRequested', 'ReexaminationRequested'] as const),
  ...(['ComplainedNamed', 'OfficialIdentified', 'DutiesPassedOn'] as const),
] as const satisfies readonly FactType[]

const solvedStages: readonly Petition['stage'][] = ['closed', 'settled', 'finalised']
/** Villages are not told apart, as in the counts of structure and trend. */
const finestPlace = 9

export function regularityLine(facts: readonly Fact[], stream: string): RegularityLine | null {
  let petition: State = null
  for (const fact of facts) petition = petitionRoom.evolve(petition, fact)
  if (petition === null || !solvedStages.includes(petition.stage) || petition.endedOn === null) return null
  if (namesSomebody(petition)) return null
  const { holder, place, category, endedOn } = petition
  return {
    ...{ organ: holder, place: place.slice(0, finestPlace), category, endedOn },
    ...{ measures: measuresIn(petition), againOn: againIn(petition, stream, endedOn) },
  }
}

function measuresIn({ mediations, track, hearings, assistances }: Petition): readonly Measure[] {
  return [
    ...(mediations.some(isAgreedTo) ? (['mediated'] as const) : []),
    ...(track === 'simplified' ? (['simplified'] as const) : []),
    ...(hearings.length > 0 ? (['heard'] as const) : []),
    ...(assistances.length > 0 ? (['assisted'] as const) : []),
  ]
}

/** Where somebody said no it was only proposed. */
const isAgreedTo = ({ consents }: Petition['mediations'][number]): boolean =>
  consents.length > 0 && consents.every(({ consents: agrees }) => agrees)

/** The day on which a petition was registered, which its number begins with. */
const dayOfNumber = (number: string): Day =>
  `20${number.slice(0, 2)}-${number.slice(2, 4)}-${number.slice(4, 6)}` as Day

/** What was asked again is found by its being joined; what nobody joined is not known. What was reviewed before it ended came again at once. */
function againIn({ links, reviews }: Petition, stream: string, endedOn: Day): Day | null {
  const joined: readonly Day[] = links
    .map(({ to }) => dayOfNumber(to))
    .filter((on) => on > dayOfNumber(stream) && on >= endedOn)
  const reviewed = reviews.flatMap(({ requests }) => requests.map(({ on }) => later(on, endedOn)))
  return [...joined, ...reviewed].toSorted()[0] ?? null
}
