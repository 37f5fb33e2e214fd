/** Erasure on the wire, in the database, in the file store and in the spool; cut off in the middle; and what fsck says of it. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it, vi } from 'vitest'
import { fsck } from '../src/engine/fsck.ts'
import { sweep } from '../src/engine/sweep.ts'
import { checkAnswers } from '../src/insight/quality/checking.ts'
import { qualityReaction } from '../src/insight/quality/looking.ts'
import { repeatReaction } from '../src/insight/repeats/indexing.ts'
import { searchReaction } from '../src/insight/search/indexing.ts'
import { gatherTonight } from '../src/insight/topics/nightly.ts'
import { topicReaction } from '../src/insight/topics/reactions.ts'
import { forgetSpooled } from '../src/notices/spool.ts'
import { dueErasures, type Erasing, tablesOfContent } from '../src/petition/erasing.ts'
import { eraseCohort } from '../src/petition/erasing-cohort.ts'
import { petitionRoom } from '../src/petition/room.ts'
import { parseNote } from '../src/proof/note.ts'
import { parseReceipt } from '../src/proof/receipt.ts'
import { isIncluded, parseTlogProof } from '../src/proof/tlog-proof.ts'
import { hasReports } from '../src/protection/queries.ts'
import { checkLog } from '../src/register/log/checking.ts'
import { newestCheckpoint } from '../src/register/log/proving.ts'
import { publish } from '../src/register/log/publishing.ts'
import { answerPrinting } from '../src/supervision/finding/prints.ts'
import { findingReaction } from '../src/supervision/finding/reactions.ts'
import { streamOfMatter, supervisionRoom } from '../src/supervision/room.ts'
import { type Asker, keyOf, openAnsweringHouse, type Registered } from './answering-house.ts'
import { catchUp } from './catching-up.ts'
import { commandBodies, supervisionBodies } from './command-bodies.ts'

const { ask, register, act, staffOf, upload, house, search, office } = await openAnsweringHouse()
const spool = await mkdtemp(join(tmpdir(), 'xinqiao-spool-'))
afterAll(() => rm(spool, { recursive: true }))
const keeper = await staffOf('county.bureau', 'clerk', 'head')
const above = await staffOf('prefecture.bureau', 'clerk', 'head')

/** Registered and withdrawn on the first day, kept for thirty years, offered for ninety days. */
const [registeredOn, keptUntil, proposedOn, offeredUntil, approvedOn] = [
  '2026-11-23',
  '2056-11-23',
  '2056-11-24',
  '2057-02-22',
  '2057-02-23',
]
const secrets = ['要销毁的标题', '要销毁的正文', '要销毁的请求', '待销毁人', '19900009901', '要销毁的附件']
const letter = {
  title: secrets[0],
  text: secrets[1],
  claims: [secrets[2]],
  people: [{ name: secrets[3], phone: secrets[4] }],
}

const erasing: Erasing = {
  house,
  forgetMessages: (notices) => forgetSpooled(spool, notices),
  mustKeep: (number) => hasReports(house, number),
  streamsBeside: async () => [],
}
const carryOut = (by: Erasing = erasing) => sweep(dueErasures(by), { abreast: 1 })
const check = async () => (await fsck(house, [petitionRoom])).errors
const tried = async (who: Asker, number: string, segment: string, body: object = {}) => {
  const { status, body: answer } = await ask(who, 'POST', `/api/petitions/${number}/${segment}`, body)
  return status === 200 ? 'done' : answer.refusal
}

async function ended(body: object = {}): Promise<Registered> {
  house.setToday(registeredOn)
  const registered = await register({ ...letter, ...body })
  await act(keyOf(registered), registered.number, 'withdraw', {})
  return registered
}

async function approved(body: object = {}): Promise<Registered> {
  const registered = await ended(body)
  house.setToday(proposedOn)
  await act(keeper, registered.number, 'propose-erasure', {})
  house.setToday(approvedOn)
  await act(above, registered.number, 'approve-erasure', {})
  return registered
}

