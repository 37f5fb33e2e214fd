import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The root of the checkout, wherever we were called from. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)))

// what Node has compiled once it need not compile again: a start is two or three times quicker
const compiled = join(root, '.cache', 'node')

/**
 * The Node that runs the house: the pinned one from node_modules where its package has one for this machine, or else
 * the one that runs us, if it can run TypeScript. Undefined while nothing is installed.
 */
export function findNode() {
  const pinned = pinnedNode()
  if (pinned) return pinned
  if (!existsSync(join(root, 'node_modules'))) return undefined
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > 22 || (major === 22 && minor >= 18)) return process.execPath
  throw new Error(
    `there is no packaged Node 24 for this machine (${process.platform}-${process.arch}), and Node ${process.versions.node} cannot run TypeScript: install Node 22.18 or newer`,
  )
}

function pinnedNode() {
  const platform = process.platform === 'win32' ? 'win' : process.platform
  const folder = join(root, 'node_modules', `node-${platform}-${process.arch}`, 'bin')
  return [join(folder, 'node'), join(folder, 'node.exe')].find((path) => existsSync(path))
}

/**
 * Runs a program to its end and gives its exit code. Signals are passed on, and the child has a channel: should we be
 * killed, it sees that close and can end in order.
 */
export function run(program, words, { channel = false, environment = {}, quiet = false } = {}) {
  return new Promise((done) => {
    const stdio = quiet ? ['ignore', 'pipe', 'pipe'] : ['inherit', 'inherit', 'inherit']
    const child = spawn(program, words, {
      cwd: quiet ? root : process.cwd(),
      stdio: channel ? [...stdio, 'ipc'] : stdio,
      env: { NODE_COMPILE_CACHE: compiled, ...process.env, ...environment },
    })
    let said = ''
    child.stdout?.on('data', (piece) => (said += piece))
    child.stderr?.on('data', (piece) => (said += piece))
    const pass = (signal) => child.kill(signal)
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
    for (const signal of signals) process.on(signal, pass)
    const end = (code, words) => {
      for (const signal of signals) process.off(signal, pass)
      done({ code, said: words })
    }
    child.once('error', (fault) => end(1, `${program} cannot be run: ${fault.message}`))
    child.once('close', (code, signal) => end(code ?? (signal ? 1 : 0), said))
  })
}

/** Ends this script with words and a code. */
export function stop(words, code = 1) {
  console.error(words)
  process.exit(code)
}
