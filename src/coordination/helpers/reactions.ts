/** What engagements do when something becomes known of their petition: the same people are kept out, and what was written goes with it. */
import type { Consumer } from '../../engine/consumer.ts'
import { isKeptOut } from '../../kernel/keeping-out.ts'
import type { PetitionNumber } from '../../kernel/petition-number.ts'
import { eraseBeside } from '../../petition/erasing.ts'
import type { PetitionHouse } from '../../petition/house.ts'
import { partsOf } from '../../petition/parts.ts'
import type { Fact, FactType } from '../../petition/petition.ts'
import { readPetition } from '../../petition/reading.ts'
import { petitionRoom } from '../../petition/room.ts'
import { commandEngagement } from './commanding.ts'
import type { EngagementCommandType } from './engagement.ts'
import { isOfConcerned } from './engaging.ts'
import { isNamed, keepingOf } from './inviting.ts'
import { endAsHouse } from './jobs.ts'
import { readEngagement, readHelper } from './queries.ts'
import { engagementStream, idOf } from './room.ts'

const viewer = { kind: 'system', task: 'helping' } as const
const keeping: ReadonlySet<FactType> = new Set<FactType>(['ComplainedNamed', 'OfficialIdentified', 'PetitionCorrected'])

/** Reading a fact twice changes nothing. */
export function engagementReaction(house: PetitionHouse): Consumer {
  return {
    name: 'helper-engagements',
    follows: [...keeping, 'ContentErased' satisfies FactType],
    async react({ stream, fact: recorded }) {
      if (petitionRoom.owns?.(stream) !== true) return
      const { type } = recorded as Fact
      if (type === 'ContentErased') for (const each of await of(house, stream)) await erase(house, each)
      if (keeping.has(type)) for (const each of await of(house, stream)) await keep(house, stream, each)
    },
  }
}

async function of({ work }: PetitionHouse, petition: string): Promise<readonly string[]> {
  const { rows } = await work.query<{ stream_id: string }>(
    'select stream_id from engagement where petition = $1 order by stream_id',
    [petition],
  )
  return rows.map(({ stream_id }) => idOf(stream_id))
}

async function command(house: PetitionHouse, engagement: string, type: EngagementCommandType, body: object) {
  const read = await readEngagement(house, engagement, null)
  if (!read) return
  const actor = { kind: 'house', task: 'helping' } as const
  await commandEngagement(house, { engagement, type, body, viewer, actor, sealedOn: read.state.invitedOn })
}

const erase = (house: PetitionHouse, engagement: string): Promise<void> =>
  eraseBeside(house, engagementStream(engagement), () => command(house, engagement, 'EraseEngagement', {}))

/**
 * A matter that became an accusation is shown to nobody from outside any more, nor anything to a helper whom it complains of or who belongs to
 * whom it does. Where the organ that invited must not know of it, nobody is left to whom a helper would answer.
 */
async function keep(house: PetitionHouse, petition: string, engagement: string): Promise<void> {
  const read = await readPetition(house, petition as PetitionNumber, viewer)
  if (!read) return
  const kept = await keepingOf(house, read)
  await command(house, engagement, 'KeepEngagement', kept)
  const known = await readEngagement(house, engagement, null)
  const helper = known && (await readHelper(house, known.state.helper, null))
  if (!helper) return
  const { about } = partsOf(read.petition)
  const isConcerned = isNamed(read, helper) || isOfConcerned({ ...kept, about }, helper.state.organ, house.directory)
  const isInviterOut = isKeptOut(kept.keptFrom, known.state.inviter, house.directory)
  if (isConcerned || isInviterOut || read.petition.class === 'accusation') await endAsHouse(house, engagement)
}
