import { useMutation, useQuery } from '@tanstack/react-query'
import { Alert, Button } from 'antd'
import type * as signIn from '../../../identity/sign-in/contract.ts'
import { call } from '../api.ts'
import { troubleInWords } from '../layout/Trouble.tsx'
import { useLanguage } from '../locales/language.tsx'

interface SignOnButtonProps {
  /** Beside: in a window of its own, so that the page on which somebody worked stays as it is. */
  readonly where: 'here' | 'beside'
}

const go = { here: (url: string) => window.location.assign(url), beside: (url: string) => window.open(url, '_blank') }

/** Through the office's own directory, where the house knows one. */
export function SignOnButton({ where }: SignOnButtonProps) {
  const { words, language } = useLanguage()
  const ways = useQuery({
    queryKey: ['ways to sign in'],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: ({ signal }) => call<typeof signIn.readWays>('GET', '/api/session/ways', {}, { signal }),
  })
  const going = useMutation({
    mutationFn: () => call<typeof signIn.beginSignOn>('POST', '/api/session/sign-on', {}),
    onSuccess: ({ url }) => go[where](url),
  })
  if (!ways.data?.signOn) return null
  return (
    <div className="sign-on">
      <span className="faint">{words.signIn.or}</span>
      <Button
        block
        size="large"
        loading={going.isPending || (going.isSuccess && where === 'here')}
        onClick={() => going.mutate()}
      >
        {words.signIn.signOn}
      </Button>
      {going.error && (
        <Alert role="alert" type="warning" showIcon title={troubleInWords(going.error, words, language)} />
      )}
    </div>
  )
}
