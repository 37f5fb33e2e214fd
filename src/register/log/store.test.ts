import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { readConfig } from '../../platform/config.ts'
import type { ObjectStoreSettings } from '../../platform/object-store-config.ts'
import { textOf } from '../../proof/bytes.ts'
import { objectStore } from './object-store.ts'
import { type LogStore, PublishedOtherwise } from './store.ts'
import { closePlaces, logPlaces } from './testing/places.ts'
import { openSwift } from './testing/swift.ts'

const swift = await openSwift()
afterAll(() => swift?.close())
afterAll(closePlaces)

/** A store of one’s own, named as for the house (docs/reference/object-store.md). What is written stays there, under a name of its own. */
const named = readConfig({}, process.env).objectStore
let begun = 0
const namedStore = (settings: ObjectStoreSettings) => async () => {
  begun += 1
  return { store: objectStore({ ...settings, prefix: `${settings.prefix}tried/${Date.now()}-${begun}/` }) }
}

const kinds: Readonly<Record<string, () => Promise<{ readonly store: LogStore }>>> = {
  ...logPlaces,
  ...(swift === null ? {} : { 'in OpenStack Swift': async () => ({ store: swift.freshStore() }) }),
  ...(named === null ? {} : { 'in the bucket that the environment names': namedStore(named) }),
}

if (swift === null)
  it.skip('A log in OpenStack Swift was not tried: swift-proxy, -account, -container and -object are not installed', () => {})

const bytes = (text: string): Uint8Array => Buffer.from(text)

/** What every place of the log promises, whoever keeps it. */
describe.each(Object.entries(kinds))('A log %s', (_, open) => {
  let store: LogStore
  beforeEach(async () => {
    store = (await open()).store
  })
  const lies = async (path: string) => textOf((await store.read(path)) ?? new Uint8Array())

  it('has nothing before something was added', async () => {
    expect(await store.read('tile/0/000')).toBeNull()
    expect(await store.read('checkpoint')).toBeNull()
  })

  it('gives back what was added, byte for byte', async () => {
    const all = Uint8Array.from({ length: 8192 }, (_, at) => (at * 7) % 256)
    await store.add('tile/0/x001/234', all)
    expect(Buffer.from((await store.read('tile/0/x001/234')) ?? []).equals(Buffer.from(all))).toBe(true)
  })

  it('takes the same twice, and never another in its place', async () => {
    await store.add('tile/0/000.p/1', bytes('one'))
    await store.add('tile/0/000.p/1', bytes('one'))
    await expect(store.add('tile/0/000.p/1', bytes('two'))).rejects.toThrow(PublishedOtherwise)
    await expect(store.add('tile/0/000.p/1', bytes('one and more'))).rejects.toThrow(PublishedOtherwise)
    await expect(store.add('tile/0/000.p/1', bytes(''))).rejects.toThrow(PublishedOtherwise)
    expect(await lies('tile/0/000.p/1')).toBe('one')
  })

  it('replaces the checkpoint', async () => {
    await store.putCheckpoint('first\n')
    await store.putCheckpoint('second 信\n')
    expect(await lies('checkpoint')).toBe('second 信\n')
  })

  it('forgets partial tiles and nothing beside them', async () => {
    for (const path of ['tile/0/000', 'tile/0/000.p/1', 'tile/0/000.p/255', 'tile/0/001.p/7', 'tile/entries/000.p/1'])
      await store.add(path, bytes(path))
    await store.forget(['tile/0/000.p', 'tile/1/000.p'])
    for (const path of ['tile/0/000.p/1', 'tile/0/000.p/255']) expect(await store.read(path)).toBeNull()
    for (const path of ['tile/0/000', 'tile/0/001.p/7', 'tile/entries/000.p/1']) expect(await lies(path)).toBe(path)
    await store.forget(['tile/0/000.p'])
    await store.add('tile/0/000.p/1', bytes('again'))
    expect(await lies('tile/0/000.p/1')).toBe('again')
  })
})

/** Where the store itself refuses; elsewhere the lock of the database is what keeps a second writer away. */
describe.each(['in a folder', 'in a bucket'] as const)('A log %s', (kind) => {
  it('keeps one of two that are added at the same time, and says so to the other', async () => {
    const { store } = await logPlaces[kind]()
    await store.add('tile/0/000', bytes('before'))
    for (let round = 1; round <= 10; round++) {
      const texts = ['a', 'b', 'c', 'd']
      const done = await Promise.allSettled(
        texts.map((text) => store.add(`tile/0/00${round % 10}.p/${round}`, bytes(text))),
      )
      const kept = textOf((await store.read(`tile/0/00${round % 10}.p/${round}`)) ?? new Uint8Array())
      expect(done.map(({ status }) => status === 'fulfilled')).toEqual(texts.map((text) => text === kept))
    }
  })
})
