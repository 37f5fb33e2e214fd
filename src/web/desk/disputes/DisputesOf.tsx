import { Link } from 'react-router'
import { disputeTermOf } from '../../../wording/dispute-terms.ts'
import { SideBlock } from '../layout/SideBlocks.tsx'
import { useLanguage } from '../locales/language.tsx'
import { useSession } from '../session/session-context.ts'
import { useDisputesOf } from './disputes.ts'

/** On the page of a petition: the dispute that it was, for organs with a part in that. */
export function DisputesOf({ number }: { readonly number: string }) {
  const { words, language } = useLanguage()
  const { has } = useSession()
  const keeps = has('clerk') || has('head') || has('leader') || has('supervisor')
  const { data } = useDisputesOf(number, keeps)
  if (!data || data.length === 0) return null
  return (
    <SideBlock title={words.dispute.was} isFilled>
      {data.map(({ dispute, title, stage }) => (
        <div key={dispute}>
          <Link to={`/disputes/${dispute}`}>{title}</Link>
          <div className="faint">{disputeTermOf('disputeStage', stage)[language]}</div>
        </div>
      ))}
    </SideBlock>
  )
}
