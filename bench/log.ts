/**
 * The log by itself: how fast places are given and published, and what a proof costs, at as many entries as are asked for. The facts are
 * bare rows, because the log reads of a fact its salt and its hash alone.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Pool } from 'pg'
import { type House, openHouse } from '../src/main.ts'
import { readConfig } from '../src/platform/config.ts'
import { poolFor } from '../src/platform/pools.ts'
import { isConsistent } from '../src/proof/merkle.ts'
import { isSignedBy } from '../src/proof/note.ts'
import { rangeHashFrom } from '../src/proof/tile.ts'
import { isIncluded, parseTlogProof } from '../src/proof/tlog-proof.ts'
import { checkLog } from '../src/register/log/checking.ts'
import { consistencyFrom, newestCheckpoint, tilesOf } from '../src/register/log/proving.ts'
import { publish } from '../src/register/log/publishing.ts'
import type { Register } from '../src/register/register.ts'
import { openRooms } from '../src/wiring.ts'
import { type Figure, figureOf, roundOf } from './figures.ts'

export interface LogReport {
  readonly entries: number
  readonly perSecond: Figure
  /** Rows of the same size, as many a commit, into one table. */
  readonly floorPerSecond: Figure
  readonly publishMs: { readonly one: number; readonly thousand: number }
  readonly proof: { readonly bytes: number; readonly makeMs: number; readonly checkMs: number }
  readonly consistency: { readonly hashes: number; readonly makeMs: number }
  readonly check: { readonly seconds: number; readonly faults: number }
}

const rounds = 5
const proofs = 200

