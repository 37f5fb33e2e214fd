/** A house from before posts had days: its tables are brought up, and its facts go on meaning what they meant. */
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { execute } from '../src/engine/execute.ts'
import { fsck } from '../src/engine/fsck.ts'
import type { AccountFact } from '../src/identity/account.ts'
import { accountRoom, accountStream } from '../src/identity/account-tables.ts'
import { day } from '../src/kernel/day.ts'
import { ok } from '../src/kernel/result.ts'
import { house, organ, testOffice } from './office.ts'

const office = await testOffice()
const { owner, work } = office.database
const clerk = { organ: organ('east'), post: 'clerk' } as const
const history: readonly AccountFact[] = [
  { type: 'AccountOpened', on: day('2026-01-05') },
  { type: 'PostGranted', on: day('2026-01-06'), ...clerk },
  { type: 'PostGranted', on: day('2026-01-06'), ...clerk, post: 'head' },
  { type: 'PostRevoked', on: day('2026-01-07'), ...clerk },
  { type: 'PostGranted', on: day('2026-01-08'), ...clerk },
]

it('posts of old facts run from the day on which they were last granted, without end', async () => {
  const acted = await execute(office.house, {
    ...{ room: accountRoom, stream: accountStream('a00000000000000ff'), expectedVersion: 'new', by: house },
    ...{ recordedAt: office.now(), decide: () => ok(history) },
  })
  expect(acted.ok).toBe(true)
  await owner.query('alter table account_post drop column runs_from cascade, drop column runs_until cascade')
  await owner.query(readFileSync(new URL('../migrations/0065-posts-run.sql', import.meta.url), 'utf8'))
  const { rows } = await owner.query('select post, runs_from, runs_until from account_post order by post')
  expect(rows).toEqual([
    { post: 'clerk', runs_from: '2026-01-08', runs_until: null },
    { post: 'head', runs_from: '2026-01-06', runs_until: null },
  ])
  expect((await fsck({ work }, [accountRoom])).errors).toEqual([])
})
