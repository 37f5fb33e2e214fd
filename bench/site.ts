/** One house of the measurement: made, filled to its size, and kept open until the end. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Pool } from 'pg'
import { credentialByLogin } from '../src/identity/sessions.ts'
import type { OrganId } from '../src/kernel/organ.ts'
import { type House, openHouse } from '../src/main.ts'
import { readConfig } from '../src/platform/config.ts'
import { poolFor } from '../src/platform/pools.ts'
import { openRooms, type Rooms } from '../src/wiring.ts'
import { fill, type Sample } from './filling.ts'
import { makeFloor } from './floors.ts'
import { benchOrgans } from './organs.ts'
import { type Clerk, loginOf, settle } from './settling.ts'

/** `off`: the same house with row security taken away, to see beside it what it costs. */
export type RowSecurity = 'on' | 'off'

export interface Site {
  readonly size: number
  readonly rowSecurity: RowSecurity
  readonly folder: string
  readonly house: House
  readonly rooms: Rooms
  readonly owner: Pool
  readonly clerks: readonly Clerk[]
  readonly samples: readonly Sample[]
  readonly commandsPerSecond: number | null
  close(): Promise<void>
}

const lateEach = 500
const seed = 20260323

/** Opens the house in `folder`; one that lies there filled already is taken as it is. */
export async function openSite(folder: string, size: number, rowSecurity: RowSecurity = 'on'): Promise<Site> {
  mkdirSync(folder, { recursive: true })
  const house = await openHouse(readConfig({ data: folder }, { XINQIAO_LOG_TO: 'file' }), 'migrate')
  const rooms = await openRooms(house)
  const owner = poolFor(house.database, 'owner', { max: 1 })
  const close = async (): Promise<void> => {
    rooms.close()
    await owner.end()
    await house.close()
  }
  const opened = { size, rowSecurity, folder, house, rooms, owner, close }
  try {
    const furnished = await furnish(opened)
    if (rowSecurity === 'off') await disableRowSecurity(owner)
    return { ...opened, ...furnished }
  } catch (fault) {
    await close()
    throw fault
  }
}

async function disableRowSecurity(owner: Pool): Promise<void> {
  const { rows } = await owner.query(
    `select relname as name from pg_class where relrowsecurity and relnamespace = 'public'::regnamespace`,
  )
  for (const { name } of rows) await owner.query(`alter table ${name} disable row level security`)
}

type Bare = Pick<Site, 'size' | 'folder' | 'house' | 'rooms' | 'owner'>
type Furnished = Pick<Site, 'clerks' | 'samples' | 'commandsPerSecond'>

async function furnish(site: Bare): Promise<Furnished> {
  const kept = join(site.folder, 'samples.json')
  if (existsSync(kept)) {
    const samples = JSON.parse(readFileSync(kept, 'utf8')) as readonly Sample[]
    return { samples, clerks: await clerksOf(site), commandsPerSecond: null }
  }
  const clerks = await settle(site.house, site.rooms)
  await makeFloor(site.owner)
  const { samples, commands, seconds } = await fillSite(site, clerks)
  writeFileSync(kept, JSON.stringify(samples), { mode: 0o600 })
  return { samples, clerks, commandsPerSecond: commands / seconds }
}

async function clerksOf({ house, rooms }: Bare): Promise<readonly Clerk[]> {
  const clerks: Clerk[] = []
  for (const { id } of benchOrgans) {
    const credential = await credentialByLogin(house.pools.app, loginOf(id), rooms.petitions.today())
    if (credential) clerks.push({ organ: id as OrganId, account: credential.account })
  }
  return clerks
}

/** What filling posted is taken for sent: the notices of two years are not part of a page's time. */
async function fillSite({ size, house, rooms, owner }: Bare, clerks: readonly Clerk[]) {
  const clerkOf = new Map(clerks.map(({ organ, account }) => [organ as string, account as string]))
  process.stderr.write(`filling a house with ${size} petitions …\n`)
  const filled = await fill(rooms.petitions, { petitions: size, late: Math.min(lateEach, size / 10), seed, clerkOf })
  await house.pools.work.query('delete from outbox')
  await owner.query('vacuum (analyze)')
  process.stderr.write(`  ${filled.commands} commands in ${filled.seconds.toFixed(0)} s\n`)
  return filled
}
