/**
 * The words of an establishment (编制): how many holders of a post an organ is allowed, by which document, from a day on. Each organ is a stream
 * of its own; an entry that was mistaken is taken back and stays to be seen (docs/adr/0067). Who fills the posts is not written here: accounts
 * say it (src/identity), and `strength.ts` counts them.
 */
import type { Day } from '../../kernel/day.ts'
import type { OrganId, Organs } from '../../kernel/organ.ts'
import type { Sealed } from '../../kernel/sealed.ts'
import type { Post } from '../../kernel/viewer.ts'
import type { Basis } from '../../law/basis.ts'

/** The posts of petition work that are allotted. Administrators and auditors are duties about this system, which somebody has beside a post. */
export const establishedPosts = [
  'leader',
  'head',
  'clerk',
  'supervisor',
  'commissioner',
] as const satisfies readonly Post[]
export type EstablishedPost = (typeof establishedPosts)[number]

/** Who may write it down, in the organ itself or in the one above it. */
export const allottingPosts = ['head', 'administrator'] as const satisfies readonly Post[]

/** What one document allows of one post, from a day on and until the next. */
export interface Allotted {
  readonly post: EstablishedPost
  readonly count: number
  readonly from: Day
  /** 批准文件: what it is called, and its number. */
  readonly document: Sealed
  readonly reason: Sealed
}

export interface Allotment extends Allotted {
  /** e1, e2 … within the organ. */
  readonly ref: string
  readonly on: Day
  readonly withdrawn: { readonly on: Day; readonly reason: Sealed } | null
}

export interface Establishment {
  readonly organ: OrganId
  readonly version: number
  /** All that ever were, in the order in which they were written down. */
  readonly allotments: readonly Allotment[]
}
export type EstablishmentState = Establishment | null

export type EstablishmentActor =
  | { readonly kind: 'staff'; readonly account: string; readonly organ: OrganId; readonly posts: readonly string[] }
  | { readonly kind: 'house'; readonly task: string }

export type EstablishmentCommandBody =
  | ({ readonly type: 'AllotPosts' } & Allotted)
  | { readonly type: 'WithdrawAllotment'; readonly ref: string; readonly reason: Sealed }
export type EstablishmentCommandType = EstablishmentCommandBody['type']
export type EstablishmentCommand = EstablishmentCommandBody & {
  readonly organ: OrganId
  readonly on: Day
  readonly actor: EstablishmentActor
}

export type EstablishmentFact = { readonly on: Day; readonly organ: OrganId } & (
  | ({ readonly type: 'PostsAllotted'; readonly ref: string } & Allotted)
  | { readonly type: 'AllotmentWithdrawn'; readonly ref: string; readonly reason: Sealed }
)
export type EstablishmentFactType = EstablishmentFact['type']

export interface EstablishmentWorld {
  readonly organs: Organs
}

export type EstablishmentRefusal =
  | { readonly kind: 'no-such-establishment' }
  | { readonly kind: 'establishment-not-yours'; readonly posts: readonly Post[]; readonly basis: Basis }
  | { readonly kind: 'organ-not-active'; readonly organ: OrganId }
  | { readonly kind: 'no-such-allotment'; readonly ref: string }
  /** Of one post two entries never begin on one day: the one that is mistaken is taken back first. */
  | { readonly kind: 'allotment-day-taken'; readonly ref: string; readonly from: Day }
  | { readonly kind: 'allotment-unchanged'; readonly count: number; readonly since: Day }
  | { readonly kind: 'allotment-withdrawn-already'; readonly on: Day }
export type EstablishmentRefusalKind = EstablishmentRefusal['kind']

export const establishmentStream = (organ: OrganId): string => `establishment:${organ}`

/** The entry that holds on a day: the latest to begin of those that were not taken back. */
export function allotmentOn(allotments: readonly Allotment[], post: EstablishedPost, day: Day): Allotment | undefined {
  return allotments
    .filter((each) => each.post === post && each.withdrawn === null && each.from <= day)
    .reduce<Allotment | undefined>(
      (latest, each) => (latest === undefined || each.from > latest.from ? each : latest),
      undefined,
    )
}
