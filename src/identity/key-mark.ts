import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Pool } from 'pg'
import { KeyRefused } from './key-folder.ts'
import type { KeyVault } from './keyring.ts'

/**
 * Refuses keys that are not those of this database. A restored database beside a new folder of keys would look healthy:
 * petitions would be registered, and neither their petitioners' keys nor anything written before would ever open.
 * The first house to come leaves its mark; a key cannot be told from it.
 */
export async function refuseForeignKeys(pool: Pool, vault: KeyVault): Promise<void> {
  const marks = {
    index: createHmac('sha256', await vault.indexKey())
      .update('xinqiao mark')
      .digest(),
    files: createHmac('sha256', await vault.filesKey())
      .update('xinqiao mark')
      .digest(),
  }
  for (const [name, mark] of Object.entries(marks)) {
    await pool.query('insert into key_mark (name, mark) values ($1, $2) on conflict do nothing', [name, mark])
    const { rows } = await pool.query<{ mark: Buffer }>('select mark from key_mark where name = $1', [name])
    const known = rows[0]?.mark
    if (known === undefined || !timingSafeEqual(known, mark)) {
      throw new KeyRefused(
        `the key ${name} is not the one of this database: restore the folder of keys that belongs to it`,
      )
    }
  }
}
