/** Number and key of each party, the only time they are shown: to be printed and handed over. */
import { Button, Space } from 'antd'
import { Page } from '../layout/page.tsx'
import { useLanguage } from '../locales/language.tsx'

export interface Slip {
  readonly name: string
  readonly reference: string
  readonly key: string
}

interface KeySlipsProps {
  readonly organ: { readonly zh: string; readonly en: string }
  readonly what: string | null
  readonly slips: readonly Slip[]
  onDone(): void
}

const inFours = (digits: string): string => digits.replace(/\D/g, '').replace(/(\d{4})(?=\d)/g, '$1 ')

export function KeySlips({ organ, what, slips, onDone }: KeySlipsProps) {
  const { words, pick } = useLanguage()
  const say = words.mediation.slips
  return (
    <Page title={say.title}>
      <div className="no-print">
        <p>{say.says}</p>
        <Space wrap>
          <Button type="primary" onClick={() => window.print()}>
            {words.receipt.print}
          </Button>
          <Button onClick={onDone}>{say.done}</Button>
        </Space>
      </div>
      <ul className="mediation-slips">
        {slips.map(({ name, reference, key }) => (
          <li key={reference}>
            <h2>{name}</h2>
            <p>{say.of(pick(organ))}</p>
            {what && <p className="faint">{what}</p>}
            <dl>
              <dt>{say.reference}</dt>
              <dd>{inFours(reference)}</dd>
              <dt>{say.key}</dt>
              <dd>{inFours(key)}</dd>
            </dl>
            <p>{say.where(`${location.origin}/mediation/own`)}</p>
            <p className="faint">{say.free}</p>
          </li>
        ))}
      </ul>
    </Page>
  )
}
