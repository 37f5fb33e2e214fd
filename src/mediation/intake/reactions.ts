/** What a centre's window does when a fact of a petition happens that somebody's visit became. */
import type { Consumer } from '../../engine/consumer.ts'
import { eraseBeside } from '../../petition/erasing.ts'
import type { Fact, FactType } from '../../petition/petition.ts'
import { petitionRoom } from '../../petition/room.ts'
import { keepingOf, petitionFor, theHouse } from '../referrals/looking.ts'
import { commandAsHouse } from './commanding.ts'
import type { IntakeHouse } from './house.ts'

const keepingFacts: readonly FactType[] = [
  'ComplainedNamed',
  'OfficialIdentified',
  'PetitionCorrected',
  'StaffRecused',
  'RecusalDecided',
  'ContentErased',
]

/** Whatever becomes known of the petition holds for the visit that it was. Reading a fact twice changes nothing. */
export function intakeKeepingReaction(house: IntakeHouse): Consumer {
  return {
    name: 'intake-keeping',
    follows: keepingFacts,
    async react({ stream: petition, fact: recorded }) {
      const fact = recorded as Fact
      if (petitionRoom.owns?.(petition) !== true || !keepingFacts.includes(fact.type)) return
      const { rows } = await house.work.query<{ stream_id: string }>(
        'select stream_id from intake where petition = $1',
        [petition],
      )
      for (const { stream_id: stream } of rows) {
        if (fact.type === 'ContentErased') await eraseIntake(house, stream)
        else await keep(house, stream, petition)
      }
    },
  }
}

async function keep(house: IntakeHouse, stream: string, number: string): Promise<void> {
  const petition = await petitionFor(house, number, theHouse)
  if (petition === null) return
  const { keptFrom, officials, recused } = await keepingOf(house, petition)
  await commandAsHouse(house, stream, 'KeepIntake', { keptFrom, officials, recused })
}

/** What was said and the key on the slip go, the facts stay. */
export const eraseIntake = (house: IntakeHouse, stream: string): Promise<void> =>
  eraseBeside(house, stream, async () => {
    await house.work.query('delete from intake_key where stream_id = $1', [stream])
    await commandAsHouse(house, stream, 'EraseIntake')
  })
