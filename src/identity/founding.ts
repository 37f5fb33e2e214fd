/** The first organ and the first administrator of an empty house, and a whole list of organs at once. */

import type { EngineRefusal } from '../engine/room.ts'
import type { OrganId, OrganKind, OrganLevel } from '../kernel/organ.ts'
import { ok, type Result } from '../kernel/result.ts'
import type { AccountRefusal } from './account.ts'
import type { Login } from './account-tables.ts'
import { actOnOrgan, type Office, openWithoutPassword } from './administration.ts'
import type { OrganRefusal } from './organ.ts'
import { inviteAgain, newInvitation } from './sign-in/invitation.ts'

const founder = { kind: 'system', task: 'founding' } as const

export interface ListedNewOrgan {
  readonly id: OrganId
  readonly nameZh: string
  readonly nameEn: string
  readonly kind: OrganKind
  readonly level: OrganLevel
  readonly region: string
  readonly parent: OrganId | null
  readonly leadBy: OrganId | null
}

/** Opens one organ in the house's own name. An organ that is there already stays as it is. */
export async function foundOrgan(
  office: Office,
  organ: ListedNewOrgan,
): Promise<Result<'opened' | 'there', OrganRefusal | EngineRefusal>> {
  const { nameZh, nameEn, ...place } = organ
  const opened = await actOnOrgan(
    office,
    organ.id,
    { type: 'OpenOrgan', name: { zh: nameZh, en: nameEn }, ...place },
    founder,
  )
  if (opened.ok) return ok('opened')
  return opened.error.kind === 'organ-exists' ? ok('there') : opened
}

export interface Founded {
  /** For the link with which the administrator sets a password. */
  readonly token: string
  readonly expiresAt: string
}

/**
 * Opens an administrator's account, into which a link leads. For an account whose link nobody has used, another link takes
 * its place.
 */
export async function foundAdministrator(
  office: Office,
  { login, name, organ }: { readonly login: Login; readonly name: string; readonly organ: OrganId },
): Promise<Result<Founded, AccountRefusal | EngineRefusal>> {
  const { token, expiresAt, row } = newInvitation(new Date(office.now()))
  const newcomer = { login, name, posts: [{ organ, post: 'administrator' }] } as const
  const opened = await openWithoutPassword(office, newcomer, founder, async () => ok({ account_invitation: [row] }))
  if (opened.ok) return ok({ token, expiresAt })
  const again = opened.error.kind === 'login-taken' ? await inviteAgain(office, login) : null
  return again === null ? opened : ok(again)
}

/** Those that depend on none of the others come first; what hangs on something that is not in the list stays in its order. */
export function superiorsFirst<T extends Pick<ListedNewOrgan, 'id' | 'parent' | 'leadBy'>>(
  organs: readonly T[],
): readonly T[] {
  const listed = new Map(organs.map((organ) => [organ.id, organ]))
  const placed = new Set<T>()
  const place = (organ: T, above: ReadonlySet<T>): void => {
    if (placed.has(organ) || above.has(organ)) return
    for (const superior of [organ.parent, organ.leadBy]) {
      const found = superior === null ? undefined : listed.get(superior)
      if (found) place(found, new Set([...above, organ]))
    }
    placed.add(organ)
  }
  for (const organ of organs) place(organ, new Set())
  return [...placed]
}
