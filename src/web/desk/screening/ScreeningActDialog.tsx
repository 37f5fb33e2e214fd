import { Form, Radio, Select } from 'antd'
import { useState } from 'react'
import { screeningTerms } from '../../../wording/screening-terms.ts'
import { fullDay, todayInBeijing } from '../../shared/days.ts'
import { useDisputes } from '../disputes/disputes.ts'
import { ActModal } from '../layout/ActModal.tsx'
import { Area } from '../layout/Area.tsx'
import { DayField } from '../layout/DayField.tsx'
import { useLanguage } from '../locales/language.tsx'
import { type AreaDetail, type ScreeningAct, useScreeningAct } from './screenings.ts'

interface Typed {
  readonly reason?: string
  readonly until?: string
  readonly note?: string
  readonly summary?: string
  readonly dispute?: string
  readonly household?: string
  readonly result?: string
}

interface Action {
  readonly action: string
  readonly zh: string
  readonly en: string
}

interface ScreeningActDialogProps {
  readonly action: Action
  readonly screening: string
  /** The place that it is about; null where it is about the campaign. */
  readonly place?: AreaDetail
  onClose(): void
}

export function ScreeningActDialog({ action, screening, place, onClose }: ScreeningActDialogProps) {
  const { words, pick } = useLanguage()
  // one name for as long as the dialogue is open, so that what is sent again is the same
  const [entry] = useState(() => crypto.randomUUID())
  const follows: Readonly<Record<string, string>> = words.screening.follows
  return (
    <ActModal<Typed, ScreeningAct>
      title={pick(action)}
      follows={follows[action.action] ?? ''}
      doing={useScreeningAct(screening)}
      start={{ result: 'met' }}
      sent={(typed) => ({ action: action.action, body: bodyOf(action.action, typed, { entry, area: place?.area }) })}
      onClose={onClose}
    >
      <Fields action={action.action} {...(place ? { place } : {})} />
    </ActModal>
  )
}

function bodyOf(
  action: string,
  { reason, until, note, summary, dispute, household, result }: Typed,
  { entry, area }: { readonly entry: string; readonly area: string | undefined },
): object {
  const entered = { area, entry, at: todayInBeijing(), note: note?.trim() || null }
  switch (action) {
    case 'extend':
      return { until, reason }
    case 'close':
      return { summary }
    case 'zero':
      return entered
    case 'household':
      return { ...entered, household, result }
    case 'link':
      return { area, dispute }
    case 'remind':
      return { area, note: note?.trim() || null }
    case 'return':
      return { area, reason, until }
    default:
      return { reason }
  }
}

function Fields({ action, place }: { readonly action: string; readonly place?: AreaDetail }) {
  const { words, pick } = useLanguage()
  const say = words.screening.act
  const needed = (label: string) => [{ required: true, whitespace: true, message: words.field.needed(label) }]
  const area = (name: keyof Typed, label: string, rows = 4, max = 4000) => (
    <Form.Item name={name} label={label} rules={needed(label)}>
      <Area rows={rows} maxLength={max} />
    </Form.Item>
  )
  const until = (
    <Form.Item name="until" label={say.until} rules={needed(say.until)}>
      <DayField ahead={[3, 7, 15]} mayBePast={false} />
    </Form.Item>
  )
  const note = (
    <Form.Item name="note" label={say.note}>
      <Area rows={3} maxLength={4000} />
    </Form.Item>
  )
  switch (action) {
    case 'extend':
    case 'return':
      return (
        <>
          {until}
          {area('reason', say.reason)}
        </>
      )
    case 'close':
      return area('summary', say.summary, 8, 20_000)
    case 'link':
      return place && <WhichDispute place={place} />
    case 'household':
      return (
        <>
          <Form.Item name="household" label={say.household} rules={needed(say.household)}>
            <Select
              options={(place?.houses ?? []).map(({ household, where }) => ({ value: household, label: where }))}
            />
          </Form.Item>
          <Form.Item name="result" label={say.result}>
            <Radio.Group
              options={Object.entries(screeningTerms.householdResult).map(([value, term]) => ({
                ...{ value, label: pick(term) },
              }))}
            />
          </Form.Item>
          {note}
        </>
      )
    case 'zero':
    case 'remind':
      return note
    default:
      return area('reason', say.reason)
  }
}

/** One of those that the organ has in this place and that the place does not name yet. */
function WhichDispute({ place }: { readonly place: AreaDetail }) {
  const { words, language } = useLanguage()
  const say = words.screening.area
  const { data, isPending } = useDisputes({ scope: 'ours', region: place.area })
  const options = (data?.pages ?? [])
    .flatMap(({ items }) => items)
    .flatMap(({ dispute, title, recordedOn }) =>
      dispute === null || place.found.includes(dispute)
        ? []
        : [{ value: dispute, label: `${title ?? ''} · ${fullDay(recordedOn, language)}` }],
    )
  return (
    <Form.Item
      name="dispute"
      label={say.dispute}
      extra={!isPending && options.length === 0 ? say.noDispute : undefined}
      rules={[{ required: true, message: words.field.needed(say.dispute) }]}
    >
      <Select loading={isPending} options={options} showSearch optionFilterProp="label" />
    </Form.Item>
  )
}
