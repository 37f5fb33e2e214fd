/** The fields of each act. A party's word that staff writes down comes with how it was signed and who was there. */
import { Checkbox, Form, Input } from 'antd'
import { Area } from '../layout/Area.tsx'
import { useLanguage } from '../locales/language.tsx'
import { OrganPicker } from '../organs/OrganPicker.tsx'
import { DayItem, type FieldsProps, Line, needed, optionsOf, Pick, Signed, WhichParty, Words } from './fields.tsx'
import { AgreementFields, Answer, SessionRecord } from './LongFields.tsx'
import { MediatorField } from './MediatorField.tsx'
import { optionsIn } from './words.ts'

export function ActFields(props: FieldsProps) {
  const { action, mediation } = props
  const { words, language } = useLanguage()
  const say = words.mediation.field
  switch (action.action) {
    case 'decline':
    case 'exclude':
    case 'cancel-session':
      return <Words name="reason" label={say.reason} rows={3} />
    case 'add-party':
      return <NewParty />
    case 'hand-key':
    case 'inform':
      return <Pick name="told" label={say.told} options={optionsOf(say.ways)} />
    case 'answer':
      return <Answer {...props} />
    case 'openness':
      return (
        <>
          <Pick
            name="open"
            label={say.open}
            options={[
              { value: false, label: words.mediation.isPrivate },
              { value: true, label: words.mediation.isPublic },
            ]}
          />
          <Signed />
        </>
      )
    case 'mediator':
      return <MediatorField {...props} />
    case 'interest':
      return (
        <>
          <Pick
            name="hasInterest"
            label={say.interest}
            options={[
              { value: false, label: say.noInterest },
              { value: true, label: say.hasInterest },
            ]}
          />
          <Signed mediation={mediation} />
        </>
      )
    case 'guest':
      return (
        <>
          <Pick name="kind" label={say.guestKind} options={optionsIn('guest', language)} />
          <Line name="name" label={say.name} max={200} />
        </>
      )
    case 'session':
      return (
        <>
          <div className="mediation-pair">
            <DayItem name="day" label={say.day} past={false} />
            <Line name="at" label={say.at} max={5} />
          </div>
          <Line name="place" label={say.place} max={300} />
        </>
      )
    case 'record-session':
      return <SessionRecord mediation={mediation} />
    case 'escalation':
      return (
        <>
          <Form.Item name="organ" label={say.escalationTo} rules={needed}>
            <OrganPicker />
          </Form.Item>
          <Words name="what" label={say.escalation} rows={4} />
          <DayItem name="due" label={say.due} past={false} />
        </>
      )
    case 'more-time':
      return <DayItem name="until" label={say.until} past={false} />
    case 'agreement':
      return <AgreementFields {...props} />
    case 'sign':
      return <Signed mediation={mediation} />
    case 'oral':
      return (
        <Form.Item name="readBack" valuePropName="checked">
          <Checkbox>{say.readBack}</Checkbox>
        </Form.Item>
      )
    case 'performance':
      return (
        <>
          <WhichParty mediation={mediation} />
          <Pick name="performance" label={say.performance} options={optionsIn('performance', language)} />
          <Signed />
        </>
      )
    case 'follow-up':
      return (
        <>
          <Pick name="performance" label={say.performance} options={optionsIn('performance', language)} />
          <Words name="lookedAt" label={say.lookedAt} rows={4} />
          <DayItem name="again" label={say.again} past={false} isOptional />
        </>
      )
    case 'confirmation':
      return <Signed />
    case 'application':
      return (
        <>
          <DayItem name="appliedOn" label={say.appliedOn} future={false} />
          <Line name="court" label={say.court} max={200} />
        </>
      )
    case 'confirmed':
      return (
        <>
          <Pick name="outcome" label={say.outcome} options={optionsIn('outcome', language)} />
          <DayItem name="decidedOn" label={say.decidedOn} future={false} />
          <Words name="note" label={say.courtNote} rows={3} />
        </>
      )
    case 'end':
      return (
        <>
          <Pick
            name="reason"
            label={say.endReason}
            options={optionsIn('ended', language).filter(({ value }) => value === 'notAgreed' || value === 'notFit')}
          />
          <Words name="note" label={say.note} rows={4} />
        </>
      )
    case 'close':
      return (
        <Form.Item name="note" label={say.noteMaybe}>
          <Area rows={3} maxLength={2000} />
        </Form.Item>
      )
    default:
      return null
  }
}

function NewParty() {
  const { words, language } = useLanguage()
  const say = words.mediation.field
  return (
    <>
      <Pick name="role" label={say.role} options={optionsIn('role', language)} />
      <Line name="name" label={say.name} max={200} />
      <Form.Item name="phone" label={say.phone}>
        <Input maxLength={40} />
      </Form.Item>
      <Form.Item name="organ" label={say.partyOrgan}>
        <OrganPicker />
      </Form.Item>
    </>
  )
}
