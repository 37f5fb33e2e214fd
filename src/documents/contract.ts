/** The wire of the documents room: which papers a petition has, each as a page, and as a Word document. */
import { z } from 'zod'
import { readers } from '../petition/contract.ts'
import { refusalView } from '../petition/views.ts'
import { endpoint, fileReply } from '../platform/http/endpoint.ts'
import { petitionNumber, ref } from '../platform/http/fields.ts'

const bilingual = { zh: z.string(), en: z.string() }
const organRef = z.object({ id: z.string(), ...bilingual })

const paperRow = z.object({
  /** The fact that issued it and its kind: `3-transferLetter`. */
  paper: z.string(),
  kind: z.string(),
  ...bilingual,
  on: z.string(),
  organ: organRef,
  /** The document of the petition that it sets, `d2`, if it sets one. */
  document: z.string().nullable(),
  number: z.string().nullable(),
  /** The number comes within moments. */
  isNumberPending: z.boolean(),
  /** Why it cannot be set for whoever asks: a part is missing, or sealed from them. */
  refusal: refusalView.nullable(),
})
export type PaperRow = z.output<typeof paperRow>
const paperList = z.object({ items: z.array(paperRow) })

const piece = z.discriminatedUnion('is', [
  z.object({ is: z.literal('heading'), level: z.union([z.literal(1), z.literal(2)]), text: z.string() }),
  z.object({ is: z.literal('paragraph'), text: z.string() }),
  z.object({ is: z.literal('table'), head: z.array(z.string()), rows: z.array(z.array(z.string())) }),
])

export const pageView = z.object({
  kind: z.string(),
  language: z.enum(['zh', 'en']),
  title: z.string(),
  head: z.enum(['red', 'upward', 'letter', 'plain']),
  organ: z.string(),
  number: z.string().nullable(),
  isNumberPending: z.boolean(),
  isDraft: z.boolean(),
  approver: z.string().nullable(),
  to: z.string().nullable(),
  pieces: z.array(piece),
  close: z.string().nullable(),
  signed: z.enum(['organ', 'parties', 'served']),
  day: z.string(),
  copies: z.string().nullable(),
})
export type PageView = z.output<typeof pageView>

/** The Chinese text is the official one; English is to be read beside it. */
const language = z.object({ language: z.enum(['zh', 'en']).default('zh') })
const ofPetition = z.object({ number: petitionNumber() })
const onePaper = z.object({ number: petitionNumber(), paper: ref() })
const ownPaper = z.object({ paper: ref() })

export const listPapers = endpoint({
  id: 'paper.list',
  method: 'GET',
  path: '/api/petitions/:number/papers',
  access: readers,
  summary: { zh: '一件信访事项的文书', en: 'The papers of a petition' },
  params: ofPetition,
  response: paperList,
})

export const readPaper = endpoint({
  id: 'paper.read',
  method: 'GET',
  path: '/api/petitions/:number/papers/:paper',
  access: readers,
  summary: { zh: '一份文书，按公文格式排版', en: 'One paper, set as a page' },
  params: onePaper,
  query: language,
  response: pageView,
})

export const downloadPaper = endpoint({
  id: 'paper.download',
  method: 'GET',
  path: '/api/petitions/:number/papers/:paper/docx',
  access: readers,
  summary: { zh: '下载文书（Word）', en: 'One paper as a Word document' },
  params: onePaper,
  query: language,
  response: fileReply(),
})

export const followPapers = endpoint({
  id: 'paper.follow',
  method: 'GET',
  path: '/api/follow/papers',
  access: 'petitioner',
  pace: 'lookup',
  summary: { zh: '信访人：本人可以查阅的文书', en: 'For a petitioner: the papers that are theirs to read' },
  response: paperList,
})

export const followPaper = endpoint({
  id: 'paper.follow-read',
  method: 'GET',
  path: '/api/follow/papers/:paper',
  access: 'petitioner',
  pace: 'lookup',
  summary: { zh: '信访人：一份文书', en: 'For a petitioner: one paper' },
  params: ownPaper,
  query: language,
  response: pageView,
})

export const followDownload = endpoint({
  id: 'paper.follow-download',
  method: 'GET',
  path: '/api/follow/papers/:paper/docx',
  access: 'petitioner',
  pace: 'lookup',
  summary: { zh: '信访人：下载文书（Word）', en: 'For a petitioner: one paper as a Word document' },
  params: ownPaper,
  query: language,
  response: fileReply(),
})

/** A stream of a room that issues papers of its own: `bulletin:…`. */
const stream = () => z.string().regex(/^[a-z]+:[A-Za-z0-9_-]{1,60}$/)
const ofStream = z.object({ stream: stream() })
const oneOfStream = z.object({ stream: stream(), paper: ref() })
/** Every member of staff may ask; which stream is theirs to see, its room says. */
export const issuedPapers = endpoint({
  id: 'paper.issued',
  method: 'GET',
  path: '/api/issued/:stream/papers',
  access: 'staff',
  summary: {
    zh: '不属于某一信访事项的文书（督办、建议、通报等）',
    en: 'Papers that are of no one petition: of orders, proposals, bulletins',
  },
  params: ofStream,
  response: paperList,
})

export const readIssued = endpoint({
  id: 'paper.read-issued',
  method: 'GET',
  path: '/api/issued/:stream/papers/:paper',
  access: 'staff',
  summary: { zh: '一份此类文书，按公文格式排版', en: 'One of them, set as a page' },
  params: oneOfStream,
  query: language,
  response: pageView,
})

export const downloadIssued = endpoint({
  id: 'paper.download-issued',
  method: 'GET',
  path: '/api/issued/:stream/papers/:paper/docx',
  access: 'staff',
  summary: { zh: '下载此类文书（Word）', en: 'One of them as a Word document' },
  params: oneOfStream,
  query: language,
  response: fileReply(),
})
