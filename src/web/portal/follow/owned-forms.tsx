/** Saying what one thinks of what came of an owned case; and asking, with reasons, that another leader own it. */
import { useState } from 'preact/hooks'
import type { z } from 'zod'
import type { giveView } from '../../../leadership/ownership/contract.ts'
import { ownedTerms } from '../../../wording/owned-terms.ts'
import { Choice, LongField } from '../form/form.tsx'
import { problemAt } from '../form/problem.ts'
import { useSpeech } from '../shell/language.tsx'
import { SendingPage } from './act-page.tsx'
import type { FollowedProps } from './follow-page.tsx'

type View = z.input<(typeof giveView)['body']>['view']
const views = Object.keys(ownedTerms.ownershipView) as View[]

export function GiveView(props: FollowedProps) {
  const { words, language } = useSpeech()
  const say = words.owned
  const [view, choose] = useState<View | ''>('')
  const [own, write] = useState('')
  return (
    <SendingPage
      {...props}
      path="/api/follow/ownership/view"
      title={say.giveView}
      lead={say.viewLead}
      problems={() => (view === '' ? [{ field: 'view', message: say.choose }] : [])}
      body={() => ({ view: view || 'partly', words: own.trim() || null })}
      sure={say.sure}
      back={{ to: '/follow/petition/owned', label: say.back, text: say.sent }}
    >
      {(problems) => (
        <>
          <Choice
            id="view"
            legend={say.view}
            error={problemAt(problems, 'view')}
            value={view}
            onChoose={choose}
            options={views.map((value) => ({ value, label: ownedTerms.ownershipView[value][language] }))}
          />
          <LongField id="words" label={say.ownWords} optional rows={5} max={4000} value={own} onText={write} />
        </>
      )}
    </SendingPage>
  )
}

export function AskForAnother(props: FollowedProps) {
  const { words } = useSpeech()
  const say = words.owned
  const [reason, write] = useState('')
  return (
    <SendingPage
      {...props}
      path="/api/follow/ownership/another-owner"
      title={say.askAnother}
      lead={say.anotherLead}
      problems={() => (reason.trim() === '' ? [{ field: 'reason', message: say.reasonNeeded }] : [])}
      body={() => ({ reason: reason.trim() })}
      sure={say.sure}
      back={{ to: '/follow/petition/owned', label: say.back, text: say.sent }}
    >
      {(problems) => (
        <LongField
          id="reason"
          label={say.reason}
          error={problemAt(problems, 'reason')}
          rows={6}
          max={4000}
          value={reason}
          onText={write}
        />
      )}
    </SendingPage>
  )
}
