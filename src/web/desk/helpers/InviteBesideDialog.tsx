/** Inviting to one place of a screening, or to a mediation as one of its guests: whom, what for, and what they may read. */
import { Form, Input, Select } from 'antd'
import { addDays } from '../../../kernel/day.ts'
import { helperTermOf } from '../../../wording/helper-terms.ts'
import { todayInBeijing } from '../../shared/days.ts'
import { ActModal } from '../layout/ActModal.tsx'
import { DayField } from '../layout/DayField.tsx'
import { useLanguage } from '../locales/language.tsx'
import { WhomField } from './HelperDialogs.tsx'
import { type Beside, pathBeside, type Sent, useHelping } from './helpers.ts'

export function InviteBesideDialog({ of, onClose }: { readonly of: Beside; onClose(): void }) {
  const { words, language } = useLanguage()
  const doing = useHelping()
  const say = words.helper
  const where = of.kind === 'screening' ? { area: of.area } : {}
  const needed = [{ required: true }]
  return (
    <ActModal<object, Sent>
      title={helperTermOf('engagementCommand', 'InviteHelper')[language]}
      follows={say.follows[of.kind === 'screening' ? 'inviteToScreening' : 'inviteToMediation']}
      doing={doing}
      start={{ until: addDays(todayInBeijing(), 30) }}
      width={640}
      sent={(typed) => ({ path: pathBeside(of), body: { ...typed, ...where } })}
      onClose={onClose}
    >
      {of.kind === 'mediation' && (
        <Form.Item name="guest" label={say.guest} extra={say.guestSays} rules={needed}>
          <Select options={of.guests.map(({ ref, name }) => ({ value: ref, label: name }))} />
        </Form.Item>
      )}
      <WhomField />
      <Form.Item name="what" label={say.what} rules={needed}>
        <Input.TextArea rows={2} maxLength={4000} />
      </Form.Item>
      <Form.Item name="summary" label={say.summary} extra={say.summaryBesideSays} rules={needed}>
        <Input.TextArea rows={4} maxLength={4000} />
      </Form.Item>
      <Form.Item name="until" label={say.term} rules={needed}>
        <DayField ahead={[7, 30, 60]} mayBePast={false} />
      </Form.Item>
    </ActModal>
  )
}
