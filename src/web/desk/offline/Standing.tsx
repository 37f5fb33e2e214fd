/** Whether there is a network, and how much waits for one; whoever was signed out in the meantime signs in again here. */
import { Button } from 'antd'
import { useState } from 'react'
import { useIsOnline } from '../layout/OfflineBanner.tsx'
import { useLanguage } from '../locales/language.tsx'
import { SignIn } from '../session/SignIn.tsx'
import type { useEntries } from './useEntries.ts'

interface StandingProps {
  /** Whose sheet it is. */
  readonly account: string
  readonly own: ReturnType<typeof useEntries>
}

export function Standing({ account, own }: StandingProps) {
  const { words } = useLanguage()
  const say = words.offline
  const isOnline = useIsOnline()
  const [isSigningIn, signIn] = useState(false)
  const [isOthers, setOthers] = useState(false)
  const waiting = own.entries.filter(({ refusal }) => refusal === null).length
  const refused = own.entries.length - waiting
  return (
    <>
      <div className="field-standing" role="status">
        <strong>{isOnline ? say.online : say.offline}</strong>
        <span>{waiting === 0 ? say.allSent : say.waiting(waiting)}</span>
        {refused > 0 && <span className="field-broken">{say.refused(refused)}</span>}
        {isOnline && waiting > 0 && own.held === 'signed-out' && (
          <Button type="primary" onClick={() => signIn(true)}>
            {say.signIn}
          </Button>
        )}
        {isOthers && <span className="field-broken">{say.othersSignedIn}</span>}
        {isOnline && waiting > 0 && own.held !== 'signed-out' && (
          <Button loading={own.isSending} onClick={() => void own.send()}>
            {say.send}
          </Button>
        )}
      </div>
      {isSigningIn && (
        <SignIn
          onEntered={(me) => {
            signIn(false)
            setOthers(me.account !== account)
            if (me.account === account) void own.send()
          }}
        />
      )}
    </>
  )
}
