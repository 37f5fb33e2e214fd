/** Signing out, asked about once where something on this phone would be lost by it. */
import { App } from 'antd'
import { useLanguage } from '../locales/language.tsx'
import { useSession } from '../session/session-context.ts'
import { wouldBeLost } from './leaving.ts'

export function useSigningOut(): () => Promise<void> {
  const { modal } = App.useApp()
  const { words } = useLanguage()
  const { account, signOut } = useSession()
  const say = words.offline.leaving
  return async () => {
    const count = await wouldBeLost(account.id).catch(() => 0)
    if (count === 0) return signOut()
    modal.confirm({
      title: say.title,
      content: say.says(count),
      okText: say.leave,
      okButtonProps: { danger: true },
      cancelText: say.stay,
      onOk: signOut,
    })
  }
}
