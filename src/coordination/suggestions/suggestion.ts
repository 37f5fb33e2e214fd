/**
 * The words of a suggestion (建议意见) as it is followed beside its petition: who studies it, what was adopted and who carries that out, what
 * reward it earned and what changed because of it (信访工作条例 art. 29). The petition is registered and answered as always and knows nothing
 * of this; whoever may not see the petition may not see this either (docs/adr/0043).
 */
import type { Day } from '../../kernel/day.ts'
import type { AllOrgans } from '../../kernel/keeping-out.ts'
import type { OrganId } from '../../kernel/organ.ts'
import type { Sealed } from '../../kernel/sealed.ts'
import type { Basis } from '../../law/basis.ts'
import type { Rewards } from '../../law/rewards.ts'
import type { Adoption } from '../../petition/handling/words.ts'

/** 研究中 · 已回复 · 另行了结 */
export const suggestionStages = ['received', 'answered', 'elsewhere'] as const
export type SuggestionStage = (typeof suggestionStages)[number]

/** How it ended without a reply to a suggestion: 撤回 · 和解 · 不予受理 · 依法定途径 · 办结 · 改为其他类别. */
export const endings = ['withdrawn', 'settled', 'declined', 'directed', 'closed', 'reclassified'] as const
export type Ending = (typeof endings)[number]

/** A row of the pack's table of rewards: which there are, a place says (docs/adr/0043). */
export type RewardKind = string

export const rewardStages = ['proposed', 'approved', 'refused', 'given'] as const
export type RewardStage = (typeof rewardStages)[number]

/** 起草 · 已公开 · 已撤下 */
export const changeStages = ['drafted', 'published', 'takenBack'] as const
export type ChangeStage = (typeof changeStages)[number]

/** What an organ is asked for by a day. Whatever it does and reports is a task (落实事项), given by the house. */
export interface Asked {
  readonly ref: string
  readonly on: Day
  readonly account: string
  readonly giver: OrganId
  readonly organ: OrganId
  readonly what: Sealed
  readonly due: Day
}

export interface Reward {
  readonly ref: string
  readonly on: Day
  readonly kind: RewardKind
  /** What is given, in words: an amount stands here and nowhere else. */
  readonly what: Sealed
  /** For what contribution. */
  readonly why: Sealed
  readonly account: string
  readonly organ: OrganId
  readonly stage: RewardStage
  readonly decidedOn: Day | null
  readonly reason: Sealed | null
  readonly givenOn: Day | null
}

/** 采纳成效: what changed because of it, in words that everybody may read. */
export interface Change {
  readonly ref: string
  readonly on: Day
  readonly title: Sealed
  readonly text: Sealed
  readonly account: string
  readonly organ: OrganId
  readonly stage: ChangeStage
  readonly publishedOn: Day | null
  /** Why it was taken back. */
  readonly reason: Sealed | null
}

export type SuggestionActor =
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
export type StaffActor = Extract<SuggestionActor, { kind: 'staff' }>

/** What the house finds out about the petition as it is now. */
export interface LookedAtPetition {
  readonly registrar: OrganId
  readonly holder: OrganId
  readonly keptFrom: readonly OrganId[]
  readonly officials: readonly string[]
  /** Accounts that have withdrawn from it. */
  readonly recused: readonly string[]
}

export type SuggestionCommandBody =
  | {
      readonly type: 'FollowSuggestion'
      readonly petition: string
      readonly call: string | null
      readonly receivedOn: Day
    }
  | { readonly type: 'AssignStudy'; readonly organ: OrganId; readonly what: Sealed; readonly due: Day }
  | { readonly type: 'CarryOut'; readonly organ: OrganId; readonly what: Sealed; readonly due: Day }
  | { readonly type: 'ProposeReward'; readonly kind: RewardKind; readonly what: Sealed; readonly why: Sealed }
  | { readonly type: 'ApproveReward'; readonly reward: string }
  | { readonly type: 'RefuseReward'; readonly reward: string; readonly reason: Sealed }
  | { readonly type: 'GiveReward'; readonly reward: string }
  /** `names`: whether its words say who somebody is; found out by the house before the words are sealed. */
  | { readonly type: 'DraftChange'; readonly title: Sealed; readonly text: Sealed; readonly names: boolean }
  | { readonly type: 'PublishChange'; readonly change: string }
  | { readonly type: 'TakeBackChange'; readonly change: string; readonly reason: Sealed }
  | { readonly type: 'RecordReply'; readonly organ: OrganId; readonly adoption: Adoption }
  | { readonly type: 'LeaveSuggestion'; readonly ending: Ending }
  /** The petition was erased, and what is written here goes with it. */
  | { readonly type: 'EraseSuggestion' }

