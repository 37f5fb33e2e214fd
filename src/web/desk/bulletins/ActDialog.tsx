/** Asks once and says what follows. */
import { Alert, App, Form, Modal } from 'antd'
import { Area } from '../layout/Area.tsx'
import { troubleInWords } from '../layout/Trouble.tsx'
import { useLanguage } from '../locales/language.tsx'
import { type BulletinView, useBulletinAct, useBulletinWords } from './bulletins.ts'

interface ActDialogProps {
  readonly action: BulletinView['actions'][number]
  readonly bulletin: BulletinView
  readonly onClose: () => void
}

const giveReasons: readonly string[] = ['return', 'withdraw']

export function ActDialog({ action, bulletin, onClose }: ActDialogProps) {
  const { words, pick, language } = useLanguage()
  const say = useBulletinWords()
  const { message } = App.useApp()
  const [form] = Form.useForm<{ reasons?: string }>()
  const doing = useBulletinAct(bulletin.bulletin)
  const needsReasons = giveReasons.includes(action.action)
  // what came meanwhile from another office is no reason to begin again
  const version = bulletin.version
  const send = ({ reasons }: { reasons?: string }) =>
    doing.mutate(
      { verb: action.action, body: needsReasons ? { reasons } : {}, version },
      {
        onSuccess: () => {
          void message.success(words.action.done(pick(action)))
          onClose()
        },
      },
    )
  return (
    <Modal
      open
      title={pick(action)}
      okText={pick(action)}
      cancelText={words.cancel}
      confirmLoading={doing.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <p className="action-follows">{say.follows[action.action]}</p>
      <Form form={form} layout="vertical" onFinish={send}>
        {needsReasons && (
          <Form.Item
            name="reasons"
            label={say.reasons}
            rules={[{ required: true, whitespace: true, message: say.needed(say.reasons) }]}
          >
            <Area rows={4} maxLength={4000} />
          </Form.Item>
        )}
      </Form>
      {doing.error && (
        <Alert role="alert" type="warning" showIcon title={troubleInWords(doing.error, words, language)} />
      )}
    </Modal>
  )
}
