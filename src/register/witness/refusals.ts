/** What a witness did not co-sign though the log had signed it, and what it found when it looked: kept for whoever asks. */
import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { linkDurably } from '../../identity/key-file.ts'
import { unlessAbsent } from '../../platform/files/durable.ts'
import { refusals as refusalWords } from '../../wording/witnessing.ts'

const schema = z.object({
  xinqiao: z.literal('refusal 1'),
  kind: z.enum(Object.keys(refusalWords) as [keyof typeof refusalWords]),
  origin: z.string(),
  at: z.iso.datetime(),
  /** What the log signed and what does not fit: a signed note. */
  shown: z.string(),
  /** What was co-signed or seen before; null where nothing was. */
  held: z.string().nullable(),
  /** Base64, one hash each: the proof that was sent, or what the tiles gave. */
  proof: z.array(z.string()),
})

/** Two signed notes of one log that cannot both be of one history; whoever has the log's key can check it without us. */
export type Refusal = z.infer<typeof schema>

/** Only what a log has signed is kept, and so many of one log; the first ones tell the most. */
const mostOfOneLog = 100

/** Keeps it unless it is there already. */
export async function keepRefusal(folder: string, refusal: Refusal): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const digest = createHash('sha256').update(JSON.stringify([refusal.kind, refusal.origin, textIn(refusal.shown)]))
  const name = `${refusal.kind}-${digest.digest('hex').slice(0, 32)}.json`
  if ((await readdir(folder)).length >= mostOfOneLog) return
  await linkDurably(folder, name, `${JSON.stringify(refusal, null, 2)}\n`)
}

/** Signatures may be added to a note by anybody: it is the text that was shown. */
const textIn = (note: string): string => note.slice(0, note.lastIndexOf('\n\n'))

/** The oldest first. What is no refusal is passed over. */
export async function readRefusals(folder: string): Promise<readonly Refusal[]> {
  const names = ((await readdir(folder).catch(unlessAbsent)) ?? []).filter((name) =>
    /^[a-z-]+-\w{32}\.json$/.test(name),
  )
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')))
  const read = texts.map((text) => schema.safeParse(parsed(text)))
  return read.flatMap(({ data }) => (data ? [data] : [])).sort((a, b) => a.at.localeCompare(b.at))
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
