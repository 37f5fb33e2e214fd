/** What warnings do when another room's fact happens, beside counting. */
import type { Consumer } from '../../engine/consumer.ts'
import { forEachStream } from '../../engine/each-stream.ts'
import { afterReform } from '../../identity/reforming.ts'
import { commandWarning } from './commanding.ts'
import type { WarningHouse } from './house.ts'

const viewer = { kind: 'system', task: 'warnings' } as const

/** 分立、合并、撤销 (art. 24 (2)): warnings that are not answered go on with whoever carries the organ on. Asking twice changes nothing. */
export function warningReformReaction(house: WarningHouse): Consumer {
  const open = `select stream_id from warning_party where organ = $1 and shelf <> 'done'`
  return afterReform(house, 'warning-reform', (organ) =>
    forEachStream(house, open, [organ], (stream) =>
      commandWarning(house, { stream, type: 'PassWarningOn', body: {}, viewer }),
    ),
  )
}
