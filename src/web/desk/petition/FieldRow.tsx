/** One field of a command's body as a row of its form. */
import { useQuery } from '@tanstack/react-query'
import { Form, Input, Radio, Select } from 'antd'
import { parseNumber } from '../../../kernel/petition-number.ts'
import { lengthOf } from '../../../kernel/prose.ts'
import type { listHandlers } from '../../../petition/contract.ts'
import { call } from '../api.ts'
import { DayField } from '../layout/DayField.tsx'
import { useLanguage } from '../locales/language.tsx'
import type { Words } from '../locales/zh.ts'
import { useDirectory } from '../organs/directory.ts'
import { OrganPicker } from '../organs/OrganPicker.tsx'
import { useSession } from '../session/session-context.ts'
import { SuggestedClerks } from '../workforce/workload/SuggestedClerks.tsx'
import { ChoiceField, type Controlled, ProseField } from './controls.tsx'
import type { Field } from './fields.ts'
import { LimitField } from './LimitField.tsx'
import {
  AnswersField,
  ClerkField,
  CorrectedField,
  MaterialsField,
  ProofField,
  SignedField,
  ToldField,
} from './part-fields.tsx'
import type { PetitionView } from './petition.ts'
import { RecipientPicker } from './RecipientPicker.tsx'
import { shownNumber } from './words.tsx'

export interface RowProps {
  readonly name: string
  readonly command: string
  readonly field: Field
  readonly petition: PetitionView
  readonly values: Readonly<Record<string, unknown>>
}

const parts = new Set(['ownLimit', 'told', 'signed', 'answers', 'proof', 'corrected', 'materials'])

export function FieldRow(props: RowProps) {
  const { field } = props
  return parts.has(field.is) ? <PartRow {...props} /> : <PlainRow {...props} />
}

function PartRow({ name, command, field, petition, values }: RowProps) {
  const { words } = useLanguage()
  switch (field.is) {
    case 'ownLimit':
      return (
        <LimitField
          name={name}
          label={labelOf(words, command, name)}
          route={String(values.route ?? '')}
          petition={petition}
        />
      )
    case 'told':
      return <ToldField name={name} />
    case 'signed':
      return <SignedField name={name} />
    case 'answers':
      return <AnswersField name={name} petition={petition} />
    case 'proof':
      return (
        <ProofField
          name={name}
          way={String(values.way ?? '')}
          document={petition.documents.find(({ ref }) => ref === values.document)}
        />
      )
    case 'corrected':
      return <CorrectedField name={name} field={String(values.field ?? '')} petition={petition} />
    default:
      return <MaterialsField name={name} />
  }
}

/** What a field is called in this command, or in all of them. */
function labelOf({ field }: Words, command: string, name: string): string {
  const own: Readonly<Record<string, string>> = field.own
  const usual: Readonly<Record<string, string>> = field.label
  return own[`${command}.${name}`] ?? usual[name] ?? name
}

const isOptional = (field: Field): boolean => 'optional' in field && field.optional === true

function PlainRow({ name, command, field, petition }: RowProps) {
  const { words } = useLanguage()
  const label = labelOf(words, command, name)
  const needed = !isOptional(field) && !['clerk', 'handler', 'yesNo'].includes(field.is)
  return (
    <Form.Item
      name={name}
      label={label}
      required={needed}
      rules={[
        ...(needed ? [{ required: true, message: words.field.needed(label) }] : []),
        ...lengthRules(field, words.field.tooShort),
        ...(field.is === 'petitionNumber' ? [numberRule(words.field.notANumber)] : []),
      ]}
    >
      {drawn(field, petition)}
    </Form.Item>
  )
}

function lengthRules(field: Field, tooShort: (min: number) => string) {
  if (field.is !== 'prose' || (field.min ?? 0) < 2) return []
  const min = field.min ?? 0
  return [
    {
      validator: (_: unknown, text: string | undefined) =>
        text === undefined || text === '' || lengthOf(text.trim()) >= min
          ? Promise.resolve()
          : Promise.reject(new Error(tooShort(min))),
    },
  ]
}

const numberRule = (says: string) => ({
  validator: (_: unknown, text: string | undefined | null) =>
    !text || parseNumber(text) ? Promise.resolve() : Promise.reject(new Error(says)),
})

/** The control alone: `Form.Item` hands it value and onChange, so it has to be its only child. */
function drawn(field: Field, petition: PetitionView) {
  switch (field.is) {
    case 'prose':
      return <ProseField max={field.max} rows={field.rows ?? 4} />
    case 'line':
      return <Input maxLength={field.max} />
    case 'day':
      return (
        <DayField
          {...(field.ahead ? { ahead: field.ahead } : {})}
          mayBeFuture={!field.isPast}
          mayBePast={field.isPast ?? false}
        />
      )
    case 'organ':
      return <OrganField {...(field.accepts ? { accepts: field.accepts } : {})} petition={petition} />
    case 'choice':
      return <ChoiceField group={field.group} codes={field.codes} />
    case 'yesNo':
      return <YesNoField />
    case 'petitionNumber':
      return <Input maxLength={24} placeholder="2611-2348-2719-034" />
    case 'person':
      return <PersonField petition={petition} />
    case 'document':
      return <DocumentField petition={petition} />
    case 'question':
      return <QuestionField petition={petition} />
    case 'claims':
      return <ClaimsField petition={petition} />
    case 'assistance':
      return <AssistanceField petition={petition} />
    case 'linked':
      return <Select options={petition.links.map(({ to }) => ({ value: to, label: shownNumber(to) }))} />
    case 'clerk':
      return field.isSuggested ? <NamedClerkField petition={petition} /> : <ClerkField />
    case 'material':
      return <MaterialField petition={petition} />
    case 'recipient':
      return <RecipientPicker petition={petition} />
    case 'handler':
      return <HandlerField petition={petition} />
    case 'recusal':
      return <RecusalField petition={petition} />
    case 'complained':
      return <ComplainedField petition={petition} />
    default:
      return null
  }
}

