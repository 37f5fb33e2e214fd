/**
 * The wire of organs, accounts and sessions: paths and shapes, shared by routes, the OpenAPI document and the web. Long,
 * because it is a list: two dozen endpoints, one after the other.
 */
import { z } from 'zod'
import type { OrganKind, OrganLevel } from '../kernel/organ.ts'
import { posts } from '../kernel/viewer.ts'
import { parseRegionCode } from '../law/codes/regions.ts'
import { cursorOf } from '../platform/http/cursor.ts'
import { endpoint } from '../platform/http/endpoint.ts'
import { day, flag, flawed, list, organId, pageSize, prose } from '../platform/http/fields.ts'

export const organKinds = [
  ...(['bureau', 'government', 'party', 'department', 'township', 'village', 'discipline', 'court'] as const),
  ...(['procuratorate', 'police', 'conference', 'massOrganisation', 'enterprise', 'mediationCentre'] as const),
] as const satisfies readonly OrganKind[]
export const organLevels = [
  ...(['nation', 'province', 'prefecture', 'county', 'township', 'village'] as const),
] as const satisfies readonly OrganLevel[]

const region = () =>
  z
    .string()
    .meta({ pattern: '^\\d{2,12}$', description: 'division code: 2, 4, 6, 9 or 12 digits; 00 the whole country' })
    .transform((raw, ctx): string => parseRegionCode(raw) ?? flawed(ctx, raw, { flaw: 'not-a-region' }))
const accountId = () => z.string().regex(/^a[0-9a-f]{16}$/)
const line = (max: number) => prose({ max, singleLine: true })
export const secret = () => z.string().min(1).max(400)
export const loginField = () => z.string().min(1).max(100)

const heldPost = z.object({ organ: organId(), post: z.enum(posts) })
/** Days are the first and the last, both included; null for no last day. */
const grantedPost = heldPost.extend({ from: day(), until: day().nullable() })
/** From today unless said, and without end. */
const wantedPost = heldPost.extend({ from: day().optional(), until: day().nullable().default(null) })
const place = {
  region: region(),
  parent: organId().nullable().default(null),
  leadBy: organId().nullable().default(null),
}
const organName = { zh: line(100), en: line(200) }

export const named = z.object({ id: z.string(), zh: z.string(), en: z.string() })

// ———— sessions

export const me = z.object({
  account: z.string(),
  login: z.string(),
  name: z.string(),
  /** Where the person acts now, and as what. */
  organ: named,
  posts: z.array(z.enum(posts)),
  /** Whose handling they have while those are away; the posts above hold what comes with it. */
  actsFor: z.array(z.object({ account: z.string(), name: z.string(), until: day(), posts: z.array(z.enum(posts)) })),
  /** Where else they could act. */
  organs: z.array(named.extend({ posts: z.array(z.enum(posts)) })),
})

export const logInEndpoint = endpoint({
  id: 'session.begin',
  method: 'POST',
  path: '/api/session',
  access: 'anyone',
  pace: 'login',
  summary: { zh: '登录', en: 'Log in' },
  body: z.object({
    login: loginField(),
    password: secret(),
    /** In place of a password that an administrator made. */
    newPassword: secret().optional(),
    /** Six digits of the person's own device, or a recovery code. */
    code: z.string().min(1).max(40).optional(),
    organ: organId().optional(),
  }),
  response: me.extend({
    /** Where a second factor was set on the way in: shown once. */
    recoveryCodes: z.array(z.string()).optional(),
  }),
  refusals: [
    ...(['login-failed', 'locked-out', 'too-many-logins', 'password-must-change', 'password-expired'] as const),
    ...(['code-needed', 'code-wrong', 'second-factor-must-be-set', 'no-post'] as const),
  ],
})

export const readMe = endpoint({
  id: 'session.read',
  method: 'GET',
  path: '/api/session',
  access: 'staff',
  summary: { zh: '当前登录人', en: 'Who is logged in' },
  response: me,
})

