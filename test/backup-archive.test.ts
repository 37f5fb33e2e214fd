/** An archive by itself: what it holds, who can open it, what is refused and by which name; and what an interruption leaves. */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { beforeAll, describe, expect, it } from 'vitest'
import { bossQueue } from '../src/engine/boss.ts'
import { advance, type Consumer, lagOf } from '../src/engine/consumer.ts'
import { relay } from '../src/engine/outbox.ts'
import { type DataFolder, dataFolderAt } from '../src/platform/data-folder.ts'
import { openJobs } from '../src/platform/jobs.ts'
import { readMigrations } from '../src/platform/migrate.ts'
import { poolFor } from '../src/platform/pools.ts'
import { piecesOf } from '../src/register/backup/pieces.ts'
import { ArchiveBroken, BackupRefused } from '../src/register/backup/refused.ts'
import { checkArchive, restore } from '../src/register/backup/restoring.ts'
import { levelsOf } from '../src/register/backup/schema-making.ts'
import { copiedTables, leftOut } from '../src/register/backup/tables.ts'
import { digestOf, figureFolder } from '../src/register/figures/store.ts'
import { folderStore } from '../src/register/log/folder-store.ts'
import { blankDatabase, freshDatabase } from './database.ts'
import { asking, type Block, blocksOf, restoreBlank, save, smallHouse, temporaryFolder, writeFacts } from './saved.ts'

const database = await freshDatabase()
const house = smallHouse(database)
const folder = temporaryFolder()
const at = (name: string): string => join(folder, name)
const archive = at('whole.tar')

beforeAll(async () => {
  for (const stream of ['shelf:a', 'shelf:b', 'shelf:c']) await writeFacts(database.owner, stream, 3)
  await database.owner.query(`insert into key_mark (name, mark) values ('index', $1)`, [Buffer.alloc(32, 0x0a)])
  await save(house, archive)
})

describe('the tables of an archive', () => {
  it('are all that there are, save those that are left out with a reason', async () => {
    const { rows } = await database.owner.query<{ name: string }>(
      `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')`,
    )
    const all = rows.map(({ name }) => name)
    const copied = await asking(database, copiedTables)
    expect([...copied.map(({ name }) => name), ...Object.keys(leftOut)].sort()).toEqual(all.sort())
    for (const why of Object.values(leftOut)) expect(why.length).toBeGreaterThan(20)
  })

  it('take a new one up by themselves, and translate its mark if it has one', async () => {
    await database.owner.query(`create table newly (name text primary key, xid xid8 not null, seq bigint not null);
      insert into newly select 'second', xid, seq from event where stream_id = 'shelf:b' and version = 2`)
    const found = (await asking(database, copiedTables)).find(({ name }) => name === 'newly')
    const { rows } = await database.owner.query(`select * from ${found?.source} s`)
    expect(rows).toEqual([{ name: 'second', xid: '1', seq: 5 }])
    await database.owner.query('drop table newly')
  })

  it('know of every column that holds a number of a transaction', async () => {
    const { rows } = await database.owner.query<{ name: string }>(
      `select attrelid::regclass::text as name from pg_attribute join pg_class on pg_class.oid = attrelid
        where relnamespace = 'public'::regnamespace and relkind = 'r' and atttypid = 'xid8'::regtype
          and not exists (select from pg_attribute other where other.attrelid = pg_class.oid and other.attname = 'seq'
            and other.atttypid = 'bigint'::regtype)`,
    )
    expect(rows).toEqual([])
  })
})

describe('the places of a data folder', () => {
  /** A new place must be decided on: saved with the house, or not, and why. */
  const decided: Readonly<Record<keyof DataFolder, string>> = {
    path: 'holds the others',
    postgres: 'saved, table by table',
    files: 'saved',
    spool: 'saved',
    figures: 'saved',
    lawPacks: 'saved',
    keys: 'saved apart, by backup --keys',
    register: 'follows from the rows of the log',
    logs: 'of this machine',
    houseFile: 'of this process',
  }

  it('are all saved, or left with a reason', () => {
    expect(Object.keys(dataFolderAt('/srv/house')).sort()).toEqual(Object.keys(decided).sort())
  })
})

