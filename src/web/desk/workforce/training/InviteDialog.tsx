import { Form, Select } from 'antd'
import { ActModal } from '../../layout/ActModal.tsx'
import { useLanguage } from '../../locales/language.tsx'
import { type Act, type CourseView, useCourseAct, usePeople } from './training.ts'

interface Typed {
  readonly organ?: string
  readonly account?: string
}

/** Somebody of an organ that the course is for. */
export function InviteDialog({ course, onClose }: { readonly course: CourseView; readonly onClose: () => void }) {
  const { words, pick } = useLanguage()
  const say = words.team.training
  const [form] = Form.useForm<Typed>()
  const only = course.inviting.length === 1 ? course.inviting[0]?.id : undefined
  const organ = Form.useWatch('organ', form) ?? only
  const people = usePeople(course.course, organ)
  const needed = (label: string) => [{ required: true, message: words.field.needed(label) }]
  return (
    <ActModal<Typed, Act>
      form={form}
      title={say.invite}
      follows={say.dialog.inviteFollows}
      doing={useCourseAct(course.course)}
      start={only === undefined ? {} : { organ: only }}
      sent={(body) => ({ action: 'invite', body })}
      onClose={onClose}
    >
      <Form.Item name="organ" label={say.home} rules={needed(say.home)}>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          options={course.inviting.map((each) => ({ value: each.id, label: pick(each) }))}
          onChange={() => form.resetFields(['account'])}
        />
      </Form.Item>
      <Form.Item name="account" label={say.person} rules={needed(say.person)}>
        <Select
          loading={people.isFetching}
          showSearch={{ optionFilterProp: 'label' }}
          options={(people.data?.items ?? []).map(({ account, name }) => ({ value: account, label: name }))}
        />
      </Form.Item>
    </ActModal>
  )
}
