import { createHash, randomBytes } from 'node:crypto'
import type { Pool } from 'pg'
import type { Day } from '../kernel/day.ts'
import type { OrganId } from '../kernel/organ.ts'
import type { Post } from '../kernel/viewer.ts'
import type { AccountId } from './account.ts'
import { accountStream } from './account-tables.ts'
import { noHash } from './credential.ts'
import { absentFor, postsInStead } from './delegations.ts'
import { runs } from './running.ts'
import { unknownBrowser } from './sign-in/browser-name.ts'

/** Who is logged in and where they act now. */
export interface Session {
  readonly account: AccountId
  readonly organ: OrganId
  /** The posts held in that organ today, and those of whoever is away and gave their handling. */
  readonly posts: readonly Post[]
  /** Who that is, if anybody. */
  readonly actsFor?: readonly AccountId[]
  /** 挂职: the organs from which they, or those in whose place they handle, are seconded, other than the one in which they act. */
  readonly secondedFrom?: readonly OrganId[]
}

export interface SessionLimits {
  /** A session that nobody used for so long is over. */
  readonly idleMs: number
  /** And after so long in any case. */
  readonly wholeMs: number
}

export const usualLimits: SessionLimits = { idleMs: 30 * 60_000, wholeMs: 12 * 3_600_000 }

/**
 * Sessions of staff. The browser has 32 random bytes, the table their hash, so that a copy of the table lets nobody in.
 * A session is over when its account is closed, its password changed, its organ or last post there taken away, and at the
 * midnight after the last day of that post.
 */
export interface Sessions {
  readonly limits: SessionLimits
  /** Begins one and returns its token. */
  begin(session: NewSession, now: Date): Promise<string>
  find(token: string, now: Date): Promise<Session | null>
  /** Goes on in another organ in which the person holds a post; false where they hold none. */
  moveTo(token: string, organ: OrganId, now: Date): Promise<boolean>
  end(token: string): Promise<void>
  /** Those of an account that are not over, the last seen first. */
  list(account: AccountId, token: string, now: Date): Promise<readonly ListedSession[]>
  /** Ends one of an account's by its name in the list; false where there is none of that name. */
  endNamed(account: AccountId, name: string): Promise<boolean>
  /** Ends all of an account but that of a token. */
  endOthers(account: AccountId, token: string): Promise<void>
  endAll(account: AccountId): Promise<void>
  /** Removes those that are over. */
  sweep(now: Date): Promise<void>
}

export interface NewSession {
  readonly account: AccountId
  readonly organ: OrganId
  readonly epoch: string
  /** Which browser on which system, coarsely: `firefox/windows`. */
  readonly agent?: string
}

export interface ListedSession {
  /** Names it without being its key. */
  readonly id: string
  readonly organ: OrganId
  readonly agent: string
  readonly beganAt: Date
  readonly seenAt: Date
  readonly isThisOne: boolean
}

/** To write at every request when somebody was last seen would cost more than it tells. */
const seenEveryMs = 60_000

/** `today` is the civil day at the place of the office: by it posts begin and end. */
export function sessions(pool: Pool, today: () => Day, limits: SessionLimits = usualLimits): Sessions {
  const { idleMs, wholeMs } = limits
  const earliest = (now: Date) => [new Date(now.getTime() - idleMs), new Date(now.getTime() - wholeMs)]
  return {
    limits,
    async begin({ account, organ, epoch, agent = unknownBrowser }, now) {
      const token = randomBytes(tokenBytes).toString('base64url')
      await pool.query(
        'insert into session (digest, account, organ, epoch, agent, began_at, seen_at) values ($1, $2, $3, $4, $5, $6, $6)',
        [digestOf(token), account, organ, epoch, agent, now],
      )
      return token
    },
    async find(token, now) {
      if (!tokenShape.test(token)) return null
      const digest = digestOf(token)
      const { rows } = await pool.query({
        name: 'identity session',
        text: findSession,
        values: [digest, ...earliest(now), today()],
      })
      const found = rows[0]
      if (found === undefined) return null
      if (now.getTime() - found.seen_at.getTime() > seenEveryMs) await touch(pool, digest, now)
      const { account, organ, posts, actsFor, secondedFrom } = found
      return {
        ...{ account, organ, posts },
        ...(actsFor.length > 0 ? { actsFor } : {}),
        ...(secondedFrom.length > 0 ? { secondedFrom } : {}),
      }
    },
    async moveTo(token, organ, now) {
      if (!tokenShape.test(token)) return false
      const { rowCount } = await pool.query(moveSession, [digestOf(token), ...earliest(now), organ, today()])
      return rowCount === 1
    },
    async end(token) {
      if (tokenShape.test(token)) await pool.query('delete from session where digest = $1', [digestOf(token)])
    },
    async list(account, token, now) {
      const { rows } = await pool.query(listSessions, [account, ...earliest(now), digestOf(token)])
      return rows
    },
    async endNamed(account, name) {
      const { rowCount } = await pool.query(`delete from session where account = $1 and ${nameOf} = $2`, [
        account,
        name,
      ])
      return rowCount === 1
    },
    async endOthers(account, token) {
      await pool.query('delete from session where account = $1 and digest <> $2', [account, digestOf(token)])
    },
    async endAll(account) {
      await pool.query('delete from session where account = $1', [account])
    },
    async sweep(now) {
      await pool.query('delete from session where seen_at <= $1 or began_at <= $2', earliest(now))
    },
  }
}

