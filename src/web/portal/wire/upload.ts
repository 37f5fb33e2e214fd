import type { Answer, Trouble } from './api.ts'
import { troubleFrom } from './api.ts'

export interface Uploaded {
  readonly file: string
  readonly mediaType: string
  readonly bytes: number
}

export interface Upload {
  readonly answer: Promise<Answer<Uploaded>>
  readonly stop: () => void
}

/** Sends one file and tells how far it is. `fetch` cannot tell, so this is the old request. */
export function upload(file: File, onProgress: (percent: number) => void): Upload {
  const request = new XMLHttpRequest()
  const answer = new Promise<Answer<Uploaded>>((resolve) => {
    const fail = (trouble: Trouble) => resolve({ ok: false, trouble })
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) onProgress(Math.floor((event.loaded / event.total) * 100))
    }
    request.onload = () => resolve(answerOf(request))
    request.onerror = () => fail({ kind: 'no-answer' })
    request.ontimeout = () => fail({ kind: 'no-answer' })
    request.onabort = () => fail({ kind: 'no-answer' })
    request.open('POST', '/api/files')
    request.setRequestHeader('accept', 'application/json, application/problem+json')
    const form = new FormData()
    form.append('file', file, file.name)
    request.send(form)
  })
  return { answer, stop: () => request.abort() }
}

function answerOf(request: XMLHttpRequest): Answer<Uploaded> {
  const body = readJson(request.responseText)
  if (request.status < 200 || request.status >= 300) {
    return { ok: false, trouble: troubleFrom(request.status, body, request.getResponseHeader('retry-after')) }
  }
  const { file, mediaType, bytes } = body
  if (typeof file !== 'string' || typeof mediaType !== 'string' || typeof bytes !== 'number') {
    return { ok: false, trouble: { kind: 'fault', id: null } }
  }
  return { ok: true, value: { file, mediaType, bytes } }
}

function readJson(text: string): Record<string, unknown> {
  try {
    return (JSON.parse(text) as Record<string, unknown> | null) ?? {}
  } catch {
    return {}
  }
}
