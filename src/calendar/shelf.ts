import type { Pool } from 'pg'
import type { Calendars } from '../kernel/calendars.ts'
import { calendarsFrom } from '../law/calendars/shelf.ts'
import type { KeptNotice } from './calendar.ts'
import { markOfNotices, readNotices } from './tables.ts'

/**
 * The calendars as this process knows them. What other processes load is seen within `everyMs`; whoever counts again because of a notice
 * calls `refresh` first.
 */
export interface CalendarShelf extends Calendars {
  notices(): readonly KeptNotice[]
  /** Reads anew whatever was loaded until now. Throws when the database is away. */
  refresh(): Promise<void>
  close(): void
}

export interface ShelfOptions {
  readonly everyMs?: number
  /** Hears why a look failed; the shelf then keeps what it had and looks again. */
  readonly report?: (fault: unknown) => void
}

export async function openCalendars(pool: Pool, { everyMs = 2000, report }: ShelfOptions = {}): Promise<CalendarShelf> {
  let mark = await markOfNotices(pool)
  let notices = await readNotices(pool)
  let calendars = calendarsFrom(notices)
  const look = async (): Promise<void> => {
    const now = await markOfNotices(pool)
    if (now === mark) return
    notices = await readNotices(pool)
    calendars = calendarsFrom(notices)
    mark = now
  }
  // one look after the other: an older answer that arrives late must not replace a newer one
  let last: Promise<void> = Promise.resolve()
  const refresh = (): Promise<void> => {
    last = last.then(look, look)
    return last
  }
  const timer = setInterval(() => refresh().catch((fault) => report?.(fault)), everyMs)
  timer.unref()
  return {
    in: (region, binds) => calendars.in(region, binds),
    named: (version, binds) => calendars.named(version, binds),
    notices: () => notices,
    refresh,
    close: () => clearInterval(timer),
  }
}
