/** The longer forms: what a party answers, the record of a session, and an agreement. */
import { Checkbox, Form, Select } from 'antd'
import { Area } from '../layout/Area.tsx'
import { useLanguage } from '../locales/language.tsx'
import { type FieldsProps, needed, optionsOf, Pick, Signed } from './fields.tsx'
import type { MediationView } from './mediations.ts'
import { PromisesField } from './PromisesField.tsx'
import { nameIn, optionsIn } from './words.ts'

/** Yes or no of one party, to one of the things that are asked of them. */
export function Answer({ mediation, form }: FieldsProps) {
  const { words, language } = useLanguage()
  const say = words.mediation.field
  const to = Form.useWatch('to', form) as string | undefined
  const { mediators, guests, moreTime, agreement } = mediation
  const named = (refs: readonly string[]) =>
    refs.map((ref) => ({ value: ref, label: nameIn(mediation, ref, words, language) }))
  const of: Readonly<Record<string, readonly { value: string; label: string }[]>> = {
    mediator: named(mediators.filter(({ isExcluded }) => !isExcluded).map(({ ref }) => ref)),
    guest: named(guests.map(({ ref }) => ref)),
    moreTime: named(moreTime ? [moreTime.ref] : []),
    agreement: named(agreement ? [agreement.ref] : []),
  }
  const options = optionsIn('consentTo', language).filter(
    ({ value }) => value === 'mediation' || (of[value] ?? []).length > 0,
  )
  return (
    <>
      <Pick name="to" label={say.to} options={options} />
      {to && to !== 'mediation' && (
        <Form.Item name="of" label={say.of} rules={needed}>
          <Select options={[...(of[to] ?? [])]} />
        </Form.Item>
      )}
      <Pick
        name="agrees"
        label={say.agrees}
        options={[
          { value: true, label: say.yes },
          { value: false, label: say.no },
        ]}
      />
      <Signed />
    </>
  )
}

export function SessionRecord({ mediation }: { readonly mediation: MediationView }) {
  const { words, language } = useLanguage()
  const say = words.mediation.field
  const ticks = (refs: readonly { readonly ref: string }[]) =>
    refs.map(({ ref }) => ({ value: ref, label: nameIn(mediation, ref, words, language) }))
  const { parties, mediators, guests } = mediation
  return (
    <>
      <Form.Item name="parties" label={say.whoCame}>
        <Checkbox.Group className="mediation-choices" options={ticks(parties)} />
      </Form.Item>
      <Form.Item name="mediators" label={say.whoMediated}>
        <Checkbox.Group className="mediation-choices" options={ticks(mediators.filter(({ isReady }) => isReady))} />
      </Form.Item>
      {guests.length > 0 && (
        <Form.Item name="guests" label={say.whoElse}>
          <Checkbox.Group className="mediation-choices" options={ticks(guests.filter(({ mayCome }) => mayCome))} />
        </Form.Item>
      )}
      <Pick name="result" label={say.result} options={optionsIn('result', language)} />
      <Form.Item name="notes" label={say.notes} rules={[{ required: true, whitespace: true }]}>
        <Area rows={6} maxLength={20_000} />
      </Form.Item>
    </>
  )
}

export function AgreementFields({ mediation, form }: FieldsProps) {
  const { words } = useLanguage()
  const say = words.mediation
  const isWritten = Form.useWatch('form', form) !== 'oral'
  const text = (name: 'facts' | 'disputed' | 'responsibility', label: string) =>
    isWritten && (
      <Form.Item name={name} label={label} rules={[{ required: true, whitespace: true }]}>
        <Area rows={3} maxLength={20_000} />
      </Form.Item>
    )
  return (
    <>
      <Pick name="form" label={say.field.form} options={optionsOf(say.field.forms)} />
      {text('facts', say.agreementParts.facts)}
      {text('disputed', say.agreementParts.disputed)}
      {text('responsibility', say.agreementParts.responsibility)}
      <Form.Item name="content" label={say.agreementParts.content} rules={[{ required: true, whitespace: true }]}>
        <Area rows={5} maxLength={20_000} />
      </Form.Item>
      <PromisesField mediation={mediation} />
    </>
  )
}
