/** 领导包案: an owned case is solved, and the petitioner says so. */
import type { Page } from 'playwright-core'
import { findingsOn } from './axe.ts'
import { choose, signIn, sitDown, spoken } from './desk.ts'
import { type Caller, expectThat, type Journey, type Stage } from './journey.ts'
import { registerLetter } from './office.ts'
import { enter, see } from './portal.ts'

const bureau = 'pu.gaofeng'
const secretary = 'ju.mingyan'
const deputy = 'shan.yucheng'
const doer = 'cen.baishan'
const inDays = (days: number): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(new Date(Date.now() + days * 86_400_000))

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** What the house does after a commit comes within a second or two. */
async function until<T>(what: string, ask: () => Promise<T | undefined>): Promise<T> {
  for (let times = 0; times < 120; times += 1) {
    const found = await ask()
    if (found !== undefined) return found
    await pause(500)
  }
  throw new Error(`waited in vain for ${what}`)
}

async function proposedByHand(page: Page, stage: Stage, number: string): Promise<void> {
  await sitDown(page, stage, bureau)
  await page.goto(`/desk/petitions/${number}`)
  await page.getByRole('button', { name: '建议领导包案' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('建议的理由').fill('修路半年没有通，几个部门都说不归自己管')
  await dialog.getByRole('button', { name: '建议领导包案' }).click()
  await page.getByRole('link', { name: /待确定是否包案/ }).waitFor()
}

/** Whoever leads begins at a page of their own. */
async function sitDownToLead(page: Page, stage: Stage, login: string): Promise<void> {
  await signIn(page, stage.account(login))
  await page.getByRole('heading', { level: 1, name: '领导首页' }).waitFor()
}

async function owned(page: Page, stage: Stage, number: string): Promise<void> {
  await sitDownToLead(page, stage, secretary)
  await page.goto(`/desk/ownerships/${number}`)
  await page.getByRole('button', { name: '确定包案领导', exact: true }).click()
  const dialog = page.getByRole('dialog')
  const leaders = dialog.getByRole('combobox', { name: '包案领导' })
  await leaders.fill('单育成')
  // who could own it is asked for when the dialogue opens
  await page.getByTitle('单育成 青坪县人民政府', { exact: true }).first().waitFor()
  await leaders.press('Enter')
  await choose(page, '承办单位', '青坪县交通运输局', '青坪县交通运输局')
  await dialog.getByLabel('办结时限').fill(inDays(60))
  await dialog.getByLabel('办结时限').press('Enter')
  await dialog.getByRole('button', { name: '确定包案领导', exact: true }).click()
  await page.getByText('已确定包案领导').first().waitFor()
}

async function stepsDone(stage: Stage, leader: Caller, number: string): Promise<void> {
  const organ = await stage.as(doer)
  const task = await until('the task of the step', async () => {
    const { items } = (await leader.get(`/api/task-lines?of=ownership:${number}`)) as { items: { task: string }[] }
    return items[0]?.task
  })
  await organ.post(`/api/tasks/${task}/report`, { result: 'done', report: '路面已经铺通，护栏装好', materials: [] })
  await leader.post(`/api/tasks/${task}/close`, { note: null })
}

const solved: Journey = {
  name: 'an owned case is solved: proposed, owned, done, and closed with the petitioner’s own word',
  device: 'desk',
  async walk(desk, stage) {
    const clerk = await stage.as(bureau)
    const letter = { title: '村口三里路修了半年没有通', claims: ['把路修通'], name: '莫大川', phone: '19900007955' }
    const { number, keys } = await registerLetter(clerk, letter)
    await proposedByHand(desk, stage, number)
    await owned(await stage.newPage('desk'), stage, number)

    const leader = await stage.as(deputy)
    await leader.post(`/api/ownerships/${number}/plan`, {
      plan: '先通路，再装护栏，每周在村口公示一次',
      steps: [{ what: '铺通剩下的三里路面，装好护栏', organ: 'qingping.transport', due: inDays(30) }],
    })
    await stepsDone(stage, leader, number)
    await leader.post(`/api/ownerships/${number}/result`, { outcome: 'resolved', result: '三里路面已经铺通' })

    const phone = await stage.newPage('telephone')
    await sitDownToLead(phone, stage, deputy)
    await phone.goto(`/desk/ownerships/${number}`)
    await phone.getByText('沉默不等于满意').first().waitFor()
    const found = await findingsOn(phone)
    expectThat(found.length === 0, 'the page on a leader’s phone without findings', found)
    const tooWide = await phone.evaluate<number>('document.documentElement.scrollWidth - innerWidth')
    expectThat(tooWide <= 0, 'the page to fit a phone', `${tooWide} px too wide`)

    const own = await stage.newPage('telephone')
    await enter(own, { number: spoken(number), key: keys[0]?.key ?? '' })
    await see(own, /单育成/)
    await own.getByRole('link', { name: '看看做了什么，说说您的意见' }).click()
    await see(own, '铺通剩下的三里路面，装好护栏')
    await own.getByRole('link', { name: '说说您对结果的意见' }).click()
    await own.getByLabel('满意', { exact: true }).check()
    await own.getByLabel(/您想说的话/).fill('路通了，孩子上学不用绕了')
    await own.getByRole('button', { name: '提交', exact: true }).click()
    await see(own, '已经提交')

    await phone.reload()
    await phone.getByRole('button', { name: '办结包案', exact: true }).click()
    const dialog = phone.getByRole('dialog')
    await dialog.getByLabel('办结说明').fill('与本人见面两次，路已经修通')
    await dialog.getByRole('button', { name: '办结包案', exact: true }).click()
    await phone.getByText('包案已办结').first().waitFor()
  },
}

export const ownership: readonly Journey[] = [solved]
