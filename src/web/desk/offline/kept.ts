/**
 * What is kept on this phone for work without a network: sheets that somebody took along, and entries that have not been sent. All of it lies
 * encrypted in IndexedDB under a key of the person's own, which no script can read out and which goes when they sign out (docs/adr/0039). Beside
 * the boxes stand only whose they are, what they belong to and until when they may be read.
 */
import { type DBSchema, type IDBPDatabase, openDB } from 'idb'

interface Box {
  readonly iv: Uint8Array<ArrayBuffer>
  readonly sealed: ArrayBuffer
}

interface KeptSheet extends Box {
  /** Where it is shown: `visits/…`. */
  readonly name: string
  readonly account: string
  /** The last day on which it may be read. */
  readonly until: string
}

interface KeptEntry extends Box {
  readonly id: string
  readonly account: string
  /** The sheet on which it was written. */
  readonly sheet: string
  /** Why the house did not take it; null while it waits. */
  readonly refusal: string | null
}

interface Shelves extends DBSchema {
  keys: { key: string; value: CryptoKey }
  sheets: { key: string; value: KeptSheet }
  entries: { key: number; value: KeptEntry; indexes: { id: string; account: string } }
}

const open = (): Promise<IDBPDatabase<Shelves>> =>
  openDB<Shelves>('xinqiao-offline', 1, {
    upgrade(shelves) {
      shelves.createObjectStore('keys')
      shelves.createObjectStore('sheets', { keyPath: 'name' })
      // the order in which they were written is the order in which they are sent
      const entries = shelves.createObjectStore('entries', { autoIncrement: true })
      entries.createIndex('id', 'id', { unique: true })
      entries.createIndex('account', 'account')
    },
  })

let opened: Promise<IDBPDatabase<Shelves>> | null = null
const shelves = (): Promise<IDBPDatabase<Shelves>> => {
  opened ??= open()
  return opened
}

const cipher = 'AES-GCM'

/** The person's key; made when the first thing is kept. It cannot be exported, only used on this device. */
async function keyOf(account: string): Promise<CryptoKey> {
  const store = await shelves()
  const kept = await store.get('keys', account)
  if (kept) return kept
  const fresh = await crypto.subtle.generateKey({ name: cipher, length: 256 }, false, ['encrypt', 'decrypt'])
  // of two tabs that make one at once, the first is kept
  const writing = store.transaction('keys', 'readwrite')
  const first = await writing.store.get(account)
  if (first === undefined) await writing.store.put(fresh, account)
  await writing.done
  return first ?? fresh
}

/** Whose it is and what it is called are bound to the box, so that none can be put in another's place. */
const bound = (account: string, name: string) => new TextEncoder().encode(`${account} ${name}`)

async function seal(account: string, name: string, content: unknown): Promise<Box> {
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const text = new TextEncoder().encode(JSON.stringify(content))
  const how = { name: cipher, iv, additionalData: bound(account, name) }
  return { iv, sealed: await crypto.subtle.encrypt(how, await keyOf(account), text) }
}

/** Null where the key has gone: what it sealed is noise from then on. */
async function unseal<T>(account: string, name: string, { iv, sealed }: Box): Promise<T | null> {
  const key = await (await shelves()).get('keys', account)
  if (key === undefined) return null
  const how = { name: cipher, iv, additionalData: bound(account, name) }
  return JSON.parse(new TextDecoder().decode(await crypto.subtle.decrypt(how, key, sealed)))
}

export interface Sheet<T> {
  readonly account: string
  readonly until: string
  readonly content: T
}

/** Puts a sheet where it can be read without a network, over the one that was there under this name. */
export async function keepSheet(name: string, { account, until, content }: Sheet<unknown>): Promise<void> {
  const box = await seal(account, name, content)
  await (await shelves()).put('sheets', { name, account, until, ...box })
}

/** The sheet of that name, as long as it may be read. One whose last day has passed is thrown away. */
export async function sheetCalled<T>(name: string, today: string): Promise<Sheet<T> | null> {
  const store = await shelves()
  const kept = await store.get('sheets', name)
  if (kept === undefined) return null
  const { account, until } = kept
  const content = until < today ? null : await unseal<T>(account, name, kept)
  if (content !== null) return { account, until, content }
  await store.delete('sheets', name)
  return null
}

export interface NewEntry {
  readonly id: string
  readonly account: string
  readonly sheet: string
  readonly content: unknown
}

export interface Entry<T> {
  readonly place: number
  readonly id: string
  readonly sheet: string
  readonly refusal: string | null
  readonly content: T
}

/** Writes an entry down, once however often it is asked for; when this returns it is on the disk of the phone. */
export async function keepEntry({ id, account, sheet, content }: NewEntry): Promise<void> {
  const box = await seal(account, id, content)
  const writing = (await shelves()).transaction('entries', 'readwrite', { durability: 'strict' })
  if ((await writing.store.index('id').getKey(id)) === undefined) {
    await writing.store.add({ id, account, sheet, refusal: null, ...box })
  }
  await writing.done
}

/** Everything of one person that was not sent, in the order in which it was written. */
export async function entriesOf<T>(account: string, sheet?: string): Promise<readonly Entry<T>[]> {
  const found: (KeptEntry & { readonly place: number })[] = []
  const reading = (await shelves()).transaction('entries')
  for await (const cursor of reading.store.index('account').iterate(account))
    found.push({ ...cursor.value, place: cursor.primaryKey })
  const own = found.filter((each) => sheet === undefined || each.sheet === sheet).sort((a, b) => a.place - b.place)
  const read = await Promise.all(
    own.map(async ({ place, id, sheet, refusal, ...box }) => {
      const content = await unseal<T>(account, id, box)
      return content === null ? [] : [{ place, id, sheet, refusal, content }]
    }),
  )
  return read.flat()
}

/** It has arrived, or its writer threw it away. */
export async function dropEntry(place: number): Promise<void> {
  await (await shelves()).delete('entries', place)
}

/** It stays on the phone with the reason why the house did not take it; without one it waits again. */
export async function markEntry(place: number, refusal: string | null): Promise<void> {
  const writing = (await shelves()).transaction('entries', 'readwrite')
  const kept = await writing.store.get(place)
  if (kept) await writing.store.put({ ...kept, refusal }, place)
  await writing.done
}

/** Sheets that may not be read any more. */
export async function forgetPast(today: string): Promise<void> {
  const store = await shelves()
  for (const { name, until } of await store.getAll('sheets')) if (until < today) await store.delete('sheets', name)
}

/** At signing out: the sheets, the entries and the key without which a copy of them is noise. */
export async function forgetAllOf(account: string): Promise<void> {
  const writing = (await shelves()).transaction(['keys', 'sheets', 'entries'], 'readwrite')
  await writing.objectStore('keys').delete(account)
  const sheets = writing.objectStore('sheets')
  for (const sheet of await sheets.getAll()) if (sheet.account === account) await sheets.delete(sheet.name)
  const entries = writing.objectStore('entries')
  for (const place of await entries.index('account').getAllKeys(account)) await entries.delete(place)
  await writing.done
}

/** Whether anybody's sheet lies here. */
export async function hasSheets(): Promise<boolean> {
  return (await (await shelves()).count('sheets')) > 0
}
