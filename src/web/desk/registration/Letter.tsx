import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { useSuggestedWords } from '../insight/suggested/suggested-words.ts'
import { Area } from '../layout/Area.tsx'
import { useIsNarrow } from '../layout/media.ts'
import { useLanguage } from '../locales/language.tsx'
import type { ReadLetter } from './letter-reader.ts'

/** Paste a letter: the fields fill, each marked until it was checked. Nothing leaves the device for it. */
export function Letter({ onRead }: { readonly onRead: (raw: string) => ReadLetter }) {
  const { words } = useLanguage()
  const suggested = useSuggestedWords()
  const isNarrow = useIsNarrow()
  const [raw, setRaw] = useState('')
  const [read, setRead] = useState<ReadLetter | null>(null)
  const fill = (text: string) => {
    if (text.trim() !== '') setRead(onRead(text))
  }
  return (
    <aside className="letter" aria-label={words.letter.title}>
      <h2>{words.letter.title}</h2>
      <p className="faint">{words.letter.says}</p>
      <Area
        id="letter"
        value={raw}
        rows={isNarrow ? 3 : 8}
        placeholder={words.letter.placeholder}
        onChange={(event) => setRaw(event.target.value)}
        onPaste={(event) => {
          const pasted = event.clipboardData.getData('text')
          if (raw.trim() === '' && pasted.length > 30) window.setTimeout(() => fill(pasted))
        }}
      />
      <Button onClick={() => fill(raw)} disabled={raw.trim() === ''}>
        {words.letter.fill}
      </Button>
      {read && <Findings read={read} />}
      <p className="letter-foot">
        <Link to="/insight/suggested">{suggested.page.link}</Link>
      </p>
    </aside>
  )
}

function Findings({ read }: { readonly read: ReadLetter }) {
  const { words } = useLanguage()
  const found: readonly (readonly [string, string | null])[] = [
    [words.person.name, read.name],
    [words.person.phone, read.phone],
    [words.person.idNumber, read.idNumber],
    [words.person.address, read.address],
    [words.petition.claims, read.claims.length > 0 ? String(read.claims.length) : null],
  ]
  return (
    <div className="letter-found" role="status">
      <p>{words.letter.found}</p>
      <dl className="pairs">
        {found.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className={value === null ? 'faint' : undefined}>{value ?? words.letter.notFound}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
