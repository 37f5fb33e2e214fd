import { Form, Radio, Select } from 'antd'
import { fullDay } from '../../../shared/days.ts'
import { ActModal } from '../../layout/ActModal.tsx'
import { Area } from '../../layout/Area.tsx'
import { useLanguage } from '../../locales/language.tsx'
import { type Act, type EnrolmentView, useEnrolmentAct } from './training.ts'

type ActionName = EnrolmentView['actions'][number]['action']

interface EnrolmentActDialogProps {
  readonly action: ActionName
  readonly named: { readonly zh: string; readonly en: string }
  readonly enrolment: EnrolmentView
  readonly onClose: () => void
}

export function EnrolmentActDialog({ action, named, enrolment, onClose }: EnrolmentActDialogProps) {
  const { words, pick } = useLanguage()
  const first = enrolment.sessions.find(({ hasAttended }) => hasAttended === null)?.ref ?? enrolment.sessions[0]?.ref
  return (
    <ActModal<object, Act>
      title={pick(named)}
      follows={words.team.training.follows[action]}
      doing={useEnrolmentAct(enrolment.enrolment)}
      start={action === 'attendance' ? { session: first, hasAttended: true } : {}}
      sent={(body) => ({ action, body, version: enrolment.version })}
      onClose={onClose}
    >
      <Fields action={action} enrolment={enrolment} />
    </ActModal>
  )
}

function Fields({ action, enrolment }: Pick<EnrolmentActDialogProps, 'action' | 'enrolment'>) {
  const { words, language } = useLanguage()
  const say = words.team.training
  const needed = (label: string) => [{ required: true, message: words.field.needed(label) }]
  if (action === 'begin' || action === 'certify') return null
  if (action === 'attendance')
    return (
      <>
        <Form.Item name="session" label={say.fields.session} rules={needed(say.fields.session)}>
          <Select
            options={enrolment.sessions.map(({ ref, day, place }) => ({
              ...{ value: ref, label: `${fullDay(day, language)} ${place}` },
            }))}
          />
        </Form.Item>
        <Form.Item name="hasAttended" label={say.attended}>
          <Radio.Group
            options={[
              { value: true, label: say.wasThere },
              { value: false, label: say.wasNot },
            ]}
          />
        </Form.Item>
      </>
    )
  return (
    <Form.Item name="reason" label={say.fields.reason} rules={needed(say.fields.reason)}>
      <Area rows={3} maxLength={4000} />
    </Form.Item>
  )
}
