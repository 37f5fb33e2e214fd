import { beforeAll, describe, expect, it } from 'vitest'
import { organ, type TestOffice, testOffice } from '../../test/office.ts'
import { day } from '../kernel/day.ts'
import { numberFrom } from '../kernel/petition-number.ts'
import { type PetitionerKey, readKey } from '../kernel/petitioner-key.ts'
import type { Identify } from '../platform/http/credentials.ts'
import type { Problem } from '../platform/http/problem.ts'
import { keyGuard } from './key-guard.ts'
import { logIn } from './login.ts'
import { networkOf } from './network-address.ts'
import { type PetitionerKeys, petitionerKeys } from './petitioner-key.ts'
import { identifier } from './viewer.ts'

const number = numberFrom(day('2026-11-23'), '12345678')
const other = numberFrom(day('2026-11-23'), '87654321')
const wrong = read('0000000000000000')
let office: TestOffice
let keys: PetitionerKeys
let identify: Identify
const issued: Record<string, PetitionerKey> = {}

function read(text: string): PetitionerKey {
  const found = readKey(text)
  if (found.is !== 'key') throw new Error(found.is)
  return found.key
}

/** What one process would have; several of them share nothing but the database. */
const identifierOn = ({ attempts }: Pick<TestOffice, 'attempts'>): Identify =>
  identifier({
    pool: office.database.app,
    sessions: office.sessions,
    keys,
    guard: keyGuard(attempts),
    now: office.now,
  })

beforeAll(async () => {
  office = await testOffice()
  keys = await petitionerKeys(office.vault)
  identify = identifierOn(office)
  for (const [petition, person] of [
    [number, 'p1'],
    [number, 'p2'],
    [other, 'p1'],
  ] as const) {
    const { key, digest } = keys.issue(`seed ${petition} ${person}`)
    issued[`${petition} ${person}`] = read(key)
    const insert = 'insert into petition_key (stream_id, person, digest) values ($1, $2, $3::bytea)'
    await office.database.work.query(insert, [petition, person, digest])
  }
})

const keyOf = (petition: string, person: string) => issued[`${petition} ${person}`] as PetitionerKey
const withKey = (petition: typeof number, key: PetitionerKey, address = '192.0.2.1', by = identify) =>
  by({ kind: 'petition', number: petition, key }, address)

/** What comes of one wrong key after another. */
async function guess(petition: typeof number, times: number, from: string, by = identify): Promise<string[]> {
  const outcomes: string[] = []
  for (let time = 0; time < times; time += 1) {
    const outcome = await withKey(petition, wrong, from, by).catch((problem: Problem) => problem)
    outcomes.push(outcome.kind)
  }
  return outcomes
}

