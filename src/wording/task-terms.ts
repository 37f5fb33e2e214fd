/** The coded values of tasks (落实事项) in words. A code without both languages does not compile. */
import type { TaskCommandType, TaskFactType, TaskOriginKind, TaskResult, TaskStage } from '../tasks/task.ts'
import type { Bilingual } from './bilingual.ts'

export const taskTerms = {
  taskStage: {
    given: { zh: '办理中', en: 'To be done' },
    reported: { zh: '已报告，待销号', en: 'Reported, to be closed' },
    closed: { zh: '已销号', en: 'Closed' },
    withdrawn: { zh: '已撤销', en: 'Withdrawn' },
  } satisfies Record<TaskStage, Bilingual>,

  taskResult: {
    done: { zh: '已完成', en: 'Done' },
    partly: { zh: '部分完成', en: 'Done in part' },
    cannot: { zh: '无法完成', en: 'Cannot be done' },
  } satisfies Record<TaskResult, Bilingual>,

  taskOrigin: {
    instruction: { zh: '领导批示', en: 'Leader’s instruction' },
    promise: { zh: '接访承诺', en: 'Promise at a reception' },
    agreement: { zh: '下访约定', en: 'Agreement on a visit' },
    ownershipStep: { zh: '包案措施', en: 'Step of an owned case' },
    decision: { zh: '联席会议议定事项', en: 'Decision of a joint conference' },
    groupTask: { zh: '专项工作小组任务', en: 'Task of a working group' },
    assistance: { zh: '协办任务', en: 'Assistance' },
    suggestion: { zh: '人民建议落实', en: 'Suggestion to be put into effect' },
    mediation: { zh: '调解协议履行', en: 'Promise in a mediated agreement' },
    escalation: { zh: '防止矛盾激化', en: 'Dispute that may escalate' },
    relief: { zh: '帮扶救助', en: 'Help in hardship' },
    theme: { zh: '主题治理', en: 'Governed theme' },
    pilot: { zh: '试点推广', en: 'Pilot that is spread' },
  } satisfies Record<TaskOriginKind, Bilingual>,

  taskCommand: {
    GiveTask: { zh: '交办', en: 'Give it' },
    ReportOnTask: { zh: '报告落实情况', en: 'Report' },
    ReturnTask: { zh: '退回继续落实', en: 'Return' },
    ExtendTask: { zh: '延期', en: 'Give more time' },
    RemindOfTask: { zh: '催办', en: 'Remind' },
    CloseTask: { zh: '销号', en: 'Close' },
    WithdrawTask: { zh: '撤销', en: 'Withdraw' },
    HandTaskOver: { zh: '移交销号人', en: 'Hand over' },
    PassTaskOn: { zh: '因机构改革移交', en: 'Pass on after a reform' },
    KeepTask: { zh: '限制知悉范围', en: 'Keep from whoever was named' },
    EraseTask: { zh: '随信访事项销毁内容', en: 'Erase with its petition' },
    MarkClock: { zh: '标明期限届满', en: 'Mark that a limit has ended' },
    RecountTask: { zh: '重新计算期限', en: 'Count the limit again' },
  } satisfies Record<TaskCommandType, Bilingual>,

  taskFact: {
    TaskGiven: { zh: '交办', en: 'Given' },
    TaskReported: { zh: '报告落实情况', en: 'Reported on' },
    TaskReturned: { zh: '退回继续落实', en: 'Returned' },
    TaskExtended: { zh: '延期', en: 'Given more time' },
    TaskReminded: { zh: '催办', en: 'Reminded' },
    TaskClosed: { zh: '销号', en: 'Closed' },
    TaskWithdrawn: { zh: '撤销', en: 'Withdrawn' },
    TaskHandedOver: { zh: '移交销号人', en: 'Handed over' },
    TaskPassedOn: { zh: '因机构改革移交', en: 'Passed on after a reform' },
    TaskKept: { zh: '限制知悉范围', en: 'Kept from whoever was named' },
    TaskErased: { zh: '内容随信访事项依法销毁', en: 'Content lawfully erased with its petition' },
    TaskFellOverdue: { zh: '逾期未报告', en: 'Fell overdue' },
    TaskClocksRecounted: {
      zh: '节假日安排公布或者更正后重新计算期限',
      en: 'Limit counted again with a holiday notice',
    },
  } satisfies Record<TaskFactType, Bilingual>,
} as const satisfies Record<string, Readonly<Record<string, Bilingual>>>

export type TaskTermGroup = keyof typeof taskTerms

/** A term by a code that comes from the wire; the code itself when nobody here knows it, so that nothing is hidden. */
export function taskTermOf(group: TaskTermGroup, code: string): Bilingual {
  const words: Readonly<Record<string, Bilingual>> = taskTerms[group]
  return words[code] ?? { zh: code, en: code }
}
