import { randomInt } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'
import { lengthOf } from '../kernel/prose.ts'

/** Why a password will not do. */
export type PasswordFlaw = 'password-too-short' | 'password-too-long' | 'password-too-common' | 'password-like-login'

export const passwordLength = { min: 10, max: 200 } as const

/** What people type when they must type something. Compared without case, digits at the end and signs. */
const common = new Set(
  `password passw0rd passwort admin administrator root welcome letmein iloveyou monkey dragon sunshine princess football
   changeme changeit default secret test demo guest login qwerty qwertyuiop asdfghjkl zxcvbnm qazwsx qazwsxedc woaini
   woainima xinfang xinqiao mima guanliyuan zhongguo china beijing`.split(/\s+/),
)

/** Length counts for more than kinds of signs (NIST SP 800-63B); what everybody tries first is refused. */
export function flawOf(password: string, login: string): PasswordFlaw | null {
  const length = lengthOf(password)
  if (length < passwordLength.min) return 'password-too-short'
  if (length > passwordLength.max) return 'password-too-long'
  const bare = bareOf(password)
  const stem = bare.replace(/^\d+|\d+$/g, '')
  if (common.has(stem) || common.has(bare) || isMonotonous(bare)) return 'password-too-common'
  const name = bareOf(login)
  return name.length > 2 && bare.includes(name) && bare.length < name.length + 8 ? 'password-like-login' : null
}

const bareOf = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')

/** The same again and again, or counting: few of the steps from each sign to the next differ. */
function isMonotonous(text: string): boolean {
  const codes = [...text].map((sign) => sign.codePointAt(0) ?? 0)
  const steps = new Set(codes.slice(1).map((code, at) => code - (codes[at] ?? 0)))
  return new Set(codes).size < 5 || steps.size < 3
}

/** OWASP's first choice for argon2id: 19 MiB, two passes. Some 30 ms of one core, on a thread of its own. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

/** Too many people are logging in at this moment. */
export class PasswordsBusy extends Error {}

/** Hashes and checks passwords, a few at a time: each takes a core, and a flood of them must not take the house. */
export interface Passwords {
  hash(password: string): Promise<string>
  /** Takes as long without a hash as with one, so that nobody learns which logins exist. Throws PasswordsBusy. */
  verify(hash: string | null, password: string): Promise<boolean>
}

export async function passwords({ abreast = 2, waiting = 64 } = {}): Promise<Passwords> {
  const inTurn = turnstile(abreast, waiting)
  const nobodys = await hash(oneTimePassword(), cost)
  return {
    hash: (password) => inTurn(() => hash(password, cost)),
    verify: (known, password) =>
      inTurn(async () => {
        const same = await verify(known ?? nobodys, password)
        return known !== null && same
      }),
  }
}

function turnstile(abreast: number, waiting: number): <T>(work: () => Promise<T>) => Promise<T> {
  let inside = 0
  const line: (() => void)[] = []
  return async (work) => {
    if (inside < abreast) inside += 1
    else if (line.length >= waiting) throw new PasswordsBusy('too many logins at once')
    else await new Promise<void>((enter) => line.push(enter))
    try {
      return await work()
    } finally {
      const next = line.shift()
      if (next) next()
      else inside -= 1
    }
  }
}

/** Neither vowels, which make words, nor signs that look alike on paper. */
const signs = 'bcdfghjkmnpqrstvwxz23456789'

/** A password that somebody else reads out: four groups of four, 76 bits. */
export function oneTimePassword(): string {
  const group = (): string => Array.from({ length: 4 }, () => signs[randomInt(signs.length)]).join('')
  return [group(), group(), group(), group()].join('-')
}
