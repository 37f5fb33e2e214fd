/** The proposals in words: why something is refused. A refusal without both languages does not compile. */
import type { OrganId } from '../../kernel/organ.ts'
import { basisInWords } from '../../law/basis.ts'
import type { RefusalStatus } from '../../platform/http/call.ts'
import { anyOf, type Bilingual, inSequence, say } from '../../wording/bilingual.ts'
import { dayInWords } from '../../wording/days.ts'
import { proposalTerms } from '../../wording/proposal-terms.ts'
import { terms } from '../../wording/terms.ts'
import type { ProposalRefusal, ProposalRefusalKind } from './proposal.ts'

type NameOf = (organ: OrganId) => Bilingual
type Sentence<K extends ProposalRefusalKind> = (
  refusal: Extract<ProposalRefusal, { kind: K }>,
  nameOf: NameOf,
) => Bilingual

export const statusOfProposalRefusal = {
  'no-such-proposal': 404,
  'proposal-drafted-already': 409,
  'only-bureaus-propose': 403,
  'no-such-kind-of-proposal': 422,
  'proposal-not-yours': 403,
  'needs-the-head': 403,
  'proposal-is-sealed': 403,
  'nothing-is-sealed': 409,
  'wrong-proposal-stage': 409,
  'own-draft': 403,
  'linked-to-nothing': 422,
  'linked-matter-unknown': 422,
  'proposes-nothing': 422,
  'no-recipient': 422,
  'not-a-recipient': 422,
  'recipient-is-kept-out': 422,
  'your-organ-is-concerned': 422,
  'nobody-held-to-account': 422,
  'only-people-held-to-account': 422,
  'nobody-to-be-held-to-account': 422,
  'unknown-organ': 422,
  'no-day-for-the-answer': 422,
  'law-gives-the-days': 422,
  'day-not-ahead': 422,
  'recipient-has-answered': 409,
  'recipient-has-not-answered': 409,
  'needs-reasons': 422,
  'no-reasons-owed': 409,
  'nothing-adopted': 409,
  'measure-not-taken-yet': 422,
  'effect-not-verified': 409,
  'answered-already': 409,
  'reasons-still-owed': 409,
  'clock-still-running': 409,
} as const satisfies Record<ProposalRefusalKind, RefusalStatus>

/** One refusal as whole sentences, ending with what it rests on, if it rests on anything. */
export function explainProposal(refusal: ProposalRefusal, nameOf: NameOf): Bilingual {
  const sentence = sentences[refusal.kind] as Sentence<ProposalRefusalKind>
  if (!('basis' in refusal)) return sentence(refusal, nameOf)
  const { zh, en } = basisInWords(refusal.basis)
  return inSequence(sentence(refusal, nameOf), say(`依据：${zh}。`, `Basis: ${en}.`))
}

const quoted = ({ zh, en }: Bilingual): Bilingual => say(`“${zh}”`, `“${en}”`)

