/** The pilots in words: why something is refused. */
import type { OrganId } from '../../kernel/organ.ts'
import { basisInWords } from '../../law/basis.ts'
import type { RefusalStatus } from '../../platform/http/call.ts'
import { type Bilingual, inSequence, say } from '../../wording/bilingual.ts'
import { dayInWords } from '../../wording/days.ts'
import { pilotTerms } from '../../wording/pilot-terms.ts'
import type { PilotRefusal, PilotRefusalKind } from './pilot.ts'

type Sentence<K extends PilotRefusalKind> = (refusal: Extract<PilotRefusal, { kind: K }>) => Bilingual

export const statusOfPilotRefusal = {
  'no-such-pilot': 404,
  'pilot-begun-already': 409,
  'pilot-is-anothers': 403,
  'place-outside-area': 422,
  'nothing-elsewhere': 422,
  'pilot-begun-before': 422,
  'pilot-too-long': 422,
  'day-not-later': 422,
  'pilot-still-running': 409,
  'pilot-ended-already': 409,
  'unknown-organ': 422,
  'day-not-ahead': 422,
} as const satisfies Record<PilotRefusalKind, RefusalStatus>

export function explainPilot(refusal: PilotRefusal): Bilingual {
  const sentence = sentences[refusal.kind] as Sentence<PilotRefusalKind>
  if (!('basis' in refusal)) return sentence(refusal)
  const { zh, en } = basisInWords(refusal.basis)
  return inSequence(sentence(refusal), say(`依据：${zh}。`, `Basis: ${en}.`))
}

const noOrgan = (organ: OrganId): Bilingual => say(`没有“${organ}”这个机关、单位。`, `There is no organ ${organ}.`)

const sentences: { readonly [K in PilotRefusalKind]: Sentence<K> } = {
  'no-such-pilot': () => say('没有这个试点，或者不是您单位的。', 'There is no such pilot, or it is not your organ’s.'),
  'pilot-begun-already': () => say('这个试点已经开展。', 'This pilot is begun already.'),
  'pilot-is-anothers': () =>
    say('试点由信访部门的负责人、领导开展和结束。', 'Whoever leads a bureau begins a pilot and ends it.'),
  'place-outside-area': () => say('该地区不在您单位的范围内。', 'That place is not within the area of your organ.'),
  'nothing-elsewhere': () =>
    say(
      '试点地区就是您单位的全部范围，没有别的地方可比。请选择其中一部分。',
      'That is the whole area of your organ, and nothing elsewhere could be compared with it. Choose a part of it.',
    ),
  'pilot-begun-before': ({ today }) => {
    const { zh, en } = dayInWords(today)
    return say(`先写下来再开始：开始日期不早于${zh}。`, `It is written down before it begins: on ${en} or later.`)
  },
  'pilot-too-long': ({ atMost }) => {
    const { zh, en } = dayInWords(atMost)
    return say(`试点最迟到${zh}。`, `It ends on ${en} at the latest.`)
  },
  'day-not-later': ({ from }) => {
    const { zh, en } = dayInWords(from)
    return say(`结束日期须晚于${zh}。`, `Choose an end after ${en}.`)
  },
  'pilot-still-running': ({ until }) => {
    const { zh, en } = dayInWords(until)
    return say(
      `试点到${zh}为止，期满后才能推广或者不再推行。`,
      `It runs until ${en}; it is spread or dropped after that.`,
    )
  },
  'pilot-ended-already': ({ stage }) => {
    const { zh, en } = pilotTerms.pilotStage[stage]
    return say(`这个试点已经结束：${zh}。`, `It has ended: ${en}.`)
  },
  'unknown-organ': ({ organ }) => noOrgan(organ),
  'day-not-ahead': ({ today }) => {
    const { zh, en } = dayInWords(today)
    return say(`请选择${zh}以后的一天。`, `Choose a day after ${en}.`)
  },
}
