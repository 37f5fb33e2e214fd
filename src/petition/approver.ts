import { lineOf, type OrganId } from '../kernel/organ.ts'
import type { Directory } from './house.ts'
import type { Petition } from './petition.ts'
import { accusedAbove } from './routing/accused.ts'

const codeLengths = [9, 6, 4, 2, 0]

/**
 * Who approves what an organ may not decide alone: the petition bureau of the wider place, which neither has the matter nor sits
 * beside those who have it; where there is none, the organ above by administration. Null at the very top.
 */
export function organAbove(petition: Petition, below: OrganId, directory: Directory): OrganId | null {
  const organ = directory.find(below)
  if (!organ) return null
  const wider = codeLengths.filter((length) => length < organ.region.length)
  const bureaus = wider.map((length) => directory.bureauOf(organ.region.slice(0, length)))
  const above = [...bureaus, ...lineOf(directory, organ.id).slice(1)]
  const hears = above.find(
    (each) => each?.state === 'active' && each.id !== organ.id && accusedAbove(petition, each.id, directory) === null,
  )
  return hears?.id ?? null
}
