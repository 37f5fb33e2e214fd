/** A witness: its key, the logs that it knows, and what it has co-signed and refused. Its folder is all that it has. */
import { createHash, createPrivateKey, sign as signEd25519 } from 'node:crypto'
import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ed25519 } from '@noble/curves/ed25519.js'
import { linkDurably, makeKeyFile, readKeyFile } from '../../identity/key-file.ts'
import type { KeyWrapping } from '../../identity/key-wrapping.ts'
import { unlessAbsent } from '../../platform/files/durable.ts'
import { base64, sameBytes } from '../../proof/bytes.ts'
import {
  checkSignatures,
  cosign,
  isKeyName,
  type Note,
  type NoteKey,
  noteOf,
  type Sign,
  signatureLine,
  signatureTypes,
} from '../../proof/note.ts'
import { type Decision, decideOn } from './deciding.ts'
import { keepRefusal, type Refusal, readRefusals } from './refusals.ts'
import { parseAddCheckpoint } from './request.ts'
import { readStanding, type Standing, stepTo } from './standing.ts'

/** Wrong settings of a witness, in words: whoever starts it can put them right. */
export class WitnessRefused extends Error {
  override readonly name = 'WitnessRefused'
}

/** What is answered over HTTP. */
export interface Reply {
  readonly status: number
  readonly contentType: string
  readonly body: string
}

export interface Witness {
  readonly key: NoteKey
  /** Keys by which logs are known; a log is named by its origin, which is the name of its keys. */
  readonly logKeys: readonly NoteKey[]
  /** Origins of the logs, each once. */
  readonly origins: readonly string[]
  /** `add-checkpoint`. Throws when the disk does not take what must be kept. */
  add(body: Uint8Array): Promise<Reply>
  /** What was co-signed last; null for nothing. */
  standing(origin: string): Promise<Standing | null>
  refusals(origin: string): Promise<readonly Refusal[]>
  keep(refusal: Refusal): Promise<void>
  /** The file in which is remembered what was seen at an address. */
  watchedAt(place: string): string
}

export interface Opening {
  readonly folder: string
  /** Needed when the folder is new, and if said later it must be the same. */
  readonly name?: string | undefined
  readonly logKeys: readonly NoteKey[]
  readonly wrapping?: KeyWrapping | null
  readonly now?: () => Date
}

/** What a log is called where its origin cannot stand, in folders and addresses: C2SP tlog-witness has the same. */
export const hashedName = (origin: string): string => createHash('sha256').update(origin).digest('hex')

/** Opens the folder, making name and key when it is new. Throws WitnessRefused and KeyRefused. */
export async function openWitness(opening: Opening): Promise<Witness> {
  const { folder, logKeys, now = () => new Date() } = opening
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const { key, sign } = await ownKey(opening)
  refuseLogKeys(logKeys, key)
  const placeOf = (origin: string) => join(folder, 'logs', hashedName(origin))
  const refusedIn = (origin: string) => join(placeOf(origin), 'refused')
  const origins = [...new Set(logKeys.map(({ name }) => name))]
  const inTurn = turns()
  const witness: Witness = {
    ...{ key, logKeys, origins },
    watchedAt: (place) => join(folder, 'watched', `${hashedName(place)}.json`),
    standing: (origin) => readStanding(placeOf(origin), key),
    refusals: (origin) => readRefusals(refusedIn(origin)),
    keep: (refusal) => keepRefusal(refusedIn(refusal.origin), refusal),
    async add(body) {
      const request = parseAddCheckpoint(body)
      if (request === null) return plain(400, 'not an add-checkpoint request')
      const { origin } = request.checkpoint
      const own = logKeys.filter(({ name }) => name === origin)
      if (own.length === 0) return inWords(decideOn(request, null, null))
      return inTurn(origin, async () => {
        const last = await witness.standing(origin)
        const decision = decideOn(request, own, last?.checkpoint ?? null)
        if (decision.kind === 'refuse') {
          if (decision.evidence)
            await witness.keep({
              ...{ xinqiao: 'refusal 1', kind: decision.evidence, origin, at: now().toISOString() },
              ...{ shown: noteOf(signedOnly(request.checkpoint.note, own)), held: last?.said ?? null },
              proof: request.proof.map(base64),
            })
          return inWords(decision)
        }
        // a clock that was set back must not make us say that a larger tree was seen before a smaller one
        const seconds = Math.max(Math.floor(now().getTime() / 1000), last?.seconds ?? 0)
        const note = signedOnly(request.checkpoint.note, own)
        const cosignature = cosign(note.text, key, seconds, sign)
        const said = noteOf({ ...note, signatures: [...note.signatures, cosignature] })
        if (await stepTo(placeOf(origin), last, said)) return plain(200, signatureLine(cosignature))
        // another process on this folder was quicker
        const size = (await witness.standing(origin))?.checkpoint.size ?? 0
        return inWords({ kind: 'refuse', status: 409, words: `${size}\n`, size })
      })
    },
  }
  return witness
}

