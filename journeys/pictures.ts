/**
 * Takes the pictures of the README from a house with the demo in it: `node scripts/run.mjs journeys/pictures.ts`. One that would
 * weigh more than 300 KB is refused.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { openPetition, sitDown } from './desk.ts'
import { inHouse, openBrowser } from './house.ts'
import { expectThat, type Stage } from './journey.ts'
import { acceptAndHear, act, registerLetter } from './office.ts'
import { enter } from './portal.ts'

const folder = new URL('../docs/pictures/', import.meta.url).pathname
const mostBytes = 300 * 1024

const data = mkdtempSync(join(tmpdir(), 'xinqiao-pictures-'))
const browser = await openBrowser()
try {
  mkdirSync(folder, { recursive: true })
  await inHouse(data, browser, async (stage) => {
    await takePortal(stage)
    await takeDesk(stage)
  })
} finally {
  await browser.close()
  rmSync(data, { recursive: true, force: true })
}

/** A petition that is being handled, with a question for the petitioner. */
async function takePortal(stage: Stage): Promise<void> {
  const bureau = await stage.as('pu.gaofeng')
  const organ = await stage.as('kuang.tian')
  const { number, keys } = await registerLetter(bureau, {
    title: '修县道占的水田少量了八分，请重新丈量',
    claims: ['重新丈量被占的水田', '按实际面积补足补偿'],
    name: '石秀梅',
    phone: '19900007901',
  })
  await act(bureau, number, 'transfer', { to: 'qingping.natural-resources' })
  await acceptAndHear(organ, number)
  await act(organ, number, 'ask-petitioner', { question: '丈量那天您在场吗？界桩现在还在不在原来的位置？' })
  const page = await stage.newPage('telephone')
  await enter(page, { number, key: keys[0]?.key ?? '' })
  await page.getByRole('heading', { level: 2, name: '请您处理' }).waitFor()
  await page.setViewportSize({ width: 375, height: 1046 })
  await take(page, 'portal.png')
}

/** A petition of the demo in which much has happened, at the organ that has to answer it. */
async function takeDesk(stage: Stage): Promise<void> {
  const { items } = await (await stage.as('tu.hongbo')).get('/api/petitions?limit=200')
  const estate = (items as { number: string; title: string }[]).find(({ title }) => title.includes('望澜府'))
  if (!estate) throw new Error('the demo no longer has the petition of the picture')
  const page = await stage.newPage('desk')
  await sitDown(page, stage, 'tu.hongbo')
  await openPetition(page, estate.number)
  await page.getByRole('complementary', { name: '办理' }).waitFor()
  await page.setViewportSize({ width: 1440, height: 780 })
  await take(page, 'desk.png')
}

async function take(page: Page, name: string): Promise<void> {
  const picture = await page.screenshot({ animations: 'disabled', caret: 'hide' })
  expectThat(picture.length < mostBytes, `${name} below ${mostBytes} bytes`, picture.length)
  writeFileSync(join(folder, name), picture)
  console.log(`${name}: ${Math.round(picture.length / 1024)} KB`)
}
