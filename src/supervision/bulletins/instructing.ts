/** What a leader instructed because of a situation report is done by a day: one task an instruction, followed by the bureau that wrote the report. */
import type { Consumer } from '../../engine/consumer.ts'
import { type Box, openPieces } from '../../identity/seal.ts'
import type { PetitionHouse } from '../../petition/house.ts'
import { giveTask } from '../../tasks/giving.ts'
import type { BulletinFact, BulletinFactOf } from './bulletin.ts'
import { organOfBulletin } from './queries.ts'
import { bulletinRoom } from './room.ts'

const bulletinPrefix = `${bulletinRoom.name}:`

/** Giving it twice gives it once. */
export function bulletinInstructionReaction(house: PetitionHouse): Consumer {
  return {
    name: 'bulletin-instruction',
    follows: ['BulletinInstructed'] satisfies readonly BulletinFact['type'][],
    async react({ stream, fact: recorded }) {
      if (!stream.startsWith(bulletinPrefix)) return
      const fact = recorded as BulletinFact
      if (fact.type === 'BulletinInstructed') await give(house, stream, fact)
    },
  }
}

async function give(
  house: PetitionHouse,
  stream: string,
  { ref: key, organ: giver, account: givenBy, to: organ, what, due }: BulletinFactOf<'BulletinInstructed'>,
): Promise<void> {
  const { rows } = await house.work.query(
    'select stream_id, ref, cohort, box from sealed where stream_id = $1 and ref = $2',
    [stream, what.ref],
  )
  const text = (await openPieces(house.keys, rows as readonly Box[])).get(what.ref)
  const writer = await organOfBulletin(house, stream)
  if (text === undefined || writer === null) return
  await giveTask(house, {
    origin: { kind: 'instruction', stream, key },
    ...{ giver, givenBy, organ, officer: null, what: text, due, petitions: [] },
    shownTo: writer === giver || writer === organ ? [] : [writer],
  })
}
