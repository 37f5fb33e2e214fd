import type { Republished } from '../register/backup/republishing.ts'
import type { Checked } from '../register/backup/restoring.ts'
import type { Soundness } from '../register/backup/soundness.ts'
import type { LogStore } from '../register/log/store.ts'
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
    const { logStoreOf } = await import('../register/log/chosen-store.ts')
    const store = logStoreOf(config)
    const log = await restore({ database, folder, store, archive, checked, onProgress, signal: stopping.signal })
    const { soundness, vault } = await inspected({ config, database, store, checked })
    return reportOf(checked, { soundness, log, withoutKeys: vault, keys: keys?.restored.length ?? 0 })
  } finally {
    await database.close()
  }
}

interface Inspecting {
  readonly config: Given['config']
  readonly database: Parameters<typeof import('../platform/pools.ts').openPools>[0]
  readonly checked: Checked
  readonly store: LogStore
}

/** Without the keys of this house, or with those of another, everything but what was sealed is checked. */
async function inspected({ config, database, store, checked }: Inspecting) {
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
      ...{ pools, rooms, store, verified: checked, folder: config.folder },
      vault: typeof vault === 'string' ? null : vault,
    })
    return { soundness, vault: typeof vault === 'string' ? vault : null }
  } finally {
    await pools.close()
  }
}

interface Restored {
  readonly soundness: Soundness
  readonly log: Republished
  /** Why the keys of the house are not there. */
  readonly withoutKeys: string | null
  /** How many were put back. */
  readonly keys: number
}

function reportOf(
  { manifest, digests, levels }: Checked,
  { soundness: found, log, withoutKeys, keys }: Restored,
): Report {
  const faults = found.faults.map(({ fault }) => fault)
  const opened = found.keys ? `, and ${found.keys.opened} sealed pieces open` : ''
  const migrated = levels.since.map(({ name }) => name)
  const words = [
    `restored as of ${manifest.madeAt}: ${digests.facts} facts of ${digests.streams} histories, ${found.files.seen} files`,
    ...(migrated.length === 0 ? [] : [`brought up to this program: ${migrated.join(', ')}`]),
    ...(keys === 0 ? [] : [`${keys} keys were put back`]),
    'every history ends as it did when it was saved',
    ...(faults.length === 0 ? [`fsck finds no fault${opened}`] : faults),
    ...(found.keys?.withoutKey ?? []).map(lacking),
    ...(withoutKeys === null ? [] : [`What was sealed could not be opened: ${withoutKeys}`]),
    ...logInWords(log),
    'Staff sign in anew. Messages that were waiting go out when the house serves again.',
  ]
  const { madeAt } = manifest
  const { facts, streams } = digests
  const json = { madeAt, facts, streams, migrated, keysRestored: keys, ...found, faults, log, withoutKeys }
  return { exit: faults.length === 0 && withoutKeys === null ? 0 : 1, words: words.join('\n'), json }
}

/** Whoever has seen more of the log than was saved would see it tell another story under the same name. */
function logInWords(log: Republished): readonly string[] {
  switch (log.kind) {
    case 'nothing':
      return []
    case 'there':
      return [`the published log was there, with ${log.entries} entries`]
    case 'ahead':
      return [
        `${log.published} entries of the log were published, and ${log.entries} were saved: where facts were lost the log stops, until xinqiao log go-on declares them`,
      ]
    case 'away':
      return [`where the log is published does not answer (${log.said}): look at it by xinqiao fsck before you serve`]
    case 'republished':
      return [
        `${log.entries} entries of the log are published again. Had more been published, put those files where it is published before anybody serves this house`,
      ]
  }
}

const lacking = ({ cohort, pieces }: { readonly cohort: string; readonly pieces: number }): string =>
  `the key of ${cohort} is not there (lost, or lawfully destroyed since): ${pieces} pieces`
