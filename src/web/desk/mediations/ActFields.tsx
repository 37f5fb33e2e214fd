/** The fields of each act. A party's word that staff writes down comes with how it was signed and who was there. */
import { Button, Checkbox, Form, type FormInstance, Input, Radio, Select } from 'antd'
import { useLanguage } from '../locales/language.tsx'
import { Area } from '../layout/Area.tsx'
import { DayField } from '../layout/DayField.tsx'
import { OrganPicker } from '../organs/OrganPicker.tsx'
import { MediatorField } from './MediatorField.tsx'
import type { MediationActionView, MediationView } from './mediations.ts'
import { PromisesField } from './PromisesField.tsx'
import { nameIn, optionsIn } from './words.ts'

export interface Typed {
  readonly reason?: string
  readonly role?: string
  readonly name?: string
  readonly phone?: string
  readonly organ?: string | null
  readonly told?: string
  readonly to?: string
  /** What a yes or no is to: a mediator, a guest, a draft. */
  readonly of?: string | null
  readonly agrees?: boolean
  readonly open?: boolean
  readonly party?: string | null
  readonly roster?: string | null
  readonly hasInterest?: boolean
  readonly kind?: string
  readonly day?: string
  readonly at?: string
  readonly place?: string
  readonly parties?: readonly string[]
  readonly mediators?: readonly string[]
  readonly guests?: readonly string[]
  readonly notes?: string
  readonly result?: string
  readonly what?: string
  readonly due?: string
  readonly until?: string
  readonly form?: string
  readonly facts?: string
  readonly disputed?: string
  readonly responsibility?: string
  readonly content?: string
  readonly promises?: readonly { readonly party: string; readonly what: string; readonly due: string }[]
  readonly readBack?: boolean
  readonly performance?: string
  readonly lookedAt?: string
  readonly again?: string | null
  readonly appliedOn?: string
  readonly court?: string
  readonly outcome?: string
  readonly decidedOn?: string
  readonly note?: string
  readonly signature?: string
  readonly witness?: string
}

export interface FieldsProps {
  readonly action: MediationActionView
  readonly mediation: MediationView
  readonly form: FormInstance<Typed>
}

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

const needed = [{ required: true }]
const optionsOf = (said: Readonly<Record<string, string>>) =>
  Object.entries(said).map(([value, label]) => ({ value, label }))

interface NamedProps {
  readonly name: keyof Typed
  readonly label: string
}

const Line = ({ name, label, max }: NamedProps & { readonly max: number }) => (
  <Form.Item name={name} label={label} rules={[{ required: true, whitespace: true }]}>
    <Input maxLength={max} />
  </Form.Item>
)

const Words = ({ name, label, rows }: NamedProps & { readonly rows: number }) => (
  <Form.Item name={name} label={label} rules={[{ required: true, whitespace: true }]}>
    <Area rows={rows} maxLength={4000} />
  </Form.Item>
)

interface DayItemProps extends NamedProps {
  readonly past?: boolean
  readonly future?: boolean
  readonly isOptional?: boolean
}
const DayItem = ({ name, label, past = true, future = true, isOptional = false }: DayItemProps) => (
  <Form.Item name={name} label={label} rules={isOptional ? [] : needed}>
    <DayField mayBePast={past} mayBeFuture={future} />
  </Form.Item>
)

interface PickProps extends NamedProps {
  readonly options: readonly { readonly value: string | boolean; readonly label: string }[]
}
export const Pick = ({ name, label, options }: PickProps) => (
  <Form.Item name={name} label={label} rules={needed}>
    <Radio.Group className="mediation-choices" options={[...options]} />
  </Form.Item>
)

/** How the word was signed and who was there; left empty by whoever has an account and says it themselves. */
export function Signed({ mediation }: { readonly mediation?: MediationView }) {
  const { words } = useLanguage()
  const say = words.mediation.field
  return (
    <div className="mediation-signed">
      <p className="faint">{mediation ? say.signedByMediator : say.signed}</p>
      <Form.Item name="signature" label={say.signature}>
        <Input maxLength={2000} />
      </Form.Item>
      <Form.Item name="witness" label={say.witness}>
        <Input maxLength={2000} />
      </Form.Item>
    </div>
  )
}

