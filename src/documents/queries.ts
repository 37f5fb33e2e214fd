/** The papers of one petition, read in the name of whoever asks, with the numbers that they bear. */
import { readAs } from '../identity/scope.ts'
import type { PetitionNumber } from '../kernel/petition-number.ts'
import { err, type Result } from '../kernel/result.ts'
import type { Viewer } from '../kernel/viewer.ts'
import type { DocumentRule } from '../law/law.ts'
import type { PetitionHouse } from '../petition/house.ts'
import { readPetition } from '../petition/reading.ts'
import type { Read } from '../petition/view.ts'
import { say } from '../wording/bilingual.ts'
import { dayInWords } from '../wording/days.ts'
import type { Content } from './content.ts'
import { forms } from './forms/forms.ts'
import { isForPetitioner, type Paper, papersOf } from './issued.ts'
import type { Language, Page } from './page.ts'
import { contentOf } from './recorded.ts'
import { issuerOf, nameOf, type Source, sourceOf } from './source.ts'
import { setPage } from './typesetting.ts'
import type { PaperRefusal } from './wording.ts'

/** A petition's papers as one viewer may have them. */
export interface Papers {
  readonly read: Read
  readonly papers: readonly Paper[]
  /** Paper → number, as it is printed. */
  readonly numbers: ReadonlyMap<string, string>
}

export async function papersFor(house: PetitionHouse, number: PetitionNumber, viewer: Viewer): Promise<Papers | null> {
  const [read, rows] = await Promise.all([
    readPetition(house, number, viewer),
    readAs<{ paper: string; shown: string }>(house, viewer, {
      name: 'paper numbers',
      text: 'select paper, shown from paper_number where bearer = $1',
      values: [number],
    }),
  ])
  if (!read) return null
  const papers = papersIn(read)
  return {
    read,
    papers: viewer.kind === 'petitioner' ? papers.filter((paper) => isTheirs(paper, viewer.person)) : papers,
    numbers: new Map(rows.map(({ paper, shown }) => [paper, shown])),
  }
}

const papersIn = ({ history }: Read): readonly Paper[] =>
  history.flatMap(({ fact, version }) => papersOf(fact, version))

const isTheirs = (paper: Paper, person: string): boolean => isForPetitioner(forms[paper.kind], paper, person)

export function pageOf(papers: Papers, id: string, language: Language): Result<Page, PaperRefusal> {
  const paper = papers.papers.find((each) => each.id === id)
  if (!paper) return err({ kind: 'no-such-paper' })
  const source = sourceOf(paper, papers.read)
  return setPage(paper.kind, withNumber(contentOf(source), source, papers), frameOf(source, papers), language)
}

const frameOf = (source: Source, { numbers }: Papers) => ({
  organ: nameOf(source.read, issuerOf(source)),
  day: dayInWords(source.paper.on),
  number: numbers.get(source.paper.id) ?? null,
  isIssued: true,
  rule: ruleOf(source),
})

function ruleOf({ paper, read: { world } }: Source): DocumentRule | undefined {
  const { document } = forms[paper.kind]
  return document && world.law.documents[document]
}

/** A proof of service names the document that was served by its number, if it bears one. */
function withNumber(content: Content, { fact }: Source, { numbers, read }: Papers): Content {
  if (fact.type !== 'DocumentServed') return content
  const served = papersIn(read).find(({ document }) => document === fact.document)
  const shown = served && numbers.get(served.id)
  return shown ? { ...content, parts: { ...content.parts, documentNumber: say(shown, shown) } } : content
}
