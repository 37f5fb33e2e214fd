import { lineOf, type OrganFacts, type OrganId } from '../kernel/organ.ts'
import type { Directory } from './house.ts'
import type { Petition } from './petition.ts'
import { accusedAbove } from './routing/accused.ts'

const codeLengths = [9, 6, 4, 2, 0]

/**
 * Who approves what an organ may not decide alone: the petition bureau of the wider place, which neither has the matter nor sits
 * beside those who have it; where there is none, the organ above by administration. Null at the very top.
 */
export const organAbove = (petition: Petition, below: OrganId, directory: Directory): OrganId | null =>
  aboveWhich(below, directory, ({ id }) => accusedAbove(petition, id, directory) === null)

/** The same of whatever it is: the nearest organ above that may hear of it. */
export function aboveWhich(
  below: OrganId,
  directory: Directory,
  mayHear: (organ: OrganFacts) => boolean,
): OrganId | null {
  const organ = directory.find(below)
  if (!organ) return null
  const wider = codeLengths.filter((length) => length < organ.region.length)
  const bureaus = wider.map((length) => directory.bureauOf(organ.region.slice(0, length)))
  const above = [...bureaus, ...lineOf(directory, organ.id).slice(1)]
  const hears = above.find(
    (each) => each !== undefined && each.state === 'active' && each.id !== organ.id && mayHear(each),
  )
  return hears?.id ?? null
}
