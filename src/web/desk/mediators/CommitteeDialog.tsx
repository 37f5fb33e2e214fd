/** Dialogues of a committee: entering and revising it, an election, its end. */
import { Checkbox, Form, Input, InputNumber, Radio } from 'antd'
import { addYears, type Day } from '../../../kernel/day.ts'
import { committeeKinds, electing } from '../../../law/codes/mediator-kinds.ts'
import { mediatorTermOf } from '../../../wording/mediator-terms.ts'
import { todayInBeijing } from '../../shared/days.ts'
import { ActModal } from '../layout/ActModal.tsx'
import { DayField } from '../layout/DayField.tsx'
import { useLanguage } from '../locales/language.tsx'
import { PlacePicker } from '../organs/PlacePicker.tsx'
import { type CommitteeView, type Sent, useKeeping } from './mediators.ts'
import { optionsOf } from './names.ts'

interface CommitteeDialogProps {
  readonly committee: CommitteeView | null
  readonly act: 'found' | CommitteeView['actions'][number]['action']
  readonly title?: string
  onClose(): void
}

const needed = [{ required: true }]

export function CommitteeDialog({ committee, act, title, onClose }: CommitteeDialogProps) {
  const { words, language } = useLanguage()
  const doing = useKeeping()
  const path = committee === null ? '/api/committees' : `/api/committees/${committee.committee}/${act}`
  return (
    <ActModal<object, Sent>
      title={title ?? mediatorTermOf('committeeCommand', 'FoundCommittee')[language]}
      follows={words.mediator.committeeFollows[act]}
      doing={doing}
      start={startOf(committee, act)}
      width={600}
      sent={(typed) => ({ path, body: typed, ...(committee ? { version: committee.version } : {}) })}
      onClose={onClose}
    >
      {act === 'elect' && <Election />}
      {act === 'end' && (
        <Form.Item name="reason" label={words.field.label.reason} rules={needed}>
          <Input.TextArea rows={3} maxLength={2000} />
        </Form.Item>
      )}
      {(act === 'found' || act === 'revise') && <Details />}
    </ActModal>
  )
}

function startOf(committee: CommitteeView | null, act: CommitteeDialogProps['act']): object {
  if (committee === null) return { kind: 'village', isMultiEthnic: false }
  if (act === 'elect') {
    const today = todayInBeijing() as Day
    return { day: today, until: addYears(today, 3), by: 'residents', members: 3, women: 1, minority: 0 }
  }
  if (act !== 'revise') return {}
  const { kind, name, region, isMultiEthnic } = committee
  return { kind, name, region, isMultiEthnic }
}

function Details() {
  const { words, language } = useLanguage()
  return (
    <>
      <Form.Item name="name" label={words.mediator.committeeName} rules={needed}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="kind" label={words.mediator.committeeKind} rules={needed}>
        <Radio.Group className="mediator-choices" options={optionsOf(committeeKinds, language)} />
      </Form.Item>
      <Form.Item name="region" label={words.mediator.region} rules={needed}>
        <PlacePicker />
      </Form.Item>
      <Form.Item name="isMultiEthnic" valuePropName="checked">
        <Checkbox>{words.mediator.multiEthnic}</Checkbox>
      </Form.Item>
    </>
  )
}

function Election() {
  const { words, language } = useLanguage()
  return (
    <>
      <div className="mediator-pair">
        <Form.Item name="day" label={words.mediator.electedOn} rules={needed}>
          <DayField mayBeFuture={false} />
        </Form.Item>
        <Form.Item name="until" label={words.mediator.until} rules={needed}>
          <DayField />
        </Form.Item>
      </div>
      <Form.Item name="by" label={words.mediator.electedBy} rules={needed}>
        <Radio.Group className="mediator-choices" options={optionsOf(electing, language)} />
      </Form.Item>
      <div className="mediator-pair">
        {(['members', 'women', 'minority'] as const).map((name) => (
          <Form.Item key={name} name={name} label={words.mediator.count[name]} rules={needed}>
            <InputNumber min={0} max={99} precision={0} />
          </Form.Item>
        ))}
      </div>
    </>
  )
}
