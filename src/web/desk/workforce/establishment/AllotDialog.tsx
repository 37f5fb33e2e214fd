import { Form, Input, InputNumber, Select } from 'antd'
import { ActModal } from '../../layout/ActModal.tsx'
import { Area } from '../../layout/Area.tsx'
import { DayField } from '../../layout/DayField.tsx'
import { useLanguage } from '../../locales/language.tsx'
import { useEstablishmentAct } from './establishment.ts'

const posts = ['leader', 'head', 'clerk', 'supervisor', 'commissioner'] as const
const most = 9999

interface Sent {
  readonly ref: string | null
  readonly body: object
}

interface AllotDialogProps {
  readonly organ: string
  readonly onClose: () => void
}

/** So many of a post, by a document, from a day on. */
export function AllotDialog({ organ, onClose }: AllotDialogProps) {
  const { words, term } = useLanguage()
  const say = words.team.establishment
  const needed = (label: string) => [{ required: true, message: words.field.needed(label) }]
  const { count, from, document, documentSays } = say.fields
  return (
    <ActModal<Readonly<Record<string, unknown>>, Sent>
      title={say.allot}
      follows={say.follows.allot}
      doing={useEstablishmentAct(organ)}
      start={{ post: 'clerk' }}
      sent={(body) => ({ ref: null, body })}
      onClose={onClose}
    >
      <Form.Item name="post" label={say.post} rules={needed(say.post)}>
        <Select options={posts.map((post) => ({ value: post, label: term('post', post) }))} />
      </Form.Item>
      <Form.Item name="count" label={count} rules={needed(count)}>
        <InputNumber min={0} max={most} precision={0} style={{ width: '100%' }} />
      </Form.Item>
      <Form.Item name="from" label={from} rules={needed(from)}>
        <DayField mayBePast mayBeFuture />
      </Form.Item>
      <Form.Item name="document" label={document} extra={documentSays} rules={needed(document)}>
        <Input maxLength={200} />
      </Form.Item>
      <Reason />
    </ActModal>
  )
}

interface WithdrawDialogProps extends AllotDialogProps {
  readonly entry: string
  readonly named: string
}

export function WithdrawDialog({ organ, entry, named, onClose }: WithdrawDialogProps) {
  const { words } = useLanguage()
  const say = words.team.establishment
  return (
    <ActModal<Readonly<Record<string, unknown>>, Sent>
      title={say.withdraw}
      follows={`${named}。${say.follows.withdraw}`}
      doing={useEstablishmentAct(organ)}
      sent={(body) => ({ ref: entry, body })}
      onClose={onClose}
    >
      <Reason />
    </ActModal>
  )
}

function Reason() {
  const { words } = useLanguage()
  const label = words.team.establishment.fields.reason
  return (
    <Form.Item
      name="reason"
      label={label}
      rules={[{ required: true, whitespace: true, message: words.field.needed(label) }]}
    >
      <Area rows={3} maxLength={1000} />
    </Form.Item>
  )
}
