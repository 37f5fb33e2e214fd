import type { Room } from '../engine/room.ts'
import { evolve } from './evolve.ts'
import type { ReportFact, ReportState } from './protection.ts'
import { reportRows, reportTables } from './tables.ts'

/** How the engine keeps reports: a stream's id is random, so that it says nothing of the petition. */
export const reportRoom: Room<ReportState, ReportFact> = {
  name: 'report',
  initial: null,
  evolve,
  rows: reportRows,
  tables: reportTables,
}
