/** Somebody by name: the organ, then whoever holds a post there. */
import { Form, Select } from 'antd'
import { OrganPicker } from '../organs/OrganPicker.tsx'
import { useRoster } from './conferences.ts'
import { useGroupWords } from './groups.ts'

type Path = readonly (string | number)[]

interface PersonFieldsProps {
  readonly conference: string
  /** Where the two fields lie in the form. */
  readonly at: Path
  /** The same within a list of them. */
  readonly inList?: Path
}

export function PersonFields({ conference, at, inList = at }: PersonFieldsProps) {
  const say = useGroupWords()
  const form = Form.useFormInstance()
  const organ = (Form.useWatch([...at, 'organ'], form) as string | undefined) ?? null
  const { data } = useRoster(organ === null ? '' : conference, organ)
  const needed = (label: string) => [{ required: true, message: say.needed(label) }]
  return (
    <>
      <Form.Item name={[...inList, 'organ']} label={say.organ} rules={needed(say.organ)}>
        <OrganPicker onChange={() => form.setFieldValue([...at, 'account'], undefined)} />
      </Form.Item>
      <Form.Item name={[...inList, 'account']} label={say.person} rules={needed(say.person)}>
        <Select options={(data?.candidates ?? []).map(({ account, name }) => ({ value: account, label: name }))} />
      </Form.Item>
    </>
  )
}
