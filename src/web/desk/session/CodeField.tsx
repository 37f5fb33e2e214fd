import { useQuery } from '@tanstack/react-query'
import { Form, Input } from 'antd'
import type * as signIn from '../../../identity/sign-in/contract.ts'
import { qrPath } from '../../shared/qr.ts'
import { call } from '../api.ts'
import { Skeleton } from '../layout/Skeleton.tsx'
import { Trouble } from '../layout/Trouble.tsx'
import { useLanguage } from '../locales/language.tsx'

/** Six digits, or a recovery code where there may be one. */
export function CodeField({ says }: { readonly says?: string }) {
  const { words } = useLanguage()
  return (
    <Form.Item
      name="code"
      label={words.signIn.code}
      extra={says ?? words.signIn.codeSays}
      rules={[{ required: true, message: words.field.needed(words.signIn.code) }]}
    >
      <Input autoFocus className="code" autoComplete="one-time-code" maxLength={40} spellCheck={false} />
    </Form.Item>
  )
}

/** Somebody whose office wants a second factor sets it on the way in. */
export function FactorToSet({ login, password }: { readonly login: string; readonly password: string }) {
  const { words } = useLanguage()
  const offer = useQuery({
    queryKey: ['offer at the door', login],
    queryFn: () => call<typeof signIn.offerAtDoor>('POST', '/api/session/second-factor', { body: { login, password } }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })
  if (offer.isPending) return <Skeleton lines={4} />
  if (offer.isError) return <Trouble error={offer.error} onRetry={() => offer.refetch()} />
  return (
    <>
      <p>{words.signIn.mustSet}</p>
      <Offer {...offer.data} />
      <CodeField says={words.signIn.firstCodeSays} />
    </>
  )
}

/** The secret for an authenticator: to be scanned, or typed in by hand. */
export function Offer({ uri, secret }: { readonly uri: string; readonly secret: string }) {
  const { words } = useLanguage()
  const { d, size } = qrPath(uri)
  return (
    <figure className="offer">
      <svg viewBox={`0 0 ${size} ${size}`} role="img" aria-label={words.signIn.scan} shapeRendering="crispEdges">
        <rect width={size} height={size} fill="#fff" />
        <path d={d} fill="#000" />
      </svg>
      <figcaption>
        <span className="faint">{words.signIn.byHand}</span>
        <code>{secret.replace(/(.{4})(?=.)/g, '$1 ')}</code>
      </figcaption>
    </figure>
  )
}
