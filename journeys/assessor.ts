/** A month's assessment is issued by the prefecture, objected to by the county, decided by another person, and corrected. */
import type { Locator, Page } from 'playwright-core'
import { findingsOn } from './axe.ts'
import { goThroughMenu, sitDown } from './desk.ts'
import { expectThat, type Journey, type Stage } from './journey.ts'

const [issuer, decider, assessed] = ['lan.zhiyuan', 'fu.qingchuan', 'bian.mingde']
const county = { id: 'qingping.government', name: '青坪县人民政府', area: '990122' }

interface Figure {
  readonly indicator: string
  readonly numerator: number
  readonly denominator: number
}

/** A month that is over, with a figure of the county's area from which something is missing that its government may see, and so object to. */
async function missedFigure(stage: Stage): Promise<Figure & { readonly period: string }> {
  const caller = await stage.as(assessed)
  for (const period of monthsBack(12)) {
    const { scores } = (await caller.get(`/api/assessment/scorecard?area=${county.area}&period=${period}`)) as {
      scores: readonly (Figure & { readonly weight: number | null })[]
    }
    const missed = scores.filter(
      ({ indicator, numerator, denominator }) =>
        /^(?:solvedAtFirst|solvedLocally|answeredInTime|notifiedInTime)$/.test(indicator) && numerator < denominator,
    )
    for (const figure of missed) {
      const asked = `area=${county.area}&period=${period}&indicator=${figure.indicator}&part=rest`
      const { items } = (await caller.get(`/api/assessment/cases?${asked}`)) as { items: readonly unknown[] }
      if (items.length > 0) return { ...figure, period }
    }
  }
  throw new Error('the demo has no month in which the county missed anything that it may see')
}

/** The newest first; the one that runs is not over. */
function monthsBack(count: number): readonly string[] {
  const now = new Date()
  return Array.from({ length: count }, (_, at) =>
    new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 1 - at, 1)).toISOString().slice(0, 7),
  )
}

/** Facts are counted a moment after they are recorded. */
async function untilCounted(stage: Stage): Promise<void> {
  for (let tries = 0; tries < 120; tries += 1) {
    const { waiting } = (await (await stage.as(assessed)).get('/api/assessment/scorecard')) as { waiting: number }
    if (waiting === 0) return
    await new Promise((later) => setTimeout(later, 500))
  }
  throw new Error('the house does not come to an end with counting')
}

const names: Readonly<Record<string, string>> = {
  solvedAtFirst: '初次信访一次性化解率',
  solvedLocally: '就地化解率',
  answeredInTime: '按期答复率',
  notifiedInTime: '按期受理告知率',
}
const monthName = (period: string): string => `${period.slice(0, 4)}年${Number(period.slice(5))}月`

async function toLetters(page: Page, year: string): Promise<void> {
  await page.goto(`/desk/assessment/letters?year=${year}&side=all`)
  await page.getByRole('heading', { level: 1, name: '目标管理考核' }).waitFor()
}

async function openLetter(page: Page, year: string): Promise<void> {
  await toLetters(page, year)
  await page.getByRole('link', { name: county.name, exact: true }).click()
  await page.getByRole('heading', { level: 1, name: `${county.name}${year}年目标责任书` }).waitFor()
}

async function take(field: Locator, page: Page, option: string): Promise<void> {
  await field.click()
  await page.getByTitle(option, { exact: true }).last().click()
}

async function begin(page: Page, act: string): Promise<Locator> {
  await page.getByRole('button', { name: act, exact: true }).click()
  const dialog = page.getByRole('dialog', { name: act })
  await dialog.waitFor()
  return dialog
}

async function finish(page: Page, dialog: Locator, act: string): Promise<void> {
  await dialog.getByRole('button', { name: act, exact: true }).click()
  await page.getByText(`已记录：${act}`).first().waitFor()
  await dialog.waitFor({ state: 'hidden' })
}

async function draft(page: Page, year: string, indicator: string): Promise<void> {
  await toLetters(page, year)
  const dialog = await begin(page, '起草责任书')
  const lower = dialog.getByRole('combobox', { name: '被考核单位' })
  await lower.fill(county.name)
  await lower.press('Enter')
  await dialog.getByRole('radio', { name: '本地区' }).check()
  await dialog.getByRole('button', { name: '增加一项' }).click()
  await take(dialog.getByRole('combobox', { name: '指标' }), page, indicator)
  await dialog.getByRole('button', { name: '起草责任书', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: `${county.name}${year}年目标责任书` }).waitFor()
}

async function sign(page: Page): Promise<void> {
  const dialog = await begin(page, '签订')
  await finish(page, dialog, '签订')
}

