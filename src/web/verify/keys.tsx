import { type NoteKey, signatureTypes, vkeyOf } from '../../proof/note.ts'
import { receiptKeyName } from '../../proof/receipt.ts'
import { useSpeech } from './speech.tsx'

interface KeysProps {
  readonly typed: string
  readonly given: readonly NoteKey[]
  readonly office: readonly NoteKey[]
  readonly onType: (text: string) => void
}

export function KeysField({ typed, given, office, onType }: KeysProps) {
  const { say } = useSpeech()
  const isWrong = typed.trim() !== '' && given.length === 0
  return (
    <section class="screen">
      <h2>{say.keysTitle}</h2>
      <p id="keys-why">{say.keysWhy}</p>
      <label for="keys">{say.keysLabel}</label>
      <textarea
        id="keys"
        rows={3}
        value={typed}
        spellcheck={false}
        autocapitalize="off"
        aria-describedby="keys-why"
        aria-invalid={isWrong}
        onInput={(event) => onType(event.currentTarget.value)}
      />
      {isWrong ? (
        <p class="wrong" role="alert">
          {say.keysWrong}
        </p>
      ) : null}
      <KeyList keys={given} from={say.fromHand} />
      <KeyList keys={office} from={say.fromOffice} />
      {given.length + office.length === 0 && !isWrong ? <p class="hint">{say.keysNone}</p> : null}
    </section>
  )
}

function KeyList({ keys, from }: { keys: readonly NoteKey[]; from: string }) {
  const { say } = useSpeech()
  if (keys.length === 0) return null
  return (
    <>
      <p>
        {say.keysFound(keys.length)} <span class="hint">({from})</span>
      </p>
      <ul class="keys">
        {keys.map((key) => (
          <li key={vkeyOf(key)}>
            <span class="hint">{say.keysOf[purposeOf(key)]}</span>
            <code>{vkeyOf(key)}</code>
          </li>
        ))}
      </ul>
    </>
  )
}

function purposeOf({ name, type }: NoteKey): 'log' | 'receipt' | 'witness' {
  if (type === signatureTypes.cosignature) return 'witness'
  return name.endsWith(receiptKeyName('')) ? 'receipt' : 'log'
}
