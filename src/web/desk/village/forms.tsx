/** What is written in a village: short forms, for a thumb. Each gives back entries, which are on the phone before the form closes. */
import { Button, Form, Input, InputNumber, Radio, Select } from 'antd'
import { type ReactNode, useState } from 'react'
import { disputeTerms } from '../../../wording/dispute-terms.ts'
import { Area } from '../layout/Area.tsx'
import { useLanguage } from '../locales/language.tsx'
import { PicturesField } from '../offline/PicturesField.tsx'
import type { Picture } from '../offline/pictures.ts'
import { CategoryPicker } from '../registration/CategoryPicker.tsx'
import {
  disputeFound,
  disputeOf,
  disputeSettled,
  followedUp,
  handedUp,
  type PartyWord,
  progressMade,
  type Written,
} from './entries.ts'
import type { DisputeView, VillageSheet } from './sheet.ts'

interface FormProps {
  onWritten(written: readonly Written[]): Promise<void>
  onClose(): void
}

const useNeeded = () => {
  const { words } = useLanguage()
  return (label: string) => [{ required: true, whitespace: true, message: words.field.needed(label) }]
}

interface FieldFormProps<Typed> extends Pick<FormProps, 'onClose'> {
  readonly title: string
  readonly start?: Partial<Typed>
  readonly children: ReactNode
  /** Throws where the phone is full. */
  onTyped(typed: Typed): Promise<void>
}

/** A phone that is full says so now, while what was typed is still there. */
function FieldForm<Typed extends object>({ title, start, children, onTyped, onClose }: FieldFormProps<Typed>) {
  const { words } = useLanguage()
  const [isFull, setIsFull] = useState(false)
  return (
    <Form<Typed>
      layout="vertical"
      requiredMark={false}
      className="field-form"
      initialValues={start ?? {}}
      onFinish={(typed) => void onTyped(typed).catch(() => setIsFull(true))}
    >
      <h2>{title}</h2>
      {children}
      {isFull && (
        <p role="alert" className="field-broken">
          {words.offline.notKept}
        </p>
      )}
      <div className="field-acts">
        <Button type="primary" htmlType="submit">
          {words.offline.keep}
        </Button>
        <Button onClick={onClose}>{words.cancel}</Button>
      </div>
    </Form>
  )
}

interface TypedDispute {
  readonly screening?: string
  readonly region: string
  readonly title: string
  readonly cause: string
  readonly asked: string
  readonly category: string
  readonly people: number
  readonly asker: string
  readonly contact?: string
  readonly other?: string
  readonly outcome: 'open' | 'settled' | 'handUp'
  readonly terms?: string
  readonly witness?: string
  readonly tried?: string
}

const maybe = (text: string | undefined): string | null => text?.trim() || null

