import { Form, Input } from 'antd'
import { useNavigate } from 'react-router'
import { addDays, type Day } from '../../../../kernel/day.ts'
import { todayInBeijing } from '../../../shared/days.ts'
import { ActModal } from '../../layout/ActModal.tsx'
import { Area } from '../../layout/Area.tsx'
import { DayField } from '../../layout/DayField.tsx'
import { useLanguage } from '../../locales/language.tsx'
import { OrganPicker } from '../../organs/OrganPicker.tsx'
import { CategoryPicker } from '../../registration/CategoryPicker.tsx'
import { type ThemesView, useGoverning } from './themes.ts'

interface GovernDialogProps {
  readonly desk: Pick<ThemesView, 'place' | 'latest'>
  /** The topic that it is about; without one a category is chosen. */
  readonly topic?: { readonly topic: number; readonly name: string }
  readonly onClose: () => void
}

interface Typed {
  readonly name?: string
  readonly category?: string
  readonly remedy?: string
  readonly organ?: string
  readonly due?: string
}

const usualDays = 90
const earlier = (one: string, other: string): string => (one < other ? one : other)

/** A topic, or a category in the place of the reader's bureau, is made a governed theme. */
export function GovernDialog({ desk, topic, onClose }: GovernDialogProps) {
  const { words, pick } = useLanguage()
  const say = words.themes.dialog
  const navigate = useNavigate()
  const doing = useGoverning()
  const needed = (label: string) => [{ required: true, message: words.field.needed(label) }]
  const usual = addDays(todayInBeijing() as Day, usualDays)
  const sending = {
    ...doing,
    mutate: (body: object, then: { onSuccess(): void }) =>
      doing.mutate(body, {
        onSuccess: ({ theme }) => {
          then.onSuccess()
          void navigate(`/insight/themes/${theme}`)
        },
      }),
  }
  return (
    <ActModal<Typed, object>
      title={words.themes.govern}
      follows={say.follows(pick(desk.place))}
      doing={sending}
      start={{ ...(topic ? { name: topic.name.slice(0, 100) } : {}), due: earlier(usual, desk.latest) }}
      sent={({ category = null, organ = '', name = '', remedy = '', due = '' }) => ({
        about: { topic: topic?.topic ?? null, category, place: desk.place.code },
        ...{ name, remedy, due, owner: { organ, officer: null } },
      })}
      onClose={onClose}
    >
      <Form.Item name="name" label={say.name} rules={needed(say.name)}>
        <Input maxLength={100} />
      </Form.Item>
      {!topic && (
        <Form.Item name="category" label={say.category} rules={needed(say.category)}>
          <CategoryPicker />
        </Form.Item>
      )}
      <Form.Item name="remedy" label={say.remedy} extra={say.remedySays} rules={needed(say.remedy)}>
        <Area rows={5} maxLength={4000} />
      </Form.Item>
      <Form.Item name="organ" label={say.owner} rules={needed(say.owner)}>
        <OrganPicker />
      </Form.Item>
      <Form.Item name="due" label={say.due} rules={needed(say.due)}>
        <DayField mayBePast={false} ahead={[30, 60, 90]} />
      </Form.Item>
    </ActModal>
  )
}