describe('a petitioner', () => {
  it('is known by number and key, each by their own', async () => {
    expect(await withKey(number, keyOf(number, 'p1'))).toEqual({ kind: 'petitioner', petition: number, person: 'p1' })
    expect(await withKey(number, keyOf(number, 'p2'))).toEqual({ kind: 'petitioner', petition: number, person: 'p2' })
  })

  it('of another petition is nobody here', async () => {
    expect(await withKey(number, keyOf(other, 'p1'), '192.0.2.20')).toEqual({ kind: 'anyone' })
    expect(await withKey(numberFrom(day('2026-11-23'), '00000000'), keyOf(other, 'p1'), '192.0.2.21')).toEqual({
      kind: 'anyone',
    })
  })

  it('who is wrong too often at one petition waits, with the right key too; others do not', async () => {
    const from = '192.0.2.9'
    expect(await guess(number, 10, from)).toEqual(Array(10).fill('anyone'))
    await expect(withKey(number, keyOf(number, 'p1'), from)).rejects.toMatchObject({
      kind: 'too-many-requests',
      details: { headers: { 'retry-after': '60' } },
    })
    expect(await withKey(number, keyOf(number, 'p1'), '192.0.2.10')).toMatchObject({ kind: 'petitioner' })
    expect(await withKey(other, keyOf(other, 'p1'), from)).toMatchObject({ kind: 'petitioner' })
    office.pass(60_000)
    expect(await withKey(number, keyOf(number, 'p1'), from)).toMatchObject({ kind: 'petitioner' })
  })

  it('who gets it right in the end begins anew', async () => {
    const from = '192.0.2.30'
    await guess(number, 9, from)
    expect(await withKey(number, keyOf(number, 'p1'), from)).toMatchObject({ kind: 'petitioner' })
    expect(await guess(number, 10, from)).toEqual(Array(10).fill('anyone'))
  })

  it('is counted by all processes together, and after a restart too', async () => {
    const from = '192.0.2.40'
    const beside = identifierOn(await office.beside())
    expect(await guess(number, 5, from)).toEqual(Array(5).fill('anyone'))
    expect(await guess(number, 6, from, beside)).toEqual([...Array(5).fill('anyone'), 'too-many-requests'])
    expect(await guess(number, 1, from)).toEqual(['too-many-requests'])
  })

  it('is not kept out by strangers who guess at other petitions from the same carrier', async () => {
    const carrier = '192.0.2.50'
    const others = Array.from({ length: 31 }, (_, at) => numberFrom(day('2026-11-22'), String(10_000_000 + at)))
    for (const petition of others) await guess(petition, 10, carrier)
    expect(await withKey(number, keyOf(number, 'p1'), carrier)).toMatchObject({ kind: 'petitioner' })
    // whoever guesses on is slowed down, at whatever petition
    expect(await guess(other, 2, carrier)).toEqual(['anyone', 'too-many-requests'])
  })
})

describe('a member of staff', () => {
  it('is known by the session, with the posts of the organ they act in', async () => {
    await office.openOrgan('east')
    const { id, password } = await office.openStaff('li', [
      ['east', 'clerk'],
      ['east', 'head'],
    ])
    const entered = await logIn(office, { login: 'li', password, address: '192.0.2.1' })
    if (!entered.ok) throw new Error(entered.error.kind)
    const { token } = entered.value
    const expected = { kind: 'staff', account: id, organ: organ('east'), posts: ['clerk', 'head'] }
    expect(await identify({ kind: 'session', token }, '192.0.2.1')).toEqual(expected)
    await office.sessions.end(token)
    expect(await identify({ kind: 'session', token }, '192.0.2.1')).toEqual({ kind: 'anyone' })
  })
})

describe('whoever brings nothing, or nothing that can be read', () => {
  it.each(['none', 'unreadable'] as const)('is anyone: %s', async (kind) => {
    expect(await identify({ kind }, '192.0.2.1')).toEqual({ kind: 'anyone' })
  })
})

describe("a petitioner's key", () => {
  it('has sixteen digits, follows from its seed and from the house, and cannot be told from its digest', async () => {
    const { key, digest } = keys.issue('one')
    expect(key).toMatch(/^\d{4}-\d{4}-\d{4}-\d{4}-\d{2}$/)
    expect(keys.issue('one')).toEqual({ key, digest })
    expect(keys.issue('two').key).not.toBe(key)
    expect(digest).toMatch(/^\\x[0-9a-f]{64}$/)
    const elsewhere = await petitionerKeys((await testOffice()).vault)
    expect(elsewhere.issue('one').key).not.toBe(key)
    expect(elsewhere.matches(read(key), [Buffer.from(digest.slice(2), 'hex')])).toBe(-1)
  })

  it('is spread over all digits', () => {
    const first = new Set(Array.from({ length: 300 }, (_, at) => keys.issue(String(at)).key[0]))
    expect(first.size).toBe(10)
    expect(new Set(Array.from({ length: 3000 }, (_, at) => keys.issue(String(at)).key)).size).toBe(3000)
  })
})

describe('where somebody comes from', () => {
  it.each([
    ['192.0.2.1', '192.0.2.1'],
    ['::ffff:192.0.2.1', '192.0.2.1'],
    ['2001:db8::1', '2001:db8:0:0'],
    ['2001:0DB8:0000:0007:1:2:3:4', '2001:db8:0:7'],
    ['::1', '0:0:0:0'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
    ['nonsense', 'nonsense'],
  ])('%s is %s', (address, network) => expect(networkOf(address)).toBe(network))
})
