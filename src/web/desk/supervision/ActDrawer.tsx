/** One act on a matter, on a finding or on an order: its fields, and what is sent. */
import { Checkbox, Form, Select } from 'antd'
import { useMemo } from 'react'
import { supervisionTerms } from '../../../wording/supervision-terms.ts'
import { fullDay } from '../../shared/days.ts'
import { useLanguage } from '../locales/language.tsx'
import { OrganPicker } from '../organs/OrganPicker.tsx'
import { MaterialsField } from '../petition/part-fields.tsx'
import { ActFrame, type Typed } from './ActFrame.tsx'
import { CriteriaRow, linesOf } from './CriteriaRow.tsx'
import { ChoiceRow, DueRow, LineRow, PastDayRow, ProseRow } from './fields.tsx'
import { KindRow } from './KindRow.tsx'
import type { MatterView, OrderView, SupervisionAction } from './supervision.ts'
import { useSupervisionAct } from './supervision.ts'
import { useSupervisionWords } from './words.ts'

type ActName = Exclude<SupervisionAction['action'], 'open'>

interface ActDrawerProps {
  readonly action: SupervisionAction
  readonly matter: MatterView
  readonly onClose: () => void
}

export function ActDrawer({ action, matter, onClose }: ActDrawerProps) {
  const { pick } = useLanguage()
  const { say, said } = useSupervisionWords()
  const act = useSupervisionAct()
  const name = action.action as ActName
  const order = matter.orders.find(({ ref }) => ref === action.on)
  const finding = matter.findings.find(({ ref }) => ref === action.on)
  const start = useMemo(() => startOf(name, order), [name, order])
  const beside = order ? said('orderKind', order.kind) : finding ? said('findingRule', finding.rule) : undefined
  return (
    <ActFrame
      title={pick(action)}
      {...(beside ? { beside } : {})}
      follows={say.follows[name]}
      draft={[matter.matter, `${name}.${action.on ?? ''}`]}
      start={start}
      isPending={act.isPending}
      error={act.error}
      onSend={(typed) =>
        act.mutateAsync({
          ...{ matter: matter.matter, segment: name, version: matter.version },
          body: { ...typed, ...criteriaIn(typed), ...targetOf(action, finding !== undefined) },
        })
      }
      onAgain={act.reset}
      onClose={onClose}
    >
      <Fields name={name} order={order} matter={matter} />
    </ActFrame>
  )
}

const criteriaIn = ({ criteria }: Typed): Typed => (criteria === undefined ? {} : { criteria: linesOf(criteria) })

const targetOf = ({ on }: SupervisionAction, isFinding: boolean): Typed =>
  on === null ? {} : isFinding ? { finding: on } : { order: on }

function startOf(name: ActName, order: OrderView | undefined): Typed {
  if (name === 'verify' && order) return { met: order.criteria.filter(({ met }) => met).map(({ ref }) => ref) }
  return {}
}

interface FieldsProps {
  readonly name: ActName
  readonly order: OrderView | undefined
  readonly matter: MatterView
}

function Fields({ name, order, matter }: FieldsProps) {
  const { say } = useSupervisionWords()
  const { field } = say
  switch (name) {
    case 'confirm':
      return <ProseRow name="note" label={field.note} max={2000} isOptional />
    case 'dismiss':
    case 'decline':
      return <ProseRow name="reason" label={field.reason} max={2000} />
    case 'refer':
      return <Refer matter={matter} />
    case 'inspect':
      return <Inspect />
    case 'report':
      return (
        <>
          {order && <Asked order={order} />}
          <ProseRow name="report" label={field.report} max={20_000} rows={9} />
          <MaterialsField name="materials" />
        </>
      )
    case 'ask':
      return <Ask order={order} />
    case 'word':
      return (
        <>
          {order?.asked?.question && <Question question={order.asked.question} />}
          <ChoiceRow
            name="says"
            label={field.says}
            group="petitionersWord"
            codes={Object.keys(supervisionTerms.petitionersWord)}
          />
          <ProseRow name="words" label={field.words} max={4000} isOptional />
        </>
      )
    case 'verify':
      return <Verify order={order} />
    case 'return':
      return (
        <>
          {order && <LastReport order={order} />}
          <ProseRow name="reason" label={field.reason} max={4000} />
          <DueRow name="until" label={field.until} />
        </>
      )
    case 'extend':
      return (
        <>
          <DueRow name="until" label={field.until} />
          <ProseRow name="reason" label={field.reason} max={2000} />
        </>
      )
    case 'close':
      return <ProseRow name="note" label={field.closeNote} max={20_000} rows={5} />
    case 'raise':
      return (
        <>
          <KindRow label={field.raiseTo} kinds={matter.kinds.filter(({ kind }) => kind !== order?.kind)} />
          <DueRow name="due" label={field.due} />
          <ProseRow name="reason" label={field.reason} max={4000} />
          <CriteriaRow kinds={matter.kinds} has={order?.criteria.length ?? 0} />
        </>
      )
    default:
      return name satisfies never
  }
}