/** Every table that has rows of the petition, each row as text; boxes as the bytes that lie there. */
async function rowsOf(number: string): Promise<ReadonlyMap<string, string>> {
  const { rows: tables } = await office.database.owner.query<{ name: string }>(
    `select table_name as name from information_schema.columns where table_schema = 'public' and column_name = 'stream_id'`,
  )
  const found = new Map<string, string>()
  for (const { name } of tables) {
    const { rows } = await office.database.owner.query(`select t::text as row from ${name} t where stream_id = $1`, [
      number,
    ])
    if (rows.length > 0) found.set(name, rows.map(({ row }) => row).join('\n'))
  }
  return found
}

describe('An erasure', () => {
  it('takes all the steps, and none of them early', async () => {
    const { number, ...registered } = await ended()
    house.setToday(keptUntil)
    expect(await tried(keeper, number, 'propose-erasure')).toBe('retention-still-running')
    house.setToday(proposedOn)
    expect(await tried(above, number, 'propose-erasure')).toBe('no-such-petition')
    expect(await tried(keeper, number, 'approve-erasure')).toBe('not-yours-to-do')
    expect(await tried(keeper, number, 'propose-erasure')).toBe('done')
    house.setToday(offeredUntil)
    expect(await tried(keeper, number, 'approve-erasure')).toBe('not-yours-to-do')
    expect(await tried(above, number, 'approve-erasure')).toBe('copy-still-offered')
    const followed = (await ask(keyOf({ number, ...registered }), 'GET', '/api/follow')).body
    expect(followed.text).toBe(secrets[1])
    expect(followed.clocks.at(-1)).toMatchObject({ rule: 'objectToErasure', state: 'running', lastDay: offeredUntil })
    house.setToday(approvedOn)
    expect(await tried(above, number, 'approve-erasure')).toBe('done')
    expect(await tried(keeper, number, 'renew-key', { identity: 'idCardSeen', witness: '见证' })).toBe(
      'erasure-approved',
    )
  })

  it('ends with the petitioner’s word, and for as long again', async () => {
    const registered = await ended()
    house.setToday(proposedOn)
    await act(keeper, registered.number, 'propose-erasure', {})
    house.setToday(offeredUntil)
    await act(keyOf(registered), registered.number, 'object-to-erasure', { reason: '我还在用' })
    house.setToday(approvedOn)
    // nothing is left to approve, so the organ above has no part in it any more
    expect((await ask(above, 'GET', `/api/petitions/${registered.number}`)).status).toBe(404)
    expect(await tried(keeper, registered.number, 'propose-erasure')).toBe('retention-still-running')
    await carryOut()
    expect((await ask(keyOf(registered), 'GET', '/api/follow')).body.text).toBe(secrets[1])
  })

  it('leaves nothing of what was written, by whom, or how they were reached, in any table, file or spool', async () => {
    const stored = await upload(null, '附件.txt', `${secrets[5]}`)
    const registered = await ended({ materials: [{ ...stored, name: secrets[5] }] })
    const { number } = registered
    const id = '00000000-0000-4000-8000-000000000001'
    await house.work.query(
      `insert into notice (stream_id, id, fact, person, channel, state, sent_at)
        values ($1, $2, 'PetitionRegistered', 'p1', 'sms', 'spooled', now())`,
      [number, id],
    )
    await house.work.query(
      `insert into answer_print (stream_id, document, claim, print, organ, answered_on, about)
        values ($1, 'd1', 'c1', '\\x00', 'county.land', '2026-11-23', '{}')`,
      [number],
    )
    await house.work.query(
      `insert into suggested_choice (stream_id, target, version, suggested, chosen, registered_on)
        values ($1, 'category', 0, '{land.minerals}', 'land.minerals', '2026-11-23')`,
      [number],
    )
    mkdirSync(join(spool, 'sms'), { recursive: true })
    writeFileSync(join(spool, 'sms', `${id}.sealed`), secrets[4] ?? '')
    await catchUp(house, searchReaction(search))
    await catchUp(house, repeatReaction(search))
    await catchUp(house, topicReaction(house))
    await gatherTonight(house)
    const before = await rowsOf(number)
    for (const table of tablesOfContent) expect(before.has(table), table).toBe(true)
    house.setToday(proposedOn)
    await act(keeper, number, 'propose-erasure', {})
    house.setToday(approvedOn)
    await act(above, number, 'approve-erasure', {})
    expect(await carryOut()).toMatchObject({ faults: [] })

    const after = await rowsOf(number)
    for (const table of tablesOfContent) expect(after.has(table), table).toBe(false)
    const left = [...after.values()].join('\n')
    for (const secret of secrets) expect(left).not.toContain(secret)
    expect(await house.files.open(stored.file)).toBeNull()
    expect(existsSync(join(spool, 'sms', `${id}.sealed`))).toBe(false)
    expect(await readdir(join(spool, 'sms'))).toEqual([])
  })

  it('takes along what was written and handed in where the petition was supervised', async () => {
    const supervisor = await staffOf('county.bureau', 'supervisor', 'head')
    const concerned = await staffOf('county.land', 'clerk', 'head')
    const registered = await ended()
    const { number } = registered
    const at = (segment: string) => `/api/supervision/matters/${number}/${segment}`
    const said = async (who: Asker, segment: string) => {
      const path = segment === 'begin' ? '/api/supervision/matters' : at(segment)
      const body = {
        ...supervisionBodies[segment],
        ...(segment === 'begin' ? begun : {}),
        ...(segment === 'report' ? handed : {}),
      }
      const { status, body: answer } = await ask(who, 'POST', path, body)
      expect([200, 201], JSON.stringify(answer)).toContain(status)
    }
    const begun = {
      ...{ subject: { kind: 'petition', number }, kind: 'urging', criteria: [], instruction: secrets[1] },
    }
    const stored = await upload(concerned, '反馈附件.txt', `${secrets[5]}`)
    const handed = { report: secrets[2], materials: [{ ...stored, name: secrets[5] }] }
    await said(supervisor, 'begin')
    await said(concerned, 'report')
    const verified = { ...supervisionBodies.verify, met: [] }
    expect((await ask(supervisor, 'POST', at('verify'), verified)).status).toBe(200)
    await said(supervisor, 'close')
    house.setToday(proposedOn)
    await act(keeper, number, 'propose-erasure', {})
    house.setToday(approvedOn)
    await act(above, number, 'approve-erasure', {})
    await carryOut()
    await catchUp(house, findingReaction({ ...house, printing: answerPrinting(house.vault) }))
    const stream = streamOfMatter(number)
    const { rows } = await office.database.owner.query('select ref from sealed where stream_id = $1', [stream])
    expect(rows).toEqual([])
    expect(await house.files.open(stored.file)).toBeNull()
    const { body } = await ask(supervisor, 'GET', `/api/supervision/matters/${number}`)
    expect(JSON.stringify(body)).not.toContain(secrets[1])
    expect((await ask(supervisor, 'POST', at('confirm'), { finding: 'f1', note: null })).body.refusal).toBe(
      'matter-erased',
    )
    expect((await fsck(house, [petitionRoom, supervisionRoom])).errors).toEqual([])
  })

  it('takes what its answer lacked out of every count', async () => {
    house.setToday(registeredOn)
    const land = await staffOf('county.land', 'clerk', 'head')
    const registered = await register(letter)
    const { number } = registered
    await act(keeper, number, 'transfer', { to: 'county.land' })
    await act(land, number, 'accept', commandBodies.accept)
    await act(land, number, 'record-contact', commandBodies['record-contact'])
    const answers = [{ claim: 'c1', outcome: 'notSupported', answer: '已按照相关规定处理。' }]
    await act(land, number, 'issue-opinion', { ...commandBodies['issue-opinion'], answers })
    await act(keyOf(registered), number, 'withdraw', {})
    const reader = qualityReaction({ ...house, printing: answerPrinting(house.vault) })
    const counted = async () => {
      await catchUp(house, reader)
      expect(await checkAnswers(house.work)).toEqual([])
      const { rows } = await house.work.query(
        `select
        (select found from answer_check where stream_id = $1) as found,
        (select count(*)::int from answer_line where stream_id = $1) as lines,
        (select coalesce(sum(looked), 0)::int from answer_count where reader = 'county.land' and sought = '') as counted`,
        [number],
      )
      return rows[0]
    }
    expect(await counted()).toMatchObject({ found: expect.arrayContaining(['emptyAnswer']), lines: 2, counted: 1 })
    house.setToday(proposedOn)
    await act(keeper, number, 'propose-erasure', {})
    house.setToday(approvedOn)
    await act(above, number, 'approve-erasure', {})
    expect(await counted()).toEqual({ found: null, lines: 0, counted: 0 })
    await carryOut()
    expect(await counted()).toEqual({ found: null, lines: 0, counted: 0 })
    expect(await check()).toEqual([])
  })

  it('leaves the history, for the organs that had a part, and says so in public', async () => {
    const { number, keys } = await approved()
    await carryOut()
    const { body } = await ask(keeper, 'GET', `/api/petitions/${number}`)
    expect(body.history.map(({ type }: { type: string }) => type)).toEqual([
      ...[
        'PetitionRegistered',
        'PetitionWithdrawn',
        'ErasureProposed',
        'CopyOffered',
        'ErasureApproved',
        'ContentErased',
      ],
    ])
    expect([body.title, body.text, body.people[0].name]).toEqual(Array(3).fill('〔已依法销毁 / lawfully erased〕'))
    expect((await ask({ number, key: keys[0]?.key ?? '' }, 'GET', '/api/follow')).status).toBe(401)
    const { items } = (await ask(null, 'GET', '/api/erasures')).body
    expect(items.find((item: { number: string }) => item.number === number)).toEqual({
      number,
      class: 'appeal',
      organ: { id: 'county.bureau', zh: 'county.bureau', en: 'county.bureau' },
      approver: { id: 'prefecture.bureau', zh: 'prefecture.bureau', en: 'prefecture.bureau' },
      proposedOn,
      approvedOn,
      erasedOn: approvedOn,
    })
  })

  it('is listed page by page, each once', async () => {
    const all = (await ask(null, 'GET', '/api/erasures')).body.items.map(({ number }: { number: string }) => number)
    const seen: string[] = []
    for (let next: string | null = ''; next !== null; ) {
      const { body } = await ask(
        null,
        'GET',
        `/api/erasures?limit=1${next ? `&cursor=${encodeURIComponent(next)}` : ''}`,
      )
      seen.push(...body.items.map(({ number }: { number: string }) => number))
      next = body.next
    }
    expect(all.length).toBeGreaterThan(1)
    expect(seen).toEqual(all)
  })

  it('shows the heads what may be proposed and what waits for whom', async () => {
    const { number } = await ended()
    const of = async (who: Asker) => (await ask(who, 'GET', '/api/erasures/work')).body
    const numbers = (list: { number: string }[]) => list.map((item) => item.number)
    expect(numbers((await of(keeper)).mayBeErased)).not.toContain(number)
    house.setToday(proposedOn)
    expect(numbers((await of(keeper)).mayBeErased)).toContain(number)
    expect(numbers((await of(above)).mayBeErased)).not.toContain(number)
    await act(keeper, number, 'propose-erasure', {})
    const proposed = await of(keeper)
    expect([numbers(proposed.mayBeErased), numbers(proposed.proposed)]).toEqual([
      expect.not.arrayContaining([number]),
      expect.arrayContaining([number]),
    ])
    const waiting = (await of(above)).toApprove.find((item: { number: string }) => item.number === number)
    expect(waiting.approvableFrom).toBe(approvedOn)
    house.setToday(approvedOn)
    expect((await of(above)).toApprove.at(-1).approvableFrom).toBeNull()
  })
})

