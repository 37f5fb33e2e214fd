/** What the protection room does when another room's fact happens. */
import type { Consumer } from '../engine/consumer.ts'
import { forEachStream } from '../engine/each-stream.ts'
import { afterReform, endsAndMoves } from '../identity/reforming.ts'
import { commandReport } from './commanding.ts'
import type { ProtectionHouse } from './house.ts'

/**
 * 分立、合并、撤销 (art. 24 (2)): reports are few and so are reforms, so each open report is looked at again. Whether its hearer can
 * still hear it, and who hears it otherwise, the decision says. Asking twice changes nothing.
 */
export function reformReaction(house: ProtectionHouse): Consumer {
  return afterReform(house, 'protection-reform', () => lookAgain(house), endsAndMoves)
}

const lookAgain = (house: ProtectionHouse) =>
  forEachStream(house, `select stream_id from report where stage in ('reported', 'received')`, [], (stream) =>
    commandReport(house, { stream, type: 'PassDutyOn', body: {}, viewer: { kind: 'system', task: 'succession' } }),
  )
