import { PgBoss } from 'pg-boss'
import type { Log } from './log.ts'
import { poolFor } from './pools.ts'
import type { Database } from './postgres.ts'

/** The queue behind the outbox. Rooms register their workers on `boss`. */
export interface Jobs {
  readonly boss: PgBoss
  close(): Promise<void>
}

/** Made by migration 0001 and owned by `work`: pg-boss keeps its own tables in it and migrates them itself. */
export const jobSchema = 'job'
const closeWithinMs = 5_000

/** Starts pg-boss as the role `work`, on a pool of its own, so that a burst of jobs never starves the sweeps. */
export async function openJobs(database: Pick<Database, 'doorFor'>, log: Log): Promise<Jobs> {
  const pool = poolFor(database, 'work', { max: 4, application_name: `xinqiao jobs ${process.pid}` })
  const boss = new PgBoss({
    db: { executeSql: (text, values) => pool.query(text, values as unknown[] | undefined) },
    schema: jobSchema,
    createSchema: false,
    // schedules belong to the rooms' sweeps, which follow the day of the office and not this machine's clock
    schedule: false,
  })
  boss.on('error', (fault) => log.error({ err: fault }, 'job queue'))
  boss.on('warning', (warning) => log.warn({ warning: warning.message }, 'job queue'))
  await boss.start()
  return {
    boss,
    async close() {
      await boss.stop({ graceful: true, timeout: closeWithinMs })
      await pool.end()
    },
  }
}
