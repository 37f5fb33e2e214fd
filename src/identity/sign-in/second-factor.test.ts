import { Secret, TOTP } from 'otpauth'
import { beforeAll, describe, expect, it } from 'vitest'
import { house, organ, type TestOffice, testOffice } from '../../../test/office.ts'
import { resetPassword } from '../administration.ts'
import { type LoggingIn, logIn, type SignedIn } from '../login.ts'
import * as own from './own-second-factor.ts'
import { removeSecondFactor } from './set-second-factor.ts'

const period = 30_000
let office: TestOffice
let staffed = 0

beforeAll(async () => {
  office = await testOffice()
  await office.openOrgan('east')
})

const codeOf = (secret: string, at = office): string =>
  TOTP.generate({ secret: Secret.fromBase32(secret), timestamp: Date.parse(at.now()) })
/** Six digits that are none of the codes about now. */
const wrongCode = (secret: string): string => {
  const near = [-1, 0, 1].map((step) =>
    TOTP.generate({ secret: Secret.fromBase32(secret), timestamp: Date.parse(office.now()) + step * period }),
  )
  return ['000000', '111111', '222222', '333333'].find((code) => !near.includes(code)) as string
}
const kindOf = async (answer: Promise<{ ok: boolean; error?: { kind: string } }>) => {
  const { ok, error } = await answer
  return ok ? 'done' : error?.kind
}

interface Person {
  readonly login: string
  readonly password: string
  readonly signedIn: SignedIn
  readonly token: string
  tryIn(more?: Partial<LoggingIn>): ReturnType<typeof logIn>
}

async function person(at: TestOffice = office): Promise<Person> {
  staffed += 1
  const login = `person${staffed}`
  const address = `192.0.2.${staffed}`
  const { id, password } = await at.openStaff(login, [['east', 'clerk']])
  const tryIn = (more: Partial<LoggingIn> = {}) => logIn(at, { login, password, address, ...more })
  const entered = await tryIn()
  if (!entered.ok) throw new Error(entered.error.kind)
  const signedIn = { account: id, organ: organ('east'), address }
  return { login, password, signedIn, token: entered.value.token, tryIn }
}

/** Somebody whose device is set, with its secret and the codes on paper. */
async function withDevice() {
  const who = await person()
  const offered = await own.offerSecondFactor(office, who.signedIn, who.password)
  if (!offered.ok) throw new Error(offered.error.kind)
  const { secret } = offered.value
  const set = await own.setSecondFactor(office, who.signedIn, who.token, codeOf(secret))
  if (!set.ok) throw new Error(set.error.kind)
  office.pass(period)
  return {
    ...who,
    secret,
    paper: set.value.recoveryCodes,
    both: () => ({ password: who.password, code: codeOf(secret) }),
  }
}

