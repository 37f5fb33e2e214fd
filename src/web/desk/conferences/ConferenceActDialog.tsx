/** The acts on an item or a meeting that ask for a few words at most. */
import { Form, Input, Radio, Select } from 'antd'
import { conferenceTerms } from '../../../wording/conference-terms.ts'
import { fullDay } from '../../shared/days.ts'
import { ActModal } from '../layout/ActModal.tsx'
import { Area } from '../layout/Area.tsx'
import { DayField } from '../layout/DayField.tsx'
import { useLanguage } from '../locales/language.tsx'
import { useSession } from '../session/session-context.ts'
import {
  type Act,
  type ItemActionView,
  type ItemView,
  type MeetingActionView,
  type MeetingView,
  useConferenceWords,
  useItemAct,
  useMeetingAct,
  useMeetings,
} from './conferences.ts'

interface Typed {
  readonly reason?: string
  readonly note?: string
  readonly title?: string
  readonly paper?: string
  readonly meeting?: string
  readonly account?: string
  readonly day?: string
  readonly place?: string
  readonly view?: string
}

const withReason: readonly string[] = [
  'send-back',
  'withdraw',
  'postpone',
  'recuse',
  'recall',
  'return-minutes',
  'cancel',
  'move',
]

interface ItemDialogProps {
  readonly action: ItemActionView
  readonly item: ItemView
  readonly onClose: () => void
}

export function ItemActDialog({ action, item, onClose }: ItemDialogProps) {
  const { pick } = useLanguage()
  const say = useConferenceWords()
  return (
    <ActModal<Typed, Act>
      title={pick(action)}
      follows={say.follows[action.action]}
      doing={useItemAct(item.item)}
      start={{ title: item.title, paper: item.paper }}
      sent={(typed) => ({ action: action.action, body: bodyOf(action.action, typed), version: item.version })}
      onClose={onClose}
    >
      {action.action === 'edit' && <PaperFields />}
      {action.action === 'place' && <MeetingField conference={item.conference.id} />}
      {action.action === 'recuse' && <WhoField item={item} />}
      {action.action === 'sign' && <SignFields />}
      <Reason action={action.action} />
    </ActModal>
  )
}

interface MeetingDialogProps {
  readonly action: MeetingActionView
  readonly meeting: MeetingView
  readonly onClose: () => void
}

export function MeetingActDialog({ action, meeting, onClose }: MeetingDialogProps) {
  const { pick } = useLanguage()
  const say = useConferenceWords()
  return (
    <ActModal<Typed, Act>
      title={pick(action)}
      follows={say.follows[action.action]}
      doing={useMeetingAct(meeting.meeting)}
      start={{ day: meeting.day, place: meeting.place ?? '' }}
      sent={(typed) => ({ action: action.action, body: bodyOf(action.action, typed), version: meeting.version })}
      onClose={onClose}
    >
      {action.action === 'move' && (
        <>
          <Needed name="day" label={say.day}>
            <DayField mayBePast={false} ahead={[1, 7]} />
          </Needed>
          <Needed name="place" label={say.place}>
            <Input maxLength={200} />
          </Needed>
        </>
      )}
      <Reason action={action.action} />
    </ActModal>
  )
}

function bodyOf(action: string, typed: Typed): object {
  const { reason, note, title, paper, meeting, account, day, place, view } = typed
  switch (action) {
    case 'edit':
      return { title, paper }
    case 'place':
      return { meeting }
    case 'recuse':
      return { account, reason }
    case 'move':
      return { day, place, reason }
    case 'sign':
      return { view, reason: reason?.trim() || null }
    case 'close':
      return { note: note?.trim() || null }
    default:
      return withReason.includes(action) ? { reason } : {}
  }
}

interface NeededProps {
  readonly name: keyof Typed
  readonly label: string
  readonly children: React.ReactNode
}

function Needed({ name, label, children }: NeededProps) {
  const say = useConferenceWords()
  return (
    <Form.Item name={name} label={label} rules={[{ required: true, whitespace: true, message: say.needed(label) }]}>
      {children}
    </Form.Item>
  )
}

function Reason({ action }: { readonly action: string }) {
  const say = useConferenceWords()
  if (action === 'close')
    return (
      <Form.Item name="note" label={say.note}>
        <Area rows={3} maxLength={2000} />
      </Form.Item>
    )
  if (!withReason.includes(action)) return null
  return (
    <Needed name="reason" label={say.reason}>
      <Area rows={4} maxLength={4000} />
    </Needed>
  )
}

function SignFields() {
  const { pick } = useLanguage()
  const say = useConferenceWords()
  return (
    <>
      <Needed name="view" label={say.signAs}>
        <Radio.Group
          options={Object.entries(conferenceTerms.signedView).map(([value, term]) => ({ value, label: pick(term) }))}
        />
      </Needed>
      <Form.Item
        name="reason"
        label={say.signReason}
        dependencies={['view']}
        rules={[
          ({ getFieldValue }) => ({
            required: ![undefined, 'agreed'].includes(getFieldValue('view')),
            whitespace: true,
            message: say.needed(say.reason),
          }),
        ]}
      >
        <Area rows={3} maxLength={4000} />
      </Form.Item>
    </>
  )
}

function PaperFields() {
  const say = useConferenceWords()
  return (
    <>
      <Needed name="title" label={say.name}>
        <Input maxLength={200} />
      </Needed>
      <Needed name="paper" label={say.paper}>
        <Area rows={8} maxLength={20_000} />
      </Needed>
    </>
  )
}

function MeetingField({ conference }: { readonly conference: string }) {
  const { language } = useLanguage()
  const say = useConferenceWords()
  const { data: meetings = [] } = useMeetings(conference)
  const coming = meetings.filter(({ stage }) => stage === 'planned' || stage === 'convened').toReversed()
  return (
    <Needed name="meeting" label={say.toMeeting}>
      <Select
        options={coming.map(({ meeting, title, day }) => ({
          value: meeting,
          label: `${fullDay(day, language)} ${title ?? ''}`,
        }))}
      />
    </Needed>
  )
}

/** Those who sit there by name; and whoever is at the desk, who may sit there for an organ. */
function WhoField({ item }: { readonly item: ItemView }) {
  const { pick } = useLanguage()
  const say = useConferenceWords()
  const { account: me, organ: own } = useSession()
  const named = item.members.flatMap(({ account, name, organ }) =>
    account === null || account === me.id ? [] : [{ value: account, label: `${name ?? ''} ${pick(organ)}` }],
  )
  return (
    <Needed name="account" label={say.who}>
      <Select options={[{ value: me.id, label: `${me.name} ${pick(own)}` }, ...named]} />
    </Needed>
  )
}
