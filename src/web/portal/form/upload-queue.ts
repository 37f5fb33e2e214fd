/** Files on their way, one after the other, because a slow line carries one at best. */
import type { FileDraft } from '../say/draft.ts'
import type { Trouble } from '../wire/api.ts'
import { type Upload, upload } from '../wire/upload.ts'

export interface Sending {
  readonly id: number
  readonly file: File
  readonly percent: number
  readonly failure: Trouble | null
}

export interface QueueReport {
  readonly changed: () => void
  readonly uploaded: (file: FileDraft) => void
  readonly failed: (name: string, trouble: Trouble) => void
}

export interface UploadQueue {
  readonly list: () => readonly Sending[]
  readonly isBusy: () => boolean
  readonly add: (files: readonly File[]) => void
  readonly retry: (id: number) => void
  readonly drop: (id: number) => void
  readonly stop: () => void
}

export function uploadQueue(report: QueueReport): UploadQueue {
  let list: readonly Sending[] = []
  let lastId = 0
  let running: { readonly id: number; readonly upload: Upload } | null = null

  const change = (next: readonly Sending[]) => {
    list = next
    report.changed()
    startNext()
  }
  const patch = (id: number, what: Partial<Sending>) =>
    change(list.map((sending) => (sending.id === id ? { ...sending, ...what } : sending)))
  const without = (id: number) => list.filter((sending) => sending.id !== id)

  function startNext(): void {
    const next = list.find(({ failure }) => failure === null)
    if (running !== null || next === undefined) return
    const { id, file } = next
    running = { id, upload: upload(file, (percent) => patch(id, { percent })) }
    running.upload.answer.then((answer) => {
      if (running?.id === id) running = null
      if (!list.some((sending) => sending.id === id)) return startNext()
      if (answer.ok) {
        report.uploaded({ ...answer.value, name: file.name })
        return change(without(id))
      }
      report.failed(file.name, answer.trouble)
      patch(id, { failure: answer.trouble })
    })
  }

  function drop(id: number): void {
    const stopped = running?.id === id ? running.upload : null
    change(without(id))
    stopped?.stop()
  }

  return {
    list: () => list,
    isBusy: () => list.some(({ failure }) => failure === null),
    add: (files) =>
      change([...list, ...files.map((file) => ({ id: ++lastId, file, percent: 0, failure: null as Trouble | null }))]),
    retry: (id) => patch(id, { failure: null, percent: 0 }),
    drop,
    stop: () => {
      list = []
      running?.upload.stop()
    },
  }
}
