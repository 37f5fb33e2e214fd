/** The supervision room in words: why something is refused. A refusal without both languages does not compile. */
import type { OrganId } from '../kernel/organ.ts'
import { basisInWords } from '../law/basis.ts'
import type { RefusalStatus } from '../platform/http/call.ts'
import { type Bilingual, inSequence, listed, say } from '../wording/bilingual.ts'
import { dayInWords } from '../wording/days.ts'
import { supervisionTerms } from '../wording/supervision-terms.ts'
import type { SupervisionRefusal, SupervisionRefusalKind } from './supervision.ts'

type NameOf = (organ: OrganId) => Bilingual
type Sentence<K extends SupervisionRefusalKind> = (
  refusal: Extract<SupervisionRefusal, { kind: K }>,
  nameOf: NameOf,
) => Bilingual

export const statusOfSupervisionRefusal = {
  'no-such-matter': 404,
  'supervision-not-yours': 403,
  'no-such-finding': 422,
  'finding-decided-already': 409,
  'finding-not-confirmed': 409,
  'no-such-order': 422,
  'wrong-order-state': 409,
  'not-an-opener': 403,
  'inspected-already': 409,
  'nothing-to-supervise': 422,
  'wrong-subject': 422,
  'no-addressee': 422,
  'addressee-out-of-reach': 422,
  'needs-several-organs': 422,
  'addressee-is-supervisor': 422,
  'addressee-is-kept-out': 422,
  'leader-not-of-organ': 422,
  'due-not-ahead': 422,
  'due-not-later': 422,
  'no-criteria': 422,
  'criteria-not-met': 409,
  'unknown-criterion': 422,
  'not-inspected-yet': 409,
  'not-executed-yet': 409,
  'inspection-not-held-yet': 422,
  'nobody-to-ask': 422,
  'material-not-there': 422,
  'asked-already': 409,
  'nobody-asked': 409,
  'asker-is-concerned': 422,
  'petitioner-not-heard': 409,
  'own-report': 403,
  'not-stricter': 422,
  'not-a-referee': 422,
  'nothing-was-referred': 409,
  'needs-the-head-of-supervision': 403,
  'clock-still-running': 409,
  'matter-erased': 409,
} as const satisfies Record<SupervisionRefusalKind, RefusalStatus>

/** One refusal as whole sentences, ending with what it rests on, if it rests on anything. */
export function explainSupervision(refusal: SupervisionRefusal, nameOf: NameOf): Bilingual {
  const sentence = sentences[refusal.kind] as Sentence<SupervisionRefusalKind>
  if (!('basis' in refusal)) return sentence(refusal, nameOf)
  const { zh, en } = basisInWords(refusal.basis)
  return inSequence(sentence(refusal, nameOf), say(`依据：${zh}。`, `Basis: ${en}.`))
}

const quoted = ({ zh, en }: Bilingual): Bilingual => say(`“${zh}”`, `“${en}”`)
const kindOf = supervisionTerms.orderKind
const stateOf = supervisionTerms.orderState

