/** 一窗受理: somebody walks in without a petition, is led to a dispute and from it to a mediation, and the centre's day shows the session. */
import type { Locator, Page } from 'playwright-core'
import { findingsOn } from './axe.ts'
import { sitDown } from './desk.ts'
import { type Caller, expectThat, type Journey, type Stage } from './journey.ts'
import { arrive, press, see } from './portal.ts'

const centre = 'ming.heping'
const [about, other] = ['楼上空调滴水，把我家晒的玉米打湿了三回', '楼上住户']

async function wellMade(page: Page, what: string): Promise<void> {
  const found = await findingsOn(page)
  expectThat(found.length === 0, `${what} without findings`, found)
  const tooWide = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')
  expectThat(tooWide <= 0, `${what} to fit the width of the screen`, `${tooWide} px too wide`)
}

interface Held {
  readonly reference: string
  readonly key: string
}

/** At the window: taken in once, and handed a number and a key. */
async function takenIn(desk: Page): Promise<Held> {
  await desk.goto('/desk/centre')
  await desk.getByRole('button', { name: '接待登记' }).click()
  const form = desk.getByRole('dialog')
  await form.getByLabel('姓名').fill('凌晚秋')
  await form.getByLabel('电话').fill('19900007971')
  await form.getByLabel('反映什么').fill(about)
  await form.getByRole('combobox', { name: '发生地' }).fill('青坪县')
  await desk.getByTitle('青坪县', { exact: true }).first().click()
  await form.getByRole('button', { name: '接待登记' }).click()
  await desk.getByText('请把编号和查询码交给来人').waitFor()
  const [reference = '', key = ''] = await desk.getByRole('definition').allTextContents()
  await desk.getByRole('button', { name: '已经交给本人' }).click()
  return { reference, key }
}

/** One way of leading on, from what can be done now. */
async function leadTo(desk: Page, way: string, fill: (form: Locator) => Promise<void>): Promise<void> {
  await desk.getByRole('button', { name: way, exact: true }).click()
  const form = desk.getByRole('dialog')
  await fill(form)
  await form.getByLabel('办了什么、怎么办').fill(`${way}，经过都告诉了来人。`)
  await form.getByRole('button', { name: way, exact: true }).click()
  await form.waitFor({ state: 'detached' })
}

async function theOtherSide(form: Locator): Promise<void> {
  await form.getByLabel('对方姓名或者名称').fill(other)
  await form.getByLabel('电话').fill('19900007972')
}

/** In a house that was filled a moment ago, the papers of all its cases are numbered first. */
const patienceMs = 120_000

/** On paper, with a number: the slip, and what was done. */
async function printed(desk: Page): Promise<void> {
  await desk.getByRole('link', { name: '接待办理告知单' }).first().waitFor()
  const number = /接待〔\d{4}〕\d+号/
  await desk.getByText(number).first().waitFor({ timeout: patienceMs })
  await desk.getByRole('link', { name: '接待受理凭单' }).click()
  await desk.getByText(about).first().waitFor()
  await desk.getByText(number).first().waitFor()
}

/** Whoever came, on a telephone, with nothing but the slip: what was done, and from there into the mediation. */
async function followed(phone: Page, slip: Held): Promise<void> {
  await phone.goto('/centre')
  await phone.getByLabel(/^编号/).fill(slip.reference)
  await phone.getByLabel('查询码').fill(slip.key)
  await press(phone, '查询')
  await see(phone, '已经记入矛盾纠纷台账。')
  const said = (await phone.getByText(/^\d{4}-\d{4}-\d{4} · /).textContent()) ?? ''
  await wellMade(phone, 'the page of a visit')
  const [reference = '', key = ''] = said.split(' · ')
  await phone.getByRole('link', { name: '打开调解' }).click()
  await phone.getByLabel('编号').fill(reference)
  await phone.getByLabel('查询码').fill(key)
  await press(phone, '查看')
  await arrive(phone, '您的调解')
  await see(phone, '您愿意调解吗？')
  await press(phone, '愿意调解')
  await phone.getByText('您愿意调解吗？').waitFor({ state: 'detached' })
}

/** What is done meanwhile, over HTTP: the other side says yes on paper, somebody is named, and a session is planned for today. */
async function planned(caller: Caller, mediation: string): Promise<void> {
  const says = (name: string, body: object) => caller.post(`/api/mediations/${mediation}/${name}`, body)
  const signed = { signature: '本人签名', witness: '中心窗口' }
  await says('answer', { party: 'p2', to: 'mediation', ref: null, agrees: true, signed })
  await says('mediator', { name: '明和平' })
  for (const party of ['p1', 'p2']) await says('answer', { party, to: 'mediator', ref: 'm1', agrees: true, signed })
  await says('interest', { mediator: 'm1', hasInterest: false, signed })
  const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
  await says('session', { day: today, at: '16:20', place: '一楼第二调解室' })
}

const walksIn: Journey = {
  name: 'walks in without a petition, is led to a dispute and from it to a mediation',
  device: 'desk',
  async walk(desk: Page, stage: Stage) {
    await sitDown(desk, stage, centre)
    const slip = await takenIn(desk)
    await desk.getByRole('link', { name: about }).click()
    await leadTo(desk, '记入矛盾纠纷台账', async (form) => {
      await form.getByLabel('纠纷标题').fill('空调滴水')
      await form.getByLabel('要求什么').fill('接好排水管')
      await theOtherSide(form)
    })
    await leadTo(desk, '开展调解', theOtherSide)
    await wellMade(desk, 'the page of a visit at the desk')
    await desk.getByRole('link', { name: '打开调解' }).click()
    await desk.getByRole('link', { name: `由中心接待${slip.reference}而来` }).waitFor()
    const mediation = desk.url().slice(desk.url().lastIndexOf('/') + 1)

    await followed(await stage.newPage('telephone'), slip)
    await planned(await stage.as(centre), mediation)
    await desk.goto('/desk/centre')
    const session = desk.getByRole('listitem').filter({ hasText: '16:20' })
    await session.getByText(/一楼第二调解室 · 申请人、被申请人/).waitFor()
    const shown = (await session.textContent()) ?? ''
    expectThat(!shown.includes('凌晚秋') && !shown.includes(other), 'nobody to be named in the day', shown)
    await wellMade(desk, 'the centre’s day')
    await desk.goto(`/desk/centre/${slip.reference}`)
    await printed(desk)
  },
}

export const centreJourneys: readonly Journey[] = [walksIn]
