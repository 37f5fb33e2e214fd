/**
 * The words of responsibility (信访工作责任): who in an organ answers for all, who directs, who handles, and whose second duty it is.
 * Each organ is a stream of its own; what was ended stays, so that it can be said who answered on any day (docs/adr/0034).
 */
import type { Day } from '../../kernel/day.ts'
import type { OrganId, Organs } from '../../kernel/organ.ts'
import type { Sealed } from '../../kernel/sealed.ts'
import type { Term } from '../../kernel/term.ts'
import type { Post } from '../../kernel/viewer.ts'
import type { Basis } from '../../law/basis.ts'

/** 主要领导负总责 · 分管领导具体抓 · 承办 · 一岗双责 */
export const responsibilityRoles = ['answersForAll', 'directs', 'handles', 'secondDuty'] as const
export type ResponsibilityRole = (typeof responsibilityRoles)[number]

/** Who may write it down, in the organ itself or in the one above it. */
export const responsibilityPosts = ['head', 'administrator'] as const satisfies readonly Post[]

/** An account of the house, or somebody who has none and whose name is sealed. */
export type Holder =
  | { readonly account: string }
  /** With what they are called in office, 副县长. */
  | { readonly name: Sealed; readonly office: Sealed | null }

/** Of what: everything where both are null. */
export interface ResponsibilityScope {
  /** The division code of an area inside that of the organ. */
  readonly area: string | null
  readonly category: string | null
}

export interface HeldResponsibility extends Term {
  /** r1, r2 … within the organ. */
  readonly ref: string
  readonly role: ResponsibilityRole
  readonly holder: Holder
  readonly scope: ResponsibilityScope
}

export interface OrganResponsibility {
  readonly organ: OrganId
  readonly version: number
  /** All that ever were, in the order in which they were written down. */
  readonly held: readonly HeldResponsibility[]
}
export type ResponsibilityState = OrganResponsibility | null

export type ResponsibilityActor =
  | { readonly kind: 'staff'; readonly account: string; readonly organ: OrganId; readonly posts: readonly string[] }
  | { readonly kind: 'house'; readonly task: string }

export type ResponsibilityCommandBody =
  | ({ readonly type: 'RecordResponsibility' } & Omit<HeldResponsibility, 'ref'>)
  | { readonly type: 'EndResponsibility'; readonly ref: string; readonly until: Day }
export type ResponsibilityCommandType = ResponsibilityCommandBody['type']
export type ResponsibilityCommand = ResponsibilityCommandBody & {
  readonly organ: OrganId
  readonly on: Day
  readonly actor: ResponsibilityActor
}

export type ResponsibilityFact = { readonly on: Day; readonly organ: OrganId } & (
  | ({ readonly type: 'ResponsibilityRecorded' } & HeldResponsibility)
  | { readonly type: 'ResponsibilityEnded'; readonly ref: string; readonly until: Day }
)
export type ResponsibilityFactType = ResponsibilityFact['type']

export interface ResponsibilityWorld {
  readonly organs: Organs
  /** Those of the accounts named in the command that are open. */
  readonly open: ReadonlySet<string>
}

export type ResponsibilityRefusal =
  | { readonly kind: 'no-such-responsibility' }
  | { readonly kind: 'responsibility-not-yours'; readonly posts: readonly Post[]; readonly basis: Basis }
  | { readonly kind: 'organ-not-active'; readonly organ: OrganId }
  | { readonly kind: 'responsibility-recorded-already'; readonly ref: string }
  | { readonly kind: 'responsibility-ended-already'; readonly until: Day }
  | { readonly kind: 'responsibility-ended-before-begun'; readonly from: Day }
  | { readonly kind: 'no-such-holder'; readonly account: string }
  | { readonly kind: 'responsibility-elsewhere'; readonly organ: OrganId }

export type ResponsibilityRefusalKind = ResponsibilityRefusal['kind']

/**
 * How far an organ has come with writing down who answers: nobody stands there today; somebody does, and something is missing or conflicts; nothing
 * is missing.
 */
export const mapStandings = ['bare', 'begun', 'whole'] as const
export type MapStanding = (typeof mapStandings)[number]

/** Whose duties are warned of: those of petitions, of supervision, and of proposals that hold nobody to account. */
export const warningSources = ['petition', 'supervision', 'proposal'] as const
export type WarningSource = (typeof warningSources)[number]

export const responsibilityStream = (organ: OrganId): string => `responsibility:${organ}`
