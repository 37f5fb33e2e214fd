/** Sends what was written without a network: in order, one at a time, and each until the house has said that it has it. */
import { Problem, Unreachable } from '../../shared/problem.ts'
import { dropEntry, type Entry, entriesOf, markEntry } from './kept.ts'

/** Carries one entry to the house. It may be carried twice, where an answer was lost: the house knows it by its id. */
export type Carry<T> = (entry: Entry<T>) => Promise<unknown>

/** Why not everything was sent: nobody answers, or whoever wrote it has to sign in again first. */
export type Held = 'unreachable' | 'signed-out' | null

export interface Sending {
  readonly sent: number
  readonly held: Held
}

const lock = 'xinqiao-offline-sending'

/** Another tab that is frozen in the middle of sending must not keep this one waiting for ever. */
const patienceMs = 5000

/**
 * Two tabs do not send at once. What the house refuses for good stays on the phone with its reason, and the next one goes: they do not
 * hang on each other. Anything else ends it, and it goes on from there the next time.
 */
export async function sendWaiting<T>(account: string, carry: Carry<T>): Promise<Sending> {
  const signal = AbortSignal.timeout(patienceMs)
  try {
    return await navigator.locks.request(lock, { signal }, () => sendOneByOne(account, carry))
  } catch (error) {
    if (error === signal.reason) return { sent: 0, held: null }
    throw error
  }
}

async function sendOneByOne<T>(account: string, carry: Carry<T>): Promise<Sending> {
  let sent = 0
  for (const entry of await entriesOf<T>(account)) {
    if (entry.refusal !== null) continue
    const held = await carried(entry, carry)
    if (held === 'refused') continue
    if (held !== null) return { sent, held }
    sent += 1
  }
  return { sent, held: null }
}

async function carried<T>(entry: Entry<T>, carry: Carry<T>): Promise<Held | 'refused'> {
  try {
    await carry(entry)
  } catch (error) {
    const held = heldBy(error)
    if (held === null) throw error
    if (held === 'refused') await markEntry(entry.place, inWords(error as Problem))
    return held
  }
  await dropEntry(entry.place)
  return null
}

/** Refused for good is only what would be refused again however often it is sent. */
function heldBy(error: unknown): Held | 'refused' {
  if (error instanceof Unreachable || isOverTime(error)) return 'unreachable'
  if (!(error instanceof Problem)) return null
  if (error.status === 401) return 'signed-out'
  const isPassing = error.status >= 500 || [408, 412, 425, 429].includes(error.status) || error.isOutdated
  return isPassing ? 'unreachable' : 'refused'
}

const isOverTime = (error: unknown): boolean =>
  error instanceof DOMException && (error.name === 'TimeoutError' || error.name === 'AbortError')

/** Both languages, because whoever reads it may read it in the other. */
const inWords = (problem: Problem): string => JSON.stringify({ zh: problem.in('zh'), en: problem.in('en') })
