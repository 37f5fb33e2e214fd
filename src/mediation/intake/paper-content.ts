/** What the papers of a visit say: what it was about, and what was done, by whom and by when. Nobody is named in them. */
import type { Content, Said } from '../../documents/content.ts'
import type { IssuedPaper, OpenedPapers, PaperIssuer } from '../../documents/issuer.ts'
import { paperOf } from '../../documents/issuer.ts'
import type { OrganId } from '../../kernel/organ.ts'
import type { Sealed } from '../../kernel/sealed.ts'
import { openTo } from '../../petition/queries.ts'
import { type Bilingual, say } from '../../wording/bilingual.ts'
import { dayInWords } from '../../wording/days.ts'
import { intakeTerms } from '../../wording/intake-terms.ts'
import type { IntakeHouse } from './house.ts'
import { intakePapers } from './papers.ts'
import { type ReadIntake, readIntake } from './queries.ts'
import { petitionOf } from './tables.ts'
import { limitsOf } from './view.ts'

type NameOf = (organ: OrganId) => Bilingual
const same = (text: string): Bilingual => say(text, text)

/** For the centre that took them in; a petition is named on them to whoever may open it. */
export const intakeIssuer = (house: IntakeHouse): PaperIssuer => ({
  ...intakePapers,
  async open(stream, viewer): Promise<OpenedPapers | null> {
    const read = await readIntake(house, stream, viewer)
    if (read === null) return null
    const petition = petitionOf(read.intake)
    const isOpen = petition !== null && (await openTo(house, viewer, [petition])).has(petition)
    return {
      papers: papersIn(read),
      contentOf: (paper, nameOf) => contentOf(paper, nameOf, read, { isOpen, house }),
    }
  },
})

/** The first fact took them in; each lead remembers the version of its own. */
function papersIn({ intake: { takenOn, centre, leads } }: ReadIntake): readonly IssuedPaper[] {
  const led = leads.map(({ version, on }) => paperOf('leadSlip', { version, on, organ: centre }))
  return [paperOf('visitSlip', { version: 1, on: takenOn, organ: centre }), ...led]
}

interface Beside {
  readonly isOpen: boolean
  readonly house: IntakeHouse
}

function contentOf(
  { version }: IssuedPaper,
  nameOf: NameOf,
  { intake, texts }: ReadIntake,
  { isOpen, house }: Beside,
): Content {
  const said = (piece: Sealed | null): Said | undefined => {
    if (piece === null) return undefined
    const text = texts.get(piece.ref)
    return text === undefined ? { unreadable: 'erased' } : same(text)
  }
  const lead = intake.leads.find((one) => one.version === version)
  const limits = lead ? limitsOf(lead.way, intake.centre, house) : null
  return {
    parts: {
      visit: same(intake.reference),
      brought: said(intake.about),
      receivedOn: dayInWords(intake.takenOn),
      organ: nameOf(intake.centre),
      led: lead && intakeTerms.leadKind[lead.kind],
      furtherBy: lead?.by ? nameOf(lead.by) : undefined,
      furtherUntil: lead?.until ? dayInWords(lead.until) : undefined,
      where: said(lead?.where ?? null),
      number: isOpen && lead?.petition ? same(lead.petition) : undefined,
      explanation: said(lead?.words ?? null),
      limit: limits ?? undefined,
    },
    lists: {},
  }
}
