/** Counts the open clocks of many reports again with the holiday notices as they are now, each report's in one fact. */
import { executeMany } from '../engine/execute-many.ts'
import { decide } from './decide.ts'
import type { ProtectionHouse } from './house.ts'
import type { ReportFact, ReportState } from './protection.ts'
import { reportRoom } from './room.ts'
import { reportWorldOf } from './world.ts'

/** The streams of which a day moved. */
export async function recountReports(house: ProtectionHouse, streams: readonly string[]): Promise<readonly string[]> {
  const world = reportWorldOf(house.directory, house.calendars)
  const actor = { kind: 'house', task: 'recount' } as const
  const on = house.today()
  const moved = await executeMany<ReportState, ReportFact>(house, {
    room: reportRoom,
    streams,
    by: { kind: 'system', task: actor.task },
    recordedAt: house.now(),
    decide: (state) => {
      const decision = decide(state, { type: 'RecountReport', on, actor }, world)
      return decision.ok ? decision.value : []
    },
    jobs: (facts) => house.tell(facts),
  })
  return moved.map(({ stream }) => stream)
}
