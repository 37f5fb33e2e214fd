import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { clusterFiles } from '../src/platform/cluster.ts'
import { openDataFolder } from '../src/platform/data-folder.ts'
import { databaseKeys } from '../src/platform/database-keys.ts'
import { migrate } from '../src/platform/migrate.ts'
import { databaseName, openDatabase } from '../src/platform/postgres.ts'
import { isProcess } from '../src/platform/postmaster.ts'

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

const prefix = 'xinqiao-test-'

/** One PostgreSQL for a whole run, in a temporary folder, gone afterwards. */
export default async function startCluster(project: TestProject): Promise<() => Promise<void>> {
  await sweepKilledRuns()
  const path = mkdtempSync(join(tmpdir(), `${prefix}${process.pid}-`))
  const folder = openDataFolder(path)
  const database = await openDatabase({ folder, durability: 'throwaway' })
  const end = async () => {
    await database.close()
    rmSync(path, { recursive: true, force: true })
  }
  try {
    await migrate(database)
  } catch (fault) {
    await end()
    throw fault
  }
  const { host, port } = database.doorFor('owner')
  project.provide('cluster', { host, port, passwords: databaseKeys(folder), template: databaseName })
  return end
}

/** A run that was killed could not end its server. The number in the name of its folder is its process. */
async function sweepKilledRuns(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(prefix))) {
    const path = join(tmpdir(), name)
    if (isProcess(Number(name.split('-')[2])) || statSync(path, { throwIfNoEntry: false })?.uid !== process.getuid?.())
      continue
    const files = clusterFiles(openDataFolder(path), '', 'throwaway')
    const left = files.running()
    if (left) await files.stop(left)
    rmSync(path, { recursive: true, force: true })
  }
}
