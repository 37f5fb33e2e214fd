import { type StdioOptions, spawn, spawnSync } from 'node:child_process'
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir, totalmem } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { DataFolder } from './data-folder.ts'
import { type Binaries, stageBinaries } from './postgres-binaries.ts'
import { isAlive, isProcess, type Postmaster, pidFile, readPostmaster } from './postmaster.ts'
import { type ServerUser, serverUser } from './server-user.ts'

/** `throwaway` is for tests and for drills: what is written may be lost with the power. */
export type Durability = 'durable' | 'throwaway'

export const superuser = 'postgres'
/** Crash recovery replays at most a few WAL segments; a server that is not ready after this long is not coming. */
const startWithinMs = 10 * 60_000
const stopWithinMs = 30_000
/** After a killed server its children take a moment to notice, and until then hold its memory. */
const launchAttempts = 6
const relaunchAfterMs = 500
const logFileMaxBytes = 10 * 2 ** 20
const sockets = process.platform !== 'win32'

/** The files of one embedded PostgreSQL and the means to start and stop it. Knows nothing of who uses it. */
export interface ClusterFiles {
  /** The server as it runs now, whoever started it. */
  running(): Postmaster | undefined
  /** Makes the files if there are none, starts a server unless one lives, and waits until it answers. */
  start(): Promise<Postmaster>
  stop(server: Postmaster): Promise<void>
}

export function clusterFiles(folder: DataFolder, superuserPassword: string, durability: Durability): ClusterFiles {
  const user = serverUser(folder.postgres)
  refuseStranger(folder.postgres)
  let binaries: Binaries | undefined
  const programs = () => {
    binaries ??= stageBinaries(folder, user)
    return binaries
  }
  const running = () => {
    const server = readPostmaster(folder.postgres)
    return server && isAlive(server) ? server : undefined
  }
  return {
    running,
    async start() {
      if (!existsSync(folder.postgres)) initialise(programs(), folder, user, superuserPassword, durability)
      return untilReady(folder, running, () => launch(programs(), folder, user, durability))
    },
    stop,
  }
}

function refuseStranger(clusterPath: string): void {
  const uid = process.getuid?.()
  if (uid === undefined || uid === 0 || !existsSync(clusterPath)) return
  if (statSync(clusterPath).uid !== uid)
    throw new Error(`${clusterPath} belongs to another user: start as that user, or as root if root made it`)
}

/**
 * The server is started with the cluster as its working folder. Where its user cannot pass through the folders above
 * (root's data in a 0700 home), it finds the cluster by that alone, and nobody's home has to be opened.
 */
const seenBy = (user: ServerUser, path: string): string => (user.reaches(path) ? path : '/proc/self/cwd')

/** Made beside and renamed, so that a first start cut short leaves nothing that looks like a cluster. */
function initialise(
  { initdb }: Binaries,
  folder: DataFolder,
  user: ServerUser,
  password: string,
  durability: Durability,
): void {
  sweepUnfinished(folder)
  const making = `${folder.postgres}.making-${process.pid}`
  mkdirSync(making, { mode: 0o700 })
  try {
    give(making, user)
    runInitdb(initdb, making, readOnce(folder, password, user), user, durability)
    if (existsSync(folder.postgres)) return
    renameSync(making, folder.postgres)
  } finally {
    rmSync(making, { recursive: true, force: true })
  }
}

/**
 * The password as an open file that has no name any more: whatever happens to us, nothing is left lying about, and the
 * server's user needs no way into the folder of keys.
 */
function readOnce(folder: DataFolder, password: string, user: ServerUser): number {
  const path = join(folder.keys, `initdb-${process.pid}`)
  writeFileSync(path, password, { mode: 0o600 })
  give(path, user)
  const open = openSync(path, 'r')
  rmSync(path)
  return open
}

