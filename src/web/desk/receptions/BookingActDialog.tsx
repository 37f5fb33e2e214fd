import { Button, Checkbox, Form, Input, Select } from 'antd'
import { Link } from 'react-router'
import { receptionTerms } from '../../../wording/reception-terms.ts'
import { ActModal } from '../layout/ActModal.tsx'
import { Area } from '../layout/Area.tsx'
import { DayField } from '../layout/DayField.tsx'
import { useLanguage } from '../locales/language.tsx'
import { OrganPicker } from '../organs/OrganPicker.tsx'
import { useReceptionWords } from './reception-words.ts'
import { type Act, type BookingView, useBookingAct } from './receptions.ts'

interface TypedPromise {
  readonly organ?: string
  readonly due?: string
  readonly what?: string
}

interface Typed {
  readonly told?: string
  readonly record?: string
  readonly readBack?: boolean
  readonly confirmedBy?: string
  readonly note?: string
  readonly kind?: 'registered' | 'attached' | 'explained'
  readonly petition?: string
  readonly withTalk?: boolean
  readonly reason?: string
  readonly promises?: readonly TypedPromise[]
}

type Action = BookingView['actions'][number]

function bodyOf(name: Action['action'], typed: Typed): object {
  const { told, record, readBack, confirmedBy, note, kind, petition, withTalk, reason, promises = [] } = typed
  switch (name) {
    case 'inform':
      return { told }
    case 'record':
      return { record, readBack: readBack === true, confirmedBy }
    case 'note':
      return { note }
    case 'result':
      return { result: resultOf(kind), promises }
    default:
      return {}
  }

  function resultOf(how: Typed['kind']): object {
    if (how === 'explained') return { kind: how, reason }
    return how === 'attached' ? { kind: how, petition, withTalk: withTalk === true } : { kind: how, petition }
  }
}

interface BookingActDialogProps {
  readonly action: Action
  readonly booking: BookingView
  readonly onClose: () => void
}

/** What the table does with one person of the day: one form an act. */
export function BookingActDialog({ action, booking, onClose }: BookingActDialogProps) {
  const { pick } = useLanguage()
  const say = useReceptionWords()
  const { record, petition } = booking
  return (
    <ActModal<Typed, Act>
      title={pick(action)}
      follows={say.bookingFollows[action.action]}
      doing={useBookingAct(booking.reference)}
      width={action.action === 'result' || action.action === 'record' ? 680 : 520}
      start={{
        ...({ told: 'phone', confirmedBy: 'signature', promises: [] } as const),
        ...{ kind: petition ? 'attached' : 'registered', petition: petition ?? '', record: record?.text ?? '' },
      }}
      sent={(typed) => ({ action: action.action, body: bodyOf(action.action, typed), version: booking.version })}
      onClose={onClose}
    >
      <Fields name={action.action} />
    </ActModal>
  )
}

function Fields({ name }: { readonly name: Action['action'] }) {
  const { words, pick } = useLanguage()
  const say = useReceptionWords()
  const needed = (label: string) => [{ required: true, message: words.field.needed(label) }]
  const options = (group: 'tellingWay' | 'confirmation') =>
    Object.entries(receptionTerms[group]).map(([value, term]) => ({ value, label: pick(term) }))
  switch (name) {
    case 'inform':
      return (
        <Form.Item name="told" label={say.way}>
          <Select options={options('tellingWay')} />
        </Form.Item>
      )
    case 'record':
      return (
        <>
          <Form.Item name="record" label={say.record} rules={needed(say.record)} extra={say.recordHint}>
            <Area rows={10} maxLength={20_000} />
          </Form.Item>
          <Form.Item name="readBack" valuePropName="checked">
            <Checkbox>{say.readBack}</Checkbox>
          </Form.Item>
          <Form.Item name="confirmedBy" label={say.confirmedBy}>
            <Select options={options('confirmation')} />
          </Form.Item>
        </>
      )
    case 'note':
      return (
        <Form.Item name="note" label={say.note} rules={needed(say.note)}>
          <Area rows={5} maxLength={4000} />
        </Form.Item>
      )
    case 'result':
      return <ResultFields />
    default:
      return null
  }
}

function ResultFields() {
  const { words, pick } = useLanguage()
  const say = useReceptionWords()
  const kind = Form.useWatch<Typed['kind']>('kind')
  const needed = (label: string) => [{ required: true, message: words.field.needed(label) }]
  return (
    <>
      <Form.Item name="kind" label={say.kind}>
        <Select
          options={Object.entries(receptionTerms.talkResult).map(([value, term]) => ({ value, label: pick(term) }))}
        />
      </Form.Item>
      {kind === 'explained' ? (
        <Form.Item name="reason" label={say.explanation} rules={needed(say.explanation)}>
          <Area rows={4} maxLength={20_000} />
        </Form.Item>
      ) : (
        <Form.Item name="petition" label={say.number} rules={needed(say.number)} extra={say.numberHint}>
          <Input maxLength={40} inputMode="numeric" />
        </Form.Item>
      )}
      {kind === 'attached' && (
        <Form.Item name="withTalk" valuePropName="checked" extra={say.withTalkHint}>
          <Checkbox>{say.withTalk}</Checkbox>
        </Form.Item>
      )}
      {kind === 'registered' && (
        <p>
          <Link to="/new" target="_blank">
            {say.toRegister}
          </Link>
        </p>
      )}
      <h3>{say.promises}</h3>
      <Form.List name="promises">
        {(fields, { add, remove }) => (
          <>
            {fields.map(({ key, name }) => (
              <div key={key} className="reception-pair">
                <Form.Item name={[name, 'what']} label={say.promise} rules={needed(say.promise)}>
                  <Area rows={2} maxLength={4000} />
                </Form.Item>
                <Form.Item name={[name, 'organ']} label={say.organ} rules={needed(say.organ)}>
                  <OrganPicker />
                </Form.Item>
                <Form.Item name={[name, 'due']} label={say.due} rules={needed(say.due)}>
                  <DayField mayBePast={false} ahead={[7, 15, 30]} />
                </Form.Item>
                <Button type="link" onClick={() => remove(name)}>
                  {words.remove}
                </Button>
              </div>
            ))}
            <Button type="link" onClick={() => add()}>
              {say.addPromise}
            </Button>
          </>
        )}
      </Form.List>
    </>
  )
}
