/** What a paper says, before it is set into a form: recorded parts by name, in both languages, and why a part cannot be read. */
import type { Bilingual } from '../wording/bilingual.ts'
import type { ListName } from './form.ts'
import type { PartName } from './parts.ts'

/** Sealed from whoever asks, lawfully erased, or its key is missing. */
export type Unreadable = 'sealed' | 'erased' | 'keyMissing'
export type Said = Bilingual | { readonly unreadable: Unreadable }
export type Parts = { readonly [P in PartName]?: Said | undefined }

export interface Content {
  readonly parts: Parts
  readonly lists: { readonly [L in ListName]?: readonly Parts[] }
}

export const isUnreadable = (said: Said): said is { readonly unreadable: Unreadable } => 'unreadable' in said
