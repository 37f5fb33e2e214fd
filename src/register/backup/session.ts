import pg from 'pg'
import type { Database } from '../../platform/postgres.ts'

/** Rows must read the same wherever they are written, whatever the server's own settings. */
const plainText = `set datestyle = 'ISO, YMD'; set timezone = 'UTC'; set intervalstyle = 'postgres'; set extra_float_digits = 1;
  set bytea_output = 'hex'; set client_encoding = 'UTF8'; set statement_timeout = 0; set lock_timeout = 0;
  set idle_in_transaction_session_timeout = 0; set row_security = off`

/**
 * A session as the owner, whom row security does not bind; where it ever did, reading fails instead of leaving rows out. It ends at once
 * when it is told to, in the midst of a COPY too: a backup that is broken off must not hold the terminal.
 */
export async function ownerSession<T>(
  database: Pick<Database, 'doorFor'>,
  name: string,
  work: (client: pg.Client) => Promise<T>,
  signal?: AbortSignal,
): Promise<T> {
  signal?.throwIfAborted()
  const client = new pg.Client({ ...database.doorFor('owner'), application_name: `xinqiao ${name}`, keepAlive: true })
  client.on('error', () => {})
  await client.connect()
  const cut = () => wireOf(client).stream.destroy()
  signal?.addEventListener('abort', cut, { once: true })
  try {
    await client.query(plainText)
    const value = await work(client)
    await client.end()
    return value
  } catch (fault) {
    cut()
    signal?.throwIfAborted()
    throw fault
  } finally {
    signal?.removeEventListener('abort', cut)
  }
}

const wireOf = (client: pg.Client) => (client as unknown as { connection: { stream: { destroy(): void } } }).connection
