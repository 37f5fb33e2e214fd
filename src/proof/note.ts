/** Signed notes (C2SP signed-note), with the keys that check them and the cosignatures of witnesses (C2SP tlog-cosignature). */
import { ed25519 } from '@noble/curves/ed25519.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { base64, fromBase64, joined, sameBytes, utf8 } from './bytes.ts'

/** What a key signs: texts of its own (0x01), or that it has seen a checkpoint at a time (0x04). */
export const signatureTypes = { ed25519: 1, cosignature: 4 } as const
export type SignatureType = (typeof signatureTypes)[keyof typeof signatureTypes]

/** A public key with its name, as whoever trusts it keeps it. */
export interface NoteKey {
  readonly name: string
  readonly type: SignatureType
  readonly publicKey: Uint8Array
}

export interface NoteSignature {
  readonly name: string
  /** Four bytes. */
  readonly keyId: Uint8Array
  readonly bytes: Uint8Array
}

export interface Note {
  /** With its final newline. */
  readonly text: string
  readonly signatures: readonly NoteSignature[]
}

/** SHA-256(name || "\n" || type || public key)[:4]. */
export const keyIdOf = ({ name, type, publicKey }: NoteKey): Uint8Array =>
  sha256(joined(utf8(`${name}\n`), Uint8Array.of(type), publicKey)).subarray(0, 4)

const hex = (bytes: Uint8Array): string => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')

/** `name+id+key`, as keys are handed round. */
export const vkeyOf = (key: NoteKey): string =>
  `${key.name}+${hex(keyIdOf(key))}+${base64(joined(Uint8Array.of(key.type), key.publicKey))}`

/** U+0085 is a space to Unicode and none to JavaScript. */
const nameShape = /^[^\s\u0085+\u0000-\u001f]{1,255}$/u
export const isKeyName = (name: string): boolean => nameShape.test(name)

/** A name of 255 signs, an id and 33 bytes are shorter by far. */
const longestVkey = 1000

/** Null unless name, id and key belong together, and the key is one that only its owner can sign with. */
export function parseVkey(vkey: string): NoteKey | null {
  if (vkey.length > longestVkey) return null
  const [, name = '', id = '', encoded = ''] = /^([^+]+)\+([0-9a-f]{8})\+(.+)$/.exec(vkey.trim()) ?? []
  const bytes = fromBase64(encoded)
  const type = Object.values(signatureTypes).find((each) => each === bytes?.[0])
  if (!isKeyName(name) || bytes?.length !== 33 || type === undefined || !isSoundPoint(bytes.subarray(1))) return null
  const key = { name, type, publicKey: bytes.subarray(1) }
  return hex(keyIdOf(key)) === id ? key : null
}

const longestNote = 1_000_000
/** The specification asks for sixteen; each that claims a known key costs a check. */
const mostSignatures = 100
/** Control signs but the newline, and halves of a pair: those have no UTF-8, and others would read them as something else. */
const forbidden = /[\u0000-\u0009\u000b-\u001f]|[\ud800-\udfff]/u

/** Null for what is no signed note. Says nothing about whether its signatures are good. */
export function parseNote(said: string): Note | null {
  const split = said.lastIndexOf('\n\n')
  if (split < 0 || said.length > longestNote || forbidden.test(said) || !said.endsWith('\n')) return null
  const lines = said.slice(split + 2, -1).split('\n')
  if (lines.length > mostSignatures) return null
  const signatures = lines.map(parseSignature)
  if (signatures.includes(null)) return null
  return { text: said.slice(0, split + 1), signatures: signatures as readonly NoteSignature[] }
}

export function parseSignature(line: string): NoteSignature | null {
  const [, name = '', encoded = ''] = /^— (\S+) (\S+)$/u.exec(line) ?? []
  const bytes = fromBase64(encoded)
  if (!isKeyName(name) || bytes === null || bytes.length < 5) return null
  return { name, keyId: bytes.subarray(0, 4), bytes: bytes.subarray(4) }
}

export const signatureLine = ({ name, keyId, bytes }: NoteSignature): string =>
  `— ${name} ${base64(joined(keyId, bytes))}\n`

