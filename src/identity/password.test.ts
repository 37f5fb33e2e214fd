import { describe, expect, it } from 'vitest'
import { flawOf, oneTimePassword, PasswordsBusy, passwords } from './password.ts'

describe('a password', () => {
  it.each([
    ['short', 'password-too-short'],
    ['九个字的密码不够长', 'password-too-short'],
    ['x'.repeat(201), 'password-too-long'],
    ['password123', 'password-too-common'],
    ['P@ssw0rd-2026', null],
    ['Password!!2026', 'password-too-common'],
    ['1234567890', 'password-too-common'],
    ['9876543210', 'password-too-common'],
    ['aaaaaaaaaaaa', 'password-too-common'],
    ['abababababab', 'password-too-common'],
    ['abcdefghijkl', 'password-too-common'],
    ['qwertyuiop12', 'password-too-common'],
    ['2026Xinfang!', 'password-too-common'],
    ['wang.fang1990', 'password-like-login'],
    ['WangFang2026', 'password-like-login'],
    ['Wang und Fang im Regen', null],
    ['Granit-Wolke-27', null],
    ['信访为民，一枝一叶总关情', null],
    ['correct horse battery staple', null],
  ])('%j: %s', (password, flaw) => expect(flawOf(password, 'wang.fang')).toBe(flaw))

  it('that is made for somebody is always good enough, and never the same', () => {
    const made = Array.from({ length: 500 }, oneTimePassword)
    expect(made.every((password) => flawOf(password, 'li') === null)).toBe(true)
    expect(new Set(made).size).toBe(500)
  })
})

describe('hashing passwords', () => {
  it('is argon2id with 19 MiB and two passes, and salted', async () => {
    const { hash, verify } = await passwords()
    const [a, b] = [await hash('Granit-Wolke-27'), await hash('Granit-Wolke-27')]
    expect(a).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    expect(a).not.toBe(b)
    expect(await verify(a, 'Granit-Wolke-27')).toBe(true)
    expect(await verify(a, 'granit-wolke-27')).toBe(false)
    expect(await verify(null, 'Granit-Wolke-27')).toBe(false)
  })

  it('never takes more than its share: a flood is turned away, and those inside are served', async () => {
    const { hash } = await passwords({ abreast: 1, waiting: 3 })
    const outcomes = await Promise.allSettled(Array.from({ length: 10 }, (_, at) => hash(`password ${at}`)))
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(4)
    for (const outcome of outcomes)
      if (outcome.status === 'rejected') expect(outcome.reason).toBeInstanceOf(PasswordsBusy)
    expect(await hash('afterwards')).toContain('argon2id')
  })
})