describe('A row that says a petition was approved, and no fact', () => {
  it('destroys nothing, and fsck names it', async () => {
    const { number, keys } = await ended()
    await house.work.query(
      `insert into erasure (stream_id, state, class, organ, approver, proposed_on, approved_on)
        values ($1, 'approved', 'appeal', 'county.bureau', 'prefecture.bureau', '2056-01-01', '2056-06-01')`,
      [number],
    )
    expect(await carryOut()).toMatchObject({ due: 1, refused: 1, done: 0 })
    expect((await ask({ number, key: keys[0]?.key ?? '' }, 'GET', '/api/follow')).body.text).toBe(secrets[1])
    expect((await check()).filter(({ stream }) => stream === number)).toMatchObject([{ kind: 'row-extra' }])
    await house.work.query('delete from erasure where stream_id = $1', [number])
  })
})

describe('A petition from which somebody reported past the office', () => {
  it('is not erased, whoever approved, and nobody who has it is told why', async () => {
    const registered = await ended()
    const told = await ask(keyOf(registered), 'POST', '/api/follow/reports', { about: 'obstruction', text: '有人拦着' })
    expect(told.status).toBe(201)
    house.setToday(proposedOn)
    await act(keeper, registered.number, 'propose-erasure', {})
    house.setToday(approvedOn)
    await act(above, registered.number, 'approve-erasure', {})
    expect(await carryOut()).toMatchObject({ due: 1, refused: 1, done: 0 })
    expect((await ask(keyOf(registered), 'GET', '/api/follow')).body.text).toBe(secrets[1])
    await house.work.query('delete from report where petition = $1', [registered.number])
    expect(await carryOut()).toMatchObject({ done: 1 })
  })
})

