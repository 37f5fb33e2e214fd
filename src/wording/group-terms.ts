/** The coded values of special working groups (专项工作小组) in words. A code without both languages does not compile. */
import type { GroupCommandType, GroupFactType, GroupStage } from '../coordination/groups/group.ts'
import type { Bilingual } from './bilingual.ts'

export const groupTerms = {
  groupStage: {
    working: { zh: '工作中', en: 'At work' },
    termEnded: { zh: '期限已满，待报告', en: 'Term over, report owed' },
    dissolved: { zh: '已解散', en: 'Dissolved' },
  } satisfies Record<GroupStage, Bilingual>,

  groupCommand: {
    FoundGroup: { zh: '成立专项工作小组', en: 'Found a working group' },
    ProlongGroup: { zh: '延长期限', en: 'Prolong it' },
    AddMember: { zh: '增加成员', en: 'Add a member' },
    TakeMemberOut: { zh: '成员退出', en: 'Take a member out' },
    NameLead: { zh: '确定组长', en: 'Name who leads it' },
    AddCase: { zh: '增加信访事项', en: 'Add a petition' },
    TakeCaseOut: { zh: '移出信访事项', en: 'Take a petition out' },
    GiveGroupTask: { zh: '交办任务', en: 'Give a task' },
    DeclineGroupTask: { zh: '任务未能交办', en: 'Record that no task came of it' },
    DissolveGroup: { zh: '提交工作报告并解散', en: 'Dissolve it with a report' },
    EndTerm: { zh: '期限届满', en: 'End its term' },
    KeepGroup: { zh: '限制知悉范围', en: 'Keep it from somebody' },
    EraseGroup: { zh: '随信访事项销毁', en: 'Erase it with its petition' },
  } satisfies Record<GroupCommandType, Bilingual>,

  groupFact: {
    GroupFounded: { zh: '成立专项工作小组', en: 'Founded' },
    GroupProlonged: { zh: '延长期限', en: 'Prolonged' },
    MemberAdded: { zh: '增加成员', en: 'Member added' },
    MemberLeft: { zh: '成员退出', en: 'Member taken out' },
    LeadNamed: { zh: '确定组长', en: 'Lead named' },
    CaseAdded: { zh: '增加信访事项', en: 'Petition added' },
    CaseLeft: { zh: '移出信访事项', en: 'Petition taken out' },
    GroupTaskGiven: { zh: '交办任务', en: 'Task given' },
    GroupTaskDeclined: { zh: '任务未能交办', en: 'No task came of it' },
    GroupDissolved: { zh: '提交工作报告并解散', en: 'Dissolved with a report' },
    TermEnded: { zh: '期限届满，停止共享', en: 'Term over, sight ended' },
    GroupKept: { zh: '限制知悉范围', en: 'Kept from somebody' },
    GroupErased: { zh: '内容随信访事项依法销毁', en: 'Content lawfully erased with its petition' },
  } satisfies Record<GroupFactType, Bilingual>,
} as const
