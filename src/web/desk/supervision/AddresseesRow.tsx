/** Whom an order is for: one organ, or several of which the first leads; and the leader of each who answers for it. */
import { Button, Form, Select } from 'antd'
import { useLanguage } from '../locales/language.tsx'
import { OrganPicker } from '../organs/OrganPicker.tsx'
import type { KindChoice } from './KindRow.tsx'
import { useLeaders } from './supervision.ts'
import { useSupervisionWords } from './words.ts'

const atMost = 20

export function AddresseesRow({ kinds }: { readonly kinds: readonly KindChoice[] }) {
  const { say } = useSupervisionWords()
  const { field } = say
  const kind = Form.useWatch<string | undefined>('kind')
  const needsSeveral = kinds.find((one) => one.kind === kind)?.severalOrgans ?? false
  return (
    <fieldset className="field-group">
      <legend>{field.addressees}</legend>
      <Form.List
        name="addressees"
        rules={[
          {
            validator: (_, given: readonly unknown[] | undefined) =>
              needsSeveral && (given?.length ?? 0) < 2
                ? Promise.reject(new Error(field.severalNeeded))
                : Promise.resolve(),
          },
        ]}
      >
        {(rows, { add, remove }, { errors }) => (
          <>
            {rows.map(({ key, name }) => (
              <Addressee key={key} at={name} onRemove={rows.length > 1 ? () => remove(name) : null} />
            ))}
            <Form.ErrorList errors={errors} />
            {rows.length < atMost && (
              <Button type="link" size="small" className="addressee-add" onClick={() => add({})}>
                {field.addOrgan}
              </Button>
            )}
          </>
        )}
      </Form.List>
    </fieldset>
  )
}

function Addressee({ at, onRemove }: { readonly at: number; readonly onRemove: (() => void) | null }) {
  const { words } = useLanguage()
  const { say } = useSupervisionWords()
  const { field } = say
  const organ = Form.useWatch<string | null | undefined>(['addressees', at, 'organ'])
  const leaders = useLeaders(organ ?? null).data?.items ?? []
  const label = field.addressee(at + 1)
  return (
    <div className="field-pair addressee-row">
      <Form.Item name={[at, 'organ']} label={label} rules={[{ required: true, message: words.field.needed(label) }]}>
        <OrganPicker />
      </Form.Item>
      <Form.Item name={[at, 'leader']} label={field.leader(at + 1)}>
        <Select
          allowClear
          placeholder={field.nobody}
          disabled={leaders.length === 0}
          options={leaders.map(({ account, name }) => ({ value: account, label: name }))}
        />
      </Form.Item>
      {onRemove && (
        <button
          type="button"
          className="link addressee-remove"
          onClick={onRemove}
          aria-label={field.removeOrgan(at + 1)}
        >
          {words.remove}
        </button>
      )}
    </div>
  )
}
