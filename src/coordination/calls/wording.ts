/** The calls for suggestions in words: why something is refused. A refusal without both languages does not compile. */
import type { OrganId } from '../../kernel/organ.ts'
import { basisInWords } from '../../law/basis.ts'
import type { RefusalStatus } from '../../platform/http/call.ts'
import { anyOf, type Bilingual, inSequence, say } from '../../wording/bilingual.ts'
import { callTerms } from '../../wording/call-terms.ts'
import { dayInWords } from '../../wording/days.ts'
import type { CallRefusal, CallRefusalKind } from './call.ts'

type NameOf = (organ: OrganId) => Bilingual
type Sentence<K extends CallRefusalKind> = (refusal: Extract<CallRefusal, { kind: K }>, nameOf: NameOf) => Bilingual

export const statusOfCallRefusal = {
  'no-such-call': 404,
  'call-drafted-already': 409,
  'wrong-call-stage': 409,
  'call-is-anothers': 403,
  'call-needs-post': 403,
  'own-call': 403,
  'call-ends-before-it-begins': 422,
  'call-is-over': 422,
  'not-prolonged': 422,
  'call-still-open': 409,
  'suggestions-unanswered': 409,
  'unknown-organ': 422,
} as const satisfies Record<CallRefusalKind, RefusalStatus>

/** One refusal as whole sentences, ending with what it rests on, if it rests on anything. */
export function explainCall(refusal: CallRefusal, nameOf: NameOf): Bilingual {
  const sentence = sentences[refusal.kind] as Sentence<CallRefusalKind>
  if (!('basis' in refusal)) return sentence(refusal, nameOf)
  const { zh, en } = basisInWords(refusal.basis)
  return inSequence(sentence(refusal, nameOf), say(`依据：${zh}。`, `Basis: ${en}.`))
}

const quoted = ({ zh, en }: Bilingual): Bilingual => say(`“${zh}”`, `“${en}”`)

const sentences: { readonly [K in CallRefusalKind]: Sentence<K> } = {
  'no-such-call': () =>
    say('没有这次征集，或者尚未发布。', 'There is no such call for suggestions, or it is not published.'),
  'call-drafted-already': () => say('这次征集已经起草。', 'This call was drafted already.'),
  'wrong-call-stage': ({ stage, command, needs }) => {
    const now = callTerms.callStage[stage]
    const what = callTerms.callCommand[command]
    const when = anyOf(needs.map((each) => quoted(callTerms.callStage[each])))
    return say(
      `该征集目前“${now.zh}”，不能“${what.zh}”；${when.zh}时方可办理。`,
      `The call is “${now.en}”, where “${what.en}” is not possible; it is possible at ${when.en}.`,
    )
  },
  'call-is-anothers': ({ organ }, nameOf) =>
    say(`该征集由“${nameOf(organ).zh}”办理。`, `This call is looked after by “${nameOf(organ).en}”.`),
  'call-needs-post': ({ post }) =>
    post === 'head'
      ? say('由本单位负责人办理。', 'Whoever heads the organ does this.')
      : say('由本单位经办人、负责人办理。', 'Whoever handles matters in the organ does this.'),
  'own-call': () =>
    say(
      '参与起草、送审的人不能自己批准发布。',
      'Whoever wrote or submitted it does not approve it; another person has to.',
    ),
  'call-ends-before-it-begins': ({ from, until }) => {
    const [first, last] = [dayInWords(from), dayInWords(until)]
    return say(
      `截止日（${last.zh}）早于开始日（${first.zh}）。`,
      `Its last day, ${last.en}, lies before its first, ${first.en}.`,
    )
  },
  'call-is-over': ({ until, today }) => {
    const [last, now] = [dayInWords(until), dayInWords(today)]
    return say(
      `截止日（${last.zh}）在今天（${now.zh}）之前，发布后无人能够提出建议。`,
      `Its last day, ${last.en}, lies before today, ${now.en}: nobody could answer it.`,
    )
  },
  'not-prolonged': ({ until }) => {
    const { zh, en } = dayInWords(until)
    return say(
      `延长后的截止日应当晚于现在的截止日（${zh}）；已经公布的时间不能缩短。`,
      `The new last day has to lie after the one that was published, ${en}; that is never shortened.`,
    )
  },
  'call-still-open': ({ until }) => {
    const { zh, en } = dayInWords(until)
    return say(`征集到${zh}截止，截止以后才能结束。`, `It is open until ${en}, and is closed after that.`)
  },
  'suggestions-unanswered': ({ open }) =>
    say(
      `还有 ${open} 件建议没有回复。每件建议都要研究并回复，全部回复以后才能结束征集。`,
      `${open} suggestion(s) still wait for a reply. Each is studied and answered before the call is closed.`,
    ),
  'unknown-organ': ({ organ }) => say(`没有“${organ}”这个机关、单位。`, `There is no organ ${organ}.`),
}
