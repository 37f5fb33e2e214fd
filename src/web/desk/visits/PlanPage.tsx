import { Alert, App, Button, Form, Input, Select } from 'antd'
import { useNavigate, useParams, useSearchParams } from 'react-router'
import { parseNumber } from '../../../kernel/petition-number.ts'
import { Area } from '../layout/Area.tsx'
import { DayField } from '../layout/DayField.tsx'
import { Page } from '../layout/page.tsx'
import { Skeleton } from '../layout/Skeleton.tsx'
import { Trouble, troubleInWords } from '../layout/Trouble.tsx'
import { useLanguage } from '../locales/language.tsx'
import { briefOf, type Prepared, usePrepared, useSaving, useVisit, type VisitView } from './visits.ts'
import './visits.css'

interface TypedCase {
  readonly petition?: string
  readonly spot?: string
  readonly meet?: string | null
  readonly brief?: string
  readonly questions?: string | null
  readonly consent?: string | null
}

interface Typed {
  readonly day: string
  readonly destination: string
  readonly leaders: readonly string[]
  readonly companions?: readonly string[]
  readonly cases?: readonly TypedCase[]
}

/** A new visit: `?petition=` says which cases are taken along. */
export function PlanPage() {
  const [search] = useSearchParams()
  const cases = search.getAll('petition').map((petition) => ({ petition }))
  return <PlanForm begun={{ cases: cases.length > 0 ? cases : [{}] }} visit={null} />
}

export function EditPage() {
  const { visit = '' } = useParams()
  const read = useVisit(visit)
  if (read.isPending) return <Skeleton lines={10} />
  if (read.isError) return <Trouble error={read.error} onRetry={() => read.refetch()} />
  return <PlanForm key={read.data.version} begun={typedOf(read.data)} visit={read.data} />
}

type Person = Prepared['leaders'][number]
/** Somebody may lead in two organs: which of them goes is part of the plan. */
const keyOf = ({ account, organ }: Pick<Person, 'account' | 'organ'>): string => `${account} ${organ.id}`
const whoIs = (key: string) => {
  const [account = '', organ = ''] = key.split(' ')
  return { account, organ }
}

const typedOf = ({ day, destination, leaders, companions, cases }: VisitView): Partial<Typed> => ({
  ...{ day, destination, leaders: leaders.map(keyOf), companions: companions.map(keyOf) },
  cases: cases.map(({ petition, spot, meet, brief, questions, consent }) => ({
    ...{ petition, spot, meet, brief, questions, consent },
  })),
})

const maybe = (text: string | null | undefined): string | null => text?.trim() || null

const planOf = ({ day, destination, leaders, companions = [], cases = [] }: Typed): object => ({
  ...{ day, destination, leaders: leaders.map(whoIs), companions: companions.map(whoIs) },
  cases: cases.map(({ petition, spot, meet, brief, questions, consent }) => ({
    ...{ petition: parseNumber(petition ?? '') ?? petition, spot, brief },
    ...{ meet: maybe(meet), questions: maybe(questions), consent: maybe(consent) },
  })),
})

