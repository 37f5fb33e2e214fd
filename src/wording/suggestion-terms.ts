/** The coded values of suggestions in words. A code without both languages does not compile. */
import type {
  ChangeStage,
  Ending,
  RewardStage,
  SuggestionCommandType,
  SuggestionFactType,
  SuggestionStage,
} from '../coordination/suggestions/suggestion.ts'
import type { Bilingual } from './bilingual.ts'

export const suggestionTerms = {
  suggestionStage: {
    received: { zh: '研究中', en: 'Being studied' },
    answered: { zh: '已回复', en: 'Replied to' },
    elsewhere: { zh: '另行了结', en: 'Ended otherwise' },
  } satisfies Record<SuggestionStage, Bilingual>,

  ending: {
    withdrawn: { zh: '信访人撤回', en: 'Withdrawn' },
    settled: { zh: '和解', en: 'Settled' },
    declined: { zh: '不予受理', en: 'Not taken up' },
    directed: { zh: '告知法定途径', en: 'Led to another procedure' },
    closed: { zh: '办结', en: 'Closed' },
    reclassified: { zh: '改为其他类别', en: 'No suggestion after all' },
  } satisfies Record<Ending, Bilingual>,

  rewardStage: {
    proposed: { zh: '待批准', en: 'Waiting for approval' },
    approved: { zh: '已批准，待发放', en: 'Approved, to be given' },
    refused: { zh: '未批准', en: 'Not approved' },
    given: { zh: '已发放', en: 'Given' },
  } satisfies Record<RewardStage, Bilingual>,

  changeStage: {
    drafted: { zh: '待批准公开', en: 'Waiting to be published' },
    published: { zh: '已公开', en: 'Published' },
    takenBack: { zh: '已撤下', en: 'Taken back' },
  } satisfies Record<ChangeStage, Bilingual>,

  suggestionCommand: {
    FollowSuggestion: { zh: '纳入建议办理', en: 'Follow it' },
    AssignStudy: { zh: '交有关单位研究论证', en: 'Ask an organ to study it' },
    CarryOut: { zh: '交办落实', en: 'Have it carried out' },
    ProposeReward: { zh: '提出奖励', en: 'Propose a reward' },
    ApproveReward: { zh: '批准奖励', en: 'Approve the reward' },
    RefuseReward: { zh: '不批准奖励', en: 'Refuse the reward' },
    GiveReward: { zh: '登记已发放', en: 'Record that it was given' },
    DraftChange: { zh: '撰写采纳成效', en: 'Write what changed' },
    PublishChange: { zh: '批准公开', en: 'Approve and publish' },
    TakeBackChange: { zh: '撤下', en: 'Take back' },
    RecordReply: { zh: '记录回复', en: 'Record the reply' },
    LeaveSuggestion: { zh: '另行了结', en: 'Record that it ended otherwise' },
    EraseSuggestion: { zh: '随信访事项销毁内容', en: 'Erase with its petition' },
  } satisfies Record<SuggestionCommandType, Bilingual>,

  suggestionFact: {
    SuggestionFollowed: { zh: '纳入建议办理', en: 'Followed as a suggestion' },
    StudyAssigned: { zh: '交有关单位研究论证', en: 'An organ asked to study it' },
    CarryingOutAssigned: { zh: '交办落实', en: 'Given to be carried out' },
    RewardProposed: { zh: '提出奖励', en: 'Reward proposed' },
    RewardApproved: { zh: '批准奖励', en: 'Reward approved' },
    RewardRefused: { zh: '未批准奖励', en: 'Reward not approved' },
    RewardReceived: { zh: '奖励已发放', en: 'Reward given' },
    ChangeDrafted: { zh: '撰写采纳成效', en: 'What changed written' },
    ChangePublished: { zh: '公开采纳成效', en: 'What changed published' },
    ChangeTakenBack: { zh: '撤下采纳成效', en: 'What changed taken back' },
    SuggestionAnswered: { zh: '已回复信访人', en: 'Replied to' },
    SuggestionLeft: { zh: '另行了结', en: 'Ended otherwise' },
    SuggestionErased: { zh: '内容随信访事项依法销毁', en: 'Content lawfully erased with its petition' },
  } satisfies Record<SuggestionFactType, Bilingual>,
} as const satisfies Record<string, Readonly<Record<string, Bilingual>>>

export type SuggestionTermGroup = keyof typeof suggestionTerms

/** A term by a code that comes from the wire; the code itself when nobody here knows it, so that nothing is hidden. */
export function suggestionTermOf(group: SuggestionTermGroup, code: string): Bilingual {
  const words: Readonly<Record<string, Bilingual>> = suggestionTerms[group]
  return words[code] ?? { zh: code, en: code }
}
