import { Button } from 'antd'
import { Link, useSearchParams } from 'react-router'
import { addDays, type Day, parseDay } from '../../../kernel/day.ts'
import { shortDay, shortDayAndWeekday, todayInBeijing } from '../../shared/days.ts'
import { Nothing } from '../layout/Nothing.tsx'
import { Skeleton } from '../layout/Skeleton.tsx'
import { Trouble } from '../layout/Trouble.tsx'
import { useLanguage } from '../locales/language.tsx'
import { OrganPicker } from '../organs/OrganPicker.tsx'
import { KindMark } from './OrderLedger.tsx'
import { type OrderRow, usePlan } from './supervision.ts'
import { byWeek, countByOrgan, mondayOf, type OrganInWeek, type PlannedWeek } from './weeks.ts'
import { useRowTitle, useSupervisionWords } from './words.ts'

const shownDays = 12 * 7
const stepDays = 4 * 7

/** 统一督查计划: who inspects whom until when, whoever opened it, so that nobody is inspected twice for one matter. */
export function Plan() {
  const { say } = useSupervisionWords()
  const { from, organ, isNow, go } = usePeriod()
  const plan = usePlan({ from: isNow ? null : from, until: addDays(from, shownDays - 1), organ })
  return (
    <>
      <p className="soft page-says">{say.plan.says}</p>
      <div className="board-tools">
        <span className="board-steps">
          <Button onClick={() => go({ from: addDays(from, -stepDays) })}>{say.plan.earlier}</Button>
          <Button disabled={isNow} onClick={() => go({ from: null })}>
            {say.plan.now}
          </Button>
          <Button onClick={() => go({ from: addDays(from, stepDays) })}>{say.plan.later}</Button>
        </span>
        <OrganPicker
          aria-label={say.organ}
          placeholder={say.organ}
          value={organ}
          onChange={(next) => go({ organ: next })}
        />
        {plan.data && plan.data.items.length > 0 && <Sum items={plan.data.items} />}
      </div>
      {plan.isPending && <Skeleton lines={10} />}
      {plan.isError && <Trouble error={plan.error} onRetry={() => plan.refetch()} />}
      {plan.data?.items.length === 0 && <Nothing title={say.plan.none} says={say.plan.noneSays} />}
      {plan.data && !plan.data.isWhole && <p className="broken">{say.plan.notWhole}</p>}
      {plan.data && plan.data.items.length > 0 && (
        <div className={plan.isPlaceholderData ? 'stale' : undefined}>
          <Weeks items={plan.data.items} from={from} />
        </div>
      )}
    </>
  )
}

function Sum({ items }: { readonly items: readonly OrderRow[] }) {
  const { say } = useSupervisionWords()
  const counts = [...countByOrgan(items).values()]
  return <span className="soft">{say.plan.sum(counts.length, counts.filter((count) => count > 1).length)}</span>
}

function Weeks({ items, from }: { readonly items: readonly OrderRow[]; readonly from: Day }) {
  const counts = countByOrgan(items)
  return byWeek(items, from).map((week) => <Week key={week.from ?? 'before'} week={week} counts={counts} />)
}

interface WeekProps {
  readonly week: PlannedWeek
  readonly counts: ReadonlyMap<string, number>
}

function Week({ week: { from, organs }, counts }: WeekProps) {
  const { language } = useLanguage()
  const { say } = useSupervisionWords()
  const today = todayInBeijing()
  const isThis = from !== null && mondayOf(today) === from
  return (
    <section className={isThis ? 'plan-week plan-this-week' : 'plan-week'}>
      <h2>
        {from === null ? (
          <span className="broken">{say.plan.before}</span>
        ) : (
          say.plan.week(shortDay(from, today, language), shortDay(addDays(from, 6), today, language))
        )}
        {isThis && <span className="mark">{say.plan.thisWeek}</span>}
      </h2>
      <ul>
        {organs.map((row) => (
          <Organ key={row.organ.id} row={row} count={counts.get(row.organ.id) ?? 0} />
        ))}
      </ul>
    </section>
  )
}

function Organ({ row: { organ, orders }, count }: { readonly row: OrganInWeek; readonly count: number }) {
  const { pick, language } = useLanguage()
  const { say } = useSupervisionWords()
  const titleOf = useRowTitle()
  const today = todayInBeijing()
  return (
    <li className="plan-organ">
      <div className="plan-whom">
        {pick(organ)}
        {count > 1 && <span className="mark plan-several">{say.plan.several(count)}</span>}
      </div>
      <ul className="plan-orders">
        {orders.map((order) => (
          <li key={`${order.matter}/${order.order}`} className="plan-order">
            <time className={order.isOverdue ? 'broken nowrap' : 'faint nowrap'}>
              {shortDayAndWeekday(order.due, today, language)}
            </time>
            <KindMark kind={order.kind} />
            <Link to={`/supervision/${order.matter}`}>{titleOf(order)}</Link>
            <span className="faint">{pick(order.by)}</span>
          </li>
        ))}
      </ul>
    </li>
  )
}

/** From which week on, as it stands in the address; this week unless said. */
function usePeriod() {
  const [search, setSearch] = useSearchParams()
  const thisWeek = mondayOf(todayInBeijing())
  const said = parseDay(search.get('from') ?? '')
  const from = said ? mondayOf(said) : thisWeek
  const organ = search.get('organ')
  const go = (to: { readonly from?: Day | null; readonly organ?: string | null }) => {
    const next = { from: from as Day | null, organ, ...to }
    const search = new URLSearchParams({ view: 'plan' })
    if (next.from && next.from !== thisWeek) search.set('from', next.from)
    if (next.organ) search.set('organ', next.organ)
    setSearch(search, { replace: true })
  }
  return { from, organ, isNow: from === thisWeek, go }
}
