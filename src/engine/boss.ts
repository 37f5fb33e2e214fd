import type { PgBoss } from 'pg-boss'
import type { JobQueue } from './outbox.ts'

/**
 * pg-boss as the queue behind the outbox. It writes on the relay's own connection, so a job is in the queue exactly when
 * it is marked, and a crash between the two cannot be. The queue (`boss.createQueue(kind)`) must exist. The job's data
 * are `{ stream, payload }`.
 */
export function bossQueue(boss: Pick<PgBoss, 'insert'>): JobQueue {
  return {
    async put(kind, jobs, transaction) {
      const db = { executeSql: (text: string, values?: unknown[]) => transaction.query(text, values) }
      await boss.insert(
        kind,
        jobs.map(({ id, stream, payload, startAfter }) => ({
          id,
          data: { stream, payload },
          ...(startAfter === null ? {} : { startAfter }),
        })),
        { db },
      )
    },
  }
}
