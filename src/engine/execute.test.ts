import { describe, expect, it } from 'vitest'
import { err, ok } from '../kernel/result.ts'
import type { Actor, Json } from './envelope.ts'
import { execute } from './execute.ts'
import { appending, opened, put, type Shelf, shelves, taken } from './fixture.ts'
import { fold, readHistory } from './history.ts'
import { forgetRequests } from './requests.ts'
import type { EngineRefusal } from './room.ts'
import { shelfHouse } from './shelf-house.ts'

const house = await shelfHouse()

const versionsOf = async (stream: string): Promise<number[]> =>
  (await readHistory(house.app, stream)).facts.map((recorded) => recorded.version)
const rowsOf = async (table: string, stream: string): Promise<unknown[]> =>
  (await house.owner.query(`select * from ${table} where stream_id = $1 order by 1, 2`, [stream])).rows

describe('execute', () => {
  it('writes facts, sealed pieces, read models, rows beside and jobs', async () => {
    const stream = 'shelf:all'
    const done = await execute(house, {
      ...appending(stream, [opened(), put('a', 3), put('b', 4)]),
      expectedVersion: 'new',
      sealed: [
        {
          stream_id: stream,
          ref: 'r"1\\',
          cohort: '2026-03.claim',
          part: 'content',
          box: new Uint8Array([0, 255, 34]),
        },
      ],
      beside: { shelf_index: [{ kind: 'phone', digest: '\\x00ff' }] },
      jobs: (facts, state) => [
        { kind: 'notice', payload: { letters: Object.keys(state.letters), facts: facts.length } },
        { kind: 'later', payload: 'it\'s "quoted" \\ {}', startAfter: '2026-03-09T00:00:00.000Z' },
      ],
    })
    expect(done).toMatchObject({ ok: true, value: { stream, version: 3, replayed: false, response: null } })
    expect(await versionsOf(stream)).toEqual([1, 2, 3])
    expect(await rowsOf('sealed', stream)).toEqual([
      { stream_id: stream, ref: 'r"1\\', cohort: '2026-03.claim', part: 'content', box: Buffer.from([0, 255, 34]) },
    ])
    expect(await rowsOf('shelf', stream)).toMatchObject([
      { keeper: 'k1', letters: 2, pages: 7, summary: { pages: 7 }, pages_twice: 14 },
    ])
    expect(await rowsOf('shelf_letter', stream)).toEqual([
      { stream_id: stream, letter: 'a', pages: 3, marks: [] },
      { stream_id: stream, letter: 'b', pages: 4, marks: [] },
    ])
    expect(await rowsOf('shelf_index', stream)).toEqual([
      { stream_id: stream, kind: 'phone', digest: Buffer.from([0, 255]) },
    ])
    const jobs = (
      await house.owner.query('select kind, payload, start_after from outbox where stream_id = $1 order by kind desc', [
        stream,
      ])
    ).rows
    expect(jobs).toEqual([
      { kind: 'notice', payload: { letters: ['a', 'b'], facts: 3 }, start_after: null },
      { kind: 'later', payload: 'it\'s "quoted" \\ {}', start_after: new Date('2026-03-09T00:00:00.000Z') },
    ])
  })

  it('keeps who, when and what as it was given, and says the same when read back', async () => {
    const by: Actor = { kind: 'staff', account: 'a1', organ: 'o1' }
    const facts = [opened('看守"人\\'), { ...put('甲'), marks: ['急', '😀'] } as const]
    await execute(house, { ...appending('shelf:read', facts), by, recordedAt: '2026-03-02T23:59:59.999Z' })
    const { facts: read } = await readHistory(house.app, 'shelf:read')
    expect(read).toEqual([
      { stream: 'shelf:read', version: 1, by, recordedAt: '2026-03-02T23:59:59.999Z', fact: facts[0] },
      { stream: 'shelf:read', version: 2, by, recordedAt: '2026-03-02T23:59:59.999Z', fact: facts[1] },
    ])
  })

  it('decides on the folded stream and returns the refusal of the rules, having written nothing', async () => {
    await execute(house, appending('shelf:refuse', [opened(), put('a')]))
    const seen: Shelf[] = []
    const refused = await execute(house, {
      ...appending<{ kind: 'full' }>('shelf:refuse', []),
      decide(state) {
        seen.push(state)
        return err({ kind: 'full' })
      },
    })
    expect(refused).toEqual(err({ kind: 'full' }))
    expect(seen).toEqual([{ keeper: 'k1', letters: { a: { pages: 1, marks: [] } } }])
    expect(await versionsOf('shelf:refuse')).toEqual([1, 2])
  })

  it('writes only the difference of the read models', async () => {
    await execute(house, appending('shelf:diff', [opened(), put('a'), put('b'), put('c')]))
    const before = await physical('shelf:diff')
    await execute(house, appending('shelf:diff', [taken('a'), put('b', 9), put('d')]))
    const after = await physical('shelf:diff')
    expect(after.map((row) => row.letter)).toEqual(['b', 'c', 'd'])
    expect(after[1]).toEqual(before[2])
    expect(after[0]?.at).not.toEqual(before[1]?.at)
  })

  it('accepts a decision that nothing follows', async () => {
    await execute(house, appending('shelf:none', [opened()]))
    const done = await execute(house, appending('shelf:none', []))
    expect(done).toMatchObject({ ok: true, value: { version: 1, facts: [] } })
  })

  it('undoes everything when any part cannot be written', async () => {
    const stream = 'shelf:undone'
    const piece = { stream_id: stream, ref: 'same', cohort: 'c', part: 'content', box: new Uint8Array() } as const
    await expect(execute(house, { ...appending(stream, [opened()]), sealed: [piece, piece] })).rejects.toThrow(
      'sealed_pkey',
    )
    expect(await versionsOf(stream)).toEqual([])
    expect(await rowsOf('shelf', stream)).toEqual([])
    // and the connection and its prepared statements are still good
    expect(await execute(house, { ...appending(stream, [opened()]), sealed: [piece] })).toMatchObject({ ok: true })
  })

  it('throws when the history that would result is impossible, having written nothing', async () => {
    await execute(house, appending('shelf:impossible', [opened()]))
    await expect(execute(house, appending('shelf:impossible', [taken('x')]))).rejects.toThrow('not there')
    expect(await versionsOf('shelf:impossible')).toEqual([1])
  })

  it('refuses rows that the room does not list, and columns that the table has not', async () => {
    const room = { ...shelves, rows: () => ({ other: [{}] }) }
    await expect(execute(house, { ...appending('shelf:wrong', [opened()]), room })).rejects.toThrow(
      'does not list: other',
    )
    const columns = { ...shelves, rows: () => ({ shelf: [{ colour: 'red' }] }) }
    await expect(execute(house, { ...appending('shelf:wrong', [opened()]), room: columns })).rejects.toThrow(
      'no column colour',
    )
    const key = { ...shelves, tables: { ...shelves.tables, shelf_letter: { key: ['pages'] } } }
    await expect(execute(house, { ...appending('shelf:wrong', [opened()]), room: key })).rejects.toThrow(
      '(letter), not (pages)',
    )
  })

  it('makes settings last for the transaction and no longer', async () => {
    await house.owner.query(`create table shelf_note (stream_id text primary key, viewer text default current_setting('xinqiao.viewer', true));
      grant select, insert on shelf_note to xinqiao_app, xinqiao_work`)
    await house.owner.query(`create policy viewed on event as restrictive for select to xinqiao_app
        using (stream_id <> 'shelf:viewer' or current_setting('xinqiao.viewer', true) = 'me')`)
    const me = { reading: () => ({ 'xinqiao.viewer': 'me' }), writing: () => ({ 'xinqiao.viewer': 'me' }) }
    try {
      await execute(house, { ...appending('shelf:viewer', [opened()]), scope: me })
      const hidden = await execute(house, {
        ...appending('shelf:viewer', [taken('a')]),
        decide: (state) => err({ keeper: state.keeper }),
      })
      const seen = await execute(house, {
        ...appending('shelf:viewer', [taken('a')]),
        scope: me,
        decide: (state) => err({ keeper: state.keeper }),
      })
      expect([hidden, seen]).toEqual([err({ keeper: null }), err({ keeper: 'k1' })])
    } finally {
      await house.owner.query('alter table event disable row level security')
    }
  })
})

