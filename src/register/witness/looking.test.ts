import { cp, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { fromBase64 } from '../../proof/bytes.ts'
import { parseSignedCheckpoint, type SignedCheckpoint } from '../../proof/checkpoint.ts'
import { isConsistent } from '../../proof/merkle.ts'
import { cosign, isSignedBy, noteOf, signatureTypes, signNote } from '../../proof/note.ts'
import { ownKey } from '../../proof/testing/own-key.ts'
import { logFilesAt } from './log-files.ts'
import { type Look, type Looking, lookAt } from './looking.ts'
import {
  folders,
  logKey,
  origin,
  type PublishedLog,
  partialPath,
  publishedLog,
  servedFolder,
} from './testing/published-log.ts'
import { afterLook, lookOnce, readWatched, seenIn, type Watched } from './watching.ts'
import { openWitness } from './witness.ts'

const temporary = folders()
const closing: (() => Promise<void>)[] = []
afterEach(async () => {
  await Promise.all(closing.splice(0).map((close) => close()))
  await temporary.clear()
})

const newLog = async (): Promise<PublishedLog> => publishedLog(await temporary.make())
const look = (folder: string, seen: SignedCheckpoint | null = null, more: Partial<Looking> = {}): Promise<Look> =>
  lookAt({
    ...{ read: logFilesAt(folder), logKeys: [logKey.key], witnesses: [] },
    known: async () => (seen ? [seen] : []),
    lookedAt: async () => seen,
    ...more,
  })
const kinds = ({ faults }: Look) => faults.map(({ kind }) => kind)

/** Changes one byte of a file. */
async function alter(folder: string, path: string, at: number): Promise<void> {
  const bytes = await readFile(join(folder, path))
  bytes[at] = (bytes[at] ?? 0) ^ 1
  await writeFile(join(folder, path), bytes)
}

describe('A look at a log that is as it should be', () => {
  it.each([0, 1, 255, 256, 257, 700])(
    'of %i entries finds nothing, from the first entry and from what was seen',
    async (size) => {
      const log = await newLog()
      const before = await log.grow(size)
      expect(await look(log.folder)).toMatchObject({ faults: [], entries: size, checkpoint: { size } })
      await log.grow(300)
      expect(await look(log.folder, before)).toMatchObject({
        faults: [],
        entries: 300,
        checkpoint: { size: size + 300 },
      })
      expect(await look(log.folder, before, { lookedAt: async () => null })).toMatchObject({
        faults: [],
        entries: size + 300,
      })
    },
  )

  it('is the same over HTTP, and after partial files gave way to full ones', async () => {
    const log = await newLog()
    const before = await log.grow(100)
    const partial = [partialPath(100, 0), partialPath(100, 'entries')]
    await log.grow(200)
    for (const path of partial) await rm(join(log.folder, path))
    const { url, close } = await servedFolder(log.folder)
    closing.push(close)
    expect(await look(url, before)).toMatchObject({ faults: [], entries: 200 })
  })
})

describe('A look finds', () => {
  it.each<[string, (log: PublishedLog) => Promise<unknown>, string]>([
    ['a checkpoint that is not there', ({ folder }) => rm(join(folder, 'checkpoint')), 'file-missing'],
    ['a checkpoint that is none', ({ folder }) => writeFile(join(folder, 'checkpoint'), 'hello\n'), 'malformed'],
    ['an entry that was altered', ({ folder }) => alter(folder, 'tile/entries/000', 40), 'entries-differ'],
    ['entries that were cut off', ({ folder }) => writeFile(join(folder, 'tile/entries/000'), 'short'), 'file-missing'],
    ['entries that are missing', ({ folder }) => rm(join(folder, 'tile/entries/000')), 'file-missing'],
    ['the last entries missing', ({ folder }) => rm(join(folder, partialPath(600, 'entries'))), 'file-missing'],
    ['a full tile that was altered', ({ folder }) => alter(folder, 'tile/0/001', 3), 'tiles-differ'],
    ['a full tile that is missing', ({ folder }) => rm(join(folder, 'tile/0/001')), 'file-missing'],
    ['the edge altered', ({ folder }) => alter(folder, partialPath(600, 0), 3), 'tiles-differ'],
    ['the edge cut off', ({ folder }) => writeFile(join(folder, partialPath(600, 0)), 'short'), 'file-missing'],
    ['upper hashes altered', ({ folder }) => alter(folder, partialPath(600, 1), 3), 'tiles-differ'],
  ])('%s', async (_, spoil, kind) => {
    const log = await newLog()
    await log.grow(600)
    await spoil(log)
    expect(kinds(await look(log.folder))).toContain(kind)
    expect((await look(log.folder)).faults.every(({ detail }) => detail !== '')).toBe(true)
  })

  it('signatures that are missing, of another key, or forged', async () => {
    const log = await newLog()
    const { note } = await log.grow(5)
    const put = (signatures: typeof note.signatures) =>
      writeFile(join(log.folder, 'checkpoint'), noteOf({ text: note.text, signatures }))
    const stranger = ownKey('stranger.example')
    await put([signNote(note.text, stranger.key, stranger.sign)])
    expect(kinds(await look(log.folder))).toEqual(['unsigned'])
    await put(note.signatures.map((each) => ({ ...each, bytes: each.bytes.map((byte, at) => (at ? byte : byte ^ 1)) })))
    expect(kinds(await look(log.folder))).toEqual(['forged'])
    expect(kinds(await look(log.folder, null, { logKeys: [stranger.key] }))).toEqual(['unknown-log'])
  })

  it('witnesses that did not sign, and signatures in their name', async () => {
    const log = await newLog()
    const { note } = await log.grow(5)
    const [bar, other] = [
      ownKey('bar.example/w', signatureTypes.cosignature, 20),
      ownKey('bar.example/w', signatureTypes.cosignature, 21),
    ]
    const by = { witnesses: [bar.key] }
    expect(kinds(await look(log.folder, null, by))).toEqual(['unwitnessed'])
    const put = (sign: typeof bar.sign) =>
      writeFile(
        join(log.folder, 'checkpoint'),
        noteOf({ ...note, signatures: [...note.signatures, cosign(note.text, bar.key, 1_795_680_000, sign)] }),
      )
    await put(other.sign)
    expect(kinds(await look(log.folder, null, by))).toEqual(['forged-witness'])
    await put(bar.sign)
    expect(kinds(await look(log.folder, null, by))).toEqual([])
  })

  it('a server that is away', async () => {
    expect(kinds(await look('http://127.0.0.1:1'))).toEqual(['not-reachable'])
  })
})

describe('A look finds against what was seen before', () => {
  it('a shorter log', async () => {
    const [log, restored] = [await newLog(), await newLog()]
    const seen = await log.grow(400)
    await restored.grow(300)
    const found = await look(restored.folder, seen)
    expect(kinds(found)).toEqual(['rollback'])
    expect(found.contradictions[0]).toMatchObject({ shown: { size: 300 }, held: { size: 400 } })
  })

  it('another log of the same length', async () => {
    const [log, twin] = [await newLog(), await newLog()]
    const seen = await log.grow(400)
    await twin.grow(400, 'another entry')
    expect(kinds(await look(twin.folder, seen))).toEqual(['split-view'])
  })

  it.each([
    [400, 700],
    [256, 512],
    [1, 2],
    [255, 257],
  ])('a log of %i entries that went on as another of %i, with hashes that prove it', async (size, later) => {
    const [log, twin] = [await newLog(), await newLog()]
    const seen = await log.grow(size)
    await twin.grow(size, 'another entry')
    await twin.grow(later - size)
    const found = await look(twin.folder, seen)
    expect(kinds(found)).toEqual(['inconsistent'])
    const [{ shown, held, proof }] = found.contradictions as [NonNullable<Look['contradictions'][number]>]
    expect(isSignedBy(shown.note, [logKey.key]) && isSignedBy(held.note, [logKey.key])).toBe(true)
    const hashes = proof.map((each) => fromBase64(each) as Uint8Array)
    // they lead from the tree that the later log had then to what it signed, and not from what was seen
    const then = { size, root: await twin.range(0, size) }
    expect(isConsistent(then, shown, hashes)).toBe(true)
    expect(isConsistent(held, shown, hashes)).toBe(false)
  })
})

describe('A witness that looks by itself', () => {
  const watchFrom = async (folder: string) => {
    const witness = await openWitness({ folder: await temporary.make(), name: 'bar.example/w', logKeys: [logKey.key] })
    const once = (place: string, more: { now?: () => Date; staleAfterMs?: number } = {}) =>
      lookOnce({
        witness,
        place: folder,
        read: logFilesAt(place),
        everyMs: 1,
        staleAfterMs: 864e5,
        behindMs: 0,
        stop: new AbortController().signal,
        ...more,
      })
    return { witness, once }
  }

  it('remembers what it saw, and takes nothing bad for it', async () => {
    const log = await newLog()
    await log.grow(300)
    const { witness, once } = await watchFrom(log.folder)
    expect(await once(log.folder)).toMatchObject({ origin, faults: [] })
    const shorter = await newLog()
    await shorter.grow(200)
    expect((await once(shorter.folder)).faults[0]?.kind).toBe('rollback')
    const watched = await readWatched(witness.watchedAt(log.folder))
    expect(seenIn(watched)?.size).toBe(300)
    await log.grow(5)
    expect(await once(log.folder)).toMatchObject({ faults: [] })
    expect((await witness.refusals(origin)).map(({ kind }) => kind)).toEqual(['rollback'])
  })

  it('holds what is published against what it was asked to co-sign', async () => {
    const [log, twin] = [await newLog(), await newLog()]
    await log.grow(300)
    await twin.grow(350, 'another entry')
    const { witness, once } = await watchFrom(twin.folder)
    expect((await witness.add(Buffer.from(await log.request(0)))).status).toBe(200)
    expect((await once(twin.folder)).faults[0]?.kind).toBe('inconsistent')
    const [refusal] = await witness.refusals(origin)
    expect(parseSignedCheckpoint(refusal?.shown ?? '')?.size).toBe(350)
    expect(parseSignedCheckpoint(refusal?.held ?? '')?.size).toBe(300)
  })

  it('says when nothing has come for long, and when nothing can be had', async () => {
    const log = await newLog()
    await log.grow(3)
    const { once } = await watchFrom(log.folder)
    const at = (time: string) => ({ now: () => new Date(time) })
    expect((await once(log.folder, at('2026-11-20T00:00:00Z'))).faults).toEqual([])
    expect((await once(log.folder, at('2026-11-20T12:00:00Z'))).faults).toEqual([])
    expect((await once(log.folder, at('2026-11-22T00:00:00Z'))).faults.map(({ kind }) => kind)).toEqual(['stale'])
    const gone = await once('http://127.0.0.1:1', at('2026-11-22T01:00:00Z'))
    expect(gone).toMatchObject({ origin, since: '2026-11-20T00:00:00.000Z', faults: [{ kind: 'not-reachable' }] })
    await log.grow(1)
    expect((await once(log.folder, at('2026-11-22T02:00:00Z'))).faults).toEqual([])
  })

  it('does not forget by accident: a damaged memory is said', async () => {
    const log = await newLog()
    await log.grow(3)
    const { witness, once } = await watchFrom(log.folder)
    await once(log.folder)
    await writeFile(witness.watchedAt(log.folder), '{"seen":')
    await expect(once(log.folder)).rejects.toThrow(/damaged/)
  })

  it('keeps what it saw when only a co-signature is missing', () => {
    const seen = {
      ...({} as Watched),
      seen: null,
      since: '2026-11-20T00:00:00.000Z',
      origin: null,
      at: '',
      place: '',
      faults: [],
    }
    const checkpoint = { origin, size: 1, root: new Uint8Array(32), note: { text: 'x\n', signatures: [] } }
    const at = new Date('2026-11-21T00:00:00Z')
    const found: Look = { checkpoint, contradictions: [], entries: 0, faults: [{ kind: 'unwitnessed', detail: 'w' }] }
    expect(afterLook(found, seen, 'p', at, 1).seen).not.toBeNull()
    const bad: Look = { ...found, faults: [{ kind: 'entries-differ', detail: 'x' }] }
    expect(afterLook(bad, seen, 'p', at, 1).seen).toBeNull()
  })

  it('is not fooled by a copy of a folder', async () => {
    const log = await newLog()
    await log.grow(300)
    const copy = await temporary.make()
    await cp(log.folder, copy, { recursive: true })
    await log.grow(10)
    expect(kinds(await look(copy, log.checkpoint))).toEqual(['rollback'])
  })
})
