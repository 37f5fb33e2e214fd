import { PgBoss } from 'pg-boss'
import { afterAll, describe, expect, it } from 'vitest'
import { bossQueue } from './boss.ts'
import { execute } from './execute.ts'
import { appending, opened } from './fixture.ts'
import { forgetRelayed, type JobQueue, keepRelaying, relay, waitingIn } from './outbox.ts'
import { shelfHouse } from './shelf-house.ts'

const house = await shelfHouse()
const boss = await startBoss()
afterAll(() => boss.stop({ graceful: false }))

let number = 0
async function post(...kinds: readonly string[]): Promise<string> {
  const stream = `shelf:o${++number}`
  await execute(house, {
    ...appending(stream, [opened()]),
    jobs: () => kinds.map((kind) => ({ kind, payload: { of: stream } })),
  })
  return stream
}

const inQueue = async (stream: string): Promise<unknown[]> =>
  (await house.owner.query("select name, data from boss.job where data->>'stream' = $1 order by name", [stream])).rows

describe('the relay', () => {
  it('hands jobs to pg-boss and marks them, once', async () => {
    const stream = await post('notice', 'receipt')
    expect(await waitingIn(house)).toMatchObject({ jobs: 2, failing: [] })
    expect(await relay(house, bossQueue(boss))).toEqual({ relayed: 2, failed: 0 })
    expect(await relay(house, bossQueue(boss))).toEqual({ relayed: 0, failed: 0 })
    expect(await inQueue(stream)).toEqual([
      { name: 'notice', data: { stream, payload: { of: stream } } },
      { name: 'receipt', data: { stream, payload: { of: stream } } },
    ])
    expect(await waitingIn(house)).toEqual({ jobs: 0, ageSeconds: 0, failing: [] })
  })

  it('hands over later what was committed before a crash, and nothing twice', async () => {
    const stream = await post('notice')
    const crashing: JobQueue = {
      async put(kind, jobs, transaction) {
        await bossQueue(boss).put(kind, jobs, transaction)
        // the house dies after the queue has taken the job and before the mark is committed
        await transaction.query('select pg_terminate_backend(pg_backend_pid())')
      },
    }
    await expect(relay(house, crashing)).rejects.toThrow()
    expect(await inQueue(stream)).toEqual([])
    expect(await waitingIn(house)).toMatchObject({ jobs: 1 })
    expect(await relay(house, bossQueue(boss))).toEqual({ relayed: 1, failed: 0 })
    expect(await inQueue(stream)).toHaveLength(1)
  })

  it('lets a kind without a queue wait visibly, and holds up no other', async () => {
    const stream = await post('nowhere', 'notice')
    expect(await relay(house, bossQueue(boss))).toEqual({ relayed: 1, failed: 1 })
    expect((await waitingIn(house)).failing).toEqual([
      { kind: 'nowhere', jobs: 1, fault: 'Error: Queue nowhere does not exist' },
    ])
    // not at once, but when its time has come
    expect(await relay(house, bossQueue(boss))).toEqual({ relayed: 0, failed: 0 })
    await boss.createQueue('nowhere')
    await house.work.query('update outbox set retry_at = now() where stream_id = $1', [stream])
    expect(await relay(house, bossQueue(boss))).toEqual({ relayed: 1, failed: 0 })
    expect(await inQueue(stream)).toHaveLength(2)
  })

  it('undoes what a failing kind wrote, and hands over the others', async () => {
    const stream = await post('receipt', 'notice')
    const halfway: JobQueue = {
      async put(kind, jobs, transaction) {
        await bossQueue(boss).put(kind, jobs, transaction)
        if (kind === 'receipt') await transaction.query('select 1 / 0')
      },
    }
    expect(await relay(house, halfway)).toEqual({ relayed: 1, failed: 1 })
    expect(await inQueue(stream)).toMatchObject([{ name: 'notice' }])
    expect((await waitingIn(house)).failing).toMatchObject([{ kind: 'receipt', fault: 'error: division by zero' }])
    await house.work.query('update outbox set retry_at = now() where stream_id = $1', [stream])
    expect(await relay(house, bossQueue(boss))).toEqual({ relayed: 1, failed: 0 })
  })

  it('shares the work with another relay that is at it', async () => {
    await Promise.all(Array.from({ length: 20 }, () => post('notice')))
    let meanwhile: unknown
    const slow: JobQueue = {
      async put(kind, jobs, transaction) {
        meanwhile = await relay(house, bossQueue(boss), 10)
        await bossQueue(boss).put(kind, jobs, transaction)
      },
    }
    expect(await relay(house, slow, 10)).toEqual({ relayed: 10, failed: 0 })
    expect(meanwhile).toEqual({ relayed: 10, failed: 0 })
    expect(await waitingIn(house)).toMatchObject({ jobs: 0 })
  })

  it('keeps the moment before which a job must not begin', async () => {
    const startAfter = '2036-03-02T08:00:00.000Z'
    await execute(house, {
      ...appending('shelf:later', [opened()]),
      jobs: () => [{ kind: 'notice', payload: null, startAfter }],
    })
    await relay(house, bossQueue(boss))
    const { rows } = await house.owner.query("select start_after from boss.job where data->>'stream' = 'shelf:later'")
    expect(rows).toEqual([{ start_after: new Date(startAfter) }])
  })

  it('runs until it is stopped, waking at the bell', async () => {
    const taken = Promise.withResolvers<string>()
    const queue: JobQueue = {
      async put(_, [job]) {
        taken.resolve(job?.stream ?? '')
      },
    }
    const running = keepRelaying(house, queue, { pollMs: 10_000, report: (_, fault) => taken.reject(fault) })
    const stream = await post('notice')
    expect(await taken.promise).toBe(stream)
    await running.stop()
  })

  it('forgets what was handed over long ago, and only that', async () => {
    await relay(house, bossQueue(boss))
    await post('notice')
    await forgetRelayed(house, new Date(Date.now() + 1000))
    const { rows } = await house.work.query('select relayed_at from outbox')
    expect(rows).toEqual([{ relayed_at: null }])
  })
})

async function startBoss(): Promise<PgBoss> {
  const { host, port, database, user, password } = house.doorFor('owner')
  await house.owner.query('create schema boss; grant usage on schema boss to xinqiao_work')
  await house.owner.query(`alter default privileges in schema boss grant all on tables to xinqiao_work;
    alter default privileges in schema boss grant execute on functions to xinqiao_work`)
  const made = new PgBoss({
    host,
    port,
    database,
    user,
    password,
    schema: 'boss',
    supervise: false,
    schedule: false,
    max: 2,
  })
  await made.start()
  for (const queue of ['notice', 'receipt']) await made.createQueue(queue)
  return made
}
