import { spawn } from 'node:child_process'
import { keyBytes } from './keyring.ts'

/**
 * A key service (KMS) that holds one key of its own and never gives it away: the house's keys lie on the disk wrapped under
 * it, so that whoever steals the folder has nothing.
 */
export interface KeyWrapping {
  /** Returns what the service makes of 32 bytes. */
  wrap(key: Buffer): Promise<Buffer>
  /** Gives them back. Throws KeyServiceFailed. */
  unwrap(wrapped: Buffer): Promise<Buffer>
}

/** The key service did not do what it was asked. Says which program and what it said, never a key. */
export class KeyServiceFailed extends Error {
  override readonly name = 'KeyServiceFailed'
}

const answerWithinMs = 10_000
const answerMaxBytes = 12_000
const complaintMaxSigns = 200

/**
 * An operator's own program, called as `COMMAND wrap` and `COMMAND unwrap`: bytes on stdin, bytes on stdout, exit code 0.
 * How to write one for a cloud service is in docs/how-to/keys.md.
 */
export function commandWrapping(command: string, withinMs = answerWithinMs): KeyWrapping {
  return {
    async wrap(key) {
      const wrapped = await ask(command, 'wrap', key, withinMs)
      if (wrapped.includes(key)) throw failed(command, 'wrap', 'gave the key back in clear')
      return wrapped
    },
    async unwrap(wrapped) {
      const key = await ask(command, 'unwrap', wrapped, withinMs)
      if (key.length !== keyBytes) throw failed(command, 'unwrap', `answered with ${key.length} bytes, not ${keyBytes}`)
      return key
    },
  }
}

const failed = (command: string, deed: string, why: string): KeyServiceFailed =>
  new KeyServiceFailed(`the key service (${command} ${deed}) ${why}`)

function ask(command: string, deed: 'wrap' | 'unwrap', input: Buffer, withinMs: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const fail = (why: string) => reject(failed(command, deed, why))
    const child = spawn(command, [deed], { stdio: ['pipe', 'pipe', 'pipe'] })
    const late = setTimeout(() => {
      child.kill('SIGKILL')
      fail(`did not answer within ${withinMs} ms`)
    }, withinMs)
    const said = collect(child.stdout, answerMaxBytes)
    const complained = collect(child.stderr, complaintMaxSigns)
    // a program that ends without reading is judged by its exit code
    child.stdin.on('error', () => {})
    child.stdin.end(input)
    child.on('error', (fault) => fail(`could not be started: ${fault.message}`))
    child.on('close', (code) => {
      clearTimeout(late)
      const answer = said()
      if (code !== 0) fail(`ended with ${code}: ${complained().toString('utf8').trim() || 'it gave no reason'}`)
      else if (answer.length === 0) fail('answered nothing')
      else if (answer.length >= answerMaxBytes) fail(`answered with more than ${answerMaxBytes} bytes`)
      else resolve(answer)
    })
  })
}

/** What a stream says, up to so many bytes. */
function collect(stream: NodeJS.ReadableStream, max: number): () => Buffer {
  const pieces: Buffer[] = []
  let bytes = 0
  stream.on('data', (piece: Buffer) => {
    if (bytes < max) pieces.push(piece)
    bytes += piece.length
  })
  return () => Buffer.concat(pieces).subarray(0, max)
}
