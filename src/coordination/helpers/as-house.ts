/** What the house does in an engagement by itself. */
import { eraseBeside } from '../../petition/erasing.ts'
import type { PetitionHouse } from '../../petition/house.ts'
import { commandEngagement } from './commanding.ts'
import type { EngagementCommandType } from './engagement.ts'
import { readEngagement } from './queries.ts'
import { engagementStream } from './room.ts'

/** Whether it was done. */
export async function commandAsHouse(
  house: PetitionHouse,
  engagement: string,
  type: EngagementCommandType,
  body: object,
): Promise<boolean> {
  const read = await readEngagement(house, engagement, null)
  if (!read) return false
  const viewer = { kind: 'system', task: 'helping' } as const
  const actor = { kind: 'house', task: 'helping' } as const
  const sealedOn = read.state.invitedOn
  return (await commandEngagement(house, { engagement, type, body, viewer, actor, sealedOn })).ok
}

export const eraseEngagement = (house: PetitionHouse, engagement: string): Promise<void> =>
  eraseBeside(house, engagementStream(engagement), () => commandAsHouse(house, engagement, 'EraseEngagement', {}))

export const endAsHouse = (house: PetitionHouse, engagement: string): Promise<boolean> =>
  commandAsHouse(house, engagement, 'EndEngagement', { reason: null })
