import type { OrganId } from '../../kernel/organ.ts'
import type { RegionCode } from '../../law/codes/regions.ts'
import { packName } from '../../law/laws.ts'
import type { EnrolmentWorld } from './enrolment.ts'
import type { TrainingHouse } from './house.ts'

export type Place = Pick<TrainingHouse, 'directory' | 'calendars' | 'today' | 'laws'>

/** What the rules look at: the law where the course is held, as it is today. A certificate that was issued keeps its day. */
export function worldFor({ laws, directory, calendars, today }: Place, holder: OrganId): EnrolmentWorld {
  const region = (directory.find(holder)?.region ?? '00') as RegionCode
  const law = laws.inForce(region, today())
  return { pack: packName(law), trainings: law.trainings, times: law.trainingTimes, calendars, organs: directory }
}
