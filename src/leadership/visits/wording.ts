/** Visits to villages in words: why something is refused. A refusal without both languages does not compile. */
import type { OrganId } from '../../kernel/organ.ts'
import { basisInWords } from '../../law/basis.ts'
import type { RefusalStatus } from '../../platform/http/call.ts'
import { anyOf, type Bilingual, inSequence, say } from '../../wording/bilingual.ts'
import { dayInWords } from '../../wording/days.ts'
import { visitTerms } from '../../wording/visit-terms.ts'
import type { VisitRefusal, VisitRefusalKind } from './visit.ts'

type NameOf = (organ: OrganId) => Bilingual
type Sentence<K extends VisitRefusalKind> = (refusal: Extract<VisitRefusal, { kind: K }>, nameOf: NameOf) => Bilingual

export const statusOfVisitRefusal = {
  'no-such-visit': 404,
  'visit-planned-already': 409,
  'visit-not-yours': 403,
  'wrong-visit-stage': 409,
  'no-leader-on-visit': 422,
  'leader-unknown': 422,
  'case-unknown': 422,
  'accusation-on-visit': 422,
  'case-named-twice': 422,
  'official-on-visit': 422,
  'organ-kept-out-of-visit': 422,
  'needs-petitioners-consent': 422,
  'petitioner-has-refused': 422,
  'day-not-ahead': 422,
  'visit-not-begun': 409,
  'day-outside-visit': 422,
  'not-on-visit': 422,
  'entry-needs-case': 422,
  'needs-organ': 422,
  'unknown-organ': 422,
  'case-without-entry': 409,
  'no-such-entry': 422,
  'too-many-already': 409,
  'material-not-there': 422,
  'registered-already': 409,
  'visit-still-open': 409,
  'petitioner-not-informed': 409,
  'announced-to-petitioner': 409,
} as const satisfies Record<VisitRefusalKind, RefusalStatus>

/** One refusal as whole sentences, ending with what it rests on, if it rests on anything. */
export function explainVisit(refusal: VisitRefusal, nameOf: NameOf): Bilingual {
  const sentence = sentences[refusal.kind] as Sentence<VisitRefusalKind>
  if (!('basis' in refusal)) return sentence(refusal, nameOf)
  const { zh, en } = basisInWords(refusal.basis)
  return inSequence(sentence(refusal, nameOf), say(`依据：${zh}。`, `Basis: ${en}.`))
}

const quoted = ({ zh, en }: Bilingual): Bilingual => say(`“${zh}”`, `“${en}”`)

