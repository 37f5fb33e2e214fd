import type { PetitionNumber } from '../kernel/petition-number.ts'
import type { AttemptScope, LoginAttempts } from './login-attempts.ts'
import { networkOf } from './network-address.ts'

/** Where somebody tries a key from, and at which petition. */
export interface Trying {
  readonly address: string
  readonly number: PetitionNumber
}

/** How a try stands before the key is looked at. */
export interface KeyStanding {
  /** Seconds to wait, or 0. */
  readonly shutSeconds: number
  /** Whether wrong keys are remembered here that a right one would clear away. */
  readonly hasFailed: boolean
}

/**
 * Counts wrong keys, for all processes together and across restarts: narrowly for one petition from one network, widely for a
 * network. No petition is ever locked: whoever guesses at it shuts out their own network alone, for minutes. And since
 * thousands of telephones share the network of their carrier, the wide count holds up only those who were wrong at this very
 * petition: a stranger's guesses at others never keep a right key out.
 */
export interface KeyGuard {
  standing(trying: Trying, now: Date): Promise<KeyStanding>
  failed(trying: Trying, now: Date): Promise<void>
  /** A right key was shown: what was mistyped at this petition from this network no longer counts. */
  clear(trying: Trying): Promise<void>
}

export function keyGuard(attempts: Pick<LoginAttempts, 'begin' | 'forget' | 'standing'>): KeyGuard {
  return {
    async standing(trying, now) {
      const [here, network] = await attempts.standing(scopesOf(trying), now)
      const hasFailed = here !== undefined && here.failures > 0
      const lockedMs = Math.max(here?.lockedMs ?? 0, hasFailed ? (network?.lockedMs ?? 0) : 0)
      return { shutSeconds: Math.ceil(lockedMs / 1000), hasFailed }
    },
    async failed(trying, now) {
      for (const [scope, who] of scopesOf(trying)) await attempts.begin(scope, who, now)
    },
    clear: (trying) => attempts.forget(...scopesOf(trying)[0]),
  }
}

type Scopes = readonly [narrow: readonly [AttemptScope, string], wide: readonly [AttemptScope, string]]

const scopesOf = ({ address, number }: Trying): Scopes => [
  ['petition', `${networkOf(address)} ${number}`],
  ['network', networkOf(address)],
]
