import type { PaperForm } from '../src/documents/form.ts'
import { forms, type PaperKind, paperKinds } from '../src/documents/forms/forms.ts'
import { partNames } from '../src/documents/parts.ts'
import { titleOf } from '../src/documents/wording.ts'
import { basisInWords } from '../src/law/basis.ts'

const notIssued = paperKinds.some((kind) => forms[kind].from === null)
  ? ' **Not issued yet**: no act of the house issues these, so they are forms and drafts without a number.'
  : ''

const intro = `# Official documents

Generated from \`src/documents/forms/\`: do not edit. \`UPDATE_REFERENCE=1 npm test\` writes it anew, and a test compares. Why papers are as they are
is in [ADR 0023](../adr/0023-official-documents.md).

A paper is drawn from the fact that issues it, states what is recorded, and is refused by the name of the part that is missing. Its number is
\`机关代字 + 字 + 〔年〕 + 号\`: \`青川县信访转〔2026〕7号\`. Papers without a class bear the petition's number and none of their own.

\`GET /api/petitions/NUMBER/papers\` lists the papers of a petition, \`…/papers/3-transferLetter\` is one as a page, \`…/papers/3-transferLetter/docx\` as a Word
document (\`?language=en\` for the reading copy); \`/api/follow/papers…\` are the same for a petitioner.

What other rooms issue, from streams of their own, is under \`GET /api/issued/STREAM/papers\` in the same three ways, for staff who may see the stream; how a room comes to issue papers is
said in \`src/documents/issuer.ts\`.

The page is that of GB/T 9704-2012: A4, 37 mm above, 28 mm to the left, 156 × 225 mm of text in 22 lines of 28 characters; 方正小标宋简体 for name and title, 仿宋_GB2312
三号 for the text, 黑体 and 楷体_GB2312 for headings, 宋体 四号 for page numbers. Fonts are named and not sent along: a computer that lacks them takes what comes next to them.

The basis is that of the national pack; a petition under another pack is held to what that pack requires and cites, and so is an order of supervision.${notIssued}

| kind | 中文 | 字 | issued by the fact | read by | must say | basis |
| --- | --- | --- | --- | --- | --- | --- |
`

const readers = {
  petitioners: 'organs and petitioners',
  itsPetitioner: 'organs and the petitioner whom it is about',
  organs: 'organs',
} as const satisfies Record<PaperForm['readableBy'], string>

/** docs/reference/documents.md as the forms have it. */
export const documentsReference = (): string => intro + paperKinds.map((kind) => line(kind, forms[kind])).join('')

function line(kind: PaperKind, { numberClass, from, readableBy, required, basis }: PaperForm): string {
  const cells = [
    `\`${kind}\``,
    titleOf(kind).zh,
    numberClass ?? '–',
    from ?? '**not issued yet**',
    readers[readableBy],
    required.map(({ part }) => partNames[part].zh).join('、'),
    basisInWords(basis).en,
  ]
  return `| ${cells.join(' | ')} |\n`
}
