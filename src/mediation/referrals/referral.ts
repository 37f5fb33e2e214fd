/**
 * The words of a referral (法定途径引导): a petitioner was told of another way of the law, and it is followed to its end: applied for, accepted or
 * refused, mediated, decided. What the petitioner did only they say, or whoever they ask to write it down. A stream of its own: the petition
 * and its own clocks know nothing of it and are not touched by it (docs/adr/0050). Who has no petition is told at the window of a centre; then it
 * belongs to that visit, and the slip of the visit opens it (docs/adr/0056).
 */
import type { Calendars } from '../../kernel/calendars.ts'
import type { MovedDay } from '../../kernel/clock-keeping.ts'
import type { Day } from '../../kernel/day.ts'
import type { AllOrgans } from '../../kernel/keeping-out.ts'
import type { OrganId } from '../../kernel/organ.ts'
import type { ClockChange, RunningClock } from '../../kernel/running-clock.ts'
import type { Sealed } from '../../kernel/sealed.ts'
import type { Basis } from '../../law/basis.ts'
import type { FirstCase } from '../../law/law.ts'
import type { ReferralWay } from '../../law/referrals.ts'
import type { Material } from '../../petition/intake/words.ts'

/** 已说明 · 已申请 · 补正中 · 已受理 · 调解中 · 已有结果 · 未受理 · 已结束 */
export const referralStages = [
  ...(['explained', 'applied', 'correcting', 'accepted', 'mediating', 'decided', 'refused', 'closed'] as const),
] as const
export type ReferralStage = (typeof referralStages)[number]

/** From where it is known: 本人所述 · 出示的文书 · 受理机关录入. */
export const referralSources = ['ownWord', 'paperShown', 'organ'] as const
export type ReferralSource = (typeof referralSources)[number]

/** How the petitioner asked an office to write it down: 当面 · 电话 · 书面. */
export const askedWays = ['inPerson', 'byPhone', 'inWriting'] as const
export type AskedWay = (typeof askedWays)[number]

/** What shows that it was applied for: 收件回执 · 邮寄凭证 · 网上提交回执 · 暂无. */
export const applicationProofs = ['receipt', 'postReceipt', 'onlineReceipt', 'none'] as const
export type ApplicationProof = (typeof applicationProofs)[number]

/** 普通程序 · 简易程序 */
export const referralTracks = ['ordinary', 'simplified'] as const
export type ReferralTrack = (typeof referralTracks)[number]

/** 支持 · 部分支持 · 不支持 · 达成调解或者和解 · 其他 */
export const referralOutcomes = ['granted', 'partly', 'rejected', 'settled', 'other'] as const
export type ReferralOutcome = (typeof referralOutcomes)[number]

/** 开始调解 · 达成协议 · 未达成协议 */
export const mediationSteps = ['begun', 'agreed', 'failed'] as const
export type MediationStep = (typeof mediationSteps)[number]

/** 已经走完 · 本人不走这一途径 · 本人撤回申请 */
export const referralEndings = ['done', 'notPursued', 'withdrawn'] as const
export type ReferralEnding = (typeof referralEndings)[number]

/** Where the petitioner was led: an organ of the house, or one that is none, by name. */
export interface ReferredTo {
  readonly organ: OrganId | null
  readonly name: Sealed | null
}

/** From whom the petition is kept; it only ever grows. */
export interface ReferralKeeping {
  readonly keptFrom: readonly OrganId[]
  readonly officials: readonly string[]
  /** Accounts that have withdrawn from the petition, or had to. */
  readonly recused: readonly string[]
}

export interface ReferralBeginning extends ReferralKeeping {
  /** Of one of the two: the petition, or the visit to a centre. */
  readonly petition: string | null
  readonly visit: string | null
  /** The petitioner who was told, as the petition names them; of a visit whoever came. */
  readonly person: string
  readonly guide: OrganId
  /** Organs that the petition complains of: they see it only if they wrote it. */
  readonly about: readonly OrganId[]
}

export type ReferralActor =
  | {
      readonly kind: 'staff'
      readonly account: string
      readonly organ: OrganId
      readonly posts: readonly string[]
      readonly answersTo?: readonly string[]
      /** 挂职: the organs from which they are seconded to where they act (docs/adr/0066). */
      readonly secondedFrom?: readonly OrganId[]
    }
  | { readonly kind: 'petitioner'; readonly petition: string; readonly person: string }
  /** Whoever came, with the number and key on their slip: they read, and the centre writes down what they ask it to. */
  | { readonly kind: 'visitor'; readonly visit: string }
  | { readonly kind: 'house'; readonly task: string }
export type StaffActor = Extract<ReferralActor, { kind: 'staff' }>

/** What every record of a step says beside the step. `asked`: how the petitioner asked an office for it; null where nobody was asked. */
interface Said {
  readonly source: Exclude<ReferralSource, 'organ'>
  readonly asked: AskedWay | null
}

