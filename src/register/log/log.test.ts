import { generateKeyPairSync, sign } from 'node:crypto'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { freshDatabase } from '../../../test/database.ts'
import { day } from '../../kernel/day.ts'
import { fromBase64, textOf } from '../../proof/bytes.ts'
import { parseSignedCheckpoint } from '../../proof/checkpoint.ts'
import { entryOf } from '../../proof/entry.ts'
import { isConsistent, leafHash, rootOver } from '../../proof/merkle.ts'
import { isSignedBy, type NoteKey, parseVkey, signatureTypes, vkeyOf } from '../../proof/note.ts'
import { entriesIn, hashesIn, parseTilePath, pathOfTile, tileWidth } from '../../proof/tile.ts'
import { isIncluded, parseTlogProof } from '../../proof/tlog-proof.ts'
import { goOn } from '../gaps/going-on.ts'
import { checkLog } from './checking.ts'
import type { Signer } from './log-key.ts'
import { type LogRow, openLogRow, readEntries, readLogRow } from './log-row.ts'
import { consistencyFrom, newestCheckpoint, proofOf } from './proving.ts'
import { type Published, type Publishing, publish as publishOnce } from './publishing.ts'
import { type LogStore, StoreFault } from './store.ts'
import { bucketPlace, closePlaces, folderPlace, type LogPlace } from './testing/places.ts'

const database = await freshDatabase()
afterAll(closePlaces)
const { owner, app, work } = database

function testSigner(name: string): Signer {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const bytes = Buffer.from(publicKey.export({ format: 'jwk' }).x as string, 'base64url')
  const key: NoteKey = { name, type: signatureTypes.ed25519, publicKey: bytes }
  return { key, sign: (message) => sign(null, message, privateKey) }
}

let place: LogPlace
let store: LogStore
let publishing: Publishing

/** Both kinds of places where the log may lie. */
const places = [
  { where: 'in a folder', open: async () => folderPlace() },
  { where: 'in a bucket', open: () => bucketPlace() },
] as const

async function begin(opened: LogPlace): Promise<void> {
  await owner.query('truncate event, leaf, log_entry, register_log, log_gap')
  place = opened
  store = place.store
  const { origin } = await openLogRow(work, 'https://xinfang.example.org')
  publishing = { work, store, signer: testSigner(origin), now: () => '2026-11-26T06:00:00.000Z' }
}

/**
 * Facts are read below every transaction that is still open in the cluster, and other tests have theirs: so until nothing is left. What
 * was added by all looks together is said.
 */
