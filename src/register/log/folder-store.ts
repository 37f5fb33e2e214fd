import { randomUUID } from 'node:crypto'
import { link, mkdir, open, readFile, rename, rm, unlink } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { syncFolder, unlessAbsent } from '../../platform/files/durable.ts'
import { sameBytes } from '../../proof/bytes.ts'
import { checkpointPath, type LogStore, PublishedOtherwise } from './store.ts'

/** The log as files of a folder, which any web server can hand out as they lie. */
export function folderStore(folder: string): LogStore {
  const read = (path: string): Promise<Uint8Array | null> => readFile(join(folder, path)).catch(unlessAbsent)
  return {
    read,
    async add(path, bytes) {
      const place = join(folder, path)
      await mkdir(dirname(place), { recursive: true })
      const draft = await drafted(dirname(place), bytes)
      try {
        // a link, not a rename: it never replaces what is there
        await link(draft, place)
        await syncFolder(dirname(place))
      } catch (fault) {
        if ((fault as NodeJS.ErrnoException).code !== 'EEXIST') throw fault
        const there = await read(path)
        if (there === null || !sameBytes(there, bytes)) throw new PublishedOtherwise(path)
      } finally {
        await unlink(draft).catch(unlessAbsent)
      }
    },
    async putCheckpoint(note) {
      await mkdir(folder, { recursive: true })
      const draft = await drafted(folder, Buffer.from(note))
      await rename(draft, join(folder, checkpointPath))
      await syncFolder(folder)
    },
    async forget(paths) {
      await Promise.all(paths.map((path) => rm(join(folder, path), { recursive: true, force: true })))
    },
  }
}

/** A file under a name that nobody asks for, whole and on the disk; nothing is left of it where the disk is full. */
async function drafted(folder: string, bytes: Uint8Array): Promise<string> {
  const path = join(folder, `.${randomUUID()}`)
  const file = await open(path, 'wx', 0o644)
  try {
    await file.writeFile(bytes)
    await file.sync()
    return path
  } catch (fault) {
    await unlink(path).catch(unlessAbsent)
    throw fault
  } finally {
    await file.close()
  }
}
