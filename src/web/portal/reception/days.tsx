/** The public calendar: who receives on which day, where, and whether a seat can be asked for. */
import type { ComponentChildren } from 'preact'
import type { PublicDay, receptionCalendar } from '../../../leadership/reception/contract.ts'
import type { Received } from '../../../platform/http/endpoint.ts'
import { fullDay } from '../../shared/days.ts'
import { useAnswer } from '../figures/editions.tsx'
import { TroubleBox } from '../form/trouble.tsx'
import type { ReceptionWords } from '../locales/reception-zh.ts'
import { dayAndWeekday } from '../shell/days.ts'
import { useSpeech } from '../shell/language.tsx'
import { Loading, Page } from '../shell/page.tsx'
import type { PageOf } from './reception.tsx'

export function Days({ say }: PageOf) {
  const { value, trouble } = useAnswer<Received<typeof receptionCalendar>>('/api/reception-calendar')
  if (value === null && trouble === null) return <Loading title={say.title} />
  return (
    <Page title={say.title}>
      <p class="lead">{say.lead}</p>
      <p>
        <a class="more" href="/reception/booking">
          {say.own}
        </a>
      </p>
      {trouble ? <TroubleBox trouble={trouble} /> : null}
      {value && value.items.length === 0 ? <p>{say.none}</p> : null}
      <ul class="reception-days">
        {(value ? value.items : []).map((day) => (
          <li key={day.reception}>
            <OneDay day={day} say={say} headed />
          </li>
        ))}
      </ul>
      <ul>
        {say.how.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <p>
        <a href="/say">{say.say}</a>
      </p>
    </Page>
  )
}

interface OneDayProps {
  readonly day: PublicDay
  readonly say: ReceptionWords
  readonly headed?: boolean
  readonly children?: ComponentChildren
}

/** Everything that is public of a day, in a few lines. */
export function OneDay({ day, say, headed, children }: OneDayProps) {
  const { language } = useSpeech()
  const when = `${dayAndWeekday(day.day, language)} ${say.time(day.from, day.until)}`
  return (
    <>
      {headed ? <h2>{when}</h2> : <p class="reception-when">{when}</p>}
      <p>
        {day.leaders
          .map(({ organ, title, name }) => `${organ[language]} ${title || ''} ${name}`)
          .join(language === 'zh' ? '、' : ', ')}
      </p>
      <dl class="plain">
        <dt>{say.place}</dt>
        <dd>{day.place}</dd>
        <dt>{say.topic}</dt>
        <dd>{day.topic || say.open}</dd>
        {day.joint.length > 0 ? <dt>{say.joint}</dt> : null}
        {day.joint.length > 0 ? (
          <dd>{day.joint.map((organ) => organ[language]).join(language === 'zh' ? '、' : ', ')}</dd>
        ) : null}
      </dl>
      <p class="says">
        {say.seats(day.seats)} · <Standing day={day} say={say} />
      </p>
      {day.isRestDay && day.stage !== 'cancelled' ? <p class="says">{say.restDay}</p> : null}
      {day.reason ? <p class="says">{say.because(day.reason)}</p> : null}
      {headed && day.isOpen ? (
        <p>
          <a class="button" href={`/reception/book/${day.reception}`}>
            {say.book}
          </a>
        </p>
      ) : null}
      {headed && (day.stage === 'drawn' || day.stage === 'held') ? (
        <p>
          <a href={`/reception/draw/${day.reception}`}>{say.draw}</a>
        </p>
      ) : null}
      {children}
    </>
  )
}

function Standing({ day, say }: { day: PublicDay; say: ReceptionWords }) {
  const { language } = useSpeech()
  const { stage, isOpen, closesOn, closesAt, asked, seats } = day
  if (stage === 'cancelled') return <span>{say.cancelled}</span>
  if (stage === 'held') return <span>{say.held}</span>
  if (stage === 'drawn') return <span>{say.drawn(asked, seats)}</span>
  const last = closesOn ? fullDay(closesOn, language) : ''
  return <span>{isOpen ? say.openUntil(last, closesAt) : say.closed(last, closesAt)}</span>
}

/** Days that somebody can choose instead. */
export function OtherDays({ days, say }: { days: readonly PublicDay[]; say: ReceptionWords }) {
  if (days.length === 0) {
    return (
      <p>
        {say.none} <a href="/say">{say.say}</a>
      </p>
    )
  }
  return (
    <section>
      <h2>{say.otherDays}</h2>
      <ul class="reception-days">
        {days.map((day) => (
          <li key={day.reception}>
            <OneDay day={day} say={say}>
              <p>
                <a class="button second" href={`/reception/book/${day.reception}`}>
                  {say.book}
                </a>
              </p>
            </OneDay>
          </li>
        ))}
      </ul>
    </section>
  )
}
