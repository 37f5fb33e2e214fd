/** What suggestions do when a fact happens: of a petition, of a call, or of their own. Reading one twice changes nothing. */
import type { Consumer } from '../../engine/consumer.ts'
import { forEachStream } from '../../engine/each-stream.ts'
import { type Box, openPieces } from '../../identity/seal.ts'
import type { PetitionNumber } from '../../kernel/petition-number.ts'
import { eraseBeside } from '../../petition/erasing.ts'
import type { Fact } from '../../petition/petition.ts'
import { petitionRoom } from '../../petition/room.ts'
import { endSight, shareSight } from '../../petition/sharing.ts'
import { giveTask } from '../../tasks/giving.ts'
import type { CallFact } from '../calls/call.ts'
import { publishedCall } from '../calls/queries.ts'
import { callRoom, streamOf as streamOfCall } from '../calls/room.ts'
import { commandSuggestion, followSuggestion } from './commanding.ts'
import type { SuggestionHouse } from './house.ts'
import { suggestionOfHouse } from './queries.ts'
import { streamOfPetition, suggestionRoom } from './room.ts'
import type { Asked, Ending, SuggestionFact } from './suggestion.ts'

const task = 'suggestions'
const viewer = { kind: 'system', task } as const

const followed: readonly Fact['type'][] = [
  ...(['PetitionRegistered', 'PetitionCorrected', 'SuggestionConcluded', 'ContentErased'] as const),
  ...(['AcceptanceDeclined', 'PetitionDirected', 'PetitionClosed', 'PetitionWithdrawn', 'PetitionSettled'] as const),
]
const giving: readonly (SuggestionFact | CallFact)['type'][] = [
  ...(['StudyAssigned', 'CarryingOutAssigned', 'SuggestionAnswered', 'SuggestionLeft', 'CallClosed'] as const),
]

/** Follows every petition that is a suggestion, whether or not anybody called for it (art. 29 (1)). */
export function suggestionReaction(house: SuggestionHouse): Consumer {
  return {
    name: 'suggestion-petition',
    follows: followed,
    async react({ stream, fact }) {
      if (petitionRoom.owns?.(stream) === true) await afterPetition(house, stream, fact as Fact)
    },
  }
}

async function afterPetition(house: SuggestionHouse, petition: string, fact: Fact): Promise<void> {
  switch (fact.type) {
    case 'PetitionRegistered':
      if (fact.class === 'suggestion') await follow(house, petition, fact)
      return
    case 'PetitionCorrected':
      if (fact.field === 'class') await afterClass(house, petition, fact)
      return
    case 'SuggestionConcluded':
      return record(house, petition, 'RecordReply', { organ: fact.organ, adoption: fact.adoption })
    case 'ContentErased':
      return erase(house, petition)
    default: {
      const ending = endingOf(fact)
      if (ending !== null) await record(house, petition, 'LeaveSuggestion', { ending })
    }
  }
}

/** What ends it without a reply to a suggestion. */
function endingOf(fact: Fact): Ending | null {
  switch (fact.type) {
    case 'AcceptanceDeclined':
      return 'declined'
    case 'PetitionDirected':
      return 'directed'
    case 'PetitionClosed':
      return 'closed'
    case 'PetitionWithdrawn':
      return fact.all ? 'withdrawn' : null
    case 'PetitionSettled':
      return fact.all ? 'settled' : null
    default:
      return null
  }
}

type Registered = Pick<Extract<Fact, { type: 'PetitionRegistered' }>, 'receivedOn' | 'answersCall' | 'organ'>

/** The organ that asked reads what it was told, also where another registered it: by sight, so that nobody reads of themselves. */
async function follow(house: SuggestionHouse, petition: string, { receivedOn, answersCall, organ }: Registered) {
  const stream = answersCall === undefined ? null : streamOfCall(answersCall)
  const call = stream === null ? null : await publishedCall(house, stream)
  const answers = stream !== null && call !== null && !call.isClosed ? { stream, organ: call.organ } : null
  await followSuggestion(house, { petition, call: answers?.stream ?? null, receivedOn, task })
  if (answers === null || answers.organ === organ) return
  const number = petition as PetitionNumber
  const because = { kind: 'suggestion', stream: answers.stream } as const
  await shareSight(house, { number, with: answers.organ, accounts: null, because, until: null })
}

