import type { ClientBase, Pool } from 'pg'

/** Runs work on one connection, between `begin` and `commit`; whatever it throws undoes all and is thrown on. */
export async function inTransaction<T>(
  pool: Pool,
  work: (client: ClientBase) => Promise<T>,
  mode = 'read committed',
): Promise<T> {
  const client = await pool.connect()
  let lost: Error | undefined
  const lose = (fault: Error): void => {
    lost = fault
  }
  client.on('error', lose)
  try {
    await client.query(`begin isolation level ${mode}`)
    const value = await work(client)
    await client.query('commit')
    return value
  } catch (fault) {
    await client.query('rollback').catch(lose)
    throw fault
  } finally {
    client.off('error', lose)
    client.release(lost)
  }
}
