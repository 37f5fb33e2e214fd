import type { EngineRefusal } from '../engine/room.ts'
import type { OrganId } from '../kernel/organ.ts'
import { err, ok, type Result } from '../kernel/result.ts'
import type { AccountId, AccountRefusal } from './account.ts'
import { parseLogin, readPerson } from './account-tables.ts'
import { changePassword, type Office } from './administration.ts'
import type { KeyVault } from './keyring.ts'
import { type AttemptScope, type LoginAttempts, loginAttempts } from './login-attempts.ts'
import { type PasswordFlaw, PasswordsBusy, passwords } from './password.ts'
import {
  type Credential,
  credentialById,
  credentialByLogin,
  type SessionLimits,
  type Sessions,
  sessions,
  usualLimits,
} from './sessions.ts'

/** What the door needs beside the office. */
export interface Door extends Office {
  readonly attempts: LoginAttempts
  readonly sessions: Sessions
}

/** The door of a house: passwords, sessions and counters on its database, under its keys. */
export async function openDoor(
  house: Pick<Office, 'house' | 'organs' | 'today' | 'now'>,
  vault: KeyVault,
  limits: SessionLimits = usualLimits,
): Promise<Door> {
  const { app } = house.house
  return {
    ...house,
    passwords: await passwords(),
    attempts: await loginAttempts(app, vault),
    sessions: sessions(app, house.today, limits),
  }
}

export interface LoggingIn {
  readonly login: string
  readonly password: string
  /** In place of a password that somebody else made. */
  readonly newPassword?: string | undefined
  /** Where the person wants to act; the first of their organs unless said. */
  readonly organ?: OrganId | undefined
  /** The client's address. */
  readonly address: string
}

export type LoginRefusal =
  /** The same whether the login, the password or both are wrong. */
  | { readonly kind: 'login-failed' }
  | { readonly kind: 'locked-out'; readonly seconds: number }
  | { readonly kind: 'too-many-logins' }
  /** The password was made by somebody else: say a new one with it. */
  | { readonly kind: 'password-must-change' }
  | { readonly kind: 'password-expired' }
  | { readonly kind: 'password-unchanged' }
  | { readonly kind: PasswordFlaw }
  /** The account holds no post today in any organ, or none in the one asked for. */
  | { readonly kind: 'no-post' }

/** Somebody who was let in. The token is for their browser alone. */
export interface Entered {
  readonly token: string
  readonly account: AccountId
  readonly organ: OrganId
}

type Refusal = LoginRefusal | AccountRefusal | EngineRefusal

/** Lets somebody in. Always takes as long as checking one password. */
export async function logIn(door: Door, request: LoggingIn): Promise<Result<Entered, Refusal>> {
  const known = parseLogin(request.login)
  const login = known ?? request.login.slice(0, 200)
  const counted = [['address', request.address] as const, ['account', login] as const]
  const shut = await knock(door, counted)
  if (shut !== null) return err(shut)
  const credential = known === null ? null : await credentialByLogin(door.house.app, known, door.today())
  const right = await isRight(door, counted, credential?.hash ?? null, request.password)
  if (right === 'busy') return err({ kind: 'too-many-logins' })
  if (!right || credential === null) return err({ kind: 'login-failed' })
  await Promise.all([door.attempts.forget('account', login), door.attempts.undo('address', request.address)])
  return enter(door, credential, { ...request, login })
}

type Counted = readonly (readonly [AttemptScope, string])[]

async function knock({ attempts, now }: Door, counted: Counted): Promise<LoginRefusal | null> {
  for (const [scope, who] of counted) {
    const lockedMs = await attempts.begin(scope, who, new Date(now()))
    if (lockedMs > 0) return { kind: 'locked-out', seconds: Math.ceil(lockedMs / 1000) }
  }
  return null
}

async function isRight(
  { passwords, attempts }: Door,
  counted: Counted,
  hash: string | null,
  password: string,
): Promise<boolean | 'busy'> {
  try {
    return await passwords.verify(hash, password)
  } catch (fault) {
    if (!(fault instanceof PasswordsBusy)) throw fault
    for (const [scope, who] of counted) await attempts.undo(scope, who)
    return 'busy'
  }
}

async function enter(
  door: Door,
  { account, organs, epoch, oneTimeUntil }: Credential,
  { login, password, newPassword, organ: wanted }: LoggingIn,
): Promise<Result<Entered, Refusal>> {
  const organ = wanted === undefined ? organs[0] : organs.find((id) => id === wanted)
  const now = new Date(door.now())
  if (oneTimeUntil !== null && oneTimeUntil <= now) return err({ kind: 'password-expired' })
  if (organ === undefined) return err({ kind: 'no-post' })
  if (oneTimeUntil === null)
    return ok({ token: await door.sessions.begin({ account, organ, epoch }, now), account, organ })
  if (newPassword === undefined) return err({ kind: 'password-must-change' })
  if (newPassword === password) return err({ kind: 'password-unchanged' })
  const changed = await changePassword(door, { id: account, login, organ }, newPassword)
  if (!changed.ok) return changed
  return ok({ token: await door.sessions.begin({ account, organ, ...changed.value }, now), account, organ })
}

/** By somebody who is logged in. All their sessions end; the token is that of a new one. */
export async function replacePassword(
  door: Door,
  {
    account,
    organ,
    address,
    old,
    password,
  }: Record<'address' | 'old' | 'password', string> & { account: AccountId; organ: OrganId },
): Promise<Result<{ token: string }, Refusal>> {
  const person = await readPerson(door.house.app, account)
  const credential = await credentialById(door.house.app, account, door.today())
  if (person === null || credential === null) return err({ kind: 'no-such-account' })
  const counted = [['address', address] as const, ['account', person.login] as const]
  const shut = await knock(door, counted)
  if (shut !== null) return err(shut)
  const right = await isRight(door, counted, credential.hash, old)
  if (right === 'busy') return err({ kind: 'too-many-logins' })
  if (!right) return err({ kind: 'login-failed' })
  await Promise.all([door.attempts.forget('account', person.login), door.attempts.undo('address', address)])
  if (old === password) return err({ kind: 'password-unchanged' })
  const changed = await changePassword(door, { id: account, login: person.login, organ }, password)
  if (!changed.ok) return changed
  return ok({ token: await door.sessions.begin({ account, organ, ...changed.value }, new Date(door.now())) })
}
