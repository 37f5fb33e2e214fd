import { Alert, Button, Checkbox, Form, Input, InputNumber, Radio, Select } from 'antd'
import { useState } from 'react'
import { Link, useNavigate, useSearchParams } from 'react-router'
import { disputeTerms } from '../../../wording/dispute-terms.ts'
import { todayInBeijing } from '../../shared/days.ts'
import { Area } from '../layout/Area.tsx'
import { DayField } from '../layout/DayField.tsx'
import { Page } from '../layout/page.tsx'
import { troubleInWords } from '../layout/Trouble.tsx'
import { useLanguage } from '../locales/language.tsx'
import { OrganPicker } from '../organs/OrganPicker.tsx'
import { PlacePicker } from '../organs/PlacePicker.tsx'
import { CategoryPicker } from '../registration/CategoryPicker.tsx'
import { Suggested } from './DisputePage.tsx'
import { type RecordedDispute, usePrepared, useRecording } from './disputes.ts'
import './disputes.css'

interface TypedParty {
  readonly name?: string
  readonly contact?: string
  readonly organ?: string | null
  readonly asks?: boolean
}

interface Typed {
  readonly source: string
  readonly foundOn: string
  readonly region?: string
  readonly spot?: string
  readonly category?: string
  readonly people: number
  readonly title?: string
  readonly cause?: string
  readonly asked?: string
  readonly parties: readonly TypedParty[]
  readonly danger: string
  readonly spread: string
  readonly since?: string | null
  readonly grade?: string
  readonly reasons?: string
  readonly account?: string
  readonly due?: string | null
  readonly measures?: string
}

const maybe = (text: string | null | undefined): string | null => text?.trim() || null

function bodyOf(typed: Typed, stream: string | null): object {
  const { source, parties, danger, spread, since = null, grade, reasons, account: _, spot, measures, ...rest } = typed
  return {
    ...rest,
    ...{ source: { kind: source, stream }, spot: maybe(spot), measures: maybe(measures), due: rest.due ?? null },
    parties: parties.map(({ name, contact, organ, asks }) => ({
      ...{ name, contact: maybe(contact), organ: organ ?? null, asks: asks ?? false },
    })),
    grading: grade && maybe(reasons) ? { grade, danger, spread, since, reasons } : null,
  }
}

/** A new dispute: `?source=` and `?stream=` say what it was found by. */
export function RecordPage() {
  const [recorded, setRecorded] = useState<RecordedDispute | null>(null)
  return recorded ? <Keys recorded={recorded} /> : <RecordForm onRecorded={setRecorded} />
}

function RecordForm({ onRecorded }: { onRecorded(recorded: RecordedDispute): void }) {
  const { words, language, pick } = useLanguage()
  const say = words.dispute
  const navigate = useNavigate()
  const [search] = useSearchParams()
  const recording = useRecording()
  const needed = (label: string) => [{ required: true, message: words.field.needed(label) }]
  const options = (terms: Readonly<Record<string, { readonly zh: string; readonly en: string }>>) =>
    Object.entries(terms).map(([value, term]) => ({ value, label: pick(term) }))
  const begun: Partial<Typed> = {
    ...{ source: search.get('source') ?? 'village', foundOn: todayInBeijing(), people: 2 },
    ...{ danger: 'none', spread: 'village', parties: [{ asks: true }, { asks: false }] },
    ...(search.get('region') ? { region: search.get('region') as string } : {}),
  }
  return (
    <Page title={say.record} isNarrowColumn>
      <p className="soft dispute-form-says">{say.form.says}</p>
      <Form<Typed>
        layout="vertical"
        requiredMark={false}
        initialValues={begun}
        scrollToFirstError
        onFinish={(typed) => recording.mutate(bodyOf(typed, search.get('stream')), { onSuccess: onRecorded })}
      >
        <Form.Item name="title" label={say.name} rules={needed(say.name)}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="source" label={say.source}>
          <Radio.Group options={options(disputeTerms.disputeSource)} />
        </Form.Item>
        <Form.Item name="foundOn" label={say.page.found} rules={needed(say.page.found)}>
          <DayField mayBeFuture={false} />
        </Form.Item>
        <Form.Item name="region" label={say.place} rules={needed(say.place)}>
          <PlacePicker />
        </Form.Item>
        <Form.Item name="spot" label={say.form.spot}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="category" label={say.kind} rules={needed(say.kind)}>
          <CategoryPicker />
        </Form.Item>
        <Form.Item name="cause" label={say.page.cause} rules={needed(say.page.cause)}>
          <Area rows={4} maxLength={20_000} />
        </Form.Item>
        <Form.Item name="asked" label={say.page.asked} rules={needed(say.page.asked)}>
          <Area rows={3} maxLength={4000} />
        </Form.Item>
        <Parties />
        <Form.Item name="people" label={say.people} rules={needed(say.people)}>
          <InputNumber min={1} max={1_000_000} precision={0} />
        </Form.Item>
        <Form.Item name="danger" label={say.danger}>
          <Select options={options(disputeTerms.disputeDanger)} />
        </Form.Item>
        <Form.Item name="spread" label={say.spread}>
          <Select options={options(disputeTerms.disputeSpread)} />
        </Form.Item>
        <Form.Item name="since" label={say.since}>
          <DayField mayBeFuture={false} />
        </Form.Item>
        <Following />
        <Form.Item name="measures" label={say.measures}>
          <Area rows={3} maxLength={4000} />
        </Form.Item>
        <Form.Item name="due" label={say.act.due}>
          <DayField ahead={[3, 7, 14]} mayBePast={false} />
        </Form.Item>
        {recording.error && (
          <Alert role="alert" type="warning" showIcon title={troubleInWords(recording.error, words, language)} />
        )}
        <div className="dispute-save">
          <Button type="primary" htmlType="submit" loading={recording.isPending}>
            {say.form.save}
          </Button>
          <Button onClick={() => navigate(-1)}>{words.cancel}</Button>
        </div>
      </Form>
    </Page>
  )
}

