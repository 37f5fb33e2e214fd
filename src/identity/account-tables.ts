import type { Pool } from 'pg'
import type { Room } from '../engine/room.ts'
import type { Brand } from '../kernel/brand.ts'
import type { Day } from '../kernel/day.ts'
import type { OrganId } from '../kernel/organ.ts'

import type { Post } from '../kernel/viewer.ts'
import type { AccountFact, AccountId, AccountState, HeldPost } from './account.ts'
import { evolveAccount } from './account-evolve.ts'

export const accountStream = (id: string): string => `account:${id}`

export const accountRoom: Room<AccountState, AccountFact> = {
  name: 'account',
  initial: null,
  evolve: evolveAccount,
  tables: { account: { key: [] }, account_post: { key: ['organ', 'post'] } },
  rows(account, stream) {
    if (account === null) return {}
    const { state, posts, openedOn } = account
    return {
      account: [{ id: stream.slice('account:'.length), state, opened_on: openedOn }],
      account_post: posts.map(({ organ, post }) => ({ organ, post })),
    }
  },
}

/** What a person logs in as: letters, digits and few signs, in lower case. */
export type Login = Brand<string, 'Login'>

const loginShape = /^[\p{L}\p{N}][\p{L}\p{N}._@-]{1,39}$/u

/** Reads a login however it was typed. */
export function parseLogin(text: string): Login | null {
  const login = text.normalize('NFKC').trim().toLowerCase()
  return loginShape.test(login) ? (login as Login) : null
}

/** Who can administer now, and for which organ: open accounts in active organs. */
export async function administratorsOf(pool: Pool): Promise<readonly { account: AccountId; organ: OrganId }[]> {
  const { rows } = await pool.query(
    `select account.id as account, organ.id as organ from account_post
      join account using (stream_id) join organ on organ.id = account_post.organ
      where post = 'administrator' and account.state = 'open' and organ.state = 'active'`,
  )
  return rows
}

/** Who an account belongs to. */
export async function readPerson(pool: Pool, id: AccountId): Promise<{ login: Login; name: string } | null> {
  const { rows } = await pool.query('select login, name from account_person where stream_id = $1', [accountStream(id)])
  return rows[0] ?? null
}

/** The names of accounts, for the desk: id → name. Unknown ones are missing. */
export async function namesOf(pool: Pool, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const { rows } = await pool.query<{ stream_id: string; name: string }>({
    name: 'identity names',
    text: 'select stream_id, name from account_person where stream_id = any($1)',
    values: [ids.map(accountStream)],
  })
  return new Map(rows.map(({ stream_id, name }) => [stream_id.slice('account:'.length), name]))
}

export interface ListedAccount {
  readonly id: AccountId
  readonly login: Login
  readonly name: string
  readonly state: 'open' | 'closed'
  readonly openedOn: Day
  readonly posts: readonly HeldPost[]
  /** The password is one that somebody else made and nobody has replaced yet. */
  readonly isWaiting: boolean
  readonly hasSecondFactor: boolean
}

/** Which accounts are looked for. */
export interface AccountSearch {
  /** Those that hold a post in one of these. */
  readonly organs: readonly OrganId[]
  /** And those that hold none anywhere, closed ones among them. */
  readonly withoutPost: boolean
  /** A part of the login or the name. */
  readonly like?: string | undefined
  /** The login after which the page begins. */
  readonly after?: string | undefined
  readonly limit: number
}

/** Accounts by login, with all their posts. */
export async function readAccounts(
  pool: Pool,
  { organs, withoutPost, like, after = '', limit }: AccountSearch,
): Promise<readonly ListedAccount[]> {
  const { rows } = await pool.query(
    `select account.id, login, name, state, opened_on as "openedOn", one_time_until is not null as "isWaiting",
        exists (select from account_second_factor as factor
          where factor.stream_id = account.stream_id and factor.confirmed) as "hasSecondFactor",
        coalesce((select json_agg(json_build_object('organ', organ, 'post', post) order by organ, post)
          from account_post where account_post.stream_id = account.stream_id), '[]') as posts
      from account join account_person using (stream_id) join account_credential using (stream_id)
      where login > $2 and ($4 = '' or position($4 in login) > 0 or position($4 in lower(name)) > 0)
        and (exists (select from account_post as held where held.stream_id = account.stream_id and held.organ = any($1))
          or $5 and not exists (select from account_post as held where held.stream_id = account.stream_id))
      order by login limit $3`,
    [organs, after, limit, plain(like ?? ''), withoutPost],
  )
  return rows
}

/** As logins are spelled. */
const plain = (typed: string): string => typed.normalize('NFKC').trim().toLowerCase()

export interface Colleague {
  readonly account: AccountId
  readonly name: string
  readonly posts: Post[]
}

/** Who holds a post in an organ, by name. */
export async function readColleagues(pool: Pool, organ: OrganId): Promise<Colleague[]> {
  const { rows } = await pool.query(
    `select account.id as account, name, json_agg(post order by post) as posts
      from account_post join account using (stream_id) join account_person using (stream_id)
      where account_post.organ = $1 and account.state = 'open'
      group by account.id, name order by name, account.id`,
    [organ],
  )
  return rows
}

/**
 * Accounts whose person an official may be: their whole name stands in what was written of the official, and they hold a post in the
 * organ where one is given. One who only shares the name is kept out of a matter that is not theirs, which costs little.
 */
export async function accountsNamed(pool: Pool, said: string, organ: OrganId | null): Promise<readonly AccountId[]> {
  const { rows } = await pool.query<{ id: AccountId }>({
    name: 'identity accounts named',
    text: `select account.id from account join account_person using (stream_id)
      where state = 'open' and char_length(name) >= 2 and position(name in $1) > 0
        and ($2::text is null or exists (
          select from account_post held where held.stream_id = account.stream_id and held.organ = $2))
      order by account.id limit 20`,
    values: [said, organ],
  })
  return rows.map(({ id }) => id)
}

/** Whether an open account has a post in an organ from which petitions are handled. */
export async function isColleague(pool: Pool, account: string, organ: OrganId): Promise<boolean> {
  const { rowCount } = await pool.query({
    name: 'identity colleague',
    text: `select 1 from account_post join account using (stream_id)
      where stream_id = $1 and organ = $2 and post in ('clerk', 'head') and state = 'open' limit 1`,
    values: [accountStream(account as AccountId), organ],
  })
  return rowCount === 1
}

/** The posts of an account in organs that are in being, by organ. */
export async function postsOf(pool: Pool, id: AccountId): Promise<readonly HeldPost[]> {
  const { rows } = await pool.query(
    `select organ.id as organ, post from account_post join organ on organ.id = account_post.organ
      where account_post.stream_id = $1 and organ.state = 'active' order by name_zh, organ.id, post`,
    [accountStream(id)],
  )
  return rows
}
