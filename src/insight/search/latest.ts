/** A reader that looks at how things stand need look once: at the last of the facts that it follows. A house that reads many years is quick so. */
import type { ClientBase } from 'pg'
import type { Recorded } from '../../engine/envelope.ts'

export async function isLatest(
  client: ClientBase,
  { stream, version }: Pick<Recorded, 'stream' | 'version'>,
  followed: readonly string[],
): Promise<boolean> {
  const { rows } = await client.query({
    name: 'insight later fact',
    text: 'select from event where stream_id = $1 and version > $2 and type = any ($3::text[]) limit 1',
    values: [stream, version, followed],
  })
  return rows.length === 0
}
