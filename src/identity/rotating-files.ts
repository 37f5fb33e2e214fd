import type { Pool } from 'pg'
import { type Renewal, renewHead } from '../platform/files/head-renewal.ts'
import { sealingKeys } from '../platform/files/sealed-files.ts'
import { markNewest } from './key-mark.ts'
import { type Rotating, type Rotation, retireOlder } from './rotation.ts'

/** A sealed file, and what its head is bound to. */
export interface SealedPath {
  readonly path: string
  readonly address: string
}

/**
 * Renews the key of stored files. Only the head of each is written anew. Addresses stay as they are, because facts name
 * them: content that was stored before and comes again is stored once more.
 */
export async function rotateFiles(
  app: Pool,
  rotating: Rotating,
  files: () => AsyncIterable<SealedPath>,
): Promise<Rotation> {
  const { vault } = rotating
  await vault.renew('files')
  await markNewest(app, vault, 'files')
  const keys = await sealingKeys(vault)
  const seen: Record<Renewal, number> = { moved: 0, there: 0, gone: 0, broken: 0 }
  for await (const { path, address } of files()) {
    seen[await renewHead(path, address, keys)] += 1
    rotating.onProgress?.(seen.moved)
  }
  return retireOlder(rotating, 'files', { moved: seen.moved, left: seen.broken })
}

/** Renews a key under which nothing lies: what was signed or counted under the old one is not asked for again. */
export async function rotateSimply(rotating: Rotating, base: 'session' | 'receipt'): Promise<Rotation> {
  await rotating.vault.renew(base)
  return retireOlder({ ...rotating, graceMs: 0 }, base, { moved: 0, left: 0 })
}
