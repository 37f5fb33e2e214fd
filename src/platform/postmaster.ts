import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** What a PostgreSQL server says of itself in `postmaster.pid`. */
export interface Postmaster {
  readonly pid: number
  /** The folder of its socket, or a loopback address where there are no sockets. */
  readonly host: string
  readonly port: number
  readonly ready: boolean
}

export const pidFile = (clusterPath: string): string => join(clusterPath, 'postmaster.pid')

/** Reads `postmaster.pid`; undefined while there is none or it is half written. */
export function readPostmaster(clusterPath: string): Postmaster | undefined {
  let lines: string[]
  try {
    lines = readFileSync(pidFile(clusterPath), 'utf8').split('\n')
  } catch {
    return undefined
  }
  const [pid, , , port, socketFolder, listenAddress, , status] = lines.map((line) => line.trim())
  if (!Number(pid)) return undefined
  const host = socketFolder || listenAddress || ''
  return { pid: Number(pid), host, port: Number(port), ready: status === 'ready' }
}

/**
 * Whether that server still lives. After a crash its number may belong to any other process, so the command line is
 * asked as well: ours names the socket folder, which is new and random at every start. A zombie has none.
 */
export function isAlive(postmaster: Postmaster): boolean {
  if (!isProcess(postmaster.pid)) return false
  const command = commandLine(postmaster.pid)
  return command === undefined || (command.includes('postgres') && command.includes(postmaster.host))
}

export function isProcess(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (fault) {
    return (fault as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Undefined when this system has no way to tell. */
function commandLine(pid: number): string | undefined {
  try {
    if (existsSync('/proc/self/cmdline')) return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
  } catch {
    return ''
  }
  try {
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' })
  } catch {
    return undefined
  }
}
