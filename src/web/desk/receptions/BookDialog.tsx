import { Checkbox, Form, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { receptionTerms } from '../../../wording/reception-terms.ts'
import { ActModal } from '../layout/ActModal.tsx'
import { useLanguage } from '../locales/language.tsx'
import { grouped } from './DayList.tsx'
import { useReceptionWords } from './reception-words.ts'
import { type Act, type Made, type ReceptionView, useBookingAtWindow } from './receptions.ts'

interface Typed {
  readonly way?: 'window' | 'phone'
  readonly name?: string
  readonly phone?: string
  readonly subject?: string
  readonly byMessage?: boolean
  readonly need?: string
  readonly petition?: string
}

interface BookDialogProps {
  readonly day: ReceptionView
  readonly onClose: () => void
}

/** Books for somebody at the window or on the telephone, and shows the two numbers to be written down for them. */
export function BookDialog({ day, onClose }: BookDialogProps) {
  const { words, pick } = useLanguage()
  const say = useReceptionWords()
  const booking = useBookingAtWindow(day.reception)
  const [made, setMade] = useState<Made | null>(null)
  const needed = (label: string) => [{ required: true, whitespace: true, message: words.field.needed(label) }]
  const maybe = (text: string | undefined) => text?.trim() || null
  const options = (group: 'bookingWay' | 'bookingNeed', names: readonly string[]) =>
    names.map((value) => ({ value, label: pick(receptionTerms[group][value as never]) }))
  if (made) return <Numbers made={made} onClose={onClose} />
  return (
    <ActModal<Typed, Act>
      title={say.bookFor}
      follows={`${say.bookFollows}${say.about}`}
      doing={{
        ...{ isPending: booking.isPending, error: booking.error },
        // the dialogue stays open: the key is shown this once
        mutate: (act) => booking.mutate(act, { onSuccess: (done) => setMade(done) }),
      }}
      start={{ way: 'window', need: '' }}
      sent={({ way, name, phone, byMessage, subject, need, petition }) => ({
        action: 'bookings',
        body: {
          ...{ way, name, phone: maybe(phone), subject: maybe(subject), need: need || null },
          ...{ petition: maybe(petition), byMessage: byMessage === true },
        },
      })}
      onClose={onClose}
    >
      <Form.Item name="way" label={say.way}>
        <Select options={options('bookingWay', ['window', 'phone'])} />
      </Form.Item>
      <Form.Item name="name" label={say.name} rules={needed(say.name)}>
        <Input maxLength={100} autoComplete="off" />
      </Form.Item>
      <Form.Item name="phone" label={say.phone}>
        <Input maxLength={40} inputMode="tel" autoComplete="off" />
      </Form.Item>
      <Form.Item name="byMessage" valuePropName="checked">
        <Checkbox>{say.byMessage}</Checkbox>
      </Form.Item>
      <Form.Item name="subject" label={say.subject}>
        <Input maxLength={500} />
      </Form.Item>
      <Form.Item name="petition" label={say.petition}>
        <Input maxLength={40} inputMode="numeric" />
      </Form.Item>
      <Form.Item name="need" label={say.need}>
        <Select options={[{ value: '', label: say.noNeed }, ...options('bookingNeed', ['frail', 'urgent'])]} />
      </Form.Item>
    </ActModal>
  )
}

function Numbers({ made, onClose }: { readonly made: Made; readonly onClose: () => void }) {
  const say = useReceptionWords()
  return (
    <Modal open title={say.made} onOk={onClose} onCancel={onClose} cancelButtonProps={{ style: { display: 'none' } }}>
      <dl>
        <dt>{say.reference}</dt>
        <dd className="reception-numbers">{grouped(made.reference)}</dd>
        <dt>{say.key}</dt>
        <dd className="reception-numbers">{made.key}</dd>
      </dl>
      <p>{say.keyOnce}</p>
    </Modal>
  )
}