describe('an archive', () => {
  it('is a tar that any other program opens, with digests that it can check', async () => {
    const opened = at('opened')
    mkdirSync(opened)
    execFileSync('tar', ['xf', archive, '-C', opened])
    const lists = readdirSync(opened, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.sha256'))
    expect(lists).toContain('tables/event.sha256')
    // an empty list is no list to sha256sum
    for (const list of lists.filter((name) => readFileSync(join(opened, name)).length > 0))
      execFileSync('sha256sum', ['-c', '--strict', list], { cwd: opened })
    const manifest = JSON.parse(readFileSync(join(opened, 'manifest.json'), 'utf8'))
    expect(manifest).toMatchObject({ format: 'xinqiao backup 1', checkpoint: null })
    expect(manifest.migrations).toHaveLength(readMigrations().length)
    expect(JSON.parse(readFileSync(join(opened, 'digests.json'), 'utf8'))).toMatchObject({ facts: 9, streams: 3 })
  })

  it('is cut between rows only', async () => {
    const rows = ['a\t1\n', `${'b'.repeat(50)}\t2\n`, 'c\\nd\t3\n', 'e\t4\n'].map((row) => Buffer.from(row))
    const sent = [Buffer.concat(rows).subarray(0, 7), Buffer.concat(rows).subarray(7)]
    const pieces: string[] = []
    for await (const { content, rows: count } of piecesOf(
      (async function* () {
        yield* sent
      })(),
      5,
    )) {
      expect(content.at(-1)).toBe(0x0a)
      expect(content.toString().split('\n').length - 1).toBe(count)
      pieces.push(content.toString())
    }
    expect(pieces.join('')).toBe(Buffer.concat(rows).toString())
    expect(pieces.length).toBeGreaterThan(1)
  })

  it('is refused inside the data folder by a link that leads there', async () => {
    symlinkSync(house.folder.path, at('way-in'))
    await expect(save(house, join(at('way-in'), 'x.tar'))).rejects.toThrow('lies in the data folder')
  })

  it('leaves nothing behind when it is broken off, whenever that is', async () => {
    for (const after of ['snapshot', 'tables'] as const) {
      const stopping = new AbortController()
      const stop = () => stopping.abort(new Error('enough'))
      const saving = save(house, at('broken-off.tar'), {
        signal: stopping.signal,
        onSnapshot: async () => {
          if (after === 'snapshot') stop()
        },
        onProgress: ({ step }) => step === 'tables' && stop(),
      })
      await expect(saving).rejects.toThrow('enough')
      expect(readdirSync(folder).filter((name) => name.startsWith('broken-off'))).toEqual([])
    }
    await save(house, at('broken-off.tar'))
    expect(existsSync(at('broken-off.tar'))).toBe(true)
  })

  it('is not made of a house that this program does not know all of', async () => {
    await database.owner.query(
      `insert into migration (number, name, checksum) values (9999, '9999-later', repeat('a', 64))`,
    )
    await expect(save(house, at('newer.tar'))).rejects.toThrow('newer than this program: it has 9999-later')
    await database.owner.query('delete from migration where number = 9999')
    expect(readdirSync(folder).filter((name) => name.startsWith('newer'))).toEqual([])
  })

  it('does not take the place of one that came there meanwhile', async () => {
    const saving = save(house, at('meanwhile.tar'), {
      onSnapshot: async () => writeFileSync(at('meanwhile.tar'), 'of somebody else'),
    })
    await expect(saving).rejects.toThrow('came to be there meanwhile')
    expect(readFileSync(at('meanwhile.tar'), 'utf8')).toBe('of somebody else')
    expect(existsSync(at('meanwhile.tar.partial'))).toBe(false)
  })
})

describe('an archive that is not what was written is refused, by name, before a row is written', () => {
  const { blocks, end } = (() => {
    let taken: ReturnType<typeof blocksOf> | undefined
    const take = () => {
      taken ??= blocksOf(readFileSync(archive))
      return taken
    }
    return { blocks: () => take().blocks, end: () => take().end }
  })()
  const block = (path: string): Block => blocks().find((each) => each.path === path) as Block
  const written = (bytes: readonly Buffer[]): string => {
    writeFileSync(at('altered.tar'), Buffer.concat(bytes))
    return at('altered.tar')
  }
  const without = (path: string) =>
    blocks()
      .filter((each) => each.path !== path)
      .map(({ bytes }) => bytes)
  const refusal = async (path: string) => {
    const fault = await checkArchive({ archive: path }).then(
      () => null,
      (thrown: unknown) => thrown,
    )
    return fault as Error
  }

  it('cut short, at any place', async () => {
    const whole = readFileSync(archive)
    const places = [...blocks().map((each) => each.at), ...blocks().map((each) => each.at + 700), whole.length - 600]
    for (const length of new Set(places.filter((place) => place > 0 && place < whole.length))) {
      const fault = await refusal(written([whole.subarray(0, length)]))
      expect(fault, String(length)).toBeInstanceOf(ArchiveBroken)
      expect(fault.message, String(length)).toMatch(/cut short|damaged/)
    }
  })

  it('one bit changed, wherever it matters', async () => {
    for (const { path, at: start, bytes } of blocks()) {
      if (bytes.length === 512) continue
      const altered = Buffer.from(readFileSync(archive))
      altered[start + 512] = (altered[start + 512] ?? 0) ^ 1
      const fault = await refusal(written([altered]))
      expect(fault, path).toBeInstanceOf(ArchiveBroken)
      const name = path.replace(/\.sha256$/, '')
      expect(fault.message, path).toContain(path === 'digests.json' ? 'digests.json' : name)
    }
  })

  it('a section of another backup', async () => {
    await writeFacts(database.owner, 'shelf:d', 1)
    await save(house, at('other.tar'))
    await database.owner.query(`delete from event where stream_id = 'shelf:d'`)
    const other = new Map(blocksOf(readFileSync(at('other.tar'))).blocks.map((each) => [each.path, each.bytes]))
    const swapped = blocks().map(({ path, bytes }) =>
      path.startsWith('tables/event') ? (other.get(path) ?? bytes) : bytes,
    )
    expect((await refusal(written([...swapped, end()]))).message).toBe('tables/event is that of another backup')
    const manifest = blocks().map(({ path, bytes }) => (path === 'manifest.json' ? (other.get(path) ?? bytes) : bytes))
    expect((await refusal(written([...manifest, end()]))).message).toContain('manifest.json')
  })

  it('a section taken out, moved, or put in', async () => {
    const piece = 'tables/event/000001.copy.zst'
    expect((await refusal(written([...without(piece), end()]))).message).toContain(piece)
    const noList = without('tables/event.sha256')
    expect((await refusal(written([...noList, end()]))).message).toMatch(/tables\/event|in the midst/)
    const gone = blocks()
      .filter(({ path }) => !path.startsWith('tables/event'))
      .map(({ bytes }) => bytes)
    expect((await refusal(written([...gone, end()]))).message).toContain('tables/event')
    const twice = [...without('digests.json'), block(piece).bytes, block('digests.json').bytes, end()]
    expect((await refusal(written(twice))).message).toBe('tables/event has no list')
    const doubled = blocks().flatMap(({ path, bytes }) => (path === piece ? [bytes, bytes] : [bytes]))
    expect((await refusal(written([...doubled, end()]))).message).toContain('is there twice')
    const behind = [...blocks().map(({ bytes }) => bytes), block(piece).bytes, end()]
    expect((await refusal(written(behind))).message).toContain('stands behind the end')
  })

  it('another kind of file', async () => {
    writeFileSync(at('letter.txt'), '一封信'.repeat(1000))
    expect(await refusal(at('letter.txt'))).toBeInstanceOf(Error)
    await expect(checkArchive({ archive: at('nothing.tar') })).rejects.toThrow('there is no file')
    await expect(checkArchive({ archive: folder })).rejects.toThrow('is a folder')
    mkdirSync(at('plain'))
    writeFileSync(at('plain/one'), 'one')
    execFileSync('tar', ['cf', at('plain.tar'), '-C', at('plain'), 'one'])
    await expect(checkArchive({ archive: at('plain.tar') })).rejects.toThrow('is no backup of a house')
  })

  it('a path that leads elsewhere', async () => {
    const forged = Buffer.from(block('tables/event/000001.copy.zst').bytes)
    forged.fill(0, 0, 100)
    forged.write('../../etc/cron.d/x', 0)
    let sum = 0
    forged.fill(0x20, 148, 156)
    for (let place = 0; place < 512; place += 1) sum += forged[place] ?? 0
    forged.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148)
    const first = block('manifest.json').bytes
    expect((await refusal(written([first, forged, end()]))).message).toContain('no business in a backup')
  })

  it('of a newer program, or of a schema that went another way', async () => {
    const { manifest } = await checkArchive({ archive })
    const next = { number: 9999, name: '9999-later', checksum: 'a'.repeat(64), appliedAt: manifest.madeAt }
    const newer = { ...manifest, migrations: [...manifest.migrations, next] }
    expect(() => levelsOf(newer)).toThrow(BackupRefused)
    expect(() => levelsOf(newer)).toThrow('9999-later')
    const [first, ...rest] = manifest.migrations
    const other = { ...manifest, migrations: [{ ...first, checksum: 'b'.repeat(64) }, ...rest] as never }
    expect(() => levelsOf(other)).toThrow('0001-grants')
  })
})

