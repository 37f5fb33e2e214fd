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
  const key = /\d{4} \d{4} \d{4} \d{4}/.exec(text)?.[0]
  if (!number || !key) throw new Error(`no number and key on the receipt:\n${text}`)
  return { number, key }
}

export async function enter(page: Page, { number, key }: Codes): Promise<void> {
  await page.goto('/follow')
  await page.getByLabel('登记编号').fill(number)
  await page.getByLabel('查询码').fill(key)
  await press(page, '查询')
}
