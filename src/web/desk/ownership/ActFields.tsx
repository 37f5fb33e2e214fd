/** What is asked for in each act of an owned case. */
import { Button, Checkbox, Form, type FormInstance, Input, Radio, Select } from 'antd'
import type { ReactNode } from 'react'
import { type OwnershipTermGroup, ownershipTerms } from '../../../wording/ownership-terms.ts'
import { fullDay } from '../../shared/days.ts'
import { Area } from '../layout/Area.tsx'
import { DayField } from '../layout/DayField.tsx'
import { useLanguage } from '../locales/language.tsx'
import { OrganPicker } from '../organs/OrganPicker.tsx'
import { MaterialsField } from '../petition/part-fields.tsx'
import { type OwnershipActionView, type OwnershipView, ownerKey, useOwners, usePeople } from './ownership.ts'
import { useOwnershipWords } from './words.ts'

export interface Typed {
  readonly owner?: string
  readonly handler?: string | null
  readonly handlerPerson?: string | null
  readonly whichStep?: string
  readonly whichHelp?: string
  readonly duties?: readonly string[]
  readonly due?: string
  readonly reason?: string
  readonly plan?: string
  readonly steps?: readonly object[]
  readonly heldOn?: string
  readonly place?: string
  readonly present?: string
  readonly said?: string
  readonly words?: string
  readonly readBack?: boolean
  readonly kind?: string
  readonly explained?: string
  readonly answer?: string
  readonly outcome?: string
  readonly result?: string
  readonly remains?: string
  readonly statement?: string
  readonly view?: string
  readonly viewWords?: string
  readonly materials?: readonly object[]
  readonly askedOn?: string
  readonly way?: string
  readonly note?: string
  readonly until?: string
  readonly isGranted?: 'yes' | 'no'
}

interface FieldsProps {
  readonly action: OwnershipActionView
  readonly ownership: OwnershipView
  readonly form: FormInstance<Typed>
}

export function ActFields({ action, ownership, form }: FieldsProps) {
  const outcome = Form.useWatch('outcome', form)
  const isPartial = outcome === 'partly' || outcome === 'notResolved'
  switch (action.action) {
    case 'assign':
      return (
        <>
          <OwnerField petition={ownership.petition} />
          <HandlerField petition={ownership.petition} form={form} />
          <DutiesField ownership={ownership} />
          <DayRow name="due" ahead={[30, 60, 90]} />
        </>
      )
    case 'replace':
      return (
        <>
          <OwnerField petition={ownership.petition} />
          <HandlerField petition={ownership.petition} form={form} />
          <AreaRow name="reason" max={4000} />
        </>
      )
    case 'plan':
      return (
        <>
          <AreaRow name="plan" rows={6} />
          <StepsField petition={ownership.petition} form={form} />
        </>
      )
    case 'step':
      return <StepsField petition={ownership.petition} form={form} isOne />
    case 'withdraw-step':
      return (
        <>
          <WhichStepField ownership={ownership} />
          <AreaRow name="reason" max={4000} />
        </>
      )
    case 'help-answer':
      return (
        <>
          <WhichHelpField ownership={ownership} />
          <ChoiceRow name="answer" group="ownershipHelpAnswer" />
        </>
      )
    case 'meeting':
      return (
        <>
          <DayRow name="heldOn" isPast />
          <LineRow name="place" max={200} />
          <LineRow name="present" max={500} />
          <AreaRow name="said" />
          <AreaRow name="words" />
          <ReadBackField />
        </>
      )
    case 'help':
      return (
        <>
          <ChoiceRow name="kind" group="ownershipHelp" />
          <AreaRow name="explained" max={4000} />
          <ChoiceRow name="answer" group="ownershipHelpAnswer" />
        </>
      )
    case 'result':
      return (
        <>
          <ChoiceRow name="outcome" group="ownershipOutcome" />
          <AreaRow name="result" rows={5} />
          {isPartial && <AreaRow name="remains" />}
        </>
      )
    case 'view':
      return (
        <>
          <ChoiceRow name="view" group="ownershipView" />
          <AreaRow name="viewWords" max={4000} isOptional />
          <MaterialsField name="materials" />
        </>
      )
    case 'asking':
      return (
        <>
          <DayRow name="askedOn" isPast />
          <ChoiceRow name="way" group="ownershipAskingWay" />
          <AreaRow name="note" max={4000} />
        </>
      )
    case 'close':
      return <AreaRow name="statement" rows={5} />
    case 'extend':
      return (
        <>
          <DayRow name="until" ahead={[30, 60]} />
          <AreaRow name="reason" max={4000} />
        </>
      )
    case 'another-owner':
      return (
        <>
          <GrantedField />
          <AreaRow name="reason" max={4000} />
        </>
      )
    case 'drop':
      return <AreaRow name="reason" max={4000} />
  }
}

