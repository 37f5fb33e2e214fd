/** One thing to write down on the way: short, for a thumb. */
import { Button, Form, Input, Select } from 'antd'
import { useState } from 'react'
import { Area } from '../layout/Area.tsx'
import { DayField } from '../layout/DayField.tsx'
import { useLanguage } from '../locales/language.tsx'
import { PicturesField } from '../offline/PicturesField.tsx'
import type { Picture } from '../offline/pictures.ts'
import type { Prepared } from './visits.ts'

export interface Written {
  readonly kind: 'met' | 'notMet' | 'agreed' | 'word' | 'heard'
  readonly petition: string | null
  readonly whom: string | null
  readonly text: string
  readonly organ: string | null
  readonly due: string | null
  readonly pictures: readonly Picture[]
}

interface Typed {
  readonly whom?: string
  readonly text: string
  readonly organ?: string
  readonly due?: string
}

interface EntryFormProps {
  readonly kind: Written['kind']
  readonly petition: string | null
  readonly organs: Prepared['organs']
  onWritten(written: Written): Promise<void>
  onClose(): void
}

export function EntryForm({ kind, petition, organs, onWritten, onClose }: EntryFormProps) {
  const { words, pick } = useLanguage()
  const say = words.visit.field
  const [isFull, setIsFull] = useState(false)
  const [pictures, setPictures] = useState<readonly Picture[]>([])
  const needed = (label: string) => [{ required: true, whitespace: true, message: words.field.needed(label) }]
  const finish = ({ whom, text, organ, due }: Typed) =>
    // a phone that is full says so now, while what was typed is still there
    void onWritten({
      ...{ kind, petition, text, whom: whom?.trim() || null, organ: organ ?? null, due: due ?? null, pictures },
    }).catch(() => setIsFull(true))
  return (
    <Form<Typed> layout="vertical" requiredMark={false} className="field-form" onFinish={finish}>
      <h3>{say.write[kind]}</h3>
      {(kind === 'met' || kind === 'heard') && (
        <Form.Item name="whom" label={say.whom[kind]}>
          <Input maxLength={500} autoComplete="off" />
        </Form.Item>
      )}
      <Form.Item name="text" label={say.text[kind]} rules={needed(say.text[kind])}>
        <Area rows={4} maxLength={20_000} />
      </Form.Item>
      {kind === 'agreed' && (
        <>
          <Form.Item name="organ" label={say.organ} rules={needed(say.organ)}>
            <Select
              showSearch={{ optionFilterProp: 'label' }}
              options={organs.map((organ) => ({ value: organ.id, label: pick(organ) }))}
            />
          </Form.Item>
          <Form.Item name="due" label={say.due} rules={needed(say.due)}>
            <DayField ahead={[7, 15, 30]} mayBePast={false} />
          </Form.Item>
        </>
      )}
      {kind !== 'agreed' && kind !== 'word' && (
        <PicturesField label={say.pictures} pictures={pictures} onPictures={setPictures} />
      )}
      {isFull && (
        <p role="alert" className="field-broken">
          {words.offline.notKept}
        </p>
      )}
      <div className="field-acts">
        <Button type="primary" htmlType="submit">
          {words.offline.keep}
        </Button>
        <Button onClick={onClose}>{words.cancel}</Button>
      </div>
    </Form>
  )
}
