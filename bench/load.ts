/** The load, in a process of its own: so many lines, each asking again as soon as it is answered. Started by `main.ts`. */
import { randomUUID } from 'node:crypto'
import { drawFrom } from './draw.ts'
import { type Round, repeat } from './figures.ts'
import { Line, type Request, written } from './keep-alive.ts'
import { letterFrom } from './letters.ts'

/** What to ask, how many at a time and for how long. */
export interface Order {
  readonly url: string
  readonly abreast: number
  readonly forMs: number
  readonly seed: number
  /** One of these after the other; or registrations, each another petition. */
  readonly ask: readonly Request[] | 'registrations'
}

export interface Loaded extends Round {
  /** Answers by status. */
  readonly statuses: Readonly<Record<string, number>>
  /** Of the first answer that was none of the 200s. */
  readonly firstFailure: string | null
  /** Milliseconds of a core that the load itself took. */
  readonly usedMs: number
}

process.on('message', (order: Order) => void carryOut(order).then((loaded) => process.send?.(loaded)))
process.once('disconnect', () => process.exit(0))

async function carryOut({ url, abreast, forMs, seed, ask }: Order): Promise<Loaded> {
  const statuses: Record<string, number> = {}
  let firstFailure: string | null = null
  const next = ask === 'registrations' ? registrations(seed, forMs) : inTurn(ask)
  const lines = await Promise.all(Array.from({ length: abreast }, () => Line.open(url)))
  const free = [...lines]
  const before = process.cpuUsage()
  const round = await repeat(abreast, forMs, async () => {
    const line = free.pop() as Line
    const { status, body } = await line.ask(next())
    free.push(line)
    statuses[status] = (statuses[status] ?? 0) + 1
    if (status >= 300) firstFailure ??= body.toString().slice(0, 500)
  })
  const used = process.cpuUsage(before)
  for (const line of lines) line.close()
  return { ...round, statuses, firstFailure, usedMs: (used.user + used.system) / 1000 }
}

function inTurn(requests: readonly Request[]): () => Buffer {
  const ready = requests.map(written)
  let at = 0
  return () => ready[at++ % ready.length] as Buffer
}

const mostASecond = 800

/** Written before the clock runs. */
function registrations(seed: number, forMs: number): () => Buffer {
  const draw = drawFrom(seed)
  const ready = Array.from({ length: Math.ceil((forMs / 1000) * mostASecond) }, () => oneRegistration(draw))
  return () => ready.pop() ?? oneRegistration(draw)
}

const oneRegistration = (draw: ReturnType<typeof drawFrom>): Buffer =>
  written({
    method: 'POST',
    path: '/api/petitions',
    headers: { 'idempotency-key': randomUUID() },
    body: JSON.stringify(letterFrom(draw)),
  })
