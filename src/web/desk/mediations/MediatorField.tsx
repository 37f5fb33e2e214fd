/** Who is to mediate: of the roster, or somebody by name; chosen by a party, or appointed by whoever holds it. */
import { Form, Input, Select } from 'antd'
import { useLanguage } from '../locales/language.tsx'
import { useMediatorsToChoose } from '../mediators/mediators.ts'
import { useDirectory } from '../organs/directory.ts'
import { type FieldsProps, Signed, WhichParty } from './fields.tsx'

export function MediatorField({ mediation, form }: FieldsProps) {
  const { words, language } = useLanguage()
  const say = words.mediation.field
  const { find } = useDirectory()
  const { data: known = [], isFetching } = useMediatorsToChoose(find(mediation.organ.id)?.region ?? null, null)
  const party = Form.useWatch('party', form)
  const roster = Form.useWatch('roster', form)
  const named = new Set(mediation.mediators.map(({ roster: entry }) => entry))
  return (
    <>
      <WhichParty mediation={mediation} orElse={{ label: say.whoNames, says: words.mediation.appointed }} />
      <Form.Item name="roster" label={say.ofRoster}>
        <Select
          allowClear
          showSearch
          optionFilterProp="label"
          loading={isFetching}
          options={known
            .filter(({ mediator }) => !named.has(mediator))
            .map((one) => ({ value: one.mediator, label: `${one.name} · ${one[language]}` }))}
          onChange={(entry: string | undefined) => {
            const chosen = known.find(({ mediator }) => mediator === entry)
            if (chosen) form.setFieldValue('name', chosen.name)
          }}
        />
      </Form.Item>
      <Form.Item name="name" label={say.mediatorName} rules={[{ required: true, whitespace: true }]}>
        <Input maxLength={100} disabled={Boolean(roster)} />
      </Form.Item>
      {party && <Signed />}
    </>
  )
}
