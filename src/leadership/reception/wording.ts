/** Reception days in words: why something is refused. A refusal without both languages does not compile. */
import type { OrganId } from '../../kernel/organ.ts'
import { basisInWords } from '../../law/basis.ts'
import type { RefusalStatus } from '../../platform/http/call.ts'
import { anyOf, type Bilingual, say } from '../../wording/bilingual.ts'
import { closingInWords, dayInWords } from '../../wording/days.ts'
import { receptionTerms } from '../../wording/reception-terms.ts'
import type { BookingRefusal } from './booking.ts'
import type { ReceptionRefusal } from './reception.ts'

export type ReceivingRefusal = ReceptionRefusal | BookingRefusal
type Kind = ReceivingRefusal['kind']
type NameOf = (organ: OrganId) => Bilingual
type Sentence<K extends Kind> = (refusal: Extract<ReceivingRefusal, { kind: K }>, nameOf: NameOf) => Bilingual

export const statusOfReceptionRefusal = {
  'no-such-reception': 404,
  'no-such-booking': 404,
  'reception-planned-already': 409,
  'reception-not-yours': 403,
  'booking-not-yours': 403,
  'wrong-reception-stage': 409,
  'wrong-booking-stage': 409,
  'nobody-receives': 422,
  'leader-not-of-your-area': 422,
  'leader-named-twice': 422,
  'no-such-leader': 422,
  'unknown-organ': 422,
  'day-not-ahead': 422,
  'not-a-working-day': 422,
  'day-not-come': 409,
  'ends-before-it-begins': 422,
  'too-many-seats': 422,
  'too-little-time': 422,
  'seats-given-already': 409,
  'published-too-late': 422,
  'closes-after-the-day': 422,
  'closed-already': 422,
  'requests-still-open': 409,
  'no-such-day-instead': 422,
  'booked-already': 409,
  'not-bookable': 409,
  'requests-closed': 409,
  'left-after-the-draw': 409,
  'too-many-requests': 409,
  'leader-is-complained-about': 422,
  'organ-is-complained-about': 422,
  'needs-name-or-phone': 422,
  'not-the-day': 409,
  'waits-for-a-seat': 409,
  'no-longer-in-the-order': 409,
  'not-read-back': 422,
  'promise-not-ahead': 422,
  'promised-for-kept-out': 422,
  'petition-not-found': 422,
  'petition-not-open': 409,
  'talk-kept-back': 409,
  'nothing-offered': 409,
  'booking-erased': 409,
} as const satisfies Record<Kind, RefusalStatus>

/** What stands over the record of a talk where it lies with a petition. */
export function talkHeading(day: string, organ: Bilingual): string {
  const on = dayInWords(day)
  return `领导接访谈话记录，${on.zh}，${organ.zh} · Record of a talk on a reception day, ${on.en}, ${organ.en}`
}

/** One refusal as whole sentences, ending with what it rests on, if it rests on anything. */
export function explainReception(refusal: ReceivingRefusal, nameOf: NameOf): Bilingual {
  const sentence = sentences[refusal.kind] as Sentence<Kind>
  const { zh, en } = sentence(refusal as never, nameOf)
  if (!('basis' in refusal)) return { zh, en }
  const basis = basisInWords(refusal.basis)
  return { zh: `${zh}（${basis.zh}）`, en: `${en} (${basis.en})` }
}

const quoted = ({ zh, en }: Bilingual): Bilingual => say(`“${zh}”`, `“${en}”`)

