/** What proposals do when another room's fact happens. */
import type { Consumer } from '../../engine/consumer.ts'
import type { OrganFact } from '../../identity/organ.ts'
import { commandProposal } from './commanding.ts'
import type { ProposalHouse } from './house.ts'

const organPrefix = 'organ:'
const pageSize = 200
const reforms: readonly OrganFact['type'][] = ['OrganMerged', 'OrganSplit', 'OrganAbolished']

/**
 * 分立、合并、撤销 (art. 24 (2)): proposals in which the organ has a part that is not over. Who carries it on the decision says. Asking twice changes
 * nothing.
 */
export function proposalReformReaction(house: ProposalHouse): Consumer {
  return {
    name: 'proposal-reform',
    async react({ stream, fact }) {
      if (!stream.startsWith(organPrefix) || !reforms.includes((fact as OrganFact).type)) return
      // The fact may be older than what this process knows of the organs by a second or two.
      await house.directory.refresh()
      await passOn(house, stream.slice(organPrefix.length))
    },
  }
}

async function passOn(house: ProposalHouse, organ: string): Promise<void> {
  const viewer = { kind: 'system', task: 'succession' } as const
  for (let after = ''; ; ) {
    const { rows } = await house.work.query<{ stream_id: string }>(
      `select stream_id from proposal_party where organ = $1 and shelf <> 'done' and stream_id > $2 order by stream_id limit $3`,
      [organ, after, pageSize],
    )
    for (const { stream_id: stream } of rows)
      await commandProposal(house, { stream, type: 'PassProposalOn', body: {}, viewer })
    const last = rows.at(-1)
    if (!last || rows.length < pageSize) return
    after = last.stream_id
  }
}
