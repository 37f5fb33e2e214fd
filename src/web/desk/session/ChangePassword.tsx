import { useMutation } from '@tanstack/react-query'
import { Alert, App, Button, Form, Input } from 'antd'
import { useNavigate } from 'react-router'
import type * as identity from '../../../identity/contract.ts'
import { call } from '../api.ts'
import { Page } from '../layout/page.tsx'
import { troubleInWords } from '../layout/Trouble.tsx'
import { useLanguage } from '../locales/language.tsx'
import { NewPassword } from './SignIn.tsx'

interface Typed {
  readonly old: string
  readonly password: string
}

export function ChangePassword() {
  const { words, language } = useLanguage()
  const { message } = App.useApp()
  const navigate = useNavigate()
  const changing = useMutation({
    mutationFn: ({ old, password }: Typed) =>
      call<typeof identity.changePasswordEndpoint>('PUT', '/api/session/password', { body: { old, password } }),
    onSuccess: () => {
      void message.success(words.signIn.changed)
      navigate('/')
    },
  })
  return (
    <Page title={words.signIn.change} isNarrowColumn>
      <Form<Typed>
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
          <Input.Password autoFocus autoComplete="current-password" maxLength={400} />
        </Form.Item>
        <NewPassword name="password" />
        {changing.error && (
          <Form.Item>
            <Alert role="alert" type="warning" showIcon title={troubleInWords(changing.error, words, language)} />
          </Form.Item>
        )}
        <Button type="primary" htmlType="submit" loading={changing.isPending}>
          {words.signIn.change}
        </Button>
        <p className="faint">{words.signIn.changeSays}</p>
      </Form>
    </Page>
  )
}