describe('a second factor', () => {
  it('is offered to whoever shows the password, as a secret and as an address for a QR code', async () => {
    const { signedIn, password, login } = await person()
    expect(await kindOf(own.offerSecondFactor(office, signedIn, 'wrong'))).toBe('login-failed')
    const offered = await own.offerSecondFactor(office, signedIn, password)
    if (!offered.ok) throw new Error(offered.error.kind)
    const { secret, uri } = offered.value
    expect(secret).toMatch(/^[A-Z2-7]{32}$/)
    expect(uri).toContain(`otpauth://totp/Xinqiao:${login}?`)
    expect(uri).toContain(`secret=${secret}`)
  })

  it('is asked for only once a code has shown that the device has it', async () => {
    const { signedIn, password, token, tryIn } = await person()
    const offered = await own.offerSecondFactor(office, signedIn, password)
    if (!offered.ok) throw new Error(offered.error.kind)
    const { secret } = offered.value
    expect((await tryIn()).ok).toBe(true)
    expect(await kindOf(own.setSecondFactor(office, signedIn, token, wrongCode(secret)))).toBe('code-wrong')
    expect((await own.setSecondFactor(office, signedIn, token, codeOf(secret))).ok).toBe(true)
    expect(await kindOf(tryIn())).toBe('code-needed')
    expect(await kindOf(own.setSecondFactor(office, signedIn, token, codeOf(secret)))).toBe('second-factor-on')
    expect(await kindOf(own.offerSecondFactor(office, signedIn, password))).toBe('second-factor-on')
  })

  it('lets in with password and code, and with neither alone', async () => {
    const { secret, tryIn } = await withDevice()
    expect(await kindOf(tryIn())).toBe('code-needed')
    expect(await kindOf(tryIn({ password: 'wrong', code: codeOf(secret) }))).toBe('login-failed')
    expect(await kindOf(tryIn({ code: wrongCode(secret) }))).toBe('code-wrong')
    expect(await kindOf(tryIn({ code: ` ${codeOf(secret).slice(0, 3)} ${codeOf(secret).slice(3)}` }))).toBe('done')
  })

  it('takes each code once, and none before it any more', async () => {
    const { secret, tryIn } = await withDevice()
    const earlier = codeOf(secret)
    office.pass(period)
    const code = codeOf(secret)
    expect(await kindOf(tryIn({ code }))).toBe('done')
    expect(await kindOf(tryIn({ code }))).toBe('code-wrong')
    expect(await kindOf(tryIn({ code: earlier }))).toBe('code-wrong')
    office.pass(period)
    expect(await kindOf(tryIn({ code: codeOf(secret) }))).toBe('done')
  })

  it('takes the same code once of ten that come at the same time', async () => {
    const { secret, signedIn } = await withDevice()
    const now = new Date(office.now())
    const taken = await Promise.all(
      Array.from({ length: 10 }, () => office.factors.take(signedIn.account, codeOf(secret), now)),
    )
    expect(taken.filter((each) => each)).toHaveLength(1)
  })

  it('bears with a clock half a minute off, and no more', async () => {
    const { secret, signedIn } = await withDevice()
    office.pass(10 * period)
    const at = (steps: number) => new Date(Date.parse(office.now()) + steps * period)
    const code = codeOf(secret)
    expect(await office.factors.take(signedIn.account, code, at(2))).toBe(false)
    expect(await office.factors.take(signedIn.account, code, at(-2))).toBe(false)
    expect(await office.factors.take(signedIn.account, code, at(1))).toBe(true)
  })

  it('is guessed at no faster than a password, and a right password in between does not help', async () => {
    const { secret, tryIn } = await withDevice()
    const tried: unknown[] = []
    for (let at = 0; at < 5; at++) {
      tried.push(await kindOf(tryIn({ code: wrongCode(secret) })))
      if (at < 4) expect(await kindOf(tryIn())).toBe('code-needed')
    }
    expect(tried).toEqual(Array(5).fill('code-wrong'))
    expect(await kindOf(tryIn({ code: codeOf(secret) }))).toBe('locked-out')
  })

  it('is guessed at slowly from many addresses too', async () => {
    const { secret, tryIn } = await withDevice()
    const kinds: unknown[] = []
    for (let at = 0; at < 14; at++)
      kinds.push(await kindOf(tryIn({ code: wrongCode(secret), address: `203.0.113.${at}` })))
    expect(kinds).toEqual([...Array(10).fill('code-wrong'), ...Array(4).fill('locked-out')])
  })

  it('lies sealed: neither secret nor recovery code is in the database, and no fact holds either', async () => {
    const { secret, paper, signedIn } = await withDevice()
    const stream = `account:${signedIn.account}`
    const { rows } = await office.database.work.query('select * from account_second_factor where stream_id = $1', [
      stream,
    ])
    const [{ box, recovery }] = rows
    expect(box.includes(Buffer.from(Secret.fromBase32(secret).bytes))).toBe(false)
    expect(recovery).toHaveLength(10)
    const facts = await office.database.work.query('select fact from event where stream_id = $1', [stream])
    const text = JSON.stringify([rows, facts.rows])
    expect(facts.rows.map(({ fact }) => JSON.parse(fact).type)).toContain('SecondFactorSet')
    for (const code of [secret, ...paper, ...paper.map((each) => each.replace('-', ''))])
      expect(text).not.toContain(code)
  })

  it('of one account does not open with the box of another', async () => {
    const [mine, theirs] = [await withDevice(), await withDevice()]
    await office.database.owner.query(
      `update account_second_factor set box = (select box from account_second_factor where stream_id = $1), last_step = 0
        where stream_id = $2`,
      [`account:${mine.signedIn.account}`, `account:${theirs.signedIn.account}`],
    )
    expect(await kindOf(theirs.tryIn({ code: codeOf(mine.secret) }))).toBe('code-wrong')
  })
})