function Refer({ matter: { referees } }: Pick<FieldsProps, 'matter'>) {
  const { words, pick } = useLanguage()
  const { say } = useSupervisionWords()
  const { field } = say
  return (
    <>
      <Form.Item name="to" label={field.to} rules={[{ required: true, message: words.field.needed(field.to) }]}>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          options={referees.map((organ) => ({ value: organ.id, label: pick(organ) }))}
        />
      </Form.Item>
      <ProseRow name="note" label={field.note} max={2000} isOptional />
    </>
  )
}

function Inspect() {
  const { say } = useSupervisionWords()
  const { field } = say
  return (
    <>
      <ChoiceRow
        name="way"
        label={field.way}
        group="inspectionWay"
        codes={Object.keys(supervisionTerms.inspectionWay)}
      />
      <PastDayRow name="heldOn" label={field.heldOn} />
      <LineRow name="place" label={field.place} max={200} />
      <ProseRow name="record" label={field.record} max={20_000} rows={8} />
    </>
  )
}

function Ask({ order }: Pick<FieldsProps, 'order'>) {
  const { words } = useLanguage()
  const { say } = useSupervisionWords()
  const { field } = say
  const concerned = new Set(order?.addressees.map(({ organ }) => organ.id))
  return (
    <>
      <Form.Item
        name="through"
        label={field.through}
        extra={field.throughSays}
        rules={[{ required: true, message: words.field.needed(field.through) }]}
      >
        <OrganPicker accepts={({ id, state }) => state === 'active' && !concerned.has(id)} />
      </Form.Item>
      <ProseRow name="question" label={field.question} max={2000} />
    </>
  )
}

function Verify({ order }: Pick<FieldsProps, 'order'>) {
  const { say } = useSupervisionWords()
  const { field } = say
  return (
    <>
      {order && <LastReport order={order} />}
      {order && <Word order={order} />}
      <ChoiceRow
        name="way"
        label={field.way}
        group="verificationWay"
        codes={Object.keys(supervisionTerms.verificationWay)}
      />
      {order && order.criteria.length > 0 && (
        <Form.Item name="met" label={field.met}>
          <Checkbox.Group
            className="choice-lines"
            options={order.criteria.map(({ ref, text }) => ({ value: ref, label: text }))}
          />
        </Form.Item>
      )}
      <ProseRow name="note" label={field.verifyNote} max={20_000} rows={5} />
    </>
  )
}

/** What has to be reported on, before one's eyes while one writes. */
function Asked({ order: { instruction, criteria } }: { readonly order: OrderView }) {
  const { say } = useSupervisionWords()
  return (
    <blockquote className="act-quote">
      <h3>{say.order.instruction}</h3>
      <p className="prose">{instruction}</p>
      {criteria.length > 0 && (
        <>
          <h3>{say.order.criteria}</h3>
          <ul>
            {criteria.map(({ ref, text }) => (
              <li key={ref}>{text}</li>
            ))}
          </ul>
        </>
      )}
    </blockquote>
  )
}

function Question({ question }: { readonly question: string }) {
  const { say } = useSupervisionWords()
  return (
    <blockquote className="act-quote">
      <h3>{say.field.question}</h3>
      <p className="prose">{question}</p>
    </blockquote>
  )
}

function LastReport({ order: { reports } }: { readonly order: OrderView }) {
  const { pick, language } = useLanguage()
  const { say } = useSupervisionWords()
  const last = reports.at(-1)
  if (!last) return null
  return (
    <blockquote className="act-quote">
      <h3>
        {say.order.reported(pick(last.organ))} · {fullDay(last.on, language)}
      </h3>
      <p className="prose">{last.report}</p>
    </blockquote>
  )
}

function Word({ order: { asked } }: { readonly order: OrderView }) {
  const { say, said } = useSupervisionWords()
  if (!asked?.word) return null
  return (
    <blockquote className="act-quote">
      <h3>{say.order.word(said('petitionersWord', asked.word.says))}</h3>
      {asked.word.words && <p className="prose">{asked.word.words}</p>}
    </blockquote>
  )
}
