import { Choice, LongField, TextField } from '../form/form.tsx'
import { useFetched } from '../read/fetched.ts'
import { ProcedureList, type Procedures } from '../read/other-procedures.tsx'
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

/** A warning, never a gate: other procedures have limits that do not wait for this one. Without a line it says so, and lets people go on. */
export function Routes() {
  const { routes, beside } = useWords()
  const { value, trouble } = useFetched<Procedures>('/api/law/procedures')
  const common = value?.items.filter(({ procedure }) => !procedure.startsWith('mediation')) ?? []
  return (
    <>
      <p>{routes.lead}</p>
      <h2 class="unseen">{routes.title}</h2>
      {trouble ? <p class="warn">{routes.missing}</p> : <ProcedureList procedures={common} />}
      <p>{beside.help}</p>
    </>
  )
}
