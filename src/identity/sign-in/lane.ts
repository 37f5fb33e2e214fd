/** How somebody comes to the door: as a stranger, or from where they were let in before. See docs/adr/0013. */
import type { AccountId } from '../account.ts'
import type { AttemptScope, Counter, LoginAttempts } from '../login-attempts.ts'
import { networkOf } from '../network-address.ts'

/** The counters of one attempt, and of its second step. */
export interface Lane {
  readonly first: readonly Counter[]
  readonly second: readonly Counter[]
}

export const strangersLane = (login: string, address: string): Lane => {
  const network = networkOf(address)
  return {
    first: [
      ['address', network],
      ['account-at-address', `${login}\n${network}`],
      ['account', login],
    ],
    second: [['code', login]],
  }
}

/** Nobody else's failures are counted here, so nobody else can shut it. */
export const ownLane = (browser: string): Lane => ({ first: [['browser', browser]], second: [] })

/** Whoever is signed in and is asked for the password again. Only a session of theirs could shut it. */
export const sessionsLane = (account: AccountId): Lane => ({
  first: [['browser', `signed in\n${account}`]],
  second: [],
})

interface Counting {
  readonly attempts: LoginAttempts
  now(): string
}

/** Counts an attempt on every counter before it is made. Returns for how long the first shut one is, or 0. */
export async function knock({ attempts, now }: Counting, counters: readonly Counter[]): Promise<number> {
  for (const [at, [scope, who]] of counters.entries()) {
    const shutMs = await attempts.begin(scope, who, new Date(now()))
    if (shutMs === 0) continue
    await undo({ attempts }, counters.slice(0, at))
    return shutMs
  }
  return 0
}

/** The attempt was never made, or showed no more than that the person is not done. */
export async function undo({ attempts }: Pick<Counting, 'attempts'>, counters: readonly Counter[]): Promise<void> {
  for (const [scope, who] of counters) await attempts.undo(scope, who)
}

/** What somebody shares with others is not forgotten when they alone have shown who they are. */
const shared: ReadonlySet<AttemptScope> = new Set(['address', 'account'])

/** The person has shown who they are. */
export async function settle({ attempts }: Pick<Counting, 'attempts'>, { first, second }: Lane): Promise<void> {
  for (const [scope, who] of [...first, ...second]) {
    if (shared.has(scope)) await attempts.undo(scope, who)
    else await attempts.forget(scope, who)
  }
}
