import { Link } from 'react-router'
import { conferenceTermOf } from '../../../wording/conference-terms.ts'
import { SideBlock } from '../layout/SideBlocks.tsx'
import { useLanguage } from '../locales/language.tsx'
import { useReadsPetitions } from '../session/session-context.ts'
import { useConferences, useConferenceWords, useItemsOf } from './conferences.ts'

interface FromPetitionProps {
  readonly number: string
  /** What is usually brought from where this stands. */
  readonly kind?: 'measure'
}

/** On the page of a petition or of its supervision: what was brought about it, and the way to bring it; for whoever has a conference to bring it before. */
export function FromPetition({ number, kind }: FromPetitionProps) {
  const { language } = useLanguage()
  const say = useConferenceWords()
  const reads = useReadsPetitions()
  const { data: conferences = [] } = useConferences(reads)
  const { data: items = [] } = useItemsOf(number, reads && conferences.length > 0)
  if (conferences.length === 0) return null
  return (
    <SideBlock
      title={say.title}
      isFilled={items.length > 0}
      act={<Link to={`/conferences/bring?petition=${number}${kind ? `&kind=${kind}` : ''}`}>{say.bringThis}</Link>}
    >
      <ul className="proposal-list">
        {items.map((row) => (
          <li key={row.item}>
            <Link to={`/conferences/items/${row.item}`}>{row.title}</Link>
            <div className="faint">{conferenceTermOf('itemStage', row.stage)[language]}</div>
          </li>
        ))}
      </ul>
    </SideBlock>
  )
}
