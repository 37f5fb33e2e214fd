/** 经办人: at the window of a county bureau, all day, with the keyboard. */
import type { Page } from 'playwright-core'
import { begin, choose, openPetition, send, sitDown, spoken } from './desk.ts'
import { expectThat, type Journey, type Stage } from './journey.ts'
import { registerLetter } from './office.ts'

const letter = `青坪县信访局：

水井湾村二组的人畜饮水管道已经断水四个月

我叫罗大山，家住杨梅乡水井湾村二组，电话19900007101。今年7月暴雨冲断了饮水管道，全组二十六户到现在靠挑水过日子。
找过乡里两次，都说在等资金。

请求：
1、尽快修复水井湾村二组的饮水管道
2、修好以前每周送水两次

罗大山
2026年11月20日`

const matter = '水井湾村二组的人畜饮水管道已经断水四个月'

/** A pasted letter fills the form; the clerk adds what it does not say. */
async function pasteLetter(page: Page): Promise<void> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(letter)})`)
  await page.keyboard.press('g')
  await page.keyboard.press('n')
  await page.getByRole('heading', { level: 1, name: '登记信访事项' }).waitFor()
  await page.keyboard.press('p')
  await page.keyboard.press('Control+V')
  await page.getByRole('status').filter({ hasText: '读到：' }).waitFor()
  const found = { 标题: matter, 姓名: '罗大山', 电话: '19900007101', 住址: '杨梅乡水井湾村二组' }
  for (const [label, value] of Object.entries(found)) await expectField(page, label, value)
  await expectField(page, '第 2 项请求', '修好以前每周送水两次')
}

async function expectField(page: Page, label: string, value: string): Promise<void> {
  const seen = await page.getByRole('main').getByLabel(label).first().inputValue()
  expectThat(seen === value, `${label} to be filled with “${value}”`, seen)
}

async function nameRepresentatives(page: Page): Promise<void> {
  await page.getByRole('radio', { name: '来信' }).press('Space')
  await page.getByRole('radio', { name: '集体' }).press('Space')
  await page.getByLabel('总人数').fill('26')
  await page.getByRole('button', { name: '增加一位信访人' }).press('Enter')
  const others = [
    { name: '罗小川', phone: '19900007102' },
    { name: '向桂枝', phone: '19900007103' },
  ]
  for (const [at, { name, phone }] of others.entries()) {
    const person = page.getByRole('group', { name: `（第 ${at + 2} 位）` })
    await person.getByLabel('姓名').fill(name)
    await person.getByLabel('电话').fill(phone)
  }
}

/** What the house suggests by the words of the letter stands beside the field; the clerk takes it, and nothing was chosen before. */
async function takeSuggestion(page: Page): Promise<void> {
  const offered = page.getByRole('group', { name: '建议分类' })
  await offered.getByRole('button').first().waitFor()
  const pressed = await offered.getByRole('button', { pressed: true }).count()
  expectThat(pressed === 0, 'nothing to be chosen before the clerk chooses', pressed)
  await offered.getByRole('button', { name: '水利水电' }).press('Enter')
  await offered.getByRole('button', { name: '水利水电', pressed: true }).waitFor()
}

async function register(page: Page): Promise<string> {
  await pasteLetter(page)
  await nameRepresentatives(page)
  await takeSuggestion(page)
  await page.keyboard.press('Control+Enter')
  await page.getByRole('heading', { level: 1, name: '已登记' }).waitFor()
  const number = /\d{4}-\d{4}-\d{4}-\d{3}/.exec((await page.getByRole('main').textContent()) ?? '')?.[0]
  if (!number) throw new Error('no registration number to be seen')
  return number.replaceAll('-', '')
}

/** One sheet for each representative, each with a key of their own, and nothing else on paper. */
async function printReceipts(page: Page): Promise<void> {
  const printed = Promise.withResolvers<void>()
  await page.exposeFunction('print', printed.resolve)
  await page.keyboard.press('p')
  await printed.promise
  await page.emulateMedia({ media: 'print' })
  const receipts = page.getByRole('article')
  const keys = new Set((await receipts.allTextContents()).map((text) => keyIn(text)))
  expectThat(
    keys.size === 3 && !keys.has(undefined),
    'three receipts with a key each',
    await receipts.allTextContents(),
  )
  const buttons = await page.getByRole('button').count()
  expectThat(buttons === 0, 'no button on paper', buttons)
  await page.emulateMedia({ media: 'screen' })
}

async function findByTelephone(page: Page, number: string): Promise<void> {
  await page.keyboard.press('/')
  await page.keyboard.type('19900007103')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: '登记簿' }).waitFor()
  await page.getByRole('status').filter({ hasText: '符合条件的 1 件' }).waitFor()
  await page.getByRole('table', { name: '登记簿' }).getByText(spoken(number)).waitFor()
  await page.keyboard.press('j')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: matter }).waitFor()
}

/** As it stands on a receipt, with its two check digits. */
const keyIn = (text: string): string | undefined => /(?:\d{4} ){4}\d{2}/.exec(text)?.[0]

const dutyOf = (page: Page, number: string, duty: string) =>
  page
    .getByRole('table', { name: '待办' })
    .getByRole('row')
    .filter({ hasText: spoken(number) })
    .filter({ hasText: duty })

const atTheWindow: Journey = {
  name: 'registers a pasted letter of a group, hands out receipts, finds it again and transfers it',
  device: 'desk',
  async walk(page, stage) {
    await sitDown(page, stage, 'pu.gaofeng')
    const number = await register(page)
    await printReceipts(page)
    await page.keyboard.press('g')
    await page.keyboard.press('w')
    await dutyOf(page, number, '登记并转送、交办').waitFor()
    await openPetition(page, spoken(number))
    await findByTelephone(page, number)
    const form = await begin(page, '转送')
    await choose(form, '转送给', '青坪县水利局')
    await send(page, form, '转送')
    await page.getByText('由青坪县水利局办理').waitFor()
    await page.keyboard.press('g')
    await page.keyboard.press('w')
    await page.getByRole('heading', { level: 1, name: '待办' }).waitFor()
    await dutyOf(page, number, '登记并转送、交办').waitFor({ state: 'detached' })
  },
}

const refused: Journey = {
  name: 'is told why something cannot be done, with the article',
  device: 'desk',
  async walk(page, stage) {
    const bureau = await stage.as('pu.gaofeng')
    const { number } = await registerLetter(bureau, {
      title: '危桥封了以后绕路十二公里',
      claims: ['尽快修桥'],
      name: '冉启明',
      phone: '19900007104',
    })
    await sitDown(page, stage, 'pu.gaofeng')
    await openPetition(page, number)
    await page.getByRole('button', { name: /^现在不能办理的/ }).press('Enter')
    const opinion = page.getByRole('listitem').filter({ has: page.getByRole('button', { name: '出具处理意见书' }) })
    await opinion
      .getByText(/目前处于“已登记”阶段.*在“已受理，办理中”阶段方可办理。依据：《信访工作条例》第32条第1款。/)
      .waitFor()
    const isShut = await opinion.getByRole('button').isDisabled()
    expectThat(isShut, 'the button to be shut')
  },
}

/** What somebody sees who enters number and key at the portal. */
async function follow(stage: Stage, number: string, key: string): Promise<Page> {
  const page = await stage.newPage('telephone')
  await page.goto('/follow')
  await page.getByLabel('登记编号').fill(number)
  await page.getByLabel('查询码').fill(key)
  await page.getByRole('button', { name: '查询', exact: true }).click()
  return page
}

const lostKey: Journey = {
  name: 'gives somebody who lost the key a new one; the old one is dead, and a slip in the new one is told at once',
  device: 'desk',
  async walk(page, stage) {
    const title = '灌溉渠被填了一段'
    const letter = { title, claims: ['恢复水渠'], name: '田秀英', phone: '19900007105' }
    const { number, keys } = await registerLetter(await stage.as('pu.gaofeng'), letter)
    await sitDown(page, stage, 'pu.gaofeng')
    await openPetition(page, number)
    const form = await begin(page, '换发查询码')
    await form.getByRole('combobox', { name: '怎样核实的身份' }).press('Enter')
    await page.getByTitle('查验了身份证').click()
    await form.getByLabel('核实经过和见证人').fill('核对身份证原件与登记一致，窗口另一名工作人员在场。')
    await form.press('Control+Enter')
    await page.getByRole('dialog').last().getByRole('button', { name: '换发查询码', exact: true }).press('Enter')
    await page.getByRole('heading', { level: 1, name: '新查询码已生成' }).waitFor()
    const key = keyIn((await page.getByRole('article').textContent()) ?? '')
    if (!key) throw new Error('no key on the receipt')
    const withOld = await follow(stage, number, keys[0]?.key ?? '')
    await withOld.getByText('没有找到').first().waitFor()
    const slipped = key.replace(/\d/, (digit) => String((Number(digit) + 1) % 10))
    const withSlip = await follow(stage, number, slipped)
    await withSlip.getByText('查询码抄错或者漏了数字').first().waitFor()
    const withNew = await follow(stage, number, key)
    await withNew.getByRole('heading', { level: 1, name: title }).waitFor()
    await page.getByRole('button', { name: '回执已交给本人，返回事项' }).press('Enter')
    await page.getByText('换发查询码，原查询码作废').first().waitFor()
    for (const each of [withOld, withSlip, withNew]) await each.context().close()
  },
}

export const clerk: readonly Journey[] = [atTheWindow, refused, lostKey]
