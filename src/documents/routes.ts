/** HTTP for the documents room: lists, pages and Word documents. Nothing here writes, except that somebody looked. */
import type { OrganId } from '../kernel/organ.ts'
import type { PetitionNumber } from '../kernel/petition-number.ts'
import { err, ok, type Result } from '../kernel/result.ts'
import type { Viewer } from '../kernel/viewer.ts'
import type { PetitionHouse } from '../petition/house.ts'
import { noteLook } from '../petition/reading.ts'
import { type AnyRoom, type Call, room, route, type WireRefusal } from '../platform/http/call.ts'
import type { OutgoingFile } from '../platform/http/endpoint.ts'
import * as wire from './contract.ts'
import { docxOf } from './docx.ts'
import { forms } from './forms/forms.ts'
import type { Paper } from './issued.ts'
import { type IssuedPapers, issuedBy, issuedPage } from './issued-papers.ts'
import type { IssuedPaper, PaperIssuer } from './issuer.ts'
import { type Language, type Page, pageOnWire } from './page.ts'
import { type Papers, pageOf, papersFor } from './queries.ts'
import { issuerOf, sourceOf } from './source.ts'
import { explainPaper, type PaperRefusal, statusOfPaperRefusal, titleOf } from './wording.ts'

type Answer<T> = Promise<Result<T, PaperRefusal | WireRefusal>>
type Petitioner = Extract<Viewer, { kind: 'petitioner' }>
type Staff = Extract<Viewer, { kind: 'staff' }>

/** `issuers`: the other rooms that issue papers from streams of their own. */
export function documentRoutes(house: PetitionHouse, issuers: readonly PaperIssuer[] = []): AnyRoom {
  return room<PaperRefusal>({
    name: 'paper',
    title: { zh: '文书', en: 'Papers' },
    statusOf: statusOfPaperRefusal,
    explain: (refusal) => explainPaper(refusal as PaperRefusal),
    routes: [
      route(wire.listPapers, ({ params, viewer }) => answerList(house, params.number, viewer)),
      route(wire.readPaper, (call) => onWire(answerPage(house, call.params.number, call))),
      route(wire.downloadPaper, (call) => asFile(answerPage(house, call.params.number, call))),
      route(wire.followPapers, ({ viewer }) => answerList(house, viewer.petition, viewer)),
      route(wire.followPaper, (call) => onWire(answerPage(house, call.viewer.petition, call))),
      route(wire.followDownload, (call) => asFile(answerPage(house, call.viewer.petition, call))),
      route(wire.issuedPapers, (call) => answerIssued(house, issuers, call)),
      route(wire.readIssued, (call) => onWire(answerIssuedPage(house, issuers, call))),
      route(wire.downloadIssued, (call) => asFile(answerIssuedPage(house, issuers, call))),
    ],
  })
}

async function answerList(house: PetitionHouse, number: PetitionNumber, viewer: Staff | Petitioner) {
  const papers = await papersFor(house, number, viewer)
  if (!papers) return err({ kind: 'no-such-paper' } as const)
  if (viewer.kind === 'staff') await noteLook(house, number, viewer)
  return ok({ items: papers.papers.map((paper) => rowOf(house, papers, paper)) })
}

function rowOf(house: PetitionHouse, papers: Papers, paper: Paper) {
  const { id, kind, on, document } = paper
  const number = papers.numbers.get(id) ?? null
  const set = pageOf(papers, id, 'zh')
  const issuer: OrganId = issuerOf(sourceOf(paper, papers.read))
  return {
    ...{ paper: id, kind, on, document, number },
    ...titleOf(kind),
    organ: { id: issuer, ...house.directory.nameOn(issuer, on) },
    isNumberPending: number === null && forms[kind].numberClass !== null,
    refusal: set.ok ? null : { kind: set.error.kind, ...explainPaper(set.error) },
  }
}

async function answerIssued(
  house: PetitionHouse,
  issuers: readonly PaperIssuer[],
  { params, viewer }: Call<typeof wire.issuedPapers>,
) {
  const papers = await issuedBy(house, issuers, params.stream, viewer)
  if (!papers) return err({ kind: 'no-such-paper' } as const)
  return ok({ items: papers.papers.map((paper) => issuedRow(house, papers, paper)) })
}

function issuedRow(house: PetitionHouse, papers: IssuedPapers, paper: IssuedPaper) {
  const { id, kind, on, organ, document } = paper
  const number = papers.numbers.get(id) ?? null
  const set = issuedPage(house, papers, id, 'zh')
  return {
    ...{ paper: id, kind, on, document, number },
    ...titleOf(kind),
    organ: { id: organ, ...house.directory.nameOn(organ, on) },
    isNumberPending: number === null && forms[kind].numberClass !== null,
    refusal: set.ok ? null : { kind: set.error.kind, ...explainPaper(set.error) },
  }
}

async function answerIssuedPage(
  house: PetitionHouse,
  issuers: readonly PaperIssuer[],
  { params, query, viewer }: Call<typeof wire.readIssued> | Call<typeof wire.downloadIssued>,
): Answer<Page> {
  const papers = await issuedBy(house, issuers, params.stream, viewer)
  if (!papers) return err({ kind: 'no-such-paper' })
  const page = issuedPage(house, papers, params.paper, query.language)
  if (page.ok) await papers.noteLook?.()
  return page
}

interface Asking {
  readonly viewer: Staff | Petitioner
  readonly params: { readonly paper: string }
  readonly query: { readonly language: Language }
}

async function answerPage(house: PetitionHouse, number: PetitionNumber, asking: Asking): Answer<Page> {
  const { viewer, params, query } = asking
  const papers = await papersFor(house, number, viewer)
  if (!papers) return err({ kind: 'no-such-paper' })
  const page = pageOf(papers, params.paper, query.language)
  if (page.ok && viewer.kind === 'staff') await noteLook(house, number, viewer)
  return page
}

async function onWire(answered: Answer<Page>): Answer<wire.PageView> {
  const page = await answered
  return page.ok ? ok(pageOnWire(page.value)) : page
}

const wordDocument = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

async function asFile(answered: Answer<Page>): Answer<OutgoingFile> {
  const page = await answered
  if (!page.ok) return page
  const bytes = await docxOf(page.value)
  const name = [page.value.title, page.value.number].filter((part) => part !== null).join(' ')
  return ok({ stream: inOnePiece(bytes), name: `${name}.docx`, type: wordDocument, lengthBytes: bytes.length })
}

async function* inOnePiece(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}
