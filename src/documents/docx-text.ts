/** Runs and paragraphs of a Word document in the faces and on the lines of GB/T 9704-2012. */
import { type IParagraphOptions, type IRunOptions, LineRuleType, Paragraph, TextRun } from 'docx'
import type { Bilingual } from '../wording/bilingual.ts'
import { bodySize, faces, linePitch, squeeze } from './measures.ts'
import type { Page } from './page.ts'

export const inFace = (name: string, size: number, more: IRunOptions = {}): IRunOptions => ({
  font: { ascii: name, hAnsi: name, eastAsia: name, cs: name, hint: 'eastAsia' },
  size: size * 2,
  ...more,
})

export const exactly = (line: number) => ({ line, lineRule: LineRuleType.EXACT, before: 0, after: 0 })
export const asTall = { line: 240, lineRule: LineRuleType.AUTO, before: 0, after: 0 }

/**
 * 28 characters a line: the face is a little too wide for it. Lines are not spread: each has its characters on the grid, and LibreOffice loses
 * a stop that hangs beyond a line that is.
 */
export const plain = (text: string, more: IRunOptions = {}): TextRun =>
  new TextRun({ ...inFace(faces.body, bodySize, { characterSpacing: squeeze }), ...more, text })

export const paragraph = (text: string, options: IParagraphOptions = {}): Paragraph =>
  new Paragraph({ spacing: exactly(linePitch), ...options, children: [plain(text)] })

export const empty = (count: number): readonly Paragraph[] => Array.from({ length: count }, () => paragraph(''))

export const words = (page: Page, text: Bilingual): string => text[page.language]
