import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { clusterFiles, type Durability, superuser } from './cluster.ts'
import type { DataFolder } from './data-folder.ts'
import {
  begunDatabaseKeys,
  databaseKeys,
  nameOf,
  nextDatabaseKeys,
  type Role,
  settleDatabaseKeys,
} from './database-keys.ts'
import type { Postmaster } from './postmaster.ts'
import { provision, renewPasswords } from './provision.ts'

/** How one role reaches the database. */
export interface Door {
  readonly host: string
  readonly port: number
  readonly database: string
  readonly user: string
  readonly password: string
  readonly ssl?: pg.ClientConfig['ssl']
}

/** A PostgreSQL that is up, with our roles and our database in it. Not yet migrated. */
export interface Database {
  readonly kind: 'embedded' | 'served'
  doorFor(role: Role): Door
  /** True for the one process that serves this data folder; a served database may have any number. */
  claimServing(): Promise<boolean>
  /** Draws new passwords for all roles. Nobody else may be using the house: others hold the old ones until they start anew. */
  renewPasswords(): Promise<void>
  /** Lets go. The last one out stops an embedded server. */
  close(): Promise<void>
}

export interface DatabaseOptions {
  readonly folder: DataFolder
  /** A served PostgreSQL instead of the embedded one. Its role must be allowed to create ours. */
  readonly url?: string | undefined
  readonly durability?: Durability
  /** Told when an embedded server was lost and could not be brought back: the house cannot go on. */
  readonly onLost?: (fault: unknown) => void
}

export const databaseName = 'xinqiao'

export function openDatabase(options: DatabaseOptions): Promise<Database> {
  return options.url ? openServed(options.folder, options.url) : openEmbedded(options)
}

async function openServed(folder: DataFolder, url: string): Promise<Database> {
  let keys = databaseKeys(folder)
  const admin = await connectAdmin(url)
  const { host, port, database, ssl } = admin
  const name = database ?? databaseName
  const doorFor = (role: Role): Door => ({
    ...{ host, port, database: name, user: nameOf(role), password: keys[role] },
    ...(ssl ? { ssl } : {}),
  })
  try {
    if (begunDatabaseKeys(folder) && !(await opens(doorFor('app')))) {
      settleDatabaseKeys(folder)
      keys = databaseKeys(folder)
    }
    await provision(admin, keys, { database: name, connect: () => connect(doorFor('app')) })
  } finally {
    await admin.end()
  }
  const renew = async () => {
    const owner = await connectAdmin(url)
    await renewPasswords(owner, nextDatabaseKeys(folder)).finally(() => owner.end())
    settleDatabaseKeys(folder)
    keys = databaseKeys(folder)
  }
  return { kind: 'served', doorFor, claimServing: async () => true, renewPasswords: renew, close: async () => {} }
}

async function connectAdmin(url: string): Promise<pg.Client> {
  const admin = new pg.Client({ connectionString: url, application_name: 'xinqiao provision' })
  await admin.connect()
  return admin
}

async function opens(door: Door): Promise<boolean> {
  try {
    await (await connect(door)).end()
    return true
  } catch (fault) {
    if (wrongPassword(fault)) return false
    throw fault
  }
}

/**
 * Everybody who uses the embedded server holds a session with a shared advisory lock in it. That session ends with the
 * process however the process ends, so who is still here and who serves never has to be guessed from a stale file.
 */
const lock = { present: '7711, 1', serving: '7711, 2' }

async function openEmbedded({ folder, durability = 'durable', onLost }: DatabaseOptions): Promise<Database> {
  let keys = databaseKeys(folder)
  const files = clusterFiles(folder, keys.superuser, durability)
  let closing = false
  let serving = false
  let here = await enter()
  /** A server that was lost is being entered anew; whoever closes waits for that, or its session would keep the server up for ever. */
  let entering: Promise<unknown> = Promise.resolve()
  watch()

  async function enter(): Promise<Presence> {
    for (let attempt = 1; ; attempt += 1) {
      const server = await files.start()
      try {
        return await presentAsKept(server)
      } catch (fault) {
        // it may have been shutting down as we came in, or have only just become a server
        if (attempt >= 5 || wrongPassword(fault)) throw explained(fault, folder)
        await pause(200 * attempt)
      }
    }
  }

  /** With the passwords that are kept, or with those of a renewal that took effect and was not written down as done. */
  async function presentAsKept(server: Postmaster): Promise<Presence> {
    keys = databaseKeys(folder)
    try {
      return await present(server, keys.superuser)
    } catch (fault) {
      const begun = begunDatabaseKeys(folder)
      if (!wrongPassword(fault) || !begun) throw fault
      const presence = await present(server, begun.superuser)
      settleDatabaseKeys(folder)
      keys = begun
      return presence
    }
  }

  /** A server that was killed is brought back; the pools find it again, so long as its door is asked for anew. */
  function watch(): void {
    here.session.on('error', () => {})
    here.session.once('end', () => {
      if (!closing) entering = reenter().catch((fault) => onLost?.(fault))
    })
  }

  async function reenter(): Promise<void> {
    here = await enter()
    watch()
    if (serving && !(await tryLock(here.session, lock.serving))) throw new Error('another house serves this data now')
  }

  await provision(here.session, keys, {
    database: databaseName,
    connect: () =>
      connect({ ...addressOf(here.server), database: databaseName, user: nameOf('app'), password: keys.app }),
  })

  return {
    kind: 'embedded',
    doorFor: (role) => ({
      ...addressOf(here.server),
      ...{ database: databaseName, user: nameOf(role), password: keys[role] },
    }),
    async claimServing() {
      serving ||= await tryLock(here.session, lock.serving)
      return serving
    },
    async renewPasswords() {
      const next = nextDatabaseKeys(folder)
      await renewPasswords(here.session, next, superuser)
      settleDatabaseKeys(folder)
      keys = next
    },
    async close() {
      if (closing) return
      closing = true
      await entering
      if (await isLastOut(here.session)) {
        await files.stop(here.server)
        return
      }
      await here.session.end()
    },
  }
}

interface Presence {
  readonly server: Postmaster
  readonly session: pg.Client
}

const addressOf = ({ host, port }: Postmaster) => ({ host, port })

async function present(server: Postmaster, password: string): Promise<Presence> {
  const session = await connect({ ...addressOf(server), database: 'postgres', user: superuser, password })
  await session.query(`select pg_advisory_lock_shared(${lock.present})`)
  return { server, session }
}

/** Whoever gets the lock for itself alone is the last; a newcomer then waits until the server is gone. */
async function isLastOut(session: pg.Client): Promise<boolean> {
  try {
    await session.query(`select pg_advisory_unlock_shared(${lock.present})`)
    return await tryLock(session, lock.present)
  } catch {
    return false
  }
}

async function tryLock(session: pg.Client, key: string): Promise<boolean> {
  const { rows } = await session.query<{ got: boolean }>(`select pg_try_advisory_lock(${key}) as got`)
  return rows[0]?.got === true
}

async function connect(door: Door): Promise<pg.Client> {
  const client = new pg.Client({ ...door, application_name: `xinqiao ${process.pid}`, keepAlive: true })
  client.on('error', () => {})
  await client.connect()
  return client
}

const wrongPassword = (fault: unknown): boolean => (fault as { code?: string }).code === '28P01'

function explained(fault: unknown, folder: DataFolder): unknown {
  if (!wrongPassword(fault)) return fault
  const said = `${folder.keys}/database.json does not hold the password of the cluster in ${folder.postgres}`
  return new Error(`${said}: both must come from the same data folder`, { cause: fault })
}
