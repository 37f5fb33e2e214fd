import { randomBytes } from 'node:crypto'
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { DataFolder } from './data-folder.ts'

/** The four roles that the house acts as: see docs on roles. `owner` only migrates. */
export const roles = ['owner', 'app', 'work', 'search'] as const
export type Role = (typeof roles)[number]

export const nameOf = (role: Role): string => `xinqiao_${role}`

const password = z.string().min(16)
const schema = z.object({ superuser: password, owner: password, app: password, work: password, search: password })

/** Passwords of the database, kept in `keys/database.json`. */
export type DatabaseKeys = z.infer<typeof schema>

/** Reads the passwords, drawing them at the first start. Two first starters agree: the file is linked into place. */
export function databaseKeys(folder: DataFolder): DatabaseKeys {
  const path = join(folder.keys, 'database.json')
  return read(path) ?? draw(path)
}

function read(path: string): DatabaseKeys | undefined {
  try {
    return schema.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw new Error(`${path} cannot be read as the passwords of the database`, { cause: fault })
  }
}

/**
 * Passwords that are to replace those in use: written down before the server hears of them, and put in their place once it
 * has. Between the two the old ones or these are right, and whoever comes in tries both.
 */
export const nextDatabaseKeys = (folder: DataFolder): DatabaseKeys => {
  const path = nextPath(folder)
  return read(path) ?? draw(path)
}

/** Those of a renewal that was begun and not ended. */
export const begunDatabaseKeys = (folder: DataFolder): DatabaseKeys | undefined => read(nextPath(folder))

/** The renewal took effect. */
export const settleDatabaseKeys = (folder: DataFolder): void =>
  renameSync(nextPath(folder), join(folder.keys, 'database.json'))

const nextPath = (folder: DataFolder): string => join(folder.keys, 'database.next.json')

function draw(path: string): DatabaseKeys {
  const drawn = Object.fromEntries(['superuser', ...roles].map((name) => [name, randomBytes(24).toString('base64url')]))
  const beside = `${path}.${process.pid}`
  writeFileSync(beside, `${JSON.stringify(drawn, null, 2)}\n`, { mode: 0o600 })
  try {
    linkSync(beside, path)
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code !== 'EEXIST') throw fault
  } finally {
    rmSync(beside)
  }
  const agreed = read(path)
  if (!agreed) throw new Error(`${path} vanished while it was written`)
  return agreed
}
