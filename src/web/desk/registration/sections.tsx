/** The parts of the registration form, in the order in which a conversation at the window goes. */
import { Button, Checkbox, Form, Input, InputNumber, Radio, Segmented, Select } from 'antd'
import type { ReactNode } from 'react'
import { parseNumber } from '../../../kernel/petition-number.ts'
import { channels } from '../../../law/codes/channels.ts'
import { useOpenCalls } from '../calls/calls.ts'
import { representativesFor, useLawInForce, usePack } from '../house/law.ts'
import { Area } from '../layout/Area.tsx'
import { DayField } from '../layout/DayField.tsx'
import { useLanguage } from '../locales/language.tsx'
import { OrganPicker } from '../organs/OrganPicker.tsx'
import { PlacePicker } from '../organs/PlacePicker.tsx'
import { ChoiceField, ProseField } from '../petition/controls.tsx'
import { useSession } from '../session/session-context.ts'
import { Attachments } from './Attachments.tsx'
import { CategoryPicker } from './CategoryPicker.tsx'
import { isSpoken, type Together, type Typed } from './registration.ts'
import { SuggestedFor } from './Suggestions.tsx'

interface Found {
  /** Names of fields that the letter filled and nobody has touched since. */
  readonly found: ReadonlySet<string>
}

function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="registration-section">
      <h2>{title}</h2>
      <div className="registration-fields">{children}</div>
    </section>
  )
}

const useNeeded = () => {
  const { words } = useLanguage()
  return (label: string) => [{ required: true, message: words.field.needed(label) }]
}

export function SourceSection() {
  const { words } = useLanguage()
  return (
    <Section title={words.registration.source}>
      <Form.Item name="channel" label={words.column.channel} className="half">
        <ChoiceButtons group="channel" codes={channels.map(({ id }) => id)} />
      </Form.Item>
      <Form.Item name="receivedOn" label={words.petition.receivedOn} className="quarter">
        <DayField mayBeFuture={false} />
      </Form.Item>
      <Form.Item name="firstTime" valuePropName="checked" className="quarter under-label">
        <Checkbox>{words.petition.firstTime}</Checkbox>
      </Form.Item>
      <Form.Item
        name="class"
        label={words.column.class}
        className="half"
        extra={<SuggestedFor target="class" value={Form.useWatch('class')} />}
      >
        <ChoiceButtons group="class" codes={['appeal', 'suggestion', 'accusation']} />
      </Form.Item>
      <Form.Item name="confidentiality" label={words.petition.confidentiality} className="half">
        <ChoiceButtons group="confidentiality" codes={['named', 'confidential', 'anonymous']} />
      </Form.Item>
      <AnsweredCall />
    </Section>
  )
}

/** Which call for suggestions it answers, where it is a suggestion and any is open. */
function AnsweredCall() {
  const { words } = useLanguage()
  const isSuggestion = Form.useWatch('class') === 'suggestion'
  const { data: calls = [] } = useOpenCalls(isSuggestion)
  if (!isSuggestion || calls.length === 0) return null
  const say = words.suggestion.registration
  return (
    <Form.Item name="answersCall" label={say.call} className="half">
      <Select
        allowClear
        placeholder={say.none}
        options={calls.map(({ call, title }) => ({ value: call, label: title }))}
      />
    </Form.Item>
  )
}

interface ChoiceButtonsProps {
  readonly id?: string
  readonly group: 'channel' | 'class' | 'confidentiality'
  readonly codes: readonly string[]
  readonly value?: string
  readonly onChange?: (code: string) => void
}

/** A handful of codes side by side; the arrow keys move between them. */
function ChoiceButtons({ group, codes, value, onChange, id }: ChoiceButtonsProps) {
  const { term } = useLanguage()
  return (
    <Radio.Group
      {...(id ? { id } : {})}
      optionType="button"
      value={value}
      onChange={(event) => onChange?.(event.target.value)}
      options={codes.map((code) => ({ value: code, label: term(group, code) }))}
    />
  )
}

