/** What each party undertakes, and by when: each line is followed up on its own. */
import { Button, Form, Input, Select } from 'antd'
import { DayField } from '../layout/DayField.tsx'
import { useLanguage } from '../locales/language.tsx'
import type { MediationView } from './mediations.ts'
import { nameIn } from './words.ts'

export function PromisesField({ mediation }: { readonly mediation: MediationView }) {
  const { words, language } = useLanguage()
  const say = words.mediation.field
  const needed = [{ required: true }]
  const parties = mediation.parties.map(({ ref }) => ({ value: ref, label: nameIn(mediation, ref, words, language) }))
  return (
    <fieldset className="mediation-promises">
      <legend>{words.mediation.promises}</legend>
      <p className="faint">{say.promises}</p>
      <Form.List name="promises">
        {(fields, { add, remove }) => (
          <>
            {fields.map(({ key, name }) => (
              <div key={key} className="mediation-promise">
                <Form.Item name={[name, 'party']} label={say.promiseParty} rules={needed}>
                  <Select options={parties} />
                </Form.Item>
                <Form.Item name={[name, 'what']} label={say.promiseWhat} rules={needed}>
                  <Input maxLength={4000} />
                </Form.Item>
                <Form.Item name={[name, 'due']} label={say.due} rules={needed}>
                  <DayField ahead={[7, 15, 30]} mayBePast={false} />
                </Form.Item>
                <Button size="small" onClick={() => remove(name)}>
                  {say.removePromise}
                </Button>
              </div>
            ))}
            <Button onClick={() => add({})}>{say.addPromise}</Button>
          </>
        )}
      </Form.List>
    </fieldset>
  )
}
