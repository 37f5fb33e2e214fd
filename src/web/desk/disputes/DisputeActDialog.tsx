import { Checkbox, Form, Input, InputNumber, Radio, Select } from 'antd'
import { Link } from 'react-router'
import { parseNumber } from '../../../kernel/petition-number.ts'
import { disputeTerms } from '../../../wording/dispute-terms.ts'
import { todayInBeijing } from '../../shared/days.ts'
import { ActModal } from '../layout/ActModal.tsx'
import { Area } from '../layout/Area.tsx'
import { DayField } from '../layout/DayField.tsx'
import { useLanguage } from '../locales/language.tsx'
import { MaterialsField } from '../petition/part-fields.tsx'
import {
  type DisputeAct,
  type DisputeActionView,
  type DisputeView,
  useDisputeAct,
  useDisputeCounts,
  usePrepared,
} from './disputes.ts'

interface Word {
  readonly speaks?: boolean
  readonly by?: 'signed' | 'key'
  readonly witness?: string
  readonly key?: string
}

interface Typed {
  readonly text?: string
  readonly at?: string
  readonly kind?: string
  readonly materials?: readonly object[]
  readonly grade?: string
  readonly people?: number
  readonly danger?: string
  readonly spread?: string
  readonly since?: string | null
  readonly organ?: string
  readonly account?: string
  readonly day?: string | null
  readonly way?: string
  readonly words?: readonly Word[]
  readonly holds?: boolean
  readonly petition?: string
  readonly to?: string
}

interface DisputeActDialogProps {
  readonly action: DisputeActionView
  readonly dispute: DisputeView
  onClose(): void
}

export function DisputeActDialog({ action, dispute, onClose }: DisputeActDialogProps) {
  const { words, pick } = useLanguage()
  const follows: Readonly<Record<string, string>> = words.dispute.follows
  return (
    <ActModal<Typed, DisputeAct>
      title={pick(action)}
      follows={follows[action.action] ?? ''}
      doing={useDisputeAct(dispute.dispute)}
      start={startOf(dispute)}
      width={600}
      sent={(typed) => ({ action: action.action, body: bodyOf(action.action, typed) })}
      onClose={onClose}
    >
      <Fields action={action} dispute={dispute} />
    </ActModal>
  )
}

const startOf = ({ grading, people, responsible, parties, handUpTo }: DisputeView): Partial<Typed> => ({
  ...{ at: todayInBeijing(), kind: 'measure', way: 'byTalk', holds: true, people },
  ...{ danger: grading?.danger ?? 'none', spread: grading?.spread ?? 'village', since: grading?.since ?? null },
  ...(grading ? { grade: grading.grade.grade } : {}),
  ...{ organ: handUpTo[0]?.id ?? responsible.organ.id },
  words: parties.map(({ asks }) => ({ speaks: asks, by: 'signed' })),
})

const wordsOf = (words: readonly Word[] = []): object[] =>
  words.flatMap(({ speaks, by = 'signed', witness, key }, at) => {
    if (!speaks) return []
    return [{ party: at + 1, by, ...(by === 'signed' ? { witness: witness ?? null } : { key: key ?? null }) }]
  })

function bodyOf(action: DisputeActionView['action'], typed: Typed): object {
  const { text, at, materials = [], organ, account = null, day = null } = typed
  const maybe = text?.trim() || null
  switch (action) {
    case 'grade': {
      const { grade, danger, spread, since = null, people } = typed
      return { grading: { grade, danger, spread, since, reasons: text }, people }
    }
    case 'assign':
      return { responsible: { organ, account }, due: day, note: maybe }
    case 'take-up':
      return { account }
    case 'return':
    case 'not-found':
    case 'reject-not-found':
      return { reason: text }
    case 'progress':
      return { at, kind: typed.kind, text, materials }
    case 'hand-up':
      return { at, to: organ, tried: text }
    case 'settle':
      return { at, way: typed.way, terms: text, words: wordsOf(typed.words), materials }
    case 'follow-up':
      return { at, holds: typed.holds, text }
    case 'extend':
      return { until: day, reason: text }
    case 'petition':
      return { petition: parseNumber(typed.petition ?? '') ?? typed.petition }
    case 'direct':
      return { to: typed.to, told: text }
    case 'close':
      return { note: maybe }
    default:
      return {}
  }
}