export const noteOf = ({ text, signatures }: Note): string => `${text}\n${signatures.map(signatureLine).join('')}`

/** Signs 32-byte seeds or not, here or in a machine of its own: whoever has the private key. */
export type Sign = (message: Uint8Array) => Uint8Array

export function signNote(text: string, key: NoteKey, sign: Sign): NoteSignature {
  return { name: key.name, keyId: keyIdOf(key), bytes: sign(utf8(text)) }
}

/** Says that the checkpoint was seen, and was the largest consistent one, at a time in seconds since 1970. */
export function cosign(text: string, key: NoteKey, seconds: number, sign: Sign): NoteSignature {
  const time = new Uint8Array(8)
  const view = new DataView(time.buffer)
  view.setUint32(0, Math.floor(seconds / 2 ** 32))
  view.setUint32(4, seconds % 2 ** 32)
  return { name: key.name, keyId: keyIdOf(key), bytes: joined(time, sign(cosignedMessage(text, seconds))) }
}

const cosignedMessage = (text: string, seconds: number): Uint8Array => utf8(`cosignature/v1\ntime ${seconds}\n${text}`)

/** What a signature of a known key turned out to be. */
export interface Checked {
  readonly key: NoteKey
  readonly isGood: boolean
  /** Seconds since 1970 at which a witness says it has seen it; null for a signature that says no time. */
  readonly seconds: number | null
}

/** Checks those signatures that known keys claim to have made; others say nothing, whatever name they bear. */
export function checkSignatures({ text, signatures }: Note, keys: readonly NoteKey[]): readonly Checked[] {
  return signatures.flatMap(({ name, keyId, bytes }) => {
    // an id has four bytes: two keys of one name may have the same, and either may have signed
    const checked = keys
      .filter((key) => key.name === name && sameBytes(keyIdOf(key), keyId))
      .map((key) => checkOne(text, bytes, key))
    return checked.filter(({ isGood }, at) => isGood || at === 0).slice(-1)
  })
}

/** The last second of the year 9999: no calendar goes further, and what is signed beyond it says no time. */
const lastSecond = 253_402_300_799

function checkOne(text: string, bytes: Uint8Array, key: NoteKey): Checked {
  if (key.type === signatureTypes.ed25519)
    return { key, isGood: isSignature(bytes, utf8(text), key.publicKey), seconds: null }
  const seconds = bytes.length === 72 ? secondsIn(bytes) : 0
  const isGood =
    seconds > 0 &&
    seconds <= lastSecond &&
    isSignature(bytes.subarray(8), cosignedMessage(text, seconds), key.publicKey)
  return { key, isGood, seconds: isGood ? seconds : null }
}

/** In two halves, because Safari 14 reads no 64 bits at once. What is rounded lies beyond the last second. */
function secondsIn(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  return view.getUint32(0) * 2 ** 32 + view.getUint32(4)
}

/**
 * RFC 8032, strictly. Checkers differ on points outside the prime-order group, and whoever signs could make signatures that
 * some take and others do not; so no such point is taken: what one checker takes, every other takes too.
 */
export function isSignature(signature: Uint8Array, message: Uint8Array, publicKey: Uint8Array): boolean {
  try {
    const isGood = signature.length === 64 && ed25519.verify(signature, message, publicKey, { zip215: false })
    return isGood && isSoundPoint(signature.subarray(0, 32))
  } catch {
    return false
  }
}

/** Whether the bytes are a point of the prime-order group, in the one way of writing it, and not its neutral element. */
function isSoundPoint(bytes: Uint8Array): boolean {
  try {
    const point = ed25519.Point.fromBytes(bytes, false)
    return !point.isSmallOrder() && point.isTorsionFree()
  } catch {
    return false
  }
}

/** Whether a key that is trusted has signed it, and none that is trusted has signed something else in its place. */
export function isSignedBy(note: Note, keys: readonly NoteKey[]): boolean {
  const checked = checkSignatures(note, keys)
  return checked.length > 0 && checked.every(({ isGood }) => isGood)
}
