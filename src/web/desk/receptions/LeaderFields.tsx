/** Who receives: chosen among the leaders of the area, with the post as it is published. */
import { Form, Input, Select } from 'antd'
import { receptionTerms } from '../../../wording/reception-terms.ts'
import { useLanguage } from '../locales/language.tsx'
import { useReceptionWords } from './reception-words.ts'
import type { Draft } from './receptions.ts'

export interface TypedLeader {
  readonly account?: string
  readonly title?: string
  readonly standing?: 'main' | 'other'
}

export function receiverOf({ account, title, standing }: TypedLeader, draft: Draft | undefined) {
  const leader = draft?.leaders.find((each) => each.account === account)
  return { account, organ: leader?.organ.id, title, standing: standing ?? 'other' }
}

interface LeaderFieldsProps {
  readonly draft: Draft | undefined
  /** Where in the form: `['leaders', 0]`. */
  readonly at: readonly (string | number)[]
  readonly label: string
}

export function LeaderFields({ draft, at, label }: LeaderFieldsProps) {
  const { words, pick } = useLanguage()
  const say = useReceptionWords()
  const form = Form.useFormInstance()
  const needed = (name: string) => [{ required: true, whitespace: true, message: words.field.needed(name) }]
  const fill = (account: string) => {
    const leader = draft?.leaders.find((each) => each.account === account)
    form.setFieldValue([...at, 'standing'], leader?.standing ?? 'other')
    if (leader?.title) form.setFieldValue([...at, 'title'], leader.title)
  }
  return (
    <div className="reception-pair">
      <Form.Item name={[...at, 'account']} label={label} rules={needed(label)}>
        <Select
          loading={!draft}
          onChange={fill}
          options={(draft?.leaders ?? []).map(({ account, name, organ }) => ({
            value: account,
            label: `${name} · ${pick(organ)}`,
          }))}
        />
      </Form.Item>
      <Form.Item name={[...at, 'title']} label={say.office} rules={needed(say.office)}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name={[...at, 'standing']} label={say.standing}>
        <Select
          options={(['main', 'other'] as const).map((value) => ({
            value,
            label: pick(receptionTerms.receivingStanding[value]),
          }))}
        />
      </Form.Item>
    </div>
  )
}
