/** What referrals do when another room's fact happens. */
import type { Consumer } from '../../engine/consumer.ts'
import { forEachStream } from '../../engine/each-stream.ts'
import { afterReform } from '../../identity/reforming.ts'
import { eraseBeside } from '../../petition/erasing.ts'
import type { Fact, FactType } from '../../petition/petition.ts'
import { petitionRoom } from '../../petition/room.ts'
import { commandReferral } from './commanding.ts'
import type { ReferralHouse } from './house.ts'
import { keepingOf, petitionFor, theHouse } from './looking.ts'

/** 分立、合并、撤销 (art. 24 (2)). Asking twice changes nothing. */
export function referralReformReaction(house: ReferralHouse): Consumer {
  return afterReform(house, 'referral-reform', (organ) =>
    forEachReferral(house, { organ }, (stream) =>
      commandReferral(house, { stream, type: 'PassReferralOn', body: {}, viewer: theHouse }),
    ),
  )
}

/** After which somebody must not see a referral who might before, or what is written in it goes with its petition. */
const keepingFacts: readonly FactType[] = [
  'ComplainedNamed',
  'OfficialIdentified',
  'PetitionCorrected',
  'StaffRecused',
  'RecusalDecided',
  'ContentErased',
]

/** Whatever becomes known of the petition holds for its referrals. Reading a fact twice changes nothing. */
export function referralKeepingReaction(house: ReferralHouse): Consumer {
  return {
    name: 'referral-keeping',
    follows: keepingFacts,
    async react({ stream: petition, fact: recorded }) {
      const fact = recorded as Fact
      if (petitionRoom.owns?.(petition) !== true || !keepingFacts.includes(fact.type)) return
      if (fact.type === 'ContentErased') return forEachReferral(house, { petition }, (stream) => erase(house, stream))
      const known = await petitionFor(house, petition, theHouse)
      if (known === null) return
      const keeping = await keepingOf(house, known)
      await forEachReferral(house, { petition }, async (stream) => {
        await commandReferral(house, { stream, type: 'KeepReferral', body: { ...keeping }, viewer: theHouse })
      })
    },
  }
}

const erase = (house: ReferralHouse, stream: string): Promise<void> =>
  eraseBeside(house, stream, () =>
    commandReferral(house, { stream, type: 'EraseReferral', body: {}, viewer: theHouse }),
  )

type Which = { readonly organ: string } | { readonly petition: string }

async function forEachReferral(
  house: ReferralHouse,
  which: Which,
  act: (stream: string) => Promise<unknown>,
): Promise<void> {
  const [value, text] =
    'organ' in which
      ? [which.organ, `select stream_id from referral where (guide = $1 or to_organ = $1) and stage <> 'closed'`]
      : [which.petition, 'select stream_id from referral where petition = $1']
  await forEachStream(house, text, [value], act)
}
