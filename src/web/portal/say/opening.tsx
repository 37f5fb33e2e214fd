import { Choice, LongField, TextField } from '../form/form.tsx'
import { useWords } from '../shell/language.tsx'
import { Resume, SharedDevice } from './resume.tsx'
import { longest } from './steps.ts'
import type { StepProps } from './wizard.tsx'

export function Start({ flow, draft, change, errorAt }: StepProps) {
  const { start } = useWords()
  return (
    <>
      <Resume flow={flow} draft={draft} />
      <p>{start.lead}</p>
      <Choice
        id="kind"
        legend={start.title}
        legendIsHeading
        error={errorAt('kind')}
        value={draft.kind}
        onChoose={(kind) => change({ kind })}
        options={[
          { value: 'appeal', label: start.appeal, hint: start.appealHint },
          { value: 'accusation', label: start.accusation, hint: start.accusationHint },
          { value: 'suggestion', label: start.suggestion, hint: start.suggestionHint },
        ]}
      />
      <SharedDevice flow={flow} draft={draft} />
    </>
  )
}

export function Before({ draft, change, errorAt }: StepProps) {
  const { before } = useWords()
  return (
    <>
      <p>{before.lead}</p>
      <Choice
        id="before"
        legend={before.title}
        legendIsHeading
        error={errorAt('before')}
        value={draft.before}
        onChoose={(value) => change({ before: value })}
        options={[
          { value: 'no', label: before.no },
          {
            value: 'yes',
            label: before.yes,
            reveals: (
              <>
                <LongField
                  id="before-note"
                  label={before.note}
                  hint={before.noteHint}
                  error={errorAt('before-note')}
                  optional
                  rows={3}
                  max={longest.note}
                  value={draft.beforeNote}
                  onText={(beforeNote) => change({ beforeNote })}
                />
                <TextField
                  id="before-number"
                  label={before.number}
                  hint={before.numberHint}
                  error={errorAt('before-number')}
                  inputMode="numeric"
                  value={draft.beforeNumber}
                  onText={(beforeNumber) => change({ beforeNumber })}
                />
              </>
            ),
          },
        ]}
      />
    </>
  )
}

/** A warning, never a gate: other procedures have limits that do not wait for this one. */
export function Routes() {
  const { routes } = useWords()
  return (
    <>
      <p>{routes.lead}</p>
      <dl class="plain">
        {routes.items.map(({ title, text, basis }) => (
          <div key={title}>
            <dt>{title}</dt>
            <dd>
              {text}
              <span class="basis">{basis}</span>
            </dd>
          </div>
        ))}
      </dl>
      <p>{routes.help}</p>
    </>
  )
}
