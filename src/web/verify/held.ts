/** What somebody holds out: files, a pasted text, what stood in the address. It stays in the memory of this page. */

import { type NamedCheckpoint, type Paper, receiptOf } from '../../proof/examine.ts'
import { type Given, keysIn, recognise } from '../../proof/given.ts'
import type { NoteKey } from '../../proof/note.ts'
import type { KeysFrom } from '../../wording/proof.ts'

export interface Held {
  readonly id: number
  readonly name: string
  readonly given: Given
}

let drawn = 0

export const hold = (name: string, text: string): Held => {
  drawn += 1
  return { id: drawn, name, given: recognise(text) }
}

/** The last of each name: whoever chooses a file again means the new one. */
export const add = (held: readonly Held[], more: readonly Held[]): readonly Held[] => [
  ...held.filter(({ name }) => more.every((each) => each.name !== name)),
  ...more,
]

export const papersIn = (held: readonly Held[]): readonly Paper[] =>
  held.flatMap(({ name, given }) => (given.kind === 'evidence' ? [{ name, evidence: given.evidence }] : []))

export const checkpointsIn = (held: readonly Held[]): readonly NamedCheckpoint[] =>
  held.flatMap(({ name, given }) => (given.kind === 'checkpoint' ? [{ name, checkpoint: given.checkpoint }] : []))

/** Keys by where they came from. What somebody brought themselves goes first: with it, the office need not be believed. */
export interface Keys {
  readonly given: readonly NoteKey[]
  readonly office: readonly NoteKey[]
}

export const keysGiven = (held: readonly Held[], typed: string): readonly NoteKey[] => [
  ...held.flatMap(({ given }) => (given.kind === 'keys' ? given.keys : [])),
  ...keysIn(typed),
]

export const keysUsed = ({ given, office }: Keys): { readonly keys: readonly NoteKey[]; readonly from: KeysFrom } =>
  given.length > 0 ? { keys: given, from: 'given' } : { keys: office, from: office.length > 0 ? 'office' : null }

/** Where the log of these papers is probably reached: where this page came from, or the host that its name begins with. */
export function probableAddress(held: readonly Held[], here: string): string {
  const papers = papersIn(held).flatMap(({ evidence }) => receiptOf(evidence)?.origin ?? [])
  const origin = papers[0] ?? checkpointsIn(held)[0]?.checkpoint.origin
  const host = origin?.split('/')[0] ?? ''
  // what nobody can reach (RFC 6761) stands for a log that began without an address
  const named = host === '' || host.endsWith('.invalid') ? '' : `https://${host}`
  return /^https?:\/\//.test(here) ? here : named
}
