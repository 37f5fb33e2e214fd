import { pino } from 'pino'
import { afterAll, expect, it } from 'vitest'
import { freshDatabase } from '../../test/database.ts'
import { openJobs } from './jobs.ts'

const database = await freshDatabase()
const jobs = await openJobs(database, pino({ level: 'silent' }))
afterAll(() => jobs.close())

it('a job sent is a job done, as the role work in a schema of its own', async () => {
  await jobs.boss.createQueue('ring')
  const rung = new Promise((done) => jobs.boss.work('ring', async ([job]) => done(job?.data)))
  await jobs.boss.send('ring', { stream: '1', payload: { times: 2 } })
  expect(await rung).toEqual({ stream: '1', payload: { times: 2 } })
  const { rows } = await database.owner.query("select distinct tableowner from pg_tables where schemaname = 'job'")
  expect(rows).toEqual([{ tableowner: 'xinqiao_work' }])
})

it('a job sent inside a transaction that is rolled back was never sent', async () => {
  await jobs.boss.createQueue('whistle')
  const session = await database.work.connect()
  await session.query('begin')
  const db = { executeSql: (text: string, values?: unknown[]) => session.query(text, values) }
  await jobs.boss.insert('whistle', [{ data: {} }], { db })
  await session.query('rollback')
  session.release()
  expect(await jobs.boss.fetch('whistle')).toEqual([])
})