export const logOut = endpoint({
  id: 'session.end',
  method: 'DELETE',
  path: '/api/session',
  access: 'anyone',
  summary: { zh: '退出登录', en: 'Log out' },
  response: z.void(),
})

export const actElsewhere = endpoint({
  id: 'session.move',
  method: 'PUT',
  path: '/api/session/organ',
  access: 'staff',
  summary: { zh: '切换所在机关单位', en: 'Act in another of one’s organs' },
  body: z.object({ organ: organId() }),
  response: me,
  refusals: ['no-post'],
})

export const changePasswordEndpoint = endpoint({
  id: 'session.password',
  method: 'PUT',
  path: '/api/session/password',
  access: 'staff',
  pace: 'login',
  summary: { zh: '修改密码（其他登录随即失效）', en: 'Change the password; all other sessions end' },
  body: z.object({ old: secret(), password: secret() }),
  response: z.void(),
  refusals: ['login-failed', 'locked-out', 'password-unchanged', 'password-too-short', 'password-too-common'],
})

// ———— while somebody is away

const colleague = { account: z.string(), name: z.string() }
const stead = z.object({ ...colleague, from: day(), until: day() })

export const readDelegation = endpoint({
  id: 'delegation.read',
  method: 'GET',
  path: '/api/session/delegation',
  access: 'staff',
  summary: { zh: '本人外出期间的委托', en: 'To whom one’s handling is given while one is away' },
  response: z.object({ given: stead.nullable() }),
})

export const delegateEndpoint = endpoint({
  id: 'delegation.give',
  method: 'POST',
  path: '/api/session/delegation',
  access: ['clerk', 'head'],
  summary: { zh: '外出委托：由同事代为办理', en: 'Give a colleague one’s handling while one is away' },
  body: z.object({ to: accountId(), from: day(), until: day() }),
  response: z.void(),
  refusals: [
    ...(['no-handling-post', 'delegation-given', 'delegate-to-oneself', 'delegate-without-post'] as const),
    ...(['delegate-away', 'day-gone-by', 'ends-before-it-begins'] as const),
  ],
})

export const revokeDelegationEndpoint = endpoint({
  id: 'delegation.revoke',
  method: 'DELETE',
  path: '/api/session/delegation',
  access: 'staff',
  summary: { zh: '收回委托（立即生效）', en: 'Take one’s handling back, at once' },
  response: z.void(),
  refusals: ['no-delegation'],
})

// ———— organs

export const organView = named.extend({
  kind: z.enum(organKinds),
  level: z.enum(organLevels),
  region: z.string(),
  parent: z.string().nullable(),
  leadBy: z.string().nullable(),
  state: z.enum(['active', 'merged', 'split', 'abolished']),
  successors: z.array(z.string()),
  /** 机关代字 of its document numbers: what was set, or else what follows from its name. */
  code: z.string(),
})

export const listOrgans = endpoint({
  id: 'organ.list',
  method: 'GET',
  path: '/api/organs',
  access: 'anyone',
  summary: { zh: '机关单位名录', en: 'The organs of the house' },
  query: z.object({
    /** The region and everything inside it. */
    region: region().optional(),
    level: z.enum(organLevels).optional(),
    kind: z.enum(organKinds).optional(),
    parent: organId().optional(),
    /** A part of the name, in either language. */
    name: z.string().max(100).optional(),
    /** With those that have been merged, split or abolished. */
    ended: flag().optional(),
  }),
  response: z.object({ items: z.array(organView) }),
})

const organParams = z.object({ organ: organId() })
const organDone = z.object({ organ: organView, version: z.int() })

export const administer = ['administrator'] as const

export const openOrganEndpoint = endpoint({
  id: 'organ.open',
  method: 'POST',
  path: '/api/organs',
  access: administer,
  summary: { zh: '新设机关单位', en: 'Open an organ' },
  body: z.object({
    id: organId().optional(),
    ...organName,
    kind: z.enum(organKinds),
    level: z.enum(organLevels),
    ...place,
  }),
  response: organDone,
  status: 201,
})

