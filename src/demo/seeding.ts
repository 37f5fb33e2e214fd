import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import type { House } from '../main.ts'
import type { DataFolder } from '../platform/data-folder.ts'

/** Fills an empty, migrated house with the fictional prefecture and writes demo-accounts.json (0600). */
export type SeedDemo = (house: House, say: (words: string) => void) => Promise<void>

type Mark = 'seeding' | 'seeded'

/**
 * Only a folder that is empty may get demonstration data. It is marked before anything is put in, so that a first
 * start cut short is told from a folder in which somebody works.
 */
export function markIfEmpty(folder: DataFolder): void {
  mkdirSync(folder.path, { recursive: true, mode: 0o700 })
  const inside = readdirSync(folder.path).filter((name) => !name.startsWith('.'))
  if (inside.length === 0) writeMark(folder, 'seeding')
}

/** Runs while the house is ours alone and nobody is let in yet. Does nothing in a folder that was not empty. */
export async function seedOnce(house: House, seed: SeedDemo, say: (words: string) => void): Promise<void> {
  const { folder } = house.config
  if (readMark(folder) !== 'seeding') return
  if (await holdsFacts(house)) await empty(house, say)
  say('Filling the empty data folder with a fictional prefecture …')
  await seed(house, say)
  writeMark(folder, 'seeded')
}

const markFile = (folder: DataFolder): string => join(folder.path, 'demo.json')

function readMark(folder: DataFolder): Mark | undefined {
  if (!existsSync(markFile(folder))) return undefined
  return (JSON.parse(readFileSync(markFile(folder), 'utf8')) as { demo: Mark }).demo
}

function writeMark(folder: DataFolder, demo: Mark): void {
  writeFileSync(markFile(folder), `${JSON.stringify({ demo })}\n`)
}

async function holdsFacts({ pools }: House): Promise<boolean> {
  const { rowCount } = await pools.work.query('select from event limit 1')
  return rowCount === 1
}

/** What a start cut short has left. Nobody was let in before it was finished, so nobody's work is lost. */
async function empty({ config, database }: House, say: (words: string) => void): Promise<void> {
  if (database.kind === 'served')
    throw new Error('this data folder is empty but its database is not: demonstration data are for an empty one only')
  say('The last start was cut short: beginning again.')
  const owner = new pg.Client({ ...database.doorFor('owner') })
  await owner.connect()
  try {
    const { rows } = await owner.query<{ tables: string | null }>(
      `select string_agg(format('%I.%I', schemaname, tablename), ', ') as tables
       from pg_tables where schemaname = 'public' and tablename <> 'migration'`,
    )
    if (rows[0]?.tables) await owner.query(`truncate ${rows[0].tables}`)
  } finally {
    await owner.end()
  }
  // the log too: what it has published would be ahead of a database that begins anew
  for (const place of [config.folder.files, config.folder.spool, config.folder.register]) {
    for (const name of readdirSync(place)) rmSync(join(place, name), { recursive: true })
  }
}