/** 受理、当场办结、上交 in one: what is settled or handed up is written with the dispute itself, before there is a network. */
export function DisputeForm({ sheet, onWritten, onClose }: FormProps & { readonly sheet: VillageSheet }) {
  const { words, pick } = useLanguage()
  const say = words.village.form
  const needed = useNeeded()
  const [pictures, setPictures] = useState<readonly Picture[]>([])
  const [outcome, setOutcome] = useState<TypedDispute['outcome']>('open')
  const [lacksPicture, setLacksPicture] = useState(false)
  const { places, areas, above, account } = sheet
  const placeOf = (code: string) => places.find((place) => place.code === code)
  const write = async (typed: TypedDispute) => {
    if (typed.outcome === 'settled' && pictures.length === 0) return setLacksPicture(true)
    const found = disputeFound(newDispute(typed, sheet))
    const dispute = await disputeOf(account, found.id)
    await onWritten([found, ...whatFollowed(dispute, typed, { pictures, to: above?.id ?? '' })])
  }
  return (
    <FieldForm<TypedDispute>
      title={words.village.record}
      start={{
        ...{ people: 2, outcome: 'open' },
        ...(places.length === 1 && places[0] ? { region: places[0].code } : {}),
      }}
      onTyped={write}
      onClose={onClose}
    >
      {areas.length > 0 && (
        <Form.Item name="screening" label={say.campaign}>
          <Select
            allowClear
            placeholder={say.noCampaign}
            options={campaignsOf(sheet).map(({ screening, title }) => ({ value: screening, label: title }))}
          />
        </Form.Item>
      )}
      <Form.Item name="region" label={say.place} rules={needed(say.place)}>
        <Select
          options={places.map(({ code }) => ({ value: code, label: pick(placeOf(code) ?? { zh: code, en: code }) }))}
        />
      </Form.Item>
      <Form.Item name="title" label={say.name} rules={needed(say.name)}>
        <Input maxLength={200} autoComplete="off" />
      </Form.Item>
      <Form.Item name="cause" label={say.cause} rules={needed(say.cause)}>
        <Area rows={4} maxLength={20_000} />
      </Form.Item>
      <Form.Item name="asked" label={say.asked} rules={needed(say.asked)}>
        <Area rows={2} maxLength={4000} />
      </Form.Item>
      <Form.Item name="category" label={say.category} rules={needed(say.category)}>
        <CategoryPicker />
      </Form.Item>
      <Form.Item name="people" label={say.people} rules={[{ required: true }]}>
        <InputNumber min={1} max={1_000_000} inputMode="numeric" />
      </Form.Item>
      <Form.Item name="asker" label={say.asker} rules={needed(say.asker)} extra={say.askerHint}>
        <Input maxLength={200} autoComplete="off" />
      </Form.Item>
      <Form.Item name="contact" label={say.contact}>
        <Input maxLength={500} autoComplete="off" inputMode="tel" />
      </Form.Item>
      <Form.Item name="other" label={say.other}>
        <Input maxLength={200} autoComplete="off" />
      </Form.Item>
      <Form.Item name="outcome" label={say.outcome}>
        <Radio.Group
          onChange={(event) => setOutcome(event.target.value)}
          options={(['open', 'settled', ...(above ? (['handUp'] as const) : [])] as const).map((value) => ({
            ...{ value, label: say.outcomes[value] },
          }))}
        />
      </Form.Item>
      {outcome === 'settled' && (
        <>
          <Form.Item name="terms" label={say.terms} rules={needed(say.terms)}>
            <Area rows={3} maxLength={20_000} />
          </Form.Item>
          <Form.Item name="witness" label={say.witness} rules={needed(say.witness)}>
            <Input maxLength={200} autoComplete="off" />
          </Form.Item>
          <PicturesField label={say.signed} pictures={pictures} onPictures={setPictures} />
          {lacksPicture && pictures.length === 0 && (
            <p role="alert" className="field-broken">
              {say.needsPicture}
            </p>
          )}
        </>
      )}
      {outcome === 'handUp' && above && (
        <Form.Item name="tried" label={say.tried} rules={needed(say.tried)} extra={`${say.to} ${pick(above)}`}>
          <Area rows={4} maxLength={20_000} />
        </Form.Item>
      )}
    </FieldForm>
  )
}

/** Several places of one campaign are one campaign. */
const campaignsOf = ({ areas }: VillageSheet) => [
  ...new Map(areas.map(({ screening, title }) => [screening, { screening, title }])).values(),
]

const newDispute = (typed: TypedDispute, { areas }: VillageSheet) => {
  const { screening = null, region, title, cause, asked, category, people, asker, contact, other } = typed
  const isThere = areas.some((area) => area.screening === screening && region.startsWith(area.area))
  return {
    ...{ screening: isThere ? screening : null, region, title, cause, asked, category, people },
    parties: [
      { name: asker, contact: maybe(contact), asks: true },
      ...(maybe(other) === null ? [] : [{ name: other as string, contact: null, asks: false }]),
    ],
  }
}

function whatFollowed(
  dispute: string,
  { outcome, terms = '', witness = '', tried = '' }: TypedDispute,
  { pictures, to }: { readonly pictures: readonly Picture[]; readonly to: string },
): readonly Written[] {
  if (outcome === 'handUp') return handedUp(dispute, to, tried)
  if (outcome === 'open') return []
  const words: readonly PartyWord[] = [{ party: 1, by: 'signed', witness, key: null }]
  return [disputeSettled(dispute, { way: 'onTheSpot', terms, words }, pictures)]
}

interface DisputeActProps extends FormProps {
  readonly dispute: DisputeView
}

interface TypedSettlement {
  readonly way: string
  readonly terms: string
  readonly [word: string]: string | undefined
}

const ways = ['onTheSpot', 'byTalk', 'byOrgan'] as const

