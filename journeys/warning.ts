/** 预警: what rises is found at night, opened by the bureau that answers for it, looked into, and answered. */
import type { Page } from 'playwright-core'
import { findingsOn } from './axe.ts'
import { sitDown, spoken } from './desk.ts'
import { expectThat, type Journey, type Stage } from './journey.ts'

/**
 * In the demo the water of a township turns yellow: ten matters in nine days, found in the night of its last day. What else was written of
 * the kind in the county says whether the township or the whole county is named.
 */
const [bureau, above] = ['pu.gaofeng', 'qiu.weimin'] as const
const kind = '农村农业'
const words = '属实：水源上方修路挖断了输水管。水利局已派车送水，管子月底前换好。'

async function wellMade(page: Page, what: string): Promise<void> {
  const found = await findingsOn(page)
  expectThat(found.length === 0, `${what} without findings`, found)
  const tooWide = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')
  expectThat(tooWide <= 0, `${what} to fit the width of the screen`, `${tooWide} px too wide`)
}

interface Named {
  readonly zh: string
}

interface Listed {
  readonly items: readonly {
    readonly warning: string
    readonly place: Named
    readonly category: Named
    readonly count: number
  }[]
}

interface Rise extends Pick<Listed['items'][number], 'warning' | 'count'> {
  /** As the pages name it: where, and of what kind. */
  readonly name: string
}

async function theWarning(stage: Stage): Promise<Rise> {
  const { items } = (await (await stage.as(bureau)).get('/api/early-warnings')) as unknown as Listed
  const found = items.find(({ category }) => category.zh === kind)
  if (!found) throw new Error(`nothing was found to rise: ${JSON.stringify(items)}`)
  return { ...found, name: `${found.place.zh} · ${kind}` }
}

/** From the list to the matters behind it, each of which opens; and back with the browser. */
async function lookInto(page: Page, { name, count }: Rise): Promise<void> {
  await page.getByRole('link', { name }).press('Enter')
  await page.getByRole('heading', { level: 1, name }).waitFor()
  await page.getByText(`共 ${count} 件；这里列出您有权查阅的。`).waitFor()
  await wellMade(page, 'the page of a warning')
  const behind = page.getByRole('main').locator('.warning-behind').getByRole('link')
  await behind.first().waitFor()
  const listed = await behind.count()
  expectThat(listed === count, `${count} matters behind it that may be opened`, listed)
  const number = (await behind.first().textContent()) ?? ''
  await behind.first().press('Enter')
  await page.getByText(number).first().waitFor()
  await page.getByRole('complementary', { name: '办理' }).waitFor()
  expectThat(page.url().endsWith(`/petitions/${number.replaceAll('-', '')}`), 'the petition behind it', page.url())
  await page.goBack()
  await page.getByRole('heading', { level: 1, name }).waitFor()
  expectThat(spoken(number.replaceAll('-', '')) === number, 'a number as it is said', number)
}

async function answer(page: Page): Promise<void> {
  await page.getByRole('button', { name: '核实并回复' }).press('Enter')
  const form = page.getByRole('dialog', { name: '核实并回复' })
  await form.getByRole('button', { name: '核实并回复' }).press('Enter')
  await form.getByText('请填写结果').waitFor()
  await form.getByRole('radio', { name: '属实，已采取措施' }).check()
  await form.getByLabel('说明').fill(words)
  await form.getByRole('button', { name: '核实并回复' }).press('Enter')
  await page.getByText('已记录：核实并回复').first().waitFor()
  await form.waitFor({ state: 'hidden' })
}

const answered: Journey = {
  name: 'sees what rises, opens the matters behind it, and says what it is; the bureau above reads the answer',
  device: 'desk',
  async walk(page, stage) {
    const rise = await theWarning(stage)
    const { warning, name } = rise
    await sitDown(page, stage, bureau)
    await page.goto('/desk/warnings')
    await page.getByRole('heading', { level: 1, name: '预警' }).waitFor()
    await page.getByText(/最近一次查找/).waitFor()
    await lookInto(page, rise)
    await answer(page)
    await page.getByText(words).waitFor()
    const left = await page.getByRole('button', { name: '核实并回复' }).count()
    expectThat(left === 0, 'nothing more to answer', left)

    await page.goto('/desk/warnings?list=done')
    const row = page.getByRole('row').filter({ has: page.getByRole('link', { name }) })
    await row.getByText('属实，已采取措施').waitFor()
    const { items } = (await (await stage.as(bureau)).get('/api/early-warnings')) as unknown as Listed
    expectThat(!items.some((item) => item.warning === warning), 'it not to wait any more', items)

    const reader = await stage.newPage('telephone')
    await sitDown(reader, stage, above)
    await reader.goto(`/desk/warnings/${warning}`)
    await reader.getByText(words).waitFor()
    await wellMade(reader, 'the page of an answered warning on a telephone')
  },
}

export const warnings: readonly Journey[] = [answered]