async function afterClass(
  house: SuggestionHouse,
  petition: string,
  { on, from, to }: Extract<Fact, { type: 'PetitionCorrected' }>,
): Promise<void> {
  if (to === 'suggestion') {
    await followSuggestion(house, { petition, call: null, receivedOn: on, task })
  } else if (from === 'suggestion') {
    await record(house, petition, 'LeaveSuggestion', { ending: 'reclassified' })
  }
}

type Recorded = 'RecordReply' | 'LeaveSuggestion'

/** A petition that is no suggestion has no stream here, and nothing is recorded of it. */
async function record(house: SuggestionHouse, petition: string, type: Recorded, body: object): Promise<void> {
  await commandSuggestion(house, { stream: streamOfPetition(petition), type, body, viewer })
}

async function erase(house: SuggestionHouse, petition: string): Promise<void> {
  const stream = streamOfPetition(petition)
  if ((await suggestionOfHouse(house, stream)) === null) return
  await eraseBeside(house, stream, () =>
    commandSuggestion(house, { stream, type: 'EraseSuggestion', body: {}, viewer }),
  )
}

/** Gives the tasks that were asked for, with sight of the petition for whoever is to study it; and ends that when it was replied to. */
export function suggestionTaskReaction(house: SuggestionHouse): Consumer {
  return {
    name: 'suggestion-tasks',
    follows: giving,
    async react({ stream, fact: recorded }) {
      if (stream.startsWith(`${callRoom.name}:`)) {
        if ((recorded as CallFact).type === 'CallClosed') await endSightOfCall(house, stream)
        return
      }
      if (!stream.startsWith(`${suggestionRoom.name}:`)) return
      const fact = recorded as SuggestionFact
      if (fact.type === 'StudyAssigned') await giveStudy(house, stream, fact)
      if (fact.type === 'CarryingOutAssigned') await give(house, stream, fact)
      if (fact.type === 'SuggestionAnswered' || fact.type === 'SuggestionLeft') await endSightOf(house, stream)
    },
  }
}

/** Sight first: whoever may not see the petition is not asked about it either. */
async function giveStudy(house: SuggestionHouse, stream: string, asked: Asked): Promise<void> {
  const suggestion = await suggestionOfHouse(house, stream)
  if (suggestion === null || suggestion.stage !== 'received') return
  const number = suggestion.petition as PetitionNumber
  const because = { kind: 'suggestion', stream } as const
  const shown = await shareSight(house, { number, with: asked.organ, accounts: null, because, until: null })
  if (shown.ok) await give(house, stream, asked)
}

async function give(house: SuggestionHouse, stream: string, asked: Asked): Promise<void> {
  const [suggestion, what] = await Promise.all([
    suggestionOfHouse(house, stream),
    openedPiece(house, stream, asked.what.ref),
  ])
  if (suggestion === null || what === null) return
  const { ref, giver, account, organ, due } = asked
  await giveTask(house, {
    ...{ origin: { kind: 'suggestion', stream, key: ref }, giver, givenBy: account, organ, officer: null },
    ...{ what, due, petitions: [suggestion.petition] },
  })
}

/** Null where it was erased since. */
async function openedPiece(house: SuggestionHouse, stream: string, ref: string): Promise<string | null> {
  const { rows } = await house.work.query<Box>({
    name: 'suggestion piece',
    text: 'select stream_id, ref, cohort, box from sealed where stream_id = $1 and ref = $2',
    values: [stream, ref],
  })
  return (await openPieces(house.keys, rows)).get(ref) ?? null
}

async function endSightOf(house: SuggestionHouse, stream: string): Promise<void> {
  const suggestion = await suggestionOfHouse(house, stream)
  if (suggestion === null || suggestion.studies.length === 0) return
  await endSight(house, { number: suggestion.petition as PetitionNumber, because: { kind: 'suggestion', stream } })
}

const endSightOfCall = (house: SuggestionHouse, call: string) =>
  forEachStream(house, 'select stream_id from petition_sight where cause = $1', [call], (stream) =>
    endSight(house, { number: stream as PetitionNumber, because: { kind: 'suggestion', stream: call } }),
  )
