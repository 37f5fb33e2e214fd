/** Objecting to an erasure: one word of one petitioner is enough. */
import { useState } from 'preact/hooks'
import { LongField } from '../form/form.tsx'
import { useWords } from '../shell/language.tsx'
import { ActPage } from './act-page.tsx'
import type { FollowedProps } from './follow-page.tsx'

export function ObjectToErasure(props: FollowedProps) {
  const { act } = useWords()
  const say = act.objectToErasure
  const [reason, write] = useState('')
  return (
    <ActPage
      {...props}
      act="object-to-erasure"
      title={say.title}
      lead={say.lead}
      send={say.send}
      problems={() => []}
      body={() => ({ reason: reason.trim() || null })}
    >
      {() => (
        <>
          <p class="promise">{say.after}</p>
          <LongField id="reason" label={say.reason} optional rows={3} max={2000} value={reason} onText={write} />
        </>
      )}
    </ActPage>
  )
}
