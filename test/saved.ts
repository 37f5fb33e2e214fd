/** Small houses for tests of backups: a database of the test server, a data folder, some histories. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll } from 'vitest'
import { chain, noHead } from '../src/engine/chain.ts'
import { type DataFolder, openDataFolder } from '../src/platform/data-folder.ts'
import type { Database } from '../src/platform/postgres.ts'
import { type BackedUp, type BackingUp, backUp } from '../src/register/backup/backing-up.ts'
import { checkArchive, type Restoring, restore } from '../src/register/backup/restoring.ts'
import { folderStore } from '../src/register/log/folder-store.ts'
import { blankDatabase, type FreshDatabase } from './database.ts'

type Doors = Pick<Database, 'doorFor' | 'claimServing'>

export function temporaryFolder(): string {
  const path = mkdtempSync(join(tmpdir(), 'xinqiao-saved-'))
  afterAll(() => rmSync(path, { recursive: true, force: true }))
  return path
}

export interface Small {
  readonly database: Pick<Database, 'doorFor'>
  readonly folder: DataFolder
}

/** Writes facts of one stream as its first, in one transaction. */
export async function writeFacts(pool: pg.Pool | pg.ClientBase, stream: string, facts: number): Promise<void> {
  const said = Array.from({ length: facts }, (_, at) => ({ type: 'Shelved', on: '2026-11-26', at }))
  const by = { kind: 'system', task: 'test' } as const
  for (const { version, type, text, hash } of chain(stream, noHead, said as never, by, '2026-11-26T09:00:00.000Z'))
    await pool.query(
      'insert into event (stream_id, version, type, fact, hash, recorded_at) values ($1, $2, $3, $4, $5, $6)',
      [stream, version, type, text, hash, '2026-11-26T09:00:00.000Z'],
    )
}

export const smallHouse = (database: FreshDatabase): Small => ({
  database,
  folder: openDataFolder(join(temporaryFolder(), 'data')),
})

export const save = (small: Small, path: string, more: Partial<BackingUp> = {}): Promise<BackedUp> =>
  backUp({ ...small, path, program: '0.1.0', ...more })

/** Restores into a database that has nothing in it. */
export async function restoreBlank(archive: string, more: Partial<Restoring> = {}) {
  const folder = openDataFolder(join(temporaryFolder(), 'data'))
  const database: Doors = await blankDatabase()
  const into = { database, folder, store: folderStore(folder.register), ...more }
  const checked = await checkArchive({ archive })
  await restore({ archive, checked, ...into })
  return into
}

export async function asking<T>(
  { doorFor }: Pick<Database, 'doorFor'>,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client(doorFor('owner'))
  await client.connect()
  return work(client).finally(() => client.end())
}

/** One entry of an archive as the bytes that it has there, headers and padding with it. */
export interface Block {
  readonly path: string
  readonly at: number
  readonly bytes: Buffer
}

/** Takes a plain tar apart without the program that made it. What is left is the end of the archive. */
export function blocksOf(tar: Buffer): { readonly blocks: readonly Block[]; readonly end: Buffer } {
  const blocks: Block[] = []
  let at = 0
  while (tar[at] !== 0) {
    const text = (from: number, length: number) =>
      tar.toString('latin1', at + from, at + from + length).replace(/\0.*$/s, '')
    const size = text(156, 1) === '1' ? 0 : Number.parseInt(text(124, 12).trim(), 8)
    const whole = 512 + Math.ceil(size / 512) * 512
    const prefix = text(345, 155)
    blocks.push({ path: prefix ? `${prefix}/${text(0, 100)}` : text(0, 100), at, bytes: tar.subarray(at, at + whole) })
    at += whole
  }
  return { blocks, end: tar.subarray(at) }
}
