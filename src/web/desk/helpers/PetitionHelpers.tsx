/** On the page of a petition: who is invited to help, and inviting another. */
import { useState } from 'react'
import { SideBlock } from '../layout/SideBlocks.tsx'
import { useLanguage } from '../locales/language.tsx'
import type { PetitionView } from '../petition/petition.ts'
import { useSession } from '../session/session-context.ts'
import { EngagementItem } from './EngagementItem.tsx'
import { InviteDialog } from './HelperDialogs.tsx'
import { useEngagementsOf } from './helpers.ts'
import './helpers.css'

export function PetitionHelpers({ petition }: { readonly petition: PetitionView }) {
  const { words } = useLanguage()
  const { has, organ } = useSession()
  const [isInviting, invite] = useState(false)
  const handles = has('clerk') || has('head')
  const { data: engagements = [] } = useEngagementsOf(petition.number, handles)
  // An accusation is shown to nobody from outside; who may invite, the house says again.
  const isTheirs = [petition.holder.id, petition.registrar.id].includes(organ.id)
  const mayInvite = handles && isTheirs && petition.class !== 'accusation' && petition.endedOn === null
  if (engagements.length === 0 && !mayInvite) return null
  const act = (
    <button type="button" className="link" onClick={() => invite(true)}>
      {words.helper.invite}
    </button>
  )
  return (
    <>
      <SideBlock title={words.helper.onPetition} isFilled={engagements.length > 0} act={mayInvite && act}>
        <ul className="helper-list">
          {engagements.map((engagement) => (
            <li key={engagement.engagement}>
              <EngagementItem engagement={engagement} />
            </li>
          ))}
        </ul>
      </SideBlock>
      {isInviting && <InviteDialog petition={petition} onClose={() => invite(false)} />}
    </>
  )
}