const sentences: { readonly [K in SupervisionRefusalKind]: Sentence<K> } = {
  'no-such-matter': () =>
    say('没有这件督办事项，或者不由您查阅。', 'There is no such matter under supervision, or it is not yours to see.'),
  'supervision-not-yours': () =>
    say(
      '这一步由负责督办的机关办理，反馈由被督办的单位办理。',
      'This is for the organ that supervises; to report back is for the organ that the order is addressed to.',
    ),
  'no-such-finding': () => say('没有这条线索。', 'Nothing of that kind was found here.'),
  'finding-decided-already': ({ state }) => {
    const { zh, en } = supervisionTerms.findingState[state]
    return say(`这条线索“${zh}”，不再重复处理。`, `What was found is “${en}” already.`)
  },
  'finding-not-confirmed': () =>
    say('只能就已经认定的线索发出督办，请先认定。', 'An order rests on what was confirmed; confirm it first.'),
  'no-such-order': () => say('没有这件督办件。', 'There is no such order here.'),
  'wrong-order-state': ({ state, command, needs }) => {
    const what = supervisionTerms.supervisionCommand[command]
    const when = listed(needs.map((each) => quoted(stateOf[each])))
    return say(
      `该督办件目前“${stateOf[state].zh}”，不能“${what.zh}”；在${when.zh}时方可办理。`,
      `The order is “${stateOf[state].en}”, where “${what.en}” is not possible; it is possible at ${when.en}.`,
    )
  },
  'not-an-opener': ({ order, openers }) => {
    const { zh, en } = kindOf[order]
    if (openers.length === 0)
      return say(`适用的规定中没有“${zh}”这一措施。`, `The law that applies here knows no “${en}”.`)
    const who = listed(openers.map((each) => quoted(supervisionTerms.openerKind[each])))
    return say(`“${zh}”由${who.zh}作出，可以提请其督查。`, `“${en}” is for ${who.en}; refer the matter there.`)
  },
  'inspected-already': ({ organ, by, order }, nameOf) =>
    say(
      `“${nameOf(by).zh}”已就同一事项对“${nameOf(organ).zh}”开展“${kindOf[order].zh}”，请并入或者待其结束，不重复督查。`,
      `“${nameOf(by).en}” has an order (“${kindOf[order].en}”) on “${nameOf(organ).en}” in this matter already; join it, or wait for its end.`,
    ),
  'nothing-to-supervise': () =>
    say('这一专题内没有可以督查的信访事项。', 'There is no petition in this topic that could be inspected.'),
  'wrong-subject': ({ order, needs }) => {
    const over = listed(needs.map((each) => supervisionTerms.subjectKind[each]))
    return say(`“${kindOf[order].zh}”针对${over.zh}。`, `“${kindOf[order].en}” is opened over: ${over.en}.`)
  },
  'no-addressee': () => say('请写明由哪个单位办理。', 'Say which organ must act on it.'),
  'addressee-out-of-reach': ({ organ }, nameOf) =>
    say(
      `“${nameOf(organ).zh}”不在督办机关所在地区之内，或者是其上级，不能向其发出督办。`,
      `“${nameOf(organ).en}” is outside the region of whoever supervises, or stands above it; no order reaches it from here.`,
    ),
  'needs-several-organs': ({ order }) =>
    say(`“${kindOf[order].zh}”须有两个以上单位。`, `“${kindOf[order].en}” needs two organs or more.`),
  'addressee-is-supervisor': ({ organ }, nameOf) =>
    say(
      `“${nameOf(organ).zh}”自己发出督办，不能督办自己。`,
      `“${nameOf(organ).en}” opens the order itself and cannot be the one to act on it.`,
    ),
  'addressee-is-kept-out': ({ organ }, nameOf) =>
    say(
      `“${nameOf(organ).zh}”是被检举、控告的单位或者其下级，不得向其透露。`,
      `“${nameOf(organ).en}” is accused in it, or stands below who is, and must not learn of it.`,
    ),
  'leader-not-of-organ': ({ organ }, nameOf) =>
    say(
      `所指定的负责人不是“${nameOf(organ).zh}”的领导，请重新选择。`,
      `The leader that was named leads nothing in “${nameOf(organ).en}”; choose another.`,
    ),
  'due-not-ahead': ({ day, today }) => {
    const [due, now] = [dayInWords(day), dayInWords(today)]
    return say(`期限（${due.zh}）须在今天（${now.zh}）之后。`, `The day, ${due.en}, must come after today, ${now.en}.`)
  },
  'due-not-later': ({ due }) => {
    const { zh, en } = dayInWords(due)
    return say(`延期后的期限须晚于原期限（${zh}）。`, `More time means a day after the one that stands, ${en}.`)
  },
  'no-criteria': ({ order }) =>
    say(
      `“${kindOf[order].zh}”须写明销号的标准。`,
      `“${kindOf[order].en}” must say what has to be so before it is closed.`,
    ),
  'criteria-not-met': ({ missing }) =>
    say(
      `还有${missing.length}项标准未核实达到，不能销号。`,
      `${missing.length} of its criteria were not verified as met.`,
    ),
  'unknown-criterion': () => say('督办件中没有这项标准。', 'There is no such criterion in the order.'),
  'not-inspected-yet': ({ way }) => {
    const { zh, en } = supervisionTerms.inspectionWay[way]
    return say(`尚无“${zh}”的记录。`, `There is no record of an inspection “${en}” yet.`)
  },
  'not-executed-yet': () =>
    say(
      '信访事项还没有落实，跟踪督办不能结束。',
      'What is owed in the petition was not done yet, and this order runs until it is.',
    ),
  'inspection-not-held-yet': ({ day, today }) => {
    const [held, now] = [dayInWords(day), dayInWords(today)]
    return say(
      `记录的日期（${held.zh}）不能晚于今天（${now.zh}）。`,
      `What is recorded as held on ${held.en} cannot lie after today, ${now.en}.`,
    )
  },
  'nobody-to-ask': () =>
    say('只有针对一件信访事项的督办才能回访信访人。', 'A petitioner can be asked only where it is about one petition.'),
  'material-not-there': () => say('附件没有上传成功，请重新上传。', 'A file is not there; upload it again.'),
  'asked-already': () => say('本轮已经委托回访。', 'The petitioner is being asked, or was, in this round.'),
  'nobody-asked': () => say('没有待回复的回访委托。', 'Nobody was asked to hear the petitioner, or it was answered.'),
  'asker-is-concerned': ({ organ }, nameOf) =>
    say(
      `“${nameOf(organ).zh}”与该事项有关，不能由其回访信访人。`,
      `“${nameOf(organ).en}” is concerned in it and must not be the one to ask the petitioner.`,
    ),
  'petitioner-not-heard': () => say('还没有记录信访人的说法。', 'What the petitioner says is not on record yet.'),
  'own-report': ({ organ }, nameOf) =>
    say(
      `“${nameOf(organ).zh}”是被督办单位，不能核实自己的反馈。`,
      `“${nameOf(organ).en}” must act on the order and cannot judge its own report.`,
    ),
  'not-stricter': ({ order }) =>
    say(
      `“${kindOf[order].zh}”并不比原督办更严，不能作为升级。`,
      `“${kindOf[order].en}” is no stricter than the order that it would follow.`,
    ),
  'not-a-referee': ({ organ }, nameOf) =>
    say(
      `不能提请“${nameOf(organ).zh}”；可以提请本级或者上一级的联席会议、党委、政府，或者上一级信访部门。`,
      `The matter cannot be referred to “${nameOf(organ).en}”; it can be to the conference, party or government here or one level up, or to the bureau above.`,
    ),
  'nothing-was-referred': () =>
    say(
      '没有提请本机关督查的事项，或者已经回复、已经发出督办。',
      'Nothing here waits for your organ to take it up: it was declined already, or you have opened an order.',
    ),
  'needs-the-head-of-supervision': () =>
    say(
      '延期由督办机关的负责人或者督查专员批准。',
      'More time is given by the head, or by a commissioner, of whoever supervises.',
    ),
  'matter-erased': ({ on }) => {
    const { zh, en } = dayInWords(on)
    return say(
      `所督办的信访事项已于${zh}依法销毁，督办中的文字随之销毁，不能再办理。`,
      `The petition was lawfully erased on ${en}, and with it what was written here; nothing more can be done.`,
    )
  },
  'clock-still-running': () =>
    say('该期限尚未届满，或者已经处理。', 'That limit has not ended, or was dealt with already.'),
}
