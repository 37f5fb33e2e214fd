/** 研判: an analyst finds what rose, looks into it, and opens the petitions behind the figure. */
import type { Page } from 'playwright-core'
import { todayInBeijing } from '../src/web/shared/days.ts'
import { findingsOn } from './axe.ts'
import { goThroughMenu, sitDown, spoken } from './desk.ts'
import { type Caller, expectThat, type Journey } from './journey.ts'

const analyst = 'pu.gaofeng'
const title = '水渠被填，下游三个组浇不上水'
const risen = 12

/** Twelve letters about water works, where there were hardly any: more than chance would often make. */
async function waterWorks(bureau: Caller): Promise<readonly string[]> {
  const numbers: string[] = []
  for (let at = 0; at < risen; at += 1) {
    const { number } = await bureau.post('/api/petitions', {
      ...{ channel: 'letter', place: '990122', category: 'rural.water-works', title: `${title}（${at + 1}）` },
      ...{ text: '春灌以前要修好，请核实。', claims: ['恢复水渠'], people: [{ name: '渠望水', phone: '19900008802' }] },
    })
    numbers.push(number as string)
  }
  return numbers
}

const looksAtMost = 90
const lookEveryMs = 1000

/** What was registered is counted a moment later. */
async function untilCounted(page: Page, at: string): Promise<void> {
  for (let look = 0; look < looksAtMost; look += 1) {
    await page.goto(at)
    // before anything is counted there is nothing else to wait for
    await page.getByRole('heading', { name: '未办结的有多久' }).waitFor()
    if ((await page.getByText('条记录未计入').count()) === 0) return
    await page.waitForTimeout(lookEveryMs)
  }
  throw new Error('what was registered is not counted')
}

async function wellMade(page: Page, what: string): Promise<void> {
  const found = await findingsOn(page)
  expectThat(found.length === 0, `${what} without findings`, found)
  const tooWide = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')
  expectThat(tooWide <= 0, `${what} to fit the width of the screen`, `${tooWide} px too wide`)
}

const month = () => todayInBeijing().slice(0, 7)

const findsWhatRose: Journey = {
  name: 'an analyst finds what rose and opens its petitions',
  device: 'desk',
  async walk(page, stage) {
    const numbers = await waterWorks(await stage.as(analyst))
    await sitDown(page, stage, analyst)
    await goThroughMenu(page, '研判')
    await page.getByRole('link', { name: '结构与趋势' }).waitFor()
    await untilCounted(page, `/desk/insight?period=${month()}`)
    await page.getByText('增加最多').waitFor()
    await wellMade(page, 'structure and trend')

    // looked into with the keyboard: from the kind to what is in it
    const table = page.getByRole('table', { name: '变化在哪里' })
    await table.getByRole('button', { name: '农村农业' }).press('Enter')
    await page.getByRole('button', { name: /取消“内容分类：农村农业”/ }).waitFor()
    expectThat(page.url().includes('category=rural'), 'what is looked at to stand in the address', page.url())
    const row = table.getByRole('row', { name: /水利水电/ })
    const figure = row.getByRole('link')
    const count = Number(await figure.textContent())
    expectThat(count >= risen, `${risen} petitions or more about water works`, count)

    await figure.press('Enter')
    await page.getByText(`共 ${count} 件`).waitFor()
    const listed = page.getByRole('table', { name: '数字背后的事项' })
    await listed.waitFor()
    const rows = await listed.getByRole('row').count()
    expectThat(rows - 1 === count, 'as many petitions as the figure says', rows - 1)
    await wellMade(page, 'the petitions behind a figure')
    await listed
      .getByRole('link', { name: new RegExp(title) })
      .first()
      .press('Enter')
    await page.getByRole('heading', { level: 1 }).filter({ hasText: title }).waitFor()
    const opened = page.url().split('/').at(-1) ?? ''
    expectThat(numbers.includes(opened), 'one of those that were registered', spoken(opened))
  },
}

const onATelephone: Journey = {
  name: 'an analyst looks at the same on a telephone',
  device: 'telephone',
  async walk(page, stage) {
    await sitDown(page, stage, analyst)
    await page.goto(`/desk/insight?period=${month()}&scope=own`)
    await page.getByRole('heading', { name: '变化在哪里' }).waitFor()
    await wellMade(page, 'structure and trend on a telephone')
    await page.getByRole('button', { name: '信访形式' }).press('Enter')
    await page.getByRole('table', { name: '变化在哪里' }).getByRole('button', { name: '来信' }).waitFor()
  },
}

export const analystJourneys = [findsWhatRose, onATelephone] as const
