import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { Witness } from '../src/platform/witness-config.ts'
import { type NoteKey, parseVkey } from '../src/proof/note.ts'

const main = fileURLToPath(new URL('../src/cli/main.ts', import.meta.url))
/** Nothing of what the tests themselves were started with. */
const env = { PATH: process.env.PATH }

/** `xinqiao witness` in a process of its own. */
export interface RunningWitness extends Witness {
  readonly vkey: string
  readonly child: ChildProcess
  /** Resolves when the process is gone. */
  end(signal: NodeJS.Signals): Promise<void>
}

export async function runWitness(folder: string, ...words: readonly string[]): Promise<RunningWitness> {
  const all = [main, 'witness', '--data', folder, '--port', '0', '--json', ...words]
  const child = spawn(process.execPath, all, { stdio: ['ignore', 'pipe', 'inherit'], env })
  const exited = once(child, 'exit')
  const [line] = await once(createInterface({ input: child.stdout }), 'line')
  const said = JSON.parse(line) as { url: string; vkey: string }
  return {
    ...said,
    ...{ key: parseVkey(said.vkey) as NoteKey, child },
    async end(signal) {
      if (child.exitCode === null && child.signalCode === null) child.kill(signal)
      await exited
    },
  }
}

/** A verb of the command line, to its end. */
export function runVerb(...words: readonly string[]): Promise<{ readonly exit: number; readonly out: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [main, ...words], { env }, (fault, out, complaint) =>
      resolve({ exit: fault ? Number(fault.code) : 0, out: out + complaint }),
    )
  })
}