async function publish(by: Publishing): Promise<Published> {
  for (let added = 0; ; ) {
    const done = await publishOnce(by)
    if (done.kind !== 'published') return done
    added += done.added
    const { rows } = await owner.query(
      'select count(*)::int as waiting from event e where not exists (select from leaf where leaf.stream_id = e.stream_id)',
    )
    if (rows[0].waiting === 0) return { ...done, added }
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}

let streams = 0
/** Facts of new streams, in one transaction each unless said otherwise. */
async function facts(count: number): Promise<void> {
  await owner.query(
    `insert into event (stream_id, version, type, fact, hash, recorded_at)
      select 's' || n, 1, 'T', '{}', sha256(n::text::bytea), now() from generate_series($1::integer, $2::integer) n`,
    [streams, streams + count - 1],
  )
  streams += count
}

/** Everything again from the published entries alone, as a stranger would do it. */
async function treeOfFiles(): Promise<{ size: number; root: Uint8Array }> {
  const checkpoint = await newestCheckpoint(store)
  if (checkpoint === null) throw new Error('nothing was published')
  const { size } = checkpoint
  const leaves: Uint8Array[] = []
  for (let index = 0; index * tileWidth < size; index++) {
    const width = Math.min(tileWidth, size - index * tileWidth)
    const bundle = entriesIn((await store.read(pathOfTile({ level: 'entries', index, width }))) as Uint8Array) ?? []
    const hashes = bundle.map(leafHash)
    const tile = { level: 0, index, width }
    expect(hashesIn((await store.read(pathOfTile(tile))) as Uint8Array, tile).map(Buffer.from)).toEqual(
      hashes.map(Buffer.from),
    )
    leaves.push(...hashes)
  }
  return { size: leaves.length, root: rootOver(leaves) }
}

describe.each(places)('The log $where', ({ open }) => {
  beforeEach(async () => begin(await open()))

  it('begins with the empty tree, and grows into one that a stranger makes again from its files', async () => {
    expect(await publish(publishing)).toMatchObject({ kind: 'published', size: 0 })
    for (const [count, size] of [
      [3, 3],
      [252, 255],
      [1, 256],
      [1, 257],
      [1000, 1257],
    ] as const) {
      await facts(count)
      expect(await publish(publishing)).toMatchObject({ kind: 'published', size, added: count })
      const checkpoint = await newestCheckpoint(store)
      expect(checkpoint && isSignedBy(checkpoint.note, [publishing.signer.key])).toBe(true)
      const again = await treeOfFiles()
      expect(again.size).toBe(size)
      expect(Buffer.from(again.root)).toEqual(Buffer.from(checkpoint?.root ?? []))
    }
  })

  it('gives every fact one place, without a gap, in the order of commits', async () => {
    await facts(10)
    await publish(publishing)
    await facts(10)
    await publish(publishing)
    const { rows } = await owner.query(
      'select position from leaf join event using (stream_id, version) order by xid, seq',
    )
    expect(rows.map(({ position }) => position)).toEqual(Array.from({ length: 20 }, (_, at) => at))
    const entries = await readEntries(work, 0, 20)
    const { rows: made } = await owner.query('select salt, hash from event order by xid, seq')
    expect(entries.map(Buffer.from)).toEqual(made.map(({ salt, hash }) => Buffer.from(entryOf(salt, hash))))
  })

  it('waits for a transaction that began earlier and has not ended', async () => {
    const slow = await owner.connect()
    await slow.query('begin')
    await slow.query(
      "insert into event (stream_id, version, type, fact, hash, recorded_at) values ('slow', 1, 'T', '{}', '', now())",
    )
    await facts(1)
    expect(await publishOnce(publishing)).toMatchObject({ size: 0 })
    await slow.query('commit')
    slow.release()
    expect(await publish(publishing)).toMatchObject({ size: 2 })
    const { rows } = await owner.query("select position from leaf where stream_id = 'slow'")
    expect(rows).toEqual([{ position: 0 }])
  })

  it('is written by one process at a time, however many try', async () => {
    await facts(700)
    const all = await Promise.all(Array.from({ length: 5 }, () => publishOnce(publishing)))
    expect(all.filter(({ kind }) => kind === 'taken').length).toBeGreaterThan(0)
    await publish(publishing)
    expect((await treeOfFiles()).size).toBe(700)
  })

  it('gives proofs from its files', async () => {
    await facts(300)
    await publish(publishing)
    const older = await newestCheckpoint(store)
    await facts(777)
    await publish(publishing)
    const newer = await newestCheckpoint(store)
    if (!older || !newer) throw new Error('nothing was published')
    expect(isConsistent(older, newer, await consistencyFrom(store, older.size, newer.size))).toBe(true)
    for (const at of [0, 255, 256, 1000, 1076]) {
      const [entry] = await readEntries(work, at, at + 1)
      const proof = parseTlogProof((await proofOf(app, store, entry as Uint8Array)) ?? '')
      expect(proof?.index).toBe(at)
      expect(proof && isIncluded(entry as Uint8Array, proof)).toBe(true)
      expect(proof && isIncluded(Buffer.alloc(32, at % 251), proof)).toBe(false)
    }
    expect(await proofOf(app, store, Buffer.alloc(32, 9))).toBeNull()
  })

  it('has keys in the form in which they are handed round', () => {
    const vkey = vkeyOf(publishing.signer.key)
    const { publicKey, ...rest } = publishing.signer.key
    expect(parseVkey(vkey)).toEqual({ ...rest, publicKey: Uint8Array.from(publicKey) })
    expect(fromBase64(vkey.split('+').slice(2).join('+'))?.length).toBe(33)
  })
})

describe.each(places)('The log $where, interrupted', ({ open }) => {
  beforeEach(async () => begin(await open()))

  /** A store in which the n-th write fails, as when the disk is full or the machine goes down. */
  const failingAt = (which: number): LogStore => {
    let writes = 0
    const next = async <T>(done: () => Promise<T>): Promise<T> => {
      writes += 1
      if (writes === which) throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' })
      return done()
    }
    return {
      ...store,
      add: (path, bytes) => next(() => store.add(path, bytes)),
      putCheckpoint: (note) => next(() => store.putCheckpoint(note)),
    }
  }

  it('goes on where it was, whichever write failed', async () => {
    await facts(200)
    await publish(publishing)
    for (let which = 1; which <= 8; which++) {
      await facts(90)
      const failing = { ...publishing, store: failingAt(which) }
      const before = await newestCheckpoint(store)
      await publish(failing).then(
        (done) => expect(done.kind).toBe('published'),
        (fault) => expect(fault.code).toBe('ENOSPC'),
      )
      const after = await newestCheckpoint(store)
      if (before && after) expect(after.size).toBeGreaterThanOrEqual(before.size)
      await publish(publishing)
      const again = await treeOfFiles()
      expect(again.size).toBe(200 + which * 90)
      expect(Buffer.from(again.root)).toEqual(Buffer.from((await newestCheckpoint(store))?.root ?? []))
    }
  })

  it('makes lost files again, the same as they were', async () => {
    await facts(600)
    await publish(publishing)
    const was = place.bytesOf('tile/0/001')
    const partial = (await readLogRow(work))?.checkpoint
    place.remove('tile')
    place.remove('checkpoint')
    await facts(1)
    expect(await publish(publishing)).toMatchObject({ kind: 'published', size: 601, added: 601 })
    expect(place.bytesOf('tile/0/001')).toEqual(was)
    expect(partial).toContain('\n600\n')
    expect((await treeOfFiles()).size).toBe(601)
  })

  it('leaves nothing but published files behind', async () => {
    await facts(300)
    await publish(publishing)
    expect(place.paths()).toContain('tile/0/000')
    expect(place.paths().filter((path) => path !== 'checkpoint' && parseTilePath(path) === null)).toEqual([])
  })
})

describe.each(places)('The log $where stops rather than say two things', ({ open }) => {
  const stopped = async () => (await readLogRow(work))?.stopped?.fault.kind

  beforeEach(async () => {
    await begin(await open())
    await facts(300)
    await publish(publishing)
    await facts(10)
  })

  it('when more was published than lies in the database', async () => {
    await publish(publishing)
    await owner.query(`delete from event where stream_id in (select stream_id from leaf where position >= 305)`)
    await owner.query('delete from leaf where position >= 305')
    await owner.query('delete from log_entry where position >= 305')
    await owner.query('update register_log set size = 305, published = 0, root = null, checkpoint = null')
    expect(await publish(publishing)).toMatchObject({ kind: 'stopped', fault: { kind: 'store-ahead' } })
    expect(await stopped()).toBe('store-ahead')
    expect((await newestCheckpoint(store))?.size).toBe(310)
  })

  it('when an entry was changed under a published tile', async () => {
    await owner.query("update log_entry set entry = sha256('x') where position = 7")
    place.remove('tile/0/001.p')
    expect(await publish(publishing)).toMatchObject({ kind: 'stopped', fault: { kind: 'store-differs' } })
  })

  it('when a published tile was changed', async () => {
    const path = 'tile/0/001.p/44'
    const bytes = Buffer.from(place.bytesOf(path))
    bytes.writeUInt8(bytes.readUInt8(0) ^ 1, 0)
    place.put(path, bytes)
    const done = await publish(publishing)
    // it is of no consequence for the tree, which is made again from the entries, and the new tile is another file
    expect(done).toMatchObject({ kind: 'published', size: 310 })
    expect(Buffer.from((await treeOfFiles()).root)).toEqual(Buffer.from((await newestCheckpoint(store))?.root ?? []))
  })

  it('when the checkpoint is of another key or another log', async () => {
    const other = { ...publishing, signer: testSigner(publishing.signer.key.name) }
    expect(await publish(other)).toMatchObject({ kind: 'stopped', fault: { kind: 'key-changed' } })
    await owner.query('update register_log set stopped_at = null, fault = null')
    place.put('checkpoint', 'nothing of the kind')
    expect(await publish(publishing)).toMatchObject({ kind: 'stopped', fault: { kind: 'store-differs' } })
  })

  it('when an entry is missing', async () => {
    await owner.query('update register_log set size = size + 5')
    expect(await publish(publishing)).toMatchObject({ kind: 'stopped', fault: { kind: 'entries-missing' } })
  })

  it('and says so until somebody has looked', async () => {
    await owner.query('update register_log set size = size + 5')
    await publish(publishing)
    expect(await publish(publishing)).toMatchObject({ kind: 'stopped' })
    const note = parseSignedCheckpoint(textOf((await store.read('checkpoint')) ?? new Uint8Array()) ?? '')
    expect(note?.size).toBe(300)
  })
})

describe.each(places)('The log $where after an older backup was put back', ({ open }) => {
  beforeEach(async () => begin(await open()))

  async function backup(count: number): Promise<LogRow> {
    await facts(count)
    await publish(publishing)
    return (await readLogRow(work)) as LogRow
  }

  /** As the backup had it: so many places given, and everything later gone, except facts that had no place yet. */
  async function putBack({ published: size, checkpoint }: LogRow, kept: number): Promise<void> {
    await owner.query(
      'delete from event where (stream_id, version) in (select stream_id, version from leaf where position >= $1)',
      [size + kept],
    )
    await owner.query(
      `update register_log set size = $1::bigint, published = $1::bigint, root = null, checkpoint = $2, (xid, seq) =
        (select xid, seq from event join leaf using (stream_id, version) where position = $1::bigint - 1)`,
      [size, checkpoint],
    )
    await owner.query('delete from leaf where position >= $1', [size])
    await owner.query('delete from log_entry where position >= $1', [size])
  }
  const check = async () => (await checkLog(work, { store, key: publishing.signer.key })).errors

  it('goes on where it was published, and declares what was lost', async () => {
    const then = await backup(400)
    await facts(200)
    await publish(publishing)
    const published = await newestCheckpoint(store)
    await putBack(then, 50)
    expect(await publish(publishing)).toMatchObject({ kind: 'stopped', fault: { kind: 'store-ahead' } })
    expect(await goOn(publishing, day('2026-11-26'))).toEqual({ first: 450, last: 599, lost: 150 })
    await facts(5)
    expect(await publish(publishing)).toMatchObject({ kind: 'published', size: 606 })
    const newer = await newestCheckpoint(store)
    if (!published || !newer) throw new Error('nothing was published')
    expect(isConsistent(published, newer, await consistencyFrom(store, published.size, newer.size))).toBe(true)
    expect(await check()).toEqual([])
    const { rows } = await owner.query('select first, last, lost from log_gap')
    expect(rows).toEqual([{ first: 450, last: 599, lost: 150 }])
  })

  it('and no other gap is lawful', async () => {
    await facts(300)
    await publish(publishing)
    await owner.query(
      'delete from event where (stream_id, version) in (select stream_id, version from leaf where position = 9)',
    )
    await owner.query('delete from leaf where position = 9')
    expect(await check()).toMatchObject([{ kind: 'fact-vanished', position: 9 }])
  })

  it('does not go on from another history, nor where it has not stopped', async () => {
    const then = await backup(200)
    await facts(100)
    await publish(publishing)
    await expect(goOn(publishing, day('2026-11-26'))).rejects.toThrow('has not stopped')
    await putBack(then, 0)
    expect(await publish(publishing)).toMatchObject({ kind: 'stopped', fault: { kind: 'store-ahead' } })
    await owner.query("update log_entry set entry = sha256('x') where position = 7")
    await expect(goOn(publishing, day('2026-11-26'))).rejects.toThrow('at place 7')
    expect((await readLogRow(work))?.stopped?.fault.kind).toBe('store-ahead')
  })
})

describe('The log, moved into a bucket', () => {
  it('lies there whole after the next publication, as it lay in the folder', async () => {
    await begin(folderPlace())
    const before = place
    await facts(700)
    await publish(publishing)
    const published = await newestCheckpoint(store)
    await facts(1)
    place = await bucketPlace()
    store = place.store
    expect(await publish({ ...publishing, store })).toMatchObject({ kind: 'published', size: 701 })
    expect((await treeOfFiles()).size).toBe(701)
    for (const path of ['tile/0/000', 'tile/0/001', 'tile/entries/001'])
      expect(place.bytesOf(path).equals(before.bytesOf(path))).toBe(true)
    const newer = await newestCheckpoint(store)
    if (!published || !newer) throw new Error('nothing was published')
    expect(isConsistent(published, newer, await consistencyFrom(store, 700, 701))).toBe(true)
  })

  it('is not laid over the log of another house', async () => {
    await begin(await bucketPlace())
    await facts(3)
    await publish(publishing)
    await owner.query('truncate event, leaf, log_entry, register_log, log_gap')
    const { origin } = await openLogRow(work, 'https://another.example.org')
    await facts(5)
    const another = { ...publishing, signer: testSigner(origin) }
    const before = place.bytesOf('checkpoint')
    expect(await publish(another)).toMatchObject({ kind: 'stopped', fault: { kind: 'store-differs' } })
    expect(place.bytesOf('checkpoint').equals(before)).toBe(true)
  })
})

describe('The log in a bucket of a store that is away', () => {
  it('waits, does not stop, and goes on', async () => {
    await begin(await bucketPlace())
    await facts(300)
    await publish(publishing)
    await facts(20)
    const away = () => Promise.reject(new StoreFault('away'))
    for (const each of ['read', 'add', 'putCheckpoint'] as const)
      await expect(publish({ ...publishing, store: { ...store, [each]: away } })).rejects.toThrow(StoreFault)
    expect((await readLogRow(work))?.stopped).toBeNull()
    expect(await publish(publishing)).toMatchObject({ kind: 'published', size: 320 })
    expect((await treeOfFiles()).size).toBe(320)
  })
})
