/** Rows under an older key are made again, a few at a time, once the key of the index was renewed (`xinqiao keys rotate`). */
import { inTransaction } from '../../engine/transaction.ts'
import type { RepeatHouse } from '../repeats/house.ts'
import { keepPrints } from '../repeats/indexing.ts'
import { keepRow } from './indexing.ts'

const remadeAtOnce = 100

/** Whether there may be more. */
export function staleRows(house: RepeatHouse): { readonly name: string; once(): Promise<boolean> } {
  return {
    name: 'search under an older key',
    async once() {
      const { generation } = await house.wordKeys.newest()
      const { rows } = await house.work.query<{ stream: string }>({
        name: 'search stale',
        text: 'select stream_id as stream from search_row where generation < $1 order by generation, stream_id limit $2',
        values: [generation, remadeAtOnce],
      })
      for (const { stream } of rows)
        await inTransaction(house.work, async (client) => {
          await keepPrints(house, client, stream)
          await keepRow(house, client, stream)
        })
      return rows.length === remadeAtOnce
    },
  }
}