const sentences: { readonly [K in VisitRefusalKind]: Sentence<K> } = {
  'no-such-visit': () => say('没有这次下访，或者不由您查阅。', 'There is no such visit, or it is not yours to see.'),
  'visit-planned-already': () => say('这次下访已经安排。', 'This visit was planned already.'),
  'visit-not-yours': () =>
    say(
      '下访由信访部门、党委、政府、乡镇或者联席会议办公室安排，由下访的领导和随行人员记录。',
      'Visits are planned by petition bureaus, party committees, governments, townships or the conference office, and recorded by those who go.',
    ),
  'wrong-visit-stage': ({ stage, command, needs }) => {
    const now = visitTerms.visitStage[stage]
    const what = visitTerms.visitCommand[command]
    const when = anyOf(needs.map((each) => quoted(visitTerms.visitStage[each])))
    return say(
      `这次下访现在是“${now.zh}”，不能“${what.zh}”；${when.zh}时方可办理。`,
      `The visit is “${now.en}”, where “${what.en}” is not possible; it is possible at ${when.en}.`,
    )
  },
  'no-leader-on-visit': () => say('请选择下访的领导。', 'Choose the leader who goes.'),
  'leader-unknown': ({ account }) =>
    say(`没有“${account}”这个人，或者其单位已经不在。`, `There is nobody ${account}, or their organ is no more.`),
  'case-unknown': ({ petition }) =>
    say(
      `没有“${petition}”这件信访事项，或者不由您查阅；已有现场记录的事项不能去掉。`,
      `There is no petition ${petition}, or it is not yours to see; one of which something is on record stays on the visit.`,
    ),
  'accusation-on-visit': ({ petition }) =>
    say(
      `“${petition}”是检举控告，内容密封，不能带案下访。`,
      `Petition ${petition} is an accusation: it is sealed, and is not taken along to a village.`,
    ),
  'case-named-twice': ({ petition }) =>
    say(`“${petition}”在路线上出现了两次。`, `Petition ${petition} is on the route twice.`),
  'official-on-visit': ({ petition }) =>
    say(
      `“${petition}”反映的正是同去的人，请由别人带这件事项下访。`,
      `Petition ${petition} is about one of those who go; somebody else has to take it along.`,
    ),
  'organ-kept-out-of-visit': ({ organ }, nameOf) =>
    say(
      `“${nameOf(organ).zh}”或者其负责人被反映，不得参与，也不得知悉。`,
      `“${nameOf(organ).en}”, or who leads it, is complained about; it has no part in this and must not learn of it.`,
    ),
  'needs-petitioners-consent': ({ petition }) =>
    say(
      `“${petition}”的信访人要求保密。到村里去会让别人知道是谁反映的，请先征得本人同意并写明。`,
      `Whoever petitioned in ${petition} asked to stay unknown. A visit would show the village who it was: ask them first, and write down that they agree.`,
    ),
  'petitioner-has-refused': ({ petition }) =>
    say(
      `“${petition}”的信访人表示不愿被走访。本人改变主意的，请写明如何同意。`,
      `Whoever petitioned in ${petition} does not want to be visited. Where they have changed their mind, write down how they agreed.`,
    ),
  'day-not-ahead': ({ day, today }) => {
    const [wanted, now] = [dayInWords(day), dayInWords(today)]
    return say(
      `${wanted.zh}不行，请选择${now.zh}以后的另一天。`,
      `${wanted.en} is not possible; choose another day that is not before ${now.en}.`,
    )
  },
  'visit-not-begun': ({ day }) => {
    const { zh, en } = dayInWords(day)
    return say(
      `下访在${zh}，到那天才能记录。`,
      `The visit is on ${en}; what happens there is recorded from that day on.`,
    )
  },
  'day-outside-visit': ({ at, day, today }) => {
    const [said, from, until] = [dayInWords(at), dayInWords(day), dayInWords(today)]
    return say(
      `记录的日期${said.zh}不在下访之日（${from.zh}）和今天（${until.zh}）之间，请核对手机的日期。`,
      `The entry is of ${said.en}, which is not between the visit, ${from.en}, and today, ${until.en}; look at the date of the phone.`,
    )
  },
  'not-on-visit': ({ petition }) =>
    say(`“${petition}”不在这次下访的路线上。`, `Petition ${petition} is not on the route of this visit.`),
  'entry-needs-case': () => say('请选择是哪一件事项。', 'Choose the case that this is about.'),
  'needs-organ': () =>
    say('请写明约定由哪个单位、在哪天前办到。', 'Say which organ does what was agreed, and by which day.'),
  'unknown-organ': ({ organ }) => say(`没有“${organ}”这个机关、单位。`, `There is no organ ${organ}.`),
  'case-without-entry': ({ petition }) =>
    say(
      `“${petition}”还没有记录：见到了谁，或者为什么没有见到。`,
      `Nothing is on record for ${petition}: who was met, or why nobody was.`,
    ),
  'no-such-entry': () => say('没有这条新反映的问题。', 'There is no such problem on record.'),
  'too-many-already': ({ atMost }) => say(`已达上限${atMost}条。`, `There are ${atMost} already, which is the most.`),
  'material-not-there': () => say('没有这个附件。', 'There is no such file.'),
  'registered-already': ({ petition }) =>
    say(`该问题已经登记为“${petition}”。`, `This problem was registered already, as ${petition}.`),
  'visit-still-open': ({ count }) =>
    say(
      `还有${count}件约定的事项没有办结。`,
      count === 1 ? 'One thing that was agreed is still open.' : `${count} things that were agreed are still open.`,
    ),
  'petitioner-not-informed': ({ petition }) =>
    say(
      `“${petition}”的信访人还没有被告知结果。`,
      `Whoever petitioned in ${petition} was not told yet what came of it.`,
    ),
  'announced-to-petitioner': ({ petition }) =>
    say(
      `“${petition}”的信访人已经在查询页看到这次下访，不能直接去掉；请改期、取消，或者如实记录没有见到。`,
      `Whoever petitioned in ${petition} has been shown this visit, so it is not taken off in silence: move it, call it off, or record that they were not met.`,
    ),
}
