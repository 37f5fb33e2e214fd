/** The coded values of helpers and engagements in words. A code without both languages does not compile. */
import type {
  EngagementCommandType,
  EngagementFactType,
  EngagementMode,
  EngagementStage,
  endedBy,
  HelpingWay,
  refusedBy,
} from '../coordination/helpers/engagement.ts'
import type { HelperCommandType, HelperFactType, HelperStateName } from '../coordination/helpers/helper.ts'
import type { Bilingual } from './bilingual.ts'

export const helperTerms = {
  helperState: {
    active: { zh: '在册', en: 'On the roster' },
    suspended: { zh: '暂停', en: 'Suspended' },
    ended: { zh: '退出', en: 'Left the roster' },
  } satisfies Record<HelperStateName, Bilingual>,

  helperCommand: {
    EnterHelper: { zh: '登记协助力量', en: 'Enter a helper' },
    ReviseHelper: { zh: '修改登记', en: 'Revise the entry' },
    SuspendHelper: { zh: '暂停邀请', en: 'Suspend' },
    ResumeHelper: { zh: '恢复邀请', en: 'Resume' },
    EndHelper: { zh: '退出名册', en: 'Take off the roster' },
    EraseHelper: { zh: '期满销毁', en: 'Erase after its time' },
  } satisfies Record<HelperCommandType, Bilingual>,

  helperFact: {
    HelperEntered: { zh: '登记入册', en: 'Entered on the roster' },
    HelperRevised: { zh: '修改登记', en: 'Entry revised' },
    HelperSuspended: { zh: '暂停邀请', en: 'Suspended' },
    HelperResumed: { zh: '恢复邀请', en: 'Resumed' },
    HelperEnded: { zh: '退出名册', en: 'Taken off the roster' },
    HelperErased: { zh: '期满销毁', en: 'Erased after its time' },
  } satisfies Record<HelperFactType, Bilingual>,

  engagementStage: {
    awaitingConsent: { zh: '等待信访人或者当事人同意', en: 'Waiting for consent' },
    invited: { zh: '已邀请，等待答复', en: 'Invited, not answered yet' },
    accepted: { zh: '正在协助', en: 'Helping' },
    refused: { zh: '未成', en: 'Did not come about' },
    ended: { zh: '已结束', en: 'Ended' },
  } satisfies Record<EngagementStage, Bilingual>,

  engagementMode: {
    case: { zh: '部分请求和摘要（须经信访人同意）', en: 'Chosen claims and a summary, with consent' },
    anonymous: { zh: '只有不具名摘要', en: 'An anonymous summary only' },
  } satisfies Record<EngagementMode, Bilingual>,

  helpingWay: {
    came: { zh: '到场参加', en: 'Came' },
    advised: { zh: '提供意见', en: 'Advised' },
    accompanied: { zh: '陪同信访人', en: 'Accompanied the petitioner' },
    visited: { zh: '走访', en: 'Visited' },
  } satisfies Record<HelpingWay, Bilingual>,

  engagementRefusedBy: {
    petitioner: { zh: '信访人不同意', en: 'The petitioner did not consent' },
    party: { zh: '当事人不同意', en: 'A party did not consent' },
    helper: { zh: '受邀人谢绝', en: 'The helper declined' },
    conflict: { zh: '受邀人与被反映方有关系', en: 'The helper is tied to those complained about' },
  } satisfies Record<(typeof refusedBy)[number], Bilingual>,

  engagementEndedBy: {
    inviter: { zh: '邀请单位结束', en: 'Ended by whoever invited' },
    petitioner: { zh: '信访人结束', en: 'Ended by the petitioner' },
    party: { zh: '当事人不再同意', en: 'A party consents no longer' },
    helper: { zh: '协助人结束', en: 'Ended by the helper' },
    house: { zh: '期满或者事情已经结束', en: 'Its term passed, or what it was about is over' },
  } satisfies Record<(typeof endedBy)[number], Bilingual>,

  engagementCommand: {
    InviteHelper: { zh: '邀请协助', en: 'Invite a helper' },
    AnswerConsent: { zh: '是否同意', en: 'Consent' },
    IssueHelperKey: { zh: '发给协助人查看码', en: 'Issue the helper’s key' },
    AnswerInvitation: { zh: '答复邀请', en: 'Answer the invitation' },
    RecordHelp: { zh: '记录协助情况', en: 'Record what was done' },
    EndEngagement: { zh: '结束协助', en: 'End it' },
    KeepEngagement: { zh: '限制知悉范围', en: 'Keep from whoever was named' },
    EraseEngagement: { zh: '随所协助的事项销毁', en: 'Erase with what it was about' },
  } satisfies Record<EngagementCommandType, Bilingual>,

  engagementFact: {
    HelperInvited: { zh: '邀请协助', en: 'A helper was invited' },
    ConsentAnswered: { zh: '答复是否同意', en: 'Consent was answered' },
    HelperKeyIssued: { zh: '发给协助人查看码', en: 'A key was issued' },
    InvitationAnswered: { zh: '受邀人答复', en: 'The helper answered' },
    HelpRecorded: { zh: '记录协助情况', en: 'What was done was recorded' },
    EngagementEnded: { zh: '协助结束', en: 'Ended' },
    EngagementKept: { zh: '限制知悉范围', en: 'Kept from whoever was named' },
    EngagementErased: { zh: '随所协助的事项销毁', en: 'Erased with what it was about' },
  } satisfies Record<EngagementFactType, Bilingual>,
} as const

export type HelperTermGroup = keyof typeof helperTerms

/** A term by a code from the wire; the code itself when nobody here knows it. */
export function helperTermOf(group: HelperTermGroup, code: string): Bilingual {
  const words: Readonly<Record<string, Bilingual>> = helperTerms[group]
  return words[code] ?? { zh: code, en: code }
}
