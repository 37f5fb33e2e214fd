/** What the pages of a followed petition share: what they are given, how they are framed, and the way out. */
import type { ComponentChildren } from 'preact'
import { useLocation } from 'preact-iso'
import type { FollowView } from '../../../petition/views.ts'
import { forgetReceipt } from '../receipt/kept.ts'
import { inGroups } from '../shell/days.ts'
import { useWords } from '../shell/language.tsx'
import { Page } from '../shell/page.tsx'
import type { Opener } from '../wire/api.ts'
import { dropOpener } from './opener.ts'
import { forgetPetition } from './petition.ts'

export interface FollowedProps {
  readonly petition: FollowView
  readonly opener: Opener
  readonly refresh: () => void
  readonly item: string
}

/** Takes number and key away from this device. */
export function Leave() {
  const { follow } = useWords()
  const { route } = useLocation()
  const leave = () => {
    dropOpener()
    forgetPetition()
    forgetReceipt()
    route('/follow?left', true)
  }
  return (
    <button type="button" class="button second" onClick={leave}>
      {follow.leave}
    </button>
  )
}

interface FollowPageProps {
  readonly petition: FollowView
  readonly title: string
  readonly lead?: string
  readonly children: ComponentChildren
}

/** A page below the overview. */
export function FollowPage({ petition, title, lead, children }: FollowPageProps) {
  const { follow, actions } = useWords()
  return (
    <Page
      title={title}
      caption={follow.asOf(inGroups(petition.number, '-'))}
      back={{ to: '/follow/petition', label: actions.backTo(petition.title) }}
    >
      {lead ? <p>{lead}</p> : null}
      {children}
      <div class="leaving screen">
        <Leave />
      </div>
    </Page>
  )
}
