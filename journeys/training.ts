/** 教育培训: a clerk is invited to a course, attends, takes the test on a phone, gets the certificate and prints it. */
import type { Locator, Page } from 'playwright-core'
import { findingsOn } from './axe.ts'
import { choose, sitDown } from './desk.ts'
import { expectThat, type Journey } from './journey.ts'

const [course, trainee, organ] = ['信访条例和接访规范岗前培训班', '茹安和', '云川市住房和城乡建设局']

async function send(page: Page, form: Locator, action: string): Promise<void> {
  await form.getByRole('button', { name: action, exact: true }).click()
  await page.getByText(`已记录：${action}`).first().waitFor()
  await form.waitFor({ state: 'hidden' })
}

async function lookAt(page: Page, what: string): Promise<void> {
  const found = await findingsOn(page)
  expectThat(found.length === 0, `${what} without findings`, found)
  const tooWide = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')
  expectThat(tooWide <= 0, `${what} to fit the width of the screen`, `${tooWide} px too wide`)
}

async function invite(page: Page): Promise<void> {
  await page.goto('/desk/team/training')
  await page.getByRole('link', { name: course }).first().waitFor()
  await lookAt(page, '教育培训')
  await page.getByRole('link', { name: course }).last().click()
  await page.getByRole('heading', { level: 1, name: course }).waitFor()
  await page.getByRole('button', { name: '邀请参加' }).click()
  const form = page.getByRole('dialog')
  await choose(form, '所在单位', organ)
  await choose(form, '人员', trainee)
  await send(page, form, '邀请参加')
  await page.getByRole('link', { name: trainee }).first().waitFor()
  await lookAt(page, '一个培训班')
}

async function openOf(page: Page): Promise<void> {
  await page.goto('/desk/team/training')
  await page.getByRole('link', { name: course }).last().click()
  await page.getByRole('link', { name: trainee }).first().click()
  await page.getByRole('heading', { level: 1, name: new RegExp(trainee) }).waitFor()
}

async function attend(page: Page): Promise<void> {
  await openOf(page)
  await page.getByRole('button', { name: '登记出勤', exact: true }).click()
  await send(page, page.getByRole('dialog'), '登记出勤')
  await page.getByText('出勤', { exact: true }).first().waitFor()
}

/** By whoever knows the Regulations: what is right is in no page that they were shown before. */
async function takeTest(page: Page): Promise<void> {
  await page.goto('/desk/team/training')
  await page.getByText(course).first().click()
  await page.getByRole('heading', { level: 1, name: course }).waitFor()
  const before = await page.content()
  expectThat(!before.includes('六十日'), 'the questions to be shown to nobody before the test is begun', before.length)
  await page.getByRole('button', { name: '开始测试', exact: true }).click()
  const form = page.getByRole('dialog')
  await form.getByRole('button', { name: '开始测试', exact: true }).click()
  await page.getByText('六十日').first().waitFor()
  await lookAt(page, '测试')
  await page
    .getByRole('group', { name: /多少日内办结/ })
    .getByLabel('六十日')
    .check()
  const forbidden = page.getByRole('group', { name: /不允许/ })
  for (const each of ['将检举材料转给被检举的人', '推诿、敷衍、拖延', '丢失、隐匿、擅自销毁信访材料'])
    await forbidden.getByLabel(each).check()
  await page
    .getByRole('group', { name: /请求复查/ })
    .getByLabel('三十日')
    .check()
  await page
    .getByRole('group', { name: /收受财物/ })
    .getByLabel(/按检举控告登记/)
    .check()
  await page.getByRole('button', { name: '交卷', exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: '交卷', exact: true }).click()
  await page.getByText('答对 4 题，共 4 题').waitFor()
  await lookAt(page, '测试结果')
}

async function certify(page: Page): Promise<void> {
  await openOf(page)
  await page.getByRole('button', { name: '颁发证书', exact: true }).click()
  await send(page, page.getByRole('dialog'), '颁发证书')
  await page.getByRole('link', { name: '查看并打印证书' }).waitFor()
}

const looksAtMost = 20

/** The number comes a moment after the certificate. */
async function print(page: Page): Promise<void> {
  for (let look = 0; look < looksAtMost; look += 1) {
    await page.reload()
    await page.getByRole('link', { name: '查看并打印证书' }).waitFor()
    if ((await page.getByText('正在编号').count()) === 0) break
  }
  await page.getByRole('link', { name: '查看并打印证书' }).click()
  await page.getByText('培训合格证书').first().waitFor()
  await page.getByText(new RegExp(`${trainee}，${organ}`)).waitFor()
  await page
    .getByText(/培证〔\d{4}〕\d+号/)
    .first()
    .waitFor()
}

const certified: Journey = {
  name: 'is invited to a course, attends, takes the test on a phone, gets the certificate and prints it',
  device: 'desk',
  async walk(page, stage) {
    await sitDown(page, stage, 'teng.xiaoman')
    await invite(page)
    await attend(page)
    const phone = await stage.newPage('telephone')
    await sitDown(phone, stage, 'ru.anhe')
    await takeTest(phone)
    await certify(page)
    await print(phone)
  },
}

export const trainings: readonly Journey[] = [certified]
