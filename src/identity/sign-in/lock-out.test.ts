/** docs/adr/0013: nobody keeps the owner of an account out by guessing, and guessing stays slow. */
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { organ, type TestOffice, testOffice } from '../../../test/office.ts'
import { drawFromSeed, seed } from '../../../test/seed.ts'
import { type LoggingIn, logIn, replacePassword } from '../login.ts'

drawFromSeed()

const second = 1000
const minute = 60 * second
let office: TestOffice
let staffed = 0

beforeAll(async () => {
  office = await testOffice()
  await office.openOrgan('east')
})

const outcome = async (request: LoggingIn) => {
  const answer = await logIn(office, request)
  return answer.ok ? 'in' : answer.error.kind
}

/** Somebody who has signed in once, from their own desk. */
async function owner() {
  staffed += 1
  const login = `owner${staffed}`
  const { id, password } = await office.openStaff(login, [['east', 'clerk']])
  const home = `198.51.100.${staffed}`
  const first = await logIn(office, { login, password, address: home })
  if (!first.ok) throw new Error(first.error.kind)
  return { id, login, password, home, browser: first.value.browser }
}

const from = (at: number): string => `203.0.${Math.floor(at / 250) % 250}.${at % 250}`

/** Guesses from ever other addresses as fast as the house answers; how many were looked at. */
async function hammer(login: string, times: number, start = 0): Promise<number> {
  let looked = 0
  for (let at = 0; at < times; at++) {
    if ((await outcome({ login, password: `guess ${at}`, address: from(start + at) })) === 'login-failed') looked += 1
  }
  return looked
}

describe('a stranger who hammers at a login', () => {
  it('from many addresses does not keep the owner’s browser out', async () => {
    const { login, password, home, browser } = await owner()
    expect(await hammer(login, 60)).toBe(20)
    expect(await outcome({ login, password, address: home, browser })).toBe('in')
    // nor from elsewhere, nor through the attacker's own network
    expect(await outcome({ login, password, address: from(3), browser })).toBe('in')
  })

  it('does not do so through the address of the office either', async () => {
    const { login, password, home, browser } = await owner()
    for (let at = 0; at < 60; at++) await outcome({ login: `other${at}`, password: 'x', address: home })
    for (let at = 0; at < 6; at++) await outcome({ login, password: 'x', address: home })
    expect(await outcome({ login, password, address: home })).toBe('locked-out')
    expect(await outcome({ login, password, address: home, browser })).toBe('in')
  })

  it('is slow: no more than three hundred guesses a day, from however many addresses', async () => {
    const { login } = await owner()
    let looked = 0
    const hours = 1
    for (let at = 0; at < hours * 60; at++) {
      looked += await hammer(login, 2, at * 2)
      office.pass(minute)
    }
    expect(looked).toBeGreaterThan(20)
    expect(looked).toBeLessThanOrEqual(25 + (hours * 60) / 5)
  }, 60_000)

  it('leaves a browser that is new its turn among theirs', async () => {
    const { login, password } = await owner()
    await hammer(login, 25)
    expect(await outcome({ login, password, address: '192.0.2.77' })).toBe('locked-out')
    office.pass(5 * minute)
    expect(await outcome({ login, password, address: '192.0.2.77' })).toBe('in')
  })

  it('does not get more guesses because the owner comes and goes', async () => {
    const { login, password, home, browser } = await owner()
    expect(await hammer(login, 30)).toBe(20)
    expect(await outcome({ login, password, address: home, browser })).toBe('in')
    expect(await hammer(login, 30, 30)).toBe(0)
  })
})

describe('a browser that is known', () => {
  it('has its own patience, and no other’s', async () => {
    const { login, password, home, browser } = await owner()
    for (let at = 0; at < 5; at++)
      expect(await outcome({ login, password: 'x', address: home, browser })).toBe('login-failed')
    expect(await outcome({ login, password, address: home, browser })).toBe('locked-out')
    expect(await outcome({ login, password, address: home })).toBe('in')
  })

  it('is a stranger with the login of somebody else', async () => {
    const [mine, theirs] = [await owner(), await owner()]
    for (let at = 0; at < 5; at++)
      await outcome({ login: theirs.login, password: 'x', address: mine.home, browser: mine.browser })
    const attempt = { login: theirs.login, password: theirs.password, address: mine.home, browser: mine.browser }
    expect(await outcome(attempt)).toBe('locked-out')
  })

  it('is a stranger once the password was changed elsewhere, and known again after that', async () => {
    const { id, login, password, home, browser } = await owner()
    const changed = await replacePassword(
      office,
      { account: id, organ: organ('east'), address: home, browser },
      { old: password, password: 'Kiesel-Anker-81' },
    )
    if (!changed.ok) throw new Error(changed.error.kind)
    await hammer(login, 25)
    const again = { login, password: 'Kiesel-Anker-81', address: '192.0.2.99' }
    expect(await outcome({ ...again, browser })).toBe('locked-out')
    expect(await outcome({ ...again, browser: changed.value.browser })).toBe('in')
  })
})

describe('whatever strangers do', () => {
  const deed = fc.oneof(
    fc.record({ kind: fc.constant('guess' as const), at: fc.nat(400), many: fc.integer({ min: 1, max: 8 }) }),
    fc.record({ kind: fc.constant('wait' as const), ms: fc.integer({ min: 1, max: 10 * minute }) }),
    fc.record({ kind: fc.constant('forge' as const), browser: fc.string({ unit: 'binary', maxLength: 120 }) }),
  )

  it(`the owner’s browser gets in, and guesses stay few (SEED=${seed})`, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(deed, { maxLength: 12 }), async (deeds) => {
        const { login, password, home, browser } = await owner()
        let [looked, passedMs] = [0, 0]
        for (const one of deeds) {
          if (one.kind === 'wait') {
            office.pass(one.ms)
            passedMs += one.ms
          } else if (one.kind === 'guess') looked += await hammer(login, one.many, one.at)
          else await outcome({ login, password: 'x', address: from(1), browser: one.browser })
        }
        expect(looked).toBeLessThanOrEqual(25 + Math.ceil(passedMs / (15 * second)))
        expect(await outcome({ login, password, address: home, browser })).toBe('in')
      }),
      { numRuns: 8 },
    )
  }, 120_000)
})