type FieldName = Exclude<keyof Typed, 'steps' | 'materials'>

/** What must be there, with its name in the sentence that asks for it. */
function useNeeded() {
  const { words } = useLanguage()
  return (label: string) => [{ required: true, message: words.field.needed(label) }]
}

function useLabel() {
  const { say } = useOwnershipWords()
  return (name: FieldName): string => say.field[name]
}

interface AreaRowProps {
  readonly name: FieldName
  readonly rows?: number
  readonly max?: number
  readonly isOptional?: boolean
}

function AreaRow({ name, rows = 4, max = 20_000, isOptional = false }: AreaRowProps) {
  const needed = useNeeded()
  const label = useLabel()(name)
  return (
    <Form.Item name={name} label={label} rules={isOptional ? [] : needed(label)}>
      <Area rows={rows} maxLength={max} />
    </Form.Item>
  )
}

function LineRow({ name, max }: { readonly name: FieldName; readonly max: number }) {
  const needed = useNeeded()
  const label = useLabel()(name)
  return (
    <Form.Item name={name} label={label} rules={needed(label)}>
      <Input maxLength={max} />
    </Form.Item>
  )
}

interface DayRowProps {
  readonly name: FieldName
  readonly ahead?: readonly number[]
  readonly isPast?: boolean
}

function DayRow({ name, ahead = [], isPast = false }: DayRowProps) {
  const needed = useNeeded()
  const label = useLabel()(name)
  return (
    <Form.Item name={name} label={label} rules={needed(label)}>
      <DayField ahead={ahead} mayBePast={isPast} mayBeFuture={!isPast} />
    </Form.Item>
  )
}

function ChoiceRow({ name, group }: { readonly name: FieldName; readonly group: OwnershipTermGroup }) {
  const { pick } = useLanguage()
  const needed = useNeeded()
  const label = useLabel()(name)
  const options = Object.entries(ownershipTerms[group]).map(([value, term]) => ({ value, label: pick(term) }))
  return (
    <Form.Item name={name} label={label} rules={needed(label)}>
      <Radio.Group className="choice" options={options} />
    </Form.Item>
  )
}

/** Leaders of the place, with what they have already; whoever cannot own it says why. */
function OwnerField({ petition }: { readonly petition: string }) {
  const { pick } = useLanguage()
  const { say } = useOwnershipWords()
  const needed = useNeeded()
  const owners = useOwners(petition)
  const options = (owners.data ?? []).map(({ organ, account, name, open, overdue, refusal }) => ({
    value: ownerKey(organ.id, account),
    label: `${name} ${pick(organ)}`,
    disabled: refusal !== null,
    beside: refusal ? pick(refusal) : say.field.ownerLoad(open, overdue),
  }))
  return (
    <Form.Item name="owner" label={say.field.owner} rules={needed(say.field.owner)}>
      <Select
        showSearch={{ optionFilterProp: 'label' }}
        loading={owners.isPending}
        options={options}
        optionRender={({ data }) => (
          <span className="organ-option">
            <span>{data.label}</span>
            <span className="faint">{data.beside}</span>
          </span>
        )}
      />
    </Form.Item>
  )
}

interface NamingProps {
  readonly petition: string
  readonly form: FormInstance<Typed>
}

/** The organ, and in it a person where one is to answer for it. */
function HandlerField({ petition, form }: NamingProps) {
  const { say } = useOwnershipWords()
  const organ = Form.useWatch('handler', form)
  return (
    <>
      <Form.Item name="handler" label={say.field.handler}>
        <OrganPicker onChange={() => form.setFieldValue('handlerPerson', null)} />
      </Form.Item>
      {organ && (
        <Form.Item name="handlerPerson" label={say.field.handlerPerson}>
          <PersonPicker petition={petition} organ={organ} />
        </Form.Item>
      )}
    </>
  )
}

interface PersonPickerProps {
  readonly petition: string
  readonly organ: string
  readonly id?: string
  readonly value?: string | null
  readonly onChange?: (account: string | null) => void
}

/** Who handles petitions in an organ. Nobody need be named: then the organ itself says who. */
function PersonPicker({ petition, organ, value, onChange, ...rest }: PersonPickerProps) {
  const { say } = useOwnershipWords()
  const people = usePeople(petition, organ)
  const options = (people.data ?? []).map(({ account, name }) => ({ value: account, label: name }))
  return (
    <Select
      {...rest}
      value={value ?? null}
      onChange={(next) => onChange?.(next ?? null)}
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      loading={people.isPending}
      placeholder={say.field.anybody}
      options={options}
    />
  )
}

