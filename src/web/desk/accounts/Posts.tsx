import { Tag } from 'antd'
import { useState } from 'react'
import { useLanguage } from '../locales/language.tsx'
import { useDirectory } from '../organs/directory.ts'
import { useSession } from '../session/session-context.ts'
import type { Account } from './Accounts.tsx'
import { EndPost } from './EndPost.tsx'
import { type Held, stateOf, useTermInWords } from './terms.ts'

interface PostsProps {
  readonly account: Account
  readonly onRevoke: (held: Held) => void
  readonly onEnd: (held: Held, until: string | null) => void
}

/** Posts with their days: what has ended is faint, what is to come has a broken edge. */
export function Posts({ account, onRevoke, onEnd }: PostsProps) {
  const { account: self } = useSession()
  const [ending, setEnding] = useState<Held | null>(null)
  const mayChange = account.state === 'open' && account.id !== self.id
  return (
    <div className="account-posts">
      {account.posts.map((held) => (
        <PostTag
          key={`${held.organ}/${held.post}`}
          held={held}
          {...(mayChange && stateOf(held) !== 'ended' ? { onRevoke, onEnd: setEnding } : {})}
        />
      ))}
      {ending && <EndPost account={account} held={ending} onEnd={onEnd} onClose={() => setEnding(null)} />}
    </div>
  )
}

interface PostTagProps {
  readonly held: Held
  /** Left out where nothing can be changed. */
  readonly onRevoke?: (held: Held) => void
  readonly onEnd?: (held: Held) => void
}

function PostTag({ held, onRevoke, onEnd }: PostTagProps) {
  const { words, term, pick } = useLanguage()
  const { find } = useDirectory()
  const days = useTermInWords()(held)
  const name = `${pick(find(held.organ) ?? { zh: held.organ, en: held.organ })} · ${term('post', held.post)}`
  const says = days === null ? name : `${name} · ${days}`
  return (
    <Tag
      className={`post post-${stateOf(held)}`}
      closable={onRevoke ? { 'aria-label': `${words.accounts.revoke} ${name}` } : false}
      onClose={(event) => {
        event.preventDefault()
        onRevoke?.(held)
      }}
    >
      {onEnd ? (
        <button type="button" className="post-days" title={words.accounts.changeEnd} onClick={() => onEnd(held)}>
          {says}
        </button>
      ) : (
        says
      )}
    </Tag>
  )
}
