/** Bulletins in words: why something is refused. A refusal without both languages does not compile. */
import { partNames } from '../../documents/parts.ts'
import type { OrganId } from '../../kernel/organ.ts'
import { basisInWords } from '../../law/basis.ts'
import type { RefusalStatus } from '../../platform/http/call.ts'
import { type Bilingual, inSequence, listed, say } from '../../wording/bilingual.ts'
import { bulletinTerms } from '../../wording/bulletin-terms.ts'
import { dayInWords } from '../../wording/days.ts'
import type { BulletinRefusal, BulletinRefusalKind } from './bulletin.ts'

type NameOf = (organ: OrganId) => Bilingual
type Sentence<K extends BulletinRefusalKind> = (
  refusal: Extract<BulletinRefusal, { kind: K }>,
  nameOf: NameOf,
) => Bilingual

export const statusOfBulletinRefusal = {
  'no-such-bulletin': 404,
  'bulletin-drafted-already': 409,
  'bulletin-not-yours': 403,
  'wrong-bulletin-stage': 409,
  'not-an-issuer': 403,
  'not-a-bureau': 403,
  'criticism-not-yours': 403,
  'tone-missing': 422,
  'year-missing': 422,
  'year-not-ended': 422,
  'report-drafted-already': 409,
  'period-missing': 422,
  'period-not-ended': 422,
  'period-reported-already': 409,
  'nothing-to-circulate': 422,
  'no-recipient': 422,
  'recipient-missing': 422,
  'recipient-ended': 422,
  'recipient-is-issuer': 422,
  'recipient-is-named': 422,
  'nobody-named': 422,
  'petition-unknown': 422,
  'petition-is-accusation': 422,
  'petition-kept-back': 422,
  'ended-before-begun': 422,
  'own-bulletin': 403,
  'bulletin-part-missing': 422,
  'nothing-to-correct': 422,
  'corrected-already': 409,
  'received-already': 409,
  'not-yours-to-instruct': 403,
  'nothing-to-instruct': 409,
  'organ-not-of-your-area': 422,
  'too-many-already': 409,
  'day-not-ahead': 422,
} as const satisfies Record<BulletinRefusalKind, RefusalStatus>

/** One refusal as whole sentences, ending with what it rests on, if it rests on anything. */
export function explainBulletin(refusal: BulletinRefusal, nameOf: NameOf): Bilingual {
  const sentence = sentences[refusal.kind] as Sentence<BulletinRefusalKind>
  if (!('basis' in refusal)) return sentence(refusal, nameOf)
  const { zh, en } = basisInWords(refusal.basis)
  return inSequence(sentence(refusal, nameOf), say(`依据：${zh}。`, `Basis: ${en}.`))
}

const quoted = ({ zh, en }: Bilingual): Bilingual => say(`“${zh}”`, `“${en}”`)

