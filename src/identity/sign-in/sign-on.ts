/** Sign-on (OpenID Connect): the house asks the office's own directory who somebody is. Authorization code, PKCE, state, nonce. */
import * as oidc from 'openid-client'
import { err, ok, type Result } from '../../kernel/result.ts'
import type { SignOnSettings as Configured } from '../../platform/sign-on-config.ts'
import { type KeyVault, subkey } from '../keyring.ts'
import { openSecret, sealSecret } from '../sealed-secret.ts'
import { type Claims, isComplete } from './claims.ts'

export interface SignOnSettings extends Configured {
  /** Where the directory sends people back to: a page of the desk. */
  readonly redirectUri: string
  /** Told why a sign-on came to nothing, for the log; whoever signs on is told less. */
  readonly report?: (fault: unknown) => void
}

export type SignOnRefusal =
  | { readonly kind: 'sign-on-unreachable' }
  | { readonly kind: 'sign-on-declined' }
  | { readonly kind: 'sign-on-lapsed' }
  /** Forged, replayed, of another sign-on or of another directory: the same for all of them. */
  | { readonly kind: 'sign-on-failed' }

/** Somebody whom the directory vouches for. */
export interface Vouched {
  readonly issuer: string
  readonly subject: string
  readonly claims: Claims
}

export interface SignOn {
  readonly settings: SignOnSettings
  readonly pendingMs: number
  /** Where to send the browser, and what it keeps until it comes back. */
  begin(now: Date): Promise<Result<{ readonly url: string; readonly pending: string }, SignOnRefusal>>
  /** What the browser came back with: the query of the address that the directory sent it to. */
  finish(pending: string | null, query: string, now: Date): Promise<Result<Vouched, SignOnRefusal>>
}

interface Pending extends Readonly<Record<'state' | 'nonce' | 'verifier', string>> {
  readonly untilMs: number
}

/** Long enough to find one's password at the directory. */
const pendingMs = 10 * 60_000
const waitSeconds = 10

export async function signOnAt(settings: SignOnSettings, vault: KeyVault): Promise<SignOn> {
  const key = subkey(await vault.sessionKey(), 'sign-on')
  const directory = discovered(settings)
  const attempt = async <T>(work: () => Promise<T>): Promise<Result<T, SignOnRefusal>> => {
    try {
      return ok(await work())
    } catch (fault) {
      settings.report?.(fault)
      return err({ kind: kindOf(fault) })
    }
  }
  return {
    settings,
    pendingMs,
    begin: (now) =>
      attempt(async () => {
        const [state, nonce, verifier] = [oidc.randomState(), oidc.randomNonce(), oidc.randomPKCECodeVerifier()]
        const url = oidc.buildAuthorizationUrl(await directory(), {
          ...{ redirect_uri: settings.redirectUri, scope: settings.scope, state, nonce },
          ...{ code_challenge: await oidc.calculatePKCECodeChallenge(verifier), code_challenge_method: 'S256' },
        })
        const pending: Pending = { state, nonce, verifier, untilMs: now.getTime() + pendingMs }
        const sealed = sealSecret(key, 'sign-on', Buffer.from(JSON.stringify(pending)))
        return { url: url.href, pending: sealed.toString('base64url') }
      }),
    async finish(kept, query, now) {
      const opened = openSecret(key, 'sign-on', Buffer.from(kept ?? '', 'base64url'))
      if (opened === null) return err({ kind: 'sign-on-lapsed' })
      const pending = JSON.parse(opened.toString()) as Pending
      if (pending.untilMs <= now.getTime()) return err({ kind: 'sign-on-lapsed' })
      return attempt(async () => vouched(settings, await directory(), pending, query))
    },
  }
}

/** Asked for when first needed, and again after it could not be had: the house starts without the directory. */
function discovered(settings: SignOnSettings): () => Promise<oidc.Configuration> {
  let known: Promise<oidc.Configuration> | undefined
  const { issuer, clientId, clientSecret } = settings
  const execute = issuer.startsWith('http:') ? [oidc.allowInsecureRequests] : []
  return () => {
    known ??= oidc
      .discovery(new URL(issuer), clientId, clientSecret, authentication(clientSecret), {
        execute,
        timeout: waitSeconds,
      })
      .catch((fault: unknown) => {
        known = undefined
        throw fault
      })
    return known
  }
}

/** As the directory takes it; what it does not say is `client_secret_basic` (OpenID Connect Discovery 1.0, section 3). */
function authentication(secret: string): oidc.ClientAuth {
  const [basic, post] = [oidc.ClientSecretBasic(secret), oidc.ClientSecretPost(secret)]
  return (server, ...rest) => {
    const taken = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic']
    const way = taken.includes('client_secret_basic') ? basic : post
    way(server, ...rest)
  }
}

async function vouched(
  settings: SignOnSettings,
  directory: oidc.Configuration,
  { state, nonce, verifier }: Pending,
  query: string,
): Promise<Vouched> {
  const cameBackTo = new URL(settings.redirectUri)
  cameBackTo.search = query
  const tokens = await oidc.authorizationCodeGrant(directory, cameBackTo, {
    ...{ expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, idTokenExpected: true },
  })
  const idToken = tokens.claims()
  if (idToken === undefined) throw new Error('the directory sent no ID token')
  const { iss: issuer, sub: subject } = idToken
  const mustAsk = !isComplete(settings, idToken) && directory.serverMetadata().userinfo_endpoint !== undefined
  const more = mustAsk ? await oidc.fetchUserInfo(directory, tokens.access_token, subject) : {}
  return { issuer, subject, claims: { ...more, ...idToken } }
}

function kindOf(fault: unknown): SignOnRefusal['kind'] {
  if (fault instanceof oidc.AuthorizationResponseError) return 'sign-on-declined'
  return isUnreachable(fault) ? 'sign-on-unreachable' : 'sign-on-failed'
}

/** `fetch` says TypeError for a line that is down; the client says it with codes. */
function isUnreachable(fault: unknown): boolean {
  if (!(fault instanceof Error)) return false
  const { code } = fault as { code?: string }
  if (code === 'OAUTH_TIMEOUT' || code === 'OAUTH_RESPONSE_IS_NOT_CONFORM') return true
  return (fault instanceof TypeError && fault.message === 'fetch failed') || isUnreachable(fault.cause)
}