export type ReferralCommandBody =
  | {
      readonly type: 'ExplainReferral'
      readonly beginning: ReferralBeginning
      readonly way: ReferralWay
      readonly to: ReferredTo
      readonly explanation: Sealed
      /** When the petitioner learnt of the decision that it is about, where there is one. */
      readonly knownOn: Day | null
      readonly first: FirstCase | null
      /** Whether whoever explains may, beside the petition: they have it. */
      readonly has: boolean
    }
  | ({
      readonly type: 'RecordApplication'
      readonly appliedOn: Day
      readonly proof: ApplicationProof
      readonly shared: boolean
      readonly materials: readonly Omit<Material, 'ref'>[]
    } & Said)
  /** The petitioner lets the organ see here what becomes of it, or no longer. */
  | ({ readonly type: 'ShareReferral'; readonly shared: boolean } & Said)
  | ({ readonly type: 'AskCorrection'; readonly askedOn: Day; readonly what: Sealed } & Said)
  | ({ readonly type: 'RecordCorrection'; readonly correctedOn: Day } & Said)
  | ({ readonly type: 'RecordAcceptance'; readonly acceptedOn: Day; readonly track: ReferralTrack } & Said)
  | ({ readonly type: 'RecordRefusal'; readonly receivedOn: Day; readonly reason: Sealed } & Said)
  | ({
      readonly type: 'RecordMediation'
      readonly step: MediationStep
      readonly day: Day
      readonly note: Sealed | null
    } & Said)
  | ({ readonly type: 'ProlongReferral'; readonly until: Day } & Said)
  | ({
      readonly type: 'RecordOutcome'
      readonly receivedOn: Day
      readonly outcome: ReferralOutcome
      readonly text: Sealed
      readonly materials: readonly Omit<Material, 'ref'>[]
    } & Said)
  /** A day that a paper names: for answering, for coming, for paying. */
  | ({ readonly type: 'NoteDay'; readonly day: Day; readonly what: Sealed } & Said)
  | ({ readonly type: 'CloseReferral'; readonly ending: ReferralEnding; readonly note: Sealed | null } & Said)
  | { readonly type: 'PassReferralOn' }
  | ({ readonly type: 'KeepReferral'; readonly about: readonly OrganId[] } & ReferralKeeping)
  | { readonly type: 'EraseReferral' }
  | { readonly type: 'RemindPetitioner'; readonly clock: string }
  | { readonly type: 'MarkClock'; readonly clock: string }
  | { readonly type: 'RecountReferral' }

export type ReferralCommandType = ReferralCommandBody['type']
export type ReferralCommand = ReferralCommandBody & { readonly on: Day; readonly actor: ReferralActor }
export type Of<T extends ReferralCommandType> = Extract<ReferralCommandBody, { type: T }> & {
  readonly on: Day
  readonly actor: ReferralActor
}

/** Who wrote a step down, and from where it is known. */
export interface Recorded {
  readonly source: ReferralSource
  readonly asked: AskedWay | null
}

export type ReferralFactBody = { readonly on: Day } & (
  | ({
      readonly type: 'ReferralExplained'
      readonly pack: string
      readonly account: string
      readonly way: ReferralWay
      readonly to: ReferredTo
      readonly explanation: Sealed
      readonly knownOn: Day | null
      readonly first: FirstCase | null
    } & ReferralBeginning)
  | ({
      readonly type: 'ApplicationRecorded'
      readonly appliedOn: Day
      readonly proof: ApplicationProof
      readonly shared: boolean
      readonly materials: readonly Material[]
    } & Recorded)
  | ({ readonly type: 'ReferralShared'; readonly shared: boolean } & Recorded)
  | ({ readonly type: 'CorrectionAsked'; readonly askedOn: Day; readonly what: Sealed } & Recorded)
  | ({ readonly type: 'CorrectionRecorded'; readonly correctedOn: Day } & Recorded)
  | ({ readonly type: 'ReferralAccepted'; readonly acceptedOn: Day; readonly track: ReferralTrack } & Recorded)
  /** Nobody answered within the days of the examination, and the law takes it as accepted from its last day. */
  | { readonly type: 'AcceptancePresumed'; readonly acceptedOn: Day; readonly clock: string }
  | ({ readonly type: 'ReferralRefused'; readonly receivedOn: Day; readonly reason: Sealed } & Recorded)
  | ({
      readonly type: 'ReferralMediated'
      readonly step: MediationStep
      readonly day: Day
      readonly note: Sealed | null
    } & Recorded)
  | ({ readonly type: 'ReferralProlonged'; readonly until: Day } & Recorded)
  | ({
      readonly type: 'OutcomeRecorded'
      readonly receivedOn: Day
      readonly outcome: ReferralOutcome
      readonly text: Sealed
      readonly materials: readonly Material[]
    } & Recorded)
  | ({ readonly type: 'DayNoted'; readonly day: Day; readonly what: Sealed } & Recorded)
  | ({ readonly type: 'ReferralClosed'; readonly ending: ReferralEnding; readonly note: Sealed | null } & Recorded)
  | { readonly type: 'ReferralPassedOn'; readonly from: OrganId; readonly to: OrganId }
  | ({ readonly type: 'ReferralKept'; readonly about: readonly OrganId[] } & ReferralKeeping)
  | { readonly type: 'ReferralErased' }
  | { readonly type: 'PetitionerReminded'; readonly clock: string }
  | { readonly type: 'ReferralFellOverdue'; readonly clock: string }
  | { readonly type: 'ReferralLimitPassed'; readonly clock: string }
  | { readonly type: 'ReferralClocksRecounted'; readonly moved: readonly MovedDay[] }
)

