/** Which situation reports an office owes, whether they are begun, and by when (docs/adr/0044): looked up whenever somebody opens their desk. */
import type { Day } from '../../kernel/day.ts'
import type { RegionCode } from '../../law/codes/regions.ts'
import { dueOf, lastEnded } from '../../law/report-periods.ts'
import type { BulletinStage, ReportPeriod } from './bulletin.ts'
import { issuing, writesKind } from './decide.ts'
import type { BulletinHouse } from './house.ts'
import { reportsOn, type Staff } from './queries.ts'

export interface OwedReport {
  readonly period: ReportPeriod
  readonly due: Day
  readonly isOverdue: boolean
  /** What stands of it, where somebody has begun. */
  readonly stream: string | null
  readonly stage: BulletinStage | null
}

/** Of each span the last period that has ended, until its report is issued. Nothing for an office that owes none. */
export async function owedReports(house: BulletinHouse, viewer: Staff): Promise<readonly OwedReport[]> {
  const organ = house.directory.find(viewer.organ)
  if (organ?.state !== 'active' || !issuing.situationReport.by.includes(organ.kind)) return []
  if (!writesKind('situationReport', viewer.posts)) return []
  const today = house.today()
  const rules = Object.values(house.laws.inForce(organ.region as RegionCode, today).situationReports)
  const reports = rules
    .filter(({ level }) => level === organ.level)
    .map(async (owed): Promise<OwedReport> => {
      const period = lastEnded(owed.every, today)
      const due = dueOf(period, owed)
      const { standing } = await reportsOn(house, viewer, period)
      return { period, due, isOverdue: due < today, stream: standing?.stream ?? null, stage: standing?.stage ?? null }
    })
  return (await Promise.all(reports)).filter(({ stage }) => stage !== 'issued')
}
