/** 文书: every paper that is the petitioner's to read, each as a page to print and as a Word document. */
import { useEffect, useState } from 'preact/hooks'
import type { PageView, PaperRow } from '../../../documents/contract.ts'
import type { DocumentView } from '../../../petition/views.ts'
import { termOf } from '../../../wording/terms.ts'
import { fullDay } from '../../shared/days.ts'
import { TroubleBox } from '../form/trouble.tsx'
import { dayAndWeekday } from '../shell/days.ts'
import { useSpeech } from '../shell/language.tsx'
import { NotFound } from '../shell/lost.tsx'
import { Loading } from '../shell/page.tsx'
import { type Answer, call, fetchFile, type Opener, type Trouble } from '../wire/api.ts'
import { saveFile } from '../wire/save.ts'
import { type FollowedProps, FollowPage } from './follow-page.tsx'
import { Sheet } from './paper-sheet.tsx'
import { EvidenceOf } from './proof.tsx'

export function Documents({ petition, opener }: FollowedProps) {
  const { words, language } = useSpeech()
  const { follow } = words
  const { value, trouble } = useRead<{ items: readonly PaperRow[] }>('/api/follow/papers', opener, petition.version)
  if (!value && !trouble) return <Loading title={follow.sections.documents} />
  const latestFirst = value?.items.slice().reverse() ?? []
  return (
    <FollowPage petition={petition} title={follow.sections.documents} lead={follow.documentsLead}>
      {trouble ? <TroubleBox trouble={trouble} /> : null}
      <ul class="links rows">
        {latestFirst.map((row) => (
          <li key={row.paper}>
            {row.refusal ? row[language] : <a href={`/follow/petition/document/${row.paper}`}>{row[language]}</a>}
            <p>{numberIn(row, words.papers.numberPending)}</p>
            <p>
              {row.organ[language]} · {fullDay(row.on, language)}
            </p>
            {row.refusal ? <p class="hint">{row.refusal[language]}</p> : null}
            <Served document={documentOf(petition, row.document)} person={petition.me.ref} />
          </li>
        ))}
      </ul>
    </FollowPage>
  )
}

const numberIn = ({ number, isNumberPending }: PaperRow, pending: string): string | null =>
  number ?? (isNumberPending ? pending : null)

const documentOf = ({ documents }: FollowedProps['petition'], ref: string | null): DocumentView | undefined =>
  documents.find((document) => document.ref === ref)

interface ServedProps {
  readonly document: DocumentView | undefined
  readonly person: string
  /** With what the way of service means, where there is room for it. */
  readonly isWhole?: true
}

function Served({ document, person, isWhole }: ServedProps) {
  const { words, language } = useSpeech()
  const mine = document?.services.find((service) => service.person === person)
  if (mine) {
    return (
      <>
        <p class="hint">{words.follow.servedOn(fullDay(mine.servedOn, language))}</p>
        {isWhole ? <p class="hint">{mine.says?.[language]}</p> : null}
      </>
    )
  }
  if (document?.announced) {
    const { on, until, says } = document.announced
    return (
      <>
        <p class="warn">{words.follow.announced(fullDay(on, language), dayAndWeekday(until, language))}</p>
        {isWhole ? <p class="hint">{says?.[language]}</p> : null}
      </>
    )
  }
  return document?.isServed ? <p class="hint">{words.follow.notServed}</p> : null
}

/** What each outcome means, in plain words: the paper itself is written as offices write. */
function Meaning({ document, petition }: { document: DocumentView } & Pick<FollowedProps, 'petition'>) {
  const { words, language } = useSpeech()
  if (document.answers.length === 0) return null
  const claimOf = (ref: string) => petition.claims.find((claim) => claim.ref === ref)?.text ?? ref
  return (
    <section class="panel screen">
      <h2>{words.follow.meaning}</h2>
      <ol class="entries">
        {document.answers.map(({ claim, outcome, says }) => (
          <li key={claim}>
            <p class="quote">{claimOf(claim)}</p>
            <p>
              <strong>{termOf('outcome', outcome)[language]}</strong>
            </p>
            <p class="hint">{says?.[language]}</p>
          </li>
        ))}
      </ol>
    </section>
  )
}

/** One paper. Whoever reads in English gets a reading copy first, and the official text beside it. */
export function DocumentPage({ petition, opener, item }: FollowedProps) {
  const { words, language } = useSpeech()
  const { papers, follow } = words
  const [read, choose] = useState(language)
  const list = useRead<{ items: readonly PaperRow[] }>('/api/follow/papers', opener, petition.version)
  const path = `/api/follow/papers/${encodeURIComponent(item)}`
  const page = useRead<PageView>(`${path}?language=${read}`, opener, petition.version)
  const row = list.value?.items.find(({ paper }) => paper === item)
  if (list.value && !row) return <NotFound />
  if (!row || (!page.value && !page.trouble)) return <Loading />
  const document = documentOf(petition, row.document)
  return (
    <FollowPage petition={petition} title={row[language]}>
      <div class="screen">
        <Served document={document} person={petition.me.ref} isWhole />
      </div>
      {page.trouble ? <TroubleBox trouble={page.trouble} /> : null}
      <div class="buttons screen">
        <button type="button" class="button" onClick={() => window.print()}>
          {follow.print}
        </button>
        <Download path={`${path}/docx?language=${read}`} name={`${row[language]}.docx`} opener={opener} />
        {language === 'en' ? (
          <button type="button" class="button second" onClick={() => choose(read === 'en' ? 'zh' : 'en')}>
            {read === 'en' ? papers.official : papers.readingCopy}
          </button>
        ) : null}
      </div>
      {page.value ? <Sheet page={page.value} /> : null}
      {document ? <Meaning document={document} petition={petition} /> : null}
      {document && document.receiptVersion !== null ? (
        <section class="panel screen">
          <h2>{words.proof.ofDocument}</h2>
          <EvidenceOf opener={opener} number={petition.number} version={document.receiptVersion} />
        </section>
      ) : null}
    </FollowPage>
  )
}

function Download({ path, name, opener }: { path: string; name: string; opener: Opener }) {
  const { words } = useSpeech()
  const [isBusy, busy] = useState(false)
  const [trouble, tell] = useState<Trouble | null>(null)
  const download = () => {
    busy(true)
    fetchFile(path, opener).then((answer) => {
      busy(false)
      tell(answer.ok ? null : answer.trouble)
      if (answer.ok) saveFile(answer.value, name)
    })
  }
  return (
    <>
      <button type="button" class="button second" disabled={isBusy} onClick={download}>
        {isBusy ? words.follow.downloading : words.papers.download}
      </button>
      {trouble ? <TroubleBox trouble={trouble} /> : null}
    </>
  )
}

/** Read with the key; again when the petition has moved on. */
function useRead<T>(path: string, { number, key }: Opener, version: number) {
  const [answer, show] = useState<Answer<T> | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the version says when there is something new
  useEffect(() => {
    let isWanted = true
    call<T>(path, { opens: { number, key } }).then((given) => {
      if (isWanted) show(given)
    })
    return () => {
      isWanted = false
    }
  }, [path, number, key, version])
  return { value: answer?.ok ? answer.value : null, trouble: answer && !answer.ok ? answer.trouble : null }
}
