/** Why something is refused on the roster or in an engagement. A refusal without both languages does not compile. */
import type { OrganId } from '../../kernel/organ.ts'
import { basisInWords } from '../../law/basis.ts'
import type { RefusalStatus } from '../../platform/http/call.ts'
import { anyOf, type Bilingual, inSequence, say } from '../../wording/bilingual.ts'
import { dayInWords } from '../../wording/days.ts'
import { helperTerms } from '../../wording/helper-terms.ts'
import type { EngagementRefusal } from './engagement.ts'
import type { HelperRefusal } from './helper.ts'

export type HelpingRefusal = HelperRefusal | EngagementRefusal
type Kind = HelpingRefusal['kind']
type NameOf = (organ: OrganId) => Bilingual
type Sentence<K extends Kind> = (refusal: Extract<HelpingRefusal, { kind: K }>, nameOf: NameOf) => Bilingual

export const statusOfHelpingRefusal = {
  'no-such-helper': 404,
  'helper-entered-already': 409,
  'roster-is-anothers': 403,
  'wrong-helper-state': 409,
  'entry-still-kept': 409,
  'agreement-not-signed-yet': 422,
  'term-has-passed': 422,
  'unknown-organ': 422,
  'no-such-engagement': 404,
  'no-such-petition': 404,
  'no-such-screening': 404,
  'no-such-area': 422,
  'no-such-mediation': 404,
  'no-such-guest': 422,
  'guest-is-another': 422,
  'screening-over': 409,
  'mediation-over': 409,
  'engagement-begun-already': 409,
  'helper-not-available': 409,
  'helper-asked-already': 409,
  'helper-is-concerned': 422,
  'accusation-not-shown': 422,
  'only-whoever-has-it': 403,
  'extract-names-petitioner': 422,
  'unknown-claim': 422,
  'claims-need-consent': 422,
  'day-not-ahead': 422,
  'term-too-long': 422,
  'day-in-the-future': 422,
  'too-many-already': 409,
  'engagement-is-anothers': 403,
  'engagement-at-another-stage': 409,
  'consent-needs-signature': 422,
  'consent-asked-elsewhere': 409,
  'unknown-person': 422,
  'engagement-erased': 409,
} as const satisfies Record<Kind, RefusalStatus>

/** One refusal as whole sentences, ending with what it rests on, if it rests on anything. */
export function explainHelping(refusal: HelpingRefusal, nameOf: NameOf): Bilingual {
  const sentence = sentences[refusal.kind] as Sentence<Kind>
  if (!('basis' in refusal)) return sentence(refusal, nameOf)
  const { zh, en } = basisInWords(refusal.basis)
  return inSequence(sentence(refusal, nameOf), say(`依据：${zh}。`, `Basis: ${en}.`))
}

const quoted = ({ zh, en }: Bilingual): Bilingual => say(`“${zh}”`, `“${en}”`)

