/** One act in a dialogue: asks once, says what follows, and keeps what was typed until the house has it. */
import { Alert, App, Form, type FormInstance, Modal } from 'antd'
import type { ReactNode } from 'react'
import { useLanguage } from '../locales/language.tsx'
import { troubleInWords } from './Trouble.tsx'

interface Doing<Sent> {
  readonly isPending: boolean
  readonly error: Error | null
  mutate(sent: Sent, then: { onSuccess(): void }): void
}

interface ActModalProps<Typed, Sent> {
  readonly title: string
  /** What the button says, where the title says more. */
  readonly okText?: string
  readonly follows: ReactNode
  readonly doing: Doing<Sent>
  readonly start?: Partial<Typed>
  readonly width?: number
  /** Only where a field looks at another. */
  readonly form?: FormInstance<Typed>
  readonly children: ReactNode
  sent(typed: Typed): Sent
  onClose(): void
}

export function ActModal<Typed extends object, Sent>(props: ActModalProps<Typed, Sent>) {
  const { title, okText = title, follows, doing, start, width, children, sent, onClose } = props
  const { words, language } = useLanguage()
  const { message } = App.useApp()
  const [own] = Form.useForm<Typed>()
  const form = props.form ?? own
  const onSuccess = () => {
    void message.success(words.action.done(okText))
    onClose()
  }
  return (
    <Modal
      open
      title={title}
      okText={okText}
      cancelText={words.cancel}
      confirmLoading={doing.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
      {...(width === undefined ? {} : { width })}
    >
      <p className="action-follows">{follows}</p>
      <Form
        form={form}
        layout="vertical"
        initialValues={start ?? {}}
        onFinish={(typed) => doing.mutate(sent(typed), { onSuccess })}
      >
        {children}
      </Form>
      {doing.error && (
        <Alert role="alert" type="warning" showIcon title={troubleInWords(doing.error, words, language)} />
      )}
    </Modal>
  )
}
