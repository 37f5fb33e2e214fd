import { Button } from 'antd'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { fullDay } from '../../../shared/days.ts'
import { CaseColumns } from '../../layout/CaseColumns.tsx'
import { More } from '../../layout/More.tsx'
import { Page } from '../../layout/page.tsx'
import { Skeleton } from '../../layout/Skeleton.tsx'
import { Trouble } from '../../layout/Trouble.tsx'
import { useLanguage } from '../../locales/language.tsx'
import { Pairs } from '../../petition/facts.tsx'
import { shownNumber } from '../../petition/words.tsx'
import { GovernDialog } from '../themes/GovernDialog.tsx'
import { useThemeDesk } from '../themes/themes.ts'
import { Bars } from './Bars.tsx'
import { type TopicView, useTopic, useTopicPetitions } from './topics.ts'
import '../../petition/petition.css'
import '../../reports/reports.css'
import './topics.css'

/** One topic: what holds it together, how it grows, and its petitions. */
export function TopicPage() {
  const { topic = '' } = useParams()
  const read = useTopic(topic)
  if (read.isPending) return <Skeleton lines={10} />
  if (read.isError) return <Trouble error={read.error} onRetry={() => read.refetch()} />
  return <Whole key={topic} topic={read.data} />
}

interface TopicProps {
  readonly topic: TopicView
}

function Whole({ topic }: TopicProps) {
  const { words, language } = useLanguage()
  const say = words.topics
  return (
    <Page title={topic.name}>
      <CaseColumns
        facts={
          <section className="report-part">
            <h2>{say.page.grows}</h2>
            <p>
              {say.page.sum(topic.people, topic.petitions, fullDay(topic.from, language), fullDay(topic.to, language))}
            </p>
            <Bars
              says={say.page.chart(topic.name)}
              table={{ title: say.page.table, when: say.page.week, count: say.petitions }}
              bars={topic.weeks.map(({ from, petitions }) => ({
                ...{ key: from, label: fullDay(from, language), count: petitions },
              }))}
            />
            <h2>{say.page.holds}</h2>
            <p className="faint">{say.page.holdsSays}</p>
            <ul className="topic-words">
              {topic.words.map(({ word, share }) => (
                <li key={word}>
                  {word} <span className="faint">{Math.round(share * 100)}%</span>
                </li>
              ))}
            </ul>
          </section>
        }
        side={
          <>
            <Governing topic={topic} />
            <Shares topic={topic} />
          </>
        }
        history={<Petitions topic={topic} />}
      />
    </Page>
  )
}

/** Only whoever may govern a theme is shown that they can; what is governed already is opened. */
function Governing({ topic }: TopicProps) {
  const { words, pick } = useLanguage()
  const { data: desk } = useThemeDesk(topic.topic)
  const [isOpen, setIsOpen] = useState(false)
  if (desk === undefined) return null
  const [governed] = desk.items
  return (
    <section className="side-section">
      <h2>{words.action.now}</h2>
      {governed !== undefined ? (
        <p>
          {words.topics.page.isGoverned}{' '}
          <Link to={`/insight/themes/${governed.theme}`}>{governed.name ?? words.themes.title}</Link>
        </p>
      ) : desk.refusal === null ? (
        <Button onClick={() => setIsOpen(true)}>{words.themes.govern}</Button>
      ) : (
        <p className="faint">{pick(desk.refusal)}</p>
      )}
      {isOpen && <GovernDialog desk={desk} topic={topic} onClose={() => setIsOpen(false)} />}
    </section>
  )
}

function Shares({ topic: { place, whom, places, categories } }: TopicProps) {
  const { words, pick } = useLanguage()
  const say = words.topics
  return (
    <section className="side-section">
      <h2>{say.page.where}</h2>
      <Pairs
        pairs={[
          ...(place === null ? [] : [[say.page.place, place] as const]),
          ...(whom === null ? [] : [[say.whom, whom] as const]),
          ...places.map((each) => [pick(each), String(each.petitions)] as const),
        ]}
      />
      <h2>{say.page.kinds}</h2>
      <Pairs pairs={categories.map((each) => [pick(each), String(each.petitions)] as const)} />
    </section>
  )
}

function Petitions({ topic }: TopicProps) {
  const { words, pick, language } = useLanguage()
  const say = words.topics.page
  const listed = useTopicPetitions(topic.topic)
  const items = listed.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <section className="report-part">
      <h2>{say.petitions}</h2>
      <p className="faint">{say.petitionsSay}</p>
      {listed.isPending && <Skeleton lines={5} />}
      {listed.isError && <Trouble error={listed.error} onRetry={() => listed.refetch()} />}
      <ul className="topic-petitions">
        {items.map(({ petition, title, day, place, category }) => (
          <li key={petition}>
            <Link to={`/petitions/${petition}`}>{shownNumber(petition)}</Link>
            <span>{title ?? `${pick(place)} · ${pick(category)}`}</span>
            <span className="faint nowrap">{fullDay(day, language)}</span>
          </li>
        ))}
      </ul>
      {listed.hasNextPage && (
        <More hasMore isLoading={listed.isFetchingNextPage} onMore={() => listed.fetchNextPage()} />
      )}
    </section>
  )
}
