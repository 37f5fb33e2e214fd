import type { Office } from './administration.ts'
import type { KeyVault } from './keyring.ts'
import { type LoginAttempts, loginAttempts } from './login-attempts.ts'
import { passwords } from './password.ts'
import { type SessionLimits, type Sessions, sessions, usualLimits } from './sessions.ts'
import { type KnownBrowsers, knownBrowsers } from './sign-in/known-browser.ts'
import { type SecondFactors, secondFactors } from './sign-in/second-factor.ts'
import { type SignOn, type SignOnSettings, signOnAt } from './sign-in/sign-on.ts'

/** Who must show a second factor beside their password. */
export type SecondFactorDuty = 'optional' | 'administrators' | 'everyone'

/** What the door needs beside the office. */
export interface Door extends Office {
  readonly attempts: LoginAttempts
  readonly sessions: Sessions
  readonly browsers: KnownBrowsers
  readonly factors: SecondFactors
  readonly secondFactor: SecondFactorDuty
  /** The office's own directory, if staff sign on through it. */
  readonly signOn: SignOn | null
}

export interface DoorSettings {
  readonly limits?: SessionLimits
  readonly secondFactor?: SecondFactorDuty
  readonly signOn?: SignOnSettings | null
}

/** The door of a house: passwords, factors, sessions and counters on its database, under its keys. */
export async function openDoor(
  house: Pick<Office, 'house' | 'organs' | 'today' | 'now'>,
  vault: KeyVault,
  { limits = usualLimits, secondFactor = 'optional', signOn = null }: DoorSettings = {},
): Promise<Door> {
  const { app } = house.house
  return {
    ...house,
    passwords: await passwords(),
    attempts: await loginAttempts(app, vault),
    sessions: sessions(app, house.today, limits),
    browsers: await knownBrowsers(vault),
    factors: await secondFactors(app, vault),
    secondFactor,
    signOn: signOn === null ? null : await signOnAt(signOn, vault),
  }
}
