import { Link } from 'react-router'
import { SideBlock } from '../layout/SideBlocks.tsx'
import { useLanguage } from '../locales/language.tsx'
import { useSession } from '../session/session-context.ts'
import { useProposalCounts, useProposalsOf } from './proposals.ts'

/** On the page of a petition: what was proposed after it, and the way to propose; for whoever works where proposals are made. */
export function FromPetition({ number }: { readonly number: string }) {
  const { words, term } = useLanguage()
  const { has } = useSession()
  const works = has('clerk') || has('head') || has('supervisor')
  const { data: counted } = useProposalCounts(works)
  const { data: proposals = [] } = useProposalsOf(number, counted?.proposes ?? false)
  if (!counted?.proposes) return null
  return (
    <SideBlock
      title={words.proposal.title}
      isFilled={proposals.length > 0}
      act={<Link to={`/proposals/new?petition=${number}`}>{words.proposal.draftFrom}</Link>}
    >
      <ul className="proposal-list">
        {proposals.map((row) => (
          <li key={row.proposal}>
            <Link to={`/proposals/${row.proposal}`}>{row.title ?? words.proposal.sealedTitle}</Link>
            <div className="faint">{term('proposalKind', row.kind)}</div>
          </li>
        ))}
      </ul>
    </SideBlock>
  )
}
