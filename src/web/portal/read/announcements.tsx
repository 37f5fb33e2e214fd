/** Documents that no other way brings to somebody: number, organ, kind and days, and how to fetch them. Nothing of what they are about. */
import { useEffect, useState } from 'preact/hooks'
import type { listAnnouncements } from '../../../petition/announcement-contract.ts'
import type { Received } from '../../../platform/http/endpoint.ts'
import { termOf } from '../../../wording/terms.ts'
import { fullDay } from '../../shared/days.ts'
import { TroubleBox } from '../form/trouble.tsx'
import { dayAndWeekday, inGroups } from '../shell/days.ts'
import { useSpeech } from '../shell/language.tsx'
import { Loading, Page } from '../shell/page.tsx'
import { call, type Trouble } from '../wire/api.ts'

type Listed = Received<typeof listAnnouncements>
type Announcement = Listed['items'][number]

export function Announcements() {
  const { words } = useSpeech()
  const say = words.announcements
  const { items, runsDays, hasMore, trouble, fetchMore } = useAnnouncements()
  if (items === null && trouble === null) return <Loading title={say.title} />
  return (
    <Page title={say.title} back={{ to: '/read', label: words.actions.backTo(words.read.title) }}>
      {runsDays === null ? null : <p class="lead">{say.lead(runsDays)}</p>}
      {trouble ? <TroubleBox trouble={trouble} /> : null}
      {items?.length === 0 ? <p>{say.none}</p> : null}
      <ul class="erasures">
        {(items ?? []).map((item) => (
          <Entry key={`${item.number} ${item.document}`} item={item} />
        ))}
      </ul>
      {hasMore ? (
        <button type="button" class="button second" onClick={fetchMore}>
          {say.more}
        </button>
      ) : null}
      <section>
        <h2>{say.fetchTitle}</h2>
        <ul>
          {say.fetch.map((way) => (
            <li key={way}>{way}</li>
          ))}
        </ul>
        <p>
          <a href="/follow">{words.home.follow.action}</a>
        </p>
      </section>
    </Page>
  )
}

function Entry({ item }: { item: Announcement }) {
  const { words, language } = useSpeech()
  const say = words.announcements
  const { number, organ, kind, publishedOn, endsOn, daysLeft } = item
  return (
    <li>
      <h2>{inGroups(number, '-')}</h2>
      <p>
        {organ[language]} · {termOf('documentKind', kind)[language]}
      </p>
      <p>{say.from(fullDay(publishedOn, language))}</p>
      <p>
        {say.until(dayAndWeekday(endsOn, language))}{' '}
        <span class={daysLeft === null ? 'left over' : 'left'}>
          {daysLeft === null ? say.over : words.follow.daysLeft(daysLeft)}
        </span>
      </p>
    </li>
  )
}

function useAnnouncements() {
  const [items, show] = useState<readonly Announcement[] | null>(null)
  const [next, setNext] = useState<string | null>(null)
  const [runsDays, count] = useState<number | null>(null)
  const [trouble, tell] = useState<Trouble | null>(null)
  const fetchFrom = (cursor: string | null) =>
    call<Listed>(`/api/announcements${cursor ? `?cursor=${encodeURIComponent(cursor)}` : ''}`).then((answer) => {
      tell(answer.ok ? null : answer.trouble)
      if (!answer.ok) return
      show((before) => [...(cursor ? (before ?? []) : []), ...answer.value.items])
      setNext(answer.value.next)
      count(answer.value.runsDays)
    })
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the page is opened
  useEffect(() => void fetchFrom(null), [])
  return { items, runsDays, hasMore: next !== null, trouble, fetchMore: () => fetchFrom(next) }
}
