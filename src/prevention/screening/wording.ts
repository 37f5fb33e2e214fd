/** Screening in words: why something is refused. A refusal without both languages does not compile. */
import type { OrganId } from '../../kernel/organ.ts'
import { basisInWords } from '../../law/basis.ts'
import type { RefusalStatus } from '../../platform/http/call.ts'
import { anyOf, type Bilingual, inSequence, say } from '../../wording/bilingual.ts'
import { dayInWords } from '../../wording/days.ts'
import { screeningTerms } from '../../wording/screening-terms.ts'
import type { ScreeningRefusal, ScreeningRefusalKind } from './screening.ts'

type NameOf = (organ: OrganId) => Bilingual
type Sentence<K extends ScreeningRefusalKind> = (
  refusal: Extract<ScreeningRefusal, { kind: K }>,
  nameOf: NameOf,
) => Bilingual

export const statusOfScreeningRefusal = {
  'no-such-screening': 404,
  'screening-opened-already': 409,
  'screening-not-yours': 403,
  'area-not-yours': 403,
  'wrong-screening-stage': 409,
  'unknown-organ': 422,
  'no-area-named': 422,
  'area-named-twice': 422,
  'area-outside-region': 422,
  'too-many-areas': 422,
  'rhythm-unknown': 422,
  'needs-day': 422,
  'day-not-ahead': 422,
  'not-an-extension': 422,
  'no-such-area': 422,
  'no-such-household': 422,
  'household-named-twice': 422,
  'household-recorded-already': 409,
  'screener-unknown': 422,
  'day-outside-round': 422,
  'reported-already': 409,
  'found-already': 409,
  'no-zero-report': 409,
  'dispute-unknown': 422,
  'dispute-elsewhere': 422,
  'dispute-is-kept': 422,
  'areas-still-to-report': 409,
  'not-regular': 409,
  'series-ended-already': 409,
  'clock-still-running': 409,
} as const satisfies Record<ScreeningRefusalKind, RefusalStatus>

/** One refusal as whole sentences, ending with what it rests on, if it rests on anything. */
export function explainScreening(refusal: ScreeningRefusal, nameOf: NameOf): Bilingual {
  const sentence = sentences[refusal.kind] as Sentence<ScreeningRefusalKind>
  if (!('basis' in refusal)) return sentence(refusal, nameOf)
  const { zh, en } = basisInWords(refusal.basis)
  return inSequence(sentence(refusal, nameOf), say(`依据：${zh}。`, `Basis: ${en}.`))
}

const quoted = ({ zh, en }: Bilingual): Bilingual => say(`“${zh}”`, `“${en}”`)

