/** A page as a Word document, in the form of GB/T 9704-2012. */
import {
  AlignmentType,
  BorderStyle,
  Document,
  DocumentGridType,
  type FileChild,
  Footer,
  Header,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx'
import { say } from '../wording/bilingual.ts'
import { pageWords } from '../wording/paper-page.ts'
import { asTall, empty, exactly, inFace, paragraph, plain, words } from './docx-text.ts'
import {
  bodySize,
  characters,
  distance,
  faces,
  linePitch,
  lines,
  markSize,
  red,
  sheet,
  signatureField,
  sizes,
} from './measures.ts'
import type { Page, Piece } from './page.ts'

export const docxOf = (page: Page): Promise<Buffer> => Packer.toBuffer(documentOf(page))

export function documentOf(page: Page): Document {
  return new Document({
    title: page.title,
    creator: page.organ,
    lastModifiedBy: page.organ,
    description: page.number ?? '',
    evenAndOddHeaderAndFooters: true,
    styles: {
      default: { document: { run: inFace(faces.body, bodySize), paragraph: { spacing: exactly(linePitch) } } },
    },
    sections: [
      {
        properties: {
          titlePage: page.head === 'letter',
          page: {
            size: { width: sheet.width, height: sheet.height },
            margin: {
              ...{ top: sheet.top, bottom: sheet.bottom, left: sheet.left, right: sheet.right },
              header: distance.aboveLetterMark,
              footer: distance.pageNumber,
            },
          },
          grid: { type: DocumentGridType.LINES, linePitch },
        },
        headers: headersOf(page),
        footers: footersOf(page),
        children: [...headOf(page), ...bodyOf(page), ...signatureOf(page), ...notesOf(page)],
      },
    ],
  })
}

// ———— 版头

function headersOf(page: Page) {
  const none = new Header({ children: [new Paragraph({ spacing: asTall, children: [] })] })
  return page.head === 'letter' ? { first: new Header({ children: letterHead(page) }), default: none, even: none } : {}
}

/** 10.1: the name 30 mm from the edge, and 4 mm below it a red double rule of 170 mm, thick above thin. */
const letterHead = (page: Page): Paragraph[] => [
  new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: asTall,
    indent: { left: overhang, right: overhang },
    border: {
      bottom: { style: BorderStyle.THICK_THIN_SMALL_GAP, size: 24, color: red, space: 10 },
    },
    children: [markRun(page)],
  }),
]

/** The rule of a letter is wider than the text by 7 mm on either side. */
const overhang = -Math.round((distance.letterRule - sheet.textWidth) / 2)

const markRun = ({ organ }: Page): TextRun =>
  new TextRun({ ...inFace(faces.heading, markSize(organ), { color: red }), text: organ })

function headOf(page: Page): readonly FileChild[] {
  const title = titleOf(page)
  if (page.head === 'plain') return [...draftOf(page), ...title, ...empty(1)]
  if (page.head === 'letter') return [...draftOf(page), ...letterNumber(page), ...empty(1), ...title, ...empty(1)]
  return [...mark(page), numberLine(page), ...draftOf(page), ...empty(2), ...title, ...empty(1)]
}

/** 7.2.4: centred, its upper edge 35 mm below that of the text; then two lines to the number. */
const mark = (page: Page): readonly Paragraph[] => [
  new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { ...asTall, before: distance.aboveMark },
    children: [markRun(page)],
  }),
  ...empty(2),
]

/** 7.2.5, 7.2.7: the number centred, with a red rule as wide as the text 4 mm below; on what goes up, to the left, and who approved it. */
function numberLine(page: Page): Paragraph {
  const number = page.number ?? pendingNumber(page)
  const border = { bottom: { style: BorderStyle.SINGLE, size: 12, color: red, space: 11 } }
  if (page.head !== 'upward') return paragraph(number, { alignment: AlignmentType.CENTER, border })
  return new Paragraph({
    spacing: exactly(linePitch),
    border,
    indent: { firstLine: characters(1) },
    tabStops: [{ type: TabStopType.RIGHT, position: sheet.textWidth - characters(1) }],
    children: [
      plain(`${number}\t${words(page, pageWords.approver)}`),
      plain(page.approver ?? '', inFace(faces.second, bodySize)),
    ],
  })
}

const letterNumber = (page: Page): readonly Paragraph[] => [
  paragraph(page.number ?? pendingNumber(page), { alignment: AlignmentType.RIGHT }),
]

const pendingNumber = (page: Page): string => (page.isNumberPending ? words(page, pageWords.numberPending) : '')

const draftOf = (page: Page): readonly Paragraph[] => {
  const notes = [...(page.isDraft ? [pageWords.draft] : []), ...(page.language === 'en' ? [pageWords.readingCopy] : [])]
  return notes.map(
    (note) =>
      new Paragraph({
        alignment: AlignmentType.CENTER,
        spacing: exactly(linePitch),
        children: [new TextRun({ ...inFace(faces.second, sizes.notes), text: words(page, note) })],
      }),
  )
}

/** 7.3.1: 二号, centred, in as many lines as it takes. */
const titleOf = ({ title }: Page): readonly Paragraph[] => [
  new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: exactly(lines(1.25)),
    keepNext: true,
    children: [new TextRun({ ...inFace(faces.heading, sizes.title), text: title })],
  }),
]

// ———— 主体

/** 7.3.5.4: the signature never stands alone on a page, so what comes before it is kept with it. */
function bodyOf(page: Page): readonly FileChild[] {
  const close: readonly Piece[] = page.close === null ? [] : [{ is: 'paragraph', text: page.close }]
  const pieces = [...page.pieces, ...close]
  return [
    ...(page.to === null ? [] : [paragraph(page.to)]),
    ...pieces.flatMap((piece, at) => pieceOf(piece, at === pieces.length - 1)),
  ]
}

