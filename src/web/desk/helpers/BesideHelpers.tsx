/** On the page of a place that is screened, and of a mediation: who is invited to help there, and inviting another. */
import { useState } from 'react'
import { SideBlock } from '../layout/SideBlocks.tsx'
import { useLanguage } from '../locales/language.tsx'
import { useSession } from '../session/session-context.ts'
import { EngagementItem } from './EngagementItem.tsx'
import { type Beside, useEngagementsBeside } from './helpers.ts'
import { InviteBesideDialog } from './InviteBesideDialog.tsx'
import './helpers.css'

interface BesideHelpersProps {
  readonly of: Beside
  /** Whether it still goes on, and is theirs; whether somebody may be invited, the house says again. */
  readonly mayInvite: boolean
}

export function BesideHelpers({ of, mayInvite }: BesideHelpersProps) {
  const { words } = useLanguage()
  const { has } = useSession()
  const [isInviting, invite] = useState(false)
  const handles = has('clerk') || has('head')
  const { data: all = [] } = useEngagementsBeside(of, handles)
  const engagements = all.filter(({ screening }) => of.kind === 'mediation' || screening?.area === of.area)
  const act = (
    <button type="button" className="link" onClick={() => invite(true)}>
      {words.helper.invite}
    </button>
  )
  return (
    <>
      <SideBlock title={words.helper.onPetition} isFilled={engagements.length > 0} act={handles && mayInvite && act}>
        <ul className="helper-list">
          {engagements.map((engagement) => (
            <li key={engagement.engagement}>
              <EngagementItem engagement={engagement} />
            </li>
          ))}
        </ul>
      </SideBlock>
      {isInviting && <InviteBesideDialog of={of} onClose={() => invite(false)} />}
    </>
  )
}
