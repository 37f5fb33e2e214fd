/** What is measured of a matter under supervision: whether each organ reported on each order by the day that it gave. */
import type { MeasureName } from '../law/assessment.ts'
import { supervisionRoom } from '../supervision/room.ts'
import type { MatterState, SupervisionFact, SupervisionFactType } from '../supervision/supervision.ts'
import { dutyOutcome } from './duty.ts'
import type { Line } from './line.ts'

const rule = 'reportOnOrder'
const measure: MeasureName = 'orderReport'

/** Whether a fact can change any line. */
export const mattersOfOrders = (fact: SupervisionFact): boolean =>
  fact.type === 'SupervisionKept' ||
  (fact.clocks ?? []).some((change) =>
    (change.change === 'started' ? change.clock.id : change.id).startsWith(`${rule}#`),
  )

/** An order that is kept from somebody is in no figure, where they would find that it is there. A report that was returned as insufficient starts a limit of its own, and the one before stays as it was. */
export function orderLines(facts: readonly SupervisionFact[]): readonly Line[] {
  let matter: MatterState = supervisionRoom.initial
  const stoppedBy = new Map<string, SupervisionFactType>()
  for (const fact of facts) {
    matter = supervisionRoom.evolve(matter, fact)
    for (const change of fact.clocks ?? []) if (change.change === 'stopped') stoppedBy.set(change.id, fact.type)
  }
  if (matter === null || matter.keptFrom.length + matter.officials.length > 0) return []
  return matter.clocks.flatMap((clock): readonly Line[] => {
    if (clock.rule !== rule || !('organ' in clock.bearer)) return []
    const outcome = dutyOutcome(clock, stoppedBy.get(clock.id) === 'OrderReported')
    return [{ measure, item: clock.id, organ: clock.bearer.organ, day: clock.lastDay, outcome }]
  })
}