const sentences: { readonly [K in Kind]: Sentence<K> } = {
  'no-such-reception': () =>
    say('没有这个接访日，或者尚未公布。', 'There is no such reception day, or it is not public yet.'),
  'no-such-booking': () =>
    say(
      '没有这个预约，或者预约编号与凭证不符。',
      'There is no such booking, or the reference number and the key do not belong together.',
    ),
  'reception-planned-already': () => say('该接访日已经安排。', 'This day was planned already.'),
  'reception-not-yours': () =>
    say(
      '接访日由安排的信访部门，或者接访领导所在单位办理。',
      'The bureau that arranges the day acts on it, and the organ whose leader receives.',
    ),
  'booking-not-yours': () => say('只有当日接待的单位可以办理。', 'Only the organs at the table of that day act on it.'),
  'wrong-reception-stage': ({ stage, command, needs }) => {
    const [now, what] = [receptionTerms.receptionStage[stage], receptionTerms.receptionCommand[command]]
    const when = anyOf(needs.map((each) => quoted(receptionTerms.receptionStage[each])))
    return say(
      `该接访日目前“${now.zh}”，不能“${what.zh}”；${when.zh}时方可办理。`,
      `The day is “${now.en}”, where “${what.en}” is not possible; it is possible at ${when.en}.`,
    )
  },
  'wrong-booking-stage': ({ stage, command, needs }) => {
    const [now, what] = [receptionTerms.bookingStage[stage], receptionTerms.bookingCommand[command]]
    const when = anyOf(needs.map((each) => quoted(receptionTerms.bookingStage[each])))
    return say(
      `该预约目前“${now.zh}”，不能“${what.zh}”；${when.zh}时方可办理。`,
      `The booking is “${now.en}”, where “${what.en}” is not possible; it is possible at ${when.en}.`,
    )
  },
  'nobody-receives': () => say('请选择接访领导。', 'Choose the leader who receives.'),
  'leader-not-of-your-area': ({ organ }, nameOf) =>
    say(
      `“${nameOf(organ).zh}”不在本单位可以安排的范围内。`,
      `“${nameOf(organ).en}” does not lie in the area for which your organ arranges.`,
    ),
  'leader-named-twice': () => say('同一位领导只能列一次。', 'The same leader stands there twice.'),
  'no-such-leader': () =>
    say('该人员目前不是该单位的领导或者负责人。', 'This person neither leads nor heads that organ today.'),
  'unknown-organ': ({ organ }) => say(`没有“${organ}”这个机关、单位。`, `There is no organ ${organ}.`),
  'day-not-ahead': ({ day, today }) => {
    const [wanted, now] = [dayInWords(day), dayInWords(today)]
    return say(
      `${wanted.zh}不在今天（${now.zh}）之后，请选择以后的日期。`,
      `${wanted.en} does not lie after today, ${now.en}; choose a later day.`,
    )
  },
  'not-a-working-day': ({ day, is }) => {
    const wanted = dayInWords(day)
    const kind = is === 'holiday' ? say('节假日', 'a public holiday') : say('周末休息日', 'a day of the weekend')
    return say(
      `${wanted.zh}是${kind.zh}。确定在这一天接访的，请勾选“休息日照常接访”。`,
      `${wanted.en} is ${kind.en}. If leaders receive on it all the same, say so: “Also though it is a rest day”.`,
    )
  },
  'day-not-come': ({ day }) => {
    const wanted = dayInWords(day)
    return say(`接访日是${wanted.zh}，还没有到。`, `The day is ${wanted.en}, which has not come yet.`)
  },
  'ends-before-it-begins': () => say('结束时间应当晚于开始时间。', 'It has to end after it begins.'),
  'too-many-seats': ({ most }) => say(`名额不能超过${most}个。`, `A day has at most ${most} seats.`),
  'too-little-time': ({ slotMinutes }) =>
    say(
      `每位来访人至少安排${slotMinutes}分钟，请减少名额或者延长时间。`,
      `Each talk is given at least ${slotMinutes} minutes; take fewer seats or more time.`,
    ),
  'seats-given-already': ({ given }) =>
    say(`第${given}号名额已经给出，不能减少到其以下。`, `Seat ${given} is given already; fewer are not possible.`),
  'published-too-late': ({ day, earliest }) => {
    const [wanted, first] = [dayInWords(day), dayInWords(earliest)]
    return say(
      `今天公布的，接访日最早为${first.zh}；${wanted.zh}太近，群众来不及预约。`,
      `A day made public today is ${first.en} at the earliest; ${wanted.en} leaves people no time to ask.`,
    )
  },
  'closes-after-the-day': () => say('预约截止日应当早于接访日。', 'Requests are closed before the day itself.'),
  'closed-already': ({ closesOn, closesAt }) => {
    const closing = closingInWords(closesOn, closesAt)
    return say(
      `预约截止时间${closing.zh}已过，请选择以后的时间。`,
      `Requests would close at ${closing.en}, which has passed; choose a later moment.`,
    )
  },
  'requests-still-open': ({ closesOn, closesAt }) => {
    const closing = closingInWords(closesOn, closesAt)
    return say(
      `预约到${closing.zh}为止，之后抽签。`,
      `Requests are gathered to ${closing.en}; the draw comes after it.`,
    )
  },
  'no-such-day-instead': () =>
    say('请选择另一个已经公布的接访日。', 'Choose another day that is public and still ahead.'),
  'booked-already': () =>
    say(
      '这一天已经用这个电话（姓名）预约过，每人每天一个名额。请用预约编号和凭证查询；凭证丢失的，请带身份证件到窗口。',
      'This telephone or name has a request for that day, and each person has one. Look it up with its reference number and key; if the key is lost, come to the window with your identity card.',
    ),
  'not-bookable': ({ stage }) => {
    const now = receptionTerms.receptionStage[stage]
    return say(`该接访日目前“${now.zh}”，不能预约。`, `The day is “${now.en}”; no seat can be asked for.`)
  },
  'requests-closed': ({ closesOn, closesAt }) => {
    const closing = closingInWords(closesOn, closesAt)
    return say(
      `预约已于${closing.zh}截止。请选择以后的接访日；当天也可以到窗口登记候补，或者随时提出信访事项。`,
      `Requests were closed at ${closing.en}. Choose a later day; on the day itself the window takes names for the waiting list, and a petition can be made at any time.`,
    )
  },
  'left-after-the-draw': () =>
    say(
      '抽签之后取消的，这一天不能再次预约，请选择以后的接访日。',
      'What was cancelled is not asked for again after the draw; choose a later day.',
    ),
  'too-many-requests': ({ atMost }) =>
    say(
      `这个电话（姓名）对这一天已经预约、取消过${atMost}次。仍要预约的，请到窗口办理。`,
      `This telephone or name was used for that day ${atMost} times already. If you still want a seat, ask at the window.`,
    ),
  'leader-is-complained-about': () =>
    say(
      '您反映的事情涉及这一天的接访领导，或者接访领导是您所反映的人的下属，不由其接待。请选择其他领导的接访日。',
      'It is about somebody who receives on that day, or about somebody to whom they answer; they do not receive you. Choose another leader’s day.',
    ),
  'organ-is-complained-about': () =>
    say(
      '您检举、控告的单位不得接待您。请选择上一级或者其他单位的接访日。',
      'The organ that you accuse must not receive you. Choose a day of the level above, or of another organ.',
    ),
  'needs-name-or-phone': () => say('请写明姓名。', 'Write your name.'),
  'not-the-day': ({ day, today }) => {
    const [wanted, now] = [dayInWords(day), dayInWords(today)]
    return say(`接访日是${wanted.zh}，今天是${now.zh}。`, `The day is ${wanted.en}; today is ${now.en}.`)
  },
  'waits-for-a-seat': () =>
    say(
      '还在候补，有名额空出时按抽签次序递补。',
      'They are on the waiting list; a seat that becomes free goes by the order of the draw.',
    ),
  'no-longer-in-the-order': () => say('已不在这一天的名单内。', 'They are no longer in the order of this day.'),
  'not-read-back': () =>
    say('谈话记录应当向来访人宣读并由其确认。', 'What is recorded is read back to the person and confirmed.'),
  'promise-not-ahead': ({ due }) => {
    const day = dayInWords(due)
    return say(`承诺的日期${day.zh}应当在今天之后。`, `The day of a promise, ${day.en}, has to lie ahead.`)
  },
  'promised-for-kept-out': ({ organ }, nameOf) =>
    say(
      `“${nameOf(organ).zh}”被检举、控告，不得交其办理。`,
      `“${nameOf(organ).en}” is accused; nothing of it goes there.`,
    ),
  'petition-not-found': ({ petition }) =>
    say(
      `没有“${petition}”这件信访事项，或者不由您查阅。`,
      `There is no petition ${petition}, or it is not yours to see.`,
    ),
  'petition-not-open': ({ petition }) =>
    say(
      `信访事项“${petition}”已经办结，不能再补充材料；请不要勾选“谈话记录并入”，或者登记为新的信访事项。`,
      `Petition ${petition} is finished and takes no more material; leave the record out, or register a new petition.`,
    ),
  'talk-kept-back': ({ petition }) =>
    say(
      `谈话涉及的人能够看到信访事项“${petition}”，谈话记录不能并入；请登记为新的信访事项，或者不并入谈话记录。`,
      `Somebody whom the talk is about may read petition ${petition}; its record cannot be added there. Register a new petition, or leave the record out.`,
    ),
  'nothing-offered': () => say('没有可以改约的接访日。', 'No other day is offered.'),
  'booking-erased': () =>
    say('这次接访记录已随信访事项依法销毁。', 'What was said was lawfully erased with its petition.'),
}
