/** The wire of backups: what the house saved, when it does so next, and how the last drill went. For administrators. */
import { z } from 'zod'
import { endpoint } from '../../platform/http/endpoint.ts'
import { faultKinds } from './fault-kinds.ts'

const instant = () => z.string().meta({ format: 'date-time' })
const count = () => z.number().int()

const run = z.object({
  /** By its own clock, or by somebody at the command line. */
  cause: z.enum(['schedule', 'hand']),
  state: z.enum(['running', 'made', 'failed', 'removed']),
  beganAt: instant(),
  endedAt: instant().nullable(),
  /** The file's name. Where it lies is said once, for all. */
  name: z.string(),
  folder: z.string(),
  /** The moment that it shows. */
  madeAt: instant().nullable(),
  sha256: z.string().nullable(),
  bytes: count().nullable(),
  facts: count().nullable(),
  files: count().nullable(),
  /** Files that the facts name and that the house had lost. */
  missing: count().nullable(),
  /** Why it came to nothing; the sentence is for whoever looks after the machine. */
  faultKind: z.enum(faultKinds).nullable(),
  fault: z.string().nullable(),
  /** Whether the file is where it was put. */
  isThere: z.boolean(),
})

const drill = z.object({
  beganAt: instant(),
  endedAt: instant(),
  name: z.string(),
  madeAt: instant().nullable(),
  /** Restored and nothing wrong; restored and something wrong; not restored. */
  state: z.enum(['sound', 'faulty', 'failed']),
  facts: count().nullable(),
  streams: count().nullable(),
  pieces: count().nullable(),
  faultKind: z.enum(faultKinds).nullable(),
  fault: z.string().nullable(),
})

export const readBackups = endpoint({
  id: 'backup.read',
  method: 'GET',
  path: '/api/house/backups',
  access: ['administrator'],
  summary: {
    zh: '本系统的备份：最近一次、下一次、留存的文件与恢复演练',
    en: 'Backups of the house: the last, the next, what is kept, and the last drill',
  },
  response: z.object({
    /** None are made by the house; in time; late; the last attempt failed. */
    standing: z.enum(['off', 'good', 'late', 'failed']),
    /** Null where the house makes none by itself. */
    schedule: z
      .object({
        folder: z.string(),
        /** By the clock on the office's wall, `02:30`. */
        at: z.string(),
        keep: z.object({ days: count(), weeks: count(), months: count() }),
        next: instant(),
      })
      .nullable(),
    /** The newest first, fifty at most; what was removed for newer ones is left out. */
    runs: z.array(run),
    lastDrill: drill.nullable(),
    /** Whether it is so long ago that there should be another. */
    isDrillDue: z.boolean(),
  }),
})
