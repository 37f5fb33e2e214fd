/** A petitioner asks to be received, at home and at the window; is received, and reads what was written down and promised. */
import type { Locator, Page } from 'playwright-core'
import { findingsOn } from './axe.ts'
import { choose, sitDown } from './desk.ts'
import { expectThat, type Journey, type Stage } from './journey.ts'
import { arrive, press, see } from './portal.ts'

interface Held {
  readonly reference: string
  readonly key: string
}

/** As somebody copies them from the page. */
async function numbersOn(page: Page | Locator): Promise<Held> {
  const text = (await page.locator('dl').first().textContent()) ?? ''
  const reference = /\d{4}-\d{4}-\d{4}(?!-)/.exec(text)?.[0]
  const key = /(?:\d{4}-){4}\d{2}/.exec(text)?.[0]
  if (!reference || !key) throw new Error(`no number and key on the page:\n${text}`)
  return { reference, key }
}

async function noFindings(page: Page, where: string): Promise<void> {
  const findings = await findingsOn(page)
  expectThat(findings.length === 0, `${where} without findings`, findings)
}

async function lookUp(page: Page, { reference, key }: Held): Promise<void> {
  await page.goto('/reception/booking')
  await arrive(page, '我的预约')
  await page.getByLabel('预约编号').fill(reference)
  await page.getByLabel('凭证').fill(key)
  await press(page, '查询')
}

/** At home on a small phone: the day, the questions, the two numbers; then cancelled, since something came between. */
async function asksAtHome(page: Page): Promise<void> {
  await page.goto('/')
  await page.getByRole('link', { name: '当面见领导' }).first().click()
  await arrive(page, '领导接访')
  await noFindings(page, 'the public calendar')
  await page
    .getByRole('listitem')
    .filter({ hasText: '农村土地、征地补偿' })
    .getByRole('link', { name: '预约这一天' })
    .click()
  await arrive(page, '预约接访')
  await press(page, '提交')
  await see(page, '请写姓名')
  await page.getByLabel('您的姓名').fill('来小荷')
  await page.getByLabel('联系电话').fill('19900000761')
  await page.getByLabel('想说什么事').fill('修路占地的面积')
  await page.getByRole('radio', { name: '年老体弱' }).check()
  await noFindings(page, 'the questions')
  await press(page, '提交')
  await arrive(page, '预约好了')
  const held = await numbersOn(page)
  await lookUp(page, held)
  await see(page, '已收到您的预约')
  await noFindings(page, 'the booking')
  await press(page, '取消预约')
  await press(page, '确定取消')
  await see(page, '您已取消预约')
}

/** Whoever complains about the leader of the day is shown other days, and nothing is sent. */
async function complainsAboutTheLeader(page: Page): Promise<void> {
  await page.goto('/reception')
  await page
    .getByRole('listitem')
    .filter({ hasText: '农村土地、征地补偿' })
    .getByRole('link', { name: '预约这一天' })
    .click()
  await arrive(page, '预约接访')
  await page.getByRole('radio', { name: /谭文博/ }).check()
  await see(page, '其他可以预约的日子')
  expectThat((await page.getByLabel('您的姓名').count()) === 0, 'nothing to be asked for that leader', page.url())
}

async function doThe(page: Page, act: string, fill: () => Promise<void> = async () => undefined): Promise<void> {
  await page.getByRole('button', { name: act, exact: true }).first().click()
  const dialog = page.getByRole('dialog')
  await dialog.waitFor()
  await fill()
  await dialog.getByRole('button', { name: act, exact: true }).click()
  await dialog.waitFor({ state: 'hidden' })
}

/** A house that was only just filled has all its facts to read before it follows what happens now. */
async function untilFollowed({ url }: Stage): Promise<void> {
  for (let tries = 0; tries < 240; tries += 1) {
    const { lag } = (await (await fetch(`${url}/healthz`)).json()) as { lag: Readonly<Record<string, number>> }
    if (lag['reception-queue'] === 0 && lag['reception-promise'] === 0) return
    await new Promise((later) => setTimeout(later, 500))
  }
  throw new Error('the house does not come to an end with reading')
}

/** At the window on the day: a seat is free, so whoever comes is received. */
async function isReceived(page: Page, stage: Stage): Promise<Held> {
  await untilFollowed(stage)
  await sitDown(page, stage, 'pu.gaofeng')
  await page.goto('/desk/receptions')
  await page.getByRole('heading', { level: 1, name: '领导接访' }).waitFor()
  await noFindings(page, 'the calendar of the desk')
  await page
    .getByRole('link', { name: /单育成/ })
    .filter({ hasText: '已抽签' })
    .first()
    .click()
  await page.getByText('当日名单').waitFor()
  await page.getByRole('button', { name: '窗口、电话代约' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('姓名').fill('来小荷')
  await dialog.getByLabel('电话').fill('19900000761')
  await dialog.getByLabel('反映什么事').fill('修路占地的面积')
  await dialog.getByRole('button', { name: '窗口、电话代约' }).click()
  await page.getByText('预约成功').waitFor()
  const numbers = page.getByRole('dialog').filter({ hasText: '预约成功' })
  const held = await numbersOn(numbers)
  // the dialogue before it is still fading away
  await page.waitForTimeout(600)
  await numbers.getByRole('button', { name: /确\s*定/ }).click()
  await numbers.waitFor({ state: 'hidden' })
  // the seat is given a moment after
  const row = page.getByRole('row').filter({ hasText: '来小荷' })
  await row.filter({ hasText: /\d号/ }).waitFor({ timeout: 40_000 })
  await noFindings(page, 'the list of the day')
  await row.getByRole('link').click()
  await doThe(page, '签到')
  await doThe(page, '开始谈话')
  await doThe(page, '谈话记录', async () => {
    await page.getByRole('textbox', { name: '谈话记录' }).fill('来访人反映修路占地少量了三分。')
    await page.getByLabel('已向来访人宣读').check()
  })
  await doThe(page, '处理结果', async () => {
    await page.getByRole('combobox', { name: '怎样处理' }).click()
    await page.getByTitle('当场说明', { exact: true }).click()
    await page.getByRole('textbox', { name: '向本人说明了什么' }).fill('已说明丈量的程序，三日内实地复核。')
    await page.getByRole('button', { name: '加一条承诺' }).click()
    await page.getByRole('textbox', { name: '承诺什么' }).fill('实地复核并书面答复')
    await choose(page, '由谁落实', '青坪县自然资源和规划局')
    await page.getByLabel('哪天前').fill(inThirtyDays())
    await page.keyboard.press('Enter')
  })
  await page.getByText('实地复核并书面答复').first().waitFor({ timeout: 40_000 })
  await noFindings(page, 'one person of the day')
  return held
}

const inThirtyDays = (): string => new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10)

export const reception: readonly Journey[] = [
  {
    name: 'asks to be received by a leader, and cancels, on a small phone',
    device: 'smallTelephone',
    walk: asksAtHome,
  },
  {
    name: 'is offered other days when it is about the leader who receives',
    device: 'smallTelephone',
    walk: complainsAboutTheLeader,
  },
  {
    name: 'is received at the window, and reads at home what was written down and promised',
    device: 'desk',
    async walk(page: Page, stage: Stage): Promise<void> {
      const held = await isReceived(page, stage)
      const home = await stage.newPage('telephone')
      await lookUp(home, held)
      await see(home, '已经接待')
      await see(home, '来访人反映修路占地少量了三分。')
      await see(home, '实地复核并书面答复')
      await home.context().close()
    },
  },
]
