/** Behind a link with which somebody sets the first password of their account. What is in the link never leaves in an address. */
import { useMutation, useQuery } from '@tanstack/react-query'
import { Alert, Button, Form } from 'antd'
import { useEffect, useState } from 'react'
import { Link } from 'react-router'
import type * as signIn from '../../../identity/sign-in/contract.ts'
import { call } from '../api.ts'
import { usePageTitle } from '../layout/page.tsx'
import { Skeleton } from '../layout/Skeleton.tsx'
import { troubleInWords } from '../layout/Trouble.tsx'
import { useLanguage } from '../locales/language.tsx'
import { NewPassword } from './NewPassword.tsx'
import { SignInCard } from './SignInCard.tsx'
import './sign-in.css'

export function Invitation() {
  const { words, language } = useLanguage()
  const [token] = useState(() => window.location.hash.slice(1) || '-')
  usePageTitle(words.signIn.invitedTitle)
  useEffect(() => window.history.replaceState(window.history.state, '', window.location.pathname), [])
  const invited = useQuery({
    queryKey: ['invitation', token],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: () => call<typeof signIn.readInvitation>('POST', '/api/invitation', { body: { token } }),
  })
  return (
    <div className="sign-in">
      <SignInCard>
        {invited.isPending && <Skeleton lines={4} />}
        {invited.error && (
          <>
            <Alert role="alert" type="warning" showIcon title={troubleInWords(invited.error, words, language)} />
            <Link to="/">{words.signIn.backToSignIn}</Link>
          </>
        )}
        {invited.data && <FirstPassword token={token} {...invited.data} />}
      </SignInCard>
    </div>
  )
}

interface FirstPasswordProps {
  readonly token: string
  readonly login: string
  readonly name: string
}

function FirstPassword({ token, login, name }: FirstPasswordProps) {
  const { words, language } = useLanguage()
  const setting = useMutation({
    mutationFn: ({ password }: { readonly password: string }) =>
      call<typeof signIn.acceptInvitation>('PUT', '/api/invitation', { body: { token, password } }),
  })
  if (setting.isSuccess)
    return (
      <>
        <Alert role="status" type="success" showIcon title={words.signIn.passwordSet} />
        <Link to="/">{words.signIn.enter}</Link>
      </>
    )
  return (
    <Form layout="vertical" requiredMark={false} onFinish={(typed) => setting.mutate(typed)}>
      <h2>{words.signIn.invited(name)}</h2>
      <p className="soft">
        {words.signIn.login} <strong>{login}</strong>
      </p>
      {/* for whatever keeps passwords */}
      <input type="text" name="username" autoComplete="username" value={login} readOnly hidden />
      <NewPassword name="password" />
      {setting.error && (
        <Alert role="alert" type="warning" showIcon title={troubleInWords(setting.error, words, language)} />
      )}
      <Button block type="primary" size="large" htmlType="submit" loading={setting.isPending}>
        {words.signIn.setPassword}
      </Button>
    </Form>
  )
}
