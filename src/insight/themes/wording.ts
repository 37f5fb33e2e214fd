/** The governed themes in words: why something is refused, and what the counts say. */
import type { OrganId } from '../../kernel/organ.ts'
import { basisInWords } from '../../law/basis.ts'
import type { RefusalStatus } from '../../platform/http/call.ts'
import { anyOf, type Bilingual, inSequence, say } from '../../wording/bilingual.ts'
import { dayInWords } from '../../wording/days.ts'
import { themeTerms } from '../../wording/theme-terms.ts'
import type { Measured } from './measuring.ts'
import type { ThemeRefusal, ThemeRefusalKind } from './theme.ts'

type NameOf = (organ: OrganId) => Bilingual
type Sentence<K extends ThemeRefusalKind> = (refusal: Extract<ThemeRefusal, { kind: K }>, nameOf: NameOf) => Bilingual

export const statusOfThemeRefusal = {
  'no-such-theme': 404,
  'theme-governed-already': 409,
  'theme-is-anothers': 403,
  'wrong-theme-stage': 409,
  'needs-topic-or-category': 422,
  'no-such-topic': 422,
  'topic-is-governed': 409,
  'place-outside-area': 422,
  'unknown-organ': 422,
  'official-not-there': 422,
  'day-not-ahead': 422,
  'theme-too-long': 422,
  'not-an-extension': 422,
  'too-many-already': 422,
  'theme-still-open': 422,
  'theme-has-not-fallen': 422,
  'clock-still-running': 409,
} as const satisfies Record<ThemeRefusalKind, RefusalStatus>

/** One refusal as whole sentences, ending with what it rests on, if it rests on anything. */
export function explainTheme(refusal: ThemeRefusal, nameOf: NameOf): Bilingual {
  const sentence = sentences[refusal.kind] as Sentence<ThemeRefusalKind>
  if (!('basis' in refusal)) return sentence(refusal, nameOf)
  const { zh, en } = basisInWords(refusal.basis)
  return inSequence(sentence(refusal, nameOf), say(`依据：${zh}。`, `Basis: ${en}.`))
}

const sentences: { readonly [K in ThemeRefusalKind]: Sentence<K> } = {
  'no-such-theme': () =>
    say('没有这个治理主题，或者与您的单位无关。', 'There is no such theme, or your organ has no part in it.'),
  'theme-governed-already': () => say('这个主题已经列入治理。', 'This theme is governed already.'),
  'theme-is-anothers': () =>
    say(
      '由本级信访部门的负责人、领导列为治理主题、延期、变更牵头单位和办结；任务由信访部门或者牵头单位分解。',
      'Whoever leads the bureau of the place governs a theme, gives it more time, hands it over and closes it; steps are added there or by the organ that answers for it.',
    ),
  'wrong-theme-stage': ({ stage, command, needs }) => {
    const [act, now] = [themeTerms.themeCommand[command], themeTerms.themeStage[stage]]
    const { zh, en } = anyOf(needs.map((each) => themeTerms.themeStage[each]))
    return say(
      `“${act.zh}”只能在“${zh}”时进行，现在是“${now.zh}”。`,
      `“${act.en}” is possible while it is: ${en}. It is: ${now.en}.`,
    )
  },
  'needs-topic-or-category': () =>
    say('请说明治理的是哪个热点问题或者哪类问题。', 'Say which topic or which category is governed.'),
  'no-such-topic': () =>
    say(
      '没有这个热点问题，或者其中您有权查阅的信访事项不足三件。',
      'There is no such topic, or fewer than three of its petitions are yours to see.',
    ),
  'topic-is-governed': () =>
    say(
      '这个热点问题已经在治理，不能再列一次；请在原主题里增加任务或者延期。',
      'This topic is governed already and not governed twice; add a step to that theme, or give it more time.',
    ),
  'place-outside-area': () => say('该地区不在您单位的范围内。', 'That place is not within the area of your organ.'),
  'unknown-organ': ({ organ }) => say(`没有“${organ}”这个机关、单位。`, `There is no organ ${organ}.`),
  'official-not-there': ({ organ }, nameOf) => {
    const { zh, en } = nameOf(organ)
    return say(`该责任人不在${zh}任职。`, `Whoever is named does not work in ${en}.`)
  },
  'day-not-ahead': ({ day, today }) => {
    const [wanted, now] = [dayInWords(day), dayInWords(today)]
    return say(
      `${wanted.zh}不行，请选择${now.zh}以后的一天。`,
      `${wanted.en} is not possible; choose a day after ${now.en}.`,
    )
  },
  'theme-too-long': ({ atMost }) => {
    const { zh, en } = dayInWords(atMost)
    return say(`期限最迟为${zh}。`, `The latest day is ${en}.`)
  },
  'not-an-extension': ({ due }) => {
    const { zh, en } = dayInWords(due)
    return say(`现在的期限是${zh}，延期须晚于这一天。`, `It runs until ${en} now; choose a later day.`)
  },
  'too-many-already': ({ atMost }) => say(`已达上限${atMost}项。`, `There are ${atMost} already, which is the most.`),
  'theme-still-open': ({ count }) =>
    say(`还有${count}项任务没有办结。`, count === 1 ? 'One step is still open.' : `${count} steps are still open.`),
  'theme-has-not-fallen': () =>
    say(
      '登记件数没有明显低于过去，不能按“已解决”办结；可以按“有所缓解”或者“未解决”办结，或者继续治理。',
      'Registrations have not clearly fallen below what its past lets expect, so it is not closed as solved; close it as eased or not solved, or go on.',
    ),
  'clock-still-running': () =>
    say('该期限尚未届满，或者已经处理。', 'That limit has not ended, or was dealt with already.'),
}

const shown = (number: number): string => (number < 10 ? number.toFixed(1) : String(Math.round(number)))

/** What was counted, what its past let expect, and what follows. */
export function measuredInWords({
  from,
  until,
  count,
  expected,
  low,
  high,
  months,
  verdict,
}: Measured): readonly Bilingual[] {
  const [first, last, found] = [dayInWords(from), dayInWords(until), themeTerms.themeVerdict[verdict]]
  if (verdict === 'tooEarly') return [found]
  return [
    say(
      `${first.zh}至${last.zh}登记 ${count} 件；按治理前 ${months.length} 个月（每月三十天）预计约 ${shown(expected)} 件，正常波动范围 ${low}–${high} 件。`,
      `From ${first.en} to ${last.en} ${count} were registered; by the ${months.length} months (of thirty days) before, about ${shown(expected)} were to be expected, and between ${low} and ${high} would be chance.`,
    ),
    say(`判断：${found.zh}。`, `Finding: ${found.en}.`),
  ]
}
