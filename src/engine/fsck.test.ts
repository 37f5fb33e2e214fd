import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Recorded } from './envelope.ts'
import { execute } from './execute.ts'
import { appending, opened, put, type ShelfFact, shelves, taken } from './fixture.ts'
import { type FsckReport, fsck } from './fsck.ts'
import { fold, readHistory } from './history.ts'
import { rebuild } from './rebuild.ts'
import { shelfHouse } from './shelf-house.ts'

const house = await shelfHouse()
const rooms = [shelves]
const sound = { errors: [], errorCount: 0 }

beforeEach(async () => {
  await house.owner.query('truncate event, shelf, shelf_letter')
  await execute(house, appending('shelf:a', [opened(), put('x', 2), put('y', 3), taken('x')]))
  await execute(house, appending('shelf:b', [opened(), put('z', 1)]))
})

const check = (): Promise<FsckReport> => fsck(house, rooms)
/** What only somebody with the owner's password can do. */
const tamper = (statement: string): Promise<unknown> => house.owner.query(statement)

describe('the ledger', () => {
  it.each([
    "update event set fact = fact where stream_id = 'shelf:a'",
    "delete from event where stream_id = 'shelf:a'",
    'truncate event',
    "insert into event (stream_id, version, type, fact, hash, recorded_at, xid) values ('shelf:q', 1, 't', '{}', '', now(), '1')",
  ])('lets neither the app nor the work role: %s', async (statement) => {
    await expect(house.app.query(statement)).rejects.toThrow('permission denied')
    await expect(house.work.query(statement)).rejects.toThrow('permission denied')
    expect(await check()).toMatchObject({ facts: 6, ...sound })
  })
})

describe('fsck of facts', () => {
  it('finds nothing in a sound house, and says how much it looked at', async () => {
    expect(await check()).toEqual({ streams: 2, facts: 6, unowned: 0, errors: [], errorCount: 0 })
  })

  it.each([
    [
      'a changed text',
      'update event set fact = replace(fact, \'"pages":3\', \'"pages":4\') where version = 3',
      'hash',
      3,
    ],
    [
      'a changed text with a hash made to fit',
      "update event set fact = replace(fact, '\"pages\":2', '\"pages\":4'), hash = sha256((select hash from event p where p.stream_id = event.stream_id and p.version = 1) || convert_to(replace(fact, '\"pages\":2', '\"pages\":4'), 'UTF8')) where stream_id = 'shelf:a' and version = 2",
      'hash',
      3,
    ],
    ['a changed hash', "update event set hash = sha256('x') where stream_id = 'shelf:a' and version = 1", 'hash', 1],
    ['a fact taken out', "delete from event where stream_id = 'shelf:a' and version = 2", 'gap', 2],
    ['a first fact taken out', "delete from event where stream_id = 'shelf:a' and version = 1", 'gap', 1],
    [
      'another type beside the text',
      "update event set type = 'Other' where stream_id = 'shelf:a' and version = 2",
      'mislabelled',
      2,
    ],
    [
      'another time beside the text',
      "update event set recorded_at = now() where stream_id = 'shelf:a' and version = 4",
      'mislabelled',
      4,
    ],
    [
      'a fact that is not one',
      "insert into event (stream_id, version, type, fact, hash, recorded_at) select stream_id, 5, type, '{}', sha256(hash || '{}'), recorded_at from event where stream_id = 'shelf:a' and version = 4",
      'unparsable',
      5,
    ],
    [
      'a fact moved to another stream',
      "update event set stream_id = 'shelf:moved' where stream_id = 'shelf:b'",
      'mislabelled',
      1,
    ],
  ])('names the first broken fact: %s', async (_, statement, kind, version) => {
    await tamper(statement)
    const { errors } = await check()
    const ofFacts = errors.filter((error) => 'version' in error)
    expect(ofFacts).toEqual([expect.objectContaining({ kind, version })])
  })

  it('names a fact that cannot have happened', async () => {
    const forgetful = { ...shelves, evolve: (shelf: typeof shelves.initial) => shelf }
    await execute(house, { ...appending('shelf:c', [opened(), taken('never')]), room: forgetful })
    expect((await check()).errors).toEqual([
      { kind: 'impossible', stream: 'shelf:c', version: 2, detail: 'Error: a letter that is not there' },
    ])
  })

  it('checks the chain of streams that no room owns, and counts them', async () => {
    await execute(house, { ...appending('box:1', [opened()]), room: { ...shelves, name: 'box', rows: () => ({}) } })
    expect(await check()).toMatchObject({ streams: 3, unowned: 1, ...sound })
    await tamper("update event set fact = fact || ' ' where stream_id = 'box:1'")
    expect((await check()).errors).toMatchObject([{ kind: 'hash', stream: 'box:1', version: 1 }])
  })

  it('tells the heads of sound streams, so that a cut-off end can be seen elsewhere', async () => {
    const heads = async (): Promise<Map<string, number>> => {
      const found = new Map<string, number>()
      await fsck(house, rooms, (stream, version) => found.set(stream, version))
      return found
    }
    expect(await heads()).toEqual(
      new Map([
        ['shelf:a', 4],
        ['shelf:b', 2],
      ]),
    )
    await tamper("delete from event where stream_id = 'shelf:a' and version = 4")
    expect((await heads()).get('shelf:a')).toBe(3)
  })

  it('reads on over many pages', async () => {
    await tamper(`insert into event (stream_id, version, type, fact, hash, recorded_at)
      select 'many:' || n, 1, 't', '', sha256(''), now() from generate_series(1, 2500) as n`)
    expect(await check()).toMatchObject({ streams: 2502, facts: 2506, errorCount: 2500 })
    expect((await check()).errors).toHaveLength(1000)
  })
})

