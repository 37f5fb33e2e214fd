/** The referrals in words: why something is refused. A refusal without both languages does not compile. */
import type { OrganId } from '../../kernel/organ.ts'
import { basisInWords } from '../../law/basis.ts'
import type { RefusalStatus } from '../../platform/http/call.ts'
import { anyOf, type Bilingual, inSequence, say } from '../../wording/bilingual.ts'
import { dayInWords } from '../../wording/days.ts'
import { referralTerms } from '../../wording/referral-terms.ts'
import type { ReferralRefusal, ReferralRefusalKind } from './referral.ts'

type NameOf = (organ: OrganId) => Bilingual
type Sentence<K extends ReferralRefusalKind> = (
  refusal: Extract<ReferralRefusal, { kind: K }>,
  nameOf: NameOf,
) => Bilingual

export const statusOfReferralRefusal = {
  'no-such-referral': 404,
  'referral-explained-already': 409,
  'referral-not-yours': 403,
  'petitioner-must-ask': 422,
  'wrong-referral-stage': 409,
  'referred-to-nobody': 422,
  'referred-to-kept-out': 422,
  'unknown-organ': 422,
  'no-such-petitioner': 422,
  'day-not-come': 422,
  'day-too-early': 422,
  'day-not-ahead': 422,
  'first-by-law-only': 422,
  'no-simplified-track': 422,
  'not-mediated-there': 422,
  'mediation-begun-already': 409,
  'no-mediation-begun': 409,
  'no-correction-asked': 409,
  'nothing-to-prolong': 409,
  'prolonged-too-far': 422,
  'only-petitioner-ends': 422,
  'not-decided-yet': 409,
  'nothing-to-share': 422,
  'answered-already': 409,
  'history-full': 409,
  'material-not-there': 422,
  'referral-erased': 409,
  'clock-still-running': 409,
} as const satisfies Record<ReferralRefusalKind, RefusalStatus>

/** One refusal as whole sentences, ending with what it rests on, if it rests on anything. */
export function explainReferralRefusal(refusal: ReferralRefusal, nameOf: NameOf): Bilingual {
  const sentence = sentences[refusal.kind] as Sentence<ReferralRefusalKind>
  if (!('basis' in refusal)) return sentence(refusal, nameOf)
  const { zh, en } = basisInWords(refusal.basis)
  return inSequence(sentence(refusal, nameOf), say(`依据：${zh}。`, `Basis: ${en}.`))
}

const quoted = ({ zh, en }: Bilingual): Bilingual => say(`“${zh}”`, `“${en}”`)