const sentences: { readonly [K in ScreeningRefusalKind]: Sentence<K> } = {
  'no-such-screening': () =>
    say('没有这次排查，或者不由您查阅。', 'There is no such campaign, or it is not yours to see.'),
  'screening-opened-already': () => say('这次排查已经部署。', 'This campaign was opened already.'),
  'screening-not-yours': () =>
    say(
      '排查由信访部门、党委、政府、乡镇、联席会议办公室或者综治中心部署和总结。',
      'Campaigns are opened and closed by petition bureaus, party committees, governments, townships, the conference office or centres.',
    ),
  'area-not-yours': ({ area }) =>
    say(
      `“${area}”由当地村（社区）、乡镇和指定的排查人员报告。`,
      `Of ${area} the village, its township and the screeners named for it report.`,
    ),
  'wrong-screening-stage': ({ stage, command, needs }) => {
    const now = screeningTerms.screeningStage[stage]
    const what = screeningTerms.screeningCommand[command]
    const when = anyOf(needs.map((each) => quoted(screeningTerms.screeningStage[each])))
    return say(
      `这次排查现在是“${now.zh}”，不能“${what.zh}”；${when.zh}时方可办理。`,
      `The campaign is “${now.en}”, where “${what.en}” is not possible; it is possible at ${when.en}.`,
    )
  },
  'unknown-organ': ({ organ }, nameOf) => say(`“${nameOf(organ).zh}”已经不在。`, `“${nameOf(organ).en}” is no more.`),
  'no-area-named': () => say('请选择排查的地方。', 'Choose where disputes are to be looked for.'),
  'area-named-twice': ({ area }) => say(`“${area}”选了两次。`, `${area} was chosen twice.`),
  'area-outside-region': ({ area }) =>
    say(`“${area}”不在本单位的辖区。`, `${area} does not lie where your organ looks after.`),
  'too-many-areas': ({ count, most }) =>
    say(
      `一次排查最多${most}个地方，选了${count}个；请分县部署。`,
      `One campaign has at most ${most} places, and ${count} were chosen; open it county by county.`,
    ),
  'rhythm-unknown': () => say('当地的规定没有这种排查频次。', 'The rules of the place know no such rhythm.'),
  'needs-day': () => say('专项排查请写明在哪天前报告。', 'Say by which day the places of a special campaign report.'),
  'day-not-ahead': ({ day, today }) => {
    const [wanted, now] = [dayInWords(day), dayInWords(today)]
    return say(
      `${wanted.zh}不行，请选择${now.zh}以后的一天。`,
      `${wanted.en} is not possible; choose a day after ${now.en}.`,
    )
  },
  'not-an-extension': ({ until }) => {
    const { zh, en } = dayInWords(until)
    return say(`现在的期限是${zh}，延长须在此之后。`, `The day is ${en} now; more time has to end after it.`)
  },
  'no-such-area': ({ area }) =>
    say(
      `“${area}”不在这次排查里，或者没有单位报告。`,
      `${area} is no part of this campaign, or no organ reports of it.`,
    ),
  'no-such-household': () => say('走访名单里没有这一户。', 'This house is not on the list.'),
  'household-named-twice': () => say('有一户写了两次。', 'A house is on the list twice.'),
  'household-recorded-already': () =>
    say('已经走访过的户不能从名单里去掉。', 'A house that somebody came by stays on the list.'),
  'screener-unknown': () =>
    say('排查人员须在本地、由本辖区的单位派出。', 'Screeners have to work in an organ of the area.'),
  'day-outside-round': ({ at, from, today }) => {
    const [said, first, last] = [dayInWords(at), dayInWords(from), dayInWords(today)]
    return say(
      `记录的日期${said.zh}不在部署之日（${first.zh}）和今天（${last.zh}）之间，请核对手机的日期。`,
      `The entry is of ${said.en}, which is not between ${first.en}, when it was opened, and today, ${last.en}; look at the date of the phone.`,
    )
  },
  'reported-already': ({ area }) => say(`“${area}”已经报告。`, `${area} has reported already.`),
  'found-already': ({ count }) =>
    say(
      `这里已经发现${count}件纠纷，不是零报告。`,
      count === 1
        ? 'One dispute was found here; it is no zero report.'
        : `${count} disputes were found here; it is no zero report.`,
    ),
  'no-zero-report': ({ area }) =>
    say(`“${area}”没有零报告可以退回。`, `${area} has filed no zero report that could be given back.`),
  'dispute-unknown': () =>
    say('台账里没有这件纠纷，或者不由您查阅。', 'The ledger has no such dispute, or it is not yours to see.'),
  'dispute-elsewhere': ({ area }) => say(`这件纠纷不在“${area}”。`, `This dispute is not in ${area}.`),
  'dispute-is-kept': () =>
    say(
      '这件纠纷涉及机关单位或者其人员，须对其保密，不在排查中列出；台账里照常化解。',
      'This dispute is about an organ or somebody who works there, and is kept from them; it is not shown in a campaign, and is settled in the ledger all the same.',
    ),
  'areas-still-to-report': ({ count, until }) => {
    const { zh, en } = dayInWords(until)
    return say(
      `还有${count}个地方没有报告；全部报告，或者过了${zh}，才能总结。`,
      count === 1
        ? `One place has still to report; it is closed when it has, or after ${en}.`
        : `${count} places have still to report; it is closed when they have, or after ${en}.`,
    )
  },
  'not-regular': () => say('这不是定期排查。', 'This is no regular campaign.'),
  'series-ended-already': () =>
    say('已经不再继续，或者下一轮已经开始。', 'No further round comes already, or the next one has begun.'),
  'clock-still-running': () => say('期限还没有过。', 'Its day has not passed.'),
}