function emptyFolder() {
  const { folder: data } = smallHouse(database)
  return { folder: data, store: folderStore(data.register) }
}

describe('a restore', () => {
  it('leaves an empty house as empty as it was when it is broken off, and can be begun again', async () => {
    const into = { ...emptyFolder(), database: await blankDatabase() }
    const checked = await checkArchive({ archive })
    for (const what of ['event', 'key_mark']) {
      const stopping = new AbortController()
      const onProgress = (progress: { what: string }) => {
        if (progress.what === what) stopping.abort(new Error('enough'))
      }
      const restoring = restore({ ...into, archive, checked, onProgress, signal: stopping.signal })
      await expect(restoring).rejects.toThrow('enough')
      expect(await tablesIn(into.database)).toEqual([])
      expect(existsSync(join(into.folder.path, '.restoring'))).toBe(false)
    }
    await restore({ ...into, archive, checked })
    expect(await tablesIn(into.database)).toContain('event')
  })

  it('refuses a house with facts, a house in use, and a database of somebody else', async () => {
    const into = await restoreBlank(archive)
    const checked = await checkArchive({ archive })
    await expect(restore({ ...into, archive, checked })).rejects.toThrow('facts in this house already')
    const used = { ...into, database: await blankDatabase() }
    const other = new pg.Client(used.database.doorFor('app'))
    await other.connect()
    await expect(restore({ ...used, archive, checked })).rejects.toThrow('1 sessions of a house use this database')
    await other.end()
    const served = { ...used.database, claimServing: async () => false }
    await expect(restore({ ...used, database: served, archive, checked })).rejects.toThrow('is served now')
    const strange = await freshDatabase()
    await strange.owner.query(`create table foreigner (id integer); grant create on schema public to xinqiao_work;
      alter table foreigner owner to xinqiao_work`)
    await closed(strange)
    await expect(
      restore({ ...used, database: { ...strange, claimServing: async () => true }, archive, checked }),
    ).rejects.toThrow('tables that are not of a house: foreigner')
    expect(await tablesIn(strange)).toContain('foreigner')
  })

  it('takes the place of a house that was started and never used', async () => {
    const started = await freshDatabase()
    await started.work.query('create table job.something (id integer)')
    await closed(started)
    const checked = await checkArchive({ archive })
    const into = { ...emptyFolder(), database: { ...started, claimServing: async () => true } }
    await restore({ ...into, archive, checked })
    const facts = await asking(started, (client) => client.query('select from event'))
    expect(facts.rowCount).toBe(9)
    const again = await asking(started, (client) =>
      client.query(`select to_regclass('migration') is not null as there`),
    )
    expect(again.rows).toEqual([{ there: true }])
  })

  it('goes on counting where the house counted', async () => {
    const { database: restored } = await restoreBlank(archive)
    await asking(restored, async (client) => {
      await writeFacts(client, 'shelf:next', 1)
      const { rows } = await client.query(`select seq::integer from event where stream_id = 'shelf:next'`)
      expect(rows).toEqual([{ seq: 10 }])
    })
  })
})