describe('fsck and rebuild of read models', () => {
  it.each([
    [
      'a value',
      "update shelf set keeper = 'k2' where stream_id = 'shelf:a'",
      { kind: 'row-different', table: 'shelf', key: {}, columns: ['keeper'] },
    ],
    [
      'a null',
      "update shelf_letter set marks = null where stream_id = 'shelf:a'",
      { kind: 'row-different', table: 'shelf_letter', key: { letter: 'y' }, columns: ['marks'] },
    ],
    [
      'inside JSON',
      "update shelf set summary = '{\"pages\": 99}', opened_on = '2020-01-01' where stream_id = 'shelf:a'",
      { kind: 'row-different', table: 'shelf', columns: ['opened_on', 'summary'] },
    ],
    [
      'a row gone',
      "delete from shelf_letter where stream_id = 'shelf:a'",
      { kind: 'row-missing', table: 'shelf_letter', key: { letter: 'y' }, columns: [] },
    ],
    [
      'a row too many',
      "insert into shelf_letter values ('shelf:a', 'ghost', 1, '{}')",
      { kind: 'row-extra', table: 'shelf_letter', key: { letter: 'ghost' }, columns: [] },
    ],
    [
      'a row of no stream',
      "insert into shelf_letter values ('shelf:0', 'ghost', 1, '{}')",
      { kind: 'row-extra', stream: 'shelf:0', table: 'shelf_letter', key: { letter: 'ghost' } },
    ],
  ])('finds and repairs %s', async (_, statement, error) => {
    await tamper(statement)
    expect((await check()).errors).toEqual([expect.objectContaining({ stream: 'shelf:a', ...error })])
    expect(await rebuild(house, rooms)).toEqual({ streams: 2, rows: 1, broken: [] })
    expect(await check()).toMatchObject(sound)
    expect(await rebuild(house, rooms)).toMatchObject({ rows: 0 })
  })

  it('remakes all of it', async () => {
    const all = async (): Promise<unknown[]> => [
      (await house.owner.query('select * from shelf order by 1')).rows,
      (await house.owner.query('select * from shelf_letter order by 1, 2')).rows,
    ]
    const before = await all()
    await tamper('truncate shelf, shelf_letter')
    expect(await rebuild(house, rooms)).toMatchObject({ rows: 4 })
    expect(await all()).toEqual(before)
  })

  it('leaves the rows of a broken stream alone and says which', async () => {
    await tamper("update event set hash = sha256('x') where stream_id = 'shelf:a' and version = 1")
    await tamper('truncate shelf, shelf_letter')
    const rebuilt = await rebuild(house, rooms)
    expect(rebuilt).toMatchObject({ rows: 2, broken: [{ kind: 'hash', stream: 'shelf:a', version: 1 }] })
  })

  it('does not put back what a command changed after the facts were read', async () => {
    await tamper(`create function wait_for_test() returns trigger language plpgsql as $$ begin
        if current_user = 'xinqiao_work' then perform pg_advisory_xact_lock(42); end if; return new; end $$;
      create trigger wait_for_test before insert on shelf_letter for each statement execute function wait_for_test()`)
    await tamper("update shelf_letter set pages = 77 where letter = 'y'")
    const holder = await house.owner.connect()
    await holder.query('select pg_advisory_lock(42)')
    const rebuilding = rebuild(house, rooms)
    const waiting = "select 1 from pg_locks where locktype = 'advisory' and objid = 42 and not granted"
    while ((await holder.query(waiting)).rowCount === 0);
    await execute(house, appending('shelf:a', [put('y', 50)]))
    await holder.query('select pg_advisory_unlock(42)')
    holder.release()
    await rebuilding
    await tamper('drop trigger wait_for_test on shelf_letter')
    expect(await check()).toMatchObject(sound)
  })

  it('ends with what the facts say although commands come between', async () => {
    let writing = true
    const damage = async (): Promise<void> => {
      while (writing) {
        await tamper("update shelf set keeper = 'wrong', pages = pages + 1")
        await tamper("update shelf_letter set pages = 77 where letter = 'y'")
        await rebuild(house, rooms)
      }
    }
    const damaging = damage()
    for (let at = 0; at < 60; at++) {
      expect(
        await execute(house, appending('shelf:a', [at % 2 ? taken('n') : put('n', at), put('y', at)])),
      ).toMatchObject({ ok: true })
    }
    writing = false
    await damaging
    await rebuild(house, rooms)
    expect(await check()).toMatchObject({ facts: 126, ...sound })
  })
})

