/** 督办方式: those that the person can open to choose from, the others with the reason and the article. */
import { Form, Radio } from 'antd'
import { useState } from 'react'
import { useLanguage } from '../locales/language.tsx'
import type { MatterView, OrderKind } from './supervision.ts'
import { useSupervisionWords } from './words.ts'

export type KindChoice = MatterView['kinds'][number]

interface KindRowProps {
  readonly label: string
  readonly kinds: readonly KindChoice[]
}

export function KindRow({ label, kinds }: KindRowProps) {
  const { words, pick } = useLanguage()
  const { said } = useSupervisionWords()
  const allowed = kinds.filter((one) => one.allowed)
  const kind = Form.useWatch<OrderKind | undefined>('kind')
  const chosen = kinds.find((one) => one.kind === kind)
  return (
    <>
      <Form.Item
        name="kind"
        label={label}
        rules={[{ required: true, message: words.field.needed(label) }]}
        extra={chosen && pick(chosen.basis)}
      >
        <Radio.Group
          className="choice"
          options={allowed.map((one) => ({ value: one.kind, label: said('orderKind', one.kind) }))}
        />
      </Form.Item>
      <RefusedKinds kinds={kinds.filter((one) => !one.allowed)} isOpen={allowed.length === 0} />
    </>
  )
}

/** Open by itself where nothing can be chosen at all. */
function RefusedKinds({ kinds, isOpen }: { readonly kinds: readonly KindChoice[]; readonly isOpen: boolean }) {
  const { words, pick } = useLanguage()
  const { say, said } = useSupervisionWords()
  const [isShown, show] = useState(isOpen)
  if (kinds.length === 0) return null
  return (
    <div className="refused-kinds">
      <button type="button" className="link" aria-expanded={isShown} onClick={() => show(!isShown)}>
        {isShown ? words.action.hideRefused : say.matter.kindsRefused}
      </button>
      {isShown && (
        <dl>
          {kinds.map(({ kind, refusal }) => (
            <div key={kind}>
              <dt>{said('orderKind', kind)}</dt>
              <dd>{refusal && pick(refusal)}</dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  )
}
