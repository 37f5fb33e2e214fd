import { createHash } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { house, organ, type TestOffice, testOffice } from '../../test/office.ts'
import type { AccountId } from './account.ts'
import { type Login, parseLogin } from './account-tables.ts'
import { actOnAccount, actOnOrgan, openAccount, resetPassword } from './administration.ts'
import { type LoggingIn, logIn, replacePassword } from './login.ts'
import { usualLimits } from './sessions.ts'

const minute = 60_000
const hour = 60 * minute
let office: TestOffice
let addresses = 0
/** Each test comes from an address of its own, so that none locks out another. */
let address: string

beforeAll(async () => {
  office = await testOffice()
  await office.openOrgan('city', { level: 'prefecture', region: '9901' })
  await office.openOrgan('east', { parent: organ('city') })
  await office.openOrgan('west', { parent: organ('city'), region: '990102' })
  await office.openStaff('root', [['city', 'administrator']])
})

const tryIn = (login: string, password: string, more: Partial<LoggingIn> = {}) =>
  logIn(office, { login, password, address: more.address ?? address, ...more })
const kindOf = async (answer: ReturnType<typeof logIn> | ReturnType<typeof replacePassword>) => {
  const result = await answer
  return result.ok ? 'in' : result.error.kind
}
async function tokenOf(login: string, password: string, more: Partial<LoggingIn> = {}): Promise<string> {
  const answer = await tryIn(login, password, more)
  if (!answer.ok) throw new Error(answer.error.kind)
  return answer.value.token
}
const found = (token: string) => office.sessions.find(token, new Date(office.now()))
const fresh = () => {
  addresses += 1
  address = `192.0.2.${addresses}`
}

describe('logging in', () => {
  beforeAll(fresh)

  it('lets the person in, however they write their login, and the token is 32 random bytes', async () => {
    const { id, password } = await office.openStaff('li.ming', [
      ['east', 'clerk'],
      ['east', 'head'],
      ['west', 'clerk'],
    ])
    const token = await tokenOf(' Li.Ming ', password)
    expect(token).toMatch(/^[\w-]{43}$/)
    expect(await found(token)).toEqual({ account: id, organ: 'east', posts: ['clerk', 'head'] })
    expect(await tokenOf('ｌｉ.ｍｉｎｇ', password)).not.toBe(token)
  })

  it('keeps of the token its hash alone', async () => {
    const { password } = await office.openStaff('hash', [['east', 'clerk']])
    const token = await tokenOf('hash', password)
    const { rows } = await office.database.app.query(
      "select * from session where account = (select id from account join account_person using (stream_id) where login = 'hash')",
    )
    expect(rows).toHaveLength(1)
    expect(rows[0].digest.equals(createHash('sha256').update(token).digest())).toBe(true)
    expect(JSON.stringify(rows)).not.toContain(token)
  })

  it('answers the same whether the login, the password or the account is gone', async () => {
    const gone = await office.openStaff('gone', [['east', 'clerk']])
    await actOnAccount(office, gone.id, { type: 'CloseAccount' }, house)
    const answers = await Promise.all([
      tryIn('nobody', 'Granit-Wolke-27'),
      tryIn('li.ming', 'wrong'),
      tryIn('gone', gone.password),
      tryIn("' or '1'='1", "' or '1'='1"),
      tryIn('\u0000', '\u0000'),
      tryIn('x'.repeat(100_000), 'y'),
      tryIn('', ''),
    ])
    for (const answer of answers) expect(answer).toEqual({ ok: false, error: { kind: 'login-failed' } })
  })

  it('takes as long for a login that does not exist', async () => {
    fresh()
    const took = async (login: string) => {
      const start = performance.now()
      await tryIn(login, 'wrong password')
      return performance.now() - start
    }
    await took('warm')
    const times: { known: number[]; unknown: number[] } = { known: [], unknown: [] }
    for (let round = 0; round < 4; round++) {
      times.known.push(await took('li.ming'))
      times.unknown.push(await took(`unknown${round}`))
    }
    const middle = (all: number[]) => all.sort((a, b) => a - b)[1] as number
    const ratio = middle(times.unknown) / middle(times.known)
    expect(ratio).toBeGreaterThan(0.25)
    expect(ratio).toBeLessThan(4)
  })

  it('acts where the person says, if they hold a post there', async () => {
    const { password } = await office.openStaff('both', [
      ['east', 'clerk'],
      ['west', 'leader'],
    ])
    expect(await found(await tokenOf('both', password, { organ: organ('west') }))).toMatchObject({ posts: ['leader'] })
    expect(await kindOf(tryIn('both', password, { organ: organ('city') }))).toBe('no-post')
    const idle = await office.openStaff('idle', [])
    expect(await kindOf(tryIn('idle', idle.password))).toBe('no-post')
  })
})

