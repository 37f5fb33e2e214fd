import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { destination, type Logger, multistream, pino, stdSerializers } from 'pino'
import { maskIdentifiers } from '../text/identifiers.ts'
import type { Config } from './config.ts'

export type Log = Logger

/** A log whose file can be closed. */
export interface OpenLog {
  readonly log: Log
  close(): void
}

const daysKept = 30
const lookMs = 60_000

/**
 * What may never be read in a log, wherever in a line it stands up to three levels deep: keys to a petition, sessions,
 * passwords. What people wrote is not logged at all; this is the second line of defence.
 */
const secretNames = [
  'authorization',
  'cookie',
  'set-cookie',
  'password',
  'newPassword',
  'oldPassword',
  'passwords',
  'key',
  'keys',
  'secret',
  'session',
  'token',
  'text',
  'title',

  'phone',
  'idNumber',
  'address',
  'body',
  'parameters',
  'detail',
  'where',
]
const quoted = (name: string) => (/^\w+$/.test(name) ? `.${name}` : `["${name}"]`)
const redacted = secretNames.flatMap((name) => {
  const path = quoted(name)
  return [path.replace(/^\./, ''), `*${path}`, `*.*${path}`]
})

/** Lines of JSON, one file a day in the folder of logs, and on stdout where that is wanted. */
export function openLog({ folder, logLevel, logTo }: Pick<Config, 'folder' | 'logLevel' | 'logTo'>): OpenLog {
  const fileFor = (day: string) => join(folder.logs, `house-${day}.log`)
  let today = dayNow()
  const file = destination({ dest: fileFor(today), mode: 0o600, sync: false, minLength: 0 })
  const turn = setInterval(() => {
    if (today === dayNow()) return
    today = dayNow()
    file.reopen(fileFor(today))
    forgetOld(folder.logs)
  }, lookMs).unref()
  forgetOld(folder.logs)
  let open = true
  // what still has something to say when the house is closed says it to nobody
  const whileOpen = { write: (line: string) => open && file.write(line) }
  const streams = [
    { stream: whileOpen, level: logLevel },
    ...(logTo === 'file-and-stdout' ? [{ stream: process.stdout, level: logLevel }] : []),
  ]
  const options = {
    level: logLevel,
    base: {},
    redact: { paths: redacted, censor: '…' },
    serializers: { err: faultWords, error: faultWords, fault: maskedWords, warning: maskedWords },
  }
  return {
    log: pino({ ...options, timestamp: pino.stdTimeFunctions.isoTime }, multistream(streams)),
    close() {
      clearInterval(turn)
      open = false
      file.flushSync()
      file.end()
    },
  }
}

/**
 * A fault of the database carries the row in `detail` and the statement's values in `where`: neither is logged. Messages of
 * libraries may quote what they were given, so numbers and addresses of people are masked in them.
 */
export function faultWords(fault: unknown): object {
  if (!(fault instanceof Error)) return { message: maskIdentifiers(String(fault)) }
  const { type, message: said, stack: trace } = stdSerializers.err(fault)
  const [message, stack] = [maskIdentifiers(said), maskIdentifiers(trace)]
  const { code, table, constraint } = fault as { code?: string; table?: string; constraint?: string }
  const cause = fault.cause === undefined ? {} : { cause: faultWords(fault.cause) }
  return { type, message, code, table, constraint, stack, ...cause }
}

/** What somebody else's words became a string for. */
const maskedWords = (said: unknown): unknown => (typeof said === 'string' ? maskIdentifiers(said) : said)

const dayNow = (): string => new Date().toISOString().slice(0, 10)

function forgetOld(logs: string): void {
  const oldest = `house-${new Date(Date.now() - daysKept * 86_400_000).toISOString().slice(0, 10)}.log`
  for (const name of readdirSync(logs)) {
    if (/^house-\d{4}-\d\d-\d\d\.log$/.test(name) && name < oldest) rmSync(join(logs, name), { force: true })
  }
}
