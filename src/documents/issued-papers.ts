/** The papers of other rooms than the petition's: found by the stream that issued them, opened by the room whose stream it is. */
import { type Reading, readAs } from '../identity/scope.ts'
import type { OrganId } from '../kernel/organ.ts'
import { err, type Result } from '../kernel/result.ts'
import type { Viewer } from '../kernel/viewer.ts'
import type { Directory } from '../petition/house.ts'
import { dayInWords } from '../wording/days.ts'
import type { OpenedPapers, PaperIssuer } from './issuer.ts'
import type { Language, Page } from './page.ts'
import { setPage } from './typesetting.ts'
import type { PaperRefusal } from './wording.ts'

type Staff = Extract<Viewer, { kind: 'staff' }>

export interface IssuedHouse extends Reading {
  readonly directory: Directory
}

/** One stream's papers with the numbers that they bear. */
export interface IssuedPapers extends OpenedPapers {
  /** Paper → number, as it is printed. */
  readonly numbers: ReadonlyMap<string, string>
}

/** Null where no room issues papers from that stream, or it is not the viewer's to see. */
export async function issuedBy(
  house: IssuedHouse,
  issuers: readonly PaperIssuer[],
  stream: string,
  viewer: Staff,
): Promise<IssuedPapers | null> {
  const issuer = issuers.find((each) => each.owns(stream))
  const opened = issuer && (await issuer.open(stream, viewer))
  if (!opened) return null
  const rows = await readAs<{ paper: string; shown: string }>(house, viewer, {
    name: 'issued paper numbers',
    text: 'select paper, shown from paper_number where bearer = $1',
    values: [stream],
  })
  return { ...opened, numbers: new Map(rows.map(({ paper, shown }) => [paper, shown])) }
}

export function issuedPage(
  { directory }: IssuedHouse,
  { papers, numbers, contentOf }: IssuedPapers,
  id: string,
  language: Language,
): Result<Page, PaperRefusal> {
  const paper = papers.find((each) => each.id === id)
  if (!paper) return err({ kind: 'no-such-paper' })
  const nameOf = (organ: OrganId) => directory.nameOn(organ, paper.on)
  const frame = {
    organ: nameOf(paper.organ),
    day: dayInWords(paper.on),
    number: numbers.get(paper.id) ?? null,
    isIssued: true,
  }
  return setPage(paper.kind, contentOf(paper, nameOf), frame, language)
}