describe('a password that somebody else made', () => {
  beforeAll(fresh)
  const newcomer = (login: string) =>
    openAccount(
      office,
      { login: parseLogin(login) as Login, name: '新人', posts: [{ organ: organ('east'), post: 'clerk' }] },
      house,
    ).then((opened) => {
      if (!opened.ok) throw new Error(opened.error.kind)
      return opened.value
    })

  it('is good for one login, in which it is replaced', async () => {
    const { password } = await newcomer('newcomer')
    expect(await kindOf(tryIn('newcomer', password))).toBe('password-must-change')
    expect(await kindOf(tryIn('newcomer', password, { newPassword: password }))).toBe('password-unchanged')
    expect(await kindOf(tryIn('newcomer', password, { newPassword: 'short' }))).toBe('password-too-short')
    const token = await tokenOf('newcomer', password, { newPassword: 'Kiesel-Anker-81' })
    expect(await found(token)).toMatchObject({ organ: 'east' })
    expect(await kindOf(tryIn('newcomer', password))).toBe('login-failed')
    expect(await kindOf(tryIn('newcomer', 'Kiesel-Anker-81'))).toBe('in')
  })

  it('lapses after a week', async () => {
    const { password } = await newcomer('late')
    office.pass(7 * 24 * hour)
    expect(await kindOf(tryIn('late', password, { newPassword: 'Kiesel-Anker-81' }))).toBe('password-expired')
  })
})