/** No session of the pools is left, as when the house is stopped. */
async function closed(some: Awaited<ReturnType<typeof freshDatabase>>): Promise<void> {
  for (const pool of [some.owner, some.app, some.work, some.search]) {
    await pool.end()
    Object.assign(pool, { end: async () => {} })
  }
  const sessions = async () => {
    const { rows } = await asking(some, (client) =>
      client.query('select from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()'),
    )
    return rows.length
  }
  await expect.poll(sessions).toBe(0)
}

async function tablesIn(some: Parameters<typeof asking>[0]): Promise<readonly string[]> {
  const { rows } = await asking(some, (client) =>
    client.query<{ name: string }>(
      `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1`,
    ),
  )
  return rows.map(({ name }) => name)
}

describe('figures that were published', () => {
  it('come back under the digests by which the facts name them, and one that is lost is named', async () => {
    const source = await freshDatabase()
    await writeFacts(source.owner, 'shelf:a', 1)
    const small = smallHouse(source)
    const store = figureFolder(small.folder.figures)
    const [extract, counts] = [await store.write('extract', ['a,b', '1,2']), await store.write('counts', ['{}'])]
    const lost = 'c'.repeat(64)
    const publish = (edition: number, file: string) =>
      source.work.query(
        `insert into figures (stream_id, edition, month, published_on, log_size, cases, extract, counts)
          values ('figures:2026-10', $1, '2026-10', '2026-11-05', 1, 1, $2, $3)`,
        [edition, file, counts],
      )
    await publish(1, extract)
    await save(small, at('figures.tar'))
    const { folder: into } = await restoreBlank(at('figures.tar'))
    const found = await figureFolder(into.figures).find('extract', extract)
    expect(found && (await digestOf(found.read()))).toBe(extract)
    expect(readdirSync(into.figures).sort()).toEqual([`${counts}.json`, `${extract}.csv`].sort())
    await publish(2, lost)
    expect((await save(small, at('figures-lost.tar'))).missing).toEqual([`figures/${lost}.csv`])
  })
})

