/** Whom it is about. What is promised here is kept by the house in its rules, its routing and its database. */
import { useEffect, useRef, useState } from 'preact/hooks'
import { TextField } from '../form/form.tsx'
import { useSpeech, useWords } from '../shell/language.tsx'
import { organsLike, type PublicOrgan } from '../wire/organs.ts'
import { type AboutDraft, nothingAbout } from './draft.ts'
import { useOrgans } from './place.tsx'
import type { StepProps } from './wizard.tsx'

const mostShown = 8
const mostEntries = 20

export function Whom({ draft, change, errorAt }: StepProps) {
  const { whom, actions } = useWords()
  const { answer } = useOrgans()
  const accuses = draft.kind === 'accusation'
  const organs = answer?.ok ? answer.value : []
  const put = (at: number, patch: Partial<AboutDraft>) =>
    change({ about: draft.about.map((entry, i) => (i === at ? { ...entry, ...patch } : entry)) })
  return (
    <>
      <div class="promise">
        <h2>{whom.promiseTitle}</h2>
        <p>{accuses ? whom.promiseAccusation : whom.promiseAppeal}</p>
        <p class="basis">{accuses ? whom.promiseBasis : whom.promiseAppealBasis}</p>
      </div>
      {accuses ? null : <p>{whom.skipHint}</p>}
      {answer && !answer.ok ? <p class="warn">{whom.listMissing}</p> : null}
      <ol class="entries">
        {draft.about.map((entry, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: an entry has no name of its own while it is written
          <li key={at}>
            {draft.about.length > 1 ? <p class="which">{whom.entry(at + 1)}</p> : null}
            <OrganPick
              id={`organ-${at}`}
              entry={entry}
              organs={organs}
              error={errorAt(`organ-${at}`)}
              onPick={(organ) => put(at, { organ: organ?.id ?? '', zh: organ?.zh ?? '', en: organ?.en ?? '' })}
            />
            <TextField
              id={`official-${at}`}
              label={whom.official}
              hint={whom.officialHint}
              error={errorAt(`official-${at}`)}
              optional
              value={entry.official}
              onText={(official) => put(at, { official })}
            />
            {draft.about.length > 1 ? (
              <button
                type="button"
                class="link"
                onClick={() => change({ about: draft.about.filter((_, i) => i !== at) })}
              >
                {actions.remove}
                <span class="unseen"> {whom.entry(at + 1)}</span>
              </button>
            ) : null}
          </li>
        ))}
      </ol>
      {draft.about.length < mostEntries ? (
        <button type="button" class="button second" onClick={() => change({ about: [...draft.about, nothingAbout] })}>
          {whom.add}
        </button>
      ) : null}
    </>
  )
}

interface OrganPickProps {
  readonly id: string
  readonly entry: AboutDraft
  readonly organs: readonly PublicOrgan[]
  readonly error: string | undefined
  readonly onPick: (organ: PublicOrgan | null) => void
}

/** Typing narrows the list, a press chooses. Plain buttons, because every phone and reader knows them. */
function OrganPick({ id, entry, organs, error, onPick }: OrganPickProps) {
  const { words, language } = useSpeech()
  const { whom, actions } = words
  const [typed, type] = useState('')
  const changeButton = useRef<HTMLButtonElement>(null)
  const touched = useRef(false)
  useEffect(() => {
    if (touched.current) (entry.organ ? changeButton.current : document.getElementById(id))?.focus()
  }, [entry.organ, id])
  const pick = (organ: PublicOrgan | null) => {
    touched.current = true
    onPick(organ)
    type('')
  }
  if (entry.organ) {
    return (
      <p class="chosen">
        <span class="label">{whom.organ}</span>
        <strong>{entry[language]}</strong>
        <button type="button" class="link" id={id} ref={changeButton} onClick={() => pick(null)}>
          {actions.change}
          <span class="unseen"> {whom.organ}</span>
        </button>
      </p>
    )
  }
  const found = organsLike(organs, typed)
  return (
    <>
      <TextField id={id} label={whom.organ} hint={whom.organHint} error={error} optional value={typed} onText={type} />
      <p role="status" class={typed.trim() === '' ? 'unseen' : 'hint'}>
        {typed.trim() === '' ? '' : found.length > mostShown ? whom.tooMany(found.length) : whom.found(found.length)}
      </p>
      {found.length > 0 ? (
        <ul class="found">
          {found.slice(0, mostShown).map((organ) => (
            <li key={organ.id}>
              <button type="button" onClick={() => pick(organ)} aria-label={whom.pick(organ[language])}>
                {organ[language]}
              </button>
            </li>
          ))}
        </ul>
      ) : null}
    </>
  )
}