export const renameOrgan = endpoint({
  id: 'organ.rename',
  method: 'PUT',
  path: '/api/organs/:organ/name',
  access: administer,
  summary: { zh: '机关单位更名', en: 'Rename an organ' },
  params: organParams,
  body: z.object(organName),
  response: organDone,
})

/** 机关代字: Chinese characters, because digits and brackets belong to the number. */
const documentCode = z
  .string()
  .meta({ maxLength: 20 })
  .regex(/^\p{Script=Han}{1,20}$/u)

export const setDocumentCode = endpoint({
  id: 'organ.document-code',
  method: 'PUT',
  path: '/api/organs/:organ/document-code',
  access: administer,
  summary: { zh: '设定机关代字（文号用）', en: 'Set the code of an organ in document numbers' },
  params: organParams,
  body: z.object({ code: documentCode.nullable() }),
  response: organDone,
})

export const moveOrgan = endpoint({
  id: 'organ.move',
  method: 'PUT',
  path: '/api/organs/:organ/place',
  access: administer,
  summary: { zh: '调整隶属关系', en: 'Move an organ under another' },
  params: organParams,
  body: z.object(place),
  response: organDone,
})

export const mergeOrgan = endpoint({
  id: 'organ.merge',
  method: 'POST',
  path: '/api/organs/:organ/merge',
  access: administer,
  summary: { zh: '合并：并入另一机关单位', en: 'Merge an organ into another' },
  params: organParams,
  body: z.object({ into: organId() }),
  response: organDone,
})

export const splitOrgan = endpoint({
  id: 'organ.split',
  method: 'POST',
  path: '/api/organs/:organ/split',
  access: administer,
  summary: { zh: '分立：由几个机关单位承接', en: 'Split an organ into several' },
  params: organParams,
  body: z.object({ into: list(organId(), { min: 2, max: 20 }) }),
  response: organDone,
})

export const abolishOrgan = endpoint({
  id: 'organ.abolish',
  method: 'POST',
  path: '/api/organs/:organ/abolish',
  access: administer,
  summary: { zh: '撤销', en: 'Abolish an organ' },
  params: organParams,
  body: z.object({ successor: organId().nullable() }),
  response: organDone,
})

// ———— accounts

export const accountView = z.object({
  id: z.string(),
  login: z.string(),
  name: z.string(),
  state: z.enum(['open', 'closed']),
  openedOn: day(),
  /** Those to come and those that have ended too. */
  posts: z.array(grantedPost),
  /** The password is one that an administrator made and the person has not replaced yet. */
  isWaiting: z.boolean(),
  hasSecondFactor: z.boolean(),
})

export const accountCursor = cursorOf(z.string().max(100))

export const listAccounts = endpoint({
  id: 'account.list',
  method: 'GET',
  path: '/api/accounts',
  access: administer,
  summary: { zh: '账号：本机关单位及下级', en: 'Accounts of your organ and those below' },
  query: z.object({
    organ: organId().optional(),
    /** A part of the login or the name. */
    like: z.string().max(100).optional(),
    cursor: accountCursor.field.optional(),
    limit: pageSize(200, 50),
  }),
  response: z.object({ items: z.array(accountView), next: z.string().nullable() }),
})

export const listColleagues = endpoint({
  id: 'account.colleagues',
  method: 'GET',
  path: '/api/colleagues',
  access: 'staff',
  summary: { zh: '本机关单位的同事', en: 'Colleagues in your organ' },
  response: z.object({
    items: z.array(
      z.object({
        ...colleague,
        posts: z.array(z.enum(posts)),
        /** Away now or soon, and who handles in their place. */
        away: stead.nullable(),
      }),
    ),
  }),
})

export const accountParams = z.object({ account: accountId() })
/** A password that is shown once. */
const oneTime = z.object({ account: z.string(), password: z.string() })

