/** Conferences in words: why something is refused. A refusal without both languages does not compile. */
import type { OrganId } from '../../kernel/organ.ts'
import { basisInWords } from '../../law/basis.ts'
import type { RefusalStatus } from '../../platform/http/call.ts'
import { anyOf, type Bilingual, inSequence, say } from '../../wording/bilingual.ts'
import { conferenceTerms } from '../../wording/conference-terms.ts'
import { dayInWords } from '../../wording/days.ts'
import type { ConferenceRefusal, ConferenceRefusalKind } from './conference.ts'

type NameOf = (organ: OrganId) => Bilingual
type Sentence<K extends ConferenceRefusalKind> = (
  refusal: Extract<ConferenceRefusal, { kind: K }>,
  nameOf: NameOf,
) => Bilingual

export const statusOfConferenceRefusal = {
  'no-such-conference': 404,
  'conference-not-yours': 403,
  'no-conference': 422,
  'no-such-seat': 404,
  'seated-already': 409,
  'seat-ended-before-begun': 422,
  'no-such-holder': 422,
  'unknown-organ': 422,
  'no-such-item': 404,
  'item-brought-already': 409,
  'item-erased': 409,
  'item-not-yours': 403,
  'wrong-item-stage': 409,
  'linked-to-nothing': 422,
  'linked-matter-unknown': 422,
  'not-in-dispute': 422,
  'measure-against-nobody': 422,
  'conference-is-kept-out': 422,
  'organ-is-kept-out': 422,
  'no-such-member': 422,
  'needs-competent-organ': 422,
  'petition-not-linked': 422,
  'measure-without-criteria': 422,
  'measure-unknown': 422,
  'day-not-ahead': 422,
  'needs-a-meeting': 422,
  'too-little-time-to-sign': 422,
  'no-convenor-signs': 409,
  'not-asked-to-sign': 403,
  'signed-already': 409,
  'circulation-over': 409,
  'objection-without-reasons': 422,
  'confirmed-by-minutes': 409,
  'own-decision': 403,
  'needs-the-convenor': 403,
  'nothing-declined': 409,
  'not-executed-yet': 409,
  'duties-still-open': 409,
  'no-such-meeting': 404,
  'meeting-planned-already': 409,
  'meeting-not-yours': 403,
  'wrong-meeting-stage': 409,
  'wrong-kind-of-meeting': 422,
  'nobody-is-seated': 409,
  'meeting-not-today': 409,
  'attendance-not-recorded': 409,
  'items-undecided': 409,
  'items-still-there': 409,
  'own-minutes': 403,
} as const satisfies Record<ConferenceRefusalKind, RefusalStatus>

/** One refusal as whole sentences, ending with what it rests on, if it rests on anything. */
export function explainConference(refusal: ConferenceRefusal, nameOf: NameOf): Bilingual {
  const sentence = sentences[refusal.kind] as Sentence<ConferenceRefusalKind>
  if (!('basis' in refusal)) return sentence(refusal, nameOf)
  const { zh, en } = basisInWords(refusal.basis)
  return inSequence(sentence(refusal, nameOf), say(`依据：${zh}。`, `Basis: ${en}.`))
}

const quoted = ({ zh, en }: Bilingual): Bilingual => say(`“${zh}”`, `“${en}”`)

