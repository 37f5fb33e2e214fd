/** Takes a holiday notice in: one fact in the stream of its region. What it moves is counted again afterwards (recounting.ts). */
import { execute } from '../engine/execute.ts'
import type { EngineRefusal, Idempotency } from '../engine/room.ts'
import { actorOf } from '../identity/actor.ts'
import { recorderOf } from '../identity/recorder.ts'
import { runs } from '../identity/running.ts'
import { poolsFor } from '../identity/scope.ts'
import type { OrganId } from '../kernel/organ.ts'
import { err, ok, type Result } from '../kernel/result.ts'
import type { Viewer } from '../kernel/viewer.ts'
import {
  type CalendarFact,
  type CalendarRefusal,
  type CalendarState,
  type CalendarWorld,
  calendarPost,
  calendarStream,
  type HolidayNotice,
  type KeptNotice,
  type NoticeReason,
} from './calendar.ts'
import { decide, keepersAmong } from './decide.ts'
import type { CalendarHouse } from './house.ts'
import { calendarRoom } from './room.ts'

type By = Extract<Viewer, { kind: 'staff' | 'system' }>

export interface LoadingNotice {
  readonly notice: HolidayNotice
  /** Why it takes the place of another; null for the first of its year. */
  readonly reason: NoticeReason | null
  readonly viewer: By
  readonly idempotency?: Idempotency
}

export async function loadNotice(
  house: CalendarHouse,
  { notice, reason, viewer, idempotency }: LoadingNotice,
): Promise<Result<KeptNotice, CalendarRefusal | EngineRefusal>> {
  const world = await calendarWorld(house)
  const command = { type: 'LoadHolidayNotice', on: house.today(), actor: actorOf(viewer), notice, reason } as const
  const executed = await execute<CalendarState, CalendarFact, CalendarRefusal>(poolsFor(house, viewer), {
    room: calendarRoom,
    stream: calendarStream(notice.region),
    expectedVersion: 'any',
    by: recorderOf(viewer),
    recordedAt: house.now(),
    decide: (state) => decide(state, command, world),
    ...(idempotency ? { idempotency } : {}),
  })
  if (!executed.ok) return err(executed.error)
  await house.shelf.refresh()
  return ok(executed.value.state?.[executed.value.version - 1] as KeptNotice)
}

/** What would be refused of a notice now; null where it could be loaded. */
export async function refusalToLoad(
  house: CalendarHouse,
  { notice, reason, viewer }: Pick<LoadingNotice, 'notice' | 'reason' | 'viewer'>,
): Promise<CalendarRefusal | null> {
  const held = house.shelf.notices().filter(({ region }) => region === notice.region)
  const state = held.length === 0 ? null : held
  const command = { type: 'LoadHolidayNotice', on: house.today(), actor: actorOf(viewer), notice, reason } as const
  const decision = decide(state, command, await calendarWorld(house))
  return decision.ok ? null : decision.error
}

export async function calendarWorld({ app, directory, today }: CalendarHouse): Promise<CalendarWorld> {
  const { rows } = await app.query<{ organ: OrganId }>({
    name: 'calendar keeping organs',
    text: `select distinct organ from account_post join account using (stream_id)
      where post = $1 and account.state = 'open' and ${runs('account_post', '$2')}`,
    values: [calendarPost, today()],
  })
  return {
    keepers: keepersAmong(directory.all(), new Set(rows.map(({ organ }) => organ))),
    regionOf: (organ) => directory.find(organ)?.region ?? null,
  }
}
