/** Where an archive may be written. */
import { realpath, stat, unlink } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { isInside } from '../../platform/backup-config.ts'
import { unlessAbsent } from '../../platform/files/durable.ts'
import { BackupRefused } from './refused.ts'

/** Whoever writes touches the file every few seconds; one that lay still for so long belongs to nobody. */
const abandonedAfterMs = 3_600_000

export const partialOf = (path: string): string => `${path}.partial`

/** Refuses a place inside the data folder, one that is taken, and one whose folder is not there. Returns it resolved. */
export async function placeFor(path: string, dataFolder: string): Promise<string> {
  const folder = await realpath(dirname(resolve(path))).catch(unlessAbsent)
  if (folder === null) throw new BackupRefused(`there is no folder ${dirname(resolve(path))}`, 'no-folder')
  if (isInside(folder, dataFolder))
    throw new BackupRefused(`${path} lies in the data folder: what is lost together is no backup`, 'in-data-folder')
  const place = join(folder, basename(path))
  if ((await stat(place).catch(unlessAbsent)) !== null)
    throw new BackupRefused(`${path} is there already: a backup never replaces another`, 'place-taken')
  await refuseUnderWay(place)
  return place
}

async function refuseUnderWay(place: string): Promise<void> {
  const partial = partialOf(place)
  const found = await stat(partial).catch(unlessAbsent)
  if (found === null) return
  if (Date.now() - found.mtimeMs < abandonedAfterMs)
    throw new BackupRefused(
      `${partial} is being written, or was cut off within the hour: remove it if nobody writes it`,
      'place-taken',
    )
  await unlink(partial).catch(unlessAbsent)
}