const sentences: { readonly [K in Kind]: Sentence<K> } = {
  'no-such-helper': () =>
    say('名册上没有这个人，或者不由您查阅。', 'There is no such helper, or the entry is not yours to see.'),
  'helper-entered-already': () => say('该协助力量已经登记。', 'This helper is on the roster already.'),
  'roster-is-anothers': () =>
    say(
      '名册由信访工作机构或者联席会议办公室登记和管理；本条由其他单位管理。',
      'Rosters are kept by petition bureaus and conference offices; this entry is kept by another one.',
    ),
  'wrong-helper-state': ({ state, command }) => {
    const [now, what] = [helperTerms.helperState[state], helperTerms.helperCommand[command]]
    return say(`目前“${now.zh}”，不能“${what.zh}”。`, `The entry is “${now.en}”, where “${what.en}” is not possible.`)
  },
  'entry-still-kept': ({ until }) => {
    const { zh, en } = dayInWords(until)
    return say(`登记保存到${zh}，期满后销毁。`, `The entry is kept until ${en} and erased after it.`)
  },
  'agreement-not-signed-yet': ({ agreedOn }) => {
    const day = dayInWords(agreedOn)
    return say(
      `保密承诺书的签署日期（${day.zh}）在今天以后；本人书面承诺保密以后才能登记入册。`,
      `The agreement to confidentiality is dated ${day.en}, which is still to come; it is signed before anybody is entered.`,
    )
  },
  'term-has-passed': ({ until }) => {
    const day = dayInWords(until)
    return say(
      `任期已于${day.zh}届满，请填写今天以后的日期。`,
      `The term ended on ${day.en}; name a day from today on.`,
    )
  },
  'unknown-organ': () => say('机构目录中没有这个单位，请核对。', 'There is no such organ in the directory.'),
  'no-such-engagement': () =>
    say('没有这项协助，或者不由您查阅。', 'There is no such engagement, or it is not yours to see.'),
  'no-such-petition': () =>
    say('没有查到该信访事项，请核对登记编号。', 'There is no such petition; please check the number.'),
  'no-such-screening': () =>
    say('没有这次排查，或者不由您查阅。', 'There is no such screening, or it is not yours to see.'),
  'no-such-area': () => say('这次排查不包括这个地方。', 'This place is not part of the screening.'),
  'no-such-mediation': () =>
    say('没有这次调解，或者不由您查阅。', 'There is no such mediation, or it is not yours to see.'),
  'no-such-guest': () =>
    say(
      '这次调解没有邀请这位参加人；请先在调解中邀请，由各方当事人决定是否同意。',
      'The mediation has no such guest: invite them there first, where every party says yes or no.',
    ),
  'guest-is-another': () =>
    say(
      '调解中受邀参加人的姓名与名册上的不一致；当事人同意的应当是同一个人。',
      'The guest of the mediation bears another name than the one on the roster: the parties must have said yes to the same person.',
    ),
  'screening-over': () => say('这次排查已经结束。', 'This screening is over.'),
  'mediation-over': () => say('这次调解已经结束。', 'This mediation is over.'),
  'engagement-begun-already': () => say('这项邀请已经发出。', 'This invitation was made already.'),
  'helper-not-available': ({ state }) => {
    const now = helperTerms.helperState[state]
    return say(
      `该协助力量目前“${now.zh}”或者任期已满，不能邀请。`,
      `This helper is “${now.en}”, or their term has passed, and cannot be invited.`,
    )
  },
  'helper-asked-already': () =>
    say('已经邀请此人协助这件事，且尚未结束。', 'This helper is invited to this already, and that is not over.'),
  'helper-is-concerned': () =>
    say(
      '此人被反映或者是当事人，或者属于被反映或者作为当事人的单位及其下级，不得参与。',
      'This person is complained about or a party, or belongs to an organ that is or stands below one; they have no part in it.',
    ),
  'accusation-not-shown': () =>
    say(
      '检举控告材料不得向有权处理机关以外的任何人透露，不能邀请外部力量参与。',
      'An accusation is shown to nobody but the competent body; nobody from outside takes part in it.',
    ),
  'only-whoever-has-it': () =>
    say(
      '由承办单位或者登记单位邀请协助力量；排查由组织单位或者报告当地情况的单位邀请，调解由主持单位邀请。',
      'Helpers are invited by the organ that has the petition or registered it; to a screening by whoever keeps it or reports of the place, to a mediation by whoever holds it.',
    ),
  'extract-names-petitioner': () =>
    say(
      '内容中写有信访人或者当事人的姓名、号码或者地址，请改写后再提交。',
      'The words say who petitions or who a party is: a name, a number or an address. Write them without.',
    ),
  'unknown-claim': () => say('信访事项中没有这项请求，请重新选择。', 'The petition has no such claim; choose again.'),
  'claims-need-consent': () =>
    say(
      '不具名摘要不附信访人的请求原文；要附请求，请选择须经信访人同意的方式。',
      'An anonymous summary carries no claim; to show claims, ask the petitioner for consent.',
    ),
  'day-not-ahead': () => say('请选择今天以后的日期。', 'Choose a day that lies ahead.'),
  'term-too-long': ({ atMost }) => {
    const day = dayInWords(atMost)
    return say(
      `一次邀请最长到${day.zh}；需要更长时间的，届时另行邀请。`,
      `One invitation runs to ${day.en} at most; invite again after that.`,
    )
  },
  'day-in-the-future': () =>
    say('协助的日期应当在邀请之后、今天以前。', 'The day lies between the invitation and today.'),
  'too-many-already': ({ atMost }) => say(`已达上限${atMost}条。`, `There are ${atMost} already, which is the most.`),
  'engagement-is-anothers': () => say('这一步不由您办理。', 'This is not yours to do.'),
  'engagement-at-another-stage': ({ stage, needs }) => {
    const now = helperTerms.engagementStage[stage]
    const when = anyOf(needs.map((each) => quoted(helperTerms.engagementStage[each])))
    return say(`目前“${now.zh}”；${when.zh}时方可办理。`, `It stands at “${now.en}”; this is possible at ${when.en}.`)
  },
  'consent-needs-signature': () =>
    say(
      '由工作人员记录信访人意见的，应当写明本人如何签名、何人在场见证。',
      'Where staff enters the petitioner’s word, say how it was signed and who was there.',
    ),
  'consent-asked-elsewhere': () =>
    say(
      '是否同意受邀人参加调解，由各方当事人在调解中答复；信访人的意见由本人或者凭其签名记录。',
      'Whether a guest may come to a mediation its parties say there; a petitioner says it themselves or on a signed record.',
    ),
  'unknown-person': () => say('没有这位信访人。', 'There is no such petitioner.'),
  'engagement-erased': () => say('内容已依法销毁。', 'What it held was erased with what it was about.'),
}
