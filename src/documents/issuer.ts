/**
 * How a room issues papers (文书) from streams of its own. What the petition has for its papers is here for every other room: a number of the
 * series of whoever issues it, a page to print, a Word document and a copy to read in the other language. A room gives two things.
 *
 * 1. `Issuing`, pure: which papers a fact issues, from the fact alone. It stands in `src/issuing.ts`, so that the numbering reaction gives
 *    numbers and `fsck` holds them against the facts. A paper is called after its fact and its form, `3-circular`, and that never changes.
 * 2. `PaperIssuer`, given to `documentRoutes` in `src/wiring.ts`: the same, and how one stream is opened for one viewer. `open` reads in the
 *    viewer's name, answers null where the stream is not theirs to see, and leaves out papers that they may not have.
 *
 * The form is a row in `src/documents/forms/`; `contentOf` says what is recorded under the names of its parts. A piece that cannot be read is
 * said to be so (`unreadable`) and never left blank. Who sees a number follows from who sees the fact that issued it
 * (migrations/0165-papers-of-other-rooms.sql), so a room with a policy of its own on `event` has nothing more to do.
 */
import type { AnyFact } from '../engine/envelope.ts'
import type { Day } from '../kernel/day.ts'
import type { OrganId } from '../kernel/organ.ts'
import type { Viewer } from '../kernel/viewer.ts'
import type { Bilingual } from '../wording/bilingual.ts'
import type { Content } from './content.ts'
import type { PaperKind } from './forms/forms.ts'
import type { Paper } from './issued.ts'

/** Which papers the facts of some streams issue. */
export interface Issuing {
  owns(stream: string): boolean
  papersOf(fact: AnyFact, version: number): readonly Paper[]
  /** Types of facts that issue one, for whoever lists them. */
  readonly issuingFacts: readonly string[]
}

/** A paper of a stream that is no petition's: there is always an organ that issues it. */
export type IssuedPaper = Paper & { readonly organ: OrganId }

type Staff = Extract<Viewer, { kind: 'staff' }>

/** The papers of one stream as one viewer may have them. */
export interface OpenedPapers {
  readonly papers: readonly IssuedPaper[]
  /** `nameOf` is as organs were called on the day of the paper. */
  contentOf(paper: IssuedPaper, nameOf: (organ: OrganId) => Bilingual): Content
  /** Remembers that somebody read one, where the room keeps that. */
  noteLook?(): Promise<void>
}

export interface PaperIssuer extends Issuing {
  open(stream: string, viewer: Staff): Promise<OpenedPapers | null>
}

interface IssuingFact {
  readonly version: number
  readonly on: Day
  readonly organ: OrganId
}

export const paperOf = (kind: PaperKind, { version, on, organ }: IssuingFact): IssuedPaper => ({
  ...{ id: `${version}-${kind}`, kind, version, on, organ },
  ...{ person: null, document: null },
})
