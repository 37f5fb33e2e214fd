import { Alert, App, Button, Form, Input, Radio, TreeSelect } from 'antd'
import { useMemo } from 'react'
import { useNavigate } from 'react-router'
import { screeningTermOf } from '../../../wording/screening-terms.ts'
import { fullDay } from '../../shared/days.ts'
import { Area } from '../layout/Area.tsx'
import { DayField } from '../layout/DayField.tsx'
import { Page } from '../layout/page.tsx'
import { Skeleton } from '../layout/Skeleton.tsx'
import { Trouble, troubleInWords } from '../layout/Trouble.tsx'
import { useLanguage } from '../locales/language.tsx'
import { usePlaceName } from '../organs/directory.ts'
import { CategoryPicker } from '../registration/CategoryPicker.tsx'
import { useOpening, usePrepared } from './screenings.ts'

interface Typed {
  readonly kind: 'special' | 'regular'
  readonly title: string
  readonly brief: string
  readonly category?: string
  readonly rhythm?: string
  readonly areas: readonly string[]
  readonly due?: string
}

type Prepared = NonNullable<ReturnType<typeof usePrepared>['data']>

/** A new campaign: what, where, how often or until when. */
export function OpenPage() {
  const { words } = useLanguage()
  const prepared = usePrepared()
  if (prepared.isPending) return <Skeleton lines={8} />
  if (prepared.isError) return <Trouble error={prepared.error} onRetry={() => prepared.refetch()} />
  return (
    <Page title={words.screening.form.title}>
      <OpenForm prepared={prepared.data} />
    </Page>
  )
}

interface Branch {
  readonly value: string
  readonly title: string
  readonly children: Branch[]
}

/** Counties with their townships with their villages, each under the nearest around it. */
function useTree(places: Prepared['places']): readonly Branch[] {
  const { words } = useLanguage()
  const placeName = usePlaceName()
  return useMemo(() => {
    const roots: Branch[] = []
    const way: Branch[] = []
    for (const { region, areas } of places.toSorted((a, b) => (a.region < b.region ? -1 : 1))) {
      while (way.length > 0 && !region.startsWith(way.at(-1)?.value ?? '')) way.pop()
      const branch = { value: region, title: words.screening.form.place(placeName(region), areas), children: [] }
      const above = way.at(-1)?.children ?? roots
      above.push(branch)
      way.push(branch)
    }
    return roots
  }, [places, placeName, words])
}

function OpenForm({ prepared }: { readonly prepared: Prepared }) {
  const { words, pick, language } = useLanguage()
  const say = words.screening.form
  const { message } = App.useApp()
  const navigate = useNavigate()
  const opening = useOpening()
  const tree = useTree(prepared.places)
  const [form] = Form.useForm<Typed>()
  const kind = Form.useWatch('kind', form)
  const needed = (label: string) => [{ required: true, message: words.field.needed(label) }]
  const send = ({ kind: chosen, title, brief, category, rhythm, areas, due }: Typed) =>
    opening.mutate(
      {
        ...{ title, brief, areas, category: category ?? null },
        ...(chosen === 'regular' ? { rhythm, due: null } : { rhythm: null, due }),
      },
      {
        onSuccess: ({ screening }) => {
          void message.success(say.saved)
          navigate(`/screenings/${screening}`)
        },
      },
    )
  if (prepared.refusal) return <Alert type="info" showIcon title={pick(prepared.refusal)} />
  return (
    <Form<Typed>
      form={form}
      layout="vertical"
      className="screening-form"
      initialValues={{ kind: 'special' }}
      onFinish={send}
    >
      <Form.Item name="kind" label={say.kind}>
        <Radio.Group
          options={(['special', 'regular'] as const).map((value) => ({ value, label: words.screening[value] }))}
        />
      </Form.Item>
      <Form.Item name="title" label={say.name} rules={needed(say.name)} extra={say.nameHint}>
        <Input maxLength={200} autoComplete="off" />
      </Form.Item>
      <Form.Item name="brief" label={say.brief} rules={needed(say.brief)} extra={say.briefHint}>
        <Area rows={5} maxLength={20_000} />
      </Form.Item>
      <Form.Item name="category" label={say.category}>
        <CategoryPicker takesBranches />
      </Form.Item>
      <Form.Item name="areas" label={say.areas} rules={needed(say.areas)} extra={say.areasHint}>
        <TreeSelect
          treeData={tree as never}
          treeCheckable
          showCheckedStrategy={TreeSelect.SHOW_PARENT}
          maxTagCount={12}
          allowClear
        />
      </Form.Item>
      {kind === 'regular' ? (
        <Form.Item name="rhythm" label={say.rhythm} rules={needed(say.rhythm)}>
          <Radio.Group className="radio-lines">
            {prepared.rhythms.map(({ rhythm, from, until, due, basis }) => (
              <Radio key={rhythm} value={rhythm}>
                {screeningTermOf('screeningRhythm', rhythm)[language]}
                <p className="faint">
                  {say.rhythmHint(fullDay(from, language), fullDay(until, language), fullDay(due, language))}{' '}
                  {pick(basis)}
                </p>
              </Radio>
            ))}
          </Radio.Group>
        </Form.Item>
      ) : (
        <Form.Item name="due" label={say.due} rules={needed(say.due)}>
          <DayField ahead={[7, 15, 30]} mayBePast={false} />
        </Form.Item>
      )}
      {opening.error && (
        <Alert role="alert" type="warning" showIcon title={troubleInWords(opening.error, words, language)} />
      )}
      <Button type="primary" htmlType="submit" loading={opening.isPending}>
        {say.save}
      </Button>
    </Form>
  )
}