const sentences: { readonly [K in ProposalRefusalKind]: Sentence<K> } = {
  'no-such-proposal': () =>
    say('没有这件建议，或者不由您查阅。', 'There is no such proposal, or it is not yours to see.'),
  'proposal-drafted-already': () => say('该建议已经起草。', 'This proposal was drafted already.'),
  'only-bureaus-propose': () =>
    say('只有信访部门的工作人员可以提出建议。', 'Only those who work in a petition bureau make proposals.'),
  'no-such-kind-of-proposal': ({ proposal }) => {
    const { zh, en } = terms.proposalKind[proposal]
    return say(`本地适用的法规没有规定“${zh}”。`, `The law that applies here does not know a “${en}”.`)
  },
  'proposal-not-yours': () =>
    say(
      '只有提出建议的信访部门、收到建议的单位可以办理；追究责任的建议，只由其负责人、督查人员和纪检监察机关的承办人员办理。',
      'Only the bureau that makes it and the organs that it is made to act on it; on one that holds somebody to account only their heads and supervisors, and whoever handles matters in a discipline body.',
    ),
  'needs-the-head': () => say('须由本单位负责人办理。', 'The head of your organ has to do this.'),
  'proposal-is-sealed': () =>
    say('请先说明查阅理由；当日有效。', 'Say first why you read it; that holds until midnight.'),
  'nothing-is-sealed': () => say('该建议没有密封，可以直接查阅。', 'Nothing of this proposal is sealed; just read it.'),
  'wrong-proposal-stage': ({ stage, command, needs }) => {
    const now = proposalTerms.proposalStage[stage]
    const what = proposalTerms.proposalCommand[command]
    const when = anyOf(needs.map((each) => quoted(proposalTerms.proposalStage[each])))
    return say(
      `该建议目前“${now.zh}”，不能“${what.zh}”；${when.zh}时方可办理。`,
      `The proposal is “${now.en}”, where “${what.en}” is not possible; it is possible at ${when.en}.`,
    )
  },
  'own-draft': () =>
    say(
      '参与起草、修改的人不能批准，请由其他负责人批准。',
      'Whoever wrote or edited it does not approve it; another head has to.',
    ),
  'linked-to-nothing': () =>
    say(
      '请选择所依据的信访事项或者督办事项。',
      'Choose the petitions or the matters under supervision that it is drawn from.',
    ),
  'linked-matter-unknown': ({ matter }) =>
    say(`没有“${matter}”这件事项，或者不由您查阅。`, `There is no matter ${matter}, or it is not yours to see.`),
  'proposes-nothing': () => say('请至少写明一条建议。', 'Write at least one point that is proposed.'),
  'no-recipient': () => say('请选择向谁提出。', 'Choose to whom it is made.'),
  'not-a-recipient': ({ organ, to }, nameOf) => {
    const whom = anyOf(to.map((each) => terms.proposalRecipient[each]))
    return say(
      `“${nameOf(organ).zh}”不是该建议的对象，应当向${whom.zh}提出。`,
      `The proposal does not go to “${nameOf(organ).en}”; it goes to ${whom.en}.`,
    )
  },
  'recipient-is-kept-out': ({ organ }, nameOf) =>
    say(
      `“${nameOf(organ).zh}”是所涉及的单位，或者隶属于所涉及的单位，不得向其提出。`,
      `“${nameOf(organ).en}” is concerned, or stands below whoever is; it must not learn of this.`,
    ),
  'your-organ-is-concerned': () =>
    say(
      '该建议涉及您本人、您的领导或者您所在的单位，请由上一级信访部门提出。',
      'It concerns you, those to whom you answer, or your organ; the bureau above has to propose it.',
    ),
  'nobody-held-to-account': () => say('请写明追究谁的责任。', 'Say who is to be held to account.'),
  'only-people-held-to-account': () =>
    say(
      '本地适用的法规只规定可以建议追究工作人员的责任，不包括机关、单位。',
      'The law that applies here lets people be held to account by a proposal, and no organs.',
    ),
  'nobody-to-be-held-to-account': ({ proposal }) => {
    const { zh, en } = terms.proposalKind[proposal]
    return say(
      `“${zh}”不追究责任；需要追究的，请另行提出追究责任的建议。`,
      `A “${en}” holds nobody to account; make a proposal to hold to account for that.`,
    )
  },
  'unknown-organ': ({ organ }) => say(`没有“${organ}”这个机关、单位。`, `There is no organ ${organ}.`),
  'no-day-for-the-answer': () =>
    say(
      '法规没有规定反馈的天数，请在建议中写明反馈的日期。',
      'The law gives no days for the answer; the proposal has to name the day.',
    ),
  'law-gives-the-days': ({ days }) =>
    say(
      `法规规定的反馈期限为${days}日，建议不能另定日期。`,
      `The law gives ${days} days for the answer; the proposal names no day of its own.`,
    ),
  'day-not-ahead': ({ day, today }) => {
    const [wanted, now] = [dayInWords(day), dayInWords(today)]
    return say(
      `${wanted.zh}不在今天（${now.zh}）之后，请选择以后的日期。`,
      `${wanted.en} does not lie after today, ${now.en}; choose a later day.`,
    )
  },
  'recipient-has-answered': ({ organ }, nameOf) =>
    say(`“${nameOf(organ).zh}”已经书面反馈。`, `“${nameOf(organ).en}” has answered already.`),
  'recipient-has-not-answered': ({ organ }, nameOf) =>
    say(`“${nameOf(organ).zh}”还没有书面反馈。`, `“${nameOf(organ).en}” has not answered yet.`),
  'needs-reasons': ({ adoption }) => {
    const { zh, en } = proposalTerms.proposalAdoption[adoption]
    return say(`“${zh}”的，应当说明理由。`, `“${en}” needs its reasons.`)
  },
  'no-reasons-owed': () => say('没有尚待说明的理由。', 'No reasons are owed.'),
  'nothing-adopted': () =>
    say('该建议没有被采纳，没有可以记录、核实的措施。', 'Nothing was adopted that could be recorded or verified.'),
  'measure-not-taken-yet': ({ takenOn, today }) => {
    const [wanted, now] = [dayInWords(takenOn), dayInWords(today)]
    return say(
      `措施只能在采取之后记录：${wanted.zh}在今天（${now.zh}）之后。`,
      `A measure is recorded when it was taken: ${wanted.en} lies after today, ${now.en}.`,
    )
  },
  'effect-not-verified': ({ organ }, nameOf) =>
    say(
      `“${nameOf(organ).zh}”采纳的建议还没有核实成效。`,
      `Whether what “${nameOf(organ).en}” adopted has taken effect was not verified yet.`,
    ),
  'answered-already': () =>
    say('已有单位书面反馈，不能撤回。', 'Somebody has answered in writing; it is not withdrawn any more.'),
  'reasons-still-owed': ({ organ }, nameOf) =>
    say(`“${nameOf(organ).zh}”还没有说明未采纳的理由。`, `“${nameOf(organ).en}” still owes its reasons.`),
  'clock-still-running': () =>
    say('该期限尚未届满，或者已经处理。', 'That limit has not ended, or was dealt with already.'),
}