const plain = (status: number, words: string): Reply => ({
  ...{ status, contentType: 'text/plain; charset=utf-8' },
  body: words.endsWith('\n') ? words : `${words}\n`,
})

const inWords = (decision: Decision): Reply => {
  if (decision.kind === 'co-sign') throw new Error('co-signed already')
  const { status, words, size } = decision
  return size === undefined ? plain(status, words) : { status, contentType: 'text/x.tlog.size', body: words }
}

/** The note with the signatures that were checked, each key's once; others are not ours to keep or to hand on. */
function signedOnly(note: Note, keys: readonly NoteKey[]): Note {
  const checked = note.signatures.filter(
    (signature) => checkSignatures({ ...note, signatures: [signature] }, keys).length > 0,
  )
  const isFirst = (at: number) =>
    !checked.slice(0, at).some(({ keyId }) => sameBytes(keyId, checked[at]?.keyId ?? new Uint8Array(0)))
  return { ...note, signatures: checked.filter((_, at) => isFirst(at)) }
}

/** One after the other for each origin. */
function turns(): <T>(origin: string, work: () => Promise<T>) => Promise<T> {
  const last = new Map<string, Promise<unknown>>()
  return (origin, work) => {
    const next = (last.get(origin) ?? Promise.resolve()).then(work, work)
    last.set(
      origin,
      next.catch(() => undefined),
    )
    return next
  }
}

async function ownKey({ folder, name: said, wrapping = null }: Opening): Promise<{ key: NoteKey; sign: Sign }> {
  const name = await ownName(folder, said)
  const seed =
    (await readKeyFile(join(folder, 'witness.key'), wrapping)) ?? (await makeKeyFile(folder, 'witness', wrapping))
  const secret = createPrivateKey({ key: Buffer.concat([pkcs8, seed]), format: 'der', type: 'pkcs8' })
  const key = { name, type: signatureTypes.cosignature, publicKey: ed25519.getPublicKey(seed) }
  return { key, sign: (message) => signEd25519(null, message, secret) }
}

/** RFC 8410: what stands before a seed of Ed25519. */
const pkcs8 = Buffer.from('302e020100300506032b657004220420', 'hex')

/** A name belongs to the key for good: under another one, nobody would know the key again. */
async function ownName(folder: string, said: string | undefined): Promise<string> {
  const kept = (await readFile(join(folder, 'name'), 'utf8').catch(unlessAbsent))?.trim() ?? null
  if (kept === null && said === undefined)
    throw new WitnessRefused('say by --name what this witness is called, such as bar.example/witness')
  const name = kept ?? (said as string)
  if (said !== undefined && said !== name) throw new WitnessRefused(`this witness is called ${name} for good`)
  if (!isKeyName(name))
    throw new WitnessRefused(`${JSON.stringify(name)} is no name: no spaces, no plus, 255 signs at most`)
  if (kept === null) await linkDurably(folder, 'name', `${name}\n`)
  return name
}

function refuseLogKeys(logKeys: readonly NoteKey[], own: NoteKey): void {
  for (const { name, type, publicKey } of logKeys) {
    if (type !== signatureTypes.ed25519)
      throw new WitnessRefused(`the key of ${name} is one of a witness, not of a log`)
    // what it co-signs would count as what that log has signed
    if (sameBytes(publicKey, own.publicKey)) throw new WitnessRefused(`the key of ${name} is that of this witness`)
  }
}