describe('recovery codes', () => {
  it('are ten, each different and good once, however typed', async () => {
    const { paper, tryIn, signedIn } = await withDevice()
    expect(new Set(paper).size).toBe(10)
    const [first = '', second = ''] = paper
    expect(first).toMatch(/^[a-z2-9]{5}-[a-z2-9]{5}$/)
    expect(await kindOf(tryIn({ code: first.toUpperCase().replace('-', ' ') }))).toBe('done')
    expect(await kindOf(tryIn({ code: first }))).toBe('code-wrong')
    expect(await kindOf(tryIn({ code: second }))).toBe('done')
    expect(await own.readOwnStanding(office, signedIn)).toMatchObject({ state: 'on', recoveryLeft: 8 })
  })

  it('of somebody else are good for nothing', async () => {
    const [mine, theirs] = [await withDevice(), await withDevice()]
    expect(await kindOf(theirs.tryIn({ code: mine.paper[0] as string }))).toBe('code-wrong')
  })

  it('are replaced by whoever shows both, and the old ones are good no more', async () => {
    const { both, signedIn, paper, tryIn, password } = await withDevice()
    expect(await kindOf(own.renewOwnRecoveryCodes(office, signedIn, { ...both(), password: 'wrong' }))).toBe(
      'login-failed',
    )
    expect(await kindOf(own.renewOwnRecoveryCodes(office, signedIn, { password, code: 'nothing' }))).toBe('code-wrong')
    const renewed = await own.renewOwnRecoveryCodes(office, signedIn, both())
    if (!renewed.ok) throw new Error(renewed.error.kind)
    expect(await kindOf(tryIn({ code: paper[0] as string }))).toBe('code-wrong')
    expect(await kindOf(tryIn({ code: renewed.value.recoveryCodes[0] as string }))).toBe('done')
  })
})