const sentences: { readonly [K in BulletinRefusalKind]: Sentence<K> } = {
  'no-such-bulletin': () =>
    say('没有这份文稿，或者不由您查阅。', 'There is no such bulletin, or it is not yours to see.'),
  'bulletin-drafted-already': () => say('该文稿已经起草。', 'This bulletin was drafted already.'),
  'bulletin-not-yours': () =>
    say(
      '起草单位的有关岗位才能起草、修改和送审，签发由该单位负责人办理，签收由收文单位办理。',
      'Only those of the office that drafts it write at it, its head or leader approves it, and those whom it goes to receive it.',
    ),
  'wrong-bulletin-stage': ({ stage, command, needs }) => {
    const now = bulletinTerms.bulletinStage[stage]
    const what = bulletinTerms.bulletinCommand[command]
    const when = listed(needs.map((each) => quoted(bulletinTerms.bulletinStage[each])))
    return say(
      `该文稿目前“${now.zh}”，不能“${what.zh}”；在${when.zh}时方可办理。`,
      `The bulletin is “${now.en}”, where “${what.en}” is not possible; it is possible at ${when.en}.`,
    )
  },
  'not-an-issuer': ({ bulletin }) => {
    const kind = bulletinTerms.bulletinKind[bulletin]
    return say(`本单位不印发“${kind.zh}”。`, `“${kind.en}” is not issued by your office.`)
  },
  'not-a-bureau': ({ bulletin }) => {
    const kind = bulletinTerms.bulletinKind[bulletin]
    return say(
      `“${kind.zh}”由党委和政府信访部门编制、印发。`,
      `“${kind.en}” is drawn up and issued by a petition bureau.`,
    )
  },
  'criticism-not-yours': () =>
    say(
      '对领导班子和领导干部的通报批评，由信访工作联席会议作出；请提请联席会议通报。',
      'Leadership teams are criticised in a circular by the joint conference; ask it to do so.',
    ),
  'tone-missing': () =>
    say('请选择通报的性质：考核结果、表扬或者批评。', 'Say what the circular is: results, praise or criticism.'),
  'year-missing': () =>
    say('请选择年度，不能是尚未开始的年度。', 'Say for which year; it cannot be one that has not begun.'),
  'year-not-ended': ({ year }) =>
    say(
      `${year}年尚未结束，年度报告的统计数据还会变化；请在次年签发，现在可以继续起草。`,
      `${year} has not ended and its figures still change; issue the report in the next year, and go on drafting meanwhile.`,
    ),
  'report-drafted-already': ({ year }) =>
    say(
      `${year}年度报告已经起草或者印发；需要更正的，请对已印发的报告作出更正。`,
      `The report on ${year} was drafted or issued already; where it is wrong, correct the issued one.`,
    ),
  'period-missing': () =>
    say(
      '请选择分析的期间：一周、一个月或者一个季度，不能是尚未开始的期间。',
      'Say on which week, month or quarter it reports; it cannot be one that has not begun.',
    ),
  'period-not-ended': ({ until }) => {
    const { zh, en } = dayInWords(until)
    return say(
      `该期间到${zh}才结束，统计数据还会变化；请在次日起签发，现在可以继续起草。`,
      `The period ends on ${en} and its figures still change; issue the report after that day, and go on drafting meanwhile.`,
    )
  },
  'period-reported-already': () =>
    say(
      '该期间的信访形势分析报告已经起草或者印发；需要更正的，请对已印发的报告作出更正。',
      'The situation report on this period was drafted or issued already; where it is wrong, correct the issued one.',
    ),
  'nothing-to-circulate': () =>
    say('文稿没有内容，请先起草正文。', 'There is nothing in it yet; write the text first.'),
  'no-recipient': () => say('没有主送机关，请先选择。', 'It goes to nobody; choose whom it goes to.'),
  'recipient-missing': ({ who }) => {
    const { zh, en } = bulletinTerms.missing[who]
    return say(
      `机关目录中没有${zh}，该文不能缺少这一主送机关；请由管理员补充机关后再送审。`,
      `The directory does not have ${en}, without which this cannot go; have an administrator open that organ first.`,
    )
  },
  'recipient-ended': ({ organ }, nameOf) =>
    say(
      `“${nameOf(organ).zh}”已经撤并，请另选主送机关。`,
      `“${nameOf(organ).en}” is no more; choose another recipient.`,
    ),
  'recipient-is-issuer': ({ organ }, nameOf) =>
    say(
      `“${nameOf(organ).zh}”是发文单位，不能同时为主送机关。`,
      `“${nameOf(organ).en}” issues it and cannot be a recipient.`,
    ),
  'recipient-is-named': ({ organ }, nameOf) =>
    say(
      `所涉及的干部在“${nameOf(organ).zh}”任职或者主管该单位，不得向其通报。`,
      `Those concerned serve in “${nameOf(organ).en}” or lead it; it must not be told.`,
    ),
  'nobody-named': () => say('请写明所涉及的干部。', 'Say which cadres it concerns.'),
  'petition-unknown': ({ petition }) =>
    say(
      `没有编号为${petition}的信访事项，或者不由您查阅。`,
      `There is no petition ${petition}, or it is not yours to see.`,
    ),
  'petition-is-accusation': ({ petition }) =>
    say(
      `${petition}属检举控告，不得在通报中出现，包括有无该事项。`,
      `${petition} is an accusation; not even that it exists may stand here.`,
    ),
  'petition-kept-back': ({ petition }) =>
    say(
      `${petition}的信访人要求保密，或者该事项对有关单位、人员保密，不得列入。`,
      `${petition} is kept back, at the petitioner’s wish or from somebody concerned; it cannot stand here.`,
    ),
  'ended-before-begun': ({ from, until }) => {
    const [first, last] = [dayInWords(from), dayInWords(until)]
    return say(
      `统计期间的起止颠倒：${first.zh}晚于${last.zh}。`,
      `The period is turned round: ${first.en} is after ${last.en}.`,
    )
  },
  'own-bulletin': () =>
    say(
      '您参与了起草，须由另一名负责人审核签发。',
      'You wrote at it; somebody else who heads or leads the office must approve or return it.',
    ),
  'bulletin-part-missing': ({ part }) => {
    const { zh, en } = (partNames as Readonly<Record<string, Bilingual>>)[part] ?? say(part, part)
    return say(
      `文稿缺少“${zh}”，不能签发；系统没有相应记录的，请写明情况。`,
      `It has no “${en}” and cannot be issued; where the house has nothing of it, say so in words.`,
    )
  },
  'nothing-to-correct': () =>
    say(
      '只能更正本单位已经印发的同类文稿。',
      'Only what your own office has issued, of the same kind and year, can be corrected.',
    ),
  'corrected-already': () => say('该文稿已经有更正。', 'It is being corrected, or was corrected already.'),
  'received-already': () => say('本单位已经签收。', 'Your office has received it already.'),
  'not-yours-to-instruct': () =>
    say('由收到报告的单位的领导、负责人批示。', 'Whoever heads or leads an organ that the report went to instructs.'),
  'nothing-to-instruct': () =>
    say(
      '只对信访形势分析报告作出批示。',
      'Instructions are given because of a situation report, not of another bulletin.',
    ),
  'organ-not-of-your-area': ({ organ }, nameOf) =>
    say(
      `“${nameOf(organ).zh}”不是本地区可以交办的单位，请另选一个。`,
      `“${nameOf(organ).en}” is not another organ of your own area; choose one that is.`,
    ),
  'too-many-already': ({ atMost }) =>
    say(
      `本单位对这份报告已经批示${atMost}次，请另行制定工作方案。`,
      `Your office has instructed ${atMost} times because of this report; write a plan of its own.`,
    ),
  'day-not-ahead': ({ day, today }) => {
    const [wanted, now] = [dayInWords(day), dayInWords(today)]
    return say(
      `${wanted.zh}不在今天（${now.zh}）之后，请选择以后的日期。`,
      `${wanted.en} does not lie after today, ${now.en}; choose a later day.`,
    )
  },
}
