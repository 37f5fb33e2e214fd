/** Keys renewed, lost, saved and restored on a real database, with a house that goes on reading and writing beside it. */
import { createPublicKey, sign, verify } from 'node:crypto'
import { mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { blindIndex } from '../src/identity/blind-index.ts'
import { checkKeys } from '../src/identity/key-check.ts'
import { type KeyFolder, openKeyFolder } from '../src/identity/key-folder.ts'
import { markLedger, refuseForeignKeys, refuseLostKeys } from '../src/identity/key-mark.ts'
import { rotateCohorts } from '../src/identity/resealing.ts'
import { rotateFiles, rotateSimply } from '../src/identity/rotating-files.ts'
import { type Rotating, usualGraceMs } from '../src/identity/rotation.ts'
import { caseKeys } from '../src/identity/seal.ts'
import type { OrganId } from '../src/kernel/organ.ts'
import type { PetitionNumber } from '../src/kernel/petition-number.ts'
import { readProse } from '../src/kernel/prose.ts'
import { openSpooled, spoolCarrier, spooledIn } from '../src/notices/spool.ts'
import { commandPetition } from '../src/petition/commanding.ts'
import { registrationBody } from '../src/petition/contract.ts'
import { listPetitions } from '../src/petition/queries.ts'
import { readPetition } from '../src/petition/reading.ts'
import { registerPetition } from '../src/petition/registering.ts'
import { rotateIndex } from '../src/petition/reindexing.ts'
import { filesIn, sealedFiles } from '../src/platform/files/sealed-files.ts'
import { recordDispute as record } from '../src/prevention/disputes/commanding.ts'
import { recordDispute } from '../src/prevention/disputes/contract.ts'
import { indexedDisputes } from '../src/prevention/disputes/finding-again.ts'
import { originsOf } from '../src/prevention/disputes/origins.ts'
import { type FreshDatabase, freshDatabase } from './database.ts'
import { openTestHouse, type TestHouse } from './petition-house.ts'

const petitioner = { name: '欧阳测试', phone: '19900000077', idNumber: '11010519491231002X' }
const words = { title: '灌溉渠道堵塞', text: '去年起渠道不通水。', claims: ['疏通'], people: [petitioner] }

async function register(house: TestHouse, more: object = {}): Promise<PetitionNumber> {
  const input = registrationBody.parse({ place: '990101', ...words, ...more })
  const done = await registerPetition(house, { input, viewer: { kind: 'anyone' } })
  if (!done.ok) throw new Error(done.error.kind)
  return done.value.number
}

async function textOf(house: TestHouse, number: PetitionNumber): Promise<string | undefined> {
  const read = await readPetition(house, number, { kind: 'system', task: 'test' })
  return read?.texts.get(read.petition.text.ref)
}

const bureau = 'county.bureau' as OrganId
const clerk = { kind: 'staff', account: 'a', organ: bureau, posts: ['clerk'] } as const
const found = async (house: TestHouse) =>
  (
    await listPetitions(
      house,
      clerk,
      { digests: await house.blind.of({ phone: petitioner.phone }) },
      { limit: 50, newestFirst: true },
    )
  ).items.length

/** Each case has a database of its own, and leaves its sessions to the next. */
const databases: FreshDatabase[] = []
const opened = async () => {
  const database = await freshDatabase()
  databases.push(database)
  return { database, house: await openTestHouse(database) }
}
afterEach(async () => {
  for (const database of databases.splice(0)) await database.drop()
})
const atOnce = (vault: KeyFolder, more: Partial<Rotating> = {}): Rotating => ({
  ...{ vault, which: 'all' as const, now: new Date(), graceMs: 0 },
  ...more,
})
/** As the operator's own process sees the same folder. */
const beside = (house: TestHouse): Promise<KeyFolder> => openKeyFolder(house.keyFolder)
const keysIn = (house: TestHouse, base: string): readonly string[] =>
  readdirSync(house.keyFolder)
    .filter((name) => name.startsWith(base))
    .sort()

describe('a renewed cohort key', () => {
  it('opens everything, keeps every commitment, and leaves nothing under the old one', async () => {
    const { house } = await opened()
    const numbers = [await register(house), await register(house)]
    const [rotation] = await rotateCohorts(house.work, atOnce(await beside(house)))
    expect(rotation).toMatchObject({ base: 'cohort-2026-03.appeal', generation: 2, left: 0, retired: [1], kept: [] })
    expect(rotation?.moved).toBeGreaterThan(10)
    expect(keysIn(house, 'cohort')).toEqual(['cohort-2026-03.appeal.g2.key'])
    // the house that was serving all the while, and one that starts now
    for (const keys of [house.keys, caseKeys(await beside(house))])
      for (const number of numbers) expect(await textOf({ ...house, keys }, number)).toBe(words.text)
    const checked = await checkKeys(house.work, await beside(house))
    expect(checked).toMatchObject({ pieces: rotation?.moved, opened: rotation?.moved, brokenCount: 0, withoutKey: [] })
  })

  it('goes on where it was interrupted, without another generation', async () => {
    const { house } = await opened()
    for (let made = 0; made < 90; made++) await register(house)
    const killed = () => {
      throw new Error('the power failed')
    }
    await expect(rotateCohorts(house.work, atOnce(await beside(house), { onProgress: killed }))).rejects.toThrow(
      'power',
    )
    const half = await checkKeys(house.work, await beside(house))
    expect(half).toMatchObject({ brokenCount: 0, withoutKey: [], opened: half.pieces })
    const number = await register(house)
    const [rotation] = await rotateCohorts(house.work, atOnce(await beside(house)))
    expect(rotation).toMatchObject({ generation: 2, left: 0, retired: [1] })
    // the first batch was done before
    expect(rotation?.moved).toBeLessThan(half.pieces)
    expect(await textOf(house, number)).toBe(words.text)
  })

  it('leaves the old one until every process has noticed', async () => {
    const { house } = await opened()
    const number = await register(house)
    const now = new Date()
    const early = await rotateCohorts(house.work, atOnce(await beside(house), { now, graceMs: usualGraceMs }))
    expect(early).toMatchObject([{ left: 0, retired: [], kept: [1] }])
    expect(Date.parse(early[0]?.retirableAt ?? '')).toBeGreaterThan(now.getTime())
    // the serving process has not looked yet: it seals under the old one, and that opens too
    const late = await register(house)
    const later = new Date(now.getTime() + usualGraceMs + 60_000)
    const ending = { which: 'begun', now: later, graceMs: usualGraceMs } as const
    const done = await rotateCohorts(house.work, atOnce(await beside(house), ending))
    expect(done).toMatchObject([{ generation: 2, moved: expect.any(Number), left: 0, retired: [1], retirableAt: null }])
    expect(await rotateCohorts(house.work, atOnce(await beside(house), ending))).toEqual([])
    for (const each of [number, late]) expect(await textOf(house, each)).toBe(words.text)
  })

  it('keeps the old one while a piece under it does not open', async () => {
    const { house, database } = await opened()
    const number = await register(house)
    await database.owner.query(
      `update sealed set box = overlay(box placing '\\x00' from 30) where (stream_id, ref) = (select stream_id, min(ref) from sealed group by 1)`,
    )
    const [rotation] = await rotateCohorts(house.work, atOnce(await beside(house)))
    expect(rotation).toMatchObject({ left: 1, retired: [], kept: [1] })
    const checked = await checkKeys(house.work, await beside(house))
    expect(checked).toMatchObject({ brokenCount: 1, broken: [{ stream: number, why: 'seal' }] })
  })

  it('seals what the house writes next', async () => {
    const { house } = await opened()
    const number = await register(house)
    await rotateCohorts(house.work, atOnce(house.vault))
    const note = readProse('补一张照片', { max: 20 })
    if (!note.ok) throw new Error(note.error)
    const viewer = { kind: 'petitioner', petition: number, person: 'p1' } as const
    const body = { note: note.value, materials: [] }
    const done = await commandPetition(house, { number, type: 'AddMaterial', body, viewer })
    expect(done.ok).toBe(true)
    expect(await checkKeys(house.work, await beside(house))).toMatchObject({ brokenCount: 0, withoutKey: [] })
    const { rows } = await house.work.query('select distinct substring(box from 1 for 3) as head from sealed')
    expect(rows).toEqual([{ head: Buffer.of(2, 0, 2) }])
  })
})

describe('a renewed index key', () => {
  it('finds the same people before, during and after, and destroys the old digests', async () => {
    const { house } = await opened()
    await refuseForeignKeys(house.app, house.vault)
    for (let made = 0; made < 3; made++) await register(house)
    expect(await found(house)).toBe(3)
    const killed = () => {
      throw new Error('the power failed')
    }
    await expect(rotateIndex(house, atOnce(await beside(house), { onProgress: killed }))).rejects.toThrow('power')
    const during = { ...house, blind: blindIndex(await beside(house)) }
    expect([await found(house), await found(during)]).toEqual([3, 3])
    await register(house)
    const rotation = await rotateIndex(house, atOnce(await beside(house)))
    expect(rotation).toMatchObject({ generation: 2, moved: 3, left: 0, retired: [1] })
    expect(await found({ ...house, blind: blindIndex(await beside(house)) })).toBe(4)
    const { rows } = await house.work.query('select generation, count(*)::int as rows from blind_index group by 1')
    expect(rows).toEqual([{ generation: 2, rows: 12 }])
    await refuseForeignKeys(house.app, await beside(house))
  })

  it('finds the dispute that a petition comes from as before', async () => {
    const { house } = await opened()
    const category = 'rural.land-contracts'
    const number = await register(house, { category })
    const typed = recordDispute.body.parse({
      ...{ source: { kind: 'call' }, foundOn: house.today(), region: '990101', category, people: 1 },
      ...{ title: '渠道不通', cause: '没有清淤', asked: '清淤' },
      parties: [{ name: petitioner.name, contact: petitioner.phone, asks: true }],
    })
    const recorded = await record(house, clerk, typed)
    expect(recorded.ok && (await originsOf(house, clerk, number))).toHaveLength(1)
    const rotation = await rotateIndex(house, atOnce(await beside(house)), [indexedDisputes])
    expect(rotation).toMatchObject({ moved: 2, left: 0, retired: [1] })
    const { rows } = await house.work.query('select distinct generation from blind_index')
    expect(rows).toEqual([{ generation: 2 }])
    expect(await originsOf(house, clerk, number)).toHaveLength(1)
  })

  it('stays beside the old one while a case cannot be read', async () => {
    const { house } = await opened()
    await register(house)
    rmSync(join(house.keyFolder, 'cohort-2026-03.appeal.key'))
    const rotation = await rotateIndex(house, atOnce(await beside(house)))
    expect(rotation).toMatchObject({ moved: 0, left: 1, retired: [], kept: [1] })
    expect(await found({ ...house, blind: blindIndex(await beside(house)) })).toBe(1)
  })

  it("leaves petitioners' keys as they are", async () => {
    const { house } = await opened()
    const { petitionerKeys } = await import('../src/identity/petitioner-key.ts')
    const before = (await petitionerKeys(house.vault)).issue('seed')
    await rotateIndex(house, atOnce(house.vault))
    expect((await petitionerKeys(await beside(house))).issue('seed')).toEqual(before)
  })
})

describe('the renewed key of files', () => {
  const folder = mkdtempSync(join(tmpdir(), 'xinqiao-renewed-'))
  afterAll(() => rmSync(folder, { recursive: true }))
  const incoming = {
    ...{ declaredType: 'text/plain', mediaType: 'text/plain', limitBytes: 1000 },
    declaredName: readProse('证明.txt', { max: 20 }),
  }
  const content = async function* () {
    yield Buffer.from('村委会的证明')
  }

  it('opens files and messages in the spool, links to the same bytes among them', async () => {
    const { house } = await opened()
    await refuseForeignKeys(house.app, house.vault)
    const [store, spool] = [join(folder, 'files'), join(folder, 'spool')]
    const serving = await sealedFiles(store, house.vault)
    const names: string[] = []
    for (let put = 0; put < 2; put++) {
      const stored = await serving.put(content(), incoming as never)
      if (stored.ok) names.push(stored.value.file)
    }
    const message = { channel: 'sms', to: '19900000077', subject: '一', text: '二' } as const
    await spoolCarrier(spool, house.vault).carry('m1', message)
    const all = async function* () {
      yield* filesIn(store)
      for (const { id, path } of await spooledIn(spool)) yield { path, address: id }
    }
    const rotation = await rotateFiles(house.app, atOnce(await beside(house)), all)
    // the second name of the same bytes is under the new key already
    expect(rotation).toMatchObject({ generation: 2, moved: 2, left: 0, retired: [1] })
    const vault = await beside(house)
    const later = await sealedFiles(store, vault)
    for (const name of names) {
      const file = await later.open(name)
      const pieces: Uint8Array[] = []
      for await (const piece of file?.stream ?? []) pieces.push(piece)
      expect(Buffer.concat(pieces).toString()).toBe('村委会的证明')
    }
    const [waiting] = await spooledIn(spool)
    expect(waiting && (await openSpooled(vault, waiting))).toEqual({ id: 'm1', ...message })
    await refuseForeignKeys(house.app, vault)
  })
})

describe('the renewed key of receipts', () => {
  it('signs from then on, and old receipts stay good by the public half that is kept', async () => {
    const { house } = await opened()
    const receipt = Buffer.from('registered')
    const signature = sign(null, receipt, await house.vault.receiptKey())
    for (const generation of [2, 3])
      expect(await rotateSimply(atOnce(house.vault), 'receipt')).toMatchObject({ generation, kept: [] })
    expect(keysIn(house, 'receipt')).toEqual(['receipt.g1.pub', 'receipt.g2.pub', 'receipt.g3.key'])
    const vault = await beside(house)
    expect(verify(null, receipt, createPublicKey(await vault.receiptKey()), signature)).toBe(false)
    const published = await vault.receiptPublicKeys()
    expect(published.map(({ generation }) => generation)).toEqual([3, 2, 1])
    expect(published.map(({ key }) => verify(null, receipt, key, signature))).toEqual([false, false, true])
  })

  it('is as simple for what need not outlive a session', async () => {
    const { house } = await opened()
    const before = await house.vault.sessionKey()
    expect(await rotateSimply(atOnce(house.vault), 'session')).toMatchObject({ generation: 2, retired: [1] })
    expect((await (await beside(house)).sessionKey()).equals(before)).toBe(false)
  })
})

describe('a lost cohort key', () => {
  it('leaves pages that say so, a count that names it, and room for the backup', async () => {
    const { database, house } = await opened()
    const ledger = markLedger(database.app)
    const open = () => openKeyFolder(house.keyFolder, { ledger })
    const withKeys = async () => ({ ...house, keys: caseKeys(await open()) })
    const number = await register(await withKeys())
    const file = join(house.keyFolder, 'cohort-2026-03.appeal.key')
    renameSync(file, `${file}.elsewhere`)
    const bereft = await withKeys()
    expect(await textOf(bereft, number)).toBeUndefined()
    const listed = await listPetitions(bereft, clerk, {}, { limit: 1, newestFirst: true })
    expect(listed.items[0]?.title).toContain('its key is missing')
    const counted = await checkKeys(house.work, await open())
    expect(counted.withoutKey).toEqual([{ cohort: '2026-03.appeal', generation: 1, pieces: counted.pieces }])
    // petitions go on coming in, under a key of another name
    const next = await register(bereft)
    expect(keysIn(house, 'cohort-2026-03.appeal.g')).toEqual(['cohort-2026-03.appeal.g2.key'])
    renameSync(`${file}.elsewhere`, file)
    // a renewed key that is lost is not taken for one never made either
    expect(await ledger.newestMade('cohort-2026-03.appeal')).toBe(2)
    const restored = await withKeys()
    for (const each of [number, next]) expect(await textOf(restored, each)).toBe(words.text)
  })
})

it('a renewed cohort key is in the ledger, so that its loss is not taken for its absence', async () => {
  const { database, house } = await opened()
  const ledger = markLedger(database.app)
  await register({ ...house, keys: caseKeys(await openKeyFolder(house.keyFolder, { ledger })) })
  await rotateCohorts(house.work, atOnce(await openKeyFolder(house.keyFolder, { ledger })))
  rmSync(join(house.keyFolder, 'cohort-2026-03.appeal.g2.key'))
  await register({ ...house, keys: caseKeys(await openKeyFolder(house.keyFolder, { ledger })) })
  expect(keysIn(house, 'cohort')).toEqual(['cohort-2026-03.appeal.g3.key'])
})

it('a cohort key that many ask for at once is made once, whatever the ledger has heard', async () => {
  const { database, house } = await opened()
  const ledger = markLedger(database.app)
  const vaults = await Promise.all([1, 2, 3].map(() => openKeyFolder(house.keyFolder, { ledger })))
  const asked = Array.from({ length: 60 }, (_, at) =>
    caseKeys(vaults[at % 3] as KeyFolder).of('s', '2026-03.appeal' as never),
  )
  expect(new Set((await Promise.all(asked)).map(({ generation }) => generation))).toEqual(new Set([1]))
})

describe('a folder whose keys are gone', () => {
  it('is refused before new ones are made in their place', async () => {
    const { house } = await opened()
    await refuseLostKeys(house.app, house.keyFolder)
    await refuseForeignKeys(house.app, house.vault)
    await refuseLostKeys(house.app, house.keyFolder)
    rmSync(join(house.keyFolder, 'index.key'))
    await expect(refuseLostKeys(house.app, house.keyFolder)).rejects.toThrow('the key index')
    expect(keysIn(house, 'index')).toEqual([])
  })
})
