import { Link } from 'react-router'
import type { PaperRow } from '../../../documents/contract.ts'
import { fullDay } from '../../shared/days.ts'
import { useLanguage } from '../locales/language.tsx'
import { paperFile, paperPage, usePapers } from './papers.ts'
import type { PetitionView } from './petition.ts'
import './papers.css'

/** Every paper of the petition, the latest first, with its number; what cannot be set says why. */
export function Papers({ petition }: { readonly petition: PetitionView }) {
  const { words } = useLanguage()
  const { number, version } = petition
  const papers = usePapers(number, version)
  const latestFirst = papers.data?.items.toReversed() ?? []
  return (
    <section className="side-section papers">
      <h2>{words.papers.title}</h2>
      {papers.isError && <p className="faint">{words.papers.unread}</p>}
      <ul>
        {latestFirst.map((row) => (
          <PaperLine key={row.paper} row={row} petition={number} />
        ))}
      </ul>
    </section>
  )
}

function PaperLine({ row, petition }: { readonly row: PaperRow; readonly petition: string }) {
  const { words, pick, language } = useLanguage()
  return (
    <li>
      <p className="papers-title">{pick(row)}</p>
      <p className="faint">
        {row.number ?? (row.isNumberPending ? words.papers.numberPending : null)}
        {row.number !== null || row.isNumberPending ? ' · ' : ''}
        {pick(row.organ)} · {fullDay(row.on, language)}
      </p>
      {row.refusal ? (
        <p className="papers-refused">{pick(row.refusal)}</p>
      ) : (
        <p className="papers-acts">
          <Link
            to={paperPage(petition, row.paper)}
            target="_blank"
            rel="noopener"
            aria-label={words.papers.printOf(pick(row))}
          >
            {words.papers.print}
          </Link>
          <a href={paperFile(petition, row.paper)} download aria-label={words.papers.downloadOf(pick(row))}>
            {words.papers.download}
          </a>
        </p>
      )}
    </li>
  )
}
