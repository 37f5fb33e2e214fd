/** What the protection room does when another room's fact happens. */
import type { Consumer } from '../engine/consumer.ts'
import type { OrganFact } from '../identity/organ.ts'
import { commandReport } from './commanding.ts'
import type { ProtectionHouse } from './house.ts'

const organPrefix = 'organ:'
const pageSize = 200
const reforms: readonly OrganFact['type'][] = ['OrganMerged', 'OrganSplit', 'OrganAbolished', 'OrganMoved']

/**
 * 分立、合并、撤销 (art. 24 (2)): reports are few and so are reforms, so each open report is looked at again. Whether its hearer can
 * still hear it, and who hears it otherwise, the decision says. Asking twice changes nothing.
 */
export function reformReaction(house: ProtectionHouse): Consumer {
  return {
    name: 'protection-reform',
    follows: reforms,
    async react({ stream, fact }) {
      if (!stream.startsWith(organPrefix) || !reforms.includes((fact as OrganFact).type)) return
      // The fact may be older than what this process knows of the organs by a second or two.
      await house.directory.refresh()
      await lookAgain(house)
    },
  }
}

async function lookAgain(house: ProtectionHouse): Promise<void> {
  const viewer = { kind: 'system', task: 'succession' } as const
  for (let after = ''; ; ) {
    const { rows } = await house.work.query<{ stream_id: string }>(
      `select stream_id from report where stage in ('reported', 'received') and stream_id > $1 order by stream_id limit $2`,
      [after, pageSize],
    )
    for (const { stream_id: stream } of rows)
      await commandReport(house, { stream, type: 'PassDutyOn', body: {}, viewer })
    const last = rows.at(-1)
    if (!last || rows.length < pageSize) return
    after = last.stream_id
  }
}
