/** The two other processes of a measurement: the server, and the load on it. */
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { Loaded, Order } from './load.ts'

const file = (name: string): string => fileURLToPath(new URL(name, import.meta.url))

export interface Server {
  readonly url: string
  /** Milliseconds of a core that it has used so far. */
  usedMs(): Promise<number>
  stop(): Promise<void>
}

/** `profiles`: a folder for a processor profile of its whole life. */
export async function startServer(data: string, profiles?: string): Promise<Server> {
  const execArgv = profiles ? ['--cpu-prof', `--cpu-prof-dir=${profiles}`] : []
  const child = fork(file('server.ts'), [data], { execArgv, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  const { url } = await said<{ url: string }>(child)
  return {
    url,
    async usedMs() {
      child.send('usage')
      const { usage } = await said<{ usage: NodeJS.CpuUsage }>(child)
      return (usage.user + usage.system) / 1000
    },
    async stop() {
      child.send('stop')
      await once(child, 'exit')
    },
  }
}

export interface Load {
  put(order: Order): Promise<Loaded>
  stop(): void
}

export function startLoad(): Load {
  const child = fork(file('load.ts'), { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  return {
    put(order) {
      child.send(order)
      return said<Loaded>(child)
    },
    stop: () => child.disconnect(),
  }
}

/** The next word of a process; throws when it ends without one. */
async function said<T>(child: ChildProcess): Promise<T> {
  const heard = new AbortController()
  const ended = once(child, 'exit', { signal: heard.signal }).then(([code]) => {
    throw new Error(`a process of the measurement ended by itself (${code})`)
  })
  try {
    const [word] = await Promise.race([once(child, 'message', { signal: heard.signal }), ended])
    return word as T
  } finally {
    ended.catch(() => undefined)
    heard.abort()
  }
}
