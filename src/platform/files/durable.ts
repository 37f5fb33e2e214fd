/** The little that one must know of file systems to be sure that something is on the disk. */
import { open, readdir, stat, unlink } from 'node:fs/promises'
import { join } from 'node:path'

/** For `catch`: null when there is no such file. */
export function unlessAbsent(fault: NodeJS.ErrnoException): null {
  if (fault.code === 'ENOENT') return null
  throw fault
}

/** A new name is on the disk only once its folder is. Windows has no such call and does not need it. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Removes what processes that died left half written: files of such names that nobody has touched for so long. */
export async function sweepAbandoned(
  folder: string,
  isTemporary: (name: string) => boolean,
  untouchedMs: number,
): Promise<void> {
  const before = Date.now() - untouchedMs
  for (const name of await readdir(folder)) {
    if (!isTemporary(name)) continue
    const path = join(folder, name)
    const found = await stat(path).catch(unlessAbsent)
    if (found !== null && found.mtimeMs < before) await unlink(path).catch(unlessAbsent)
  }
}
