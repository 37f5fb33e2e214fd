import { randomUUID } from 'node:crypto'
import type { Link } from './chain.ts'
import type { Json } from './envelope.ts'
import { arrayOf, arrayOfBytes, arrayOfTexts, type Statement } from './flight.ts'
import type { Idempotency, OutboxJob, SealedRow } from './room.ts'

/** What a request had as its effect, so that its repeat can be answered. */
interface Effect {
  readonly stream: string
  readonly firstVersion: number
  readonly version: number
  readonly response: Json
}

/** First in the flight: of two requests with one key, the second waits here until the first has committed. */
export function rememberRequest(
  { scope, key, requestDigest }: Idempotency,
  recordedAt: string,
  { stream, firstVersion, version, response }: Effect,
): Statement {
  return {
    name: 'engine remember request',
    text: `insert into idempotency (scope, key, request_digest, stream_id, first_version, version, response, recorded_at)
      values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    values: [scope, key, requestDigest, stream, firstVersion, version, JSON.stringify(response), recordedAt],
  }
}

export function appendFacts(stream: string, links: readonly Link[], recordedAt: string): Statement {
  return {
    name: 'engine append facts',
    text: `insert into event (stream_id, version, type, fact, hash, salt, recorded_at)
      select $1, version, type, fact, hash, salt, $2
      from unnest($3::integer[], $4::text[], $5::text[], $6::bytea[], $7::bytea[]) as link (version, type, fact, hash, salt)`,
    values: [
      stream,
      recordedAt,
      arrayOf(links.map((link) => link.version)),
      arrayOf(links.map((link) => link.type)),
      arrayOfTexts(links.map((link) => link.text)),
      arrayOfBytes(links.map((link) => link.hash)),
      arrayOfBytes(links.map((link) => link.salt)),
    ],
  }
}

export function keepSealed(stream: string, rows: readonly SealedRow[]): Statement {
  const stray = rows.find((row) => row.stream_id !== stream)
  if (stray) throw new Error(`a sealed piece of another stream: ${stray.ref}`)
  return {
    name: 'engine keep sealed',
    text: `insert into sealed (stream_id, ref, cohort, part, box)
      select $1, ref, cohort, part, box
      from unnest($2::text[], $3::text[], $4::text[], $5::bytea[]) as piece (ref, cohort, part, box)`,
    values: [
      stream,
      arrayOf(rows.map((row) => row.ref)),
      arrayOf(rows.map((row) => row.cohort)),
      arrayOf(rows.map((row) => row.part)),
      arrayOfBytes(rows.map((row) => row.box)),
    ],
  }
}

export const postJobs = (stream: string, jobs: readonly OutboxJob[], createdAt: string): Statement =>
  postJobsOfMany(
    jobs.map((job) => ({ ...job, stream })),
    createdAt,
  )

export function postJobsOfMany(
  jobs: readonly (OutboxJob & { readonly stream: string })[],
  createdAt: string,
): Statement {
  return {
    name: 'engine post jobs',
    text: `insert into outbox (stream_id, id, kind, payload, start_after, created_at)
      select stream, id, kind, payload, start_after, $1
      from unnest($2::text[], $3::uuid[], $4::text[], $5::jsonb[], $6::timestamptz[]) as job (stream, id, kind, payload, start_after)`,
    values: [
      createdAt,
      arrayOf(jobs.map((job) => job.stream)),
      arrayOf(jobs.map(() => randomUUID())),
      arrayOf(jobs.map((job) => job.kind)),
      arrayOf(jobs.map((job) => JSON.stringify(job.payload))),
      arrayOf(jobs.map((job) => job.startAfter ?? null)),
    ],
  }
}
