/** What a paper says, before it is set into a form: recorded parts by name, in both languages, and why a part cannot be read. */
import type { Bilingual } from '../wording/bilingual.ts'
import type { ListName } from './form.ts'
import type { PartName } from './parts.ts'

/** Sealed from whoever asks, lawfully erased, or its key is missing. */
export type Unreadable = 'sealed' | 'erased' | 'keyMissing'
export type Said = Bilingual | { readonly unreadable: Unreadable }
export type Parts = { readonly [P in PartName]?: Said | undefined }

/** A stretch of a paper that somebody composed: what they wrote, and tables with what stands under them. */
export interface Section {
  readonly heading: Said | null
  readonly text: Said | null
  readonly tables: readonly {
    readonly caption: Bilingual
    readonly head: readonly Bilingual[]
    readonly rows: readonly (readonly Bilingual[])[]
    /** How it was counted, say. */
    readonly note: Bilingual | null
  }[]
}

export interface Content {
  readonly parts: Parts
  readonly lists: { readonly [L in ListName]?: readonly Parts[] }
  readonly sections?: readonly Section[]
}

export const isUnreadable = (said: Said): said is { readonly unreadable: Unreadable } => 'unreadable' in said