async function issue(page: Page, period: string): Promise<void> {
  const dialog = await begin(page, '通报考核结果')
  await take(dialog.getByRole('combobox', { name: '考核期间' }), page, monthName(period))
  await finish(page, dialog, '通报考核结果')
  await page.getByRole('heading', { name: `${monthName(period)}考核结果` }).waitFor()
}

async function object(page: Page, indicator: string): Promise<void> {
  const dialog = await begin(page, '提出异议')
  await take(dialog.getByRole('combobox', { name: '哪个指标' }), page, indicator)
  // what is not in the numerator comes first
  await dialog.getByRole('checkbox').first().check()
  await dialog.getByLabel('理由').fill('该件当时已经当面解决，信访人已签字确认，系统中未及时补录。')
  await finish(page, dialog, '提出异议')
  await page.getByText('该件当时已经当面解决').first().waitFor()
}

async function decide(page: Page): Promise<void> {
  const dialog = await begin(page, '对异议作出决定')
  await take(dialog.getByRole('combobox', { name: /如何认定/ }), page, '不计入')
  await dialog.getByLabel('理由').fill('核对签字材料，异议成立，该件不计入。')
  await finish(page, dialog, '对异议作出决定')
}

const isObjectedTo: Journey = {
  name: 'a month’s assessment is objected to and corrected',
  device: 'desk',
  async walk(page, stage) {
    await untilCounted(stage)
    const missed = await missedFigure(stage)
    const [year, name] = [missed.period.slice(0, 4), names[missed.indicator] ?? missed.indicator]
    await sitDown(page, stage, issuer)
    await draft(page, year, name)
    await sign(page)

    const atCounty = await stage.newPage('desk')
    await sitDown(atCounty, stage, assessed)
    await openLetter(atCounty, year)
    await sign(atCounty)

    await page.reload()
    await issue(page, missed.period)
    // whoever issued it cannot decide on it
    await atCounty.reload()
    await atCounty.getByText(`${missed.numerator} / ${missed.denominator}`).first().waitFor()
    await atCounty.getByRole('button', { name: `查看“${name}”的事项` }).click()
    const cases = atCounty.getByRole('dialog')
    await cases.getByRole('listitem').first().waitFor()
    await cases.getByRole('button', { name: /关闭|Close/ }).click()
    await object(atCounty, name)

    const another = await stage.newPage('desk')
    await sitDown(another, stage, decider)
    await openLetter(another, year)
    await decide(another)
    await another.getByText('异议成立', { exact: true }).waitFor()
    await another.getByText('已更正1次').waitFor()
    await another
      .getByText(`${missed.numerator} / ${missed.denominator - 1}`)
      .first()
      .waitFor()
    const before = await another.locator('s').first().textContent()
    expectThat(
      before?.includes(`${missed.numerator} / ${missed.denominator}`) === true,
      'the figure as it was issued to stay, struck through',
      before,
    )
    for (const each of [atCounty, another]) await each.context().close()
  },
}

/** What is about to go wrong, on a telephone. */
const looksAhead: Journey = {
  name: 'sees what is about to become an error, who answers for it, and which organ has nobody',
  device: 'telephone',
  async walk(page, stage) {
    await sitDown(page, stage, 'qiu.weimin')
    await goThroughMenu(page, '责任')
    await page.getByRole('heading', { level: 1, name: '信访工作责任' }).waitFor()
    await page.getByText('31天内', { exact: true }).click()
    await page
      .getByText(/将成为《信访工作条例》第4[3-6]条/)
      .first()
      .waitFor()
    await page
      .getByRole('button', { name: /^查看事项/ })
      .first()
      .click()
    await page.getByRole('dialog').getByRole('listitem').first().waitFor()
    await page.keyboard.press('Escape')
    await page
      .getByRole('button', { name: /^查看事项.*书面反馈建议采纳情况$/ })
      .first()
      .click()
    const owed = page.getByRole('dialog', { name: /书面反馈建议采纳情况$/ })
    await owed.getByRole('link', { name: /^关于.*的建议$/ }).waitFor()
    await page.keyboard.press('Escape')
    await owed.waitFor({ state: 'hidden' })
    // first what is missing where somebody is written down; where nobody is, and where nothing is missing, one line
    await page.getByText('无人具体抓', { exact: true }).first().waitFor()
    await page.getByRole('button', { name: /^其余\d+个机关没有空缺和冲突/ }).click()
    await page.getByRole('button', { name: /^\d+个机关还没有登记任何人/ }).click()
    const found = await findingsOn(page)
    expectThat(found.length === 0, 'the page of responsibility without findings', found)
    await page.getByRole('button', { name: '云栖州教育局', exact: true }).click()
    await page.getByRole('dialog', { name: '云栖州教育局' }).getByText('无人负总责').waitFor()
  },
}

export const assessor: readonly Journey[] = [isObjectedTo, looksAhead]
