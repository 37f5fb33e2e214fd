/** Why something is refused, in words that a person can act on. A refusal without words or status does not compile. */
import type { OrganId } from '../kernel/organ.ts'
import type { RefusalStatus } from '../platform/http/call.ts'
import { type Bilingual, listed, say } from '../wording/bilingual.ts'
import { dayInWords } from '../wording/days.ts'
import type { AccountRefusal } from './account.ts'
import type { LoginRefusal } from './login.ts'
import type { OrganRefusal } from './organ.ts'
import { passwordLength } from './password.ts'
import { type SignInRefusal, signInSentences, signInStatus } from './sign-in/wording.ts'

export type IdentityRefusal =
  | OrganRefusal
  | AccountRefusal
  | LoginRefusal
  | SignInRefusal
  | { readonly kind: 'login-unreadable' }
type Kind = IdentityRefusal['kind']
type NameOf = (organ: OrganId) => Bilingual

export const statusOf = {
  'organ-exists': 409,
  'no-such-organ': 404,
  'organ-ended': 409,
  'unknown-organ': 422,
  'organ-not-active': 422,
  'outside-your-organs': 403,
  'only-its-own-administrator': 403,
  'administrator-first': 403,
  'under-itself': 422,
  'superior-too-low': 422,
  'outside-the-superior-region': 422,
  'successor-of-itself': 422,
  'too-few-successors': 422,
  'has-subordinates': 409,
  'last-administrator': 409,
  'earlier-than-last-act': 409,
  'nothing-changes': 422,
  'code-of-another': 409,
  'account-exists': 409,
  'no-such-account': 404,
  'account-closed': 409,
  'login-taken': 409,
  'login-unreadable': 422,
  'post-held': 409,
  'post-not-held': 409,
  'day-gone-by': 422,
  'ends-before-it-begins': 422,
  'no-handling-post': 403,
  'delegate-to-oneself': 422,
  'delegate-without-post': 422,
  'delegate-away': 422,
  'delegation-given': 409,
  'no-delegation': 409,
  'own-account': 403,
  'not-your-account': 403,
  'administrator-cannot-audit': 422,
  'login-failed': 401,
  'locked-out': 429,
  'too-many-logins': 429,
  'password-must-change': 403,
  'password-expired': 403,
  'password-unchanged': 422,
  'password-too-short': 422,
  'password-too-long': 422,
  'password-too-common': 422,
  'password-like-login': 422,
  'no-post': 403,
  ...signInStatus,
} as const satisfies Record<Kind, RefusalStatus>

type Sentence<K extends Kind> = (refusal: Extract<IdentityRefusal, { kind: K }>, nameOf: NameOf) => Bilingual

/** One refusal as whole sentences, in both languages. */
export function explain(refusal: IdentityRefusal, nameOf: NameOf): Bilingual {
  const sentence = sentences[refusal.kind] as Sentence<Kind>
  return sentence(refusal, nameOf)
}

const quoted = ({ zh, en }: Bilingual): Bilingual => say(`“${zh}”`, `“${en}”`)

const levelNames = {
  nation: say('国家级', 'national'),
  province: say('省级', 'provincial'),
  prefecture: say('地市级', 'prefectural'),
  county: say('县级', 'county'),
  township: say('乡镇级', 'township'),
  village: say('村级', 'village'),
} as const

const endings = {
  active: say('仍在运行', 'is in being'),
  merged: say('已经合并', 'has been merged'),
  split: say('已经分立', 'has been split'),
  abolished: say('已经撤销', 'has been abolished'),
} as const

function waiting(seconds: number): Bilingual {
  if (seconds < 60) return say(`${seconds}秒`, seconds === 1 ? 'a second' : `${seconds} seconds`)
  const minutes = Math.ceil(seconds / 60)
  return say(`${minutes}分钟`, minutes === 1 ? 'a minute' : `${minutes} minutes`)
}

function succeededBy(successors: readonly OrganId[], nameOf: NameOf): Bilingual {
  if (successors.length === 0) return say('没有承接其职责的机关单位。', 'Nobody carries its duties on.')
  const { zh, en } = listed(successors.map(nameOf).map(quoted))
  return say(`其职责由${zh}承接，请改选。`, `Its duties are carried on by ${en}; choose there.`)
}

