/** 我的登录: one's own password, second factor, recovery codes and sessions. */
import { useMutation, useQuery } from '@tanstack/react-query'
import { Alert, App, Button, Form, Input } from 'antd'
import type * as identity from '../../../identity/contract.ts'
import type * as signIn from '../../../identity/sign-in/contract.ts'
import { call, queryClient } from '../api.ts'
import { Page } from '../layout/page.tsx'
import { Skeleton } from '../layout/Skeleton.tsx'
import { Trouble, troubleInWords } from '../layout/Trouble.tsx'
import { useLanguage } from '../locales/language.tsx'
import { MySessions } from './MySessions.tsx'
import { NewPassword } from './NewPassword.tsx'
import { SecondFactor } from './SecondFactor.tsx'
import './my-sign-in.css'

export const mySignInKey = ['my sign-in'] as const

export function MySignIn() {
  const { words } = useLanguage()
  const own = useQuery({
    queryKey: mySignInKey,
    queryFn: ({ signal }) => call<typeof signIn.readSignIn>('GET', '/api/sign-in', {}, { signal }),
  })
  return (
    <Page title={words.signIn.mine} isNarrowColumn>
      <div className="my-sign-in">
        {own.isPending && <Skeleton />}
        {own.isError && <Trouble error={own.error} onRetry={() => own.refetch()} />}
        {own.data && !own.data.hasPassword && <p className="panel">{words.signIn.passwordNone}</p>}
        {own.data?.hasPassword && <SecondFactor own={own.data} />}
        {own.data?.hasPassword && <Password />}
        <MySessions />
      </div>
    </Page>
  )
}

interface Typed {
  readonly old: string
  readonly password: string
}

function Password() {
  const { words, language } = useLanguage()
  const { message } = App.useApp()
  const [form] = Form.useForm<Typed>()
  const changing = useMutation({
    mutationFn: ({ old, password }: Typed) =>
      call<typeof identity.changePasswordEndpoint>('PUT', '/api/session/password', { body: { old, password } }),
    onSuccess: () => {
      void message.success(words.signIn.changed)
      form.resetFields()
      void queryClient.invalidateQueries({ queryKey: ['my sessions'] })
    },
  })
  return (
    <section className="panel" aria-labelledby="my-password">
      <h2 id="my-password">{words.signIn.password}</h2>
      <Form<Typed>
        form={form}
        layout="vertical"
        requiredMark={false}
        className="password-form"
        onFinish={(typed) => changing.mutate(typed)}
      >
        <Form.Item
          name="old"
          label={words.signIn.old}
          rules={[{ required: true, message: words.field.needed(words.signIn.old) }]}
        >
          <Input.Password autoComplete="current-password" maxLength={400} />
        </Form.Item>
        <NewPassword name="password" />
        {changing.error && (
          <Form.Item>
            <Alert role="alert" type="warning" showIcon title={troubleInWords(changing.error, words, language)} />
          </Form.Item>
        )}
        <Button htmlType="submit" loading={changing.isPending}>
          {words.signIn.change}
        </Button>
        <p className="faint">{words.signIn.changeSays}</p>
      </Form>
    </section>
  )
}
