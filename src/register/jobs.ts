/** What the register does by itself. */
import type { Chore } from '../engine/loop.ts'
import type { LogFault } from './log/log-row.ts'
import { publish } from './log/publishing.ts'
import type { Register } from './register.ts'

/** The log goes on no more until somebody has looked. */
export class LogHasStopped extends Error {
  override readonly name = 'LogHasStopped'

  constructor({ kind, detail }: LogFault) {
    super(`the register has stopped (${kind}): ${detail}`)
  }
}

/** Publishes what was committed since. Says once that the log has stopped; a full disk or a database that is away it tries again. */
export function publishingChore(register: Register, report: (name: string, fault: unknown) => void): Chore {
  let isStopped = false
  return {
    name: 'register',
    async once() {
      const done = await publish(register)
      if (done.kind === 'stopped' && !isStopped) report('register', new LogHasStopped(done.fault))
      isStopped = done.kind === 'stopped'
      return done.kind === 'published' && done.more
    },
  }
}
