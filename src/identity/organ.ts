/**
 * The words of an organ (机关、单位) in the house's own books: how it is opened, moved, merged, split and abolished, and who
 * carries its duties on (信访工作条例 art. 24 (2)). Names of organs are public, so they stand in facts.
 */
import type { Day } from '../kernel/day.ts'
import type { OrganFacts, OrganId, OrganKind, OrganLevel, Organs } from '../kernel/organ.ts'

export interface OrganName {
  readonly zh: string
  readonly en: string
}

/** Where an organ stands among the others. */
export interface OrganPlace {
  readonly kind: OrganKind
  readonly level: OrganLevel
  readonly region: string
  readonly parent: OrganId | null
  readonly leadBy: OrganId | null
}

export type OrganCommandBody =
  | ({ readonly type: 'OpenOrgan'; readonly id: OrganId; readonly name: OrganName } & OrganPlace)
  | { readonly type: 'RenameOrgan'; readonly name: OrganName }
  | ({ readonly type: 'MoveOrgan' } & Pick<OrganPlace, 'region' | 'parent' | 'leadBy'>)
  /** 机关代字, for its document numbers; null goes back to its name. */
  | { readonly type: 'SetDocumentCode'; readonly code: string | null }
  /** One of several that become one: said of each, to the one that they become. */
  | { readonly type: 'MergeOrgan'; readonly into: OrganId }
  | { readonly type: 'SplitOrgan'; readonly into: readonly OrganId[] }
  /** Null where nobody carries its duties on; then the organ above it answers (art. 24 (2)). */
  | { readonly type: 'AbolishOrgan'; readonly successor: OrganId | null }

export type OrganCommandType = OrganCommandBody['type']

/** Who administers: a person who holds that post in an organ, or the house itself from the command line. */
export type Administrator =
  | { readonly kind: 'staff'; readonly account: string; readonly organ: OrganId }
  | { readonly kind: 'system'; readonly task: string }

export type OrganCommand = OrganCommandBody & { readonly on: Day; readonly by: Administrator }
export type OrganCommandOf<T extends OrganCommandType> = Extract<OrganCommand, { type: T }>

export type OrganFact = (
  | ({ readonly type: 'OrganOpened'; readonly id: OrganId; readonly name: OrganName } & OrganPlace)
  | { readonly type: 'OrganRenamed'; readonly name: OrganName }
  | { readonly type: 'DocumentCodeSet'; readonly code: string | null }
  | ({ readonly type: 'OrganMoved' } & Pick<OrganPlace, 'region' | 'parent' | 'leadBy'>)
  | { readonly type: 'OrganMerged'; readonly into: OrganId }
  | { readonly type: 'OrganSplit'; readonly into: readonly OrganId[] }
  | { readonly type: 'OrganAbolished'; readonly successor: OrganId | null }
) & { readonly on: Day }

/** A name that it bore, until the day on which it got another. */
export interface FormerName {
  readonly until: Day
  readonly name: OrganName
}

export interface Organ extends OrganFacts {
  readonly name: OrganName
  readonly formerNames: readonly FormerName[]
  /** 机关代字, where one was set. */
  readonly documentCode: string | null
  readonly openedOn: Day
  /** The day of the last thing that was done to it. */
  readonly lastActOn: Day
  /** How many things were done to it: by it other processes see that it changed. */
  readonly acts: number
}

export type OrganState = Organ | null

/** What the rules may look at beside the organ itself. */
export interface OrganWorld {
  readonly organs: Organs & { childrenOf(id: OrganId): readonly OrganFacts[] }
  /** How many administrators are in office with no end set: in this organ, and in all others together. */
  readonly administrators: { readonly here: number; readonly elsewhere: number }
  /** This organ has an administrator, or will have one, be it for a time. */
  readonly isAdministered: boolean
  /** Whose document numbers bear a code now. */
  codeOwner(code: string): OrganId | undefined
}

export type OrganRefusal =
  | { readonly kind: 'organ-exists' }
  | { readonly kind: 'no-such-organ' }
  /** It has been merged, split or abolished. */
  | { readonly kind: 'organ-ended'; readonly state: OrganFacts['state'] }
  /** An organ that was named does not exist. */
  | { readonly kind: 'unknown-organ'; readonly organ: OrganId }
  /** An organ that was named has been merged, split or abolished. */
  | { readonly kind: 'organ-not-active'; readonly organ: OrganId; readonly successors: readonly OrganId[] }
  | { readonly kind: 'outside-your-organs' }
  /** An organ that supervises the others (纪检监察) is not ended from above (ADR 0014). */
  | { readonly kind: 'only-its-own-administrator'; readonly organ: OrganId }
  | { readonly kind: 'code-of-another'; readonly organ: OrganId }
  | { readonly kind: 'under-itself' }
  | { readonly kind: 'superior-too-low'; readonly superior: OrganId; readonly level: OrganLevel }
  | { readonly kind: 'outside-the-superior-region'; readonly superior: OrganId; readonly region: string }
  | { readonly kind: 'successor-of-itself' }
  | { readonly kind: 'too-few-successors' }
  | { readonly kind: 'has-subordinates'; readonly organs: readonly OrganId[] }
  | { readonly kind: 'last-administrator' }
  | { readonly kind: 'earlier-than-last-act'; readonly lastActOn: Day }
  | { readonly kind: 'nothing-changes' }

/**
 * 机关代字, as it stands before class, year and number. Where none was set it is the organ's own name, because no two organs of a house have
 * the same one; a bureau's ends in 信访 of itself, and to others the 信 says that the matter is a petition.
 */
export function documentCodeOf({ name, kind, documentCode }: Pick<Organ, 'name' | 'kind' | 'documentCode'>): string {
  if (documentCode !== null) return documentCode
  const short = name.zh.replace(/(?:局|办公室|办)$/, '')
  return kind === 'bureau' && short.endsWith('信访') ? short : `${name.zh}信`
}

/** What it was called on a day. */
export const nameOnDay = ({ name, formerNames }: Pick<Organ, 'name' | 'formerNames'>, day: Day): OrganName =>
  formerNames.find(({ until }) => day < until)?.name ?? name