describe('a session', () => {
  let id: AccountId
  let password: string
  let token: string
  let round = 0
  const begin = async () => {
    fresh()
    round += 1
    const login = `session${round}`
    const opened = await office.openStaff(login, [
      ['east', 'clerk'],
      ['west', 'clerk'],
    ])
    id = opened.id
    password = opened.password
    token = await tokenOf(login, password)
    return login
  }

  it('is over when nobody used it for half an hour, and not before', async () => {
    await begin()
    office.pass(usualLimits.idleMs - minute)
    expect(await found(token)).not.toBeNull()
    office.pass(usualLimits.idleMs - minute)
    expect(await found(token)).not.toBeNull()
    office.pass(usualLimits.idleMs)
    expect(await found(token)).toBeNull()
  })

  it('is over after twelve hours, however busy', async () => {
    await begin()
    for (let at = 0; at < 47; at++) {
      office.pass(15 * minute)
      expect(await found(token)).not.toBeNull()
    }
    office.pass(15 * minute)
    expect(await found(token)).toBeNull()
    expect(await office.sessions.moveTo(token, organ('west'), new Date(office.now()))).toBe(false)
  })

  it('is over when the person logs out', async () => {
    const login = await begin()
    const other = await tokenOf(login, password)
    await office.sessions.end(token)
    expect(await found(token)).toBeNull()
    expect(await found(other)).not.toBeNull()
  })

  it('ends with all others of the account when the password changes; the one who changed it goes on with a new token', async () => {
    const login = await begin()
    const other = await tokenOf(login, password)
    const signedIn = { account: id, organ: organ('east'), address }
    const replace = (old: string, next: string) => replacePassword(office, signedIn, { old, password: next })
    expect(await kindOf(replace('wrong', 'Kiesel-Anker-81'))).toBe('login-failed')
    expect(await kindOf(replace(password, password))).toBe('password-unchanged')
    expect(await kindOf(replace(password, `${login}12`))).toMatch(/^password-/)
    expect(await found(other)).not.toBeNull()
    const changed = await replace(password, 'Kiesel-Anker-81')
    if (!changed.ok) throw new Error(changed.error.kind)
    expect(await found(token)).toBeNull()
    expect(await found(other)).toBeNull()
    expect(await found(changed.value.token)).toMatchObject({ account: id })
  })

  it('ends when an administrator resets the password', async () => {
    await begin()
    expect((await resetPassword(office, id, house)).ok).toBe(true)
    expect(await found(token)).toBeNull()
  })

  it('ends when the account is closed', async () => {
    await begin()
    await actOnAccount(office, id, { type: 'CloseAccount' }, house)
    expect(await found(token)).toBeNull()
    expect(await office.sessions.moveTo(token, organ('west'), new Date(office.now()))).toBe(false)
  })

  it('ends when the last post in its organ is taken away; what is granted is there at once', async () => {
    await begin()
    await actOnAccount(office, id, { type: 'GrantPost', organ: organ('east'), post: 'head' }, house)
    expect((await found(token))?.posts).toEqual(['clerk', 'head'])
    await actOnAccount(office, id, { type: 'RevokePost', organ: organ('east'), post: 'head' }, house)
    await actOnAccount(office, id, { type: 'RevokePost', organ: organ('east'), post: 'clerk' }, house)
    expect(await found(token)).toBeNull()
  })

  it('ends when its organ does', async () => {
    fresh()
    await office.openOrgan('short-lived', { parent: organ('city') })
    const { password } = await office.openStaff('short.lived', [['short-lived', 'clerk']])
    const token = await tokenOf('short.lived', password)
    expect(await found(token)).not.toBeNull()
    await actOnOrgan(office, organ('short-lived'), { type: 'AbolishOrgan', successor: null }, house)
    expect(await found(token)).toBeNull()
    expect(await kindOf(tryIn('short.lived', password))).toBe('no-post')
  })

  it('moves to another organ of the person and to no other', async () => {
    await begin()
    const now = new Date(office.now())
    expect(await office.sessions.moveTo(token, organ('west'), now)).toBe(true)
    expect(await found(token)).toMatchObject({ organ: 'west' })
    expect(await office.sessions.moveTo(token, organ('city'), now)).toBe(false)
    expect(await found(token)).toMatchObject({ organ: 'west' })
  })

  it.each(['', 'x', 'a'.repeat(43), `${'a'.repeat(42)}\n`, "' or true --", '\u0000'.repeat(43)])(
    'is not begun by the token %j',
    async (made) => {
      expect(await found(made)).toBeNull()
      await office.sessions.end(made)
    },
  )

  it('that is over is swept away', async () => {
    await begin()
    office.pass(usualLimits.wholeMs)
    await office.sessions.sweep(new Date(office.now()))
    expect((await office.database.app.query('select from session')).rowCount).toBe(0)
  })
})