function Fields({ action: { action }, dispute }: Pick<DisputeActDialogProps, 'action' | 'dispute'>) {
  const { words, pick } = useLanguage()
  const say = words.dispute.act
  const needed = (label: string) => [{ required: true, message: words.field.needed(label) }]
  const area = (label: string, rows = 4, max = 4000) => (
    <Form.Item name="text" label={label} rules={[{ ...needed(label)[0], whitespace: true }]}>
      <Area rows={rows} maxLength={max} />
    </Form.Item>
  )
  const at = (
    <Form.Item name="at" label={say.at} rules={needed(say.at)}>
      <DayField mayBeFuture={false} />
    </Form.Item>
  )
  const choices = (terms: Readonly<Record<string, { readonly zh: string; readonly en: string }>>) =>
    Object.entries(terms).map(([value, term]) => ({ value, label: pick(term) }))
  const colleague = (
    <Form.Item name="account" label={say.account}>
      <Select allowClear options={dispute.colleagues.map(({ account, name }) => ({ value: account, label: name }))} />
    </Form.Item>
  )
  const organs = (label: string, from: DisputeView['handUpTo']) => (
    <Form.Item name="organ" label={label} rules={needed(label)}>
      <Select options={from.map((organ) => ({ value: organ.id, label: pick(organ) }))} />
    </Form.Item>
  )
  switch (action) {
    case 'grade':
      return (
        <>
          <Grading dispute={dispute} />
          {area(say.reasons)}
        </>
      )
    case 'assign':
      return (
        <>
          {organs(words.dispute.responsible, dispute.assignTo)}
          {colleague}
          <Form.Item name="day" label={say.due}>
            <DayField ahead={[3, 7, 14]} mayBePast={false} />
          </Form.Item>
          <Form.Item name="text" label={say.note}>
            <Area rows={3} maxLength={4000} />
          </Form.Item>
        </>
      )
    case 'take-up':
      return colleague
    case 'return':
      return area(say.again)
    case 'not-found':
    case 'reject-not-found':
      return area(say.reason)
    case 'progress':
      return (
        <>
          {at}
          <Form.Item name="kind" label={say.kind}>
            <Radio.Group options={choices(disputeTerms.disputeProgress)} />
          </Form.Item>
          {area(say.what, 5, 20_000)}
          <MaterialsField name="materials" />
        </>
      )
    case 'hand-up':
      return (
        <>
          {at}
          {organs(say.to, dispute.handUpTo)}
          {area(say.tried, 5, 20_000)}
        </>
      )
    case 'settle':
      return (
        <>
          {at}
          <Form.Item name="way" label={say.way}>
            <Radio.Group options={choices(disputeTerms.disputeWay)} />
          </Form.Item>
          {area(say.terms, 5, 20_000)}
          <Words dispute={dispute} />
          <MaterialsField name="materials" />
        </>
      )
    case 'follow-up':
      return (
        <>
          {at}
          <Form.Item name="holds" label={say.holds}>
            <Radio.Group
              options={[
                { value: true, label: words.dispute.page.holds },
                { value: false, label: words.dispute.page.again },
              ]}
            />
          </Form.Item>
          {area(say.seen, 4, 20_000)}
        </>
      )
    case 'extend':
      return (
        <>
          <Form.Item name="day" label={say.until} rules={needed(say.until)}>
            <DayField ahead={[7, 14, 30]} mayBePast={false} />
          </Form.Item>
          {area(say.reason)}
        </>
      )
    case 'petition':
      return (
        <Form.Item
          name="petition"
          label={say.number}
          rules={needed(say.number)}
          extra={<Link to="/new">{say.register}</Link>}
        >
          <Input maxLength={64} inputMode="numeric" />
        </Form.Item>
      )
    case 'direct':
      return (
        <>
          <Form.Item name="to" label={say.route} rules={needed(say.route)}>
            <Select options={choices(disputeTerms.disputeDirection)} />
          </Form.Item>
          {area(say.told, 5, 20_000)}
        </>
      )
    case 'close':
      return (
        <Form.Item name="text" label={say.note}>
          <Area rows={3} maxLength={4000} />
        </Form.Item>
      )
    default:
      return null
  }
}

