/** Whom and when: an organ or an area, and a month, quarter or year. Both stand in the address, so that a scorecard can be shared. */
import { Select } from 'antd'
import { useDeferredValue, useState } from 'react'
import { todayInBeijing } from '../../shared/days.ts'
import { useLanguage } from '../locales/language.tsx'
import { useSession } from '../session/session-context.ts'
import { useSubjects } from './assessment.ts'
import { useAssessmentWords } from './assessment-words.ts'
import { periodsBefore } from './periods.ts'

const nothing: NonNullable<ReturnType<typeof useSubjects>['data']> = { organs: [], areas: [], next: null }

/** `organ:…` or `area:…`. */
export type Subject = string

interface SubjectPickerProps {
  readonly value: Subject
  readonly onChange: (subject: Subject) => void
}

export function SubjectPicker({ value, onChange }: SubjectPickerProps) {
  const { pick } = useLanguage()
  const { say } = useAssessmentWords()
  const { organ: own } = useSession()
  const [typed, setTyped] = useState('')
  const subjects = useSubjects(useDeferredValue(typed.trim()))
  const { organs, areas, next } = subjects.data ?? nothing
  const organOptions = organs.map((organ) => ({ value: `organ:${organ.id}`, label: pick(organ) }))
  const isOwnMissing = typed === '' && !organs.some(({ id }) => id === own.id)
  const options = [
    {
      label: say.organsGroup,
      options: isOwnMissing ? [{ value: `organ:${own.id}`, label: pick(own) }, ...organOptions] : organOptions,
    },
    ...(areas.length > 0
      ? [
          {
            label: say.areasGroup,
            options: areas.map((area) => ({
              value: `area:${area.area}`,
              label: `${say.areaOf(pick(area))} · ${say.organsIn(area.organs)}`,
            })),
          },
        ]
      : []),
  ]
  return (
    <Select
      className="subject-picker"
      aria-label={say.subject}
      value={value}
      options={options}
      loading={subjects.isFetching}
      placeholder={say.searchSubject}
      popupMatchSelectWidth={360}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      popupRender={(menu) => (
        <>
          {menu}
          {next !== null && <p className="faint subject-more">{say.moreSubjects}</p>}
        </>
      )}
      onChange={(chosen: string) => {
        setTyped('')
        onChange(chosen)
      }}
    />
  )
}

interface PeriodPickerProps {
  readonly value: string
  readonly onChange: (period: string) => void
}

export function PeriodPicker({ value, onChange }: PeriodPickerProps) {
  const { pick } = useLanguage()
  const { say } = useAssessmentWords()
  const { months, quarters, years } = periodsBefore(todayInBeijing())
  const group = (label: string, periods: typeof months) => ({
    label,
    options: periods.map((period) => ({ value: period.value, label: pick(period) })),
  })
  return (
    <Select
      className="period-picker"
      aria-label={say.period}
      value={value}
      options={[group(say.months, months), group(say.quarters, quarters), group(say.years, years)]}
      onChange={onChange}
    />
  )
}
