import { createHash } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import { fastify } from 'fastify'
import { base64 } from '../../../proof/bytes.ts'
import { checkpointText, parseSignedCheckpoint, type SignedCheckpoint } from '../../../proof/checkpoint.ts'
import { consistencyProof, type RangeHash } from '../../../proof/merkle.ts'
import { type NoteKey, noteOf, type Sign, signNote } from '../../../proof/note.ts'
import { ownKey } from '../../../proof/testing/own-key.ts'
import { pathOfTile, rangeHashFrom } from '../../../proof/tile.ts'
import { partialTiles, TreeEdge } from '../../log/edge.ts'
import { folderStore } from '../../log/folder-store.ts'
import { tilesFrom } from '../log-files.ts'

export const origin = 'xinfang.example.gov.cn/log'
export const logKey = ownKey(origin)

/** A log in a folder, written as the house writes its own. */
export interface PublishedLog {
  readonly folder: string
  readonly checkpoint: SignedCheckpoint
  readonly range: RangeHash
  /** Adds entries and publishes. Two logs that are told other words are two histories. */
  grow(count: number, words?: string): Promise<SignedCheckpoint>
  /** The body of `add-checkpoint`, from some size to the newest. */
  request(old: number): Promise<string>
}

const entryOf = (words: string, at: number): Uint8Array => createHash('sha256').update(`${words} ${at}`).digest()

export async function publishedLog(
  folder: string,
  { key, sign }: { readonly key: NoteKey; readonly sign: Sign } = logKey,
): Promise<PublishedLog> {
  const store = folderStore(folder)
  const edge = new TreeEdge()
  let checkpoint: SignedCheckpoint
  const range: RangeHash = (from, to) => rangeHashFrom(edge.size, tilesFrom(store.read))(from, to)
  const publish = async (): Promise<SignedCheckpoint> => {
    for (const { tile, bytes } of edge.partial()) await store.add(pathOfTile(tile), bytes)
    const text = checkpointText({ origin: key.name, size: edge.size, root: edge.root() })
    const note = noteOf({ text, signatures: [signNote(text, key, sign)] })
    await store.putCheckpoint(note)
    checkpoint = parseSignedCheckpoint(note) as SignedCheckpoint
    return checkpoint
  }
  await publish()
  return {
    folder,
    range,
    get checkpoint() {
      return checkpoint
    },
    async grow(count, words = 'entry') {
      for (let added = 0; added < count; added++)
        for (const { tile, bytes } of edge.add(entryOf(words, edge.size))) await store.add(pathOfTile(tile), bytes)
      return publish()
    },
    async request(old) {
      const proof = await consistencyProof(old, edge.size, range)
      return [`old ${old}`, ...proof.map(base64), '', noteOf(checkpoint.note)].join('\n')
    },
  }
}

/** The path of the partial tile of a level, as the tree is now. */
export const partialPath = (size: number, level: number | 'entries'): string =>
  pathOfTile(partialTiles(size).find((tile) => tile.level === level) as Parameters<typeof pathOfTile>[0])

/** Serves a folder over HTTP until it is closed. */
export async function servedFolder(folder: string): Promise<{ readonly url: string; close(): Promise<void> }> {
  const app = fastify()
  await app.register(fastifyStatic, { root: folder, dotfiles: 'deny' })
  const url = await app.listen({ host: '127.0.0.1', port: 0 })
  return { url, close: () => app.close() }
}

/** Folders that are gone after the test. */
export function folders(): { readonly make: () => Promise<string>; readonly clear: () => Promise<void> } {
  const made: string[] = []
  return {
    async make() {
      const folder = await mkdtemp(join(tmpdir(), 'xinqiao-witness-'))
      made.push(folder)
      return folder
    },
    async clear() {
      await Promise.all(made.splice(0).map((folder) => rm(folder, { recursive: true, force: true })))
    },
  }
}