const sentences: { readonly [K in ConferenceRefusalKind]: Sentence<K> } = {
  'no-such-conference': () => say('没有这个联席会议。', 'There is no such conference.'),
  'conference-not-yours': () =>
    say(
      '成员由联席会议所在单位的承办人员、负责人或者管理员调整；提请研究的，应当是成员单位或者本地区的信访部门、联席会议。',
      'Its own organ changes who sits there; its members, and the bureaus and conferences of its area, bring things before it.',
    ),
  'no-conference': ({ organ }, nameOf) =>
    say(`“${nameOf(organ).zh}”不召开这类会议。`, `“${nameOf(organ).en}” holds no meetings of this kind.`),
  'no-such-seat': () => say('没有这一席位，或者已经结束。', 'There is no such seat, or it has ended.'),
  'seated-already': () => say('在这一期间已经担任。', 'They sit there already in that time.'),
  'seat-ended-before-begun': ({ from }) => {
    const { zh, en } = dayInWords(from)
    return say(`结束日期早于开始日期（${zh}）。`, `It would end before it begins, on ${en}.`)
  },
  'no-such-holder': () =>
    say(
      '请选择在该单位任职的账号；召集人、副召集人必须是具体的人。',
      'Choose an account with a post in that organ; a convenor has to be somebody by name.',
    ),
  'unknown-organ': ({ organ }) =>
    say(`没有“${organ}”这个机关、单位，或者已经撤销。`, `There is no organ ${organ}, or it has ended.`),
  'no-such-item': () => say('没有这项议题，或者不由您查阅。', 'There is no such item, or it is not yours to see.'),
  'item-brought-already': () => say('该议题已经提请。', 'This was brought already.'),
  'item-erased': ({ on }) => {
    const { zh, en } = dayInWords(on)
    return say(
      `所涉信访事项的内容已于${zh}依法销毁，本议题所写内容随之销毁，不能再办理。`,
      `The petition was lawfully erased on ${en}, and with it what was written here; nothing more can be done.`,
    )
  },
  'item-not-yours': () =>
    say(
      '议题由联席会议办公室安排，由提请单位修改、撤回；本人回避由本人或者办公室提出。',
      'The office of the conference arranges items, and whoever brought one edits or withdraws it; somebody is recused by themselves or by the office.',
    ),
  'wrong-item-stage': ({ stage, command, needs }) => {
    const now = conferenceTerms.itemStage[stage]
    const what = conferenceTerms.conferenceCommand[command]
    const when = anyOf(needs.map((each) => quoted(conferenceTerms.itemStage[each])))
    return say(
      `该议题目前“${now.zh}”，不能“${what.zh}”；${when.zh}时方可办理。`,
      `The item is “${now.en}”, where “${what.en}” is not possible; it is possible at ${when.en}.`,
    )
  },
  'linked-to-nothing': () => say('请选择所涉及的信访事项。', 'Choose the petitions that it is about.'),
  'linked-matter-unknown': ({ matter }) =>
    say(`没有“${matter}”这件信访事项，或者不由您查阅。`, `There is no petition ${matter}, or it is not yours to see.`),
  'not-in-dispute': ({ petition }) =>
    say(
      `信访事项${petition}没有受理争议，或者没有提请该联席会议协调处理。`,
      `The petition ${petition} is in no dispute, or it was not referred to this conference.`,
    ),
  'measure-against-nobody': () => say('请写明对哪个单位采取措施。', 'Say against which organ the measure is meant.'),
  'conference-is-kept-out': () =>
    say(
      '该联席会议或者其上级是所涉及的单位，请提请上一级联席会议。',
      'It concerns this conference or those above it; bring it before the conference one level up.',
    ),
  'organ-is-kept-out': ({ organ }, nameOf) =>
    say(
      `“${nameOf(organ).zh}”是所涉及的单位，或者隶属于所涉及的单位，不得知悉或者办理。`,
      `“${nameOf(organ).en}” is concerned, or stands below whoever is; it must have no part in this.`,
    ),
  'no-such-member': () =>
    say('不是该会议的成员，或者已经回避。', 'They do not sit there, or are kept out of it already.'),
  'needs-competent-organ': () =>
    say(
      '受理争议应当明确受理的机关、单位；暂不决定的，请缓议。',
      'A dispute ends with an organ that takes the petition; where it does not yet, postpone it.',
    ),
  'petition-not-linked': ({ petition }) =>
    say(`该议题不涉及信访事项${petition}。`, `The item is not about the petition ${petition}.`),
  'measure-without-criteria': () => say('请写明整改、摘牌的标准。', 'Say what must be so before it may be closed.'),
  'measure-unknown': ({ measure }) => {
    const { zh, en } = conferenceTerms.conferenceMeasure[measure]
    return say(`这里适用的规定没有“${zh}”这一措施。`, `The law here knows no such measure as “${en}”.`)
  },
  'day-not-ahead': ({ day, today }) => {
    const [wanted, now] = [dayInWords(day), dayInWords(today)]
    return say(
      `${wanted.zh}不在今天（${now.zh}）之后，请选择以后的日期。`,
      `${wanted.en} does not lie after today, ${now.en}; choose a later day.`,
    )
  },
  'needs-a-meeting': ({ item }) => {
    const { zh, en } = conferenceTerms.itemKind[item]
    return say(`“${zh}”应当在会议上议定，不采用书面会签。`, `“${en}” is decided at a meeting and not signed round.`)
  },
  'too-little-time-to-sign': ({ earliest }) => {
    const { zh, en } = dayInWords(earliest)
    return say(
      `会签期限最早为${zh}，以便会签人员阅研。`,
      `The last day to sign is ${en} at the earliest, so that it can be read.`,
    )
  },
  'no-convenor-signs': () =>
    say(
      '会签人员中应当有一位召集人或者副召集人，并且不是发起会签的人。',
      'A convenor or deputy convenor who did not send it round has to be among those who sign.',
    ),
  'not-asked-to-sign': () =>
    say(
      '该议题不需要您会签；以单位名义会签的，由单位负责人办理。',
      'You are not asked to sign this; for an organ whoever leads it signs.',
    ),
  'signed-already': () => say('您已经会签。', 'You have signed already.'),
  'circulation-over': ({ until }) => {
    const { zh, en } = dayInWords(until)
    return say(`会签期限（${zh}）已过，该议题将提交会议研究。`, `The last day to sign was ${en}; it goes to a meeting.`)
  },
  'objection-without-reasons': () =>
    say('不同意或者要求开会研究的，请写明理由。', 'Say why, where you do not agree or ask for a meeting.'),
  'confirmed-by-minutes': () =>
    say(
      '该议定事项随会议纪要一并签发，不单独审定。',
      'It is confirmed with the minutes of the meeting, and not by itself.',
    ),
  'own-decision': () =>
    say(
      '记录议定事项的人不能审定，请由另一位召集人审定。',
      'Whoever recorded the decision does not confirm it; another convenor has to.',
    ),
  'needs-the-convenor': () => say('须由召集人或者副召集人办理。', 'A convenor or a deputy convenor has to do this.'),
  'nothing-declined': () => say('没有未能执行的议定事项。', 'Nothing failed to be carried out.'),
  'not-executed-yet': () => say('议定事项还没有全部执行。', 'Not everything that was decided is carried out yet.'),
  'duties-still-open': ({ count }) =>
    say(`还有${count}项议定事项没有落实完毕。`, `${count} of the tasks that were decided are still open.`),
  'no-such-meeting': () => say('没有可以列入的会议，请先筹备会议。', 'There is no such meeting; plan one first.'),
  'meeting-planned-already': () => say('该会议已经筹备。', 'This meeting was planned already.'),
  'meeting-not-yours': () =>
    say('会议由联席会议办公室筹备和记录。', 'The office of the conference prepares and records meetings.'),
  'wrong-meeting-stage': ({ stage, command, needs }) => {
    const now = conferenceTerms.meetingStage[stage]
    const what = conferenceTerms.conferenceCommand[command]
    const when = anyOf(needs.map((each) => quoted(conferenceTerms.meetingStage[each])))
    return say(
      `会议目前“${now.zh}”，不能“${what.zh}”；${when.zh}时方可办理。`,
      `The meeting is “${now.en}”, where “${what.en}” is not possible; it is possible at ${when.en}.`,
    )
  },
  'wrong-kind-of-meeting': ({ meeting }) => {
    const { zh, en } = conferenceTerms.meetingKind[meeting]
    return say(`该单位不召开“${zh}”。`, `This organ does not hold a “${en}”.`)
  },
  'nobody-is-seated': () =>
    say('联席会议还没有成员，请先登记成员。', 'Nobody sits in the conference yet; seat its members first.'),
  'meeting-not-today': ({ day, today }) => {
    const [wanted, now] = [dayInWords(day), dayInWords(today)]
    return say(
      `会议定在${wanted.zh}，今天是${now.zh}；需要提前的，请改期。`,
      `The meeting is set for ${wanted.en}, and today is ${now.en}; move it where it is held earlier.`,
    )
  },
  'attendance-not-recorded': () => say('请先记录出席情况。', 'Record first who attends.'),
  'items-undecided': ({ count }) =>
    say(
      `议程上还有${count}项没有记录议定意见；暂不决定的，请缓议。`,
      `Nothing is recorded on ${count} items of the agenda; postpone what is not decided.`,
    ),
  'items-still-there': ({ count }) =>
    say(`议程上还有${count}项议题，请先缓议。`, `${count} items are still on its agenda; postpone them first.`),
  'own-minutes': () =>
    say(
      '起草纪要的人不能签发，请由另一位召集人签发。',
      'Whoever drafted the minutes does not approve them; another convenor has to.',
    ),
}