const tokenBytes = 32
const tokenShape = /^[\w-]{43}$/
const digestOf = (token: string): Buffer => createHash('sha256').update(token).digest()

const touch = (pool: Pool, digest: Buffer, now: Date) =>
  pool.query('update session set seen_at = greatest(seen_at, $2) where digest = $1', [digest, now])

/** A digest of the digest: from it nobody learns which row it is, let alone its token. */
const nameOf = "left(encode(sha256(digest), 'hex'), 16)"

const listSessions = `
  select ${nameOf} as id, session.organ, agent, began_at as "beganAt", seen_at as "seenAt", digest = $4 as "isThisOne"
  from session
    join account on account.id = session.account and account.state = 'open'
    join account_credential on account_credential.stream_id = account.stream_id
      and account_credential.epoch = session.epoch
  where session.account = $1 and seen_at > $2 and began_at > $3
  order by seen_at desc, digest`

const findSession = `
  select session.account, session.organ, session.seen_at,
    array(select post from account_post held
        where held.stream_id = account.stream_id and held.organ = session.organ and ${runs('held', '$4')}
      union ${postsInStead('session.account', 'session.organ', '$4')} order by post) as posts,
    array(select id from (${absentFor('session.account', 'session.organ', '$4')}) absent order by id) as "actsFor",
    array(select distinct held.seconded_from from account_post held
        where held.seconded_from is not null and held.seconded_from <> session.organ and ${runs('held', '$4')}
          and (held.stream_id = account.stream_id
            or held.stream_id in (select stream_id from (${absentFor('session.account', 'session.organ', '$4')}) absent))
        order by held.seconded_from) as "secondedFrom"
  from session
    join account on account.id = session.account and account.state = 'open'
    join account_credential on account_credential.stream_id = account.stream_id
      and account_credential.epoch = session.epoch
    join organ on organ.id = session.organ and organ.state = 'active'
  where session.digest = $1 and session.seen_at > $2 and session.began_at > $3
    and exists (select from account_post own
      where own.stream_id = account.stream_id and own.organ = session.organ and ${runs('own', '$4')})`

const moveSession = `
  update session set organ = $4
  where digest = $1 and seen_at > $2 and began_at > $3 and exists (
    select from account
      join account_credential using (stream_id)
      join account_post using (stream_id)
      join organ on organ.id = account_post.organ
    where account.id = session.account and account.state = 'open' and account_credential.epoch = session.epoch
      and account_post.organ = $4 and organ.state = 'active' and ${runs('account_post', '$5')})`

/** What is needed to begin a session, or to see that none can begin. */
export interface Credential {
  readonly account: AccountId
  /** Null where no password leads in. */
  readonly hash: string | null
  readonly epoch: string
  readonly oneTimeUntil: Date | null
  /** Organs in being where the person holds a post today, by name. */
  readonly organs: readonly OrganId[]
  /** Holds the post of administrator in one of them. */
  readonly isAdministrator: boolean
}

/** `$2` is the day on which the posts must run. */
const credentialOf = (condition: string): string => `
  select account.id as account, nullif(hash, '${noHash}') as hash, epoch, one_time_until as "oneTimeUntil",
    exists (select from account_post join organ on organ.id = account_post.organ and organ.state = 'active'
      where account_post.stream_id = account.stream_id and post = 'administrator'
        and ${runs('account_post', '$2')}) as "isAdministrator",
    coalesce((select json_agg(id order by name_zh, id) from organ where state = 'active' and id in
      (select organ from account_post where account_post.stream_id = account.stream_id
        and ${runs('account_post', '$2')})), '[]') as organs
  from account join account_person using (stream_id) join account_credential using (stream_id)
  where account.state = 'open' and ${condition}`

export async function credentialByLogin(pool: Pool, login: string, today: Day): Promise<Credential | null> {
  const { rows } = await pool.query(credentialOf('account_person.login = $1'), [login, today])
  return rows[0] ?? null
}

export async function credentialById(pool: Pool, id: AccountId, today: Day): Promise<Credential | null> {
  const { rows } = await pool.query(credentialOf('account.stream_id = $1'), [accountStream(id), today])
  return rows[0] ?? null
}
