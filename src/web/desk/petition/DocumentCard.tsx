import { useState } from 'react'
import { Link } from 'react-router'
import type { DocumentView } from '../../../petition/views.ts'
import { fullDay } from '../../shared/days.ts'
import { useLanguage } from '../locales/language.tsx'
import { DocumentParts } from './DocumentParts.tsx'
import { paperPage, usePapers } from './papers.ts'
import type { PetitionView } from './petition.ts'

interface DocumentCardProps {
  readonly document: DocumentView
  readonly petition: PetitionView
}

/** A document where it arose: folded, with whom it reached; open, with all its parts. */
export function DocumentCard({ document, petition }: DocumentCardProps) {
  const { words, term } = useLanguage()
  const [isOpen, setIsOpen] = useState(false)
  const papers = usePapers(petition.number, petition.version).data?.items ?? []
  const paper = papers.find((row) => row.document === document.ref)
  return (
    <div className="document-card">
      <div className="document-card-head">
        <strong>{term('documentKind', document.kind)}</strong>
        <span className="document-card-tools">
          <button type="button" className="link" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
            {isOpen ? words.document.fold : words.document.read}
          </button>
          {paper && (
            <Link to={paperPage(petition.number, paper.paper)} target="_blank" rel="noopener">
              {words.document.print}
            </Link>
          )}
        </span>
      </div>
      <Services document={document} petition={petition} />
      {isOpen && (
        <div className="document-card-body">
          <DocumentParts document={document} petition={petition} />
        </div>
      )}
    </div>
  )
}

function Services({ document, petition }: DocumentCardProps) {
  const { words, term, language } = useLanguage()
  if (!document.isServed) return null
  const { announced } = document
  if (document.services.length === 0) {
    return (
      <p className="document-unserved">
        {announced
          ? words.document.announced(fullDay(announced.on, language), fullDay(announced.until, language))
          : words.document.unserved}
      </p>
    )
  }
  return (
    <ul className="document-services faint">
      {document.services.map(({ person, way, servedOn }) => (
        <li key={person}>
          {words.document.servedTo(
            petition.people.find(({ ref }) => ref === person)?.name ?? words.petition.petitioner,
            fullDay(servedOn, language),
            term('serviceWay', way),
          )}
        </li>
      ))}
    </ul>
  )
}
