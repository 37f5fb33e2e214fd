/**
 * What a witness co-signed last of a log. Each co-signing is a file with the next number, linked into place: two that want the
 * same number cannot both have it, whether they are two requests or two processes on one folder, and whoever dies half way
 * has taken none. What is linked is on the disk before anybody is told.
 */
import { mkdir, readdir, readFile, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import { linkDurably } from '../../identity/key-file.ts'
import { unlessAbsent } from '../../platform/files/durable.ts'
import { parseSignedCheckpoint, type SignedCheckpoint } from '../../proof/checkpoint.ts'
import { checkSignatures, type NoteKey } from '../../proof/note.ts'

export interface Standing {
  readonly number: number
  /** The checkpoint with the log's signatures and our own: what anybody may have. */
  readonly said: string
  readonly checkpoint: SignedCheckpoint
  /** When it was co-signed. */
  readonly seconds: number
}

const shape = /^(\d{12})\.checkpoint$/
const nameOf = (number: number): string => `${String(number).padStart(12, '0')}.checkpoint`

async function numbersIn(folder: string): Promise<readonly number[]> {
  const names = (await readdir(folder).catch(unlessAbsent)) ?? []
  return names.flatMap((name) => Number(shape.exec(name)?.[1] ?? '') || []).sort((a, b) => b - a)
}

/** Null where nothing was co-signed yet. Throws for what is damaged: a witness that forgets could sign two histories. */
export async function readStanding(folder: string, own: NoteKey): Promise<Standing | null> {
  const [number] = await numbersIn(folder)
  if (number === undefined) return null
  const path = join(folder, nameOf(number))
  const said = await readFile(path, 'utf8').catch(unlessAbsent)
  // a newer one has come since, and this one was cleared away
  if (said === null) return readStanding(folder, own)
  const checkpoint = parseSignedCheckpoint(said)
  const ours = checkpoint && checkSignatures(checkpoint.note, [own])[0]
  if (!checkpoint || !ours?.isGood || ours.seconds === null)
    throw new Error(`${path} is damaged or of another witness: nothing more of this log is co-signed`)
  return { number, said, checkpoint, seconds: ours.seconds }
}

/** Takes the step from one to the next. False where somebody else has taken it: nothing may be said to have been co-signed then. */
export async function stepTo(folder: string, before: Standing | null, said: string): Promise<boolean> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const number = (before?.number ?? 0) + 1
  await linkDurably(folder, nameOf(number), said)
  const [newest, ...older] = await numbersIn(folder)
  const isOurs =
    newest === number && (await readFile(join(folder, nameOf(number)), 'utf8').catch(unlessAbsent)) === said
  // one more is left for whoever has just begun to read it
  if (isOurs) for (const each of older.slice(1)) await unlink(join(folder, nameOf(each))).catch(unlessAbsent)
  return isOurs
}
