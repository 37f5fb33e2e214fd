/** That those above look after how it is handled: who, whom, until when. What they write to one another stays with them. */
import type { z } from 'zod'
import type { ownSupervision } from '../../../supervision/contract.ts'
import { orderTermOf } from '../../../wording/order-terms.ts'
import { fullDay } from '../../shared/days.ts'
import { dayAndWeekday } from '../shell/days.ts'
import { useSpeech } from '../shell/language.tsx'
import type { Opener } from '../wire/api.ts'
import { useOwnIfThere } from './own.ts'

type Own = z.output<(typeof ownSupervision)['response']>
type OwnOrder = Own['items'][number]

/** Nothing where it is not supervised, and nothing while that is not known: the page does not wait for it. */
export function Supervised({ opener }: { opener: Opener }) {
  const { words } = useSpeech()
  const items = useOwnIfThere<Own>('supervision', opener)?.items ?? []
  if (items.length === 0) return null
  return (
    <section class="panel" aria-labelledby="supervised">
      <h2 id="supervised">{words.supervised.title}</h2>
      <p>{words.supervised.lead}</p>
      {items.map((order, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: on purpose nothing else tells two of them apart
        <Order key={at} order={order} />
      ))}
    </section>
  )
}

function Order({ order }: { order: OwnOrder }) {
  const { words, language } = useSpeech()
  const say = words.supervised
  const { kind, state, by, organs, openedOn, due, closedOn } = order
  return (
    <div class="told">
      <h3>{orderTermOf('orderKind', kind)[language]}</h3>
      <p>{say.by(by[language], fullDay(openedOn, language))}</p>
      <p>{say.organs(organs.map((organ) => organ[language]).join(language === 'zh' ? '、' : ', '))}</p>
      <p>
        {closedOn ? say.closed(fullDay(closedOn, language)) : null}
        {closedOn === null && state === 'open' ? say.due(dayAndWeekday(due, language)) : null}
        {closedOn === null && state !== 'open' ? orderTermOf('orderState', state)[language] : null}
      </p>
    </div>
  )
}
