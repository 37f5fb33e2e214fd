/**
 * The words of a bulletin (通报): what an office makes known from its figures and chosen cases. A circular goes round (art. 39), the annual
 * report goes up (art. 41), a situation report says to those who decide what rose and fell and why (art. 14 (1) (4)), and a notice about
 * cadres goes to the organisation department alone (art. 30 (2)). One life for the four:
 * drafted and edited by several, submitted, approved by somebody else, issued as a numbered paper, and from then on frozen. What was
 * issued wrong is put right by another bulletin that names it (docs/adr/0035).
 */
import type { Day } from '../../kernel/day.ts'
import type { OrganFacts, OrganId, Organs } from '../../kernel/organ.ts'
import type { Sealed } from '../../kernel/sealed.ts'
import type { Basis } from '../../law/basis.ts'
import type { ReportPeriod } from '../../law/situation.ts'
import type { Trends } from './trend.ts'

export { type ReportPeriod, type ReportSpan, reportSpans } from '../../law/situation.ts'

export const bulletinKinds = ['circular', 'annualReport', 'situationReport', 'personnelNotice'] as const
export type BulletinKind = (typeof bulletinKinds)[number]

/** What a circular is for: 考核结果 (art. 39 (1)), 表扬 (39 (2)), 批评 (39 (3)), and what else is made known within an office. */
export const circularTones = ['results', 'praise', 'criticism'] as const
export type CircularTone = (typeof circularTones)[number]

export const bulletinStages = ['draft', 'submitted', 'issued', 'withdrawn'] as const
export type BulletinStage = (typeof bulletinStages)[number]

/** What can be counted. How each is counted is in words in `src/wording/bulletin-terms.ts`. */
export const figureNames = [
  'byClass',
  'byStage',
  'byChannel',
  'byCategory',
  'timeliness',
  'complained',
  'sent',
  'supervision',
  'proposals',
  'assessment',
  'decisions',
  'categoryTrend',
  'placeTrend',
  'complainedTrend',
  'channelTrend',
  'repeatTrend',
] as const
export type FigureName = (typeof figureNames)[number]

/** Those that compare a period with the one before and with the same a year ago. */
export const trendNames = ['categoryTrend', 'placeTrend', 'complainedTrend', 'channelTrend', 'repeatTrend'] as const
export type TrendName = (typeof trendNames)[number]
export const isTrend = (figure: FigureName): figure is TrendName =>
  (trendNames as readonly FigureName[]).includes(figure)

/**
 * Which part of a report a text belongs to: of the annual report (art. 41 (1)–(4)), or of a situation report why something rose or fell, which
 * somebody writes and nothing here guesses, and what came of what was proposed. Null for a text that stands where it stands.
 */
export const reportParts = ['supervision', 'proposals', 'other', 'causes', 'outcome'] as const
export type ReportPart = (typeof reportParts)[number]

export type DraftBlock<Text = Sealed> =
  | {
      readonly is: 'text'
      readonly part: ReportPart | null
      readonly heading: Text | null
      readonly text: Text
    }
  /** Live while it is a draft, frozen with its numbers when it is issued. */
  | { readonly is: 'figures'; readonly figures: readonly FigureName[]; readonly from: Day; readonly until: Day }
  | { readonly is: 'cases'; readonly petitions: readonly string[] }

/** What one figure came to: a code of its own table and how many, or that the house has no source for it. */
export interface Counted {
  readonly figure: FigureName
  /** Null where nothing in this house counts it. */
  readonly rows:
    | readonly {
        readonly code: string
        readonly count: number
        /** Out of how many, where it is a share. */
        readonly of?: number
      }[]
    | null
  /** What was compared, where that is what the figure does; it has no rows then. */
  readonly trends?: Trends
}

/** A chosen petition as it may stand in a paper: no word of what was written, and nobody's name. */
export interface ChosenCase {
  readonly petition: string
  readonly category: string
  readonly stage: string
}

/** A block as it was issued. */
export type FrozenBlock =
  | Extract<DraftBlock, { is: 'text' }>
  | (Extract<DraftBlock, { is: 'figures' }> & { readonly countedOn: Day; readonly counted: readonly Counted[] })
  | { readonly is: 'cases'; readonly cases: readonly ChosenCase[] }

/** Whom a notice about cadres concerns: an account of this house where the person has one, and the name in any case. */
export interface Concerned {
  readonly account: string | null
  readonly organ: OrganId | null
  readonly name: Sealed
}

/** What everybody who drafts gives, and may change as long as it is a draft. */
export interface DraftedContent {
  readonly title: Sealed
  readonly blocks: readonly DraftBlock[]
  /** Of a circular, as chosen. Whom the others go to follows from the law and is not chosen. */
  readonly recipients: readonly OrganId[]
}