/** Fills a house of its own with bare facts and takes it away afterwards. */
export async function measureLog(entries: number): Promise<LogReport> {
  const folder = mkdtempSync(join(tmpdir(), 'xinqiao-bench-log-'))
  const house = await openHouse(readConfig({ data: folder }, { XINQIAO_LOG_TO: 'file' }), 'migrate')
  const owner = poolFor(house.database, 'owner', { max: 1 })
  try {
    const rooms = await openRooms(house)
    await owner.query('create table bench_floor (position bigint primary key, stream_id text, entry bytea)')
    const report = await measured(house, owner, rooms.register, entries)
    rooms.close()
    return report
  } finally {
    await owner.end()
    await house.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function measured(house: House, owner: Pool, register: Register, entries: number): Promise<LogReport> {
  const perSecond: number[] = []
  const floors: number[] = []
  for (let round = 0; round < rounds; round++) {
    await bareFacts(owner, Math.round(entries / rounds))
    perSecond.push((await timed(() => publishAll(register))).perSecond)
    floors.push((await timed(() => bareRows(owner, 50_000))).perSecond)
  }
  const one = await oneMore(owner, register, 1)
  const thousand = await oneMore(owner, register, 1000)
  const began = performance.now()
  const { errors } = await checkLog(house.pools.work, { store: register.store, key: register.signer.key })
  return {
    entries,
    perSecond: figureOf(perSecond),
    floorPerSecond: figureOf(floors),
    publishMs: { one, thousand },
    proof: await measureProofs(owner, register),
    consistency: await measureConsistency(register),
    check: { seconds: (performance.now() - began) / 1000, faults: errors.length },
  }
}

async function bareFacts(owner: Pool, count: number): Promise<void> {
  process.stderr.write(`writing ${count} bare facts …\n`)
  await owner.query(
    `insert into event (stream_id, version, type, fact, hash, recorded_at)
      select 'bench:' || gen_random_uuid(), 1, 'Bench', '{}', sha256(n::text::bytea), now() from generate_series(1, $1::integer) n`,
    [count],
  )
  await owner.query('analyze event')
}

/** How many at once, and so how many a second. */
async function timed(work: () => Promise<number>): Promise<{ perSecond: number }> {
  const began = performance.now()
  const count = await work()
  return { perSecond: (count * 1000) / (performance.now() - began) }
}

/** Until nothing is left, as the house does it. */
export async function publishAll(register: Register): Promise<number> {
  for (let added = 0; ; ) {
    const done = await publish(register)
    if (done.kind !== 'published') throw new Error(`the log is ${done.kind}`)
    added += done.added
    if (!done.more) return added
  }
}

async function bareRows(owner: Pool, count: number): Promise<number> {
  const each = 4096
  await owner.query('truncate bench_floor')
  for (let at = 0; at < count; at += each)
    await owner.query(
      `insert into bench_floor select n, 'bench:' || n, sha256(n::text::bytea) from generate_series($1::bigint, $2::bigint) n`,
      [at, Math.min(count, at + each) - 1],
    )
  return count
}

/** Milliseconds from the commit of so many facts to the checkpoint over them. */
async function oneMore(owner: Pool, register: Register, count: number): Promise<number> {
  await bareFacts(owner, count)
  const began = performance.now()
  await publishAll(register)
  return performance.now() - began
}

async function measureProofs(owner: Pool, register: Register): Promise<LogReport['proof']> {
  const { rows } = await owner.query<{ entry: Buffer }>(
    'select entry from log_entry where position in (select (random() * (select size - 1 from register_log))::bigint from generate_series(1, $1))',
    [proofs],
  )
  const makeMs: number[] = []
  const checkMs: number[] = []
  let bytes = 0
  for (const { entry } of rows) {
    const began = performance.now()
    const text = (await register.proofOf(entry)) ?? ''
    const made = performance.now()
    const proof = parseTlogProof(text)
    if (!proof || !isIncluded(entry, proof) || !isSignedBy(proof.checkpoint.note, [register.signer.key]))
      throw new Error('a proof that does not hold')
    makeMs.push(made - began)
    checkMs.push(performance.now() - made)
    bytes = Math.max(bytes, text.length)
  }
  return { bytes, makeMs: roundOf(makeMs, 1).p50Ms, checkMs: roundOf(checkMs, 1).p50Ms }
}

async function measureConsistency({ store }: Register): Promise<LogReport['consistency']> {
  const newest = await newestCheckpoint(store)
  if (newest === null) throw new Error('nothing was published')
  const older = Math.floor(newest.size / 3)
  const began = performance.now()
  const proof = await consistencyFrom(store, older, newest.size)
  const makeMs = performance.now() - began
  const root = await rangeHashFrom(newest.size, tilesOf(store))(0, older)
  if (!isConsistent({ size: older, root }, newest, proof)) throw new Error('a proof that does not hold')
  return { hashes: proof.length, makeMs }
}

const whole = (value: number): string => Math.round(value).toLocaleString('en')

export function printLog({
  entries,
  perSecond,
  floorPerSecond,
  publishMs,
  proof,
  consistency,
  check,
}: LogReport): void {
  const spread = ({ middle, low, high }: Figure) => `${whole(middle)} (${whole(low)}–${whole(high)})`
  console.log(`the log at ${whole(entries)} entries`)
  console.log(
    `  places given and published: ${spread(perSecond)} a second; bare rows: ${spread(floorPerSecond)}; ${(perSecond.middle / floorPerSecond.middle).toFixed(2)} of it`,
  )
  console.log(
    `  from commit to checkpoint: one fact ${whole(publishMs.one)} ms, a thousand ${whole(publishMs.thousand)} ms`,
  )
  console.log(
    `  a proof: ${whole(proof.bytes)} bytes, made in ${proof.makeMs.toFixed(2)} ms, checked in ${proof.checkMs.toFixed(2)} ms`,
  )
  console.log(`  consistency from a third: ${consistency.hashes} hashes, made in ${consistency.makeMs.toFixed(1)} ms`)
  console.log(`  fsck of the log: ${check.seconds.toFixed(1)} s, ${check.faults} faults`)
}
