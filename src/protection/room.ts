import type { Room } from '../engine/room.ts'
import { evolve } from './evolve.ts'
import type { ReportFact, ReportState } from './protection.ts'
import { reportRows, reportTables } from './tables.ts'

/** How the engine keeps reports: a stream's id says nothing of the petition, except to the house's own key. */
export const reportRoom: Room<ReportState, ReportFact> = {
  name: 'report',
  initial: null,
  evolve,
  rows: reportRows,
  tables: reportTables,
}
