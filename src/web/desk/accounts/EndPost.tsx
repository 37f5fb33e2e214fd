import { Modal } from 'antd'
import { useState } from 'react'
import { DayField } from '../layout/DayField.tsx'
import { useLanguage } from '../locales/language.tsx'
import type { Account } from './Accounts.tsx'
import type { Held } from './terms.ts'

interface EndPostProps {
  readonly account: Account
  readonly held: Held
  readonly onEnd: (held: Held, until: string | null) => void
  readonly onClose: () => void
}

/** Sets, moves or lifts the last day of a post. */
export function EndPost({ account, held, onEnd, onClose }: EndPostProps) {
  const { words, term } = useLanguage()
  const [until, setUntil] = useState<string | null>(held.until)
  return (
    <Modal
      open
      title={`${words.accounts.changeEnd} · ${account.name} · ${term('post', held.post)}`}
      okText={words.save}
      cancelText={words.cancel}
      okButtonProps={{ disabled: until === held.until }}
      onCancel={onClose}
      onOk={() => {
        onEnd(held, until)
        onClose()
      }}
    >
      <div className="term-fields">
        <label htmlFor="post-until">
          <span>{words.accounts.lastDay}</span>
          <DayField id="post-until" value={until} onChange={setUntil} mayBePast={false} ahead={[0, 7, 30]} />
        </label>
      </div>
      <p className="faint">{words.accounts.untilSays}</p>
    </Modal>
  )
}
