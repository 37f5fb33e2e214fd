import { Button, Progress } from 'antd'
import { useRef, useState } from 'react'
import { sizeInWords } from '../../shared/days.ts'
import { upload } from '../../shared/upload.ts'
import { troubleInWords } from '../layout/Trouble.tsx'
import { useLanguage } from '../locales/language.tsx'
import './attachments.css'

/** A file that has reached the house and waits to be named in a request. */
export interface Attached {
  readonly file: string
  readonly name: string
  readonly mediaType: string
  readonly bytes: number
}

interface AttachmentsProps {
  readonly id?: string
  readonly value?: readonly Attached[]
  readonly onChange?: (attached: readonly Attached[]) => void
}

interface Sending {
  readonly id: number
  readonly file: File
  readonly share: number
  readonly error: unknown
  readonly stop: AbortController
}

const mostFiles = 20
let sendings = 0

/** Files go up at once, each with its progress; one that failed can be sent again without choosing it anew. */
export function Attachments({ value = [], onChange, id }: AttachmentsProps) {
  const { words } = useLanguage()
  const input = useRef<HTMLInputElement>(null)
  const [isOver, setIsOver] = useState(false)
  const sending = useSending(value, onChange)
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way, the button is the first
    <div
      className={isOver ? 'attachments attachments-over' : 'attachments'}
      onDragOver={(event) => {
        event.preventDefault()
        setIsOver(true)
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setIsOver(false)
        sending.add([...event.dataTransfer.files])
      }}
    >
      <div className="attachments-foot">
        <Button size="small" onClick={() => input.current?.click()} disabled={value.length >= mostFiles}>
          {words.attachments.choose}
        </Button>
        <span className="faint">{words.attachments.says}</span>
        <input
          ref={input}
          {...(id ? { id } : {})}
          type="file"
          multiple
          hidden
          onChange={(event) => {
            sending.add([...(event.target.files ?? [])])
            event.target.value = ''
          }}
        />
      </div>
      <ul>
        {value.map((one) => (
          <li key={one.file}>
            <span>{one.name}</span>
            <span className="faint">{sizeInWords(one.bytes)}</span>
            <Button size="small" type="text" onClick={() => onChange?.(value.filter((other) => other !== one))}>
              {words.remove}
            </Button>
          </li>
        ))}
        {sending.list.map((one) => (
          <Row key={one.id} sending={one} onAgain={() => sending.again(one)} onDrop={() => sending.drop(one)} />
        ))}
      </ul>
    </div>
  )
}

interface RowProps {
  readonly sending: Sending
  readonly onAgain: () => void
  readonly onDrop: () => void
}

function Row({ sending, onAgain, onDrop }: RowProps) {
  const { words, language } = useLanguage()
  const { file, share, error } = sending
  return (
    <li>
      <span>{file.name}</span>
      {error ? (
        <span className="attachment-error" role="alert">
          {troubleInWords(error, words, language)}
        </span>
      ) : (
        <Progress percent={Math.round(share * 100)} size="small" />
      )}
      {Boolean(error) && (
        <Button size="small" type="text" onClick={onAgain}>
          {words.trouble.retry}
        </Button>
      )}
      <Button size="small" type="text" onClick={onDrop}>
        {words.remove}
      </Button>
    </li>
  )
}

function useSending(value: readonly Attached[], onChange: AttachmentsProps['onChange']) {
  const [list, setList] = useState<readonly Sending[]>([])
  const latest = useRef(value)
  latest.current = value
  const change = (id: number, part: Partial<Sending>) =>
    setList((before) => before.map((one) => (one.id === id ? { ...one, ...part } : one)))
  const remove = (id: number) => setList((before) => before.filter((one) => one.id !== id))

  const start = async ({ id, file, stop }: Sending) => {
    try {
      const done = await upload('/api/files', file, {
        signal: stop.signal,
        onProgress: (share) => change(id, { share }),
      })
      const attached = { file: done.file, name: file.name.slice(0, 255), mediaType: done.mediaType, bytes: done.bytes }
      latest.current = [...latest.current, attached]
      onChange?.(latest.current)
      remove(id)
    } catch (error) {
      if (!stop.signal.aborted) change(id, { error })
    }
  }
  const begin = (file: File) => {
    const one: Sending = { id: ++sendings, file, share: 0, error: null, stop: new AbortController() }
    setList((before) => [...before, one])
    void start(one)
  }
  return {
    list,
    add: (files: readonly File[]) => {
      for (const file of files.slice(0, mostFiles - latest.current.length)) begin(file)
    },
    again: (one: Sending) => {
      remove(one.id)
      begin(one.file)
    },
    drop: (one: Sending) => {
      one.stop.abort()
      remove(one.id)
    },
  }
}
