/**
 * Looks at a published log once, as anybody can: whether it is signed, continues what was seen of it before, and has every
 * entry that it says it has.
 */
import { base64, joined, sameBytes, textOf } from '../../proof/bytes.ts'
import { parseSignedCheckpoint, type SignedCheckpoint } from '../../proof/checkpoint.ts'
import { consistencyProof, type Hash, isConsistent, type RangeHash } from '../../proof/merkle.ts'
import { checkSignatures, isSignedBy, type NoteKey } from '../../proof/note.ts'
import { pathOfTile, rangeHashFrom, type TileReader, tileAround, tileWidth } from '../../proof/tile.ts'
import type { LogFaultKind } from '../../wording/witnessing.ts'
import { partialTiles, TreeEdge } from '../log/edge.ts'
import { entriesFrom, FileMissing, type ReadFile, tilesFrom } from './log-files.ts'

export interface LogFault {
  readonly kind: LogFaultKind
  /** Which file, size or name; in plain English, for whoever looks further. */
  readonly detail: string
}

/** What was found against the log, for keeping: two notes that it signed, and hashes that show that they do not fit. */
export interface Contradiction {
  readonly kind: 'rollback' | 'split-view' | 'inconsistent'
  readonly shown: SignedCheckpoint
  readonly held: SignedCheckpoint
  readonly proof: readonly string[]
}

export interface Look {
  readonly faults: readonly LogFault[]
  readonly contradictions: readonly Contradiction[]
  /** What is published and signed by the log, if anything is; with faults it must not be taken for what was seen last. */
  readonly checkpoint: SignedCheckpoint | null
  /** Entries that were fetched and hashed in this look. */
  readonly entries: number
}

export interface Looking {
  readonly read: ReadFile
  /** Keys of the logs that are known. */
  readonly logKeys: readonly NoteKey[]
  /** Witnesses that should have co-signed. */
  readonly witnesses: readonly NoteKey[]
  /** What is known of it: co-signed, or seen before. */
  readonly known: (origin: string) => Promise<readonly SignedCheckpoint[]>
  /** Up to where entries have been looked at; the rest is looked at now. Null for all of them. */
  readonly lookedAt: (origin: string) => Promise<SignedCheckpoint | null>
}

/** Throws nothing: what cannot be fetched is a fault of the log. */
export async function lookAt(looking: Looking): Promise<Look> {
  const found: Found = { faults: [], contradictions: [], checkpoint: null, entries: 0 }
  try {
    await look(looking, found)
  } catch (fault) {
    const kind = fault instanceof FileMissing ? 'file-missing' : 'not-reachable'
    found.faults.push({ kind, detail: wordsOf(fault) })
  }
  return found
}

const wordsOf = (fault: unknown): string => {
  const { message, cause } = fault as Error
  return cause instanceof Error ? `${message}: ${cause.message}` : message
}

interface Found {
  faults: LogFault[]
  contradictions: Contradiction[]
  checkpoint: SignedCheckpoint | null
  entries: number
}

async function look(looking: Looking, found: Found): Promise<void> {
  const checkpoint = await publishedIn(looking, found)
  if (checkpoint === null) return
  found.checkpoint = checkpoint
  lookForWitnesses(checkpoint, looking.witnesses, found)
  const tiles = tilesFrom(looking.read)
  const range = rangeHashFrom(checkpoint.size, tiles)
  if (!sameBytes(await range(0, checkpoint.size), checkpoint.root)) {
    found.faults.push({ kind: 'tiles-differ', detail: `under the checkpoint of ${checkpoint.size} entries` })
    return
  }
  for (const known of await looking.known(checkpoint.origin)) await compare(known, checkpoint, range, found)
  if (found.contradictions.length > 0) return
  await lookAtEntries(looking, checkpoint, tiles, found)
}