/** Why the petition, the order or the task was not made, as far as the other room said. */
const declined: Readonly<Record<string, Bilingual>> = {
  'wrong-stage': say('信访事项已经不在争议阶段。', 'The petition is no longer in dispute.'),
  'dispute-was-decided': say('受理机关此前已经决定。', 'It was decided before who takes it.'),
  'no-such-petition': say('联席会议无权查阅该信访事项。', 'The petition is not the conference’s to see.'),
  'no-such-matter': say('联席会议无权查阅该信访事项。', 'The petition is not the conference’s to see.'),
  'not-an-opener': say(
    '记录人不是联席会议的负责人或者督查人员。',
    'Whoever recorded it is neither head nor supervisor of the conference.',
  ),
  'no-such-holder': say(
    '记录人已经不在联席会议任职。',
    'Whoever recorded it holds no post in the conference any more.',
  ),
  'not-yours': say('记录人不能以联席会议名义办理。', 'Whoever recorded it cannot act for the conference.'),
  'inspected-already': say('该单位就同一事项已经在督办中。', 'The organ is under an order in the same matter already.'),
  'addressee-out-of-reach': say('该单位不在联席会议督办的范围。', 'The conference’s orders do not reach that organ.'),
  'addressee-is-kept-out': say('该单位被该信访事项检举、控告。', 'The petition accuses that organ.'),
}
export const declinedInWords = (kind: string): Bilingual =>
  declined[kind] ??
  say(
    `有关事项拒绝执行（${kind}），请查明后重新执行。`,
    `It was refused there (${kind}); look into it, then carry it out once more.`,
  )
