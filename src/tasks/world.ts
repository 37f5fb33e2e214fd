import type { OrganId } from '../kernel/organ.ts'
import type { RegionCode } from '../law/codes/regions.ts'
import { packName } from '../law/laws.ts'
import type { TaskHouse } from './house.ts'
import type { TaskWorld } from './task.ts'

export type Place = Pick<TaskHouse, 'directory' | 'calendars' | 'today' | 'laws'>

/** What the rules look at. No pack gives days for a task, so its name alone is kept with the clock. */
export function worldFor(
  { laws, directory, calendars, today }: Place,
  { giver, closerIsThere }: { readonly giver: OrganId; readonly closerIsThere: boolean },
): TaskWorld {
  const region = (directory.find(giver)?.region ?? '00') as RegionCode
  return { pack: packName(laws.inForce(region, today())), calendars, organs: directory, closerIsThere }
}
