/** Dialogues of an entry: entering and revising it, its term, training, what was held against somebody, and its end. */
import { Form, Input, Radio, Select } from 'antd'
import { addYears, type Day } from '../../../kernel/day.ts'
import { categoryTree } from '../../../law/codes/categories.ts'
import { mediatorFaults, mediatorKinds, mediatorLanguages, memberRoles } from '../../../law/codes/mediator-kinds.ts'
import { mediatorTermOf, mediatorTerms } from '../../../wording/mediator-terms.ts'
import { todayInBeijing } from '../../shared/days.ts'
import { useColleagues } from '../accounts/colleagues.ts'
import { ActModal } from '../layout/ActModal.tsx'
import { DayField } from '../layout/DayField.tsx'
import { useLanguage } from '../locales/language.tsx'
import { usePlaces } from '../organs/directory.ts'
import { OrganPicker } from '../organs/OrganPicker.tsx'
import { type MediatorView, type Sent, useCommittees, useKeeping } from './mediators.ts'
import { optionsOf } from './names.ts'

type Act = MediatorView['actions'][number]['action']

interface MediatorDialogProps {
  /** Null to enter a new one. */
  readonly mediator: MediatorView | null
  readonly act?: Act
  readonly title?: string
  onClose(): void
}

const needed = [{ required: true }]

export function MediatorDialog({ mediator, act, title, onClose }: MediatorDialogProps) {
  const { words, language } = useLanguage()
  const doing = useKeeping()
  const path = mediator === null ? '/api/mediators' : `/api/mediators/${mediator.mediator}/${act}`
  return (
    <ActModal<object, Sent>
      title={title ?? mediatorTermOf('mediatorCommand', 'EnterMediator')[language]}
      follows={words.mediator.follows[act ?? 'enter']}
      doing={doing}
      start={startOf(mediator, act)}
      width={640}
      sent={(typed) => ({ path, body: typed, ...(mediator ? { version: mediator.version } : {}) })}
      onClose={onClose}
    >
      <Fields act={act} />
    </ActModal>
  )
}

function startOf(mediator: MediatorView | null, act: Act | undefined): object {
  const today = todayInBeijing() as Day
  const term = { from: today, until: addYears(today, 3) }
  if (mediator === null) return { kind: 'member', skills: [], languages: [], places: [], ...term }
  if (act === 'renew') return term
  if (act === 'train') return { day: today }
  if (act !== 'revise') return {}
  const { kind, role, name, contact, skills, languages, places, account, from, until } = mediator
  const own = { kind, role, name, contact: contact ?? '', skills, languages, places, account, from, until }
  return { ...own, organ: mediator.organ?.id ?? null, committee: mediator.committee?.id ?? null }
}

function Fields({ act }: { readonly act: Act | undefined }) {
  const { words, language } = useLanguage()
  switch (act) {
    case undefined:
    case 'revise':
      return <Details />
    case 'renew':
      return <Term />
    case 'resume':
      return null
    case 'train':
      return (
        <>
          <Form.Item name="day" label={words.mediator.trainedOn} rules={needed}>
            <DayField mayBeFuture={false} />
          </Form.Item>
          <Form.Item name="subject" label={words.mediator.subject} rules={needed}>
            <Input maxLength={500} />
          </Form.Item>
        </>
      )
    case 'end':
      return (
        <>
          <Form.Item name="ending" label={words.mediator.ending} rules={needed}>
            <Radio.Group
              className="mediator-choices"
              options={Object.entries(mediatorTerms.mediatorEnding).map(([value, said]) => ({
                value,
                label: said[language],
              }))}
            />
          </Form.Item>
          <Form.Item noStyle shouldUpdate>
            {({ getFieldValue }) => getFieldValue('ending') === 'misconduct' && <Fault />}
          </Form.Item>
          <Reason />
        </>
      )
    case 'reprimand':
      return (
        <>
          <Fault />
          <Reason />
        </>
      )
    case 'suspend':
      return <Reason />
  }
}

function Fault() {
  const { words, language } = useLanguage()
  return (
    <Form.Item name="fault" label={words.mediator.fault} rules={needed}>
      <Radio.Group className="mediator-choices" options={optionsOf(mediatorFaults, language)} />
    </Form.Item>
  )
}

function Reason() {
  const { words } = useLanguage()
  return (
    <Form.Item name="reason" label={words.field.label.reason} rules={needed}>
      <Input.TextArea rows={3} maxLength={2000} />
    </Form.Item>
  )
}

function Term() {
  const { words } = useLanguage()
  return (
    <div className="mediator-pair">
      <Form.Item name="from" label={words.mediator.from} rules={needed}>
        <DayField />
      </Form.Item>
      <Form.Item name="until" label={words.mediator.until} extra={words.mediator.untilSays}>
        <DayField mayBePast={false} />
      </Form.Item>
    </div>
  )
}

function Details() {
  const { words, language } = useLanguage()
  const places = usePlaces()
  const { data: colleagues = [] } = useColleagues()
  return (
    <>
      <Form.Item name="name" label={words.mediator.name} rules={needed}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="kind" label={words.mediator.kind} rules={needed}>
        <Radio.Group className="mediator-choices" options={optionsOf(mediatorKinds, language)} />
      </Form.Item>
      <Form.Item noStyle shouldUpdate>
        {({ getFieldValue }) => <OfCommittee kind={getFieldValue('kind')} />}
      </Form.Item>
      <Form.Item name="skills" label={words.mediator.skills}>
        <Select mode="multiple" optionFilterProp="label" options={optionsOf(categoryTree, language)} />
      </Form.Item>
      <Form.Item name="languages" label={words.mediator.languages}>
        <Select mode="multiple" optionFilterProp="label" options={optionsOf(mediatorLanguages, language)} />
      </Form.Item>
      <Form.Item name="places" label={words.mediator.places} rules={needed}>
        <Select
          mode="multiple"
          optionFilterProp="label"
          options={places.map((place) => ({ value: place.code, label: place[language] }))}
        />
      </Form.Item>
      <Term />
      <Form.Item name="contact" label={words.mediator.contact} rules={needed}>
        <Input maxLength={300} />
      </Form.Item>
      <Form.Item name="organ" label={words.mediator.organ} extra={words.mediator.organSays}>
        <OrganPicker />
      </Form.Item>
      <Form.Item name="account" label={words.mediator.account}>
        <Select
          allowClear
          showSearch
          optionFilterProp="label"
          options={colleagues.map(({ account, name }) => ({ value: account, label: name }))}
        />
      </Form.Item>
    </>
  )
}

/** Members and those whom a committee engaged belong to one. */
function OfCommittee({ kind }: { readonly kind: string }) {
  const { words, language } = useLanguage()
  const list = useCommittees(undefined)
  const committees = list.data?.pages.flatMap(({ items }) => items).filter(({ state }) => state === 'founded') ?? []
  if (kind !== 'member' && kind !== 'engaged') return null
  return (
    <>
      <Form.Item name="committee" label={words.mediator.committee} rules={needed}>
        <Select
          showSearch
          optionFilterProp="label"
          loading={list.isFetching}
          options={committees.map(({ committee, name }) => ({ value: committee, label: name }))}
        />
      </Form.Item>
      {kind === 'member' && (
        <Form.Item name="role" label={words.mediator.role} rules={needed}>
          <Radio.Group options={optionsOf(memberRoles, language)} />
        </Form.Item>
      )}
    </>
  )
}
