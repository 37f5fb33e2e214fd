import { Checkbox, Form, Radio } from 'antd'
import type { ReportActionView } from '../../../protection/contract.ts'
import { reportTerms } from '../../../wording/report-terms.ts'
import { ActModal } from '../layout/ActModal.tsx'
import { Area } from '../layout/Area.tsx'
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

export function ReportActDialog({ action, report, onClose }: ReportActDialogProps) {
  const { words, pick } = useLanguage()
  return (
    <ActModal<Typed, ReportAct>
      title={pick(action)}
      follows={words.report.follows[action.action]}
      doing={useReportAct(report.report)}
      start={{ measures: [] }}
      sent={(typed) => actOf(action, typed, report.version)}
      onClose={onClose}
    >
      <Fields action={action} />
    </ActModal>
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
