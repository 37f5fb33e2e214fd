import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { freshDatabase } from '../../test/database.ts'
import { openDataFolder } from './data-folder.ts'
import { faultWords, openLog } from './log.ts'

const database = await freshDatabase()
const folder = openDataFolder(mkdtempSync(join(tmpdir(), 'xinqiao-log-')))
const opened = openLog({ folder, logLevel: 'info', logTo: 'file' })
afterAll(() => rmSync(folder.path, { recursive: true }))

it('holds what happened and no secret, not even one that a fault of the database carries', async () => {
  opened.log.info({ req: { headers: { authorization: 'Petition 1:one-secret' } }, key: 'two-secret' }, 'asked')
  const fault = await database.owner
    .query("create table bell (word text unique); insert into bell values ('three-secret'), ('three-secret')")
    .catch((caught: unknown) => caught)
  opened.log.error({ err: new Error('not rung', { cause: fault }) }, 'failed')
  opened.close()
  const [name] = readdirSync(folder.logs)
  const path = join(folder.logs, String(name))
  const text = readFileSync(path, 'utf8')
  expect(text).toMatch(/"msg":"asked"/)
  expect(text).toMatch(/not rung/)
  expect(text).toMatch(/bell_word_key/)
  expect(text).not.toMatch(/-secret/)
  expect(statSync(path).mode & 0o777).toBe(0o600)
})

it('masks what points at a person in the words of a fault, however deep, and in its trace', () => {
  const cause = new Error('550 no mailbox zhang.san@mail.example.cn')
  const fault = new Error('cannot read 11010519491231002X or １９９００００００７７', { cause })
  const said = JSON.stringify([faultWords(fault), faultWords('19900000077 was given')])
  expect(said).toContain('cannot read 1*')
  expect(said).not.toMatch(/491231|0000007|００７７|zhang|mail\.example/)
})
