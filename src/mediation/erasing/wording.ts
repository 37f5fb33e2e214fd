/** Erasing what is of nobody’s petition, in words: why something is refused. */
import { basisInWords } from '../../law/basis.ts'
import type { RefusalStatus } from '../../platform/http/call.ts'
import { type Bilingual, inSequence, say } from '../../wording/bilingual.ts'
import { dayInWords } from '../../wording/days.ts'
import type { ErasingActionName } from './actions.ts'
import type { ErasingRefusal, ErasingRefusalKind, WholeMatter } from './erasing.ts'

type Sentence<K extends ErasingRefusalKind> = (refusal: Extract<ErasingRefusal, { kind: K }>) => Bilingual

export const statusOfErasingRefusal = {
  'no-such-record': 404,
  'record-not-over': 409,
  'record-goes-with': 409,
  'record-clock-running': 409,
  'record-still-kept': 409,
  'record-erased': 409,
  'record-erasure-not-yours': 403,
  'nobody-above-to-approve': 409,
  'record-erasure-proposed': 409,
  'record-erasure-approved': 409,
  'no-record-erasure-proposed': 409,
  'erasure-needs-second-person': 403,
} as const satisfies Record<ErasingRefusalKind, RefusalStatus>

/** One refusal as whole sentences, ending with what it rests on, if it rests on anything. */
export function explainErasing(refusal: ErasingRefusal): Bilingual {
  const sentence = sentences[refusal.kind] as Sentence<ErasingRefusalKind>
  if (!('basis' in refusal)) return sentence(refusal)
  const { zh, en } = basisInWords(refusal.basis)
  return inSequence(sentence(refusal), say(`依据：${zh}。`, `Basis: ${en}.`))
}

export const actionsInWords = {
  propose: say('提议销毁', 'Propose to erase it'),
  approve: say('批准销毁', 'Approve it'),
  decline: say('不同意销毁', 'Have it kept'),
} as const satisfies Record<ErasingActionName, Bilingual>

const goesWith = {
  petition: say(
    '这件记录属于一件信访事项，随信访事项一并保管和销毁。',
    'It belongs to a petition, and is kept and erased with it.',
  ),
  dispute: say(
    '这件记录属于一件矛盾纠纷，随纠纷一并保管和销毁。',
    'It belongs to a dispute, and is kept and erased with it.',
  ),
  mediation: say(
    '这件记录属于一件调解，随调解一并保管和销毁。',
    'It belongs to a mediation, and is kept and erased with it.',
  ),
  intake: say(
    '这件记录属于一次来访登记，随来访登记一并保管和销毁。',
    'It belongs to a visit to a centre, and is kept and erased with it.',
  ),
} as const satisfies Record<WholeMatter, Bilingual>

const sentences: { readonly [K in ErasingRefusalKind]: Sentence<K> } = {
  'no-such-record': () =>
    say('没有这件记录，或者不向您的单位公开。', 'There is no such record, or it is not open to your organ.'),
  'record-not-over': () =>
    say('这件记录还没有了结，不能提议销毁。', 'It has not come to its end, so it cannot be proposed for erasure.'),
  'record-goes-with': (refusal) => goesWith[refusal.with],
  'record-clock-running': ({ clocks }) =>
    say(
      `还有 ${clocks.length} 项期限或者落实事项没有办完，办完后重新计算保管期限。`,
      `${clocks.length} limit(s) or task(s) that came of it are still open; the years count from when they end.`,
    ),
  'record-still-kept': ({ until }) => {
    const { zh, en } = dayInWords(until)
    return say(
      `内容保管到${zh}，期满后才能提议销毁。`,
      `What was written is kept until ${en}, and may be proposed after it.`,
    )
  },
  'record-erased': ({ on }) => {
    const { zh, en } = dayInWords(on)
    return say(`内容已于${zh}依法销毁。`, `What was written was lawfully erased on ${en}.`)
  },
  'record-erasure-not-yours': () =>
    say(
      '由保管单位的负责人提议，由上一级单位的负责人批准。',
      'The head of the organ that keeps it proposes, and the head of the organ above approves.',
    ),
  'nobody-above-to-approve': () =>
    say('没有可以批准的上一级单位，不能销毁。', 'There is no organ above that may approve it, so nothing is erased.'),
  'record-erasure-proposed': ({ on }) => {
    const { zh, en } = dayInWords(on)
    return say(`已于${zh}提议销毁，等待批准。`, `It was proposed on ${en} and waits for approval.`)
  },
  'record-erasure-approved': ({ on }) => {
    const { zh, en } = dayInWords(on)
    return say(`已于${zh}批准销毁。`, `Its erasure was approved on ${en}.`)
  },
  'no-record-erasure-proposed': () => say('没有提议销毁，或者已经答复。', 'No erasure waits for an answer.'),
  'erasure-needs-second-person': () =>
    say('提议的人不能批准，由另一位负责人批准。', 'Whoever proposed it does not approve it; another head does.'),
}
