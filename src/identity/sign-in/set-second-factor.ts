import type { EngineRefusal, RowSet } from '../../engine/room.ts'
import type { OrganId } from '../../kernel/organ.ts'
import { err, ok, type Result } from '../../kernel/result.ts'
import type { AccountCommandBody, AccountId, AccountRefusal } from '../account.ts'
import { actBeside } from '../administration.ts'
import type { Door } from '../door.ts'
import type { Administrator } from '../organ.ts'
import { noSecondFactor, type Recoverable } from './second-factor.ts'

/** Whose account it is, and where they act. */
export interface Owner {
  readonly account: AccountId
  readonly organ: OrganId
}

export const asThemselves = ({ account, organ }: Owner): Administrator => ({ kind: 'staff', account, organ })

type Acted<T> = Promise<Result<T, AccountRefusal | EngineRefusal | { readonly kind: 'code-wrong' }>>

/** The device has shown a code of what was offered: from now on it is asked for. The recovery codes are shown once. */
export const confirmSecondFactor = (
  door: Door,
  owner: Owner,
  code: string,
): Acted<{ readonly recoveryCodes: readonly string[] }> =>
  withRecovery(door, owner, 'SetSecondFactor', () => door.factors.confirm(owner.account, code, new Date(door.now())))

/** Ten new recovery codes; what is left of the old ones is good no more. */
export const renewRecoveryCodes = (door: Door, owner: Owner): Acted<{ readonly recoveryCodes: readonly string[] }> =>
  withRecovery(door, owner, 'RenewRecoveryCodes', () => door.factors.renew(owner.account))

async function withRecovery(
  door: Door,
  owner: Owner,
  type: 'SetSecondFactor' | 'RenewRecoveryCodes',
  draw: () => Promise<Recoverable | null>,
): Acted<{ readonly recoveryCodes: readonly string[] }> {
  let recoveryCodes: readonly string[] = []
  const acted = await actBeside(door, owner.account, { type }, asThemselves(owner), async () => {
    const drawn = await draw()
    if (drawn === null) return err({ kind: 'code-wrong' } as const)
    recoveryCodes = drawn.codes
    return ok({ account_second_factor: [drawn.row] })
  })
  return acted.ok ? ok({ recoveryCodes }) : acted
}

/** By the person, who has shown both; or by an administrator, for somebody who cannot: then all sessions of the account end. */
export async function removeSecondFactor(
  door: Door,
  account: AccountId,
  type: Extract<AccountCommandBody['type'], 'RemoveSecondFactor' | 'ResetSecondFactor'>,
  by: Administrator,
): Promise<Result<void, AccountRefusal | EngineRefusal>> {
  const rows = async (): Promise<Result<RowSet, never>> => ok({ account_second_factor: [noSecondFactor] })
  const acted = await actBeside(door, account, { type }, by, rows)
  if (!acted.ok) return acted
  if (type === 'ResetSecondFactor') await door.sessions.endAll(account)
  return ok(undefined)
}
