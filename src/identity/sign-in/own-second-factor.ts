/** What somebody who is signed in does about their own second factor. The password is asked for each time. */
import type { EngineRefusal } from '../../engine/room.ts'
import { err, ok, type Result } from '../../kernel/result.ts'
import type { AccountRefusal } from '../account.ts'
import type { Door } from '../door.ts'
import { type LoggingIn, type LoginRefusal, recognise, type SignedIn, showPassword } from '../login.ts'
import { credentialById } from '../sessions.ts'
import { knock, type Lane, sessionsLane, settle, undo } from './lane.ts'
import type { Offer, Standing } from './second-factor.ts'
import { mustHaveSecondFactor } from './second-step.ts'
import { asThemselves, confirmSecondFactor, removeSecondFactor, renewRecoveryCodes } from './set-second-factor.ts'

export type OwnSecondFactorRefusal =
  /** The office wants everybody in this post to have one. */
  { readonly kind: 'second-factor-required' }

type Refusal = LoginRefusal | AccountRefusal | EngineRefusal | OwnSecondFactorRefusal
type Answer<T> = Promise<Result<T, Refusal>>

/** Password and code, as both are asked for where something is taken away. */
export interface Both {
  readonly password: string
  readonly code: string
}

export interface OwnStanding extends Standing {
  readonly isRequired: boolean
  /** False for somebody who comes by sign-on alone: there is no password to change, and no second factor beside it. */
  readonly hasPassword: boolean
}

export async function readOwnStanding(door: Door, { account }: Pick<SignedIn, 'account'>): Promise<OwnStanding> {
  const standing = await door.factors.standingOf(account)
  const credential = await credentialById(door.house.app, account, door.today())
  if (credential === null) return { ...standing, isRequired: false, hasPassword: false }
  return {
    ...standing,
    isRequired: mustHaveSecondFactor(door, credential),
    hasPassword: credential.hash !== null,
  }
}

/** Shows a new secret, for whoever is signed in and has none. */
export async function offerSecondFactor(door: Door, signedIn: SignedIn, password: string): Answer<Offer> {
  const shown = await showPassword(door, signedIn, password)
  if (!shown.ok) return shown
  await settle(door, shown.value.lane)
  const { state } = await door.factors.standingOf(signedIn.account)
  if (state === 'on') return err({ kind: 'second-factor-on' })
  return ok(await door.factors.offer(signedIn.account, shown.value.login))
}

/** Shows a new secret to somebody who may not come in without one, and has shown the password. */
export async function offerAtTheDoor(
  door: Door,
  request: Pick<LoggingIn, 'login' | 'password' | 'address' | 'browser'>,
): Answer<Offer> {
  const known = await recognise(door, request)
  if (!known.ok) return known
  const { credential, lane, login } = known.value
  await undo(door, lane.first)
  const { state } = await door.factors.standingOf(credential.account)
  if (state === 'on') return err({ kind: 'second-factor-on' })
  if (!mustHaveSecondFactor(door, credential)) return err({ kind: 'no-second-factor' })
  return ok(await door.factors.offer(credential.account, login))
}

type Recovered = { readonly recoveryCodes: readonly string[] }

/** The first code of the device that was offered. All other sessions end. */
export async function setSecondFactor(door: Door, signedIn: SignedIn, token: string, code: string): Answer<Recovered> {
  const { state } = await door.factors.standingOf(signedIn.account)
  if (state === 'on') return err({ kind: 'second-factor-on' })
  const lane = sessionsLane(signedIn.account)
  const shutMs = await knock(door, lane.first)
  if (shutMs > 0) return err({ kind: 'locked-out', seconds: Math.ceil(shutMs / 1000) })
  const set = await confirmSecondFactor(door, signedIn, code)
  if (!set.ok) return set
  await settle(door, lane)
  await door.sessions.endOthers(signedIn.account, token)
  return set
}

/** All other sessions end: one of them may be why it is turned off. */
export async function turnOffSecondFactor(door: Door, signedIn: SignedIn, token: string, both: Both): Answer<void> {
  const { isRequired } = await readOwnStanding(door, signedIn)
  if (isRequired) return err({ kind: 'second-factor-required' })
  const shown = await showBoth(door, signedIn, both)
  if (!shown.ok) return shown
  const removed = await removeSecondFactor(door, signedIn.account, 'RemoveSecondFactor', asThemselves(signedIn))
  if (removed.ok) await door.sessions.endOthers(signedIn.account, token)
  return removed
}

export async function renewOwnRecoveryCodes(door: Door, signedIn: SignedIn, both: Both): Answer<Recovered> {
  const shown = await showBoth(door, signedIn, both)
  return shown.ok ? renewRecoveryCodes(door, signedIn) : shown
}

async function showBoth(door: Door, signedIn: SignedIn, { password, code }: Both): Answer<Lane> {
  const { state } = await door.factors.standingOf(signedIn.account)
  if (state !== 'on') return err({ kind: 'no-second-factor' })
  const shown = await showPassword(door, signedIn, password)
  if (!shown.ok) return shown
  if (!(await door.factors.take(signedIn.account, code, new Date(door.now())))) return err({ kind: 'code-wrong' })
  await settle(door, shown.value.lane)
  return ok(shown.value.lane)
}
