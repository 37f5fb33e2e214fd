/** Controls that rows of a form and their parts share: `Form.Item` hands them value and onChange. */
import { Radio, Select } from 'antd'
import { lengthOf } from '../../../kernel/prose.ts'
import { Area } from '../layout/Area.tsx'
import { useLanguage } from '../locales/language.tsx'
import type { Field } from './fields.ts'

export interface Controlled<T> {
  readonly id?: string
  readonly value?: T
  readonly onChange?: (value: T) => void
}

/** An area for prose that counts as people count, and grows with what is written. */
export function ProseField({
  max,
  rows,
  ...rest
}: Controlled<string> & { readonly max: number; readonly rows: number }) {
  const { onChange, value, ...others } = rest
  return (
    <Area
      {...others}
      value={value ?? ''}
      onChange={(event) => onChange?.(event.target.value)}
      rows={rows}
      count={{ show: ({ count }) => (count > max / 2 ? `${count} / ${max}` : null), max, strategy: lengthOf }}
    />
  )
}

/** Few choices stand open, many fold into a list. */
export function ChoiceField(props: Controlled<string> & Pick<Extract<Field, { is: 'choice' }>, 'group' | 'codes'>) {
  const { group, codes, ...rest } = props
  const { term, words } = useLanguage()
  const options = codes.map((code) => ({ value: code, label: term(group, code) }))
  if (codes.length > 4) return <Select {...rest} options={options} placeholder={words.choose} listHeight={320} />
  const { onChange, ...others } = rest
  return <Radio.Group {...others} options={options} onChange={(event) => onChange?.(event.target.value)} />
}
