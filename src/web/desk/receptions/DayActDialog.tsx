import { Form, Input, Select } from 'antd'
import { addDays, type Day } from '../../../kernel/day.ts'
import { fullDay } from '../../shared/days.ts'
import { ActModal } from '../layout/ActModal.tsx'
import { Area } from '../layout/Area.tsx'
import { DayField } from '../layout/DayField.tsx'
import { useLanguage } from '../locales/language.tsx'
import { LeaderFields, receiverOf, type TypedLeader } from './LeaderFields.tsx'
import { PlanFields, planOf, type TypedPlan } from './PlanFields.tsx'
import { useReceptionWords } from './reception-words.ts'
import { type Act, type ReceptionView, useDraft, useReceptionAct, useReceptions } from './receptions.ts'

interface Typed {
  readonly plan?: TypedPlan
  readonly closesOn?: string
  readonly closesAt?: string
  readonly reason?: string
  readonly substituted?: string
  readonly instead?: string
  readonly leader?: TypedLeader
  readonly note?: string
}

interface DayActDialogProps {
  readonly action: ReceptionView['actions'][number]
  readonly day: ReceptionView
  readonly onClose: () => void
}

/** What is done with a reception day: one form an act. */
export function DayActDialog({ action, day, onClose }: DayActDialogProps) {
  const { pick } = useLanguage()
  const say = useReceptionWords()
  const name = action.action
  const { data: draft } = useDraft(name === 'change' || name === 'substitute' || name === 'publish')
  return (
    <ActModal<Typed, Act>
      title={pick(action)}
      follows={say.follows[name]}
      doing={useReceptionAct(day.reception)}
      width={name === 'change' || name === 'substitute' ? 680 : 520}
      start={startOf(day)}
      sent={(typed) => ({ action: name, body: bodyOf(name, typed), version: day.version })}
      onClose={onClose}
    >
      <Fields name={name} day={day} draft={draft} />
    </ActModal>
  )

  function bodyOf(
    act: typeof name,
    { plan = {}, closesOn, closesAt, reason, substituted, instead, leader = {}, note }: Typed,
  ): object {
    switch (act) {
      case 'change':
        return { plan: planOf(plan), reason }
      case 'publish':
        return { closesOn, closesAt: closesAt || null }
      case 'substitute':
        return { instead: substituted, leader: receiverOf(leader, draft), reason }
      case 'cancel':
        return { reason, instead: instead || null }
      case 'conclude':
        return { note: note?.trim() || null }
    }
  }
}

const startOf = ({ day, isRestDay, from, until, place, topic, seats, joint, leaders }: ReceptionView): Typed => ({
  plan: {
    ...{ day, onRestDay: isRestDay, from, until, place: place ?? '', topic: topic ?? '', seats },
    joint: joint.map(({ id }) => id),
  },
  closesOn: addDays(day as Day, -3),
  ...(leaders[0] ? { substituted: leaders[0].account } : {}),
  instead: '',
})

interface FieldsProps {
  readonly name: ReceptionView['actions'][number]['action']
  readonly day: ReceptionView
  readonly draft: Parameters<typeof receiverOf>[1]
}

function Fields({ name, day, draft }: FieldsProps) {
  const { words } = useLanguage()
  const say = useReceptionWords()
  const needed = (label: string) => [{ required: true, message: words.field.needed(label) }]
  const reason = (
    <Form.Item name="reason" label={say.reason} rules={needed(say.reason)}>
      <Area rows={3} maxLength={4000} />
    </Form.Item>
  )
  switch (name) {
    case 'change':
      return (
        <>
          <PlanFields rules={draft?.rules} within="plan" />
          {reason}
        </>
      )
    case 'publish':
      return (
        <>
          <Form.Item name="closesOn" label={say.closesOn} rules={needed(say.closesOn)}>
            <DayField mayBePast={false} />
          </Form.Item>
          <Form.Item name="closesAt" label={say.closesAt} extra={draft && say.closesAtHint(draft.rules.closesAt)}>
            <Input type="time" />
          </Form.Item>
        </>
      )
    case 'substitute':
      return (
        <>
          <Form.Item name="substituted" label={say.substituted} rules={needed(say.substituted)}>
            <Select options={day.leaders.map((leader) => ({ value: leader.account, label: leader.name }))} />
          </Form.Item>
          <LeaderFields draft={draft} at={['leader']} label={say.newLeader} />
          {reason}
        </>
      )
    case 'cancel':
      return (
        <>
          {reason}
          <Form.Item name="instead" label={say.instead}>
            <OtherDay day={day} />
          </Form.Item>
        </>
      )
    case 'conclude':
      return (
        <Form.Item name="note" label={say.note}>
          <Area rows={3} maxLength={2000} />
        </Form.Item>
      )
  }
}

interface OtherDayProps {
  readonly day: ReceptionView
  readonly id?: string
  readonly value?: string
  readonly onChange?: (reception: string) => void
}

/** Other public days of one's own table that are still ahead. */
function OtherDay({ day, id, value = '', onChange }: OtherDayProps) {
  const { language } = useLanguage()
  const say = useReceptionWords()
  const { data } = useReceptions(day.day, addDays(day.day as Day, 90))
  const others = (data?.items ?? []).filter(
    ({ reception, stage }) => reception !== day.reception && (stage === 'published' || stage === 'drawn'),
  )
  const isThere = value === '' || others.some(({ reception }) => reception === value)
  return (
    <Select
      {...(id ? { id } : {})}
      value={isThere ? value : ''}
      onChange={(next) => onChange?.(next)}
      options={[
        { value: '', label: say.noInstead },
        ...others.map(({ reception, day: on, from, leaders }) => ({
          value: reception,
          label: `${fullDay(on, language)} ${from} ${leaders.map(({ name }) => name).join(' ')}`,
        })),
      ]}
    />
  )
}