const indented = { firstLine: characters(2) }

function pieceOf(piece: Piece, isLast: boolean): readonly FileChild[] {
  if (piece.is === 'paragraph') return [paragraph(piece.text, { indent: indented, keepNext: isLast })]
  if (piece.is === 'table') return [paragraph('', { spacing: exactly(lines(0.4)) }), tableOf(piece), paragraph('')]
  const face = piece.level === 1 ? faces.first : faces.second
  return [
    new Paragraph({
      spacing: exactly(linePitch),
      indent: indented,
      keepNext: true,
      children: [plain(piece.text, inFace(face, bodySize))],
    }),
  ]
}

/** Two columns say what it is and what is recorded; more have a head, and numbers beside the name. */
function tableOf({ head, rows }: Extract<Piece, { is: 'table' }>): Table {
  const columns = Math.max(head.length, ...rows.map((row) => row.length))
  const first = Math.round(sheet.textWidth * (head.length === 0 ? 0.27 : columns === 2 ? 0.7 : 0.5))
  const others = Math.floor((sheet.textWidth - first) / Math.max(1, columns - 1))
  const widths = [first, ...Array.from({ length: columns - 1 }, () => others)]
  const all = [
    ...(head.length === 0 ? [] : [{ cells: head, isHead: true }]),
    ...rows.map((cells) => ({ cells, isHead: false })),
  ]
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: sheet.textWidth, type: WidthType.DXA },
    columnWidths: widths,
    rows: all.map(
      ({ cells, isHead }) =>
        new TableRow({
          cantSplit: true,
          tableHeader: isHead,
          children: widths.map((size, at) =>
            cellOf(cells[at] ?? '', size, isHead || (head.length === 0 && at === 0), at),
          ),
        }),
    ),
  })
}

const cellOf = (text: string, size: number, isLabel: boolean, at: number): TableCell =>
  new TableCell({
    width: { size, type: WidthType.DXA },
    verticalAlign: VerticalAlign.CENTER,
    margins: { top: 60, bottom: 60, left: 110, right: 110 },
    children: [
      new Paragraph({
        spacing: exactly(lines(0.85)),
        alignment: isLabel && at === 0 ? AlignmentType.CENTER : AlignmentType.LEFT,
        children: [new TextRun({ ...inFace(isLabel ? faces.first : faces.body, sizes.notes), text })],
      }),
    ],
  })

// ———— 落款、版记

/** 7.3.5: the organ over the day, where its seal goes; those who agree and who was served sign by hand. */
function signatureOf(page: Page): readonly Paragraph[] {
  const { organ, day } = page
  const field = signatureField(organ, day)
  const indent = { left: characters(field.left), right: characters(field.right) }
  const byHand =
    page.signed === 'parties' ? pageWords.partiesSign : page.signed === 'served' ? pageWords.servedSigns : null
  const own = [
    paragraph(organ, { alignment: AlignmentType.CENTER, indent, keepNext: true }),
    // 7.4: copies are noted on the last page, under the signature
    paragraph(day, { alignment: AlignmentType.CENTER, indent, keepNext: page.copies !== null }),
  ]
  const hands = (byHand ?? []).map((line) =>
    paragraph(words(page, line), { keepNext: true, spacing: exactly(lines(1.8)) }),
  )
  return [
    ...keptTogether(page.head === 'red' || page.head === 'upward' ? 2 : 1),
    ...hands,
    ...(byHand === null ? [] : keptTogether(1)),
    ...own,
  ]
}

const keptTogether = (count: number): readonly Paragraph[] =>
  Array.from({ length: count }, () => paragraph('', { keepNext: true }))

/** 7.4: to whom copies go, between rules. */
function notesOf(page: Page): readonly Paragraph[] {
  if (page.copies === null) return []
  const rule = { style: BorderStyle.SINGLE, size: 8, color: '000000', space: 4 }
  const text = words(page, say(`抄送：${page.copies}。`, `Copies: ${page.copies}.`))
  return [
    ...keptTogether(1),
    new Paragraph({
      spacing: exactly(linePitch),
      border: { top: rule, bottom: rule },
      indent: { firstLine: characters(1) },
      children: [new TextRun({ ...inFace(faces.body, sizes.notes), text })],
    }),
  ]
}

// ———— 页码

/** 7.5: — 1 —, to the right on odd pages and to the left on even ones; of a letter the first page bears none, but its red rule. */
function footersOf(page: Page) {
  const numbered = {
    default: pageNumber(AlignmentType.RIGHT),
    even: pageNumber(AlignmentType.LEFT),
  }
  return page.head === 'letter' ? { ...numbered, first: letterFoot() } : numbered
}

const pageNumber = (alignment: (typeof AlignmentType)['LEFT' | 'RIGHT']): Footer =>
  new Footer({
    children: [
      new Paragraph({
        alignment,
        spacing: asTall,
        indent: { left: characters(1), right: characters(1) },
        children: [new TextRun({ ...inFace(faces.page, sizes.page), children: ['— ', PageNumber.CURRENT, ' —'] })],
      }),
    ],
  })

/** 10.1: thin above thick. */
const letterFoot = (): Footer =>
  new Footer({
    children: [
      new Paragraph({
        spacing: asTall,
        indent: { left: overhang, right: overhang },
        border: { bottom: { style: BorderStyle.THIN_THICK_SMALL_GAP, size: 24, color: red, space: 1 } },
        children: [],
      }),
    ],
  })
