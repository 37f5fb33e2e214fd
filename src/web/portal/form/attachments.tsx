/** Files with progress. Each is sent as soon as it is picked, and every refusal says why. */
import type { ComponentChildren } from 'preact'
import { useReducer, useRef, useState } from 'preact/hooks'
import { sizeInWords } from '../../shared/days.ts'
import type { Words } from '../locales/zh.ts'
import type { FileDraft } from '../say/draft.ts'
import { type Speech, useSpeech } from '../shell/language.tsx'
import { useOnce } from '../shell/once.ts'
import type { Trouble } from '../wire/api.ts'
import { type UploadQueue, uploadQueue } from './upload-queue.ts'

/** As the house takes them; it says so again itself. */
const mostFiles = 20
const largestMegabytes = 20

interface AttachmentsProps {
  readonly files: readonly FileDraft[]
  readonly onFiles: (change: (files: readonly FileDraft[]) => readonly FileDraft[]) => void
  readonly onBusy: (busy: boolean) => void
  readonly error?: string | undefined
}

export function Attachments({ files, onFiles, onBusy, error }: AttachmentsProps) {
  const speech = useSpeech()
  const { files: say } = speech.words
  const [refused, refuse] = useState<readonly string[]>([])
  const { queue, spoken } = useQueue(speech, onFiles, onBusy)
  const pick = (picked: readonly File[]) => {
    const free = Math.max(0, mostFiles - files.length - queue.list().length)
    const flaws = picked.slice(0, free).map((file) => flawOf(file, say))
    refuse([...flaws.filter((flaw) => flaw !== ''), ...(picked.length > free ? [say.tooMany(mostFiles)] : [])])
    queue.add(picked.slice(0, free).filter((_, at) => flaws[at] === ''))
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
            pick(Array.from(event.currentTarget.files ?? []))
            event.currentTarget.value = ''
          }}
        />
      </label>
      <p class="hint" id="files-hint">
        {say.limits(mostFiles, `${largestMegabytes} MB`)}
      </p>
      <div id="files-error" role="alert">
        {[...(error ? [error] : []), ...refused].map((sentence) => (
          <p class="error" key={sentence}>
            {sentence}
          </p>
        ))}
      </div>
      {files.length + queue.list().length > 0 ? (
        <ul class="files" aria-label={say.list}>
          {files.map((file) => (
            <li key={file.file}>
              <span class="file-name">{file.name}</span>
              <span class="size">{sizeInWords(file.bytes)}</span>
              <FileButton
                name={file.name}
                onPress={() => onFiles((all) => all.filter((each) => each.file !== file.file))}
              >
                {speech.words.actions.remove}
              </FileButton>
            </li>
          ))}
          <OnTheirWay queue={queue} />
        </ul>
      ) : null}
      <p role="status" class="unseen">
        {spoken}
      </p>
    </div>
  )
}

function useQueue(
  speech: Speech,
  onFiles: AttachmentsProps['onFiles'],
  onBusy: AttachmentsProps['onBusy'],
): { queue: UploadQueue; spoken: string } {
  const [spoken, speak] = useState('')
  const [, redraw] = useReducer((count: number) => count + 1, 0)
  const latest = useRef(speech)
  latest.current = speech
  const [queue] = useState(() => {
    const say = () => latest.current.words.files
    const made: UploadQueue = uploadQueue({
      changed: () => {
        redraw(undefined)
        onBusy(made.isBusy())
      },
      uploaded: (file) => {
        onFiles((all) => [...all, file])
        speak(say().done(file.name))
      },
      failed: (name, trouble) => speak(`${say().failed(name)} ${whyNot(trouble, latest.current)}`),
    })
    return made
  })
  useOnce(() => () => {
    queue.stop()
    onBusy(false)
  })
  return { queue, spoken }
}

function OnTheirWay({ queue }: { queue: UploadQueue }) {
  const speech = useSpeech()
  const { files: say, actions } = speech.words
  return (
    <>
      {queue.list().map(({ id, file, percent, failure }) => (
        <li key={`sending-${id}`}>
          <span class="file-name">{file.name}</span>
          {failure === null ? (
            <progress max={100} value={percent} aria-label={say.uploading(file.name, percent)} />
          ) : (
            <>
              <span class="error">{whyNot(failure, speech)}</span>
              <FileButton name={file.name} onPress={() => queue.retry(id)}>
                {say.retry}
              </FileButton>
            </>
          )}
          <FileButton name={file.name} onPress={() => queue.drop(id)}>
            {failure === null ? actions.cancel : actions.remove}
          </FileButton>
        </li>
      ))}
    </>
  )
}

const FileButton = (props: { name: string; onPress: () => void; children: ComponentChildren }) => (
  <button type="button" class="link" onClick={props.onPress}>
    {props.children}
    <span class="unseen"> {props.name}</span>
  </button>
)

function flawOf(file: File, say: Words['files']): string {
  if (file.size === 0) return say.empty(file.name)
  return file.size > largestMegabytes * 1024 * 1024 ? say.tooBig(file.name, `${largestMegabytes} MB`) : ''
}

/** The field's own sentence says which kinds are taken; the general one is left for when there is none. */
const whyNot = (trouble: Trouble, { words, language }: Speech): string =>
  trouble.kind === 'refused' ? (trouble.errors[0] ?? trouble.message)[language] : words.errors.noAnswerTitle
