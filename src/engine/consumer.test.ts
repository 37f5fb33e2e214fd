import type { ClientBase } from 'pg'
import { beforeEach, describe, expect, it } from 'vitest'
import { Bell } from './bell.ts'
import { type Advance, advance, type Consumer, lagOf, lagStatement, resume } from './consumer.ts'
import type { Recorded } from './envelope.ts'
import { execute } from './execute.ts'
import { appending, opened, put } from './fixture.ts'
import { ConsumerStopped, keepReading } from './reader.ts'
import { shelfHouse } from './shelf-house.ts'
import { inTransaction } from './transaction.ts'

const house = await shelfHouse()
await house.owner.query('create table seen (name text, stream_id text, version integer, at bigserial)')

/** Counts what it sees in a table of its own, in the transaction of its checkpoint. */
function watcher(name: string, also?: (recorded: Recorded, transaction: ClientBase) => Promise<void>): Consumer {
  return {
    name,
    async react(recorded, transaction) {
      await transaction.query('insert into seen (name, stream_id, version) values ($1, $2, $3)', [
        name,
        recorded.stream,
        recorded.version,
      ])
      await also?.(recorded, transaction)
    },
  }
}

const seenBy = async (name: string): Promise<string[]> =>
  (
    await house.work.query("select stream_id || '@' || version as fact from seen where name = $1 order by at", [name])
  ).rows.map((row) => row.fact)

/** Transactions of other test files in the same cluster hold readers back too; waits until all facts can be read. */
async function settled(): Promise<void> {
  const asked = 'select coalesce(max(xid) < pg_snapshot_xmin(pg_current_snapshot()), true) as yes from event'
  while (!(await house.work.query(asked)).rows[0].yes);
}

async function advanceAll(consumer: Consumer, atMost?: number): Promise<Advance> {
  await settled()
  return advance(house, consumer, atMost)
}

let number = 0
let name = ''
let stream = ''
beforeEach(async () => {
  name = `watcher-${++number}`
  stream = `shelf:c${number}`
  // begin at the end of what the tests before have left
  await house.owner.query(
    `insert into consumer (name, xid, seq) select $1, xid, seq from event order by xid desc, seq desc limit 1`,
    [name],
  )
})