function PlanForm({ begun, visit }: { readonly begun: Partial<Typed>; readonly visit: VisitView | null }) {
  const { words, language, pick } = useLanguage()
  const say = words.visit.form
  const { message } = App.useApp()
  const navigate = useNavigate()
  const { data: prepared } = usePrepared()
  const saving = useSaving(visit && { id: visit.visit, version: visit.version })
  const needed = (label: string) => [{ required: true, message: words.field.needed(label) }]
  const options = (people: readonly Person[]) => {
    const known = new Map(
      [...people, ...(visit ? [...visit.leaders, ...visit.companions] : [])].map((one) => [keyOf(one), one]),
    )
    return [...known].map(([value, { name, organ }]) => ({ value, label: `${name} · ${pick(organ)}` }))
  }
  const save = (typed: Typed) =>
    saving.mutate(planOf(typed), {
      onSuccess: ({ visit: saved }) => {
        void message.success(say.saved)
        navigate(`/visits/${saved}`, { replace: true })
      },
    })
  return (
    <Page title={visit ? say.edit : say.title} isNarrowColumn>
      <Form<Typed> layout="vertical" requiredMark={false} initialValues={begun} onFinish={save} scrollToFirstError>
        <Form.Item name="day" label={say.day} rules={needed(say.day)}>
          <DayField ahead={[1, 3, 7, 14]} mayBePast={false} />
        </Form.Item>
        <Form.Item name="destination" label={say.destination} rules={needed(say.destination)}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="leaders" label={say.leaders} rules={needed(say.leaders)}>
          <Select
            mode="multiple"
            options={options(prepared?.leaders ?? [])}
            showSearch={{ optionFilterProp: 'label' }}
          />
        </Form.Item>
        <Form.Item name="companions" label={say.companions}>
          <Select
            mode="multiple"
            options={options(prepared?.companions ?? [])}
            showSearch={{ optionFilterProp: 'label' }}
          />
        </Form.Item>
        <Cases />
        {saving.error && (
          <Alert role="alert" type="warning" showIcon title={troubleInWords(saving.error, words, language)} />
        )}
        <div className="visit-save">
          <Button type="primary" htmlType="submit" loading={saving.isPending}>
            {say.save}
          </Button>
          <Button onClick={() => navigate(-1)}>{words.cancel}</Button>
        </div>
      </Form>
    </Page>
  )
}

function Cases() {
  const { words, language } = useLanguage()
  const { message } = App.useApp()
  const form = Form.useFormInstance<Typed>()
  const say = words.visit.form
  const needed = (label: string) => [{ required: true, whitespace: true, message: words.field.needed(label) }]
  const fill = async (at: number) => {
    const number = parseNumber(form.getFieldValue(['cases', at, 'petition']) ?? '')
    if (number === null) return void message.warning(words.field.needed(say.petition))
    try {
      form.setFieldValue(['cases', at, 'brief'], await briefOf(number, language))
    } catch (error) {
      void message.warning(troubleInWords(error as Error, words, language))
    }
  }
  return (
    <Form.List name="cases">
      {(fields, { add, remove, move }) => (
        <Form.Item label={say.cases}>
          {fields.map(({ key, name }, at) => (
            <fieldset key={key} className="visit-case-form">
              <legend>{say.case(at + 1)}</legend>
              <Form.Item
                name={[name, 'petition']}
                label={say.petition}
                rules={[
                  {
                    validator: (_, typed: string | undefined) =>
                      parseNumber(typed ?? '') ? Promise.resolve() : Promise.reject(words.field.needed(say.petition)),
                  },
                ]}
              >
                <Input maxLength={64} inputMode="numeric" />
              </Form.Item>
              <Form.Item name={[name, 'spot']} label={say.spot} extra={say.spotHint} rules={needed(say.spot)}>
                <Input maxLength={200} />
              </Form.Item>
              <Form.Item name={[name, 'meet']} label={say.meet}>
                <Input maxLength={500} autoComplete="off" />
              </Form.Item>
              <Form.Item name={[name, 'brief']} label={say.brief} extra={say.briefHint} rules={needed(say.brief)}>
                <Area rows={4} maxLength={4000} />
              </Form.Item>
              <div className="visit-case-acts">
                <Button onClick={() => void fill(name)}>{say.fromSummary}</Button>
              </div>
              <Form.Item name={[name, 'questions']} label={say.questions}>
                <Area rows={2} maxLength={4000} />
              </Form.Item>
              <Form.Item name={[name, 'consent']} label={say.consent} extra={say.consentHint}>
                <Input maxLength={4000} />
              </Form.Item>
              <div className="visit-case-acts">
                <Button disabled={at === 0} onClick={() => move(at, at - 1)}>
                  {say.up}
                </Button>
                <Button disabled={at === fields.length - 1} onClick={() => move(at, at + 1)}>
                  {say.down}
                </Button>
                <Button onClick={() => remove(name)}>{words.remove}</Button>
              </div>
            </fieldset>
          ))}
          <Button type="dashed" onClick={() => add({})} disabled={fields.length >= 20}>
            {say.addCase}
          </Button>
        </Form.Item>
      )}
    </Form.List>
  )
}
