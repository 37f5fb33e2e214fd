/** Leading somebody on: what each way asks beside what was done. What is begun with it takes over what was said at the window. */
import { Button, Form, Input, Select } from 'antd'
import { Link } from 'react-router'
import { intakeTerms } from '../../../wording/intake-terms.ts'
import { referralTerms } from '../../../wording/referral-terms.ts'
import { ActModal } from '../layout/ActModal.tsx'
import { Area } from '../layout/Area.tsx'
import { DayField } from '../layout/DayField.tsx'
import { useLanguage } from '../locales/language.tsx'
import { OrganPicker } from '../organs/OrganPicker.tsx'
import { type IntakeView, useLeading } from './intakes.ts'
import { useIntakeWords } from './words.ts'

export type LeadKind = IntakeView['actions'][number]['action']

interface OtherTyped {
  readonly name: string
  readonly phone?: string
  readonly organ?: string | null
}
interface Typed {
  readonly words: string
  readonly by?: string | null
  readonly until?: string | null
  readonly way?: string | null
  readonly where?: string
  readonly petition?: string
  readonly title?: string
  readonly asked?: string
  readonly others?: readonly OtherTyped[]
  readonly mediationKind?: string
  readonly knownOn?: string | null
}

interface LeadDialogProps {
  readonly intake: IntakeView
  readonly kind: LeadKind
  readonly onClose: () => void
}

export function LeadDialog({ intake, kind, onClose }: LeadDialogProps) {
  const say = useIntakeWords()
  const { pick } = useLanguage()
  const needed = useNeeded()
  return (
    <ActModal<Typed, object>
      title={pick(intakeTerms.leadKind[kind])}
      follows={say.lead.follows[kind]}
      doing={useLeading(intake.intake, intake.version)}
      start={{ others: [{ name: '' }], mediationKind: 'people' }}
      sent={(typed) => bodyOf(kind, typed)}
      onClose={onClose}
    >
      <KindFields kind={kind} />
      <Form.Item name="words" label={say.lead.words} rules={needed(say.lead.words)}>
        <Area rows={4} maxLength={20_000} />
      </Form.Item>
      {kind !== 'referral' && (
        <Form.Item name="by" label={say.by}>
          <OrganPicker />
        </Form.Item>
      )}
      <Form.Item name="until" label={say.until}>
        <DayField ahead={[3, 7, 15]} mayBePast={false} />
      </Form.Item>
    </ActModal>
  )
}

function useNeeded() {
  const { words } = useLanguage()
  return (label: string) => [{ required: true, whitespace: true, message: words.field.needed(label) }]
}

function KindFields({ kind }: { readonly kind: LeadKind }) {
  const say = useIntakeWords()
  const { pick } = useLanguage()
  const needed = useNeeded()
  switch (kind) {
    case 'petition':
      return (
        <Form.Item
          name="petition"
          label={say.lead.petition}
          extra={<Link to="/new">{say.lead.register}</Link>}
          rules={needed(say.lead.petition)}
        >
          <Input inputMode="numeric" maxLength={30} />
        </Form.Item>
      )
    case 'dispute':
      return (
        <>
          <Form.Item name="title" label={say.lead.title} rules={needed(say.lead.title)}>
            <Input maxLength={200} />
          </Form.Item>
          <Form.Item name="asked" label={say.lead.asked} rules={needed(say.lead.asked)}>
            <Area rows={2} maxLength={4000} />
          </Form.Item>
          <Others />
        </>
      )
    case 'mediation':
      return (
        <>
          <Form.Item name="mediationKind" label={say.lead.mediationKind}>
            <Select
              options={Object.entries(intakeTerms.offeredKind).map(([value, term]) => ({ value, label: pick(term) }))}
            />
          </Form.Item>
          <Others />
        </>
      )
    case 'referral':
      return <WayFields isFollowed />
    case 'explained':
      return <WayFields />
  }
}

/** Where the way is followed it leads to an organ of the house or to one that is named. */
function WayFields({ isFollowed = false }: { readonly isFollowed?: boolean }) {
  const say = useIntakeWords()
  const { pick } = useLanguage()
  const needed = useNeeded()
  return (
    <>
      <Form.Item name="way" label={say.lead.law} rules={isFollowed ? needed(say.lead.law) : []}>
        <Select
          allowClear
          options={Object.entries(referralTerms.referralWay).map(([value, term]) => ({ value, label: pick(term) }))}
        />
      </Form.Item>
      <Form.Item name="where" label={say.where} rules={isFollowed ? needed(say.where) : []}>
        <Input maxLength={200} />
      </Form.Item>
      {isFollowed && (
        <Form.Item name="knownOn" label={say.lead.knownOn}>
          <DayField />
        </Form.Item>
      )}
    </>
  )
}

function Others() {
  const say = useIntakeWords()
  const needed = useNeeded()
  return (
    <Form.List name="others">
      {(fields, { add, remove }) => (
        <fieldset className="intake-others">
          <legend>{say.lead.others}</legend>
          {fields.map(({ key, name }) => (
            <div key={key}>
              <Form.Item name={[name, 'name']} label={say.lead.otherName} rules={needed(say.lead.otherName)}>
                <Input maxLength={200} />
              </Form.Item>
              <Form.Item name={[name, 'phone']} label={say.phone}>
                <Input maxLength={40} inputMode="tel" />
              </Form.Item>
              <Form.Item name={[name, 'organ']} label={say.lead.otherOrgan}>
                <OrganPicker />
              </Form.Item>
              {fields.length > 1 && (
                <Button type="link" onClick={() => remove(name)}>
                  {say.lead.removeOther}
                </Button>
              )}
            </div>
          ))}
          <Button onClick={() => add({ name: '' })}>{say.lead.addOther}</Button>
        </fieldset>
      )}
    </Form.List>
  )
}

const textOr = (typed: string | undefined): string | null => typed?.trim() || null

function bodyOf(kind: LeadKind, typed: Typed): object {
  const others = (typed.others ?? []).map(({ name, phone, organ }) => ({
    ...{ name, phone: textOr(phone), organ: organ ?? null },
  }))
  const goes = kind === 'referral' || kind === 'explained'
  return {
    ...{ kind, words: typed.words, by: typed.by ?? null, until: typed.until ?? null },
    petition: kind === 'petition' ? textOr(typed.petition) : null,
    ...{ way: goes ? (typed.way ?? null) : null, where: goes ? textOr(typed.where) : null },
    dispute: kind === 'dispute' ? { title: typed.title, asked: typed.asked, others } : null,
    mediation: kind === 'mediation' ? { kind: typed.mediationKind, others } : null,
    knownOn: kind === 'referral' ? (typed.knownOn ?? null) : null,
  }
}