describe('guessing', () => {
  it('shuts the login for that network after five failures, longer each time, and the right password waits too', async () => {
    const { password } = await office.openStaff('target', [['east', 'clerk']])
    fresh()
    for (let at = 0; at < 5; at++) expect(await kindOf(tryIn('target', 'wrong'))).toBe('login-failed')
    expect(await tryIn('target', password)).toEqual({ ok: false, error: { kind: 'locked-out', seconds: 60 } })
    office.pass(minute - 1)
    expect(await tryIn('target', 'wrong')).toEqual({ ok: false, error: { kind: 'locked-out', seconds: 1 } })
    office.pass(1)
    expect(await kindOf(tryIn('target', 'wrong'))).toBe('login-failed')
    expect(await tryIn('target', password)).toEqual({ ok: false, error: { kind: 'locked-out', seconds: 120 } })
    office.pass(2 * minute)
    expect(await kindOf(tryIn('target', password))).toBe('in')
    for (let at = 0; at < 4; at++) expect(await kindOf(tryIn('target', 'wrong'))).toBe('login-failed')
    expect(await kindOf(tryIn('target', password))).toBe('in')
  })

  it('from one network does not shut the login for another', async () => {
    const { password } = await office.openStaff('elsewhere', [['east', 'clerk']])
    fresh()
    for (let at = 0; at < 5; at++) await tryIn('elsewhere', 'wrong')
    expect(await kindOf(tryIn('elsewhere', password))).toBe('locked-out')
    fresh()
    expect(await kindOf(tryIn('elsewhere', password))).toBe('in')
  })

  it('shuts for a login that does not exist just the same', async () => {
    fresh()
    for (let at = 0; at < 5; at++) await tryIn('phantom', 'wrong')
    expect(await kindOf(tryIn('phantom', 'wrong'))).toBe('locked-out')
  })

  it('is counted before it is answered: of forty at once no more than five are looked at', async () => {
    const { password } = await office.openStaff('burst', [['east', 'clerk']])
    fresh()
    const answers = await Promise.all(Array.from({ length: 40 }, () => kindOf(tryIn('burst', 'wrong'))))
    expect(answers.filter((kind) => kind === 'login-failed')).toHaveLength(5)
    expect(answers.filter((kind) => kind === 'locked-out')).toHaveLength(35)
    expect(await kindOf(tryIn('burst', password))).toBe('locked-out')
  })

  it('from one address at many accounts shuts that address, a whole /64 of IPv6, and no other', async () => {
    const { password } = await office.openStaff('bystander', [['east', 'clerk']])
    const from = (host: number) => `2001:db8:0:7::${host.toString(16)}`
    for (let at = 0; at < 40; at++) {
      expect(await kindOf(tryIn(`guess${at}`, 'wrong', { address: from(at + 1) }))).toBe('login-failed')
    }
    expect(await kindOf(tryIn('bystander', password, { address: '2001:db8:0:7:ffff::1' }))).toBe('locked-out')
    expect(await kindOf(tryIn('bystander', password, { address: '2001:db8:0:8::1' }))).toBe('in')
  })

  it('is forgotten an hour after the last failure', async () => {
    await office.openStaff('forgetful', [['east', 'clerk']])
    fresh()
    for (let at = 0; at < 4; at++) await tryIn('forgetful', 'wrong')
    office.pass(hour + 1)
    for (let at = 0; at < 4; at++) expect(await kindOf(tryIn('forgetful', 'wrong'))).toBe('login-failed')
    expect(await kindOf(tryIn('forgetful', 'Granit-Wolke-27'))).toBe('in')
  })

  it('at the old password by a stolen session is counted too', async () => {
    const { id, password } = await office.openStaff('stolen', [['east', 'clerk']])
    fresh()
    const replace = (old: string) =>
      replacePassword(office, { account: id, organ: organ('east'), address }, { old, password: 'Kiesel-Anker-81' })
    for (let at = 0; at < 5; at++) expect(await kindOf(replace('wrong'))).toBe('login-failed')
    expect(await kindOf(replace(password))).toBe('locked-out')
    // who holds the session cannot keep the owner from coming in anew
    expect(await kindOf(tryIn('stolen', password))).toBe('in')
  })

  it('leaves nobody’s login and nobody’s address in the table', async () => {
    const { rows } = await office.database.app.query('select * from login_attempt')
    expect(rows.length).toBeGreaterThan(5)
    const text = rows.map((row) => `${row.digest.toString('latin1')}${JSON.stringify(row)}`).join()
    expect(text).not.toMatch(/target|phantom|192\.0\.2|2001/)
    office.pass(2 * hour)
    await office.attempts.sweep(new Date(office.now()))
    expect((await office.database.app.query('select from login_attempt')).rowCount).toBe(0)
  })
})
