/** The wire of signing in: second factors, sign-on through the office's directory, one's own sessions, and links to a first password. */
import { z } from 'zod'
import { endpoint } from '../../platform/http/endpoint.ts'
import { accountParams, administer, loginField, me, named, secret } from '../contract.ts'

const code = () => z.string().min(1).max(40)
const both = z.object({ password: secret(), code: code() })

/** What an authenticator app is given: shown once. */
export const offer = z.object({ secret: z.string(), uri: z.string() })
/** Shown once. */
export const recovery = z.object({ recoveryCodes: z.array(z.string()) })

const whenAsked = ['login-failed', 'locked-out', 'too-many-logins'] as const

// ———— at the door

export const readWays = endpoint({
  id: 'session.ways',
  method: 'GET',
  path: '/api/session/ways',
  access: 'anyone',
  summary: { zh: '可用的登录方式', en: 'The ways to sign in' },
  response: z.object({
    /** Through the office's own directory. */
    signOn: z.boolean(),
    secondFactor: z.enum(['optional', 'administrators', 'everyone']),
  }),
})

export const offerAtDoor = endpoint({
  id: 'session.offer',
  method: 'POST',
  path: '/api/session/second-factor',
  access: 'anyone',
  pace: 'login',
  summary: { zh: '登录前设置第二因素（单位要求时）', en: 'Set a second factor before the first login that needs it' },
  body: z.object({ login: loginField(), password: secret() }),
  response: offer,
  refusals: [...whenAsked, 'second-factor-on', 'no-second-factor'],
})

export const beginSignOn = endpoint({
  id: 'session.sign-on',
  method: 'POST',
  path: '/api/session/sign-on',
  access: 'anyone',
  pace: 'login',
  summary: { zh: '转到单位统一身份认证', en: 'Go to the office’s own directory' },
  response: z.object({ url: z.string() }),
  refusals: ['sign-on-not-set-up', 'sign-on-unreachable'],
})

export const finishSignOn = endpoint({
  id: 'session.sign-on-back',
  method: 'PUT',
  path: '/api/session/sign-on',
  access: 'anyone',
  pace: 'login',
  summary: { zh: '从统一身份认证返回后登录', en: 'Come in with what the directory answered' },
  body: z.object({
    /** The query of the address that the directory sent the browser back to. */
    answer: z.string().max(8000),
  }),
  response: me,
  refusals: [
    ...(['sign-on-not-set-up', 'sign-on-unreachable', 'sign-on-declined', 'sign-on-lapsed', 'sign-on-failed'] as const),
    ...(['sign-on-claims-missing', 'sign-on-no-post', 'account-closed', 'administrator-cannot-audit'] as const),
  ],
})

const token = () => z.string().min(1).max(200)

export const readInvitation = endpoint({
  id: 'invitation.read',
  method: 'POST',
  path: '/api/invitation',
  access: 'anyone',
  pace: 'login',
  summary: { zh: '查看设置密码的链接', en: 'Whom a link to a first password is for' },
  body: z.object({ token: token() }),
  response: z.object({ login: z.string(), name: z.string(), expiresAt: z.iso.datetime() }),
  refusals: ['no-such-invitation', 'invitation-used', 'invitation-expired'],
})

export const acceptInvitation = endpoint({
  id: 'invitation.accept',
  method: 'PUT',
  path: '/api/invitation',
  access: 'anyone',
  pace: 'login',
  summary: { zh: '用链接设置密码', en: 'Set a first password with a link' },
  body: z.object({ token: token(), password: secret() }),
  response: z.object({ login: z.string() }),
  refusals: [
    'no-such-invitation',
    'invitation-used',
    'invitation-expired',
    'password-too-short',
    'password-too-common',
  ],
})

// ———— one's own

export const readSignIn = endpoint({
  id: 'sign-in.read',
  method: 'GET',
  path: '/api/sign-in',
  access: 'staff',
  summary: { zh: '我的登录：密码与第二因素', en: 'One’s own sign-in: password and second factor' },
  response: z.object({
    hasPassword: z.boolean(),
    /** `offered`: a secret was shown and no code of it yet. */
    secondFactor: z.enum(['none', 'offered', 'on']),
    isRequired: z.boolean(),
    recoveryLeft: z.int(),
  }),
})

