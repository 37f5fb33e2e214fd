/** How staff sign on through the office's own directory (OpenID Connect), as the environment says it. */
import { z } from 'zod'
import { isKnownSecret } from './known-secrets.ts'

export interface SignOnSettings {
  /** The issuer as it calls itself: `https://login.example.gov.cn/realms/office` */
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  readonly scope: string
  /** Under which names the directory says what the house needs to know. */
  readonly claims: Readonly<Record<'organ' | 'posts' | 'login' | 'name', string>>
  /** Their name for an organ → our id; without any, what they say is taken for our id. */
  readonly organs: ReadonlyMap<string, string>
  /** Their name for a post → ours; without any, what they say is taken for ours. */
  readonly posts: ReadonlyMap<string, string>
  /** Whether the directory's word is enough to make an administrator. */
  readonly administrators: 'never' | 'allowed'
}

/** Shorter ones can be tried out by whoever catches one signed request. */
const shortestSecret = 16

export const signOnVariables = {
  XINQIAO_OIDC_ISSUER: z
    .string()
    .refine(isIssuer, 'is not an https:// address (http:// only on this machine)')
    .optional(),
  XINQIAO_OIDC_CLIENT_ID: z.string().max(200).optional(),
  XINQIAO_OIDC_CLIENT_SECRET: z
    .string()
    .refine((secret) => !isKnownSecret(secret), 'is a secret that everybody knows')
    .refine((secret) => secret.length >= shortestSecret, `has fewer than ${shortestSecret} characters`)
    .optional(),
  XINQIAO_OIDC_SCOPE: z
    .string()
    .regex(/\bopenid\b/, 'does not ask for openid')
    .default('openid profile'),
  XINQIAO_OIDC_ORGAN_CLAIM: z.string().default('organ'),
  XINQIAO_OIDC_POSTS_CLAIM: z.string().default('posts'),
  XINQIAO_OIDC_LOGIN_CLAIM: z.string().default('preferred_username'),
  XINQIAO_OIDC_NAME_CLAIM: z.string().default('name'),
  XINQIAO_OIDC_ORGANS: z.string().refine(isMapping, 'is not a list of theirs=ours, one after a comma').default(''),
  XINQIAO_OIDC_POSTS: z.string().refine(isMapping, 'is not a list of theirs=ours, one after a comma').default(''),
  XINQIAO_OIDC_ADMINISTRATORS: z.enum(['never', 'allowed']).default('never'),
} as const

type Variables = z.infer<z.ZodObject<typeof signOnVariables>>

/** Needed together, or none of them. */
export const signOnNeeds = ['XINQIAO_OIDC_ISSUER', 'XINQIAO_OIDC_CLIENT_ID', 'XINQIAO_OIDC_CLIENT_SECRET'] as const

export function signOnFrom(value: Variables): SignOnSettings | null {
  const [issuer, clientId, clientSecret] = signOnNeeds.map((name) => value[name])
  if (issuer === undefined || clientId === undefined || clientSecret === undefined) return null
  return {
    ...{ issuer, clientId, clientSecret, scope: value.XINQIAO_OIDC_SCOPE },
    claims: {
      organ: value.XINQIAO_OIDC_ORGAN_CLAIM,
      posts: value.XINQIAO_OIDC_POSTS_CLAIM,
      login: value.XINQIAO_OIDC_LOGIN_CLAIM,
      name: value.XINQIAO_OIDC_NAME_CLAIM,
    },
    organs: mappingOf(value.XINQIAO_OIDC_ORGANS),
    posts: mappingOf(value.XINQIAO_OIDC_POSTS),
    administrators: value.XINQIAO_OIDC_ADMINISTRATORS,
  }
}

/** What goes over the line without TLS stays on this machine. */
function isIssuer(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, hostname } = new URL(text)
  return protocol === 'https:' || (protocol === 'http:' && ['127.0.0.1', '[::1]', 'localhost'].includes(hostname))
}

const pairsOf = (text: string): readonly (readonly string[])[] =>
  text
    .split(',')
    .filter((pair) => pair.trim() !== '')
    .map((pair) => pair.split('=').map((side) => side.trim()))

function isMapping(text: string): boolean {
  return pairsOf(text).every((sides) => sides.length === 2 && sides.every((side) => side !== ''))
}

const mappingOf = (text: string): ReadonlyMap<string, string> =>
  new Map(pairsOf(text).map(([theirs = '', ours = '']) => [theirs, ours]))
