/** An office for tests: a real database, real keys, and a clock that moves when it is told to. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import type { AccountId } from '../src/identity/account.ts'
import { parseLogin } from '../src/identity/account-tables.ts'
import { actOnOrgan, openAccount } from '../src/identity/administration.ts'
import { type Door, type DoorSettings, openDoor } from '../src/identity/door.ts'
import { openKeyFolder } from '../src/identity/key-folder.ts'
import type { KeyVault } from '../src/identity/keyring.ts'
import type { Administrator, OrganCommandBody } from '../src/identity/organ.ts'
import { openDirectory } from '../src/identity/organ-directory.ts'
import { type Day, day } from '../src/kernel/day.ts'
import type { OrganId } from '../src/kernel/organ.ts'
import type { Post } from '../src/kernel/viewer.ts'
import { type FreshDatabase, freshDatabase } from './database.ts'

export const house: Administrator = { kind: 'system', task: 'test' }
export const organ = (id: string): OrganId => id as OrganId

export interface TestOffice extends Door {
  readonly database: FreshDatabase
  readonly vault: KeyVault
  /** Lets time pass. */
  pass(ms: number): void
  /** Another process on the same database: pools apart, nothing shared in memory. */
  beside(): Promise<Door>
  openOrgan(id: string, place?: Partial<Extract<OrganCommandBody, { type: 'OpenOrgan' }>>): Promise<void>
  /** An account that has its own password already. */
  openStaff(login: string, posts: readonly (readonly [string, Post])[]): Promise<{ id: AccountId; password: string }>
}

export async function testOffice(settings: DoorSettings = {}): Promise<TestOffice> {
  const database = await freshDatabase()
  const folder = mkdtempSync(join(tmpdir(), 'xinqiao-office-'))
  afterAll(() => rmSync(folder, { recursive: true }))
  const vault = await openKeyFolder(folder)
  let now = Date.parse('2026-11-23T01:00:00.000Z')
  const clock = {
    today: (): Day => day(new Date(now).toISOString().slice(0, 10)),
    now: () => new Date(now).toISOString(),
  }
  const doorOn = async (app: FreshDatabase['app']): Promise<Door> => {
    const organs = await openDirectory(app, { everyMs: 60_000 })
    afterAll(() => organs.close())
    return openDoor({ ...clock, house: { app }, organs }, vault, settings)
  }
  const door = await doorOn(database.app)
  return {
    ...door,
    database,
    vault,
    pass: (ms) => {
      now += ms
    },
    // another role's pool stands for another process: it has the same rights on these tables
    beside: () => doorOn(database.work),
    async openOrgan(id, place = {}) {
      const county = { kind: 'government', level: 'county', region: '990101', parent: null, leadBy: null } as const
      const body = { type: 'OpenOrgan', id: organ(id), name: { zh: id, en: id }, ...county, ...place } as const
      const opened = await actOnOrgan(door, organ(id), body, house)
      if (!opened.ok) throw new Error(opened.error.kind)
    },
    async openStaff(login, posts) {
      const newcomer = {
        ...{ login: parseLogin(login) as NonNullable<ReturnType<typeof parseLogin>>, name: `人名 ${login}` },
        ...{ posts: posts.map(([of, post]) => ({ organ: organ(of), post })), password: 'Granit-Wolke-27' },
      }
      const opened = await openAccount(door, newcomer, house)
      if (!opened.ok) throw new Error(opened.error.kind)
      return opened.value
    },
  }
}