const sentences: { readonly [K in ReferralRefusalKind]: Sentence<K> } = {
  'no-such-referral': () =>
    say('没有这件事项，或者不由您查阅。', 'There is nothing of that kind, or it is not yours to see.'),
  'referral-explained-already': () => say('已经说明过。', 'It was explained already.'),
  'referral-not-yours': () =>
    say(
      '走法定途径的情况由信访人本人记录，或者由受其委托的引导单位代为记录；受理机关只记录自己办理的情况。',
      'What a petitioner does elsewhere they write down themselves, or the organ that told them at their asking; the organ that they went to writes down only what it did.',
    ),
  'petitioner-must-ask': () =>
    say(
      '代信访人记录，应当写明本人是怎样委托的：当面、电话还是书面。',
      'To write it down for a petitioner, say how they asked for it: in person, by telephone or in writing.',
    ),
  'wrong-referral-stage': ({ stage, command, needs }) => {
    const now = referralTerms.referralStage[stage]
    const what = referralTerms.referralCommand[command]
    const when = anyOf(needs.map((each) => quoted(referralTerms.referralStage[each])))
    return say(
      `目前“${now.zh}”，不能“${what.zh}”；${when.zh}时方可办理。`,
      `It is “${now.en}” now, where “${what.en}” is not possible; it is possible at ${when.en}.`,
    )
  },
  'referred-to-nobody': () =>
    say(
      '请写明到哪里去办：选择一个机关，或者写出名称，二者只填一项。',
      'Say where to go: choose an organ, or write its name, and only one of the two.',
    ),
  'referred-to-kept-out': ({ organ }, nameOf) =>
    say(
      `“${nameOf(organ).zh}”是被检举控告的单位，或者隶属于该单位，不能引导到那里。`,
      `“${nameOf(organ).en}” is accused in the petition, or stands below whoever is; nobody is led there.`,
    ),
  'unknown-organ': ({ organ }) => say(`没有“${organ}”这个机关、单位。`, `There is no organ ${organ}.`),
  'no-such-petitioner': () => say('该信访事项没有这位信访人。', 'The petition has no such petitioner.'),
  'day-not-come': ({ day, today }) => {
    const [wanted, now] = [dayInWords(day), dayInWords(today)]
    return say(`${wanted.zh}还没有到（今天是${now.zh}）。`, `${wanted.en} has not come; today is ${now.en}.`)
  },
  'day-too-early': ({ day, not }) => {
    const [wanted, earliest] = [dayInWords(day), dayInWords(not)]
    return say(
      `${wanted.zh}早于前一步，不能早于${earliest.zh}。`,
      `${wanted.en} lies before the step that it follows; it cannot be earlier than ${earliest.en}.`,
    )
  },
  'day-not-ahead': ({ day, today }) => {
    const [wanted, now] = [dayInWords(day), dayInWords(today)]
    return say(
      `${wanted.zh}不在今天（${now.zh}）之后，请选择以后的日期。`,
      `${wanted.en} does not lie after today, ${now.en}; choose a later day.`,
    )
  },
  'first-by-law-only': ({ way }) => {
    const { zh, en } = referralTerms.referralWay[way]
    return say(`“${zh}”没有必须先行的情形。`, `“${en}” is never one that must come first.`)
  },
  'no-simplified-track': ({ way }) => {
    const { zh, en } = referralTerms.referralWay[way]
    return say(`“${zh}”在这里不分简易程序。`, `“${en}” has no simplified track here.`)
  },
  'not-mediated-there': ({ way }) => {
    const { zh, en } = referralTerms.referralWay[way]
    return say(
      `“${zh}”不在这里记录调解；法院组织的调解请另选“诉前调解”或者“法院委托调解”。`,
      `No mediation is recorded for “${en}” here; choose mediation before filing, or mediation for which a court asks.`,
    )
  },
  'mediation-begun-already': () => say('已经开始调解，尚未结束。', 'Mediation has begun and has not ended.'),
  'no-mediation-begun': () => say('还没有开始调解。', 'No mediation has begun.'),
  'no-correction-asked': () => say('没有需要补正的通知。', 'No correction is asked for.'),
  'nothing-to-prolong': () => say('没有可以延长的期限。', 'No limit runs here that may be made longer.'),
  'prolonged-too-far': ({ atMost }) => {
    const { zh, en } = dayInWords(atMost)
    return say(`最多延长到${zh}。`, `It may be made longer until ${en} at most.`)
  },
  'only-petitioner-ends': () =>
    say(
      '不走、撤回，只凭信访人本人的意思表示，不能凭文书推定。',
      'Whether a way is given up only the petitioner’s own word says; no paper stands for it.',
    ),
  'not-decided-yet': () =>
    say(
      '还没有结果。不再走这一途径的，请选择“本人不走”或者“本人撤回”。',
      'There is no result yet. Where it is given up, say so.',
    ),
  'nothing-to-share': () =>
    say('受理机关不在本系统内，无从查看。', 'The organ is none of this house, and sees nothing here anyway.'),
  'answered-already': () => say('本人已经这样表示过。', 'The petitioner said so already.'),
  'history-full': ({ atMost }) =>
    say(
      `记录已满${atMost}条，只能停止受理机关查看，或者结束。`,
      `Its history holds ${atMost} entries; the body can be kept from looking, or it can be ended.`,
    ),
  'material-not-there': () => say('没有找到该附件，请重新上传。', 'The file is not there; upload it again.'),
  'referral-erased': ({ on }) => {
    const { zh, en } = dayInWords(on)
    return say(
      `信访事项的内容已于${zh}依法销毁，这里所写内容随之销毁，不能再办理。`,
      `The petition was lawfully erased on ${en}, and with it what was written here; nothing more can be done.`,
    )
  },
  'clock-still-running': () =>
    say('该期限尚未届满，或者已经处理。', 'That limit has not ended, or was dealt with already.'),
}
