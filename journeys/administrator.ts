/** 系统管理员: lets people in, and follows what becomes of offices. */
import type { Page } from 'playwright-core'
import { findingsOn, settle } from './axe.ts'
import { choose, signIn, spoken } from './desk.ts'
import { expectThat, type Journey, type Stage } from './journey.ts'
import { act, registerLetter } from './office.ts'

const newcomer = { name: '文秋菊', login: 'wen.qiuju' }
const heir = '青坪县民政局'
const ending = '青坪县退役军人事务局'

/** Opens the account and reads the password in the only moment in which it can be read. */
async function openAccount(page: Page): Promise<string> {
  await page.getByRole('heading', { level: 1, name: '账号' }).waitFor()
  const petitions = await page.getByRole('link', { name: /待办|登记簿|登记/ }).count()
  expectThat(petitions === 0, 'whoever keeps accounts to see no petitions', petitions)
  await page.getByRole('button', { name: '开立账号' }).click()
  const form = page.getByRole('dialog', { name: '开立账号' })
  await form.getByLabel('姓名').fill(newcomer.name)
  await form.getByLabel('登录名').fill(newcomer.login)
  await choose(form, '机关单位', heir)
  await form.getByRole('button', { name: '开立账号' }).click()
  const shown = page.getByRole('dialog', { name: `${newcomer.name}的一次性密码` })
  const password = ((await shown.getByRole('definition').last().textContent()) ?? '').trim()
  await shown.getByRole('button', { name: '已交给本人' }).click()
  await shown.waitFor({ state: 'detached' })
  await page.getByText(newcomer.login).first().waitFor()
  await page.getByText('尚未更换初始密码').first().waitFor()
  const stillThere = await page.getByText(password).count()
  expectThat(password.length >= 12 && stillThere === 0, 'a password that is shown once', stillThere)
  return password
}

const chosenPassword = '山高水长-7月的稻田'

async function signInForTheFirstTime(page: Page, password: string): Promise<void> {
  await signIn(page, { login: newcomer.login, password })
  await page.getByLabel('新密码', { exact: true }).fill(chosenPassword)
  await page.getByLabel('再输一次新密码').fill(chosenPassword)
  await page.getByRole('button', { name: '设置新密码并登录' }).click()
  await page.getByRole('heading', { level: 1, name: '待办' }).waitFor()
  await page.getByRole('button', { name: new RegExp(`${heir}.*${newcomer.name}`) }).waitFor()
}

async function merge(page: Page): Promise<void> {
  await page.getByRole('link', { name: '机构' }).click()
  await page.getByRole('main').getByRole('textbox').fill(ending)
  await page.getByRole('button', { name: '管理' }).click()
  // a menu that is still opening moves away from under the pointer
  const item = page.getByRole('menuitem', { name: '合并' })
  await item.waitFor()
  await settle(page)
  await item.click()
  const form = page.getByRole('dialog', { name: new RegExp(`合并.*${ending}`) })
  await form.getByText('未办结的职责连同期限由并入的单位继续行使').waitFor()
  await choose(form, '并入', heir)
  await form.getByRole('button', { name: '合并' }).click()
  await page.getByText('已记录：合并').waitFor()
}

async function letterFor(stage: Stage, to: string): Promise<string> {
  const bureau = await stage.as('pu.gaofeng')
  const { number } = await registerLetter(bureau, {
    title: '优抚金漏发了五个月',
    claims: ['补发优抚金'],
    name: '穆老五',
    phone: '19900007301',
  })
  await act(bureau, number, 'transfer', { to })
  return number
}

/** Duties follow in the background, so the worklist is looked at again until they are there. */
async function findDuty(page: Page, number: string): Promise<void> {
  const duty = page
    .getByRole('table', { name: '待办' })
    .getByRole('row')
    .filter({ hasText: spoken(number) })
  for (let look = 1; look < 20; look += 1) {
    await page.reload()
    await page
      .getByText(/已全部显示|没有待办事项/)
      .first()
      .waitFor()
    if ((await duty.count()) > 0) break
  }
  await duty.filter({ hasText: '书面告知（转送、交办）' }).filter({ hasText: heir }).waitFor()
}

const letsIn: Journey = {
  name: 'opens an account, whose owner must choose a password, and merges an organ whose duties the heir then has',
  device: 'desk',
  async walk(page, stage) {
    const number = await letterFor(stage, 'qingping.veterans')
    await signIn(page, stage.account('ruan.shuping'))
    const password = await openAccount(page)
    const desk = await stage.newPage('desk')
    await signInForTheFirstTime(desk, password)
    await merge(page)
    await findDuty(desk, number)
    await desk.context().close()
  },
}

/** Whatever stands there can be read by whoever does not see it. */
async function lookOver(page: Page): Promise<void> {
  const findings = await findingsOn(page)
  expectThat(findings.length === 0, 'no finding of axe', findings)
}

const nextYear = new Date().getFullYear() + 1
const notice = (rest: readonly string[]) => ({
  name: 'notice.json',
  mimeType: 'application/json',
  buffer: Buffer.from(JSON.stringify({ year: nextYear, rest, work: [] })),
})

const loadsHolidays: Journey = {
  name: 'is told that the holidays of next year are missing, what is wrong with a file, and loads the right one',
  device: 'desk',
  async walk(page, stage) {
    await signIn(page, stage.account('ruan.shuping'))
    await page.getByRole('heading', { level: 1, name: '账号' }).waitFor()
    await page.goto('/desk/calendars')
    await page.getByText(`${nextYear}年的全国放假安排尚未载入`).waitFor()
    await lookOver(page)
    await page.getByRole('button', { name: '载入通知' }).click()
    const form = page.getByRole('dialog', { name: '载入通知' })
    const file = form.locator('input[type="file"]')
    await file.setInputFiles(notice([`${nextYear}-02-30`]))
    await form.getByText(`“${nextYear}-02-30”不是一个日期`).waitFor()
    await lookOver(page)
    await file.setInputFiles(notice([`${nextYear}-01-01`]))
    await form.getByText(`可以载入：${nextYear}`).waitFor()
    await form.getByRole('button', { name: '载入通知' }).click()
    await page.getByText('今年和明年的全国放假安排都已载入').waitFor()
    await page.getByText(/件的期限变动/).waitFor()
    await page.getByRole('cell', { name: /阮舒平/ }).waitFor()
  },
}

export const administrator: readonly Journey[] = [letsIn, loadsHolidays]
