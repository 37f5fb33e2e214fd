/** Doing something to every stream that a statement names, however many there are. */
import type { Pools } from './house.ts'

const pageSize = 200

/**
 * `text` selects `stream_id` and ends in a condition; pages of it are asked for one after the other, each after the last stream of the one
 * before. What is done to a stream may take it out of what the statement names.
 */
export async function forEachStream(
  { work }: Pick<Pools, 'work'>,
  text: string,
  values: readonly unknown[],
  act: (stream: string) => Promise<unknown>,
): Promise<void> {
  const after = values.length + 1
  const paged = `${text} and stream_id > $${after} order by stream_id limit $${after + 1}`
  for (let last = ''; ; ) {
    const { rows } = await work.query<{ stream_id: string }>(paged, [...values, last, pageSize])
    for (const { stream_id: stream } of rows) await act(stream)
    if (rows.length < pageSize) return
    last = (rows.at(-1) as { stream_id: string }).stream_id
  }
}
