import type { KeyObject } from 'node:crypto'
import { open } from 'node:fs/promises'
import { unlessAbsent } from './durable.ts'
import { FileBroken, headBytes, headOf, keyFrom } from './sealed-frames.ts'

/** What became of one file: brought under the newest key, found there already, gone meanwhile, or opened by no key. */
export type Renewal = 'moved' | 'there' | 'gone' | 'broken'

/**
 * Puts a sealed file under the newest of the house's keys, by its head alone: the file has a key of its own and what is in
 * it stays. The head is written in place because other names may be links to the same bytes; it lies in the first sector of
 * the file, which a disk writes whole or not at all.
 */
export async function renewHead(
  path: string,
  address: string,
  [newest, ...older]: readonly KeyObject[],
): Promise<Renewal> {
  const handle = await open(path, 'r+').catch(unlessAbsent)
  if (handle === null || newest === undefined) return 'gone'
  try {
    const head = Buffer.alloc(headBytes)
    await handle.read(head, 0, headBytes, 0)
    if (opened([newest], head, address) !== null) return 'there'
    const own = opened(older, head, address)
    if (own === null) return 'broken'
    await handle.write(headOf(newest, own, address), 0, headBytes, 0)
    await handle.sync()
    return 'moved'
  } finally {
    await handle.close()
  }
}

/** Whether a sealed file opens under one of the keys; true for one that is gone. */
export async function headOpens(path: string, address: string, keys: readonly KeyObject[]): Promise<boolean> {
  const handle = await open(path, 'r').catch(unlessAbsent)
  if (handle === null) return true
  try {
    const head = Buffer.alloc(headBytes)
    await handle.read(head, 0, headBytes, 0)
    return opened(keys, head, address) !== null
  } finally {
    await handle.close()
  }
}

function opened(keys: readonly KeyObject[], head: Buffer, address: string): KeyObject | null {
  try {
    return keyFrom(keys, head, address)
  } catch (fault) {
    if (fault instanceof FileBroken) return null
    throw fault
  }
}
