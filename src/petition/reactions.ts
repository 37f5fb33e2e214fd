/** What the petition room does when another room's fact happens. */
import type { Consumer } from '../engine/consumer.ts'
import type { Recorded } from '../engine/envelope.ts'
import type { OrganFact } from '../identity/organ.ts'
import type { OrganId } from '../kernel/organ.ts'
import type { PetitionNumber } from '../kernel/petition-number.ts'
import { commandPetition } from './commanding.ts'
import type { PetitionHouse } from './house.ts'

const organPrefix = 'organ:'
const pageSize = 200

/**
 * 分立、合并、撤销 (art. 24 (2)): open duties go to whoever carries the powers on. Where an organ was split it is for people to
 * say which part takes which matter (`pass-duties-on`), so only a clear heir is served here. Asking twice changes nothing.
 */
export function successionReaction(house: PetitionHouse): Consumer {
  return {
    name: 'petition-succession',
    async react(recorded) {
      const heir = heirOf(recorded, house)
      if (heir) await passAllOn(house, heir.from, heir.to)
    },
  }
}

function heirOf({ stream, fact }: Recorded, house: PetitionHouse): { from: OrganId; to: OrganId } | null {
  if (!stream.startsWith(organPrefix)) return null
  const from = stream.slice(organPrefix.length) as OrganId
  const ended = fact as OrganFact
  if (ended.type === 'OrganMerged') return { from, to: ended.into }
  if (ended.type !== 'OrganAbolished') return null
  const to = ended.successor ?? house.directory.find(from)?.parent
  return to ? { from, to } : null
}

async function passAllOn(house: PetitionHouse, from: OrganId, to: OrganId): Promise<void> {
  for (let after = ''; ; ) {
    const { rows } = await house.work.query<{ stream_id: PetitionNumber }>(
      'select stream_id from petition_organ where organ = $1 and stream_id > $2 order by stream_id limit $3',
      [from, after, pageSize],
    )
    for (const { stream_id: number } of rows) {
      const viewer = { kind: 'system', task: 'succession' } as const
      await commandPetition(house, { number, type: 'PassDutiesOn', body: { from, to }, viewer })
    }
    const last = rows.at(-1)
    if (!last || rows.length < pageSize) return
    after = last.stream_id
  }
}
