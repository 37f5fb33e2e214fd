import type { DocumentView } from '../../../petition/views.ts'
import { useLanguage } from '../locales/language.tsx'
import type { PetitionView } from './petition.ts'
import './document-parts.css'

interface DocumentPartsProps {
  readonly document: DocumentView
  readonly petition: PetitionView
}

/** The order in which a reader expects the parts; others follow as they come. */
const order = [
  'procedure',
  'to',
  'facts',
  'answers',
  'answer',
  'reply',
  'opinion',
  'report',
  'result',
  'reasons',
  'reason',
]
const last = ['explanation', 'legalBasis', 'limit', 'remedy']

const rankOf = (part: string): number => {
  if (last.includes(part)) return 100 + last.indexOf(part)
  const at = order.indexOf(part)
  return at === -1 ? 50 : at
}

export function DocumentParts({ document, petition }: DocumentPartsProps) {
  const { term } = useLanguage()
  const names = [...Object.keys(document.parts), ...(document.answers.length > 0 ? ['answers'] : [])]
  return (
    <>
      {names
        .toSorted((a, b) => rankOf(a) - rankOf(b))
        .map((part) => (
          <section key={part} className="document-part">
            <h4>{term('documentPart', part)}</h4>
            {part === 'answers' ? (
              <Answers document={document} petition={petition} />
            ) : (
              <p className="prose">{document.parts[part]}</p>
            )}
          </section>
        ))}
    </>
  )
}

function Answers({ document, petition }: DocumentPartsProps) {
  const { words, term } = useLanguage()
  return (
    <ol className="answers">
      {document.answers.map(({ claim, outcome, answer }) => {
        const at = petition.claims.findIndex(({ ref }) => ref === claim)
        return (
          <li key={claim}>
            <p className="answers-claim">
              <strong>{words.petition.claim(at + 1)}</strong>
              <span>{petition.claims[at]?.text}</span>
            </p>
            <p className="prose">
              <strong>{term('outcome', outcome)}</strong>
              {words.colon}
              {answer}
            </p>
          </li>
        )
      })}
    </ol>
  )
}
