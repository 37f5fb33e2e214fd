/** A log in memory with an office that signs and witnesses who look, for tests of what checks them. Keys follow from their names. */
import { ed25519 } from '@noble/curves/ed25519.js'
import { sha256 } from '@noble/hashes/sha2.js'
import type { Get } from '../asking.ts'
import { base64, joined, utf8 } from '../bytes.ts'
import { checkpointText, parseSignedCheckpoint } from '../checkpoint.ts'
import { entryOf, factHash } from '../entry.ts'
import { commitmentTo, type Evidence, type Opening } from '../evidence.ts'
import { inclusionProof, leafHash, rootOver } from '../merkle.ts'
import { cosign, type NoteKey, noteOf, type Sign, type SignatureType, signNote, vkeyOf } from '../note.ts'
import { type Receipt, receiptKeyName, receiptText } from '../receipt.ts'
import { hashesAtLevel, levelsOf, parseTilePath, tileWidth } from '../tile.ts'
import { tlogProofText } from '../tlog-proof.ts'

export const sampleOrigin = 'xinfang.example.org/log'

interface Signer {
  readonly key: NoteKey
  readonly sign: Sign
}

export function signerOf(name: string, type: SignatureType = 1, generation = 1): Signer {
  const seed = sha256(utf8(`${name} ${generation}`))
  return {
    key: { name, type, publicKey: ed25519.getPublicKey(seed) },
    sign: (message) => ed25519.sign(message, seed),
  }
}

export interface SampleOffice {
  readonly log: Signer
  readonly receipts: Signer
  readonly entries: Uint8Array[]
}

export const sampleOffice = (origin = sampleOrigin): SampleOffice => ({
  log: signerOf(origin),
  receipts: signerOf(receiptKeyName(origin)),
  entries: [],
})

export const keysOf = ({ log, receipts }: SampleOffice): readonly NoteKey[] => [log.key, receipts.key]

const saltOf = (what: string): Uint8Array => sha256(utf8(`salt of ${what}`))

export interface SampleMatter {
  readonly petition?: string
  readonly version?: number
  readonly texts?: readonly string[]
  readonly at?: string
  readonly document?: string
}

/** Writes something down: the entry lies in the log, and the petitioner has a receipt with what opens it. */
export function register(office: SampleOffice, matter: SampleMatter = {}): Evidence {
  const { petition = '261123482719031', version = 1, at = '2026-11-23T02:14:05.123Z', document = null } = matter
  const texts = (matter.texts ?? ['补偿款三年没有付']).map((text, at) => ({ ref: `t${at}`, text, salt: saltOf(text) }))
  const pieces = texts.map(({ ref, text, salt }) => ({ ref, commitment: commitmentTo(salt, text) }))
  const fact = JSON.stringify({ fact: { claims: pieces }, recordedAt: at, stream: petition, version })
  const [previous, salt] = [version === 1 ? new Uint8Array(0) : sha256(utf8('before')), saltOf(petition + version)]
  const entry = entryOf(salt, factHash(previous, fact))
  office.entries.push(entry)
  const receipt: Receipt = {
    ...{ origin: office.log.key.name, petition, version, at, entry, document, basis: 'cn-2022 R22 22.1' },
    of: document === null ? 'registration' : 'document',
    claims: document === null ? pieces.length : null,
    clock: document === null ? { rule: 'route', lastDay: '2026-12-08' } : null,
  }
  const opening: Opening = {
    fact,
    previous: base64(previous),
    salt: base64(salt),
    texts: texts.map((text) => ({ ...text, salt: base64(text.salt) })),
  }
  return { xinqiao: 'evidence 1', receipt: signedReceipt(office.receipts, receipt), opening, proof: null }
}

export function signedReceipt({ key, sign }: Signer, receipt: Receipt): string {
  const text = receiptText(receipt)
  return noteOf({ text, signatures: [signNote(text, key, sign)] })
}

/** A signed checkpoint over the first entries, with the signatures of witnesses beside it. */
export function checkpointAt(
  { log, entries }: SampleOffice,
  size = entries.length,
  witnesses: readonly (readonly [name: string, seconds: number])[] = [],
): string {
  const root = rootOver(entries.slice(0, size).map(leafHash))
  const text = checkpointText({ origin: log.key.name, size, root })
  const cosigned = witnesses.map(([name, seconds]) => {
    const { key, sign } = signerOf(name, 4)
    return cosign(text, key, seconds, sign)
  })
  return noteOf({ text, signatures: [signNote(text, log.key, log.sign), ...cosigned] })
}

/** The proof that an entry is in the log under a checkpoint. */
export async function proofAt({ entries }: SampleOffice, index: number, said: string): Promise<string> {
  const checkpoint = parseSignedCheckpoint(said)
  if (checkpoint === null) throw new Error('no checkpoint')
  const leaves = entries.map(leafHash)
  const path = await inclusionProof(index, checkpoint.size, async (from, to) => rootOver(leaves.slice(from, to)))
  return tlogProofText({ index, path, checkpoint })
}

/** What the office's server answers, from the log as it is when it is asked. */
export function serverOf(office: SampleOffice): Get {
  return async (path) => {
    if (path === 'log/checkpoint') return utf8(checkpointAt(office))
    if (path === 'api/log')
      return utf8(JSON.stringify({ keys: { log: [vkeyOf(office.log.key)], receipts: [vkeyOf(office.receipts.key)] } }))
    const asked = /^api\/log\/proof\?entry=([\w-]{43})$/.exec(path)?.[1]
    if (asked !== undefined) return utf8(JSON.stringify({ proof: await proofOfEntry(office, asked) }))
    return tileOf(office, path)
  }
}

async function proofOfEntry(office: SampleOffice, asked: string): Promise<string | null> {
  const index = office.entries.findIndex((entry) => Buffer.from(entry).toString('base64url') === asked)
  return index < 0 ? null : proofAt(office, index, checkpointAt(office))
}

function tileOf({ entries }: SampleOffice, path: string): Uint8Array | null {
  const tile = parseTilePath(path.replace(/^log\//, ''))
  if (tile === null || tile.level === 'entries' || tile.level >= levelsOf(entries.length)) return null
  const span = tileWidth ** tile.level
  const hashes = Array.from({ length: hashesAtLevel(tile.level, entries.length) }, (_, at) =>
    rootOver(entries.slice(at * span, (at + 1) * span).map(leafHash)),
  )
  const held = hashes.slice(tile.index * tileWidth, tile.index * tileWidth + tile.width)
  return held.length === tile.width ? joined(...held) : null
}