function runInitdb(initdb: string, at: string, password: number, user: ServerUser, durability: Durability): void {
  const options = [
    `--pgdata=${seenBy(user, at)}`,
    `--username=${superuser}`,
    '--pwfile=/dev/stdin',
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    // no locale of the machine: order and case must not change when the folder moves or the system is upgraded
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    ...(durability === 'throwaway' ? ['--no-sync'] : []),
  ]
  const stdio: StdioOptions = [password, 'pipe', 'pipe']
  const ran = spawnSync(initdb, options, { cwd: at, ...user.ids, stdio, encoding: 'utf8', env: cleanEnvironment() })
  closeSync(password)
  if (ran.status === 0) return
  throw new Error(`initdb failed: ${ran.error?.message ?? ''}${ran.stderr ?? ''}${ran.stdout ?? ''}`.trim())
}

function sweepUnfinished(folder: DataFolder): void {
  const prefix = `${basename(folder.postgres)}.making-`
  for (const name of readdirSync(dirname(folder.postgres))) {
    if (!name.startsWith(prefix) || isProcess(Number(name.slice(prefix.length)))) continue
    rmSync(join(dirname(folder.postgres), name), { recursive: true, force: true })
  }
}

async function untilReady(
  folder: DataFolder,
  running: () => Postmaster | undefined,
  launch: () => Promise<Launched>,
): Promise<Postmaster> {
  const giveUpAt = Date.now() + startWithinMs
  let launched: Launched | undefined
  let failures = 0
  while (Date.now() < giveUpAt) {
    const server = running()
    if (server?.ready) return server
    if (launched?.ended) {
      // another process may have been quicker; only when no server lives is this a failure
      if (!server) failures += 1
      if (failures >= launchAttempts) throw new Error(`PostgreSQL does not start. Its log ends:\n${tailOfLog(folder)}`)
      launched = undefined
      await pause(relaunchAfterMs)
      continue
    }
    if (!server && !launched) {
      removeStalePidFile(folder.postgres)
      launched = await launch()
    }
    await pause(20)
  }
  throw new Error(`PostgreSQL was not ready within ${startWithinMs / 60_000} minutes; see ${logFile(folder)}`)
}

/**
 * PostgreSQL deals with a file whose process is gone, but refuses to start while the number belongs to any process at
 * all, which after a crash in a container is usual. Only that case is ours.
 */
function removeStalePidFile(clusterPath: string): void {
  const left = readPostmaster(clusterPath)
  if (left) removeSocketFolder(left.host)
  if (left && isProcess(left.pid) && !isAlive(left)) rmSync(pidFile(clusterPath), { force: true })
}

interface Launched {
  ended: boolean
}

async function launch(
  { postgres }: Binaries,
  folder: DataFolder,
  user: ServerUser,
  durability: Durability,
): Promise<Launched> {
  const log = openLog(logFile(folder))
  const socketFolder = shortFolder(user)
  const where = sockets
    ? { listen_addresses: '', unix_socket_directories: socketFolder, unix_socket_permissions: '0700' }
    : { listen_addresses: '127.0.0.1', port: await freePort() }
  const settings = Object.entries({ ...where, ...tuned(), ...(durability === 'throwaway' ? throwaway : {}) })
  const options = [
    '-D',
    seenBy(user, folder.postgres),
    ...settings.flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ]
  const launched: Launched = { ended: false }
  // a session of its own: Ctrl-C is for the house, which lets its work end before it stops the server
  const server = spawn(postgres, options, {
    cwd: folder.postgres,
    ...user.ids,
    env: cleanEnvironment(),
    detached: true,
    stdio: ['ignore', log, log],
  })
  const end = () => {
    launched.ended = true
    removeSocketFolder(socketFolder)
  }
  server.once('error', end).once('exit', end)
  server.unref()
  closeSync(log)
  return launched
}

