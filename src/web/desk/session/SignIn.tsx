import { useMutation } from '@tanstack/react-query'
import { Alert, Button, Form, Input, type InputRef, Modal } from 'antd'
import { useEffect, useRef } from 'react'
import type * as identity from '../../../identity/contract.ts'
import { Problem } from '../../shared/problem.ts'
import { call } from '../api.ts'
import { LanguageSwitch } from '../layout/LanguageSwitch.tsx'
import { troubleInWords } from '../layout/Trouble.tsx'
import { useLanguage } from '../locales/language.tsx'
import type { Me } from './session-context.ts'
import './sign-in.css'

interface Typed {
  readonly login: string
  readonly password: string
  readonly newPassword?: string
  readonly repeated?: string
}

interface SignInProps {
  readonly onEntered: (me: Me) => void
  /** The session ended while somebody worked: the page stays as it is underneath. */
  readonly again?: string
}

const mustChange = (error: unknown): boolean =>
  error instanceof Problem &&
  ['password-must-change', 'password-unchanged', 'password-too-short', 'password-too-common'].includes(
    error.body.refusal ?? '',
  )

export function SignIn({ onEntered, again }: SignInProps) {
  const { words, language } = useLanguage()
  const first = useRef<InputRef>(null)
  const entering = useMutation({
    mutationFn: ({ login, password, newPassword }: Typed) =>
      call<typeof identity.logInEndpoint>('POST', '/api/session', {
        body: { login, password, ...(newPassword ? { newPassword } : {}) },
      }),
    onSuccess: onEntered,
  })
  useEffect(() => first.current?.focus(), [])
  const isChanging = mustChange(entering.error)
  const card = (
    <main className="sign-in-card">
      <header>
        <img src={`${import.meta.env.BASE_URL}bridge.svg`} alt="" width={36} height={36} />
        <div>
          <h1>{words.house}</h1>
          <p className="soft">{words.signIn.says}</p>
        </div>
      </header>
      {again && <Alert type="info" title={words.signIn.again} />}
      <Form<Typed>
        layout="vertical"
        requiredMark={false}
        initialValues={{ login: again ?? '' }}
        onFinish={(typed) => entering.mutate(typed)}
      >
        <Form.Item
          name="login"
          label={words.signIn.login}
          rules={[{ required: true, message: words.field.needed(words.signIn.login) }]}
        >
          <Input {...(again ? {} : { ref: first })} autoComplete="username" maxLength={100} spellCheck={false} />
        </Form.Item>
        <Form.Item
          name="password"
          label={words.signIn.password}
          rules={[{ required: true, message: words.field.needed(words.signIn.password) }]}
        >
          <Input.Password {...(again ? { ref: first } : {})} autoComplete="current-password" maxLength={400} />
        </Form.Item>
        {isChanging && <NewPassword />}
        {entering.error && (
          <Alert role="alert" type="warning" showIcon title={troubleInWords(entering.error, words, language)} />
        )}
        <Button block type="primary" size="large" htmlType="submit" loading={entering.isPending}>
          {isChanging ? words.signIn.changeAndEnter : words.signIn.enter}
        </Button>
      </Form>
      <footer>
        <LanguageSwitch />
        <span className="faint">{words.signIn.forgot}</span>
      </footer>
    </main>
  )
  if (!again) return <div className="sign-in">{card}</div>
  return (
    <Modal
      open
      closable={false}
      keyboard={false}
      footer={null}
      mask={{ closable: false }}
      width={440}
      zIndex={2000}
      centered
    >
      {card}
    </Modal>
  )
}

/** In place of a password that somebody else made, or for a change. */
export function NewPassword({ name = 'newPassword' }: { readonly name?: string }) {
  const { words } = useLanguage()
  return (
    <>
      <Form.Item
        name={name}
        label={words.signIn.newPassword}
        extra={words.signIn.newPasswordSays}
        rules={[{ required: true, message: words.field.needed(words.signIn.newPassword) }]}
      >
        <Input.Password autoComplete="new-password" maxLength={400} />
      </Form.Item>
      <Form.Item
        name="repeated"
        label={words.signIn.repeated}
        dependencies={[name]}
        rules={[
          ({ getFieldValue }) => ({
            validator: async (_, repeated: string | undefined) => {
              if (repeated !== getFieldValue(name)) throw new Error(words.signIn.notTheSame)
            },
          }),
        ]}
      >
        <Input.Password autoComplete="new-password" maxLength={400} />
      </Form.Item>
    </>
  )
}
