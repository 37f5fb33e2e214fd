/** Choosing a mediator: of those on the roster who can, or somebody whom the party trusts, by name. */
import { useEffect, useState } from 'preact/hooks'
import type { MediatorToChooseView } from '../../../mediation/mediators/contract.ts'
import { Choice, TextField } from '../form/form.tsx'
import { TroubleBox } from '../form/trouble.tsx'
import { useSpeech } from '../shell/language.tsx'
import { call, type Opener, type Trouble } from '../wire/api.ts'
import { allowed, Buttons, type TurnProps } from './turn.tsx'

/** Where those who can be chosen are read: with the number and key of the mediation, or of the petition. */
export interface MediatorsAt {
  readonly path: string
  readonly method: 'GET' | 'POST'
  readonly body?: object
  readonly opens?: Opener
}

const another = 'another'

export function ChooseMediator({ at, ...turn }: TurnProps & { readonly at: MediatorsAt }) {
  const [isOpen, open] = useState(false)
  const { found, say } = turn
  if (allowed(found, 'choose').length === 0) return null
  return (
    <section>
      <h2>{say.choose}</h2>
      <p>{say.chooseText}</p>
      {isOpen ? (
        <Choosing {...turn} at={at} onChosen={() => open(false)} />
      ) : (
        <div class="buttons">
          <button type="button" class="button second" onClick={() => open(true)}>
            {say.chooseOpen}
          </button>
        </div>
      )}
    </section>
  )
}

interface ChoosingProps extends TurnProps {
  readonly at: MediatorsAt
  readonly onChosen: () => void
}

function Choosing({ at: { path, ...how }, found, say, busy, onAct, onChosen }: ChoosingProps) {
  const { words, language } = useSpeech()
  const [items, show] = useState<readonly MediatorToChooseView[] | null>(null)
  const [trouble, tell] = useState<Trouble | null>(null)
  const [chosen, choose] = useState('')
  const [name, write] = useState('')
  // biome-ignore lint/correctness/useExhaustiveDependencies: read once, when it is opened
  useEffect(() => {
    let isWanted = true
    void call<{ items: MediatorToChooseView[] }>(path, how).then((answer) => {
      if (!isWanted) return
      if (answer.ok) show(answer.value.items)
      else tell(answer.trouble)
    })
    return () => {
      isWanted = false
    }
  }, [path])
  const known = (items || []).filter(({ mediator }) => mediator === chosen)[0]
  const written = chosen === another ? name.trim() : known ? known.name : ''
  const already = found.mediators.map(({ roster }) => roster)
  return (
    <>
      {trouble ? <TroubleBox trouble={trouble} /> : null}
      {items === null && trouble === null ? <p role="status">{words.actions.loading}</p> : null}
      <Choice
        id="mediator"
        legend={say.whom}
        value={chosen}
        onChoose={choose}
        options={[
          ...(items || [])
            .filter(({ mediator }) => already.indexOf(mediator) < 0)
            .map((one) => ({ value: one.mediator, label: one.name, hint: one[language] })),
          {
            value: another,
            label: say.another,
            hint: say.anotherHint,
            reveals: <TextField id="another-name" label={say.anotherName} value={name} onText={write} />,
          },
        ]}
      />
      {written === '' ? null : (
        <Buttons
          busy={busy}
          onAct={(does, key) =>
            onAct(does, key).then((isTaken) => {
              if (isTaken) onChosen()
              return isTaken
            })
          }
          choices={[
            {
              says: say.chooseThis(written),
              does: { act: 'choose', name: written, roster: known ? known.mediator : null },
            },
          ]}
        />
      )}
    </>
  )
}
