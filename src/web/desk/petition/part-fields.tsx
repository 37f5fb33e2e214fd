/** Fields that have parts of their own: how the petitioner was told, a signed record, answers claim by claim, proof of service. */
import { Alert, Checkbox, Form, Input, InputNumber, Select } from 'antd'
import { handlingPosts } from '../../../kernel/viewer.ts'
import { cn2022 } from '../../../law/cn-2022/cn-2022.ts'
import { channels } from '../../../law/codes/channels.ts'
import { petitionClasses } from '../../../law/codes/purposes.ts'
import type { DocumentView } from '../../../petition/views.ts'
import { fullDay } from '../../shared/days.ts'
import { useColleagues } from '../accounts/colleagues.ts'
import { useLanguage } from '../locales/language.tsx'
import { PlacePicker } from '../organs/PlacePicker.tsx'
import { Attachments } from '../registration/Attachments.tsx'
import { CategoryPicker } from '../registration/CategoryPicker.tsx'
import { ChoiceField, ProseField } from './controls.tsx'
import type { PetitionView } from './petition.ts'
import './document-parts.css'

interface Named {
  readonly name: string
}

/** A notice is no document that must be served, so none is announced. */
const waysToTell = Object.keys(cn2022.serviceWays).filter((way) => way !== 'announcement')

export function ToldField({ name }: Named) {
  const { words } = useLanguage()
  return (
    <fieldset className="field-group">
      <legend>{words.field.told}</legend>
      <Form.Item name={[name, 'way']} label={words.field.label.way} rules={[{ required: true }]}>
        <ChoiceField group="serviceWay" codes={['onTheSpot', ...waysToTell]} />
      </Form.Item>
      <Form.Item name={[name, 'proof']} label={words.field.toldProof}>
        <ProseField max={2000} rows={2} />
      </Form.Item>
    </fieldset>
  )
}

/** Staff may enter a petitioner's own act only with a signed and witnessed record of it. */
export function SignedField({ name }: Named) {
  const { words } = useLanguage()
  return (
    <fieldset className="field-group">
      <legend>{words.field.signed}</legend>
      <p className="faint">{words.field.signedSays}</p>
      <Form.Item
        name={[name, 'signature']}
        label={words.field.signature}
        rules={[{ required: true, message: words.field.needed(words.field.signature) }]}
      >
        <ProseField max={2000} rows={1} />
      </Form.Item>
      <Form.Item
        name={[name, 'witness']}
        label={words.field.witness}
        rules={[{ required: true, message: words.field.needed(words.field.witness) }]}
      >
        <ProseField max={2000} rows={1} />
      </Form.Item>
    </fieldset>
  )
}

/** Claims are answered one by one (art. 32): each with its own outcome and its own words. */
export function AnswersField({ name, petition }: Named & { readonly petition: PetitionView }) {
  const { words } = useLanguage()
  return (
    <fieldset className="field-group">
      <legend>{words.field.label.answers}</legend>
      {petition.claims.map((claim, at) => (
        <fieldset key={claim.ref} className="answer-field" aria-label={words.petition.claim(at + 1)}>
          <p className="answers-claim">
            <strong>{words.petition.claim(at + 1)}</strong>
            <span>{claim.text}</span>
          </p>
          <Form.Item name={[name, at, 'claim']} initialValue={claim.ref} hidden>
            <Input />
          </Form.Item>
          <Form.Item
            name={[name, at, 'outcome']}
            label={words.field.outcome}
            rules={[{ required: true, message: words.field.unanswered(at + 1) }]}
          >
            <ChoiceField group="outcome" codes={['supported', 'explained', 'notSupported']} />
          </Form.Item>
          <Form.Item
            name={[name, at, 'answer']}
            label={words.field.answer}
            rules={[{ required: true, whitespace: true, message: words.field.unanswered(at + 1) }]}
          >
            <ProseField max={20_000} rows={3} />
          </Form.Item>
        </fieldset>
      ))}
    </fieldset>
  )
}

interface ProofFieldProps extends Named {
  readonly way: string
  readonly document: DocumentView | undefined
}

/** What proves a service depends on its way; the table of the law says what. */
export function ProofField({ name, way, document }: ProofFieldProps) {
  const { words, term } = useLanguage()
  const needs: readonly string[] = way in cn2022.serviceWays ? cn2022.serviceWays[way as 'direct'].proof : []
  if (needs.length === 0) return null
  if (needs.includes('publication')) return <Announced name={name} document={document} />
  return (
    <fieldset className="field-group">
      <legend>{words.field.proof(term('serviceWay', way))}</legend>
      {needs.map((proof) => (
        <ProofPart key={proof} name={name} proof={proof} label={words.field.proofOf[proof as 'photo']} />
      ))}
    </fieldset>
  )
}

