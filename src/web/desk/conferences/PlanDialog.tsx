import { Form, Input, Select } from 'antd'
import { conferenceTermOf } from '../../../wording/conference-terms.ts'
import { ActModal } from '../layout/ActModal.tsx'
import { DayField } from '../layout/DayField.tsx'
import { useLanguage } from '../locales/language.tsx'
import { type ConferenceEntry, useConferenceWords, usePlanning } from './conferences.ts'

interface Typed {
  readonly kind: string
  readonly title: string
  readonly place: string
  readonly day: string
}

interface PlanDialogProps {
  readonly entry: ConferenceEntry
  readonly onClose: () => void
}

export function PlanDialog({ entry, onClose }: PlanDialogProps) {
  const { language } = useLanguage()
  const say = useConferenceWords()
  const needed = (label: string) => [{ required: true, whitespace: true, message: say.needed(label) }]
  const first = entry.meetings.find(({ kind }) => kind === 'working') ?? entry.meetings[0]
  return (
    <ActModal<Typed, object>
      title={say.plan}
      follows=""
      doing={usePlanning()}
      start={first ? { kind: first.kind } : {}}
      sent={(typed) => ({ ...typed, conference: entry.conference.id })}
      onClose={onClose}
    >
      <Form.Item name="kind" label={say.kind} rules={needed(say.kind)}>
        <Select
          options={entry.meetings.map(({ kind }) => ({
            value: kind,
            label: conferenceTermOf('meetingKind', kind)[language],
          }))}
        />
      </Form.Item>
      <Form.Item name="title" label={say.meetingTitle} rules={needed(say.meetingTitle)}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="day" label={say.day} rules={needed(say.day)}>
        <DayField mayBePast={false} ahead={[0, 3, 7]} />
      </Form.Item>
      <Form.Item name="place" label={say.place} rules={needed(say.place)}>
        <Input maxLength={200} />
      </Form.Item>
    </ActModal>
  )
}
