/** The readings in words: why something is refused. A refusal without both languages does not compile. */
import type { OrganId } from '../../kernel/organ.ts'
import { basisInWords } from '../../law/basis.ts'
import type { RefusalStatus } from '../../platform/http/call.ts'
import { anyOf, type Bilingual, inSequence, say } from '../../wording/bilingual.ts'
import { dayInWords } from '../../wording/days.ts'
import { readingTerms } from '../../wording/reading-terms.ts'
import type { ReadingRefusal, ReadingRefusalKind } from './reading.ts'

type NameOf = (organ: OrganId) => Bilingual
type Sentence<K extends ReadingRefusalKind> = (
  refusal: Extract<ReadingRefusal, { kind: K }>,
  nameOf: NameOf,
) => Bilingual

export const statusOfReadingRefusal = {
  'no-such-reading': 404,
  'no-such-petition': 404,
  'reading-proposed-already': 409,
  'wrong-reading-stage': 409,
  'reading-is-anothers': 403,
  'only-clerks-propose': 403,
  'accusation-goes-its-own-way': 422,
  'not-a-leader': 422,
  'leader-is-elsewhere': 422,
  'leader-is-kept-out': 422,
  'lies-there-already': 409,
  'nothing-changed': 409,
  'nobody-instructed': 422,
  'unknown-organ': 422,
  'organ-is-kept-out': 422,
  'day-not-ahead': 422,
  'reading-erased': 409,
} as const satisfies Record<ReadingRefusalKind, RefusalStatus>

/** One refusal as whole sentences, ending with what it rests on, if it rests on anything. */
export function explainReading(refusal: ReadingRefusal, nameOf: NameOf): Bilingual {
  const sentence = sentences[refusal.kind] as Sentence<ReadingRefusalKind>
  if (!('basis' in refusal)) return sentence(refusal, nameOf)
  const { zh, en } = basisInWords(refusal.basis)
  return inSequence(sentence(refusal, nameOf), say(`依据：${zh}。`, `Basis: ${en}.`))
}

const quoted = ({ zh, en }: Bilingual): Bilingual => say(`“${zh}”`, `“${en}”`)

const sentences: { readonly [K in ReadingRefusalKind]: Sentence<K> } = {
  'no-such-reading': () =>
    say('没有这件阅批，或者不由您查阅。', 'There is no such reading, or it is not yours to see.'),
  'no-such-petition': () =>
    say('没有这件信访事项，或者本机关与它无关。', 'There is no such petition, or your organ has no part in it.'),
  'reading-proposed-already': () => say('该件已经呈送。', 'This was laid before a leader already.'),
  'wrong-reading-stage': ({ stage, command, needs }) => {
    const [now, act] = [readingTerms.readingStage[stage], readingTerms.readingCommand[command]]
    const wanted = anyOf(needs.map((each) => quoted(readingTerms.readingStage[each])))
    return say(
      `现在的状态是“${now.zh}”，不能${act.zh}；须为${wanted.zh}。`,
      `It stands at “${now.en}”, so “${act.en}” is not possible; that needs ${wanted.en}.`,
    )
  },
  'reading-is-anothers': () =>
    say(
      '阅批由呈送单位的经办人、负责人和所呈送的领导本人办理。',
      'Only those who handle where it was sent from, and the leader before whom it lies, act on it.',
    ),
  'only-clerks-propose': () =>
    say('由经办人或者负责人呈送。', 'A clerk or the head of an office lays letters before leaders.'),
  'accusation-goes-its-own-way': () =>
    say(
      '检举控告不通过阅批呈送：由纪检监察机关或者有权处理的机关办理，反映干部问题的按干部管理权限通报。',
      'An accusation is not laid before leaders this way: the discipline body or whoever is competent handles it, and what is said of cadres is notified by cadre-management authority.',
    ),
  'not-a-leader': ({ organ }, nameOf) =>
    say(`该账号现在不是“${nameOf(organ).zh}”的领导。`, `That account does not lead “${nameOf(organ).en}” now.`),
  'leader-is-elsewhere': ({ organ }, nameOf) =>
    say(
      `“${nameOf(organ).zh}”不在本级：信访部门、联席会议办公室呈送本地区同级的领导，其他机关、单位呈送本机关领导。`,
      `“${nameOf(organ).en}” is not of this place: a petition bureau or a conference office sends to leaders of its own region, every other organ to its own.`,
    ),
  'leader-is-kept-out': () =>
    say(
      '不能呈送这位领导：须回避或者须保密。',
      'It cannot be laid before this leader, who must step aside or from whom it is kept.',
    ),
  'lies-there-already': () => say('该件已经在这位领导处，尚未批示。', 'It lies before this leader already.'),
  'nothing-changed': () =>
    say('信访事项没有新的变动，摘要不必更新。', 'Nothing has changed in the petition, so the page stays as it is.'),
  'nobody-instructed': () => say('请写明由谁办理。', 'Say who is to do it.'),
  'unknown-organ': () => say('没有这个机关、单位，或者它已经撤销。', 'There is no such organ, or it is no more.'),
  'organ-is-kept-out': ({ organ }, nameOf) =>
    say(
      `不能批转“${nameOf(organ).zh}”：不得让被反映的单位、人员及其下级知道。`,
      `“${nameOf(organ).en}” cannot be instructed: whoever is accused, and whoever stands below them, must not learn of it.`,
    ),
  'day-not-ahead': ({ day, today }) => {
    const [wanted, now] = [dayInWords(day), dayInWords(today)]
    return say(
      `期限须在今天以后：${wanted.zh}不在${now.zh}以后。`,
      `The day must lie ahead: ${wanted.en} is not after ${now.en}.`,
    )
  },
  'reading-erased': ({ on }) =>
    say(
      `信访事项已于${dayInWords(on).zh}依法销毁，不能再办理。`,
      `The petition was lawfully erased on ${dayInWords(on).en}; nothing can be done with this any more.`,
    ),
}
