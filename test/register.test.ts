/** Receipts and their proofs on the wire, and what is found when somebody with the owner's rights changes the database behind it. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { fsck } from '../src/engine/fsck.ts'
import { petitionRoom } from '../src/petition/room.ts'
import { base64 } from '../src/proof/bytes.ts'
import { parseEvidence, verdictOn } from '../src/proof/evidence.ts'
import { type NoteKey, parseNote, parseVkey } from '../src/proof/note.ts'
import { parseReceipt } from '../src/proof/receipt.ts'
import { checkLog, type LogError } from '../src/register/log/checking.ts'
import { publish } from '../src/register/log/publishing.ts'
import { keyOf, openAnsweringHouse, type Registered } from './answering-house.ts'
import { commandBodies } from './command-bodies.ts'

const opened = await openAnsweringHouse()
const { ask, register, act, staffOf, house, app, office } = opened
const { owner } = office.database
const clerk = await staffOf('county.bureau')
const folder = `${house.keyFolder}-register`

const vkeys = (all: readonly string[]): readonly NoteKey[] => all.map(parseVkey).filter((key) => key !== null)
async function trust() {
  const { body } = await ask(null, 'GET', '/api/log')
  return { log: vkeys(body.keys.log), receipts: vkeys(body.keys.receipts), witnesses: [] }
}

/** Until every fact is under a checkpoint; other tests in the cluster may hold it up for a moment. */
async function published(): Promise<void> {
  for (;;) {
    const done = await publish(house.register)
    const { rows } = await owner.query('select count(*)::int as facts from event')
    if (done.kind === 'stopped' || (done.kind === 'published' && done.size >= rows[0].facts)) return
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}

const asked = async (who: Registered, version = 1) =>
  (await ask(keyOf(who), 'GET', `/api/follow/evidence?version=${version}`)).body
const evidenceFrom = async (who: Registered, version = 1) => {
  const evidence = parseEvidence(JSON.stringify(await asked(who, version)))
  if (!evidence) throw new Error('no evidence')
  return evidence
}

describe('A receipt', () => {
  it('is given at once, signed, and says what was received, when, how much of it, what follows and why', async () => {
    const registered = await register({ claims: ['一', '二', '三'] })
    const note = parseNote(registered.receipt)
    const receipt = note && parseReceipt(note.text)
    expect(receipt).toMatchObject({
      petition: registered.number,
      version: 1,
      of: 'registration',
      claims: 3,
      basis: 'cn-2022 R22 22.1',
      clock: { rule: 'route' },
    })
    expect(
      verdictOn({ xinqiao: 'evidence 1', receipt: registered.receipt, opening: null, proof: null }, await trust()),
    ).toMatchObject({ signature: 'good', fact: 'missing', inclusion: 'missing' })
    expect(registered.receipt.length).toBeLessThan(700)
  })

  it('becomes a proof once the log has taken it in: of the fact, of every word, and of its place', async () => {
    const registered = await register({ text: '三个月没有发工资', claims: ['补发工资'] })
    const before = await evidenceFrom(registered)
    expect(verdictOn(before, await trust())).toMatchObject({
      signature: 'good',
      fact: 'good',
      texts: 'good',
      inclusion: 'missing',
    })
    await published()
    const after = await evidenceFrom(registered)
    const verdict = verdictOn(after, await trust())
    expect(verdict).toMatchObject({
      signature: 'good',
      fact: 'good',
      texts: 'good',
      inclusion: 'good',
      checkpointSignature: 'good',
    })
    expect(verdict.opened.map(({ text }) => text)).toEqual(expect.arrayContaining(['三个月没有发工资', '补发工资']))
    // the same receipt, word for word, however often it is asked for
    expect(after.receipt).toBe(registered.receipt)
    const entry = verdict.receipt?.entry as Uint8Array
    const { body } = await ask(null, 'GET', `/api/log/proof?entry=${Buffer.from(entry).toString('base64url')}`)
    expect(body.proof).toBe(after.proof)
  })

  it('is the same for whoever sends the same request twice', async () => {
    const again = { 'idempotency-key': 'once-and-again-1' }
    const body = { place: '990101', title: '一', text: '二', claims: ['三'], people: [] }
    const first = await ask(null, 'POST', '/api/petitions', body, again)
    const second = await ask(null, 'POST', '/api/petitions', body, again)
    expect(second.body.receipt).toBe(first.body.receipt)
  })

  it('is given to the anonymous too', async () => {
    const registered = await register({ confidentiality: 'anonymous', people: [{ kind: 'citizen' }] })
    await published()
    expect(verdictOn(await evidenceFrom(registered), await trust())).toMatchObject({ fact: 'good', inclusion: 'good' })
  })

  it('opens to one petitioner nothing of the others', async () => {
    const registered = await register({
      headcount: 2,
      people: [
        { name: '甲甲甲', phone: '13900000001' },
        { name: '乙乙乙', phone: '13900000002' },
      ],
    })
    const text = JSON.stringify(await asked(registered))
    expect(text).toContain('甲甲甲')
    expect(text).not.toContain('乙乙乙')
    expect(text).not.toContain('13900000002')
  })

  it('is of the registration and of documents, and of nothing else', async () => {
    const registered = await register({})
    await act(clerk, registered.number, 'accept', commandBodies.accept)
    const { body } = await ask(keyOf(registered), 'GET', '/api/follow')
    const [document] = body.documents
    await published()
    const evidence = await evidenceFrom(registered, document.receiptVersion)
    const verdict = verdictOn(evidence, await trust())
    expect(verdict).toMatchObject({ signature: 'good', fact: 'good', texts: 'good', inclusion: 'good' })
    expect(verdict.receipt).toMatchObject({ of: 'document', document: document.kind, claims: null })
    for (const version of [99, 1_000_001, 0]) {
      const { status } = await ask(keyOf(registered), 'GET', `/api/follow/evidence?version=${version}`)
      expect([400, 404]).toContain(status)
    }
  })

  it('says so when it was forged, altered, or swapped with another', async () => {
    const [one, other] = [await register({}), await register({})]
    await published()
    const [mine, theirs] = [await evidenceFrom(one), await evidenceFrom(other)]
    const keys = await trust()
    const earlier = { ...mine, receipt: mine.receipt.replace(/claims \d+/, 'claims 9') }
    expect(verdictOn(earlier, keys).signature).toBe('bad')
    expect(verdictOn({ ...mine, receipt: theirs.receipt }, keys)).toMatchObject({
      signature: 'good',
      fact: 'bad',
      inclusion: 'bad',
    })
    expect(verdictOn({ ...mine, proof: theirs.proof }, keys).inclusion).toBe('bad')
    expect(verdictOn({ ...mine, proof: mine.proof?.slice(0, -20) ?? null }, keys).inclusion).toBe('bad')
    const texts = (mine.opening?.texts ?? []).map((text) => ({ ...text, text: `${text.text}。` }))
    expect(verdictOn({ ...mine, opening: mine.opening && { ...mine.opening, texts } }, keys).texts).toBe('bad')
    expect(verdictOn(mine, { log: [], receipts: [], witnesses: [] })).toMatchObject({
      signature: 'unknown-key',
      checkpointSignature: 'unknown-key',
    })
  })
})

describe('The files of the log', () => {
  it('are there for anybody, from anywhere, and nothing else is', async () => {
    await register({})
    await published()
    const checkpoint = await app.inject('/log/checkpoint')
    expect(checkpoint.statusCode).toBe(200)
    expect(checkpoint.headers['access-control-allow-origin']).toBe('*')
    expect(checkpoint.headers['content-type']).toBe('text/plain; charset=utf-8')
    const { body } = await ask(null, 'GET', '/api/log')
    expect((await app.inject('/api/log')).headers['access-control-allow-origin']).toBe('*')
    expect(checkpoint.body.split('\n').slice(0, 3)).toEqual([body.origin, String(body.size), body.root])
    const tile = await app.inject(`/log/tile/0/000.p/${body.size % 256}`)
    expect(tile.headers['cache-control']).toContain('immutable')
    expect(tile.rawPayload.length).toBe((body.size % 256) * 32)
    for (const path of ['', '../keys/log.key', '%2e%2e/keys/log.key', 'tile/0/001', 'tile/0/000.p/999', '.x', 'tile'])
      expect((await app.inject(`/log/${path}`)).statusCode, path).toBeGreaterThanOrEqual(400)
  })
})

describe('Whoever has the rights of the owner and deletes or changes', () => {
  let victim: Registered
  let check: () => Promise<readonly LogError[]>

  beforeAll(async () => {
    victim = await register({ headcount: 7, firstTime: false })
    await act(clerk, victim.number, 'accept', commandBodies.accept)
    await published()
    const key = house.register.signer.key
    check = async () => (await checkLog(house.work, { store: house.register.store, key })).errors
    expect(await check()).toEqual([])
  })

  /** Tries it, hears what is found, and puts everything back. */
  async function found(statements: readonly string[]): Promise<readonly LogError[]> {
    const tables = ['event', 'leaf', 'log_entry', 'register_log', 'petition', 'petition_clock', 'petition_organ']
    for (const table of tables) await owner.query(`create table saved_${table} as table ${table}`)
    try {
      for (const statement of statements) await owner.query(statement.replaceAll('$1', `'${victim.number}'`))
      const rowErrors = (await fsck(house, [petitionRoom])).errors
      return [...(await check()), ...(rowErrors as unknown as LogError[])]
    } finally {
      for (const table of tables) {
        await owner.query(`truncate ${table}`)
        const { rows } = await owner.query(
          `select string_agg(quote_ident(attname), ', ') as columns from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped`,
          [table],
        )
        await owner.query(
          `insert into ${table} (${rows[0].columns}) overriding system value select ${rows[0].columns} from saved_${table}`,
        )
        await owner.query(`drop table saved_${table}`)
      }
      expect(await check()).toEqual([])
    }
  }

  const rehash = `do $do$ declare e record; before bytea := ''; begin
    for e in select * from event where stream_id = $1 order by version loop
      before := sha256(before || convert_to(e.fact, 'UTF8'));
      update event set hash = before where stream_id = $1 and version = e.version;
    end loop; end $do$`
  const saysVictim = (errors: readonly LogError[], kind: string) =>
    expect(errors).toContainEqual(expect.objectContaining({ kind, stream: victim.number }))

  it('a fact', async () => {
    saysVictim(await found(['delete from event where stream_id = $1 and version = 1']), 'fact-vanished')
  })

  it('a whole petition, with all that is derived from it', async () => {
    const statements = ['event', 'petition', 'petition_clock', 'petition_organ'].map(
      (table) => `delete from ${table} where stream_id = $1`,
    )
    const errors = await found(statements)
    saysVictim(errors, 'fact-vanished')
    expect(errors.filter(({ kind }) => kind === 'fact-vanished').length).toBeGreaterThanOrEqual(2)
  })

  it('the last fact of a petition', async () => {
    const last = '(select max(version) from event where stream_id = $1)'
    saysVictim(await found([`delete from event where stream_id = $1 and version = ${last}`]), 'fact-vanished')
  })

  it('a fact and its place in the log', async () => {
    const errors = await found([
      'delete from leaf where stream_id = $1 and version = 1',
      'delete from event where stream_id = $1',
    ])
    saysVictim(errors, 'fact-vanished')
  })

  it('a whole petition, its places and its entries', async () => {
    const errors = await found([
      'delete from log_entry where position in (select position from leaf where stream_id = $1)',
      'delete from leaf where stream_id = $1',
      ...['event', 'petition', 'petition_clock', 'petition_organ'].map(
        (table) => `delete from ${table} where stream_id = $1`,
      ),
    ])
    expect(errors).toContainEqual(expect.objectContaining({ kind: 'places' }))
  })

  it.each([
    ['the place that it is about', `replace(fact, '"place":"990101"', '"place":"990102"')`],
    ['its class', `replace(fact, '"class":"appeal"', '"class":"suggestion"')`],
    ['how it came in', `replace(fact, '"channel":"online"', '"channel":"letter"')`],
    ['how many came', `replace(fact, '"headcount":7', '"headcount":1')`],
    ['that it is not the first time', `replace(fact, '"firstTime":false', '"firstTime":true')`],
    ['when it was received', `regexp_replace(fact, '"receivedOn":"[0-9-]+"', '"receivedOn":"2026-11-24"')`],
  ])('%s, and every hash after it', async (_, changed) => {
    const { rows } = await owner.query(
      `select fact <> ${changed} as is_changed from event where stream_id = $1 and version = 1`,
      [victim.number],
    )
    expect(rows).toEqual([{ is_changed: true }])
    saysVictim(
      await found([`update event set fact = ${changed} where stream_id = $1 and version = 1`, rehash]),
      'fact-rewritten',
    )
  })

  it('the fact, every hash, and the entries of the log', async () => {
    const errors = await found([
      `update event set fact = replace(fact, '"headcount":7', '"headcount":1') where stream_id = $1 and version = 1`,
      rehash,
      `update log_entry n set entry = sha256('xinqiao fact 1\n'::bytea || e.salt || e.hash)
        from leaf l join event e using (stream_id, version) where n.position = l.position and stream_id = $1`,
    ])
    saysVictim(errors, 'published-otherwise')
  })

  it('what is shown of it in lists', async () => {
    const errors = await found([`update petition set headcount = 1 where stream_id = $1`])
    expect(errors).toContainEqual(expect.objectContaining({ stream: victim.number }))
  })

  it('everything, by putting an old backup back', async () => {
    const size = "(select size - 2 from register_log where name = 'log')"
    const errors = await found([
      `delete from event where (stream_id, version) in (select stream_id, version from leaf where position >= ${size})`,
      `delete from log_entry where position >= ${size}`,
      `delete from leaf where position >= ${size}`,
      `update register_log set size = size - 2, published = size - 2`,
    ])
    expect(errors).toContainEqual(expect.objectContaining({ kind: 'log-shortened' }))
  })

  it('or puts a fact where it was not', async () => {
    const errors = await found([
      `insert into event (stream_id, version, type, fact, hash, recorded_at, xid)
        select stream_id, 99, type, fact, hash, recorded_at, '3' from event where stream_id = $1 and version = 1`,
    ])
    saysVictim(errors, 'fact-unlogged')
  })

  it('or the published files', async () => {
    const { body } = await ask(null, 'GET', '/api/log')
    const path = join(folder, `tile/entries/000.p/${body.size % 256}`)
    const was = readFileSync(path)
    const changed = Buffer.from(was)
    changed.writeUInt8(changed.readUInt8(40) ^ 1, 40)
    writeFileSync(path, changed)
    expect(await check()).toMatchObject([{ kind: 'published-otherwise', position: 1 }])
    rmSync(path)
    expect(await check()).toMatchObject([{ kind: 'published-otherwise', position: 0 }])
    writeFileSync(path, was)
    const note = readFileSync(join(folder, 'checkpoint'), 'utf8')
    writeFileSync(
      join(folder, 'checkpoint'),
      note.replace(base64(Buffer.from(body.root, 'base64')), base64(Buffer.alloc(32))),
    )
    expect((await check()).map(({ kind }) => kind)).toContain('checkpoint')
    rmSync(join(folder, 'checkpoint'))
    expect(await check()).toMatchObject([{ kind: 'checkpoint' }])
    writeFileSync(join(folder, 'checkpoint'), note)
    expect(await check()).toEqual([])
  })
})
