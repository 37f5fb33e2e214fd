/** 账号: for administrators. A password is shown once, to be handed over; the person replaces it at the first sign-in. */
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button, Dropdown, Input, Modal, Select, Tag } from 'antd'
import { useState } from 'react'
import type * as identity from '../../../identity/contract.ts'
import type * as signIn from '../../../identity/sign-in/contract.ts'
import { posts } from '../../../kernel/viewer.ts'
import type { Received } from '../../../platform/http/endpoint.ts'
import { fullDay } from '../../shared/days.ts'
import { call } from '../api.ts'
import { More } from '../layout/More.tsx'
import { Nothing } from '../layout/Nothing.tsx'
import { Page } from '../layout/page.tsx'
import { Skeleton } from '../layout/Skeleton.tsx'
import { Trouble, troubleInWords } from '../layout/Trouble.tsx'
import { useLanguage } from '../locales/language.tsx'
import { useDirectory } from '../organs/directory.ts'
import { OrganPicker } from '../organs/OrganPicker.tsx'
import { useSession } from '../session/session-context.ts'
import { type Handed, OneTimePassword } from './OneTimePassword.tsx'
import { OpenAccount } from './OpenAccount.tsx'
import './accounts.css'

export type Account = Received<typeof identity.listAccounts>['items'][number]

export function Accounts() {
  const { words } = useLanguage()
  const { has } = useSession()
  const [like, setLike] = useState('')
  const [organ, setOrgan] = useState<string | null>(null)
  const [isOpening, setIsOpening] = useState(false)
  const [handed, setHanded] = useState<Handed | null>(null)
  if (!has('administrator')) return <Nothing title={words.accounts.notYours} />
  return (
    <Page
      title={words.accounts.title}
      beside={
        <Button type="primary" onClick={() => setIsOpening(true)}>
          {words.accounts.open}
        </Button>
      }
    >
      <div className="account-tools">
        <Input.Search
          allowClear
          placeholder={words.accounts.search}
          aria-label={words.accounts.search}
          maxLength={100}
          onSearch={setLike}
        />
        <OrganPicker value={organ} onChange={setOrgan} placeholder={words.organ.title} aria-label={words.organ.title} />
      </div>
      <AccountList like={like} organ={organ} onHanded={setHanded} />
      {isOpening && <OpenAccount onClose={() => setIsOpening(false)} onOpened={setHanded} />}
      {handed && <OneTimePassword handed={handed} onClose={() => setHanded(null)} />}
    </Page>
  )
}

interface AccountListProps {
  readonly like: string
  readonly organ: string | null
  readonly onHanded: (handed: Handed) => void
}

function AccountList({ like, organ, onHanded }: AccountListProps) {
  const { words } = useLanguage()
  const list = useInfiniteQuery({
    queryKey: ['accounts', like, organ],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      call<typeof identity.listAccounts>(
        'GET',
        '/api/accounts',
        {
          query: {
            ...(like ? { like } : {}),
            ...(organ ? { organ } : {}),
            ...(pageParam ? { cursor: pageParam } : {}),
          },
        },
        { signal },
      ),
    getNextPageParam: (last) => last.next ?? undefined,
    placeholderData: (before) => before,
  })
  if (list.isPending) return <Skeleton />
  if (list.isError) return <Trouble error={list.error} onRetry={() => list.refetch()} />
  const accounts = list.data.pages.flatMap(({ items }) => items)
  if (accounts.length === 0) return <Nothing title={words.accounts.none} />
  return (
    <>
      <ul className="accounts">
        {accounts.map((account) => (
          <AccountRow key={account.id} account={account} onHanded={onHanded} />
        ))}
      </ul>
      <More hasMore={list.hasNextPage} isLoading={list.isFetchingNextPage} onMore={() => list.fetchNextPage()} />
    </>
  )
}

interface AccountRowProps {
  readonly account: Account
  readonly onHanded: (handed: Handed) => void
}

