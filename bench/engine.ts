/**
 * How many new streams a second the engine can write, durably: 2 facts, 9 sealed pieces, 5 rows of read models, 1 job,
 * 1 idempotency key. Beside it, in the same run, the floor (single-row inserts of one fact) and a later command on those
 * streams. `node bench/engine.ts [seconds a measurement] [rounds]`
 */
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Pool } from 'pg'
import { chain, noHead } from '../src/engine/chain.ts'
import { advance, type Consumer, lagOf } from '../src/engine/consumer.ts'
import { execute } from '../src/engine/execute.ts'
import { appending, on, type Shelf, type ShelfFact, shelfTables, shelves } from '../src/engine/fixture.ts'
import { fsck } from '../src/engine/fsck.ts'
import type { Room } from '../src/engine/room.ts'
import { openDataFolder } from '../src/platform/data-folder.ts'
import { migrate } from '../src/platform/migrate.ts'
import { type OpenPools, openPools, poolFor } from '../src/platform/pools.ts'
import { openDatabase } from '../src/platform/postgres.ts'

const secondsEach = Number(process.argv[2] ?? 3)
const rounds = Number(process.argv[3] ?? 5)
const concurrencies = [16, 32]

const letters = ['a', 'b', 'c', 'd']
/** One row for the stream and four that go with it, about as wide as a petition and its clocks. */
const room: Room<Shelf, ShelfFact> = {
  ...shelves,
  rows: ({ keeper }) => ({
    shelf: [
      {
        keeper,
        letters: 4,
        pages: 9,
        opened_on: on,
        summary: { stage: 'registered', place: '330102', holder: keeper },
      },
    ],
    shelf_letter: letters.map((letter) => ({
      letter,
      pages: (keeper?.length ?? 0) % 7,
      marks: ['handle', '2026-05-01'],
    })),
  }),
}
const commitment = randomBytes(32).toString('base64url')
const wide = { claims: letters.map((ref) => ({ ref, commitment })), title: { ref: 't', commitment }, pack: 'cn-2022' }
const facts = (keeper: string): ShelfFact[] => [
  { type: 'ShelfOpened', on, keeper, ...wide },
  { type: 'LetterPut', on, letter: 'a', pages: 1, ...wide },
]

let number = 0
const nextStream = (): string => `shelf:${process.pid}-${++number}`

async function register(app: Pool): Promise<string> {
  const stream = nextStream()
  const answer = await execute(
    { app },
    {
      ...appending(stream, facts('keeper-1')),
      room,
      expectedVersion: 'new',
      recordedAt: new Date().toISOString(),
      sealed: Array.from({ length: 9 }, (_, at) => ({
        stream_id: stream,
        ref: `r${at}`,
        cohort: '2026-03.claim',
        part: 'content' as const,
        box: randomBytes(140),
      })),
      jobs: () => [{ kind: 'notice', payload: { stream, template: 'receipt' } }],
      idempotency: { scope: 'bench', key: stream, requestDigest: 'd' },
      response: (outcome) => ({ number: outcome.stream, version: outcome.version }),
    },
  )
  if (!answer.ok) throw new Error(answer.error.kind)
  return stream
}

async function proceed(app: Pool, stream: string): Promise<void> {
  const answer = await execute(
    { app },
    {
      ...appending(stream, [{ type: 'ShelfOpened', on, keeper: 'keeper-two' }]),
      room,
      recordedAt: new Date().toISOString(),
    },
  )
  if (!answer.ok) throw new Error(answer.error.kind)
}

async function bareInsert(app: Pool): Promise<void> {
  const stream = `bare:${++number}`
  const recordedAt = new Date().toISOString()
  const [link] = chain(stream, noHead, facts('keeper-1').slice(0, 1), { kind: 'system' }, recordedAt)
  await app.query({
    name: 'bare insert',
    text: 'insert into event (stream_id, version, type, fact, hash, recorded_at) values ($1, 1, $2, $3, $4, $5)',
    values: [stream, link?.type, link?.text, link?.hash, recordedAt],
  })
}

interface Measured {
  readonly perSecond: number
  readonly processorMs: number
  readonly p99Ms: number
}

