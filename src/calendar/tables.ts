/** The read model of calendars: one row a notice, from which every process makes its calendars. */
import type { Pool } from 'pg'
import type { RowSet } from '../engine/room.ts'
import type { CalendarState, KeptNotice } from './calendar.ts'

export const calendarTables = { holiday_notice: { key: ['edition'] } } as const

export const calendarRows = (state: CalendarState): RowSet =>
  state === null
    ? {}
    : {
        holiday_notice: state.map(({ on, loadedBy, documentNumber, ...notice }) => ({
          ...notice,
          document_number: documentNumber,
          loaded_on: on,
          loaded_by: loadedBy,
        })),
      }

/** All notices that were ever loaded, each region's in their order. */
export async function readNotices(pool: Pool): Promise<readonly KeptNotice[]> {
  const { rows } = await pool.query<KeptNotice>({
    name: 'calendar notices',
    text: `select region, year, edition, title, document_number as "documentNumber", sources, rest::text[] as rest, work::text[] as work,
        reason, loaded_on::text as on, loaded_by as "loadedBy"
      from holiday_notice order by stream_id, edition`,
  })
  return rows
}

/** Differs after every notice. */
export async function markOfNotices(pool: Pool): Promise<string> {
  const { rows } = await pool.query<{ mark: string }>({
    name: 'calendar mark',
    text: 'select count(*)::text as mark from holiday_notice',
  })
  return rows[0]?.mark ?? ''
}