function Parties() {
  const { words } = useLanguage()
  const say = words.dispute.form
  return (
    <Form.List name="parties">
      {(fields, { add, remove }) => (
        <Form.Item label={words.dispute.sides}>
          {fields.map(({ key, name }, at) => (
            <fieldset key={key} className="dispute-side">
              <legend>{say.side(at + 1)}</legend>
              <Form.Item
                name={[name, 'name']}
                label={say.name}
                rules={[{ required: true, whitespace: true, message: words.field.needed(say.name) }]}
              >
                <Input maxLength={200} autoComplete="off" />
              </Form.Item>
              <Form.Item name={[name, 'contact']} label={say.contact}>
                <Input maxLength={500} autoComplete="off" />
              </Form.Item>
              <Form.Item name={[name, 'organ']} label={say.organ} extra={say.organSays}>
                <OrganPicker />
              </Form.Item>
              <div>
                <Form.Item name={[name, 'asks']} valuePropName="checked">
                  <Checkbox>{words.dispute.asks}</Checkbox>
                </Form.Item>
                {fields.length > 1 && <Button onClick={() => remove(name)}>{words.remove}</Button>}
              </div>
            </fieldset>
          ))}
          <Button type="dashed" onClick={() => add({ asks: false })} disabled={fields.length >= 20}>
            {say.addSide}
          </Button>
        </Form.Item>
      )}
    </Form.List>
  )
}

/** What follows from what was typed so far: the grade, and who settles it first. */
function Following() {
  const { words, pick } = useLanguage()
  const say = words.dispute
  const form = Form.useFormInstance<Typed>()
  const typed = (Form.useWatch([], form) ?? {}) as Partial<Typed>
  const { region, category, people, danger, spread, since, parties = [], grade } = typed
  const { data } = usePrepared({
    ...{ region, category, people, danger, spread, since: since ?? undefined },
    party: parties.flatMap((each) => each?.organ ?? []),
  })
  if (!data) return null
  const suggested = data.grades.find((each) => each.grade === data.grade)
  return (
    <>
      <div className="dispute-says-why" aria-live="polite">
        <strong>{say.suggested}</strong>
        <Suggested suggested={data.suggested} />
      </div>
      <Form.Item name="grade" label={say.grade} extra={suggested && say.form.follows(pick(suggested))}>
        <Select allowClear options={data.grades.map((each) => ({ value: each.grade, label: pick(each) }))} />
      </Form.Item>
      {grade && (
        <Form.Item
          name="reasons"
          label={say.act.reasons}
          rules={[{ required: true, whitespace: true, message: words.field.needed(say.act.reasons) }]}
        >
          <Area rows={3} maxLength={4000} />
        </Form.Item>
      )}
    </>
  )
}

/** The keys are shown here and nowhere else. */
function Keys({ recorded }: { readonly recorded: RecordedDispute }) {
  const { words } = useLanguage()
  const say = words.dispute.form
  return (
    <Page title={say.recorded} isNarrowColumn>
      <p>{say.keysSay}</p>
      <ul className="dispute-keys">
        {recorded.keys.map(({ party, key }) => (
          <li key={party}>
            {say.side(party)} <strong>{key}</strong>
          </li>
        ))}
      </ul>
      <p>
        <Link to={`/disputes/${recorded.dispute}`}>{say.open}</Link>
      </p>
    </Page>
  )
}
