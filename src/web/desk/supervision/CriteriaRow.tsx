/** 销号、摘牌标准: what must be so before the order may be closed, one a line. */
import { Form } from 'antd'
import { lengthOf } from '../../../kernel/prose.ts'
import { ProseField } from '../petition/controls.tsx'
import type { KindChoice } from './KindRow.tsx'
import { useSupervisionWords } from './words.ts'

export const linesOf = (text: unknown): readonly string[] =>
  String(text ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

interface CriteriaRowProps {
  readonly kinds: readonly KindChoice[]
  /** How many stand already in the order that is raised. */
  readonly has?: number
}

export function CriteriaRow({ kinds, has = 0 }: CriteriaRowProps) {
  const { say } = useSupervisionWords()
  const kind = Form.useWatch<string | undefined>('kind')
  const isNeeded = has === 0 && (kinds.find((one) => one.kind === kind)?.needsCriteria ?? false)
  const { field } = say
  return (
    <Form.Item
      name="criteria"
      label={field.criteria}
      extra={isNeeded ? field.criteriaNeeded : field.criteriaSays}
      required={isNeeded}
      rules={[
        {
          validator: (_: unknown, text: string | undefined) => {
            const lines = linesOf(text)
            if (isNeeded && lines.length === 0) return Promise.reject(new Error(field.criteriaNeeded))
            if (lines.length > 20 || lines.some((line) => lengthOf(line) > 500))
              return Promise.reject(new Error(field.tooManyCriteria))
            return Promise.resolve()
          },
        },
      ]}
    >
      <ProseField max={10_000} rows={4} />
    </Form.Item>
  )
}
