import { Form, Radio } from 'antd'
import { proposalTerms } from '../../../wording/proposal-terms.ts'
import { todayInBeijing } from '../../shared/days.ts'
import { ActModal } from '../layout/ActModal.tsx'
import { Area } from '../layout/Area.tsx'
import { DayField } from '../layout/DayField.tsx'
import { useLanguage } from '../locales/language.tsx'
import { type ProposalActionView, type ProposalView, useProposalAct } from './proposals.ts'

interface Typed {
  readonly reason?: string
  readonly note?: string
  readonly adoption?: string
  readonly answer?: string
  readonly reasons?: string
  readonly until?: string
  readonly takenOn?: string
  readonly measure?: string
  readonly effect?: string
  readonly lookedAt?: string
}

interface ProposalActDialogProps {
  readonly action: ProposalActionView
  readonly proposal: ProposalView
  readonly onClose: () => void
}

export function ProposalActDialog({ action, proposal, onClose }: ProposalActDialogProps) {
  const { words, pick } = useLanguage()
  const [form] = Form.useForm<Typed>()
  return (
    <ActModal<Typed, Parameters<ReturnType<typeof useProposalAct>['mutate']>[0]>
      title={pick(action)}
      follows={words.proposal.follows[action.action]}
      doing={useProposalAct(proposal.proposal)}
      form={form}
      start={{ takenOn: todayInBeijing() }}
      sent={(typed) => ({ action: action.action, body: bodyOf(action, typed), version: proposal.version })}
      onClose={onClose}
    >
      <Fields action={action} form={form} />
    </ActModal>
  )
}

const maybe = (text: string | undefined): string | null => text?.trim() || null

function bodyOf({ action, recipient }: ProposalActionView, typed: Typed): object {
  switch (action) {
    case 'open':
    case 'send-back':
    case 'withdraw':
      return { reason: typed.reason }
    case 'remind':
      return { recipient, note: maybe(typed.note) }
    case 'answer':
      return { adoption: typed.adoption, answer: typed.answer, reasons: maybe(typed.reasons) }
    case 'reasons':
      return { reasons: typed.reasons }
    case 'return':
      return { recipient, reason: typed.reason, until: typed.until }
    case 'measure':
      return { takenOn: typed.takenOn, measure: typed.measure }
    case 'effect':
      return { recipient, effect: typed.effect, lookedAt: typed.lookedAt }
    case 'close':
      return { note: maybe(typed.note) }
    default:
      return {}
  }
}

interface FieldsProps {
  readonly action: ProposalActionView
  readonly form: ReturnType<typeof Form.useForm<Typed>>[0]
}

function Fields({ action, form }: FieldsProps) {
  const { words, pick } = useLanguage()
  const say = words.proposal.dialog
  const adoption = Form.useWatch('adoption', form)
  const needed = (label: string) => [{ required: true, whitespace: true, message: words.field.needed(label) }]
  const options = (group: 'proposalAdoption' | 'proposalEffect') =>
    Object.entries(proposalTerms[group]).map(([value, term]) => ({ value, label: pick(term) }))
  const area = (name: keyof Typed, label: string, rows = 5, max = 20_000) => (
    <Form.Item name={name} label={label} rules={needed(label)}>
      <Area rows={rows} maxLength={max} />
    </Form.Item>
  )
  switch (action.action) {
    case 'open':
      return area('reason', say.openReason, 3, 4000)
    case 'send-back':
    case 'withdraw':
      return area('reason', say.reason, 4, 4000)
    case 'remind':
    case 'close':
      return (
        <Form.Item name="note" label={say.note}>
          <Area rows={3} maxLength={2000} />
        </Form.Item>
      )
    case 'answer':
      return (
        <>
          <Form.Item name="adoption" label={say.adoption} rules={needed(say.adoption)}>
            <Radio.Group options={options('proposalAdoption')} />
          </Form.Item>
          {area('answer', say.answer, 6)}
          {adoption !== undefined && adoption !== 'adopted' && (
            <Form.Item name="reasons" label={say.reasons}>
              <Area rows={4} maxLength={20_000} />
            </Form.Item>
          )}
        </>
      )
    case 'reasons':
      return area('reasons', say.reasons)
    case 'return':
      return (
        <>
          {area('reason', say.reason, 4, 4000)}
          <Form.Item name="until" label={say.until} rules={needed(say.until)}>
            <DayField ahead={[7, 15, 30]} mayBePast={false} />
          </Form.Item>
        </>
      )
    case 'measure':
      return (
        <>
          <Form.Item name="takenOn" label={say.takenOn} rules={needed(say.takenOn)}>
            <DayField mayBeFuture={false} />
          </Form.Item>
          {area('measure', say.measure)}
        </>
      )
    case 'effect':
      return (
        <>
          <Form.Item name="effect" label={say.effect} rules={needed(say.effect)}>
            <Radio.Group options={options('proposalEffect')} />
          </Form.Item>
          {area('lookedAt', say.lookedAt)}
        </>
      )
    default:
      return null
  }
}
