import { useMutation } from '@tanstack/react-query'
import { Alert, App, Button, Form, Input } from 'antd'
import { type ReactNode, useState } from 'react'
import type * as signIn from '../../../identity/sign-in/contract.ts'
import type { Received } from '../../../platform/http/endpoint.ts'
import { call, queryClient } from '../api.ts'
import { troubleInWords } from '../layout/Trouble.tsx'
import { useLanguage } from '../locales/language.tsx'
import { CodeField, Offer } from './CodeField.tsx'
import { RecoveryCodes } from './RecoveryCodes.tsx'

type Own = Received<typeof signIn.readSignIn>
type Doing = 'setting' | 'turning off' | 'renewing' | null

/** What is on, and what can be done about it; each thing that is done asks for the password once more. */
export function SecondFactor({ own }: { readonly own: Own }) {
  const { words } = useLanguage()
  const { factor } = words.signIn
  const [doing, setDoing] = useState<Doing>(null)
  const [codes, setCodes] = useState<readonly string[] | null>(null)
  const isOn = own.secondFactor === 'on'
  const done = (shown: readonly string[] | null) => {
    setDoing(null)
    setCodes(shown)
    void queryClient.invalidateQueries()
  }
  return (
    <section className="panel" aria-labelledby="my-factor">
      <h2 id="my-factor">{factor.title}</h2>
      {codes ? (
        <RecoveryCodes codes={codes} onKept={() => setCodes(null)} />
      ) : (
        <>
          <p>{isOn ? factor.on : factor.off}</p>
          {own.isRequired && <p className="faint">{factor.required}</p>}
          {isOn && <p className={own.recoveryLeft > 2 ? 'faint' : 'broken'}>{factor.left(own.recoveryLeft)}</p>}
          {doing === null && <Acts own={own} onDo={setDoing} />}
          {doing === 'setting' && <Setting onSet={done} onLeave={() => setDoing(null)} />}
          {doing === 'turning off' && <TurningOff onDone={() => done(null)} onLeave={() => setDoing(null)} />}
          {doing === 'renewing' && <Renewing onDone={done} onLeave={() => setDoing(null)} />}
        </>
      )}
    </section>
  )
}

function Acts({ own, onDo }: { readonly own: Own; readonly onDo: (doing: Doing) => void }) {
  const { factor } = useLanguage().words.signIn
  if (own.secondFactor !== 'on')
    return (
      <div className="panel-acts">
        <Button type="primary" onClick={() => onDo('setting')}>
          {factor.set}
        </Button>
      </div>
    )
  return (
    <div className="panel-acts">
      <Button onClick={() => onDo('renewing')}>{factor.renew}</Button>
      {!own.isRequired && <Button onClick={() => onDo('turning off')}>{factor.turnOff}</Button>}
    </div>
  )
}

type Recovered = readonly string[]

function Setting({ onSet, onLeave }: { readonly onSet: (codes: Recovered) => void; readonly onLeave: () => void }) {
  const { words } = useLanguage()
  const offering = useMutation({
    mutationFn: ({ password }: Both) =>
      call<typeof signIn.offerOwn>('POST', '/api/sign-in/second-factor', { body: { password } }),
  })
  const confirming = useMutation({
    mutationFn: ({ code }: Both) => call<typeof signIn.setOwn>('PUT', '/api/sign-in/second-factor', { body: { code } }),
    onSuccess: ({ recoveryCodes }) => onSet(recoveryCodes),
  })
  if (!offering.data)
    return <BothForm asks={['password']} does={words.signIn.factor.next} acting={offering} onLeave={onLeave} />
  return (
    <BothForm asks={['code']} does={words.signIn.factor.confirm} acting={confirming} onLeave={onLeave}>
      <Offer {...offering.data} />
    </BothForm>
  )
}

function TurningOff({ onDone, onLeave }: { readonly onDone: () => void; readonly onLeave: () => void }) {
  const { words } = useLanguage()
  const { message } = App.useApp()
  const turning = useMutation({
    mutationFn: (body: Both) => call<typeof signIn.turnOffOwn>('POST', '/api/sign-in/second-factor/off', { body }),
    onSuccess: () => {
      void message.success(words.signIn.factor.turnedOff)
      onDone()
    },
  })
  return (
    <BothForm asks={['password', 'code']} does={words.signIn.factor.turnOff} acting={turning} onLeave={onLeave}>
      <p className="faint">{words.signIn.factor.turnOffSays}</p>
    </BothForm>
  )
}

function Renewing({ onDone, onLeave }: { readonly onDone: (codes: Recovered) => void; readonly onLeave: () => void }) {
  const { words } = useLanguage()
  const renewing = useMutation({
    mutationFn: (body: Both) => call<typeof signIn.renewRecovery>('POST', '/api/sign-in/recovery-codes', { body }),
    onSuccess: ({ recoveryCodes }) => onDone(recoveryCodes),
  })
  return (
    <BothForm asks={['password', 'code']} does={words.signIn.factor.renew} acting={renewing} onLeave={onLeave}>
      <p className="faint">{words.signIn.factor.renewSays}</p>
    </BothForm>
  )
}

interface Both {
  readonly password: string
  readonly code: string
}

interface BothFormProps {
  readonly asks: readonly (keyof Both)[]
  /** What the button does, in words. */
  readonly does: string
  readonly acting: {
    readonly mutate: (both: Both) => void
    readonly error: unknown
    readonly isPending: boolean
  }
  readonly onLeave: () => void
  readonly children?: ReactNode
}

function BothForm({ asks, does, acting, onLeave, children }: BothFormProps) {
  const { words, language } = useLanguage()
  return (
    <Form<Both>
      key={asks.join()}
      layout="vertical"
      requiredMark={false}
      className="password-form"
      onFinish={(typed) => acting.mutate(typed)}
    >
      {children}
      {asks.includes('password') && (
        <Form.Item
          name="password"
          label={words.signIn.old}
          rules={[{ required: true, message: words.field.needed(words.signIn.password) }]}
        >
          <Input.Password autoFocus autoComplete="current-password" maxLength={400} />
        </Form.Item>
      )}
      {asks.includes('code') && <CodeField {...(asks.length === 1 ? { says: words.signIn.firstCodeSays } : {})} />}
      {acting.error !== null && (
        <Form.Item>
          <Alert role="alert" type="warning" showIcon title={troubleInWords(acting.error, words, language)} />
        </Form.Item>
      )}
      <div className="panel-acts">
        <Button type="primary" htmlType="submit" loading={acting.isPending}>
          {does}
        </Button>
        <Button onClick={onLeave}>{words.cancel}</Button>
      </div>
    </Form>
  )
}
