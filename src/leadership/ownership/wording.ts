/** Owned cases in words: why something is refused. A refusal without both languages does not compile. */
import type { OrganId } from '../../kernel/organ.ts'
import { basisInWords } from '../../law/basis.ts'
import type { RefusalStatus } from '../../platform/http/call.ts'
import { anyOf, type Bilingual, inSequence, say } from '../../wording/bilingual.ts'
import { dayInWords } from '../../wording/days.ts'
import { ownershipTerms } from '../../wording/ownership-terms.ts'
import type { OwnershipRefusal, OwnershipRefusalKind } from './ownership.ts'

type NameOf = (organ: OrganId) => Bilingual
type Sentence<K extends OwnershipRefusalKind> = (
  refusal: Extract<OwnershipRefusal, { kind: K }>,
  nameOf: NameOf,
) => Bilingual

export const statusOfOwnershipRefusal = {
  'no-such-ownership': 404,
  'owned-already': 409,
  'accusations-are-not-owned': 422,
  'ownership-not-yours': 403,
  'deciders-decide': 403,
  'owner-does-it': 403,
  'wrong-ownership-stage': 409,
  'unknown-organ': 422,
  'owner-leads-nothing': 422,
  'owner-is-kept-out': 422,
  'owner-is-concerned': 422,
  'owner-is-complained-of': 422,
  'owner-was-refused': 422,
  'owner-unchanged': 409,
  'handler-is-kept-out': 422,
  'handler-is-concerned': 422,
  'handler-does-not-handle': 422,
  'doer-is-kept-out': 422,
  'not-all-fixed': 422,
  'unknown-duty': 422,
  'no-duty-taken': 422,
  'nobody-owns-it': 409,
  'names-watching': 422,
  'day-not-ahead': 422,
  'day-in-the-future': 422,
  'day-before-the-owner': 422,
  'step-after-the-end': 422,
  'not-read-back': 422,
  'unknown-help': 422,
  'not-an-extension': 422,
  'own-extension': 403,
  'needs-what-remains': 422,
  'no-result-yet': 409,
  'needs-own-key-or-signature': 422,
  'asked-by-own-organ': 403,
  'view-not-known': 409,
  'view-says-otherwise': 409,
  'steps-still-open': 409,
  'unknown-step': 422,
  'step-has-task': 409,
  'asked-already': 409,
  'nothing-asked': 409,
  'owner-decides-not': 403,
  'material-not-there': 422,
  'too-many-already': 409,
  'clock-still-running': 409,
} as const satisfies Record<OwnershipRefusalKind, RefusalStatus>

/** One refusal as whole sentences, ending with what it rests on, if it rests on anything. */
export function explainOwnership(refusal: OwnershipRefusal, nameOf: NameOf): Bilingual {
  const sentence = sentences[refusal.kind] as Sentence<OwnershipRefusalKind>
  if (!('basis' in refusal)) return sentence(refusal, nameOf)
  const { zh, en } = basisInWords(refusal.basis)
  return inSequence(sentence(refusal, nameOf), say(`依据：${zh}。`, `Basis: ${en}.`))
}

const quoted = ({ zh, en }: Bilingual): Bilingual => say(`“${zh}”`, `“${en}”`)

const fixable = {
  owner: say('包案领导', 'who owns it'),
  handler: say('具体承办人', 'who handles it'),
  plan: say('化解方案和措施', 'the plan and its steps'),
  due: say('办结时限', 'the day'),
} as const