describe('An erasure that is cut off', () => {
  it.each<[string, Partial<Erasing>]>([
    ['after the files', { forgetMessages: () => Promise.reject(new Error('killed')) }],
    [
      'after the rows, before the fact',
      {
        house: {
          ...house,
          now: () => {
            throw new Error('killed')
          },
        },
      },
    ],
  ])('%s is taken up again, and fsck finds no fault in between', async (_, killed) => {
    const { number } = await approved()
    expect(await carryOut({ ...erasing, ...killed })).toMatchObject({ done: 0 })
    expect((await check()).filter(({ stream }) => stream === number)).toEqual([])
    expect(await carryOut()).toMatchObject({ faults: [] })
    expect((await rowsOf(number)).has('sealed')).toBe(false)
    expect((await ask(null, 'GET', '/api/erasures')).body.items).toContainEqual(
      expect.objectContaining({ number, erasedOn: approvedOn }),
    )
    expect(await carryOut()).toMatchObject({ due: 0 })
  })
})

describe('A file to which two petitions refer', () => {
  it('goes with the last of them', async () => {
    const stored = await upload(null, '共同.txt', '两件事都用的证明')
    const materials = [{ ...stored, name: '共同.txt' }]
    const [first, second] = [await approved({ materials }), await ended({ materials })]
    house.setToday(approvedOn)
    await carryOut()
    expect(await house.files.open(stored.file)).not.toBeNull()
    house.setToday(proposedOn)
    await act(keeper, second.number, 'propose-erasure', {})
    house.setToday(approvedOn)
    await act(above, second.number, 'approve-erasure', {})
    await carryOut()
    expect(await house.files.open(stored.file)).toBeNull()
    expect((await rowsOf(first.number)).has('file_reference')).toBe(false)
  })
})

