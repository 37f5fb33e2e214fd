/** What a reception day is: the same fields where it is planned and where it is changed. */
import { Checkbox, Form, Input, InputNumber } from 'antd'
import { fullDay } from '../../shared/days.ts'
import { DayField } from '../layout/DayField.tsx'
import { useLanguage } from '../locales/language.tsx'
import { OrgansField } from './OrgansField.tsx'
import { useReceptionWords } from './reception-words.ts'
import type { Draft } from './receptions.ts'

export interface TypedPlan {
  readonly day?: string
  readonly onRestDay?: boolean
  readonly from?: string
  readonly until?: string
  readonly place?: string
  readonly topic?: string
  readonly seats?: number
  readonly joint?: readonly string[]
}

export const planOf = ({ day, onRestDay, from, until, place, topic, seats, joint }: TypedPlan) => ({
  ...{ day, onRestDay: onRestDay === true, from, until, place, seats, joint: joint ?? [] },
  topic: topic?.trim() || null,
})

interface PlanFieldsProps {
  readonly rules: Draft['rules'] | undefined
  /** Where in the form, if not at its top. */
  readonly within?: string
}

export function PlanFields({ rules, within }: PlanFieldsProps) {
  const at = (name: keyof TypedPlan) => (within === undefined ? name : [within, name])
  const { words, language } = useLanguage()
  const say = useReceptionWords()
  const needed = (label: string) => [{ required: true, message: words.field.needed(label) }]
  const time = (name: 'from' | 'until', label: string) => (
    <Form.Item name={at(name)} label={label} rules={needed(label)}>
      <Input type="time" />
    </Form.Item>
  )
  return (
    <>
      <Form.Item
        name={at('day')}
        label={say.day}
        rules={needed(say.day)}
        extra={rules && say.earliest(fullDay(rules.earliest, language))}
      >
        <DayField mayBePast={false} ahead={[7, 14, 21]} />
      </Form.Item>
      <Form.Item name={at('onRestDay')} valuePropName="checked">
        <Checkbox>{say.onRestDay}</Checkbox>
      </Form.Item>
      <div className="reception-pair">
        {time('from', say.from)}
        {time('until', say.until)}
        <Form.Item name={at('seats')} label={say.seats} rules={needed(say.seats)}>
          <InputNumber min={1} max={rules?.mostSeats ?? 20} style={{ width: '100%' }} />
        </Form.Item>
      </div>
      {rules && <p className="faint">{say.seatsHint(rules.slotMinutes, rules.keptOfTen)}</p>}
      <Form.Item name={at('place')} label={say.place} rules={needed(say.place)}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name={at('topic')} label={say.topic} extra={say.topicHint}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name={at('joint')} label={say.joint}>
        <OrgansField />
      </Form.Item>
    </>
  )
}
