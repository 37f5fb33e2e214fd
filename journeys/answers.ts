/** 答复质量: what an answer lacks is seen beside its draft, by a supervisor, and as a figure with the petitions behind it. */
import type { Locator, Page } from 'playwright-core'
import { findingsOn } from './axe.ts'
import { begin, goThroughMenu, openPetition, send, sitDown } from './desk.ts'
import { expectThat, type Journey, type Stage } from './journey.ts'
import { acceptAndHear, act, registerLetter } from './office.ts'

const officer = 'kuang.tian'
const title = '河堤护坡开裂，汛期前没有人来看'
const passedOn = '您反映的问题已转双溪镇人民政府调查核处。'

async function inHand(stage: Stage): Promise<string> {
  const bureau = await stage.as('pu.gaofeng')
  const letter = { title, claims: ['修复开裂的河堤护坡'], name: '堤望安', phone: '19900008803' }
  const { number } = await registerLetter(bureau, letter)
  await act(bureau, number, 'transfer', { to: 'qingping.natural-resources' })
  await acceptAndHear(await stage.as(officer), number)
  return number
}

async function wellMade(page: Page, what: string): Promise<void> {
  const found = await findingsOn(page)
  expectThat(found.length === 0, `${what} without findings`, found)
  const tooWide = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')
  expectThat(tooWide <= 0, `${what} to fit the width of the screen`, `${tooWide} px too wide`)
}

const remedy = (form: Locator): Locator => form.getByLabel('复查途径和期限')

/** What is missing stands beside the draft, and goes when it is written; nothing keeps the rest from being issued. */
async function draft(page: Page): Promise<void> {
  const form = await begin(page, '出具处理意见书')
  const hints = form.getByRole('region', { name: '出具之前看一看' })
  await form.getByLabel('事实和理由').fill('河堤护坡由双溪镇管护。')
  await form.getByLabel('法律、法规、政策依据').fill('《中华人民共和国防洪法》第二十二条。')
  const asked = await remedy(form).inputValue()
  await remedy(form).fill('如有异议，请与我局联系。')
  const answer = form.getByRole('group', { name: '第 1 项请求' })
  await answer.getByRole('radio', { name: '解释说明' }).check()
  await answer.getByLabel('答复内容').fill(passedOn)
  await hints.getByText('救济告知不全').waitFor()
  await hints.getByText('缺：复查、复议、诉讼等救济途径、申请期限、受理机关').waitFor()
  await hints.getByText('只说已转办').waitFor()
  await wellMade(page, 'the draft and what it lacks')
  await remedy(form).fill(asked)
  await hints.getByText('救济告知不全').waitFor({ state: 'detached' })
  await hints.getByText('只说已转办').waitFor()
  await send(page, form, '出具处理意见书', 'asked once more')
}

const looksAtMost = 60
const lookEveryMs = 1000

async function until(page: Page, at: string, ready: Locator, row: Locator): Promise<void> {
  for (let look = 0; look < looksAtMost; look += 1) {
    await page.goto(at)
    await ready.first().waitFor()
    if ((await row.count()) > 0) return
    await page.waitForTimeout(lookEveryMs)
  }
  throw new Error(`nothing of ${title} at ${at}`)
}

/** What the rules of supervision found is the same answer. */
async function asSupervisor(page: Page, stage: Stage): Promise<void> {
  await sitDown(page, stage, 'chu.mingyue')
  const row = page.getByRole('listitem').filter({ hasText: title })
  const ready = page.getByRole('button', { name: '全部规则' })
  await until(page, '/desk/supervision?view=candidates&rule=emptyAnswer', ready, row)
  await row.first().getByText('答复空洞').waitFor()
}

/** From the figure to the petition, and what was found on its page. */
async function asFigure(page: Page): Promise<void> {
  await goThroughMenu(page, '研判')
  await page.getByRole('link', { name: '答复', exact: true }).click()
  const all = page.getByRole('table', { name: '全部单位' })
  await all.waitFor()
  await wellMade(page, 'answer quality')
  const figure = all.getByRole('row', { name: /只说已转办/ }).getByRole('link')
  const count = Number(await figure.textContent())
  await figure.press('Enter')
  const listed = page.getByRole('table', { name: '有发现的答复' })
  await listed.waitFor()
  expectThat((await listed.getByRole('row').count()) - 1 === count, 'as many answers as the figure says', count)
  await wellMade(page, 'the petitions behind a figure')
  await listed.getByRole('link', { name: title }).press('Enter')
  await page.getByRole('heading', { level: 1 }).filter({ hasText: title }).waitFor()
  await page.getByRole('heading', { name: '答复检查' }).waitFor()
  await page.getByText(passedOn.replace(/。$/, '')).first().waitFor()
}

const looked: Journey = {
  name: 'an officer sees what a draft lacks and mends it, and what is left a supervisor and a figure show',
  device: 'desk',
  async walk(page, stage) {
    const number = await inHand(stage)
    await sitDown(page, stage, officer)
    await openPetition(page, number)
    await draft(page)
    const supervisor = await stage.newPage('desk')
    await asSupervisor(supervisor, stage)
    await supervisor.context().close()
    const row = page.getByRole('table', { name: '有发现的答复' }).getByText(title)
    await until(
      page,
      '/desk/insight/answers/behind?check=handedOnOnly',
      page.getByRole('link', { name: /返回答复质量/ }),
      row,
    )
    await page.goto('/desk/')
    await asFigure(page)
  },
}

const onATelephone: Journey = {
  name: 'an officer looks at the figures on a telephone',
  device: 'telephone',
  async walk(page, stage) {
    await sitDown(page, stage, officer)
    await page.goto('/desk/insight/answers')
    await page.getByRole('table', { name: '全部单位' }).waitFor()
    await wellMade(page, 'answer quality on a telephone')
  },
}

export const answerJourneys: readonly Journey[] = [looked, onATelephone]
