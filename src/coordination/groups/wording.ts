/** Working groups in words: why something is refused. A refusal without both languages does not compile. */
import type { OrganId } from '../../kernel/organ.ts'
import { basisInWords } from '../../law/basis.ts'
import type { RefusalStatus } from '../../platform/http/call.ts'
import { anyOf, type Bilingual, inSequence, say } from '../../wording/bilingual.ts'
import { dayInWords } from '../../wording/days.ts'
import { groupTerms } from '../../wording/group-terms.ts'
import type { GroupRefusal, GroupRefusalKind } from './group.ts'

type NameOf = (organ: OrganId) => Bilingual
type Sentence<K extends GroupRefusalKind> = (refusal: Extract<GroupRefusal, { kind: K }>, nameOf: NameOf) => Bilingual

export const statusOfGroupRefusal = {
  'no-such-group': 404,
  'group-founded-already': 409,
  'no-conference': 403,
  'group-not-yours': 403,
  'wrong-group-stage': 409,
  'no-such-decision': 422,
  'day-not-ahead': 422,
  'term-not-longer': 422,
  'linked-to-nothing': 422,
  'linked-matter-unknown': 422,
  'accusation-not-shared': 422,
  'organ-is-kept-out': 422,
  'member-is-concerned': 422,
  'unknown-organ': 422,
  'organ-elsewhere': 422,
  'no-such-holder': 422,
  'one-organ-only': 422,
  'member-already': 409,
  'no-such-member': 422,
  'case-already': 409,
  'no-such-case': 422,
  'only-case': 409,
  'organ-has-no-part': 422,
  'task-still-open': 409,
} as const satisfies Record<GroupRefusalKind, RefusalStatus>

/** One refusal as whole sentences, ending with what it rests on, if it rests on anything. */
export function explainGroup(refusal: GroupRefusal, nameOf: NameOf): Bilingual {
  const sentence = sentences[refusal.kind] as Sentence<GroupRefusalKind>
  if (!('basis' in refusal)) return sentence(refusal, nameOf)
  const { zh, en } = basisInWords(refusal.basis)
  return inSequence(sentence(refusal, nameOf), say(`依据：${zh}。`, `Basis: ${en}.`))
}

const quoted = ({ zh, en }: Bilingual): Bilingual => say(`“${zh}”`, `“${en}”`)

const sentences: { readonly [K in GroupRefusalKind]: Sentence<K> } = {
  'no-such-group': () =>
    say('没有这个专项工作小组，或者不由您查阅。', 'There is no such working group, or it is not yours to see.'),
  'group-founded-already': () => say('该专项工作小组已经成立。', 'This working group was founded already.'),
  'no-conference': ({ organ }, nameOf) =>
    say(
      `“${nameOf(organ).zh}”不是联席会议，不能成立专项工作小组。`,
      `“${nameOf(organ).en}” is no joint conference, and founds no working group.`,
    ),
  'group-not-yours': () =>
    say(
      '专项工作小组由联席会议办公室成立和调整；组长可以交办任务、提交工作报告并解散；成员可以自行退出。',
      'The office of the conference founds and changes a group; whoever leads it gives tasks and dissolves it with a report; a member may step out.',
    ),
  'wrong-group-stage': ({ stage, command, needs }) => {
    const now = groupTerms.groupStage[stage]
    const what = groupTerms.groupCommand[command]
    const when = anyOf(needs.map((each) => quoted(groupTerms.groupStage[each])))
    return say(
      `专项工作小组目前“${now.zh}”，不能“${what.zh}”；${when.zh}时方可办理。`,
      `The group is “${now.en}”, where “${what.en}” is not possible; it is possible at ${when.en}.`,
    )
  },
  'no-such-decision': () =>
    say('没有本联席会议已经审定的这项议定事项。', 'There is no such decision of this conference that was confirmed.'),
  'day-not-ahead': ({ day, today }) => {
    const [wanted, now] = [dayInWords(day), dayInWords(today)]
    return say(
      `${wanted.zh}不在今天（${now.zh}）之后，请选择以后的日期。`,
      `${wanted.en} does not lie after today, ${now.en}; choose a later day.`,
    )
  },
  'term-not-longer': ({ until }) => {
    const { zh, en } = dayInWords(until)
    return say(`期限目前到${zh}，请选择更晚的日期。`, `It runs until ${en}; choose a later day.`)
  },
  'linked-to-nothing': () => say('请列明所涉及的信访事项。', 'List the petitions that it is for.'),
  'linked-matter-unknown': ({ matter }) =>
    say(`没有“${matter}”这件信访事项，或者不由您查阅。`, `There is no petition ${matter}, or it is not yours to see.`),
  'accusation-not-shared': ({ petition }) =>
    say(
      `信访事项${petition}属于检举控告，由有权处理的机关办理，不列入专项工作小组。`,
      `The petition ${petition} is an accusation: a competent body handles it, and it comes into no working group.`,
    ),
  'organ-is-kept-out': ({ organ }, nameOf) =>
    say(
      `“${nameOf(organ).zh}”是所涉及的单位，或者隶属于所涉及的单位，不得知悉或者办理。`,
      `“${nameOf(organ).en}” is concerned, or stands below whoever is; it must have no part in this.`,
    ),
  'member-is-concerned': () =>
    say(
      '所选成员与有关信访事项有利害关系或者已经回避，不能参加。',
      'One of those chosen has an interest in one of the petitions, or has withdrawn from it, and cannot be a member.',
    ),
  'unknown-organ': ({ organ }) =>
    say(`没有“${organ}”这个机关、单位，或者已经撤销。`, `There is no organ ${organ}, or it has ended.`),
  'organ-elsewhere': ({ organ }, nameOf) =>
    say(
      `“${nameOf(organ).zh}”不在本联席会议所在地区。`,
      `“${nameOf(organ).en}” does not lie in the area of this conference.`,
    ),
  'no-such-holder': () =>
    say(
      '请选择在该单位承办、负责或者督查的账号。',
      'Choose an account that handles, leads or supervises in that organ.',
    ),
  'one-organ-only': () =>
    say('专项工作小组的成员应当来自两个以上单位。', 'The members of a working group come from two organs or more.'),
  'member-already': () => say('已经是小组成员。', 'They are a member already.'),
  'no-such-member': () => say('不是小组成员，请先增加为成员。', 'They are no member of the group; add them first.'),
  'case-already': ({ petition }) =>
    say(`信访事项${petition}已经列入。`, `The petition ${petition} is in the group already.`),
  'no-such-case': ({ petition }) =>
    say(`信访事项${petition}没有列入该小组。`, `The petition ${petition} is not in the group.`),
  'only-case': () =>
    say(
      '小组只剩这一件信访事项，不再需要的，请解散小组。',
      'It is the only petition of the group; dissolve the group where it has nothing left to do.',
    ),
  'organ-has-no-part': ({ organ }, nameOf) =>
    say(
      `“${nameOf(organ).zh}”没有小组成员，不能由小组交办任务。`,
      `“${nameOf(organ).en}” has no member in the group, which gives it no task.`,
    ),
  'task-still-open': ({ count }) => say(`还有${count}项任务没有办结。`, `${count} of its tasks are still open.`),
}