/** What the dispute is, and the grade that follows from it; another can be given, with reasons. */
function Grading({ dispute }: { readonly dispute: DisputeView }) {
  const { words, pick } = useLanguage()
  const say = words.dispute
  const form = Form.useFormInstance<Typed>()
  const { people, danger, spread, since } = Form.useWatch([], form) ?? ({} as Typed)
  const { data: counted } = useDisputeCounts(true)
  const { data: prepared } = usePrepared({
    ...{ region: dispute.region, category: dispute.category, people: people ?? dispute.people },
    ...{ danger, spread, since: since ?? undefined },
  })
  const suggested = counted?.grades.find(({ grade }) => grade === prepared?.grade)
  const options = (terms: Readonly<Record<string, { readonly zh: string; readonly en: string }>>) =>
    Object.entries(terms).map(([value, term]) => ({ value, label: pick(term) }))
  return (
    <>
      <Form.Item name="people" label={say.people}>
        <InputNumber min={1} max={1_000_000} precision={0} />
      </Form.Item>
      <Form.Item name="danger" label={say.danger}>
        <Select options={options(disputeTerms.disputeDanger)} />
      </Form.Item>
      <Form.Item name="spread" label={say.spread}>
        <Select options={options(disputeTerms.disputeSpread)} />
      </Form.Item>
      <Form.Item name="since" label={say.since}>
        <DayField mayBeFuture={false} />
      </Form.Item>
      <Form.Item
        name="grade"
        label={say.grade}
        rules={[{ required: true, message: words.field.needed(say.grade) }]}
        extra={suggested ? say.form.follows(pick(suggested)) : undefined}
      >
        <Select options={(counted?.grades ?? []).map((each) => ({ value: each.grade, label: pick(each) }))} />
      </Form.Item>
    </>
  )
}

/** Each side that asks says itself that it is settled: signed with a witness, or by its key. */
function Words({ dispute }: { readonly dispute: DisputeView }) {
  const { words } = useLanguage()
  const say = words.dispute.act
  const form = Form.useFormInstance<Typed>()
  const typed = Form.useWatch('words', form) as readonly Word[] | undefined
  return (
    <fieldset className="field-group">
      <legend>{say.words}</legend>
      <p className="faint">{say.wordsSays}</p>
      {dispute.parties.map(({ name, asks }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the sides never change places
        <div key={at}>
          <Form.Item name={['words', at, 'speaks']} valuePropName="checked">
            <Checkbox>
              {name} {asks && <span className="soft">{words.dispute.asks}</span>}
            </Checkbox>
          </Form.Item>
          {typed?.[at]?.speaks && (
            <>
              <Form.Item name={['words', at, 'by']}>
                <Radio.Group options={(['signed', 'key'] as const).map((value) => ({ value, label: say.by[value] }))} />
              </Form.Item>
              {typed[at]?.by === 'key' ? (
                <Form.Item
                  name={['words', at, 'key']}
                  label={say.key}
                  rules={[{ required: true, message: words.field.needed(say.key) }]}
                >
                  <Input maxLength={100} autoComplete="off" inputMode="numeric" />
                </Form.Item>
              ) : (
                <Form.Item
                  name={['words', at, 'witness']}
                  label={say.witness}
                  rules={[{ required: true, whitespace: true, message: words.field.needed(say.witness) }]}
                >
                  <Input maxLength={200} autoComplete="off" />
                </Form.Item>
              )}
            </>
          )}
        </div>
      ))}
    </fieldset>
  )
}
