/** 成立专项工作小组: of whom, about which petitions, what for and until when. */
import { Alert, App, Button, Form, Input, Select } from 'antd'
import { useNavigate, useSearchParams } from 'react-router'
import { Area } from '../layout/Area.tsx'
import { DayField } from '../layout/DayField.tsx'
import { Page } from '../layout/page.tsx'
import { troubleInWords } from '../layout/Trouble.tsx'
import { useLanguage } from '../locales/language.tsx'
import { useSession } from '../session/session-context.ts'
import { useItems } from './conferences.ts'
import { useFounding, useGroupWords } from './groups.ts'
import { PersonFields } from './PersonFields.tsx'
import './conferences.css'

interface TypedPerson {
  readonly organ: string
  readonly account: string
}
interface Typed {
  readonly name: string
  readonly purpose: string
  readonly topic?: string
  readonly item?: string | null
  readonly lead: TypedPerson
  readonly members?: readonly TypedPerson[]
  readonly numbers: string
  readonly until: string
}

export function FoundGroup() {
  const { words, language } = useLanguage()
  const say = useGroupWords()
  const { message } = App.useApp()
  const navigate = useNavigate()
  const [search] = useSearchParams()
  const organ = useSession().organ.id
  const founding = useFounding()
  const items = useItems({ conference: organ, shelf: 'followed' })
  const decisions = items.data?.pages.flatMap((page) => page.items) ?? []
  const needed = (label: string) => [{ required: true, whitespace: true, message: say.needed(label) }]
  const send = (typed: Typed) =>
    founding.mutate(bodyOf(typed), {
      onSuccess: ({ group }) => {
        void message.success(say.founded)
        navigate(`/conferences/groups/${group}`)
      },
    })
  const start = { members: [{}], numbers: search.get('petition') ?? '', item: search.get('item') }
  return (
    <Page title={say.found} isNarrowColumn>
      <p className="soft page-says">{say.says}</p>
      <Form layout="vertical" initialValues={start} onFinish={send}>
        <Form.Item name="name" label={say.name} rules={needed(say.name)}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="purpose" label={say.purpose} rules={needed(say.purpose)}>
          <Area rows={4} maxLength={20_000} />
        </Form.Item>
        <Form.Item name="topic" label={say.topic}>
          <Input maxLength={200} />
        </Form.Item>
        {decisions.length > 0 && (
          <Form.Item name="item" label={say.decisionOf}>
            <Select allowClear options={decisions.map(({ item, title }) => ({ value: item, label: title ?? item }))} />
          </Form.Item>
        )}
        <Form.Item name="numbers" label={say.cases} extra={say.numbers} rules={needed(say.cases)}>
          <Area rows={3} maxLength={1000} />
        </Form.Item>
        <fieldset className="group-person">
          <legend>{say.lead}</legend>
          <PersonFields conference={organ} at={['lead']} />
        </fieldset>
        <Form.List name="members">
          {(fields, { add, remove }) => (
            <>
              {fields.map(({ key, name }) => (
                <fieldset key={key} className="group-person">
                  <legend>{say.members}</legend>
                  <PersonFields conference={organ} at={['members', name]} inList={[name]} />
                  {fields.length > 1 && (
                    <Button size="small" type="text" onClick={() => remove(name)}>
                      {say.removePerson}
                    </Button>
                  )}
                </fieldset>
              ))}
              <Button onClick={() => add({})}>{say.addPerson}</Button>
            </>
          )}
        </Form.List>
        <Form.Item name="until" label={say.until} rules={needed(say.until)} className="group-until">
          <DayField mayBePast={false} ahead={[30, 90]} />
        </Form.Item>
        {founding.error && (
          <Alert role="alert" type="warning" showIcon title={troubleInWords(founding.error, words, language)} />
        )}
        <div className="proposal-save">
          <Button type="primary" htmlType="submit" loading={founding.isPending}>
            {say.found}
          </Button>
        </div>
      </Form>
    </Page>
  )
}

const bodyOf = ({ numbers, topic = '', item = null, members = [], ...typed }: Typed): object => ({
  ...typed,
  ...{ members, item: item ?? null, topic: topic.trim() || null },
  petitions: numbers.split(/[\s,，、]+/).filter((number) => number !== ''),
})
