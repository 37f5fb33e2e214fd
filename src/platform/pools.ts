import pg from 'pg'
import type { Role } from './database-keys.ts'
import type { Database } from './postgres.ts'

/** One pool a role of the running house. `owner` has none: it only migrates. */
export interface Pools {
  readonly app: pg.Pool
  readonly work: pg.Pool
  readonly search: pg.Pool
}

export interface OpenPools extends Pools {
  close(): Promise<void>
}

/** Together well below the 60 sessions of the embedded server, so that command-line verbs find a place beside them. */
const sizes = { app: 16, work: 8, search: 4 } as const
const statementMaxMs = { app: 30_000, work: 0, search: 10_000 } as const

/**
 * The running house asks few kinds of questions very often, each by keys and along one index, so a plan is made once a
 * connection. With row security in it, planning would take longer than answering.
 */
const settingsOf = { app: '-c plan_cache_mode=force_generic_plan', work: '', search: '' } as const

export function openPools(database: Database): OpenPools {
  const pools = { app: open('app'), work: open('work'), search: open('search') }
  return {
    ...pools,
    async close() {
      await Promise.all(Object.values(pools).map((pool) => pool.end()))
    },
  }

  function open(role: keyof typeof sizes): pg.Pool {
    const options = settingsOf[role]
    return poolFor(database, role, {
      ...{ max: sizes[role], statement_timeout: statementMaxMs[role] },
      ...(options === '' ? {} : { options }),
    })
  }
}

/** A pool whose sessions ask for the door as it is at that moment: a server brought back has another socket. */
export function poolFor(database: Pick<Database, 'doorFor'>, role: Role, options: pg.PoolConfig = {}): pg.Pool {
  const pool = new pg.Pool({
    ...database.doorFor(role),
    application_name: `xinqiao ${role} ${process.pid}`,
    idle_in_transaction_session_timeout: 60_000,
    connectionTimeoutMillis: 15_000,
    idleTimeoutMillis: 60_000,
    types: { getTypeParser },
    Client: clientAtDoor(() => database.doorFor(role)),
    ...options,
  } as pg.PoolConfig)
  // a session that dies while idle is replaced at its next use; without a listener it would end the process
  pool.on('error', () => {})
  return pool
}

/**
 * While a session is checked out, its pool does not listen to it. One that dies between two statements is noticed by the
 * second, which fails; without a listener of its own it would end the process at once.
 */
function clientAtDoor(door: () => pg.ClientConfig): typeof pg.Client {
  return class extends pg.Client {
    constructor(config?: string | pg.ClientConfig) {
      super({ ...(config as pg.ClientConfig), ...door() })
      this.on('error', () => {})
    }
  }
}

const oid = { int8: 20, date: 1082, dateArray: 1182 }

/** Days stay text (`YYYY-MM-DD`), for a day has no zone; bigints are numbers, and one too large for that is a fault. */
const ours: Record<number, (text: string) => unknown> = {
  [oid.int8]: (text) => {
    const value = Number(text)
    if (!Number.isSafeInteger(value)) throw new Error(`bigint out of range: ${text}`)
    return value
  },
  [oid.date]: (text) => text,
  [oid.dateArray]: (text) => (text === '{}' ? [] : text.slice(1, -1).split(',')),
}

function getTypeParser(type: number, format?: 'text' | 'binary'): unknown {
  return (format !== 'binary' && ours[type]) || pg.types.getTypeParser(type, format as 'text')
}
