import { beforeAll, describe, expect, it } from 'vitest'
import { organ, type TestOffice, testOffice } from '../../test/office.ts'
import { day } from '../kernel/day.ts'
import { numberFrom } from '../kernel/petition-number.ts'
import type { Identify } from '../platform/http/credentials.ts'
import { Problem } from '../platform/http/problem.ts'
import { logIn } from './login.ts'
import { networkOf } from './network-address.ts'
import { type PetitionerKeys, petitionerKeys } from './petitioner-key.ts'
import { identifier, keyGuard } from './viewer.ts'

const number = numberFrom(day('2026-11-23'), '12345678')
const other = numberFrom(day('2026-11-23'), '87654321')
let office: TestOffice
let keys: PetitionerKeys
let identify: Identify
const issued: Record<string, string> = {}

beforeAll(async () => {
  office = await testOffice()
  keys = await petitionerKeys(office.vault)
  const guard = keyGuard({ failures: 3, withinMs: 60_000, addresses: 2 })
  identify = identifier({ pool: office.database.app, sessions: office.sessions, keys, guard, now: office.now })
  for (const [petition, person] of [
    [number, 'p1'],
    [number, 'p2'],
    [other, 'p1'],
  ] as const) {
    const { key, digest } = keys.issue(`seed ${petition} ${person}`)
    issued[`${petition} ${person}`] = key.replaceAll('-', '')
    const insert = 'insert into petition_key (stream_id, person, digest) values ($1, $2, $3::bytea)'
    await office.database.work.query(insert, [petition, person, digest])
  }
})

const keyOf = (petition: string, person: string) => issued[`${petition} ${person}`] as string
const withKey = (petition: typeof number, key: string, address = '192.0.2.1') =>
  identify({ kind: 'petition', number: petition, key }, address)

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

  it('who is wrong too often waits, with the right key too; others do not', async () => {
    const from = '192.0.2.9'
    for (let at = 0; at < 3; at++) expect(await withKey(number, '0000000000000000', from)).toEqual({ kind: 'anyone' })
    const shut = withKey(number, keyOf(number, 'p1'), from)
    await expect(shut).rejects.toThrow(Problem)
    await expect(shut).rejects.toMatchObject({
      kind: 'too-many-requests',
      details: { headers: { 'retry-after': '60' } },
    })
    expect(await withKey(number, keyOf(number, 'p1'), '192.0.2.10')).toMatchObject({ kind: 'petitioner' })
    office.pass(60_000)
    expect(await withKey(number, keyOf(number, 'p1'), from)).toMatchObject({ kind: 'petitioner' })
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
    expect(key).toMatch(/^\d{4}-\d{4}-\d{4}-\d{4}$/)
    expect(keys.issue('one')).toEqual({ key, digest })
    expect(keys.issue('two').key).not.toBe(key)
    expect(digest).toMatch(/^\\x[0-9a-f]{64}$/)
    const elsewhere = await petitionerKeys((await testOffice()).vault)
    expect(elsewhere.issue('one').key).not.toBe(key)
    expect(elsewhere.matches(key.replaceAll('-', ''), [Buffer.from(digest.slice(2), 'hex')])).toBe(-1)
  })

  it('is spread over all digits', () => {
    const first = new Set(Array.from({ length: 300 }, (_, at) => keys.issue(String(at)).key[0]))
    expect(first.size).toBe(10)
    expect(new Set(Array.from({ length: 3000 }, (_, at) => keys.issue(String(at)).key)).size).toBe(3000)
  })
})

describe('the guard of keys', () => {
  it('remembers no more addresses than it may', () => {
    const guard = keyGuard({ failures: 1, withinMs: 1000, addresses: 2 })
    for (const address of ['192.0.2.1', '192.0.2.2', '192.0.2.3']) guard.failed(address, 0)
    expect(['192.0.2.1', '192.0.2.2', '192.0.2.3'].map((address) => guard.shutFor(address, 0))).toEqual([0, 1, 1])
    expect(guard.shutFor('192.0.2.3', 1000)).toBe(0)
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
