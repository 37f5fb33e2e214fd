/** What warnings do when another room's fact happens, beside counting. */
import type { Consumer } from '../../engine/consumer.ts'
import type { OrganFact } from '../../identity/organ.ts'
import { commandWarning } from './commanding.ts'
import type { WarningHouse } from './house.ts'

const organPrefix = 'organ:'
const pageSize = 200
const reforms: readonly OrganFact['type'][] = ['OrganMerged', 'OrganSplit', 'OrganAbolished']
const viewer = { kind: 'system', task: 'warnings' } as const

/** 分立、合并、撤销 (art. 24 (2)): warnings that are not answered go on with whoever carries the organ on. Asking twice changes nothing. */
export function warningReformReaction(house: WarningHouse): Consumer {
  return {
    name: 'warning-reform',
    follows: reforms,
    async react({ stream, fact }) {
      if (!stream.startsWith(organPrefix) || !reforms.includes((fact as OrganFact).type)) return
      // The fact may be older than what this process knows of the organs by a second or two.
      await house.directory.refresh()
      const organ = stream.slice(organPrefix.length)
      for (let after = ''; ; ) {
        const { rows } = await house.work.query<{ stream_id: string }>(
          `select stream_id from warning_party where organ = $1 and shelf <> 'done' and stream_id > $2 order by stream_id limit $3`,
          [organ, after, pageSize],
        )
        for (const row of rows)
          await commandWarning(house, { stream: row.stream_id, type: 'PassWarningOn', body: {}, viewer })
        const last = rows.at(-1)
        if (!last || rows.length < pageSize) return
        after = last.stream_id
      }
    },
  }
}
