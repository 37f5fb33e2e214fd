/** Where the office's directory sends people back to. What it answered goes to the house at once, and out of the address. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert } from 'antd'
import { useEffect, useState } from 'react'
import { Link, useNavigate } from 'react-router'
import type * as signIn from '../../../identity/sign-in/contract.ts'
import { call } from '../api.ts'
import { usePageTitle } from '../layout/page.tsx'
import { Skeleton } from '../layout/Skeleton.tsx'
import { troubleInWords } from '../layout/Trouble.tsx'
import { useLanguage } from '../locales/language.tsx'
import { SignInCard } from './SignInCard.tsx'
import './sign-in.css'

export function SignOnBack() {
  const { words, language } = useLanguage()
  const navigate = useNavigate()
  const client = useQueryClient()
  const [answer] = useState(() => window.location.search)
  usePageTitle(words.signIn.enter)
  // a query, so that the page asks once however often it is drawn: the answer is good once
  const back = useQuery({
    queryKey: ['sign-on', answer],
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
    queryFn: () => call<typeof signIn.finishSignOn>('PUT', '/api/session/sign-on', { body: { answer } }),
  })
  useEffect(() => window.history.replaceState(window.history.state, '', window.location.pathname), [])
  useEffect(() => {
    if (!back.data) return
    client.setQueryData(['session'], back.data)
    navigate('/', { replace: true })
  }, [back.data, client, navigate])
  return (
    <div className="sign-in">
      <SignInCard>
        {back.error ? (
          <>
            <Alert role="alert" type="warning" showIcon title={troubleInWords(back.error, words, language)} />
            <Link to="/">{words.signIn.backToSignIn}</Link>
          </>
        ) : (
          <div role="status" aria-label={words.signIn.signingOn}>
            <Skeleton lines={3} />
          </div>
        )}
      </SignInCard>
    </div>
  )
}