export const openAccountEndpoint = endpoint({
  id: 'account.open',
  method: 'POST',
  path: '/api/accounts',
  access: administer,
  summary: { zh: '开立账号', en: 'Open an account' },
  body: z.object({ login: loginField(), name: line(50), posts: list(wantedPost, { min: 1, max: 50 }) }),
  response: oneTime,
  status: 201,
  refusals: [
    ...(['login-unreadable', 'login-taken', 'outside-your-organs', 'administrator-cannot-audit'] as const),
    ...(['only-its-own-administrator', 'administrator-first', 'day-gone-by', 'ends-before-it-begins'] as const),
  ],
})

export const renameAccountEndpoint = endpoint({
  id: 'account.rename',
  method: 'PUT',
  path: '/api/accounts/:account/name',
  access: administer,
  summary: { zh: '更正姓名', en: 'Correct the name of a person' },
  params: accountParams,
  body: z.object({ name: line(50) }),
  response: z.void(),
})

export const grantPost = endpoint({
  id: 'account.grant',
  method: 'POST',
  path: '/api/accounts/:account/posts',
  access: administer,
  summary: { zh: '授予岗位', en: 'Grant a post' },
  params: accountParams,
  body: wantedPost,
  response: z.void(),
  refusals: [
    ...(['post-held', 'own-account', 'outside-your-organs', 'administrator-cannot-audit'] as const),
    ...(['only-its-own-administrator', 'administrator-first', 'day-gone-by', 'ends-before-it-begins'] as const),
  ],
})

export const changePostEnd = endpoint({
  id: 'account.end',
  method: 'PUT',
  path: '/api/accounts/:account/posts/:organ/:post/until',
  access: administer,
  summary: { zh: '变更岗位截止日期', en: 'Set, move or lift the last day of a post' },
  params: accountParams.extend(heldPost.shape),
  body: z.object({ until: day().nullable() }),
  response: z.void(),
  refusals: [
    ...(['post-not-held', 'own-account', 'outside-your-organs', 'only-its-own-administrator'] as const),
    ...(['nothing-changes', 'last-administrator', 'day-gone-by', 'ends-before-it-begins'] as const),
  ],
})

export const revokePost = endpoint({
  id: 'account.revoke',
  method: 'DELETE',
  path: '/api/accounts/:account/posts/:organ/:post',
  access: administer,
  summary: { zh: '收回岗位', en: 'Revoke a post' },
  params: accountParams.extend(heldPost.shape),
  response: z.void(),
  refusals: ['post-not-held', 'last-administrator', 'outside-your-organs', 'only-its-own-administrator'],
})

export const resetPasswordEndpoint = endpoint({
  id: 'account.reset',
  method: 'POST',
  path: '/api/accounts/:account/password',
  access: administer,
  summary: { zh: '重置密码（一次性密码只显示一次）', en: 'Reset the password; the new one is shown once' },
  params: accountParams,
  response: oneTime,
  refusals: ['own-account', 'outside-your-organs', 'only-its-own-administrator'],
})

export const closeAccount = endpoint({
  id: 'account.close',
  method: 'POST',
  path: '/api/accounts/:account/close',
  access: administer,
  summary: { zh: '注销账号', en: 'Close an account' },
  params: accountParams,
  response: z.void(),
  refusals: ['last-administrator', 'outside-your-organs', 'only-its-own-administrator'],
})

/** All of them, for whoever checks every route against every role. */
export const identityEndpoints = [
  ...[logInEndpoint, readMe, logOut, actElsewhere, changePasswordEndpoint],
  ...[readDelegation, delegateEndpoint, revokeDelegationEndpoint],
  ...[listOrgans, openOrganEndpoint, renameOrgan, setDocumentCode, moveOrgan, mergeOrgan, splitOrgan, abolishOrgan],
  ...[listAccounts, listColleagues, openAccountEndpoint, renameAccountEndpoint, grantPost, changePostEnd, revokePost],
  ...[resetPasswordEndpoint, closeAccount],
]
