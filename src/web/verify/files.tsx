import { useState } from 'preact/hooks'
import { receiptOf } from '../../proof/examine.ts'
import type { Given } from '../../proof/given.ts'
import { unreadableTerms } from '../../wording/proof-terms.ts'
import { type Held, hold } from './held.ts'
import { useSpeech } from './speech.tsx'

interface FilesProps {
  readonly held: readonly Held[]
  readonly onAdd: (more: readonly Held[]) => void
  readonly onRemove: (id: number) => void
}

export function Files({ held, onAdd, onRemove }: FilesProps) {
  const { say } = useSpeech()
  const [isOver, lift] = useState(false)
  const take = (files: FileList | null | undefined) => {
    readAll(files).then((more) => {
      if (more.length > 0) onAdd(more)
    })
  }
  return (
    <section class="screen">
      <h2>{say.filesTitle}</h2>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is one more way; the button does the same */}
      <div
        class={isOver ? 'drop over' : 'drop'}
        onDragOver={(event) => {
          event.preventDefault()
          lift(true)
        }}
        onDragLeave={() => lift(false)}
        onDrop={(event) => {
          event.preventDefault()
          lift(false)
          take(event.dataTransfer?.files)
        }}
      >
        <label class="button pick">
          {say.choose}
          <input
            type="file"
            multiple
            onChange={({ currentTarget }) => {
              take(currentTarget.files)
              currentTarget.value = ''
            }}
          />
        </label>
        <p class="hint">{say.drop}</p>
      </div>
      <Pasting onAdd={onAdd} />
      <ul class="held">
        {held.map((each) => (
          <li key={each.id}>
            <HeldFile held={each} />
            <button type="button" class="link" onClick={() => onRemove(each.id)}>
              {say.remove}
              <span class="unseen"> {each.name}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** A browser that is old cannot read a file as text by itself. */
function readAll(files: FileList | null | undefined): Promise<readonly Held[]> {
  return Promise.all(
    Array.from(files ?? [], (file) => {
      return new Promise<Held>((resolve) => {
        const reader = new FileReader()
        reader.onloadend = () => resolve(hold(file.name, typeof reader.result === 'string' ? reader.result : ''))
        reader.readAsText(file)
      })
    }),
  )
}

function Pasting({ onAdd }: Pick<FilesProps, 'onAdd'>) {
  const { say } = useSpeech()
  const [text, type] = useState('')
  const read = () => {
    if (text.trim() === '') return
    onAdd([hold(say.pasted, text)])
    type('')
  }
  return (
    <details>
      <summary>{say.paste}</summary>
      <label for="pasted">{say.pasteHint}</label>
      <textarea
        id="pasted"
        rows={5}
        value={text}
        spellcheck={false}
        onInput={(event) => type(event.currentTarget.value)}
      />
      <button type="button" class="button second" onClick={read}>
        {say.pasteRead}
      </button>
    </details>
  )
}

function HeldFile({ held: { name, given } }: { held: Held }) {
  const { say, language } = useSpeech()
  if (given.kind === 'unreadable') {
    return (
      <p class="wrong" role="alert">
        <strong>{name}</strong>
        <br />
        {unreadableTerms[given.why][language]}
      </p>
    )
  }
  return (
    <p>
      <strong>{name}</strong>
      <br />
      {kindOf(given)}
    </p>
  )

  function kindOf(recognised: Exclude<Given, { kind: 'unreadable' }>): string {
    if (recognised.kind === 'keys') return say.kinds.keys(recognised.keys.length)
    if (recognised.kind === 'checkpoint') return say.kinds.checkpoint(recognised.checkpoint.size)
    const { evidence } = recognised
    const number = (receiptOf(evidence)?.petition ?? '').replace(/(\d{4})(?=\d)/g, '$1-')
    const isBare = evidence.opening === null && evidence.proof === null
    return isBare ? say.kinds.receipt(number) : say.kinds.evidence(number)
  }
}
