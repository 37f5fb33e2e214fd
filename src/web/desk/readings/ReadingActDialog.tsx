import { Form } from 'antd'
import { ActModal } from '../layout/ActModal.tsx'
import { Area } from '../layout/Area.tsx'
import { useLanguage } from '../locales/language.tsx'
import { LeaderField } from './LeaderField.tsx'
import { type ReadingAct, type ReadingActionView, type ReadingView, useReadingAct } from './readings.ts'
import { useReadingWords } from './words.ts'

interface Typed {
  readonly reason?: string
  readonly leader?: string
}

interface ReadingActDialogProps {
  readonly action: ReadingActionView
  readonly reading: ReadingView
  onDone(): void
  onClose(): void
}

type Follows = keyof ReturnType<typeof useReadingWords>['follows']

/** Everything but an instruction, which has a form of its own. */
export function ReadingActDialog({ action, reading, onDone, onClose }: ReadingActDialogProps) {
  const say = useReadingWords()
  const { words, pick } = useLanguage()
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
  const needed = (label: string) => [{ required: true, whitespace: true, message: words.field.needed(label) }]
  const asksWhy = action.action === 'return' || action.action === 'recall' || action.action === 'hand-over'
  return (
    <ActModal<Typed, ReadingAct>
      title={pick(action)}
      follows={say.follows[action.action as Follows]}
      doing={acting}
      sent={(typed) => ({ action: action.action, body: bodyOf(action.action, typed), version: reading.version })}
      onClose={onClose}
    >
      {action.action === 'hand-over' && (
        <Form.Item name="leader" label={say.dialog.leader} rules={needed(say.dialog.leader)}>
          <LeaderField petition={reading.petition} />
        </Form.Item>
      )}
      {asksWhy && (
        <Form.Item name="reason" label={say.dialog.reason} rules={needed(say.dialog.reason)}>
          <Area rows={3} maxLength={2000} />
        </Form.Item>
      )}
    </ActModal>
  )
}

function bodyOf(action: string, { reason, leader }: Typed): object {
  if (action === 'hand-over') {
    const [account, organ] = leader?.split('@') ?? []
    return { leader: { account, organ }, reason }
  }
  return action === 'return' || action === 'recall' ? { reason } : {}
}