export type ReferralFactType = ReferralFactBody['type']
export type ReferralFact = ReferralFactBody & { readonly clocks?: readonly ClockChange[] }
export type ReferralFactOf<T extends ReferralFactType> = Extract<ReferralFact, { type: T }>

export interface Referral extends ReferralBeginning {
  readonly version: number
  readonly pack: string
  readonly account: string
  readonly way: ReferralWay
  readonly to: ReferredTo
  readonly explanation: Sealed
  readonly knownOn: Day | null
  readonly first: FirstCase | null
  readonly stage: ReferralStage
  readonly explainedOn: Day
  readonly movedOn: Day
  readonly application:
    | (Recorded & { readonly on: Day; readonly proof: ApplicationProof; readonly materials: readonly Material[] })
    | null
  /** Whether the organ referred to may see it here. */
  readonly shared: boolean
  readonly corrections: readonly { readonly askedOn: Day; readonly what: Sealed; readonly correctedOn: Day | null }[]
  readonly acceptance: {
    readonly on: Day
    readonly track: ReferralTrack
    readonly bySilence: boolean
    readonly source: ReferralSource | null
  } | null
  readonly refusal: (Recorded & { readonly on: Day; readonly reason: Sealed }) | null
  readonly mediation: readonly (Recorded & {
    readonly day: Day
    readonly step: MediationStep
    readonly note: Sealed | null
  })[]
  readonly outcome:
    | (Recorded & {
        readonly on: Day
        readonly outcome: ReferralOutcome
        readonly text: Sealed
        readonly materials: readonly Material[]
      })
    | null
  readonly days: readonly { readonly day: Day; readonly what: Sealed; readonly clock: string }[]
  /** Clocks of which the petitioner was reminded. */
  readonly reminded: readonly string[]
  readonly ending: { readonly on: Day; readonly ending: ReferralEnding; readonly note: Sealed | null } | null
  readonly erasedOn: Day | null
  readonly clocks: readonly RunningClock[]
}
export type ReferralState = Referral | null

export interface ReferralWorld {
  readonly pack: string
  readonly calendars: Calendars
  readonly organs: AllOrgans
}

export type ReferralRefusal =
  | { readonly kind: 'no-such-referral' }
  | { readonly kind: 'referral-explained-already' }
  | { readonly kind: 'referral-not-yours'; readonly basis: Basis }
  | { readonly kind: 'petitioner-must-ask'; readonly basis: Basis }
  | {
      readonly kind: 'wrong-referral-stage'
      readonly stage: ReferralStage
      readonly command: ReferralCommandType
      readonly needs: readonly ReferralStage[]
    }
  | { readonly kind: 'referred-to-nobody' }
  | { readonly kind: 'referred-to-kept-out'; readonly organ: OrganId; readonly basis: Basis }
  | { readonly kind: 'unknown-organ'; readonly organ: OrganId }
  | { readonly kind: 'no-such-petitioner' }
  | { readonly kind: 'day-not-come'; readonly day: Day; readonly today: Day }
  | { readonly kind: 'day-too-early'; readonly day: Day; readonly not: Day }
  | { readonly kind: 'day-not-ahead'; readonly day: Day; readonly today: Day }
  | { readonly kind: 'first-by-law-only'; readonly way: ReferralWay }
  | { readonly kind: 'no-simplified-track'; readonly way: ReferralWay }
  | { readonly kind: 'not-mediated-there'; readonly way: ReferralWay }
  | { readonly kind: 'mediation-begun-already' }
  | { readonly kind: 'no-mediation-begun' }
  | { readonly kind: 'no-correction-asked' }
  | { readonly kind: 'nothing-to-prolong' }
  | { readonly kind: 'prolonged-too-far'; readonly atMost: Day; readonly basis: Basis }
  | { readonly kind: 'only-petitioner-ends'; readonly basis: Basis }
  | { readonly kind: 'not-decided-yet' }
  | { readonly kind: 'nothing-to-share' }
  | { readonly kind: 'answered-already' }
  | { readonly kind: 'history-full'; readonly atMost: number }
  | { readonly kind: 'material-not-there' }
  | { readonly kind: 'referral-erased'; readonly on: Day }
  | { readonly kind: 'clock-still-running'; readonly clock: string }
export type ReferralRefusalKind = ReferralRefusal['kind']
