/** The coded values of screening (排查) in words. A code without both languages does not compile. */
import type { ScreeningRhythm } from '../law/screening.ts'
import type {
  AreaStanding,
  HouseholdResult,
  ScreeningCommandType,
  ScreeningFactType,
  ScreeningStage,
} from '../prevention/screening/screening.ts'
import type { Bilingual } from './bilingual.ts'

export const screeningTerms = {
  screeningStage: {
    open: { zh: '排查中', en: 'Running' },
    closed: { zh: '已总结', en: 'Closed' },
    cancelled: { zh: '已取消', en: 'Cancelled' },
  } satisfies Record<ScreeningStage, Bilingual>,

  areaStanding: {
    waiting: { zh: '待报告', en: 'To report' },
    found: { zh: '发现纠纷', en: 'Disputes found' },
    zero: { zh: '零报告', en: 'Nothing found' },
  } satisfies Record<AreaStanding, Bilingual>,

  screeningRhythm: {
    week: { zh: '每周', en: 'weekly' },
    halfMonth: { zh: '每半月', en: 'every half-month' },
    month: { zh: '每月', en: 'monthly' },
    quarter: { zh: '每季度', en: 'quarterly' },
  } satisfies Record<ScreeningRhythm, Bilingual>,

  householdResult: {
    met: { zh: '见到了', en: 'Met' },
    absent: { zh: '没有人在家', en: 'Nobody there' },
  } satisfies Record<HouseholdResult, Bilingual>,

  screeningCommand: {
    OpenScreening: { zh: '部署排查', en: 'Open a campaign' },
    AssignArea: { zh: '确定排查人员和走访户', en: 'Say who looks there, and to which houses' },
    RecordHousehold: { zh: '记录走访', en: 'Record that somebody came by' },
    FileZeroReport: { zh: '零报告', en: 'Report that nothing was found' },
    LinkDispute: { zh: '关联台账中的纠纷', en: 'Link a dispute of the ledger' },
    ReturnReport: { zh: '退回零报告', en: 'Give a zero report back' },
    RemindArea: { zh: '催报', en: 'Remind' },
    ExtendScreening: { zh: '延长报告期限', en: 'Give more time' },
    CloseScreening: { zh: '总结', en: 'Close with a summary' },
    CancelScreening: { zh: '取消', en: 'Cancel' },
    EndSeries: { zh: '不再继续', en: 'No further round' },
    RecordNextRound: { zh: '开始下一轮', en: 'Open the next round' },
    PassScreeningOn: { zh: '由承继单位继续', en: 'Pass it on to a successor' },
    MarkClock: { zh: '标记逾期', en: 'Mark what is late' },
    RecountScreening: { zh: '重新计算期限', en: 'Count the days again' },
  } satisfies Record<ScreeningCommandType, Bilingual>,

  screeningFact: {
    ScreeningOpened: { zh: '部署排查', en: 'Opened' },
    AreaAssigned: { zh: '确定排查人员和走访户', en: 'Screeners and houses named' },
    HouseholdRecorded: { zh: '走访', en: 'Somebody came by' },
    ZeroReportFiled: { zh: '零报告', en: 'Nothing found' },
    DisputeLinked: { zh: '发现一件纠纷', en: 'A dispute found' },
    ReportReturned: { zh: '退回零报告', en: 'Zero report given back' },
    AreaReminded: { zh: '催报', en: 'Reminded' },
    ScreeningExtended: { zh: '延长报告期限', en: 'More time given' },
    ScreeningClosed: { zh: '总结', en: 'Closed' },
    ScreeningCancelled: { zh: '取消', en: 'Cancelled' },
    SeriesEnded: { zh: '不再继续', en: 'No further round' },
    NextRoundOpened: { zh: '下一轮开始', en: 'Next round opened' },
    ScreeningPassedOn: { zh: '由承继单位继续', en: 'Passed on to a successor' },
    AreasFellOverdue: { zh: '逾期未报', en: 'Places fell late' },
    ScreeningClocksRecounted: { zh: '期限重新计算', en: 'Days counted again' },
  } satisfies Record<ScreeningFactType, Bilingual>,
} as const

export type ScreeningTermGroup = keyof typeof screeningTerms

/** A term by a code that comes from the wire; the code itself when nobody here knows it, so that nothing is hidden. */
export function screeningTermOf(group: ScreeningTermGroup, code: string): Bilingual {
  const words: Readonly<Record<string, Bilingual>> = screeningTerms[group]
  return words[code] ?? { zh: code, en: code }
}
