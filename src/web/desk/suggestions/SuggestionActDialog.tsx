import { Form, Input, Select } from 'antd'
import { ActModal } from '../layout/ActModal.tsx'
import { Area } from '../layout/Area.tsx'
import { DayField } from '../layout/DayField.tsx'
import { useLanguage } from '../locales/language.tsx'
import { OrganPicker } from '../organs/OrganPicker.tsx'
import { type SuggestionView, useSuggestionAct } from './suggestions.ts'

type Action = SuggestionView['actions'][number]

interface Typed {
  readonly organ?: string
  readonly what?: string
  readonly due?: string
  readonly kind?: string
  readonly why?: string
  readonly reason?: string
  readonly title?: string
  readonly text?: string
}

interface SuggestionActDialogProps {
  readonly action: Action
  readonly of: SuggestionView
  readonly onClose: () => void
}

export function SuggestionActDialog({ action: { action, ref, zh, en }, of, onClose }: SuggestionActDialogProps) {
  const { words, pick } = useLanguage()
  return (
    <ActModal<Typed, Parameters<ReturnType<typeof useSuggestionAct>['mutate']>[0]>
      title={pick({ zh, en })}
      follows={words.suggestion.act[action]}
      doing={useSuggestionAct(of.suggestion)}
      sent={(typed) => ({ action, body: { ...typed, ...named(action, ref) }, version: of.version })}
      onClose={onClose}
    >
      <Fields action={action} of={of} />
    </ActModal>
  )
}

/** Which reward or change is meant. */
const named = (action: Action['action'], ref: string | null) =>
  ref === null ? {} : action.endsWith('reward') ? { reward: ref } : { change: ref }

function Fields({ action, of }: { readonly action: Action['action']; readonly of: SuggestionView }) {
  switch (action) {
    case 'assign-study':
    case 'carry-out':
      return <Asking />
    case 'propose-reward':
      return <Reward kinds={of.rewardKinds} />
    case 'draft-change':
      return <Change />
    case 'refuse-reward':
    case 'take-back-change':
      return <Long name="reason" rows={4} max={4000} />
    case 'approve-reward':
    case 'give-reward':
    case 'publish-change':
      return null
  }
}

const useNeeded = () => {
  const { words } = useLanguage()
  return (what: string) => [{ required: true, whitespace: true, message: words.field.needed(what) }]
}

interface LongProps {
  readonly name: 'what' | 'reward' | 'why' | 'reason' | 'text'
  readonly rows: number
  readonly max: number
}

/** `reward` is sent as what is given: the wire calls both by one name. */
function Long({ name, rows, max }: LongProps) {
  const { words } = useLanguage()
  const needed = useNeeded()
  const label = words.suggestion.field[name]
  return (
    <Form.Item name={name === 'reward' ? 'what' : name} label={label} rules={needed(label)}>
      <Area rows={rows} maxLength={max} />
    </Form.Item>
  )
}

function Asking() {
  const { words } = useLanguage()
  const needed = useNeeded()
  const say = words.suggestion.field
  return (
    <>
      <Form.Item name="organ" label={say.organ} rules={needed(say.organ)}>
        <OrganPicker />
      </Form.Item>
      <Long name="what" rows={4} max={4000} />
      <Form.Item name="due" label={say.due} rules={needed(say.due)}>
        <DayField ahead={[7, 15, 30]} mayBePast={false} />
      </Form.Item>
    </>
  )
}

function Reward({ kinds }: { readonly kinds: SuggestionView['rewardKinds'] }) {
  const { words, pick } = useLanguage()
  const needed = useNeeded()
  const label = words.suggestion.field.kind
  const options = kinds.map(({ kind, ...name }) => ({ value: kind, label: pick(name) }))
  return (
    <>
      <Form.Item name="kind" label={label} rules={needed(label)}>
        <Select options={options} />
      </Form.Item>
      <Long name="reward" rows={2} max={4000} />
      <Long name="why" rows={3} max={4000} />
    </>
  )
}

function Change() {
  const { words } = useLanguage()
  const needed = useNeeded()
  const label = words.suggestion.field.title
  return (
    <>
      <Form.Item name="title" label={label} rules={needed(label)}>
        <Input maxLength={200} />
      </Form.Item>
      <Long name="text" rows={8} max={10_000} />
    </>
  )
}
