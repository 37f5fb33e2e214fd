import { setTimeout as pause } from 'node:timers/promises'
import type { House } from './house.ts'

/** One thing that the house does over and over. */
export interface Chore {
  readonly name: string
  /** True when there is certainly more to do at once. What it throws is reported, and it is tried again after a while. */
  once(): Promise<boolean>
}

export interface Pace {
  /** How long to wait before looking again when the bell is silent. */
  readonly pollMs?: number
  /** Hears of what a chore threw: the database is away, mostly. */
  report(name: string, fault: unknown): void
}

/** Loops that run until they are stopped. */
export interface Running {
  /** Resolves when each has finished what it was at. */
  stop(): Promise<void>
}

const longestWaitMs = 30_000
/** Between two looks at least, so that a rush of commits is read in few large batches and not one by one. */
const restMs = 25

/** Keeps each chore going by itself, so that none waits for another. */
export function keepDoing(house: Pick<House, 'bell'>, chores: readonly Chore[], pace: Pace): Running {
  const stopping = new AbortController()
  const loops = chores.map((chore) => loop(house, chore, pace, stopping.signal))
  return {
    async stop() {
      stopping.abort()
      await Promise.all(loops)
    },
  }
}

async function loop({ bell }: Pick<House, 'bell'>, chore: Chore, pace: Pace, signal: AbortSignal): Promise<void> {
  const { pollMs = 200, report } = pace
  let faults = 0
  while (!signal.aborted) {
    const since = bell?.rings ?? 0
    try {
      const more = await chore.once()
      faults = 0
      if (more) continue
      await quiet(Math.min(restMs, pollMs), signal)
      await (bell?.heard(since, pollMs, signal) ?? quiet(pollMs, signal))
    } catch (fault) {
      report(chore.name, fault)
      faults += 1
      await quiet(Math.min(pollMs * 2 ** faults, longestWaitMs), signal)
    }
  }
}

const quiet = (waitMs: number, signal: AbortSignal): Promise<void> =>
  pause(waitMs, undefined, { signal }).catch(() => undefined)
