/** One entry that lies on the phone: it waits for a network, or the house did not take it and said why. */
import { Button, Popconfirm } from 'antd'
import type { ReactNode } from 'react'
import { useLanguage } from '../locales/language.tsx'
import type { Entry } from './kept.ts'
import type { Request } from './requests.ts'

interface WaitingProps {
  readonly entry: Entry<Request>
  /** What was written, to be copied elsewhere where the house will never take it. */
  readonly text: string
  readonly children: ReactNode
  onAgain(entry: Entry<Request>): Promise<void>
  onDrop(entry: Entry<Request>): Promise<void>
}

export function Waiting({ entry, text, children, onAgain, onDrop }: WaitingProps) {
  const { words, language } = useLanguage()
  const say = words.offline
  const refusal = entry.refusal === null ? null : (JSON.parse(entry.refusal) as { zh: string; en: string })
  return (
    <li className={refusal ? 'field-kept field-refused' : 'field-kept'}>
      {children}
      {entry.content.pictures.length > 0 && <p className="faint">{say.pictureCount(entry.content.pictures.length)}</p>}
      <p className={refusal ? 'field-broken' : 'faint'}>{refusal ? say.keptHere(refusal[language]) : say.waits}</p>
      {refusal && (
        <div className="field-acts">
          <Button size="small" onClick={() => void onAgain(entry)}>
            {say.again}
          </Button>
          <Button size="small" onClick={() => void navigator.clipboard.writeText(text)}>
            {say.copy}
          </Button>
          <Popconfirm title={say.dropSays} okText={say.drop} cancelText={words.cancel} onConfirm={() => onDrop(entry)}>
            <Button size="small" danger>
              {say.drop}
            </Button>
          </Popconfirm>
        </div>
      )}
    </li>
  )
}
