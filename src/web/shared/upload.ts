/** Uploads one file with progress. `fetch` cannot report how much has left the device, so this one place uses XHR. */
import { Problem, type ProblemBody, Unreachable } from './problem.ts'

export interface Uploaded {
  readonly file: string
  readonly mediaType: string
  readonly bytes: number
}

export interface UploadOptions {
  readonly signal?: AbortSignal
  readonly headers?: Readonly<Record<string, string>>
  /** From 0 to 1. */
  readonly onProgress?: (share: number) => void
}

export function upload(url: string, file: File, options: UploadOptions = {}): Promise<Uploaded> {
  const { promise, resolve, reject } = Promise.withResolvers<Uploaded>()
  const request = new XMLHttpRequest()
  request.open('POST', url)
  request.setRequestHeader('accept', 'application/json')
  for (const [name, value] of Object.entries(options.headers ?? {})) request.setRequestHeader(name, value)
  request.upload.onprogress = (event) => {
    if (event.lengthComputable) options.onProgress?.(event.loaded / event.total)
  }
  request.onload = () => {
    const body = parsed(request.responseText)
    if (request.status >= 200 && request.status < 300) resolve(body as Uploaded)
    else reject(new Problem(request.status, body as ProblemBody, request.getResponseHeader('x-request-id')))
  }
  request.onerror = () => reject(new Unreachable('network'))
  request.onabort = () => reject(new DOMException('aborted', 'AbortError'))
  options.signal?.addEventListener('abort', () => request.abort(), { once: true })
  const form = new FormData()
  form.append('file', file, file.name)
  request.send(form)
  return promise
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return {}
  }
}
