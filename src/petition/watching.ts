import { lineOf, type OrganId } from '../kernel/organ.ts'
import type { Directory } from './house.ts'
import type { Petition, World } from './petition.ts'
import { refusalOfAccused } from './routing/accused.ts'
import { refusalOfLed } from './safeguards/recusal.ts'

const codeLengths = [9, 6, 4, 2, 0]

/**
 * Who hears of obstruction, retaliation or a leak: the petition bureau of the wider place, which neither has the matter nor
 * sits beside those who have it; where there is none, the organ above by administration. Null at the very top.
 */
export function organOver(petition: Petition, directory: Directory, world: Pick<World, 'leading'>): OrganId | null {
  const holder = directory.find(petition.holder)
  if (!holder) return null
  const wider = codeLengths.filter((length) => length < holder.region.length)
  const bureaus = wider.map((length) => directory.bureauOf(holder.region.slice(0, length)))
  const above = [...bureaus, ...lineOf(directory, holder.id).slice(1)]
  const hears = above.find(
    (organ) =>
      organ?.state === 'active' &&
      organ.id !== holder.id &&
      refusalOfAccused(petition, organ.id, { organs: directory }) === null &&
      refusalOfLed(petition, organ.id, world) === null,
  )
  return hears?.id ?? null
}
