/** 典型案例, for everybody and without an account: a list, and each on a page that can be printed. */
import { useEffect, useState } from 'preact/hooks'
import { useRoute } from 'preact-iso'
import type { listPublic } from '../../../insight/exemplary/contract.ts'
import type { Received } from '../../../platform/http/endpoint.ts'
import { fullDay } from '../../shared/days.ts'
import { TroubleBox } from '../form/trouble.tsx'
import { useSpeech } from '../shell/language.tsx'
import { Loading, Page } from '../shell/page.tsx'
import { call as ask, type Trouble } from '../wire/api.ts'
import { exemplaryWords } from './words.ts'

type Cases = Received<typeof listPublic>
type Case = Cases['items'][number]

function useWordsHere() {
  const { language, words } = useSpeech()
  return { say: exemplaryWords[language === 'en' ? 'en' : 'zh'], language, words }
}

/** All pages until `wanted` is among them; the list itself asks for one page after another. */
function useCases(wanted: string | undefined) {
  const [items, show] = useState<readonly Case[] | null>(null)
  const [next, setNext] = useState<string | null>(null)
  const [trouble, tell] = useState<Trouble | null>(null)
  const fetchFrom = async (cursor: string | null, before: readonly Case[]): Promise<void> => {
    const answer = await ask<Cases>(
      `/api/public/exemplary?limit=50${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`,
    )
    tell(answer.ok ? null : answer.trouble)
    if (!answer.ok) return
    const all = [...before, ...answer.value.items]
    const isThere = wanted === undefined || all.some(({ exemplary }) => exemplary === wanted)
    if (!isThere && answer.value.next) return fetchFrom(answer.value.next, all)
    show(all)
    setNext(answer.value.next)
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each that is looked for
  useEffect(() => void fetchFrom(null, []), [wanted])
  return { items, trouble, hasMore: next !== null, fetchMore: () => void fetchFrom(next, items ?? []) }
}

export function ExemplaryCases() {
  const { params } = useRoute()
  const wanted = params.exemplary || undefined
  const { say, words } = useWordsHere()
  const { items, trouble, hasMore, fetchMore } = useCases(wanted)
  if (items === null && trouble === null) return <Loading title={say.title} />
  const one = wanted === undefined ? undefined : items?.find(({ exemplary }) => exemplary === wanted)
  if (one) return <OneCase one={one} />
  return (
    <Page title={say.title} back={{ to: '/read', label: words.actions.backTo(words.read.title) }}>
      <p class="lead">{say.lead}</p>
      {trouble ? <TroubleBox trouble={trouble} /> : null}
      {wanted === undefined || items === null ? null : <p>{say.missing}</p>}
      {items?.length === 0 ? <p>{say.none}</p> : null}
      <ul class="links rows">
        {(items ?? []).map((each) => (
          <Row key={each.exemplary} one={each} />
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

const usePublished = ({ publishedOn, category, place }: Case): string => {
  const { say, language } = useWordsHere()
  return say.published(fullDay(publishedOn, language), category[language], place[language])
}

function Row({ one }: { one: Case }) {
  const { language } = useWordsHere()
  const published = usePublished(one)
  const isEnglish = language === 'en' && one.titleEn !== null
  return (
    <li>
      <a href={`/exemplary/${one.exemplary}`} lang={isEnglish ? 'en' : 'zh'}>
        {isEnglish ? one.titleEn : one.title}
      </a>
      <p>{published}</p>
    </li>
  )
}

const parts = ['situation', 'done', 'why', 'basis'] as const

/** In English what somebody wrote in English, and else that nobody did; the case itself is Chinese. */
function OneCase({ one }: { one: Case }) {
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
