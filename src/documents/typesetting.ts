/** Sets what is recorded into a form. A part that is missing or cannot be read is refused by its name, and never left blank. */
import { err, ok, type Result } from '../kernel/result.ts'
import type { Basis } from '../law/basis.ts'
import type { DocumentRule } from '../law/law.ts'
import type { Bilingual } from '../wording/bilingual.ts'
import { chineseNumber } from '../wording/numbers.ts'
import { type Content, isUnreadable, type Parts, type Said, type Section, type Unreadable } from './content.ts'
import type { Block, ListName, PaperForm } from './form.ts'
import { forms, type PaperKind } from './forms/forms.ts'
import type { Language, Page, Piece } from './page.ts'
import { type PartName, partNames } from './parts.ts'

export type SettingRefusal =
  | { readonly kind: 'paper-part-missing'; readonly paper: PaperKind; readonly part: PartName; readonly basis: Basis }
  | {
      readonly kind: 'paper-part-unreadable'
      readonly paper: PaperKind
      readonly part: PartName
      readonly why: Unreadable
    }

/** What stands around the content: whose it is, its day and its number. */
export interface Frame {
  readonly organ: Bilingual
  readonly day: Bilingual
  readonly number: string | null
  readonly isIssued: boolean
  /** What the petition's own law asks of the document that the paper sets; it may be another law than the form was drawn up for. */
  readonly rule?: DocumentRule | undefined
}

export function setPage(
  kind: PaperKind,
  content: Content,
  frame: Frame,
  language: Language,
): Result<Page, SettingRefusal> {
  const form: PaperForm = forms[kind]
  const setter = new Setter(kind, content, language, frame.rule)
  try {
    for (const { part } of form.required) setter.mustHave(part)
    return ok(pageOf(form, setter, frame))
  } catch (fault) {
    if (fault instanceof Unset) return err(fault.refusal)
    throw fault
  }
}

function pageOf(form: PaperForm, setter: Setter, { organ, day, number, isIssued }: Frame): Page {
  const { kind, language } = setter
  return {
    kind,
    language,
    title: setter.fill(form.title),
    head: form.head,
    organ: organ[language],
    number,
    isNumberPending: isIssued && form.numberClass !== null && number === null,
    isDraft: !isIssued,
    approver: form.head === 'upward' ? setter.text('approver') : null,
    to: form.to && setter.fill(form.to),
    pieces: setter.pieces(form.blocks),
    close: form.close ? setter.fill(form.close) : null,
    signed: form.signed,
    day: day[language],
    copies: form.copies && setter.has(form.copies.when) ? setter.fill(form.copies.text) : null,
  }
}

/** Carries the refusal out of however deep the form goes. */
class Unset extends Error {
  readonly refusal: SettingRefusal
  constructor(refusal: SettingRefusal) {
    super(refusal.kind)
    this.refusal = refusal
  }
}

class Setter {
  readonly kind: PaperKind
  readonly language: Language
  readonly #content: Content
  readonly #form: PaperForm
  readonly #rule: DocumentRule | undefined
  #headings = 0

  constructor(kind: PaperKind, content: Content, language: Language, rule: DocumentRule | undefined) {
    this.kind = kind
    this.language = language
    this.#content = content
    this.#form = forms[kind]
    this.#rule = rule
  }

