/** Acts upon organs and accounts. They are few, and each looks at more than its own stream, so they take turns. */
import { randomBytes } from 'node:crypto'
import type { Pool } from 'pg'
import type { Actor, AnyFact } from '../engine/envelope.ts'
import { execute } from '../engine/execute.ts'
import type { House } from '../engine/house.ts'
import type { EngineRefusal, Executed, Execution, RowSet } from '../engine/room.ts'
import { inTransaction } from '../engine/transaction.ts'
import type { Day } from '../kernel/day.ts'
import type { OrganId } from '../kernel/organ.ts'
import { err, ok, type Result } from '../kernel/result.ts'
import { runsOn } from '../kernel/term.ts'
import type {
  Account,
  AccountCommand,
  AccountCommandBody,
  AccountId,
  AccountRefusal,
  AccountWorld,
  Delegate,
  WantedPost,
} from './account.ts'
import { decideAccount } from './account-decide.ts'
import {
  type Administers,
  accountRoom,
  accountStream,
  administratorsOf,
  type Login,
  readPerson,
  termsIn,
} from './account-tables.ts'
import { firstDayOf, noCredential, oneTimeCredential, ownCredential } from './credential.ts'
import { awayIn } from './delegations.ts'
import type { Administrator, Organ, OrganCommandBody, OrganRefusal } from './organ.ts'
import { decideOrgan } from './organ-decide.ts'
import type { OrganDirectory } from './organ-directory.ts'
import { organRoom, organStream } from './organ-tables.ts'
import { flawOf, oneTimePassword, type PasswordFlaw, type Passwords } from './password.ts'

/** What administration needs of the house. Time comes in here. */
export interface Office {
  readonly house: Pick<House, 'app' | 'bell'>
  readonly organs: OrganDirectory
  readonly passwords: Passwords
  /** The civil day at the place of the office. */
  today(): Day
  /** The instant, ISO 8601 in UTC with milliseconds. */
  now(): string
}

type Acted<State, Refusal> = Result<{ readonly version: number; readonly state: State }, Refusal | EngineRefusal>

/** Opens an organ, or does something to one. */
export function actOnOrgan(
  office: Office,
  id: OrganId,
  body: OrganCommandBody,
  by: Administrator,
): Promise<Acted<Organ, OrganRefusal>> {
  return inTurn(office, async () => {
    const command = { ...body, on: office.today(), by }
    const organs = office.organs.current()
    const codeOwner = (code: string) => organs.codeOwner(code)
    const world = { organs, codeOwner, ...(await administratorsAround(office, id)) }
    const acted = await executed<Organ, OrganRefusal>(office, by, {
      room: organRoom,
      stream: organStream(id),
      decide: (state) => decideOrgan(state, command, world),
      expectedVersion: body.type === 'OpenOrgan' ? 'new' : 'any',
    })
    await office.organs.refresh()
    return acted.ok || acted.error.kind !== 'stream-exists' ? acted : err({ kind: 'organ-exists' })
  })
}

/** Whether an organ has an administrator at all, and how many in office with no end set there and elsewhere. */
async function administratorsAround({ house, today }: Office, id: OrganId) {
  const holders = await administratorsOf(house.app, today())
  const lasting = holders.filter(isLasting(today()))
  const accountsIn = (here: boolean) =>
    new Set(lasting.filter(({ organ }) => (organ === id) === here).map(({ account }) => account)).size
  return {
    administrators: { here: accountsIn(true), elsewhere: accountsIn(false) },
    isAdministered: holders.some(({ organ }) => organ === id),
  }
}

export interface Newcomer {
  readonly login: Login
  /** The person's name as colleagues know it. */
  readonly name: string
  readonly posts: readonly WantedPost[]
  /** A password that was chosen already, as for a demonstration; otherwise one is made that is good for one login. */
  readonly password?: string
}

const newId = (): AccountId => `a${randomBytes(8).toString('hex')}` as AccountId

