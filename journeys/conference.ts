/** 联席会议: two organs say that a matter is not theirs; the conference of the county meets, decides who takes it, and the petition moves. */
import type { Page } from 'playwright-core'
import { findingsOn } from './axe.ts'
import { choose, goThroughMenu, sitDown } from './desk.ts'
import { expectThat, type Journey, type Stage } from './journey.ts'
import { act, registerLetter } from './office.ts'

const title = '村口公路边沟堵了，一下雨就灌进院子'

/** Transferred, objected to, and referred to the conference. */
async function disputed(stage: Stage): Promise<string> {
  const bureau = await stage.as('pu.gaofeng')
  const organ = await stage.as('kuang.tian')
  const { number } = await registerLetter(bureau, {
    ...{ title, claims: ['疏通边沟'], name: '水平安', phone: '19900007402' },
  })
  await act(bureau, number, 'transfer', { to: 'qingping.natural-resources' })
  await act(organ, number, 'object-to-transfer', {
    reasons: '边沟属于公路附属设施，由交通运输部门管养，不属于我局职责。',
    suggests: 'qingping.transport',
  })
  await act(bureau, number, 'refer-dispute', { to: 'qingping.conference', note: null })
  return number
}

const looksAtMost = 60
const lookEveryMs = 1000

/** It lies before the conference by itself, a moment after it was referred. */
async function findItem(page: Page, stage: Stage, number: string): Promise<void> {
  const office = await stage.as('pang.zhenghe')
  for (let look = 0; look < looksAtMost; look += 1) {
    const { items } = (await office.get(`/api/conference-items?petition=${number}`)) as { items: readonly object[] }
    if (items.length > 0) break
    await page.waitForTimeout(lookEveryMs)
  }
  await page.goto('/desk/conferences?of=qingping.conference&shelf=brought')
  await page.getByRole('link', { name: `关于信访事项${number}受理争议的议题` }).click()
}

/** An act that asks nothing but to be confirmed. */
async function confirm(page: Page, action: string): Promise<void> {
  await page.getByRole('button', { name: action, exact: true }).click()
  await page.getByRole('dialog', { name: action }).getByRole('button', { name: action, exact: true }).click()
  await page.getByText(`已记录：${action}`).first().waitFor()
  await page.getByRole('dialog', { name: action }).waitFor({ state: 'hidden' })
}

async function planForToday(page: Page): Promise<void> {
  await page.goto('/desk/conferences?of=qingping.conference&view=meetings')
  await page.getByRole('button', { name: '筹备会议' }).click()
  const form = page.getByRole('dialog', { name: '筹备会议' })
  await form.getByLabel('会议名称').fill('受理争议专题会')
  await form.getByLabel('地点').fill('县行政中心二楼会议室')
  const day = form.getByLabel('日期')
  await day.fill(new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date()))
  await day.press('Enter')
  await form.getByRole('button', { name: '筹备会议', exact: true }).click()
  await page.getByText('已记录：筹备会议').waitFor()
  await page.getByRole('link', { name: '受理争议专题会' }).click()
  await page.getByRole('heading', { level: 1, name: '受理争议专题会' }).waitFor()
}

async function looksClean(page: Page, what: string): Promise<void> {
  const found = await findingsOn(page)
  expectThat(found.length === 0, `${what} without findings`, found)
  const tooWide = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')
  expectThat(tooWide <= 0, `${what} to fit the width of the screen`, `${tooWide} px too wide`)
}

export const conference: readonly Journey[] = [
  {
    name: 'a jurisdiction dispute is decided',
    device: 'desk',
    async walk(page, stage) {
      const number = await disputed(stage)
      await sitDown(page, stage, 'pang.zhenghe')
      await goThroughMenu(page, '联席会议')
      await page.getByRole('heading', { level: 1, name: '联席会议' }).waitFor()
      await looksClean(page, 'the page of a conference')
      await findItem(page, stage, number)
      await confirm(page, '同意列入')

      await planForToday(page)
      await page.getByRole('listitem').filter({ hasText: number }).getByRole('button', { name: '列入议程' }).click()
      const item = page.getByRole('article', { name: `关于信访事项${number}受理争议的议题` })
      await item.waitFor()
      await confirm(page, '发出会议通知')
      await confirm(page, '开会')
      await page.getByRole('button', { name: '保存出席情况' }).click()

      await item.getByRole('button', { name: '记录议定意见' }).click()
      await item.getByLabel('议定意见').fill('边沟属公路附属设施，由县交通运输局受理，县自然资源和规划局移交材料。')
      await choose(item, '受理机关', '青坪县交通运输局')
      await item.getByLabel('议定意见').press('Control+Enter')
      await item.getByText('青坪县交通运输局').first().waitFor()
      await item.getByRole('button', { name: '修改议定意见' }).waitFor()
      await looksClean(page, 'the page of a meeting')

      await page.getByLabel('纪要正文').fill('会议听取了各方对受理争议的意见，议定如下。')
      await page.getByRole('button', { name: '保存纪要，送召集人签发' }).click()
      await page.getByText('纪要待签发').first().waitFor()

      await approveOnPhone(stage, page.url())
      await page.reload()
      await confirm(page, '印发纪要')
      await page.getByRole('link', { name: '会议纪要', exact: true }).click()
      await page.getByText('由青坪县交通运输局受理').first().waitFor()
      await untilMoved(stage, number)
    },
  },
]

/** The convenor is on the way. */
async function approveOnPhone(stage: Stage, url: string): Promise<void> {
  const phone = await stage.newPage('telephone')
  await sitDown(phone, stage, 'tan.wenbo')
  await phone.goto(url)
  await phone.getByRole('heading', { level: 1, name: '受理争议专题会' }).waitFor()
  await looksClean(phone, 'a meeting on a telephone')
  await confirm(phone, '签发纪要')
  await phone.context().close()
}

/** What was decided binds a moment after the minutes are out. */
async function untilMoved(stage: Stage, number: string): Promise<void> {
  const organ = await stage.as('cen.baishan')
  for (let look = 0; look < looksAtMost; look += 1) {
    const seen = await organ.get(`/api/petitions/${number}`).catch(() => null)
    if ((seen?.holder as { id?: string } | undefined)?.id === 'qingping.transport') return
    await new Promise((done) => setTimeout(done, lookEveryMs))
  }
  throw new Error('the petition did not move to whoever is to take it')
}
