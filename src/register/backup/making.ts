import { unlink } from 'node:fs/promises'
import type { Pool } from 'pg'
import { sentenceOf } from '../../engine/fault.ts'
import { verifyArchive } from './archive-reader.ts'
import { type BackedUp, type BackingUp, backUp } from './backing-up.ts'
import { ArchiveBroken, BackupRefused } from './refused.ts'
import { beginRun, type Cause, endRun, type RunFault } from './runs.ts'

export interface Making extends BackingUp {
  /** Where it is remembered. */
  readonly work: Pool
  readonly cause: Cause
  readonly beganAt: Date
}

/** Saves the house, reads the archive back from its first byte to its last, and remembers how it went. */
export async function makeBackup(making: Making): Promise<BackedUp> {
  const { work, onProgress, signal } = making
  const run = await beginRun(work, making)
  try {
    const saved = await backUp(making)
    await readBack(saved, onProgress, signal)
    await endRun(work, run, saved)
    return saved
  } catch (fault) {
    await endRun(work, run, saidOf(fault, signal)).catch(() => {})
    throw fault
  }
}

/** What the disk does not give back as it was given to it is no backup, and must not be taken for one. */
async function readBack({ path, sha256, bytes }: BackedUp, onProgress: BackingUp['onProgress'], signal?: AbortSignal) {
  let read = 0
  try {
    const { sha256: found } = await verifyArchive(path, (more) => {
      signal?.throwIfAborted()
      read += more
      onProgress?.({ step: 'verify', what: '', rows: 0, bytes: read, share: Math.min(read / bytes, 1) })
    })
    if (found !== sha256) throw new BackupRefused(`${path} reads otherwise than it was written`, 'reads-otherwise')
  } catch (fault) {
    await unlink(path).catch(() => {})
    throw fault
  }
}

/** Ours are sentences already; of others the first line. */
function saidOf(fault: unknown, signal?: AbortSignal): RunFault {
  if (signal?.aborted) return { kind: 'cut-off', fault: sentenceOf(fault) }
  const isOurs = fault instanceof BackupRefused || fault instanceof ArchiveBroken
  return isOurs ? { kind: fault.kind, fault: fault.message } : { kind: 'other', fault: sentenceOf(fault) }
}