/** Steps that nobody has in hand. */
function WhichStepField({ ownership: { steps } }: { readonly ownership: OwnershipView }) {
  const { pick } = useLanguage()
  const { say } = useOwnershipWords()
  const needed = useNeeded()
  const options = steps
    .filter(({ isUngiven }) => isUngiven)
    .map(({ key, what, organ }) => ({ value: key, label: `${what} · ${pick(organ)}` }))
  return (
    <Form.Item name="whichStep" label={say.field.whichStep} rules={needed(say.field.whichStep)}>
      <Radio.Group className="choice" options={options} />
    </Form.Item>
  )
}

function WhichHelpField({ ownership: { help } }: { readonly ownership: OwnershipView }) {
  const { language } = useLanguage()
  const { say, said } = useOwnershipWords()
  const needed = useNeeded()
  const options = help.map(({ ref, kind, on, answer }) => ({
    value: ref,
    label: `${said('ownershipHelp', kind)} · ${fullDay(on, language)} · ${said('ownershipHelpAnswer', answer)}`,
  }))
  return (
    <Form.Item name="whichHelp" label={say.field.whichHelp} rules={needed(say.field.whichHelp)}>
      <Radio.Group className="choice" options={options} />
    </Form.Item>
  )
}

function DutiesField({ ownership }: { readonly ownership: OwnershipView }) {
  const { pick, words } = useLanguage()
  const { say } = useOwnershipWords()
  return (
    <Form.Item
      name="duties"
      label={say.field.duties}
      // a group of boxes may not be said to be required: that is said of nothing but a field
      rules={[{ type: 'array', min: 1, message: words.field.needed(say.field.duties) }]}
    >
      <Checkbox.Group options={ownership.duties.map(({ duty, ...name }) => ({ value: duty, label: pick(name) }))} />
    </Form.Item>
  )
}

function ReadBackField() {
  const { say } = useOwnershipWords()
  return (
    <Form.Item name="readBack" valuePropName="checked">
      <Checkbox>{say.field.readBack}</Checkbox>
    </Form.Item>
  )
}

function GrantedField() {
  const { say } = useOwnershipWords()
  const needed = useNeeded()
  const options = [
    { value: 'yes', label: say.field.granted },
    { value: 'no', label: say.field.notGranted },
  ]
  return (
    <Form.Item name="isGranted" label={say.field.isGranted} rules={needed(say.field.isGranted)}>
      <Radio.Group options={options} />
    </Form.Item>
  )
}

/** Steps one under the other: what, by whom, until when, and whether the petitioner reads it. */
function StepsField({ isOne = false, ...naming }: NamingProps & { readonly isOne?: boolean }) {
  const { say } = useOwnershipWords()
  return (
    <Form.List name="steps">
      {(fields, { add, remove }): ReactNode => (
        <>
          {fields.map((field, at) => (
            <div key={field.key} className="ownership-step-fields">
              <StepField {...naming} name={field.name} title={isOne ? say.field.what : `${say.field.step} ${at + 1}`} />
              {!isOne && (
                <Button type="link" onClick={() => remove(field.name)}>
                  {say.field.removeStep}
                </Button>
              )}
            </div>
          ))}
          {!isOne && <Button onClick={() => add({ isShown: true })}>{say.field.addStep}</Button>}
        </>
      )}
    </Form.List>
  )
}

interface StepFieldProps extends NamingProps {
  readonly name: number
  readonly title: string
}

function StepField({ name, title, petition, form }: StepFieldProps) {
  const { say } = useOwnershipWords()
  const needed = useNeeded()
  const organ: string | undefined = Form.useWatch(['steps', name, 'organ'], form)
  return (
    <>
      <Form.Item name={[name, 'what']} label={title} rules={needed(say.field.what)}>
        <Area rows={2} maxLength={4000} />
      </Form.Item>
      <Form.Item name={[name, 'organ']} label={say.field.organ} rules={needed(say.field.organ)}>
        <OrganPicker onChange={() => form.setFieldValue(['steps', name, 'officer'], null)} />
      </Form.Item>
      {organ && (
        <Form.Item name={[name, 'officer']} label={say.field.officer}>
          <PersonPicker petition={petition} organ={organ} />
        </Form.Item>
      )}
      <Form.Item name={[name, 'due']} label={say.field.due} rules={needed(say.field.due)}>
        <DayField ahead={[7, 15, 30]} mayBePast={false} />
      </Form.Item>
      <Form.Item name={[name, 'isShown']} valuePropName="checked">
        <Checkbox>{say.field.isShown}</Checkbox>
      </Form.Item>
    </>
  )
}
