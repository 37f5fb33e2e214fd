/** The suggestions in words: why something is refused. A refusal without both languages does not compile. */
import type { OrganId } from '../../kernel/organ.ts'
import { basisInWords } from '../../law/basis.ts'
import type { RefusalStatus } from '../../platform/http/call.ts'
import { anyOf, type Bilingual, inSequence, say } from '../../wording/bilingual.ts'
import { dayInWords } from '../../wording/days.ts'
import { suggestionTerms } from '../../wording/suggestion-terms.ts'
import type { SuggestionRefusal, SuggestionRefusalKind } from './suggestion.ts'

type NameOf = (organ: OrganId) => Bilingual
type Sentence<K extends SuggestionRefusalKind> = (
  refusal: Extract<SuggestionRefusal, { kind: K }>,
  nameOf: NameOf,
) => Bilingual

export const statusOfSuggestionRefusal = {
  'no-such-suggestion': 404,
  'suggestion-followed-already': 409,
  'suggestion-is-anothers': 403,
  'suggestion-needs-head': 403,
  'own-proposal': 403,
  'wrong-suggestion-stage': 409,
  'nothing-adopted': 409,
  'no-such-reward': 404,
  'no-such-reward-kind': 422,
  'wrong-reward-stage': 409,
  'no-such-change': 404,
  'wrong-change-stage': 409,
  'change-names-somebody': 422,
  'studier-is-kept-out': 422,
  'unknown-organ': 422,
  'day-not-ahead': 422,
  'suggestion-erased': 409,
} as const satisfies Record<SuggestionRefusalKind, RefusalStatus>

/** One refusal as whole sentences, ending with what it rests on, if it rests on anything. */
export function explainSuggestion(refusal: SuggestionRefusal, nameOf: NameOf): Bilingual {
  const sentence = sentences[refusal.kind] as Sentence<SuggestionRefusalKind>
  if (!('basis' in refusal)) return sentence(refusal, nameOf)
  const { zh, en } = basisInWords(refusal.basis)
  return inSequence(sentence(refusal, nameOf), say(`依据：${zh}。`, `Basis: ${en}.`))
}

const quoted = ({ zh, en }: Bilingual): Bilingual => say(`“${zh}”`, `“${en}”`)

const sentences: { readonly [K in SuggestionRefusalKind]: Sentence<K> } = {
  'no-such-suggestion': () =>
    say('没有这件建议，或者不由您查阅。', 'There is no such suggestion, or it is not yours to see.'),
  'suggestion-followed-already': () => say('这件建议已经纳入办理。', 'This suggestion is followed already.'),
  'suggestion-is-anothers': () =>
    say(
      '由收到建议的单位、正在办理的单位的经办人和负责人办理。',
      'Clerks and heads of the organ that received it or has it now do this.',
    ),
  'suggestion-needs-head': () => say('由本单位负责人批准。', 'Whoever heads the organ approves this.'),
  'own-proposal': () =>
    say('提出、起草的人不能自己批准。', 'Whoever proposed or wrote it does not approve it; another person has to.'),
  'wrong-suggestion-stage': ({ stage, command, needs }) => {
    const now = suggestionTerms.suggestionStage[stage]
    const what = suggestionTerms.suggestionCommand[command]
    const when = anyOf(needs.map((each) => quoted(suggestionTerms.suggestionStage[each])))
    return say(
      `该建议目前“${now.zh}”，不能“${what.zh}”；${when.zh}时方可办理。`,
      `The suggestion is “${now.en}”, where “${what.en}” is not possible; it is possible at ${when.en}.`,
    )
  },
  'nothing-adopted': () =>
    say('该建议没有采纳，没有可以落实的内容。', 'Nothing of it was adopted, so there is nothing to carry out.'),
  'no-such-reward-kind': () =>
    say(
      '本地没有这种奖励，请从列出的种类中选择。',
      'There is no such kind of reward here; choose one of those that are listed.',
    ),
  'no-such-reward': ({ reward }) => say(`没有编号为“${reward}”的奖励。`, `There is no reward ${reward} here.`),
  'wrong-reward-stage': ({ stage }) => {
    const { zh, en } = suggestionTerms.rewardStage[stage]
    return say(`该奖励目前“${zh}”，不能这样办理。`, `The reward is “${en}”, where this is not possible.`)
  },
  'no-such-change': ({ change }) => say(`没有编号为“${change}”的成效说明。`, `There is no text ${change} here.`),
  'wrong-change-stage': ({ stage }) => {
    const { zh, en } = suggestionTerms.changeStage[stage]
    return say(`该成效说明目前“${zh}”，不能这样办理。`, `The text is “${en}”, where this is not possible.`)
  },
  'change-names-somebody': () =>
    say(
      '其中有姓名、号码、住址等能够看出是谁的内容。公开的文字不得写明是谁提出的，请删去后再提交。',
      'It has a name, a number or an address in it. What everybody reads says of nobody who they are; take that out first.',
    ),
  'studier-is-kept-out': ({ organ }, nameOf) =>
    say(
      `“${nameOf(organ).zh}”是该事项涉及的单位，或者隶属于该单位，不得交其研究、落实。`,
      `“${nameOf(organ).en}” is accused in the matter, or stands below whoever is; it must not learn of it.`,
    ),
  'unknown-organ': ({ organ }) => say(`没有“${organ}”这个机关、单位。`, `There is no organ ${organ}.`),
  'day-not-ahead': ({ day, today }) => {
    const [wanted, now] = [dayInWords(day), dayInWords(today)]
    return say(
      `${wanted.zh}不在今天（${now.zh}）之后，请选择以后的日期。`,
      `${wanted.en} does not lie after today, ${now.en}; choose a later day.`,
    )
  },
  'suggestion-erased': ({ on }) => {
    const { zh, en } = dayInWords(on)
    return say(
      `该信访事项的内容已于${zh}依法销毁，不能再办理。`,
      `The petition was lawfully erased on ${en}; nothing more can be done.`,
    )
  },
}
