/** Where a log may lie, with its files as whoever keeps the place could lay hands on them. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { folderStore } from '../folder-store.ts'
import { objectStore } from '../object-store.ts'
import type { LogStore } from '../store.ts'
import { type Conditions, openTestStore, type TestStore } from './s3-server.ts'

export interface LogPlace {
  readonly store: LogStore
  bytesOf(path: string): Buffer
  put(path: string, bytes: Uint8Array | string): void
  /** With everything below it. */
  remove(path: string): void
  /** Everything that lies there, but for what the store tried out. */
  paths(): readonly string[]
}

const folders: string[] = []

export function folderPlace(): LogPlace {
  const folder = mkdtempSync(join(tmpdir(), 'xinqiao-log-'))
  folders.push(folder)
  return {
    store: folderStore(folder),
    bytesOf: (path) => readFileSync(join(folder, path)),
    put: (path, bytes) => writeFileSync(join(folder, path), bytes),
    remove: (path) => rmSync(join(folder, path), { recursive: true }),
    paths: () =>
      readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((file) => join(file.parentPath, file.name).slice(folder.length + 1)),
  }
}

const servers = new Map<Conditions, Promise<TestStore>>()
const serverThat = (conditions: Conditions): Promise<TestStore> => {
  const opened = servers.get(conditions) ?? openTestStore({}, conditions)
  servers.set(conditions, opened)
  return opened
}

/** For the `afterAll` of a file: the next one in the same process opens its own. */
export async function closePlaces(): Promise<void> {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
  const opened = [...servers.values()]
  servers.clear()
  for (const server of opened) await (await server).close()
}

let places = 0

/** Each has its own beginning of all names in one bucket. */
export async function bucketPlace(conditions: Conditions = 'kept'): Promise<LogPlace> {
  const { settings, objects } = await serverThat(conditions)
  places += 1
  const prefix = `logs/${places}/`
  return {
    store: objectStore({ ...settings, prefix }),
    bytesOf: (path) => objects.get(prefix + path)?.bytes ?? Buffer.alloc(0),
    put: (path, bytes) => void objects.set(prefix + path, { bytes: Buffer.from(bytes), headers: {} }),
    remove(path) {
      for (const key of objects.keys())
        if (key === prefix + path || key.startsWith(`${prefix}${path}/`)) objects.delete(key)
    },
    paths: () =>
      [...objects.keys()]
        .filter((key) => key.startsWith(prefix) && key !== `${prefix}if-none-match`)
        .map((key) => key.slice(prefix.length)),
  }
}

export const logPlaces = {
  'in a folder': async () => folderPlace(),
  'in a bucket': () => bucketPlace(),
  'in a bucket of a store that cannot refuse to replace': () => bucketPlace('unknown'),
  'in a bucket of a store that replaces without a word': () => bucketPlace('ignored'),
} satisfies Record<string, () => Promise<LogPlace>>
