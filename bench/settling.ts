/** Opens the organs and one clerk in each, by the house's own acts. */

import type { AccountId } from '../src/identity/account.ts'
import { type Login, parseLogin } from '../src/identity/account-tables.ts'
import { actOnOrgan, type Office, openAccount } from '../src/identity/administration.ts'
import { passwords } from '../src/identity/password.ts'
import { credentialById, sessions } from '../src/identity/sessions.ts'
import type { OrganId } from '../src/kernel/organ.ts'
import type { House } from '../src/main.ts'
import type { Rooms } from '../src/wiring.ts'
import { benchOrgans } from './organs.ts'

export interface Clerk {
  readonly organ: OrganId
  readonly account: AccountId
}

const by = { kind: 'system', task: 'bench' } as const

export async function settle(house: House, { directory, petitions }: Rooms): Promise<readonly Clerk[]> {
  const office: Office = {
    ...{ house: { app: house.pools.app, bell: petitions.bell }, organs: directory, passwords: await passwords() },
    ...{ today: petitions.today, now: petitions.now },
  }
  const clerks: Clerk[] = []
  for (const { id, zh, ...organ } of benchOrgans) {
    const command = { type: 'OpenOrgan', id: id as OrganId, name: { zh, en: id }, leadBy: null, ...organ } as const
    const opened = await actOnOrgan(office, id as OrganId, { ...command, parent: organ.parent as OrganId | null }, by)
    if (!opened.ok) throw new Error(`${id}: ${opened.error.kind}`)
    clerks.push({ organ: id as OrganId, account: await clerkOf(office, id as OrganId) })
  }
  return clerks
}

export const loginOf = (organ: string): Login => parseLogin(`clerk.${organ}`) as Login

async function clerkOf(office: Office, organ: OrganId): Promise<AccountId> {
  const login = loginOf(organ)
  const posts = (['clerk', 'head'] as const).map((post) => ({ organ, post }))
  const opened = await openAccount(
    office,
    { login, name: '测量员', posts, password: 'a long password of the bench' },
    by,
  )
  if (!opened.ok) throw new Error(`${login}: ${opened.error.kind}`)
  return opened.value.id
}

/** A session of each clerk, begun now: the value of the cookie. */
export async function signIn(
  { pools }: House,
  { petitions: { today } }: Rooms,
  clerks: readonly Clerk[],
): Promise<ReadonlyMap<OrganId, string>> {
  const tokens = new Map<OrganId, string>()
  for (const { organ, account } of clerks) {
    const credential = await credentialById(pools.app, account, today())
    if (!credential) throw new Error(`no credential of ${account}`)
    tokens.set(organ, await sessions(pools.app, today).begin({ account, organ, epoch: credential.epoch }, new Date()))
  }
  return tokens
}