/** The rows with their place on disk, which changes when a row is written again. */
async function physical(stream: string): Promise<{ letter: string; at: string }[]> {
  const { rows } = await house.owner.query(
    `select letter, ctid::text || xmin::text as at from shelf_letter where stream_id = $1 order by letter`,
    [stream],
  )
  return rows
}

describe('execute against others at the same time', () => {
  it('refuses a new stream that is there, and a version that has passed', async () => {
    await execute(house, appending('shelf:old', [opened(), put('a')]))
    expect(await execute(house, { ...appending('shelf:old', [opened()]), expectedVersion: 'new' })).toEqual(
      err({ kind: 'stream-exists', stream: 'shelf:old' }),
    )
    expect(await execute(house, { ...appending('shelf:old', [put('b')]), expectedVersion: 1 })).toEqual(
      err({ kind: 'version-conflict', expected: 1, actual: 2 }),
    )
    expect(await execute(house, { ...appending('shelf:old', [put('b')]), expectedVersion: 2 })).toMatchObject({
      ok: true,
    })
  })

  it('lets exactly one of many open a stream', async () => {
    const answers = await Promise.all(
      Array.from({ length: 24 }, (_, at) =>
        execute(house, { ...appending('shelf:race-new', [opened(`k${at}`)]), expectedVersion: 'new' }),
      ),
    )
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1)
    expect(await versionsOf('shelf:race-new')).toEqual([1])
  })

  it('lets exactly one of many who insist on a version go on', async () => {
    await execute(house, appending('shelf:race-at', [opened()]))
    const answers = await Promise.all(
      Array.from({ length: 24 }, (_, at) =>
        execute(house, { ...appending('shelf:race-at', [put(`l${at}`)]), expectedVersion: 1 }),
      ),
    )
    const refused = answers.flatMap((answer) => (answer.ok ? [] : [answer.error as EngineRefusal]))
    expect(refused).toHaveLength(23)
    expect(refused.every((refusal) => refusal.kind === 'version-conflict' && refusal.actual === 2)).toBe(true)
    expect(await versionsOf('shelf:race-at')).toEqual([1, 2])
  })

  it('decides again on what came between, so that versions have no gap and no fact is lost', async () => {
    const stream = 'shelf:race-any'
    await execute(house, appending(stream, [opened()]))
    let decisions = 0
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, at) =>
        execute(house, {
          ...appending(stream, []),
          decide() {
            decisions += 1
            return ok([put(`l${at}`)])
          },
        }),
      ),
    )
    const done = answers.flatMap((answer) => (answer.ok ? [answer.value.version] : []))
    const refused = answers.flatMap((answer) => (answer.ok ? [] : [(answer.error as EngineRefusal).kind]))
    expect(decisions).toBeGreaterThan(40)
    expect(done.length).toBeGreaterThanOrEqual(4)
    expect(new Set(refused)).toEqual(refused.length > 0 ? new Set(['version-conflict']) : new Set())
    expect(done.sort((a, b) => a - b)).toEqual(done.map((_, at) => at + 2))
    expect(await versionsOf(stream)).toEqual([1, ...done])
    const { facts } = await readHistory<ReturnType<typeof put>>(house.app, stream)
    const { letters } = fold(
      shelves,
      shelves.initial,
      facts.map((recorded) => recorded.fact),
    )
    expect((await rowsOf('shelf_letter', stream)).map((row) => (row as { letter: string }).letter).sort()).toEqual(
      Object.keys(letters).sort(),
    )
  })
})