const sentences: { readonly [K in Kind]: Sentence<K> } = {
  'organ-exists': () =>
    say('这个编号已有机关单位使用，请换一个编号。', 'An organ has that id already; choose another.'),
  'no-such-organ': () => say('没有这个机关单位。', 'There is no such organ.'),
  'organ-ended': ({ state }) =>
    say(
      `这个机关单位${endings[state].zh}，不能再变更。`,
      `This organ ${endings[state].en} and cannot be changed any more.`,
    ),
  'unknown-organ': ({ organ }) => say(`没有编号为“${organ}”的机关单位。`, `There is no organ with the id “${organ}”.`),
  'organ-not-active': ({ organ, successors }, nameOf) => {
    const [name, next] = [quoted(nameOf(organ)), succeededBy(successors, nameOf)]
    return say(`${name.zh}已不存在。${next.zh}`, `${name.en} is no longer in being. ${next.en}`)
  },
  'outside-your-organs': () =>
    say(
      '只能管理本机关单位及其下级。如涉及其他机关单位，请由共同的上级管理员办理。',
      'You administer your own organ and those below it; for others ask an administrator of an organ above both.',
    ),
  'only-its-own-administrator': ({ organ }, nameOf) => {
    const name = quoted(nameOf(organ))
    return say(
      `${name.zh}是监督机关，其岗位、账号和存续只能由本机关的系统管理员办理，上级管理员不能代办。`,
      `${name.en} supervises other organs: its posts, its accounts and its end are for its own administrator, not for one above.`,
    )
  },
  'administrator-first': ({ organ }, nameOf) => {
    const name = quoted(nameOf(organ))
    return say(
      `${name.zh}还没有系统管理员，上级只能先授予这一岗位，其余岗位由该管理员办理。`,
      `${name.en} has no administrator yet: from above only that post can be granted, and the administrator grants the others.`,
    )
  },
  'under-itself': () =>
    say('一个机关单位不能成为自己的上级或者下级的下级。', 'An organ cannot come to stand under itself.'),
  'superior-too-low': ({ superior, level }, nameOf) => {
    const name = quoted(nameOf(superior))
    return say(
      `${name.zh}是${levelNames[level].zh}单位，级别低于它的下级，请改选同级或者更高级别的单位。`,
      `${name.en} is a ${levelNames[level].en} organ, lower than the one under it; choose one of the same level or above.`,
    )
  },
  'outside-the-superior-region': ({ superior, region }, nameOf) => {
    const name = quoted(nameOf(superior))
    return say(
      `所在地区不在${name.zh}的管辖区域（${region}）内，请核对地区代码或者上级单位。`,
      `The place is not within the region of ${name.en} (${region}); check the code or the superior.`,
    )
  },
  'successor-of-itself': () =>
    say('承接职责的不能是它自己。', 'An organ cannot carry on its own duties after its end.'),
  'too-few-successors': () =>
    say(
      '分立应有两个以上承接单位；只有一个的，请用合并或者撤销。',
      'A split needs two successors; with one, merge or abolish.',
    ),
  'has-subordinates': ({ organs }, nameOf) => {
    const shown = listed(organs.slice(0, 5).map(nameOf).map(quoted))
    const [zh, en] = organs.length > 5 ? [`等${organs.length}个单位`, ` and others, ${organs.length} in all`] : ['', '']
    return say(
      `下面还有${shown.zh}${zh}，请先调整它们的隶属关系。`,
      `${shown.en}${en} still stand under it; move them first.`,
    )
  },
  'last-administrator': () =>
    say(
      '这是最后一名长期任职的系统管理员，请先授予他人不设期限的管理员岗位。',
      'This is the last administrator whose post has no end; give somebody else that post first, without an end.',
    ),
  'earlier-than-last-act': ({ lastActOn }) => {
    const { zh, en } = dayInWords(lastActOn)
    return say(
      `日期早于上一次变更（${zh}），请检查系统时间。`,
      `The day is before the last change (${en}); check the clock of the system.`,
    )
  },
  'code-of-another': () =>
    say(
      '这个机关代字已由另一单位使用；两个单位用同一代字，文号就会重复。',
      'Another organ has that code already; with one code two organs would give the same numbers.',
    ),
  'nothing-changes': () => say('内容与现在相同，没有变更。', 'That is how it is already; nothing changes.'),
  'account-exists': () => say('账号已经存在。', 'The account is there already.'),
  'no-such-account': () => say('没有这个账号。', 'There is no such account.'),
  'account-closed': () => say('账号已经注销，不能再变更。', 'The account is closed and cannot be changed any more.'),
  'login-taken': () => say('这个登录名已有人使用，请换一个。', 'Somebody has that login already; choose another.'),
  'login-unreadable': () =>
    say(
      '登录名应为2至40个字母、数字、汉字或者“._@-”这几种符号，并以字母、数字或者汉字开头。',
      'A login has 2 to 40 letters, digits or . _ @ -, and begins with a letter or digit.',
    ),
  'post-held': () => say('此人已有这个岗位。', 'The person holds that post already.'),
  'post-not-held': () => say('此人没有这个岗位。', 'The person does not hold that post.'),
  'day-gone-by': ({ day }) => {
    const { zh, en } = dayInWords(day)
    return say(
      `所选日期（${zh}）已经过去，请选择今天或者以后的日期。`,
      `The day ${en} has gone by; choose today or a later day.`,
    )
  },
  'ends-before-it-begins': () => say('截止日期早于起始日期，请核对。', 'The last day is before the first; check both.'),
  'no-handling-post': () =>
    say(
      '起始当日您在本机关不是经办人或者负责人，没有可以委托的办理工作。',
      'You are neither a clerk nor the head here on the first day, so there is no handling to give.',
    ),
  'delegate-to-oneself': () => say('不能委托给自己，请选择一位同事。', 'Choose a colleague, not yourself.'),
  'delegate-without-post': () =>
    say(
      '受托人起始当日在本机关应有经办人、负责人或者领导岗位，请另选同事。',
      'Whoever takes over needs the post of clerk, head or leader here on the first day; choose another colleague.',
    ),
  'delegate-away': ({ from, until }) => {
    const [first, last] = [dayInWords(from), until === null ? null : dayInWords(until)]
    return say(
      `受托人自己${first.zh}${last === null ? '起' : `至${last.zh}`}外出，请另选同事。`,
      `That colleague is away from ${first.en}${last === null ? '' : ` to ${last.en}`}; choose another.`,
    )
  },
  'delegation-given': () =>
    say('您在本机关已有委托，请先收回再另行委托。', 'You have given your handling here already; take it back first.'),
  'no-delegation': () =>
    say('您在本机关没有正在生效或者将要生效的委托。', 'You have given your handling to nobody here.'),
  'own-account': () =>
    say(
      '不能给自己授予岗位、变更岗位期限或者重置密码，请由另一名管理员办理。',
      'You cannot do this to your own account; ask another administrator.',
    ),
  'not-your-account': () => say('只能修改自己的密码。', 'You can change your own password only.'),
  'administrator-cannot-audit': () =>
    say(
      '系统管理员和审计人员不能由同一人担任，以便审计人员监督管理员的操作。',
      'Nobody is administrator and auditor at once, because auditors watch over what administrators do.',
    ),
  'login-failed': () =>
    say('登录名或者密码不对，请核对后重试。', 'The login or the password is wrong; check them and try again.'),
  'locked-out': ({ seconds }) => {
    const { zh, en } = waiting(seconds)
    return say(
      `尝试次数过多，请在${zh}后再试；忘记密码请联系本单位管理员重置。`,
      `Too many attempts; try again in ${en}. If you forgot the password, ask your administrator to reset it.`,
    )
  },
  'too-many-logins': () =>
    say(
      '同时登录的人过多，请稍等几秒再试。',
      'Too many people are logging in at this moment; try again in a few seconds.',
    ),
  'password-must-change': () =>
    say('这是一次性密码，请设定自己的新密码后登录。', 'This password is good for one login: choose your own to go on.'),
  'password-expired': () =>
    say(
      '一次性密码已过期，请联系管理员重新生成。',
      'This one-time password has expired; ask your administrator for another.',
    ),
  'password-unchanged': () => say('新密码不能与原密码相同。', 'The new password must differ from the old one.'),
  'password-too-short': () =>
    say(
      `密码至少${passwordLength.min}个字符，可以用一句容易记住的话。`,
      `A password has at least ${passwordLength.min} characters; a sentence that you remember is good.`,
    ),
  'password-too-long': () =>
    say(`密码不超过${passwordLength.max}个字符。`, `A password has at most ${passwordLength.max} characters.`),
  'password-too-common': () =>
    say('这个密码太常见，容易被猜中，请换一个。', 'That password is too common and easily guessed; choose another.'),
  'password-like-login': () =>
    say('密码不能由登录名变化而来，请换一个。', 'The password is too much like the login; choose another.'),
  'no-post': () =>
    say('您今天在该机关单位没有岗位，请联系管理员。', 'You hold no post in that organ today; ask an administrator.'),
  ...signInSentences,
}
