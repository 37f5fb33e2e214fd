/** What somebody holds out to be checked: recognised by what it says, whatever the file is called and however it was copied. */
import { fromBase64, textOf } from './bytes.ts'
import { parseSignedCheckpoint, type SignedCheckpoint } from './checkpoint.ts'
import { type Evidence, parseEvidence } from './evidence.ts'
import { type NoteKey, parseNote, parseVkey } from './note.ts'
import { parseReceipt } from './receipt.ts'

/** Why something cannot be read at all. */
export type Unreadable = 'empty' | 'too-large' | 'cut-off' | 'damaged' | 'not-ours'

export type Given =
  | { readonly kind: 'evidence'; readonly evidence: Evidence }
  | { readonly kind: 'checkpoint'; readonly checkpoint: SignedCheckpoint }
  | { readonly kind: 'keys'; readonly keys: readonly NoteKey[] }
  | { readonly kind: 'unreadable'; readonly why: Unreadable }

const unreadable = (why: Unreadable): Given => ({ kind: 'unreadable', why })

const mostSigns = 5_000_000
/** Of Ed25519, the shortest that any key here makes. */
const signatureBytes = 64

/** Recognises evidence, a bare receipt, the address in its square, a checkpoint, or keys. Never throws. */
export function recognise(said: string): Given {
  if (said.length > mostSigns) return unreadable('too-large')
  const text = plain(said)
  if (text === '\n') return unreadable('empty')
  const carried = receiptInAddress(text)
  if (carried !== undefined) return carried === null ? unreadable('cut-off') : recogniseNote(carried)
  if (text.startsWith('{')) return recogniseJson(text)
  if (text.startsWith('xinqiao receipt ')) return recogniseNote(text)
  const keys = keysIn(text)
  if (keys.length > 0) return { kind: 'keys', keys }
  const checkpoint = parseSignedCheckpoint(text)
  return checkpoint ? { kind: 'checkpoint', checkpoint } : unreadable('not-ours')
}

/** Mail, chats and old editors change what stands at the ends of lines and of the whole; signatures know none of that. */
function plain(said: string): string {
  const lines = said.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n')
  return `${lines.replace(/[ \t\u00a0]+\n/g, '\n').trim()}\n`
}

function recogniseNote(text: string): Given {
  const note = parseNote(text)
  // a note ends with its signatures: where there is none that can be read, or one is too short, the end is missing
  if (note === null || note.signatures.some(({ bytes }) => bytes.length < signatureBytes)) return unreadable('cut-off')
  if (parseReceipt(note.text) === null) return unreadable('damaged')
  return { kind: 'evidence', evidence: { xinqiao: 'evidence 1', receipt: text, opening: null, proof: null } }
}

function recogniseJson(text: string): Given {
  const value = parsed(text)
  if (value === undefined) return unreadable(text.includes('"xinqiao"') ? 'cut-off' : 'not-ours')
  const evidence = parseEvidence(text)
  if (evidence) return recogniseReceiptOf(evidence)
  if ((value as { xinqiao?: unknown }).xinqiao !== undefined) return unreadable('damaged')
  const keys = keysIn(text)
  return keys.length > 0 ? { kind: 'keys', keys } : unreadable('not-ours')
}

function recogniseReceiptOf(evidence: Evidence): Given {
  const receipt = recogniseNote(evidence.receipt)
  return receipt.kind === 'evidence' ? { kind: 'evidence', evidence } : receipt
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const vkeys = /[^\s+"',]{1,255}\+[0-9a-f]{8}\+[A-Za-z0-9+/]{44}/g

/** Every key that stands in a text, whatever stands around it: a list, a poster, what `GET /api/log` answers. */
export function keysIn(text: string): readonly NoteKey[] {
  const found = (text.match(vkeys) ?? []).flatMap((vkey) => parseVkey(vkey) ?? [])
  return found.filter((key, at) => found.findIndex((each) => isSameKey(each, key)) === at)
}

const isSameKey = (a: NoteKey, b: NoteKey): boolean =>
  a.name === b.name && a.type === b.type && a.publicKey.every((byte, at) => byte === b.publicKey[at])

const inAddress = /#r=([A-Za-z0-9_-]*)/

/** The note in an address such as the square on a receipt holds; null where it cannot be read, undefined where there is none. */
export function receiptInAddress(text: string): string | null | undefined {
  const encoded = /^\S+\n?$/.test(text) ? inAddress.exec(text)?.[1] : undefined
  if (encoded === undefined) return undefined
  const signs = encoded.replace(/-/g, '+').replace(/_/g, '/')
  const bytes = fromBase64(signs + '='.repeat((4 - (signs.length % 4)) % 4))
  return bytes && textOf(bytes)
}
