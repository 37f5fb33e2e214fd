/**
 * The words of an exemplary case (典型引路): what was done in one matter that others can learn from, written up so that it says of nobody who
 * they are, read by another head, and published to those whom it is for. A stream of its own: the matter that it came from knows nothing of it,
 * and only whoever had a part in writing it can tell which matter that was (docs/adr/0064).
 */
import type { Day } from '../../kernel/day.ts'
import type { AllOrgans } from '../../kernel/keeping-out.ts'
import type { OrganId } from '../../kernel/organ.ts'
import type { Sealed } from '../../kernel/sealed.ts'
import type { Basis } from '../../law/basis.ts'

/** 待审 · 已退回 · 已发布 · 已撤下 */
export const exemplaryStages = ['proposed', 'returned', 'published', 'withdrawn'] as const
export type ExemplaryStage = (typeof exemplaryStages)[number]

/** Who reads it: 本单位 · 本地区机关、单位 · 社会公开. */
export const exemplaryAudiences = ['organ', 'place', 'public'] as const
export type ExemplaryAudience = (typeof exemplaryAudiences)[number]

export const exemplarySources = ['petition', 'dispute'] as const
export type ExemplarySourceKind = (typeof exemplarySources)[number]

/** What it came from; no list and no page of those who read it shows it. */
export interface ExemplarySource {
  readonly kind: ExemplarySourceKind
  readonly stream: string
}

/** Parts that are written; of another language the title and a summary, where somebody gave them. */
export const writtenParts = ['title', 'situation', 'done', 'why', 'basis', 'titleEn', 'summaryEn'] as const
export type WrittenPart = (typeof writtenParts)[number]

export interface Writeup {
  readonly title: Sealed
  readonly situation: Sealed
  readonly done: Sealed
  readonly why: Sealed
  readonly basis: Sealed
  readonly titleEn: Sealed | null
  readonly summaryEn: Sealed | null
}

export const piecesOf = (writeup: Writeup): readonly Sealed[] => writtenParts.flatMap((part) => writeup[part] ?? [])

/** What a text still gives away. */
export const tellingKinds = ['name', 'number', 'day', 'petitionNumber', 'place', 'copied'] as const
export type TellingKind = (typeof tellingKinds)[number]

/** As it stands in the text: told to its writer and to nobody else, and kept nowhere. */
export interface Telling {
  readonly part: WrittenPart
  readonly kind: TellingKind
  readonly said: string
}

/** What the house found out about the matter that it comes from; null where the viewer sees none. */
export interface LookedAtSource {
  readonly category: string
  /** Organs that may write it up: whoever had it, and bureaus with a part in it. */
  readonly organs: readonly OrganId[]
  /** Solved: closed after an answer, settled, or settled in the ledger. */
  readonly isSolved: boolean
  readonly isAccusation: boolean
  /** Somebody asked that nobody learn who they are: what is refused must not tell. */
  readonly isConfidential: boolean
  readonly keptFrom: readonly OrganId[]
  readonly officials: readonly string[]
}

export type ExemplaryActor =
  | {
      readonly kind: 'staff'
      readonly account: string
      readonly organ: OrganId
      readonly posts: readonly string[]
      /** Those to whom they answer in their organ, where the matter names somebody. */
      readonly answersTo?: readonly string[]
      /** 挂职: the organs from which they are seconded to where they act (docs/adr/0066). */
      readonly secondedFrom?: readonly OrganId[]
    }
  | { readonly kind: 'house'; readonly task: string }
export type StaffActor = Extract<ExemplaryActor, { kind: 'staff' }>

export type ExemplaryCommandBody =
  | {
      readonly type: 'ProposeExemplary'
      readonly source: ExemplarySource
      readonly audience: ExemplaryAudience
      readonly writeup: Writeup
      readonly looked: LookedAtSource | null
      readonly tellings: readonly Telling[]
    }
  /** Written again, by whoever proposed it or a colleague. */
  | {
      readonly type: 'MendExemplary'
      readonly audience: ExemplaryAudience
      readonly writeup: Writeup
      readonly tellings: readonly Telling[]
    }
  | { readonly type: 'ReturnExemplary'; readonly reason: Sealed }
  /** The matter is looked at once more: it may accuse somebody since, or be open again. */
  | {
      readonly type: 'PublishExemplary'
      readonly looked: LookedAtSource | null
      readonly tellings: readonly Telling[]
    }
  | { readonly type: 'WithdrawExemplary'; readonly reason: Sealed }
  /** By the house, when the matter names somebody else, or accuses. */
  | { readonly type: 'KeepExemplary'; readonly looked: LookedAtSource }

