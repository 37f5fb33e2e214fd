/** 接访日程: a month of reception days by day and leader, and where the days fall short before it is too late. */
import { Button, Select, Switch } from 'antd'
import { useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import { addDays, type Day, parseDay, weekday } from '../../../kernel/day.ts'
import { receptionTermOf } from '../../../wording/reception-terms.ts'
import { dayAndWeekday, todayInBeijing } from '../../shared/days.ts'
import { useIsNarrow } from '../layout/media.ts'
import { Nothing } from '../layout/Nothing.tsx'
import { Page } from '../layout/page.tsx'
import { Skeleton } from '../layout/Skeleton.tsx'
import { Trouble } from '../layout/Trouble.tsx'
import { useLanguage } from '../locales/language.tsx'
import { useSession } from '../session/session-context.ts'
import { GapList } from './GapList.tsx'
import { PlanDialog } from './PlanDialog.tsx'
import { useReceptionWords } from './reception-words.ts'
import { type DeskDay, useGaps, useReceptions } from './receptions.ts'
import './receptions.css'

const monthOf = (text: string | null): string => (text && parseDay(`${text}-01`) ? text : todayInBeijing().slice(0, 7))
const moved = (month: string, by: number): string => addDays(`${month}-15` as Day, by * 30).slice(0, 7)

export function Receptions() {
  const say = useReceptionWords()
  const { has } = useSession()
  const [search, setSearch] = useSearchParams()
  const month = monthOf(search.get('month'))
  const whose = search.get('leader')
  const isMine = search.get('mine') === 'true'
  const [from, until] = spanOf(month)
  const listed = useReceptions(from, until)
  const gaps = useGaps(month)
  const [isPlanning, setIsPlanning] = useState(false)
  const set = (changes: Readonly<Record<string, string | null>>) =>
    setSearch((before) => {
      const next = new URLSearchParams(before)
      for (const [name, value] of Object.entries(changes)) {
        if (value === null) next.delete(name)
        else next.set(name, value)
      }
      return next
    })
  const mayPlan = has('clerk') || has('head') || has('leader')
  const items = (listed.data?.items ?? []).filter(
    (day) => (!isMine || day.isYours) && (!whose || day.leaders.some(({ account }) => account === whose)),
  )
  const uncovered =
    whose || isMine ? [] : (gaps.data?.days?.items ?? []).filter(({ state }) => state === 'open' || state === 'missed')
  return (
    <Page
      title={say.title}
      beside={
        mayPlan && (
          <Button type="primary" onClick={() => setIsPlanning(true)}>
            {say.plan}
          </Button>
        )
      }
    >
      <p className="soft">{say.lead}</p>
      <div className="reception-bar">
        <Button onClick={() => set({ month: moved(month, -1) })} aria-label={say.before}>
          ‹
        </Button>
        <h2>{say.month(month.slice(0, 4), Number(month.slice(5)))}</h2>
        <Button onClick={() => set({ month: moved(month, 1) })} aria-label={say.after}>
          ›
        </Button>
        <LeaderFilter days={listed.data?.items ?? []} value={whose} onChange={(leader) => set({ leader })} />
        {has('leader') && (
          <span className="reception-mine">
            <Switch
              size="small"
              checked={isMine}
              aria-label={say.mine}
              onChange={(on) => set({ mine: on ? 'true' : null })}
            />{' '}
            {say.mine}
          </span>
        )}
      </div>
      {listed.isPending && <Skeleton lines={8} />}
      {listed.isError && <Trouble error={listed.error} onRetry={() => listed.refetch()} />}
      {listed.data && <Month month={month} days={items} uncovered={uncovered.map(({ day }) => day)} isMine={isMine} />}
      {gaps.data && <GapList gaps={gaps.data} />}
      {isPlanning && <PlanDialog onClose={() => setIsPlanning(false)} />}
    </Page>
  )
}

function spanOf(month: string): readonly [Day, Day] {
  const first = `${month}-01` as Day
  return [first, addDays(`${addDays(first, 31).slice(0, 7)}-01` as Day, -1)]
}

interface LeaderFilterProps {
  readonly days: readonly DeskDay[]
  readonly value: string | null
  readonly onChange: (account: string | null) => void
}

function LeaderFilter({ days, value, onChange }: LeaderFilterProps) {
  const say = useReceptionWords()
  const leaders = new Map(days.flatMap((day) => day.leaders.map(({ account, name }) => [account, name] as const)))
  return (
    <Select
      aria-label={say.whose}
      className="reception-whose"
      value={value ?? ''}
      onChange={(account) => onChange(account === '' ? null : account)}
      options={[
        { value: '', label: say.everybody },
        ...[...leaders].map(([account, name]) => ({ value: account, label: name })),
      ]}
    />
  )
}

interface MonthProps {
  readonly month: string
  readonly days: readonly DeskDay[]
  /** Working days on which no leader of the county receives. */
  readonly uncovered: readonly string[]
  readonly isMine: boolean
}

function Month({ month, days, uncovered, isMine }: MonthProps) {
  const say = useReceptionWords()
  const isNarrow = useIsNarrow()
  if (days.length === 0 && uncovered.length === 0) return <Nothing title={isMine ? say.noneMine : say.none} />
  return isNarrow ? (
    <InRows days={days} uncovered={uncovered.filter((day) => day >= todayInBeijing())} />
  ) : (
    <InGrid month={month} days={days} uncovered={uncovered} />
  )
}

function InGrid({ month, days, uncovered }: Omit<MonthProps, 'isMine'>) {
  const say = useReceptionWords()
  const [first, last] = spanOf(month)
  const start = addDays(first, 1 - weekday(first))
  const weeks: Day[][] = []
  for (let at = start; at <= last; at = addDays(at, 7))
    weeks.push([0, 1, 2, 3, 4, 5, 6].map((count) => addDays(at, count)))
  const today = todayInBeijing()
  return (
    <table className="reception-grid">
      <thead>
        <tr>
          {say.weekdays.map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week[0]}>
            {week.map((day) => (
              <td key={day} className={day.slice(0, 7) === month ? undefined : 'is-other'}>
                <span className={day === today ? 'reception-today' : 'faint'}>{Number(day.slice(8))}</span>
                {days
                  .filter((each) => each.day === day)
                  .map((each) => (
                    <DayCard key={each.reception} day={each} />
                  ))}
                {uncovered.includes(day) && <span className="reception-uncovered">{say.uncovered}</span>}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** On a phone days that have passed without anybody are counted below and not listed. */
function InRows({ days, uncovered }: Pick<MonthProps, 'days' | 'uncovered'>) {
  const say = useReceptionWords()
  const { language } = useLanguage()
  const every = [...new Set([...days.map(({ day }) => day), ...uncovered])].sort()
  return (
    <ul className="reception-rows">
      {every.map((day) => (
        <li key={day}>
          <span className="reception-date">{dayAndWeekday(day, language)}</span>
          {days
            .filter((each) => each.day === day)
            .map((each) => (
              <DayCard key={each.reception} day={each} />
            ))}
          {uncovered.includes(day) && <span className="reception-uncovered">{say.uncovered}</span>}
        </li>
      ))}
    </ul>
  )
}

function DayCard({ day }: { readonly day: DeskDay }) {
  const { language } = useLanguage()
  const say = useReceptionWords()
  return (
    <Link to={`/receptions/${day.reception}`} className={`reception-card is-${day.stage}`}>
      <strong>{day.leaders.map(({ name }) => name).join(language === 'zh' ? '、' : ', ')}</strong>
      <span>
        {day.from}–{day.until}
        {day.joint.length > 0 && ` · ${say.joint}`}
      </span>
      <span className="faint">{receptionTermOf('receptionStage', day.stage)[language]}</span>
    </Link>
  )
}
