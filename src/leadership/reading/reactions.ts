/** What readings do when a petition's fact happens, and what becomes of an instruction. */
import type { Consumer } from '../../engine/consumer.ts'
import { eraseBeside } from '../../petition/erasing.ts'
import type { Fact, FactType } from '../../petition/petition.ts'
import { petitionRoom } from '../../petition/room.ts'
import { giveTask } from '../../tasks/giving.ts'
import { commandReading } from './commanding.ts'
import type { ReadingHouse } from './house.ts'
import { readingOfHouse, textsOf } from './queries.ts'
import type { ReadingFact, ReadingFactOf } from './reading.ts'
import { readingRoom } from './room.ts'

const viewer = { kind: 'system', task: 'reading' } as const

/** After which somebody must not see it who might before. */
const keepingFacts: ReadonlySet<FactType> = new Set<FactType>([
  ...(['ComplainedNamed', 'OfficialIdentified', 'PetitionCorrected', 'StaffRecused', 'RecusalDecided'] as const),
])

/** Asking twice changes nothing. */
export function readingReaction(house: ReadingHouse): Consumer {
  return {
    name: 'reading-petition',
    follows: [...keepingFacts, 'ContentErased' satisfies FactType],
    async react({ stream: petition, fact: recorded }) {
      if (petitionRoom.owns?.(petition) !== true) return
      const { type } = recorded as Fact
      if (type !== 'ContentErased' && !keepingFacts.has(type)) return
      for (const stream of await readingsOf(house, petition)) {
        if (type === 'ContentErased') await erase(house, stream)
        else await record(house, stream, 'RecordKept')
      }
    },
  }
}

async function readingsOf({ work }: ReadingHouse, petition: string): Promise<readonly string[]> {
  const { rows } = await work.query<{ stream_id: string }>({
    name: 'reading of petition',
    text: 'select stream_id from reading where petition = $1 and erased_on is null order by proposed_on, stream_id',
    values: [petition],
  })
  return rows.map(({ stream_id }) => stream_id)
}

/** The page about it, why it was laid there and what was instructed: all of it says what the petition said. */
const erase = (house: ReadingHouse, stream: string): Promise<void> =>
  eraseBeside(house, stream, () => record(house, stream, 'EraseReading'))

/** What an office may be refused, the house may not: then the record is out of order. */
async function record(house: ReadingHouse, stream: string, type: 'RecordKept' | 'EraseReading'): Promise<void> {
  const done = await commandReading(house, { stream, type, body: {}, viewer })
  if (!done.ok) throw new Error(`the house could not record in a reading: ${done.error.kind}`)
}

const readingPrefix = `${readingRoom.name}:`

/**
 * Whoever was instructed has something to do by a day: one task an instruction, closed by the leader who gave it and followed by the office that
 * sent the letter. Giving it twice gives it once.
 */
export function instructionReaction(house: ReadingHouse): Consumer {
  return {
    name: 'reading-instruction',
    follows: ['LeaderInstructed'] satisfies readonly ReadingFact['type'][],
    async react({ stream, fact: recorded }) {
      if (!stream.startsWith(readingPrefix)) return
      const fact = recorded as ReadingFact
      if (fact.type === 'LeaderInstructed') await giveTasks(house, stream, fact)
    },
  }
}

/** Where the petition is kept from somebody since, or was erased, nothing is given any more: that much the task itself refuses. */
async function giveTasks(
  house: ReadingHouse,
  stream: string,
  { account: givenBy, organ: giver, instructions }: ReadingFactOf<'LeaderInstructed'>,
): Promise<void> {
  const reading = await readingOfHouse(house, stream)
  if (reading === null || reading.erasedOn !== null) return
  const texts = await textsOf(house, stream)
  for (const { ref: key, to: organ, what, due } of instructions) {
    const text = texts.get(what.ref)
    if (text === undefined) continue
    const origin = { kind: 'instruction', stream, key } as const
    const about = { petitions: [reading.petition], shownTo: [reading.bureau] }
    await giveTask(house, { origin, giver, givenBy, organ, officer: null, what: text, due, ...about })
  }
}
