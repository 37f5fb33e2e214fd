/** How what rose and fell stands in a paper: a table a comparison, and once for all of them how it was judged. */
import type { Section } from '../../documents/content.ts'
import { type Bilingual, say } from '../../wording/bilingual.ts'
import { bulletinTerms } from '../../wording/bulletin-terms.ts'
import { dayInWords } from '../../wording/days.ts'
import type { FigureName, FrozenBlock } from './bulletin.ts'
import type { Period, Setting } from './content.ts'
import { codeInWords } from './figure-codes.ts'
import { fewest, type Trends, type Verdict } from './trend.ts'

const same = (text: string): Bilingual => say(text, text)
const fewer = say(`少于${fewest}`, `under ${fewest}`)
const none = say('–', '–')
/** A number, or that it is too small to be told. */
const told = (count: number | null): Bilingual => (count === null ? fewer : same(String(count)))

export function trendTable(
  figure: FigureName,
  { before, yearAgo, comparisons, lines }: Trends,
  period: Period,
  { nameOf }: Setting,
): Section['tables'][number] {
  const name = bulletinTerms.figure[figure]
  const method = bulletinTerms.method[figure]
  const [now, day] = [between(period), dayInWords(period.countedOn)]
  return {
    caption: say(`${name.zh}（${now.zh}）`, `${name.en}, ${now.en}`),
    head: [
      ...[say('项目', 'Item'), say('本期', 'This period')],
      ...(before.isCovered ? [say('上期', 'Before'), say('较上期', 'Since')] : []),
      ...(yearAgo.isCovered ? [say('去年同期', 'A year ago'), say('较去年同期', 'Since')] : []),
    ],
    rows: lines.map((line) => [
      ...[codeInWords(figure, line.code, nameOf), told(line.now)],
      ...(before.isCovered ? [told(line.before), verdictInWords(line.sinceBefore)] : []),
      ...(yearAgo.isCovered ? [told(line.yearAgo), verdictInWords(line.sinceYearAgo)] : []),
    ]),
    note: say(
      `统计口径：${method.zh}本表共作${comparisons}次比较。统计日期：${day.zh}。`,
      `How it was counted: ${method.en} ${comparisons} comparisons. Counted on ${day.en}.`,
    ),
  }
}

/** How comparisons were made, once for all of them. */
export function methodOf(blocks: readonly FrozenBlock[]): readonly Section[] {
  const trends = blocks
    .flatMap((block) => (block.is === 'figures' ? block.counted : []))
    .find((each) => each.trends)?.trends
  if (!trends) return []
  const [before, yearAgo] = [comparedDays(trends.before), comparedDays(trends.yearAgo)]
  const text = say(
    `上期为${before.zh}；去年同期为${yearAgo.zh}。各期均少于${fewest}件的项目不列，单个数少于${fewest}件的不写明。“上升”“下降”按两个计数的精确检验（以合计为条件的二项检验，按天数折算）判定，每张表的全部比较合计误判的可能不超过5%；“波动范围内”为不能认定有升降。只数事项，不数人；检举控告不计。`,
    `Before: ${before.en}; a year ago: ${yearAgo.en}. What is under ${fewest} in every period is left out, and a single number under ${fewest} is not told. “Rose” and “fell” are said by the exact test of two counts (binomial given their sum, by days), so that all comparisons of a table together err in at most 5 of 100 tables; “within chance” is no change that could be told. Matters are counted and not people; accusations are left out.`,
  )
  return [{ heading: say('统计和判定方法', 'How it was counted and judged'), text, tables: [] }]
}

function comparedDays(days: Trends['before']): Bilingual {
  const { zh, en } = between(days)
  return days.isCovered
    ? say(zh, en)
    : say(`${zh}（本系统当时尚未启用，未作比较）`, `${en} (this register was not kept yet; nothing was compared)`)
}

function between({ from, until }: { readonly from: string; readonly until: string }): Bilingual {
  const [first, last] = [dayInWords(from), dayInWords(until)]
  return say(`${first.zh}至${last.zh}`, `${first.en} to ${last.en}`)
}
const verdictInWords = (verdict: Verdict | null): Bilingual =>
  verdict === null ? none : bulletinTerms.verdict[verdict]