describe('execute the same request again', () => {
  const asking = (stream: string, key: string, requestDigest = 'd1') => ({
    ...appending(stream, [opened()]),
    expectedVersion: 'new' as const,
    idempotency: { scope: 's', key, requestDigest },
    response: (outcome: { stream: string; version: number }): Json => ({ number: outcome.stream, n: outcome.version }),
  })

  it('answers as before and does nothing, even under another number', async () => {
    const first = await execute(house, asking('shelf:i1', 'k1'))
    const again = await execute(house, asking('shelf:i2', 'k1'))
    expect(first).toMatchObject({ ok: true, value: { replayed: false, response: { number: 'shelf:i1', n: 1 } } })
    expect(again).toEqual({ ok: true, value: { ...(first.ok ? first.value : {}), replayed: true } })
    expect(await versionsOf('shelf:i2')).toEqual([])
  })

  it('refuses the key for another request', async () => {
    await execute(house, asking('shelf:i3', 'k3'))
    expect(await execute(house, asking('shelf:i4', 'k3', 'd2'))).toEqual(err({ kind: 'idempotency-conflict' }))
    expect(await versionsOf('shelf:i4')).toEqual([])
  })

  it('answers as before although the stream has moved on and the rules would now refuse', async () => {
    await execute(house, appending('shelf:i5', [opened()]))
    const request = {
      ...appending<{ kind: 'there' }>('shelf:i5', []),
      decide: (state: Shelf) => ('a' in state.letters ? err({ kind: 'there' as const }) : ok([put('a')])),
      idempotency: { scope: 's', key: 'k5', requestDigest: 'd' },
    }
    const first = await execute(house, { ...request, expectedVersion: 1 })
    await execute(house, appending('shelf:i5', [put('b')]))
    const answers = [await execute(house, { ...request, expectedVersion: 1 }), await execute(house, request)]
    for (const again of answers)
      expect(again).toEqual({ ok: true, value: { ...(first.ok ? first.value : {}), replayed: true } })
    expect(await versionsOf('shelf:i5')).toEqual([1, 2, 3])
  })

  it('has one effect when repeats race, under one number or under many', async () => {
    const many = await Promise.all(
      Array.from({ length: 24 }, (_, at) => execute(house, asking(`shelf:m${at}`, 'race-many'))),
    )
    const streams = new Set(many.map((answer) => (answer.ok ? answer.value.stream : 'refused')))
    expect(streams.size).toBe(1)
    expect(many.filter((answer) => answer.ok && !answer.value.replayed)).toHaveLength(1)
    const { rows } = await house.owner.query("select stream_id from event where stream_id like 'shelf:m%'")
    expect(rows).toEqual([{ stream_id: [...streams][0] }])

    await execute(house, appending('shelf:one', [opened()]))
    const one = await Promise.all(
      Array.from({ length: 24 }, () =>
        execute(house, {
          ...appending('shelf:one', [put('a')]),
          idempotency: { scope: 's', key: 'race-one', requestDigest: 'd' },
        }),
      ),
    )
    expect(one.filter((answer) => answer.ok && !answer.value.replayed)).toHaveLength(1)
    expect(one.every((answer) => answer.ok && answer.value.version === 2)).toBe(true)
    expect(await versionsOf('shelf:one')).toEqual([1, 2])
  })

  it('forgets requests of long ago, and only those', async () => {
    await execute(house, asking('shelf:f1', 'old'))
    await execute(house, { ...asking('shelf:f2', 'young'), recordedAt: '2026-03-03T08:00:00.000Z' })
    expect(await forgetRequests(house, new Date('2026-03-03T00:00:00.000Z'))).toBeGreaterThan(0)
    const again = [await execute(house, asking('shelf:f3', 'old')), await execute(house, asking('shelf:f4', 'young'))]
    expect(again).toMatchObject([{ value: { replayed: false } }, { value: { replayed: true, stream: 'shelf:f2' } }])
  })

  it('keeps scopes apart', async () => {
    await execute(house, asking('shelf:s1', 'same'))
    const other = asking('shelf:s2', 'same')
    const done = await execute(house, { ...other, idempotency: { ...other.idempotency, scope: 't' } })
    expect(done).toMatchObject({ ok: true, value: { stream: 'shelf:s2', replayed: false } })
  })
})
