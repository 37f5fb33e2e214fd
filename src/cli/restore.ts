import type { Checked } from '../register/backup/restoring.ts'
import type { Soundness } from '../register/backup/soundness.ts'
import { passphrase } from './passphrase.ts'
import { showProgress } from './showing.ts'
import { untilToldToStop } from './stop.ts'
import { type Given, type Report, UsageRefused, type Verb } from './verb.ts'

/** docs/how-to/backup.md */
export const restore: Verb = {
  name: 'restore',
  summary: 'put a backup into an empty house, and check every fact, row and sealed piece of it',
  shape: (command) =>
    command
      .argument('<file>', 'the archive')
      .option('--keys <file>', 'put the keys back first; the passphrase comes from XINQIAO_PASSPHRASE or stdin'),
  async run(given) {
    const { BackupRefused } = await import('../register/backup/refused.ts')
    const keys = await import('../identity/key-backup.ts')
    const showing = showProgress(given.json)
    try {
      return await restored(given, showing.onProgress)
    } catch (fault) {
      const isMine = fault instanceof BackupRefused || fault instanceof keys.BackupRefused
      throw isMine ? new UsageRefused(fault.message) : fault
    } finally {
      showing.done()
    }
  },
}

async function restored(
  { config, options, arguments: [archive = ''] }: Given,
  onProgress: ReturnType<typeof showProgress>['onProgress'],
): Promise<Report> {
  const { checkArchive, restore } = await import('../register/backup/restoring.ts')
  const { restoreKeys } = await import('../identity/key-backup.ts')
  const { openDataFolder } = await import('../platform/data-folder.ts')
  const { openDatabase } = await import('../platform/postgres.ts')
  const stopping = new AbortController()
  void untilToldToStop().then(() => stopping.abort(new Error('broken off; the house is as empty as it was')))
  const keyFile = typeof options.keys === 'string' ? options.keys : null
  const secret = keyFile === null ? null : await passphrase()
  const checked = await checkArchive({ archive, onProgress })
  const folder = openDataFolder(config.folder.path)
  const keys = keyFile === null || secret === null ? null : await restoreKeys(folder.keys, keyFile, secret)
  const database = await openDatabase({ folder, url: config.databaseUrl })
  try {
    await restore({ database, folder, archive, checked, onProgress, signal: stopping.signal })
    const { soundness, vault } = await inspected({ config, database, checked })
    return reportOf(checked, soundness, vault, keys?.restored.length ?? 0)
  } finally {
    await database.close()
  }
}

interface Inspecting {
  readonly config: Given['config']
  readonly database: Parameters<typeof import('../platform/pools.ts').openPools>[0]
  readonly checked: Checked
}

/** Without the keys of this house, or with those of another, everything but what was sealed is checked. */
async function inspected({ config, database, checked }: Inspecting) {
  const { openPools } = await import('../platform/pools.ts')
  const { inspectRestored } = await import('../register/backup/soundness.ts')
  const { rooms } = await import('../main.ts')
  const { openVault } = await import('../identity/vault.ts')
  const { KeyRefused } = await import('../identity/key-file.ts')
  const pools = openPools(database)
  try {
    const vault = await openVault(config, pools.app).catch((fault: unknown) => {
      if (fault instanceof KeyRefused) return fault.message
      throw fault
    })
    const soundness = await inspectRestored({
      ...{ pools, rooms, verified: checked, filesFolder: config.folder.files },
      vault: typeof vault === 'string' ? null : vault,
    })
    return { soundness, vault: typeof vault === 'string' ? vault : null }
  } finally {
    await pools.close()
  }
}

function reportOf(
  { manifest, digests, levels }: Checked,
  found: Soundness,
  withoutKeys: string | null,
  keys: number,
): Report {
  const { faults } = found
  const words = [
    `restored as of ${manifest.madeAt}: ${digests.facts} facts of ${digests.streams} histories, ${found.files.seen} files`,
    ...(levels.since.length === 0
      ? []
      : [`brought up to this program: ${levels.since.map(({ name }) => name).join(', ')}`]),
    ...(keys === 0 ? [] : [`${keys} keys were put back`]),
    'every history ends as it did when it was saved',
    ...(faults.length === 0
      ? [`fsck finds no fault${found.keys ? `, and ${found.keys.opened} sealed pieces open` : ''}`]
      : faults),
    ...(found.keys ? found.keys.withoutKey.map(lacking) : []),
    ...(withoutKeys === null ? [] : [`What was sealed could not be opened: ${withoutKeys}`]),
    'Staff sign in anew. Messages that were waiting go out when the house serves again.',
  ]
  const json = {
    madeAt: manifest.madeAt,
    facts: digests.facts,
    streams: digests.streams,
    migrated: levels.since.map(({ name }) => name),
    keysRestored: keys,
    ...found,
    withoutKeys,
  }
  return { exit: faults.length === 0 && withoutKeys === null ? 0 : 1, words: words.join('\n'), json }
}

const lacking = ({ cohort, pieces }: { readonly cohort: string; readonly pieces: number }): string =>
  `the key of ${cohort} is not there (lost, or lawfully destroyed since): ${pieces} pieces`
