import { Form } from 'antd'
import { ActModal } from '../layout/ActModal.tsx'
import { Area } from '../layout/Area.tsx'
import { DayField } from '../layout/DayField.tsx'
import { useLanguage } from '../locales/language.tsx'
import { OrganPicker } from '../organs/OrganPicker.tsx'
import { type BulletinView, useBulletinAct, useBulletinWords } from './bulletins.ts'

interface ActDialogProps {
  readonly action: BulletinView['actions'][number]
  readonly bulletin: BulletinView
  readonly onClose: () => void
}

interface Typed {
  readonly reasons?: string
  readonly to?: string
  readonly what?: string
  readonly due?: string
}

const giveReasons: readonly string[] = ['return', 'withdraw']

export function ActDialog({ action, bulletin, onClose }: ActDialogProps) {
  const { pick } = useLanguage()
  const say = useBulletinWords()
  const isInstructing = action.action === 'instruct'
  const needed = (label: string) => [{ required: true, message: say.needed(label) }]
  const needsReasons = giveReasons.includes(action.action)
  return (
    <ActModal<Typed, Parameters<ReturnType<typeof useBulletinAct>['mutate']>[0]>
      title={pick(action)}
      follows={say.follows[action.action]}
      doing={useBulletinAct(bulletin.bulletin)}
      sent={({ reasons, to, what, due }) => ({
        ...{ verb: action.action, version: bulletin.version },
        body: isInstructing ? { to, what, due } : needsReasons ? { reasons } : {},
      })}
      onClose={onClose}
    >
      {isInstructing && (
        <>
          <Form.Item name="to" label={say.instructTo} rules={needed(say.instructTo)}>
            <OrganPicker />
          </Form.Item>
          <Form.Item name="what" label={say.instructWhat} rules={needed(say.instructWhat)}>
            <Area rows={4} maxLength={4000} />
          </Form.Item>
          <Form.Item name="due" label={say.instructDue} rules={needed(say.instructDue)}>
            <DayField ahead={[7, 15, 30]} mayBePast={false} />
          </Form.Item>
        </>
      )}
      {needsReasons && (
        <Form.Item
          name="reasons"
          label={say.reasons}
          rules={[{ required: true, whitespace: true, message: say.needed(say.reasons) }]}
        >
          <Area rows={4} maxLength={4000} />
        </Form.Item>
      )}
    </ActModal>
  )
}
