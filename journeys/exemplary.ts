/**
 * 典型引路、探索规律: a clerk proposes a case, is refused what tells whose matter it was, mends it; the head publishes it; anybody reads it on the
 * portal. And the head begins a pilot, and reads what came of one that is over.
 */
import type { Locator, Page } from 'playwright-core'
import { findingsOn } from './axe.ts'
import { sitDown } from './desk.ts'
import { expectThat, type Journey, type Stage } from './journey.ts'

const title = '一张公示牌，说清一条路的来龙去脉'
const parts = [
  ['基本情况', '一条通村路多年没有开工，村民粟正明多次询问。'],
  ['做法', '主管部门到现场走了一遍，查清停工的原因，把资金、工期和责任人写在路口的牌子上。'],
  ['为什么有效', '先说清为什么停，再说什么时候修，每一步都看得见。'],
  ['依据', '《信访工作条例》第三十二条。'],
] as const

async function lookAt(page: Page, what: string): Promise<void> {
  const found = await findingsOn(page)
  expectThat(found.length === 0, `${what} without findings`, found)
}

/** After a refusal the sign that something is sent may still fade away, and is part of the button's name until then. */
async function send(page: Page, form: Locator, action: string): Promise<void> {
  await form.getByRole('button', { name: new RegExp(`${action}$`) }).click()
  await page.getByText(`已记录：${action}`).first().waitFor()
  await form.waitFor({ state: 'hidden' })
}

/** The number of the petition of the road, from the case of the demo that came of it: whoever wrote that sees the matter. */
async function numberOfSource(stage: Stage): Promise<string> {
  const clerk = await stage.as('pu.gaofeng')
  const { items } = (await clerk.get('/api/insight/exemplary?list=published')) as { items: { exemplary: string }[] }
  const read = await clerk.get(`/api/insight/exemplary/${items[0]?.exemplary}`)
  return (read.own as { source: { id: string } }).source.id
}

async function propose(page: Page, stage: Stage): Promise<void> {
  await page.goto(`/desk/petitions/${await numberOfSource(stage)}`)
  await page.getByRole('button', { name: '推荐为典型案例' }).click()
  const form = page.getByRole('dialog')
  await form.getByLabel('标题', { exact: true }).fill(title)
  for (const [label, text] of parts) await form.getByLabel(label, { exact: true }).fill(text)
  await form.getByLabel('向社会公开').check()
  await form.getByRole('button', { name: '推荐为典型案例', exact: true }).click()
  await form.getByText(/粟正明.*姓名/).waitFor()
  await form.getByLabel('基本情况', { exact: true }).fill('一条通村路多年没有开工，群众多次询问。')
  await send(page, form, '推荐为典型案例')
  await page.getByRole('heading', { level: 1, name: title }).waitFor()
}

async function publish(page: Page): Promise<void> {
  await page.goto('/desk/insight/exemplary?list=pending')
  const listed = page.getByRole('link', { name: title }).first()
  await listed.waitFor()
  await lookAt(page, '典型案例')
  await listed.click()
  await page.getByRole('button', { name: '审核发布', exact: true }).click()
  await send(page, page.getByRole('dialog'), '审核发布')
  await page.getByText('已发布').first().waitFor()
  await lookAt(page, '一个典型案例')
}

const published: Journey = {
  name: 'proposes a case, is refused a name, mends it, has it published and reads it on the portal',
  device: 'desk',
  async walk(page, stage) {
    await sitDown(page, stage, 'pu.gaofeng')
    await propose(page, stage)
    const desk = await stage.newPage('desk')
    await sitDown(desk, stage, 'xian.guilan')
    await publish(desk)
    await desk.goto('/desk/insight/works')
    await desk.getByText('不说明什么造成什么').waitFor()
    await lookAt(desk, '探索规律')
    await page.goto('/exemplary')
    await page.getByRole('link', { name: title }).click()
    await page.getByRole('heading', { level: 1, name: title }).waitFor()
    await lookAt(page, '门户典型案例')
  },
}

const pilot = '来信七日内上门'
const over = '地界纠纷请双方一起走界'

async function begin(page: Page): Promise<void> {
  await page.getByRole('button', { name: '开展试点' }).click()
  const form = page.getByRole('dialog')
  await form.getByLabel('名称', { exact: true }).fill(pilot)
  await form.getByLabel('试什么').fill('受理后七日内由承办人上门一次。')
  await form.getByRole('combobox', { name: '试点地区' }).fill('双溪镇')
  await page.getByTitle('双溪镇', { exact: true }).last().click()
  for (const [label, day] of [
    ['开始', '2099-01-01'],
    ['结束', '2099-06-30'],
  ] as const) {
    const field = form.getByLabel(label, { exact: true })
    await field.fill(day)
    await field.press('Enter')
  }
  await send(page, form, '开展试点')
}

const tried: Journey = {
  name: 'begins a pilot, and reads what changed with one that is over',
  device: 'desk',
  async walk(page, stage) {
    await sitDown(page, stage, 'xian.guilan')
    await page.goto('/desk/insight/works')
    await begin(page)
    await page.getByRole('link', { name: pilot }).click()
    await page.getByRole('heading', { level: 1, name: pilot }).waitFor()
    await page.getByText('试点期满以后才比较').waitFor()
    await lookAt(page, '一个试点')
    await page.goto('/desk/insight/works')
    await page.getByRole('link', { name: over }).click()
    await page.getByRole('table', { name: '试点前后、有没有试点' }).waitFor()
    await page.getByText('不说明是试点造成的').waitFor()
    await page.getByText('在杨梅乡照此办理').first().waitFor()
    await lookAt(page, '结束了的试点')
  },
}

export const exemplaryCases: readonly Journey[] = [published, tried]
