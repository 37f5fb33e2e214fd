import { Form, Radio, Select } from 'antd'
import { taskTerms } from '../../../wording/task-terms.ts'
import { useColleagues } from '../accounts/colleagues.ts'
import { ActModal } from '../layout/ActModal.tsx'
import { Area } from '../layout/Area.tsx'
import { DayField } from '../layout/DayField.tsx'
import { useLanguage } from '../locales/language.tsx'
import { MaterialsField } from '../petition/part-fields.tsx'
import { type TaskActionView, useTaskAct } from './tasks.ts'

interface Typed {
  readonly result?: string
  readonly report?: string
  readonly materials?: readonly { file: string; name: string; mediaType: string; bytes: number }[]
  readonly reason?: string
  readonly note?: string
  readonly until?: string
  readonly to?: string
}

interface TaskActDialogProps {
  readonly action: TaskActionView
  readonly task: { readonly task: string; readonly version: number }
  readonly onClose: () => void
}

export function TaskActDialog({ action, task, onClose }: TaskActDialogProps) {
  const { words, pick } = useLanguage()
  return (
    <ActModal<Typed, Parameters<ReturnType<typeof useTaskAct>['mutate']>[0]>
      title={pick(action)}
      follows={words.task.follows[action.action]}
      doing={useTaskAct(task.task)}
      start={action.action === 'report' ? { materials: [] } : {}}
      sent={(typed) => ({ action: action.action, body: bodyOf(action.action, typed), version: task.version })}
      onClose={onClose}
    >
      <Fields action={action.action} />
    </ActModal>
  )
}

const maybe = (text: string | undefined): string | null => text?.trim() || null

function bodyOf(action: TaskActionView['action'], { result, report, materials = [], reason, note, until, to }: Typed) {
  switch (action) {
    case 'report':
      return {
        result,
        report,
        materials: materials.map(({ file, name, mediaType, bytes }) => ({ file, name, mediaType, bytes })),
      }
    case 'close':
    case 'remind':
      return { note: maybe(note) }
    case 'return':
    case 'extend':
      return { reason, until }
    case 'withdraw':
      return { reason }
    case 'hand-over':
      return { to, reason }
  }
}

function Fields({ action }: { readonly action: TaskActionView['action'] }) {
  const { words } = useLanguage()
  switch (action) {
    case 'report':
      return <ReportFields />
    case 'close':
    case 'remind':
      return (
        <Form.Item name="note" label={words.task.dialog.note}>
          <Area rows={3} maxLength={2000} />
        </Form.Item>
      )
    case 'return':
    case 'extend':
      return (
        <>
          <Reason />
          <Until />
        </>
      )
    case 'withdraw':
      return <Reason />
    case 'hand-over':
      return (
        <>
          <Successor />
          <Reason />
        </>
      )
  }
}

const useNeeded = (label: string) => {
  const { words } = useLanguage()
  return [{ required: true, whitespace: true, message: words.field.needed(label) }]
}

function ReportFields() {
  const { words, pick } = useLanguage()
  const say = words.task.dialog
  const options = Object.entries(taskTerms.taskResult).map(([value, term]) => ({ value, label: pick(term) }))
  return (
    <>
      <Form.Item name="result" label={say.result} rules={useNeeded(say.result)}>
        <Radio.Group options={options} />
      </Form.Item>
      <Form.Item name="report" label={say.report} rules={useNeeded(say.report)}>
        <Area rows={6} maxLength={20_000} />
      </Form.Item>
      <MaterialsField name="materials" />
    </>
  )
}

function Reason() {
  const { words } = useLanguage()
  const label = words.task.dialog.reason
  return (
    <Form.Item name="reason" label={label} rules={useNeeded(label)}>
      <Area rows={4} maxLength={4000} />
    </Form.Item>
  )
}

function Until() {
  const { words } = useLanguage()
  const label = words.task.dialog.until
  return (
    <Form.Item name="until" label={label} rules={useNeeded(label)}>
      <DayField ahead={[7, 15, 30]} mayBePast={false} />
    </Form.Item>
  )
}

/** Who heads or leads the organ beside oneself. */
function Successor() {
  const { words } = useLanguage()
  const colleagues = useColleagues()
  const label = words.task.dialog.to
  const options = (colleagues.data ?? [])
    .filter(({ posts }) => posts.includes('head') || posts.includes('leader'))
    .map(({ account, name }) => ({ value: account, label: name }))
  return (
    <Form.Item name="to" label={label} rules={useNeeded(label)}>
      <Select loading={colleagues.isPending} showSearch={{ optionFilterProp: 'label' }} options={options} />
    </Form.Item>
  )
}
