// npm test: types, format and lint, tests, journeys. The last line alone says how many passed and failed.
// npm test -- --whole (what .ci/run does) fails when a part had to be left out.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureBrowser } from './browser.mjs'
import { buildWebIfStale } from './build-web.mjs'
import { ensureInstalled } from './install.mjs'
import { ensureOfficeSuite } from './office-suite.mjs'
import { findNode, root, run } from './runtime.mjs'

const whole = process.argv.includes('--whole')
const sum = { passed: 0, failed: 0, skipped: 0 }
const leftOut = []

await ensureInstalled()
const { browser, missing } = await ensureBrowser()
const office = await ensureOfficeSuite()
const results = mkdtempSync(join(tmpdir(), 'xinqiao-results-'))
process.chdir(root)

await check('types', ['typescript', 'bin', 'tsc'], ['-b'])
await check('format and lint', ['@biomejs', 'biome', 'bin', 'biome'], ['check', '.'])
await vitest()
await journeys()

rmSync(results, { recursive: true, force: true })
if (whole && leftOut.length > 0) {
  console.error(`\nThe whole was asked for, and this was left out: ${leftOut.join(', ')}.`)
  sum.failed += 1
}
const { passed, failed, skipped } = sum
console.log(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)
process.exitCode = failed > 0 ? 1 : 0

/** Counts as one test. */
async function check(name, path, words) {
  heading(name)
  const { code } = await run(findNode(), [join(root, 'node_modules', ...path), ...words])
  if (code === 0) sum.passed += 1
  else sum.failed += 1
}

async function vitest() {
  heading('tests')
  const file = join(results, 'vitest.json')
  const colour = process.stdout.isTTY ? [] : ['--no-color']
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile=${file}`, ...colour]
  if (office.missing.length > 0) leaveOutRendering()
  const words = [join(root, 'node_modules', 'vitest', 'vitest.mjs'), 'run', ...reporters]
  const { code } = await run(findNode(), words, { environment: office.soffice ? { SOFFICE: office.soffice } : {} })
  const found = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}
  count({ passed: found.numPassedTests, failed: found.numFailedTests, skipped: found.numPendingTests }, code)
}

/** Each journey reports into the file that XINQIAO_RESULTS names: { passed, failed, skipped }. */
async function journeys() {
  const main = join(root, 'journeys', 'main.ts')
  if (!existsSync(main)) return
  heading('journeys')
  if (missing.length > 0) return leaveOut()
  await buildWebIfStale()
  const file = join(results, 'journeys.json')
  const { code } = await run(findNode(), [main], { environment: { CHROMIUM: browser, XINQIAO_RESULTS: file } })
  count(existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}, code)
}

function leaveOut() {
  console.error(`LEFT OUT: the journeys in a browser, for want of ${missing.join(' and ')}.`)
  console.error(`To run them:  sudo apt-get install ${missing.join(' ')}   (or name a Chromium in CHROMIUM)`)
  leftOut.push('the journeys')
  sum.skipped += 1
}

/** The tests of it count themselves as skipped. */
function leaveOutRendering() {
  console.error(`LEFT OUT: the rendering of official papers, for want of ${office.missing.join(' and ')}.`)
  console.error(`To run it:  sudo apt-get install ${office.missing.join(' ')}   (or name a LibreOffice in SOFFICE)`)
  leftOut.push('the rendering of official papers')
}

/** A part that ended badly without naming a test that failed, for a crash or for want of tests, is a failure too. */
function count(part, code) {
  sum.passed += part.passed ?? 0
  sum.failed += part.failed || (code === 0 && part.passed ? 0 : 1)
  sum.skipped += part.skipped ?? 0
}

function heading(name) {
  console.log(`\n── ${name}`)
}
