/** Opens an order: on a matter in which something was found, on a petition in which nothing was, or over a topic (专项). */
import { Checkbox, Form } from 'antd'
import { useMemo } from 'react'
import { useNavigate } from 'react-router'
import { DayField } from '../layout/DayField.tsx'
import { useLanguage } from '../locales/language.tsx'
import { PlacePicker } from '../organs/PlacePicker.tsx'
import { CategoryPicker } from '../registration/CategoryPicker.tsx'
import { ActFrame, type Typed } from './ActFrame.tsx'
import { AddresseesRow } from './AddresseesRow.tsx'
import { CriteriaRow, linesOf } from './CriteriaRow.tsx'
import { DueRow, ProseRow } from './fields.tsx'
import { type KindChoice, KindRow } from './KindRow.tsx'
import { type MatterView, useBegin, useKinds, useSupervisionAct } from './supervision.ts'
import { useSupervisionWords } from './words.ts'

export type OpensOn =
  | { readonly is: 'matter'; readonly matter: MatterView; readonly title: string }
  | { readonly is: 'petition'; readonly number: string; readonly holder: string }
  | { readonly is: 'topic' }

interface OpenOrderProps {
  readonly on: OpensOn
  readonly onClose: () => void
}

export function OpenOrder({ on, onClose }: OpenOrderProps) {
  const { say } = useSupervisionWords()
  const navigate = useNavigate()
  const act = useSupervisionAct()
  const begin = useBegin()
  const kinds = useKindsOn(on)
  const start = useMemo(() => startOf(on, kinds), [on, kinds])
  const doing = on.is === 'matter' ? act : begin
  const send = async (typed: Typed) => {
    const body = bodyOf(typed)
    if (on.is === 'matter') {
      return act.mutateAsync({
        ...{ matter: on.matter.matter, segment: 'orders', version: on.matter.version },
        body: { ...body, findings: typed.findings ?? [] },
      })
    }
    const { matter } = await begin.mutateAsync({ ...body, subject: subjectOf(on, typed) })
    navigate(`/supervision/${matter}`)
  }
  return (
    <ActFrame
      title={on.is === 'topic' ? say.begin.topic : on.is === 'petition' ? say.begin.act : on.title}
      follows={on.is === 'topic' ? say.follows.special : on.is === 'petition' ? say.follows.begin : say.follows.open}
      draft={draftOf(on)}
      start={start}
      isPending={doing.isPending}
      error={doing.error}
      onSend={send}
      onAgain={doing.reset}
      onClose={onClose}
    >
      <KindRow label={say.field.kind} kinds={kinds} />
      {on.is === 'topic' && <TopicRows />}
      {on.is === 'matter' && <FindingsRow matter={on.matter} />}
      <AddresseesRow kinds={kinds} />
      <DueRow name="due" label={say.field.due} />
      <ProseRow name="instruction" label={say.field.instruction} max={20_000} rows={6} />
      <CriteriaRow kinds={kinds} />
    </ActFrame>
  )
}

const draftOf = (on: OpensOn): readonly [string, string] =>
  on.is === 'matter' ? [on.matter.matter, 'open'] : on.is === 'petition' ? [on.number, 'supervise'] : ['topic', 'open']

function useKindsOn(on: OpensOn): readonly KindChoice[] {
  const asked = useKinds(on.is === 'matter' ? null : on.is)
  return on.is === 'matter' ? on.matter.kinds : (asked.data?.items ?? noKinds)
}
const noKinds: readonly KindChoice[] = []

/** What was confirmed is chosen, and the organ whose failing it is; what can only be one is that one. */
function startOf(on: OpensOn, kinds: readonly KindChoice[]): Typed {
  const allowed = kinds.filter((one) => one.allowed)
  const kind = allowed.length === 1 ? { kind: allowed[0]?.kind } : {}
  if (on.is === 'topic') return { ...kind, addressees: [{}] }
  if (on.is === 'petition') return { ...kind, addressees: [{ organ: on.holder }] }
  const confirmed = on.matter.findings.filter(({ state }) => state === 'confirmed')
  const organs = [...new Set(confirmed.map(({ organ }) => organ.id))]
  return {
    ...kind,
    findings: confirmed.map(({ ref }) => ref),
    addressees: organs.length > 0 ? organs.map((organ) => ({ organ })) : [{}],
  }
}

interface Addressed {
  readonly organ?: string | null
  readonly leader?: string | null
}

function bodyOf({ kind, addressees, due, instruction, criteria }: Typed): Typed {
  const given = (addressees as readonly (Addressed | undefined)[] | undefined) ?? []
  return {
    ...{ kind, due, instruction },
    addressees: given.flatMap((one) => (one?.organ ? [{ organ: one.organ, leader: one.leader ?? null }] : [])),
    criteria: linesOf(criteria),
  }
}

const subjectOf = (on: OpensOn, { category, place, from, until }: Typed): Typed =>
  on.is === 'petition'
    ? { kind: 'petition', number: on.number }
    : { kind: 'topic', category: category ?? null, place: place ?? null, from, until }

function TopicRows() {
  const { words } = useLanguage()
  const { say } = useSupervisionWords()
  const { field } = say
  const needed = (label: string) => [{ required: true, message: words.field.needed(label) }]
  return (
    <fieldset className="field-group">
      <legend>{say.matter.subject}</legend>
      <div className="field-pair">
        <Form.Item name="category" label={field.category}>
          <CategoryPicker takesBranches />
        </Form.Item>
        <Form.Item name="place" label={field.topicPlace}>
          <PlacePicker />
        </Form.Item>
        <Form.Item name="from" label={field.from} rules={needed(field.from)}>
          <DayField mayBeFuture={false} />
        </Form.Item>
        <Form.Item name="until" label={field.until} rules={needed(field.until)}>
          <DayField />
        </Form.Item>
      </div>
    </fieldset>
  )
}

function FindingsRow({ matter: { findings } }: { readonly matter: MatterView }) {
  const { pick } = useLanguage()
  const { say, said } = useSupervisionWords()
  const confirmed = findings.filter(({ state }) => state === 'confirmed')
  if (confirmed.length === 0) return null
  return (
    <Form.Item name="findings" label={say.field.findings}>
      <Checkbox.Group
        className="choice-lines"
        options={confirmed.map(({ ref, rule, organ }) => ({
          value: ref,
          label: `${said('findingRule', rule)} · ${pick(organ)}`,
        }))}
      />
    </Form.Item>
  )
}
