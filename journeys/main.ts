/**
 * Journeys in a real browser through a real house with the demo in it: `npm run journeys [NAME …]`. One file for each person. They
 * go by role and label, as people do. A journey that fails leaves a picture of what it saw in the folder it names.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { above } from './above.ts'
import { absence } from './absence.ts'
import { administrator } from './administrator.ts'
import { analystJourneys } from './analyst.ts'
import { anotherWay } from './another-way.ts'
import { answerJourneys } from './answers.ts'
import { assessor } from './assessor.ts'
import { centreJourneys } from './centre.ts'
import { clerk } from './clerk.ts'
import { conference } from './conference.ts'
import { exemplaryCases } from './exemplary.ts'
import { helpers } from './helpers.ts'
import { inHouse, openBrowser } from './house.ts'
import { type Journey, type Stage, watchFaults } from './journey.ts'
import { leaderJourneys } from './leader.ts'
import { mediation } from './mediation.ts'
import { organ } from './organ.ts'
import { ownership } from './ownership.ts'
import { petitioner } from './petitioner.ts'
import { proof } from './proof.ts'
import { reception } from './reception.ts'
import { repeats } from './repeats.ts'
import { safeguards } from './safeguards.ts'
import { secondments } from './secondment.ts'
import { signingRound } from './signing-round.ts'
import { staff } from './staff.ts'
import { supervisor } from './supervisor.ts'
import { themes } from './theme.ts'
import { trainings } from './training.ts'
import { villages } from './village.ts'
import { visits } from './visits.ts'
import { warnings } from './warning.ts'
import { workingGroups } from './working-group.ts'
import { workload } from './workload.ts'

const people: Readonly<Record<string, readonly Journey[]>> = {
  petitioner,
  proof,
  above,
  clerk,
  repeats,
  organ,
  administrator,
  staff,
  absence,
  safeguards,
  supervisor,
  themes,
  exemplaryCases,
  trainings,
  secondments,
  workload,
  assessor,
  villages,
  warnings,
  visits,
  ownership,
  helpers,
  mediation,
  centre: centreJourneys,
  anotherWay,
  analyst: analystJourneys,
  answers: answerJourneys,
  reception,
  leader: leaderJourneys,
  conference: [...conference, ...signingRound],
  groups: workingGroups,
}

const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !Object.hasOwn(people, name))
if (unknown.length > 0) {
  console.error(`no journeys of ${unknown.join(', ')}; there are those of ${Object.keys(people).join(', ')}`)
  process.exit(2)
}

const sum = { passed: 0, failed: 0, skipped: 0 }
const data = mkdtempSync(join(tmpdir(), 'xinqiao-journeys-'))
let pictures: string | undefined
const browser = await openBrowser()
try {
  await inHouse(data, browser, async (stage) => {
    for (const name of asked.length > 0 ? asked : Object.keys(people)) {
      for (const journey of people[name] ?? []) await walk(name, journey, stage)
    }
  })
} finally {
  await browser.close()
  rmSync(data, { recursive: true, force: true })
}
console.log(`${sum.passed} passed, ${sum.failed} failed`)
if (process.env.XINQIAO_RESULTS) writeFileSync(process.env.XINQIAO_RESULTS, JSON.stringify(sum))
process.exitCode = sum.failed > 0 ? 1 : 0

async function walk(person: string, journey: Journey, stage: Stage): Promise<void> {
  const began = Date.now()
  const page = await stage.newPage(journey.device)
  const faults = watchFaults(page)
  try {
    await journey.walk(page, stage)
    if (faults.length > 0) throw new Error(faults.join('\n'))
    sum.passed += 1
    console.log(`✓ ${person}: ${journey.name} (${Date.now() - began} ms)`)
  } catch (fault) {
    sum.failed += 1
    pictures ??= mkdtempSync(join(tmpdir(), 'xinqiao-journey-pictures-'))
    const picture = join(pictures, `${person}-${sum.failed}.png`)
    await page.screenshot({ path: picture, fullPage: true }).catch(() => undefined)
    console.error(
      `✗ ${person}: ${journey.name}\n  at ${page.url()}\n  seen in ${picture}\n  ${(fault as Error).stack ?? String(fault)}`,
    )
  } finally {
    await page.context().close()
  }
}