describe('fsck', () => {
  const of = async (number: string) => (await check()).filter(({ stream }) => stream === number)

  it('names a sealed piece that is gone without an erasure, by petition and ref', async () => {
    const { number } = await ended()
    expect(await of(number)).toEqual([])
    const { rows } = await house.work.query(
      `delete from sealed where stream_id = $1 and ref = (select title_ref from petition where stream_id = $1) returning *`,
      [number],
    )
    expect(await of(number)).toEqual([{ kind: 'sealed-missing', stream: number, ref: rows[0].ref }])
    await putBack(rows)
    expect(await of(number)).toEqual([])
  })

  it('names one that is left behind an erasure', async () => {
    const { number } = await approved()
    const { rows } = await house.work.query('select * from sealed where stream_id = $1 order by ref limit 1', [number])
    await carryOut()
    expect(await of(number)).toEqual([])
    await putBack(rows)
    expect(await of(number)).toEqual([{ kind: 'sealed-left', stream: number, ref: rows[0].ref }])
  })

  async function putBack(rows: readonly Readonly<Record<string, unknown>>[]) {
    for (const row of rows) {
      const columns = Object.keys(row)
      const places = columns.map((_, at) => `$${at + 1}`)
      await office.database.owner.query(
        `insert into sealed (${columns.join()}) values (${places.join()})`,
        Object.values(row),
      )
    }
  }
})

