/** The first organ and the first administrator of an empty house, and a whole list of organs at once. */

import type { EngineRefusal } from '../engine/room.ts'
import type { OrganId, OrganKind, OrganLevel } from '../kernel/organ.ts'
import { ok, type Result } from '../kernel/result.ts'
import type { AccountRefusal } from './account.ts'
import type { Login } from './account-tables.ts'
import { actOnOrgan, type Office, openAccount } from './administration.ts'
import type { OrganRefusal } from './organ.ts'

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

/** Opens an administrator's account; the password in the answer is good for one login. */
export const foundAdministrator = (
  office: Office,
  { login, name, organ }: { readonly login: Login; readonly name: string; readonly organ: OrganId },
): Promise<Result<{ readonly password: string }, AccountRefusal | EngineRefusal>> =>
  openAccount(office, { login, name, posts: [{ organ, post: 'administrator' }] }, founder)

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