function ProofPart({ name, proof, label }: Named & { readonly proof: string; readonly label: string }) {
  const { words } = useLanguage()
  const needed = [{ required: true, message: words.field.needed(label) }]
  if (proof === 'consent') {
    return (
      <Form.Item
        name={[name, 'consent']}
        valuePropName="checked"
        rules={[{ validator: mustBeTrue(words.field.needed(label)) }]}
      >
        <Checkbox>{label}</Checkbox>
      </Form.Item>
    )
  }
  return (
    <Form.Item name={[name, proof]} label={label} rules={needed}>
      <ProseField max={2000} rows={1} />
    </Form.Item>
  )
}

/** Nobody types when a document was announced: the house published it, and knows. */
function Announced({ name, document }: Omit<ProofFieldProps, 'way'>) {
  const { words, language } = useLanguage()
  const announced = document?.announced
  return (
    <>
      <Form.Item name={name} initialValue={{}} hidden>
        <Input />
      </Form.Item>
      <Alert
        className="announced"
        type={announced ? 'info' : 'warning'}
        showIcon
        title={
          announced
            ? words.field.announced(fullDay(announced.on, language), fullDay(announced.until, language))
            : words.field.notAnnounced
        }
      />
    </>
  )
}

const mustBeTrue = (says: string) => (_: unknown, value: unknown) =>
  value === true ? Promise.resolve() : Promise.reject(new Error(says))

interface CorrectedFieldProps extends Named {
  readonly field: string
  readonly petition: PetitionView
}

/** The new value, in the shape of the field that is corrected; what it was stands above. */
export function CorrectedField({ name, field, petition }: CorrectedFieldProps) {
  const { words } = useLanguage()
  return (
    <Form.Item
      key={field}
      name={name}
      label={words.field.label.to}
      rules={[{ required: true, message: words.field.needed(words.field.label.to) }]}
      preserve={false}
      initialValue={petition[field as 'title']}
      {...(field === 'firstTime' ? { valuePropName: 'checked' } : {})}
    >
      {correctedControl(field, words.petition.firstTime)}
    </Form.Item>
  )
}

function correctedControl(field: string, firstTime: string) {
  switch (field) {
    case 'class':
      return <ChoiceField group="class" codes={petitionClasses.map(({ id }) => id)} />
    case 'channel':
      return <ChoiceField group="channel" codes={channels.map(({ id }) => id)} />
    case 'category':
      return <CategoryPicker />
    case 'place':
      return <PlacePicker />
    case 'headcount':
      return <InputNumber min={1} max={100_000} precision={0} />
    case 'firstTime':
      return <Checkbox>{firstTime}</Checkbox>
    case 'text':
      return <ProseField max={50_000} rows={8} />
    default:
      return <Input maxLength={200} />
  }
}

export function MaterialsField({ name }: Named) {
  const { words } = useLanguage()
  return (
    <Form.Item name={name} label={words.field.label.materials}>
      <Attachments />
    </Form.Item>
  )
}

interface ClerkFieldProps {
  readonly id?: string
  readonly value?: string | null
  readonly onChange?: (account: string | null) => void
}

/** Colleagues who handle petitions, with who is away; somebody named earlier whose post has ended is said to be gone. */
export function ClerkField({ value, onChange, ...rest }: ClerkFieldProps) {
  const { words, language } = useLanguage()
  const colleagues = useColleagues()
  const options = (colleagues.data ?? [])
    .filter(({ posts }) => handlingPosts.some((post) => posts.includes(post)))
    .map(({ account, name, away }) => ({
      value: account,
      label: away
        ? words.away.colleague(name, fullDay(away.from, language), fullDay(away.until, language), away.name)
        : name,
    }))
  const isGone = value && colleagues.isSuccess && !options.some((option) => option.value === value)
  return (
    <Select
      {...rest}
      allowClear
      value={value ?? null}
      placeholder={words.field.noClerk}
      loading={colleagues.isPending}
      showSearch={{ optionFilterProp: 'label' }}
      options={isGone ? [{ value, label: words.field.clerkGone, disabled: true }, ...options] : options}
      onChange={(account) => onChange?.(account ?? null)}
    />
  )
}
