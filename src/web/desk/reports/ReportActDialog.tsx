import { Alert, App, Checkbox, Form, Modal, Radio } from 'antd'
import type { ReportActionView } from '../../../protection/contract.ts'
import { reportTerms } from '../../../wording/report-terms.ts'
import { Area } from '../layout/Area.tsx'
import { troubleInWords } from '../layout/Trouble.tsx'
import { useLanguage } from '../locales/language.tsx'
import { type ReportAct, type ReportView, useReportAct } from './reports.ts'

interface Typed {
  readonly finding?: string
  readonly measures?: readonly string[]
  readonly answer?: string
  readonly note?: string
}

interface ReportActDialogProps {
  readonly action: ReportActionView
  readonly report: ReportView
  readonly onClose: () => void
}

/** One act on a report. What was written stays until the house has it. */
export function ReportActDialog({ action, report, onClose }: ReportActDialogProps) {
  const { words, pick, language } = useLanguage()
  const { message } = App.useApp()
  const [form] = Form.useForm<Typed>()
  const doing = useReportAct(report.report)
  const send = (typed: Typed) =>
    doing.mutate(actOf(action, typed, report.version), {
      onSuccess: () => {
        void message.success(words.action.done(pick(action)))
        onClose()
      },
    })
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
      <p className="action-follows">{words.report.follows[action.action]}</p>
      <Form form={form} layout="vertical" initialValues={{ measures: [] }} onFinish={send}>
        <Fields action={action} />
      </Form>
      {doing.error && (
        <Alert role="alert" type="warning" showIcon title={troubleInWords(doing.error, words, language)} />
      )}
    </Modal>
  )
}

function actOf({ action }: ReportActionView, typed: Typed, version: number): ReportAct {
  switch (action) {
    case 'receive':
      return { segment: 'receive', body: {}, version }
    case 'answer':
      return {
        segment: 'answer',
        body: { finding: typed.finding, measures: typed.measures ?? [], answer: typed.answer },
        version,
      }
    default: {
      const onward = action === 'pass-on-discipline' ? 'discipline' : 'above'
      return { segment: 'pass-on', body: { onward, note: typed.note?.trim() || null }, version }
    }
  }
}

function Fields({ action }: Pick<ReportActDialogProps, 'action'>) {
  const { words, pick } = useLanguage()
  const needed = (label: string) => [{ required: true, whitespace: true, message: words.field.needed(label) }]
  const options = (group: 'finding' | 'measure') =>
    Object.entries(reportTerms[group]).map(([value, term]) => ({ value, label: pick(term) }))
  if (action.action === 'receive') return null
  if (action.action !== 'answer') {
    return (
      <Form.Item name="note" label={words.report.note}>
        <Area rows={4} maxLength={2000} />
      </Form.Item>
    )
  }
  return (
    <>
      <Form.Item name="finding" label={words.report.finding} rules={needed(words.report.finding)}>
        <Radio.Group options={options('finding')} />
      </Form.Item>
      <Form.Item name="measures" label={words.report.measures}>
        <Checkbox.Group className="report-measures" options={options('measure')} />
      </Form.Item>
      <Form.Item name="answer" label={words.report.answer} rules={needed(words.report.answer)}>
        <Area rows={7} maxLength={20_000} />
      </Form.Item>
    </>
  )
}