describe('the outbox', () => {
  it('has again what the queue had taken over and not ended, and nothing that it had ended', async () => {
    const source = await freshDatabase()
    const jobs = await openJobs(source, { error: () => {}, warn: () => {} } as never)
    await jobs.boss.createQueue('notice')
    for (const name of ['open', 'ended', 'waiting'])
      await source.work.query(
        `insert into outbox (stream_id, id, kind, payload, created_at) values ($1, gen_random_uuid(), 'notice', '{}', now())`,
        [name],
      )
    await source.work.query(`update outbox set retry_at = now() + interval '1 hour' where stream_id = 'waiting'`)
    expect(await relay({ work: source.work }, bossQueue(jobs.boss))).toEqual({ relayed: 2, failed: 0 })
    await source.work.query(
      `update job.job set state = 'completed', completed_on = now()
        where id = (select id from outbox where stream_id = 'ended')`,
    )
    await jobs.close()
    await save(smallHouse(source), at('jobs.tar'))
    const { database: into } = await restoreBlank(at('jobs.tar'))
    const { rows } = await asking(into, (client) =>
      client.query('select stream_id as name, relayed_at is null as waits from outbox order by 1'),
    )
    expect(rows).toEqual([
      { name: 'ended', waits: false },
      { name: 'open', waits: true },
      { name: 'waiting', waits: true },
    ])
  })
})

