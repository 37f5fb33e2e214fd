import { createHmac, timingSafeEqual } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Pool } from 'pg'
import { KeyRefused } from './key-file.ts'
import type { KeyLedger } from './key-folder.ts'
import { isCohort, keyName, parseKeyFile } from './key-names.ts'
import type { Generations, KeyVault, LastingPurpose } from './keyring.ts'

/** The keys by which a database knows its own, by the name that they have in the folder. */
async function markedKeys(vault: KeyVault): Promise<Readonly<Record<string, Generations>>> {
  const lasting = async (purpose: LastingPurpose): Promise<Generations> => [
    { generation: 1, key: await vault.lastingKey(purpose) },
  ]
  return {
    index: await vault.indexKeys(),
    files: await vault.filesKeys(),
    'petitioner-digest': await lasting('petitioner-digest'),
    'second-factor': await lasting('second-factor'),
  }
}

/**
 * Refuses keys that are not those of this database. A restored database beside a new folder of keys would look healthy:
 * petitions would be registered, and neither their petitioners' keys nor anything written before would ever open.
 * The first house to come leaves its mark; a key cannot be told from it.
 */
export async function refuseForeignKeys(pool: Pool, vault: KeyVault): Promise<void> {
  for (const [base, kept] of Object.entries(await markedKeys(vault))) {
    const known = await newestMark(pool, base)
    if (known === null) await mark(pool, base, kept)
    const expected = known ?? (await newestMark(pool, base))
    const own = kept.find(({ generation }) => generation === expected?.generation)
    if (!expected || !own || !timingSafeEqual(expected.mark, markOf(own.key))) throw foreign(base)
  }
}

/**
 * Refuses a folder from which the marked keys are gone, before anybody makes new ones in their place: those would stand in
 * the way of the backup.
 */
export async function refuseLostKeys(pool: Pool, folder: string): Promise<void> {
  const { rows } = await pool.query<{ name: string }>('select name from key_mark')
  const names = rows.map(({ name }) => parseKeyFile(`${name}.key`)).filter((key) => key !== null)
  for (const [base, marked] of Map.groupBy(names, (key) => key.base)) {
    const newest = Math.max(...marked.map(({ generation }) => generation))
    if (isCohort(base)) continue
    const isLost = !existsSync(join(folder, `${keyName(base, newest)}.key`))
    // the key behind petitioners' keys follows from the first index key, and houses from before lack the file
    if (isLost && base !== 'petitioner-digest') throw foreign(base)
  }
}

/** Remembers in the same place which keys of cohorts were made, so that one that is lost is not taken for one never made. */
export const markLedger = (pool: Pool): KeyLedger => ({
  newestMade: async (base) => (await newestMark(pool, base))?.generation ?? 0,
  note: (base, made) => mark(pool, base, [made]),
})

const foreign = (base: string): KeyRefused =>
  new KeyRefused(
    `the key ${base} is not the one of this database: restore the folder of keys that belongs to it (xinqiao keys restore)`,
  )

/** Leaves the mark of a key's newest generation, before an older one may go. */
export async function markNewest(pool: Pool, vault: KeyVault, base: 'index' | 'files'): Promise<void> {
  await mark(pool, base, base === 'index' ? await vault.indexKeys() : await vault.filesKeys())
}

async function mark(pool: Pool, base: string, [{ generation, key }]: Generations): Promise<void> {
  await pool.query('insert into key_mark (name, mark) values ($1, $2) on conflict do nothing', [
    keyName(base, generation),
    markOf(key),
  ])
}

const markOf = (key: Generations[0]['key']): Buffer => createHmac('sha256', key).update('xinqiao mark').digest()

async function newestMark(pool: Pool, base: string): Promise<{ generation: number; mark: Buffer } | null> {
  const { rows } = await pool.query<{ name: string; mark: Buffer }>('select name, mark from key_mark')
  const marks = rows.flatMap(({ name, mark: left }) => {
    const named = parseKeyFile(`${name}.key`)
    return named?.base === base ? [{ generation: named.generation, mark: left }] : []
  })
  return marks.sort((a, b) => b.generation - a.generation)[0] ?? null
}