type OrganFieldProps = Controlled<string | null> &
  Pick<RowProps, 'petition'> & { readonly accepts?: Extract<Field, { is: 'organ' }>['accepts'] }

function OrganField({ accepts, petition, ...rest }: OrganFieldProps) {
  const { find } = useDirectory()
  return <OrganPicker {...rest} {...(accepts ? { accepts: (organ) => accepts(organ, petition, find) } : {})} />
}

function YesNoField({ onChange, ...rest }: Controlled<boolean>) {
  const { words } = useLanguage()
  return (
    <Radio.Group
      {...rest}
      onChange={(event) => onChange?.(event.target.value)}
      options={[
        { value: true, label: words.yes },
        { value: false, label: words.no },
      ]}
    />
  )
}

function PersonField({ petition, ...rest }: Controlled<string> & Pick<RowProps, 'petition'>) {
  const { words } = useLanguage()
  const options = petition.people.map(({ ref, name }, at) => ({
    value: ref,
    label: `${name ?? words.petition.unnamed}${petition.people.length > 1 ? words.petition.nth(at + 1) : ''}`,
  }))
  return <Select {...rest} options={options} />
}

function DocumentField({ petition, ...rest }: Controlled<string> & Pick<RowProps, 'petition'>) {
  const { term } = useLanguage()
  const options = petition.documents
    .filter(({ isServed }) => isServed)
    .map(({ ref, kind, issuedOn }) => ({ value: ref, label: `${term('documentKind', kind)} · ${issuedOn}` }))
  return <Select {...rest} options={options} />
}

/** Beside the colleagues, for whoever leads the organ that holds it: who bears least and may have it. */
function NamedClerkField({ petition, ...rest }: Controlled<string | null> & Pick<RowProps, 'petition'>) {
  const { has } = useSession()
  return (
    <>
      <ClerkField {...rest} />
      {has('head') && <SuggestedClerks petition={petition} onChoose={(account) => rest.onChange?.(account)} />}
    </>
  )
}

function MaterialField({ petition, ...rest }: Controlled<string> & Pick<RowProps, 'petition'>) {
  const all = [...petition.materials, ...petition.added.flatMap(({ materials }) => materials)]
  return <Select {...rest} options={all.map(({ ref, name }) => ({ value: ref, label: name }))} />
}

/** Of whom a recusal is decided; left empty, nobody has to withdraw. */
function HandlerField({ petition, value, onChange, ...rest }: Controlled<string | null> & Pick<RowProps, 'petition'>) {
  const { words } = useLanguage()
  const { number, version } = petition
  const handlers = useQuery({
    queryKey: ['handlers', number, version],
    queryFn: ({ signal }) =>
      call<typeof listHandlers>('GET', '/api/petitions/:number/handlers', { params: { number } }, { signal }),
  })
  return (
    <Select
      {...rest}
      allowClear
      value={value ?? null}
      loading={handlers.isPending}
      placeholder={words.field.nobodyWithdraws}
      options={(handlers.data?.items ?? []).map(({ account, name }) => ({ value: account, label: name }))}
      onChange={(account) => onChange?.(account ?? null)}
    />
  )
}

function RecusalField({ petition, ...rest }: Controlled<string> & Pick<RowProps, 'petition'>) {
  const { term } = useLanguage()
  const options = petition.recusals
    .filter(({ decidedOn }) => decidedOn === null)
    .map(({ ref, on, whom }) => ({ value: ref, label: `${on} · ${term('recusalOf', whom)}` }))
  return <Select {...rest} options={options} />
}

function ComplainedField({ petition, ...rest }: Controlled<number> & Pick<RowProps, 'petition'>) {
  const { pick } = useLanguage()
  // Only who is named in words can be identified as somebody.
  const options = petition.about
    .map(({ organ, official }, at) => ({
      value: at,
      official,
      label: [organ && pick(organ), official].filter(Boolean).join(' · '),
    }))
    .filter(({ official }) => official !== null)
  return <Select {...rest} options={options} />
}

function QuestionField({ petition, ...rest }: Controlled<string> & Pick<RowProps, 'petition'>) {
  const options = petition.questions
    .filter(({ answeredOn }) => answeredOn === null)
    .map(({ ref, question }) => ({ value: ref, label: question }))
  return <Select {...rest} options={options} />
}

/** For which claims an organ assists; none chosen means the whole petition. */
function ClaimsField({ petition, value, ...rest }: Controlled<readonly string[]> & Pick<RowProps, 'petition'>) {
  const { words } = useLanguage()
  const options = petition.claims.map(({ ref, text }, at) => ({ value: ref, label: `${at + 1} · ${text}` }))
  return (
    <Select
      {...rest}
      mode="multiple"
      value={[...(value ?? [])]}
      placeholder={words.field.wholePetition}
      options={options}
    />
  )
}

function AssistanceField({ petition, ...rest }: Controlled<string> & Pick<RowProps, 'petition'>) {
  const { pick } = useLanguage()
  const options = petition.assistances
    .filter(({ standing }) => standing === 'asked')
    .map(({ ref, organ, until }) => ({ value: ref, label: `${pick(organ)} · ${until}` }))
  return <Select {...rest} options={options} />
}
