/** The coded values of calls for suggestions (人民建议征集) in words. A code without both languages does not compile. */
import type { CallCommandType, CallFactType, CallStage } from '../coordination/calls/call.ts'
import type { Bilingual } from './bilingual.ts'

export const callTerms = {
  callStage: {
    draft: { zh: '起草中', en: 'Being drafted' },
    submitted: { zh: '待批准', en: 'Waiting for approval' },
    published: { zh: '已发布', en: 'Published' },
    closed: { zh: '已结束', en: 'Closed' },
    withdrawn: { zh: '已撤销', en: 'Withdrawn' },
  } satisfies Record<CallStage, Bilingual>,

  callCommand: {
    DraftCall: { zh: '起草', en: 'Draft' },
    EditCall: { zh: '修改', en: 'Edit' },
    SubmitCall: { zh: '送审', en: 'Submit' },
    ReturnCall: { zh: '退回修改', en: 'Return' },
    PublishCall: { zh: '批准并发布', en: 'Approve and publish' },
    ProlongCall: { zh: '延长征集', en: 'Keep open longer' },
    CloseCall: { zh: '公布结果并结束', en: 'Close with a report' },
    WithdrawCall: { zh: '撤销', en: 'Withdraw' },
  } satisfies Record<CallCommandType, Bilingual>,

  callFact: {
    CallDrafted: { zh: '起草', en: 'Drafted' },
    CallEdited: { zh: '修改', en: 'Edited' },
    CallSubmitted: { zh: '送审', en: 'Submitted' },
    CallReturned: { zh: '退回修改', en: 'Returned' },
    CallPublished: { zh: '批准并发布', en: 'Approved and published' },
    CallProlonged: { zh: '延长征集', en: 'Kept open longer' },
    CallClosed: { zh: '公布结果并结束', en: 'Closed with a report' },
    CallWithdrawn: { zh: '撤销', en: 'Withdrawn' },
  } satisfies Record<CallFactType, Bilingual>,
} as const satisfies Record<string, Readonly<Record<string, Bilingual>>>

export type CallTermGroup = keyof typeof callTerms

/** A term by a code that comes from the wire; the code itself when nobody here knows it, so that nothing is hidden. */
export function callTermOf(group: CallTermGroup, code: string): Bilingual {
  const words: Readonly<Record<string, Bilingual>> = callTerms[group]
  return words[code] ?? { zh: code, en: code }
}