/** Opens an account. The password is in the answer and nowhere else. */
export function openAccount(
  office: Office,
  { login, name, posts, password }: Newcomer,
  by: Administrator,
): Promise<Result<{ readonly id: AccountId; readonly password: string }, AccountRefusal | EngineRefusal>> {
  const id = newId()
  return inTurn(office, async () => {
    const secret = password ?? oneTimePassword()
    const row =
      password === undefined
        ? oneTimeCredential(office, secret, firstDayOf(posts, office.today()))
        : ownCredential(office, secret)
    const beside = { account_person: [{ login, name }], account_credential: [await row] }
    const acted = await act(office, id, { type: 'OpenAccount', posts }, by, { beside, login })
    return acted.ok ? ok({ id, password: secret }) : acted
  })
}

/**
 * Opens an account into which no password leads: its owner comes with a link, or by sign-on. The rows beside say by which.
 */
export function openWithoutPassword(
  office: Office,
  { login, name, posts }: Omit<Newcomer, 'password'>,
  by: Administrator,
  rowsOf: () => Promise<Result<RowSet, AccountRefusal>>,
): Promise<Result<{ readonly id: AccountId }, AccountRefusal | EngineRefusal>> {
  const id = newId()
  return inTurn(office, async () => {
    const beside = await rowsOf()
    if (!beside.ok) return beside
    const rows = { account_person: [{ login, name }], account_credential: [noCredential()], ...beside.value }
    const acted = await act(office, id, { type: 'OpenAccount', posts }, by, { beside: rows, login })
    return acted.ok ? ok({ id }) : acted
  })
}

/** Does something to an account, with rows that no fact may hold, made or refused when it is its turn. */
export function actBeside<Refusal>(
  office: Office,
  id: AccountId,
  body: AccountCommandBody,
  by: Administrator,
  rowsOf: () => Promise<Result<RowSet, Refusal>>,
): Promise<Acted<Account, AccountRefusal | Refusal>> {
  return inTurn(office, async () => {
    const beside = await rowsOf()
    return beside.ok ? act(office, id, body, by, { beside: beside.value }) : beside
  })
}

type PlainAct = Exclude<
  AccountCommandBody,
  {
    type:
      | ('OpenAccount' | 'RenameAccount' | 'ChangePassword' | 'ResetPassword' | 'FollowDirectory')
      | ('SetSecondFactor' | 'RemoveSecondFactor' | 'ResetSecondFactor' | 'RenewRecoveryCodes')
  }
>

/** Gives or takes a post or the handling of who is away, or closes an account; a closed account's sessions end with it. */
export const actOnAccount = (
  office: Office,
  id: AccountId,
  body: PlainAct,
  by: Administrator,
): Promise<Acted<Account, AccountRefusal>> => inTurn(office, () => act(office, id, body, by))

/** Gives a person another name. The fact says that it was done, not what it was. */
export function renameAccount(
  office: Office,
  id: AccountId,
  name: string,
  by: Administrator,
): Promise<Acted<Account, AccountRefusal>> {
  return inTurn(office, async () => {
    const person = await readPerson(office.house.app, id)
    if (person === null) return err({ kind: 'no-such-account' })
    const beside = { account_person: [{ login: person.login, name }] }
    return act(office, id, { type: 'RenameAccount' }, by, { beside })
  })
}

/** Makes a password good for one login and ends all sessions of the account. */
export function resetPassword(
  office: Office,
  id: AccountId,
  by: Administrator,
): Promise<Result<{ readonly password: string }, AccountRefusal | EngineRefusal>> {
  return inTurn(office, async () => {
    const password = oneTimePassword()
    const beside = { account_credential: [await oneTimeCredential(office, password)] }
    const acted = await act(office, id, { type: 'ResetPassword' }, by, { beside })
    return acted.ok ? ok({ password }) : acted
  })
}