describe('consumers', () => {
  /** Transactions that began in another order than the one in which they wrote. */
  async function crossed() {
    const source = await freshDatabase()
    const [one, two] = [await source.owner.connect(), await source.owner.connect()]
    await one.query('begin')
    await one.query('select pg_current_xact_id()')
    await two.query('begin')
    await writeFacts(two, 'shelf:wrote-first', 2)
    await two.query('commit')
    await writeFacts(one, 'shelf:began-first', 2)
    await one.query('commit')
    await writeFacts(source.owner, 'shelf:last', 1)
    one.release()
    two.release()
    return source
  }

  const reader = (name: string) => {
    const read: string[] = []
    const consumer: Consumer = {
      name,
      react: async ({ stream, version }) => void read.push(`${stream} ${version}`),
    }
    return { read, consumer }
  }

  /** Nobody reads past a transaction that is still open, and other tests have some open in the same server. */
  const untilRead = (
    pools: Parameters<typeof advance>[0],
    { read, consumer }: ReturnType<typeof reader>,
    facts: number,
  ) =>
    expect
      .poll(
        async () => {
          if (read.length < facts) await advance(pools, consumer, facts - read.length)
          return read.length
        },
        { timeout: 30_000 },
      )
      .toBe(facts)

  it.each([0, 1, 2, 3, 4, 5])(
    'that had read %i facts go on with the next one, and read none twice',
    async (already) => {
      const source = await crossed()
      const before = reader('reader')
      await untilRead(source, before, already)
      const path = at(`crossed-${already}.tar`)
      await save(smallHouse(source), path)
      const { database: into } = await restoreBlank(path)
      const work = poolFor(into, 'work')
      const [there, here] = [reader('reader'), reader('reader')]
      await untilRead({ work }, there, 5 - already)
      await untilRead(source, here, 5 - already)
      expect(there.read).toEqual(here.read)
      expect([...before.read, ...there.read]).toEqual([
        ...['shelf:began-first 1', 'shelf:began-first 2', 'shelf:wrote-first 1', 'shelf:wrote-first 2', 'shelf:last 1'],
      ])
      expect((await lagOf({ work }, 'reader')).facts).toBe(0)
      // what is written from now on comes after everything that was restored
      await asking(into, (client) => writeFacts(client, 'shelf:new', 1))
      await untilRead({ work }, there, 6 - already)
      expect(there.read.at(-1)).toBe('shelf:new 1')
      await work.end()
    },
  )

  it('are not held up while a backup is made', async () => {
    const source = await crossed()
    const { read, consumer } = reader('reader')
    await save(smallHouse(source), at('meanwhile-read.tar'), {
      onSnapshot: async () => {
        await writeFacts(source.owner, 'shelf:during', 1)
        await untilRead(source, { read, consumer }, 6)
      },
    })
    expect(read).toContain('shelf:during 1')
    const { database: into } = await restoreBlank(at('meanwhile-read.tar'))
    const { rows } = await asking(into, (client) => client.query(`select from event where stream_id = 'shelf:during'`))
    expect(rows).toEqual([])
  })
})
