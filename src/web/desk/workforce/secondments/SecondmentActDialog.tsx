import { Form, Radio, Select } from 'antd'
import { secondmentTerms } from '../../../../wording/secondment-terms.ts'
import { todayInBeijing } from '../../../shared/days.ts'
import { useColleagues } from '../../accounts/colleagues.ts'
import { ActModal } from '../../layout/ActModal.tsx'
import { Area } from '../../layout/Area.tsx'
import { DayField } from '../../layout/DayField.tsx'
import { useLanguage } from '../../locales/language.tsx'
import { type SecondmentAct, type SecondmentView, useSecondmentAct } from './secondments.ts'

type ActionName = SecondmentView['actions'][number]['action']
type Typed = Readonly<Record<string, unknown>>

interface SecondmentActDialogProps {
  readonly action: ActionName
  readonly named: { readonly zh: string; readonly en: string }
  readonly secondment: SecondmentView
  readonly onClose: () => void
}

export function SecondmentActDialog({ action, named, secondment, onClose }: SecondmentActDialogProps) {
  const { words, pick } = useLanguage()
  return (
    <ActModal<Typed, SecondmentAct>
      title={pick(named)}
      follows={words.team.secondments.follows[action]}
      doing={useSecondmentAct(secondment.secondment)}
      start={startOf(action, secondment)}
      sent={(typed) => ({ action, body: typed, version: secondment.version })}
      onClose={onClose}
    >
      <Fields action={action} secondment={secondment} />
    </ActModal>
  )
}

function startOf(action: ActionName, { evaluations }: SecondmentView): Typed {
  if (action === 'evaluate') return { kind: evaluations.length === 0 ? 'midway' : 'end' }
  return action === 'end' ? { last: todayInBeijing() } : {}
}

function Fields({ action, secondment }: Pick<SecondmentActDialogProps, 'action' | 'secondment'>) {
  const { words } = useLanguage()
  const say = words.team.secondments.fields
  switch (action) {
    case 'agree':
      return <Mentor secondment={secondment} />
    case 'mentor':
      return (
        <>
          <Mentor secondment={secondment} />
          <Said name="reason" label={say.reason} />
        </>
      )
    case 'decline':
    case 'withdraw':
      return <Said name="reason" label={say.reason} />
    case 'evaluate':
      return <Evaluating secondment={secondment} />
    case 'end':
      return (
        <>
          <LastDayItem />
          <Said name="reason" label={say.reason} />
        </>
      )
    case 'return':
      return <Said name="report" label={say.report} />
  }
}

function useNeeded(label: string) {
  const { words } = useLanguage()
  return [{ required: true, message: words.field.needed(label) }]
}

function LastDayItem() {
  const { words } = useLanguage()
  const label = words.team.secondments.fields.last
  return (
    <Form.Item name="last" label={label} rules={useNeeded(label)}>
      <DayField mayBePast={false} ahead={[7, 15, 30]} />
    </Form.Item>
  )
}

/** Somebody of the bureau who handles petitions, and is not the person. */
function Mentor({ secondment }: Pick<SecondmentActDialogProps, 'secondment'>) {
  const { words } = useLanguage()
  const colleagues = useColleagues()
  const label = words.team.secondments.mentor
  const options = (colleagues.data ?? [])
    .filter(({ posts }) => posts.includes('clerk') || posts.includes('head'))
    .filter(({ account }) => account !== secondment.person.account && account !== secondment.mentor?.account)
    .map(({ account, name }) => ({ value: account, label: name }))
  return (
    <Form.Item name="mentor" label={label} rules={useNeeded(label)}>
      <Select loading={colleagues.isPending} showSearch={{ optionFilterProp: 'label' }} options={options} />
    </Form.Item>
  )
}

function Evaluating({ secondment: { evaluations } }: Pick<SecondmentActDialogProps, 'secondment'>) {
  const { words, pick } = useLanguage()
  const say = words.team.secondments.fields
  const kinds = Object.entries(secondmentTerms.evaluationKind).map(([value, term]) => ({
    ...{ value, label: pick(term) },
    // the house refuses it as well, and says why
    disabled: evaluations.some(({ kind }) => kind === value),
  }))
  const grades = Object.entries(secondmentTerms.evaluationGrade).map(([value, term]) => ({ value, label: pick(term) }))
  return (
    <>
      <Form.Item name="kind" label={say.kind} rules={useNeeded(say.kind)}>
        <Radio.Group options={kinds} />
      </Form.Item>
      <Form.Item name="grade" label={say.grade} rules={useNeeded(say.grade)}>
        <Radio.Group options={grades} />
      </Form.Item>
      <Said name="words" label={say.words} />
    </>
  )
}

function Said({ name, label }: { readonly name: string; readonly label: string }) {
  const { words } = useLanguage()
  const rules = [{ required: true, whitespace: true, message: words.field.needed(label) }]
  return (
    <Form.Item name={name} label={label} rules={rules}>
      <Area rows={4} maxLength={4000} />
    </Form.Item>
  )
}
