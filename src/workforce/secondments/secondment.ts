/**
 * The words of a secondment (选派挂职): an organ sends one of its cadres to a bureau for a term, with a mentor and two evaluations, and
 * receives them back (信访工作条例 art. 16 (3); docs/adr/0066). A stream of its own. The person is an account and no name; the post at the
 * bureau is a post of that account, kept by src/identity, which opens and ends with the term and says where they come from.
 */
import type { Calendars } from '../../kernel/calendars.ts'
import type { MovedDay } from '../../kernel/clock-keeping.ts'
import type { Day } from '../../kernel/day.ts'
import type { AllOrgans } from '../../kernel/keeping-out.ts'
import type { OrganId } from '../../kernel/organ.ts'
import type { ClockChange, RunningClock } from '../../kernel/running-clock.ts'
import type { Sealed } from '../../kernel/sealed.ts'
import type { Basis } from '../../law/basis.ts'
import type { SecondmentTimes } from '../../law/secondments.ts'

/** 待接收 · 挂职中 · 已返回 · 未成行 */
export const secondmentStages = ['proposed', 'serving', 'returned', 'declined'] as const
export type SecondmentStage = (typeof secondmentStages)[number]

/** The posts for which somebody comes to learn. Whoever leads, administers or audits is not on loan. */
export const secondedPosts = ['clerk', 'commissioner'] as const
export type SecondedPost = (typeof secondedPosts)[number]

/** 期中 · 期满 */
export const evaluationKinds = ['midway', 'end'] as const
export type EvaluationKind = (typeof evaluationKinds)[number]

/** 优秀 · 称职 · 基本称职 · 不称职 */
export const evaluationGrades = ['excellent', 'competent', 'barelyCompetent', 'notCompetent'] as const
export type EvaluationGrade = (typeof evaluationGrades)[number]

export interface SecondmentTerm {
  readonly from: Day
  readonly until: Day
}

export interface SecondmentProposal {
  readonly account: string
  readonly host: OrganId
  readonly post: SecondedPost
  readonly term: SecondmentTerm
  /** What they are to learn and to do there. */
  readonly purpose: Sealed
}

export interface Evaluation {
  readonly kind: EvaluationKind
  readonly on: Day
  readonly account: string
  readonly grade: EvaluationGrade
  readonly words: Sealed
}

export type SecondmentActor =
  | { readonly kind: 'staff'; readonly account: string; readonly organ: OrganId; readonly posts: readonly string[] }
  | { readonly kind: 'house'; readonly task: string }
export type StaffActor = Extract<SecondmentActor, { kind: 'staff' }>

export type SecondmentCommandBody =
  /** `knows`: whether the person has a post where they are sent from, has that post at the bureau already, or is seconded. */
  | {
      readonly type: 'ProposeSecondment'
      readonly proposal: SecondmentProposal
      readonly knows: { readonly works: boolean; readonly holds: boolean; readonly seconded: boolean }
    }
  /** 接收: the bureau agrees and names who looks after them. */
  | {
      readonly type: 'AgreeToSecondment'
      readonly mentor: string
      readonly knows: { readonly mentor: boolean; readonly holds: boolean; readonly seconded: boolean }
    }
  | { readonly type: 'DeclineSecondment'; readonly reason: Sealed }
  | { readonly type: 'WithdrawSecondment'; readonly reason: Sealed }
  | {
      readonly type: 'NameMentor'
      readonly mentor: string
      readonly reason: Sealed
      readonly knows: { readonly mentor: boolean }
    }
  | {
      readonly type: 'EvaluateSecondment'
      readonly kind: EvaluationKind
      readonly grade: EvaluationGrade
      readonly words: Sealed
    }
  /** 提前结束: the last day is an earlier one. */
  | { readonly type: 'EndSecondment'; readonly last: Day; readonly reason: Sealed }
  /** 返回原单位: with what the organ made of it. */
  | { readonly type: 'RecordReturn'; readonly report: Sealed }
  /** An organ was reformed away: whoever carries it on has its part. */
  | { readonly type: 'PassSecondmentOn' }
  | { readonly type: 'MarkClock'; readonly clock: string }
  | { readonly type: 'RecountSecondment' }

export type SecondmentCommandType = SecondmentCommandBody['type']
export type SecondmentCommand = SecondmentCommandBody & { readonly on: Day; readonly actor: SecondmentActor }
export type Of<T extends SecondmentCommandType> = Extract<SecondmentCommandBody, { type: T }> & {
  readonly on: Day
  readonly actor: SecondmentActor
}

