/** Checks receipts: the files, the keys, the answer. The answer follows by itself from what is there. */
import { useEffect, useMemo, useState } from 'preact/hooks'
import { textOf } from '../../proof/bytes.ts'
import { type Asked, type Examined, examine, examineAsking } from '../../proof/examine.ts'
import { keysIn } from '../../proof/given.ts'
import type { NoteKey } from '../../proof/note.ts'
import { type Language, tagOf } from '../shared/language.ts'
import { Answers } from './answers.tsx'
import { Asking, type AskState } from './asking.tsx'
import { Files } from './files.tsx'
import { add, checkpointsIn, type Held, hold, keysGiven, keysUsed, papersIn, probableAddress } from './held.ts'
import { KeysField } from './keys.tsx'
import { addressIn, reach } from './reach.ts'
import { languageOfBrowser, Speaking, useSpeech } from './speech.tsx'
import { words } from './words.ts'

const inHash = /^#r=/

/** What the square on a receipt leads to: it stands behind the sign, which a browser never sends. */
const heldByAddress = (language: Language): readonly Held[] =>
  inHash.test(location.hash) ? [hold(words[language].scanned, location.href)] : []

export function App() {
  const [language, speak] = useState(languageOfBrowser)
  const say = words[language]
  const [held, change] = useState(() => heldByAddress(language))
  const [typed, type] = useState('')
  const [office, trustOffice] = useState<readonly NoteKey[]>([])
  const [address, aim] = useState<string | null>(null)
  const [asked, tell] = useState<AskState>({ kind: 'not-asked' })
  const given = useMemo(() => keysGiven(held, typed), [held, typed])
  const { keys, from } = keysUsed({ given, office })
  const examined: Examined = useMemo(
    () => (asked.kind === 'answered' ? asked.answer : examine(papersIn(held), checkpointsIn(held), keys)),
    [held, keys, asked],
  )
  useEffect(() => {
    document.documentElement.lang = tagOf(language)
    document.title = `${say.title} · ${say.office}`
  }, [language, say])
  useEffect(() => {
    // another square that is scanned into the same page changes only what stands behind the sign
    const look = () => {
      change((before) => add(before, heldByAddress(language)))
      tell({ kind: 'not-asked' })
    }
    addEventListener('hashchange', look)
    return () => removeEventListener('hashchange', look)
  }, [language])
  const whenChanged = (next: readonly Held[]) => {
    change(next)
    tell({ kind: 'not-asked' })
  }
  const aimed = address ?? probableAddress(held, location.origin)
  const ask = () => askRegister({ held, given, address: aimed, newest: say.asked, trustOffice, tell })
  return (
    <Speaking.Provider value={language}>
      <main id="main">
        <header>
          <h1>{say.title}</h1>
          <button
            type="button"
            class="link screen"
            lang={language === 'zh' ? 'en' : 'zh-CN'}
            onClick={() => speak(language === 'zh' ? 'en' : 'zh')}
          >
            {say.language}
          </button>
        </header>
        <p class="lead">{say.lead}</p>
        <p class="screen">{say.here}</p>
        <Files
          held={held}
          onAdd={(more) => whenChanged(add(held, more))}
          onRemove={(id) => whenChanged(held.filter((each) => each.id !== id))}
        />
        <Answers held={held} examined={examined} asked={asked} from={from} onAsk={aimed === '' ? null : ask} />
        <KeysField
          typed={typed}
          given={given}
          office={given.length > 0 ? [] : office}
          onType={(text) => {
            type(text)
            tell({ kind: 'not-asked' })
          }}
        />
        <Asking address={aimed} state={asked} canAsk={held.length > 0} onAim={aim} onAsk={ask} />
        <About />
      </main>
    </Speaking.Provider>
  )
}

function About() {
  const { say } = useSpeech()
  return (
    <section class="screen">
      <h2>{say.about}</h2>
      {say.aboutText.map((text) => (
        <p key={text}>{text}</p>
      ))}
    </section>
  )
}

interface Asks {
  readonly held: readonly Held[]
  readonly given: readonly NoteKey[]
  readonly address: string
  readonly newest: string
  readonly trustOffice: (keys: readonly NoteKey[]) => void
  readonly tell: (state: AskState) => void
}

async function askRegister({ held, given, address, newest, trustOffice, tell }: Asks): Promise<void> {
  const base = addressIn(address)
  if (base === null) return tell({ kind: 'no-address' })
  tell({ kind: 'asking' })
  try {
    const get = reach(base)
    const keys = given.length > 0 ? given : keysIn(textOf((await get('api/log')) ?? new Uint8Array(0)) ?? '')
    if (given.length === 0) trustOffice(keys)
    const answer: Asked = await examineAsking(get, papersIn(held), checkpointsIn(held), keys, newest)
    tell({ kind: 'answered', answer })
  } catch {
    tell({ kind: 'unreachable' })
  }
}
