/** Who handles in whose place today. Both must still hold a post for it, so nothing needs to be done when either leaves. */
import type { Pool } from 'pg'
import type { Day } from '../kernel/day.ts'
import type { OrganId } from '../kernel/organ.ts'
import type { Post } from '../kernel/viewer.ts'
import type { AccountId } from './account.ts'
import { handling, mayStandIn, runs, stands } from './running.ts'

/** SQL: the open accounts (`id`, `stream_id`, `runs_until`) whose handling an account has in an organ on a day. */
export const absentFor = (account: string, organ: string, day: string): string => `
  select giver.id, giver.stream_id, given.runs_until
  from account_delegation given join account giver on giver.stream_id = given.stream_id and giver.state = 'open'
  where given.delegate = ${account} and given.organ = ${organ} and ${runs('given', day)}
    and exists (select from account_post held where held.stream_id = giver.stream_id and held.organ = given.organ
      and ${handling} and ${runs('held', day)})
    and exists (select from account_post held join account taker using (stream_id) where taker.id = given.delegate
      and taker.state = 'open' and held.organ = given.organ and ${mayStandIn} and ${runs('held', day)})`

/** SQL: the posts from which those handle. Not what they have from others: what was given is not passed on. */
export const postsInStead = (account: string, organ: string, day: string): string => `
  select post from account_post lent join (${absentFor(account, organ, day)}) absent using (stream_id)
  where lent.organ = ${organ} and ${handling} and ${runs('lent', day)}`

interface Place {
  readonly account: string
  readonly organ: OrganId
}

/** For whom somebody acts in an organ today beside themselves. Whatever keeps one of them away from a matter keeps them away. */
export async function actsFor(pool: Pool, { account, organ }: Place, today: Day): Promise<readonly AccountId[]> {
  const { rows } = await pool.query({
    name: 'identity acts for',
    text: `select id from (${absentFor('$1', '$2', '$3')}) absent order by id`,
    values: [account, organ, today],
  })
  return rows.map(({ id }) => id)
}

/** Somebody who is away, as whoever handles in their place sees it. */
export interface Absent {
  readonly account: AccountId
  readonly name: string
  readonly until: Day
  readonly posts: Post[]
}

export async function readAbsent(pool: Pool, { account, organ }: Place, today: Day): Promise<Absent[]> {
  const { rows } = await pool.query(
    `select absent.id as account, name, absent.runs_until as until, json_agg(post order by post) as posts
      from (${absentFor('$1', '$2', '$3')}) absent join account_person using (stream_id)
        join account_post lent using (stream_id)
      where lent.organ = $2 and ${handling} and ${runs('lent', '$3')}
      group by absent.id, name, absent.runs_until order by name, absent.id`,
    [account, organ, today],
  )
  return rows
}

/** Who handles in somebody's place, and from when to when. */
export interface Stead {
  readonly account: AccountId
  readonly name: string
  readonly from: Day
  readonly until: Day
}

/** Who in an organ is away or will be: account → who handles in their place. */
export async function awayIn(pool: Pool, organ: OrganId, today: Day): Promise<ReadonlyMap<string, Stead>> {
  const { rows } = await pool.query<Stead & { giver: string }>(
    `select giver.id as giver, delegate as account, name, runs_from as from, runs_until as until
      from account_delegation given join account giver on giver.stream_id = given.stream_id
        join account taker on taker.id = delegate join account_person on account_person.stream_id = taker.stream_id
      where organ = $1 and ${stands('given', '$2')}`,
    [organ, today],
  )
  return new Map(rows.map(({ giver, ...stead }) => [giver, stead]))
}
