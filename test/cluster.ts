import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { openDataFolder } from '../src/platform/data-folder.ts'
import { databaseKeys } from '../src/platform/database-keys.ts'
import { migrate } from '../src/platform/migrate.ts'
import { databaseName, openDatabase } from '../src/platform/postgres.ts'

/** What a test file needs to make a database of its own. */
export interface TestCluster {
  readonly host: string
  readonly port: number
  readonly passwords: Readonly<Record<'superuser' | 'owner' | 'app' | 'work' | 'search', string>>
  /** Migrated, and with nobody in it, so that it can be copied. */
  readonly template: string
}

declare module 'vitest' {
  export interface ProvidedContext {
    cluster: TestCluster
  }
}

/** One PostgreSQL for a whole run, in a temporary folder, gone afterwards. */
export default async function startCluster(project: TestProject): Promise<() => Promise<void>> {
  const path = mkdtempSync(join(tmpdir(), 'xinqiao-test-'))
  const folder = openDataFolder(path)
  const database = await openDatabase({ folder, durability: 'throwaway' })
  await migrate(database)
  const { host, port } = database.doorFor('owner')
  project.provide('cluster', { host, port, passwords: databaseKeys(folder), template: databaseName })
  return async () => {
    await database.close()
    rmSync(path, { recursive: true, force: true })
  }
}
