/** 工作量: the head of an organ sees that one clerk bears most of it, and gives a petition to the one who is suggested. */
import type { Page } from 'playwright-core'
import { findingsOn } from './axe.ts'
import { begin, send, sitDown } from './desk.ts'
import { expectThat, type Journey } from './journey.ts'

const [busy, suggested] = ['况田', '鲜于舟']

async function lookAt(page: Page, what: string): Promise<void> {
  const found = await findingsOn(page)
  expectThat(found.length === 0, `${what} without findings`, found)
}

/** How many are open with somebody, and what it weighs. */
async function loadOf(page: Page, name: string): Promise<{ readonly open: number; readonly weight: number }> {
  const row = page.getByRole('table', { name: '本单位人员' }).getByRole('row').filter({ hasText: name })
  const cells = await row.getByRole('cell').allTextContents()
  return { open: Number(cells[0]), weight: Number(cells[3]) }
}

async function loads(page: Page) {
  await page.goto('/desk/team/workload')
  await page.getByRole('table', { name: '本单位人员' }).waitFor()
  return { busy: await loadOf(page, busy), suggested: await loadOf(page, suggested) }
}

/** The first of the organ's duties, whoever has it. */
async function openFirst(page: Page): Promise<void> {
  await page.goto('/desk/worklist')
  await page.locator('a[data-row]').first().click()
  await page.getByRole('complementary', { name: '办理' }).waitFor()
}

async function give(page: Page): Promise<void> {
  await openFirst(page)
  const form = await begin(page, '指定经办人')
  const shown = form.getByRole('region', { name: '建议由谁经办' })
  await shown.getByText(busy).waitFor()
  await lookAt(page, '指定经办人')
  await shown.getByRole('button', { name: `选${suggested}` }).click()
  await send(page, form, '指定经办人')
}

const shared: Journey = {
  name: 'sees that one clerk bears most of it and gives a petition to the one who is suggested',
  device: 'desk',
  async walk(page, stage) {
    await sitDown(page, stage, 'lei.guoliang')
    const before = await loads(page)
    await lookAt(page, '工作量')
    expectThat(before.busy.weight > before.suggested.weight, `${busy} to bear more than ${suggested}`, before)
    await give(page)
    const after = await loads(page)
    expectThat(after.suggested.open === before.suggested.open + 1, `one more to lie with ${suggested}`, after)
  },
}

const staffed: Journey = {
  name: 'reads what the organ is allotted against who is there, and writes down what a document changes',
  device: 'desk',
  async walk(page, stage) {
    await sitDown(page, stage, 'lei.guoliang')
    await page.goto('/desk/team/establishment')
    await page.getByRole('link', { name: '青坪县自然资源和规划局' }).click()
    await page.getByText('青坪县委编委发〔2022〕58号').first().waitFor()
    await page.getByRole('button', { name: '登记编制' }).click()
    const form = page.getByRole('dialog')
    await form.getByLabel('编制数').fill('4')
    await form.getByLabel('生效日期').fill(new Date().toISOString().slice(0, 10))
    await form.getByLabel('生效日期').press('Enter')
    await form.getByLabel('批准文件').fill('青坪县委编委发〔2026〕21号')
    await form.getByLabel('理由').fill('新增重点项目用地，信访量上升')
    await form.getByRole('button', { name: '登记编制', exact: true }).click()
    await form.waitFor({ state: 'hidden' })
    await page.getByText('青坪县委编委发〔2026〕21号').waitFor()
    await lookAt(page, '编制与在岗')
  },
}

const looksAtMost = 60
const lookEveryMs = 1000

/** What was recorded a moment ago is counted a moment later; early in a year the demo’s review was in the one before. */
async function untilCounted(page: Page): Promise<void> {
  const counted = page.getByText('青坪县住房和城乡建设局')
  for (let look = 0; look < looksAtMost; look += 1) {
    await page.goto(`/desk/team/fairness?period=${new Date().getFullYear() - (look % 2)}`)
    await page.getByRole('heading', { name: '合计' }).or(page.getByText('没有可统计的事实')).first().waitFor()
    if ((await counted.count()) > 0) return
    await page.waitForTimeout(lookEveryMs)
  }
}

const fair: Journey = {
  name: 'sees what reviews of answers came to, and opens the petition behind a figure',
  device: 'desk',
  async walk(page, stage) {
    await sitDown(page, stage, 'pu.gaofeng')
    await untilCounted(page)
    const organ = page.getByRole('table', { name: '青坪县住房和城乡建设局' })
    if (!(await organ.isVisible())) await page.getByText('青坪县住房和城乡建设局').first().click()
    const changed = organ.getByRole('row').filter({ hasText: '变更' })
    await organ.getByText('太少，占比说明不了什么').first().waitFor()
    await lookAt(page, '公正与纪律')
    await changed.getByRole('link').click()
    await page.getByText('答复经复查 · 变更').first().waitFor()
    await lookAt(page, 'what lies behind a figure of fairness')
    await page.locator('a[data-row]').first().click()
    await page.getByRole('complementary', { name: '办理' }).waitFor()
  },
}

export const workload: readonly Journey[] = [shared, staffed, fair]
