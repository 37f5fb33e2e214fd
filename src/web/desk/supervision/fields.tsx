/** Rows of the forms of supervision. */
import { Form, Input, Radio } from 'antd'
import { parseDay } from '../../../kernel/day.ts'
import type { SupervisionTermGroup } from '../../../wording/supervision-terms.ts'
import { weekdayInWords } from '../../shared/days.ts'
import { DayField } from '../layout/DayField.tsx'
import { useLanguage } from '../locales/language.tsx'
import { type Controlled, ProseField } from '../petition/controls.tsx'
import { useRestDays } from './rest-days.ts'
import { useSupervisionWords } from './words.ts'

interface RowProps {
  readonly name: string
  readonly label: string
}

const useNeeded = (label: string) => {
  const { words } = useLanguage()
  return [{ required: true, whitespace: true, message: words.field.needed(label) }]
}

interface ProseRowProps extends RowProps {
  readonly max: number
  readonly rows?: number
  readonly isOptional?: boolean
  readonly extra?: string
}

export function ProseRow({ name, label, max, rows = 4, isOptional = false, extra }: ProseRowProps) {
  const needed = useNeeded(label)
  return (
    <Form.Item name={name} label={label} rules={isOptional ? [] : needed} {...(extra ? { extra } : {})}>
      <ProseField max={max} rows={rows} />
    </Form.Item>
  )
}

export const LineRow = ({ name, label, max }: RowProps & { readonly max: number }) => (
  <Form.Item name={name} label={label}>
    <Input maxLength={max} />
  </Form.Item>
)

interface ChoiceRowProps extends RowProps {
  readonly group: SupervisionTermGroup
  readonly codes: readonly string[]
}

export function ChoiceRow({ name, label, group, codes }: ChoiceRowProps) {
  const { words } = useLanguage()
  const { said } = useSupervisionWords()
  return (
    <Form.Item name={name} label={label} rules={[{ required: true, message: words.field.needed(label) }]}>
      <Radio.Group className="choice" options={codes.map((value) => ({ value, label: said(group, value) }))} />
    </Form.Item>
  )
}

/** A day ahead. Says on which weekday it falls, and when nobody works then. */
export function DueRow({ name, label }: RowProps) {
  const { words } = useLanguage()
  return (
    <Form.Item name={name} label={label} rules={[{ required: true, message: words.field.needed(label) }]}>
      <DueField />
    </Form.Item>
  )
}

function DueField({ id, value, onChange }: Controlled<string | null>) {
  const { language } = useLanguage()
  const { say } = useSupervisionWords()
  const isRest = useRestDays()
  const day = parseDay(value ?? '')
  return (
    <>
      <DayField
        {...(id ? { id } : {})}
        value={value}
        ahead={[5, 10, 15, 30, 60]}
        mayBePast={false}
        isRest={isRest}
        {...(onChange ? { onChange } : {})}
      />
      {day && (
        <span className={isRest(day) ? 'due-rest' : 'faint'}>
          {isRest(day) ? say.field.restDay(weekdayInWords(day, language)) : weekdayInWords(day, language)}
        </span>
      )}
    </>
  )
}

export function PastDayRow({ name, label }: RowProps) {
  const { words } = useLanguage()
  return (
    <Form.Item name={name} label={label} rules={[{ required: true, message: words.field.needed(label) }]}>
      <DayField mayBeFuture={false} />
    </Form.Item>
  )
}
