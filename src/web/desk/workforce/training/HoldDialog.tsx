import { Form, Input, Select } from 'antd'
import { useNavigate } from 'react-router'
import { trainingTerms } from '../../../../wording/training-terms.ts'
import { useColleagues } from '../../accounts/colleagues.ts'
import { ActModal } from '../../layout/ActModal.tsx'
import { Area } from '../../layout/Area.tsx'
import { useLanguage } from '../../locales/language.tsx'
import { type CoursesView, useHolding } from './training.ts'

interface HoldDialogProps {
  readonly organs: CoursesView['organs']
  readonly onClose: () => void
}

/** A course of the reader's own organ. */
export function HoldDialog({ organs, onClose }: HoldDialogProps) {
  const { words, pick } = useLanguage()
  const say = words.team.training
  const navigate = useNavigate()
  const colleagues = useColleagues()
  const doing = useHolding()
  const needed = (label: string) => [{ required: true, message: words.field.needed(label) }]
  const sending = {
    ...doing,
    mutate: (body: object, then: { onSuccess(): void }) =>
      doing.mutate(body, {
        onSuccess: ({ course }) => {
          then.onSuccess()
          void navigate(`/team/courses/${course}`)
        },
      }),
  }
  const choices = (group: Readonly<Record<string, { zh: string; en: string }>>) =>
    Object.entries(group).map(([value, term]) => ({ value, label: pick(term) }))
  return (
    <ActModal<object, object>
      title={say.hold}
      follows={say.dialog.holdFollows}
      doing={sending}
      start={{ kind: 'induction', posts: ['clerk'], ...(organs.length === 1 ? { organs: [organs[0]?.id ?? ''] } : {}) }}
      sent={(typed) => typed}
      onClose={onClose}
    >
      <Form.Item name="title" label={say.title2} rules={needed(say.title2)}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="kind" label={say.kind} rules={needed(say.kind)}>
        <Select options={choices(trainingTerms.trainingKind)} />
      </Form.Item>
      <Form.Item name="purpose" label={say.purpose} rules={needed(say.purpose)}>
        <Area rows={3} maxLength={4000} />
      </Form.Item>
      <Form.Item name="posts" label={say.posts} rules={needed(say.posts)}>
        <Select mode="multiple" options={choices(trainingTerms.taughtPost)} />
      </Form.Item>
      <Form.Item name="organs" label={say.organs} rules={needed(say.organs)}>
        <Select
          mode="multiple"
          showSearch={{ optionFilterProp: 'label' }}
          options={organs.map((organ) => ({ value: organ.id, label: pick(organ) }))}
        />
      </Form.Item>
      <Form.Item name="teacher" label={say.teacher} extra={say.dialog.teacherSays} rules={needed(say.teacher)}>
        <Select
          loading={colleagues.isPending}
          showSearch={{ optionFilterProp: 'label' }}
          options={(colleagues.data ?? []).map(({ account, name }) => ({ value: account, label: name }))}
        />
      </Form.Item>
    </ActModal>
  )
}
