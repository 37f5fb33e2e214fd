import { Form, Radio, Select } from 'antd'
import { reliefTerms } from '../../../wording/relief-terms.ts'
import { ActModal } from '../layout/ActModal.tsx'
import { Area } from '../layout/Area.tsx'
import { DayField } from '../layout/DayField.tsx'
import { useLanguage } from '../locales/language.tsx'
import { OrganPicker } from '../organs/OrganPicker.tsx'
import { MaterialsField } from '../petition/part-fields.tsx'
import type { PetitionView } from '../petition/petition.ts'
import { type ReliefAct, type ReliefActionView, type ReliefView, useReliefAct, useTelling } from './relief.ts'
import { useReliefWords } from './words.ts'

type ActionName = ReliefActionView['action']
type Typed = Readonly<Record<string, unknown>> & {
  readonly materials?: readonly { file: string; name: string; mediaType: string; bytes: number }[]
}

function useNeeded() {
  const { words } = useLanguage()
  return (label: string) => [{ required: true, message: words.field.needed(label) }]
}

function useOptions(group: keyof typeof reliefTerms) {
  const { pick } = useLanguage()
  return Object.entries(reliefTerms[group]).map(([value, term]) => ({ value, label: pick(term) }))
}

interface TellDialogProps {
  readonly petition: PetitionView
  readonly onClose: () => void
}

/** Tells one petitioner of one kind of relief. */
export function TellDialog({ petition, onClose }: TellDialogProps) {
  const say = useReliefWords()
  const needed = useNeeded()
  return (
    <ActModal<Typed, object>
      title={say.begin}
      follows={
        <>
          {say.follows.tell} {say.never}
        </>
      }
      doing={useTelling()}
      start={{ kind: 'social', telling: 'byWord', person: petition.people[0]?.ref }}
      sent={(typed) => ({ petition: petition.number, ...typed })}
      onClose={onClose}
    >
      <Form.Item name="person" label={say.tell.person} rules={needed(say.tell.person)}>
        <Select options={petition.people.map(({ ref, name }) => ({ value: ref, label: name ?? ref }))} />
      </Form.Item>
      <Form.Item name="kind" label={say.tell.kind} rules={needed(say.tell.kind)}>
        <Radio.Group options={useOptions('reliefKind')} />
      </Form.Item>
      <Form.Item name="telling" label={say.tell.telling} rules={needed(say.tell.telling)}>
        <Radio.Group options={useOptions('reliefTelling')} />
      </Form.Item>
      <Words name="explanation" label={say.tell.text} />
    </ActModal>
  )
}

interface ReliefActDialogProps {
  readonly action: ReliefActionView
  readonly relief: ReliefView
  readonly onClose: () => void
}

export function ReliefActDialog({ action, relief, onClose }: ReliefActDialogProps) {
  const say = useReliefWords()
  const { pick } = useLanguage()
  const name = action.action
  const start: Typed = name === 'outcome' ? { source: 'ownWord' } : {}
  return (
    <ActModal<Typed, ReliefAct>
      title={pick(action)}
      follows={say.follows[name]}
      doing={useReliefAct(relief.relief)}
      start={start}
      sent={(typed) => ({ action: name, body: bodyOf(name, typed), version: relief.version })}
      onClose={onClose}
    >
      <Fields action={name} />
    </ActModal>
  )
}

function bodyOf(action: ActionName, { materials = [], note, ...typed }: Typed): object {
  if (action !== 'answer') return typed
  const record = materials.map(({ file, name, mediaType, bytes }) => ({ file, name, mediaType, bytes }))
  return { ...typed, note: (note as string | undefined)?.trim() || null, materials: record }
}

function Words({ name, label }: { readonly name: string; readonly label: string }) {
  const { words } = useLanguage()
  const rules = [{ required: true, whitespace: true, message: words.field.needed(label) }]
  return (
    <Form.Item name={name} label={label} rules={rules}>
      <Area rows={5} maxLength={4000} />
    </Form.Item>
  )
}

function OnDay({ name, label, isAhead = false }: { readonly name: string; label: string; isAhead?: boolean }) {
  const needed = useNeeded()
  return (
    <Form.Item name={name} label={label} rules={needed(label)}>
      <DayField mayBeFuture={isAhead} mayBePast={!isAhead} />
    </Form.Item>
  )
}

function Fields({ action }: { readonly action: ActionName }) {
  switch (action) {
    case 'answer':
      return <AnswerFields />
    case 'help':
      return <HelpFields />
    case 'hand-on':
      return <HandingFields />
    case 'outcome':
      return <OutcomeFields />
  }
}

function AnswerFields() {
  const say = useReliefWords()
  const needed = useNeeded()
  const options = [
    { value: true, label: say.wish.yes },
    { value: false, label: say.wish.no },
  ]
  return (
    <>
      <Form.Item name="wishes" label={say.dialog.wishes} rules={needed(say.dialog.wishes)}>
        <Radio.Group options={options} />
      </Form.Item>
      <p className="action-follows">{say.dialog.record}</p>
      <MaterialsField name="materials" />
      <Form.Item name="note" label={say.dialog.note}>
        <Area rows={3} maxLength={2000} />
      </Form.Item>
    </>
  )
}

function HelpFields() {
  const say = useReliefWords().dialog
  return (
    <>
      <OnDay name="helpedOn" label={say.helpedOn} />
      <Words name="what" label={say.helped} />
    </>
  )
}

function HandingFields() {
  const say = useReliefWords().dialog
  const needed = useNeeded()
  return (
    <>
      <Form.Item name="organ" label={say.organ} rules={needed(say.organ)}>
        <OrganPicker />
      </Form.Item>
      <Words name="what" label={say.what} />
      <OnDay name="due" label={say.due} isAhead />
    </>
  )
}

function OutcomeFields() {
  const say = useReliefWords().dialog
  const needed = useNeeded()
  return (
    <>
      <Form.Item name="outcome" label={say.result} rules={needed(say.result)}>
        <Select options={useOptions('reliefOutcome')} />
      </Form.Item>
      <OnDay name="receivedOn" label={say.receivedOn} />
      <Words name="text" label={say.text} />
      <Form.Item name="source" label={say.source} rules={needed(say.source)}>
        <Radio.Group options={useOptions('reliefSource')} />
      </Form.Item>
    </>
  )
}
