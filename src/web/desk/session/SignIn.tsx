/** The door of the desk: login and password, and whatever the house asks for beside them, one thing after the other. */
import { useMutation } from '@tanstack/react-query'
import { Alert, Button, Form, Input, type InputRef, Modal } from 'antd'
import { useEffect, useRef, useState } from 'react'
import type * as identity from '../../../identity/contract.ts'
import type { Received } from '../../../platform/http/endpoint.ts'
import { Problem } from '../../shared/problem.ts'
import { call } from '../api.ts'
import { troubleInWords } from '../layout/Trouble.tsx'
import { useLanguage } from '../locales/language.tsx'
import { CodeField, FactorToSet } from './CodeField.tsx'
import { NewPassword } from './NewPassword.tsx'
import { RecoveryCodes } from './RecoveryCodes.tsx'
import { SignInCard } from './SignInCard.tsx'
import { SignOnButton } from './SignOnButton.tsx'
import type { Me } from './session-context.ts'
import './sign-in.css'

interface Typed {
  readonly login: string
  readonly password: string
  readonly newPassword?: string
  readonly code?: string
}

interface SignInProps {
  readonly onEntered: (me: Me) => void
  /** The session ended while somebody worked: the page stays as it is underneath. */
  readonly again?: string
}

export function SignIn({ onEntered, again }: SignInProps) {
  const [codes, setCodes] = useState<{ readonly me: Me; readonly codes: readonly string[] } | null>(null)
  const card = (
    <SignInCard>
      {codes ? (
        <RecoveryCodes codes={codes.codes} onKept={() => onEntered(codes.me)} />
      ) : (
        <SignInForm
          {...(again ? { again } : {})}
          onEntered={({ recoveryCodes, ...me }) =>
            recoveryCodes ? setCodes({ me, codes: recoveryCodes }) : onEntered(me)
          }
        />
      )}
    </SignInCard>
  )
  useEnteredElsewhere(again, onEntered)
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

/** Whoever signs in again in another window finds this one open when they come back to it. */
function useEnteredElsewhere(again: string | undefined, onEntered: (me: Me) => void): void {
  useEffect(() => {
    if (!again) return
    const look = () =>
      call<typeof identity.readMe>('GET', '/api/session', {}).then(
        (me) => me.login === again && onEntered(me),
        () => undefined,
      )
    window.addEventListener('focus', look)
    return () => window.removeEventListener('focus', look)
  }, [again, onEntered])
}

type Entered = Received<typeof identity.logInEndpoint>

/** What was asked for once stays, or what was typed into it would be lost with the next refusal. */
interface Asked {
  readonly newPassword: boolean
  readonly code: 'no' | 'of the device' | 'of a device to set'
}

function asks(before: Asked, error: unknown): Asked {
  const refusal = error instanceof Problem ? (error.body.refusal ?? '') : ''
  const isAboutPassword = /^password-(?!expired)/.test(refusal)
  const code = { 'code-needed': 'of the device', 'second-factor-must-be-set': 'of a device to set' } as const
  return {
    newPassword: before.newPassword || isAboutPassword,
    code: code[refusal as keyof typeof code] ?? before.code,
  }
}

interface SignInFormProps {
  readonly again?: string
  readonly onEntered: (entered: Entered) => void
}

function SignInForm({ again, onEntered }: SignInFormProps) {
  const { words, language } = useLanguage()
  const first = useRef<InputRef>(null)
  const [form] = Form.useForm<Typed>()
  const [asked, setAsked] = useState<Asked>({ newPassword: false, code: 'no' })
  const entering = useMutation({
    mutationFn: ({ login, password, newPassword, code }: Typed) =>
      call<typeof identity.logInEndpoint>('POST', '/api/session', {
        body: { login, password, ...(newPassword ? { newPassword } : {}), ...(code ? { code } : {}) },
      }),
    onSuccess: onEntered,
    onError: (error) => setAsked((before) => asks(before, error)),
  })
  useEffect(() => first.current?.focus(), [])
  // to be asked for something more is no trouble
  const isTrouble = entering.error !== null && asks({ newPassword: false, code: 'no' }, entering.error).code === 'no'
  const needed = (label: string) => [{ required: true, message: words.field.needed(label) }]
  return (
    <>
      {again && <Alert type="info" title={words.signIn.again} />}
      <Form<Typed>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ login: again ?? '' }}
        onFinish={(typed) => entering.mutate(typed)}
      >
        <Form.Item name="login" label={words.signIn.login} rules={needed(words.signIn.login)}>
          <Input {...(again ? {} : { ref: first })} autoComplete="username" maxLength={100} spellCheck={false} />
        </Form.Item>
        <Form.Item name="password" label={words.signIn.password} rules={needed(words.signIn.password)}>
          <Input.Password {...(again ? { ref: first } : {})} autoComplete="current-password" maxLength={400} />
        </Form.Item>
        {asked.newPassword && <NewPassword />}
        {asked.code === 'of the device' && <CodeField />}
        {asked.code === 'of a device to set' && (
          <FactorToSet login={form.getFieldValue('login')} password={form.getFieldValue('password')} />
        )}
        {isTrouble && (
          <Alert role="alert" type="warning" showIcon title={troubleInWords(entering.error, words, language)} />
        )}
        <Button block type="primary" size="large" htmlType="submit" loading={entering.isPending}>
          {asked.newPassword ? words.signIn.changeAndEnter : words.signIn.enter}
        </Button>
      </Form>
      <SignOnButton where={again ? 'beside' : 'here'} />
    </>
  )
}
