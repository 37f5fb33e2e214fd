/** A file with one or more notices, from the command line or the desk: all of it is looked at before any of it is taken in. */
import type { EngineRefusal } from '../engine/room.ts'
import { err, ok, type Result } from '../kernel/result.ts'
import type { Viewer } from '../kernel/viewer.ts'
import type { CalendarRefusal, HolidayNotice, KeptNotice, NoticeReason } from './calendar.ts'
import type { CalendarHouse } from './house.ts'
import { loadNotice, refusalToLoad } from './loading.ts'
import { parseNotices } from './notice-file.ts'

export interface NoticeFile {
  readonly text: string
  /** The area that it is for, where the file does not say. */
  readonly region: string | undefined
  readonly reason: NoticeReason | null
  readonly viewer: Extract<Viewer, { kind: 'staff' | 'system' }>
}

export interface Looked {
  /** What would be loaded. */
  readonly fresh: readonly HolidayNotice[]
  /** Loaded already, word for word. */
  readonly known: readonly HolidayNotice[]
}

/** What a file would do. Refused as a whole where anything in it cannot be loaded, or where all of it is known. */
export async function lookAt(
  house: CalendarHouse,
  { text, region, reason, viewer }: NoticeFile,
): Promise<Result<Looked, CalendarRefusal>> {
  const parsed = parseNotices(text, region)
  if (!parsed.ok) return err({ kind: 'holiday-notice-flawed', flaws: parsed.error })
  const [fresh, known]: [HolidayNotice[], HolidayNotice[]] = [[], []]
  let unchanged: CalendarRefusal | null = null
  for (const notice of parsed.value) {
    const refusal = await refusalToLoad(house, { notice, reason, viewer })
    if (refusal === null) fresh.push(notice)
    else if (refusal.kind !== 'holiday-notice-unchanged') return err(refusal)
    else {
      known.push(notice)
      unchanged = refusal
    }
  }
  return fresh.length === 0 && unchanged ? err(unchanged) : ok({ fresh, known })
}

export async function takeIn(
  house: CalendarHouse,
  file: NoticeFile,
): Promise<Result<readonly KeptNotice[], CalendarRefusal | EngineRefusal>> {
  await house.shelf.refresh()
  const looked = await lookAt(house, file)
  if (!looked.ok) return looked
  const loaded: KeptNotice[] = []
  for (const notice of looked.value.fresh) {
    const done = await loadNotice(house, { notice, reason: file.reason, viewer: file.viewer })
    if (!done.ok) return done
    loaded.push(done.value)
  }
  return ok(loaded)
}
