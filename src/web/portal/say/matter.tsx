import { useEffect, useRef } from 'preact/hooks'
import { LongField, TextField } from '../form/form.tsx'
import { useWords } from '../shell/language.tsx'
import { longest, mostClaims } from './steps.ts'
import type { StepProps } from './wizard.tsx'

export function What({ draft, change, errorAt }: StepProps) {
  const { what } = useWords()
  const suggests = draft.kind === 'suggestion'
  return (
    <>
      <TextField
        id="title"
        label={suggests ? what.headingSuggest : what.heading}
        hint={suggests ? what.headingSuggestHint : what.headingHint}
        error={errorAt('title')}
        value={draft.title}
        onText={(title) => change({ title })}
      />
      <LongField
        id="text"
        label={suggests ? what.textSuggest : what.text}
        hint={suggests ? what.textSuggestHint : what.textHint}
        error={errorAt('text')}
        rows={10}
        max={longest.text}
        value={draft.text}
        onText={(text) => change({ text })}
      />
    </>
  )
}

export function Claims({ draft, change, errorAt }: StepProps) {
  const { claims, actions } = useWords()
  const suggests = draft.kind === 'suggestion'
  const list = useRef<HTMLOListElement>(null)
  const count = draft.claims.length
  const drawn = useRef(count)
  useEffect(() => {
    // a new claim is asked for at once; a removed one must not drop the focus on the floor
    if (drawn.current !== count) list.current?.querySelectorAll('textarea')[count - 1]?.focus()
    drawn.current = count
  }, [count])
  const put = (at: number, text: string) =>
    change({ claims: draft.claims.map((claim, i) => (i === at ? text : claim)) })
  return (
    <>
      <p>{suggests ? claims.leadSuggest : claims.lead}</p>
      <ol class="entries" ref={list}>
        {draft.claims.map((claim, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a claim has no name of its own while it is written
          <li key={at}>
            <LongField
              id={`claim-${at}`}
              label={claims.claim(at + 1)}
              hint={at === 0 ? (suggests ? claims.hintSuggest : claims.hint) : undefined}
              error={errorAt(`claim-${at}`)}
              rows={3}
              max={longest.claim}
              value={claim}
              onText={(text) => put(at, text)}
            />
            {count > 1 ? (
              <button
                type="button"
                class="link"
                onClick={() => change({ claims: draft.claims.filter((_, i) => i !== at) })}
              >
                {actions.remove}
                <span class="unseen"> {claims.claim(at + 1)}</span>
              </button>
            ) : null}
          </li>
        ))}
      </ol>
      {count < mostClaims ? (
        <button type="button" class="button second" onClick={() => change({ claims: [...draft.claims, ''] })}>
          {actions.add}
        </button>
      ) : null}
    </>
  )
}
