/** The coded values of readings (领导阅批) in words. A code without both languages does not compile. */
import type { LeadersAct, ReadingCommandType, ReadingFactType, ReadingStage } from '../leadership/reading/reading.ts'
import type { Bilingual } from './bilingual.ts'

export const readingTerms = {
  readingStage: {
    proposed: { zh: '待阅', en: 'Waiting to be read' },
    read: { zh: '已阅', en: 'Read' },
    instructed: { zh: '已批示', en: 'Instructed' },
    returned: { zh: '已退回', en: 'Returned' },
    recalled: { zh: '已撤回', en: 'Recalled' },
  } satisfies Record<ReadingStage, Bilingual>,

  readingCommand: {
    ProposeReading: { zh: '呈送领导阅批', en: 'Lay before a leader' },
    RefreshSummary: { zh: '更新摘要', en: 'Refresh the page' },
    MarkRead: { zh: '已阅', en: 'Read' },
    Instruct: { zh: '批示', en: 'Instruct' },
    ReturnReading: { zh: '退回', en: 'Return' },
    RecallReading: { zh: '撤回', en: 'Recall' },
    HandReadingOver: { zh: '改送其他领导', en: 'Lay before another leader' },
    RecordKept: { zh: '记录回避和保密范围', en: 'Record whom it is kept from' },
    EraseReading: { zh: '随信访事项依法销毁', en: 'Erase with its petition' },
  } satisfies Record<ReadingCommandType, Bilingual>,

  readingFact: {
    ReadingProposed: { zh: '呈送领导阅批', en: 'Laid before a leader' },
    SummaryRefreshed: { zh: '更新摘要', en: 'Page made anew' },
    ReadingNoted: { zh: '领导已阅', en: 'Read by the leader' },
    LeaderInstructed: { zh: '领导作出批示', en: 'Instructed by the leader' },
    ReadingReturned: { zh: '领导退回', en: 'Returned by the leader' },
    ReadingRecalled: { zh: '撤回', en: 'Recalled' },
    ReadingHandedOver: { zh: '改送其他领导', en: 'Laid before another leader' },
    ReadingKept: { zh: '回避和保密范围变动', en: 'Kept from others' },
    ReadingErased: { zh: '随信访事项依法销毁', en: 'Erased with its petition' },
  } satisfies Record<ReadingFactType, Bilingual>,

  /** As the petitioner is told of it. */
  readingAct: {
    opened: { zh: '打开看过', en: 'opened it' },
    read: { zh: '已阅', en: 'read it' },
    instructed: { zh: '作出批示', en: 'gave instructions on it' },
    returned: { zh: '退回呈送单位', en: 'sent it back to the office that laid it there' },
  } satisfies Record<LeadersAct['what'] | 'opened', Bilingual>,
} as const satisfies Record<string, Readonly<Record<string, Bilingual>>>

export type ReadingTermGroup = keyof typeof readingTerms

/** A term by a code that comes from the wire; the code itself when nobody here knows it, so that nothing is hidden. */
export function readingTermOf(group: ReadingTermGroup, code: string): Bilingual {
  const words: Readonly<Record<string, Bilingual>> = readingTerms[group]
  return words[code] ?? { zh: code, en: code }
}