describe('The key of a whole cohort', () => {
  const erase = (cohort: string) => eraseCohort({ work: house.work, vault: house.vault, today: house.today() }, cohort)

  it('stays while one case of it was not approved, and goes when all were', async () => {
    house.setToday('2027-03-01')
    const registered = await register({ ...letter, class: 'suggestion' })
    await act(keyOf(registered), registered.number, 'withdraw', {})
    expect(await erase('2027-03.suggestion')).toMatchObject({ ok: false, error: { kind: 'cohort-not-over' } })
    house.setToday('2037-03-02')
    expect(await erase('2027-03.suggestion')).toEqual({
      ok: false,
      error: { kind: 'cases-not-approved', cohort: '2027-03.suggestion', numbers: [registered.number] },
    })
    await act(keeper, registered.number, 'propose-erasure', {})
    house.setToday('2037-07-01')
    await act(above, registered.number, 'approve-erasure', {})
    expect(await house.vault.cohortKeyIfKept('2027-03.suggestion' as never)).not.toBeNull()
    expect(await erase('2027-03.suggestion')).toEqual({ ok: true, value: '2027-03.suggestion' })
    expect(await house.vault.cohortKeyIfKept('2027-03.suggestion' as never)).toBeNull()
    expect(await erase('2027-03.suggestion')).toMatchObject({ ok: false, error: { kind: 'no-such-key' } })
    expect(await erase('../index')).toMatchObject({ ok: false, error: { kind: 'no-cohort' } })
  })
})

describe('The register after an erasure', () => {
  it('still verifies as a whole, holds the erasure itself, and proves the receipt of what is gone', async () => {
    const registered = await approved()
    await carryOut()
    await vi.waitFor(async () => {
      await publish(house.register)
      const { rows } = await office.database.owner.query('select count(*)::int as facts from event')
      expect((await publish(house.register)).kind).toBe('published')
      expect(rows[0].facts).toBe((await newestCheckpoint(house.register.store))?.size)
    })
    const { store, signer } = house.register
    expect((await checkLog(house.work, { store, key: signer.key })).errors).toEqual([])
    const { rows } = await office.database.owner.query(
      "select position from leaf join event using (stream_id, version) where stream_id = $1 and type = 'ContentErased'",
      [registered.number],
    )
    expect(rows.length).toBe(1)
    const note = parseNote(registered.receipt)
    const entry = note && parseReceipt(note.text)?.entry
    const proof = parseTlogProof((await house.proofOf(entry as Uint8Array)) ?? '')
    expect(proof && isIncluded(entry as Uint8Array, proof)).toBe(true)
  })
})

