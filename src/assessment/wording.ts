/** The assessment room in words: its indicators, and why something is refused. A code or refusal without both languages does not compile. */
import type { OrganId } from '../kernel/organ.ts'
import type { IndicatorName } from '../law/assessment.ts'
import { basisInWords } from '../law/basis.ts'
import type { RefusalStatus } from '../platform/http/call.ts'
import { assessmentTerms } from '../wording/assessment-terms.ts'
import { type Bilingual, inSequence, listed, say } from '../wording/bilingual.ts'
import { dayInWords } from '../wording/days.ts'
import type { LetterRefusal, LetterRefusalKind } from './assessment.ts'
import { parsePeriod } from './periods.ts'

type NameOf = (organ: OrganId) => Bilingual
type Sentence<K extends LetterRefusalKind> = (refusal: Extract<LetterRefusal, { kind: K }>, nameOf: NameOf) => Bilingual

export const statusOfLetterRefusal = {
  'no-such-letter': 404,
  'letter-drafted-already': 409,
  'letter-not-yours': 403,
  'letter-needs-head': 403,
  'wrong-letter-stage': 409,
  'lower-not-one-level-down': 422,
  'organ-covers-no-area': 422,
  'letter-not-carried-on': 422,
  'no-target': 422,
  'target-named-twice': 422,
  'indicator-not-in-law': 422,
  'indicator-not-measured': 422,
  'indicator-does-not-fit': 422,
  'weights-not-hundred': 422,
  'letter-signed-already': 409,
  'one-person-signs-once': 403,
  'letter-was-redrafted': 409,
  'period-outside-letter': 422,
  'period-not-over': 422,
  'assessment-issued-already': 409,
  'facts-not-counted-yet': 409,
  'no-such-assessment': 404,
  'indicator-without-figure': 422,
  'case-not-in-figure': 422,
  'no-case-named': 422,
  'right-to-object-lapsed': 422,
  'objection-open-already': 409,
  'no-such-objection': 404,
  'objection-decided-already': 409,
  'objection-not-decided': 422,
  'objection-passed-on-already': 409,
  'needs-another-decider': 403,
  'case-without-ruling': 422,
  'outcome-does-not-fit': 422,
  'nobody-above-assessor': 422,
  'clock-still-running': 409,
} as const satisfies Record<LetterRefusalKind, RefusalStatus>

/** One refusal as whole sentences, ending with what it rests on, if it rests on anything. */
export function explainLetter(refusal: LetterRefusal, nameOf: NameOf): Bilingual {
  const sentence = sentences[refusal.kind] as Sentence<LetterRefusalKind>
  if (!('basis' in refusal)) return sentence(refusal, nameOf)
  const { zh, en } = basisInWords(refusal.basis)
  return inSequence(sentence(refusal, nameOf), say(`依据：${zh}。`, `Basis: ${en}.`))
}

const quoted = ({ zh, en }: Bilingual): Bilingual => say(`“${zh}”`, `“${en}”`)
const indicatorOf = (indicator: IndicatorName): Bilingual => quoted(assessmentTerms.indicator[indicator])