export function PeopleSection({ found }: Found) {
  const { words } = useLanguage()
  const form = Form.useFormInstance<Typed>()
  const together = Form.useWatch('together', form) ?? 'single'
  const change = (next: Together) => {
    const people = form.getFieldValue('people') ?? []
    if (next === 'single') form.setFieldValue('people', people.slice(0, 1))
    if (next !== 'single' && people.length < 2) form.setFieldValue('people', [...people, { kind: 'citizen' }])
  }
  return (
    <Section title={words.registration.people}>
      <Form.Item name="together" className="whole" noStyle>
        <Segmented<Together>
          className="registration-together"
          onChange={change}
          options={(['single', 'joint', 'group'] as const).map((value) => ({
            value,
            label: words.registration.together[value],
          }))}
        />
      </Form.Item>
      {together === 'group' && (
        <Form.Item
          name="headcount"
          label={words.registration.headcount}
          className="quarter"
          rules={[{ required: true, message: words.field.needed(words.registration.headcount) }]}
        >
          <InputNumber min={2} max={100_000} precision={0} style={{ width: '100%' }} />
        </Form.Item>
      )}
      {together === 'group' && <GroupSays />}
      <People together={together} found={found} />
      <Agent />
    </Section>
  )
}

/** The law in force here, and how many may speak for as many as are said to stand behind it. */
function useRepresentatives() {
  const { organ } = useSession()
  const pack = usePack(useLawInForce(organ.id).data?.pack).data
  const headcount = Form.useWatch<number | undefined>('headcount') ?? Number.POSITIVE_INFINITY
  return { pack, most: representativesFor(pack, headcount) }
}

function GroupSays() {
  const { words, pick } = useLanguage()
  const { pack, most } = useRepresentatives()
  if (!pack || most === undefined) return null
  return <p className="faint whole">{words.registration.groupSays(most, pick(pack.representatives.basis))}</p>
}

/** As long as the law is not there yet, nobody is kept from adding a name: the house refuses what is too many. */
const whileUnknown = 20

function People({ together, found }: Found & { readonly together: Together }) {
  const { words } = useLanguage()
  const { most: ofGroup } = useRepresentatives()
  const most = together === 'single' ? 1 : together === 'group' ? (ofGroup ?? whileUnknown) : whileUnknown
  return (
    <Form.List name="people">
      {(rows, { add, remove }) => (
        <div className="whole">
          {rows.map(({ key, name }) => (
            <PersonRow
              key={key}
              at={name}
              found={name === 0 ? found : nothingFound}
              {...(rows.length > 1 ? { onRemove: () => remove(name) } : {})}
            />
          ))}
          {rows.length < most && (
            <Button size="small" type="dashed" onClick={() => add({ kind: 'citizen' })}>
              {words.registration.addPerson}
            </Button>
          )}
        </div>
      )}
    </Form.List>
  )
}

const nothingFound: ReadonlySet<string> = new Set()

interface PersonRowProps extends Found {
  readonly at: number
  readonly onRemove?: () => void
}

function PersonRow({ at, found, onRemove }: PersonRowProps) {
  const { words, term } = useLanguage()
  const needed = useNeeded()
  const form = Form.useFormInstance<Typed>()
  const isAnonymous = Form.useWatch('confidentiality', form) === 'anonymous'
  return (
    <fieldset className="person-row">
      <legend className="visually-hidden">{words.petition.nth(at + 1)}</legend>
      {!isAnonymous && (
        <>
          <Form.Item
            name={[at, 'name']}
            label={words.person.name}
            className={foundClass(found, 'person.name', '')}
            rules={needed(words.person.name)}
          >
            <Input maxLength={100} autoComplete="off" />
          </Form.Item>
          <Form.Item
            name={[at, 'idNumber']}
            label={words.person.idNumber}
            className={foundClass(found, 'person.idNumber', '')}
          >
            <Input maxLength={40} autoComplete="off" />
          </Form.Item>
        </>
      )}
      <Form.Item name={[at, 'phone']} label={words.person.phone} className={foundClass(found, 'person.phone', '')}>
        <Input maxLength={40} autoComplete="off" inputMode="tel" />
      </Form.Item>
      <Form.Item name={[at, 'kind']} label={words.person.kind}>
        <Select
          options={(['citizen', 'legalPerson', 'otherOrganisation'] as const).map((kind) => ({
            value: kind,
            label: term('personKind', kind),
          }))}
        />
      </Form.Item>
      <Form.Item
        name={[at, 'address']}
        label={words.person.address}
        className={foundClass(found, 'person.address', 'wide')}
      >
        <Input maxLength={300} autoComplete="off" />
      </Form.Item>
      <Form.Item name={[at, 'email']} label={words.person.email}>
        <Input maxLength={200} autoComplete="off" inputMode="email" />
      </Form.Item>
      <Form.Item name={[at, 'electronicService']} valuePropName="checked" className="under-label">
        <Checkbox>{words.person.electronic}</Checkbox>
      </Form.Item>
      {onRemove && (
        <Button className="person-remove" size="small" type="text" onClick={onRemove}>
          {words.remove}
        </Button>
      )}
    </fieldset>
  )
}

