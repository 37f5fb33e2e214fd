/**
 * The words of the figures (统计数字) of a month: counts that the office publishes, with an extract of one line a case from which they
 * are computed. What is published of a month is a stream of its own, so that the digest of its extract has a place in the log.
 */
import type { Day } from '../../kernel/day.ts'
import type { Month } from '../../kernel/month.ts'
import type { OrganId } from '../../kernel/organ.ts'
import type { Post } from '../../kernel/viewer.ts'

/** What may be wrong with figures once published. Codes, because a fact is read by everybody and for ever. */
export const correctionReasons = ['late-entries', 'wrong-entries', 'counting-fault'] as const
export type CorrectionReason = (typeof correctionReasons)[number]

/** How extracts and counts are written, so that whoever reads an old one knows which rules it follows. */
export const figuresFormat = 'xinqiao figures 1'

/** Posts from which the figures of a house are published. */
export const publishingPosts = ['leader', 'administrator'] as const satisfies readonly Post[]

export type FiguresActor =
  | { readonly kind: 'staff'; readonly account: string; readonly organ: OrganId; readonly posts: readonly string[] }
  | { readonly kind: 'house'; readonly task: string }

/** An extract with its counts, drawn up and written to where they are published. */
export interface Drawn {
  /** Entries of the log over which it was drawn: facts without a place among them were not looked at. */
  readonly logSize: number
  /** Lines of the extract. */
  readonly cases: number
  /** SHA-256 of the files, in hex as `sha256sum` prints it. */
  readonly extract: string
  readonly counts: string
  /** Over all cases with all that could be said of them, salted: the same in every edition for as long as there is nothing to correct. */
  readonly fingerprint: string
}

export type FiguresCommandBody =
  | { readonly type: 'PublishFigures'; readonly drawn: Drawn }
  /** A further edition; the one before stays. */
  | { readonly type: 'CorrectFigures'; readonly drawn: Drawn; readonly reason: CorrectionReason }

export type FiguresCommandType = FiguresCommandBody['type']
export type FiguresCommand = FiguresCommandBody & {
  readonly month: Month
  readonly on: Day
  readonly actor: FiguresActor
}
export type Of<T extends FiguresCommandType> = Extract<FiguresCommand, { type: T }>

interface Edition extends Drawn {
  readonly on: Day
  readonly month: Month
  readonly format: string
}

export type FiguresFact =
  | ({ readonly type: 'FiguresPublished' } & Edition)
  | ({ readonly type: 'FiguresCorrected'; readonly edition: number; readonly reason: CorrectionReason } & Edition)

export type FiguresFactType = FiguresFact['type']

export interface PublishedEdition extends Edition {
  /** Counted from 1; it is the version of the fact in its stream. */
  readonly edition: number
  /** Why the one before was not right; null for the first. */
  readonly reason: CorrectionReason | null
}

export interface Figures {
  readonly month: Month
  /** The first to the newest. */
  readonly editions: readonly PublishedEdition[]
}

export type FiguresState = Figures | null

export interface FiguresWorld {
  /** The bureaus at the head of this house: the highest of those that it has. */
  readonly publishers: readonly OrganId[]
}

export type FiguresRefusal =
  | { readonly kind: 'month-not-over'; readonly month: Month; readonly lastDay: Day }
  | { readonly kind: 'figures-already-published'; readonly month: Month }
  | { readonly kind: 'figures-not-published'; readonly month: Month }
  /** The same cases in the same states: there is nothing to correct. */
  | { readonly kind: 'figures-unchanged'; readonly month: Month }
  | { readonly kind: 'not-the-publishing-organ'; readonly publishers: readonly OrganId[] }
  | { readonly kind: 'not-the-publishing-post'; readonly posts: readonly Post[] }
  /** Facts wait for their place in the log, and figures count those that have one. */
  | { readonly kind: 'log-is-behind'; readonly facts: number }
  | { readonly kind: 'log-has-stopped' }

export type FiguresRefusalKind = FiguresRefusal['kind']

/** By what an edition is called: `2026-05`, and from the second on `2026-05.2`. */
export const nameOfEdition = (month: Month, edition: number): string => (edition === 1 ? month : `${month}.${edition}`)

export const figuresStream = (month: Month): string => `figures:${month}`
