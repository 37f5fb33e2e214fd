import { Alert, Button, Form, Input } from 'antd'
import { useNavigate, useParams } from 'react-router'
import { todayInBeijing } from '../../shared/days.ts'
import { Area } from '../layout/Area.tsx'
import { DayField } from '../layout/DayField.tsx'
import { Page } from '../layout/page.tsx'
import { Skeleton } from '../layout/Skeleton.tsx'
import { Trouble, troubleInWords } from '../layout/Trouble.tsx'
import { useLanguage } from '../locales/language.tsx'
import { OrganPicker } from '../organs/OrganPicker.tsx'
import { PlacePicker } from '../organs/PlacePicker.tsx'
import { type CallBody, type CallView, useCall, useCallAct, useDraftCall } from './calls.ts'
import './calls.css'

interface Typed {
  readonly title?: string
  readonly text?: string
  readonly questions?: readonly (string | undefined)[]
  readonly from?: string
  readonly until?: string
  readonly places?: readonly (string | null | undefined)[]
  readonly answeredBy?: readonly (string | null | undefined)[]
}

const given = (texts: readonly (string | null | undefined)[] = []): string[] =>
  texts.flatMap((text) => (text?.trim() ? [text.trim()] : []))

const bodyOf = ({ title = '', text = '', questions, from = '', until = '', places, answeredBy }: Typed): CallBody => ({
  ...{ title, text, from, until, questions: given(questions), places: given(places), answeredBy: given(answeredBy) },
})

/** A new draft. */
export function NewCall() {
  const { words } = useLanguage()
  const drafting = useDraftCall()
  const navigate = useNavigate()
  const save = (typed: Typed) =>
    drafting.mutate(bodyOf(typed), { onSuccess: ({ call }) => void navigate(`/calls/${call}`, { replace: true }) })
  return (
    <Page title={words.suggestion.call.new} isNarrowColumn>
      <Fields
        start={{ from: todayInBeijing(), questions: [''], places: [null], answeredBy: [null] }}
        isSaving={drafting.isPending}
        error={drafting.error}
        onSave={save}
      />
    </Page>
  )
}

export function EditCall() {
  const { call = '' } = useParams()
  const read = useCall(call)
  if (read.isPending) return <Skeleton lines={8} />
  if (read.isError) return <Trouble error={read.error} onRetry={() => read.refetch()} />
  return <Editing key={call} call={read.data} />
}

function Editing({ call }: { readonly call: CallView }) {
  const { words } = useLanguage()
  const acting = useCallAct(call.call)
  const navigate = useNavigate()
  const save = (typed: Typed) =>
    acting.mutate(
      { action: 'edit', body: bodyOf(typed), version: call.version },
      { onSuccess: () => void navigate(`/calls/${call.call}`) },
    )
  const { title, text, from, until } = call
  return (
    <Page title={words.suggestion.call.edit} isNarrowColumn>
      <Fields
        start={{
          ...{ title, text, from, until, questions: call.questions },
          places: [...call.places.map(({ code }) => code), null],
          answeredBy: [...call.answeredBy.map(({ id }) => id), null],
        }}
        isSaving={acting.isPending}
        error={acting.error}
        onSave={save}
      />
    </Page>
  )
}

interface FieldsProps {
  readonly start: Typed
  readonly isSaving: boolean
  readonly error: Error | null
  onSave(typed: Typed): void
}

function Fields({ start, isSaving, error, onSave }: FieldsProps) {
  const { words, language } = useLanguage()
  const say = words.suggestion.call
  const needed = (what: string) => [{ required: true, whitespace: true, message: say.needed(what) }]
  return (
    <Form<Typed> layout="vertical" initialValues={start} onFinish={onSave}>
      <Form.Item name="title" label={say.title} rules={needed(say.title)}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="text" label={say.text} extra={say.textHint} rules={needed(say.text)}>
        <Area rows={8} maxLength={20_000} />
      </Form.Item>
      <Questions />
      <div className="call-days">
        <Form.Item name="from" label={say.from} rules={needed(say.from)}>
          <DayField />
        </Form.Item>
        <Form.Item name="until" label={say.until} rules={needed(say.until)}>
          <DayField ahead={[30, 60]} mayBePast={false} />
        </Form.Item>
      </div>
      <Several name="places" label={say.places} picker={<PlacePicker />} />
      <Several name="answeredBy" label={say.answeredBy} picker={<OrganPicker />} />
      {error && <Alert role="alert" type="warning" showIcon title={troubleInWords(error, words, language)} />}
      <Button type="primary" htmlType="submit" loading={isSaving} className="call-save">
        {say.save}
      </Button>
    </Form>
  )
}

function Questions() {
  const { words } = useLanguage()
  const say = words.suggestion.call
  return (
    <Form.List name="questions">
      {(fields, { add, remove }) => (
        <fieldset className="call-several">
          <legend>{say.questions}</legend>
          {fields.map(({ key, name }, at) => (
            <div key={key} className="call-one">
              <Form.Item name={name} noStyle>
                <Input aria-label={say.question(at + 1)} maxLength={500} />
              </Form.Item>
              <Button onClick={() => remove(name)} aria-label={`${say.removeQuestion} ${at + 1}`}>
                ×
              </Button>
            </div>
          ))}
          <Button type="dashed" onClick={() => add('')} disabled={fields.length >= 20}>
            {say.addQuestion}
          </Button>
        </fieldset>
      )}
    </Form.List>
  )
}

interface SeveralProps {
  readonly name: 'places' | 'answeredBy'
  readonly label: string
  readonly picker: React.ReactElement
}

/** One field after another: the last stays empty for one more. */
function Several({ name, label, picker }: SeveralProps) {
  const { words } = useLanguage()
  return (
    <Form.List name={name}>
      {(fields, { add }) => (
        <fieldset className="call-several">
          <legend>{label}</legend>
          {fields.map(({ key, name: at }) => (
            <Form.Item key={key} name={at} className="call-one" aria-label={label}>
              {picker}
            </Form.Item>
          ))}
          <Button type="dashed" onClick={() => add(null)} aria-label={`${words.suggestion.call.addQuestion}: ${label}`}>
            +
          </Button>
        </fieldset>
      )}
    </Form.List>
  )
}
