/** Dialogues of the roster and of an invitation. */
import { Checkbox, Form, Input, Radio, Select } from 'antd'
import { useEffect } from 'react'
import { addDays } from '../../../kernel/day.ts'
import { helperKinds, helperSkills } from '../../../law/codes/helper-kinds.ts'
import { helperTermOf } from '../../../wording/helper-terms.ts'
import { todayInBeijing } from '../../shared/days.ts'
import { ActModal } from '../layout/ActModal.tsx'
import { DayField } from '../layout/DayField.tsx'
import { useLanguage } from '../locales/language.tsx'
import { usePlaces } from '../organs/directory.ts'
import { OrganPicker } from '../organs/OrganPicker.tsx'
import type { PetitionView } from '../petition/petition.ts'
import { type EngagementView, type HelperView, type Sent, useHelpers, useHelping } from './helpers.ts'
import { nameOfKind } from './names.ts'

interface HelperDialogProps {
  /** Null to enter a new one. */
  readonly helper: HelperView | null
  readonly reasonFor?: 'suspend' | 'end'
  onClose(): void
}

const commandOf = { suspend: 'SuspendHelper', end: 'EndHelper' } as const

export function HelperDialog({ helper, reasonFor, onClose }: HelperDialogProps) {
  const { words, language } = useLanguage()
  const doing = useHelping()
  const [title, path] =
    helper === null
      ? ['EnterHelper', '/api/helpers']
      : reasonFor
        ? [commandOf[reasonFor], `/api/helpers/${helper.helper}/${reasonFor}`]
        : ['ReviseHelper', `/api/helpers/${helper.helper}/revise`]
  const start = helper
    ? { ...helper, contact: helper.contact ?? '', organ: helper.organ?.id ?? null }
    : { agreedOn: todayInBeijing(), skills: [], places: [] }
  return (
    <ActModal<object, Sent>
      title={helperTermOf('helperCommand', title)[language]}
      follows={reasonFor ? words.helper.follows[reasonFor === 'end' ? 'off' : 'suspend'] : words.helper.follows.enter}
      doing={doing}
      start={reasonFor ? {} : start}
      width={640}
      sent={(typed) => ({ path, body: typed })}
      onClose={onClose}
    >
      {reasonFor ? (
        <Form.Item name="reason" label={words.field.label.reason} rules={[{ required: true }]}>
          <Input.TextArea rows={3} maxLength={2000} />
        </Form.Item>
      ) : (
        <Details isNew={helper === null} />
      )}
    </ActModal>
  )
}

function Details({ isNew }: { readonly isNew: boolean }) {
  const { words, language } = useLanguage()
  const places = usePlaces()
  const named = (table: readonly { id: string; zh: string; en: string }[]) =>
    table.map(({ id, ...each }) => ({ value: id, label: each[language] }))
  const needed = [{ required: true }]
  return (
    <>
      <Form.Item name="name" label={words.helper.name} rules={needed}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="kind" label={words.helper.kind} rules={needed}>
        <Select options={named(helperKinds)} />
      </Form.Item>
      <Form.Item name="contact" label={words.helper.contact} rules={needed}>
        <Input maxLength={300} />
      </Form.Item>
      <Form.Item name="skills" label={words.helper.skill}>
        <Select mode="multiple" options={named(helperSkills)} />
      </Form.Item>
      <Form.Item name="places" label={words.helper.places} rules={needed}>
        <Select
          mode="multiple"
          showSearch
          optionFilterProp="label"
          options={places.map((place) => ({ value: place.code, label: place[language] }))}
        />
      </Form.Item>
      <Form.Item name="organ" label={words.helper.organ}>
        <OrganPicker />
      </Form.Item>
      <Form.Item name="until" label={words.helper.term}>
        <DayField mayBePast={false} />
      </Form.Item>
      {isNew && (
        <Form.Item name="agreedOn" label={words.helper.agreedOn} rules={needed}>
          <DayField mayBeFuture={false} />
        </Form.Item>
      )}
    </>
  )
}

