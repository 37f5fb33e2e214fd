/** What an administrator does to one account, each asked for once more where it cannot be undone. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import type * as identity from '../../../identity/contract.ts'
import type * as signIn from '../../../identity/sign-in/contract.ts'
import { call } from '../api.ts'
import { troubleInWords } from '../layout/Trouble.tsx'
import { useLanguage } from '../locales/language.tsx'
import type { Account } from './Accounts.tsx'
import type { Handed } from './OneTimePassword.tsx'
import type { Held, WantedPost } from './terms.ts'

export function useAccountActs(account: Account, onHanded: (handed: Handed) => void) {
  const { words, term } = useLanguage()
  const { act, ask } = useActing()
  const params = { account: account.id }
  return {
    reset: () =>
      ask(words.accounts.reset, words.accounts.resetSays(account.name), async () => {
        const done = await call<typeof identity.resetPasswordEndpoint>('POST', '/api/accounts/:account/password', {
          params,
        })
        onHanded({ name: account.name, login: account.login, password: done.password })
      }),
    endSessions: () =>
      ask(words.signIn.administrator.endSessions, words.signIn.administrator.endSessionsSays(account.name), () =>
        call<typeof signIn.endAccountSessions>('DELETE', '/api/accounts/:account/sessions', { params }),
      ),
    resetFactor: () =>
      ask(words.signIn.administrator.resetFactor, words.signIn.administrator.resetFactorSays(account.name), () =>
        call<typeof signIn.resetSecondFactor>('DELETE', '/api/accounts/:account/second-factor', { params }),
      ),
    close: () =>
      ask(words.accounts.close, words.accounts.closeSays(account.name), () =>
        call<typeof identity.closeAccount>('POST', '/api/accounts/:account/close', { params }),
      ),
    revoke: ({ organ, post }: Held) =>
      ask(words.accounts.revoke, words.accounts.revokeSays(account.name, term('post', post)), () =>
        call<typeof identity.revokePost>('DELETE', '/api/accounts/:account/posts/:organ/:post', {
          params: { ...params, organ, post },
        }),
      ),
    end: ({ organ, post }: Held, until: string | null) =>
      act(() =>
        call<typeof identity.changePostEnd>('PUT', '/api/accounts/:account/posts/:organ/:post/until', {
          params: { ...params, organ, post },
          body: { until },
        }),
      ),
    grant: (wanted: WantedPost) =>
      act(() => call<typeof identity.grantPost>('POST', '/api/accounts/:account/posts', { params, body: wanted })),
  }
}

function useActing() {
  const { words, language } = useLanguage()
  const { modal, message } = App.useApp()
  const client = useQueryClient()
  const acting = useMutation({
    mutationFn: (act: () => Promise<unknown>) => act(),
    onSuccess: () => client.invalidateQueries({ queryKey: ['accounts'] }),
    onError: (error) => void message.warning(troubleInWords(error, words, language), 6),
  })
  return {
    act: (act: () => Promise<unknown>) => acting.mutate(act),
    ask: (title: string, content: string, act: () => Promise<unknown>) =>
      modal.confirm({
        title,
        content,
        icon: null,
        okText: title,
        cancelText: words.cancel,
        onOk: () => acting.mutate(act),
      }),
  }
}
