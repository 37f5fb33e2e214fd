/** What the papers of a proposal say, for whoever has it open. Nothing is said here that is not recorded. */

import { under } from '../../documents/citation.ts'
import type { Content, Said } from '../../documents/content.ts'
import type { IssuedPaper, OpenedPapers, PaperIssuer } from '../../documents/issuer.ts'
import type { Recorded } from '../../engine/envelope.ts'
import type { OrganId } from '../../kernel/organ.ts'
import type { Sealed } from '../../kernel/sealed.ts'
import { type Bilingual, listed, say } from '../../wording/bilingual.ts'
import { dayInWords } from '../../wording/days.ts'
import { proposalTerms } from '../../wording/proposal-terms.ts'
import type { ProposalHouse } from './house.ts'
import { papersOfProposal, proposalPapers } from './papers.ts'
import type { ProposalFact, ProposalFactOf, ProposalText } from './proposal.ts'
import { type ReadProposal, readProposal } from './queries.ts'
import { partOf } from './sealing.ts'
import { worldOf } from './world.ts'

type NameOf = (organ: OrganId) => Bilingual

/** A proposal that is sealed to the viewer has no papers for them: what stands in one stands in the other. */
export const proposalIssuer = (house: ProposalHouse): PaperIssuer => ({
  ...proposalPapers,
  async open(stream, viewer): Promise<OpenedPapers | null> {
    const read = await readProposal(house, stream, viewer)
    if (read === null || !read.isOpen) return null
    const { proposal, history } = read
    const isBureau = partOf(proposal, viewer.organ) === 'bureau'
    const papers = history
      .flatMap(({ fact, version }) => papersOfProposal(fact, version))
      .filter(({ organ }) => isBureau || organ === viewer.organ || organ === proposal.bureau)
    return { papers, contentOf: (paper, nameOf) => contentOf(paper, nameOf, read, house) }
  },
})

function contentOf(paper: IssuedPaper, nameOf: NameOf, read: ReadProposal, house: ProposalHouse): Content {
  const { fact } = read.history.find(({ version }) => version === paper.version) as Recorded<ProposalFact>
  if (fact.type === 'ProposalIssued') return letter(fact, nameOf, read, house)
  return answer(fact as ProposalFactOf<'ProposalAnswered'>, nameOf, read, house)
}

const written = ({ texts }: ReadProposal, { ref }: Sealed): Said => {
  const text = texts.get(ref)
  return text === undefined ? { unreadable: 'erased' } : say(text, text)
}

function letter(
  fact: ProposalFactOf<'ProposalIssued'>,
  nameOf: NameOf,
  read: ReadProposal,
  house: ProposalHouse,
): Content {
  const { proposal } = read
  const { law } = worldOf(proposal, house)
  const { text } = proposal
  const clock = fact.clocks?.flatMap((change) => (change.change === 'started' ? [change.clock] : []))[0]
  return {
    parts: {
      to: listed(fact.recipients.map(nameOf)),
      under: under(law.proposals[fact.kind]?.basis),
      findings: written(read, text.findings),
      day: clock && dayInWords(clock.lastDay),
      complained: complained(text, nameOf, read),
    },
    lists: { measures: text.points.map((point) => ({ measure: written(read, point) })) },
  }
}

/** 某局、某局某某: the organs, and the people with where they work. */
function complained({ against }: ProposalText, nameOf: NameOf, read: ReadProposal): Said | undefined {
  const organs = against.organs.map(nameOf)
  const people = against.people.map(({ organ, name }): Said => {
    const said = written(read, name)
    if ('unreadable' in said) return said
    const { zh, en } = nameOf(organ)
    return say(`${zh}${said.zh}`, `${said.en} of ${en}`)
  })
  const closed = people.find((said) => 'unreadable' in said)
  if (closed) return closed
  const all = [...organs, ...(people as readonly Bilingual[])]
  return all.length === 0 ? undefined : listed(all)
}

function answer(
  { adoption, answer: said, reasons }: ProposalFactOf<'ProposalAnswered'>,
  nameOf: NameOf,
  read: ReadProposal,
  house: ProposalHouse,
): Content {
  const { proposal } = read
  const { law } = worldOf(proposal, house)
  return {
    parts: {
      to: nameOf(proposal.bureau),
      on: dayInWords(proposal.issuedOn ?? proposal.draftedOn),
      under: under(law.proposalAnswer.basis),
      adopted: proposalTerms.proposalAdoption[adoption],
      answer: written(read, said),
      reasons: reasons === null ? undefined : written(read, reasons),
    },
    lists: {},
  }
}