describe('Every table of a stream', () => {
  /** What stays beside the tables of staff and of reports past the office, and why it may: nothing in it says what was written, who wrote it or how they are reached. */
  const kept: Readonly<Record<string, string>> = {
    announcement: 'number, organ, kind of document and days, as they were public',
    event: 'the history: refs and commitments, codes, days, organs',
    petition: 'read model: codes, days, organs',
    petition_organ: 'read model: which organs had a part',
    petition_extract: 'read model: which organs were told, and refs of what',
    petition_clock: 'read model: rules and days',
    erasure: 'read model: the public list',
    file_reference: 'read model: addresses of files; none once erased',
    petition_look: 'which staff looked, for whom the petitioner to see',
    idempotency: 'number, instant and receipt of a request, forgotten within a week',
    figures: 'of months alone: digests, and how many cases',
    paper_number:
      'which paper bears which number: organs, days and the petition, kept so that no number is given again',
    bulletin: 'which office made known what: codes, days, organs',
    bulletin_recipient: 'to whom it went, and refs of its own pieces',
    holiday_notice: 'holidays are public',
    responsibility: 'who answers for petition work, of no petition',
    petition_recount: 'read model: rules and days',
    supervision_matter: 'that it was supervised: codes, days, organs; its prose goes with the petition',
    supervision_organ: 'which organs have a part in a matter',
    supervision_referral: 'which organ was asked to take a matter up',
    supervision_finding: 'which rule found what: codes, days, organs',
    supervision_order: 'orders: kinds, days, organs',
    supervision_order_organ: 'which organs an order is for',
    supervision_clock: 'rules and days',
    listed_matter: 'what stood on the public board: organs, kind, county, days',
    visit: 'which office planned when: codes, days, a region',
    visit_case: 'which petitions were taken along, by number',
    visit_leader: 'which leader went when',
    visit_party: 'which offices may know of it, and from whom it is kept',
    proposal: 'which office proposed: codes, days, organs',
    proposal_clock: 'rules and days',
    ownership: 'codes, days and organs',
    ownership_clock: 'rules and days',
    ownership_party: 'organs and accounts',
    ownership_look: 'a day',
    proposal_link: 'which petitions it was drawn from, by number',
    proposal_party: 'which offices may know of it, and from whom it is kept',
    proposal_recipient: 'to whom it went',
    screening: 'codes, counts and days of a campaign, and the ref of a piece that says what it is called',
    screening_area: 'what a place reported: codes, counts and days; which accounts look for disputes there',
    screening_place: 'which townships it is in, by code',
    screening_clock: 'rules and days',
    screening_party: 'which offices may know of it',
    dispute: 'a version, and the ref of a piece that goes with the petition',
    dispute_line: 'place, kind, grade, days and organs of a dispute; nobody in it',
    dispute_petition: 'which petitions it became, by number',
    dispute_clock: 'rules and days',
    dispute_party: 'which offices may know of it, and from whom it is kept',
    mediation: 'who mediates what: codes, days, organs, references of petitioners; its prose goes with the petition',
    mediator: 'an entry of the roster: fields, languages, places and terms; nothing of a petition',
    committee: 'elections and numbers of a committee; nothing of a petition',
    mediation_clock: 'rules and days',
    mediation_party: 'which offices may know of it, and from whom it is kept',
    mediation_key: 'a digest of a key that is shown once; none once the petition is erased',
    task: 'who gave which organ something to do: codes, days, organs; its prose goes with the petition',
    task_clock: 'rules and days',
    trend_line: 'where a matter came from, of what kind, whom it complains of and how it stands: offices and codes',
    establishment_allotment: 'how many an office is allotted: posts, numbers, days, and nobody',
    answer_check: 'what an answer lacked, by codes; none once its petition is erased',
    fairness_line: 'whom it is about, what and when, by codes; none once the petition is erased',
    answer_line: 'for which office that is counted; none once the petition is erased',
    exemplary:
      'what others can learn from: codes, days, organs, and references of pieces that say of nobody who they are',
    exemplary_party: 'which offices may know of it, and from whom it is kept',
    exemplary_use: 'that a case was read for a petition, by number',
    pilot: 'what is tried where, and until when: codes, days and an organ',
    regularity_line: 'of what kind a matter was, what was done and whether it came again: offices and codes',
    regularity_measure: 'what other offices did in a matter',
    secondment: 'who of the staff is sent where: accounts, organs, days, and nobody who petitions',
    secondment_clock: 'rules and days',
    secondment_party: 'which offices have a part in it',
    course: 'what is taught to the staff: codes, days, organs, and nobody who petitions',
    course_party: 'which offices a course is for',
    course_piece: 'names of sealed pieces',
    enrolment: 'who of the staff takes part in a course: accounts, organs, days, and nobody who petitions',
    enrolment_clock: 'rules and days',
    enrolment_party: 'which offices have a part in it',
    theme: 'what is governed by an office: codes, days, organs, and of nobody',
    theme_clock: 'rules and days',
    theme_party: 'which offices have a part in it',
    warning: 'how many matters of a kind came from a place, and of nobody',
    warning_clock: 'rules and days',
    warning_line: 'where, when and how a matter came, and of what kind',
    warning_party: 'which offices were told',
    task_party: 'which offices may know of it, and from whom it is kept',
    task_petition: 'which petitions it is about, by number',
    intake:
      'that somebody came to a centre: numbers, days, codes, a region; its prose goes with the petition that it became',
    intake_party: 'which centre may know of it, and from whom it is kept',
    intake_key: 'a digest of a key that is shown once',
    referral:
      'which other way of the law was explained and how far it came: numbers, codes, days, organs; its prose goes with the petition',
    relief: 'of which relief a petitioner was told, and how far it came: words lie sealed',
    relief_party: 'which offices may know of it, and from whom it is kept',
    referral_clock: 'rules and days',
    referral_party: 'which offices may know of it, and from whom it is kept',
    reading: 'which letter lay before which leader: numbers, organs, days; its prose goes with the petition',
    reading_party: 'who may know of it, and from whom it is kept',
    reading_instruction: 'which organ was instructed, and by when',
    reading_act: 'on which day a leader of which organ read; none once erased',
    reading_look: 'which leader looked, for whom the petitioner to see',
    conference_seat: 'who sits in a conference, of no petition',
    conference_item: 'what lies before a conference: codes, days, organs; its prose goes with the petition',
    conference_item_link: 'which petitions it is about, by number',
    conference_item_party: 'which offices may know of it, and from whom it is kept',
    meeting: 'when a conference met: kind, days',
    meeting_party: 'which organs were called to it',
    reception: 'when leaders receive, where and how many: of no petition',
    reception_leader: 'who receives on that day',
    reception_entry: 'the order of the draw, by reference numbers that say nothing of anybody',
    reception_party: 'which organs arrange it or sit at its table',
    booking: 'that somebody was received on a day: numbers, days, codes; its prose goes with the petition',
    booking_party: 'who may know of it, and from whom it is kept',
    booking_key: 'a digest of a key that is shown once',
    petition_sight: 'to which organs it is shown, none once nothing is left to see',
    helper: 'who helps: sealed, and of no petition',
    engagement: 'that somebody helped: numbers, days, codes; its prose goes with the petition',
    engagement_key: 'a digest of a key that is shown once',
    call: 'what offices asked the public: of no petition',
    suggestion: 'how far a suggestion came: numbers, days, codes; its prose goes with the petition',
    suggestion_change: 'what is public anyway, and says nothing of anybody',
    working_group: 'which conference founded a working group: codes, days; its prose goes with the petition',
    working_group_case: 'which petitions it has or had, by number',
    working_group_party: 'which offices may know of it, and from whom it is kept',
    letter: 'between which offices: codes and days',
    letter_part: 'which office has which part',
    letter_clock: 'rules and days',
    assessment_figure: 'figures as they were issued: counts and digests',
    assessment_case: 'which cases they were counted from: numbers and outcomes',
    assessment_line: 'how a duty of an organ went: days and outcomes',
    log_gap: 'of the log alone: places, and how many',
    leaf: 'where its facts stand in the log, of which each entry is a commitment',
    organ: 'organs are public',
  }

  it('is either emptied by an erasure or known to hold nothing of it', async () => {
    const { rows } = await office.database.owner.query<{ name: string }>(
      `select table_name as name from information_schema.columns
        where table_schema = 'public' and column_name = 'stream_id' and table_name !~ '^(account|report)' order by 1`,
    )
    expect(rows.map(({ name }) => name)).toEqual([...Object.keys(kept), ...tablesOfContent].sort())
  })
})
