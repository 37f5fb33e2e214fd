/** Who holds which post in organs, from when to when: accounts alone, for whoever counts them. Names are asked for apart. */
import type { Pool } from 'pg'
import type { Day } from '../kernel/day.ts'
import type { OrganId } from '../kernel/organ.ts'
import type { Post } from '../kernel/viewer.ts'
import type { AccountId } from './account.ts'
import { runs, stands } from './running.ts'

export interface Held {
  readonly account: AccountId
  readonly organ: OrganId
  readonly post: Post
  readonly from: Day
  readonly until: Day | null
  /** 挂职: the organ that sent them; null for everybody else. */
  readonly secondedFrom: OrganId | null
}

interface Asked {
  readonly organs: readonly OrganId[]
  readonly posts: readonly Post[]
}

/** Posts that run or will, of open accounts. */
export async function holdingsIn(pool: Pool, { organs, posts }: Asked, today: Day): Promise<readonly Held[]> {
  const { rows } = await pool.query<Held>({
    name: 'identity holdings',
    text: `select account.id as account, organ, post, runs_from::text as from, runs_until::text as until,
        seconded_from as "secondedFrom"
      from account_post join account using (stream_id)
      where organ = any ($1) and post = any ($2) and state = 'open' and ${stands('account_post', '$3')}
      order by organ, account.id, post`,
    values: [organs, posts, today],
  })
  return rows
}

/** How many have held a post there since which day: those with a lasting post, each once by the one that they have held longest. */
export async function sinceIn(
  pool: Pool,
  { organs, posts }: Asked,
  today: Day,
): Promise<readonly { readonly since: Day; readonly count: number }[]> {
  const { rows } = await pool.query<{ since: Day; count: number }>({
    name: 'identity since',
    text: `select since::text as since, count(*)::int as count from (
        select min(runs_from) as since from account_post join account using (stream_id)
        where organ = any ($1) and post = any ($2) and state = 'open' and seconded_from is null
          and ${runs('account_post', '$3')} and (runs_until is null or runs_until > runs_from + interval '1 year')
        group by account.id) people
      group by since order by since`,
    values: [organs, posts, today],
  })
  return rows
}