/** For two cores and a few gigabytes. `fsync`, `full_page_writes` and `synchronous_commit` stay as they are: on. */
function tuned(): Record<string, string | number> {
  const megabytes = Math.floor(totalmem() / 2 ** 20)
  return {
    max_connections: 60,
    shared_buffers: `${Math.min(Math.max(Math.floor(megabytes / 8), 64), 1024)}MB`,
    effective_cache_size: `${Math.max(Math.floor(megabytes / 2), 256)}MB`,
    work_mem: '8MB',
    maintenance_work_mem: '128MB',
    wal_compression: 'on',
    wal_buffers: '16MB',
    max_wal_size: '2GB',
    checkpoint_timeout: '10min',
    random_page_cost: 1.1,
    // short statements only: compiling them costs more than it saves
    jit: 'off',
    max_parallel_workers_per_gather: 1,
    autovacuum_vacuum_scale_factor: 0.05,
    autovacuum_analyze_scale_factor: 0.02,
    TimeZone: 'UTC',
    log_timezone: 'UTC',
    log_min_duration_statement: '2s',
    // values of statements are what people wrote and who they are
    log_parameter_max_length: 0,
    log_parameter_max_length_on_error: 0,
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_checkpoints: 'off',
  }
}

const throwaway = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', shared_buffers: '128MB' }

/** Fast shutdown: sessions are ended, a checkpoint is written. Only a server that does not obey is cut off. */
async function stop(server: Postmaster): Promise<void> {
  signal(server, 'SIGINT')
  if (!(await goneWithin(server, stopWithinMs))) {
    signal(server, 'SIGQUIT')
    await goneWithin(server, stopWithinMs)
  }
  removeSocketFolder(server.host)
}

function signal(server: Postmaster, name: NodeJS.Signals): void {
  try {
    if (isAlive(server)) process.kill(server.pid, name)
  } catch (fault) {
    // gone between the look and the signal, which is what was wanted
    if ((fault as NodeJS.ErrnoException).code !== 'ESRCH') throw fault
  }
}

async function goneWithin(server: Postmaster, ms: number): Promise<boolean> {
  for (const giveUpAt = Date.now() + ms; Date.now() < giveUpAt; await pause(20)) if (!isAlive(server)) return true
  return false
}

/** The path of a socket may have about 107 bytes, so it never lies in the data folder. */
function shortFolder(user: ServerUser): string {
  const parent = tmpdir().length > 70 ? '/tmp' : tmpdir()
  const made = mkdtempSync(join(parent, 'xinqiao-'))
  give(made, user)
  if (user.reaches(made)) return made
  rmSync(made, { recursive: true })
  const open = mkdtempSync('/tmp/xinqiao-')
  give(open, user)
  return open
}

/** The name may come from a file that the server's user can write, so only what can be ours is removed. */
function removeSocketFolder(path: string): void {
  if (/^[^.]+\/xinqiao-\w{6}$/.test(path)) rmSync(path, { recursive: true, force: true })
}

function give(path: string, { ids }: ServerUser): void {
  if (ids.uid !== undefined && ids.gid !== undefined) chownSync(path, ids.uid, ids.gid)
}

/** Nothing of PG* or LD_* that somebody set for another server. */
const cleanEnvironment = (): NodeJS.ProcessEnv => ({ PATH: process.env.PATH ?? '', LC_ALL: 'C', TZ: 'UTC' })

const logFile = (folder: DataFolder): string => join(folder.logs, 'postgres.log')

/** One older file is kept. The server writes to what we open, so it needs no way into the folder of logs. */
function openLog(path: string): number {
  if (existsSync(path) && statSync(path).size > logFileMaxBytes) renameSync(path, `${path}.1`)
  return openSync(path, 'a', 0o600)
}

function tailOfLog(folder: DataFolder): string {
  return readFileSync(logFile(folder), 'utf8').split('\n').slice(-12).join('\n')
}

async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((done) => probe.listen(0, '127.0.0.1', done))
  const address = probe.address()
  await new Promise((done) => probe.close(done))
  return address !== null && typeof address === 'object' ? address.port : 5432
}
