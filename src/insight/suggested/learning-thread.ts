/** Learning takes a processor for a minute, so it is done in a thread of its own: whoever waits for a page does not wait for it. */
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'
import type { Measured } from '../../text/classifier/measuring.ts'
import { readModel, writeModel } from '../../text/classifier/model.ts'
import { isBetter, learn, measureOn, type ToLearn } from './learning.ts'

interface Asked {
  readonly toLearn: ToLearn
  /** The model in use; null where there is none. */
  readonly used: Uint8Array | null
}

export interface Outcome {
  readonly model: Uint8Array
  readonly learned: number
  readonly measured: Measured | null
  readonly isBetter: boolean
}

type Said = { readonly share: number } | { readonly outcome: Outcome | null }

export interface Learning {
  readonly signal?: AbortSignal
  readonly progress?: (share: number) => void
}

/** Null where there is too little to learn from, or it was interrupted. */
export function learnApart(asked: Asked, { signal, progress }: Learning = {}): Promise<Outcome | null> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return resolve(null)
    const thread = new Worker(new URL(import.meta.url), { workerData: asked })
    const stop = () => {
      void thread.terminate()
      resolve(null)
    }
    signal?.addEventListener('abort', stop, { once: true })
    thread.on('message', (said: Said) => {
      if ('share' in said) progress?.(said.share)
      else resolve(said.outcome)
    })
    thread.on('error', reject)
    thread.on('exit', (code) => {
      signal?.removeEventListener('abort', stop)
      if (code !== 0 && !signal?.aborted) reject(new Error(`learning ended with ${code}`))
    })
  })
}

function outcomeOf({ toLearn, used }: Asked, say: (said: Said) => void): Outcome | null {
  const fresh = learn(toLearn, (share) => say({ share }))
  if (fresh === null) return null
  const before = used === null ? null : measureOn(readModel(used), toLearn)
  return {
    ...{ model: writeModel(fresh.model), learned: fresh.learned, measured: fresh.measured },
    isBetter: isBetter(fresh.measured, before),
  }
}

if (!isMainThread && parentPort !== null && 'toLearn' in Object(workerData)) {
  const port = parentPort
  port.postMessage({ outcome: outcomeOf(workerData as Asked, (said) => port.postMessage(said)) } satisfies Said)
}
