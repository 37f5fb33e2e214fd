import { Button, Dropdown } from 'antd'
import { useLanguage } from '../locales/language.tsx'
import type { Account } from './Accounts.tsx'
import type { useAccountActs } from './acts.ts'

interface SignInActsProps {
  readonly account: Account
  readonly acting: Pick<ReturnType<typeof useAccountActs>, 'endSessions' | 'resetFactor'>
}

/** Rarer than the others, so they stand behind a button of their own. */
export function SignInActs({ account, acting }: SignInActsProps) {
  const { administrator } = useLanguage().words.signIn
  const items = [
    { key: 'sessions', label: administrator.endSessions, onClick: acting.endSessions },
    ...(account.hasSecondFactor
      ? [{ key: 'factor', label: administrator.resetFactor, onClick: acting.resetFactor }]
      : []),
  ]
  return (
    <Dropdown trigger={['click']} menu={{ items }}>
      <Button size="small">{administrator.more}</Button>
    </Dropdown>
  )
}
