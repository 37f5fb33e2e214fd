/** 书面会签: what needs no meeting goes round; each member signs, the convenor on a phone; with the last signature it is decided and numbered. */
import type { Page } from 'playwright-core'
import { findingsOn } from './axe.ts'
import { sitDown } from './desk.ts'
import { expectThat, type Journey, type Stage } from './journey.ts'

const title = '雨季前统一清理县道边沟的分工'
/** Whoever else sits in the conference of the county. */
const others = ['ju.mingyan', 'shan.yucheng', 'xian.guilan', 'lei.guoliang', 'cen.baishan']

async function takenIn(stage: Stage): Promise<string> {
  const item = await (await stage.as('pu.gaofeng')).post('/api/conference-items', {
    ...{ conference: 'qingping.conference', kind: 'policy', title, petitions: [] },
    paper: '边沟分属交通、水利、乡镇三家，年年堵、年年反映。',
  })
  await (await stage.as('pang.zhenghe')).post(`/api/conference-items/${item.item}/accept`, {})
  return String(item.item)
}

async function looksClean(page: Page, what: string): Promise<void> {
  const found = await findingsOn(page)
  expectThat(found.length === 0, `${what} without findings`, found)
  const tooWide = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')
  expectThat(tooWide <= 0, `${what} to fit the width of the screen`, `${tooWide} px too wide`)
}

const inDays = (days: number): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date(Date.now() + days * 86_400_000))

async function sendRound(page: Page): Promise<void> {
  await page.getByRole('button', { name: '书面会签', exact: true }).click()
  await page.getByLabel('拟议定意见').fill('按管养范围各清各的，县交通运输局统一派料，五月底前清完。')
  const day = page.getByLabel('会签期限')
  await day.fill(inDays(3))
  await day.press('Tab')
  await looksClean(page, 'the form of a round')
  await page.getByRole('button', { name: '发起会签', exact: true }).click()
  await page.getByRole('heading', { name: '会签人员' }).waitFor()
  await looksClean(page, 'an item that goes round')
}

/** The convenor is on the way; it waits under what is to be signed. */
async function signOnPhone(stage: Stage): Promise<void> {
  const phone = await stage.newPage('telephone')
  await sitDown(phone, stage, 'tan.wenbo')
  await phone.goto('/desk/conferences?of=qingping.conference&shelf=toSign')
  await phone.getByRole('link', { name: title }).click()
  await phone.getByRole('heading', { level: 1, name: title }).waitFor()
  await looksClean(phone, 'an item to be signed on a telephone')
  await phone.getByRole('button', { name: '会签', exact: true }).click()
  const dialog = phone.getByRole('dialog', { name: '会签' })
  await dialog.getByRole('radio', { name: '同意', exact: true }).check()
  await dialog.getByRole('button', { name: '会签', exact: true }).click()
  await phone.getByText('已记录：会签').first().waitFor()
  await phone.context().close()
}

export const signingRound: readonly Journey[] = [
  {
    name: 'a conference decides by signing round',
    device: 'desk',
    async walk(page, stage) {
      const item = await takenIn(stage)
      await sitDown(page, stage, 'pang.zhenghe')
      await page.goto(`/desk/conferences/items/${item}`)
      await page.getByRole('heading', { level: 1, name: title }).waitFor()
      await sendRound(page)
      for (const login of others)
        await (await stage.as(login)).post(`/api/conference-items/${item}/sign`, { view: 'agreed' })
      await page.reload()
      await page.getByText('未签').first().waitFor()
      await signOnPhone(stage)
      await page.reload()
      await page.getByText('全体同意').first().waitFor()
      await page.getByRole('link', { name: '议定事项（书面会签）' }).click()
      await page.getByText('未召开会议').first().waitFor()
      await page.getByText('谭文博').first().waitFor()
    },
  },
]
