/** What disputes do when another room's fact happens. */
import type { Consumer } from '../../engine/consumer.ts'
import { forEachStream } from '../../engine/each-stream.ts'
import { afterReform } from '../../identity/reforming.ts'
import { eraseBeside } from '../../petition/erasing.ts'
import type { Fact, FactType } from '../../petition/petition.ts'
import { petitionRoom } from '../../petition/room.ts'
import { commandDispute } from './commanding.ts'
import type { DisputeHouse } from './house.ts'
import { keptOfPetition } from './looking.ts'

const viewer = { kind: 'system', task: 'dispute' } as const

/**
 * 分立、合并、撤销 (art. 24 (2)): disputes in which the organ has a part that is not over. Who carries it on the decision says. Asking twice
 * changes nothing.
 */
export function disputeReformReaction(house: DisputeHouse): Consumer {
  return afterReform(house, 'dispute-reform', (organ) =>
    forEachDispute(house, { organ }, (stream) =>
      commandDispute(house, { stream, type: 'PassDisputeOn', body: {}, viewer }),
    ),
  )
}

/** After which somebody must not see a dispute who might before, or what is written in it goes with the petition that it became. */
const keepingFacts: ReadonlySet<FactType> = new Set<FactType>([
  ...(['ComplainedNamed', 'OfficialIdentified', 'PetitionCorrected', 'ContentErased'] as const),
])

/** Whatever becomes known of a petition holds for the dispute that it was. Reading a fact twice changes nothing. */
export function disputePetitionReaction(house: DisputeHouse): Consumer {
  return {
    name: 'dispute-petition',
    follows: [...keepingFacts],
    async react({ stream: petition, fact: recorded }) {
      if (petitionRoom.owns?.(petition) !== true) return
      const fact = recorded as Fact
      if (!keepingFacts.has(fact.type)) return
      if (fact.type === 'ContentErased') {
        await forEachDispute(house, { petition }, (stream) => eraseDispute(house, stream))
        return
      }
      const looked = await keptOfPetition(house, petition, viewer)
      if (looked === null) return
      await forEachDispute(house, { petition }, async (stream) => {
        await commandDispute(house, { stream, type: 'KeepDispute', body: { looked }, viewer })
      })
    },
  }
}

/** What was written goes, the facts stay. It can be cut off anywhere and done again. */
export const eraseDispute = (house: DisputeHouse, stream: string): Promise<void> =>
  eraseBeside(house, stream, () => commandDispute(house, { stream, type: 'EraseDispute', body: {}, viewer }))

type Which = { readonly organ: string } | { readonly petition: string }

async function forEachDispute(
  house: DisputeHouse,
  which: Which,
  act: (stream: string) => Promise<unknown>,
): Promise<void> {
  const [value, text] =
    'organ' in which
      ? [which.organ, `select stream_id from dispute_party where organ = $1 and shelf <> 'done'`]
      : [which.petition, 'select stream_id from dispute_petition where petition = $1']
  await forEachStream(house, text, [value], act)
}
