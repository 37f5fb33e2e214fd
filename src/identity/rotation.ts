import type { KeyFolder } from './key-folder.ts'

/**
 * Renewing a key: a newer generation is made and seals from then on, what lies under older ones is brought under it, and the
 * older go. Every step can be interrupted; the next run goes on where it was, because what was sealed says under which
 * generation it is.
 */
export interface Rotating {
  readonly vault: KeyFolder
  /** Every key is renewed, or only those are brought to their end whose renewal was begun. */
  readonly which: 'all' | 'begun'
  readonly now: Date
  /**
   * How long an older generation stays after the newest was made. A process that serves notices a new key within seconds
   * and ends what it had begun within minutes; nothing may go before. Nought where no other process is there.
   */
  readonly graceMs: number
  onProgress?(moved: number): void
}

export const usualGraceMs = 10 * 60_000

/** The names of the keys that a run is about. A renewal that was begun is gone on with either way. */
export async function basesDue({ vault, which }: Pick<Rotating, 'vault' | 'which'>): Promise<readonly string[]> {
  const kept = await vault.list()
  return [...new Set(kept.filter(({ isNewest }) => which === 'all' || !isNewest).map(({ base }) => base))]
}

/** What became of one key. */
export interface Rotation {
  readonly base: string
  /** The newest generation. */
  readonly generation: number
  /** Pieces, cases or files brought under it by this run. */
  readonly moved: number
  /** Those that are still under an older one: they do not open, or came in a moment ago. */
  readonly left: number
  readonly retired: readonly number[]
  /** Older generations that stay, to go in a later run. */
  readonly kept: readonly number[]
  /** When those may go that nothing needs any more; null where nothing waits for it. ISO 8601. */
  readonly retirableAt: string | null
}

/** Retires the older generations of a key, unless something is still under them or they were replaced only just now. */
export async function retireOlder(
  { vault, now, graceMs }: Rotating,
  base: string,
  { moved, left }: Pick<Rotation, 'moved' | 'left'>,
): Promise<Rotation> {
  const [newest, ...older] = (await vault.list()).filter((key) => key.base === base)
  if (newest === undefined) throw new Error(`the key ${base} is gone`)
  const so = { base, generation: newest.generation, moved, left }
  const generations = older.map(({ generation }) => generation)
  const freeAtMs = Date.parse(newest.madeAt) + graceMs
  if (left > 0) return { ...so, retired: [], kept: generations, retirableAt: null }
  // a file's time may be a little ahead of the clock that reads it
  if (graceMs > 0 && freeAtMs > now.getTime())
    return { ...so, retired: [], kept: generations, retirableAt: new Date(freeAtMs).toISOString() }
  for (const generation of generations.toReversed()) await vault.retire(base, generation)
  return { ...so, retired: generations, kept: [], retirableAt: null }
}