describe('turning it off', () => {
  it('takes password and code, and ends all other sessions', async () => {
    const { both, signedIn, password, token, tryIn, secret } = await withDevice()
    const elsewhere = await tryIn({ code: codeOf(secret) })
    if (!elsewhere.ok) throw new Error(elsewhere.error.kind)
    office.pass(period)
    const off = (given: own.Both) => kindOf(own.turnOffSecondFactor(office, signedIn, token, given))
    expect(await off({ ...both(), password: 'wrong' })).toBe('login-failed')
    expect(await off({ password, code: wrongCode(secret) })).toBe('code-wrong')
    expect(await off(both())).toBe('done')
    expect(await kindOf(tryIn())).toBe('done')
    expect(await office.sessions.find(token, new Date(office.now()))).not.toBeNull()
    expect(await office.sessions.find(elsewhere.value.token, new Date(office.now()))).toBeNull()
    expect(await off(both())).toBe('no-second-factor')
  })

  it('leaves nothing behind that a later one would go on with', async () => {
    const { both, signedIn, token, password, paper, tryIn } = await withDevice()
    await own.turnOffSecondFactor(office, signedIn, token, both())
    const offered = await own.offerSecondFactor(office, signedIn, password)
    if (!offered.ok) throw new Error(offered.error.kind)
    office.pass(period)
    expect((await own.setSecondFactor(office, signedIn, token, codeOf(offered.value.secret))).ok).toBe(true)
    expect(await kindOf(tryIn({ code: paper[0] as string }))).toBe('code-wrong')
  })

  it('is for an administrator too when the device is lost: all sessions end, and it is a fact', async () => {
    const { signedIn, token, tryIn } = await withDevice()
    expect((await removeSecondFactor(office, signedIn.account, 'ResetSecondFactor', house)).ok).toBe(true)
    expect(await office.sessions.find(token, new Date(office.now()))).toBeNull()
    expect(await kindOf(tryIn())).toBe('done')
    const { rows } = await office.database.work.query('select fact from event where stream_id = $1', [
      `account:${signedIn.account}`,
    ])
    expect(rows.map(({ fact }) => JSON.parse(fact).type)).toContain('SecondFactorReset')
    const again = removeSecondFactor(office, signedIn.account, 'ResetSecondFactor', house)
    expect(await kindOf(again)).toBe('no-second-factor')
  })
})

describe('a password that somebody else made, with a second factor', () => {
  it('asks for the new password before the code, so that a code is not used up', async () => {
    const { signedIn, secret, tryIn } = await withDevice()
    const reset = await resetPassword(office, signedIn.account, house)
    if (!reset.ok) throw new Error(reset.error.kind)
    const { password } = reset.value
    const code = codeOf(secret)
    expect(await kindOf(tryIn({ password, code }))).toBe('password-must-change')
    expect(await kindOf(tryIn({ password, code, newPassword: 'short' }))).toBe('password-too-short')
    expect(await kindOf(tryIn({ password, newPassword: 'Kiesel-Anker-81' }))).toBe('code-needed')
    expect(await kindOf(tryIn({ password, code, newPassword: 'Kiesel-Anker-81' }))).toBe('done')
  })
})

describe('an office that requires it', () => {
  it('of administrators has each set one on the way in, and lets nobody in before', async () => {
    const strict = await testOffice({ secondFactor: 'administrators' })
    await strict.openOrgan('east')
    const clerk = await strict.openStaff('clerk', [['east', 'clerk']])
    const { password } = await strict.openStaff('boss', [['east', 'administrator']])
    const come = (login: string, code?: string) =>
      logIn(strict, { login, password: clerk.password, address: '192.0.2.1', code })
    const offer = (login: string, typed = password) =>
      own.offerAtTheDoor(strict, { login, password: typed, address: '192.0.2.1' })
    expect(await kindOf(come('clerk'))).toBe('done')
    expect(await kindOf(come('boss'))).toBe('second-factor-must-be-set')
    expect(await kindOf(come('boss', '000000'))).toBe('second-factor-must-be-set')
    expect(await kindOf(offer('boss', 'wrong'))).toBe('login-failed')
    expect(await kindOf(offer('clerk'))).toBe('no-second-factor')
    const offered = await offer('boss')
    if (!offered.ok) throw new Error(offered.error.kind)
    const entered = await come('boss', codeOf(offered.value.secret, strict))
    if (!entered.ok) throw new Error(entered.error.kind)
    expect(entered.value.recoveryCodes).toHaveLength(10)
    expect(await kindOf(come('boss'))).toBe('code-needed')
    expect(await kindOf(offer('boss'))).toBe('second-factor-on')
    strict.pass(period)
    const signedIn = { account: entered.value.account, organ: organ('east'), address: '192.0.2.1' }
    const both = { password, code: codeOf(offered.value.secret, strict) }
    const off = own.turnOffSecondFactor(strict, signedIn, entered.value.token, both)
    expect(await kindOf(off)).toBe('second-factor-required')
  })
})