function Agent() {
  const { words, term } = useLanguage()
  const needed = useNeeded()
  const form = Form.useFormInstance<Typed>()
  const hasAgent = Form.useWatch('hasAgent', form)
  return (
    <>
      <Form.Item name="hasAgent" valuePropName="checked" className="whole tight">
        <Checkbox>{words.registration.hasAgent}</Checkbox>
      </Form.Item>
      {hasAgent && (
        <fieldset className="person-row whole">
          <Form.Item name={['agent', 'kind']} label={words.person.kind} initialValue="agent">
            <Select
              options={(['agent', 'guardian'] as const).map((kind) => ({
                value: kind,
                label: term('agentKind', kind),
              }))}
            />
          </Form.Item>
          <Form.Item name={['agent', 'name']} label={words.person.name} rules={needed(words.person.name)}>
            <Input maxLength={100} autoComplete="off" />
          </Form.Item>
          <Form.Item name={['agent', 'phone']} label={words.person.phone}>
            <Input maxLength={40} autoComplete="off" inputMode="tel" />
          </Form.Item>
          <Form.Item
            name={['agent', 'mandate']}
            label={words.person.mandate}
            className="wide"
            rules={needed(words.person.mandate)}
          >
            <Input maxLength={500} placeholder={words.registration.mandateSays} />
          </Form.Item>
        </fieldset>
      )}
    </>
  )
}

const foundClass = (found: ReadonlySet<string>, name: string, width: string): string =>
  found.has(name) ? `${width} found` : width

export function MatterSection({ found }: Found) {
  const { words } = useLanguage()
  const needed = useNeeded()
  return (
    <Section title={words.registration.matter}>
      <Form.Item
        name="title"
        label={words.column.title}
        className={foundClass(found, 'title', 'whole')}
        rules={needed(words.column.title)}
      >
        <Input maxLength={200} placeholder={words.registration.titleSays} />
      </Form.Item>
      <Form.Item
        name="text"
        label={words.petition.text}
        className={foundClass(found, 'text', 'whole')}
        rules={needed(words.petition.text)}
      >
        <ProseField max={50_000} rows={5} />
      </Form.Item>
      <Claims isFound={found.has('claims')} />
      <Form.Item
        name="place"
        label={words.column.place}
        className={foundClass(found, 'place', 'half')}
        rules={needed(words.column.place)}
      >
        <PlacePicker />
      </Form.Item>
      <Form.Item name="placeDetail" label={words.registration.placeDetail} className="half">
        <Input maxLength={300} />
      </Form.Item>
      <Form.Item
        name="category"
        label={words.column.category}
        className="half"
        rules={needed(words.column.category)}
        extra={<SuggestedFor target="category" value={Form.useWatch('category')} />}
      >
        <CategoryPicker />
      </Form.Item>
      <About isFound={found.has('about')} />
    </Section>
  )
}

function Claims({ isFound }: { readonly isFound: boolean }) {
  const { words } = useLanguage()
  return (
    <Form.List
      name="claims"
      rules={[
        {
          validator: async (_, claims: readonly (string | undefined)[] | undefined) => {
            if (!claims?.some((claim) => claim?.trim())) throw new Error(words.field.needed(words.petition.claims))
          },
        },
      ]}
    >
      {(rows, { add, remove }, { errors }) => (
        <div className={isFound ? 'whole claims-field found' : 'whole claims-field'}>
          <span className="claims-label">{words.registration.claims}</span>
          {rows.map(({ key, name }) => (
            <div key={key} className="claim-row">
              <span className="claim-number">{name + 1}</span>
              <Form.Item name={name} className="tight">
                <Area
                  rows={1}
                  maxLength={5000}
                  aria-label={words.petition.claim(name + 1)}
                  onKeyDown={(event) => {
                    if (event.key !== 'Enter' || event.shiftKey || event.ctrlKey || event.nativeEvent.isComposing)
                      return
                    event.preventDefault()
                    add('', name + 1)
                    focusNext(event.currentTarget)
                  }}
                />
              </Form.Item>
              {rows.length > 1 && (
                <Button size="small" type="text" onClick={() => remove(name)}>
                  {words.remove}
                </Button>
              )}
            </div>
          ))}
          <Button size="small" type="dashed" onClick={() => add('')}>
            {words.registration.addClaim}
          </Button>
          <Form.ErrorList errors={errors} />
        </div>
      )}
    </Form.List>
  )
}

