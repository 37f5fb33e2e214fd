/** 每月一题: whoever leads a bureau makes of what many write about a governed theme, and an organ has its task. */
import type { Locator, Page } from 'playwright-core'
import { findingsOn } from './axe.ts'
import { choose, sitDown } from './desk.ts'
import { expectThat, type Journey } from './journey.ts'

const governed = '居民楼下餐饮油烟扰民'
const name = '餐饮油烟专项治理'
const step = '核对四家烧烤店的经营许可。'

async function send(page: Page, form: Locator, action: string): Promise<void> {
  await form.getByRole('button', { name: action, exact: true }).click()
  await page.getByText(`已记录：${action}`).first().waitFor()
  await form.waitFor({ state: 'hidden' })
}

/** By the tab, from the place of insight; the page fits and bars nobody. */
async function openTopic(page: Page): Promise<void> {
  await page.goto('/desk/insight')
  await page.getByRole('link', { name: '热点问题', exact: true }).click()
  await page.getByText(/^最近一次归集/).waitFor()
  await lookAt(page, '热点问题')
  await page
    .getByRole('link', { name: /临河苑/ })
    .first()
    .click()
  await page.getByRole('heading', { level: 2, name: '数量变化' }).waitFor()
  await lookAt(page, '一个热点问题')
}

async function lookAt(page: Page, what: string): Promise<void> {
  const found = await findingsOn(page)
  expectThat(found.length === 0, `${what} without findings`, found)
}

/** What is governed already is not governed again, but opened. */
async function openGoverned(page: Page): Promise<void> {
  const theme = page.getByRole('link', { name: governed })
  await theme.waitFor()
  expectThat((await page.getByRole('button', { name: '列为治理主题' }).count()) === 0, 'no way to govern it twice')
  await theme.click()
  await page.getByRole('heading', { level: 1, name: governed }).waitFor()
}

/** Of a kind in the place of the bureau. */
async function govern(page: Page): Promise<void> {
  await page.goto('/desk/insight/themes')
  await page.getByRole('button', { name: '列为治理主题' }).click()
  const form = page.getByRole('dialog')
  await form.getByLabel('主题名称').fill(name)
  await choose(form, '问题类别', '环境污染')
  await form.getByLabel('治理办法').fill('没有专用烟道的不再核准，已经开的限期装净化设施，住户代表参加验收。')
  await choose(form, '牵头单位', '青坪县城市管理综合行政执法局')
  await send(page, form, '列为治理主题')
  await page.getByRole('heading', { level: 1, name }).waitFor()
  await page.getByText('治理不足三十天，尚不能判断').first().waitFor()
}

async function divide(page: Page): Promise<void> {
  await page.getByRole('button', { name: '分解任务', exact: true }).click()
  const form = page.getByRole('dialog')
  await choose(form, '承担单位', '青坪县市场监督管理局')
  await form.getByLabel('任务内容').fill(step)
  const due = form.getByLabel('完成期限')
  await due.fill('2099-01-01')
  await due.press('Enter')
  await send(page, form, '分解任务')
}

const looksAtMost = 20

/** The task comes a moment after the step. */
async function untilTask(page: Page): Promise<void> {
  const task = page.getByRole('link', { name: step })
  for (let look = 0; look < looksAtMost && (await task.count()) === 0; look += 1) {
    await page.reload()
    await page.getByRole('heading', { level: 1, name }).waitFor()
    await task
      .first()
      .waitFor({ timeout: 2000 })
      .catch(() => undefined)
  }
  await task.first().waitFor()
}

const themed: Journey = {
  name: 'opens what many write about and who governs it, makes a kind a theme with one who answers for it, and gives an organ its step',
  device: 'desk',
  async walk(page, stage) {
    await sitDown(page, stage, 'xian.guilan')
    await openTopic(page)
    await openGoverned(page)
    await govern(page)
    await divide(page)
    await untilTask(page)
    await lookAt(page, '一个治理主题')
    await page.goto('/desk/insight/themes')
    await page.getByRole('link', { name }).first().waitFor()
    await lookAt(page, '主题治理')
  },
}

export const themes: readonly Journey[] = [themed]