interface Said {
  readonly account: string
  readonly reason: Sealed
}

export type SecondmentFactBody = { readonly on: Day } & (
  | ({
      readonly type: 'SecondmentProposed'
      readonly pack: string
      readonly home: OrganId
      readonly by: string
    } & SecondmentProposal)
  | { readonly type: 'SecondmentAgreed'; readonly by: string; readonly mentor: string }
  | ({ readonly type: 'SecondmentDeclined' } & Said)
  /** Taken back by the organ that proposed it, or called off by either before it began. */
  | ({ readonly type: 'SecondmentWithdrawn'; readonly organ: OrganId } & Said)
  | ({ readonly type: 'MentorNamed'; readonly mentor: string } & Said)
  | ({ readonly type: 'SecondmentEvaluated' } & Omit<Evaluation, 'on'>)
  | ({ readonly type: 'SecondmentEnded'; readonly organ: OrganId; readonly last: Day } & Said)
  | { readonly type: 'ReturnRecorded'; readonly account: string; readonly report: Sealed }
  | { readonly type: 'SecondmentPassedOn'; readonly from: OrganId; readonly to: OrganId }
  | { readonly type: 'SecondmentFellOverdue'; readonly clock: string }
  | { readonly type: 'SecondmentClocksRecounted'; readonly moved: readonly MovedDay[] }
)
export type SecondmentFactType = SecondmentFactBody['type']
export type SecondmentFact = SecondmentFactBody & { readonly clocks?: readonly ClockChange[] }
export type SecondmentFactOf<T extends SecondmentFactType> = Extract<SecondmentFact, { type: T }>

export interface Secondment extends SecondmentProposal {
  readonly version: number
  readonly pack: string
  readonly stage: SecondmentStage
  /** 派出单位 */
  readonly home: OrganId
  readonly proposedOn: Day
  readonly agreedOn: Day | null
  readonly mentor: string | null
  readonly evaluations: readonly Evaluation[]
  /** Where it ended before its day: by whom, and until when it was to run. */
  readonly ended: {
    readonly on: Day
    readonly organ: OrganId
    readonly reason: Sealed
    readonly wasUntil: Day
  } | null
  readonly returned: { readonly on: Day; readonly account: string; readonly report: Sealed } | null
  /** Why it did not come about, and who said so. */
  readonly declined: { readonly on: Day; readonly organ: OrganId; readonly reason: Sealed } | null
  readonly clocks: readonly RunningClock[]
}
export type SecondmentState = Secondment | null

export interface SecondmentWorld {
  readonly pack: string
  readonly times: SecondmentTimes
  readonly calendars: Calendars
  readonly organs: AllOrgans
}

export type SecondmentRefusal =
  | { readonly kind: 'no-such-secondment' }
  | { readonly kind: 'secondment-proposed-already' }
  | { readonly kind: 'secondment-is-anothers'; readonly basis: Basis }
  /** Nobody decides about their own, or evaluates themselves. */
  | { readonly kind: 'own-secondment' }
  | {
      readonly kind: 'wrong-secondment-stage'
      readonly stage: SecondmentStage
      readonly command: SecondmentCommandType
      readonly needs: readonly SecondmentStage[]
    }
  | { readonly kind: 'unknown-organ'; readonly organ: OrganId }
  | { readonly kind: 'host-is-no-bureau'; readonly organ: OrganId; readonly basis: Basis }
  | { readonly kind: 'official-not-there'; readonly organ: OrganId }
  | { readonly kind: 'seconded-already' }
  | { readonly kind: 'post-held' }
  | { readonly kind: 'day-not-ahead'; readonly day: Day; readonly today: Day }
  | { readonly kind: 'ends-before-it-begins' }
  | { readonly kind: 'secondment-too-long'; readonly atMost: Day; readonly basis: Basis }
  | { readonly kind: 'mentor-unchanged' }
  | { readonly kind: 'evaluated-already' }
  | { readonly kind: 'evaluated-too-early'; readonly first: Day; readonly basis: Basis }
  | { readonly kind: 'not-before-its-end'; readonly until: Day }
  | { readonly kind: 'secondment-still-running'; readonly until: Day }
  | { readonly kind: 'not-evaluated-yet'; readonly basis: Basis }
  | { readonly kind: 'clock-still-running'; readonly clock: string }
export type SecondmentRefusalKind = SecondmentRefusal['kind']
