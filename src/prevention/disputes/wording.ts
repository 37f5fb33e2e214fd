/** The dispute ledger in words: why something is refused. A refusal without both languages does not compile. */
import type { OrganId } from '../../kernel/organ.ts'
import { basisInWords } from '../../law/basis.ts'
import type { RefusalStatus } from '../../platform/http/call.ts'
import { anyOf, type Bilingual, inSequence, say } from '../../wording/bilingual.ts'
import { dayInWords } from '../../wording/days.ts'
import { disputeTerms } from '../../wording/dispute-terms.ts'
import type { DisputeRefusal, DisputeRefusalKind } from './dispute.ts'

type NameOf = (organ: OrganId) => Bilingual
type Sentence<K extends DisputeRefusalKind> = (
  refusal: Extract<DisputeRefusal, { kind: K }>,
  nameOf: NameOf,
) => Bilingual

export const statusOfDisputeRefusal = {
  'no-such-dispute': 404,
  'dispute-recorded-already': 409,
  'dispute-not-yours': 403,
  'dispute-needs-the-head': 403,
  'dispute-erased': 409,
  'wrong-dispute-stage': 409,
  'organ-keeps-no-ledger': 403,
  'place-outside-your-area': 422,
  'no-such-category': 422,
  'no-such-grade': 422,
  'nobody-asks': 422,
  'your-organ-is-party': 422,
  'organ-is-party': 422,
  'not-responsible-there': 422,
  'account-unknown': 422,
  'unknown-organ': 422,
  'nothing-tried-yet': 409,
  'not-one-level-up': 422,
  'returned-often-enough': 409,
  'extended-often-enough': 409,
  'day-not-ahead': 422,
  'day-not-later': 422,
  'day-outside-dispute': 422,
  'no-such-party': 422,
  'party-has-not-spoken': 422,
  'needs-witness': 422,
  'wrong-party-key': 422,
  'mediation-running': 409,
  'no-such-mediation': 409,
  'petition-unknown': 422,
  'petition-joined-already': 409,
  'material-not-there': 422,
  'not-found-reported-already': 409,
  'nothing-to-confirm': 409,
  'needs-second-person': 403,
  'not-followed-up': 409,
  'clock-still-running': 409,
} as const satisfies Record<DisputeRefusalKind, RefusalStatus>

/** One refusal as whole sentences, ending with what it rests on, if it rests on anything. */
export function explainDispute(refusal: DisputeRefusal, nameOf: NameOf): Bilingual {
  const sentence = sentences[refusal.kind] as Sentence<DisputeRefusalKind>
  if (!('basis' in refusal)) return sentence(refusal, nameOf)
  const { zh, en } = basisInWords(refusal.basis)
  return inSequence(sentence(refusal, nameOf), say(`依据：${zh}。`, `Basis: ${en}.`))
}

const quoted = ({ zh, en }: Bilingual): Bilingual => say(`“${zh}”`, `“${en}”`)

