import type { Pool } from 'pg'
import type { Remembered, WitnessFault } from './asking.ts'

interface WitnessRow {
  readonly vkey: string
  readonly seenSize: number
  readonly seenAt: Date | null
  readonly fault: (Omit<WitnessFault, 'since'> & { readonly since: string }) | null
}

/** What the house keeps of every witness that it has ever asked. */
export async function rememberedWitnesses(pool: Pool): Promise<readonly Remembered[]> {
  const { rows } = await pool.query<WitnessRow>({
    name: 'register witnesses',
    text: 'select vkey, seen_size as "seenSize", seen_at as "seenAt", fault from log_witness',
  })
  return rows.map(({ fault, ...rest }) => ({
    ...rest,
    fault: fault && { ...fault, since: new Date(fault.since) },
  }))
}

export async function rememberWitness(work: Pool, { vkey, seenSize, seenAt, fault }: Remembered): Promise<void> {
  await work.query({
    name: 'register remember witness',
    text: `insert into log_witness (vkey, seen_size, seen_at, fault) values ($1, $2, $3, $4)
      on conflict (vkey) do update set seen_size = excluded.seen_size, seen_at = excluded.seen_at, fault = excluded.fault`,
    values: [vkey, seenSize, seenAt, fault === null ? null : JSON.stringify(fault)],
  })
}
