/** What topics do when something happens to a petition: its masked words are heard as signs, or taken out again. */
import type { Consumer } from '../../engine/consumer.ts'
import { fold, readHistory } from '../../engine/history.ts'
import { inTransaction } from '../../engine/transaction.ts'
import { type Box, openPieces, SealBroken } from '../../identity/seal.ts'
import { namesInPetition } from '../../petition/masked-words.ts'
import type { Fact, FactType, Petition, State } from '../../petition/petition.ts'
import { petitionRoom } from '../../petition/room.ts'
import { mask } from '../../text/masking.ts'
import type { Sign } from './heard.ts'
import { hear } from './hearing.ts'
import type { TopicHouse } from './house.ts'
import { dropLine, putLine } from './keeping.ts'
import { isInTopics, rowOf } from './line.ts'

export const topicReader = 'topic-lines'

const follows: readonly FactType[] = [
  ...([
    'PetitionRegistered',
    'PetitionCorrected',
    'ComplainedNamed',
    'ReceivedDayCorrected',
    'ErasureApproved',
  ] as const),
  'ContentErased',
]

/**
 * The same twice leaves the same, so it need not go with the checkpoint of the reader: a transaction that has written, and goes on over
 * hundreds of facts, would keep every other reader waiting for it.
 */
export function topicReaction(house: TopicHouse): Consumer {
  return {
    name: topicReader,
    follows,
    async react({ stream }) {
      if (!(petitionRoom.owns?.(stream) ?? false)) return
      const { facts } = await readHistory<Fact>(house.work, stream)
      const petition = fold<State, Fact>(
        petitionRoom,
        petitionRoom.initial,
        facts.map(({ fact }) => fact),
      )
      const heard = petition !== null && isInTopics(petition) ? await heardOf(house, stream, petition) : null
      await inTransaction(house.work, (client) =>
        heard === null ? dropLine(client, stream) : putLine(client, heard.line, heard.letters),
      )
    },
  }
}

/** Null where the words cannot be read any more. */
async function heardOf({ work, keys }: TopicHouse, stream: string, petition: Petition) {
  const { title, text, people, agent, about } = petition
  const named = [...people.map(({ name }) => name), agent?.name ?? null, ...about.map(({ official }) => official)]
  const refs = [title, text, ...named].flatMap((piece) => (piece === null ? [] : [piece.ref]))
  const { rows } = await work.query<Box>({
    name: 'topic words opened',
    text: 'select stream_id, ref, cohort, box from sealed where stream_id = $1 and ref = any ($2::text[])',
    values: [stream, refs],
  })
  const texts = await openPieces(keys, rows).catch((fault: unknown) => {
    if (fault instanceof SealBroken) return new Map<string, string>()
    throw fault
  })
  const written = { title: texts.get(title.ref), text: texts.get(text.ref) }
  if (written.title === undefined || written.text === undefined) return null
  const names = namesInPetition({ petition, texts })
  const letters = new Map<Sign, string>()
  const masked = { title: mask(written.title, names), text: mask(written.text, names) }
  const heard = hear(masked, (sign, said) => void letters.set(sign, said))
  return { line: rowOf(stream, petition.receivedOn, heard), letters }
}
