/** 领导阅批: a leader reads a letter and instructs on a phone; what was instructed is reported back and closed. */
import type { Locator, Page } from 'playwright-core'
import { findingsOn } from './axe.ts'
import { openPetition, signIn, sitDown } from './desk.ts'
import { type Caller, expectThat, type Journey, type Stage } from './journey.ts'
import { registerLetter } from './office.ts'

const [leader, clerk, department] = ['tan.wenbo', 'pu.gaofeng', 'kuang.tian']
const leadersName = '谭文博'
const land = '青坪县自然资源和规划局'
const title = '机耕路改线占了我家的晒场'

/** In the hands of the department. */
async function handled(stage: Stage): Promise<string> {
  const bureau = await stage.as(clerk)
  const { number } = await registerLetter(bureau, { title, claims: ['恢复晒场'], name: '鄢守田', phone: '19900007702' })
  await bureau.post(`/api/petitions/${number}/transfer`, { to: 'qingping.natural-resources', note: null })
  return number
}

/** At the desk of the bureau, from the page of the petition. */
async function layBefore(stage: Stage, number: string): Promise<void> {
  const page = await stage.newPage('desk')
  await sitDown(page, stage, clerk)
  await openPetition(page, number)
  await page.getByRole('button', { name: '送领导阅批', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: '送领导阅批' })
  await dialog.getByLabel('呈送哪位领导').click()
  await page
    .getByTitle(new RegExp(`^${leadersName} ·`))
    .last()
    .click()
  await dialog.getByLabel('为什么呈送').fill('信访人多次反映，两家单位说法不一，请阅示。')
  await dialog.getByRole('button', { name: '送领导阅批', exact: true }).click()
  await page.getByText('已记录：送领导阅批').first().waitFor()
  await page.getByRole('link', { name: `${leadersName} 待阅` }).waitFor()
  await page.context().close()
}

/** Everything that one needs to decide lies on the screen, at the width of a phone, and nobody is named. */
async function lookAtLetter(page: Page): Promise<void> {
  await page.getByRole('article', { name: '一页摘要' }).waitFor()
  for (const heading of ['呈送理由', '请求什么', '办到哪一步', '做了什么', '法律规定'])
    await page.getByRole('heading', { name: heading }).waitFor()
  const said = (await page.locator('main').textContent()) ?? ''
  for (const known of ['鄢守田', '19900007702']) expectThat(!said.includes(known), `${known} nowhere on the page`, said)
  const tooWide = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')
  expectThat(tooWide <= 0, 'the letter to fit the width of the phone', `${tooWide} px too wide`)
  const found = await findingsOn(page)
  expectThat(found.length === 0, 'the letter without findings', found)
}

/** 一键批示: one tap on the form of words, one to send. */
async function instruct(page: Page): Promise<void> {
  await page.getByRole('button', { name: '批示', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: '批示' })
  await expectChosen(dialog, land)
  await dialog.getByRole('button', { name: /依法研究办理/ }).click()
  const what = await dialog.getByLabel('办什么').inputValue()
  expectThat(what.startsWith(`请${land}依法研究办理，并于`), 'the form of words filled in', what)
  const found = await findingsOn(page)
  expectThat(found.length === 0, 'the form of an instruction without findings', found)
  await dialog.getByRole('button', { name: '批示', exact: true }).click()
  await page.getByText('已记录：批示').first().waitFor()
}

async function expectChosen(dialog: Locator, organ: string): Promise<void> {
  const chosen = dialog.getByRole('radio', { name: organ })
  await chosen.waitFor({ state: 'attached' })
  expectThat(await chosen.isChecked(), `${organ}, who has the petition, chosen first`, 'another')
}

interface Line {
  readonly task: string
  readonly stage: string
  readonly what: string | null
}

/** A task is given a moment after it was instructed. */
async function taskOf(who: Caller, reading: string): Promise<Line> {
  for (let tries = 0; tries < 120; tries += 1) {
    const { items } = (await who.get(`/api/task-lines?of=reading:${reading}`)) as unknown as { items: readonly Line[] }
    if (items[0]) return items[0]
    await new Promise((later) => setTimeout(later, 250))
  }
  throw new Error('no task came of the instruction')
}

export const leaderJourneys: readonly Journey[] = [
  {
    name: 'a leader reads and instructs on a phone-size screen',
    device: 'telephone',
    async walk(page, stage) {
      const number = await handled(stage)
      await layBefore(stage, number)
      const own = await stage.as(leader)
      const { items } = (await own.get(`/api/readings?petition=${number}`)) as unknown as {
        items: readonly { readonly reading: string }[]
      }
      const reading = items[0]?.reading ?? ''

      await signIn(page, stage.account(leader))
      await page.getByRole('button', { name: new RegExp(leadersName) }).waitFor()
      await page.goto('/desk/readings')
      await page.getByRole('heading', { level: 1, name: '领导阅批' }).waitFor()
      await page.getByRole('link', { name: new RegExp(title) }).click()
      await page.waitForURL(`**/desk/readings/${reading}`)
      await lookAtLetter(page)
      await instruct(page)
      // the next letter comes by itself, or the list where there is none
      await page.waitForURL((url) => !url.pathname.endsWith(reading))

      const { task } = await taskOf(own, reading)
      const report = { result: 'done', report: '已经到场核实，晒场恢复原状。', materials: [] }
      await (await stage.as(department)).post(`/api/tasks/${task}/report`, report)
      await own.post(`/api/tasks/${task}/close`, { note: '同意销号' })

      await page.goto(`/desk/readings/${reading}`)
      await page.getByText('已销号').first().waitFor()
      await page.getByRole('link', { name: /批示抄清/ }).waitFor()
    },
  },
]
