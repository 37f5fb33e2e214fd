/** 典型案例, for everybody and without an account: a list, and each on a page that can be printed. */
import { useEffect, useState } from 'preact/hooks'
import { useRoute } from 'preact-iso'
import type { listPublic, readPublic } from '../../../insight/exemplary/contract.ts'
import type { Received } from '../../../platform/http/endpoint.ts'
import { fullDay } from '../../shared/days.ts'
import { TroubleBox } from '../form/trouble.tsx'
import { useSpeech } from '../shell/language.tsx'
import { Loading, Page } from '../shell/page.tsx'
import { type Answer, call as ask, type Trouble } from '../wire/api.ts'
import { exemplaryWords } from './words.ts'

type Row = Received<typeof listPublic>['items'][number]
type Case = Received<typeof readPublic>

function useWordsHere() {
  const { language, words } = useSpeech()
  return { say: exemplaryWords[language === 'en' ? 'en' : 'zh'], language, words }
}

export function ExemplaryCases() {
  const { params } = useRoute()
  return params.exemplary ? <OneCase key={params.exemplary} exemplary={params.exemplary} /> : <AllCases />
}

/** A list of titles that is fetched page by page. */
function useCases() {
  const [items, show] = useState<readonly Row[] | null>(null)
  const [next, setNext] = useState<string | null>(null)
  const [trouble, tell] = useState<Trouble | null>(null)
  const fetchFrom = async (cursor: string | null): Promise<void> => {
    const answer = await ask<Received<typeof listPublic>>(
      `/api/public/exemplary?limit=50${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`,
    )
    tell(answer.ok ? null : answer.trouble)
    if (!answer.ok) return
    show((before) => [...(cursor ? (before ?? []) : []), ...answer.value.items])
    setNext(answer.value.next)
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: once
  useEffect(() => void fetchFrom(null), [])
  return { items, trouble, hasMore: next !== null, fetchMore: () => void fetchFrom(next) }
}

function AllCases() {
  const { say, words } = useWordsHere()
  const { items, trouble, hasMore, fetchMore } = useCases()
  if (items === null && trouble === null) return <Loading title={say.title} />
  return (
    <Page title={say.title} back={{ to: '/read', label: words.actions.backTo(words.read.title) }}>
      <p class="lead">{say.lead}</p>
      {trouble ? <TroubleBox trouble={trouble} /> : null}
      {items?.length === 0 ? <p>{say.none}</p> : null}
      <ul class="links rows">
        {(items ?? []).map((each) => (
          <TitleOf key={each.exemplary} row={each} />
        ))}
      </ul>
      {hasMore ? (
        <button type="button" class="button second" onClick={fetchMore}>
          {say.more}
        </button>
      ) : null}
    </Page>
  )
}

const usePublished = ({ publishedOn, category, place }: Row | Case): string => {
  const { say, language } = useWordsHere()
  return say.published(fullDay(publishedOn, language), category[language], place[language])
}

function TitleOf({ row }: { row: Row }) {
  const { language } = useWordsHere()
  const published = usePublished(row)
  const isEnglish = language === 'en' && row.titleEn !== null
  return (
    <li>
      <a href={`/exemplary/${row.exemplary}`} lang={isEnglish ? 'en' : 'zh'}>
        {isEnglish ? row.titleEn : row.title}
      </a>
      <p>{published}</p>
    </li>
  )
}

const notThere = 404

function OneCase({ exemplary }: { exemplary: string }) {
  const { say } = useWordsHere()
  const [answer, show] = useState<Answer<Case> | null>(null)
  useEffect(() => void ask<Case>(`/api/public/exemplary/${exemplary}`).then(show), [exemplary])
  if (answer === null) return <Loading title={say.title} />
  if (answer.ok) return <Written one={answer.value} />
  const { trouble } = answer
  return (
    <Page title={say.title} back={{ to: '/exemplary', label: say.every }}>
      {trouble.kind === 'refused' && trouble.status === notThere ? (
        <p>{say.missing}</p>
      ) : (
        <TroubleBox trouble={trouble} />
      )}
    </Page>
  )
}

const parts = ['situation', 'done', 'why', 'basis'] as const

/** In English what somebody wrote in English, and else that nobody did; the case itself is Chinese. */
function Written({ one }: { one: Case }) {
  const { say, language } = useWordsHere()
  const published = usePublished(one)
  const { title, titleEn, summaryEn } = one
  return (
    <Page title={language === 'en' && titleEn ? titleEn : title} back={{ to: '/exemplary', label: say.every }}>
      <p class="hint">{published}</p>
      {language === 'en' ? <English summary={summaryEn} /> : null}
      <div lang="zh">
        {language === 'en' && titleEn ? <p>{title}</p> : null}
        {parts.map((part) => (
          <section key={part}>
            <h2 lang={language}>{say[part]}</h2>
            <Paragraphs text={one[part]} />
          </section>
        ))}
      </div>
    </Page>
  )
}

function English({ summary }: { summary: string | null }) {
  const { say } = useWordsHere()
  if (summary === null) return <p>{say.noEnglish}</p>
  return (
    <>
      <Paragraphs text={summary} />
      <p class="hint">{say.inChinese}</p>
    </>
  )
}

const Paragraphs = ({ text }: { text: string }) => (
  <>
    {text.split('\n').map((line, at) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: lines of one text do not move
      <p key={at}>{line}</p>
    ))}
  </>
)
