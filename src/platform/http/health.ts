import type { FastifyInstance } from 'fastify'

/** How the house is. Asked at each call, so it must be cheap. */
export type Health = () => Promise<{
  readonly database: 'up' | 'down'
  /** How far behind each reader of facts is: its name → facts not yet read. */
  readonly lag: Readonly<Record<string, number>>
  /** How the backups stand; left out where nobody looks after them here. */
  readonly backup?: 'off' | 'good' | 'late' | 'failed'
}>

const waitMs = 3000

/** `GET /healthz`: 200 while the house can work, 503 while it cannot. */
export function serveHealth(app: FastifyInstance, health: Health, version: string): void {
  app.get('/healthz', async (_request, reply) => {
    const { database, lag, backup } = await askInTime(health)
    const status = database === 'up' ? 'ok' : 'down'
    reply.code(database === 'up' ? 200 : 503).header('cache-control', 'no-store')
    return reply
      .type('application/json; charset=utf-8')
      .send(JSON.stringify({ status, database, version, lag, backup }))
  })
}

const down: Awaited<ReturnType<Health>> = { database: 'down', lag: {} }

/** A database that does not answer is down, whatever the reason. */
async function askInTime(health: Health) {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<typeof down>((resolve) => {
    timer = setTimeout(() => resolve(down), waitMs)
  })
  try {
    return await Promise.race([health(), late])
  } catch {
    return down
  } finally {
    clearTimeout(timer)
  }
}
