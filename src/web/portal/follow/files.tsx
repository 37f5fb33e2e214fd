/** Files that lie with a petition, each to be saved: fetched with the key, so that no address alone opens one. */
import { useState } from 'preact/hooks'
import { sizeInWords } from '../../shared/days.ts'
import { TroubleBox } from '../form/trouble.tsx'
import { useSpeech } from '../shell/language.tsx'
import { fetchFile, type Opener, type Trouble } from '../wire/api.ts'
import { saveFile } from '../wire/save.ts'

interface FileListProps {
  readonly files: readonly { readonly ref: string; readonly name: string; readonly bytes: number }[]
  /** The path under which each is found by its ref. */
  readonly at: string
  readonly opener: Opener
}

export function FileList({ files, at, opener }: FileListProps) {
  const { words } = useSpeech()
  const [busy, setBusy] = useState('')
  const [trouble, tell] = useState<Trouble | null>(null)
  if (files.length === 0) return null
  const download = (ref: string, name: string) => {
    setBusy(ref)
    fetchFile(`${at}/${ref}`, opener).then((answer) => {
      setBusy('')
      tell(answer.ok ? null : answer.trouble)
      if (answer.ok) saveFile(answer.value, name)
    })
  }
  return (
    <>
      {trouble ? <TroubleBox trouble={trouble} /> : null}
      <ul class="files">
        {files.map(({ ref, name, bytes }) => (
          <li key={ref}>
            <button type="button" class="link file-name" onClick={() => download(ref, name)}>
              {busy === ref ? words.follow.downloading : name}
            </button>
            <span class="size">{sizeInWords(bytes)}</span>
          </li>
        ))}
      </ul>
    </>
  )
}