describe('any history', () => {
  const letter = fc.constantFrom('a', 'b', 'c', 'd')
  const step = fc.oneof(
    fc.record({ type: fc.constant('put'), letter, pages: fc.nat(5) }),
    fc.record({ type: fc.constant('take'), letter, pages: fc.constant(0) }),
  )
  const commands = fc.array(fc.array(step, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 6 })

  it('gives the same state live and replayed, and the same rows written step by step and all at once', async () => {
    let run = 0
    await fc.assert(
      fc.asyncProperty(commands, async (batches) => {
        const stream = `shelf:p${run++}`
        let live = (await execute(house, appending(stream, [opened()]))) as { value: { state: unknown } }
        const there = new Set<string>()
        for (const batch of batches) {
          const facts: ShelfFact[] = []
          for (const { type, letter: at, pages } of batch) {
            if (type === 'put') facts.push(put(at, pages))
            else if (there.has(at)) facts.push(taken(at))
            if (type === 'put') there.add(at)
            else there.delete(at)
          }
          live = (await execute(house, appending(stream, facts))) as typeof live
        }
        const { facts } = await readHistory<ShelfFact>(house.app, stream)
        const replayed = fold(
          shelves,
          shelves.initial,
          facts.map(({ fact }: Recorded<ShelfFact>) => fact),
        )
        expect(live.value.state).toEqual(replayed)
      }),
      { numRuns: 60 },
    )
    expect(await check()).toMatchObject(sound)
  })
})