describe('a consumer', () => {
  it('reads every fact once, in order, and remembers how far it came', async () => {
    await execute(house, appending(stream, [opened(), put('a')]))
    expect(await lagOf(house, name)).toMatchObject({ facts: 2, stopped: null })
    expect(await advanceAll(watcher(name), 1)).toEqual({ kind: 'advanced', facts: 1 })
    expect(await lagOf(house, name)).toMatchObject({ facts: 1 })
    expect(await advanceAll(watcher(name))).toEqual({ kind: 'advanced', facts: 1 })
    expect(await advanceAll(watcher(name))).toEqual({ kind: 'advanced', facts: 0 })
    expect(await seenBy(name)).toEqual([`${stream}@1`, `${stream}@2`])
    expect(await lagOf(house, name)).toEqual({ name, facts: 0, ageSeconds: 0, stopped: null })
  })

  it('reacts to the facts that it follows and passes the others over for good', async () => {
    const choosy: Consumer = { ...watcher(name), follows: ['LetterPut'] }
    await execute(house, appending(stream, [opened(), put('a')]))
    await execute(house, appending(`${stream}-other`, [opened()]))
    expect(await advanceAll(choosy)).toEqual({ kind: 'advanced', facts: 3 })
    expect(await lagOf(house, name)).toMatchObject({ facts: 0 })
    expect(await seenBy(name)).toEqual([`${stream}@2`])
    await execute(house, appending(`${stream}-third`, [opened()]))
    expect(await advanceAll(choosy)).toEqual({ kind: 'advanced', facts: 1 })
    expect(await lagOf(house, name)).toMatchObject({ facts: 0 })
    expect(await seenBy(name)).toEqual([`${stream}@2`])
  })

  it('that is new begins with the first fact of all', async () => {
    await execute(house, appending(stream, [opened()]))
    const { rows } = await house.work.query('select count(*)::integer as facts from event')
    expect(await lagOf(house, 'newcomer')).toMatchObject({ facts: rows[0].facts })
    expect(await advanceAll(watcher('newcomer'), 10_000)).toEqual({ kind: 'advanced', facts: rows[0].facts })
  })

  it('is told how far it is behind from its mark on, not by looking at every fact', async () => {
    const { rows } = await house.work.query(`explain (costs off) ${lagStatement.replaceAll('$1', `'${name}'`)}`)
    const plan = rows.map((row) => row['QUERY PLAN']).join('\n')
    expect(plan).toMatch(/event_reading_order on event\n\s+Index Cond: \(ROW\(xid, seq\) > ROW/)
    // a join leaves it to the planner to walk the whole index, which it does in a full house
    expect(plan).not.toMatch(/Nested Loop|Join/)
  })

  it('does not pass by a fact whose transaction is still open, whatever committed meanwhile', async () => {
    const early = await openTransaction(`${stream}-early`)
    await execute(house, appending(stream, [opened()]))
    expect(await advance(house, watcher(name))).toEqual({ kind: 'advanced', facts: 0 })
    await early.commit()
    expect(await advanceAll(watcher(name))).toEqual({ kind: 'advanced', facts: 2 })
    expect(await seenBy(name)).toEqual([`${stream}-early@1`, `${stream}@1`])
  })

  it('sees nothing of a transaction that was undone', async () => {
    const early = await openTransaction(`${stream}-early`)
    await execute(house, appending(stream, [opened()]))
    await early.rollback()
    await advanceAll(watcher(name))
    expect(await seenBy(name)).toEqual([`${stream}@1`])
  })

  it('misses nothing and doubles nothing while many write and two read', async () => {
    let writing = true
    const reader = async (): Promise<void> => {
      for (;;) {
        const last = !writing
        const advanced = await (last ? advanceAll(watcher(name), 7) : advance(house, watcher(name), 7))
        if (last && advanced.kind === 'advanced' && advanced.facts === 0) return
      }
    }
    const readers = [reader(), reader()]
    await Promise.all(
      Array.from({ length: 60 }, (_, at) =>
        execute(house, appending(`${stream}-${at % 20}`, [opened(), put(`l${at}`)])),
      ),
    )
    writing = false
    await Promise.all(readers)
    const seen = await seenBy(name)
    const { rows } = await house.work.query(
      "select stream_id || '@' || version as fact from event where stream_id like $1 order by xid, seq",
      [`${stream}-%`],
    )
    expect(seen).toEqual(rows.map((row) => row.fact))
  })

  it('leaves no trace of a batch that failed, and goes on with what came before the failing fact', async () => {
    await execute(house, appending(stream, [opened(), put('good'), put('poison'), put('after')]))
    const refusing = watcher(name, async ({ version }) => {
      if (version === 3) throw new Error('cannot read this\nand more')
    })
    expect(await advanceAll(refusing)).toEqual({ kind: 'advanced', facts: 2 })
    const stop = { stream, version: 3, fault: 'Error: cannot read this' }
    expect(await advanceAll(refusing)).toEqual({ kind: 'stopped', ...stop })
    expect(await advanceAll(refusing)).toEqual({ kind: 'stopped', ...stop })
    expect(await seenBy(name)).toEqual([`${stream}@1`, `${stream}@2`])
    expect(await lagOf(house, name)).toMatchObject({ facts: 2, stopped: stop })
    // another is not held up
    const other = `${name}-other`
    await house.owner.query('insert into consumer (name, xid, seq) select $1, xid, seq from consumer where name = $2', [
      other,
      name,
    ])
    expect(await advanceAll(watcher(other))).toEqual({ kind: 'advanced', facts: 2 })
    // seen to
    await resume(house, name)
    expect(await advanceAll(watcher(name))).toEqual({ kind: 'advanced', facts: 2 })
    expect(await seenBy(name)).toEqual([1, 2, 3, 4].map((version) => `${stream}@${version}`))
  })

  it('stops at a statement that the database refuses, without what its details quote', async () => {
    await execute(house, appending(stream, [opened()]))
    const clumsy = watcher(name, async (_, transaction) => {
      await transaction.query('insert into consumer (name) values ($1)', [name])
    })
    const advanced = await advanceAll(clumsy)
    expect(advanced).toMatchObject({ kind: 'stopped', version: 1 })
    expect(JSON.stringify(advanced)).toContain('consumer_pkey')
    expect(JSON.stringify(advanced)).not.toContain('already exists')
  })

  it('is not stopped by a fault that passes', async () => {
    await execute(house, appending(stream, [opened()]))
    const cutOff = watcher(name, async (_, transaction) => {
      await transaction.query('select pg_terminate_backend(pg_backend_pid())')
    })
    await expect(advanceAll(cutOff)).rejects.toThrow()
    expect(await lagOf(house, name)).toMatchObject({ facts: 1, stopped: null })
    expect(await advanceAll(watcher(name))).toEqual({ kind: 'advanced', facts: 1 })
  })

  it('leaves the place to whoever is at it', async () => {
    await execute(house, appending(stream, [opened()]))
    const inside = watcher(name, async () => {
      expect(await advance(house, watcher(name))).toEqual({ kind: 'taken' })
    })
    expect(await advanceAll(inside)).toEqual({ kind: 'advanced', facts: 1 })
    expect(await seenBy(name)).toEqual([`${stream}@1`])
  })

  it('may execute on another stream', async () => {
    await execute(house, appending(stream, [opened()]))
    const echo = watcher(name, async (recorded) => {
      if (recorded.stream !== stream) return
      await execute(house, { ...appending(`${stream}-echo`, [opened()]), expectedVersion: 'new' })
    })
    await advanceAll(echo)
    await advanceAll(echo)
    expect(await seenBy(name)).toEqual([`${stream}@1`, `${stream}-echo@1`])
  })
})

describe('keepReading', () => {
  it('wakes at the bell, reports a stop once, keeps the others going and ends when told', async () => {
    const reports: unknown[] = []
    const bell = new Bell()
    const arrived = arrival()
    const stopped = arrival()
    const good = watcher(name, async ({ version }) => {
      if (version === 2) arrived.come()
    })
    const bad: Consumer = { name: `${name}-bad`, react: () => Promise.reject(new Error('never')) }
    const report = (who: string, what: unknown): void => {
      reports.push(who, what)
      stopped.come()
    }
    const running = keepReading({ ...house, bell }, [good, bad], { pollMs: 20, report })
    await stopped.came
    await execute({ ...house, bell }, appending(stream, [opened(), put('a')]))
    await arrived.came
    await running.stop()
    expect(await seenBy(name)).toEqual([`${stream}@1`, `${stream}@2`])
    expect(reports).toEqual([`${name}-bad`, expect.any(ConsumerStopped)])
    await execute({ ...house, bell }, appending(stream, [put('b')]))
    expect(await seenBy(name)).toHaveLength(2)
  })
})

function arrival(): { came: Promise<void>; come(): void } {
  const { promise, resolve } = Promise.withResolvers<void>()
  return { came: promise, come: resolve }
}

/** A fact inserted and held open, as a slow transaction would. */
async function openTransaction(of: string): Promise<{ commit(): Promise<void>; rollback(): Promise<void> }> {
  const ready = arrival()
  const end = Promise.withResolvers<void>()
  const done = inTransaction(house.app, async (client) => {
    const envelope = { stream: of, version: 1, type: 'T', on: '2026-03-02', by: {}, recordedAt: 'x', fact: {} }
    await client.query(
      "insert into event (stream_id, version, type, fact, hash, recorded_at) values ($1, 1, 'T', $2, '', now())",
      [of, JSON.stringify(envelope)],
    )
    ready.come()
    await end.promise
  })
  await ready.came
  return {
    async commit() {
      end.resolve()
      await done
    },
    async rollback() {
      end.reject(new Error('undone'))
      await done.catch(() => undefined)
    },
  }
}
