/** The middle column: the history as a file that can be read from front to back, with its documents where they arose. */
import { Segmented } from 'antd'
import { useState } from 'react'
import type { DocumentView, HistoryEntry } from '../../../petition/views.ts'
import { fullDay, instantInWords } from '../../shared/days.ts'
import { useLanguage } from '../locales/language.tsx'
import { DocumentCard } from './DocumentCard.tsx'
import { useEntryWords } from './history-words.ts'
import type { PetitionView } from './petition.ts'

type Kept = 'all' | 'documents' | 'words'

export function History({ petition }: { readonly petition: PetitionView }) {
  const { words } = useLanguage()
  const [kept, setKept] = useState<Kept>('all')
  const [isNewestFirst, setIsNewestFirst] = useState(true)
  const entries = petition.history.filter((entry) => keeps(kept, entry, petition))
  const shown = isNewestFirst ? entries.toReversed() : entries
  return (
    <div>
      <h2 className="visually-hidden">{words.petition.tabHistory}</h2>
      <div className="history-tools">
        <Segmented<Kept>
          size="small"
          value={kept}
          onChange={setKept}
          options={[
            { value: 'all', label: words.history.all(petition.history.length) },
            { value: 'documents', label: words.history.documents(petition.documents.length) },
            { value: 'words', label: words.history.words },
          ]}
        />
        <button type="button" className="link" onClick={() => setIsNewestFirst(!isNewestFirst)}>
          {isNewestFirst ? words.history.newestFirst : words.history.oldestFirst}
        </button>
      </div>
      <ol className="history">
        {shown.map((entry) => (
          <Entry key={entry.version} entry={entry} petition={petition} />
        ))}
      </ol>
    </div>
  )
}

/** The document that a fact brought into being. */
const documentOf = (entry: HistoryEntry, petition: PetitionView): DocumentView | undefined =>
  entry.type === 'DocumentServed' ? undefined : petition.documents.find(({ ref }) => ref === entry.values.document)

function keeps(kept: Kept, entry: HistoryEntry, petition: PetitionView): boolean {
  if (kept === 'documents') return entry.type === 'DocumentServed' || documentOf(entry, petition) !== undefined
  if (kept === 'words') return /Contacted|Question|Material|Evidence|Rated|Objected|Hearing|Mediation/.test(entry.type)
  return true
}

interface EntryProps {
  readonly entry: HistoryEntry
  readonly petition: PetitionView
}

const isBreach = (entry: HistoryEntry): boolean => entry.type === 'DutyFellOverdue'

function Entry({ entry, petition }: EntryProps) {
  const { words, term, language } = useLanguage()
  const document = documentOf(entry, petition)
  const said = useEntryWords(entry, petition, document !== undefined)
  return (
    <li className={`entry${isBreach(entry) ? ' entry-breach' : ''}`}>
      <div className="entry-head">
        <h3>{term('factType', entry.type)}</h3>
        <time dateTime={entry.recordedAt} title={words.history.recordedAt(instantInWords(entry.recordedAt, language))}>
          {fullDay(entry.on, language)}
        </time>
      </div>
      <p className="entry-by faint">
        <By entry={entry} />
      </p>
      {said.values.length > 0 && (
        <dl className="entry-values">
          {said.values.map(([name, value]) => (
            <div key={`${name}${value}`}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
      {said.texts.map(([name, text]) => (
        <div key={`${name}${text}`} className="entry-text">
          <span className="faint">{name}</span>
          <p className="prose">{text}</p>
        </div>
      ))}
      {document && <DocumentCard document={document} petition={petition} />}
    </li>
  )
}

function By({ entry }: { readonly entry: HistoryEntry }) {
  const { words, pick } = useLanguage()
  const { kind, organ, name } = entry.by
  if (kind === 'petitioner') return words.petition.petitioner
  if (kind !== 'staff') return words.history.house
  return [organ && pick(organ), name].filter(Boolean).join(' · ')
}