export type SuggestionCommandType = SuggestionCommandBody['type']
interface Given {
  readonly on: Day
  readonly actor: SuggestionActor
  readonly looked: LookedAtPetition
}
export type SuggestionCommand = SuggestionCommandBody & Given
export type Of<T extends SuggestionCommandType> = Extract<SuggestionCommandBody, { type: T }> & Given

export type SuggestionFact = { readonly on: Day } & (
  | {
      readonly type: 'SuggestionFollowed'
      readonly petition: string
      readonly call: string | null
      readonly receivedOn: Day
    }
  | ({ readonly type: 'StudyAssigned' } & Omit<Asked, 'on'>)
  | ({ readonly type: 'CarryingOutAssigned' } & Omit<Asked, 'on'>)
  | ({ readonly type: 'RewardProposed' } & Pick<Reward, 'ref' | 'kind' | 'what' | 'why' | 'account' | 'organ'>)
  | { readonly type: 'RewardApproved'; readonly ref: string; readonly account: string }
  | { readonly type: 'RewardRefused'; readonly ref: string; readonly account: string; readonly reason: Sealed }
  | { readonly type: 'RewardReceived'; readonly ref: string; readonly account: string }
  | ({ readonly type: 'ChangeDrafted' } & Pick<Change, 'ref' | 'title' | 'text' | 'account' | 'organ'>)
  | { readonly type: 'ChangePublished'; readonly ref: string; readonly account: string }
  | { readonly type: 'ChangeTakenBack'; readonly ref: string; readonly account: string; readonly reason: Sealed }
  | { readonly type: 'SuggestionAnswered'; readonly organ: OrganId; readonly adoption: Adoption }
  | { readonly type: 'SuggestionLeft'; readonly ending: Ending }
  | { readonly type: 'SuggestionErased' }
)
export type SuggestionFactType = SuggestionFact['type']
export type SuggestionFactOf<T extends SuggestionFactType> = Extract<SuggestionFact, { type: T }>

export interface Suggestion {
  readonly version: number
  readonly petition: string
  readonly call: string | null
  readonly receivedOn: Day
  readonly stage: SuggestionStage
  readonly adoption: Adoption | null
  readonly answeredOn: Day | null
  readonly answeredBy: OrganId | null
  readonly ending: Ending | null
  readonly studies: readonly Asked[]
  readonly carryingOut: readonly Asked[]
  readonly rewards: readonly Reward[]
  readonly changes: readonly Change[]
  readonly movedOn: Day
  readonly erasedOn: Day | null
}
export type SuggestionState = Suggestion | null

export interface SuggestionWorld {
  readonly organs: AllOrgans
  /** Kinds of reward where the petition is. */
  readonly rewards: Rewards
}

export type SuggestionRefusal =
  | { readonly kind: 'no-such-suggestion' }
  | { readonly kind: 'suggestion-followed-already' }
  | { readonly kind: 'suggestion-is-anothers'; readonly basis: Basis }
  | { readonly kind: 'suggestion-needs-head'; readonly basis: Basis }
  | { readonly kind: 'own-proposal'; readonly basis: Basis }
  | {
      readonly kind: 'wrong-suggestion-stage'
      readonly stage: SuggestionStage
      readonly command: SuggestionCommandType
      readonly needs: readonly SuggestionStage[]
    }
  | { readonly kind: 'nothing-adopted'; readonly basis: Basis }
  | { readonly kind: 'no-such-reward'; readonly reward: string }
  | { readonly kind: 'no-such-reward-kind'; readonly basis: Basis }
  | { readonly kind: 'wrong-reward-stage'; readonly stage: RewardStage }
  | { readonly kind: 'no-such-change'; readonly change: string }
  | { readonly kind: 'wrong-change-stage'; readonly stage: ChangeStage }
  | { readonly kind: 'change-names-somebody'; readonly basis: Basis }
  | { readonly kind: 'studier-is-kept-out'; readonly organ: OrganId; readonly basis: Basis }
  | { readonly kind: 'unknown-organ'; readonly organ: OrganId }
  | { readonly kind: 'day-not-ahead'; readonly day: Day; readonly today: Day }
  | { readonly kind: 'suggestion-erased'; readonly on: Day }
export type SuggestionRefusalKind = SuggestionRefusal['kind']