const sentences: { readonly [K in LetterRefusalKind]: Sentence<K> } = {
  'no-such-letter': () =>
    say(
      '没有这份目标责任书，或者贵单位不是签订方。',
      'There is no such letter of responsibility, or your organ is no side of it.',
    ),
  'letter-drafted-already': () =>
    say(
      '该单位这一年度的目标责任书已经起草，请打开原件修改或者提出修订。',
      'The letter for this organ and year was drafted already; open it to change or revise it.',
    ),
  'letter-not-yours': () =>
    say(
      '这一步由目标责任书的另一方或者其上级机关办理。',
      'This is for the other side of the letter, or for the organ above it.',
    ),
  'letter-needs-head': ({ command }) => {
    const { zh, en } = assessmentTerms.letterCommand[command]
    return say(`“${zh}”由单位负责人办理。`, `“${en}” is for the head of the organ.`)
  },
  'wrong-letter-stage': ({ stage, command, needs }) => {
    const now = assessmentTerms.letterStage[stage]
    const what = assessmentTerms.letterCommand[command]
    const when = listed(needs.map((each) => quoted(assessmentTerms.letterStage[each])))
    return say(
      `目标责任书目前“${now.zh}”，不能“${what.zh}”；在${when.zh}时方可办理。`,
      `The letter is “${now.en}”, where “${what.en}” is not possible; it is possible at ${when.en}.`,
    )
  },
  'lower-not-one-level-down': ({ organ }, nameOf) =>
    say(
      `“${nameOf(organ).zh}”不是贵单位直接管理或者业务指导的下一级单位；考核一级抓一级。`,
      `“${nameOf(organ).en}” does not stand one level below your organ; each level assesses the next.`,
    ),
  'organ-covers-no-area': ({ organ }, nameOf) =>
    say(
      `“${nameOf(organ).zh}”不负责一个地区，只能考核其本身。`,
      `“${nameOf(organ).en}” answers for no area; it can be assessed for itself alone.`,
    ),
  'letter-not-carried-on': () =>
    say(
      '只能落实贵单位作为下级签订、同一年度、已经生效的目标责任书。',
      'A letter can carry on one that your own organ signed as the lower side, of the same year and in force.',
    ),
  'no-target': () => say('请至少确定一项目标。', 'Set one target at least.'),
  'target-named-twice': ({ indicator }) => {
    const { zh, en } = indicatorOf(indicator)
    return say(`指标${zh}重复，请只保留一项。`, `The indicator ${en} is there twice; keep one.`)
  },
  'indicator-not-in-law': ({ indicator }) => {
    const { zh, en } = indicatorOf(indicator)
    return say(`本地适用的法规包没有指标${zh}。`, `The law of the place has no indicator ${en}.`)
  },
  'indicator-not-measured': ({ indicator }) => {
    const { zh, en } = indicatorOf(indicator)
    return say(
      `指标${zh}目前没有数据来源，不能作为目标。`,
      `Nothing in the house measures ${en} yet, so it cannot be a target.`,
    )
  },
  'indicator-does-not-fit': ({ indicator, organ }, nameOf) => {
    const { zh, en } = indicatorOf(indicator)
    return say(
      `指标${zh}不适用于“${nameOf(organ).zh}”；可以选择考核其所在地区，或者选择其他指标。`,
      `The indicator ${en} does not fit “${nameOf(organ).en}”; assess its area, or choose another.`,
    )
  },
  'weights-not-hundred': ({ sum }) =>
    say(`各项目标的权重之和应为100，现为${sum}。`, `The weights of all targets must make 100; they make ${sum}.`),
  'letter-signed-already': ({ organ }, nameOf) =>
    say(`“${nameOf(organ).zh}”已经签订。`, `“${nameOf(organ).en}” has signed already.`),
  'one-person-signs-once': () => say('同一人不能代表双方签订。', 'One person cannot sign for both sides.'),
  'letter-was-redrafted': () =>
    say('文本已经改动，请重新阅读后签订。', 'The text was changed meanwhile; read it again before you sign.'),
  'period-outside-letter': ({ period, year }) =>
    say(`${period}不属于${year}年度的目标责任书。`, `${period} does not belong to the letter of ${year}.`),
  'period-not-over': ({ until }) => {
    const { zh, en } = dayInWords(until)
    return say(
      `该期间到${zh}结束，次日起方可通报。`,
      `The period ends on ${en}; its figures can be issued from the next day on.`,
    )
  },
  'assessment-issued-already': ({ period }) =>
    say(
      `${periodInWords(period).zh}的考核结果已经通报；更正须经异议程序。`,
      `The figures of ${periodInWords(period).en} were issued already; they are corrected by an objection.`,
    ),
  'facts-not-counted-yet': () =>
    say('还有新的记录没有计入，请稍候再试。', 'Some records are not counted yet; try again in a moment.'),
  'no-such-assessment': () => say('没有这一期考核结果。', 'There is no such assessment.'),
  'indicator-without-figure': ({ indicator }) => {
    const { zh, en } = indicatorOf(indicator)
    return say(`该期考核结果没有指标${zh}。`, `There is no figure of ${en} in that assessment.`)
  },
  'case-not-in-figure': ({ cases }) =>
    say(
      `有${cases.length}件不属于该指标所计的事项，请从所列事项中选择。`,
      `${cases.length} of the cases named are not in that figure; choose from those listed.`,
    ),
  'no-case-named': () => say('请指明有异议的具体事项。', 'Name the cases to which you object.'),
  'right-to-object-lapsed': ({ lastDay }) => {
    const { zh, en } = dayInWords(lastDay)
    return say(`提出异议的期限已于${zh}届满。`, `The time to object ended on ${en}.`)
  },
  'objection-open-already': ({ objection }) =>
    say(
      `对该指标已经提出过异议（${objection}）；对决定不服的，可以请上一级机关复核。`,
      `There is an objection to this figure already (${objection}); its decision can be taken to the organ above.`,
    ),
  'no-such-objection': () => say('没有这项异议。', 'There is no such objection.'),
  'objection-decided-already': () => say('该异议已经决定。', 'The objection was decided already.'),
  'objection-not-decided': ({ lastDay }) => {
    const { zh, en } = dayInWords(lastDay)
    return say(
      `对异议的决定期限是${zh}；到期仍未决定的，次日起可以请上一级机关复核。`,
      `The decision is due by ${en}; if it has not come, the objection can be taken higher from the next day on.`,
    )
  },
  'objection-passed-on-already': () =>
    say(
      '该异议已经提请上一级机关，只能提请一次。',
      'The objection was taken to the organ above already, and can be once.',
    ),
  'needs-another-decider': () =>
    say(
      '通报该结果、提出异议或者已经作过决定的人，不能再作决定。',
      'Whoever issued the figure, objected to it or has decided before cannot decide on it.',
    ),
  'case-without-ruling': ({ cases }) =>
    say(`还有${cases.length}件没有作出认定。`, `${cases.length} of the cases have no ruling yet.`),
  'outcome-does-not-fit': ({ indicator }) => {
    const { zh, en } = indicatorOf(indicator)
    return say(
      `更正的结果不属于指标${zh}；只有“更正结果”需要填写结果。`,
      `That outcome is none of ${en}; only a correction names one.`,
    )
  },
  'nobody-above-assessor': () =>
    say('本系统中没有考核机关的上一级机关。', 'No organ above the assessor is in this house.'),
  'clock-still-running': () =>
    say('该期限尚未届满，或者已经处理。', 'That limit has not ended, or was dealt with already.'),
}

/** 2026年10月 · October 2026 is for pages; here the number says it in both. */
export function periodInWords(name: string): Bilingual {
  const period = parsePeriod(name)
  if (period === null) return say(name, name)
  const { year, kind, from } = period
  const month = Number(from.slice(5, 7))
  if (kind === 'year') return say(`${year}年度`, `${year}`)
  if (kind === 'quarter') return say(`${year}年第${(month + 2) / 3}季度`, `quarter ${(month + 2) / 3} of ${year}`)
  return say(`${year}年${month}月`, name)
}
