/** What the forms of a mediation are made of: fields by name, and how a party's word that staff writes down was signed. */
import { Form, type FormInstance, Input, Radio, Select } from 'antd'
import { Area } from '../layout/Area.tsx'
import { DayField } from '../layout/DayField.tsx'
import { useLanguage } from '../locales/language.tsx'
import type { MediationActionView, MediationView } from './mediations.ts'
import { nameIn } from './words.ts'

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

export const needed = [{ required: true }]
export const optionsOf = (said: Readonly<Record<string, string>>) =>
  Object.entries(said).map(([value, label]) => ({ value, label }))

interface NamedProps {
  readonly name: keyof Typed
  readonly label: string
}

export const Line = ({ name, label, max }: NamedProps & { readonly max: number }) => (
  <Form.Item name={name} label={label} rules={[{ required: true, whitespace: true }]}>
    <Input maxLength={max} />
  </Form.Item>
)

export const Words = ({ name, label, rows }: NamedProps & { readonly rows: number }) => (
  <Form.Item name={name} label={label} rules={[{ required: true, whitespace: true }]}>
    <Area rows={rows} maxLength={4000} />
  </Form.Item>
)

interface DayItemProps extends NamedProps {
  readonly past?: boolean
  readonly future?: boolean
  readonly isOptional?: boolean
}
export const DayItem = ({ name, label, past = true, future = true, isOptional = false }: DayItemProps) => (
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

interface WhichPartyProps {
  readonly mediation: MediationView
  /** Where it may be nobody of them: what is asked, and what it is then. */
  readonly orElse?: { readonly label: string; readonly says: string }
}

export function WhichParty({ mediation, orElse }: WhichPartyProps) {
  const { words, language } = useLanguage()
  return (
    <Form.Item name="party" label={orElse?.label ?? words.mediation.field.party} rules={orElse ? [] : needed}>
      <Select
        allowClear={orElse !== undefined}
        placeholder={orElse?.says}
        options={mediation.parties.map(({ ref }) => ({
          value: ref,
          label: nameIn(mediation, ref, words, language),
        }))}
      />
    </Form.Item>
  )
}
