import type { Pools } from './house.ts'

/** Forgets which requests had an effect before the instant; a repeat of one would then be a new request. Returns how many. */
export async function forgetRequests({ work }: Pick<Pools, 'work'>, before: Date): Promise<number> {
  const { rowCount } = await work.query('delete from idempotency where recorded_at < $1', [before])
  return rowCount ?? 0
}
