/** The coded values of visits to villages (下访) in words. A code without both languages does not compile. */
import type { EntryKind, TellingWay, VisitCommandType, VisitFactType, VisitStage } from '../leadership/visits/visit.ts'
import type { Bilingual } from './bilingual.ts'

export const visitTerms = {
  visitStage: {
    planned: { zh: '计划中', en: 'Planned' },
    confirmed: { zh: '已确认', en: 'Confirmed' },
    concluded: { zh: '跟踪落实', en: 'Being followed' },
    closed: { zh: '已办结', en: 'Closed' },
    cancelled: { zh: '已取消', en: 'Cancelled' },
  } satisfies Record<VisitStage, Bilingual>,

  visitEntry: {
    met: { zh: '见到了', en: 'Met' },
    notMet: { zh: '没有见到', en: 'Not met' },
    agreed: { zh: '约定', en: 'Agreed' },
    word: { zh: '信访人的话', en: 'The petitioner’s word' },
    heard: { zh: '新反映的问题', en: 'A new problem' },
  } satisfies Record<EntryKind, Bilingual>,

  tellingWay: {
    inPerson: { zh: '当面告知', en: 'in person' },
    byPhone: { zh: '电话告知', en: 'by phone' },
    inWriting: { zh: '书面告知', en: 'in writing' },
  } satisfies Record<TellingWay, Bilingual>,

  visitCommand: {
    PlanVisit: { zh: '安排下访', en: 'Plan a visit' },
    EditVisit: { zh: '修改安排', en: 'Change the plan' },
    ConfirmVisit: { zh: '确认', en: 'Confirm' },
    PostponeVisit: { zh: '改期', en: 'Move to another day' },
    CancelVisit: { zh: '取消', en: 'Cancel' },
    RecordRefusal: { zh: '信访人不愿被走访', en: 'Petitioner does not want it' },
    AnnounceVisit: { zh: '告知信访人（查询页可见）', en: 'Show it to the petitioner' },
    TakeSheet: { zh: '带走行程单', en: 'Take the sheet along' },
    RecordEntry: { zh: '现场记录', en: 'Record on the way' },
    ConcludeVisit: { zh: '小结', en: 'Conclude' },
    OpenVisit: { zh: '重新打开', en: 'Open again' },
    InformPetitioner: { zh: '记录已告知信访人', en: 'Petitioner was told' },
    LinkEntry: { zh: '关联登记的信访事项', en: 'Link a registration' },
    CloseVisit: { zh: '办结', en: 'Close' },
    PassVisitOn: { zh: '由承继机关接手', en: 'Pass it on to the organ that carries on' },
    MarkLeaderLeft: { zh: '领导岗位变动', en: 'Mark that a leader has left the office' },
    RecordErased: { zh: '依法销毁', en: 'Erase lawfully' },
    RecordKept: { zh: '回避', en: 'Keep from whoever is named' },
  } satisfies Record<VisitCommandType, Bilingual>,

  visitFact: {
    VisitPlanned: { zh: '安排下访', en: 'Planned' },
    VisitEdited: { zh: '修改安排', en: 'Plan changed' },
    VisitConfirmed: { zh: '确认', en: 'Confirmed' },
    VisitPostponed: { zh: '改期', en: 'Moved to another day' },
    VisitCancelled: { zh: '取消', en: 'Cancelled' },
    RefusalRecorded: { zh: '信访人不愿被走访', en: 'Petitioner did not want it' },
    VisitAnnounced: { zh: '已告知信访人', en: 'Shown to the petitioner' },
    SheetCarried: { zh: '行程单带到手机上', en: 'Sheet taken along on a phone' },
    EntryRecorded: { zh: '现场记录', en: 'Recorded on the way' },
    VisitConcluded: { zh: '小结', en: 'Concluded' },
    VisitOpened: { zh: '重新打开', en: 'Opened again' },
    PetitionerInformed: { zh: '已告知信访人', en: 'Petitioner was told' },
    EntryLinked: { zh: '新反映的问题已登记', en: 'A problem was registered' },
    VisitClosed: { zh: '办结', en: 'Closed' },
    VisitPassedOn: { zh: '机构调整，由承继机关接手', en: 'Passed on to the organ that carries on' },
    LeaderLeft: { zh: '领导岗位变动，需要另定', en: 'A leader has left the office' },
    CaseErased: { zh: '一件事项依法销毁', en: 'A case lawfully erased' },
    VisitKept: { zh: '回避', en: 'Kept from whoever is named' },
  } satisfies Record<VisitFactType, Bilingual>,
} as const

export type VisitTermGroup = keyof typeof visitTerms

/** A term by a code that comes from the wire; the code itself when nobody here knows it, so that nothing is hidden. */
export function visitTermOf(group: VisitTermGroup, code: string): Bilingual {
  const words: Readonly<Record<string, Bilingual>> = visitTerms[group]
  return words[code] ?? { zh: code, en: code }
}
