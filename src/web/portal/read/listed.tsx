/** 挂牌督办公示: who supervises whom over what kind of thing and where, until when. No number, no text, no person. */
import { useEffect, useState } from 'preact/hooks'
import type { Received } from '../../../platform/http/endpoint.ts'
import type { readPublicBoard } from '../../../supervision/contract.ts'
import { orderTermOf } from '../../../wording/order-terms.ts'
import { fullDay } from '../../shared/days.ts'
import { TroubleBox } from '../form/trouble.tsx'
import { dayAndWeekday } from '../shell/days.ts'
import { useSpeech } from '../shell/language.tsx'
import { Loading, Page } from '../shell/page.tsx'
import { type Answer, call } from '../wire/api.ts'

type Board = Received<typeof readPublicBoard>
type Listed = Board['items'][number]

export function ListedMatters() {
  const { words } = useSpeech()
  const say = words.listed
  const open = useBoard('open')
  const closed = useBoard('closed')
  if (open === null || closed === null) return <Loading title={say.title} />
  return (
    <Page title={say.title} back={{ to: '/read', label: words.actions.backTo(words.read.title) }}>
      <p class="lead">{say.lead}</p>
      <Section title={say.open} answer={open} none={say.noneOpen} />
      <Section title={say.closed} answer={closed} none={say.noneClosed} />
      <p class="hint">{say.left}</p>
    </Page>
  )
}

function useBoard(state: 'open' | 'closed'): Answer<Board> | null {
  const [answer, show] = useState<Answer<Board> | null>(null)
  useEffect(() => void call<Board>(`/api/listed-matters?state=${state}`).then(show), [state])
  return answer
}

function Section({ title, answer, none }: { title: string; answer: Answer<Board>; none: string }) {
  return (
    <section>
      <h2>{title}</h2>
      {answer.ok ? null : <TroubleBox trouble={answer.trouble} />}
      {answer.ok && answer.value.items.length === 0 ? <p>{none}</p> : null}
      {answer.ok ? (
        <ul class="erasures">
          {answer.value.items.map((item, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: on purpose nothing else tells two of them apart
            <Entry key={at} item={item} />
          ))}
        </ul>
      ) : null}
    </section>
  )
}

function Entry({ item }: { item: Listed }) {
  const { words, language } = useSpeech()
  const say = words.listed
  const { by, organs, category, place, kind, openedOn, due, isOverdue, closedOn } = item
  return (
    <li>
      <h3>
        {place[language]} · {category[language]}
      </h3>
      <p>{say.organs(organs.map((organ) => organ[language]).join(language === 'zh' ? '、' : ', '))}</p>
      <p>{say.opened(by[language], orderTermOf('orderKind', kind)[language], fullDay(openedOn, language))}</p>
      {closedOn ? (
        <p>{say.closedOn(fullDay(closedOn, language))}</p>
      ) : (
        <p>
          {say.due(dayAndWeekday(due, language))} {isOverdue ? <span class="left late">{say.overdue}</span> : null}
        </p>
      )}
    </li>
  )
}
