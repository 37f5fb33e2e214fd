/** 人民建议征集: what offices ask everybody, one call with the way to answer it, and what changed because of what people said. */
import { useEffect, useState } from 'preact/hooks'
import { useRoute } from 'preact-iso'
import type { listCalls, readPublicCall } from '../../../coordination/calls/contract.ts'
import type { listChanges } from '../../../coordination/suggestions/contract.ts'
import type { Received } from '../../../platform/http/endpoint.ts'
import { fullDay } from '../../shared/days.ts'
import { TroubleBox } from '../form/trouble.tsx'
import { suggestionsEn } from '../locales/suggestions-en.ts'
import { type SuggestionsWords, suggestionsZh } from '../locales/suggestions-zh.ts'
import { changeDraft } from '../say/draft.ts'
import { dayAndWeekday } from '../shell/days.ts'
import { useSpeech } from '../shell/language.tsx'
import { Loading, Page } from '../shell/page.tsx'
import { call as ask, type Trouble } from '../wire/api.ts'

type Row = Received<typeof listCalls>['items'][number]
type One = Received<typeof readPublicCall>
type Change = Received<typeof listChanges>['items'][number]

function useWordsHere() {
  const { language, words } = useSpeech()
  const say: SuggestionsWords = language === 'en' ? suggestionsEn : suggestionsZh
  return { say, language, words }
}

export function Suggestions() {
  const { params } = useRoute()
  return params.call ? <OneCall key={params.call} call={params.call} /> : <AllCalls />
}

interface Listed<T> {
  readonly items: readonly T[] | null
  readonly trouble: Trouble | null
  readonly hasMore: boolean
  readonly fetchMore: () => void
}

/** A list that is fetched page by page. */
function useListed<T>(path: string): Listed<T> {
  const [items, show] = useState<readonly T[] | null>(null)
  const [next, setNext] = useState<string | null>(null)
  const [trouble, tell] = useState<Trouble | null>(null)
  const fetchFrom = (cursor: string | null) =>
    ask<{ items: T[]; next: string | null }>(`${path}${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`).then(
      (answer) => {
        tell(answer.ok ? null : answer.trouble)
        if (!answer.ok) return
        show((before) => [...(cursor ? (before ?? []) : []), ...answer.value.items])
        setNext(answer.value.next)
      },
    )
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for a path
  useEffect(() => void fetchFrom(null), [path])
  return { items, trouble, hasMore: next !== null, fetchMore: () => void fetchFrom(next) }
}

function AllCalls() {
  const { say, words } = useWordsHere()
  const open = useListed<Row>('/api/calls?list=open')
  const over = useListed<Row>('/api/calls?list=over')
  if (open.items === null && open.trouble === null) return <Loading title={say.title} />
  return (
    <Page title={say.title} back={{ to: '/', label: words.actions.backTo(words.home.title) }}>
      <p class="lead">{say.lead}</p>
      <Rows title={say.open} none={say.noneOpen} listed={open} />
      <p>
        <a href="/suggest">{say.anyTime}</a>
      </p>
      <Changes of={null} />
      <Rows title={say.over} none={say.noneOver} listed={over} />
      <p class="basis">{say.rule}</p>
    </Page>
  )
}

function More({ listed: { hasMore, fetchMore } }: { listed: Listed<unknown> }) {
  const { say } = useWordsHere()
  return hasMore ? (
    <button type="button" class="button second" onClick={fetchMore}>
      {say.more}
    </button>
  ) : null
}

function Rows({ title, none, listed }: { title: string; none: string; listed: Listed<Row> }) {
  const { say, language } = useWordsHere()
  const { items, trouble } = listed
  return (
    <section>
      <h2>{title}</h2>
      {trouble ? <TroubleBox trouble={trouble} /> : null}
      {items?.length === 0 ? <p>{none}</p> : null}
      <ul class="links rows">
        {(items ?? []).map(({ call, title, organ, until, daysLeft }) => (
          <li key={call}>
            <a href={`/suggestions/${call}`}>{title}</a>
            <p>
              {organ[language]} ·{' '}
              {daysLeft === null ? say.ended(fullDay(until, language)) : say.until(dayAndWeekday(until, language))}
            </p>
          </li>
        ))}
      </ul>
      <More listed={listed} />
    </section>
  )
}

