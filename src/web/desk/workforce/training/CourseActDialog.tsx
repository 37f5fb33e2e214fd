import { Button, Checkbox, Form, Input, InputNumber, Radio, Select } from 'antd'
import { fullDay, todayInBeijing } from '../../../shared/days.ts'
import { ActModal } from '../../layout/ActModal.tsx'
import { Area } from '../../layout/Area.tsx'
import { DayField } from '../../layout/DayField.tsx'
import { useLanguage } from '../../locales/language.tsx'
import { type Act, type CourseView, useCourseAct } from './training.ts'

type ActionName = CourseView['actions'][number]['action']

interface TypedQuestion {
  readonly words?: string
  readonly options?: readonly { readonly words?: string; readonly isRight?: boolean }[]
}
interface Typed {
  readonly [field: string]: unknown
  readonly questions?: readonly TypedQuestion[]
}

interface CourseActDialogProps {
  readonly action: ActionName
  readonly named: { readonly zh: string; readonly en: string }
  readonly course: CourseView
  readonly onClose: () => void
}

export function CourseActDialog({ action, named, course, onClose }: CourseActDialogProps) {
  const { words, pick } = useLanguage()
  return (
    <ActModal<Typed, Act>
      title={pick(named)}
      follows={words.team.training.follows[action]}
      doing={useCourseAct(course.course)}
      start={startOf(action)}
      {...(action === 'test' ? { width: 760 } : {})}
      sent={(typed) => ({ action, body: bodyOf(action, typed), version: course.version })}
      onClose={onClose}
    >
      <Fields action={action} course={course} />
    </ActModal>
  )
}

const blank: TypedQuestion = { words: '', options: [{ words: '' }, { words: '' }] }

function startOf(action: ActionName): Typed {
  if (action === 'session') return { day: todayInBeijing(), isOnline: false }
  return action === 'test' ? { opens: todayInBeijing(), minutes: 60, passAt: 60, questions: [blank] } : {}
}

function bodyOf(action: ActionName, { questions = [], ...typed }: Typed): object {
  if (action === 'session') return { session: typed }
  if (action !== 'test') return typed
  return {
    rules: typed,
    questions: questions.map(({ words, options = [] }) => ({
      words,
      options: options.map((option) => option.words),
      right: options.flatMap(({ isRight }, at) => (isRight ? [at] : [])),
    })),
  }
}

function Fields({ action, course }: Pick<CourseActDialogProps, 'action' | 'course'>) {
  const { words, language } = useLanguage()
  const say = words.team.training
  const needed = (label: string) => [{ required: true, message: words.field.needed(label) }]
  const reason = (
    <Form.Item name="reason" label={say.fields.reason} rules={needed(say.fields.reason)}>
      <Area rows={3} maxLength={4000} />
    </Form.Item>
  )
  switch (action) {
    case 'session':
      return (
        <>
          <Form.Item name="day" label={say.fields.day} rules={needed(say.fields.day)}>
            <DayField mayBePast={false} ahead={[7, 14, 30]} />
          </Form.Item>
          <Form.Item name="isOnline" label={say.fields.way}>
            <Radio.Group
              options={[
                { value: false, label: say.there },
                { value: true, label: say.online },
              ]}
            />
          </Form.Item>
          <Form.Item name="place" label={say.fields.place} rules={needed(say.fields.place)}>
            <Input maxLength={300} />
          </Form.Item>
        </>
      )
    case 'drop':
      return (
        <>
          <Form.Item name="session" label={say.fields.session} rules={needed(say.fields.session)}>
            <Select
              options={course.sessions.map(({ ref, day, place }) => ({
                ...{ value: ref, label: `${fullDay(day, language)} ${place}` },
              }))}
            />
          </Form.Item>
          {reason}
        </>
      )
    case 'test':
      return <TestFields />
    case 'close':
      return reason
  }
}

function TestFields() {
  const { words } = useLanguage()
  const say = words.team.training.fields
  const needed = (label: string) => [{ required: true, message: words.field.needed(label) }]
  return (
    <>
      <div className="training-pair">
        <Form.Item name="opens" label={say.opens} rules={needed(say.opens)}>
          <DayField mayBePast={false} ahead={[7, 14]} />
        </Form.Item>
        <Form.Item name="closes" label={say.closes} rules={needed(say.closes)}>
          <DayField mayBePast={false} ahead={[14, 30]} />
        </Form.Item>
        <Form.Item name="minutes" label={say.minutes} rules={needed(say.minutes)}>
          <InputNumber min={5} max={300} />
        </Form.Item>
        <Form.Item name="passAt" label={say.passAt} rules={needed(say.passAt)}>
          <InputNumber min={1} max={100} />
        </Form.Item>
      </div>
      <Form.List name="questions">
        {(questions, { add, remove }) => (
          <>
            {questions.map(({ key, name }, at) => (
              <fieldset key={key} className="training-question">
                <legend>{say.question(at + 1)}</legend>
                <Form.Item name={[name, 'words']} label={say.asked} rules={needed(say.asked)}>
                  <Area rows={2} maxLength={1000} />
                </Form.Item>
                <Options of={name} />
                {questions.length > 1 && <Button onClick={() => remove(name)}>{say.removeQuestion}</Button>}
              </fieldset>
            ))}
            <Button onClick={() => add(blank)}>{say.addQuestion}</Button>
          </>
        )}
      </Form.List>
    </>
  )
}

function Options({ of }: { readonly of: number }) {
  const { words } = useLanguage()
  const say = words.team.training.fields
  const most = 8
  return (
    <Form.List name={[of, 'options']}>
      {(options, { add, remove }) => (
        <>
          {options.map(({ key, name }, at) => (
            <div key={key} className="training-option">
              <Form.Item
                name={[name, 'words']}
                label={say.option(at + 1)}
                rules={[{ required: true, message: words.field.needed(say.option(at + 1)) }]}
              >
                <Input maxLength={500} />
              </Form.Item>
              <Form.Item name={[name, 'isRight']} valuePropName="checked">
                <Checkbox>{say.isRight}</Checkbox>
              </Form.Item>
              {options.length > 2 && <Button onClick={() => remove(name)}>{say.removeOption}</Button>}
            </div>
          ))}
          {options.length < most && <Button onClick={() => add({ words: '' })}>{say.addOption}</Button>}
        </>
      )}
    </Form.List>
  )
}
