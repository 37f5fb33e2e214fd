/** The exemplary cases in words: why something is refused, and what a text still gives away. */
import type { OrganId } from '../../kernel/organ.ts'
import { basisInWords } from '../../law/basis.ts'
import type { RefusalStatus } from '../../platform/http/call.ts'
import { anyOf, type Bilingual, inSequence, listed, say } from '../../wording/bilingual.ts'
import { exemplaryTerms } from '../../wording/exemplary-terms.ts'
import type { ExemplaryRefusal, ExemplaryRefusalKind, Telling } from './exemplary.ts'
import type { UseRefusal } from './use.ts'

type AnyRefusal = ExemplaryRefusal | UseRefusal
type AnyKind = ExemplaryRefusalKind | UseRefusal['kind']
type NameOf = (organ: OrganId) => Bilingual
type Sentence<K extends AnyKind> = (refusal: Extract<AnyRefusal, { kind: K }>, nameOf: NameOf) => Bilingual

export const statusOfExemplaryRefusal = {
  'no-such-exemplary': 404,
  'exemplary-proposed-already': 409,
  'no-such-source': 404,
  'source-not-yours': 403,
  'source-not-solved': 409,
  'source-accuses': 422,
  'source-confidential': 422,
  'exemplary-identifies': 422,
  'exemplary-is-anothers': 403,
  'exemplary-needs-another-head': 403,
  'no-bureau-there': 422,
  'wrong-exemplary-stage': 409,
  'exemplary-not-opened': 409,
} as const satisfies Record<AnyKind, RefusalStatus>

/** One refusal as whole sentences, ending with what it rests on, if it rests on anything. */
export function explainExemplary(refusal: AnyRefusal, nameOf: NameOf): Bilingual {
  const sentence = sentences[refusal.kind] as Sentence<AnyKind>
  if (!('basis' in refusal)) return sentence(refusal, nameOf)
  const { zh, en } = basisInWords(refusal.basis)
  return inSequence(sentence(refusal, nameOf), say(`依据：${zh}。`, `Basis: ${en}.`))
}

const mostListed = 12

/** Each with where it stands: whoever wrote it finds it and leaves it out. */
const tellingInWords = ({ part, kind, said }: Telling): Bilingual => {
  const [where, what] = [exemplaryTerms.exemplaryPart[part], exemplaryTerms.exemplaryTelling[kind]]
  return say(`${where.zh}中的“${said}”（${what.zh}）`, `“${said}” in ${where.en} (${what.en})`)
}

const sentences: { readonly [K in AnyKind]: Sentence<K> } = {
  'no-such-exemplary': () =>
    say('没有这个典型案例，或者不向您的单位发布。', 'There is no such case, or it is not published to your organ.'),
  'exemplary-proposed-already': () => say('这个案例已经推荐。', 'This case is proposed already.'),
  'no-such-source': () => say('没有这件事项，或者您无权查阅。', 'There is no such matter, or it is not yours to see.'),
  'source-not-yours': () =>
    say(
      '由办理的单位推荐，或者由参与其中的信访部门推荐。',
      'Whoever had the matter proposes it, or a bureau with a part in it.',
    ),
  'source-not-solved': () =>
    say(
      '只有已经办结、和解或者化解的事项，才能作为典型案例。',
      'Only a matter that was closed after an answer, or settled, becomes an exemplary case.',
    ),
  'source-accuses': () =>
    say(
      '检举控告的事项不作为典型案例；事项反映的单位或者其负责人所在单位也不得推荐、审核。',
      'Nothing that accuses anybody becomes an exemplary case, and no organ that it is kept from proposes or publishes it.',
    ),
  'source-confidential': () =>
    say(
      '信访人要求保密的事项不作为典型案例：哪些文字被退回，也会说出他们是谁。',
      'What somebody asked to keep confidential becomes no exemplary case: what is refused in it would tell who they are.',
    ),
  'exemplary-identifies': ({ tellings }) => {
    const { zh, en } = listed(tellings.slice(0, mostListed).map(tellingInWords))
    const more = tellings.length - mostListed
    return inSequence(
      say(
        `文字仍能看出是谁的事：${zh}。请改写后再送。`,
        `The text still tells whose matter it was: ${en}. Write it without.`,
      ),
      ...(more > 0 ? [say(`另有${more}处。`, `There are ${more} more.`)] : []),
    )
  },
  'exemplary-is-anothers': () =>
    say(
      '由推荐单位的办理人员修改；由推荐单位或者审核单位的负责人撤下。',
      'Whoever handles in the organ that proposed it mends it; a head there, or of the organ that approves it, withdraws it.',
    ),
  'exemplary-needs-another-head': ({ approver }, nameOf) => {
    const { zh, en } = nameOf(approver)
    return say(`须由${zh}没有参与撰写的负责人审核。`, `A head or leader of ${en} who did not write on it approves it.`)
  },
  'no-bureau-there': () =>
    say(
      '本地区没有信访部门，只能在本单位发布。',
      'There is no bureau of the place, so it can be published in your own organ only.',
    ),
  'wrong-exemplary-stage': ({ stage, command, needs }) => {
    const [act, now] = [exemplaryTerms.exemplaryCommand[command], exemplaryTerms.exemplaryStage[stage]]
    const { zh, en } = anyOf(needs.map((each) => exemplaryTerms.exemplaryStage[each]))
    return say(
      `“${act.zh}”只能在“${zh}”时进行，现在是“${now.zh}”。`,
      `“${act.en}” is possible while it is: ${en}. It is: ${now.en}.`,
    )
  },
  'exemplary-not-opened': () =>
    say('请先打开这个案例，再说是否有帮助。', 'Open the case for this petition first, then say whether it helped.'),
}
