/** A page as it is set, in one language: the same for the screen, the printer and the word processor. */

import type { Head } from './form.ts'
import type { PaperKind } from './forms/forms.ts'

export type Language = 'zh' | 'en'

export type Piece =
  | { readonly is: 'heading'; readonly level: 1 | 2; readonly text: string }
  | { readonly is: 'paragraph'; readonly text: string }
  | { readonly is: 'table'; readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] }

export interface Page {
  readonly kind: PaperKind
  readonly language: Language
  readonly title: string
  readonly head: Head
  /** 发文机关标志, and under what is signed. */
  readonly organ: string
  /** 发文字号; null where the form has none, or it has not got one yet. */
  readonly number: string | null
  /** The number comes within moments: until then the page says so. */
  readonly isNumberPending: boolean
  /** It has not been issued by any recorded act: it bears no number, and says that it is a draft. */
  readonly isDraft: boolean
  /** 签发人, on what goes up. */
  readonly approver: string | null
  readonly to: string | null
  readonly pieces: readonly Piece[]
  readonly close: string | null
  readonly signed: 'organ' | 'parties' | 'served'
  /** 成文日期. */
  readonly day: string
  readonly copies: string | null
}

/** The same with lists that a client may change. */
export const pageOnWire = (page: Page) => ({
  ...page,
  pieces: page.pieces.map((piece) =>
    piece.is === 'table' ? { ...piece, head: [...piece.head], rows: piece.rows.map((row) => [...row]) } : piece,
  ),
})
