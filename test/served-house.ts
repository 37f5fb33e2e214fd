import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

/** `xinqiao serve` in a process of its own, as an operator starts it. */
export interface ServedHouse {
  readonly url: string
  /** As the machine would when its power fails. Resolves when the process is gone. */
  kill(): Promise<void>
  /** As an operator does. */
  stop(): Promise<void>
}

const main = fileURLToPath(new URL('../src/cli/main.ts', import.meta.url))

export async function serveHouse(data: string, more: NodeJS.ProcessEnv = {}): Promise<ServedHouse> {
  const words = [main, 'serve', '--data', data, '--port', '0', '--json']
  const env = { ...process.env, XINQIAO_LOG_TO: 'file', XINQIAO_STRANGERS_PETITIONS: '1000000', ...more }
  const child = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'pipe'], env })
  const exited = once(child, 'exit')
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (child.exitCode === null && child.signalCode === null) child.kill(signal)
    await exited
  }
  return { url: await urlOf(child), kill: () => end('SIGKILL'), stop: () => end('SIGTERM') }
}

/** The first line that it says; what it complained of when it says none. */
async function urlOf({ stdout, stderr }: ChildProcess): Promise<string> {
  let complaint = ''
  stderr?.on('data', (chunk) => {
    complaint += chunk
  })
  if (!stdout) throw new Error('nothing to listen to')
  for await (const line of createInterface({ input: stdout })) {
    stdout.resume()
    return (JSON.parse(line) as { url: string }).url
  }
  throw new Error(`the house did not come up: ${complaint}`)
}