const sentences: { readonly [K in DisputeRefusalKind]: Sentence<K> } = {
  'no-such-dispute': () =>
    say('没有这件矛盾纠纷，或者不由您查阅。', 'There is no such dispute, or it is not yours to see.'),
  'dispute-recorded-already': () => say('该矛盾纠纷已经登记。', 'This dispute was recorded already.'),
  'dispute-not-yours': () =>
    say('只有目前负责化解的单位的工作人员可以办理。', 'Only those who work in the organ that has it now can do this.'),
  'dispute-needs-the-head': () =>
    say('须由负责化解的单位的负责人决定。', 'The head of the organ that has it decides this.'),
  'dispute-erased': ({ on }) => {
    const { zh, en } = dayInWords(on)
    return say(`该矛盾纠纷的内容已于${zh}随信访事项依法销毁。`, `What was written of it was lawfully erased on ${en}.`)
  },
  'wrong-dispute-stage': ({ stage, command, needs }) => {
    const now = disputeTerms.disputeStage[stage]
    const what = disputeTerms.disputeCommand[command]
    const when = anyOf(needs.map((each) => quoted(disputeTerms.disputeStage[each])))
    return say(
      `该矛盾纠纷目前“${now.zh}”，不能“${what.zh}”；${when.zh}时方可办理。`,
      `The dispute is “${now.en}”, where “${what.en}” is not possible; it is possible at ${when.en}.`,
    )
  },
  'organ-keeps-no-ledger': () =>
    say(
      '本单位不建矛盾纠纷台账；由村（社区）、乡镇（街道）、信访部门、政府及其部门和综治中心登记。',
      'Your organ keeps no ledger of disputes; villages, townships, petition bureaus, governments with their departments, and mediation centres do.',
    ),
  'place-outside-your-area': () =>
    say('发生地不在本单位的区域内，请转告当地登记。', 'The place lies outside your area; tell those who work there.'),
  'no-such-category': ({ category }) => say(`没有“${category}”这个类别。`, `There is no kind of matter “${category}”.`),
  'no-such-grade': ({ grade, pack }) =>
    say(`本地适用的规则（${pack}）没有“${grade}”这个等级。`, `The rules here (${pack}) have no grade “${grade}”.`),
  'nobody-asks': () =>
    say('请标明哪一方提出了要求。', 'Say which side asks for something: nothing is settled without its own word.'),
  'your-organ-is-party': ({ level }) => {
    const { zh, en } = disputeTerms.disputeLevel[level]
    return say(
      `您所在的单位、其上级或者您的领导是当事方，不能由本单位登记、化解；请由${zh}登记。`,
      `Your organ, one above it, or somebody to whom you answer is a party; you cannot record or settle it. It is recorded here: ${en}.`,
    )
  },
  'organ-is-party': ({ organ }, nameOf) =>
    say(
      `“${nameOf(organ).zh}”是当事方，或者隶属于当事方，不能负责化解。`,
      `“${nameOf(organ).en}” is a party, or stands below one; it does not settle this dispute.`,
    ),
  'not-responsible-there': ({ organ }, nameOf) =>
    say(
      `“${nameOf(organ).zh}”不能负责这件矛盾纠纷：不在当地、不化解矛盾纠纷，或者需要逐级上交。`,
      `“${nameOf(organ).en}” cannot be made responsible: it is not of that place, settles no disputes, or has to be reached by handing up.`,
    ),
  'account-unknown': () =>
    say(
      '所选的责任人不在该单位工作，或者应当回避。',
      'Whoever was chosen does not work there, or has to stay out of it.',
    ),
  'unknown-organ': ({ organ }) => say(`没有“${organ}”这个机关、单位。`, `There is no organ ${organ}.`),
  'nothing-tried-yet': ({ level }) => {
    const { zh, en } = disputeTerms.disputeLevel[level]
    return say(
      `应当先由${zh}化解：请先记录已经采取的措施，再上交。`,
      `It is first settled here: ${en}. Record what was tried before you hand it up.`,
    )
  },
  'not-one-level-up': ({ organ }, nameOf) =>
    say(
      `只能上交到上一级能够知悉此事的单位，“${nameOf(organ).zh}”不是。`,
      `It is handed to the next level with somebody who may know of it; “${nameOf(organ).en}” is not that.`,
    ),
  'returned-often-enough': ({ times }) =>
    say(
      `已经退回过${times}次，请接手化解。`,
      `It was given back ${times === 1 ? 'once' : `${times} times`}; take it up.`,
    ),
  'extended-often-enough': ({ times }) =>
    say(
      `已经延长过${times}次，不能再延长。`,
      `More time was given ${times === 1 ? 'once' : `${times} times`} already; no more is.`,
    ),
  'day-not-ahead': ({ day, today }) => {
    const [wanted, now] = [dayInWords(day), dayInWords(today)]
    return say(
      `${wanted.zh}不在今天（${now.zh}）之后，请选择以后的日期。`,
      `${wanted.en} does not lie after today, ${now.en}; choose a later day.`,
    )
  },
  'day-not-later': ({ day, due }) => {
    const [wanted, now] = [dayInWords(day), dayInWords(due)]
    return say(
      `${wanted.zh}不在现在的期限（${now.zh}）之后。`,
      `${wanted.en} does not lie after the day as it is now, ${now.en}.`,
    )
  },
  'day-outside-dispute': ({ at, from, today }) => {
    const [wanted, first, now] = [dayInWords(at), dayInWords(from), dayInWords(today)]
    return say(
      `${wanted.zh}早于发现之日（${first.zh}），或者在今天（${now.zh}）之后。`,
      `${wanted.en} lies before it was found, ${first.en}, or after today, ${now.en}.`,
    )
  },
  'no-such-party': ({ party }) => say(`没有第${party}方当事人。`, `There is no side number ${party}.`),
  'party-has-not-spoken': ({ party }) =>
    say(
      `第${party}方提出了要求，但没有其本人的确认：须由其签字或者用查询码确认。`,
      `Side ${party} asked for something and has not said itself that it is settled: it signs, or confirms by its key.`,
    ),
  'needs-witness': ({ party }) =>
    say(`第${party}方签字时须有见证人，请写明。`, `Name who was there when side ${party} signed.`),
  'wrong-party-key': ({ party }) => say(`第${party}方的查询码不对。`, `The key of side ${party} is not right.`),
  'mediation-running': () =>
    say('正在调解；调解结束之后方可办理。', 'A mediation is running; this can be done when it has ended.'),
  'no-such-mediation': () => say('没有进行中的这次调解。', 'No such mediation is running.'),
  'petition-unknown': ({ petition }) =>
    say(`没有信访事项“${petition}”，或者不由您查阅。`, `There is no petition ${petition}, or it is not yours to see.`),
  'petition-joined-already': ({ petition }) =>
    say(`已经关联信访事项“${petition}”。`, `Petition ${petition} was named already.`),
  'material-not-there': () => say('附件没有上传成功，请重新上传。', 'A file is not there; upload it again.'),
  'not-found-reported-already': () =>
    say('已经报告不存在，等待第二人核实。', 'It was reported that there is none; a second person has to look.'),
  'nothing-to-confirm': () => say('没有报告过“不存在”。', 'Nobody reported that there is no such dispute.'),
  'needs-second-person': () =>
    say(
      '须由另一人核实：负责单位的负责人、督查人员，或者登记、经手过的其他单位的工作人员。',
      'Somebody else has to look: the head or a supervisor of the organ that has it, or whoever works where it was recorded or was before.',
    ),
  'not-followed-up': () =>
    say('化解之后须先回访，看是否稳固，再了结。', 'Look first whether it holds; then it is closed.'),
  'clock-still-running': () =>
    say('该期限尚未届满，或者已经处理。', 'That limit has not ended, or was dealt with already.'),
}
