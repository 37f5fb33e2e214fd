import type { Pool } from 'pg'
import type { Config } from '../platform/config.ts'
import { type KeyFolder, openKeyFolder } from './key-folder.ts'
import { markLedger, refuseForeignKeys, refuseLostKeys } from './key-mark.ts'
import { commandWrapping, type KeyWrapping } from './key-wrapping.ts'

/** The operator's key service, when there is one. */
export const wrappingOf = ({ kmsCommand }: Pick<Config, 'kmsCommand'>): KeyWrapping | null =>
  kmsCommand === null ? null : commandWrapping(kmsCommand)

/** The keys of a house, once it is sure that they are those of its database. Throws KeyRefused. */
export async function openVault(config: Pick<Config, 'folder' | 'kmsCommand'>, pool: Pool): Promise<KeyFolder> {
  await refuseLostKeys(pool, config.folder.keys)
  const vault = await openKeyFolder(config.folder.keys, { wrapping: wrappingOf(config), ledger: markLedger(pool) })
  await refuseForeignKeys(pool, vault)
  return vault
}
