import { Form, Select } from 'antd'
import { useNavigate } from 'react-router'
import { secondmentTerms } from '../../../../wording/secondment-terms.ts'
import { useColleagues } from '../../accounts/colleagues.ts'
import { ActModal } from '../../layout/ActModal.tsx'
import { Area } from '../../layout/Area.tsx'
import { DayField } from '../../layout/DayField.tsx'
import { useLanguage } from '../../locales/language.tsx'
import { useSession } from '../../session/session-context.ts'
import { type SecondmentsView, useProposing } from './secondments.ts'

interface ProposeDialogProps {
  readonly bureaus: SecondmentsView['bureaus']
  readonly onClose: () => void
}

interface Typed {
  readonly account?: string
  readonly host?: string
  readonly post?: string
  readonly from?: string
  readonly until?: string
  readonly purpose?: string
}

/** Somebody of the reader's own organ is proposed to a bureau. */
export function ProposeDialog({ bureaus, onClose }: ProposeDialogProps) {
  const { words, pick } = useLanguage()
  const say = words.team.secondments
  const { id: own } = useSession().account
  const navigate = useNavigate()
  const colleagues = useColleagues()
  const doing = useProposing()
  const needed = (label: string) => [{ required: true, message: words.field.needed(label) }]
  const people = (colleagues.data ?? []).filter(({ account }) => account !== own)
  const sending = {
    ...doing,
    mutate: (body: object, then: { onSuccess(): void }) =>
      doing.mutate(body, {
        onSuccess: ({ secondment }) => {
          then.onSuccess()
          void navigate(`/team/secondments/${secondment}`)
        },
      }),
  }
  return (
    <ActModal<Typed, object>
      title={say.propose}
      follows={say.dialog.follows}
      doing={sending}
      start={{ post: 'clerk', ...(bureaus.length === 1 ? { host: bureaus[0]?.id ?? '' } : {}) }}
      sent={({ from = '', until = '', ...typed }) => ({ ...typed, term: { from, until } })}
      onClose={onClose}
    >
      <Form.Item name="account" label={say.person} rules={needed(say.person)}>
        <Select
          loading={colleagues.isPending}
          showSearch={{ optionFilterProp: 'label' }}
          options={people.map(({ account, name }) => ({ value: account, label: name }))}
        />
      </Form.Item>
      <Form.Item name="host" label={say.host} rules={needed(say.host)}>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          options={bureaus.map((bureau) => ({ value: bureau.id, label: pick(bureau) }))}
        />
      </Form.Item>
      <Form.Item name="post" label={say.post} rules={needed(say.post)}>
        <Select
          options={Object.entries(secondmentTerms.secondedPost).map(([value, term]) => ({ value, label: pick(term) }))}
        />
      </Form.Item>
      <Form.Item name="from" label={say.from} rules={needed(say.from)}>
        <DayField mayBePast={false} ahead={[7, 15, 30]} />
      </Form.Item>
      <Form.Item name="until" label={say.until} rules={needed(say.until)}>
        <DayField mayBePast={false} ahead={[180, 365]} />
      </Form.Item>
      <Form.Item name="purpose" label={say.purpose} extra={say.dialog.purposeSays} rules={needed(say.purpose)}>
        <Area rows={4} maxLength={4000} />
      </Form.Item>
    </ActModal>
  )
}
