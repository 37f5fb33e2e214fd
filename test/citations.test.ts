/** Every article that a pack cites, looked up in the statute itself; and the words in it that a row of a local pack rests on. */
import { describe, expect, it } from 'vitest'
import { readLaws, shippedPacks } from '../src/petition/pack-reading.ts'
import { statute, statutesAreHere } from './statutes.ts'

interface Cited {
  readonly at: string
  readonly instrument: string
  readonly article?: number
  readonly paragraph?: number
  readonly item?: number
}

const laws = await readLaws([shippedPacks])

function citedIn(value: unknown, at: string): readonly Cited[] {
  if (typeof value !== 'object' || value === null) return []
  const own = 'instrument' in value ? [{ ...(value as Cited), at }] : []
  return [...own, ...Object.entries(value).flatMap(([name, inner]) => citedIn(inner, `${at}.${name}`))]
}

const citations = laws.all.flatMap((pack) => citedIn(pack, pack.id))

/** What must stand in the article that a row of a local pack or of an older law rests on. */
const said: readonly (readonly [pack: string, row: string, ...words: string[]])[] = [
  ['cn-zhejiang', 'clocks.route', '登记', '五个工作日'],
  ['cn-zhejiang', 'clocks.notifyDirect', '书面告知信访人'],
  ['cn-zhejiang', 'clocks.notify', '自收到之日起五个工作日内决定是否受理'],
  ['cn-zhejiang', 'clocks.handle', '自受理之日起三十日内', '延长期限不得超过六十日', '负责人批准'],
  ['cn-zhejiang', 'representatives', '十人以下', '不得超过三人', '超过十人', '不得超过五人'],
  ['cn-henan', 'clocks.route', '五日内', '转办或者交办'],
  ['cn-henan', 'clocks.objectToTransfer', '五日内退回', '说明理由'],
  ['cn-henan', 'clocks.handle', '接收之日起三十日内', '最长不得超过九十日'],
  ['cn-henan', 'representatives', '不得超过五人'],
  ['cn-shandong', 'clocks.acceptReview', '三个工作日内决定是否受理', '复查'],
  ['cn-shandong', 'clocks.acceptReexamination', '三个工作日内决定是否受理', '复核'],
  ['cn-shandong', 'documents.handlingOpinion.parts.3', '救济途径和期限'],
  ['cn-shandong', 'proposals.improveWork', '督办', '提出改进工作的建议'],
  ['cn-shandong', 'proposals.improvePolicy', '完善地方性法规、地方政府规章和政策的建议'],
  ['cn-shandong', 'proposalAnswer', '三十日内书面反馈', '未采纳', '说明理由'],
  ['cn-shandong', 'representatives', '不得超过五人'],
  ['cn-shanghai', 'representatives', '不得超过五人'],
  ['cn-shanghai', 'clocks.performDuty', '自受理之日起六十日内'],
  ['cn-shanghai', 'documents.handlingOpinion.parts.3', '申请复查的途径、期限'],
  ['cn-shanghai', 'documents.reviewOpinion.parts.0', '事实认定情况'],
  ['cn-shanghai', 'documents.reexaminationOpinion.parts.0', '事实认定情况'],
  ['cn-shanghai', 'proposals.improveWork', '提出改进建议'],
  ['cn-shanghai', 'proposalAnswer', '三十日内书面反馈', '说明理由'],
  ['cn-beijing', 'clocks.performDuty', '自受理之日起60日内'],
  ['cn-beijing', 'permissions.ExtendReview', '复查、复核委员会批准', '不得超过30日', '告知信访人延期理由'],
  ['cn-beijing', 'permissions.AcceptReview', '受理复查、复核申请', '书面告知信访人'],
  ['cn-beijing', 'documents.handlingOpinion.parts.3', '救济的法定途径和期限'],
  ['cn-beijing', 'supervisionTriggers.falseResult', '虚报办理结果'],
  ['cn-beijing', 'supervisionTriggers.opinionClearlyWrong', '明显错误'],
  ['cn-beijing', 'proposals.improveWork', '提出改进建议'],
  ['cn-beijing', 'proposals.improvePolicy', '完善政策或者改进工作的建议'],
  ['cn-beijing', 'proposalAnswer', '指定时限内书面反馈', '3个工作日内说明理由'],
  ['cn-beijing', 'representatives', '不得超过五人'],
  ['cn-2005', 'proposals.improveWork', '及时督办，并提出改进建议'],
  ['cn-2005', 'proposals.improvePolicy', '本级人民政府报告', '完善政策'],
  ['cn-2005', 'proposals.holdToAccount', '行政机关工作人员', '给予行政处分的建议'],
  ['cn-2005', 'clocks.route', '15日内'],
  ['cn-2005', 'clocks.notifyDirect', '15日内书面告知'],
  ['cn-2005', 'clocks.notify', '15日内决定是否受理并书面告知'],
  ['cn-2005', 'clocks.handle', '60日内办结', '不得超过30日', '负责人批准'],
  ['cn-2005', 'clocks.requestReview', '30日内请求', '上一级', '复查'],
  ['cn-2005', 'clocks.requestReexamination', '30日内', '复核'],
  ['cn-2005', 'clocks.reportBack', '指定办理期限内反馈结果', '办结报告'],
  ['cn-2005', 'representatives', '不得超过5人'],
  ['cn-2005', 'proposalAnswer', '30日内书面反馈'],
  ['cn-2005', 'supervisionTriggers.notFinishedInTime', '未按规定的办理期限办结'],
  ['cn-2005', 'supervisionTriggers.resultNotReported', '未按规定反馈'],
  ['cn-2005', 'supervisionTriggers.procedureNotFollowed', '未按规定程序'],
  ['cn-2005', 'supervisionTriggers.shirking', '推诿、敷衍、拖延'],
  ['cn-2005', 'supervisionTriggers.opinionNotCarriedOut', '不执行信访处理意见'],
  ['cn-2005', 'principles.accusationsAreKeptFromTheAccused', '不得将', '透露或者转给被检举、揭发的人员'],
  ['cn-2005', 'principles.whoIsConcernedStepsAside', '直接利害关系', '回避'],
  ['cn-2005', 'principles.nobodyIsPersecuted', '不得打击报复'],
  ['cn-2005', 'declineGrounds.sameMatterInProgress', '走访形式', '不予受理'],
  ['cn-2005', 'declineGrounds.alreadyReexamined', '同一事实和理由', '不再受理'],
  ['cn-2022', 'clocks.route', '15日'],
  ['cn-2022', 'clocks.objectToTransfer', '5个工作日'],
  ['cn-2022', 'clocks.handle', '60日内办结', '不得超过30日'],
  ['cn-2022', 'clocks.requestReview', '30日内请求', '复查'],
  ['cn-2022', 'clocks.requestReexamination', '30日内', '复核'],
  ['cn-2022', 'representatives', '不得超过5人'],
  ['cn-2022', 'supervisionTriggers.falseResult', '弄虚作假'],
  ['cn-2022', 'supervisionTriggers.opinionNotCarriedOut', '拒不执行信访处理意见'],
  ['cn-2022', 'proposalAnswer', '书面反馈采纳情况'],
  ['cn-2022', 'supervision.findings.notAnsweredInTime', '推诿、敷衍、拖延', '及时督办'],
  ['cn-2022', 'supervision.findings.proposalUnanswered', '书面反馈采纳情况'],
  ['cn-2022', 'supervision.orders.special', '各级党委和政府', '专项督查'],
  ['cn-2022', 'supervision.orders.onSite', '联席会议', '信访部门', '开展督查'],
  ['cn-2022', 'supervision.orders.followUp', '督促检查重要信访事项的处理和落实'],
  ['cn-2022', 'supervision.orders.interview', '联席会议', '约谈'],
  ['cn-2022', 'supervision.orders.listed', '挂牌督办'],
  ['cn-2022', 'supervision.orders.rectification', '责令限期整改'],
  ['cn-2005', 'supervision.findings.notAnsweredInTime', '办理期限办结'],
  ['cn-2005', 'supervision.findings.resultNotReported', '反馈'],
  ['cn-2005', 'supervision.orders.urging', '及时督办'],
  ['cn-beijing', 'supervision.findings.completionContested', '虚报办理结果'],
  ['cn-beijing', 'supervision.findings.opinionNotCarriedOut', '不执行'],
  ['cn-shandong', 'supervision.findings.completionContested', '弄虚作假'],
  ['cn-shandong', 'supervision.findings.notRoutedInTime', '程序受理、办理'],
  ['cn-2022', 'principles.nobodyIsPersecuted', '打击报复'],
  ['cn-2022', 'principles.accusationsAreKeptFromTheAccused', '不得将信访人的检举、揭发材料'],
]