function AccountRow({ account, onHanded }: AccountRowProps) {
  const { words, language } = useLanguage()
  const { account: self } = useSession()
  const [isGranting, setIsGranting] = useState(false)
  const acting = useAccountActs(account, onHanded)
  return (
    <li className={account.state === 'open' ? 'account' : 'account account-closed'}>
      <div>
        <strong>{account.name}</strong> <span className="faint">{account.login}</span>
        <p className="faint">
          {account.state === 'closed'
            ? words.accounts.closed
            : words.accounts.openedOn(fullDay(account.openedOn, language))}
          {account.isWaiting && account.state === 'open' && ` · ${words.accounts.waiting}`}
          {account.hasSecondFactor && ` · ${words.signIn.administrator.hasFactor}`}
        </p>
      </div>
      <Posts account={account} onRevoke={acting.revoke} />
      {account.state === 'open' && account.id !== self.id && (
        <div className="account-acts">
          <Button size="small" onClick={() => setIsGranting(true)}>
            {words.accounts.grant}
          </Button>
          <Button size="small" onClick={acting.reset}>
            {words.accounts.reset}
          </Button>
          <SignInActs account={account} acting={acting} />
          <Button size="small" type="text" onClick={acting.close}>
            {words.accounts.close}
          </Button>
        </div>
      )}
      {isGranting && <GrantPost account={account} onClose={() => setIsGranting(false)} onGrant={acting.grant} />}
    </li>
  )
}

interface SignInActsProps {
  readonly account: Account
  readonly acting: Pick<ReturnType<typeof useAccountActs>, 'endSessions' | 'resetFactor'>
}

/** Rarer than the others, so they stand behind a button of their own. */
function SignInActs({ account, acting }: SignInActsProps) {
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

type Held = Account['posts'][number]

function Posts({ account, onRevoke }: { readonly account: Account; readonly onRevoke: (held: Held) => void }) {
  const { term, pick } = useLanguage()
  const { account: self } = useSession()
  const { find } = useDirectory()
  const mayRevoke = account.state === 'open' && account.id !== self.id
  return (
    <div className="account-posts">
      {account.posts.map((held) => (
        <Tag
          key={`${held.organ}/${held.post}`}
          closable={mayRevoke}
          onClose={(event) => {
            event.preventDefault()
            onRevoke(held)
          }}
        >
          {pick(find(held.organ) ?? { zh: held.organ, en: held.organ })} · {term('post', held.post)}
        </Tag>
      ))}
    </div>
  )
}

function useAccountActs(account: Account, onHanded: (handed: Handed) => void) {
  const { words, language, term } = useLanguage()
  const { modal, message } = App.useApp()
  const client = useQueryClient()
  const params = { account: account.id }
  const acting = useMutation({
    mutationFn: (act: () => Promise<unknown>) => act(),
    onSuccess: () => client.invalidateQueries({ queryKey: ['accounts'] }),
    onError: (error) => void message.warning(troubleInWords(error, words, language), 6),
  })
  const ask = (title: string, content: string, act: () => Promise<unknown>) =>
    modal.confirm({
      title,
      content,
      icon: null,
      okText: title,
      cancelText: words.cancel,
      onOk: () => acting.mutate(act),
    })
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
    grant: (held: Held) =>
      acting.mutate(() =>
        call<typeof identity.grantPost>('POST', '/api/accounts/:account/posts', { params, body: held }),
      ),
  }
}

interface GrantPostProps {
  readonly account: Account
  readonly onGrant: (held: Held) => void
  readonly onClose: () => void
}

function GrantPost({ account, onGrant, onClose }: GrantPostProps) {
  const { words, term } = useLanguage()
  const { organ: here } = useSession()
  const [organ, setOrgan] = useState<string | null>(here.id)
  const [post, setPost] = useState<Held['post']>('clerk')
  return (
    <Modal
      open
      title={`${words.accounts.grant} · ${account.name}`}
      okText={words.accounts.grant}
      cancelText={words.cancel}
      okButtonProps={{ disabled: organ === null }}
      onCancel={onClose}
      onOk={() => {
        if (organ) onGrant({ organ, post } as Held)
        onClose()
      }}
    >
      <div className="grant">
        <OrganPicker value={organ} onChange={setOrgan} aria-label={words.organ.title} />
        <Select
          aria-label={words.accounts.posts}
          value={post}
          onChange={setPost}
          options={posts.map((value) => ({ value, label: term('post', value) }))}
        />
      </div>
    </Modal>
  )
}