export interface PersonnelMatter {
  /** The organisation (人事) department that manages these cadres. */
  readonly department: OrganId
  /** 重大情况: to those who answer for it in the party committee as well. */
  readonly isMajor: boolean
  readonly concerned: readonly Concerned[]
  /** Organs that those concerned lead or that they belong to as they were when it was drafted, and their accounts. */
  readonly keptFrom: readonly OrganId[]
  readonly officials: readonly string[]
}

/** A petition as its chooser could read it. What keeps it out of a circular is said beside it. */
export interface ReadCase extends ChosenCase {
  readonly isAccusation: boolean
  /** The petitioner asked to be kept back, or somebody is kept out of it. */
  readonly isKeptBack: boolean
}

export type BulletinActor =
  | {
      readonly kind: 'staff'
      readonly account: string
      readonly organ: OrganId
      readonly posts: readonly string[]
      /** Those to whom they answer in their organ, where that counts: in a notice that names officials. */
      readonly answersTo?: readonly string[]
      /** 挂职: the organs from which they are seconded to where they act (docs/adr/0066). */
      readonly secondedFrom?: readonly OrganId[]
    }
  | { readonly kind: 'house'; readonly task: string }

/** What is corrected, as far as whoever corrects it may know it. */
export interface Corrected {
  readonly bulletin: string
  readonly organ: OrganId
  readonly kind: BulletinKind
  readonly year: number | null
  readonly period: Pick<ReportPeriod, 'span' | 'from'> | null
  readonly isIssued: boolean
  /** Another bulletin that corrects it already, unless that was withdrawn. */
  readonly by: string | null
}

export type BulletinCommandBody =
  | {
      readonly type: 'DraftBulletin'
      readonly kind: BulletinKind
      readonly tone: CircularTone | null
      readonly year: number | null
      readonly period: ReportPeriod | null
      readonly content: DraftedContent
      readonly personnel: PersonnelMatter | null
      /** The petitions of its blocks, as whoever drafts may read them. */
      readonly read: readonly ReadCase[]
      readonly corrects: Corrected | null
      /** The report of that bureau on that year or period that stands already. */
      readonly standing: string | null
    }
  | { readonly type: 'EditBulletin'; readonly content: DraftedContent; readonly read: readonly ReadCase[] }
  | { readonly type: 'SubmitBulletin' }
  | { readonly type: 'ReturnBulletin'; readonly reasons: Sealed }
  | {
      readonly type: 'IssueBulletin'
      /** Each figures block of the draft in order, counted now. */
      readonly counted: readonly (readonly Counted[])[]
      readonly read: readonly ReadCase[]
      /** The part of the paper that is missing, where one is. */
      readonly missing: { readonly part: string; readonly basis: Basis } | null
    }
  | { readonly type: 'WithdrawBulletin'; readonly reasons: Sealed }
  | { readonly type: 'ReceiveBulletin' }
  /** A leader to whom a situation report went has something done about it. */
  | { readonly type: 'InstructOnBulletin'; readonly to: OrganId; readonly what: Sealed; readonly due: Day }

export type BulletinCommandType = BulletinCommandBody['type']
export type BulletinCommand = BulletinCommandBody & { readonly on: Day; readonly actor: BulletinActor }
export type Of<T extends BulletinCommandType> = Extract<BulletinCommandBody, { type: T }> & {
  readonly on: Day
  readonly actor: BulletinActor
}

/** What an issued bulletin is. Whoever it went to reads this one fact and nothing that came before it. */
export interface Issued {
  readonly kind: BulletinKind
  readonly tone: CircularTone | null
  readonly year: number | null
  /** Not in facts from before there were situation reports. */
  readonly period?: ReportPeriod | null
  readonly organ: OrganId
  readonly title: Sealed
  readonly blocks: readonly FrozenBlock[]
  readonly recipients: readonly OrganId[]
  readonly concerned: readonly Concerned[]
  readonly isMajor: boolean
  readonly corrects: string | null
  /** Who approved it (签发人). */
  readonly account: string
}

export type BulletinFact = { readonly on: Day } & (
  | {
      readonly type: 'BulletinDrafted'
      readonly kind: BulletinKind
      readonly tone: CircularTone | null
      readonly year: number | null
      readonly period?: ReportPeriod | null
      readonly organ: OrganId
      readonly account: string
      readonly content: DraftedContent
      readonly personnel: PersonnelMatter | null
      readonly corrects: string | null
    }
  | { readonly type: 'BulletinEdited'; readonly account: string; readonly content: DraftedContent }
  | { readonly type: 'BulletinSubmitted'; readonly account: string }
  | { readonly type: 'BulletinReturned'; readonly account: string; readonly reasons: Sealed }
  | ({ readonly type: 'BulletinIssued' } & Issued)
  | { readonly type: 'BulletinWithdrawn'; readonly account: string; readonly reasons: Sealed }
  | { readonly type: 'BulletinReceived'; readonly organ: OrganId; readonly account: string }
  | ({ readonly type: 'BulletinInstructed' } & Omit<BulletinInstruction, 'on'>)
)
export type BulletinFactType = BulletinFact['type']
export type BulletinFactOf<T extends BulletinFactType> = Extract<BulletinFact, { type: T }>