/** Everything that stands at the place; an article whole where no paragraph is named, a paragraph with its items. */
function textAt({ instrument, article, paragraph, item }: Cited): string | null {
  const paragraphs = article === undefined ? undefined : statute(instrument)?.get(article)
  if (!paragraphs) return null
  if (paragraph === undefined) return paragraphs.map(({ text, items }) => [text, ...items].join('\n')).join('\n')
  const found = paragraphs[paragraph - 1]
  if (!found) return null
  return item === undefined ? [found.text, ...found.items].join('\n') : (found.items[item - 1] ?? null)
}

describe.skipIf(!statutesAreHere)('What packs cite (skipped where ../shared/rules/text is absent)', () => {
  it('stands in the statute: article, paragraph and item', () => {
    const known = citations.filter(({ instrument, article }) => article !== undefined && statute(instrument))
    expect(known.length).toBeGreaterThan(500)
    expect(known.filter((cited) => textAt(cited) === null).map(({ at, ...cited }) => ({ at, ...cited }))).toEqual([])
  })

  it.each(said)('%s %s says %s', (pack, row, ...words) => {
    const cited = citations.find(({ at }) => at === `${pack}.${row}.basis`)
    expect(cited, `${row} cites an article`).toBeDefined()
    for (const word of words) expect(textAt(cited as Cited)).toContain(word)
  })

  it('is looked up in this table for every row that a local pack changes in its days, representatives or answers', () => {
    const looked = new Set(said.map(([pack, row]) => `${pack}.${row}`))
    const own = citations.filter(
      ({ at, instrument }) =>
        /^(ZJ|HN|SD|SH|BJ)\d/.test(instrument) &&
        /\.(clocks\.(route|notify|notifyDirect|handle|objectToTransfer|acceptReview|acceptReexamination)|representatives|proposalAnswer)\.basis$/.test(
          at,
        ),
    )
    expect(own.length).toBeGreaterThan(12)
    expect(own.map(({ at }) => at.replace(/\.basis$/, '')).filter((at) => !looked.has(at))).toEqual([])
  })
})
