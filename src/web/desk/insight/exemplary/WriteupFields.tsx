import { Form, Input, Radio } from 'antd'
import { exemplaryTerms } from '../../../../wording/exemplary-terms.ts'
import { Area } from '../../layout/Area.tsx'
import { useLanguage } from '../../locales/language.tsx'

/** As it is typed; what is left empty was not given. */
export interface TypedWriteup {
  readonly audience?: string
  readonly title?: string
  readonly situation?: string
  readonly done?: string
  readonly why?: string
  readonly basis?: string
  readonly titleEn?: string
  readonly summaryEn?: string
}

export function writeupOf({ audience, titleEn, summaryEn, ...written }: TypedWriteup) {
  const given = (text: string | undefined) => (text?.trim() ? text : null)
  return { audience, writeup: { ...written, titleEn: given(titleEn), summaryEn: given(summaryEn) } }
}

const longParts = ['situation', 'done', 'why', 'basis'] as const

/** What is written, with what must not stand in it said once. */
export function WriteupFields() {
  const { words, pick } = useLanguage()
  const { parts, partsSay, audience } = words.exemplary
  const needed = (label: string) => [{ required: true, whitespace: true, message: words.field.needed(label) }]
  const options = Object.entries(exemplaryTerms.exemplaryAudience).map(([value, term]) => ({
    value,
    label: pick(term),
  }))
  return (
    <>
      <p className="faint">{partsSay}</p>
      <Form.Item name="title" label={parts.title} rules={needed(parts.title)}>
        <Input maxLength={100} />
      </Form.Item>
      {longParts.map((part) => (
        <Form.Item key={part} name={part} label={parts[part]} rules={needed(parts[part])}>
          <Area rows={part === 'basis' ? 2 : 4} maxLength={part === 'basis' ? 1000 : 4000} />
        </Form.Item>
      ))}
      <Form.Item name="titleEn" label={parts.titleEn}>
        <Input maxLength={200} lang="en" />
      </Form.Item>
      <Form.Item name="summaryEn" label={parts.summaryEn}>
        <Area rows={2} maxLength={2000} />
      </Form.Item>
      <Form.Item name="audience" label={audience} rules={needed(audience)}>
        <Radio.Group options={options} />
      </Form.Item>
    </>
  )
}
