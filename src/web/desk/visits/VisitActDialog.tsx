import { Form, Input, Radio, Select } from 'antd'
import { parseNumber } from '../../../kernel/petition-number.ts'
import { visitTerms } from '../../../wording/visit-terms.ts'
import { ActModal } from '../layout/ActModal.tsx'
import { Area } from '../layout/Area.tsx'
import { DayField } from '../layout/DayField.tsx'
import { useLanguage } from '../locales/language.tsx'
import { shownNumber } from './field.ts'
import { useVisitAct, type VisitAct, type VisitActionView, type VisitView } from './visits.ts'

interface Typed {
  readonly reason?: string
  readonly to?: string
  readonly petition?: string
  readonly note?: string
  readonly way?: string
  readonly report?: string
}

interface VisitActDialogProps {
  readonly action: VisitActionView
  readonly visit: VisitView
  /** The problem that was registered. */
  readonly entry?: string
  onClose(): void
}

export function VisitActDialog({ action, visit, entry, onClose }: VisitActDialogProps) {
  const { words, pick } = useLanguage()
  const follows: Readonly<Record<string, string>> = words.visit.follows
  return (
    <ActModal<Typed, VisitAct>
      title={pick(action)}
      follows={follows[action.action] ?? ''}
      doing={useVisitAct(visit.visit)}
      start={{ way: 'inPerson' }}
      sent={(typed) => ({ action: action.action, body: bodyOf(action.action, typed, entry) })}
      onClose={onClose}
    >
      <Fields action={action} visit={visit} />
    </ActModal>
  )
}

function bodyOf(action: VisitActionView['action'], typed: Typed, entry: string | undefined): object {
  const { reason, to, petition, note, way, report } = typed
  switch (action) {
    case 'postpone':
      return { to, reason }
    case 'cancel':
    case 'reopen':
      return { reason }
    case 'refused':
      return { petition, note: note?.trim() || null }
    case 'show':
      return { petition }
    case 'inform':
      return { petition, way, note }
    case 'conclude':
      return { report }
    case 'link':
      return { entry, petition: parseNumber(petition ?? '') ?? petition }
    default:
      return {}
  }
}

function Fields({ action: { action }, visit }: Pick<VisitActDialogProps, 'action' | 'visit'>) {
  const { words, pick } = useLanguage()
  const say = words.visit.act
  const needed = (label: string) => [{ required: true, whitespace: true, message: words.field.needed(label) }]
  const area = (name: keyof Typed, label: string, rows = 4, max = 4000) => (
    <Form.Item name={name} label={label} rules={needed(label)}>
      <Area rows={rows} maxLength={max} />
    </Form.Item>
  )
  const which = (label: string) => (
    <Form.Item name="petition" label={label} rules={needed(label)}>
      <Select
        options={visit.cases
          .filter(
            ({ refused, informed, shownOn }) =>
              refused === null && (action !== 'inform' || informed === null) && (action !== 'show' || shownOn === null),
          )
          .map(({ petition, spot }) => ({ value: petition, label: `${spot} · ${shownNumber(petition)}` }))}
      />
    </Form.Item>
  )
  switch (action) {
    case 'postpone':
      return (
        <>
          <Form.Item name="to" label={say.to} rules={needed(say.to)}>
            <DayField ahead={[1, 7, 14]} mayBePast={false} />
          </Form.Item>
          {area('reason', say.reason)}
        </>
      )
    case 'cancel':
    case 'reopen':
      return area('reason', say.reason)
    case 'refused':
      return (
        <>
          {which(say.refusal.petition)}
          <Form.Item name="note" label={say.refusal.note}>
            <Area rows={3} maxLength={4000} />
          </Form.Item>
        </>
      )
    case 'show':
      return which(say.petition)
    case 'inform':
      return (
        <>
          {which(say.petition)}
          <Form.Item name="way" label={say.way}>
            <Radio.Group
              options={Object.entries(visitTerms.tellingWay).map(([value, term]) => ({ value, label: pick(term) }))}
            />
          </Form.Item>
          {area('note', say.told)}
        </>
      )
    case 'conclude':
      return area('report', say.report, 8, 20_000)
    case 'link':
      return (
        <Form.Item name="petition" label={say.number} rules={needed(say.number)}>
          <Input maxLength={64} />
        </Form.Item>
      )
    default:
      return null
  }
}