const sentences: { readonly [K in OwnershipRefusalKind]: Sentence<K> } = {
  'no-such-ownership': () =>
    say('没有这件包案，或者不由您查阅。', 'There is no such owned case, or it is not yours to see.'),
  'owned-already': () =>
    say('该信访事项已经提出或者确定包案。', 'This petition has been proposed to be owned, or is owned already.'),
  'accusations-are-not-owned': () =>
    say(
      '检举控告类事项由有权处理的机关按照其规定办理，不由领导包案。',
      'An accusation is handled by the competent body under its own rules, and no leader owns it.',
    ),
  'ownership-not-yours': () =>
    say(
      '只有包案领导、承办人、决定包案的党委、政府、联席会议和信访部门可以办理。',
      'Only the owner, the handler, and the party committee, government, conference and bureau that decide on it act here.',
    ),
  'deciders-decide': () =>
    say(
      '由本级党委、政府、联席会议或者信访部门的负责人决定。',
      'The head or a leader of the party committee, government, conference or bureau of the place decides on this.',
    ),
  'owner-does-it': () => say('须由包案领导本人办理。', 'The owner has to do this in person.'),
  'wrong-ownership-stage': ({ stage, command, needs }) => {
    const now = ownershipTerms.ownershipStage[stage]
    const what = ownershipTerms.ownershipCommand[command]
    const when = anyOf(needs.map((each) => quoted(ownershipTerms.ownershipStage[each])))
    return say(
      `该包案目前“${now.zh}”，不能“${what.zh}”；${when.zh}时方可办理。`,
      `The case is “${now.en}”, where “${what.en}” is not possible; it is possible at ${when.en}.`,
    )
  },
  'unknown-organ': ({ organ }) => say(`没有“${organ}”这个机关、单位。`, `There is no organ ${organ}.`),
  'owner-leads-nothing': ({ organ }, nameOf) =>
    say(
      `此人不是“${nameOf(organ).zh}”的领导或者负责人。`,
      `This person neither heads nor leads “${nameOf(organ).en}”.`,
    ),
  'owner-is-kept-out': ({ organ }, nameOf) =>
    say(
      `“${nameOf(organ).zh}”不得知悉该事项，不能包案。`,
      `“${nameOf(organ).en}” must not learn of this and cannot own it.`,
    ),
  'owner-is-concerned': () =>
    say(
      '此人或者其领导是该事项反映的人员，或者已经回避，不能包案。',
      'The petition names this person or somebody to whom they answer, or they have stepped aside; they cannot own it.',
    ),
  'owner-is-complained-of': ({ organ }, nameOf) =>
    say(
      `信访事项反映的是“${nameOf(organ).zh}”，不能由该单位的领导包案。`,
      `The petition complains of “${nameOf(organ).en}”; nobody who leads there owns it.`,
    ),
  'owner-was-refused': () =>
    say(
      '信访人申请更换此人已获同意，不能再由其包案。',
      'The petitioner asked for another owner and was heard; this person cannot own it again.',
    ),
  'owner-unchanged': () => say('包案领导和承办人没有变化。', 'Owner and handler would stay the same.'),
  'handler-is-kept-out': ({ organ }, nameOf) =>
    say(
      `“${nameOf(organ).zh}”不得知悉该事项，不能承办。`,
      `“${nameOf(organ).en}” must not learn of this and cannot handle it.`,
    ),
  'handler-is-concerned': () =>
    say(
      '此人或者其领导是该事项反映的人员，或者已经回避，不能承办。',
      'The petition names this person or somebody to whom they answer, or they have stepped aside; they cannot handle it.',
    ),
  'handler-does-not-handle': ({ organ }, nameOf) =>
    say(
      `此人不在“${nameOf(organ).zh}”承办信访事项。`,
      `This person does not handle petitions in “${nameOf(organ).en}”.`,
    ),
  'doer-is-kept-out': ({ organ }, nameOf) =>
    say(
      `“${nameOf(organ).zh}”或者所指定的人员不得知悉该事项，不能交其落实。`,
      `“${nameOf(organ).en}”, or whoever was named there, must not learn of this and cannot be given a step.`,
    ),
  'not-all-fixed': ({ missing }) => say(`尚未确定：${fixable[missing].zh}。`, `Not fixed yet: ${fixable[missing].en}.`),
  'unknown-duty': ({ duty }) =>
    say(`本地没有规定“${duty}”这项包案职责。`, `The law that applies here knows no such duty of an owner: ${duty}.`),
  'no-duty-taken': () => say('请选择包案领导承担的职责。', 'Choose what the owner takes on.'),
  'nobody-owns-it': () =>
    say('该案目前没有包案领导，请先确定。', 'Nobody owns it at the moment; an owner has to be named first.'),
  'names-watching': () =>
    say(
      '方案和措施不得包含对信访人的稳控、跟踪、劝阻信访等内容。再次信访是信访人的权利。',
      'No plan and no step may be to watch a petitioner or to keep them from petitioning. To petition again is a right.',
    ),
  'day-not-ahead': ({ day, today }) => {
    const [wanted, now] = [dayInWords(day), dayInWords(today)]
    return say(
      `${wanted.zh}不在今天（${now.zh}）之后，请选择以后的日期。`,
      `${wanted.en} does not lie after today, ${now.en}; choose a later day.`,
    )
  },
  'day-in-the-future': ({ day, today }) => {
    const [wanted, now] = [dayInWords(day), dayInWords(today)]
    return say(`${wanted.zh}在今天（${now.zh}）之后。`, `${wanted.en} lies after today, ${now.en}.`)
  },
  'day-before-the-owner': ({ day, from }) => {
    const [wanted, first] = [dayInWords(day), dayInWords(from)]
    return say(`${wanted.zh}早于${first.zh}。`, `${wanted.en} lies before ${first.en}.`)
  },
  'step-after-the-end': ({ day, due }) => {
    const [wanted, last] = [dayInWords(day), dayInWords(due)]
    return say(
      `措施的时限${wanted.zh}晚于包案办结时限${last.zh}。`,
      `The step would end on ${wanted.en}, after the day of the case, ${last.en}.`,
    )
  },
  'not-read-back': () =>
    say(
      '记录的信访人陈述须向其宣读或者交其阅看确认。',
      'What the petitioner said has to be read back to them before it is recorded as theirs.',
    ),
  'unknown-help': () => say('没有这项帮扶救助记录。', 'No such help was offered.'),
  'not-an-extension': ({ due }) => {
    const last = dayInWords(due)
    return say(`新的时限应当晚于原定的${last.zh}。`, `The new day has to lie after ${last.en}.`)
  },
  'own-extension': () =>
    say(
      '包案领导不能自行延长时限，由其他负责人决定。',
      'An owner does not give themselves more time; somebody else decides.',
    ),
  'needs-what-remains': ({ outcome }) => {
    const { zh, en } = ownershipTerms.ownershipOutcome[outcome]
    return say(`结果为“${zh}”的，请写明还有什么没有解决。`, `“${en}” needs what remains to be solved.`)
  },
  'no-result-yet': () => say('尚未记录化解结果。', 'Nothing is recorded yet of what came of it.'),
  'needs-own-key-or-signature': () =>
    say(
      '信访人的意见须由其本人凭查询码填写，或者附上本人签字的材料。',
      'The petitioner’s view needs their own key, or what they signed.',
    ),
  'asked-by-own-organ': () =>
    say(
      '征询意见须由包案领导、承办人所在单位以外的单位进行。',
      'The petitioner is asked by another organ than the owner’s and the handler’s.',
    ),
  'view-not-known': ({ asked, atLeast }) =>
    say(
      `信访人尚未表达意见。办结前须有信访人本人的意见，或者由其他单位在${atLeast}个不同的日期征询而未能取得；目前${asked}次。沉默不等于满意。`,
      `The petitioner has not said what they think. A case is closed with their own view, or after another organ has asked in vain on ${atLeast} different days; so far ${asked}. Silence is not satisfaction.`,
    ),
  'view-says-otherwise': () =>
    say(
      '信访人表示不满意，不能以“已经化解”办结；请如实记录结果以及还有什么没有解决。',
      'The petitioner is not satisfied, so it is not closed as solved; record what came of it and what remains.',
    ),
  'steps-still-open': ({ open }) =>
    say(`还有${open}项措施没有销号。`, open === 1 ? 'One step is still open.' : `${open} steps are still open.`),
  'unknown-step': () => say('没有这项措施，或者已经取消。', 'There is no such step, or it was withdrawn already.'),
  'step-has-task': () =>
    say(
      '这项措施已经交有关单位办理；需要取消的，先在落实事项中撤销。',
      'Somebody was given this step. To withdraw it, withdraw the task first.',
    ),
  'asked-already': () =>
    say('更换包案领导的申请正在等待决定。', 'A request for another owner is waiting to be decided.'),
  'nothing-asked': () => say('没有等待决定的更换申请。', 'Nobody asks for another owner.'),
  'owner-decides-not': () =>
    say('包案领导不能决定是否更换自己。', 'The owner does not decide whether there shall be another.'),
  'material-not-there': () => say('附件没有上传成功，请重新上传。', 'The file was not uploaded; upload it again.'),
  'too-many-already': ({ atMost }) => say(`已达上限${atMost}条。`, `There are ${atMost} already, which is the most.`),
  'clock-still-running': () =>
    say('该期限尚未届满，或者已经处理。', 'That limit has not ended, or was dealt with already.'),
}
