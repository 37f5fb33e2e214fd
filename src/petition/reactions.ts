/** What the petition room does when another room's fact happens. */
import type { Consumer } from '../engine/consumer.ts'
import type { Recorded } from '../engine/envelope.ts'
import type { OrganFact } from '../identity/organ.ts'
import type { OrganId } from '../kernel/organ.ts'
import type { PetitionNumber } from '../kernel/petition-number.ts'
import { commandPetition } from './commanding.ts'
import type { PetitionHouse } from './house.ts'
import { barringOrgans, organsAbove } from './routing/accused.ts'

const organPrefix = 'organ:'
const pageSize = 200

/**
 * 分立、合并、撤销 (art. 24 (2)): open duties go to whoever carries the powers on. Where an organ was split it is for people to
 * say which part takes which matter (`pass-duties-on`), so only a clear heir is served here. And whoever a reform put under
 * an organ that is accused gives up the accusation to those above (art. 30 (3)). Asking twice changes nothing.
 */
export function successionReaction(house: PetitionHouse): Consumer {
  return {
    name: 'petition-succession',
    async react(recorded) {
      if (!isReform(recorded)) return
      // The fact may be older than what this process knows of the organs by a second or two.
      await house.directory.refresh()
      const heir = heirOf(recorded, house)
      if (heir) await passAllOn(house, heir.from, heir.to)
      await giveUpAccusations(house)
    },
  }
}

const reforms: readonly OrganFact['type'][] = ['OrganMerged', 'OrganSplit', 'OrganAbolished', 'OrganMoved']

const isReform = ({ stream, fact }: Recorded): boolean =>
  stream.startsWith(organPrefix) && reforms.includes((fact as OrganFact).type)

function heirOf({ stream, fact }: Recorded, house: PetitionHouse): { from: OrganId; to: OrganId } | null {
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
    for (const { stream_id: number } of rows) await passOn(house, number, from, to)
    const last = rows.at(-1)
    if (!last || rows.length < pageSize) return
    after = last.stream_id
  }
}

/** To the heir; where the heir is accused, to the nearest above who is not. Which one that is, the decision says. */
async function passOn(house: PetitionHouse, number: PetitionNumber, from: OrganId, heir?: OrganId): Promise<void> {
  const viewer = { kind: 'system', task: 'succession' } as const
  for (const to of [...(heir ? [heir] : []), ...organsAbove(house.directory, from)]) {
    const passed = await commandPetition(house, { number, type: 'PassDutiesOn', body: { from, to }, viewer })
    if (passed.ok || passed.error.kind === 'nothing-to-pass-on') return
  }
}

/** Accusations are few, and so are reforms: each accusation is looked at again with everybody who has a part in it. */
async function giveUpAccusations(house: PetitionHouse): Promise<void> {
  const barring = new Map<OrganId, readonly OrganId[]>()
  for (let after: readonly [string, string] = ['', '']; ; ) {
    const { rows } = await house.work.query<{ stream_id: PetitionNumber; organ: OrganId; accused: OrganId[] }>(
      `select o.stream_id, o.organ, array(select a.organ from petition_accused a where a.stream_id = o.stream_id) as accused
        from petition_organ o
        where exists (select from petition_accused a where a.stream_id = o.stream_id) and (o.stream_id, o.organ) > ($1, $2)
        order by o.stream_id, o.organ limit $3`,
      [...after, pageSize],
    )
    for (const { stream_id: number, organ, accused } of rows) {
      const above = barring.get(organ) ?? barringOrgans(house.directory, organ)
      barring.set(organ, above)
      if (accused.some((id) => above.includes(id))) await passOn(house, number, organ)
    }
    const last = rows.at(-1)
    if (!last || rows.length < pageSize) return
    after = [last.stream_id, last.organ]
  }
}