async function measure(abreast: number, once: () => Promise<unknown>): Promise<Measured> {
  const until = performance.now() + secondsEach * 1000
  const took: number[] = []
  const before = process.cpuUsage()
  const began = performance.now()
  const walk = async (): Promise<void> => {
    for (let now = performance.now(); now < until; ) {
      await once()
      const after = performance.now()
      took.push(after - now)
      now = after
    }
  }
  await Promise.all(Array.from({ length: abreast }, walk))
  const used = process.cpuUsage(before)
  took.sort((a, b) => a - b)
  return {
    perSecond: (took.length * 1000) / (performance.now() - began),
    processorMs: (used.user + used.system) / 1000 / took.length,
    p99Ms: took[Math.floor(took.length * 0.99)] ?? Number.NaN,
  }
}

const middle = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

function report(name: string, all: readonly Measured[]): void {
  const rates = all.map((one) => one.perSecond)
  const [low, high] = [Math.min(...rates), Math.max(...rates)].map(Math.round)
  const [rate, cpu, p99] = (['perSecond', 'processorMs', 'p99Ms'] as const).map((of) =>
    middle(all.map((one) => one[of])),
  )
  console.log(
    `${name.padEnd(34)} ${rate?.toFixed(0).padStart(6)}/s (${low}–${high})   Node ${cpu?.toFixed(2)} ms each   p99 ${p99?.toFixed(1)} ms`,
  )
}

/** How fast all of it is read again: by a consumer that does nothing else, and by `fsck`. */
async function readBack(pools: OpenPools): Promise<void> {
  const idle: Consumer = { name: 'idle', async react() {} }
  const began = performance.now()
  let read = 0
  for (let { facts } = await lagOf(pools, idle.name); facts > 0; ) {
    const advanced = await advance(pools, idle)
    if (advanced.kind !== 'advanced') throw new Error(advanced.kind)
    read += advanced.facts
    // an empty batch is either the end or a transaction of somebody else that holds readers back
    if (advanced.facts === 0) facts = (await lagOf(pools, idle.name)).facts
  }
  const then = performance.now()
  console.log(`consumer: ${read} facts, ${((read * 1000) / (then - began)).toFixed(0)}/s`)
  const { facts, streams, errorCount } = await fsck(pools, [room])
  const seconds = (performance.now() - then) / 1000
  const memory = Math.round(process.memoryUsage().heapUsed / 2 ** 20)
  console.log(
    `fsck: ${streams} streams, ${facts} facts, ${errorCount} errors, ${(facts / seconds).toFixed(0)} facts/s, heap ${memory} MB`,
  )
  await pools.close()
}

const path = mkdtempSync(join(tmpdir(), 'xinqiao-bench-'))
const database = await openDatabase({ folder: openDataFolder(path), durability: 'durable' })
try {
  await migrate(database)
  const owner = poolFor(database, 'owner', { max: 1 })
  await owner.query(shelfTables)
  await owner.query('create index on shelf (keeper, opened_on); create index on shelf_letter (letter, stream_id)')
  const { rows } = await owner.query(
    "select string_agg(name || '=' || setting, ' ') as said from pg_settings where name in ('fsync', 'synchronous_commit', 'full_page_writes')",
  )
  console.log(rows[0].said)
  for (const abreast of concurrencies) {
    const app = poolFor(database, 'app', { max: abreast })
    const streams: string[] = []
    const measured = { floor: [] as Measured[], register: [] as Measured[], proceed: [] as Measured[] }
    for (let round = 0; round <= rounds; round++) {
      const floor = await measure(abreast, () => bareInsert(app))
      const registered = await measure(abreast, async () => streams.push(await register(app)))
      const proceeded = await measure(abreast, () => proceed(app, streams.pop() ?? nextStream()))
      // the first round warms up
      if (round === 0) continue
      measured.floor.push(floor)
      measured.register.push(registered)
      measured.proceed.push(proceeded)
    }
    report(`floor, single row, ${abreast} abreast`, measured.floor)
    report(`new stream, ${abreast} abreast`, measured.register)
    report(`later command, ${abreast} abreast`, measured.proceed)
    await app.end()
  }
  await readBack(openPools(database))
  await owner.end()
} finally {
  await database.close()
  rmSync(path, { recursive: true, force: true })
}
