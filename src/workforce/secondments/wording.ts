/** Secondments in words: why something is refused. */
import type { OrganId } from '../../kernel/organ.ts'
import { basisInWords } from '../../law/basis.ts'
import type { RefusalStatus } from '../../platform/http/call.ts'
import { anyOf, type Bilingual, inSequence, say } from '../../wording/bilingual.ts'
import { dayInWords } from '../../wording/days.ts'
import { secondmentTerms } from '../../wording/secondment-terms.ts'
import type { SecondmentRefusal, SecondmentRefusalKind } from './secondment.ts'

type NameOf = (organ: OrganId) => Bilingual
type Sentence<K extends SecondmentRefusalKind> = (
  refusal: Extract<SecondmentRefusal, { kind: K }>,
  nameOf: NameOf,
) => Bilingual

export const statusOfSecondmentRefusal = {
  'no-such-secondment': 404,
  'secondment-proposed-already': 409,
  'secondment-is-anothers': 403,
  'own-secondment': 403,
  'wrong-secondment-stage': 409,
  'unknown-organ': 422,
  'host-is-no-bureau': 422,
  'official-not-there': 422,
  'seconded-already': 422,
  'post-held': 422,
  'day-not-ahead': 422,
  'ends-before-it-begins': 422,
  'secondment-too-long': 422,
  'mentor-unchanged': 422,
  'evaluated-already': 409,
  'evaluated-too-early': 422,
  'not-before-its-end': 422,
  'secondment-still-running': 422,
  'not-evaluated-yet': 422,
  'clock-still-running': 409,
} as const satisfies Record<SecondmentRefusalKind, RefusalStatus>

/** One refusal as whole sentences, ending with what it rests on, if it rests on anything. */
export function explainSecondment(refusal: SecondmentRefusal, nameOf: NameOf): Bilingual {
  const sentence = sentences[refusal.kind] as Sentence<SecondmentRefusalKind>
  if (!('basis' in refusal)) return sentence(refusal, nameOf)
  const { zh, en } = basisInWords(refusal.basis)
  return inSequence(sentence(refusal, nameOf), say(`依据：${zh}。`, `Basis: ${en}.`))
}

const sentences: { readonly [K in SecondmentRefusalKind]: Sentence<K> } = {
  'no-such-secondment': () =>
    say('没有这项挂职，或者与您无关。', 'There is no such secondment, or you have no part in it.'),
  'secondment-proposed-already': () => say('这项挂职已经提出。', 'This secondment was proposed already.'),
  'secondment-is-anothers': () =>
    say(
      '由派出单位的负责人选派、撤回和登记返回，由接收的信访部门负责人决定是否接收、指定带教人；考核由接收单位负责人或者带教人填写。',
      'Whoever leads the organ that sends proposes, takes back and records the return; whoever leads the bureau decides whether to receive and names the mentor; evaluations are written there or by the mentor.',
    ),
  'own-secondment': () => say('不能办理本人的挂职事项。', 'Nobody decides about their own secondment.'),
  'wrong-secondment-stage': ({ stage, command, needs }) => {
    const [act, now] = [secondmentTerms.secondmentCommand[command], secondmentTerms.secondmentStage[stage]]
    const { zh, en } = anyOf(needs.map((each) => secondmentTerms.secondmentStage[each]))
    return say(
      `“${act.zh}”只能在“${zh}”时进行，现在是“${now.zh}”。`,
      `“${act.en}” is possible while it is: ${en}. It is: ${now.en}.`,
    )
  },
  'unknown-organ': ({ organ }) => say(`没有“${organ}”这个机关、单位。`, `There is no organ ${organ}.`),
  'host-is-no-bureau': ({ organ }, nameOf) => {
    const { zh, en } = nameOf(organ)
    return say(`${zh}不是可以接收挂职的信访部门。`, `${en} is no petition bureau that could receive somebody from you.`)
  },
  'official-not-there': ({ organ }, nameOf) => {
    const { zh, en } = nameOf(organ)
    return say(`该人员不在${zh}任职，或者不能担任。`, `Whoever is named has no such post in ${en}.`)
  },
  'seconded-already': () =>
    say(
      '该人员已经在挂职，或者已有一项待接收的挂职。',
      'They are seconded already, or proposed for another secondment.',
    ),
  'post-held': () => say('该人员在接收单位已有这个岗位。', 'They hold that post at the bureau already.'),
  'day-not-ahead': ({ day, today }) => {
    const [wanted, now] = [dayInWords(day), dayInWords(today)]
    return say(
      `${wanted.zh}不行，请选择${now.zh}以后的一天。`,
      `${wanted.en} is not possible; choose a day after ${now.en}.`,
    )
  },
  'ends-before-it-begins': () => say('结束日期须晚于开始日期。', 'It must end after it begins.'),
  'secondment-too-long': ({ atMost }) => {
    const { zh, en } = dayInWords(atMost)
    return say(`挂职最迟到${zh}。`, `It lasts until ${en} at the latest.`)
  },
  'mentor-unchanged': () => say('带教人没有变化。', 'That is the mentor already.'),
  'evaluated-already': () => say('这次考核已经完成。', 'That evaluation is written already.'),
  'evaluated-too-early': ({ first }) => {
    const { zh, en } = dayInWords(first)
    return say(`${zh}起才可以考核。`, `It can be written from ${en} on.`)
  },
  'not-before-its-end': ({ until }) => {
    const { zh, en } = dayInWords(until)
    return say(`原定${zh}结束，提前结束须早于这一天。`, `It ends on ${en} anyway; choose an earlier day.`)
  },
  'secondment-still-running': ({ until }) => {
    const { zh, en } = dayInWords(until)
    return say(`挂职到${zh}为止，届时才可以登记返回。`, `It runs until ${en}; the return is recorded then.`)
  },
  'not-evaluated-yet': () =>
    say('接收单位还没有填写期满考核。', 'The bureau has not written the evaluation at the end yet.'),
  'clock-still-running': () =>
    say('该期限尚未届满，或者已经处理。', 'That limit has not ended, or was dealt with already.'),
}
