/**
 * The words of an intake (一窗受理): somebody comes to a mediation centre with whatever it is, is taken in once, and is led from there: it is
 * registered as a petition, recorded as a dispute, mediated, followed on another way of the law, or explained and done; nobody leaves without
 * something in writing. A stream of its own, named by the number
 * on the slip (docs/adr/0050). Nothing in it brings the visits of one person together.
 */
import type { Day } from '../../kernel/day.ts'
import type { AllOrgans } from '../../kernel/keeping-out.ts'
import type { OrganId } from '../../kernel/organ.ts'
import type { Sealed } from '../../kernel/sealed.ts'
import type { Basis } from '../../law/basis.ts'
import type { ReferralWay } from '../../law/referrals.ts'

/** 已接待，待引导 · 已引导 */
export const intakeStages = ['waiting', 'led'] as const
export type IntakeStage = (typeof intakeStages)[number]

/** 来访 · 来电 · 网格员、村（社区）代为反映 */
export const intakeWays = ['window', 'phone', 'brought'] as const
export type IntakeWay = (typeof intakeWays)[number]

/** 登记为信访事项 · 记入矛盾纠纷台账 · 开展调解 · 引导法定途径并跟踪 · 说明办结 */
export const leadKinds = ['petition', 'dispute', 'mediation', 'referral', 'explained'] as const
export type LeadKind = (typeof leadKinds)[number]
/** Kinds of which the house itself begins what they lead to, in the same breath. */
export const begunKinds = ['dispute', 'mediation', 'referral'] as const satisfies readonly LeadKind[]
export type BegunKind = (typeof begunKinds)[number]

/** What was done, by whom, and by when: the same for every way in which somebody is led. */
export interface Lead {
  readonly kind: LeadKind
  /** Who goes on with it from here; null where it is for the person themselves. */
  readonly by: OrganId | null
  /** Until when they do, or the person should; null where no day is set here. */
  readonly until: Day | null
  readonly words: Sealed
  /** Another way of the law that was explained, and where to go. */
  readonly way: ReferralWay | null
  readonly where: Sealed | null
  readonly petition: string | null
  /** Streams of what was begun with it. */
  readonly dispute: string | null
  readonly mediation: string | null
  readonly referral: string | null
}

/** From whom the petition, dispute or mediation is kept that it became; it only ever grows. */
export interface IntakeKeeping {
  readonly keptFrom: readonly OrganId[]
  readonly officials: readonly string[]
  readonly recused: readonly string[]
}

export interface Taken {
  readonly centre: OrganId
  readonly reference: string
  readonly way: IntakeWay
  readonly name: Sealed
  readonly phone: Sealed | null
  readonly about: Sealed
  readonly place: string
  readonly category: string
  /** How many people it concerns. */
  readonly concerned: number
}

export type IntakeActor =
  | {
      readonly kind: 'staff'
      readonly account: string
      readonly organ: OrganId
      readonly posts: readonly string[]
      readonly answersTo?: readonly string[]
      /** 挂职: the organs from which they are seconded to where they act (docs/adr/0066). */
      readonly secondedFrom?: readonly OrganId[]
    }
  | { readonly kind: 'house'; readonly task: string }
export type StaffActor = Extract<IntakeActor, { kind: 'staff' }>

export type IntakeCommandBody =
  | { readonly type: 'TakeIn'; readonly taken: Taken }
  /** `keeping`: from whom that is kept which it became; null where it became nothing. */
  | { readonly type: 'LeadOn'; readonly lead: Lead; readonly keeping: IntakeKeeping | null }
  | ({ readonly type: 'KeepIntake' } & IntakeKeeping)
  | { readonly type: 'EraseIntake' }
export type IntakeCommandType = IntakeCommandBody['type']
export type IntakeCommand = IntakeCommandBody & { readonly on: Day; readonly actor: IntakeActor }
export type Of<T extends IntakeCommandType> = Extract<IntakeCommandBody, { type: T }> & {
  readonly on: Day
  readonly actor: IntakeActor
}

export type IntakeFact = { readonly on: Day } & (
  | ({ readonly type: 'IntakeRecorded'; readonly account: string } & Taken)
  | { readonly type: 'IntakeLed'; readonly account: string; readonly centre: OrganId; readonly lead: Lead }
  | ({ readonly type: 'IntakeKept' } & IntakeKeeping)
  | { readonly type: 'IntakeErased' }
)
export type IntakeFactType = IntakeFact['type']
export type IntakeFactOf<T extends IntakeFactType> = Extract<IntakeFact, { type: T }>

export interface Intake extends Taken, IntakeKeeping {
  readonly version: number
  readonly stage: IntakeStage
  readonly takenOn: Day
  readonly movedOn: Day
  readonly account: string
  readonly leads: readonly (Lead & { readonly on: Day; readonly account: string; readonly version: number })[]
  readonly erasedOn: Day | null
}
export type IntakeState = Intake | null

export interface IntakeWorld {
  readonly organs: AllOrgans
}

export type IntakeRefusal =
  | { readonly kind: 'no-such-intake' }
  | { readonly kind: 'taken-in-already' }
  | { readonly kind: 'only-centres-take-in'; readonly basis: Basis }
  | { readonly kind: 'intake-not-yours'; readonly basis: Basis }
  | { readonly kind: 'intake-became-petition'; readonly petition: string }
  | { readonly kind: 'intake-led-there'; readonly there: BegunKind }
  | { readonly kind: 'petition-not-found'; readonly petition: string }
  | { readonly kind: 'lead-part-missing'; readonly lead: BegunKind }
  /** In the words of whichever room refused it. */
  | {
      readonly kind: 'lead-refused'
      readonly lead: BegunKind
      readonly says: { readonly zh: string; readonly en: string }
    }
  | { readonly kind: 'names-no-petition' }
  | { readonly kind: 'names-a-petition' }
  | { readonly kind: 'way-without-place' }
  | { readonly kind: 'unknown-organ'; readonly organ: OrganId }
  | { readonly kind: 'day-not-ahead'; readonly day: Day; readonly today: Day }
  | { readonly kind: 'intake-erased'; readonly on: Day }
export type IntakeRefusalKind = IntakeRefusal['kind']