/** From the page of a petition: whom, what for, and what they may see. */
export function InviteDialog({ petition, onClose }: { readonly petition: PetitionView; onClose(): void }) {
  const { words, language } = useLanguage()
  const doing = useHelping()
  const needed = [{ required: true }]
  return (
    <ActModal<object, Sent>
      title={helperTermOf('engagementCommand', 'InviteHelper')[language]}
      follows={words.helper.follows.invite}
      doing={doing}
      start={{ mode: 'case', claims: [], until: addDays(todayInBeijing(), 60) }}
      width={640}
      sent={(typed) => ({ path: `/api/petitions/${petition.number}/engagements`, body: typed })}
      onClose={onClose}
    >
      <WhomField />
      <Form.Item name="what" label={words.helper.what} rules={needed}>
        <Input.TextArea rows={2} maxLength={4000} />
      </Form.Item>
      <Form.Item name="mode" label={words.helper.mode} rules={needed}>
        <Radio.Group
          options={(['case', 'anonymous'] as const).map((value) => ({
            value,
            label: helperTermOf('engagementMode', value)[language],
          }))}
        />
      </Form.Item>
      <Form.Item name="summary" label={words.helper.summary} extra={words.helper.summarySays} rules={needed}>
        <Input.TextArea rows={4} maxLength={4000} />
      </Form.Item>
      <Form.Item noStyle shouldUpdate>
        {({ getFieldValue }) =>
          getFieldValue('mode') === 'case' && (
            <Form.Item name="claims" label={words.helper.claims} extra={words.helper.claimsSay}>
              <Checkbox.Group
                className="helper-claims"
                options={petition.claims.map(({ ref, text }, at) => ({ value: ref, label: `${at + 1} · ${text}` }))}
              />
            </Form.Item>
          )
        }
      </Form.Item>
      <Form.Item name="until" label={words.helper.term} rules={needed}>
        <DayField ahead={[30, 60, 90]} mayBePast={false} />
      </Form.Item>
    </ActModal>
  )
}

/** Whoever can be invited today. */
export function WhomField() {
  const { words, language } = useLanguage()
  const helpers = useHelpers({ state: 'active' })
  const { hasNextPage, isFetching, isError, fetchNextPage } = helpers
  // names lie sealed, so that nobody but this page can search them: it needs them all
  useEffect(() => {
    if (hasNextPage && !isFetching && !isError) void fetchNextPage()
  }, [hasNextPage, isFetching, isError, fetchNextPage])
  const free = helpers.data?.pages.flatMap(({ items }) => items).filter(({ isAvailable }) => isAvailable) ?? []
  return (
    <Form.Item name="helper" label={words.helper.whom} rules={[{ required: true }]}>
      <Select
        showSearch
        optionFilterProp="label"
        loading={helpers.isFetching}
        options={free.map(({ helper, name, kind }) => ({
          value: helper,
          label: `${name} · ${nameOfKind(kind, language)}`,
        }))}
      />
    </Form.Item>
  )
}

export type EngagementAct = 'record-consent' | 'record-help' | 'end'
const titles = { 'record-consent': 'AnswerConsent', 'record-help': 'RecordHelp', end: 'EndEngagement' } as const

export function EngagementDialog(props: {
  readonly engagement: EngagementView
  readonly act: EngagementAct
  onClose(): void
}) {
  const { engagement, act, onClose } = props
  const { words, language } = useLanguage()
  const doing = useHelping()
  const start = {
    'record-consent': { person: engagement.people[0], consents: true },
    'record-help': { way: 'came', day: todayInBeijing(), said: null },
    end: { reason: null },
  }[act]
  return (
    <ActModal<object, Sent>
      title={helperTermOf('engagementCommand', titles[act])[language]}
      follows={words.helper.follows[act]}
      doing={doing}
      start={start}
      sent={(typed) => ({ path: `/api/engagements/${engagement.engagement}/${act}`, body: typed })}
      onClose={onClose}
    >
      {act === 'record-consent' && <ConsentFields people={engagement.people} />}
      {act === 'record-help' && <HelpFields />}
      {act === 'end' && (
        <Form.Item name="reason" label={words.field.label.reason}>
          <Input.TextArea rows={3} maxLength={4000} />
        </Form.Item>
      )}
    </ActModal>
  )
}

function ConsentFields({ people }: { readonly people: readonly string[] }) {
  const { words } = useLanguage()
  return (
    <>
      <Form.Item name="person" label={words.field.label.person} rules={[{ required: true }]}>
        <Select options={people.map((person, at) => ({ value: person, label: words.petition.nth(at + 1) }))} />
      </Form.Item>
      <Form.Item name="consents" label={words.helper.consents}>
        <Radio.Group
          options={[
            { value: true, label: words.yes },
            { value: false, label: words.no },
          ]}
        />
      </Form.Item>
      <Form.Item name="signed" label={words.helper.signed} rules={[{ required: true }]}>
        <Input.TextArea rows={2} maxLength={4000} />
      </Form.Item>
    </>
  )
}

function HelpFields() {
  const { words, language } = useLanguage()
  return (
    <>
      <Form.Item name="way" label={words.helper.way} rules={[{ required: true }]}>
        <Radio.Group
          options={(['came', 'advised', 'accompanied', 'visited'] as const).map((value) => ({
            value,
            label: helperTermOf('helpingWay', value)[language],
          }))}
        />
      </Form.Item>
      <Form.Item name="day" label={words.helper.day} rules={[{ required: true }]}>
        <DayField mayBeFuture={false} />
      </Form.Item>
      <Form.Item name="said" label={words.helper.said}>
        <Input.TextArea rows={4} maxLength={4000} />
      </Form.Item>
    </>
  )
}
