import { readFileSync } from 'node:fs'
import { readdir, unlink } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import type { DataFolder } from '../platform/data-folder.ts'
import type { BackedUp } from '../register/backup/backing-up.ts'
import { passphrase } from './passphrase.ts'
import { showProgress, sizeInWords } from './showing.ts'
import { untilToldToStop } from './stop.ts'
import { type Given, type Report, UsageRefused, type Verb } from './verb.ts'

/** docs/how-to/backup.md */
export const backup: Verb = {
  name: 'backup',
  summary: 'save the house into one file, while it goes on working; the keys go into a file of their own',
  shape: (command) =>
    command
      .argument('[file]', 'the archive to write; without it, one named by the time in XINQIAO_BACKUP_TO')
      .option(
        '--keys <file>',
        'save the keys too, into this file; the passphrase comes from XINQIAO_PASSPHRASE or stdin',
      )
      .option('--together', 'let the keys lie in the same folder as the archive'),
  run: (given) => saved(given),
}

async function saved(given: Given): Promise<Report> {
  const { BackupRefused } = await import('../register/backup/refused.ts')
  const keys = await import('../identity/key-backup.ts')
  const showing = showProgress(given.json)
  try {
    return await save(given, showing.onProgress)
  } catch (fault) {
    const isMine = fault instanceof BackupRefused || fault instanceof keys.BackupRefused
    throw isMine ? new UsageRefused(fault.message) : fault
  } finally {
    showing.done()
  }
}

async function save(
  { config, options, arguments: [file] }: Given,
  onProgress: ReturnType<typeof showProgress>['onProgress'],
): Promise<Report> {
  const { makeBackup } = await import('../register/backup/making.ts')
  const { archiveName } = await import('../register/backup/names.ts')
  const { openPools } = await import('../platform/pools.ts')
  const { refuseNoHouse } = await import('./no-house.ts')
  const { folder } = config
  const path = file ?? (config.backup && resolve(config.backup.to, archiveName(new Date())))
  if (!path) throw new UsageRefused('which file? Name one, or set XINQIAO_BACKUP_TO')
  const keyFile = keysFrom(options, path)
  const secret = keyFile === null ? null : await passphrase()
  refuseNoHouse(config)
  const stopping = new AbortController()
  void untilToldToStop().then(() => stopping.abort(new Error('broken off; nothing was kept of the backup')))
  const { openDatabase } = await import('../platform/postgres.ts')
  const { openDataFolder } = await import('../platform/data-folder.ts')
  const database = await openDatabase({ folder: openDataFolder(folder.path), url: config.databaseUrl })
  const pools = openPools(database)
  let keysSaved = 0
  let keysOfFiles: readonly string[] = []
  try {
    const done = await makeBackup({
      ...{
        database,
        work: pools.work,
        folder,
        path,
        program: programVersion(),
        cause: 'hand',
        beganAt: new Date(),
        onProgress,
      },
      signal: stopping.signal,
      onSnapshot: async () => {
        if (keyFile !== null && secret !== null) keysSaved = await saveKeys(folder, keyFile, secret)
        keysOfFiles = await namesOfFileKeys(folder)
      },
    })
    const isRenewed = keysOfFiles.join() !== (await namesOfFileKeys(folder)).join()
    return reportOf(done, { file: keyFile, saved: keysSaved, isRenewed })
  } catch (fault) {
    // the keys are of no use without the archive, and would stand in the way of the next attempt
    if (keyFile !== null && keysSaved > 0) await unlink(keyFile).catch(() => {})
    throw fault
  } finally {
    await pools.close()
    await database.close()
  }
}

function keysFrom(options: Given['options'], path: string): string | null {
  if (typeof options.keys !== 'string') return null
  if (!options.together && dirname(resolve(options.keys)) === dirname(resolve(path)))
    throw new UsageRefused(
      'keys and archive would lie in one folder, to be lost or stolen together: put the keys elsewhere, or say --together',
    )
  return options.keys
}

async function saveKeys(folder: DataFolder, keyFile: string, secret: string): Promise<number> {
  const { backUpKeys } = await import('../identity/key-backup.ts')
  return backUpKeys(folder.keys, keyFile, secret, new Date().toISOString())
}

/** Files are read last, so a renewal meanwhile may have put some under a key that was not there when the keys were saved. */
const namesOfFileKeys = async ({ keys }: DataFolder): Promise<readonly string[]> =>
  (await readdir(keys)).filter((name) => name.startsWith('files.')).sort()

interface SavedKeys {
  readonly file: string | null
  readonly saved: number
  readonly isRenewed: boolean
}

function programVersion(): string {
  const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8')
  return (JSON.parse(text) as { version: string }).version
}

function reportOf(done: BackedUp, keys: SavedKeys): Report {
  const words = [
    `${done.path}: ${sizeInWords(done.bytes)}, ${done.facts} facts of ${done.streams} histories, ${done.rows} rows, ${done.files} files, as of ${done.madeAt}`,
    `read back and found whole; its digest is ${done.sha256}`,
    ...(keys.file === null
      ? ['The keys are not in it: without them nothing that people wrote can be read. xinqiao keys backup FILE']
      : [`${keys.saved} keys are in ${keys.file}. Keep it away from the archive, and the passphrase away from both.`]),
    ...(keys.isRenewed
      ? ['The keys of files were renewed meanwhile: save the keys once more. xinqiao keys backup FILE']
      : []),
    ...(done.erasedMeanwhile.length === 0
      ? []
      : [`${done.erasedMeanwhile.length} files were erased while it was made`]),
    ...done.missing.slice(0, 20).map((name) => `  missing in the house: file ${name}`),
  ]
  const json = {
    ...done,
    keys: keys.file === null ? null : { file: keys.file, keys: keys.saved, isRenewed: keys.isRenewed },
  }
  return { exit: done.missing.length === 0 ? 0 : 1, words: words.join('\n'), json }
}
