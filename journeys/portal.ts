/** The portal as a person goes through it: by what is written on the page. */
import type { Page } from 'playwright-core'

/** Waits until the page with this heading is there. */
export const arrive = (page: Page, heading: string | RegExp): Promise<void> =>
  page.getByRole('heading', { level: 1, name: heading }).waitFor()

export const press = (page: Page, button: string): Promise<void> =>
  page.getByRole('button', { name: button, exact: true }).click()

export const goTo = (page: Page, link: string | RegExp): Promise<void> =>
  page.getByRole('link', { name: link }).first().click()

export const see = (page: Page, words: string | RegExp): Promise<void> => page.getByText(words).first().waitFor()

/** A photograph of one pixel. */
export const photograph = {
  name: '补偿协议.png',
  mimeType: 'image/png',
  buffer: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
}

export interface Codes {
  readonly number: string
  readonly key: string
}

/** Number and key as they stand on the receipt. */
export async function readReceipt(page: Page): Promise<Codes> {
  const text = (await page.getByRole('main').textContent()) ?? ''
  const number = /\d{4}-\d{4}-\d{4}-\d{3}/.exec(text)?.[0]
  const key = /(?:\d{4} ){4}\d{2}/.exec(text)?.[0]
  if (!number || !key) throw new Error(`no number and key on the receipt:\n${text}`)
  return { number, key }
}

export async function enter(page: Page, { number, key }: Codes): Promise<void> {
  await page.goto('/follow')
  await page.getByLabel('登记编号').fill(number)
  await page.getByLabel('查询码').fill(key)
  await press(page, '查询')
}

export interface Said {
  readonly title: string
  readonly phone: string
}

const story = '2023年春天村里的地被征收，补偿协议上写着当年年底前付清，到现在一分没有收到。'

/** From the first question to the last page before sending. */
export async function say(page: Page, { title, phone }: Said): Promise<void> {
  await page.getByRole('radio', { name: '请求解决一件事' }).check()
  await press(page, '继续')
  await arrive(page, '事情发生在哪里？')
  await page.getByLabel('县（市、区）').selectOption({ label: '青坪县' })
  await page.getByLabel('乡镇（街道）').selectOption({ label: '双溪镇' })
  await page.getByLabel('具体地点').fill('落水村三组')
  await press(page, '继续')
  await arrive(page, '发生了什么？')
  await page.getByLabel('用一句话说说是什么事').fill(title)
  await page.getByLabel('把经过写下来').fill(story)
  await press(page, '继续')
  await arrive(page, '您希望怎样解决？')
  await page.getByLabel('第1条').fill('把欠发的补偿款付给我家')
  await press(page, '再加一条')
  await page.getByLabel('第2条').fill('说明三年没有付的原因，并支付利息')
  await press(page, '继续')
  await sayWhom(page)
  await sayWho(page, phone)
}

async function sayWhom(page: Page): Promise<void> {
  await arrive(page, '这件事涉及谁？')
  await page.getByLabel('单位').fill('青坪 自然资源')
  await press(page, '选择：青坪县自然资源和规划局')
  await press(page, '继续')
  await arrive(page, '这件事以前反映过吗？')
  await page.getByRole('radio', { name: '没有，这是第一次' }).check()
  await press(page, '继续')
  await arrive(page, '有些事，别的途径有自己的期限')
  await press(page, '继续')
}

async function sayWho(page: Page, phone: string): Promise<void> {
  await arrive(page, '您愿意留下姓名吗？')
  await page.getByRole('radio', { name: '实名', exact: true }).check()
  await press(page, '继续')
  await arrive(page, '是您一个人，还是几个人一起？')
  await page.getByRole('radio', { name: '我一个人' }).check()
  await press(page, '继续')
  await arrive(page, '怎样联系您？')
  await page.getByLabel('姓名').fill('阿依木')
  await page.getByLabel('手机或者电话').fill(phone)
  await page.getByRole('checkbox', { name: '同意在网上收答复' }).check()
  await press(page, '继续')
  await arrive(page, '有材料要附上吗？')
}

export async function addPhotograph(page: Page): Promise<void> {
  await page.getByLabel('选择文件或者拍照').setInputFiles(photograph)
  await page.getByRole('status').filter({ hasText: '补偿协议.png已上传' }).waitFor()
}

export const digits = ({ number }: Codes): string => number.replaceAll('-', '')