/** Every side that asks for something says itself that it is settled. */
export function SettleForm({ dispute, onWritten, onClose }: DisputeActProps) {
  const { words, pick } = useLanguage()
  const say = words.village.form
  const needed = useNeeded()
  const asking = dispute.parties.flatMap(({ asks, name }, at) => (asks ? [{ party: at + 1, name }] : []))
  const [by, setBy] = useState<Readonly<Record<number, PartyWord['by']>>>({})
  const [pictures, setPictures] = useState<readonly Picture[]>([])
  const [lacksPicture, setLacksPicture] = useState(false)
  const isSigned = ({ party }: { readonly party: number }) => (by[party] ?? 'signed') === 'signed'
  const write = async (typed: TypedSettlement) => {
    if (asking.some(isSigned) && pictures.length === 0) return setLacksPicture(true)
    const spoken = asking.map(({ party }): PartyWord => {
      const said = typed[`word${party}`] ?? ''
      return isSigned({ party })
        ? { party, by: 'signed', witness: said, key: null }
        : { party, by: 'key', witness: null, key: said }
    })
    await onWritten([disputeSettled(dispute.dispute, { way: typed.way, terms: typed.terms, words: spoken }, pictures)])
  }
  return (
    <FieldForm<TypedSettlement>
      title={words.village.settle}
      start={{ way: 'onTheSpot' }}
      onTyped={write}
      onClose={onClose}
    >
      <Form.Item name="way" label={say.way}>
        <Radio.Group options={ways.map((value) => ({ value, label: pick(disputeTerms.disputeWay[value]) }))} />
      </Form.Item>
      <Form.Item name="terms" label={say.terms} rules={needed(say.terms)}>
        <Area rows={3} maxLength={20_000} />
      </Form.Item>
      {asking.map(({ party, name }) => (
        <fieldset key={party} className="field-word">
          <legend>{say.wordOf(name)}</legend>
          <Radio.Group
            aria-label={say.word}
            value={by[party] ?? 'signed'}
            onChange={(event) => setBy({ ...by, [party]: event.target.value })}
            options={(['signed', 'key'] as const).map((value) => ({ value, label: say.words[value] }))}
          />
          <Form.Item
            name={`word${party}`}
            label={isSigned({ party }) ? say.witness : say.key}
            rules={needed(isSigned({ party }) ? say.witness : say.key)}
          >
            <Input maxLength={200} autoComplete="off" />
          </Form.Item>
        </fieldset>
      ))}
      {asking.some(isSigned) && <PicturesField label={say.signed} pictures={pictures} onPictures={setPictures} />}
      {lacksPicture && pictures.length === 0 && (
        <p role="alert" className="field-broken">
          {say.needsPicture}
        </p>
      )}
    </FieldForm>
  )
}

interface TypedText {
  readonly text: string
  readonly to?: string
  readonly holds?: boolean
}

export function ProgressForm({ dispute, onWritten, onClose }: DisputeActProps) {
  const { words } = useLanguage()
  const say = words.village.form
  const needed = useNeeded()
  return (
    <FieldForm<TypedText>
      title={words.village.progress}
      onTyped={({ text }) => onWritten([progressMade(dispute.dispute, text)])}
      onClose={onClose}
    >
      <Form.Item name="text" label={say.progress} rules={needed(say.progress)}>
        <Area rows={4} maxLength={20_000} />
      </Form.Item>
    </FieldForm>
  )
}

export function HandUpForm({ dispute, onWritten, onClose }: DisputeActProps) {
  const { words, pick } = useLanguage()
  const say = words.village.form
  const needed = useNeeded()
  const [first] = dispute.handUpTo
  return (
    <FieldForm<TypedText>
      title={words.village.handUp}
      start={first ? { to: first.id } : {}}
      onTyped={({ text, to = '' }) => onWritten(handedUp(dispute.dispute, to, text))}
      onClose={onClose}
    >
      <Form.Item name="to" label={say.to} rules={needed(say.to)}>
        <Select options={dispute.handUpTo.map((organ) => ({ value: organ.id, label: pick(organ) }))} />
      </Form.Item>
      <Form.Item name="text" label={say.tried} rules={needed(say.tried)}>
        <Area rows={4} maxLength={20_000} />
      </Form.Item>
    </FieldForm>
  )
}

export function FollowUpForm({ dispute, onWritten, onClose }: DisputeActProps) {
  const { words } = useLanguage()
  const say = words.village.form
  const needed = useNeeded()
  return (
    <FieldForm<TypedText>
      title={words.village.follow}
      start={{ holds: true }}
      onTyped={({ text, holds = true }) => onWritten([followedUp(dispute.dispute, holds, text)])}
      onClose={onClose}
    >
      <Form.Item name="holds" label={say.holds}>
        <Radio.Group
          options={[
            { value: true, label: say.holdsYes },
            { value: false, label: say.holdsNo },
          ]}
        />
      </Form.Item>
      <Form.Item name="text" label={say.heard} rules={needed(say.heard)}>
        <Area rows={3} maxLength={20_000} />
      </Form.Item>
    </FieldForm>
  )
}
