/** A witness that looks by itself at what the logs publish, again and again, and keeps what it finds. */
import { mkdir, readFile } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import { replaceDurably } from '../../identity/key-file.ts'
import { unlessAbsent } from '../../platform/files/durable.ts'
import { parseSignedCheckpoint, type SignedCheckpoint } from '../../proof/checkpoint.ts'
import { noteOf } from '../../proof/note.ts'
import { logFaults } from '../../wording/witnessing.ts'
import type { ReadFile } from './log-files.ts'
import { type Look, lookAt } from './looking.ts'
import type { Witness } from './witness.ts'

const schema = z.object({
  /** Whose log it is; null while that is not known. */
  origin: z.string().nullable(),
  /** The last that was good: a signed note. */
  seen: z.string().nullable(),
  /** Since when nothing newer has come. */
  since: z.iso.datetime(),
  at: z.iso.datetime(),
  place: z.string(),
  faults: z.array(z.object({ kind: z.enum(Object.keys(logFaults) as [keyof typeof logFaults]), detail: z.string() })),
})

/** What is remembered of looking at a log. */
export type Watched = z.infer<typeof schema>

/** Throws for a file that is none of ours: what was seen is not to be forgotten by accident. */
export async function readWatched(path: string): Promise<Watched | null> {
  const text = await readFile(path, 'utf8').catch(unlessAbsent)
  if (text === null) return null
  try {
    return schema.parse(JSON.parse(text))
  } catch (cause) {
    throw new Error(`${path} is damaged: what was seen of the log is not known any more`, { cause })
  }
}

export async function writeWatched(path: string, watched: Watched): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  await replaceDurably(dirname(path), basename(path), `${JSON.stringify(watched, null, 2)}\n`)
}

export const seenIn = (watched: Watched | null): SignedCheckpoint | null =>
  watched?.seen ? parseSignedCheckpoint(watched.seen) : null

/** What is to be remembered after a look: what was good stays the last seen until something newer is good. */
export function afterLook(look: Look, before: Watched | null, place: string, at: Date, staleAfterMs: number): Watched {
  const { checkpoint, contradictions } = look
  const isSound = checkpoint !== null && contradictions.length === 0 && !look.faults.some(({ kind }) => spoils(kind))
  const isNewer = isSound && checkpoint.size !== (seenIn(before)?.size ?? -1)
  const since = isNewer ? at.toISOString() : (before?.since ?? at.toISOString())
  const idleMs = at.getTime() - Date.parse(since)
  const stale = isSound && idleMs > staleAfterMs ? [{ kind: 'stale' as const, detail: `since ${since}` }] : []
  const seen = isSound ? noteOf(checkpoint.note) : (before?.seen ?? null)
  const origin = checkpoint?.origin ?? before?.origin ?? null
  return { origin, seen, since, at: at.toISOString(), place, faults: [...look.faults, ...stale] }
}

/** A missing co-signature is no reason to forget what was seen. */
const spoils = (kind: Look['faults'][number]['kind']): boolean => !['unwitnessed', 'forged-witness'].includes(kind)

export interface Watching {
  readonly witness: Witness
  readonly place: string
  readonly read: ReadFile
  readonly everyMs: number
  readonly staleAfterMs: number
  /** A log may ask for a co-signature before it publishes: what is only behind is looked at once more after so long. */
  readonly behindMs?: number
  readonly now?: () => Date
  /** Told after each look. */
  readonly told?: (watched: Watched) => void
  /** Told of what went wrong with us. */
  readonly failed?: (fault: unknown) => void
  readonly stop: AbortSignal
}

/** Looks until it is stopped. Whatever happens, it looks again. */
export async function watch(watching: Watching): Promise<void> {
  const { everyMs, stop, failed = () => undefined } = watching
  while (!stop.aborted) {
    await lookOnce(watching).catch(failed)
    await sleep(everyMs, undefined, { signal: stop, ref: false }).catch(() => undefined)
  }
}

export async function lookOnce(watching: Watching): Promise<Watched> {
  const { witness, place, read, staleAfterMs, told, stop, behindMs = 5_000, now = () => new Date() } = watching
  const path = witness.watchedAt(place)
  const before = await readWatched(path)
  const seen = seenIn(before)
  const known = async (origin: string) => {
    const signed = (await witness.standing(origin))?.checkpoint ?? null
    return [signed, seen].filter((each) => each !== null && each.origin === origin) as readonly SignedCheckpoint[]
  }
  const lookedAt = async (origin: string) => (seen?.origin === origin ? seen : null)
  const untilStopped: ReadFile = async (path) => {
    stop.throwIfAborted()
    return read(path)
  }
  const looking = { read: untilStopped, logKeys: witness.logKeys, witnesses: [], known, lookedAt }
  let look = await lookAt(looking)
  if (look.contradictions.some(({ kind }) => kind === 'rollback')) {
    await sleep(behindMs, undefined, { signal: stop }).catch(() => undefined)
    look = await lookAt(looking)
  }
  for (const { kind, shown, held, proof } of look.contradictions)
    await witness.keep({
      ...{ xinqiao: 'refusal 1', kind, origin: shown.origin, at: now().toISOString(), proof: [...proof] },
      ...{ shown: noteOf(shown.note), held: noteOf(held.note) },
    })
  const watched = afterLook(look, before, place, now(), staleAfterMs)
  // a look that was broken off has found nothing
  if (stop.aborted) return before ?? watched
  await writeWatched(path, watched)
  told?.(watched)
  return watched
}
