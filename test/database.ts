import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { afterAll, inject } from 'vitest'
import { nameOf, type Role, roles } from '../src/platform/database-keys.ts'
import { poolFor } from '../src/platform/pools.ts'
import type { Database, Door } from '../src/platform/postgres.ts'

/** A database that nobody else uses, migrated and empty, with a pool for each of the four roles. */
export interface FreshDatabase {
  readonly name: string
  readonly owner: pg.Pool
  readonly app: pg.Pool
  readonly work: pg.Pool
  readonly search: pg.Pool
  /** For code that opens its own sessions, as jobs do. */
  doorFor(role: Role): Door
  drop(): Promise<void>
}

/**
 * `const database = await freshDatabase()` at the top of a test file; it is dropped after the file's last test.
 * A copy of a template takes some tens of milliseconds.
 */
export async function freshDatabase(): Promise<FreshDatabase> {
  const { host, port, passwords, template } = inject('cluster')
  const name = `test_${randomBytes(6).toString('hex')}`
  await asSuperuser(`create database ${name} template ${template} owner ${nameOf('owner')}`)
  const doorFor = (role: Role): Door => ({ host, port, database: name, user: nameOf(role), password: passwords[role] })
  const pool = (role: Role) => poolFor({ doorFor }, role, { max: 6, idleTimeoutMillis: 10_000 })
  const pools = { owner: pool('owner'), app: pool('app'), work: pool('work'), search: pool('search') }
  let dropped: Promise<void> | undefined
  const drop = () => {
    dropped ??= closeAndDrop(name, Object.values(pools))
    return dropped
  }
  afterAll(drop)
  return { name, ...pools, doorFor, drop }
}

/** A database with nothing in it, as a house finds it on the day that it is founded. */
export async function blankDatabase(): Promise<Pick<Database, 'doorFor' | 'claimServing'> & { readonly name: string }> {
  const { host, port, passwords } = inject('cluster')
  const name = `test_${randomBytes(6).toString('hex')}`
  await asSuperuser(`create database ${name} template template0 encoding 'UTF8' owner ${nameOf('owner')}`)
  await asSuperuser(`grant connect on database ${name} to ${roles.map(nameOf).join(', ')}`)
  afterAll(() => asSuperuser(`drop database if exists ${name} with (force)`))
  const doorFor = (role: Role): Door => ({ host, port, database: name, user: nameOf(role), password: passwords[role] })
  return { name, doorFor, claimServing: async () => true }
}

async function closeAndDrop(name: string, pools: pg.Pool[]): Promise<void> {
  await Promise.all(pools.map((pool) => pool.end()))
  await asSuperuser(`drop database ${name} with (force)`)
}

async function asSuperuser(statement: string): Promise<void> {
  const { host, port, passwords } = inject('cluster')
  const session = new pg.Client({ host, port, database: 'postgres', user: 'postgres', password: passwords.superuser })
  await session.connect()
  await session.query(statement).finally(() => session.end())
}
