import { Modal, Select } from 'antd'
import { useState } from 'react'
import { posts } from '../../../kernel/viewer.ts'
import { DayField } from '../layout/DayField.tsx'
import { useLanguage } from '../locales/language.tsx'
import { OrganPicker } from '../organs/OrganPicker.tsx'
import { useSession } from '../session/session-context.ts'
import type { Account } from './Accounts.tsx'
import { type Held, type WantedPost, wanted } from './terms.ts'

interface GrantPostProps {
  readonly account: Account
  readonly onGrant: (post: WantedPost) => void
  readonly onClose: () => void
}

export function GrantPost({ account, onGrant, onClose }: GrantPostProps) {
  const { words, term } = useLanguage()
  const { organ: here } = useSession()
  const [organ, setOrgan] = useState<string | null>(here.id)
  const [post, setPost] = useState<Held['post']>('clerk')
  const [from, setFrom] = useState<string | null>(null)
  const [until, setUntil] = useState<string | null>(null)
  return (
    <Modal
      open
      title={`${words.accounts.grant} · ${account.name}`}
      okText={words.accounts.grant}
      cancelText={words.cancel}
      okButtonProps={{ disabled: organ === null }}
      onCancel={onClose}
      onOk={() => {
        if (organ) onGrant(wanted({ organ, post, from, until }))
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
      <div className="term-fields">
        <label htmlFor="grant-from">
          <span>{words.accounts.firstDay}</span>
          <DayField id="grant-from" value={from} onChange={setFrom} mayBePast={false} />
        </label>
        <label htmlFor="grant-until">
          <span>{words.accounts.lastDay}</span>
          <DayField id="grant-until" value={until} onChange={setUntil} mayBePast={false} />
        </label>
      </div>
      <p className="faint">{words.accounts.termSays}</p>
    </Modal>
  )
}
