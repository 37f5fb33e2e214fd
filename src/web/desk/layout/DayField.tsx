import { DatePicker } from 'antd'
import dayjs from 'dayjs'
import type { ReactNode } from 'react'
import { addDays, type Day, parseDay } from '../../../kernel/day.ts'
import { todayInBeijing } from '../../shared/days.ts'
import { useLanguage } from '../locales/language.tsx'

interface DayFieldProps {
  readonly id?: string
  readonly value?: string | null | undefined
  readonly onChange?: (day: string | null) => void
  /** Days from today that can be chosen with one click. */
  readonly ahead?: readonly number[]
  readonly mayBeFuture?: boolean
  readonly mayBePast?: boolean
  /** Days on which nobody works are pale, and can be chosen all the same. */
  readonly isRest?: (day: string) => boolean
}

/** Each is matched as a whole, so that a nought before a month or a day needs a form of its own. */
const typedForms = ['YYYY-M-D', 'YYYY-MM-DD', 'YYYY/M/D', 'YYYY/MM/DD', 'YYYY.M.D', 'YYYY.MM.DD', 'YYYYMMDD']

/** A day, typed in any usual form or picked. The value is `YYYY-MM-DD`. */
export function DayField(props: DayFieldProps) {
  const { value, onChange, ahead = [], mayBeFuture = true, mayBePast = true, id, isRest } = props
  const { language, words } = useLanguage()
  const today = todayInBeijing()
  const shown = language === 'zh' ? 'YYYY年M月D日' : 'D MMM YYYY'
  const presets = ahead.map((days) => ({
    label: words.due.inDays(days),
    value: dayjs(addDays(today, days)),
  }))
  return (
    <DatePicker
      {...(id ? { id } : {})}
      value={value && parseDay(value) ? dayjs(value) : null}
      format={[shown, ...typedForms]}
      presets={presets}
      {...(isRest ? { cellRender: restMarked(isRest) } : {})}
      disabledDate={(at) => isOutside(at.format('YYYY-MM-DD') as Day, today, mayBeFuture, mayBePast)}
      onChange={(next) => onChange?.(next ? next.format('YYYY-MM-DD') : null)}
      style={{ width: '100%' }}
      placeholder={words.day.choose}
    />
  )
}

/** As Ant Design draws a day, and pale where it is one of rest. */
const restMarked =
  (isRest: (day: string) => boolean) =>
  (at: unknown, { type, originNode }: { readonly type: string; readonly originNode: ReactNode }) =>
    type === 'date' && dayjs.isDayjs(at) && isRest(at.format('YYYY-MM-DD')) ? (
      <span className="day-of-rest">{originNode}</span>
    ) : (
      originNode
    )

const isOutside = (at: Day, today: Day, mayBeFuture: boolean, mayBePast: boolean): boolean =>
  (!mayBeFuture && at > today) || (!mayBePast && at < today)