async function publishedIn({ read, logKeys }: Looking, found: Found): Promise<SignedCheckpoint | null> {
  const bytes = await read('checkpoint')
  if (bytes === null) throw new FileMissing('checkpoint')
  const checkpoint = parseSignedCheckpoint(textOf(bytes) ?? '')
  const fault = (kind: LogFaultKind, detail: string) => {
    found.faults.push({ kind, detail })
    return null
  }
  if (checkpoint === null) return fault('malformed', `${bytes.length} bytes`)
  const keys = logKeys.filter(({ name }) => name === checkpoint.origin)
  if (keys.length === 0) return fault('unknown-log', checkpoint.origin)
  if (checkSignatures(checkpoint.note, keys).length === 0) return fault('unsigned', checkpoint.origin)
  return isSignedBy(checkpoint.note, keys) ? checkpoint : fault('forged', checkpoint.origin)
}

function lookForWitnesses({ note }: SignedCheckpoint, witnesses: readonly NoteKey[], found: Found): void {
  for (const key of witnesses) {
    const signed = checkSignatures(note, [key])
    if (signed.length === 0) found.faults.push({ kind: 'unwitnessed', detail: key.name })
    else if (signed.some(({ isGood }) => !isGood)) found.faults.push({ kind: 'forged-witness', detail: key.name })
  }
}

/** Whether what is published continues what is known. */
async function compare(held: SignedCheckpoint, shown: SignedCheckpoint, range: RangeHash, found: Found): Promise<void> {
  const contradict = (kind: 'rollback' | 'split-view' | 'inconsistent', proof: readonly Hash[] = []) => {
    if (found.contradictions.some((each) => each.kind === kind)) return
    found.faults.push({ kind, detail: `${held.size} entries before, ${shown.size} now` })
    found.contradictions.push({ kind, shown, held, proof: proof.map(base64) })
  }
  if (shown.size < held.size) return contradict('rollback')
  if (shown.size === held.size) return sameBytes(shown.root, held.root) ? undefined : contradict('split-view')
  const proof = await consistencyProof(held.size, shown.size, range)
  if (!isConsistent(held, shown, proof)) contradict('inconsistent', proof)
}

/** Adds the entries to the tree as it was when they were last looked at: every file that comes of it must be as it is published. */
async function lookAtEntries(
  { read, lookedAt }: Looking,
  { origin, size, root }: SignedCheckpoint,
  tiles: TileReader,
  found: Found,
): Promise<void> {
  const before = await lookedAt(origin)
  const edge = before === null ? new TreeEdge() : await edgeAt(read, tiles, before, size)
  if (edge === null) {
    found.faults.push({ kind: 'tiles-differ', detail: `at the end of the first ${before?.size} entries` })
    return
  }
  const other: string[] = []
  while (edge.size < size) {
    const from = edge.size
    const bundle = await bundleAround(read, from, size)
    for (const entry of bundle.slice(from % tileWidth)) {
      for (const { tile, bytes } of edge.add(entry)) {
        if (tile.level !== 'entries' && !sameBytes(joined(...(await tiles(tile))), bytes)) other.push(pathOfTile(tile))
      }
      found.entries += 1
    }
  }
  const isRooted = sameBytes(edge.root(), root)
  if (isRooted && other.length === 0) return
  const detail = [...other.slice(0, mostNamed), ...(isRooted ? [] : [`the root of ${size} entries`])].join(', ')
  found.faults.push({ kind: isRooted ? 'tiles-differ' : 'entries-differ', detail })
}

const mostNamed = 5

const bundleAround = (read: ReadFile, at: number, size: number): Promise<readonly Uint8Array[]> => {
  const index = Math.floor(at / tileWidth)
  return entriesFrom(read, index, Math.min(tileWidth, size - index * tileWidth))
}

/** The edge of an older tree out of the files of the one that is published now; null where these do not lead to its root. */
async function edgeAt(
  read: ReadFile,
  tiles: TileReader,
  before: SignedCheckpoint,
  size: number,
): Promise<TreeEdge | null> {
  const levels: (readonly Hash[])[] = []
  let entries: readonly Uint8Array[] = []
  for (const { level, index, width } of partialTiles(before.size)) {
    if (level === 'entries') entries = (await bundleAround(read, index * tileWidth, size)).slice(0, width)
    else levels[level] = (await tiles(tileAround(level, index * tileWidth, size))).slice(0, width)
  }
  const edge = new TreeEdge(
    before.size,
    Array.from(levels, (hashes) => hashes ?? []),
    entries,
  )
  return sameBytes(edge.root(), before.root) ? edge : null
}
