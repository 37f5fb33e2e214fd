/** 账号: for administrators. A password is shown once, to be handed over; the person replaces it at the first sign-in. */
import { useInfiniteQuery } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useState } from 'react'
import type * as identity from '../../../identity/contract.ts'
import type { Received } from '../../../platform/http/endpoint.ts'
import { fullDay } from '../../shared/days.ts'
import { call } from '../api.ts'
import { More } from '../layout/More.tsx'
import { Nothing } from '../layout/Nothing.tsx'
import { Page } from '../layout/page.tsx'
import { Skeleton } from '../layout/Skeleton.tsx'
import { Trouble } from '../layout/Trouble.tsx'
import { useLanguage } from '../locales/language.tsx'
import { OrganPicker } from '../organs/OrganPicker.tsx'
import { useSession } from '../session/session-context.ts'
import { useAccountActs } from './acts.ts'
import { GrantPost } from './GrantPost.tsx'
import { type Handed, OneTimePassword } from './OneTimePassword.tsx'
import { OpenAccount } from './OpenAccount.tsx'
import { Posts } from './Posts.tsx'
import { SignInActs } from './SignInActs.tsx'
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
      <Posts account={account} onRevoke={acting.revoke} onEnd={acting.end} />
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
