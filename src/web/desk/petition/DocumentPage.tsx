import { Button } from 'antd'
import { useParams } from 'react-router'
import type { DocumentView } from '../../../petition/views.ts'
import { fullDay } from '../../shared/days.ts'
import { NotFound } from '../layout/NotFound.tsx'
import { usePageTitle } from '../layout/page.tsx'
import { Skeleton } from '../layout/Skeleton.tsx'
import { Trouble } from '../layout/Trouble.tsx'
import { useLanguage } from '../locales/language.tsx'
import { DocumentParts } from './DocumentParts.tsx'
import { type PetitionView, usePetition } from './petition.ts'
import { shownNumber } from './words.tsx'
import './document.css'

/** One document on A4, plain as offices write them: for reading, printing and handing over. */
export function DocumentPage() {
  const { number = '', ref = '' } = useParams()
  const petition = usePetition(number)
  if (petition.isPending) return <Skeleton />
  if (petition.isError) return <Trouble error={petition.error} onRetry={() => petition.refetch()} />
  const document = petition.data.documents.find((one) => one.ref === ref)
  return document ? <Sheet document={document} petition={petition.data} /> : <NotFound />
}

interface SheetProps {
  readonly document: DocumentView
  readonly petition: PetitionView
}

function Sheet({ document, petition }: SheetProps) {
  const { words, term, pick, language } = useLanguage()
  usePageTitle(`${term('documentKind', document.kind)} ${shownNumber(petition.number)}`)
  const people = petition.people.map(({ name }) => name ?? words.petition.unnamed)
  return (
    <div className="sheet-ground">
      <div className="sheet-tools no-print">
        <Button type="primary" onClick={() => window.print()}>
          {words.document.print}
        </Button>
        <Button onClick={() => window.history.back()}>{words.back}</Button>
      </div>
      <article className="sheet">
        <header>
          <p className="sheet-organ">{pick(document.issuedBy)}</p>
          <h1>{term('documentKind', document.kind)}</h1>
          <p className="sheet-number">{words.document.about(shownNumber(petition.number))}</p>
        </header>
        {document.kind === 'reportBack' ? null : (
          <p className="sheet-to">
            {people.join(language === 'zh' ? '、' : ', ')}
            {words.colon}
          </p>
        )}
        <p className="sheet-matter">{words.document.concerning(petition.title)}</p>
        <DocumentParts document={document} petition={petition} />
        <footer>
          <p>{pick(document.issuedBy)}</p>
          <p>{fullDay(document.issuedOn, language)}</p>
          <p className="sheet-seal">{words.document.seal}</p>
        </footer>
      </article>
    </div>
  )
}
