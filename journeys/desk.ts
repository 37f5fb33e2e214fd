/** The desk as staff go through it: by labels and keys. */
import type { Locator, Page } from 'playwright-core'
import { findingsOn } from './axe.ts'
import { expectThat, type Stage } from './journey.ts'

export async function signIn(page: Page, { login, password }: { login: string; password: string }): Promise<void> {
  await page.goto('/desk/')
  await page.getByLabel('登录名').fill(login)
  await page.getByLabel('密码', { exact: true }).fill(password)
  await page.keyboard.press('Enter')
}

/** Signs somebody of the demo in and waits for the page where their work begins, whichever it is. */
export async function sitDown(page: Page, stage: Stage, login: string): Promise<void> {
  await signIn(page, stage.account(login))
  await page.getByLabel('密码', { exact: true }).waitFor({ state: 'detached' })
  await page.getByRole('heading', { level: 1 }).first().waitFor()
}

/** Types part of a name into a field that searches, and takes the first that fits. */
export async function choose(within: Page | Locator, label: string, typed: string, chosen = typed): Promise<void> {
  const field = within.getByRole('combobox', { name: label })
  await field.fill(typed)
  await field.press('Enter')
  await within.getByTitle(chosen, { exact: true }).first().waitFor()
}

/** The number under which somebody reads and says it: 2611-2348-2719-034. */
export const spoken = (number: string): string => number.replace(/(\d{4})(?=\d)/g, '$1-')

/** Goes, with the keyboard, to a place that stands in the menu beside the places of daily work. */
export async function goThroughMenu(page: Page, place: string): Promise<void> {
  const places = page.getByRole('navigation', { name: '主要页面' })
  await places.getByRole('button', { name: /^更多/ }).press('Enter')
  await lookAtMenu(page)
  await places.getByRole('link', { name: place }).press('Enter')
  await places.getByRole('link', { name: place }).waitFor({ state: 'detached' })
}

async function lookAtMenu(page: Page): Promise<void> {
  const found = await findingsOn(page)
  expectThat(found.length === 0, 'the open menu without findings', found)
  const tooWide = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')
  expectThat(tooWide <= 0, 'the bar and its menu to fit the width of the screen', `${tooWide} px too wide`)
}

export async function openPetition(page: Page, number: string): Promise<void> {
  await page.keyboard.press('/')
  await page.keyboard.type(number)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1 }).filter({ hasNotText: '待办' }).waitFor()
  await page
    .getByText(spoken(number.replaceAll('-', '')))
    .first()
    .waitFor()
}

/** Opens the form of what can be done now. */
export async function begin(page: Page, action: string): Promise<Locator> {
  await page.getByRole('complementary', { name: '办理' }).getByRole('button', { name: action, exact: true }).click()
  const form = page.getByRole('dialog', { name: action })
  await form.waitFor()
  return form
}

/** Sends with the keyboard; an act of weight is asked once more. Waits until the house has it and the form is gone. */
export async function send(page: Page, form: Locator, action: string, asked?: 'asked once more'): Promise<void> {
  await form.press('Control+Enter')
  if (asked) await page.getByRole('dialog').last().getByRole('button', { name: action, exact: true }).press('Enter')
  await page.getByText(`已记录：${action}`).first().waitFor()
  await form.waitFor({ state: 'hidden' })
}
