import { useMutation, useQuery } from '@tanstack/react-query'
import { App, Button, Tag } from 'antd'
import type * as signIn from '../../../identity/sign-in/contract.ts'
import type { Received } from '../../../platform/http/endpoint.ts'
import { instantInWords } from '../../shared/days.ts'
import { call, queryClient } from '../api.ts'
import { Skeleton } from '../layout/Skeleton.tsx'
import { Trouble, troubleInWords } from '../layout/Trouble.tsx'
import { useLanguage } from '../locales/language.tsx'

const sessionsKey = ['my sessions'] as const

/** Where one is signed in, so that a forgotten window can be closed from here. */
export function MySessions() {
  const { words } = useLanguage()
  const { sessions } = words.signIn
  const listed = useQuery({
    queryKey: sessionsKey,
    queryFn: ({ signal }) => call<typeof signIn.listSessions>('GET', '/api/sign-in/sessions', {}, { signal }),
  })
  const end = useEnding()
  const items = listed.data?.items ?? []
  return (
    <section className="panel" aria-labelledby="my-sessions">
      <h2 id="my-sessions">{sessions.title}</h2>
      {listed.isPending && <Skeleton lines={3} />}
      {listed.isError && <Trouble error={listed.error} onRetry={() => listed.refetch()} />}
      <ul className="sessions">
        {items.map((session) => (
          <SessionRow key={session.id} session={session} onEnd={() => end.one(session.id)} />
        ))}
      </ul>
      {items.length === 1 && <p className="faint">{sessions.onlyThis}</p>}
      {items.length > 1 && (
        <div className="panel-acts">
          <Button onClick={end.others}>{sessions.endOthers}</Button>
        </div>
      )}
    </section>
  )
}

type Session = Received<typeof signIn.listSessions>['items'][number]

function SessionRow({ session, onEnd }: { readonly session: Session; readonly onEnd: () => void }) {
  const { words, pick, language } = useLanguage()
  const { sessions } = words.signIn
  const browser = useBrowserInWords(session.agent)
  return (
    <li>
      <div>
        <strong>{browser}</strong> {session.isThisOne && <Tag>{sessions.this}</Tag>}
        <p className="faint">{pick(session.organ)}</p>
        <p className="faint">
          {sessions.began} {instantInWords(session.beganAt, language)} · {sessions.seen}{' '}
          {instantInWords(session.seenAt, language)}
        </p>
      </div>
      {!session.isThisOne && (
        <Button size="small" onClick={onEnd} aria-label={`${sessions.end}: ${browser}`}>
          {sessions.end}
        </Button>
      )}
    </li>
  )
}

/** As their makers call them, in any language. */
const makersNames: Readonly<Record<string, string>> = {
  ...{
    wechat: 'WeChat',
    dingtalk: 'DingTalk',
    edge: 'Edge',
    opera: 'Opera',
    firefox: 'Firefox',
    '360': '360',
    qq: 'QQ',
  },
  ...{ chrome: 'Chrome', safari: 'Safari', harmony: 'HarmonyOS', android: 'Android', ios: 'iOS' },
  ...{ windows: 'Windows', mac: 'macOS', linux: 'Linux' },
}

function useBrowserInWords(agent: string): string {
  const { sessions } = useLanguage().words.signIn
  const [browser = '', system = ''] = agent.split('/')
  return sessions.at(makersNames[browser] ?? sessions.otherBrowser, makersNames[system] ?? sessions.otherSystem)
}

function useEnding() {
  const { words, language } = useLanguage()
  const { modal, message } = App.useApp()
  const { sessions } = words.signIn
  const ending = useMutation({
    mutationFn: (end: () => Promise<unknown>) => end(),
    onSuccess: () => void message.success(sessions.ended),
    onError: (error) => void message.warning(troubleInWords(error, words, language), 6),
    onSettled: () => queryClient.invalidateQueries({ queryKey: sessionsKey }),
  })
  return {
    one: (session: string) =>
      ending.mutate(() =>
        call<typeof signIn.endSession>('DELETE', '/api/sign-in/sessions/:session', { params: { session } }),
      ),
    others: () =>
      modal.confirm({
        title: sessions.endOthers,
        content: sessions.endOthersSays,
        icon: null,
        okText: sessions.endOthers,
        cancelText: words.cancel,
        onOk: () => ending.mutate(() => call<typeof signIn.endOtherSessions>('DELETE', '/api/sign-in/sessions', {})),
      }),
  }
}
