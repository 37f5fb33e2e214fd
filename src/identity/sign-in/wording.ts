/** Why a sign-in comes to nothing, in words that a person can act on. */
import type { RefusalStatus } from '../../platform/http/call.ts'
import { type Bilingual, say } from '../../wording/bilingual.ts'
import type { AccountRefusal } from '../account.ts'
import { type InvitationRefusal, invitationHours } from './invitation.ts'
import type { OwnSecondFactorRefusal } from './own-second-factor.ts'
import type { SecondStepRefusal } from './second-step.ts'
import type { SignOnEntryRefusal } from './sign-on-entry.ts'

export type SignInRefusal =
  | Extract<AccountRefusal, { kind: 'second-factor-on' | 'no-second-factor' }>
  | SecondStepRefusal
  | OwnSecondFactorRefusal
  | InvitationRefusal
  | SignOnEntryRefusal
type Kind = SignInRefusal['kind']

export const signInStatus = {
  'second-factor-on': 409,
  'no-second-factor': 409,
  'second-factor-required': 403,
  'code-needed': 403,
  'code-wrong': 401,
  'second-factor-must-be-set': 403,
  'no-such-invitation': 404,
  'invitation-used': 410,
  'invitation-expired': 410,
  'sign-on-not-set-up': 404,
  'sign-on-unreachable': 409,
  'sign-on-declined': 401,
  'sign-on-lapsed': 401,
  'sign-on-failed': 401,
  'sign-on-claims-missing': 422,
  'sign-on-no-post': 403,
} as const satisfies Record<Kind, RefusalStatus>

type Sentence<K extends Kind> = (refusal: Extract<SignInRefusal, { kind: K }>) => Bilingual

export const signInSentences: { readonly [K in Kind]: Sentence<K> } = {
  'second-factor-on': () =>
    say(
      '已经启用第二因素；如需更换设备，请先停用。',
      'A second factor is on; to change the device, turn it off first.',
    ),
  'no-second-factor': () => say('没有启用第二因素。', 'There is no second factor to speak of.'),
  'second-factor-required': () =>
    say(
      '本单位要求使用第二因素，不能停用；设备丢失或者更换的，请联系管理员解除后重新设置。',
      'Your office requires a second factor, so it cannot be turned off; for another device ask your administrator to take it away, and set it again.',
    ),
  'code-needed': () =>
    say(
      '请输入验证器上的六位验证码，或者一个恢复码。',
      'Enter the six digits of your authenticator, or a recovery code.',
    ),
  'code-wrong': () =>
    say(
      '验证码不对，或者已经用过。请等验证器换出新的验证码后再试，并核对设备的时间。',
      'That code is wrong or was used already. Wait for the next one, and check the clock of your device.',
    ),
  'second-factor-must-be-set': () =>
    say(
      '本单位要求使用第二因素，请先用手机上的验证器完成设置。',
      'Your office requires a second factor: set one with an authenticator on your telephone to go on.',
    ),
  'no-such-invitation': () =>
    say(
      '这个链接无效：可能没有复制完整，或者已被新的链接代替。',
      'This link is not valid: it was cut short, or a newer one took its place.',
    ),
  'invitation-used': () =>
    say(
      '这个链接已经用过。请用设好的密码登录。',
      'This link was used already. Sign in with the password that was set.',
    ),
  'invitation-expired': () =>
    say(
      `这个链接已过期（有效期${invitationHours}小时），请重新生成。`,
      `This link has expired; it was good for ${invitationHours} hours. Have another one made.`,
    ),
  'sign-on-not-set-up': () =>
    say('没有设置统一身份认证，请用登录名和密码登录。', 'Sign-on is not set up here; use your login and password.'),
  'sign-on-unreachable': () =>
    say(
      '暂时连不上统一身份认证，请稍后再试，或者用登录名和密码登录。',
      'The directory of your office does not answer; try again later, or use your login and password.',
    ),
  'sign-on-declined': () =>
    say('统一身份认证没有让您登录，请重试。', 'The directory of your office did not let you in; try again.'),
  'sign-on-lapsed': () =>
    say('这次登录已经中断或者超时，请重新开始。', 'This sign-on was interrupted or took too long; begin again.'),
  'sign-on-failed': () =>
    say(
      '统一身份认证的答复核对不上，没有登录。请重新开始；如仍不成功，请联系管理员。',
      'What the directory answered does not fit this sign-on, so you are not let in. Begin again; if it still fails, ask your administrator.',
    ),
  'sign-on-claims-missing': ({ claims }) =>
    say(
      `统一身份认证没有提供所需的信息（${claims.map((name) => `“${name}”`).join('、')}），请联系管理员。`,
      `The directory of your office does not say what is needed here (${claims.join(', ')}); ask your administrator.`,
    ),
  'sign-on-no-post': () =>
    say(
      '统一身份认证中没有您在本系统的岗位，请联系管理员。',
      'The directory of your office says no post for you in this house; ask your administrator.',
    ),
}
