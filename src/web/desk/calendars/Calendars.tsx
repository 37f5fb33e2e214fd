/** 放假安排: which years are loaded, from which notice and by whom; loading one, and what it moved. For administrators. */
import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Tooltip } from 'antd'
import { useState } from 'react'
import type { calendarWork, listCalendars } from '../../../calendar/contract.ts'
import type { Received } from '../../../platform/http/endpoint.ts'
import { calendarTerms } from '../../../wording/calendar.ts'
import { fullDay, todayInBeijing } from '../../shared/days.ts'
import { call } from '../api.ts'
import { Nothing } from '../layout/Nothing.tsx'
import { Page } from '../layout/page.tsx'
import { Skeleton } from '../layout/Skeleton.tsx'
import { Trouble } from '../layout/Trouble.tsx'
import { useLanguage } from '../locales/language.tsx'
import { useSession } from '../session/session-context.ts'
import { useCalendarWords } from './calendar-words.ts'
import { LoadDialog } from './LoadDialog.tsx'
import { Moved } from './Moved.tsx'
import '../house/house.css'
import './calendars.css'

type Listed = Received<typeof listCalendars>
export type Notice = Listed['items'][number]
export type Work = Received<typeof calendarWork>

const lookEveryMs = 3000

/** Also right after a notice was loaded, when counting again has not begun. */
const isCounting = (work: Work | undefined): boolean =>
  work !== undefined && work.loaders.length > 0 && !work.run?.finishedAt

export function Calendars() {
  const { words } = useLanguage()
  const say = useCalendarWords()
  const { organ, has } = useSession()
  const mayAsk = has('administrator')
  const listed = useQuery({
    queryKey: ['calendars', 'listed'],
    queryFn: ({ signal }) => call<typeof listCalendars>('GET', '/api/calendars', {}, { signal }),
  })
  const work = useQuery<Work>({
    queryKey: ['calendars', 'work', organ.id],
    enabled: mayAsk,
    refetchInterval: ({ state }) => (isCounting(state.data) ? lookEveryMs : false),
    queryFn: ({ signal }) => call<typeof calendarWork>('GET', '/api/calendars/work', {}, { signal }),
  })
  return (
    <Page title={words.calendars.title} isNarrowColumn>
      <p className="soft calendar-lead">{say.says}</p>
      {!mayAsk && <Nothing title={say.notYours} />}
      {mayAsk && (listed.isPending || work.isPending) && <Skeleton lines={8} />}
      {listed.isError && <Trouble error={listed.error} onRetry={() => listed.refetch()} />}
      {work.isError && <Trouble error={work.error} onRetry={() => work.refetch()} />}
      {mayAsk && listed.data && work.data && <Shown listed={listed.data} work={work.data} />}
    </Page>
  )
}

function Shown({ listed, work }: { readonly listed: Listed; readonly work: Work }) {
  const { pick, language } = useLanguage()
  const say = useCalendarWords()
  const [isLoading, setIsLoading] = useState(false)
  const years = listed.missing.join(language === 'zh' ? '、' : ' and ')
  return (
    <>
      <Alert
        type={listed.missing.length > 0 ? 'warning' : 'info'}
        showIcon
        title={listed.missing.length > 0 ? say.missing(years) : say.complete}
        action={
          <Tooltip title={work.refusal ? pick(work.refusal) : undefined}>
            <Button type="primary" size="small" onClick={() => setIsLoading(true)}>
              {say.load}
            </Button>
          </Tooltip>
        }
      />
      <Notices notices={listed.items.filter(isCurrent)} work={work} />
      <More
        title={say.showEarlier}
        notices={listed.items.filter((notice) => notice.isInForce && !isCurrent(notice))}
        work={work}
      />
      <More title={say.showReplaced} notices={listed.items.filter(({ isInForce }) => !isInForce)} work={work} />
      <Moved work={work} />
      {isLoading && <LoadDialog onClose={() => setIsLoading(false)} />}
    </>
  )
}

/** Of last year and later, and whatever somebody loaded: what limits that run now are counted by. */
const isCurrent = ({ isInForce, year, loadedOn }: Notice): boolean =>
  isInForce && (loadedOn !== null || year >= Number(todayInBeijing().slice(0, 4)) - 1)

interface NoticesProps {
  readonly notices: readonly Notice[]
  readonly work: Work
}

function Notices({ notices, work }: NoticesProps) {
  const { pick } = useLanguage()
  const say = useCalendarWords()
  return (
    <table className="calendar-notices calendar-years">
      <thead>
        <tr>
          <th scope="col">{say.year}</th>
          <th scope="col">{say.area}</th>
          <th scope="col">{say.notice}</th>
          <th scope="col">{say.days}</th>
          <th scope="col">{say.loaded}</th>
        </tr>
      </thead>
      <tbody>
        {notices.map((notice) => (
          <tr key={`${notice.region}@${notice.edition}-${notice.year}`}>
            <th scope="row">{notice.year}</th>
            <td>{pick(notice.area)}</td>
            <td lang="zh">
              <Titled notice={notice} />
            </td>
            <td className="nowrap" title={[...notice.rest, '', ...notice.work].join('\n')}>
              {notice.rest.length} / {notice.work.length}
            </td>
            <td>
              <Loader notice={notice} work={work} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Titled({ notice: { title, documentNumber, sources } }: { readonly notice: Notice }) {
  const [source] = sources
  const named = documentNumber ? `${title}（${documentNumber}）` : title
  return source ? (
    <a href={source} rel="noreferrer" target="_blank">
      {named}
    </a>
  ) : (
    named
  )
}

function Loader({ notice, work }: { readonly notice: Notice; readonly work: Work }) {
  const { language, pick } = useLanguage()
  const say = useCalendarWords()
  if (notice.loadedOn === null) return <span className="faint">{say.builtIn}</span>
  const loader = work.loaders.find(({ region, edition }) => region === notice.region && edition === notice.edition)
  return (
    <>
      {say.byWhom(loader?.name ?? say.fromCommandLine, fullDay(notice.loadedOn, language))}
      {notice.reason && <span className="faint"> · {pick(calendarTerms.noticeReason[notice.reason])}</span>}
    </>
  )
}

function More({ title, notices, work }: NoticesProps & { readonly title: (count: number) => string }) {
  if (notices.length === 0) return null
  return (
    <details className="calendar-replaced">
      <summary>{title(notices.length)}</summary>
      <Notices notices={notices} work={work} />
    </details>
  )
}
