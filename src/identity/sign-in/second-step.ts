import type { EngineRefusal } from '../../engine/room.ts'
import { err, ok, type Result } from '../../kernel/result.ts'
import type { AccountRefusal } from '../account.ts'
import type { Door } from '../door.ts'
import { knock, type Lane, undo } from './lane.ts'
import { confirmSecondFactor, type Owner } from './set-second-factor.ts'

export type SecondStepRefusal =
  /** The password is right: say a code with it. */
  | { readonly kind: 'code-needed' }
  | { readonly kind: 'code-wrong' }
  /** The office wants a second factor and there is none yet: set one on the way in. */
  | { readonly kind: 'second-factor-must-be-set' }

type Refusal =
  | SecondStepRefusal
  | { readonly kind: 'locked-out'; readonly seconds: number }
  | AccountRefusal
  | EngineRefusal

interface Passed {
  readonly recoveryCodes?: readonly string[]
}

interface Coming extends Owner {
  readonly isAdministrator: boolean
}

/** The step after the password: a code of the device that is set, or the first code of one that has to be. */
export async function passSecondStep(
  door: Door,
  coming: Coming,
  code: string | undefined,
  lane: Lane,
): Promise<Result<Passed, Refusal>> {
  const { state } = await door.factors.standingOf(coming.account)
  if (state !== 'on' && !mustHaveSecondFactor(door, coming)) return ok({})
  if (state === 'none' || (state === 'offered' && code === undefined)) return err({ kind: 'second-factor-must-be-set' })
  if (code === undefined) return err({ kind: 'code-needed' })
  const shutMs = await knock(door, lane.second)
  if (shutMs > 0) return err({ kind: 'locked-out', seconds: Math.ceil(shutMs / 1000) })
  if (state === 'offered') return settleOffered(door, coming, code, lane)
  const taken = await door.factors.take(coming.account, code, new Date(door.now()))
  return taken ? ok({}) : err({ kind: 'code-wrong' })
}

export const mustHaveSecondFactor = (
  { secondFactor }: Pick<Door, 'secondFactor'>,
  { isAdministrator }: Pick<Coming, 'isAdministrator'>,
): boolean => secondFactor === 'everyone' || (secondFactor === 'administrators' && isAdministrator)

async function settleOffered(
  door: Door,
  coming: Coming,
  code: string,
  { second }: Lane,
): Promise<Result<Passed, Refusal>> {
  const confirmed = await confirmSecondFactor(door, coming, code)
  if (!confirmed.ok && confirmed.error.kind !== 'code-wrong') await undo(door, second)
  return confirmed
}
