/** What a log says of itself (C2SP tlog-checkpoint): whose it is, how many entries, and the root over all of them. */
import { base64, fromBase64, fromDecimal } from './bytes.ts'
import { hashBytes, type Tree } from './merkle.ts'
import { type Note, parseNote } from './note.ts'

export interface Checkpoint extends Tree {
  readonly origin: string
}

/** The text that is signed. */
export const checkpointText = ({ origin, size, root }: Checkpoint): string => `${origin}\n${size}\n${base64(root)}\n`

/** Reads the text of a note; null for what is no checkpoint. Lines after the third are the log's own and are kept in the note. */
export function parseCheckpoint(text: string): Checkpoint | null {
  const [origin = '', sizeLine = '', rootLine = '', ...rest] = text.split('\n')
  const size = fromDecimal(sizeLine)
  const root = fromBase64(rootLine)
  // a final newline, and no empty line among those before it
  if (rest.at(-1) !== '' || rest.indexOf('') !== rest.length - 1) return null
  if (origin === '' || size === null || root?.length !== hashBytes) return null
  return { origin, size, root }
}

/** A checkpoint with the note that carries it. */
export interface SignedCheckpoint extends Checkpoint {
  readonly note: Note
}

export function parseSignedCheckpoint(said: string): SignedCheckpoint | null {
  const note = parseNote(said)
  const checkpoint = note && parseCheckpoint(note.text)
  return note && checkpoint ? { ...checkpoint, note } : null
}
