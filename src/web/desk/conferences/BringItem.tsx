/** 提请研究: which conference, what about, and why. */
import { Alert, App, Button, Form, Input, Select } from 'antd'
import { useNavigate, useSearchParams } from 'react-router'
import { conferenceTerms } from '../../../wording/conference-terms.ts'
import { Area } from '../layout/Area.tsx'
import { Nothing } from '../layout/Nothing.tsx'
import { Page } from '../layout/page.tsx'
import { Skeleton } from '../layout/Skeleton.tsx'
import { Trouble, troubleInWords } from '../layout/Trouble.tsx'
import { useLanguage } from '../locales/language.tsx'
import { OrganPicker } from '../organs/OrganPicker.tsx'
import { type ConferenceEntry, useBringing, useConferences, useConferenceWords } from './conferences.ts'
import './conferences.css'

export function BringItem() {
  const say = useConferenceWords()
  const read = useConferences()
  if (read.isPending) return <Skeleton lines={8} />
  if (read.isError) return <Trouble error={read.error} onRetry={() => read.refetch()} />
  return (
    <Page title={say.bring} isNarrowColumn>
      {read.data.length === 0 ? (
        <Nothing title={say.nobody} says={say.nobodySays} />
      ) : (
        <BringForm conferences={read.data} />
      )}
    </Page>
  )
}

interface Typed {
  readonly conference: string
  readonly kind: string
  readonly title: string
  readonly paper: string
  readonly numbers?: string
  readonly against?: string | null
}

/** A dispute comes by itself when it is referred. */
const kinds = Object.entries(conferenceTerms.itemKind).filter(([kind]) => kind !== 'jurisdiction')

function BringForm({ conferences }: { readonly conferences: readonly ConferenceEntry[] }) {
  const { words, pick, language } = useLanguage()
  const say = useConferenceWords()
  const { message } = App.useApp()
  const navigate = useNavigate()
  const [search] = useSearchParams()
  const [form] = Form.useForm<Typed>()
  const kind = Form.useWatch('kind', form)
  const bringing = useBringing()
  const needed = (label: string) => [{ required: true, whitespace: true, message: say.needed(label) }]
  const send = (typed: Typed) =>
    bringing.mutate(bodyOf(typed), {
      onSuccess: ({ item }) => {
        void message.success(say.brought)
        navigate(`/conferences/items/${item}`)
      },
    })
  const asked = search.get('of')
  const first = conferences.find(({ conference }) => conference.id === asked) ?? conferences[0]
  const start: Partial<Typed> = {
    ...(first ? { conference: first.conference.id } : {}),
    kind: search.get('kind') ?? 'hardCase',
    numbers: search.get('petition') ?? '',
  }
  return (
    <Form form={form} layout="vertical" initialValues={start} onFinish={send}>
      <Form.Item name="conference" label={say.conference} rules={needed(say.conference)}>
        <Select options={conferences.map(({ conference }) => ({ value: conference.id, label: pick(conference) }))} />
      </Form.Item>
      <Form.Item name="kind" label={say.kind} rules={needed(say.kind)}>
        <Select options={kinds.map(([value, term]) => ({ value, label: pick(term) }))} />
      </Form.Item>
      <Form.Item name="title" label={say.name} rules={needed(say.name)}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="numbers" label={say.aboutPetitions} extra={say.numbers}>
        <Area rows={2} maxLength={1000} />
      </Form.Item>
      {kind === 'measure' && (
        <Form.Item name="against" label={say.against} extra={say.againstSays} rules={needed(say.against)}>
          <OrganPicker />
        </Form.Item>
      )}
      <Form.Item name="paper" label={say.paper} extra={say.paperSays} rules={needed(say.paper)}>
        <Area rows={8} maxLength={20_000} />
      </Form.Item>
      {bringing.error && (
        <Alert role="alert" type="warning" showIcon title={troubleInWords(bringing.error, words, language)} />
      )}
      <div className="proposal-save">
        <Button type="primary" htmlType="submit" loading={bringing.isPending}>
          {say.bring}
        </Button>
      </div>
    </Form>
  )
}

const bodyOf = ({ conference, kind, title, paper, numbers = '', against }: Typed): object => ({
  ...{ conference, kind, title, paper },
  petitions: numbers.split(/[\s,，、]+/).filter((number) => number !== ''),
  against: kind === 'measure' && against ? [against] : [],
})