/** By the person, whose old password the caller has seen to be right. Ends all sessions; the new epoch begins the next. */
export function changePassword(
  office: Office,
  { id, login, organ }: { readonly id: AccountId; readonly login: string; readonly organ: OrganId },
  password: string,
): Promise<Result<{ readonly epoch: string }, AccountRefusal | EngineRefusal | { readonly kind: PasswordFlaw }>> {
  const flaw = flawOf(password, login)
  if (flaw !== null) return Promise.resolve(err({ kind: flaw }))
  return inTurn(office, async () => {
    const changed = await ownCredential(office, password)
    const by = { kind: 'staff', account: id, organ } as const
    const beside = { account_credential: [changed] }
    const acted = await act(office, id, { type: 'ChangePassword' }, by, { beside })
    return acted.ok ? ok({ epoch: changed.epoch }) : acted
  })
}

async function act(
  office: Office,
  id: AccountId,
  body: AccountCommandBody,
  by: Administrator,
  { beside, login }: { readonly beside?: RowSet; readonly login?: Login } = {},
): Promise<Acted<Account, AccountRefusal>> {
  const command: AccountCommand = { ...body, on: office.today(), by }
  const world = await worldOf(office, id, body, login)
  return executed<Account, AccountRefusal>(office, by, {
    room: accountRoom,
    stream: accountStream(id),
    decide: (state) => decideAccount(state, command, world),
    expectedVersion: body.type === 'OpenAccount' ? 'new' : 'any',
    ...(beside === undefined ? {} : { beside }),
  })
}

async function worldOf(office: Office, id: AccountId, body: AccountCommandBody, login?: Login): Promise<AccountWorld> {
  const { house, organs } = office
  const today = office.today()
  const holders = await administratorsOf(house.app, today)
  const others = holders.filter(isLasting(today)).filter(({ account }) => account !== id)
  const { rowCount } = await house.app.query('select from account_person where login = $1', [login ?? null])
  return {
    id,
    organs: organs.current(),
    otherAdministrators: new Set(others.map(({ account }) => account)).size,
    administered: new Set(holders.map(({ organ }) => organ)),
    loginTaken: rowCount !== 0,
    delegate: body.type === 'DelegateHandling' ? await delegateIn(office, body) : null,
  }
}

/** In office, and with no end set. */
const isLasting =
  (today: Day) =>
  (holder: Administers): boolean =>
    holder.until === null && runsOn(holder, today)

async function delegateIn(
  { house, today }: Office,
  { to, organ }: { readonly to: AccountId; readonly organ: OrganId },
): Promise<Delegate | null> {
  const posts = await termsIn(house.app, to, organ)
  if (posts === null) return null
  const away = (await awayIn(house.app, organ, today())).get(to) ?? null
  return { posts, away: away && { from: away.from, until: away.until } }
}

async function executed<State, Refusal>(
  { house, now }: Office,
  by: Actor,
  execution: Omit<Execution<State | null, AnyFact, Refusal>, 'by' | 'recordedAt'>,
): Promise<Acted<State, Refusal>> {
  const done: Result<Executed<State | null, AnyFact>, Refusal | EngineRefusal> = await execute(house, {
    ...execution,
    by,
    recordedAt: now(),
  })
  return done.ok ? ok({ version: done.value.version, state: done.value.state as State }) : done
}

/** The end of each process's own queue, so that no more than one of its connections ever waits for the lock. */
const queues = new WeakMap<Pool, Promise<unknown>>()

/** Alone in all processes, and with the organs as they are now. */
function inTurn<T>({ house, organs }: Office, work: () => Promise<T>): Promise<T> {
  const alone = (): Promise<T> =>
    inTransaction(house.app, async (client) => {
      await client.query("select pg_advisory_xact_lock(hashtextextended('xinqiao administration', 0))")
      await organs.refresh()
      return work()
    })
  const turn = (queues.get(house.app) ?? Promise.resolve()).then(alone, alone)
  queues.set(house.app, turn)
  return turn
}
