import type { Pool } from 'pg'
import type { Room } from '../engine/room.ts'
import type { Brand } from '../kernel/brand.ts'
import type { Day } from '../kernel/day.ts'
import type { OrganId } from '../kernel/organ.ts'
import type { Term } from '../kernel/term.ts'
import type { Post } from '../kernel/viewer.ts'
import type { AccountFact, AccountId, AccountState, GrantedPost, HeldPost } from './account.ts'
import { evolveAccount } from './account-evolve.ts'
import { awayIn, type Stead } from './delegations.ts'
import { handling, runs, stands } from './running.ts'

export const accountStream = (id: string): string => `account:${id}`

export const accountRoom: Room<AccountState, AccountFact> = {
  name: 'account',
  initial: null,
  evolve: evolveAccount,
  tables: { account: { key: [] }, account_post: { key: ['organ', 'post'] }, account_delegation: { key: ['organ'] } },
  rows(account, stream) {
    if (account === null) return {}
    const { state, posts, delegations, openedOn } = account
    return {
      account: [{ id: stream.slice('account:'.length), state, opened_on: openedOn }],
      account_post: posts.map(({ organ, post, from, until, secondedFrom = null }) => ({
        ...{ organ, post, runs_from: from, runs_until: until, seconded_from: secondedFrom },
      })),
      account_delegation: delegations.map(({ organ, to, from, until }) => ({
        ...{ organ, delegate: to, runs_from: from, runs_until: until },
      })),
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

export interface Administers extends Term {
  readonly account: AccountId
  readonly organ: OrganId
}

/** Who can administer or will, and for which organ: open accounts in active organs. */
export async function administratorsOf(pool: Pool, today: Day): Promise<readonly Administers[]> {
  const { rows } = await pool.query(
    `select account.id as account, organ.id as organ, runs_from as from, runs_until as until from account_post
      join account using (stream_id) join organ on organ.id = account_post.organ
      where post = 'administrator' and account.state = 'open' and organ.state = 'active'
        and ${stands('account_post', '$1')}`,
    [today],
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
  /** Those to come and those that have ended too. */
  readonly posts: readonly GrantedPost[]
  /** The password is one that somebody else made and nobody has replaced yet. */
  readonly isWaiting: boolean
  readonly hasSecondFactor: boolean
}

/** Which accounts are looked for. */
export interface AccountSearch {
  /** Those that hold a post in one of these, or held it to its end. */
  readonly organs: readonly OrganId[]
  /** And those that hold none anywhere on this day or later, closed ones among them. */
  readonly withoutPostOn?: Day | undefined
  /** A part of the login or the name. */
  readonly like?: string | undefined
  /** The login after which the page begins. */
  readonly after?: string | undefined
  readonly limit: number
}

/** Accounts by login, with all their posts. */
export async function readAccounts(
  pool: Pool,
  { organs, withoutPostOn, like, after = '', limit }: AccountSearch,
): Promise<readonly ListedAccount[]> {
  const { rows } = await pool.query(
    `select account.id, login, name, state, opened_on as "openedOn", one_time_until is not null as "isWaiting",
        exists (select from account_second_factor as factor
          where factor.stream_id = account.stream_id and factor.confirmed) as "hasSecondFactor",
        coalesce((select json_agg(${postAsJson} order by organ, post)
          from account_post where account_post.stream_id = account.stream_id), '[]') as posts
      from account join account_person using (stream_id) join account_credential using (stream_id)
      where login > $2 and ($4 = '' or position($4 in login) > 0 or position($4 in lower(name)) > 0)
        and (exists (select from account_post as held where held.stream_id = account.stream_id and held.organ = any($1))
          or $5::date is not null and not exists (
            select from account_post as held where held.stream_id = account.stream_id and ${stands('held', '$5')}))
      order by login limit $3`,
    [organs, after, limit, plain(like ?? ''), withoutPostOn ?? null],
  )
  return rows
}

const postAsJson = "json_build_object('organ', organ, 'post', post, 'from', runs_from, 'until', runs_until)"

/** As logins are spelled. */
const plain = (typed: string): string => typed.normalize('NFKC').trim().toLowerCase()

export interface Colleague {
  readonly account: AccountId
  readonly name: string
  readonly posts: Post[]
  /** Away now or soon, and who handles in their place. */
  readonly away: Stead | null
}

/** Who holds a post in an organ, by name. */
export async function readColleagues(pool: Pool, organ: OrganId, today: Day): Promise<Colleague[]> {
  const { rows } = await pool.query<Omit<Colleague, 'away'>>(
    `select account.id as account, name, json_agg(post order by post) as posts
      from account_post join account using (stream_id) join account_person using (stream_id)
      where account_post.organ = $1 and account.state = 'open' and ${runs('account_post', '$2')}
      group by account.id, name order by name, account.id`,
    [organ, today],
  )
  const away = await awayIn(pool, organ, today)
  return rows.map((row) => ({ ...row, away: away.get(row.account) ?? null }))
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
export async function isColleague(pool: Pool, account: string, organ: OrganId, today: Day): Promise<boolean> {
  const { rowCount } = await pool.query({
    name: 'identity colleague',
    text: `select 1 from account_post join account using (stream_id)
      where stream_id = $1 and organ = $2 and ${handling} and state = 'open' and ${runs('account_post', '$3')} limit 1`,
    values: [accountStream(account as AccountId), organ, today],
  })
  return rowCount === 1
}

/** Everybody who has such a post today. What is in the hands of anybody else is in nobody's. */
export async function handlersIn(pool: Pool, organ: OrganId, today: Day): Promise<readonly AccountId[]> {
  const { rows } = await pool.query({
    name: 'identity handlers',
    text: `select distinct account.id from account_post join account using (stream_id)
      where organ = $1 and ${handling} and state = 'open' and ${runs('account_post', '$2')}`,
    values: [organ, today],
  })
  return rows.map(({ id }) => id)
}

/** Where accounts lead today: as head or leader of an organ. */
export async function leadsOf(
  pool: Pool,
  accounts: readonly string[],
  today: Day,
): Promise<readonly { readonly account: AccountId; readonly organ: OrganId }[]> {
  const { rows } = await pool.query(
    `select distinct account.id as account, organ from account_post join account using (stream_id)
      where account.id = any ($1) and state = 'open' and post in ('head', 'leader') and ${runs('account_post', '$2')}`,
    [accounts, today],
  )
  return rows
}

/** Who heads or leads an organ. */
export async function leadersOf(pool: Pool, organ: OrganId, today: Day): Promise<readonly AccountId[]> {
  const { rows } = await pool.query<{ account: AccountId }>(
    `select distinct account.id as account from account_post join account using (stream_id)
      where organ = $1 and state = 'open' and post in ('head', 'leader') and ${runs('account_post', '$2')}
      order by account.id limit 50`,
    [organ, today],
  )
  return rows.map(({ account }) => account)
}

/** Who leads one of these organs as a leader, or heads it where it has none, by the order of the organs and then by name. */
export async function leadersAmong(
  pool: Pool,
  organs: readonly OrganId[],
  today: Day,
  atMost: number,
): Promise<readonly { readonly account: AccountId; readonly organ: OrganId; readonly name: string }[]> {
  const { rows } = await pool.query<{ account: AccountId; organ: OrganId; name: string }>(
    `with in_charge as (
        select distinct account.id as account, organ, name, post,
          exists (select from account_post other join account opened using (stream_id)
            where other.organ = account_post.organ and other.post = 'leader' and opened.state = 'open'
              and ${runs('other', '$2')}) as has_leaders
        from account_post join account using (stream_id) join account_person using (stream_id)
        where organ = any ($1::text[]) and account.state = 'open' and post in ('head', 'leader') and ${runs('account_post', '$2')})
      select account, organ, name from in_charge where post = 'leader' or not has_leaders
      group by account, organ, name order by array_position($1::text[], organ), name, account limit $3`,
    [organs, today, atMost],
  )
  return rows
}

/** Who keeps people out of one matter: those who withdrew, and officials whom it names. */
export interface KeptOut {
  readonly recused: readonly string[]
  readonly officials: readonly string[]
}

/**
 * Whether an organ has people who handle petitions and all of them are kept out of a matter: as one of those, or because they
 * answer to an official who is. An organ that works without accounts is not deserted.
 */
export async function isDeserted(
  pool: Pool,
  organ: OrganId,
  { recused, officials }: KeptOut,
  today: Day,
): Promise<boolean> {
  const { rows } = await pool.query<{ handlers: number; left: number }>(
    `with held as (
        select account.id, max(case post when 'leader' then 3 when 'head' then 2 else 1 end) as rank, bool_or(${handling}) as handles
        from account_post join account using (stream_id)
        where organ = $1 and state = 'open' and ${runs('account_post', '$2')} group by account.id)
      select count(*)::int as handlers, count(*) filter (where id <> all ($3::text[]) and id <> all ($4::text[])
        and rank >= coalesce((select max(rank) from held where id = any ($4::text[])), 0))::int as left
      from held where handles`,
    [organ, today, recused, officials],
  )
  const [{ handlers, left } = { handlers: 0, left: 0 }] = rows
  return handlers > 0 && left === 0
}

/** The posts that an account holds today in organs that are in being, by organ. */
export async function postsOf(pool: Pool, id: AccountId, today: Day): Promise<readonly HeldPost[]> {
  const { rows } = await pool.query(
    `select organ.id as organ, post from account_post join organ on organ.id = account_post.organ
      where account_post.stream_id = $1 and organ.state = 'active' and ${runs('account_post', '$2')}
      order by name_zh, organ.id, post`,
    [accountStream(id), today],
  )
  return rows
}

/** All terms of an open account in one organ; null for a closed account and for none. */
export async function termsIn(pool: Pool, id: AccountId, organ: OrganId): Promise<readonly GrantedPost[] | null> {
  const { rows } = await pool.query(
    `select coalesce((select json_agg(${postAsJson}) from account_post
        where account_post.stream_id = account.stream_id and organ = $2), '[]') as posts
      from account where stream_id = $1 and state = 'open'`,
    [accountStream(id), organ],
  )
  return rows[0]?.posts ?? null
}

/** Organs that one of these accounts leads, as head or leader. */
export async function organsLedBy(pool: Pool, accounts: readonly string[], today: Day): Promise<readonly OrganId[]> {
  const { rows } = await pool.query<{ organ: OrganId }>({
    name: 'identity organs led by',
    text: `select distinct organ from account_post join account using (stream_id)
      where id = any($1) and state = 'open' and post in ('head', 'leader')
        and runs_from <= $2 and (runs_until is null or runs_until >= $2) order by organ`,
    values: [accounts, today],
  })
  return rows.map(({ organ }) => organ)
}

/** One post of an account as it has it: its days, and the organ that sent its holder. */
export interface SeatHeld extends Term {
  readonly secondedFrom: OrganId | null
}

/** Null where the account never had that post, or has lost it. One that has ended is still there. */
export async function seatIn(pool: Pool, id: AccountId, { organ, post }: HeldPost): Promise<SeatHeld | null> {
  const { rows } = await pool.query<SeatHeld>(
    `select runs_from as from, runs_until as until, seconded_from as "secondedFrom" from account_post
      where stream_id = $1 and organ = $2 and post = $3`,
    [accountStream(id), organ, post],
  )
  return rows[0] ?? null
}
