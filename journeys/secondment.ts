/** 选派挂职: an organ sends somebody to a bureau, which names a mentor; a term is served, evaluated, and the person is received back. */
import type { Locator, Page } from 'playwright-core'
import { findingsOn } from './axe.ts'
import { choose, sitDown } from './desk.ts'
import { expectThat, type Journey } from './journey.ts'

const [sent, served, mentor] = ['茹安和', '岑若琳', '滕小满']

async function send(page: Page, form: Locator, action: string): Promise<void> {
  await form.getByRole('button', { name: action, exact: true }).click()
  await page.getByText(`已记录：${action}`).first().waitFor()
  await form.waitFor({ state: 'hidden' })
}

async function lookAt(page: Page, what: string): Promise<void> {
  const found = await findingsOn(page)
  expectThat(found.length === 0, `${what} without findings`, found)
}

async function pickDay(form: Locator, label: string, day: string): Promise<void> {
  const field = form.getByLabel(label)
  await field.fill(day)
  await field.press('Enter')
}

/** A civil day some days from now, as the field writes it. */
const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

async function propose(page: Page): Promise<void> {
  await page.goto('/desk/team')
  await page.getByRole('link', { name: served }).first().waitFor()
  await lookAt(page, '队伍')
  await page.getByRole('button', { name: '选派挂职' }).click()
  const form = page.getByRole('dialog')
  await choose(form, '挂职人员', sent)
  await choose(form, '接收单位', '云栖州信访局')
  await pickDay(form, '开始日期', inDays(7))
  await pickDay(form, '结束日期', inDays(180))
  await form.getByLabel('挂职任务').fill('在接访大厅学习接待和登记，协助梳理物业管理类信访事项。')
  await send(page, form, '选派挂职')
  await page.getByRole('heading', { level: 1, name: new RegExp(sent) }).waitFor()
}

async function open(page: Page, list: string, name: string): Promise<void> {
  await page.goto(`/desk/team?list=${list}`)
  await page.getByRole('link', { name }).first().click()
  await page.getByRole('heading', { level: 1, name: new RegExp(name) }).waitFor()
}

const looksAtMost = 20

/** The post of the account comes a moment after the bureau has agreed. */
async function untilPost(page: Page): Promise<void> {
  const none = page.getByText('没有开通')
  for (let look = 0; look < looksAtMost; look += 1) {
    await page.reload()
    await page.getByText('账号岗位').waitFor()
    if ((await none.count()) === 0) return
  }
  throw new Error('the account was given no post')
}

async function agree(page: Page): Promise<void> {
  await open(page, 'proposed', sent)
  await page.getByRole('button', { name: '同意接收', exact: true }).click()
  const form = page.getByRole('dialog')
  await choose(form, '带教人', mentor)
  await send(page, form, '同意接收')
  await untilPost(page)
  await lookAt(page, '一项挂职')
}

async function evaluate(page: Page): Promise<void> {
  await open(page, 'serving', served)
  await page.getByRole('button', { name: '考核', exact: true }).click()
  const form = page.getByRole('dialog')
  await form.getByLabel('优秀').check()
  await form.getByLabel('考核意见').fill('能够独立接访，住建领域积案清单已经交付，使用方便。')
  await send(page, form, '考核')
  await page.getByText('期满考核 · 优秀').waitFor()
}

async function receiveBack(page: Page): Promise<void> {
  await open(page, 'serving', served)
  await page.getByRole('button', { name: '登记返回', exact: true }).click()
  const form = page.getByRole('dialog')
  await form.getByLabel('返回情况').fill('已返回原岗位，负责局里的信访窗口。')
  await send(page, form, '登记返回')
  await page.goto('/desk/team?list=over')
  await page.getByRole('link', { name: served }).first().waitFor()
  await page.getByText('已返回').first().waitFor()
}

const servedOut: Journey = {
  name: 'sends somebody to the bureau, which names a mentor and evaluates whoever has served, and receives them back',
  device: 'desk',
  async walk(page, stage) {
    await sitDown(page, stage, 'tu.hongbo')
    await propose(page)
    const there = await stage.newPage('desk')
    await sitDown(there, stage, 'qiu.weimin')
    await agree(there)
    await evaluate(there)
    await receiveBack(page)
  },
}

export const secondments: readonly Journey[] = [servedOut]