export type ExemplaryCommandType = ExemplaryCommandBody['type']
export type ExemplaryCommand = ExemplaryCommandBody & { readonly on: Day; readonly actor: ExemplaryActor }
export type Of<T extends ExemplaryCommandType> = Extract<ExemplaryCommandBody, { type: T }> & {
  readonly on: Day
  readonly actor: ExemplaryActor
}

export type ExemplaryFact = { readonly on: Day } & (
  | {
      readonly type: 'ExemplaryProposed'
      readonly organ: OrganId
      readonly account: string
      readonly source: ExemplarySource
      readonly category: string
      readonly place: string
      readonly audience: ExemplaryAudience
      readonly approver: OrganId
      readonly writeup: Writeup
      readonly keptFrom: readonly OrganId[]
      readonly officials: readonly string[]
    }
  | {
      readonly type: 'ExemplaryMended'
      readonly account: string
      readonly audience: ExemplaryAudience
      readonly approver: OrganId
      readonly place: string
      readonly writeup: Writeup
    }
  | { readonly type: 'ExemplaryReturned'; readonly account: string; readonly reason: Sealed }
  | {
      readonly type: 'ExemplaryPublished'
      readonly account: string
      readonly keptFrom: readonly OrganId[]
      readonly officials: readonly string[]
    }
  | { readonly type: 'ExemplaryWithdrawn'; readonly account: string; readonly reason: Sealed }
  /** Whom it is kept from since; where the matter accuses, nobody reads it any more. */
  | {
      readonly type: 'ExemplaryKept'
      readonly keptFrom: readonly OrganId[]
      readonly officials: readonly string[]
      readonly accuses: boolean
    }
)
export type ExemplaryFactType = ExemplaryFact['type']
export type ExemplaryFactOf<T extends ExemplaryFactType> = Extract<ExemplaryFact, { type: T }>

export interface Exemplary {
  readonly version: number
  readonly stage: ExemplaryStage
  readonly organ: OrganId
  /** Everybody who wrote on it: none of them publishes it. */
  readonly writers: readonly string[]
  readonly source: ExemplarySource
  readonly category: string
  /** The place of those who read it, where it is for a place. */
  readonly place: string
  readonly audience: ExemplaryAudience
  /** Whose head publishes it. */
  readonly approver: OrganId
  readonly writeup: Writeup
  readonly keptFrom: readonly OrganId[]
  readonly officials: readonly string[]
  readonly proposedOn: Day
  readonly returned: { readonly on: Day; readonly reason: Sealed } | null
  readonly published: { readonly on: Day; readonly account: string } | null
  /** By the house, without a reason in prose, where the matter accuses. */
  readonly withdrawn: { readonly on: Day; readonly account: string | null; readonly reason: Sealed | null } | null
  readonly movedOn: Day
}
export type ExemplaryState = Exemplary | null

export interface ExemplaryWorld {
  readonly organs: AllOrgans
  /** The bureau that answers for the place of an organ; undefined where there is none. */
  bureauOf(place: string): { readonly id: OrganId; readonly region: string } | undefined
}

export type ExemplaryRefusal =
  | { readonly kind: 'no-such-exemplary' }
  | { readonly kind: 'exemplary-proposed-already' }
  | { readonly kind: 'no-such-source' }
  | { readonly kind: 'source-not-yours'; readonly basis: Basis }
  | { readonly kind: 'source-not-solved'; readonly basis: Basis }
  | { readonly kind: 'source-accuses'; readonly basis: Basis }
  | { readonly kind: 'source-confidential'; readonly basis: Basis }
  | { readonly kind: 'exemplary-identifies'; readonly tellings: readonly Telling[]; readonly basis: Basis }
  | { readonly kind: 'exemplary-is-anothers'; readonly basis: Basis }
  | { readonly kind: 'exemplary-needs-another-head'; readonly approver: OrganId; readonly basis: Basis }
  | { readonly kind: 'no-bureau-there'; readonly basis: Basis }
  | {
      readonly kind: 'wrong-exemplary-stage'
      readonly stage: ExemplaryStage
      readonly command: ExemplaryCommandType
      readonly needs: readonly ExemplaryStage[]
    }
export type ExemplaryRefusalKind = ExemplaryRefusal['kind']
