/** Somebody for whom the office's directory vouches comes in: into their account, or into one that is opened for them. */
import { randomBytes } from 'node:crypto'
import type { EngineRefusal, RowSet } from '../../engine/room.ts'
import { readProse } from '../../kernel/prose.ts'
import { err, ok, type Result } from '../../kernel/result.ts'
import type { AccountId, AccountRefusal, HeldPost } from '../account.ts'
import { accountStream, type Login, parseLogin } from '../account-tables.ts'
import { actBeside, openWithoutPassword } from '../administration.ts'
import type { Door } from '../door.ts'
import { type Entered, enter, type Knocking } from '../login.ts'
import { isSamePost } from '../post-term.ts'
import { stands } from '../running.ts'
import { credentialById } from '../sessions.ts'
import { type ClaimsMissing, postsSaid, wordSaid } from './claims.ts'
import type { SignOn, SignOnRefusal, Vouched } from './sign-on.ts'

export type SignOnEntryRefusal =
  | SignOnRefusal
  | ClaimsMissing
  | { readonly kind: 'sign-on-not-set-up' }
  /** The directory knows the person, and says no post of theirs that this house has. */
  | { readonly kind: 'sign-on-no-post' }

type Refusal = SignOnEntryRefusal | AccountRefusal | EngineRefusal

/** In whose name posts are granted that the directory says. */
const itsWord = { kind: 'system', task: 'sign-on' } as const

export async function signOn(
  door: Door,
  { pending, query }: { readonly pending: string | null; readonly query: string },
  knocking: Knocking,
): Promise<Result<Entered, Refusal>> {
  if (door.signOn === null) return err({ kind: 'sign-on-not-set-up' })
  const vouched = await door.signOn.finish(pending, query, new Date(door.now()))
  if (!vouched.ok) return vouched
  const said = postsSaid(door.signOn.settings, vouched.value.claims)
  if (!said.ok) return said
  const account = await accountOf(door, door.signOn, vouched.value, said.value.filter(isHere(door)))
  if (!account.ok) return account
  const credential = await credentialById(door.house.app, account.value, door.today())
  const organ = credential?.organs[0]
  if (credential === null || organ === undefined) return err({ kind: 'sign-on-no-post' })
  return ok(await enter(door, { account: account.value, organ, epoch: credential.epoch }, knocking))
}

const isHere =
  ({ organs }: Door) =>
  ({ organ }: HeldPost): boolean =>
    organs.current().find(organ)?.state === 'active'

async function accountOf(
  door: Door,
  directory: SignOn,
  vouched: Vouched,
  posts: readonly HeldPost[],
): Promise<Result<AccountId, Refusal>> {
  const { settings } = directory
  const linked = await findLinked(door, vouched)
  if (linked !== null) return follow(door, linked, vouched, posts)
  if (posts.length === 0) return err({ kind: 'sign-on-no-post' })
  const login = parseLogin(wordSaid(settings, 'login', vouched.claims) ?? '')
  const name = readProse(wordSaid(settings, 'name', vouched.claims) ?? '', { max: 50, singleLine: true })
  const opened = await open(door, vouched, posts, { login, name: name.ok ? name.value.text : null })
  // somebody opened it in the meantime: the same person, in another tab
  if (!opened.ok && opened.error.kind === 'account-exists') return accountOf(door, directory, vouched, posts)
  return opened
}

interface Linked {
  readonly account: AccountId
  readonly granted: readonly HeldPost[]
}

async function findLinked({ house }: Door, { issuer, subject }: Vouched): Promise<Linked | null> {
  const { rows } = await house.app.query<Linked>(
    `select account.id as account, granted from account_sign_on join account using (stream_id)
      where issuer = $1 and subject = $2`,
    [issuer, subject],
  )
  return rows[0] ?? null
}

const linkRow = ({ issuer, subject }: Vouched, granted: readonly HeldPost[]): RowSet => ({
  account_sign_on: [{ issuer, subject, granted: granted.map(({ organ, post }) => ({ organ, post })) }],
})

/** A login that somebody has stays theirs: who signs on is known by the directory's word, not by a login. */
async function open(
  door: Door,
  vouched: Vouched,
  posts: readonly HeldPost[],
  { login, name }: { readonly login: Login | null; readonly name: string | null },
): Promise<Result<AccountId, AccountRefusal | EngineRefusal>> {
  const spare = `sign-on-${randomBytes(6).toString('hex')}`
  const wished = login === null ? [] : [login, ...[2, 3, 4].map((nth) => parseLogin(`${login}-${nth}`))]
  for (const free of [...wished, parseLogin(spare)].filter((each) => each !== null)) {
    const newcomer = { login: free, name: name ?? free, posts }
    const opened = await openWithoutPassword(door, newcomer, itsWord, async () =>
      (await findLinked(door, vouched)) === null ? ok(linkRow(vouched, posts)) : err({ kind: 'account-exists' }),
    )
    if (opened.ok) return ok(opened.value.id)
    if (opened.error.kind !== 'login-taken') return opened
  }
  throw new Error(`even ${spare} is taken`)
}

/** Those to come too: what an administrator granted for next month is not the directory's. */
async function standingPostsOf({ house, today }: Door, account: AccountId): Promise<readonly HeldPost[]> {
  const { rows } = await house.app.query<HeldPost>(
    `select organ, post from account_post where stream_id = $1 and ${stands('account_post', '$2')}`,
    [accountStream(account), today()],
  )
  return rows
}

/** What an administrator granted stays; what the directory granted and says no more goes. */
async function follow(
  door: Door,
  { account, granted: before }: Linked,
  vouched: Vouched,
  posts: readonly HeldPost[],
): Promise<Result<AccountId, AccountRefusal | EngineRefusal>> {
  const held = await standingPostsOf(door, account)
  const isIn = (some: readonly HeldPost[], post: HeldPost) => some.some((other) => isSamePost(other, post))
  const granted = posts.filter((post) => isIn(before, post) || !isIn(held, post))
  const body = { type: 'FollowDirectory', posts, before } as const
  const followed = await actBeside<never>(door, account, body, itsWord, async () => ok(linkRow(vouched, granted)))
  return followed.ok ? ok(account) : followed
}
