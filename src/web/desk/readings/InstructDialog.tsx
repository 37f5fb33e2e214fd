import { Button, Form } from 'antd'
import { ActModal } from '../layout/ActModal.tsx'
import { AddOrder, type Order, OrderFields } from './OrderFields.tsx'
import { type ReadingAct, type ReadingView, useReadingAct } from './readings.ts'
import { useReadingWords } from './words.ts'

interface InstructDialogProps {
  readonly reading: ReadingView
  /** What it begins with: what was suggested, where that was chosen. */
  readonly start: Order
  onDone(): void
  onClose(): void
}

interface Typed {
  readonly orders: readonly Order[]
}

export function InstructDialog({ reading, start, onDone, onClose }: InstructDialogProps) {
  const say = useReadingWords()
  const [form] = Form.useForm<Typed>()
  const doing = useReadingAct(reading.reading)
  const acting = {
    ...{ isPending: doing.isPending, error: doing.error },
    mutate: (sent: ReadingAct, then: { onSuccess(): void }) =>
      doing.mutate(sent, {
        onSuccess: () => {
          then.onSuccess()
          onDone()
        },
      }),
  }
  return (
    <ActModal<Typed, ReadingAct>
      title={say.instruct.title}
      follows={say.instruct.follows}
      doing={acting}
      form={form}
      start={{ orders: [start] }}
      sent={({ orders }) => ({ action: 'instruct', body: { orders }, version: reading.version })}
      onClose={onClose}
    >
      <Form.List name="orders">
        {(fields, { add, remove }) => (
          <>
            {fields.map(({ key, name }) => (
              <fieldset key={key} className="reading-order">
                <OrderFields
                  {...{ form, list: 'orders', at: [name] }}
                  organs={reading.organs}
                  templates={reading.templates}
                />
                {fields.length > 1 && (
                  <Button type="link" onClick={() => remove(name)}>
                    {say.instruct.less}
                  </Button>
                )}
              </fieldset>
            ))}
            {fields.length < 10 && <AddOrder onAdd={() => add({})} />}
          </>
        )}
      </Form.List>
    </ActModal>
  )
}
