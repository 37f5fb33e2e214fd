/** The coded values of the roster of mediators in words. A code without both languages does not compile. */
import type { CommitteeCommandType, CommitteeFactType, CommitteeStateName } from '../mediation/mediators/committee.ts'
import type { CommitteeGap } from '../mediation/mediators/gaps.ts'
import type {
  MediatorCommandType,
  MediatorEnding,
  MediatorFactType,
  MediatorStateName,
} from '../mediation/mediators/mediator.ts'
import type { Bilingual } from './bilingual.ts'

export const mediatorTerms = {
  mediatorState: {
    active: { zh: '在册', en: 'On the roster' },
    suspended: { zh: '暂停', en: 'Suspended' },
    ended: { zh: '退出', en: 'Left the roster' },
  } satisfies Record<MediatorStateName, Bilingual>,

  mediatorEnding: {
    termOver: { zh: '任期、聘期届满', en: 'The term ended' },
    resigned: { zh: '本人辞去', en: 'Resigned' },
    misconduct: { zh: '调解中行为不当，罢免或者解聘', en: 'Dismissed for misconduct in mediation' },
    other: { zh: '其他原因', en: 'Another reason' },
  } satisfies Record<MediatorEnding, Bilingual>,

  mediatorCommand: {
    EnterMediator: { zh: '登记调解员', en: 'Enter a mediator' },
    ReviseMediator: { zh: '修改登记', en: 'Revise the entry' },
    RenewMediator: { zh: '连选连任、续聘', en: 'Renew the term' },
    RecordTraining: { zh: '记录培训', en: 'Record training' },
    ReprimandMediator: { zh: '批评教育、责令改正', en: 'Reprimand' },
    SuspendMediator: { zh: '暂停', en: 'Suspend' },
    ResumeMediator: { zh: '恢复', en: 'Resume' },
    EndMediator: { zh: '罢免、解聘或者退出', en: 'Take off the roster' },
  } satisfies Record<MediatorCommandType, Bilingual>,

  mediatorFact: {
    MediatorEntered: { zh: '登记入册', en: 'Entered on the roster' },
    MediatorRevised: { zh: '修改登记', en: 'Entry revised' },
    MediatorRenewed: { zh: '连选连任、续聘', en: 'Term renewed' },
    TrainingRecorded: { zh: '参加培训', en: 'Trained' },
    MediatorReprimanded: { zh: '批评教育、责令改正', en: 'Reprimanded' },
    MediatorSuspended: { zh: '暂停', en: 'Suspended' },
    MediatorResumed: { zh: '恢复', en: 'Resumed' },
    MediatorEnded: { zh: '退出名册', en: 'Left the roster' },
  } satisfies Record<MediatorFactType, Bilingual>,

  committeeState: {
    founded: { zh: '已设立', en: 'At work' },
    ended: { zh: '已撤销', en: 'Ended' },
  } satisfies Record<CommitteeStateName, Bilingual>,

  committeeCommand: {
    FoundCommittee: { zh: '登记调解委员会', en: 'Enter a committee' },
    ReviseCommittee: { zh: '修改登记', en: 'Revise the entry' },
    ElectCommittee: { zh: '记录推选', en: 'Record an election' },
    EndCommittee: { zh: '撤销', en: 'End the committee' },
  } satisfies Record<CommitteeCommandType, Bilingual>,

  committeeFact: {
    CommitteeFounded: { zh: '设立', en: 'Founded' },
    CommitteeRevised: { zh: '修改登记', en: 'Entry revised' },
    CommitteeElected: { zh: '推选委员', en: 'Members elected' },
    CommitteeEnded: { zh: '撤销', en: 'Ended' },
  } satisfies Record<CommitteeFactType, Bilingual>,

  committeeGap: {
    notElected: { zh: '没有推选记录：委员由推选产生', en: 'No election is recorded; members are elected' },
    termOver: { zh: '委员任期已满三年，应当改选', en: 'The three-year term has ended; elect anew' },
    tooFew: { zh: '委员不足三人', en: 'Fewer than three members' },
    tooMany: { zh: '委员超过九人', en: 'More than nine members' },
    noWoman: { zh: '没有妇女委员', en: 'No woman among the members' },
    noMinority: {
      zh: '多民族居住地区，没有人数较少民族的委员',
      en: 'Several peoples live here, and none of the smaller ones is among the members',
    },
    noChair: { zh: '应当设主任一人', en: 'It should have one chair' },
  } satisfies Record<CommitteeGap, Bilingual>,
} as const

export type MediatorTermGroup = keyof typeof mediatorTerms

/** A term by a code from the wire; the code itself when nobody here knows it. */
export function mediatorTermOf(group: MediatorTermGroup, code: string): Bilingual {
  const words: Readonly<Record<string, Bilingual>> = mediatorTerms[group]
  return words[code] ?? { zh: code, en: code }
}
