/** What the house does by itself, measured while nobody asks anything of it. */
import { fsck } from '../src/engine/fsck.ts'
import { sweep } from '../src/engine/sweep.ts'
import { rooms } from '../src/main.ts'
import { dueClocks } from '../src/petition/jobs.ts'
import { bareInserts, readAllFacts } from './floors.ts'
import type { FsckReport, SweepReport } from './report.ts'
import type { Site } from './site.ts'

async function timedMs<T>(work: () => Promise<T>): Promise<readonly [T, number]> {
  const began = performance.now()
  const value = await work()
  return [value, performance.now() - began]
}

export async function sweepAll(sites: readonly Site[]): Promise<readonly SweepReport[]> {
  const reports: SweepReport[] = []
  for (const site of sites) reports.push(await sweepSite(site))
  return reports
}

/** As many at a time as the sweep acts on. */
const sweptAbreast = 4
const bareCommit = { rows: 1, bytes: 400 }

/** First what is due; then once more, with nothing due, which would cost what is open if anything did. */
async function sweepSite({ house, rooms: opened }: Site): Promise<SweepReport> {
  const due = dueClocks(opened.petitions)
  const [swept, tookMs] = await timedMs(() => sweep(due))
  if (swept.done < swept.due) throw new Error(`the sweep did ${swept.done} of ${swept.due}: ${swept.faults[0]?.fault}`)
  const [, idleMs] = await timedMs(() => sweep(due))
  const floor = await bareInserts(house.pools.app, bareCommit, sweptAbreast, 1000)
  return {
    due: swept.due,
    msEach: swept.due === 0 ? 0 : tookMs / swept.due,
    idleMs,
    floorMsEach: 1000 / floor.perSecond,
  }
}

export async function checkAll(sites: readonly Site[]): Promise<readonly FsckReport[]> {
  const reports: FsckReport[] = []
  for (const { size, house } of sites) {
    process.stderr.write(`fsck of the house with ${size} …\n`)
    const [{ streams, facts, errorCount, errors }, tookMs] = await timedMs(() => fsck(house.pools, rooms))
    for (const error of errors.slice(0, 5)) process.stderr.write(`  ${JSON.stringify(error)}\n`)
    const floorSeconds = await readAllFacts(house.pools.work)
    reports.push({ streams, facts, faults: errorCount, seconds: tookMs / 1000, floorSeconds })
  }
  return reports
}
