/** The acts on a working group, each in a dialogue that asks once. */
import { Form, Select } from 'antd'
import { ActModal } from '../layout/ActModal.tsx'
import { Area } from '../layout/Area.tsx'
import { DayField } from '../layout/DayField.tsx'
import { useLanguage } from '../locales/language.tsx'
import { shownNumber } from '../petition/words.tsx'
import { type GroupAct, type GroupActionView, type GroupView, useGroupAct, useGroupWords } from './groups.ts'
import { PersonFields } from './PersonFields.tsx'

interface Typed {
  readonly organ?: string
  readonly what?: string
  readonly due?: string
  readonly petition?: string
  readonly person?: { readonly organ: string; readonly account: string }
  readonly account?: string
  readonly until?: string
  readonly reason?: string
  readonly report?: string
}

interface DialogProps {
  readonly action: GroupActionView
  readonly group: GroupView
  readonly onClose: () => void
}

export function GroupActDialog({ action, group, onClose }: DialogProps) {
  const { pick } = useLanguage()
  const say = useGroupWords()
  return (
    <ActModal<Typed, GroupAct>
      title={pick(action)}
      follows={say.follows[action.action]}
      doing={useGroupAct(group.group)}
      sent={(typed) => ({ action: action.action, body: bodyOf(action.action, typed), version: group.version })}
      onClose={onClose}
    >
      <Fields action={action.action} group={group} />
    </ActModal>
  )
}

function bodyOf(action: GroupActionView['action'], typed: Typed): object {
  const { organ, what, due, petition, person, account, until, reason, report } = typed
  switch (action) {
    case 'give-task':
      return { task: { organ, what, due } }
    case 'add-case':
      return { petition: petition?.replaceAll(/\D/g, '') }
    case 'take-case-out':
      return { petition, reason }
    case 'add-member':
      return { member: person }
    case 'take-member-out':
      return { account, reason }
    case 'name-lead':
      return { account }
    case 'prolong':
      return { until, reason }
    case 'dissolve':
      return { report }
  }
}

interface FieldsProps {
  readonly action: GroupActionView['action']
  readonly group: GroupView
}

function Fields({ action, group }: FieldsProps) {
  const say = useGroupWords()
  switch (action) {
    case 'give-task':
      return <TaskFields group={group} />
    case 'add-case':
      return <Words name="petition" label={say.number} rows={1} max={40} />
    case 'take-case-out':
      return (
        <>
          <Choice
            name="petition"
            label={say.cases}
            options={group.cases.map(({ number }) => ({ value: number, label: shownNumber(number) }))}
          />
          <Words name="reason" label={say.reason} rows={3} max={4000} />
        </>
      )
    case 'add-member':
      return <PersonFields conference={group.founder.id} at={['person']} />
    case 'take-member-out':
      return (
        <>
          <MemberChoice group={group} />
          <Words name="reason" label={say.reason} rows={3} max={4000} />
        </>
      )
    case 'name-lead':
      return <MemberChoice group={group} />
    case 'prolong':
      return (
        <>
          <Until name="until" label={say.until} />
          <Words name="reason" label={say.reason} rows={3} max={4000} />
        </>
      )
    case 'dissolve':
      return <Words name="report" label={say.report} rows={8} max={20_000} />
  }
}

function TaskFields({ group }: { readonly group: GroupView }) {
  const { pick } = useLanguage()
  const say = useGroupWords()
  const organs = new Map([group.founder, ...group.members.map(({ organ }) => organ)].map((organ) => [organ.id, organ]))
  return (
    <>
      <Choice
        name="organ"
        label={say.organ}
        options={[...organs.values()].map((organ) => ({ value: organ.id, label: pick(organ) }))}
      />
      <Words name="what" label={say.what} rows={3} max={4000} />
      <Until name="due" label={say.due} />
    </>
  )
}

function MemberChoice({ group }: { readonly group: GroupView }) {
  const { pick } = useLanguage()
  const say = useGroupWords()
  const options = group.members.map(({ account, name, organ }) => ({
    value: account,
    label: `${name ?? account} ${pick(organ)}`,
  }))
  return <Choice name="account" label={say.person} options={options} />
}

interface FieldProps {
  readonly name: keyof Typed
  readonly label: string
}

function Needed({ name, label, children }: FieldProps & { readonly children: React.ReactNode }) {
  const say = useGroupWords()
  return (
    <Form.Item name={name} label={label} rules={[{ required: true, whitespace: true, message: say.needed(label) }]}>
      {children}
    </Form.Item>
  )
}

function Words({ rows, max, ...field }: FieldProps & { readonly rows: number; readonly max: number }) {
  return (
    <Needed {...field}>
      <Area rows={rows} maxLength={max} />
    </Needed>
  )
}

function Choice({
  options,
  ...field
}: FieldProps & { readonly options: { readonly value: string; readonly label: string }[] }) {
  return (
    <Needed {...field}>
      <Select options={options} />
    </Needed>
  )
}

const Until = (field: FieldProps) => (
  <Needed {...field}>
    <DayField mayBePast={false} ahead={[7, 30]} />
  </Needed>
)