export function WhichParty({ mediation, isOptional = false }: { mediation: MediationView; isOptional?: boolean }) {
  const { words, language } = useLanguage()
  return (
    <Form.Item name="party" label={words.mediation.field.party} rules={isOptional ? [] : needed}>
      <Select
        allowClear={isOptional}
        placeholder={isOptional ? words.mediation.appointed : undefined}
        options={mediation.parties.map(({ ref }) => ({
          value: ref,
          label: nameIn(mediation, ref, words, language),
        }))}
      />
    </Form.Item>
  )
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

/** Yes or no of one party, to one of the things that are asked of them. */
function Answer({ mediation, form }: FieldsProps) {
  const { words, language } = useLanguage()
  const say = words.mediation.field
  const to = Form.useWatch('to', form) as string | undefined
  const { mediators, guests, moreTime, agreement } = mediation
  const named = (refs: readonly string[]) =>
    refs.map((ref) => ({ value: ref, label: nameIn(mediation, ref, words, language) }))
  const of: Readonly<Record<string, readonly { value: string; label: string }[]>> = {
    mediator: named(mediators.filter(({ isExcluded }) => !isExcluded).map(({ ref }) => ref)),
    guest: named(guests.map(({ ref }) => ref)),
    moreTime: named(moreTime ? [moreTime.ref] : []),
    agreement: named(agreement ? [agreement.ref] : []),
  }
  const options = optionsIn('consentTo', language).filter(
    ({ value }) => value === 'mediation' || (of[value] ?? []).length > 0,
  )
  return (
    <>
      <Pick name="to" label={say.to} options={options} />
      {to && to !== 'mediation' && (
        <Form.Item name="of" label={say.of} rules={needed}>
          <Select options={[...(of[to] ?? [])]} />
        </Form.Item>
      )}
      <Pick
        name="agrees"
        label={say.agrees}
        options={[
          { value: true, label: say.yes },
          { value: false, label: say.no },
        ]}
      />
      <Signed />
    </>
  )
}

function SessionRecord({ mediation }: { readonly mediation: MediationView }) {
  const { words, language } = useLanguage()
  const say = words.mediation.field
  const ticks = (refs: readonly { readonly ref: string }[]) =>
    refs.map(({ ref }) => ({ value: ref, label: nameIn(mediation, ref, words, language) }))
  const { parties, mediators, guests } = mediation
  return (
    <>
      <Form.Item name="parties" label={say.whoCame}>
        <Checkbox.Group className="mediation-choices" options={ticks(parties)} />
      </Form.Item>
      <Form.Item name="mediators" label={say.whoMediated}>
        <Checkbox.Group className="mediation-choices" options={ticks(mediators.filter(({ isReady }) => isReady))} />
      </Form.Item>
      {guests.length > 0 && (
        <Form.Item name="guests" label={say.whoElse}>
          <Checkbox.Group className="mediation-choices" options={ticks(guests.filter(({ mayCome }) => mayCome))} />
        </Form.Item>
      )}
      <Pick name="result" label={say.result} options={optionsIn('result', language)} />
      <Form.Item name="notes" label={say.notes} rules={[{ required: true, whitespace: true }]}>
        <Area rows={6} maxLength={20_000} />
      </Form.Item>
    </>
  )
}

function AgreementFields({ mediation, form }: FieldsProps) {
  const { words, language } = useLanguage()
  const say = words.mediation
  const isWritten = Form.useWatch('form', form) !== 'oral'
  const text = (name: 'facts' | 'disputed' | 'responsibility', label: string) =>
    isWritten && (
      <Form.Item name={name} label={label} rules={[{ required: true, whitespace: true }]}>
        <Area rows={3} maxLength={20_000} />
      </Form.Item>
    )
  return (
    <>
      <Pick name="form" label={say.field.form} options={optionsOf(say.field.forms)} />
      {text('facts', say.agreementParts.facts)}
      {text('disputed', say.agreementParts.disputed)}
      {text('responsibility', say.agreementParts.responsibility)}
      <Form.Item name="content" label={say.agreementParts.content} rules={[{ required: true, whitespace: true }]}>
        <Area rows={5} maxLength={20_000} />
      </Form.Item>
      <PromisesField mediation={mediation} />
    </>
  )
}

export const Remove = ({ label, onRemove }: { readonly label: string; onRemove(): void }) => (
  <Button size="small" onClick={onRemove}>
    {label}
  </Button>
)
