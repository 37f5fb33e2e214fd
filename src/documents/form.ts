/**
 * What a form (文书格式) is made of. A form is data: its fixed wording in both languages, references to what is recorded, and what it
 * may not be without. Whoever adds one writes a row in `forms/` and no code; how a page is set is in `typesetting.ts`.
 */
import type { Basis } from '../law/basis.ts'
import type { DocumentKind } from '../law/law.ts'
import type { Bilingual } from '../wording/bilingual.ts'
import type { PartName } from './parts.ts'

/**
 * How the first page begins (GB/T 9704-2012): with the red name of the organ, its number and a red rule (`red`, and `upward` with whoever
 * approved it); as a letter between organs (`letter`, 信函格式); or without a red head (`plain`), as minutes, receipts and agreements are.
 */
export type Head = 'red' | 'upward' | 'letter' | 'plain'

/**
 * `{part}` in a text stands for what is recorded under that name. A block with `when` is left out where that was not recorded, and one with
 * `unless` where it was.
 */
export type Block = { readonly when?: PartName; readonly unless?: PartName } & (
  | { readonly is: 'paragraph'; readonly text: Bilingual }
  /** Numbered 一、二、三 as they come. */
  | { readonly is: 'heading'; readonly text: Bilingual }
  /** What somebody wrote, paragraph by paragraph. */
  | { readonly is: 'prose'; readonly part: PartName }
  /** Once for each entry of a list, under a heading numbered （一）（二）. */
  | {
      readonly is: 'each'
      readonly of: ListName
      readonly heading: Bilingual
      readonly blocks: readonly Block[]
    }
  /** One line an entry, numbered 1. 2. 3. */
  | { readonly is: 'lines'; readonly of: ListName; readonly text: Bilingual }
  /** A table of two columns: what it is, and what is recorded. A row is left out where nothing is. */
  | { readonly is: 'table'; readonly rows: readonly PartName[] }
  /** What was composed of texts, figures and cases, in the order in which it stands. */
  | { readonly is: 'sections' }
  /** A table with a line for each entry of a list. */
  | { readonly is: 'grid'; readonly of: ListName; readonly columns: readonly PartName[] }
)

export type ListName =
  | 'claims'
  | 'answers'
  | 'lastDays'
  | 'measures'
  | 'criteria'
  | 'channels'
  | 'classes'
  | 'fields'
  | 'complained'
  | 'concerned'
  | 'promises'
  | 'remedies'

/** Something a paper must say, with the article or the decision that asks for it. */
export interface RequiredPart {
  readonly part: PartName | ListName
  readonly basis: Basis
}

/** 字: by which documents of one kind are numbered apart, after the organ's own code. */
export type NumberClass = string

export interface PaperForm {
  readonly title: Bilingual
  readonly head: Head
  /** Null where the paper bears no document number of its own: receipts, minutes and agreements. */
  readonly numberClass: NumberClass | null
  readonly basis: Basis
  /** The document of the pack that it sets, which says what the petition's own law requires of it. */
  readonly document?: DocumentKind
  /** The fact that it is drawn from; null where no act of the house issues it yet. */
  readonly from: string | null
  /** Who signs: the organ under its seal, those who agree, or the person served. */
  readonly signed: 'organ' | 'parties' | 'served'
  readonly to: Bilingual | null
  readonly blocks: readonly Block[]
  /** 特此告知。 */
  readonly close?: Bilingual
  /** 抄送 */
  readonly copies?: { readonly text: Bilingual; readonly when: PartName }
  readonly required: readonly RequiredPart[]
  /** Whether the petitioner may read it: all of them, the one it is about, or nobody outside the organs. */
  readonly readableBy: 'petitioners' | 'itsPetitioner' | 'organs'
}
