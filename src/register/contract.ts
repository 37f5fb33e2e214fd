/** The wire of the register: what anybody may ask of it, without an account. Its files are at /log (C2SP tlog-tiles). */
import { z } from 'zod'
import { endpoint } from '../platform/http/endpoint.ts'

const bilingual = { zh: z.string(), en: z.string() }

export const logView = z.object({
  /** The name by which everybody knows this log. */
  origin: z.string(),
  /** Entries under the newest checkpoint. */
  size: z.int(),
  /** Base64 of the root over them; null before the first. */
  root: z.string().nullable(),
  /** ISO 8601; null before the first checkpoint. */
  publishedAt: z.string().nullable(),
  /** Facts that have no place under a checkpoint yet, counted up to 10,000. */
  waiting: z.int(),
  /** By which checkpoints and receipts are checked: `name+id+key` each. */
  keys: z.object({ log: z.array(z.string()), receipts: z.array(z.string()) }),
  witnesses: z.array(
    z.object({
      name: z.string(),
      vkey: z.string(),
      url: z.string(),
      /** What it has signed last; null: nothing yet. */
      seenSize: z.int().nullable(),
      seenAt: z.string().nullable(),
      /** Why it does not sign, in words. An alarm: it has seen another history, or may have. */
      fault: z.object({ ...bilingual, isAlarm: z.boolean(), since: z.string() }).nullable(),
    }),
  ),
  /** Places whose facts were lost, as declared: an entry stands there, and no fact. */
  gaps: z.array(z.object({ on: z.string(), first: z.int(), last: z.int(), lost: z.int() })),
  /** Why the log goes on no more, or does not keep up. */
  faults: z.array(z.object({ kind: z.string(), ...bilingual })),
})
export type LogView = z.output<typeof logView>

export const readLog = endpoint({
  id: 'register.log',
  method: 'GET',
  path: '/api/log',
  access: 'anyone',
  readableFrom: 'anywhere',
  summary: {
    zh: '登记簿：公开日志现在有多少条，由谁见证',
    en: 'The register: how far the public log has come, and who witnesses it',
  },
  response: logView,
})

export const readProof = endpoint({
  id: 'register.proof',
  method: 'GET',
  path: '/api/log/proof',
  access: 'anyone',
  readableFrom: 'anywhere',
  pace: 'lookup',
  summary: { zh: '登记簿证明：某张回执已经写入公开日志', en: 'That the log holds what a receipt names' },
  query: z.object({
    entry: z
      .string()
      .meta({ pattern: '^[A-Za-z0-9_-]{43}$', description: 'the entry of a receipt, base64url' })
      .refine((raw) => /^[A-Za-z0-9_-]{43}$/.test(raw), { params: { flaw: 'not-a-ref' } }),
  }),
  response: z.object({ proof: z.string().nullable() }),
})