export const offerOwn = endpoint({
  id: 'sign-in.offer-second-factor',
  method: 'POST',
  path: '/api/sign-in/second-factor',
  access: 'staff',
  pace: 'login',
  summary: { zh: '准备第二因素', en: 'Prepare a second factor' },
  body: z.object({ password: secret() }),
  response: offer,
  refusals: [...whenAsked, 'second-factor-on'],
})

export const setOwn = endpoint({
  id: 'sign-in.set-second-factor',
  method: 'PUT',
  path: '/api/sign-in/second-factor',
  access: 'staff',
  pace: 'login',
  summary: { zh: '启用第二因素（其他登录随即失效）', en: 'Turn the second factor on; all other sessions end' },
  body: z.object({ code: code() }),
  response: recovery,
  refusals: ['code-wrong', 'locked-out', 'second-factor-on'],
})

export const turnOffOwn = endpoint({
  id: 'sign-in.remove-second-factor',
  method: 'POST',
  path: '/api/sign-in/second-factor/off',
  access: 'staff',
  pace: 'login',
  summary: { zh: '停用第二因素（其他登录随即失效）', en: 'Turn the second factor off; all other sessions end' },
  body: both,
  response: z.void(),
  refusals: [...whenAsked, 'code-wrong', 'no-second-factor', 'second-factor-required'],
})

export const renewRecovery = endpoint({
  id: 'sign-in.renew-recovery-codes',
  method: 'POST',
  path: '/api/sign-in/recovery-codes',
  access: 'staff',
  pace: 'login',
  summary: { zh: '更换恢复码', en: 'Replace the recovery codes' },
  body: both,
  response: recovery,
  refusals: [...whenAsked, 'code-wrong', 'no-second-factor'],
})

export const listSessions = endpoint({
  id: 'sign-in.sessions',
  method: 'GET',
  path: '/api/sign-in/sessions',
  access: 'staff',
  summary: { zh: '我的登录会话', en: 'One’s own sessions' },
  response: z.object({
    items: z.array(
      z.object({
        id: z.string(),
        organ: named,
        /** Browser and system, coarsely: `firefox/windows`. */
        agent: z.string(),
        beganAt: z.iso.datetime(),
        seenAt: z.iso.datetime(),
        isThisOne: z.boolean(),
      }),
    ),
  }),
})

export const endSession = endpoint({
  id: 'sign-in.end-session',
  method: 'DELETE',
  path: '/api/sign-in/sessions/:session',
  access: 'staff',
  summary: { zh: '结束一个登录会话', en: 'End one of one’s own sessions' },
  params: z.object({ session: z.string().regex(/^[0-9a-f]{16}$/) }),
  response: z.void(),
})

export const endOtherSessions = endpoint({
  id: 'sign-in.end-other-sessions',
  method: 'DELETE',
  path: '/api/sign-in/sessions',
  access: 'staff',
  summary: { zh: '结束其他所有登录会话', en: 'End all other sessions of one’s own' },
  response: z.void(),
})

// ———— for an administrator

export const endAccountSessions = endpoint({
  id: 'account.end-sessions',
  method: 'DELETE',
  path: '/api/accounts/:account/sessions',
  access: administer,
  summary: { zh: '结束账号的所有登录会话', en: 'End all sessions of an account' },
  params: accountParams,
  response: z.void(),
  refusals: ['outside-your-organs', 'own-account'],
})

export const resetSecondFactor = endpoint({
  id: 'account.reset-second-factor',
  method: 'DELETE',
  path: '/api/accounts/:account/second-factor',
  access: administer,
  summary: { zh: '解除第二因素（设备丢失时）', en: 'Take away a second factor whose device is lost' },
  params: accountParams,
  response: z.void(),
  refusals: ['no-second-factor', 'outside-your-organs', 'own-account'],
})

/** All of them, for whoever checks every route against every role. */
export const signInEndpoints = [
  ...[readWays, offerAtDoor, beginSignOn, finishSignOn, readInvitation, acceptInvitation],
  ...[readSignIn, offerOwn, setOwn, turnOffOwn, renewRecovery, listSessions, endSession, endOtherSessions],
  ...[endAccountSessions, resetSecondFactor],
]
