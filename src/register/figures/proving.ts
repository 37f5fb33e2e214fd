/** That the digest of an extract is in the log: the fact that says it, what opens its entry, and the log's own proof, in one file. */
import type { Month } from '../../kernel/month.ts'
import { base64 } from '../../proof/bytes.ts'
import { entryOf } from '../../proof/entry.ts'
import { figuresStream } from './figures.ts'
import type { FiguresHouse } from './house.ts'

export interface FiguresProof {
  readonly xinqiao: 'figures proof 1'
  readonly opening: { readonly fact: string; readonly previous: string; readonly salt: string }
  /** C2SP tlog-proof; null until the log has taken the fact in. */
  readonly proof: string | null
}

/** Null where no such edition was published. Its fact is public, with who published it: an account's id and an organ. */
export async function proofOfFigures(
  { app, register }: Pick<FiguresHouse, 'app' | 'register'>,
  { month, edition }: { readonly month: Month; readonly edition: number },
): Promise<FiguresProof | null> {
  const { rows } = await app.query<{ fact: string; hash: Buffer; salt: Buffer; previous: Buffer | null }>({
    name: 'figures proof',
    text: `select e.fact, e.hash, e.salt, before.hash as previous from event e
      left join event before on before.stream_id = e.stream_id and before.version = e.version - 1
      where e.stream_id = $1 and e.version = $2`,
    values: [figuresStream(month), edition],
  })
  const row = rows[0]
  if (row === undefined) return null
  const opening = { fact: row.fact, previous: base64(row.previous ?? new Uint8Array(0)), salt: base64(row.salt) }
  return { xinqiao: 'figures proof 1', opening, proof: await register.proofOf(entryOf(row.salt, row.hash)) }
}