function focusNext(area: HTMLElement): void {
  const row = area.closest('.claim-row')
  window.setTimeout(() => row?.nextElementSibling?.querySelector('textarea')?.focus())
}

function About({ isFound }: { readonly isFound: boolean }) {
  const { words, term } = useLanguage()
  const form = Form.useFormInstance<Typed>()
  const isAccusation = Form.useWatch('class', form) === 'accusation'
  const usual = isAccusation ? 'accused' : 'respondent'
  const named = Form.useWatch('about', form)?.find((one) => one?.organ)?.organ ?? undefined
  return (
    <Form.List name="about">
      {(rows, { add, remove }) => (
        <div className={isFound ? 'whole about-field found' : 'whole about-field'}>
          <span className="claims-label">{words.petition.about}</span>
          {rows.map(({ key, name }) => (
            <div key={key} className="about-row">
              <Form.Item name={[name, 'as']} className="tight">
                <Select
                  aria-label={words.petition.about}
                  options={(['respondent', 'accused'] as const).map((as) => ({
                    value: as,
                    label: term('complained', as),
                  }))}
                />
              </Form.Item>
              <Form.Item name={[name, 'organ']} className="tight">
                <OrganPicker />
              </Form.Item>
              <Form.Item name={[name, 'official']} className="tight">
                <Input maxLength={200} placeholder={words.registration.official} />
              </Form.Item>
              <Button size="small" type="text" onClick={() => remove(name)}>
                {words.remove}
              </Button>
            </div>
          ))}
          <Button size="small" type="dashed" onClick={() => add({ as: usual })}>
            {words.registration.addAbout}
          </Button>
          {isAccusation ? (
            <p className="faint">{words.petition.accusedSays}</p>
          ) : (
            <SuggestedFor target="organ" value={named} />
          )}
        </div>
      )}
    </Form.List>
  )
}

export function MoreSection() {
  const { words } = useLanguage()
  const form = Form.useFormInstance<Typed>()
  const channel = Form.useWatch('channel', form) ?? 'visit'
  const hasElsewhere = Form.useWatch('hasElsewhere', form)
  return (
    <Section title={words.registration.more}>
      {isSpoken({ channel }) && <Oral channel={channel} />}
      <Form.Item name="simplified" valuePropName="checked" className="whole tight">
        <Checkbox>{words.registration.simplified}</Checkbox>
      </Form.Item>
      <Form.Item name="hasElsewhere" valuePropName="checked" className="whole tight">
        <Checkbox>{words.registration.hasElsewhere}</Checkbox>
      </Form.Item>
      {hasElsewhere && <Elsewhere />}
      <Form.Item name="materials" label={words.registration.materials} className="whole">
        <Attachments />
      </Form.Item>
    </Section>
  )
}

function Oral({ channel }: Pick<Typed, 'channel'>) {
  const { words } = useLanguage()
  const codes = channel === 'call' ? ['voiceConfirmed', 'signature'] : ['signature', 'fingerprint']
  return (
    <>
      <Form.Item name="readBack" valuePropName="checked" label={words.registration.oral} className="half">
        <Checkbox>{words.petition.readBack}</Checkbox>
      </Form.Item>
      <Form.Item name="signedBy" label={words.registration.signedBy} className="half">
        <ChoiceField group="oralSignature" codes={codes} />
      </Form.Item>
    </>
  )
}

function Elsewhere() {
  const { words } = useLanguage()
  return (
    <>
      <Form.Item name={['elsewhere', 'organ']} label={words.registration.elsewhereOrgan} className="half">
        <OrganPicker />
      </Form.Item>
      <Form.Item
        name={['elsewhere', 'petition']}
        label={words.column.number}
        className="half"
        rules={[
          {
            validator: async (_, typed: string | undefined) => {
              if (typed && !parseNumber(typed)) throw new Error(words.field.notANumber)
            },
          },
        ]}
      >
        <Input maxLength={24} placeholder="2611-2348-2719-034" />
      </Form.Item>
      <Form.Item name={['elsewhere', 'note']} label={words.field.label.note} className="whole">
        <Input maxLength={1000} />
      </Form.Item>
    </>
  )
}
