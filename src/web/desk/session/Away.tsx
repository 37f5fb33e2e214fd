/** 外出委托: who will be away gives a colleague their handling, and takes it back. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Form, Modal, Select } from 'antd'
import type * as identity from '../../../identity/contract.ts'
import { delegatePosts } from '../../../kernel/viewer.ts'
import type { Received } from '../../../platform/http/endpoint.ts'
import { fullDay, todayInBeijing } from '../../shared/days.ts'
import { useColleagues } from '../accounts/colleagues.ts'
import { call } from '../api.ts'
import { DayField } from '../layout/DayField.tsx'
import { Skeleton } from '../layout/Skeleton.tsx'
import { Trouble, troubleInWords } from '../layout/Trouble.tsx'
import { useLanguage } from '../locales/language.tsx'
import { useHandlesHere, useSession } from './session-context.ts'
import './away.css'

export function Away({ onClose }: { readonly onClose: () => void }) {
  const { words } = useLanguage()
  const handles = useHandlesHere()
  const given = useQuery({
    queryKey: ['delegation'],
    queryFn: ({ signal }) => call<typeof identity.readDelegation>('GET', '/api/session/delegation', {}, { signal }),
    select: (answer) => answer.given,
  })
  return (
    <Modal open title={words.away.title} footer={null} onCancel={onClose} destroyOnHidden>
      <InPlaceOf />
      {given.isPending && <Skeleton />}
      {given.isError && <Trouble error={given.error} onRetry={() => given.refetch()} />}
      {given.isSuccess && given.data !== null && <Given given={given.data} />}
      {given.isSuccess && given.data === null && handles && <Give onGiven={onClose} />}
    </Modal>
  )
}

/** For whom one handles now. */
function InPlaceOf() {
  const { words, language } = useLanguage()
  const { actsFor } = useSession()
  return actsFor.map(({ account, name, until }) => (
    <Alert
      key={account}
      type="info"
      className="away-note"
      title={words.away.inPlaceOf(name, fullDay(until, language))}
    />
  ))
}

/** What has changed for colleagues and for oneself. */
function useDone(): () => void {
  const client = useQueryClient()
  return () => {
    for (const queryKey of [['delegation'], ['colleagues'], ['worklist']]) void client.invalidateQueries({ queryKey })
  }
}

type Stead = NonNullable<Received<typeof identity.readDelegation>['given']>

function Given({ given }: { readonly given: Stead }) {
  const { words, language } = useLanguage()
  const done = useDone()
  const revoking = useMutation({
    mutationFn: () => call<typeof identity.revokeDelegationEndpoint>('DELETE', '/api/session/delegation', {}),
    onSuccess: done,
  })
  const [from, until] = [fullDay(given.from, language), fullDay(given.until, language)]
  return (
    <div className="away">
      <p>{words.away.given(given.name, from, until)}</p>
      <p className="faint">{words.away.revokeSays}</p>
      {revoking.error && <Alert role="alert" type="warning" title={troubleInWords(revoking.error, words, language)} />}
      <Button danger loading={revoking.isPending} onClick={() => revoking.mutate()}>
        {words.away.revoke}
      </Button>
    </div>
  )
}

interface Typed {
  readonly to: string
  readonly from: string
  readonly until: string
}

function Give({ onGiven }: { readonly onGiven: () => void }) {
  const { words, language } = useLanguage()
  const done = useDone()
  const giving = useMutation({
    mutationFn: (body: Typed) => call<typeof identity.delegateEndpoint>('POST', '/api/session/delegation', { body }),
    onSuccess: () => {
      done()
      onGiven()
    },
  })
  const rules = (label: string) => [{ required: true, message: words.field.needed(label) }]
  return (
    <Form<Typed>
      layout="vertical"
      requiredMark={false}
      className="away"
      initialValues={{ from: todayInBeijing() }}
      onFinish={(typed) => giving.mutate(typed)}
    >
      <p className="soft">{words.away.says}</p>
      <Form.Item name="to" label={words.away.to} rules={rules(words.away.to)}>
        <Takers />
      </Form.Item>
      <div className="away-days">
        <Form.Item name="from" label={words.accounts.firstDay} rules={rules(words.accounts.firstDay)}>
          <DayField mayBePast={false} />
        </Form.Item>
        <Form.Item name="until" label={words.accounts.lastDay} rules={rules(words.accounts.lastDay)}>
          <DayField mayBePast={false} ahead={[1, 3, 7, 14]} />
        </Form.Item>
      </div>
      {giving.error && (
        <Alert role="alert" type="warning" showIcon title={troubleInWords(giving.error, words, language)} />
      )}
      <Button type="primary" htmlType="submit" loading={giving.isPending}>
        {words.away.give}
      </Button>
    </Form>
  )
}

interface TakersProps {
  readonly id?: string
  readonly value?: string
  readonly onChange?: (account: string) => void
}

/** Colleagues who could take over, with what keeps one of them away. */
function Takers(props: TakersProps) {
  const { words, language } = useLanguage()
  const { account: self } = useSession()
  const colleagues = useColleagues()
  const options = (colleagues.data ?? [])
    .filter(({ account, posts }) => account !== self.id && delegatePosts.some((post) => posts.includes(post)))
    .map(({ account, name, away }) => ({
      value: account,
      label: away
        ? words.away.colleague(name, fullDay(away.from, language), fullDay(away.until, language), away.name)
        : name,
    }))
  return (
    <Select
      {...props}
      loading={colleagues.isPending}
      showSearch={{ optionFilterProp: 'label' }}
      placeholder={words.choose}
      notFoundContent={words.away.nobody}
      options={options}
    />
  )
}
