/** Writes down who answers for what: an account of the organ or the one above, or the name of somebody without one. */
import { Alert, App, Button, Form, Input, Radio, Select } from 'antd'
import { useState } from 'react'
import { responsibilityTerms } from '../../../wording/responsibility.ts'
import { todayInBeijing } from '../../shared/days.ts'
import { DayField } from '../layout/DayField.tsx'
import { troubleInWords } from '../layout/Trouble.tsx'
import { useLanguage } from '../locales/language.tsx'
import { PlacePicker } from '../organs/PlacePicker.tsx'
import { CategoryPicker } from '../registration/CategoryPicker.tsx'
import { type OrganResponsibility, type Recording, useRecording } from './responsibility.ts'
import { useResponsibilityWords } from './responsibility-words.ts'

interface Typed {
  readonly role: keyof typeof responsibilityTerms.responsibilityRole
  readonly by: 'account' | 'name'
  readonly account?: string
  readonly name?: string
  readonly office?: string
  readonly area?: string
  readonly category?: string
  readonly from: string
  readonly until?: string | null
}

interface RecordFormProps {
  readonly organ: string
  readonly candidates: OrganResponsibility['candidates']
  readonly onDone: () => void
}

export function RecordForm({ organ, candidates, onDone }: RecordFormProps) {
  const { words, language } = useLanguage()
  const { say } = useResponsibilityWords()
  const { message } = App.useApp()
  const [form] = Form.useForm<Typed>()
  const recording = useRecording(organ)
  const send = (typed: Typed) =>
    recording.mutate(recordingOf(typed), {
      onSuccess: () => {
        void message.success(say.recorded)
        onDone()
      },
    })
  const initial: Partial<Typed> = {
    role: 'answersForAll',
    by: candidates.length > 0 ? 'account' : 'name',
    from: todayInBeijing(),
  }
  return (
    <Form form={form} layout="vertical" initialValues={initial} onFinish={send} className="record-form">
      <RoleField />
      <HolderFields candidates={candidates} />
      <div className="record-pair">
        <Form.Item name="area" label={say.area}>
          <PlacePicker />
        </Form.Item>
        <Form.Item name="category" label={say.category}>
          <CategoryPicker takesBranches />
        </Form.Item>
      </div>
      <div className="record-pair">
        <Form.Item name="from" label={say.firstDay} rules={[{ required: true, message: say.needed(say.firstDay) }]}>
          <DayField />
        </Form.Item>
        <Form.Item name="until" label={say.until}>
          <DayField />
        </Form.Item>
      </div>
      {recording.error && (
        <Alert role="alert" type="warning" showIcon title={troubleInWords(recording.error, words, language)} />
      )}
      <div className="record-acts">
        <Button type="primary" htmlType="submit" loading={recording.isPending}>
          {say.record}
        </Button>
        <Button onClick={onDone}>{words.cancel}</Button>
      </div>
    </Form>
  )
}

function RoleField() {
  const { pick } = useLanguage()
  const { say } = useResponsibilityWords()
  const [chosen, choose] = useState<Typed['role']>('answersForAll')
  return (
    <Form.Item name="role" label={say.role} extra={say.roleSays[chosen]}>
      <Radio.Group
        optionType="button"
        options={Object.entries(responsibilityTerms.responsibilityRole).map(([value, term]) => ({
          value,
          label: pick(term),
        }))}
        onChange={({ target }) => choose(target.value)}
      />
    </Form.Item>
  )
}

function HolderFields({ candidates }: Pick<RecordFormProps, 'candidates'>) {
  const { pick } = useLanguage()
  const { say } = useResponsibilityWords()
  const by = Form.useWatch('by') ?? (candidates.length > 0 ? 'account' : 'name')
  const needed = (label: string) => [{ required: true, whitespace: true, message: say.needed(label) }]
  return (
    <>
      <Form.Item name="by" label={say.who}>
        <Radio.Group
          options={[
            { value: 'account', label: say.byAccount, disabled: candidates.length === 0 },
            { value: 'name', label: say.byName },
          ]}
        />
      </Form.Item>
      {by === 'account' ? (
        <Form.Item name="account" label={say.account} rules={needed(say.account)}>
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            options={candidates.map(({ account, name, organ }) => ({
              value: account,
              label: `${name} · ${pick(organ)}`,
            }))}
          />
        </Form.Item>
      ) : (
        <div className="record-pair">
          <Form.Item name="name" label={say.name} rules={needed(say.name)}>
            <Input maxLength={60} />
          </Form.Item>
          <Form.Item name="office" label={say.office}>
            <Input maxLength={100} />
          </Form.Item>
        </div>
      )}
    </>
  )
}

const recordingOf = ({ role, by, account = '', name = '', office, area, category, from, until }: Typed): Recording => ({
  role,
  holder: by === 'account' ? { account } : { name, office: office?.trim() || null },
  scope: { area: area ?? null, category: category ?? null },
  from,
  until: until ?? null,
})
