/** Kinds of reward as the pack has them where the petition is. */
import type { OrganId } from '../../kernel/organ.ts'
import type { RegionCode } from '../../law/codes/regions.ts'
import type { Rewards } from '../../law/rewards.ts'
import { law as national } from '../../petition/world.ts'
import type { Bilingual } from '../../wording/bilingual.ts'
import type { SuggestionHouse } from './house.ts'

export const rewardsAt = ({ laws, directory, today }: SuggestionHouse, organ: OrganId): Rewards =>
  laws.inForce((directory.find(organ)?.region ?? '00') as RegionCode, today()).rewards

/** A reward stays what it was called, also where the pack has the kind no longer. */
export function rewardInWords(kind: string, rewards: Rewards): Bilingual {
  const { zh, en } = rewards[kind] ?? national.rewards[kind] ?? { zh: kind, en: kind }
  return { zh, en }
}
