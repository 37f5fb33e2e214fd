/** Whom it is about. What is promised here is kept by the house in its rules, its routing and its database. */
import { useEffect, useRef, useState } from 'preact/hooks'
import { TextField } from '../form/form.tsx'
import { useSpeech, useWords } from '../shell/language.tsx'
import { organsNamed, type PublicOrgan, sift, useOrgans } from '../wire/organs.ts'
import { type AboutDraft, nothingAbout } from './draft.ts'
import type { StepProps } from './wizard.tsx'

const mostShown = 8
const mostEntries = 20

export function Whom({ draft, change, errorAt }: StepProps) {
  const { whom, actions } = useWords()
  const accuses = draft.kind === 'accusation'
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
      <ol class="entries">
        {draft.about.map((entry, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: an entry has no name of its own while it is written
          <li key={at}>
            {draft.about.length > 1 ? <p class="which">{whom.entry(at + 1)}</p> : null}
            <OrganPick
              id={`organ-${at}`}
              entry={entry}
              place={draft.place}
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
  readonly place: string
  readonly error: string | undefined
  readonly onPick: (organ: PublicOrgan | null) => void
}

/** Typing narrows the list, a press chooses. Plain buttons, because every phone and reader knows them. */
function OrganPick({ id, entry, place, error, onPick }: OrganPickProps) {
  const { words, language } = useSpeech()
  const { whom, actions } = words
  const [typed, type] = useState('')
  const { answer } = useOrgans(organsNamed(useSettled(typed)))
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
  const found = answer?.ok ? sift(answer.value, typed, place) : []
  return (
    <>
      <TextField id={id} label={whom.organ} hint={whom.organHint} error={error} optional value={typed} onText={type} />
      <p role="status" class={answer === null ? 'unseen' : 'hint'}>
        {answer === null ? '' : !answer.ok ? whom.listMissing : countOf(found.length)}
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

  function countOf(count: number): string {
    return count > mostShown ? whom.tooMany(count) : whom.found(count)
  }
}

const pauseMs = 350

/** What was typed once the typing rests, so that not every letter asks the house. */
function useSettled(text: string): string {
  const [settled, settle] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => settle(text), pauseMs)
    return () => clearTimeout(timer)
  }, [text])
  return settled
}
