import type { EngineRefusal } from '../engine/room.ts'
import type { OrganId } from '../kernel/organ.ts'
import { err, ok, type Result } from '../kernel/result.ts'
import type { AccountId, AccountRefusal } from './account.ts'
import { parseLogin, readPerson } from './account-tables.ts'
import { changePassword } from './administration.ts'
import type { Door } from './door.ts'
import { flawOf, type PasswordFlaw, PasswordsBusy } from './password.ts'
import { type Credential, credentialById, credentialByLogin } from './sessions.ts'
import { unknownBrowser } from './sign-in/browser-name.ts'
import { knock, type Lane, ownLane, sessionsLane, settle, strangersLane, undo } from './sign-in/lane.ts'
import { passSecondStep, type SecondStepRefusal } from './sign-in/second-step.ts'

/** Whoever knocks, as the wire knows them. */
export interface Knocking {
  /** The client's address. */
  readonly address: string
  /** What the browser has kept since somebody signed in from it; nothing for a stranger's. */
  readonly browser?: string | null
  /** Which browser on which system, coarsely. */
  readonly agent?: string
}

export interface LoggingIn extends Knocking {
  readonly login: string
  readonly password: string
  /** Of the person's own device, or from paper. */
  readonly code?: string | undefined
  /** In place of a password that somebody else made. */
  readonly newPassword?: string | undefined
  /** Where the person wants to act; the first of their organs unless said. */
  readonly organ?: OrganId | undefined
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
  | SecondStepRefusal

/** Somebody who was let in. The tokens are for their browser alone. */
export interface Entered {
  readonly token: string
  /** What the browser keeps, to be known again. */
  readonly browser: string
  readonly account: AccountId
  readonly organ: OrganId
  /** Where a second factor was set on the way in: to be shown once. */
  readonly recoveryCodes?: readonly string[]
}

type Refusal = LoginRefusal | AccountRefusal | EngineRefusal

/** Lets somebody in. Always takes as long as checking one password. */
export async function logIn(door: Door, request: LoggingIn): Promise<Result<Entered, Refusal>> {
  const known = await recognise(door, request)
  if (!known.ok) return known
  const { credential, lane, login } = known.value
  const organ =
    request.organ === undefined ? credential.organs[0] : credential.organs.find((id) => id === request.organ)
  const unfit = unfitness(credential, { ...request, login, organ }, new Date(door.now()))
  if (unfit !== null) return giveBack(door, lane, unfit)
  const by = { account: credential.account, organ: organ as OrganId }
  const second = await passSecondStep(door, { ...by, isAdministrator: credential.isAdministrator }, request.code, lane)
  if (!second.ok) return second.error.kind === 'code-wrong' ? second : giveBack(door, lane, second.error)
  await settle(door, lane)
  const own = await ownPassword(door, credential, { ...by, login }, request.newPassword)
  if (!own.ok) return own
  return ok({ ...(await enter(door, { ...by, epoch: own.value }, request)), ...second.value })
}

/** Begins a session for somebody who has shown who they are, from a browser that is known from now on. */
export async function enter(
  { sessions, browsers, now }: Door,
  whose: { readonly account: AccountId; readonly organ: OrganId; readonly epoch: string },
  { browser = null, agent = unknownBrowser }: Pick<Knocking, 'browser' | 'agent'>,
): Promise<Entered> {
  const at = new Date(now())
  const token = await sessions.begin({ ...whose, agent }, at)
  return { token, browser: browsers.remember(browser, whose, at), account: whose.account, organ: whose.organ }
}

interface Recognised {
  readonly credential: Credential
  readonly login: string
  readonly lane: Lane
}

/** Whose login and password these are. What was counted for it stands until the caller settles it. */
export async function recognise(
  door: Door,
  { login: typed, password, address, browser = null }: Pick<LoggingIn, 'login' | 'password' | 'address' | 'browser'>,
): Promise<Result<Recognised, LoginRefusal>> {
  const known = parseLogin(typed)
  const login = known ?? typed.slice(0, 200)
  const credential = known === null ? null : await credentialByLogin(door.house.app, known, door.today())
  const own = credential === null ? null : door.browsers.recognise(browser, credential, new Date(door.now()))
  const lane = own === null ? strangersLane(login, address) : ownLane(own)
  const right = await isRight(door, lane, credential?.hash ?? null, password)
  if (!right.ok) return right
  return right.value && credential !== null ? ok({ credential, login, lane }) : err({ kind: 'login-failed' })
}

async function isRight(
  door: Door,
  { first }: Lane,
  hash: string | null,
  password: string,
): Promise<Result<boolean, LoginRefusal>> {
  const shutMs = await knock(door, first)
  if (shutMs > 0) return err({ kind: 'locked-out', seconds: Math.ceil(shutMs / 1000) })
  try {
    return ok(await door.passwords.verify(hash, password))
  } catch (fault) {
    if (!(fault instanceof PasswordsBusy)) throw fault
    await undo(door, first)
    return err({ kind: 'too-many-logins' })
  }
}

/** Why a right password does not let its owner in as it was said. */
function unfitness(
  { oneTimeUntil }: Credential,
  { login, password, newPassword, organ }: LoggingIn,
  now: Date,
): LoginRefusal | null {
  if (oneTimeUntil !== null && oneTimeUntil <= now) return { kind: 'password-expired' }
  if (organ === undefined) return { kind: 'no-post' }
  if (oneTimeUntil === null) return null
  if (newPassword === undefined) return { kind: 'password-must-change' }
  if (newPassword === password) return { kind: 'password-unchanged' }
  const flaw = flawOf(newPassword, login)
  return flaw === null ? null : { kind: flaw }
}

/** The password was right, so it was no guess; but nobody is let in, so nothing else is forgotten. */
async function giveBack<R>(door: Door, { first }: Lane, refusal: R): Promise<Result<never, R>> {
  await undo(door, first)
  return err(refusal)
}

/** The epoch of the person's own password: a new one takes the place of what somebody else made. */
async function ownPassword(
  door: Door,
  { epoch, oneTimeUntil }: Credential,
  { account, organ, login }: { readonly account: AccountId; readonly organ: OrganId; readonly login: string },
  newPassword: string | undefined,
): Promise<Result<string, Refusal>> {
  if (oneTimeUntil === null || newPassword === undefined) return ok(epoch)
  const changed = await changePassword(door, { id: account, login, organ }, newPassword)
  return changed.ok ? ok(changed.value.epoch) : changed
}

/** Somebody who is signed in, and how. */
export interface SignedIn extends Knocking {
  readonly account: AccountId
  readonly organ: OrganId
}

/** Whoever is signed in shows the password once more. */
export async function showPassword(
  door: Door,
  { account }: Pick<SignedIn, 'account'>,
  password: string,
): Promise<Result<Recognised, LoginRefusal | AccountRefusal>> {
  const [person, credential] = [
    await readPerson(door.house.app, account),
    await credentialById(door.house.app, account, door.today()),
  ]
  if (person === null || credential === null) return err({ kind: 'no-such-account' })
  const lane = sessionsLane(account)
  const right = await isRight(door, lane, credential.hash, password)
  if (!right.ok) return right
  return right.value ? ok({ credential, login: person.login, lane }) : err({ kind: 'login-failed' })
}

/** By somebody who is logged in. All their sessions end; the token is that of a new one. */
export async function replacePassword(
  door: Door,
  signedIn: SignedIn,
  { old, password }: Record<'old' | 'password', string>,
): Promise<Result<Entered, Refusal>> {
  const shown = await showPassword(door, signedIn, old)
  if (!shown.ok) return shown
  await settle(door, shown.value.lane)
  if (old === password) return err({ kind: 'password-unchanged' })
  const { account, organ } = signedIn
  const changed = await changePassword(door, { id: account, login: shown.value.login, organ }, password)
  return changed.ok ? ok(await enter(door, { account, organ, epoch: changed.value.epoch }, signedIn)) : changed
}
