/** The drawer of one act: what follows, the form, and what the house said; what was typed survives a closed drawer. */
import { App, Button, Drawer, Form } from 'antd'
import { type ReactNode, useEffect, useMemo } from 'react'
import { useIsNarrow } from '../layout/media.ts'
import { useLanguage } from '../locales/language.tsx'
import { forgetTyped, keepTyped, typedBefore } from '../petition/drafts.ts'
import { Refused, showAtFields } from '../petition/refused.tsx'
import { useRereadSupervision } from './supervision.ts'
import '../petition/action-form.css'

export type Typed = Readonly<Record<string, unknown>>

interface ActFrameProps {
  readonly title: string
  readonly beside?: string
  readonly follows: string
  /** Under which what was typed is kept: the matter, and the act with what it is on. */
  readonly draft: readonly [matter: string, act: string]
  readonly start: Typed
  readonly isPending: boolean
  readonly error: unknown
  /** Resolves when the house has it; refused, it throws, and what was typed stays. */
  readonly onSend: (typed: Typed) => Promise<unknown>
  readonly onAgain: () => void
  readonly onClose: () => void
  readonly children: ReactNode
}

export function ActFrame(props: ActFrameProps) {
  const { title, beside, follows, draft, start, isPending, error, onSend, onAgain, onClose, children } = props
  const { words, language } = useLanguage()
  const { message } = App.useApp()
  const isNarrow = useIsNarrow()
  const reread = useRereadSupervision()
  const [form] = Form.useForm<Typed>()
  const [matter, act] = draft
  const initial = useMemo(() => ({ ...start, ...typedBefore(matter, act) }), [start, matter, act])
  useEffect(() => {
    if (error) showAtFields(form, error, language)
  }, [form, error, language])
  const send = async (typed: Typed) => {
    try {
      await onSend(said(typed))
    } catch {
      return // said above the form
    }
    forgetTyped(matter, act)
    void message.success(words.action.done(title))
    onClose()
  }
  return (
    <Drawer
      open
      onClose={onClose}
      size={isNarrow ? '100%' : 620}
      title={title}
      extra={beside && <span className="faint nowrap">{beside}</span>}
      footer={
        <div className="action-foot">
          <span className="faint">{words.action.sendKey}</span>
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button type="primary" loading={isPending} onClick={() => form.submit()}>
            {title}
          </Button>
        </div>
      }
    >
      <Refused error={error} onReread={() => void reread().then(onAgain)} />
      <p className="action-follows">{follows}</p>
      <Form
        form={form}
        layout="vertical"
        scrollToFirstError={{ focus: true }}
        initialValues={initial}
        onValuesChange={(_, all: Typed) => keepTyped(matter, act, all)}
        onFinish={(typed) => void send(typed)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
          event.preventDefault()
          form.submit()
        }}
      >
        {children}
      </Form>
    </Drawer>
  )
}

/** Empty prose is nothing, not an empty text. */
const said = (typed: Typed): Typed =>
  Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== undefined && value !== '' && value !== null))