/** For everybody; of one call where it is named. Nothing where there is nothing on the page of a call. */
function Changes({ of }: { of: string | null }) {
  const { say, language } = useWordsHere()
  const listed = useListed<Change>(`/api/suggestion-changes?limit=20${of ? `&call=${of}` : ''}`)
  const { items, trouble } = listed
  if (of !== null && (items === null || items.length === 0)) return null
  return (
    <section>
      <h2>{say.changes}</h2>
      {trouble ? <TroubleBox trouble={trouble} /> : null}
      {items?.length === 0 ? <p>{say.noChanges}</p> : null}
      {(items ?? []).map(({ change, title, text, organ, publishedOn }) => (
        <article key={change} class="told">
          <h3>{title}</h3>
          <Paragraphs text={text} />
          <p class="hint">
            {organ[language]} · {fullDay(publishedOn, language)}
          </p>
        </article>
      ))}
      <More listed={listed} />
    </section>
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

function OneCall({ call }: { call: string }) {
  const { say } = useWordsHere()
  const [read, show] = useState<One | null>(null)
  const [trouble, tell] = useState<Trouble | null>(null)
  useEffect(() => {
    ask<One>(`/api/calls/${encodeURIComponent(call)}`).then((answer) =>
      answer.ok ? show(answer.value) : tell(answer.trouble),
    )
  }, [call])
  const back = { to: '/suggestions', label: say.title }
  if (trouble) {
    return (
      <Page title={say.title} back={back}>
        <p>{say.missing}</p>
        <TroubleBox trouble={trouble} />
      </Page>
    )
  }
  return read === null ? <Loading title={say.title} /> : <Read read={read} back={back} />
}

function Read({ read, back }: { read: One; back: { to: string; label: string } }) {
  const { say, language } = useWordsHere()
  const { title, organ, from, until, daysLeft, text, questions, places, answeredBy } = read
  const among = (organs: readonly { zh: string; en: string }[]) =>
    organs.map((one) => one[language]).join(language === 'zh' ? '、' : ', ')
  return (
    <Page title={title} back={back}>
      <p class="hint">
        {say.by(organ[language])} · {say.from(fullDay(from, language))} ·{' '}
        {daysLeft === null ? say.ended(fullDay(until, language)) : say.until(dayAndWeekday(until, language))}
      </p>
      <Paragraphs text={text} />
      {questions.length > 0 ? (
        <section>
          <h2>{say.questions}</h2>
          <ol>
            {questions.map((question) => (
              <li key={question}>{question}</li>
            ))}
          </ol>
        </section>
      ) : null}
      {places.length > 0 ? <p>{say.places(among(places))}</p> : null}
      {answeredBy.length > 0 ? <p>{say.answeredBy(among(answeredBy))}</p> : null}
      {daysLeft === null ? null : <Answer read={read} />}
      <Result read={read} />
      <Changes of={read.call} />
      <p class="basis">{say.rule}</p>
    </Page>
  )
}

/** The same questions as for any suggestion; it goes to whoever asked, and says what it answers. */
function Answer({ read: { call, organ, title } }: { read: One }) {
  const { say } = useWordsHere()
  return (
    <section class="panel">
      <p>{say.suggestLead}</p>
      <a
        class="button"
        href="/suggest"
        onClick={() => changeDraft('suggest', { answers: { call, organ: organ.id, title } })}
      >
        {say.suggest}
      </a>
    </section>
  )
}

const counted = ['received', 'wholly', 'partly', 'notAdopted', 'elsewhere'] as const

function Result({ read: { counts, report } }: { read: One }) {
  const { say } = useWordsHere()
  if (counts === null || report === null) return null
  return (
    <section>
      <h2>{say.report}</h2>
      <dl class="facts">
        {counted.map((each) => (
          <div key={each}>
            <dt>{say[each]}</dt>
            <dd>{say.pieces(counts[each])}</dd>
          </div>
        ))}
      </dl>
      <Paragraphs text={report} />
    </section>
  )
}
