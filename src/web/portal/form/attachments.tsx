/** Files with progress. Each is sent as soon as it is picked, one after the other, because a slow line carries one at best. */
import { useEffect, useRef, useState } from 'preact/hooks'
import { sizeInWords } from '../../shared/days.ts'
import type { FileDraft } from '../say/draft.ts'
import { useSpeech } from '../shell/language.tsx'
import { type Upload, upload } from '../wire/upload.ts'

/** As the house takes them; it says so again itself. */
export const mostFiles = 20
export const largestBytes = 20 * 1024 * 1024

interface Sending {
  readonly id: number
  readonly file: File
  readonly percent: number
  readonly failure: string | null
}

interface AttachmentsProps {
  readonly files: readonly FileDraft[]
  readonly onFiles: (change: (files: readonly FileDraft[]) => readonly FileDraft[]) => void
  readonly onBusy: (busy: boolean) => void
  readonly error?: string | undefined
}

let lastId = 0

export function Attachments({ files, onFiles, onBusy, error }: AttachmentsProps) {
  const { words, language } = useSpeech()
  const { files: say, actions } = words
  const [queue, change] = useState<readonly Sending[]>([])
  const [refused, refuse] = useState<readonly string[]>([])
  const [spoken, speak] = useState('')
  const running = useRef<{ id: number; upload: Upload } | null>(null)
  const next = queue.find(({ failure }) => failure === null)

  useEffect(() => onBusy(next !== undefined), [next !== undefined])
  useEffect(() => {
    if (next && running.current === null) start(next)
  }, [next?.id])
  useEffect(
    () => () => {
      running.current?.upload.stop()
      onBusy(false)
    },
    [],
  )

  const patch = (id: number, what: Partial<Sending>) =>
    change((all) => all.map((each) => (each.id === id ? { ...each, ...what } : each)))
  const drop = (id: number) => change((all) => all.filter((each) => each.id !== id))

  function start({ id, file }: Sending): void {
    const sending = upload(file, (percent) => patch(id, { percent }))
    running.current = { id, upload: sending }
    sending.answer.then((answer) => {
      running.current = null
      if (answer.ok) {
        drop(id)
        onFiles((all) => [...all, { ...answer.value, name: file.name }])
        speak(say.done(file.name))
        return
      }
      const { trouble } = answer
      const why = trouble.kind === 'refused' ? trouble.message[language] : words.errors.noAnswer
      patch(id, { failure: why })
      speak(`${say.failed(file.name)} ${why}`)
    })
  }

  function add(picked: readonly File[]): void {
    const free = Math.max(0, mostFiles - files.length - queue.length)
    const problems = picked.slice(0, free).flatMap((file) => flawOf(file))
    if (picked.length > free) problems.push(say.tooMany(mostFiles))
    refuse(problems)
    const fit = picked.slice(0, free).filter((file) => flawOf(file).length === 0)
    change((all) => [...all, ...fit.map((file) => ({ id: ++lastId, file, percent: 0, failure: null }))])
  }

  function flawOf(file: File): string[] {
    if (file.size === 0) return [say.empty(file.name)]
    return file.size > largestBytes ? [say.tooBig(file.name, sizeInWords(largestBytes))] : []
  }

  function cancel(id: number): void {
    if (running.current?.id === id) running.current.upload.stop()
    drop(id)
  }

  return (
    <div class={error || refused.length > 0 ? 'field wrong' : 'field'}>
      <label for="files" class="button second pick">
        {say.pick}
        <input
          type="file"
          id="files"
          multiple
          aria-describedby="files-hint files-error"
          onChange={(event) => {
            add(Array.from(event.currentTarget.files ?? []))
            event.currentTarget.value = ''
          }}
        />
      </label>
      <p class="hint" id="files-hint">
        {say.limits(mostFiles, sizeInWords(largestBytes))}
      </p>
      <div id="files-error" role="alert">
        {error ? <p class="error">{error}</p> : null}
        {refused.map((sentence) => (
          <p class="error" key={sentence}>
            {sentence}
          </p>
        ))}
      </div>
      {files.length + queue.length > 0 ? (
        <ul class="files" aria-label={say.list}>
          {files.map((file) => (
            <li key={file.file}>
              <span class="file-name">{file.name}</span>
              <span class="size">{sizeInWords(file.bytes)}</span>
              <button
                type="button"
                class="link"
                onClick={() => onFiles((all) => all.filter((each) => each.file !== file.file))}
              >
                {actions.remove}
                <span class="unseen"> {file.name}</span>
              </button>
            </li>
          ))}
          {queue.map(({ id, file, percent, failure }) => (
            <li key={`sending-${id}`}>
              <span class="file-name">{file.name}</span>
              {failure === null ? (
                <progress max={100} value={percent} aria-label={say.uploading(file.name, percent)} />
              ) : (
                <span class="error">{failure}</span>
              )}
              {failure === null ? null : (
                <button type="button" class="link" onClick={() => patch(id, { failure: null, percent: 0 })}>
                  {say.retry}
                  <span class="unseen"> {file.name}</span>
                </button>
              )}
              <button type="button" class="link" onClick={() => cancel(id)}>
                {failure === null ? actions.cancel : actions.remove}
                <span class="unseen"> {file.name}</span>
              </button>
            </li>
          ))}
        </ul>
      ) : null}
      <p role="status" class="unseen">
        {spoken}
      </p>
    </div>
  )
}
