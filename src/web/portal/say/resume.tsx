/** What is kept on this device, how to stop it, and how to go on with what was begun. */
import { useState } from 'preact/hooks'
import { fullDay } from '../../shared/days.ts'
import { useSpeech, useWords } from '../shell/language.tsx'
import { changeDraft, clearDraft, type Draft, type Flow, isBegun } from './draft.ts'
import { addressOf, allProblems } from './steps.ts'

/** At the foot of every step. */
export function KeptHere({ draft }: { draft: Draft }) {
  const words = useWords()
  if (!isBegun(draft)) return null
  return <p class="kept">{draft.isShared ? words.wizard.draftNotKept : words.wizard.draftKept}</p>
}

/** Which call it answers, and the way to suggest something else instead. */
export function Answers({ flow, draft: { answers } }: { flow: Flow; draft: Draft }) {
  const { wizard } = useWords()
  if (answers === null) return null
  return (
    <p class="kept">
      {wizard.answers(answers.title)}{' '}
      <button type="button" class="link" onClick={() => changeDraft(flow, { answers: null })}>
        {wizard.answersNone}
      </button>
    </p>
  )
}

/** At the first step: goes on where somebody stopped, or throws it away. */
export function Resume({ flow, draft }: { flow: Flow; draft: Draft }) {
  const { words, language } = useSpeech()
  const [found] = useState(() => isBegun(draft))
  const [discarded, say] = useState(false)
  if (discarded) return <p role="status">{words.wizard.discarded}</p>
  if (!found || !isBegun(draft)) return null
  const missing = allProblems(draft, words)[0]
  return (
    <section class="panel" aria-labelledby="resume">
      <h2 id="resume">{words.wizard.draftFound}</h2>
      <p>{words.wizard.draftFoundText(fullDay(draft.startedOn, language))}</p>
      {draft.title ? <p class="quote">{draft.title}</p> : null}
      <div class="buttons">
        <a class="button" href={addressOf(flow, missing?.step ?? 'check')}>
          {words.wizard.goOn}
        </a>
        <button
          type="button"
          class="button second"
          onClick={() => {
            clearDraft(flow)
            say(true)
          }}
        >
          {words.wizard.startOver}
        </button>
      </div>
    </section>
  )
}

/** On somebody else's phone nothing stays behind. */
export function SharedDevice({ flow, draft }: { flow: Flow; draft: Draft }) {
  const words = useWords()
  return (
    <div class="tick">
      <input
        type="checkbox"
        id="shared"
        checked={draft.isShared}
        aria-describedby="shared-says"
        onChange={(event) => changeDraft(flow, { isShared: event.currentTarget.checked })}
      />
      <label for="shared">{words.wizard.shared}</label>
      <p class="says" id="shared-says">
        {words.wizard.sharedHint}
      </p>
    </div>
  )
}
