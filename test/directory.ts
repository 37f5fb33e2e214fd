/** A directory (OpenID Connect) on loopback, which believes whoever says who they are, and a browser that goes there and back. */
import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider from 'oidc-provider'
import { createMemoryAdapter } from 'oidc-provider/lib/adapters/memory_adapter.js'
import { afterAll } from 'vitest'
import type { SignOnSettings } from '../src/identity/sign-in/sign-on.ts'
import { readConfig } from '../src/platform/config.ts'

const clientId = 'xinqiao'
const house = 'http://desk.test'
const redirectUri = `${house}/desk/sign-on`

export interface Directory {
  readonly settings: SignOnSettings
  /** What it says of somebody from now on. */
  say(person: string, claims: Readonly<Record<string, unknown>>): void
  /** Goes where the house sends a browser, as a person; returns the query with which the directory sends it back. */
  visit(url: string, person: string): Promise<string>
  close(): Promise<void>
}

export interface DirectoryWays {
  /** Whether it says what it knows in the ID token, or only to whoever asks for it. */
  readonly claimsIn?: 'id-token' | 'userinfo'
  /** How the house is set up beside that. */
  readonly environment?: Readonly<Record<string, string>>
}

export async function openDirectory({
  claimsIn = 'userinfo',
  environment = {},
}: DirectoryWays = {}): Promise<Directory> {
  const known = new Map<string, Readonly<Record<string, unknown>>>()
  const server = createServer()
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const clientSecret = randomBytes(24).toString('base64url')
  const provider = new Provider(issuer, configurationFor(known, clientSecret, claimsIn))
  const answer = provider.callback()
  const interact = interaction(provider)
  server.on('request', (request, response) =>
    request.url?.startsWith('/as/') ? void interact(request, response) : answer(request, response),
  )
  const close = () => new Promise<void>((closed) => server.close(() => closed()))
  afterAll(() => server.closeAllConnections())
  const { signOn } = readConfig(
    {},
    {
      XINQIAO_OIDC_ISSUER: issuer,
      XINQIAO_OIDC_CLIENT_ID: clientId,
      XINQIAO_OIDC_CLIENT_SECRET: clientSecret,
      XINQIAO_PUBLIC_URL: house,
      ...environment,
    },
  )
  if (signOn === null) throw new Error('sign-on is not set up')
  return {
    settings: { ...signOn, redirectUri },
    say: (person, claims) => void known.set(person, claims),
    visit,
    close: async () => {
      server.closeAllConnections()
      await close()
    },
  }
}

const configurationFor = (
  known: ReadonlyMap<string, Readonly<Record<string, unknown>>>,
  clientSecret: string,
  claimsIn: 'id-token' | 'userinfo',
) => ({
  clients: [{ client_id: clientId, client_secret: clientSecret, redirect_uris: [redirectUri] }],
  claims: { openid: ['sub'], profile: ['name', 'preferred_username', 'organ', 'posts', 'dept'] },
  conformIdTokenClaims: claimsIn === 'userinfo',
  // what it would take by itself, without the warning that nobody should
  adapter: createMemoryAdapter(),
  pkce: { required: () => true },
  cookies: { keys: [randomBytes(16).toString('hex')] },
  jwks: {
    keys: [
      { ...generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' }), alg: 'RS256' },
    ],
  },
  features: { devInteractions: { enabled: false } },
  interactions: { url: (_: unknown, { uid }: { uid: string }) => `/as/${uid}` },
  ttl: { AuthorizationCode: 60, AccessToken: 60, IdToken: 60, Interaction: 60, Session: 60, Grant: 60 },
  async findAccount(_: unknown, id: string) {
    return { accountId: id, claims: async () => ({ sub: id, ...known.get(id) }) }
  },
})

/** Who it is stands in a cookie; whoever says nothing declines. */
const interaction = (provider: Provider) => async (request: IncomingMessage, response: ServerResponse) => {
  const accountId = decodeURIComponent(/person=([^;]*)/.exec(request.headers.cookie ?? '')?.[1] ?? '')
  const { prompt } = await provider.interactionDetails(request, response)
  if (accountId === '') {
    await provider.interactionFinished(request, response, { error: 'access_denied' })
    return
  }
  const grant = new provider.Grant({ accountId, clientId })
  grant.addOIDCScope('openid profile')
  const result = prompt.name === 'login' ? { login: { accountId } } : { consent: { grantId: await grant.save() } }
  await provider.interactionFinished(request, response, result)
}

const mostHops = 12

async function visit(url: string, person: string): Promise<string> {
  const cookies = new Map([['person', encodeURIComponent(person)]])
  let at = url
  for (let hop = 0; hop < mostHops; hop++) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await fetch(at, { redirect: 'manual', headers: { cookie } })
    for (const set of answer.headers.getSetCookie()) {
      const [pair = ''] = set.split(';')
      cookies.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1))
    }
    const next = answer.headers.get('location')
    if (next === null)
      throw new Error(`the directory answered ${answer.status}: ${(await answer.text()).slice(0, 500)}`)
    at = new URL(next, at).href
    if (at.startsWith(redirectUri)) return new URL(at).search
  }
  throw new Error('the directory sends the browser round and round')
}