  mustHave(part: PartName | ListName): void {
    if (part === 'sections' && (this.#content.sections?.length ?? 0) > 0) return
    const list = this.#content.lists[part as ListName]
    if (list !== undefined && list.length > 0) return
    this.text(part as PartName)
  }

  has(name: PartName | ListName, parts: Parts = this.#content.parts): boolean {
    return this.#said(name as PartName, parts) !== undefined || (this.#content.lists[name as ListName]?.length ?? 0) > 0
  }

  text(part: PartName, parts: Parts = this.#content.parts): string {
    const said = this.#said(part, parts)
    if (said === undefined || (!isUnreadable(said) && said[this.language].trim() === ''))
      throw new Unset({ kind: 'paper-part-missing', paper: this.kind, part, basis: this.#basisOf(part) })
    if (isUnreadable(said))
      throw new Unset({ kind: 'paper-part-unreadable', paper: this.kind, part, why: said.unreadable })
    return said[this.language]
  }

  fill(text: Bilingual, parts: Parts = this.#content.parts): string {
    return text[this.language].replaceAll(/\{(\w+)\}/g, (_, part: PartName) => this.text(part, parts))
  }

  pieces(blocks: readonly Block[], parts: Parts = this.#content.parts): readonly Piece[] {
    return blocks
      .filter(({ when }) => when === undefined || this.has(when, parts))
      .filter(({ unless }) => unless === undefined || !this.has(unless, parts))
      .flatMap((block) => this.#piecesOf(block, parts))
  }

  #piecesOf(block: Block, parts: Parts): readonly Piece[] {
    switch (block.is) {
      case 'paragraph':
        return [{ is: 'paragraph', text: this.fill(block.text, parts) }]
      case 'heading':
        this.#headings += 1
        return [
          { is: 'heading', level: 1, text: numbered(this.#headings, this.fill(block.text, parts), this.language) },
        ]
      case 'prose':
        return paragraphsOf(this.text(block.part, parts))
      case 'each':
        return this.#entries(block.of).flatMap((entry, at) => this.#entry(block, { ...parts, ...entry }, at + 1))
      case 'lines':
        return this.#lines(block, parts)
      case 'table':
        return [this.#table(block.rows, parts)]
      case 'grid':
        return [this.#grid(block.of, block.columns, parts)]
      case 'sections':
        return (this.#content.sections ?? []).flatMap((section) => this.#section(section))
    }
  }

  #entry(block: Extract<Block, { is: 'each' }>, parts: Parts, at: number): readonly Piece[] {
    const text = this.fill(block.heading, bare(parts))
    const number = this.language === 'zh' ? `（${chineseNumber(at)}）` : `(${at}) `
    return [{ is: 'heading', level: 2, text: number + text }, ...this.pieces(block.blocks, parts)]
  }

  #lines({ of, text }: Extract<Block, { is: 'lines' }>, parts: Parts): readonly Piece[] {
    const entries = this.#entries(of)
    const number = (at: number) => (entries.length === 1 ? '' : `${at + 1}.${this.language === 'zh' ? '' : ' '}`)
    return entries.map((entry, at) => ({
      is: 'paragraph',
      text: number(at) + this.fill(text, { ...parts, ...entry }).replaceAll(/\s*\n\s*/g, ' '),
    }))
  }

  #section({ heading, text, tables }: Section): readonly Piece[] {
    const readable = (said: Said): string => this.text('sections', { sections: said })
    if (heading) this.#headings += 1
    return [
      ...(heading
        ? [{ is: 'heading', level: 1, text: numbered(this.#headings, readable(heading), this.language) } as const]
        : []),
      ...(text ? paragraphsOf(readable(text)) : []),
      ...tables.flatMap(({ caption, head, rows, note }): readonly Piece[] => {
        const said = (cells: readonly Bilingual[]) => cells.map((cell) => cell[this.language])
        return [
          { is: 'paragraph', text: caption[this.language] },
          ...(rows.length === 0 ? [] : [{ is: 'table', head: said(head), rows: rows.map(said) } as const]),
          ...(note ? [{ is: 'paragraph', text: note[this.language] } as const] : []),
        ]
      }),
    ]
  }

  #table(rows: readonly PartName[], parts: Parts): Piece {
    const present = rows.filter((part) => this.has(part, parts))
    return {
      is: 'table',
      head: [],
      rows: present.map((part) => [partNames[part][this.language], this.text(part, parts)]),
    }
  }

  #grid(of: ListName, columns: readonly PartName[], parts: Parts): Piece {
    return {
      is: 'table',
      head: columns.map((part) => partNames[part][this.language]),
      rows: this.#entries(of).map((entry) => columns.map((part) => this.text(part, { ...parts, ...entry }))),
    }
  }

  #entries(of: ListName): readonly Parts[] {
    const entries = this.#content.lists[of] ?? []
    if (entries.length === 0) this.text(of as PartName)
    return entries
  }

  #said(part: PartName, parts: Parts): Said | undefined {
    return parts[part] ?? undefined
  }

  #basisOf(part: PartName): Basis {
    const rule = this.#rule
    if (rule) return rule.parts.find((each) => each.part === part)?.basis ?? rule.basis
    return this.#form.required.find((each) => each.part === part)?.basis ?? this.#form.basis
  }
}

/** A claim within a heading, without the stop that ends it where it stands alone. */
function bare(parts: Parts): Parts {
  const { claim } = parts
  if (claim === undefined || isUnreadable(claim)) return parts
  const trimmed = (text: string) => text.trim().replace(/[。．.；;]+$/, '')
  return { ...parts, claim: { zh: trimmed(claim.zh), en: trimmed(claim.en) } }
}

/** What somebody wrote, in the paragraphs in which they wrote it. */
const paragraphsOf = (text: string): readonly Piece[] =>
  text
    .split(/\n+/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => ({ is: 'paragraph', text: line }))

const numbered = (at: number, text: string, language: Language): string =>
  language === 'zh' ? `${chineseNumber(at)}、${text}` : `${at}. ${text}`
