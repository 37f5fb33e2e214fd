/**
 * Journeys in a real browser through a real house with the demo in it: `npm run journeys [NAME …]`. One file for each person. They
 * go by role and label, as people do. A journey that fails leaves a picture of what it saw in the folder it names.
 */
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'
import { seedDemo } from '../src/demo/main.ts'
import { serve } from '../src/main.ts'
import { readConfig } from '../src/platform/config.ts'
import { clerk } from './clerk.ts'
import { type Journey, type Stage, stageOf } from './journey.ts'
import { organ } from './organ.ts'
import { petitioner } from './petitioner.ts'

const people: Readonly<Record<string, readonly Journey[]>> = { petitioner, clerk, organ }

const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !Object.hasOwn(people, name))
if (unknown.length > 0) {
  console.error(`no journeys of ${unknown.join(', ')}; there are those of ${Object.keys(people).join(', ')}`)
  process.exit(2)
}

const sum = { passed: 0, failed: 0, skipped: 0 }
const data = mkdtempSync(join(tmpdir(), 'xinqiao-journeys-'))
const pictures = join(tmpdir(), 'xinqiao-journey-pictures')
const config = { ...readConfig({ data, port: 0 }), logTo: 'file' as const }
const house = await serve(config, async (opened) => seedDemo(opened, () => undefined))
const browser = await openBrowser()
try {
  const stage = stageOf(browser, house.url, data)
  for (const name of asked.length > 0 ? asked : Object.keys(people)) {
    for (const journey of people[name] ?? []) await walk(name, journey, stage)
  }
} finally {
  await browser.close()
  await house.close()
  rmSync(data, { recursive: true, force: true })
}
console.log(`${sum.passed} passed, ${sum.failed} failed`)
if (process.env.XINQIAO_RESULTS) writeFileSync(process.env.XINQIAO_RESULTS, JSON.stringify(sum))
process.exitCode = sum.failed > 0 ? 1 : 0

async function walk(person: string, journey: Journey, stage: Stage): Promise<void> {
  const began = Date.now()
  const page = await stage.newPage()
  try {
    await journey.walk(page, stage)
    sum.passed += 1
    console.log(`✓ ${person}: ${journey.name} (${Date.now() - began} ms)`)
  } catch (fault) {
    sum.failed += 1
    mkdirSync(pictures, { recursive: true })
    const picture = join(pictures, `${person}-${sum.failed}.png`)
    await page.screenshot({ path: picture, fullPage: true }).catch(() => undefined)
    console.error(`✗ ${person}: ${journey.name}\n  at ${page.url()}\n  seen in ${picture}\n  ${(fault as Error).stack ?? String(fault)}`)
  } finally {
    await page.context().close()
  }
}

/** Debian's Chromium, or the one that CHROMIUM names. Root may not have its sandbox, which a test on loopback can spare. */
async function openBrowser(): Promise<Browser> {
  const places = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
  const executablePath = places.find((place) => place !== undefined && existsSync(place))
  if (!executablePath) throw new Error('no Chromium: install it, or name it in CHROMIUM')
  const quiet = ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync']
  return chromium.launch({ executablePath, args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), ...quiet] })
}
