/** 协助力量: a lawyer is invited, the petitioner consents, and the lawyer helps without learning who petitions. */
import type { Page } from 'playwright-core'
import { findingsOn } from './axe.ts'
import { choose, sitDown, spoken } from './desk.ts'
import { expectThat, type Journey, type Stage } from './journey.ts'
import { registerLetter } from './office.ts'
import { arrive, enter, press, see } from './portal.ts'

const bureau = 'pu.gaofeng'
const name = '郦长河'

async function wellMade(page: Page, what: string): Promise<void> {
  const found = await findingsOn(page)
  expectThat(found.length === 0, `${what} without findings`, found)
  const tooWide = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')
  expectThat(tooWide <= 0, `${what} to fit the width of the screen`, `${tooWide} px too wide`)
}

async function invited(desk: Page, stage: Stage, number: string): Promise<void> {
  await sitDown(desk, stage, bureau)
  await desk.goto(`/desk/petitions/${number}`)
  await desk.getByRole('button', { name: '邀请协助力量' }).click()
  const dialog = desk.getByRole('dialog')
  await choose(dialog, '邀请谁', '茹松年', '茹松年 · 律师')
  await dialog.getByLabel('请其做什么').fill('请看看合同，告诉双方垫资该由谁来还')
  await dialog.getByRole('textbox', { name: '摘要' }).fill('合作社修渠时垫了材料款，村里一直没有结清。')
  await dialog.getByRole('checkbox', { name: /把垫的材料款结清/ }).check()
  await dialog.getByRole('button', { name: '邀请协助', exact: true }).click()
  await desk.getByText('等待信访人或者当事人同意').waitFor()
}

/** Through the link that is shown once. */
async function linkFor(desk: Page): Promise<string> {
  await desk.reload()
  await desk.getByRole('button', { name: '生成查看链接' }).click()
  const link = desk.getByRole('status').locator('code')
  await link.waitFor()
  await wellMade(desk, 'the page of the petition with its helper')
  return (await link.textContent()) ?? ''
}

async function helped(phone: Page, link: string): Promise<void> {
  await phone.goto(link)
  await arrive(phone, '受邀协助')
  await see(phone, '先请您说明')
  expectThat(
    !((await phone.textContent('body')) ?? '').includes('垫了材料款'),
    'nothing of the matter before the answer',
  )
  await phone.getByRole('checkbox', { name: /我与所涉及的单位和人员没有/ }).check()
  await press(phone, '接受邀请')
  await see(phone, '合作社修渠时垫了材料款')
  await see(phone, '把垫的材料款结清')
  const seen = (await phone.textContent('body')) ?? ''
  expectThat(!seen.includes(name), 'the helper not to learn who petitions')
  await phone.getByRole('radio', { name: '提供意见' }).check()
  await phone.getByLabel(/说了什么、做了什么/).fill('合同写明由村集体承担，已经告诉双方怎样结算')
  await wellMade(phone, 'the page of the helper')
  await press(phone, '记录')
  await see(phone, /提供意见 · 合同写明/)
}

const helps: Journey = {
  name: 'a helper is invited, the petitioner consents, and both read what was done',
  device: 'desk',
  async walk(desk, stage) {
    const clerk = await stage.as(bureau)
    const letter = { title: '合作社修渠垫的材料款两年没有结', claims: ['把垫的材料款结清'], name, phone: '19900007961' }
    const { number, keys } = await registerLetter(clerk, letter)
    await invited(desk, stage, number)

    const own = await stage.newPage('telephone')
    const codes = { number: spoken(number), key: keys[0]?.key ?? '' }
    await enter(own, codes)
    await see(own, '邀请来帮助您的人')
    await see(own, '合作社修渠时垫了材料款')
    await wellMade(own, 'the follow page with an invitation')
    await press(own, '同意')
    await see(own, '已邀请，等待答复')

    await helped(await stage.newPage('telephone'), await linkFor(desk))

    await desk.reload()
    await desk.getByText('协助人记录').waitFor()
    await desk.getByText(/已经告诉双方怎样结算/).waitFor()
    await own.reload()
    await see(own, /提供意见/)
    expectThat(
      !((await own.textContent('body')) ?? '').includes('怎样结算'),
      'the petitioner not to read what was told to the organ',
    )
  },
}

export const helpers: readonly Journey[] = [helps]
