import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { AccountId } from '../account.ts'
import { type KeyVault, subkey } from '../keyring.ts'

/**
 * Browsers in which somebody has signed in before. What such a browser keeps proves no more than that, and opens nothing;
 * but its attempts are counted apart from those of strangers, so that strangers cannot keep its owner out (ADR 0013).
 */
export interface KnownBrowsers {
  readonly keptMs: number
  /** The browser's own name, if somebody has signed in to this account from it since the password last changed. */
  recognise(kept: string | null, whose: Whose, now: Date): string | null
  /** What the browser is to keep from now on: this account beside those of others who sit at it. */
  remember(kept: string | null, whose: Whose, now: Date): string
  /** An account that has been signed in to from this browser: under it the wire counts what the browser sends. */
  accountIn(kept: string, now: Date): AccountId | null
}

export interface Whose {
  readonly account: AccountId
  /** Changes with the password: a browser that was lent to somebody is a stranger again. */
  readonly epoch: string
}

interface Token extends Readonly<Record<'account' | 'ref' | 'since' | 'epochMark' | 'text', string>> {}

/** Half a year, begun again at each sign-in. */
const keptMs = 180 * 86_400_000
/** A counter at which a whole shift takes turns. */
const mostAccounts = 6
const tokenShape = /^(a[0-9a-f]{16})\.([\w-]{11})\.([0-9a-z]{1,9})\.([\w-]{16})\.([\w-]{43})$/

export async function knownBrowsers(vault: KeyVault): Promise<KnownBrowsers> {
  const key = subkey(await vault.sessionKey(), 'known browser')
  const macOf = (text: string): Buffer => createHmac('sha256', key).update(text).digest()
  const markOf = (epoch: string): string => macOf(`epoch\n${epoch}`).toString('base64url').slice(0, 16)
  const tokensIn = (kept: string | null, now: Date): readonly Token[] =>
    (kept ?? '')
      .slice(0, 2000)
      .split('~')
      .slice(0, mostAccounts)
      .map((text) => read(text, now))
      .filter((token) => token !== null)

  function read(text: string, now: Date): Token | null {
    const [, account = '', ref = '', since = '', epochMark = '', mac = ''] = tokenShape.exec(text) ?? []
    if (account === '') return null
    const genuine = timingSafeEqual(Buffer.from(mac, 'base64url'), macOf(text.slice(0, -mac.length)))
    const isFresh = now.getTime() - Number.parseInt(since, 36) * 1000 < keptMs
    return genuine && isFresh ? { account, ref, since, epochMark, text } : null
  }
  const find = (tokens: readonly Token[], { account, epoch }: Whose): Token | undefined =>
    tokens.find((token) => token.account === account && token.epochMark === markOf(epoch))

  return {
    keptMs,
    recognise: (kept, whose, now) => find(tokensIn(kept, now), whose)?.ref ?? null,
    remember(kept, whose, now) {
      const tokens = tokensIn(kept, now)
      const ref = find(tokens, whose)?.ref ?? randomBytes(8).toString('base64url')
      const since = Math.floor(now.getTime() / 1000).toString(36)
      const signed = `${whose.account}.${ref}.${since}.${markOf(whose.epoch)}.`
      const others = tokens.filter(({ account }) => account !== whose.account).map(({ text }) => text)
      return [`${signed}${macOf(signed).toString('base64url')}`, ...others].slice(0, mostAccounts).join('~')
    },
    accountIn: (kept, now) => (tokensIn(kept, now)[0]?.account as AccountId | undefined) ?? null,
  }
}
