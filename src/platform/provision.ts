import pg from 'pg'
import { type DatabaseKeys, nameOf, roles } from './database-keys.ts'

export interface Place {
  readonly database: string
  /** Comes in as one of our roles, to see whether the passwords that we hold are the right ones. */
  connect(): Promise<pg.Client>
}

/**
 * Makes the four roles and the database where they are missing, as a role that may. What each role may do inside is the
 * work of the migrations; here is only what no migration can do, because roles belong to the whole server.
 */
export async function provision(admin: pg.Client, keys: DatabaseKeys, place: Place): Promise<void> {
  // one starter at a time: roles belong to the whole server, and there is no "create role if not exists"
  await admin.query('select pg_advisory_lock(7711, 3)')
  try {
    await provisionAlone(admin, keys, place)
  } finally {
    await admin.query('select pg_advisory_unlock(7711, 3)').catch(() => {})
  }
}

async function provisionAlone(admin: pg.Client, keys: DatabaseKeys, place: Place): Promise<void> {
  const missing = await missingRoles(admin)
  const isOld = await isBefore16(admin)
  for (const role of missing) {
    const password = pg.escapeLiteral(keys[role])
    const inheriting = isOld && role === 'owner' ? 'inherit' : 'noinherit'
    await admin.query(`create role ${nameOf(role)} login ${inheriting} password ${password}`)
  }
  if (missing.length > 0) {
    // only its members may give a role something to own: `work` the schema of jobs, `search` its one function
    const owned = [nameOf('work'), nameOf('search')].join(', ')
    await admin.query(`grant ${owned} to ${nameOf('owner')} ${isOld ? '' : 'with inherit false, set true'}`)
  }
  await makeDatabase(admin, place.database)
  if (missing.length === 0) await checkPasswords(place)
}

/**
 * Before 16 what a role inherits is said once for all its memberships, and the owner of a database has its schema `public` by one. It
 * then inherits what `work` and `search` may do as well, which is less than it may do anyway.
 */
async function isBefore16(admin: pg.Client): Promise<boolean> {
  const { rows } = await admin.query<{ version: number }>(
    "select current_setting('server_version_num')::integer as version",
  )
  return (rows[0]?.version ?? 0) < 160_000
}

/** Gives every role its new password, all or none; `own` is the login of the embedded server's superuser. */
export async function renewPasswords(admin: pg.Client, keys: DatabaseKeys, own?: string): Promise<void> {
  const logins = roles.map((role) => [nameOf(role), keys[role]] as const)
  await admin.query('begin')
  try {
    for (const [login, password] of own ? [...logins, [own, keys.superuser] as const] : logins)
      await admin.query(`alter role ${pg.escapeIdentifier(login)} password ${pg.escapeLiteral(password)}`)
    await admin.query('commit')
  } catch (fault) {
    await admin.query('rollback').catch(() => {})
    throw fault
  }
}

async function missingRoles(admin: pg.Client) {
  const wanted = roles.map(nameOf)
  const { rows } = await admin.query<{ rolname: string }>('select rolname from pg_roles where rolname = any($1)', [
    wanted,
  ])
  const there = new Set(rows.map((row) => row.rolname))
  return roles.filter((role) => !there.has(nameOf(role)))
}

async function makeDatabase(admin: pg.Client, name: string): Promise<void> {
  const quoted = pg.escapeIdentifier(name)
  const { rows } = await admin.query('select from pg_database where datname = $1', [name])
  if (rows.length === 0) await admin.query(`create database ${quoted} encoding 'UTF8' template template0`)
  await admin.query(`alter database ${quoted} owner to ${nameOf('owner')}`)
  await admin.query(`revoke all on database ${quoted} from public`)
  await admin.query(`grant connect on database ${quoted} to ${roles.map(nameOf).join(', ')}`)
}

async function checkPasswords(place: Place): Promise<void> {
  try {
    await (await place.connect()).end()
  } catch (fault) {
    if ((fault as { code?: string }).code !== '28P01') throw fault
    throw new Error(
      'the roles of this database have other passwords than keys/database.json holds: share one keys folder',
    )
  }
}