/** What a leader had done because of it: it becomes a task, which says what came of it. */
export interface BulletinInstruction {
  readonly on: Day
  readonly ref: string
  readonly organ: OrganId
  readonly account: string
  readonly to: OrganId
  readonly what: Sealed
  readonly due: Day
}

export interface Bulletin {
  readonly version: number
  readonly kind: BulletinKind
  readonly tone: CircularTone | null
  readonly year: number | null
  readonly period: ReportPeriod | null
  readonly organ: OrganId
  readonly stage: BulletinStage
  readonly content: DraftedContent
  readonly personnel: PersonnelMatter | null
  readonly corrects: string | null
  readonly draftedOn: Day
  /** The day of the last change, by which lists are ordered. */
  readonly changedOn: Day
  /** Everybody who wrote at it: none of them approves it. */
  readonly authors: readonly string[]
  readonly submittedBy: string | null
  readonly returns: readonly { readonly on: Day; readonly account: string; readonly reasons: Sealed }[]
  readonly withdrawn: { readonly on: Day; readonly account: string; readonly reasons: Sealed } | null
  readonly issued: (Issued & { readonly on: Day; readonly version: number }) | null
  readonly receipts: readonly { readonly organ: OrganId; readonly on: Day }[]
  readonly instructions: readonly BulletinInstruction[]
}
export type BulletinState = Bulletin | null

/** The organs, and by place: whom a report goes to is a question of regions. */
export interface BulletinOrgans extends Organs {
  all(): Iterable<OrganFacts>
}

export interface BulletinWorld {
  readonly organs: BulletinOrgans
}

/** Whom a report cannot do without: 本级党委、本级政府、上一级信访部门. */
export type Missing = 'committee' | 'government' | 'upperBureau' | 'organisationDepartment'

export type BulletinRefusal =
  | { readonly kind: 'no-such-bulletin' }
  | { readonly kind: 'bulletin-drafted-already' }
  | { readonly kind: 'bulletin-not-yours'; readonly basis: Basis }
  | {
      readonly kind: 'wrong-bulletin-stage'
      readonly stage: BulletinStage
      readonly command: BulletinCommandType
      readonly needs: readonly BulletinStage[]
    }
  | { readonly kind: 'not-an-issuer'; readonly bulletin: BulletinKind; readonly basis: Basis }
  /** The annual report and the notice about cadres are a bureau's. */
  | { readonly kind: 'not-a-bureau'; readonly bulletin: BulletinKind; readonly basis: Basis }
  /** 通报批评: the conference's measure. */
  | { readonly kind: 'criticism-not-yours'; readonly basis: Basis }
  | { readonly kind: 'tone-missing' }
  | { readonly kind: 'year-missing' }
  | { readonly kind: 'year-not-ended'; readonly year: number; readonly basis: Basis }
  | { readonly kind: 'report-drafted-already'; readonly year: number; readonly basis: Basis }
  | { readonly kind: 'period-missing' }
  | { readonly kind: 'period-not-ended'; readonly until: Day; readonly basis: Basis }
  | { readonly kind: 'period-reported-already'; readonly basis: Basis }
  | { readonly kind: 'nothing-to-circulate' }
  | { readonly kind: 'no-recipient' }
  | { readonly kind: 'recipient-missing'; readonly who: Missing; readonly basis: Basis }
  | { readonly kind: 'recipient-ended'; readonly organ: OrganId }
  | { readonly kind: 'recipient-is-issuer'; readonly organ: OrganId }
  | { readonly kind: 'recipient-is-named'; readonly organ: OrganId; readonly basis: Basis }
  | { readonly kind: 'nobody-named' }
  | { readonly kind: 'petition-unknown'; readonly petition: string }
  | { readonly kind: 'petition-is-accusation'; readonly petition: string; readonly basis: Basis }
  | { readonly kind: 'petition-kept-back'; readonly petition: string; readonly basis: Basis }
  | { readonly kind: 'ended-before-begun'; readonly from: Day; readonly until: Day }
  | { readonly kind: 'own-bulletin'; readonly basis: Basis }
  | { readonly kind: 'bulletin-part-missing'; readonly part: string; readonly basis: Basis }
  | { readonly kind: 'nothing-to-correct' }
  | { readonly kind: 'corrected-already' }
  | { readonly kind: 'received-already' }
  | { readonly kind: 'not-yours-to-instruct'; readonly basis: Basis }
  | { readonly kind: 'nothing-to-instruct'; readonly basis: Basis }
  | { readonly kind: 'organ-not-of-your-area'; readonly organ: OrganId }
  | { readonly kind: 'too-many-already'; readonly atMost: number }
  | { readonly kind: 'day-not-ahead'; readonly day: Day; readonly today: Day }

export type BulletinRefusalKind = BulletinRefusal['kind']
