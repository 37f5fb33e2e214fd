import { Form } from 'antd'
import { ActModal } from '../layout/ActModal.tsx'
import { Area } from '../layout/Area.tsx'
import { useLanguage } from '../locales/language.tsx'
import { type BulletinView, useBulletinAct, useBulletinWords } from './bulletins.ts'

interface ActDialogProps {
  readonly action: BulletinView['actions'][number]
  readonly bulletin: BulletinView
  readonly onClose: () => void
}

interface Typed {
  readonly reasons?: string
}

const giveReasons: readonly string[] = ['return', 'withdraw']

export function ActDialog({ action, bulletin, onClose }: ActDialogProps) {
  const { pick } = useLanguage()
  const say = useBulletinWords()
  const needsReasons = giveReasons.includes(action.action)
  return (
    <ActModal<Typed, Parameters<ReturnType<typeof useBulletinAct>['mutate']>[0]>
      title={pick(action)}
      follows={say.follows[action.action]}
      doing={useBulletinAct(bulletin.bulletin)}
      sent={({ reasons }) => ({
        ...{ verb: action.action, version: bulletin.version },
        body: needsReasons ? { reasons } : {},
      })}
      onClose={onClose}
    >
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
