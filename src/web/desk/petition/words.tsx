/** How the values of a petition are written everywhere on the desk. */
import { formatNumber, type PetitionNumber } from '../../../kernel/petition-number.ts'
import { shortDayAndWeekday, todayInBeijing } from '../../shared/days.ts'
import { useLanguage } from '../locales/language.tsx'
import './words.css'

export const shownNumber = (number: string): string => formatNumber(number as PetitionNumber)

interface Due {
  readonly lastDay: string
  readonly daysLeft: number
  readonly isOverdue: boolean
}

/** `还剩 5 天`, or in red `逾期 3 天`. Red stands for a broken duty and for nothing else. */
export function DaysLeft({ daysLeft, isOverdue }: Pick<Due, 'daysLeft' | 'isOverdue'>) {
  const { words } = useLanguage()
  if (isOverdue) return <span className="days-left broken">{words.due.overdue(-daysLeft)}</span>
  if (daysLeft === 0) return <span className="days-left days-today">{words.due.today}</span>
  return <span className="days-left">{words.due.left(daysLeft)}</span>
}

/** The last day with its weekday, and how far away it is. */
export function LastDay(due: Due) {
  const { language } = useLanguage()
  return (
    <span className="last-day">
      <DaysLeft {...due} />
      <span className="faint nowrap">{shortDayAndWeekday(due.lastDay, todayInBeijing(), language)}</span>
    </span>
  )
}

export function StageMark({ stage }: { readonly stage: string }) {
  const { term } = useLanguage()
  const isEnded = endedStages.has(stage)
  return <span className={isEnded ? 'stage stage-ended' : 'stage'}>{term('stage', stage)}</span>
}

const endedStages = new Set(['closed', 'finalised', 'declined', 'directed', 'withdrawn', 'settled'])

export function UrgentMark() {
  const { words } = useLanguage()
  return <span className="mark mark-urgent">{words.mark.urgent}</span>
}

/** Bare under a heading that says what is counted. */
export function Headcount({ count, isBare = false }: { readonly count: number; readonly isBare?: boolean }) {
  const { words } = useLanguage()
  return (
    <span className={count >= 5 ? 'headcount headcount-many' : 'headcount'}>
      {isBare ? count : words.mark.people(count)}
    </span>
  )
}

interface Marked {
  readonly isUrgent: boolean
  readonly track: string
  readonly confidentiality: string
  readonly class: string
}

/** What stands out about a petition, before its title. */
export function Marks({ row }: { readonly row: Marked }) {
  const { term } = useLanguage()
  return (
    <>
      {row.isUrgent && <UrgentMark />}
      {row.class !== 'appeal' && <span className="mark">{term('class', row.class)}</span>}
      {row.track === 'simplified' && <span className="mark">{term('track', 'simplified')}</span>}
      {row.confidentiality !== 'named' && <span className="mark">{term('confidentiality', row.confidentiality)}</span>}
    </>
  )
}
