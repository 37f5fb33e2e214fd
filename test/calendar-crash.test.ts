/** Counting again, killed in the middle of it by the one signal that nothing can catch; and run once more. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, expect, it } from 'vitest'
import { makePetitions, notices, today } from '../bench/clocks.ts'
import { openSite } from '../bench/site.ts'
import { takeIn } from '../src/calendar/taking-in.ts'
import { fsck } from '../src/engine/fsck.ts'
import { rooms } from '../src/main.ts'

const withinMs = 180_000
const clocks = 16_000
const data = mkdtempSync(join(tmpdir(), 'xinqiao-recount-'))
afterAll(() => rmSync(data, { recursive: true, force: true }))
const main = new URL('../src/cli/main.ts', import.meta.url).pathname

const recount = (): ChildProcess =>
  spawn(process.execPath, [main, 'calendar', 'recount', '--json', '--data', data], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })

async function outputOf(child: ChildProcess): Promise<string> {
  let said = ''
  child.stdout?.on('data', (chunk: Buffer) => {
    said += chunk.toString('utf8')
  })
  await once(child, 'close')
  return said
}

it('moves no case twice and leaves none', { timeout: withinMs }, async () => {
  const site = await openSite(data, 10)
  afterAll(() => site.close())
  const { work } = site.house.pools
  const calendar = { ...site.rooms.calendar, today: () => today }
  await makePetitions({ work, owner: site.owner, calendar, clocks })
  const file = {
    text: JSON.stringify(notices[0]),
    region: undefined,
    reason: null,
    viewer: { kind: 'system', task: 'test' },
  }
  expect((await takeIn(calendar, file as never)).ok).toBe(true)

  const killed = recount()
  const movedSoFar = async () => (await work.query('select count(*)::int as moved from petition_recount')).rows[0].moved
  while ((await movedSoFar()) === 0 && killed.exitCode === null) await pause(5)
  killed.kill('SIGKILL')
  await once(killed, 'close')
  const before = await movedSoFar()
  expect(before).toBeGreaterThan(0)

  // its turn is free once the database has noticed that it is gone
  let said = { kind: 'taken' }
  while (said.kind === 'taken') said = JSON.parse(await outputOf(recount()))
  expect(said).toMatchObject({ kind: 'recounted' })
  const { rows } = await work.query(
    `select count(*)::int as facts, count(distinct stream_id)::int as cases from event where type = 'ClocksRecounted'`,
  )
  expect(rows[0].cases).toBeGreaterThan(before)
  expect(rows[0].facts).toBe(rows[0].cases)
  expect(await movedSoFar()).toBe(rows[0].cases)
  const left = await work.query(
    `select count(*)::int as left from petition_clock
      where rule = 'objectToTransfer' and counted_by = 'cn-state-council-2017-2026' and '2027-01-01' between looks_from and looks_through`,
  )
  expect(left.rows[0].left).toBe(0)
  expect((await fsck(site.house.pools, rooms)).errors).toEqual([])
})
